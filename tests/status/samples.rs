//! A pledge that was signed, and the same workplace later.

use byspejl::exchange::office::{Case, StatusCase, signed_in_pledge};
use byspejl::exchange::write::pledge_json;
use byspejl::pledge::{Progress, ReviewEdit, SignedPledge};
use byspejl::report::{Block, Document, status};
use byspejl::session::{
    About, AreaKey, Event, GridColumn, LevelKey, ReviewEvent, RowKey, Session, Work,
};
use byspejl::text::Lang;
use byspejl::workforce::{Column, Date, Origin};

/// (with immigrant background, of people), from entry to top.
pub type Ladder = [(&'static str, u32); 5];

pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The day the pledge was signed, and the day of the status.
pub const SIGNED: &str = "2026-03-01";
pub const TODAY: &str = "2028-02-01";

/// The example of 31 December 2025 with a name.
pub fn signing() -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let mut work = session.work().clone();
    work.draft.organisation = "Havneby Service A/S".to_owned();
    work
}

/// The pledge file that is written of a work.
pub fn pledge_file(work: &Work, lang: Lang) -> String {
    let case = Case::of(work, lang, day(SIGNED)).expect("comparable");
    pledge_json::write(&pledge_json::internal(&case.source(), lang, day(SIGNED)))
}

/// What was signed.
pub fn signed(lang: Lang) -> SignedPledge {
    signed_in_pledge(&pledge_file(&signing(), lang)).expect("it was just written")
}

/// The same workplace on a later day.
pub fn later(ladder: Ladder, reporting_date: &str) -> Session {
    let mut session = Session::resume(signing());
    session.apply(Event::About(About::ReportingDate(reporting_date.to_owned())));
    let levels: Vec<_> = session.draft().levels.iter().map(|level| level.id).collect();
    for (level, (focus, people)) in levels.into_iter().zip(ladder) {
        let row = RowKey { level: LevelKey::Level(level), area: AreaKey::All };
        let others = match focus.parse::<u32>() {
            Ok(focus) => people - focus,
            Err(_) => people,
        };
        for (group, text) in [
            (Origin::Danish, others.to_string()),
            (Origin::ImmigrantOrDescendant, focus.to_owned()),
        ] {
            let column = GridColumn::Count(Column::Group(group));
            session.apply(Event::Type { row, column, text });
        }
    }
    session
}

/// Two years later: on the top level the target is reached, others are on course or not.
pub fn two_years_later() -> Session {
    later([("80", 140), ("66", 200), ("30", 140), ("15", 130), ("4", 32)], "2027-12-31")
}

/// The pledge that is open beside the figures, with answers for its measures.
pub fn reviewed(mut session: Session, pledge: SignedPledge) -> Work {
    let measures = pledge.measures.len();
    session.apply(Event::Review(ReviewEvent::Open(Box::new(pledge))));
    let edit = |edit| Event::Review(ReviewEvent::Edit(edit));
    for measure in 0..measures {
        let progress = [
            Some(Progress::Done),
            Some(Progress::UnderWay),
            Some(Progress::NotBegun),
            None,
            Some(Progress::Dropped),
        ][measure % 5];
        session.apply(edit(ReviewEdit::Progress(measure, progress)));
    }
    session.apply(edit(ReviewEdit::Note(0, "Alle 14 ledere er med.".to_owned())));
    session.apply(edit(ReviewEdit::Remark("Vi begyndte i køkkenet.".to_owned())));
    session.work().clone()
}

pub fn case(work: &Work, lang: Lang) -> StatusCase {
    StatusCase::of(work, lang, day(TODAY)).expect("a pledge is open")
}

pub fn document(work: &Work, lang: Lang) -> Document {
    status::document(&case(work, lang).status(), lang)
}

/// Every text of a document.
pub fn texts(document: &Document) -> Vec<String> {
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    blocks.flat_map(Block::texts).map(str::to_owned).collect()
}
