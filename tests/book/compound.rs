//! Compound files and the records in them, made by hand.

const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;
const SECTOR: usize = 512;

/// A compound file of these streams, each in full sectors.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut data = Vec::new();
    let mut next: Vec<u32> = Vec::new();
    let mut entries = vec![entry("Root Entry", 5, END, 0, 1)];
    for (index, (name, content)) in streams.iter().enumerate() {
        // Streams of fewer than 4,096 bytes would lie elsewhere.
        let mut content = content.to_vec();
        content.resize(content.len().max(4_096).next_multiple_of(SECTOR), 0);
        let start = u32::try_from(next.len()).unwrap();
        let sectors = u32::try_from(content.len() / SECTOR).unwrap();
        next.extend((start + 1)..(start + sectors));
        next.push(END);
        // Each stream is the right sibling of the one before.
        let right =
            if index + 1 < streams.len() { u32::try_from(index).unwrap() + 2 } else { FREE };
        let mut entry = entry(name, 2, start, content.len(), FREE);
        entry[72..76].copy_from_slice(&right.to_le_bytes());
        entries.push(entry);
        data.extend(content);
    }
    let directory = u32::try_from(next.len()).unwrap();
    let mut listed = entries.concat();
    listed.resize(listed.len().next_multiple_of(SECTOR), 0);
    let sectors = u32::try_from(listed.len() / SECTOR).unwrap();
    next.extend((directory + 1)..(directory + sectors));
    next.push(END);
    data.extend(listed);
    let first = next.len();
    let mut tables = 1;
    while tables * SECTOR / 4 < first + tables {
        tables += 1;
    }
    next.resize(first + tables, TABLE);
    next.resize(tables * SECTOR / 4, FREE);
    data.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    let mut header = vec![0u8; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..34].copy_from_slice(b"\x3E\x00\x03\x00\xFE\xFF\x09\x00\x06\x00");
    header[44..48].copy_from_slice(&u32::try_from(tables).unwrap().to_le_bytes());
    header[48..52].copy_from_slice(&directory.to_le_bytes());
    header[56..60].copy_from_slice(&4_096u32.to_le_bytes());
    header[60..64].copy_from_slice(&END.to_le_bytes());
    header[68..72].copy_from_slice(&END.to_le_bytes());
    for (index, place) in header[76..].chunks_exact_mut(4).enumerate() {
        let sector = if index < tables { u32::try_from(first + index).unwrap() } else { FREE };
        place.copy_from_slice(&sector.to_le_bytes());
    }
    header.extend(data);
    header
}

fn entry(name: &str, kind: u8, start: u32, length: usize, child: u32) -> Vec<u8> {
    let mut entry = vec![0u8; 128];
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry[..name.len()].copy_from_slice(&name);
    entry[64..66].copy_from_slice(&u16::try_from(name.len() + 2).unwrap().to_le_bytes());
    entry[66] = kind;
    entry[68..72].copy_from_slice(&FREE.to_le_bytes());
    entry[72..76].copy_from_slice(&FREE.to_le_bytes());
    entry[76..80].copy_from_slice(&child.to_le_bytes());
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&u32::try_from(length).unwrap().to_le_bytes());
    entry
}

/// One record.
pub fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), content].concat()
}

/// A workbook of a version: records about it, and one sheet with records.
pub fn xls(version: u16, globals: &[u8], name: &[u8], cells: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[version.to_le_bytes(), kind.to_le_bytes()].concat());
    let end = record(0x000A, b"");
    let start = begin(5).len() + globals.len() + 4 + 6 + name.len() + end.len();
    let start = u32::try_from(start).unwrap().to_le_bytes();
    let listed = record(0x0085, &[&start[..], b"\0\0", name].concat());
    let stream = [begin(5), globals.to_vec(), listed, end.clone(), begin(16), cells.to_vec(), end];
    compound(&[(if version == 0x0500 { "Book" } else { "Workbook" }, &stream.concat())])
}

/// The beginning of a record about a cell: row, column, style 0.
pub fn cell(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes(), &column.to_le_bytes(), &[0, 0], rest].concat()
}
