//! The texts that the cells of a workbook share.
//!
//! Absent: fonts, and the hints for pronunciation in East Asian texts, which no cell shows.
//! Read next: [`super::sheet`].

use crate::exchange::book::MOST_TEXT;
use crate::exchange::book::grid::refusal;
use crate::exchange::book::package::Package;
use crate::exchange::book::shared::SharedTexts;
use crate::exchange::book::xml::{name, push_text};
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::events::Event;

/// Reads the part that holds them; none if the package does not have it.
///
/// # Errors
/// [`Reason::TooMuchContent`], [`Reason::Damaged`].
pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<SharedTexts, Refusal> {
    let mut texts = SharedTexts::default();
    let Some(mut xml) = package.part(path)? else { return Ok(texts) };
    let mut item = String::new();
    let mut is_text = false;
    loop {
        match xml.next()? {
            Event::Start(start) => match name(&start) {
                "si" => item.clear(),
                "t" => is_text = true,
                "rPh" => xml.skip()?,
                _ => {}
            },
            Event::End(end) => match end.local_name().into_inner() {
                "t" => is_text = false,
                "si" => texts.push(|text| push_decoded(text, &item))?,
                "sst" => return Ok(texts),
                _ => {}
            },
            Event::Eof => return Err(refusal(Reason::Damaged)),
            event if is_text => push_text(&mut item, &event),
            _ => {}
        }
        if item.len() > MOST_TEXT {
            return Err(refusal(Reason::TooMuchContent));
        }
    }
}

/// Adds a text in which characters that XML cannot hold are written `_x000D_`.
pub(super) fn push_decoded(text: &mut String, mut item: &str) {
    while let Some(at) = item.find("_x") {
        let code = item.get(at + 2..at + 6).filter(|_| item[at + 2..].get(4..5) == Some("_"));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                text.push_str(&item[..at]);
                text.push(character);
                item = &item[at + 7..];
            }
            None => {
                text.push_str(&item[..at + 2]);
                item = &item[at + 2..];
            }
        }
    }
    text.push_str(item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_hold_are_decoded() {
        let decoded = |item| {
            let mut text = String::new();
            push_decoded(&mut text, item);
            text
        };
        assert_eq!(decoded("a_x000D_\nb"), "a\r\nb");
        assert_eq!(decoded("_x005F_x000D_"), "_x000D_");
        for same in ["_x00G0_", "_x000D", "_x", "a_xø000_", "_x00_x", "_xD800_"] {
            assert_eq!(decoded(same), same);
        }
    }
}
