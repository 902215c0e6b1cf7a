//! What is suggested for organisations of different shape.

use crate::organisations::*;
use byspejl::analysis::{NumberlessBecause, Strength};
use byspejl::pledge::charter::Commitment;
use byspejl::pledge::measure::Confidence;
use byspejl::pledge::{Cause, SuggestedPledge};

fn ids(suggestion: &SuggestedPledge, commitment: Commitment) -> Vec<&'static str> {
    let under = suggestion.measures.iter().filter(|line| line.commitment == commitment);
    under.map(|line| line.measure.id).collect()
}

#[test]
fn every_pledge_has_three_to_five_measures_and_one_for_each_other_commitment() {
    for (name, workforce) in all() {
        let suggestion = assessed(workforce).suggestion();
        let count = |commitment| ids(&suggestion, commitment).len();
        assert!((3..=5).contains(&count(Commitment::Practice)), "{name}");
        assert_eq!((count(Commitment::Debate), count(Commitment::City)), (1, 1), "{name}");
    }
}

#[test]
fn no_measure_is_suggested_twice_or_advised_against() {
    for (name, workforce) in all() {
        let mut ids: Vec<&str> =
            assessed(workforce).suggestion().measures.iter().map(|line| line.measure.id).collect();
        assert!(!ids.contains(&"M23"), "{name}");
        let suggested = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), suggested, "{name}");
    }
}

#[test]
fn every_measure_says_which_finding_it_answers() {
    for (name, workforce) in all() {
        for line in assessed(workforce).suggestion().measures {
            assert!(!line.because.is_empty(), "{name}: {}", line.measure.id);
        }
    }
}

#[test]
fn undocumented_practice_is_not_suggested_while_documented_measures_remain() {
    for (name, workforce) in all() {
        for line in assessed(workforce).suggestion().measures {
            assert_ne!(line.measure.confidence, Confidence::C, "{name}: {}", line.measure.id);
        }
    }
}

#[test]
fn diversity_without_equity_is_answered_by_ways_up() {
    let suggestion = assessed(example()).suggestion();
    assert_eq!(ids(&suggestion, Commitment::Practice), ["M14", "M09", "M10", "M12", "M01"]);
    let mentors = suggestion.measures.iter().find(|line| line.measure.id == "M10");
    let causes: Vec<Cause> =
        mentors.expect("mentors").because.iter().map(|reason| reason.cause).collect();
    assert_eq!(causes.first(), Some(&Cause::UnevenLevels(Strength::Clear)));
}

#[test]
fn the_entry_level_above_the_city_gets_no_target() {
    let suggestion = assessed(example()).suggestion();
    let levels: Vec<&str> = suggestion.targets.iter().map(|target| target.name.as_str()).collect();
    assert_eq!(levels, ["Ledelse", "Højeste niveau", "Mellemniveau"]);
    for target in &suggestion.targets {
        assert!(target.target.target > target.target.baseline, "{}", target.name);
        assert_eq!(target.day.to_string(), "2029-12-31");
    }
}

#[test]
fn ten_people_get_no_number_but_better_figures_and_process() {
    let suggestion = assessed(tiny()).suggestion();
    assert_eq!(suggestion.targets, []);
    assert_eq!(suggestion.numberless.len(), 3);
    assert!(suggestion.numberless.iter().all(|l| l.because == NumberlessBecause::TooFew));
    assert_eq!(ids(&suggestion, Commitment::Practice), ["M15", "M01", "M09"]);
    assert_eq!(suggestion.measures[0].because[0].cause, Cause::CannotBeTold);
}

#[test]
fn small_or_estimated_figures_are_not_pledged_to_the_public() {
    for workforce in [tiny(), estimate(), empty()] {
        assert_eq!(ids(&assessed(workforce).suggestion(), Commitment::Debate), ["M11"]);
    }
    assert_eq!(ids(&assessed(example()).suggestion(), Commitment::Debate), ["M25"]);
}

#[test]
fn an_estimate_asks_for_official_figures_first() {
    let suggestion = assessed(estimate()).suggestion();
    let first = &suggestion.measures[0];
    assert_eq!(first.measure.id, "M15");
    assert_eq!(first.because[0].cause, Cause::EstimatedFigures);
}

#[test]
fn an_organisation_in_line_keeps_up_what_works() {
    let suggestion = assessed(in_line()).suggestion();
    assert_eq!(suggestion.targets, []);
    assert_eq!(ids(&suggestion, Commitment::Practice), ["M15", "M01", "M09"]);
    let causes = suggestion.measures.iter().filter(|m| m.commitment == Commitment::Practice);
    assert!(causes.flat_map(|m| &m.because).all(|reason| reason.cause == Cause::KeepUp));
}

#[test]
fn a_total_alone_asks_for_figures_by_level() {
    let suggestion = assessed(total_only()).suggestion();
    assert_eq!(suggestion.measures[0].measure.id, "M15");
    assert_eq!(suggestion.measures[0].because[0].cause, Cause::NoLevels);
}

#[test]
fn unequal_areas_are_answered_by_moves_between_them() {
    let suggestion = assessed(uneven_areas()).suggestion();
    assert!(ids(&suggestion, Commitment::Practice).contains(&"M16"));
}

#[test]
fn the_same_figures_give_the_same_pledge() {
    for (name, workforce) in all() {
        let assessed = assessed(workforce);
        assert_eq!(assessed.suggestion(), assessed.suggestion(), "{name}");
    }
}
