//! What separates the cells of a text file.
//!
//! The separator is the one that gives the most rows the same number of cells; a file may say it
//! itself in a first line `sep=;`. Absent: what is in the cells. Read next: [`super::delimited`].

use super::delimited::Rows;

/// In the order in which they win where they fit equally well: a comma is in Danish numbers, a
/// semicolon in hardly any text, a tab in none.
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];
/// Rows that are looked at.
const SAMPLE: usize = 300;
/// Enough of a text to find the sample in; a single endless line costs no more.
const MOST_SAMPLED: usize = 200_000;

/// The separator of a text, and the text without the line that says it.
pub(super) fn dialect(text: &str) -> (u8, &str) {
    stated(text).unwrap_or_else(|| (guess(text), text))
}

/// The separator of a first line `sep=;`, which no spreadsheet shows as a row.
fn stated(text: &str) -> Option<(u8, &str)> {
    let (start, rest) = text.split_at_checked(4)?;
    let line = rest.find(['\r', '\n']).unwrap_or(rest.len());
    let (said, rest) = rest.split_at(line);
    let is_said = start.eq_ignore_ascii_case("sep=") && said.len() <= 1;
    let delimiter = said.bytes().next().filter(|byte| is_said && CANDIDATES.contains(byte))?;
    let rest =
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    Some((delimiter, rest))
}

fn guess(text: &str) -> u8 {
    let mut end = text.len().min(MOST_SAMPLED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let fits = CANDIDATES.map(|candidate| fit(&text[..end], candidate));
    let best = fits.iter().copied().max().unwrap_or(0);
    // A text that happens to have a comma in more titles does not win over the table.
    let place = fits.iter().position(|fit| *fit > 0 && fit * 10 >= best * 8);
    // A single column has no separator; any will do.
    place.map_or(b';', |place| CANDIDATES[place])
}

/// How many rows have the same number of cells, at least two.
fn fit(text: &str, delimiter: u8) -> usize {
    let mut rows = Rows::new(text, delimiter);
    let mut widths: Vec<usize> = Vec::new();
    let mut seen = 0;
    while seen < SAMPLE {
        let Some(width) = rows.next_width() else { break };
        if width > 0 {
            seen += 1;
        }
        if width > 1 {
            widths.push(width);
        }
    }
    widths.sort_unstable();
    widths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_separator_is_found() {
        for delimiter in ["\t", ";", "|", ","] {
            let text = "a;b;c\nLedere;1;2\nAndre;3;4\n".replace(';', delimiter);
            assert_eq!(dialect(&text), (delimiter.as_bytes()[0], &*text));
        }
    }

    #[test]
    fn decimals_and_texts_with_commas_do_not_make_a_comma_file() {
        assert_eq!(dialect("a;b\nLedere, øverste;1,5\nAndre, alle;2,5\n").0, b';');
        assert_eq!(dialect("Titel, med, komma\nog, en, note\n\na;b;c\nx;1;2\ny;3;4\n").0, b';');
    }

    #[test]
    fn a_few_semicolons_in_texts_do_not_make_a_semicolon_file() {
        assert_eq!(dialect("level,a,b\n\"x; y\",1,2\nz,3,4\nw; v,5,6\nu,7,8\n").0, b',');
    }

    #[test]
    fn commas_in_unquoted_texts_leave_a_comma_file_one() {
        assert_eq!(
            dialect("tid,alder,antal\n2026,18, 19 år,3\n2026,20 år,4\n2026,21 år,4\n").0,
            b','
        );
    }

    #[test]
    fn separators_in_quotes_do_not_count() {
        assert_eq!(dialect("\"a;b\",1\n\"c;d\",2\n\"e;f\",3\n").0, b',');
    }

    #[test]
    fn the_file_says_its_separator() {
        assert_eq!(dialect("sep=,\r\na;b,c\r\n"), (b',', "a;b,c\r\n"));
        assert_eq!(dialect("SEP=;\na;b"), (b';', "a;b"));
        assert_eq!(dialect("sep=\t\na"), (b'\t', "a"));
        assert_eq!(dialect("sep=x;y\n1;2"), (b';', "sep=x;y\n1;2"));
        assert_eq!(dialect("sep="), (b';', "sep="));
    }
}
