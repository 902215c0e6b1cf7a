//! One organisation's whole case: from the work to everything that is written about it.
//!
//! The same steps that the page takes one by one. Absent: languages beyond the names of parts,
//! file formats.

use crate::analysis::{
    Assessment, Assumptions, Method, NotComparable, assess, targets as suggested_targets,
};
use crate::benchmark;
use crate::pledge::{Pledge, suggest};
use crate::report;
use crate::session::{Checked, Work, check};
use crate::text::{Lang, Subject, part_name};
use crate::workforce::{Date, Focus};

/// Figures, what came of them, and the pledge.
#[derive(Clone, Debug)]
pub struct Case {
    pub checked: Checked,
    pub assessment: Assessment,
    pub pledge: Pledge,
    assumptions: Assumptions,
}

impl Case {
    /// Works a case out as of `today`, with level and area names in `lang`.
    ///
    /// # Errors
    /// [`NotComparable`] when benchmark or figures are too coarse for the focus group.
    pub fn of(work: &Work, lang: Lang, today: Date) -> Result<Case, NotComparable> {
        Case::in_years(work, lang, today, suggested_targets::MAX_YEARS)
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
        let assessment =
            assess(&checked.workforce, &checked.benchmark, Focus::default(), &Method::default())?;
        let assumptions = Assumptions::default();
        let targets = suggested_targets::suggest(&assessment, &assumptions, years);
        let suggestion = suggest(&checked.workforce, &assessment, &targets, today);
        let pledge = Pledge::of(&suggestion, &work.pledge);
        Ok(Case { checked, assessment, pledge, assumptions })
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
