//! Bytes to text: which characters a text file means.
//!
//! UTF-8 and UTF-16 with their marks or without, else Windows-1252, which every byte is a character
//! of. Absent: other encodings; a file in one shows wrong letters and is read all the same. The
//! two tables needed are smaller than any library that has them. Read next: [`super::delimited`].

use super::find::has_control;
use crate::exchange::reading::Reason;
use std::borrow::Cow;

/// What Windows-1252 has from 0x80 to 0x9F; five places are not taken.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A loop over the whole text would run to its end in the form that a browser compiled first; one
/// over pieces goes on in the fast form as soon as there is one.
const LOOKED_THROUGH: usize = 1 << 14;

/// The text of a file, without its byte order mark.
///
/// # Errors
/// [`Reason::Binary`] for what nobody writes in a text.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Reason> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        _ => match zeros(bytes) {
            (0, 0) => utf8(bytes),
            // In UTF-16 nearly every other byte of a European text is zero.
            (even, odd) if odd > 4 * even && is_most(odd, bytes) => {
                Cow::Owned(utf16(bytes, u16::from_le_bytes))
            }
            (even, odd) if even > 4 * odd && is_most(even, bytes) => {
                Cow::Owned(utf16(bytes, u16::from_be_bytes))
            }
            _ => return Err(Reason::Binary),
        },
    };
    if is_binary(&text) { Err(Reason::Binary) } else { Ok(text) }
}

/// One character of Windows-1252.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Whether so many zeros are at least half of every other byte at the beginning.
fn is_most(zeros: usize, bytes: &[u8]) -> bool {
    4 * zeros >= bytes.len().min(4096)
}

/// How many of the first bytes at even and at odd places are zero.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let start = &bytes[..bytes.len().min(4096)];
    let count = |first| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    (count(0), count(1))
}

/// UTF-8, or Windows-1252 where more bytes speak against UTF-8 than for it.
fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    if good > bad {
        // A letter cut in two by a limit of some program: the rest is right.
        String::from_utf8_lossy(bytes)
    } else {
        Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect())
    }
}

/// UTF-16; half a character at the end is left out, others are shown as unknown.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Whether a text has characters that no text has, or too many that few have.
fn is_binary(text: &str) -> bool {
    let controls: Option<usize> = text.as_bytes().chunks(LOOKED_THROUGH).map(controls).sum();
    controls.is_none_or(|controls| controls * 200 > text.len())
}

/// How many bytes are control characters that few texts have; `None` where one is none of a text.
fn controls(bytes: &[u8]) -> Option<usize> {
    let count = |bytes: &[u8]| {
        let mut controls = 0;
        for byte in bytes {
            match byte {
                0 => return None,
                // Ctrl-Z ended a file in old systems.
                b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A => {}
                0x01..=0x1F | 0x7F => controls += 1,
                _ => {}
            }
        }
        Some(controls)
    };
    let (steps, tail) = bytes.as_chunks();
    let steps = steps.iter().filter(|step| has_control(**step));
    let controls: Option<usize> = steps.map(|step| count(step)).sum();
    Some(controls? + count(tail)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Niveau;Øst\r\nLedere – 1;12\r\n";

    fn wide(unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_its_mark() {
        assert_eq!(decode(TEXT.as_bytes()).unwrap(), TEXT);
        assert_eq!(decode(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat()).unwrap(), TEXT);
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_and_without_its_mark() {
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(&wide(unit)).unwrap(), TEXT);
            let marked = [unit(0xFEFF).to_vec(), wide(unit)].concat();
            assert_eq!(decode(&marked).unwrap(), TEXT);
            assert_eq!(decode(&marked[..marked.len() - 1]).unwrap(), TEXT.trim_end_matches('\n'));
        }
    }

    #[test]
    fn anything_else_is_windows_1252() {
        assert_eq!(decode(b"\xD8st \x96 \x80").unwrap(), "Øst – €");
    }

    #[test]
    fn one_broken_letter_does_not_spoil_the_others() {
        assert_eq!(decode(b"\xC3\x98st\xC3\xA5re\xC3").unwrap(), "Øståre\u{fffd}");
    }

    #[test]
    fn zeros_and_many_control_characters_are_no_text() {
        assert_eq!(decode(&[0, 0, 0, 1, 0, 0, 2, 0]), Err(Reason::Binary));
        assert_eq!(decode(b"\x01\x02\x03abc"), Err(Reason::Binary));
        assert_eq!(decode(&[&b"a".repeat(5000)[..], b"\0"].concat()), Err(Reason::Binary));
        assert_eq!(decode(b"a;b\r\n\x1a").unwrap(), "a;b\r\n\x1a");
    }
}
