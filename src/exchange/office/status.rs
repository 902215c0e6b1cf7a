//! From a file that holds a signed pledge to the pledge, and from the work to its status.
//!
//! Absent: what a status says ([`crate::report::status`]).

use super::Case;
use crate::analysis::Method;
use crate::exchange::write::pledge_json::{self, PledgeJsonError};
use crate::pledge::{Review, SignedPledge};
use crate::report::status::Status;
use crate::session::Work;
use crate::text::Lang;
use crate::workforce::Date;

/// The pledge in a pledge file.
///
/// # Errors
/// See [`PledgeJsonError`].
pub fn signed_in_pledge(text: &str) -> Result<SignedPledge, PledgeJsonError> {
    pledge_json::read(text).and_then(pledge_json::signed)
}

/// The pledge that a project file holds, as it stood on the day of its figures; `None` without
/// figures.
pub fn signed_in_project(work: &Work, lang: Lang, today: Date) -> Option<SignedPledge> {
    if work.draft.has_no_figures() {
        return None;
    }
    // The horizon of old figures counts from their own date.
    let day = work.draft.reporting_date.trim().parse().unwrap_or(today);
    let case = Case::of(work, lang, day).ok()?;
    pledge_json::signed(pledge_json::internal(&case.source(), lang, day)).ok()
}

/// A review worked out on the present figures.
#[derive(Clone, Debug)]
pub struct StatusCase {
    review: Review,
    case: Option<Case>,
    has_figures: bool,
    organisation: String,
    method: Method,
    today: Date,
}

impl StatusCase {
    /// The status of the pledge that is open in the work; `None` when none is. The figures are
    /// looked at for the pledge's focus group, whatever group is looked at elsewhere.
    pub fn of(work: &Work, lang: Lang, today: Date) -> Option<StatusCase> {
        let review = work.review.as_deref()?.clone();
        let mut work = work.clone();
        work.choices.focus = review.pledge.focus;
        let has_figures = !work.draft.has_no_figures();
        let focus = review.pledge.focus;
        let case = if has_figures { Case::of(&work, lang, today).ok() } else { None };
        let case = case.filter(|case| {
            let groups = case.checked.workforce.table.grouping().groups();
            focus.is_countable_in(groups) && case.assessment.focus == focus
        });
        Some(StatusCase {
            review,
            case,
            has_figures,
            organisation: work.draft.organisation.clone(),
            method: work.choices.method(),
            today,
        })
    }

    /// What the document is made from.
    pub fn status(&self) -> Status<'_> {
        Status {
            review: &self.review,
            now: self.case.as_ref().map(Case::source),
            has_figures: self.has_figures,
            organisation: &self.organisation,
            method: &self.method,
            today: self.today,
        }
    }
}
