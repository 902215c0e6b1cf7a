//! Text files and what was copied.

use super::{open, shown, text};
use byspejl::exchange::book::{Format, from_text};
use byspejl::exchange::reading::Reason;

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    let file = "Titel\r\n\r\nNiveau;a;b\r\n\"To\r\nlinjer\";1;2\r\n;;\r\nAndre;3;4\r\n\r\n";
    let sheet = &open("a.csv", file).sheets[0];
    assert_eq!(sheet.rows[2][0], text("Niveau"));
    assert_eq!(sheet.rows[3][0], text("To\r\nlinjer"));
    assert_eq!(sheet.rows[5], [text("Andre"), text("3"), text("4")]);
    assert_eq!(sheet.rows.len(), 6);
    assert_eq!(sheet.name, "");
}

#[test]
fn cells_are_kept_as_they_are_written() {
    let sheet = &open("a.csv", "a; 12,00 ;\" x\"\n1.234;-;007\n").sheets[0];
    assert_eq!(shown(sheet), [["a", " 12,00 ", " x"], ["1.234", "-", "007"]]);
}

#[test]
fn every_encoding_gives_the_same_cells() {
    let file = "Niveau;Østlig – €\r\nLedere;12\r\n";
    let expected = shown(&open("a.csv", file).sheets[0]);
    let wide = |unit: fn(u16) -> [u8; 2]| file.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
    let western = b"Niveau;\xD8stlig \x96 \x80\r\nLedere;12\r\n".to_vec();
    for bytes in [
        [b"\xEF\xBB\xBF", file.as_bytes()].concat(),
        [&b"\xFF\xFE"[..], &little].concat(),
        [&b"\xFE\xFF"[..], &big].concat(),
        little,
        big,
        western,
    ] {
        assert_eq!(shown(&open("a.csv", &bytes).sheets[0]), expected, "{bytes:?}");
    }
}

#[test]
fn a_file_that_says_its_separator_begins_on_the_next_line() {
    let book = open("a.csv", "\u{feff}sep=,\r\na;b,c\r\n");
    assert_eq!(book.format, Format::Delimited { delimiter: b',' });
    assert_eq!(shown(&book.sheets[0]), [["a;b", "c"]]);
}

#[test]
fn titles_and_footnotes_do_not_hide_the_separator() {
    let file = "Personale, fordelt på herkomst, 1. januar 2026\n\nNiveau;Dansk;Indvandrere\n\
                Ledere, øverste;1;2\nAndre;3;4\n\nKilde: lønsystemet, udtræk, 2026\n";
    assert_eq!(open("a.csv", file).format, Format::Delimited { delimiter: b';' });
}

#[test]
fn a_comma_in_an_unquoted_text_makes_its_row_longer_alone() {
    let sheet = &open("a.csv", "tid,gruppe,antal\n2026,en, to,3\n2026,en,4\n2025,to,5\n").sheets[0];
    assert_eq!(shown(sheet)[1], ["2026", "en", " to", "3"]);
    assert_eq!(shown(sheet)[2], ["2026", "en", "4"]);
}

#[test]
fn what_was_copied_is_read_with_tabs_first() {
    let book = from_text("a;b\t1\r\n\"c\td\"\t2\r\n").unwrap();
    assert_eq!(shown(&book.sheets[0]), [["a;b", "1"], ["c\td", "2"]]);
    assert_eq!(shown(&from_text("a;1\nb;2").unwrap().sheets[0]), [["a", "1"], ["b", "2"]]);
    assert_eq!(shown(&from_text("a,1\nb,2").unwrap().sheets[0]), [["a", "1"], ["b", "2"]]);
    assert_eq!(from_text(" \t\r\n").unwrap_err().reason, Reason::Empty);
}
