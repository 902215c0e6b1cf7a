//! The records of an old workbook, and texts that go on in the next one.
//!
//! Follows [MS-XLS]. Absent: what records mean. Read next: [`super::sheet`].

use crate::exchange::book::compound::{u16_at, u32_at};
use crate::exchange::book::text::windows_1252;

/// The kind of a record that goes on with the one before.
const CONTINUE: u16 = 0x003C;

/// The two generations of the format in compound files: they write texts differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// Excel 5 and 95: a byte a character.
    Biff5,
    /// Excel 97 to 2003: UTF-16, or its lower halves.
    Biff8,
}

/// A record, and what comes after it.
#[derive(Clone, Copy)]
pub(super) struct Record<'s> {
    pub kind: u16,
    pub content: &'s [u8],
    rest: &'s [u8],
}

/// The records from some place on, up to the end or to one that is cut off.
pub(super) struct Records<'s>(pub &'s [u8]);

/// Bytes of a record and of those that go on with it.
pub(super) struct Cursor<'s> {
    part: &'s [u8],
    rest: &'s [u8],
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let record = Record::first(self.0)?;
        self.0 = record.rest;
        Some(record)
    }
}

impl<'s> Record<'s> {
    fn first(stream: &'s [u8]) -> Option<Self> {
        let kind = u16_at(stream, 0)?;
        let length = usize::from(u16_at(stream, 2)?);
        let (content, rest) = stream.get(4..)?.split_at_checked(length)?;
        Some(Self { kind, content, rest })
    }

    /// A number at a place in the record.
    pub fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.content, at)
    }

    /// A number at a place in the record.
    pub fn u32(&self, at: usize) -> Option<u32> {
        u32_at(self.content, at)
    }

    /// A number at a place in the record.
    pub fn f64(&self, at: usize) -> Option<f64> {
        Some(f64::from_le_bytes(*self.content.get(at..)?.first_chunk()?))
    }

    /// Everything from a place on.
    pub fn from(&self, at: usize) -> Option<Cursor<'s>> {
        Some(Cursor { part: self.content.get(at..)?, rest: self.rest })
    }
}

impl Cursor<'_> {
    /// Goes on to the next record when this one is used up.
    fn refill(&mut self) -> Option<()> {
        while self.part.is_empty() {
            let record = Record::first(self.rest).filter(|record| record.kind == CONTINUE)?;
            (self.part, self.rest) = (record.content, record.rest);
        }
        Some(())
    }

    /// The next byte.
    pub fn u8(&mut self) -> Option<u8> {
        self.refill()?;
        let (first, rest) = self.part.split_first()?;
        self.part = rest;
        Some(*first)
    }

    /// The next number.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    /// The next number.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.refill()?;
            let step = count.min(self.part.len());
            self.part = &self.part[step..];
            count -= step;
        }
        Some(())
    }

    /// A text of `length` characters, added to `text`.
    pub fn text(&mut self, version: Version, length: usize, text: &mut String) -> Option<()> {
        match version {
            Version::Biff5 => {
                for _ in 0..length {
                    text.push(windows_1252(self.u8()?));
                }
                Some(())
            }
            Version::Biff8 => self.text_with_flags(length, text),
        }
    }

    /// A text after its length: flags, then fonts and pronunciation, which are left out.
    fn text_with_flags(&mut self, length: usize, text: &mut String) -> Option<()> {
        let flags = self.u8()?;
        let fonts = if flags & 8 != 0 { usize::from(self.u16()?) * 4 } else { 0 };
        let hints = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut is_wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            if self.part.is_empty() {
                // Where a text goes on in the next record, its width is said again.
                self.refill()?;
                is_wide = self.u8()? & 1 != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let count = (length - units.len()).min(self.part.len() / width);
            if count == 0 && !self.part.is_empty() {
                // Half a character at the end of a record.
                return None;
            }
            let (now, later) = self.part.split_at_checked(count * width)?;
            self.part = later;
            if is_wide {
                units.extend(now.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)));
            } else {
                units.extend(now.iter().map(|byte| u16::from(*byte)));
            }
        }
        let characters = char::decode_utf16(units);
        text.extend(characters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        self.skip(fonts + hints)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), content].concat()
    }

    #[test]
    fn a_text_goes_on_in_the_next_record_with_another_width() {
        let stream = [
            record(0xFC, b"\x05\x00\x00ab"),
            record(CONTINUE, b"\x01c\x00\xF8\x00"),
            record(CONTINUE, b"\x00e!"),
            record(0x0A, b""),
        ]
        .concat();
        let first = Records(&stream).next().unwrap();
        let mut cursor = first.from(0).unwrap();
        let length = usize::from(cursor.u16().unwrap());
        let mut text = String::new();
        cursor.text(Version::Biff8, length, &mut text).unwrap();
        assert_eq!(text, "abcøe");
        assert_eq!(cursor.u8(), Some(b'!'));
        assert_eq!(cursor.u8(), None);
        assert_eq!(Records(&stream).map(|record| record.kind).last(), Some(0x0A));
    }

    #[test]
    fn fonts_and_hints_are_left_out() {
        let stream = record(0xFC, b"\x0C\x01\x00\x02\x00\x00\x00a1234567");
        let mut text = String::new();
        let mut cursor = Records(&stream).next().unwrap().from(0).unwrap();
        cursor.text(Version::Biff8, 1, &mut text).unwrap();
        assert_eq!((&*text, cursor.u8()), ("a", Some(b'7')));
    }

    #[test]
    fn a_record_that_is_cut_off_is_the_end() {
        let stream = record(0xFC, b"abc");
        assert_eq!(Records(&stream[..6]).count(), 0);
    }
}
