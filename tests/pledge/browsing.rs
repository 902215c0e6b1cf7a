//! The catalogue to choose from.

use crate::organisations::*;
use byspejl::analysis::Strength;
use byspejl::pledge::browse::{Filter, Knowledge, answers, browse};
use byspejl::pledge::measure::{self, Evidence};
use byspejl::pledge::reason::{Band, Sureness};
use byspejl::pledge::{Cause, Commitment, PledgeEdits};

fn ids(filter: Filter) -> Vec<&'static str> {
    browse(filter).into_iter().map(|measure| measure.id).collect()
}

#[test]
fn without_a_filter_every_measure_is_there_once_and_the_advised_against_last() {
    let all = ids(Filter::default());
    let mut sorted = all.clone();
    sorted.sort_unstable();
    let catalogue: Vec<&str> = measure::catalogue().iter().map(|measure| measure.id).collect();
    assert_eq!(sorted, catalogue);
    assert_eq!(all.len(), 28);
    assert_eq!(all.last(), Some(&"M23"));
}

#[test]
fn each_filter_gives_what_the_table_of_facts_says() {
    let under = |commitment| ids(Filter { commitment: Some(commitment), ..Filter::default() });
    assert_eq!(under(Commitment::Debate), ["M14", "M11", "M15", "M25"]);
    let mut city = under(Commitment::City);
    city.sort_unstable();
    assert_eq!(city, ["M06", "M07", "M08", "M21", "M26", "M27", "M28"]);
    let known = |knowledge| ids(Filter { knowledge: Some(knowledge), ..Filter::default() });
    assert_eq!(known(Knowledge::PracticeOnly), ["M06", "M17", "M18", "M19", "M26"]);
    assert_eq!(known(Knowledge::Documented(Evidence::Avoid)), ["M23"]);
    let strong = ["M01", "M02", "M09", "M12", "M13", "M14"];
    assert_eq!(known(Knowledge::Documented(Evidence::Strong)), strong);
}

#[test]
fn a_measure_without_an_opened_source_is_practice_whatever_it_claims() {
    for measure in measure::catalogue().iter().filter(|measure| !measure.is_documented()) {
        assert_eq!(Knowledge::of(measure), Knowledge::PracticeOnly, "{}", measure.id);
    }
}

#[test]
fn a_finding_leads_to_what_answers_it_best_first() {
    let uneven = Filter { cause: Some(Cause::UnevenLevels(Strength::Clear)), ..Filter::default() };
    assert_eq!(ids(uneven)[..4], ["M09", "M10", "M12", "M16"]);
    let top = Cause::LevelLow(Band::Top, Sureness::Sure);
    let found = browse(Filter { cause: Some(top), ..Filter::default() });
    assert!(found.iter().all(|measure| answers(measure, top)));
    assert!(!found.iter().any(|measure| measure.id == "M04"), "outreach is for the entry level");
}

#[test]
fn every_finding_of_a_pledge_leads_to_something_that_can_be_chosen() {
    for (name, workforce) in all() {
        for reason in &assessed(workforce).pledge(&PledgeEdits::default()).findings {
            let found = browse(Filter { cause: Some(reason.cause), ..Filter::default() });
            let can_choose = found.iter().any(|measure| measure.evidence != Evidence::Avoid);
            assert!(can_choose, "{name}: {:?}", reason.cause);
        }
    }
}
