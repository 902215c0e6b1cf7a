//! Markup as a stream, counted while it is read.
//!
//! Neither a part as a whole nor a single tag or text of it can be larger than its bound. Entities
//! other than characters and the five that XML has stay as they are written: there is no expansion
//! to blow up. Absent: what elements mean. Read next: [`super::xlsx`], [`super::ods`].

use super::grid::refusal;
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{BufRead, Error, ErrorKind, Read, Result as IoResult};

const BUFFER: usize = 1 << 16;
/// The longest tag or text: a spreadsheet's cell has at most 32,767 characters.
const MOST_AT_ONCE: usize = 1 << 20;

/// A part that is read event by event.
pub(super) struct Xml<'p, R: Read> {
    reader: Reader<Meter<'p, R>>,
    event: Vec<u8>,
}

/// A buffered stream that counts.
struct Meter<'p, R> {
    inner: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    left: &'p Cell<u64>,
    at_once: usize,
    is_exceeded: bool,
}

impl<'p, R: Read> Xml<'p, R> {
    /// Reads what `inner` gives, at most `left` bytes of it, which it takes away from `left`.
    pub fn new(inner: R, left: &'p Cell<u64>) -> Self {
        let buffer = vec![0; BUFFER];
        let (start, end, at_once, is_exceeded) = (0, 0, 0, false);
        let mut reader =
            Reader::from_reader(Meter { inner, buffer, start, end, left, at_once, is_exceeded });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, event: Vec::new() }
    }

    /// The next event; an empty element is a start and an end.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] beyond the bounds, else [`Reason::Damaged`].
    pub fn next(&mut self) -> Result<Event<'_>, Refusal> {
        self.event.clear();
        self.reader.get_mut().at_once = 0;
        // Two steps, because an event that was returned would keep the stream borrowed.
        if self.reader.get_mut().is_exceeded {
            return Err(refusal(Reason::TooMuchContent));
        }
        match self.reader.read_event_into(&mut self.event) {
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) if error.kind() == ErrorKind::FileTooLarge => {
                Err(refusal(Reason::TooMuchContent))
            }
            Err(_) => Err(refusal(Reason::Damaged)),
        }
    }

    /// What follows the last event as far as it is buffered: as much as is there, which may be
    /// nothing. Only after the start or the end of an element may anything be taken of it.
    pub fn buffered(&self) -> &[u8] {
        let meter = self.reader.get_ref();
        meter.buffer.get(meter.start..meter.end).unwrap_or_default()
    }

    /// Takes so many bytes of what is buffered, whole elements and blanks.
    pub fn take(&mut self, count: usize) {
        self.reader.get_mut().consume(count);
    }

    /// Leaves out everything up to the end of the element whose start was the last event.
    ///
    /// # Errors
    /// See [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let mut depth = 1usize;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(refusal(Reason::Damaged)),
                _ => {}
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Meter<'_, R> {
    fn read(&mut self, target: &mut [u8]) -> IoResult<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(target.len());
        target[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Meter<'_, R> {
    fn fill_buf(&mut self) -> IoResult<&[u8]> {
        if self.start >= self.end {
            if self.at_once > MOST_AT_ONCE {
                self.is_exceeded = true;
                return Err(Error::from(ErrorKind::FileTooLarge));
            }
            let count = self.inner.read(&mut self.buffer)?;
            let Some(left) = self.left.get().checked_sub(count as u64) else {
                self.is_exceeded = true;
                return Err(Error::from(ErrorKind::FileTooLarge));
            };
            self.left.set(left);
            (self.start, self.end) = (0, count);
            self.at_once += count;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, count: usize) {
        self.start = self.end.min(self.start + count);
    }
}

/// The name of an element without its prefix.
pub(super) fn name<'e>(start: &'e BytesStart<'_>) -> &'e str {
    start.local_name().into_inner()
}

/// The value of an attribute, its name given without prefix.
pub(super) fn attribute<'e>(start: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.local_name().into_inner() == name)?;
    Some(match found.value {
        Cow::Borrowed(raw) => unescape(raw).unwrap_or(Cow::Borrowed(raw)),
        Cow::Owned(raw) => Cow::Owned(unescape(&raw).map_or_else(|_| raw.clone(), Cow::into_owned)),
    })
}

/// Adds the characters of a text event; others have none.
pub(super) fn push_text(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(part) => match &**part {
            "amp" => text.push('&'),
            "lt" => text.push('<'),
            "gt" => text.push('>'),
            "quot" => text.push('"'),
            "apos" => text.push('\''),
            other => match part.resolve_char_ref() {
                Ok(Some(character)) => text.push(character),
                _ => text.extend(["&", other, ";"]),
            },
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(markup: &str) -> Result<String, Refusal> {
        let left = Cell::new(10_000_000);
        let mut xml = Xml::new(markup.as_bytes(), &left);
        let mut text = String::new();
        loop {
            match xml.next()? {
                Event::Eof => return Ok(text),
                event => push_text(&mut text, &event),
            }
        }
    }

    #[test]
    fn characters_are_read_and_own_entities_stay_as_they_are() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(text_of(bomb).unwrap(), "&c;");
        let text = "<a>&amp;&#248;&#x41;<![CDATA[<&]]>\r\n&quot;</a>";
        assert_eq!(text_of(text).unwrap(), "&øA<&\n\"");
    }

    #[test]
    fn a_text_or_tag_without_end_is_too_much() {
        for start in ["<a>", "<a b=\"", "<!--", "<a"] {
            let markup = format!("{start}{}", "x".repeat(3_000_000));
            assert_eq!(text_of(&markup).unwrap_err().reason, Reason::TooMuchContent, "{start}");
        }
    }

    #[test]
    fn the_part_as_a_whole_is_bounded() {
        let left = Cell::new(100_000);
        let markup = "<a>x</a>".repeat(100_000);
        let mut xml = Xml::new(markup.as_bytes(), &left);
        let refused = loop {
            match xml.next() {
                Ok(Event::Eof) => panic!("nothing was counted"),
                Ok(_) => {}
                Err(refused) => break refused,
            }
        };
        assert_eq!(refused.reason, Reason::TooMuchContent);
    }

    #[test]
    fn attributes_are_found_without_their_prefix() {
        let start = BytesStart::from_content("x:c a='1' r:id='a&amp;b'", 3);
        assert_eq!(name(&start), "c");
        assert_eq!(attribute(&start, "id").as_deref(), Some("a&b"));
        assert_eq!(attribute(&start, "b"), None);
    }

    #[test]
    fn whole_elements_can_be_taken_between_events() {
        let left = Cell::new(1_000);
        let mut xml = Xml::new("<a><b/><c>x</c><d/></a>".as_bytes(), &left);
        assert!(matches!(xml.next().unwrap(), Event::Start(start) if name(&start) == "a"));
        assert_eq!(xml.buffered(), b"<b/><c>x</c><d/></a>");
        xml.take("<b/><c>x</c>".len());
        assert!(matches!(xml.next().unwrap(), Event::Start(start) if name(&start) == "d"));
    }

    #[test]
    fn nested_elements_are_left_out_together() {
        let left = Cell::new(1_000);
        let mut xml = Xml::new("<a><b><a/><c>x</c></b>y</a>".as_bytes(), &left);
        while !matches!(xml.next().unwrap(), Event::Start(start) if name(&start) == "b") {}
        xml.skip().unwrap();
        assert!(matches!(xml.next().unwrap(), Event::Text(text) if &*text == "y"));
    }
}
