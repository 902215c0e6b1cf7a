//! Which files hold a signed pledge, what refuses the others, and what opening one leaves alone.

use crate::samples::{day, pledge_file, reviewed, signed, signing, two_years_later};
use byspejl::exchange::link;
use byspejl::exchange::office::{signed_in_pledge, signed_in_project};
use byspejl::exchange::project;
use byspejl::exchange::write::pledge_json::PledgeJsonError;
use byspejl::pledge::{Progress, ReviewEdit};
use byspejl::session::{Event, ReviewEvent, Session, Work};
use byspejl::text::Lang;

#[test]
fn a_project_file_holds_the_pledge_that_its_pledge_file_holds() {
    let work = project::read(&project::write(&signing())).expect("it was just written");
    let in_project = signed_in_project(&work, Lang::Da, day("2028-02-01")).expect("it has figures");
    let in_pledge = signed(Lang::Da);
    assert_eq!(in_project.targets, in_pledge.targets);
    assert_eq!(in_project.levels, in_pledge.levels);
    let texts = |measures: &[byspejl::pledge::signed::SignedMeasure]| -> Vec<String> {
        measures.iter().map(|measure| measure.text.clone()).collect()
    };
    assert_eq!(texts(&in_project.measures), texts(&in_pledge.measures));
    assert_eq!(signed_in_project(&Work::default(), Lang::Da, day("2028-02-01")), None);
}

#[test]
fn files_that_hold_none_say_what_is_wrong() {
    let file = pledge_file(&signing(), Lang::Da);
    let newer = file.replacen("\"byspejl_pledge\": 1", "\"byspejl_pledge\": 9", 1);
    assert_eq!(signed_in_pledge(&newer), Err(PledgeJsonError::TooNew { version: 9 }));
    let half = &file[..file.len() / 2];
    let lines = half.lines().count();
    assert_eq!(signed_in_pledge(half), Err(PledgeJsonError::Damaged { line: lines }));
    let no_day = file.replacen("\"target_day\": \"2029", "\"target_day\": \"29", 1);
    assert_ne!(no_day, file);
    assert_eq!(signed_in_pledge(&no_day), Err(PledgeJsonError::OutOfBounds));
    let nobody = file.replacen("\"immigrant_or_descendant\"", "\"danish_origin\"", 1);
    let nobody = nobody.replacen("\"focus\": [", "\"focus\": [\"immigrant_or_descendant\", ", 1);
    assert_eq!(signed_in_pledge(&nobody), Err(PledgeJsonError::OutOfBounds));
    assert_eq!(signed_in_pledge("{}"), Err(PledgeJsonError::NotAPledge));
}

#[test]
fn opening_a_pledge_leaves_everything_else_alone_and_can_be_undone() {
    let mut session = two_years_later();
    let before = session.work().clone();
    session.apply(Event::Review(ReviewEvent::Open(Box::new(signed(Lang::Da)))));
    assert_eq!(Work { review: None, ..session.work().clone() }, before);
    session.apply(Event::Undo);
    assert_eq!(*session.work(), before);
}

#[test]
fn opening_the_same_pledge_again_keeps_the_answers() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    let mut session = Session::resume(work.clone());
    session.apply(Event::Review(ReviewEvent::Open(Box::new(signed(Lang::Da)))));
    assert_eq!(*session.work(), work);
    session.apply(Event::Review(ReviewEvent::Close));
    assert_eq!(session.work().review, None);
}

#[test]
fn an_answer_for_a_measure_that_is_not_there_changes_nothing() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    let mut session = Session::resume(work.clone());
    let edit = ReviewEdit::Progress(99, Some(Progress::Done));
    session.apply(Event::Review(ReviewEvent::Edit(edit)));
    assert_eq!(*session.work(), work);
}

#[test]
fn typing_one_note_is_one_step_to_undo() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    let mut session = Session::resume(work.clone());
    for text in ["V", "Vi", "Vi er", "Vi er i gang"] {
        let edit = ReviewEdit::Note(2, text.to_owned());
        session.apply(Event::Review(ReviewEvent::Edit(edit)));
    }
    session.apply(Event::Undo);
    assert_eq!(*session.work(), work);
}

#[test]
fn a_share_link_does_not_carry_the_pledge_of_another_year() {
    let work = reviewed(two_years_later(), signed(Lang::Da));
    let carried = link::work(&link::carried(&work)).expect("it opens");
    assert_eq!(carried.review, None);
}
