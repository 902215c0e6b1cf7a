//! The paths of the figures on screen, and the chance around them, drawn a little at a time.
//!
//! Absent: what is shown of them. Read next: [`crate::analysis::paths`].

use crate::analysis::paths::{Chance, SEED, Spread, paths};
use crate::analysis::{Assumptions, LevelPath, Paths};
use crate::pledge::timetable::start_year;
use crate::ui::app::App;
use crate::web::{clock, page};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The paths of a ladder from the year of its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub paths: Paths,
    /// The year they begin in.
    pub start: u16,
}

/// `None` when nothing can be compared.
pub type OutlookMemo = Memo<Option<Arc<Outlook>>>;

/// What an outlook has, whether there is one or not.
pub trait Outlooks {
    /// Whether the figures are divided into levels.
    fn has_levels(&self) -> bool;
    /// Whether one of them has a path.
    fn has_paths(&self) -> bool;
    /// The path of a level, index from 0 at entry.
    fn path(&self, level: usize) -> Option<&LevelPath>;
}

impl Outlooks for Option<Arc<Outlook>> {
    fn has_levels(&self) -> bool {
        self.as_ref().is_some_and(|outlook| !outlook.paths.levels.is_empty())
    }

    fn has_paths(&self) -> bool {
        self.as_ref().is_some_and(|outlook| outlook.paths.levels.iter().any(Result::is_ok))
    }

    fn path(&self, level: usize) -> Option<&LevelPath> {
        self.as_ref()?.paths.levels.get(level)?.as_ref().ok()
    }
}

/// The year that years are counted from: that of the figures, or today's.
pub fn start(state: App) -> u16 {
    start_year(state.checked.get().workforce.reporting_date, clock::today())
}

/// What is assumed about turnover on the figures on screen.
pub fn assumptions(state: App) -> Assumptions {
    state.session.with(|session| session.work().choices.assumptions(session.draft()))
}

/// The paths, worked out again when figures, assumptions or target year change.
pub fn outlook_memo(state: App) -> OutlookMemo {
    Memo::new(move |_| {
        let outcome = state.outcome.get();
        let assessment = outcome.as_ref().as_ref().ok()?;
        let start = start(state);
        let years = state.session.with(|session| session.work().choices.years_from(start));
        let years = years.unwrap_or(crate::analysis::paths::DEFAULT_YEARS);
        Some(Arc::new(Outlook { paths: paths(assessment, &assumptions(state), years), start }))
    })
}

/// How far chance may move the paths.
#[derive(Clone, Debug, PartialEq)]
pub enum Counting {
    /// Courses are being drawn.
    UnderWay,
    /// Per level, entry first, the spread in each year; `None` where nothing was drawn.
    Done(Arc<Vec<Option<Vec<Spread>>>>),
}

impl Counting {
    /// The spreads of a level, from the start year on.
    pub fn of(&self, level: usize) -> Option<&[Spread]> {
        match self {
            Counting::UnderWay => None,
            Counting::Done(spreads) => spreads.get(level)?.as_deref(),
        }
    }
}

/// Draws the courses of the present paths, and starts again when they change.
pub fn counting(outlook: OutlookMemo) -> RwSignal<Counting> {
    let counting = RwSignal::new(Counting::UnderWay);
    Effect::new(move |_| {
        let current = outlook.get();
        counting.set(Counting::UnderWay);
        let Some(current) = current else { return };
        // Not while somebody types.
        page::when_idle(move || {
            let chance = Chance::of(&current.paths, SEED);
            go_on(Drawing { outlook, current, chance, counting });
        });
    });
    counting
}

struct Drawing {
    outlook: OutlookMemo,
    /// What is being drawn; out of date when the memo holds another.
    current: Arc<Outlook>,
    chance: Chance,
    counting: RwSignal<Counting>,
}

/// One slice, then the next after whatever the page has to do.
fn go_on(mut drawing: Drawing) {
    // The screen may have been left and the figures changed in the meantime.
    let newest = drawing.outlook.try_get_untracked().flatten();
    if newest.is_none_or(|newest| !Arc::ptr_eq(&newest, &drawing.current)) {
        return;
    }
    if drawing.chance.run_slice() {
        let spreads = Arc::new(drawing.chance.spreads());
        let _ = drawing.counting.try_set(Counting::Done(spreads));
    } else {
        set_timeout(move || go_on(drawing), Duration::ZERO);
    }
}
