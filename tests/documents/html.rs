//! The single file: complete, closed, and nobody's script.

use crate::organisations::*;
use crate::xml::elements;
use byspejl::exchange::html;
use byspejl::report::Block;
use byspejl::text::Lang;

/// The markup after the declaration, with the styles taken out: they are no markup.
fn markup(html: &str) -> String {
    let html = html.strip_prefix("<!DOCTYPE html>").expect("a declaration");
    let (before, rest) = html.split_once("<style>").expect("styles");
    let (_, after) = rest.split_once("</style>").expect("styles end");
    [before, after].concat().trim().to_owned()
}

#[test]
fn the_file_is_well_formed_and_says_its_language_and_title() {
    for lang in Lang::ALL {
        for work in [example(), largest()] {
            let paper = Paper::of(&work, lang);
            let all = elements(&markup(&paper.html()));
            assert_eq!(all[0].name, "html");
            assert_eq!(all[0].get("lang"), Some(lang.tag()));
            let title = all.iter().find(|e| e.name == "title").expect("a title");
            assert_eq!(title.text, paper.document.title);
            let ids: Vec<&str> = all.iter().filter_map(|e| e.get("id")).collect();
            assert!(ids.iter().enumerate().all(|(n, id)| !ids[..n].contains(id)), "{ids:?}");
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    for lang in Lang::ALL {
        let html = Paper::of(&largest(), lang).html();
        for forbidden in
            ["<script", "<link", "<iframe", "<object", "<img", "src=", "@import", "url("]
        {
            let inside = html.matches(forbidden).count();
            // Patterns of the picture are filled from the picture itself.
            let own = if forbidden == "url(" { html.matches("url(#").count() } else { 0 };
            assert_eq!(inside, own, "{forbidden}");
        }
        let all = elements(&markup(&html));
        for element in &all {
            assert!(element.attributes.iter().all(|(name, _)| !name.starts_with("on")));
            if let Some(address) = element.get("href") {
                assert_eq!(element.name, "a", "{address} is fetched by {}", element.name);
                assert!(html::is_web_address(address), "{address}");
            }
        }
        let policy = all
            .iter()
            .find(|e| e.get("http-equiv") == Some("Content-Security-Policy"))
            .and_then(|e| e.get("content"))
            .expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
        assert!(!policy.contains("script"), "{policy}");
    }
}

#[test]
fn headings_go_down_one_rank_at_a_time_from_the_first() {
    let all = elements(&markup(&Paper::of(&largest(), Lang::Da).html()));
    let ranks = all.iter().filter_map(|e| match e.name.as_str() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        name => {
            assert!(!["h4", "h5", "h6"].contains(&name));
            None
        }
    });
    let mut before = 0;
    for rank in ranks {
        assert!(rank <= before + 1, "{rank} after {before}");
        before = rank;
    }
}

#[test]
fn every_text_of_the_document_is_in_the_file() {
    for lang in Lang::ALL {
        let paper = Paper::of(&with_words("Vi & <b>os</b>"), lang);
        let all = elements(&markup(&paper.html()));
        let texts: Vec<&str> = all.iter().map(|element| element.text.as_str()).collect();
        let texts = texts.join("\n");
        for text in paper.document.sheets.iter().flat_map(|s| &s.blocks).flat_map(Block::texts) {
            assert!(texts.contains(text.trim()), "{text:?} is lost");
        }
        assert!(!all.iter().any(|element| element.name == "b"));
    }
}

#[test]
fn the_paper_rules_of_the_page_are_in_it_without_their_comments() {
    let html = Paper::of(&example(), Lang::Da).html();
    assert!(html.contains("size: A4"));
    assert!(html.contains(".document .sheet-annex"));
    assert!(!html.contains("/*") && !html.contains("style/80-print"));
}

#[test]
fn a_phone_gets_a_picture_drawn_for_it() {
    let all = elements(&markup(&Paper::of(&example(), Lang::Da).html()));
    let widths: Vec<&str> =
        all.iter().filter(|e| e.name == "svg").filter_map(|e| e.get("width")).collect();
    assert_eq!(widths, ["680", "340"]);
}
