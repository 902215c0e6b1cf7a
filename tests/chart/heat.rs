//! Levels crossed with areas: in pictures of every width, as a table, split for paper.

use byspejl::chart::*;

use crate::{WIDTHS, no_texts_overlap, picture, samples, text_boxes, xml};

fn heats() -> Vec<Spec> {
    vec![samples::heat(2, 3), samples::heat(5, 6), samples::heat(8, 30), samples::heat(1, 0)]
}

fn forms() -> impl Iterator<Item = (Spec, Drawing)> {
    heats().into_iter().flat_map(|spec| {
        let frames = [Frame::Embedded, Frame::Standalone];
        let forms = WIDTHS.into_iter().flat_map(move |width| frames.map(|frame| (width, frame)));
        let drawn = forms.map(|(width, frame)| (spec.clone(), draw(&spec, width, frame)));
        drawn.collect::<Vec<_>>()
    })
}

fn cells(spec: &Spec) -> Vec<Row> {
    let Shape::Heat(heat) = &spec.shape else { panic!("a heat figure") };
    heat.lines.iter().flat_map(|line| line.cells.clone()).collect()
}

#[test]
fn every_text_of_a_heat_figure_is_inside_and_none_overlap() {
    for (spec, drawing) in forms() {
        for ([left, top, right, bottom], words) in text_boxes(&drawing) {
            let inside = left >= -0.5
                && top >= -0.5
                && right <= drawing.width + 0.5
                && bottom <= drawing.height + 0.5;
            assert!(inside, "{words:?} of {} cells at {}", cells(&spec).len(), drawing.width);
        }
        // Below 320 pixels a name may run into a cell; no phone is as narrow.
        if drawing.width >= 320.0 {
            no_texts_overlap(&drawing);
        }
    }
}

#[test]
fn every_cell_is_drawn_once_with_its_share_its_base_and_its_pattern() {
    for (spec, drawing) in forms().filter(|(_, drawing)| drawing.width >= 320.0) {
        let all = cells(&spec);
        let words: Vec<String> = text_boxes(&drawing).into_iter().map(|(_, words)| words).collect();
        for value in all.iter().map(|cell| &cell.value_label) {
            let drawn = words.iter().filter(|word| *word == value).count();
            let expected = all.iter().filter(|cell| cell.value_label == *value).count();
            assert_eq!(drawn, expected, "{value} at {}", drawing.width);
        }
        let patterned = all.iter().filter(|cell| cell.tone != Tone::Untold).count();
        assert_eq!(drawing.bars.len(), patterned);
    }
}

#[test]
fn every_pattern_of_a_heat_figure_is_defined_and_its_xml_well_formed() {
    for spec in heats() {
        let elements = xml::elements(&picture(&spec, 900.0, Frame::Standalone));
        let used = elements.iter().filter_map(|element| {
            element.get("fill")?.strip_prefix("url(#")?.strip_suffix(')').map(str::to_owned)
        });
        for id in used {
            let defines = |element: &xml::Element| {
                element.name == "pattern" && element.get("id") == Some(&*id)
            };
            assert!(elements.iter().any(defines), "{id}");
        }
        let is_crossed = cells(&spec).len() > 2;
        assert_eq!(elements.iter().any(|element| element.text.contains("<fritid>")), is_crossed);
    }
}

#[test]
fn the_table_of_a_heat_figure_has_a_heading_for_each_area_and_the_city_last() {
    let table = table(&samples::heat(5, 6));
    assert_eq!(table.headings.len(), 8);
    assert_eq!((table.headings[0].as_str(), table.headings[1].as_str()), ("Niveau", "Alle"));
    assert!(table.rows.iter().all(|row| row.len() == 8));
    assert_eq!(table.rows[0][2], "▼\u{a0}5\u{a0}%; 2 af 40; under byen");
    assert_eq!(
        table.rows.last().map(|row| row[..2].to_vec()),
        Some(vec!["byen".into(), "28,9\u{a0}%".into()])
    );
}

#[test]
fn parts_for_paper_hold_every_column_once_and_the_signs_at_the_end() {
    let spec = samples::heat(8, 30);
    let parts = blocks(&spec, 680.0);
    assert!(parts.len() > 2);
    let columns = |spec: &Spec| match &spec.shape {
        Shape::Heat(heat) => heat.columns.clone(),
        _ => Vec::new(),
    };
    assert_eq!(parts.iter().flat_map(columns).collect::<Vec<_>>(), columns(&spec));
    let explained: Vec<bool> = parts.iter().map(|part| !part.legend.is_empty()).collect();
    assert_eq!(explained.iter().filter(|one| **one).count(), 1);
    assert_eq!(explained.last(), Some(&true));
    for part in parts {
        // Nothing of a part goes on below the rest of it.
        assert_eq!(blocks(&part, 680.0).len(), 1);
    }
}
