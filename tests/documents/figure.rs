//! The figure in a word processor: shapes of its own, described for those who do not see it.

use crate::organisations::*;
use crate::package::{Package, is_inside, texts};
use crate::xml::Element;
use byspejl::chart::{Frame, Mark, Tone, draw};
use byspejl::text::Lang;

fn drawn(paper: &Paper) -> Vec<Element> {
    Package::open(paper.docx()).document()
}

/// A4 less its margins, in English metric units.
const PAGE: i64 = (11_906 - 2 * 794) * 635;

#[test]
fn the_figure_says_in_words_what_it_shows() {
    for lang in Lang::ALL {
        let paper = Paper::of(&example(), lang);
        let document = drawn(&paper);
        let figures: Vec<_> = document.iter().filter(|e| e.name == "wp:docPr").collect();
        assert_eq!(figures.len(), 1);
        assert_eq!(figures[0].get("descr"), Some(paper.figure.summary.as_str()));
        assert!(!paper.figure.summary.is_empty());
        // What knows no groups of shapes shows the sentence instead.
        assert!(!texts(&document, "mc:Fallback")[0].is_empty());
    }
}

#[test]
fn every_word_of_the_picture_is_a_text_box() {
    for work in [example(), largest()] {
        let paper = Paper::of(&work, Lang::Da);
        let picture = draw(&paper.figure, 680.0, Frame::Embedded);
        let marks = picture.back.iter().chain(&picture.front);
        let wanted: Vec<&str> = marks
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(text.words.as_str()),
                _ => None,
            })
            .collect();
        assert!(wanted.len() > 20);
        assert_eq!(texts(&drawn(&paper), "w:txbxContent"), wanted);
    }
}

#[test]
fn the_figure_fits_the_page_and_everything_in_it_fits_the_figure() {
    for work in [example(), largest()] {
        let document = drawn(&Paper::of(&work, Lang::Da));
        let number = |e: &Element, name: &str| {
            e.get(name)
                .unwrap_or_else(|| panic!("{} has no {name}", e.name))
                .parse::<i64>()
                .unwrap()
        };
        let extent = document.iter().find(|e| e.name == "wp:extent").expect("a figure");
        let (width, height) = (number(extent, "cx"), number(extent, "cy"));
        assert!(width <= PAGE, "{width} is wider than the page");
        let offsets = document.iter().zip(&document[1..]);
        let places = offsets.filter(|(off, ext)| off.name == "a:off" && ext.name == "a:ext");
        for (off, ext) in places {
            let (x, y) = (number(off, "x"), number(off, "y"));
            let (right, bottom) = (x + number(ext, "cx"), y + number(ext, "cy"));
            // A text's box is a guess wider than its words.
            assert!(x >= -60_000 && y >= -60_000, "{x} {y}");
            assert!(right <= width + 60_000 && bottom <= height + 60_000, "{right} {bottom}");
        }
    }
}

#[test]
fn shapes_have_identifiers_of_their_own() {
    let document = drawn(&Paper::of(&largest(), Lang::Da));
    let shapes = document.iter().filter(|e| ["wp:docPr", "wps:cNvPr"].contains(&e.name.as_str()));
    let ids: Vec<&str> = shapes.map(|e| e.get("id").expect("an identifier")).collect();
    assert!(ids.len() > 100);
    assert!(ids.iter().enumerate().all(|(n, id)| !ids[..n].contains(id)));
}

#[test]
fn patterns_are_told_apart_without_colour() {
    let paper = Paper::of(&example(), Lang::Da);
    let document = drawn(&paper);
    let inside = |name: &str| {
        document.iter().filter(|e| e.name == name && is_inside(&document, e, "a:pathLst")).count()
    };
    let rows = &paper.figure.rows;
    let has = |tones: &[Tone]| rows.iter().any(|row| tones.contains(&row.tone));
    assert!(has(&[Tone::Below]) && inside("a:lnTo") > 10, "strokes");
    assert!(has(&[Tone::Above]) && inside("a:arcTo") > 100, "dots");
}
