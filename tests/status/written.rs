//! A status in every form that it leaves in: nothing is lost, and it is marked as internal.

use crate::samples::{day, document, reviewed, signed, texts, two_years_later};
use byspejl::chart::Spec;
use byspejl::exchange::html;
use byspejl::exchange::write::{docx, html_file, markdown};
use byspejl::report::{self, Visibility};
use byspejl::text::{Lang, report as words};

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_stands_in_every_form_and_the_page_is_marked() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    for lang in Lang::ALL {
        let document = document(&work, lang);
        assert_eq!(document.visibility, Visibility::Internal);
        assert!(document.sheets.iter().all(|sheet| sheet.mark == words::internal(lang)));
        let none = |_, _| Spec::default();
        let text = plain(&markdown::plain(&document, &none));
        let page = html_file::write(&document, &none);
        let preview = html::document(&document, &|_, _| Default::default());
        let parts = docx::parts(&document, &none, day("2028-02-01"));
        let body = format!("{parts:?}");
        for wanted in texts(&document) {
            let escaped = wanted.replace('&', "&amp;").replace('<', "&lt;");
            assert!(page.contains(&escaped), "{wanted} is not in the page");
            assert!(preview.contains(&escaped), "{wanted} is not in the preview");
            let quoted = format!("{:?}", escaped);
            let quoted = quoted.trim_matches('"');
            assert!(body.contains(quoted), "{wanted} is not in the DOCX");
        }
        for wanted in ["Havneby Service A/S", "Alle 14 ledere er med.", "Vi begyndte i køkkenet."]
        {
            assert!(text.contains(wanted), "{wanted} is not in the text");
        }
    }
}

#[test]
fn both_languages_in_one_document_have_all_their_sheets() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    let [danish, english] = Lang::ALL.map(|lang| document(&work, lang));
    let sheets = danish.sheets.len() + english.sheets.len();
    let both = report::bilingual(danish, english);
    assert_eq!(both.sheets.len(), sheets);
}
