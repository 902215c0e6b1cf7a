//! The user's words win and survive new figures.

use crate::organisations::*;
use byspejl::pledge::charter::Commitment;
use byspejl::pledge::{Basis, Change, Edit, LineId, Pledge, PledgeEdits, TargetLine};
use byspejl::text::Lang;

fn level(pledge: &Pledge, name: &str) -> TargetLine {
    let line = pledge.targets.iter().find(|line| line.level == name);
    line.unwrap_or_else(|| panic!("no target for {name}")).clone()
}

fn measure_id(id: &str) -> LineId {
    LineId::Measure(id.to_owned())
}

/// The example with a different top level.
fn with_top(people: u32, focus: u32) -> Assessed {
    assessed(organisation(&[
        ("Andet manuelt arbejde", 140, 78),
        ("Grundniveau", 200, 62),
        ("Mellemniveau", 140, 29),
        ("Højeste niveau", 128, 9),
        ("Ledelse", people, focus),
    ]))
}

fn set_target(edits: PledgeEdits, line: &TargetLine, target: u64) -> PledgeEdits {
    edits.with(Edit::Line {
        line: line.id.clone(),
        basis: line.basis.clone(),
        change: Change::Target(Some(target)),
    })
}

#[test]
fn without_edits_everything_follows_the_figures() {
    let before = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let after = level(&with_top(40, 2).pledge(&PledgeEdits::default()), "Ledelse");
    assert_eq!((before.focus, before.people), (Some(1), Some(32)));
    assert_eq!((after.focus, after.people), (Some(2), Some(40)));
    assert_eq!(after.figures_changed, None);
}

#[test]
fn an_own_target_survives_new_figures_and_is_marked() {
    let shown = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let edits = set_target(PledgeEdits::default(), &shown, 6);
    assert_eq!(level(&assessed(example()).pledge(&edits), "Ledelse").figures_changed, None);
    let after = level(&with_top(40, 2).pledge(&edits), "Ledelse");
    assert_eq!(after.number(), Some(6));
    assert_eq!(after.figures_changed, Some(shown.basis));
    assert_ne!(after.target.suggested, None, "the new value is offered");
}

#[test]
fn keeping_a_line_after_new_figures_takes_the_mark_away() {
    let shown = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let edits = set_target(PledgeEdits::default(), &shown, 6);
    let marked = level(&with_top(40, 2).pledge(&edits), "Ledelse");
    let keep = Edit::Line { line: marked.id, basis: marked.basis, change: Change::Keep };
    let kept = level(&with_top(40, 2).pledge(&edits.with(keep)), "Ledelse");
    assert_eq!((kept.number(), kept.figures_changed), (Some(6), None));
}

#[test]
fn an_own_target_stays_when_its_level_is_in_line_and_waits_while_it_is_gone() {
    let shown = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let edits = set_target(PledgeEdits::default(), &shown, 6);
    let reached = level(&with_top(32, 12).pledge(&edits), "Ledelse");
    assert_eq!((reached.number(), reached.focus), (Some(6), Some(12)));
    assert!(reached.figures_changed.is_some());
    let gone = assessed(in_line_without_management()).pledge(&edits);
    assert!(gone.targets.iter().all(|line| line.level != "Ledelse"));
    let back = level(&assessed(example()).pledge(&edits), "Ledelse");
    assert_eq!((back.number(), back.figures_changed), (Some(6), None));
}

fn in_line_without_management() -> byspejl::workforce::Workforce {
    organisation(&[("Drift", 100, 29), ("Kontor", 100, 29), ("Faglig", 100, 29)])
}

#[test]
fn a_renamed_level_keeps_its_edits() {
    let shown = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let edits = set_target(PledgeEdits::default(), &shown, 6);
    let pledge = assessed(with_level_called(example(), "Ledelse", "Management")).pledge(&edits);
    let renamed = level(&pledge, "Management");
    assert_eq!(renamed.target.own, Some(6));
    assert_eq!(renamed.figures_changed, None);
}

#[test]
fn own_words_stay_as_typed_in_both_languages_and_suggestions_follow_the_language() {
    let example = assessed(example());
    let line = example.pledge(&PledgeEdits::default()).measures[0].clone();
    let edits = PledgeEdits::default().with(Edit::Line {
        line: line.id,
        basis: line.basis,
        change: Change::Text(Some("Vi gør det på vores måde.".to_owned())),
    });
    for lang in Lang::ALL {
        let pledge = example.pledge(&edits);
        let text =
            |at: usize| byspejl::report::words::field(lang, &pledge.measures[at].text).into_owned();
        assert_eq!(text(0), "Vi gør det på vores måde.");
        assert_eq!(text(1).starts_with("We"), lang == Lang::En, "{}", text(1));
    }
}

#[test]
fn an_edited_measure_stays_when_its_finding_is_gone() {
    let line = assessed(example()).pledge(&PledgeEdits::default());
    let group = line.measures.iter().find(|l| l.id == measure_id("M12")).expect("suggested");
    let edits = PledgeEdits::default().with(Edit::Line {
        line: group.id.clone(),
        basis: group.basis.clone(),
        change: Change::Owner(Some("Mette".to_owned())),
    });
    let after = assessed(in_line()).pledge(&edits);
    let kept = after.measures.iter().find(|l| l.id == measure_id("M12")).expect("kept");
    assert_eq!(kept.owner.own.as_deref(), Some("Mette"));
    assert!(kept.figures_changed.is_some());
}

#[test]
fn removed_lines_stay_removed_and_can_be_restored() {
    let edits = PledgeEdits::default()
        .with(Edit::Remove(measure_id("M10")))
        .with(Edit::Remove(LineId::Target("Ledelse".to_owned())));
    for organisation in [assessed(example()), with_top(40, 2)] {
        let pledge = organisation.pledge(&edits);
        assert!(pledge.measures.iter().all(|line| line.id != measure_id("M10")));
        assert!(pledge.targets.iter().all(|line| line.level != "Ledelse"));
        assert_eq!(pledge.removed.len(), 2);
    }
    let restored = edits.with(Edit::Restore(measure_id("M10")));
    let pledge = assessed(example()).pledge(&restored);
    assert!(pledge.measures.iter().any(|line| line.id == measure_id("M10")));
}

#[test]
fn chosen_and_own_lines_stay_with_new_figures() {
    let write = Change::Text(Some("Vi holder åbent hus.".to_owned()));
    let edits = PledgeEdits::default()
        .with(Edit::Choose { measure: "M18".to_owned(), commitment: Commitment::Practice })
        .with(Edit::Write(Commitment::City))
        .with(Edit::Line { line: LineId::Own(1), basis: Basis::Own, change: write });
    for organisation in [assessed(example()), assessed(in_line())] {
        let pledge = organisation.pledge(&edits);
        assert!(pledge.measures.iter().any(|line| line.id == measure_id("M18")));
        let own = pledge.measures.iter().find(|line| line.id == LineId::Own(1)).expect("own line");
        assert_eq!(own.text.own.as_deref(), Some("Vi holder åbent hus."));
        assert_eq!((own.commitment, own.figures_changed.clone()), (Commitment::City, None));
    }
}

#[test]
fn what_is_advised_against_cannot_be_chosen() {
    for measure in ["M23", "M99"] {
        let edits = PledgeEdits::default()
            .with(Edit::Choose { measure: measure.to_owned(), commitment: Commitment::Practice });
        let pledge = assessed(example()).pledge(&edits);
        assert!(pledge.measures.iter().all(|line| line.id != measure_id(measure)));
    }
}

#[test]
fn taking_the_last_own_word_back_leaves_no_trace() {
    let shown = level(&assessed(example()).pledge(&PledgeEdits::default()), "Ledelse");
    let edits = set_target(PledgeEdits::default(), &shown, 6);
    let undone =
        edits.with(Edit::Line { line: shown.id, basis: shown.basis, change: Change::Target(None) });
    assert_eq!(undone, PledgeEdits::default());
}

#[test]
fn measures_fall_due_at_the_review_the_user_sets() {
    let day = "2027-06-01".parse().expect("a day");
    let edits = PledgeEdits::default().with(Edit::NextReview(Some(day)));
    let pledge = assessed(example()).pledge(&edits);
    assert!(pledge.measures.iter().all(|line| *line.due.value() == day));
    let reviews: Vec<String> = pledge.reviews.iter().map(ToString::to_string).collect();
    assert_eq!(reviews, ["2027-06-01", "2027-12-31", "2028-12-31", "2029-12-31"]);
}

#[test]
fn a_pledge_says_what_it_lacks_and_when_it_is_crowded() {
    let mut edits = PledgeEdits::default().with(Edit::Remove(measure_id("M27")));
    assert_eq!(assessed(example()).pledge(&edits).lacking(), [Commitment::City]);
    edits =
        edits.with(Edit::Choose { measure: "M18".to_owned(), commitment: Commitment::Practice });
    let pledge = assessed(example()).pledge(&edits);
    assert!(pledge.is_crowded(Commitment::Practice) && !pledge.is_crowded(Commitment::City));
    for measure in ["M26", "M28", "M08"] {
        edits =
            edits.with(Edit::Choose { measure: measure.to_owned(), commitment: Commitment::City });
        let pledge = assessed(example()).pledge(&edits);
        // One was taken out, so these are the first, the second and the third.
        assert_eq!(pledge.is_crowded(Commitment::City), measure == "M08", "{measure}");
    }
}
