//! The decision rule against its reference values and against calculations by hand.

mod sheets;

use byspejl::analysis::decision::{Lean, Measure, Yardstick, decide};
use byspejl::analysis::{Assessment, Assumptions, NoSuperiority, Representation};
use byspejl::analysis::{
    Conclusion, Finding, Headline, Method, NumberlessBecause, Strength, Suggestion, Verdict,
    Warning, Why, assess, targets,
};
use byspejl::workforce::{Grouping, Headcount, Row, Share, Workforce};
use sheets::{FOCUS, by_level, by_level_cells, city, focus, odense, table, workforce};

fn assessed(workforce: &Workforce) -> Assessment {
    assess(workforce, &city(), focus(), &Method::default()).expect("comparable")
}

fn verdicts(assessment: &Assessment) -> Vec<Option<Verdict>> {
    assessment.levels.iter().map(|level| level.verdict()).collect()
}

struct Reference {
    family: String,
    n: u64,
    x: u64,
    b: f64,
    ratio: f64,
    shortfall: f64,
    p: f64,
    p_holm: Option<f64>,
    robust: Option<bool>,
    verdict: String,
}

fn references() -> Vec<Reference> {
    let text = include_str!("reference/verdicts.csv");
    let rows = text.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |i: usize| fields[i].parse::<f64>().expect("a number");
        Reference {
            family: fields[0].to_owned(),
            n: fields[1].parse().expect("n"),
            x: fields[2].parse().expect("x"),
            b: number(3),
            ratio: number(4),
            shortfall: number(5),
            p: number(6),
            p_holm: fields[7].parse().ok(),
            robust: match fields[8] {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
            verdict: fields[9].to_owned(),
        }
    });
    rows.collect()
}

fn close(actual: f64, expected: f64) -> bool {
    (actual - expected).abs() <= 1e-9 * expected.abs().max(1e-300)
}

#[test]
fn every_reference_verdict_is_reached() {
    let method = Method::default();
    let rows = references();
    assert!(rows.len() >= 90, "only {} rows", rows.len());
    let mut families: Vec<&str> = rows.iter().map(|row| row.family.as_str()).collect();
    families.dedup();
    for family in families {
        let members: Vec<&Reference> = rows.iter().filter(|row| row.family == family).collect();
        let measures: Vec<Measure> = members
            .iter()
            .map(|row| {
                Measure::of(Yardstick::benchmark(share(row.b), &method), row.x, row.n, &method)
            })
            .collect();
        for (row, ruling) in members.iter().zip(decide(&measures, &method)) {
            let place = format!("family {family}, {} of {}", row.x, row.n);
            let counts = Representation::of(row.x, row.n, share(row.b), &method);
            assert!(close(counts.ratio.expect("people"), row.ratio), "{place}: ratio");
            assert!((counts.shortfall_persons - row.shortfall).abs() < 1e-9, "{place}: shortfall");
            assert!(close(counts.p.expect("people"), row.p), "{place}: p");
            assert_eq!(ruling.p_adjusted.is_some(), row.p_holm.is_some(), "{place}");
            if let (Some(actual), Some(expected)) = (ruling.p_adjusted, row.p_holm) {
                assert!(close(actual, expected), "{place}: Holm {actual} against {expected}");
            }
            assert_eq!(ruling.robust, row.robust, "{place}: robust");
            assert_eq!(format!("{:?}", ruling.verdict), row.verdict, "{place}");
        }
    }
}

fn share(b: f64) -> Share {
    Share::from_basis_points((b * 10_000.0).round() as u32).expect("a share")
}

#[test]
fn the_odense_sheet_agrees_with_the_calculation_by_hand() {
    let assessment = assessed(&odense());
    use Verdict::{Below, InLine};
    assert_eq!(verdicts(&assessment), [Some(InLine), Some(Below), Some(Below), Some(Below)]);
    // 72 of 750 are 9.6 %; 28.91 % would be 216.825 people.
    let whole = assessment.whole.representation.expect("exact");
    assert_eq!((whole.focus, whole.people), (72, 750));
    assert!((whole.shortfall_persons - 144.825).abs() < 1e-9);
    assert_eq!(assessment.whole.conclusion, Conclusion::Certain(Below));
    for level in &assessment.levels[1..] {
        assert!(level.representation.expect("exact").p.expect("people") < 1e-6);
    }
    // Cleaning: 28.0 % against 9.6 % as a whole.
    let quotient = assessment.level_equity.quotients[0].expect("people").value().expect("exact");
    assert!((quotient - 0.28 / 0.096).abs() < 1e-12);
    assert_eq!(
        assessment.diversity_without_equity.conclusion,
        Conclusion::Certain(Strength::Absent)
    );
    assert_eq!(assessment.level_equity.city_disappears_at, Conclusion::Certain(Some(1)));
    assert_eq!(assessment.headline, Headline::Below { maybe: false });
}

#[test]
fn the_illustrative_pattern_is_clear_and_names_the_level_where_the_city_disappears() {
    let assessment = assessed(&by_level(&[(140, 78), (200, 62), (140, 29), (128, 9), (32, 1)]));
    assert_eq!(assessment.whole.conclusion, Conclusion::Certain(Verdict::InLine));
    assert_eq!(
        assessment.diversity_without_equity.conclusion,
        Conclusion::Certain(Strength::Clear)
    );
    use Verdict::{Above, Below, InLine, MaybeBelow};
    let found = verdicts(&assessment);
    assert_eq!(found[..2], [Some(Above), Some(InLine)]);
    assert!(found[2..].iter().all(|v| matches!(v, Some(Below | MaybeBelow))), "{found:?}");
    assert_eq!(assessment.level_equity.city_disappears_at, Conclusion::Certain(Some(2)));
    assert_eq!(
        assessment.headline,
        Headline::DiversityWithoutEquity { strength: Strength::Clear, level: Some(2) }
    );
    assert!(matches!(assessment.findings[0], Finding::DiversityWithoutEquity { .. }));
}

#[test]
fn ten_people_are_too_few_everywhere() {
    let assessment = assessed(&by_level(&[(5, 2), (3, 0), (2, 0)]));
    assert_eq!(assessment.whole.conclusion, Conclusion::Certain(Verdict::TooFew));
    assert_eq!(verdicts(&assessment), [Some(Verdict::TooFew); 3]);
    assert_eq!(assessment.headline, Headline::TooFew { people: 10, focus: 2 });
    assert!(
        assessment
            .warnings
            .contains(&Warning::SmallNumbers { people: 10, smallest_telling_size: 11 })
    );
    assert!(!assessment.findings.iter().any(|f| matches!(f, Finding::Superiority { .. })));
}

#[test]
fn an_empty_organisation_has_no_figures() {
    let assessment = assessed(&by_level(&[(0, 0), (0, 0), (0, 0)]));
    assert_eq!(assessment.whole.conclusion, Conclusion::Certain(Verdict::NoData));
    assert_eq!(assessment.headline, Headline::NoFigures);
    assert_eq!(assessment.level_equity.superiority, Err(NoSuperiority::NobodyInFocus));
    assert_eq!(
        assessment.diversity_without_equity.conclusion,
        Conclusion::Certain(Strength::Absent)
    );
}

#[test]
fn a_sheet_typed_halfway_is_incomplete_and_never_read_as_zero() {
    let filled = (Headcount::Known(60), Headcount::Known(20));
    let open = (Headcount::Missing, Headcount::Missing);
    let assessment = assessed(&by_level_cells(&[filled, open, filled]));
    assert_eq!(assessment.headline, Headline::Incomplete { missing_cells: 2 });
    assert_eq!(
        verdicts(&assessment),
        [Some(Verdict::InLine), Some(Verdict::NoData), Some(Verdict::InLine)]
    );
    assert_eq!(assessment.level_equity.superiority, Err(NoSuperiority::Missing));
    assert!(assessment.diversity_without_equity.conclusion.is_undetermined());
}

#[test]
fn totals_alone_are_enough_for_the_whole_organisation() {
    let mut totals = table(Grouping::Two, 0, 0);
    let row = Row { level: None, area: None };
    totals.set(row, sheets::DANISH, Headcount::Known(400)).expect("in the table");
    totals.set(row, FOCUS, Headcount::Known(40)).expect("in the table");
    let assessment = assessed(&workforce(totals));
    assert_eq!(assessment.whole.conclusion, Conclusion::Certain(Verdict::Below));
    assert!(assessment.levels.is_empty() && assessment.level_equity.steps.is_empty());
    assert_eq!(assessment.level_equity.superiority, Err(NoSuperiority::TooFewLevels));
}

#[test]
fn everybody_in_focus_and_nobody_in_focus_are_said_as_such() {
    let all = assessed(&by_level(&[(50, 50), (50, 50), (20, 20)]));
    assert!(all.findings.contains(&Finding::AllFromOneGroup { in_focus: true, people: 120 }));
    assert_eq!(all.level_equity.superiority, Err(NoSuperiority::NobodyElse));
    let none = assessed(&by_level(&[(50, 0), (50, 0), (20, 0)]));
    assert!(none.findings.contains(&Finding::AllFromOneGroup { in_focus: false, people: 120 }));
    assert_eq!(none.whole.conclusion, Conclusion::Certain(Verdict::Below));
    assert_eq!(none.level_equity.ceiling, Conclusion::Certain(None));
    assert_eq!(none.level_equity.city_disappears_at, Conclusion::Certain(Some(0)));
}

#[test]
fn eighty_percent_exactly_is_not_low_and_one_person_less_is() {
    let method = Method::default();
    let half = Yardstick::benchmark(share(0.5), &method);
    assert_eq!(half.lean(400, 1000, &method), Lean::Neither);
    assert_eq!(half.lean(399, 1000, &method), Lean::Low);
    assert_eq!(half.lean(625, 1000, &method), Lean::Neither);
    assert_eq!(half.lean(626, 1000, &method), Lean::High);
}

#[test]
fn less_than_a_whole_person_is_in_line() {
    // 28.91 % of 3 is 0.87 of a person.
    let method = Method::default();
    let yardstick = Yardstick::benchmark(share(0.2891), &method);
    assert_eq!(yardstick.lean(0, 3, &method), Lean::Neither);
    assert_eq!(yardstick.lean(0, 4, &method), Lean::Low);
}

#[test]
fn many_without_stated_origin_are_warned_of_and_then_leave_the_verdict_open() {
    let with_not_stated = |people: u32| {
        let mut sheet = by_level(&[(100, 28), (200, 25), (300, 13)]);
        let row = Row { level: Some(1), area: None };
        sheet
            .table
            .set(row, byspejl::workforce::Column::OriginNotStated, Headcount::Known(people))
            .expect("in the table");
        assessed(&sheet)
    };
    // 22 of 222 are 9.9 %, 23 of 223 are 10.3 %.
    assert!(!with_not_stated(22).levels[1].not_stated_warning);
    assert!(with_not_stated(23).levels[1].not_stated_warning);
    assert_eq!(with_not_stated(85).levels[1].conclusion, Conclusion::Certain(Verdict::Below));
    // 86 of 286 are 30.07 %.
    let open = with_not_stated(86);
    assert!(open.levels[1].conclusion.is_undetermined());
    assert!(open.warnings.iter().any(|w| matches!(w, Warning::TooManyNotStated { .. })));
}

#[test]
fn a_hidden_cell_that_cannot_matter_leaves_the_verdict_standing() {
    let known = |n| Headcount::Known(n);
    let hidden = Headcount::Suppressed { low: 1, high: 4 };
    let assessment = assessed(&by_level_cells(&[
        (known(72), known(28)),
        (known(175), known(25)),
        (known(296), hidden),
    ]));
    assert_eq!(assessment.levels[2].conclusion, Conclusion::WhateverHidden(Verdict::Below));
    let share = assessment.levels[2].ranges.expect("hidden").share.expect("people");
    assert!(share.exact);
    assert!(close(share.low, 1.0 / 297.0) && close(share.high, 4.0 / 300.0));
    assert!(assessment.warnings.contains(&Warning::HiddenCells { cells: 1 }));
}

#[test]
fn a_hidden_cell_that_matters_leaves_it_open_with_the_possible_verdicts() {
    let hidden = Headcount::Suppressed { low: 0, high: 12 };
    let assessment = assessed(&by_level_cells(&[
        (Headcount::Known(60), Headcount::Known(25)),
        (Headcount::Known(30), hidden),
    ]));
    // 0 of 30 has p < 0.0001; 6 of 36 is 17 % with p > 0.1; 12 of 42 is 28.6 %.
    let possible = vec![Verdict::Below, Verdict::MaybeBelow, Verdict::InLine];
    let open = Conclusion::Undetermined { possible, why: Why::HiddenCells };
    assert_eq!(assessment.levels[1].conclusion, open);
    let suggested = targets::suggest(&assessment, &Assumptions::default(), 4);
    assert_eq!(
        suggested[0].suggestion,
        Suggestion::ProcessMeasure(NumberlessBecause::Undetermined)
    );
}

#[test]
fn a_given_total_reveals_what_was_suppressed() {
    let hidden = Headcount::Suppressed { low: 1, high: 4 };
    let mut sheet = by_level_cells(&[
        (Headcount::Known(72), Headcount::Known(28)),
        (Headcount::Known(296), hidden),
    ]);
    let total = byspejl::workforce::GivenTotal {
        scope: byspejl::workforce::Scope::WholeOrganisation,
        column: Some(FOCUS),
        people: 31,
    };
    sheet.table.give_total(total).expect("a scope of the table");
    let assessment = assessed(&sheet);
    assert_eq!(assessment.levels[1].focus.exact(), Some(3));
    assert_eq!(assessment.whole.focus.exact(), Some(31));
}

#[test]
fn a_total_that_no_filling_meets_is_reported_and_left_out() {
    let mut sheet = odense();
    let total = byspejl::workforce::GivenTotal {
        scope: byspejl::workforce::Scope::WholeOrganisation,
        column: None,
        people: 7,
    };
    sheet.table.give_total(total).expect("a scope of the table");
    let assessment = assessed(&sheet);
    assert!(assessment.warnings.contains(&Warning::TotalsContradictCells));
    assert_eq!(assessment.whole.focus.exact(), Some(72));
}

#[test]
fn areas_are_judged_and_their_division_is_set_beside_chance() {
    let mut sheet = table(Grouping::Two, 0, 2);
    for (area, other, in_focus) in [(0, 72, 28), (1, 97, 3)] {
        let row = Row { level: None, area: Some(area) };
        sheet.set(row, sheets::DANISH, Headcount::Known(other)).expect("in the table");
        sheet.set(row, FOCUS, Headcount::Known(in_focus)).expect("in the table");
    }
    let assessment = assessed(&workforce(sheet));
    assert_eq!(assessment.areas[0].conclusion, Conclusion::Certain(Verdict::InLine));
    assert_eq!(assessment.areas[1].conclusion, Conclusion::Certain(Verdict::Below));
    // Reference row "28 3,72 97": D and E[D] by exact rational arithmetic.
    let division = assessment.area_equity.dissimilarity.expect("two areas");
    assert!(close(division.observed.value().expect("exact"), 0.477_190_303_493_033_04));
    assert!(close(division.expected.expect("exact"), 0.078_793_055_490_358_73));
}

#[test]
fn totals_that_settle_the_levels_settle_what_is_said_of_them() {
    use byspejl::workforce::{GivenTotal, Scope};
    let known = odense();
    let cells = [(Headcount::Missing, Headcount::Missing); 4];
    let mut open = by_level_cells(&cells);
    for level in 0..4 {
        for column in [sheets::DANISH, FOCUS] {
            let scope = Scope::Level(level);
            let people = known.table.sum(scope, |c| c == column).exact().expect("known");
            let people = u32::try_from(people).expect("few");
            open.table
                .give_total(GivenTotal { scope, column: Some(column), people })
                .expect("fits");
        }
    }
    let (known, open) = (assessed(&known), assessed(&open));
    assert_eq!(open.levels, known.levels);
    assert_eq!(open.level_equity, known.level_equity);
}

#[test]
fn targets_lie_above_the_baseline_and_not_above_the_mirror() {
    let assessment = assessed(&odense());
    let suggested = targets::suggest(&assessment, &Assumptions::default(), 4);
    assert_eq!(suggested.iter().map(|s| s.level).collect::<Vec<_>>(), [1, 2, 3]);
    for target in suggested {
        let Suggestion::Number(number) = target.suggestion else { panic!("{target:?}") };
        assert!(number.baseline < number.target && number.target <= number.mirror, "{number:?}");
        assert_eq!(number.years, 4);
    }
}

#[test]
fn levels_too_small_get_a_process_measure_and_no_number() {
    let assessment = assessed(&by_level(&[(100, 28), (200, 25), (6, 0)]));
    let suggested = targets::suggest(&assessment, &Assumptions::default(), 9);
    let last = suggested.last().expect("the top level is too small");
    assert_eq!(last.level, 2);
    assert!(matches!(last.suggestion, Suggestion::ProcessMeasure(_)));
    let Suggestion::Number(care) = suggested[0].suggestion else { panic!("{suggested:?}") };
    assert_eq!(care.years, 4, "no longer than four years");
}
