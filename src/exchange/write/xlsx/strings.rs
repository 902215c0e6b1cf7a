//! The workbook's texts, each once (SpreadsheetML, shared strings).

use super::MAIN;
use crate::markup::Markup;
use crate::sorted::SortedMap;

/// The longest text of a cell; spreadsheets refuse a file with a longer one.
const LONGEST: usize = 32_767;

/// Texts in the order in which they were first used.
#[derive(Default)]
pub(super) struct Strings {
    places: SortedMap<String, usize>,
    texts: Vec<String>,
    uses: usize,
}

impl Strings {
    /// The number of a text.
    pub fn place(&mut self, text: &str) -> usize {
        self.uses += 1;
        let text: String = text.chars().take(LONGEST).collect();
        if let Some(place) = self.places.get(&text) {
            return *place;
        }
        let place = self.texts.len();
        self.places.insert(text.clone(), place);
        self.texts.push(text);
        place
    }

    pub fn xml(self) -> Markup {
        let mut xml = Markup::default();
        xml.tag("sst").attribute("xmlns", MAIN).attribute("count", &self.uses.to_string());
        xml.attribute("uniqueCount", &self.texts.len().to_string()).open();
        for text in &self.texts {
            xml.tag("si").open().tag("t");
            if text.trim() != text {
                xml.attribute("xml:space", "preserve");
            }
            xml.open().words(&escaped(text)).close("t").close("si");
        }
        xml.close("sst");
        xml
    }
}

/// "_x0041_" would be read as "A": its underscore is written as an escape of its own.
fn escaped(text: &str) -> String {
    let is_escape = |rest: &str| {
        let bytes = rest.as_bytes();
        bytes.len() >= 7
            && bytes.starts_with(b"_x")
            && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
            && bytes[6] == b'_'
    };
    let mut written = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if letter == '_' && is_escape(&text[at..]) {
            written.push_str("_x005F");
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_stands_once_and_is_counted_each_time() {
        let mut strings = Strings::default();
        assert_eq!(["Tal", "Drift", "Tal"].map(|text| strings.place(text)), [0, 1, 0]);
        let xml = strings.xml().finish();
        assert!(xml.contains("count=\"3\" uniqueCount=\"2\""), "{xml}");
    }

    #[test]
    fn what_looks_like_an_escape_stays_as_it_was_typed() {
        assert_eq!(escaped("A_x0041_"), "A_x005F_x0041_");
        assert_eq!(escaped("_x_ fx _xæøå_"), "_x_ fx _xæøå_");
    }
}
