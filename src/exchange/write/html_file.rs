//! A document as one HTML file: styles and pictures inside, nothing to fetch, nothing that runs.
//!
//! The markup is the preview's ([`html`]), so paper made from the file and paper made from the page
//! are the same. Its own policy forbids everything but its styles, whatever a later hand puts in.
//! Absent: words. Read next: `html_file/screen.css` for the looks on a screen, style/80-print.css
//! for those on paper.

use crate::chart::Spec;
use crate::exchange::html::{self, Rank};
use crate::markup::Markup;
use crate::report::{Document, FigureId};
use crate::text::Lang;

const HEAD: &str = include_str!("html_file/head.html");
const STYLES: [&str; 2] =
    [include_str!("html_file/screen.css"), include_str!("../../../style/80-print.css")];
/// The width of a phone's screen between the margins, in CSS pixels.
const PHONE: f64 = 340.0;

/// Writes the document as a complete HTML file. `figure` describes a figure.
pub fn write(document: &Document, figure: &dyn Fn(FigureId, Lang) -> Spec) -> String {
    let drawn = |id, lang: Lang| {
        let spec = figure(id, lang);
        let (wide, source) = html::paper_figure(&spec, lang);
        let narrow = html::picture(&spec, lang, PHONE, &["phone-mirror-", lang.tag()].concat());
        let mut both = Markup::default();
        for (class, picture) in [("fig-wide", wide), ("fig-narrow", narrow)] {
            both.start("div", class).markup(&picture).close("div");
        }
        (both.finish(), source)
    };
    let mut page = Markup::default();
    page.markup(&head(document));
    for style in STYLES {
        page.markup(&without_comments(style));
    }
    page.close("style").close("head").markup("\n").start("body", "").start("main", "");
    page.markup(&html::article(document, Rank::First, &drawn));
    page.close("main").close("body").close("html").markup("\n");
    page.finish()
}

/// The head up to the styles, its two places filled.
fn head(document: &Document) -> String {
    let mut head = Markup::default();
    let mut rest = HEAD;
    for (place, words) in [("{lang}", document.lang.tag()), ("{title}", &document.title)] {
        let (before, after) = rest.split_once(place).unwrap_or((rest, ""));
        head.markup(before).words(words);
        rest = after;
    }
    head.markup(rest);
    head.finish()
}

/// Comments are for those who write the styles, and hold paths that mean nothing in a file.
fn without_comments(style: &str) -> String {
    let mut parts = style.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    let lines = kept.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_their_comments_and_nothing_else() {
        assert_eq!(
            without_comments("/* a */\n\nb { c: d; } /* e */\nf {}"),
            "b { c: d; } \nf {}\n"
        );
        assert_eq!(without_comments("a {} /* open"), "a {} \n");
    }
}
