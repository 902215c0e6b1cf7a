//! A range copied from or to a spreadsheet: tab-separated text with optional quotes.

/// Rows of cell texts. Rows may differ in length.
pub type Block = Vec<Vec<String>>;

/// Reads what Excel, LibreOffice and Google Sheets put on the clipboard: tabs between cells,
/// any kind of line end, cells with tabs or line ends in double quotes. One line end at the
/// end belongs to the last row. Never fails: any text is at least one cell.
pub fn read(text: &str) -> Block {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("starts with a row and only grows");
        let cell = row.last_mut().expect("each row starts with a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            _ if quoted => cell.push(character),
            '\t' => row.push(String::new()),
            '\r' | '\n' => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                if characters.peek().is_some() {
                    rows.push(vec![String::new()]);
                }
            }
            _ => cell.push(character),
        }
    }
    rows
}

/// Writes a range so that a spreadsheet reads it back.
///
/// A text that a spreadsheet would run as a formula gets a leading apostrophe.
pub fn write(block: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in block {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            write_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn write_cell(text: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '@'])
        || cell.strip_prefix('-').is_some_and(|rest| {
            !rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        });
    if cell.contains(['\t', '\r', '\n', '"']) {
        text.push('"');
        if formula {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        if formula {
            text.push('\'');
        }
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(rows: &[&[&str]]) -> Block {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_spreadsheet_range_reads_as_rows_and_cells() {
        assert_eq!(read("72\t28\r\n150\t50\r\n"), block(&[&["72", "28"], &["150", "50"]]));
        assert_eq!(read("1\t\t3\n"), block(&[&["1", "", "3"]]));
        assert_eq!(read("a\rb"), block(&[&["a"], &["b"]]));
    }

    #[test]
    fn quoted_cells_may_hold_tabs_lines_and_quotes() {
        assert_eq!(read("\"a\tb\"\t\"c\nd\"\n"), block(&[&["a\tb", "c\nd"]]));
        assert_eq!(read("\"say \"\"hi\"\"\""), block(&[&["say \"hi\""]]));
        assert_eq!(read("5\" pipe\t2"), block(&[&["5\" pipe", "2"]]));
    }

    #[test]
    fn what_is_written_reads_back() {
        let range = block(&[&["Rengøring", "72", "<5"], &["a\tb", "\"", ""]]);
        assert_eq!(read(&write(&range)), range);
    }

    #[test]
    fn a_formula_is_made_harmless() {
        assert_eq!(write(&block(&[&["=1+1"]])), "'=1+1\r\n");
        assert_eq!(write(&block(&[&["-5"]])), "-5\r\n");
    }

    #[test]
    fn nothing_is_one_empty_cell() {
        assert_eq!(read(""), block(&[&[""]]));
    }
}
