//! One organisation's whole case: from the work to everything that is written about it.
//!
//! The same steps that the page takes one by one. Absent: languages beyond the names of parts,
//! file formats.

use super::years::{last_reached, raise_above_reached};
use crate::analysis::{
    Assessment, Assumptions, NotComparable, assess, comparable, targets as suggested_targets,
};
use crate::benchmark;
use crate::pledge::timetable::{start_year, timetable};
use crate::pledge::{Pledge, suggest};
use crate::report;
use crate::session::{Checked, Work, check};
use crate::text::{Lang, Subject, part_name};
use crate::workforce::Date;

/// Figures, what came of them, and the pledge.
#[derive(Clone, Debug)]
pub struct Case {
    pub checked: Checked,
    pub assessment: Assessment,
    pub pledge: Pledge,
    assumptions: Assumptions,
}

impl Case {
    /// Works a case out as of `today`, with level and area names in `lang` and targets that fall due
    /// in the work's target year, four years ahead at most.
    ///
    /// # Errors
    /// [`NotComparable`] when benchmark or figures are too coarse for the focus group.
    pub fn of(work: &Work, lang: Lang, today: Date) -> Result<Case, NotComparable> {
        let reporting_date = work.draft.reporting_date.trim().parse::<Date>().ok();
        let years = work.choices.target_horizon(start_year(reporting_date, today));
        Case::in_years(work, lang, today, years)
    }

    /// The same with targets that fall due so many years after the figures, 1 to 4.
    ///
    /// # Errors
    /// As [`Case::of`].
    pub fn in_years(
        work: &Work,
        lang: Lang,
        today: Date,
        years: u8,
    ) -> Result<Case, NotComparable> {
        let checked =
            check(&work.draft, benchmark::by_id, |part, name| part_name(lang, part, name));
        let choices = &work.choices;
        let (workforce, benchmark) = (&checked.workforce, &checked.benchmark);
        let focus = comparable(choices.focus, &workforce.table, benchmark);
        let assessment = assess(workforce, benchmark, focus, &choices.method())?;
        let assumptions = choices.assumptions(&work.draft);
        let mut targets = suggested_targets::suggest(&assessment, &assumptions, years);
        raise_above_reached(&mut targets, &last_reached(work, lang), &work.draft);
        let suggestion = suggest(&checked.workforce, &assessment, &targets, today);
        let pledge = Pledge::of(&suggestion, &work.pledge);
        Ok(Case { checked, assessment, pledge, assumptions })
    }

    /// How many years ahead targets have to be for falling due in `year`, 1 to 4.
    ///
    /// # Errors
    /// The first and the last year that is possible.
    pub fn years_to(work: &Work, today: Date, year: u16) -> Result<u8, (u16, u16)> {
        let reporting_date = work.draft.reporting_date.trim().parse::<Date>().ok();
        let due = |years| timetable(reporting_date, today, years).target_day.year();
        let most = suggested_targets::MAX_YEARS;
        // Of two horizons with the same year the longer one counts from the figures' own date.
        (1..=most).rev().find(|&years| due(years) == year).ok_or((due(1), due(most)))
    }

    /// What sentences are about.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            assessment: &self.assessment,
            table: &self.checked.workforce.table,
            benchmark: &self.checked.benchmark,
        }
    }

    /// What documents are made from.
    pub fn source(&self) -> report::Source<'_> {
        report::Source {
            pledge: &self.pledge,
            workforce: &self.checked.workforce,
            assessment: &self.assessment,
            benchmark: &self.checked.benchmark,
            assumptions: &self.assumptions,
        }
    }
}
