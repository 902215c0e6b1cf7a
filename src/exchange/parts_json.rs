//! The parts of a packed file as JSON, on their way from the page to the office worker.
//!
//! The page writes every part's text; the worker, which has the compressor, packs them.

/// Names and texts of parts, in their order.
pub fn write(parts: &[(String, String)]) -> String {
    // Only maps with keys that are no texts can fail to become JSON; a list of texts has none.
    serde_json::to_string(parts).unwrap_or_default()
}

/// The parts again; `None` for anything that [`write`] has not written.
pub fn read(json: &str) -> Option<Vec<(String, String)>> {
    serde_json::from_str(json).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_arrive_as_they_were_sent() {
        let parts = vec![
            ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
            ("word/document.xml".to_owned(), "\"Løfte\"\n\u{a0}<&".to_owned()),
        ];
        assert_eq!(read(&write(&parts)), Some(parts));
        assert_eq!(read("{}"), None);
    }
}
