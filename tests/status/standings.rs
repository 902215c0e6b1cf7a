//! Where each target stands, by hand, and what is said before it is believed.

use crate::samples::{case, day, document, later, reviewed, signed, texts, two_years_later};
use byspejl::analysis::{Conclusion, LevelChange, Movement, TargetStanding};
use byspejl::exchange::office::signed_in_pledge;
use byspejl::pledge::SignedPledge;
use byspejl::report::status::{Caution, Follow, Outcome};
use byspejl::session::{About, Choice, Event, Part, Session, Work};
use byspejl::text::Lang;
use byspejl::workforce::{Focus, Origin};

/// Each target's number with what became of it, from top to entry.
fn outcomes(work: &Work) -> Vec<(Option<u64>, Outcome)> {
    let case = case(work, Lang::Da);
    let status = case.status();
    let follow = Follow::of(&status, Lang::Da);
    follow.targets.iter().map(|target| (target.signed.target, target.outcome.clone())).collect()
}

fn cautions(work: &Work) -> Vec<Caution> {
    let case = case(work, Lang::Da);
    let status = case.status();
    status.cautions(&Follow::of(&status, Lang::Da))
}

fn open(session: Session) -> Work {
    reviewed(session, signed(Lang::Da))
}

/// The pledge with these baselines and targets from top to entry, four years from 31 December 2025.
fn pledged(numbers: &[(u64, u64)]) -> SignedPledge {
    let mut pledge = signed(Lang::Da);
    assert!(pledge.targets.len() >= numbers.len());
    pledge.targets.truncate(numbers.len());
    for (target, &(baseline, number)) in pledge.targets.iter_mut().zip(numbers) {
        target.focus = Some(baseline);
        target.target = Some(number);
        target.day = day("2029-12-31");
    }
    pledge
}

#[test]
fn a_target_is_reached_on_course_or_off_course_by_an_even_pace_rounded_down() {
    use TargetStanding::{OffCourse, OnCourse, Reached};
    // 730 of 1,461 days have passed. Top: 1 + floor(4 * 730 / 1461) = 1 + floor(1.9986) = 2.
    // Below: 9 + floor(10 * 730 / 1461) = 9 + floor(4.9966) = 13.
    for (top, specialists, expected) in [
        ("5", "19", [(Reached, 2), (Reached, 13)]),
        ("2", "13", [(OnCourse, 2), (OnCourse, 13)]),
        ("1", "12", [(OffCourse, 2), (OffCourse, 13)]),
    ] {
        let session = later(
            [("78", 140), ("62", 200), ("29", 140), (specialists, 128), (top, 32)],
            "2027-12-31",
        );
        let work = reviewed(session, pledged(&[(1, 5), (9, 19)]));
        let found: Vec<(TargetStanding, u64)> = outcomes(&work)
            .into_iter()
            .map(|(_, outcome)| match outcome {
                Outcome::Standing { standing: Conclusion::Certain(standing), expected, .. } => {
                    (standing, expected)
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{top}, {specialists}");
    }
}

#[test]
fn hidden_counts_tell_only_what_all_of_them_tell() {
    let hidden =
        |top| later([("78", 140), ("62", 200), ("29", 140), ("9", 128), (top, 32)], "2027-12-31");
    let standing = |session, pledge| match outcomes(&reviewed(session, pledge)).remove(0).1 {
        Outcome::Standing { standing, .. } => standing,
        other => panic!("{other:?}"),
    };
    // 1 to 4 people; an even pace asks for 2.
    assert!(standing(hidden("<5"), pledged(&[(1, 5)])).is_undetermined());
    // An even pace from 6 to 20 asks for more than 4.
    let far = standing(hidden("<5"), pledged(&[(6, 20)]));
    assert_eq!(far, Conclusion::WhateverHidden(TargetStanding::OffCourse));
    let work = reviewed(hidden("<5"), pledged(&[(1, 5)]));
    let texts = texts(&document(&work, Lang::Da)).join("\n");
    assert!(texts.contains("afhænger af de skjulte tal"), "{texts}");
    assert!(texts.contains("1 kan ikke afgøres"), "{texts}");
}

#[test]
fn levels_are_the_same_by_their_name_in_either_language_and_in_any_case() {
    let english = reviewed(two_years_later(), signed(Lang::En));
    assert_eq!(outcomes(&english), outcomes(&open(two_years_later())));
    let mut pledge = signed(Lang::Da);
    for target in &mut pledge.targets {
        target.level = [" ", &target.level.to_uppercase(), " "].concat();
    }
    for level in &mut pledge.levels {
        level.name = level.name.to_uppercase();
    }
    assert_eq!(outcomes(&reviewed(two_years_later(), pledge)), outcomes(&open(two_years_later())));
}

#[test]
fn what_cannot_be_matched_is_named_and_gets_no_standing() {
    let mut session = two_years_later();
    let top = session.draft().levels.last().expect("five levels").id;
    let part = Part::Level;
    session.apply(Event::Rename { part, id: top, name: "Direktion".to_owned() });
    let work = open(session);
    assert_eq!(outcomes(&work)[0].1, Outcome::LevelGone);
    let cautions = cautions(&work);
    assert!(cautions.contains(&Caution::Gone(vec!["Ledelse".to_owned()])), "{cautions:?}");
    assert!(cautions.contains(&Caution::New(vec!["Direktion".to_owned()])), "{cautions:?}");
    let texts = texts(&document(&work, Lang::Da)).join("\n");
    assert!(texts.contains("Hedder niveauet noget andet i dag"), "{texts}");
}

#[test]
fn nothing_is_said_against_newer_figures_of_the_same_workplace() {
    assert_eq!(cautions(&open(two_years_later())), []);
}

#[test]
fn each_reason_to_doubt_is_told() {
    let same =
        || later([("80", 140), ("66", 200), ("30", 140), ("15", 130), ("4", 32)], "2025-12-31");
    assert_eq!(cautions(&open(same())), [Caution::NotNewer]);

    let mut other = two_years_later();
    other.apply(Event::About(About::Organisation("Vagt ApS".to_owned())));
    assert_eq!(cautions(&open(other)), [Caution::OtherOrganisation]);

    let mut renamed = two_years_later();
    renamed.apply(Event::About(About::Organisation(" havneby service a/s".to_owned())));
    assert_eq!(cautions(&open(renamed)), []);

    let mut undated = two_years_later();
    undated.apply(Event::About(About::ReportingDate(String::new())));
    let undated = open(undated);
    assert_eq!(cautions(&undated), [Caution::Undated]);
    assert!(outcomes(&undated).iter().all(|(_, outcome)| *outcome == Outcome::Undated));

    let empty = open(Session::default());
    assert_eq!(cautions(&empty), [Caution::NoFigures]);
    assert!(outcomes(&empty).iter().all(|(_, outcome)| *outcome == Outcome::NoFigures));

    let mut pledge = signed(Lang::Da);
    pledge.focus = Focus::of(&[Origin::ImmigrantNonWestern]).expect("a part");
    assert_eq!(cautions(&reviewed(two_years_later(), pledge)), [Caution::OtherGroup]);

    let public = SignedPledge { is_public: true, ..signed(Lang::Da) };
    assert_eq!(cautions(&reviewed(two_years_later(), public)), [Caution::PublicEdition]);
}

#[test]
fn a_pledge_without_its_baseline_is_not_judged() {
    let mut pledge = signed(Lang::Da);
    pledge.targets[0].focus = None;
    pledge.targets[1].target = None;
    let found = outcomes(&reviewed(two_years_later(), pledge));
    assert_eq!([&found[0].1, &found[1].1], [&Outcome::BaselineHidden; 2]);
}

#[test]
fn the_group_that_is_looked_at_elsewhere_makes_no_difference() {
    let mut session = two_years_later();
    session.apply(Event::SetGrouping(byspejl::workforce::Grouping::Two));
    let before = outcomes(&open(session.clone()));
    let danish = Focus::of(&[Origin::Danish]).expect("a group");
    session.apply(Event::Choose(Choice::Focus(danish)));
    assert_eq!(outcomes(&open(session)), before);
}

#[test]
fn a_change_is_tested_between_the_pledges_figures_and_the_present_ones() {
    // 1 of 32 then, 16 of 32 now: Fisher's two-sided p is far below any correction for five levels.
    let session =
        later([("78", 140), ("62", 200), ("29", 140), ("9", 128), ("16", 32)], "2027-12-31");
    let work = open(session);
    let case = case(&work, Lang::Da);
    let status = case.status();
    let follow = Follow::of(&status, Lang::Da);
    let movement = |level| match follow.change(level) {
        Some(LevelChange::Both(change)) => change.conclusion.value(),
        other => panic!("{other:?}"),
    };
    assert_eq!(movement(4), Some(Movement::Rose));
    assert_eq!(movement(0), Some(Movement::WithinChance));
}

#[test]
fn the_next_target_lies_above_the_one_that_was_reached() {
    let work = open(two_years_later());
    let reached = outcomes(&work);
    let (target, top) = &reached[0];
    assert_eq!(top.told(), Some(TargetStanding::Reached), "{top:?}");
    let document = document(&work, Lang::Da);
    let next = document.sheets[0].blocks.iter().rev().find_map(|block| match block {
        byspejl::report::Block::Table(table) => Some(table),
        _ => None,
    });
    let row = next.and_then(|table| table.rows().next()).expect("the top level aims at more");
    assert_eq!(row.heading, "Ledelse");
    let number: u64 = row.cells[1].text.parse().expect("a plain number");
    assert!(Some(number) > *target, "{number} after {target:?}");
}

#[test]
fn a_pledge_is_the_same_however_its_file_is_laid_out() {
    let written = crate::samples::pledge_file(&crate::samples::signing(), Lang::Da);
    let value: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
    let compact = serde_json::to_string(&value).expect("it is JSON");
    assert_eq!(signed_in_pledge(&compact), signed_in_pledge(&written));
}
