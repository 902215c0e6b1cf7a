//! Figures from description to picture, table and canvas, looked at from outside.

mod heat;
mod samples;
mod xml;
mod years;

use byspejl::chart::wire;
use byspejl::chart::{
    Anchor, Drawing, Frame, Mark, Spec, SvgOptions, Tone, draw, svg, table, width_of,
};
use serde_json::Value;

const WIDTHS: [f64; 6] = [240.0, 320.0, 390.0, 600.0, 680.0, 1200.0];

/// Every sample in every width and frame.
fn drawings() -> impl Iterator<Item = (Spec, Drawing)> {
    samples::all().into_iter().flat_map(|spec| {
        let forms = WIDTHS
            .into_iter()
            .flat_map(|width| [(width, Frame::Embedded), (width, Frame::Standalone)]);
        forms
            .map(move |(width, frame)| (spec.clone(), draw(&spec, width, frame)))
            .collect::<Vec<_>>()
    })
}

fn picture(spec: &Spec, width: f64, frame: Frame) -> String {
    svg(spec, SvgOptions { width, frame, lang: "da", id: "a" })
}

/// Left, top, right and bottom of each text, by the widest letters it may be set in.
fn text_boxes(drawing: &Drawing) -> Vec<([f64; 4], String)> {
    let marks = drawing.back.iter().chain(&drawing.front);
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text(text) => Some(text),
        _ => None,
    });
    let boxes = texts.map(|text| {
        let width = width_of(&text.words, text.style);
        let left = match text.anchor {
            Anchor::Start => text.x,
            Anchor::Middle => text.x - width / 2.0,
            Anchor::End => text.x - width,
        };
        let size = text.style.size();
        ([left, text.y - 0.8 * size, left + width, text.y + 0.2 * size], text.words.clone())
    });
    boxes.collect()
}

#[test]
fn every_picture_is_well_formed_and_holds_no_broken_number() {
    for spec in samples::all() {
        for (width, frame) in [(320.0, Frame::Embedded), (900.0, Frame::Standalone)] {
            let picture = picture(&spec, width, frame);
            let elements = xml::elements(&picture);
            assert_eq!(elements[0].name, "svg");
            assert!(!picture.contains("NaN") && !picture.contains("inf"), "{picture}");
            let no_number = |value: &str| value.parse::<f64>().is_err();
            for element in &elements {
                for name in ["x", "y", "x1", "x2", "y1", "y2", "width", "height"] {
                    assert!(!element.get(name).is_some_and(no_number), "{element:?}");
                }
            }
        }
    }
}

#[test]
fn a_share_that_is_no_number_breaks_no_picture() {
    let mut spec = samples::five();
    spec.rows[0].share = Some(f64::NAN);
    spec.rows[1].interval = Some(byspejl::chart::Range { low: f64::NAN, high: f64::INFINITY });
    spec.axis.max = 0.0;
    let picture = picture(&spec, 600.0, Frame::Standalone);
    xml::elements(&picture);
    assert!(!picture.contains("NaN") && !picture.contains("inf"));
}

#[test]
fn a_picture_is_read_aloud_as_its_title_and_finding() {
    let elements = xml::elements(&picture(&samples::five(), 600.0, Frame::Embedded));
    let root = &elements[0];
    assert_eq!((root.get("role"), root.get("lang")), (Some("img"), Some("da")));
    let text_of = |id: Option<&str>| {
        let found = elements.iter().find(|element| element.get("id") == id);
        found.map(|element| element.text.clone()).unwrap_or_default()
    };
    assert_eq!(text_of(root.get("aria-labelledby")), samples::five().title);
    assert_eq!(text_of(root.get("aria-describedby")), samples::five().summary);
}

#[test]
fn names_that_look_like_markup_stay_names() {
    let elements = xml::elements(&picture(&samples::areas(), 900.0, Frame::Standalone));
    let words: Vec<&str> = elements.iter().map(|element| element.text.as_str()).collect();
    assert!(words.contains(&"Børn & Unge <0-18>"));
    assert!(words.contains(&"Teknik \"og\" miljø"));
}

#[test]
fn no_picture_needs_a_style_attribute_or_anything_from_elsewhere() {
    for element in xml::elements(&picture(&samples::eight(), 900.0, Frame::Standalone)) {
        for (name, value) in &element.attributes {
            assert_ne!(name, "style");
            assert!(name == "xmlns" || !value.contains("//"), "{value}");
        }
    }
}

#[test]
fn two_pictures_share_no_id() {
    let ids = |id| {
        let options = SvgOptions { width: 600.0, frame: Frame::Embedded, lang: "da", id };
        let elements = xml::elements(&svg(&samples::eight(), options));
        elements
            .iter()
            .filter_map(|element| element.get("id").map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let (first, second) = (ids("one"), ids("two"));
    assert!(first.len() >= 6);
    assert!(first.iter().all(|id| !second.contains(id)));
}

#[test]
fn every_pattern_that_is_used_is_defined() {
    let elements = xml::elements(&picture(&samples::eight(), 600.0, Frame::Embedded));
    let used: Vec<&str> = elements
        .iter()
        .filter_map(|element| element.get("fill")?.strip_prefix("url(#")?.strip_suffix(')'))
        .collect();
    assert!(!used.is_empty());
    for id in used {
        let defines =
            |element: &xml::Element| element.name == "pattern" && element.get("id") == Some(id);
        assert!(elements.iter().any(defines), "{id}");
    }
}

#[test]
fn every_text_is_inside_the_picture() {
    for (spec, drawing) in drawings() {
        for ([left, top, right, bottom], words) in text_boxes(&drawing) {
            let inside = left >= -0.5
                && top >= -0.5
                && right <= drawing.width + 0.5
                && bottom <= drawing.height + 0.5;
            assert!(inside, "{words:?} of {:?} at width {}", spec.title, drawing.width);
        }
    }
}

#[test]
fn no_two_texts_overlap() {
    // Below 320 pixels a row's name may run into its share; no phone is as narrow.
    for (_, drawing) in drawings().filter(|(_, drawing)| drawing.width >= 320.0) {
        no_texts_overlap(&drawing);
    }
}

#[track_caller]
fn no_texts_overlap(drawing: &Drawing) {
    let boxes = text_boxes(drawing);
    for (number, (a, first)) in boxes.iter().enumerate() {
        for (b, second) in &boxes[number + 1..] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] + 1.0 || b[3] <= a[1] + 1.0;
            assert!(apart, "{first:?} and {second:?} at width {}", drawing.width);
        }
    }
}

#[test]
fn the_label_of_the_mirror_line_stays_inside_at_both_ends_of_the_axis() {
    for share in [0.0, 0.001, 0.5, 0.999, 1.0] {
        let mut spec = samples::five();
        spec.reference.share = share;
        spec.axis.max = 1.0;
        for width in WIDTHS {
            let drawing = draw(&spec, width, Frame::Embedded);
            let boxes = text_boxes(&drawing);
            let label = boxes.iter().find(|(_, words)| *words == spec.reference.label());
            let ([left, _, right, _], _) = label.expect("the line has a label");
            assert!(*left >= 0.0 && *right <= drawing.width, "{share} at width {width}");
        }
    }
}

#[test]
fn bars_are_as_long_as_their_shares_and_start_at_the_same_place() {
    let spec = samples::five();
    let drawing = draw(&spec, 900.0, Frame::Embedded);
    for (bar, row) in drawing.bars.iter().zip(&spec.rows) {
        assert_eq!(bar.area.x, drawing.bands.x);
        let expected = row.share.unwrap_or_default() / spec.axis.max * drawing.bands.width;
        assert!((bar.area.width - expected).abs() < 1e-9, "{}", row.label);
    }
}

#[test]
fn each_bar_is_in_the_middle_of_its_band() {
    for (spec, drawing) in drawings() {
        let band = drawing.bands.height / spec.rows.len().max(1) as f64;
        for (number, bar) in drawing.bars.iter().enumerate() {
            let middle = drawing.bands.y + band * (number as f64 + 0.5);
            assert!((bar.area.y + bar.area.height / 2.0 - middle).abs() < 1e-9);
        }
        assert!(drawing.bands.y >= 0.0 && drawing.bands.y + drawing.bands.height <= drawing.height);
    }
}

#[test]
fn too_few_people_get_no_bar_colour_pattern_or_warning() {
    let elements = xml::elements(&picture(&samples::too_few(), 600.0, Frame::Embedded));
    let class = |name: &str| elements.iter().any(|element| element.get("class") == Some(name));
    for verdict in ["fig-bar", "fig-bar-pale", "fig-bar-patterned", "fig-hatch", "fig-warn"] {
        assert!(!class(verdict), "{verdict}");
    }
    let words: Vec<&str> = elements.iter().map(|element| element.text.as_str()).collect();
    assert_eq!(words.iter().filter(|text| **text == "for få til at sige").count(), 3);
}

#[test]
fn an_untold_share_is_an_outline_and_never_a_bar() {
    let mut spec = samples::five();
    spec.legend.clear();
    for row in &mut spec.rows {
        row.tone = Tone::Untold;
    }
    let drawing = draw(&spec, 600.0, Frame::Embedded);
    let outlines = drawing.front.iter().filter(|mark| matches!(mark, Mark::Outline(_))).count();
    assert_eq!(outlines, 5);
    assert!(!picture(&spec, 600.0, Frame::Embedded).contains("fig-bar"));
}

#[test]
fn a_hidden_share_is_a_frame_from_its_least_to_its_most() {
    let spec = samples::eight();
    let range = spec.rows[3].range.expect("the sample hides one");
    let drawing = draw(&spec, 900.0, Frame::Embedded);
    let place = |share: f64| drawing.bands.x + share / spec.axis.max * drawing.bands.width;
    let framed = drawing.front.iter().any(|mark| match mark {
        Mark::Outline(area) => {
            (area.x - place(range.low)).abs() < 1e-9
                && (area.x + area.width - place(range.high)).abs() < 1e-9
        }
        _ => false,
    });
    assert!(framed);
}

#[test]
fn a_name_that_is_cut_is_whole_in_its_title() {
    let spec = samples::eight();
    let elements = xml::elements(&picture(&spec, 320.0, Frame::Embedded));
    assert!(elements.iter().any(|element| element.text.ends_with('…')));
    for element in elements.iter().filter(|element| element.name == "title").skip(1) {
        assert!(spec.rows.iter().any(|row| row.label == element.text), "{}", element.text);
    }
}

#[test]
fn what_travels_alone_carries_title_base_source_and_reservations() {
    let mut spec = samples::five();
    spec.notes.push("Ubekræftet".to_owned());
    let words = |frame| {
        let elements = xml::elements(&picture(&spec, 1200.0, frame));
        let texts = elements.into_iter().filter(|element| element.name == "text");
        texts.map(|element| element.text).collect::<Vec<_>>()
    };
    let (alone, embedded) = (words(Frame::Standalone), words(Frame::Embedded));
    for line in [&spec.title, &spec.base, &spec.source, &spec.notes[0]] {
        assert!(alone.contains(line), "{line}");
        assert!(!embedded.contains(line), "{line}");
    }
}

#[test]
fn the_table_has_every_row_in_order_and_the_city_last() {
    for spec in samples::all() {
        let table = table(&spec);
        let names: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
        let mut expected: Vec<&str> = spec.rows.iter().map(|row| row.label.as_str()).collect();
        expected.push("byen");
        assert_eq!(names, expected);
        assert!(table.rows.iter().all(|row| row.len() == table.headings.len()));
        assert!(!table.caption.is_empty());
        assert_eq!(table.notes.last(), Some(&spec.source));
    }
}

#[test]
fn the_table_says_what_the_picture_says() {
    let table = table(&samples::five());
    assert_eq!(table.rows[0][..3], ["Ledelse", "1 af 32", "3\u{a0}%"]);
    assert_eq!(table.rows[0][4], "mangler 9");
    assert_eq!(table.rows[5], ["byen", "", "28,9\u{a0}%", "", ""]);
}

#[test]
fn a_column_without_content_is_left_out_of_the_table() {
    let table = table(&samples::too_few());
    assert_eq!(table.headings, ["Niveau", "Antal", "Andel", "Sammenlignet med byen"]);
}

#[test]
fn the_canvas_gets_the_places_of_the_drawing() {
    for spec in samples::all() {
        let drawing = draw(&spec, 800.0, Frame::Embedded);
        let json: Value = serde_json::from_str(&wire::to_json(&spec, 800.0)).expect("JSON");
        let tenths = |length: f64| Value::from((length * 10.0).round() as i64);
        let bands = drawing.bands;
        assert_eq!(json["width"], 8_000);
        assert_eq!(json["bars"]["padding"][0], tenths(bands.x));
        assert_eq!(json["bars"]["padding"][2], tenths(800.0 - bands.x - bands.width));
        let count = |name: &str| json[name].as_array().map_or(0, Vec::len);
        assert_eq!((count("back"), count("front")), (drawing.back.len(), drawing.front.len()));
        assert_eq!(count("tips"), spec.rows.len());
    }
}

#[test]
fn the_canvas_gets_shares_in_millionths_and_the_names_of_tones() {
    let json: Value = serde_json::from_str(&wire::to_json(&samples::five(), 800.0)).expect("JSON");
    assert_eq!(json["bars"]["shares"][0], 31_250);
    assert_eq!(json["bars"]["tones"][2], "maybe-below");
    assert_eq!(json["tips"][0]["title"], "Ledelse");
    assert_eq!(json["tips"][0]["lines"][1], "mangler 9");
}
