//! What each kind of workbook holds.

use super::zipped::{ods, workbook, xlsx, zip};
use super::{fixture, open, other, shown, text};
use byspejl::exchange::book::{Book, Cell, Format};

/// The same table out of LibreOffice in every format, except for how each writes dates and truth.
fn is_the_table(book: &Book, date: &str, truth: &str) {
    let names: Vec<(&str, bool)> =
        book.sheets.iter().map(|sheet| (&*sheet.name, sheet.is_hidden)).collect();
    assert_eq!(names, [("Østerbro", false), ("Skjult", true), ("Tom", false)]);
    let table = &book.sheets[0];
    assert_eq!(
        table.rows,
        [
            vec![text("Medarbejdere efter herkomst")],
            vec![],
            vec![],
            vec![text("Niveau"), text("Kvinder – 2026"), Cell::Empty, text("Opgjort")],
            vec![Cell::Empty, text("Dansk oprindelse"), text("Indvandrere")],
            vec![text("Ledere"), Cell::Number(12.0), Cell::Number(3.5), other(date)],
            vec![text("Andre"), Cell::Number(12_000.0), other("#DIV/0!"), other(truth)],
            vec![text("I alt"), text("<5"), text("ab")],
        ]
    );
    let mut merged = table.merged.clone();
    merged.sort_unstable();
    assert_eq!(merged, [((3, 0), (4, 0)), ((3, 1), (3, 2))]);
    assert_eq!(book.sheets[1].rows, [[Cell::Empty, Cell::Empty, text("kun her")]]);
    assert!(book.sheets[2].rows.is_empty());
}

#[test]
fn a_workbook_of_today_is_read() {
    let book = open("tabel.xlsx", fixture("tabel.xlsx"));
    assert_eq!(book.format, Format::Xlsx);
    is_the_table(&book, "2026-01-31", "TRUE");
}

#[test]
fn an_open_document_is_read_as_it_is_shown() {
    let book = open("tabel.ods", fixture("tabel.ods"));
    assert_eq!(book.format, Format::Ods);
    let table = &book.sheets[0].rows;
    let [Cell::Other(date), Cell::Other(truth)] = [&table[5][3], &table[6][3]] else {
        panic!("{table:?}")
    };
    assert!(date.contains("2026") || date.ends_with("26"), "{date}");
    is_the_table(&book, date, truth);
}

#[test]
fn an_old_workbook_is_read() {
    let book = open("tabel.xls", fixture("tabel.xls"));
    assert_eq!(book.format, Format::Xls);
    is_the_table(&book, "2026-01-31", "TRUE");
}

#[test]
fn a_file_is_what_it_contains_whatever_it_is_called() {
    for name in ["tabel.csv", "tabel", "tabel.pdf"] {
        assert_eq!(open(name, fixture("tabel.xlsx")).format, Format::Xlsx);
        assert_eq!(open(name, fixture("tabel.xls")).format, Format::Xls);
        assert_eq!(open(name, fixture("tabel.ods")).format, Format::Ods);
        assert_eq!(open(name, "a;b\n1;2").format, Format::Delimited { delimiter: b';' });
    }
}

#[test]
fn cells_stand_where_they_say_or_after_the_one_before() {
    let book = open(
        "a.xlsx",
        xlsx(
            "<sheetData><row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row>\
             <row><c><v>3</v></c></row><row r=\"7\"><c r=\"A7\"/><c r=\"B7\"><v>4</v></c></row></sheetData>",
            "",
            "",
        ),
    );
    let rows = shown(&book.sheets[0]);
    assert_eq!(rows[2], ["", "", "1", "2"]);
    assert_eq!(rows[3], ["3"]);
    assert_eq!(rows[6], ["", "4"]);
    assert_eq!(rows.len(), 7);
}

#[test]
fn every_way_to_write_a_value_is_read() {
    let book = open(
        "a.xlsx",
        xlsx(
            "<sheetData><row r=\"1\">\
             <c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>\
             <c t=\"inlineStr\"><is><r><t>to </t></r><r><t>dele</t></r></is></c>\
             <c t=\"str\"><f>\"a\"</f><v>&lt;5</v></c><c t=\"b\"><v>0</v></c>\
             <c t=\"e\"><v>#REF!</v></c><c s=\"1\"><v>46053</v></c><c s=\"2\"><v>0.289</v></c>\
             <c t=\"n\"><v>1.2E3</v></c><c><f>A1</f></c><c t=\"d\"><v>2026-01-31</v></c>\
             </row></sheetData>",
            "<si><t xml:space=\"preserve\"> a &amp;_x000D_</t></si>\
             <si><r><t>rig</t></r><r><rPr/><t>tekst</t></r><rPh><t>skjult</t></rPh></si>",
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>\
             <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>",
        ),
    );
    assert_eq!(
        book.sheets[0].rows[0],
        [
            text(" a &\r"),
            text("rigtekst"),
            text("to dele"),
            text("<5"),
            other("FALSE"),
            other("#REF!"),
            other("2026"),
            Cell::Number(0.289),
            Cell::Number(1200.0),
            Cell::Empty,
            other("2026-01-31"),
        ][..]
            .to_vec()
    );
}

#[test]
fn prefixes_hidden_sheets_and_sheets_without_cells_are_understood() {
    let one = "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData>\
               <x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
    let none = "<worksheet><sheetData/></worksheet>";
    let book = open(
        "a.xlsx",
        workbook(
            &[
                ("A &amp; B", "", one),
                ("b", "state=\"hidden\"", one),
                ("c", "state=\"veryHidden\"", none),
            ],
            "",
            "",
        ),
    );
    let sheets: Vec<(&str, bool, usize)> =
        book.sheets.iter().map(|sheet| (&*sheet.name, sheet.is_hidden, sheet.rows.len())).collect();
    assert_eq!(sheets, [("A & B", false, 1), ("b", true, 1), ("c", true, 0)]);
}

#[test]
fn parts_with_other_slashes_and_letters_are_found() {
    let book = open(
        "a.xlsx",
        zip(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("XL\\Workbook.xml", b"<workbook><sheets><sheet name=\"a\" r:id=\"1\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                b"<r><Relationship Id=\"1\" Type=\"http://purl.oclc.org/ooxml/worksheet\" Target=\"/xl/Sheet.XML\"/></r>",
            ),
            ("xl/sheet.xml", b"<worksheet><row><c><v>5</v></c></row></worksheet>"),
        ]),
    );
    assert_eq!(shown(&book.sheets[0]), [["5"]]);
}

#[test]
fn repeated_rows_and_columns_of_an_open_document_are_written_out() {
    let book = open(
        "a.ods",
        ods("<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2\">\
             <table:table-cell table:number-columns-repeated=\"2\"/>\
             <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>\
             <table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
             </table:table>"),
    );
    assert_eq!(shown(&book.sheets[0]), [["", "", "7", "7"], ["", "", "7", "7"]]);
}

#[test]
fn the_text_of_an_open_document_has_its_spaces_and_lines_and_no_comments() {
    let book = open(
        "a.ods",
        ods("<table:table table:name=\"a\"><table:table-row>\
             <table:table-cell office:value-type=\"string\"><office:annotation><text:p>nej</text:p></office:annotation>\
             <text:p>a\n  b<text:s text:c=\"2\"/><text:span>c</text:span><text:tab/>d</text:p><text:p>e<text:line-break/>f</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"string\" office:string-value=\"kun her\"/>\
             <table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50 %</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
             </table:table-row></table:table>"),
    );
    assert_eq!(
        book.sheets[0].rows[0],
        vec![
            text("a b  c\td\ne\nf"),
            text("kun her"),
            Cell::Number(0.5),
            other("#REF!"),
            other("true"),
        ]
    );
}
