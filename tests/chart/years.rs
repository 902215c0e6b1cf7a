//! Lines over years: in pictures of every width, as a table, as numbers, on the canvas.

use byspejl::chart::*;
use byspejl::exchange::write::{figure_csv, figure_svg};
use byspejl::text::Lang;
use serde_json::{Value, json};

use crate::{WIDTHS, no_texts_overlap, picture, samples, text_boxes, xml};

fn forms() -> impl Iterator<Item = (Spec, Drawing)> {
    let specs = [samples::years(4, true), samples::years(10, false), samples::years(1, true)];
    specs.into_iter().flat_map(|spec| {
        let frames = [Frame::Embedded, Frame::Standalone];
        let forms = WIDTHS.into_iter().flat_map(move |width| frames.map(|frame| (width, frame)));
        forms.map(|(width, frame)| (spec.clone(), draw(&spec, width, frame))).collect::<Vec<_>>()
    })
}

fn trend(spec: &Spec) -> &Trend {
    spec.trend().expect("a figure of years")
}

#[test]
fn every_text_of_the_years_is_inside_and_none_overlap() {
    for (_, drawing) in forms() {
        for ([left, top, right, bottom], words) in text_boxes(&drawing) {
            let inside = left >= -0.5
                && top >= -0.5
                && right <= drawing.width + 0.5
                && bottom <= drawing.height + 0.5;
            assert!(inside, "{words:?} at {}: {left} {top} {right} {bottom}", drawing.width);
        }
        no_texts_overlap(&drawing);
    }
}

#[test]
fn lines_rise_as_their_shares_do_and_the_city_is_one_level_line() {
    for (spec, drawing) in forms() {
        let trend = trend(&spec);
        assert_eq!(drawing.curves.len(), trend.lines.len());
        let area = drawing.bands;
        for (curve, line) in drawing.curves.iter().zip(&trend.lines) {
            assert_eq!(curve.trace, line.trace);
            for (&(x, y), share) in curve.points.iter().zip(&line.shares) {
                let expected = area.y + area.height * (1.0 - share / spec.axis.max);
                assert!((y - expected).abs() < 0.01, "{share} at {y}, not {expected}");
                assert!(area.x <= x && x <= area.x + area.width);
            }
            let pitch: Vec<f64> =
                curve.points.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
            assert!(pitch.iter().all(|step| (step - pitch[0]).abs() < 0.01), "{pitch:?}");
        }
        let city = area.y + area.height * (1.0 - spec.reference.share / spec.axis.max);
        let lines = drawing.back.iter().filter(|mark| {
            matches!(mark, Mark::Line { from, to, stroke: Stroke::City }
                if (from.1 - city).abs() < 0.01 && (to.1 - city).abs() < 0.01)
        });
        assert_eq!(lines.count(), 1);
    }
}

#[test]
fn the_band_encloses_its_line_at_every_year() {
    for (spec, drawing) in forms() {
        let main = drawing.curves.iter().find(|curve| curve.trace == Trace::Main).expect("drawn");
        let corners = drawing.back.iter().find_map(|mark| match mark {
            Mark::Band { corners } => Some(corners),
            _ => None,
        });
        let corners = corners.expect("a band");
        let count = trend(&spec).moments.len();
        assert_eq!(corners.len(), 2 * count);
        for (year, &(x, y)) in main.points.iter().enumerate() {
            let (upper, lower) = (corners[year], corners[2 * count - 1 - year]);
            assert_eq!((upper.0, lower.0), (x, x));
            assert!(upper.1 <= y + 0.01 && y <= lower.1 + 0.01, "{upper:?} {y} {lower:?}");
        }
    }
}

#[test]
fn the_last_year_is_named_and_every_line_at_its_end() {
    // Below 320 pixels a label is cut short; no phone is as narrow.
    for (spec, drawing) in forms().filter(|(_, drawing)| drawing.width >= 320.0) {
        let words: Vec<String> = text_boxes(&drawing).into_iter().map(|(_, words)| words).collect();
        let trend = trend(&spec);
        assert!(words.contains(trend.moments.last().expect("a year")), "{words:?}");
        let together = words.join(" ");
        for line in &trend.lines {
            for word in line.label.split([' ', '\u{a0}']) {
                assert!(together.contains(word), "{word} of {} at {}", line.label, drawing.width);
            }
        }
    }
}

#[test]
fn each_line_has_a_dash_and_a_mark_of_its_own() {
    // So that they are told apart without any colour.
    let looks: Vec<_> = Trace::ALL.map(|trace| trace_look(trace).dash).to_vec();
    assert!((1..looks.len()).all(|n| !looks[..n].contains(&looks[n])), "{looks:?}");
    let elements = xml::elements(&picture(&samples::years(4, true), 900.0, Frame::Standalone));
    for (name, class) in [("circle", "fig-main"), ("rect", "fig-plain"), ("polygon", "fig-needed")]
    {
        let class = [class, "-mark"].concat();
        let marks = elements.iter().filter(|e| e.name == name && e.get("class") == Some(&class));
        assert_eq!(marks.count(), 5, "{name}.{class}");
    }
}

#[test]
fn the_picture_of_years_is_read_aloud_and_travels_with_its_reservations() {
    let spec = samples::years(4, true);
    let picture = figure_svg(&spec, Lang::Da);
    let (_, root) = picture.split_once("?>").expect("a file begins with its declaration");
    let elements = xml::elements(root.trim());
    assert_eq!(elements[0].get("role"), Some("img"));
    let said = |name: &str| elements.iter().find(|e| e.name == name).map(|e| e.text.as_str());
    assert_eq!(said("title"), Some(spec.title.as_str()));
    assert_eq!(said("desc"), Some(spec.summary.as_str()));
    let words: String = elements.iter().map(|element| element.text.as_str()).collect();
    for text in spec.notes.iter().flat_map(|note| note.split(' ')) {
        assert!(words.contains(text), "{text}");
    }
    assert!(!picture.contains("NaN") && !picture.contains("style="));
}

#[test]
fn a_share_that_is_no_number_breaks_no_picture_of_years() {
    let mut spec = samples::years(4, false);
    if let Shape::Years(trend) = &mut spec.shape {
        trend.lines[0].shares[2] = f64::NAN;
        trend.lines[0].shares[3] = f64::INFINITY;
        trend.lines[1].shares.clear();
    }
    spec.axis.max = 0.0;
    let picture = picture(&spec, 600.0, Frame::Standalone);
    xml::elements(&picture);
    assert!(!picture.contains("NaN") && !picture.contains("inf"), "{picture}");
}

#[test]
fn the_table_has_a_row_for_each_year_and_a_column_for_each_line() {
    let table = table(&samples::years(4, true));
    assert_eq!(table.headings, ["År", "Som i dag", "Som byen", "Det kræver"]);
    let first: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(first, ["2025", "2026", "2027", "2028", "2029"]);
    assert_eq!(table.rows[4][2], "5.2 (13\u{a0}%)");
    assert_eq!(table.notes[0], "En forventning at sammenligne med.");
}

#[test]
fn the_numbers_behind_the_years_are_numbers() {
    let csv = figure_csv(&samples::years(4, false), Lang::Da);
    let row = csv.lines().find(|line| line.starts_with("2029")).expect("the last year");
    let cells: Vec<&str> = row.trim_end().split(';').collect();
    // 5 % and 13 % of 40.
    assert_eq!(cells[1].replace(',', ".").parse(), Ok(2.0));
    assert_eq!(cells[2].replace(',', ".").parse(), Ok(5.2));
}

#[test]
fn the_canvas_gets_one_trace_a_line_and_one_tip_a_year() {
    let spec = samples::years(4, true);
    let json: Value = serde_json::from_str(&wire::to_json(&spec, 800.0)).expect("JSON");
    let names: Vec<&Value> =
        json["traces"].as_array().expect("traces").iter().map(|trace| &trace["name"]).collect();
    assert_eq!(names, ["plain", "needed", "main"]);
    assert_eq!(json["traces"][2]["shares"], json!([50_000, 70_000, 90_000, 110_000, 130_000]));
    assert_eq!(json["tips"].as_array().map(Vec::len), Some(5));
    assert_eq!(json["tips"][0]["title"], "2025");
    assert_eq!(json["tips"][4]["lines"][1], "Som byen: 5.2 (13\u{a0}%)");
    assert_eq!(json["bars"]["shares"], json!([]));
}
