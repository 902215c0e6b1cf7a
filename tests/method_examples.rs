//! The method page's worked examples: every measure has one in both languages, and what they say
//! of the shipped example is what one gets by hand.

use byspejl::analysis::{Assessment, Assumptions, Method, assess};
use byspejl::benchmark;
use byspejl::session::{Checked, Event, Session, check};
use byspejl::text::method_example::example;
use byspejl::text::method_page::measures;
use byspejl::text::{Lang, Subject, part_name};
use byspejl::workforce::Focus;

fn shipped(lang: Lang) -> (Checked, Assessment) {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let checked =
        check(session.draft(), benchmark::by_id, |part, name| part_name(lang, part, name));
    let (workforce, benchmark) = (&checked.workforce, &checked.benchmark);
    let found = assess(workforce, benchmark, Focus::default(), &Method::default());
    let found = found.expect("the example can be compared");
    (checked, found)
}

fn worked(lang: Lang, id: &str) -> Option<String> {
    let (checked, assessment) = shipped(lang);
    let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
    let subject = Subject { assessment: &assessment, table, benchmark };
    example(lang, id, &subject, &Assumptions::default())
}

#[test]
fn every_measure_is_worked_out_in_both_languages_but_those_the_example_does_not_have() {
    for lang in [Lang::Da, Lang::En] {
        for measure in measures(lang, &Method::default(), &Assumptions::default()) {
            let found = worked(lang, measure.id);
            // The example has no areas, and what is hidden in public is no number of its own.
            let has_none =
                matches!(measure.id, "dissimilarity" | "information" | "theil" | "disclosure");
            assert_eq!(found.is_none(), has_none, "{}: {found:?}", measure.id);
        }
    }
}

/// The example's ladder from entry: 78 of 140, 62 of 200, 29 of 140, 9 of 128, 1 of 32; in all 179
/// of 640. The city's share is 28.91 %. By hand: 29/140 = 20.71 %; 20.71/28.91 = 0.716; 0.2891 x
/// 140 - 29 = 11.474; 0.5571/0.2797 = 1.99; the steps are 0.5571 to 0.31 (0.556), 0.31 to 0.2071
/// (0.668), 0.2071 to 0.0703 (0.339) and 0.0703 to 0.0313 (0.444), so the third is the steepest.
#[test]
fn the_numbers_are_those_worked_out_by_hand() {
    for (id, parts) in [
        ("share", &["29 / 140 = 20,71"][..]),
        ("ratio", &["20,71", "28,91", "0,72"]),
        ("gap", &["−8,20"]),
        ("shortfall", &["140 − 29 = 11,5", "mangler der 12,", "vækst 17"]),
        ("quotient", &["55,71", "27,97", "1,99"]),
        ("telling", &["mindst 11 medarbejdere"]),
        ("holm", &["5 niveauer"]),
        ("step", &["20,71", "7,03", "0,34", "; p\u{a0}="]),
    ] {
        let found = worked(Lang::Da, id).expect("worked out");
        for part in parts {
            assert!(found.contains(part), "{id}: {part} is not in {found:?}");
        }
    }
}
