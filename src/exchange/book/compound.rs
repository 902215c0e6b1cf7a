//! The compound file around old workbooks: a small file system in a file.
//!
//! Follows [MS-CFB]. Every chain is as long as the file at most, so that no loop in it is endless.
//! Absent: writing, storages below the root (objects in a workbook). Read next: [`super::xls`].

/// A sector number that ends a chain, or names none.
const LAST: u32 = 0xFFFF_FFFA;
/// No entry of the directory.
const NONE: u32 = 0xFFFF_FFFF;
/// Streams shorter than this lie in the small sectors.
const SHORT: usize = 4_096;
const SMALL: usize = 64;
const ENTRY: usize = 128;

/// An opened compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    /// The sector that follows each one.
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// Streams in the root: name, first sector, length.
    streams: Vec<(String, u32, usize)>,
}

impl<'a> Compound<'a> {
    /// Reads the directory; `None` if it is broken.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let (next, small_next, small, streams) = <_>::default();
        let mut file = Self { bytes, size, next, small_next, small, streams };
        file.next = file.read_next()?;
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let root = directory.get(..ENTRY)?;
        if u32_at(bytes, 60)? < LAST {
            file.small_next = numbers(&file.chain(u32_at(bytes, 60)?, usize::MAX)?).collect();
            file.small = file.chain(u32_at(root, 116)?, length(root, size)?)?;
        }
        file.streams = streams_of(&directory, size)?;
        Some(file)
    }

    /// Whether the root has a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.0.eq_ignore_ascii_case(name))
    }

    /// The content of a stream in the root; `None` if there is none or its chain is broken.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (_, start, length) =
            self.streams.iter().find(|stream| stream.0.eq_ignore_ascii_case(name))?;
        if *length >= SHORT {
            return self.chain(*start, *length);
        }
        let mut content = Vec::new();
        let mut sector = *start;
        while content.len() < *length {
            let at = (sector as usize).checked_mul(SMALL)?;
            let rest = self.small.get(at..)?;
            content.extend_from_slice(&rest[..rest.len().min(SMALL)]);
            sector = match self.small_next.get(sector as usize) {
                Some(next) if *next < LAST => *next,
                _ => break,
            };
        }
        content.truncate(*length);
        Some(content)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.size)])
    }

    /// The table of following sectors, whose own sectors stand in the header and in a chain.
    fn read_next(&self) -> Option<Vec<u32>> {
        let sectors = self.bytes.len() / self.size;
        let mut next = Vec::new();
        let mut extend = |numbers: &[u8]| {
            for number in self::numbers(numbers).filter(|number| *number < LAST) {
                // The same sector named again and again adds nothing.
                if next.len() <= sectors
                    && let Some(sector) = self.sector(number)
                {
                    next.extend(self::numbers(sector));
                }
            }
        };
        extend(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        for _ in 0..sectors {
            let Some(sector) = self.sector(more).filter(|_| more < LAST) else { break };
            let (numbers, last) = sector.split_at_checked(self.size - 4)?;
            extend(numbers);
            more = u32_at(last, 0)?;
        }
        Some(next)
    }

    /// The content of a chain, up to a length.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        let mut sector = start;
        while sector < LAST && content.len() < length {
            content.extend_from_slice(self.sector(sector)?);
            if content.len() > self.bytes.len() {
                return None;
            }
            sector = *self.next.get(sector as usize)?;
        }
        content.truncate(length);
        Some(content)
    }
}

/// The streams directly below the root: a tree of siblings, in the order of the walk.
fn streams_of(directory: &[u8], size: usize) -> Option<Vec<(String, u32, usize)>> {
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let mut streams = Vec::new();
    let mut open = vec![u32_at(entries.first()?, 76)?];
    let mut steps = 0;
    while let Some(number) = open.pop() {
        let Some(entry) = entries.get(number as usize).filter(|_| number != NONE) else { continue };
        steps += 1;
        if steps > entries.len() {
            return None;
        }
        open.extend([u32_at(entry, 68)?, u32_at(entry, 72)?]);
        if entry.get(66) == Some(&2) {
            let name =
                entry.get(..64)?.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
            let name: String =
                char::decode_utf16(name.take_while(|unit| *unit != 0)).flatten().collect();
            streams.push((name, u32_at(entry, 116)?, length(entry, size)?));
        }
    }
    Some(streams)
}

/// The length of a stream; small files have rubbish in the upper half.
fn length(entry: &[u8], size: usize) -> Option<usize> {
    let (low, high) = (u32_at(entry, 120)?, u32_at(entry, 124)?);
    if size == 512 || high == 0 { usize::try_from(low).ok() } else { None }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number))
}

/// A number at a place, the lowest byte first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A number at a place, the lowest byte first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
