//! Files too large to keep: made here, read or refused as the rules say.

use super::read;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// Reading anything ends within this, in a program that is not optimised.
const LONGEST: Duration = Duration::from_secs(30);

fn temporary(name: &str, write: impl FnOnce(&mut dyn Write)) -> PathBuf {
    let path = std::env::temp_dir().join(format!("byspejl-{}-{name}", std::process::id()));
    let file = std::fs::File::create(&path).expect("a temporary file");
    let mut file = std::io::BufWriter::new(file);
    write(&mut file);
    file.flush().expect("a temporary file");
    path
}

fn reason(path: PathBuf) -> String {
    let start = Instant::now();
    let answer = read(&path).expect("an answer");
    assert!(start.elapsed() < LONGEST, "{:?} for {}", start.elapsed(), path.display());
    std::fs::remove_file(&path).expect("the temporary file");
    answer["refusal"]["reason"].as_str().unwrap_or("not refused").to_owned()
}

/// A file of a package: its name, and what writes it.
type Part<'a> = (&'a str, &'a dyn Fn(&mut dyn Write));

fn package(name: &str, parts: &[Part]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("byspejl-{}-{name}", std::process::id()));
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).expect("a temporary file"));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (part, write) in parts {
        let options = if *part == "mimetype" { stored } else { SimpleFileOptions::default() };
        zip.start_file(*part, options.large_file(true)).expect("a part");
        write(&mut zip);
    }
    zip.finish().expect("a package");
    path
}

fn put(out: &mut dyn Write, text: &str) {
    out.write_all(text.as_bytes()).expect("a temporary file");
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SHEET: &str = r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;

fn workbook(name: &str, sheet: &dyn Fn(&mut dyn Write)) -> PathBuf {
    package(
        name,
        &[
            ("[Content_Types].xml", &|out| put(out, CONTENT_TYPES)),
            ("_rels/.rels", &|out| put(out, RELS)),
            ("xl/workbook.xml", &|out| put(out, WORKBOOK)),
            ("xl/_rels/workbook.xml.rels", &|out| put(out, WORKBOOK_RELS)),
            ("xl/worksheets/sheet1.xml", sheet),
        ],
    )
}

#[test]
fn more_rows_than_are_read_are_refused() {
    let rows = |count: usize| {
        move |out: &mut dyn Write| {
            put(out, "Afdeling;Dansk oprindelse;Indvandrere og efterkommere\n");
            for row in 1..count {
                put(out, &format!("Afdeling {row};12;3\n"));
            }
        }
    };
    assert_eq!(reason(temporary("rows.csv", rows(100_001))), "too_many_rows");
    assert_eq!(reason(temporary("rows-most.csv", rows(100_000))), "too_many_areas");
}

#[test]
fn more_bytes_than_are_read_are_refused() {
    let bytes = temporary("bytes.csv", |out| {
        put(out, "Niveau;Dansk oprindelse\n");
        for _ in 0..500_001 {
            put(out, &"x".repeat(99));
            put(out, "\n");
        }
    });
    assert_eq!(reason(bytes), "too_many_bytes");
}

#[test]
fn a_sheet_that_unfolds_to_gigabytes_is_refused() {
    // One gigabyte of spaces inside an element, from one megabyte of file.
    let bomb = workbook("bomb.xlsx", &|out| {
        put(out, SHEET);
        let spaces = " ".repeat(1 << 20);
        (0..1024).for_each(|_| put(out, &spaces));
        put(out, "</sheetData></worksheet>");
    });
    assert_eq!(reason(bomb), "too_much_content");
}

#[test]
fn a_sheet_with_a_cell_at_its_far_corner_is_read_or_refused_in_bounds() {
    // A cell in A1 and one in XFD1048576: a dense table of them would have 17,000,000,000 cells.
    let corners = workbook("corners.xlsx", &|out| {
        put(out, SHEET);
        put(out, r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
        put(
            out,
            r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#,
        );
    });
    let reason = reason(corners);
    let bounded = ["too_much_content", "too_many_rows"].contains(&reason.as_str());
    assert!(bounded, "{reason}");
}

#[test]
fn a_row_repeated_a_million_times_is_refused() {
    let repeated = package(
        "repeated.ods",
        &[
            ("mimetype", &|out| put(out, "application/vnd.oasis.opendocument.spreadsheet")),
            ("content.xml", &|out| {
                put(
                    out,
                    r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Ark1"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
                );
            }),
            ("META-INF/manifest.xml", &|out| {
                put(
                    out,
                    r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#,
                );
            }),
        ],
    );
    let reason = reason(repeated);
    let bounded = ["too_much_content", "too_many_rows"].contains(&reason.as_str());
    assert!(bounded, "{reason}");
}
