//! A figure as a file of its own.

use super::samples;
use byspejl::chart::Spec;
use byspejl::exchange::write::{figure_csv, figure_svg};
use byspejl::report::{crossing_figure, mirror_figure};
use byspejl::session::Work;
use byspejl::text::{Lang, Subject, finding};

fn spec(work: &Work, lang: Lang) -> Spec {
    let case = samples::case(work, lang);
    let subject = Subject {
        assessment: &case.assessment,
        table: &case.checked.workforce.table,
        benchmark: &case.checked.benchmark,
    };
    let summary = finding::headline(lang, &subject);
    mirror_figure::levels(lang, &subject, case.checked.workforce.reporting_date, summary)
}

#[test]
fn a_picture_carries_everything_that_must_travel_with_it() {
    for lang in Lang::ALL {
        let spec = spec(&samples::example(), lang);
        let svg = figure_svg(&spec, lang);
        assert!(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="));
        // Long texts are broken into lines, so their first words are looked for.
        let begins = |text: &str| text.split(' ').take(3).collect::<Vec<_>>().join(" ");
        let legend = spec.legend.iter().map(|entry| begins(&entry.label));
        for text in legend.chain([&spec.title, &spec.base, &spec.source].map(|t| begins(t))) {
            assert!(svg.contains(&text), "{text}");
        }
        assert!(svg.contains(&format!("lang=\"{}\"", lang.tag())));
    }
}

#[test]
fn a_picture_needs_nothing_from_a_page() {
    let svg = figure_svg(&spec(&samples::example(), Lang::Da), Lang::Da);
    for part in ["var(", "<style", "style=", "currentColor", "<script", "href=", "system-ui"] {
        assert!(!svg.contains(part), "{part}");
    }
    assert!(svg.contains("font-family=\"Arial, "));
    for text in svg.split("<text").skip(1) {
        assert!(text.split('>').next().is_some_and(|tag| tag.contains("fill=\"#")), "{text}");
    }
}

#[test]
fn the_numbers_of_a_figure_are_numbers() {
    let csv = figure_csv(&spec(&samples::example(), Lang::Da), Lang::Da);
    assert!(
        csv.contains("\r\nLedelse;1 af 32;0,03125;0,000790869;0,162170994;mangler 9\r\n"),
        "{csv}"
    );
    assert!(csv.contains("\r\nbyen;;0,2891;;;\r\n"), "{csv}");
    assert!(csv.contains("Kilde: Danmarks Statistik"), "{csv}");
    let english = figure_csv(&spec(&samples::divided(), Lang::En), Lang::En);
    assert!(english.starts_with("\u{feff}Level,"), "{english}");
}

#[test]
fn a_crossing_has_a_row_for_each_cell_and_names_its_level_and_its_area() {
    let case = samples::case(&samples::divided(), Lang::Da);
    let subject = Subject {
        assessment: &case.assessment,
        table: &case.checked.workforce.table,
        benchmark: &case.checked.benchmark,
    };
    let spec = crossing_figure::cells(Lang::Da, &subject, None, "Kort sagt.".to_owned());
    let csv = figure_csv(&spec, Lang::Da);
    let rows = csv.lines().filter(|line| line.matches(';').count() == 6).count();
    // A heading, five levels and the whole in three areas and all of them, the benchmark.
    assert_eq!(rows, 1 + 6 * 4 + 1, "{csv}");
    assert!(csv.contains("\r\nAlle niveauer;Kantine;"), "{csv}");
    assert!(csv.contains("\r\nbyen;;;0,2891;;;\r\n"), "{csv}");
}
