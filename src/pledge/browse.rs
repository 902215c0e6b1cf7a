//! The whole catalogue to choose from: by finding, commitment and what is known.
//!
//! What is advised against is listed too, so that it is seen and not only missing; it cannot be
//! chosen. Absent: words. Read next: [`super::rules`] for which gaps a finding points at.

use super::charter::Commitment;
use super::measure::{self, Evidence, Measure};
use super::reason::Cause;
use super::rules::rule_for;

/// What is known about a measure's effect, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Knowledge {
    Documented(Evidence),
    /// No source was opened, so nothing is claimed.
    PracticeOnly,
}

impl Knowledge {
    /// The best known first, what is advised against last.
    pub const ALL: [Knowledge; 6] = [
        Knowledge::Documented(Evidence::Strong),
        Knowledge::Documented(Evidence::Moderate),
        Knowledge::Documented(Evidence::Mixed),
        Knowledge::Documented(Evidence::Limited),
        Knowledge::PracticeOnly,
        Knowledge::Documented(Evidence::Avoid),
    ];

    /// What is known about a measure.
    pub fn of(measure: &Measure) -> Knowledge {
        match measure.is_documented() {
            true => Knowledge::Documented(measure.evidence),
            false => Knowledge::PracticeOnly,
        }
    }
}

/// Which measures are wanted; nothing set is all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub cause: Option<Cause>,
    pub commitment: Option<Commitment>,
    pub knowledge: Option<Knowledge>,
}

/// Whether a measure answers a finding.
pub fn answers(measure: &Measure, cause: Cause) -> bool {
    rule_for(cause).is_some_and(|rule| {
        rule.first.contains(&measure.id) || rule.gaps.iter().any(|gap| measure.gaps.contains(gap))
    })
}

/// The measures that are wanted: what answers the finding best first, then what is known best, then
/// by identifier.
pub fn browse(filter: Filter) -> Vec<&'static Measure> {
    let mut found: Vec<&Measure> = measure::catalogue()
        .iter()
        .filter(|measure| filter.cause.is_none_or(|cause| answers(measure, cause)))
        .filter(|measure| {
            let wanted =
                |commitment: Commitment| measure.commitments.contains(&commitment.number());
            filter.commitment.is_none_or(wanted)
        })
        .filter(|measure| filter.knowledge.is_none_or(|wanted| Knowledge::of(measure) == wanted))
        .collect();
    let first = filter.cause.and_then(rule_for).map_or(&[][..], |rule| rule.first);
    found.sort_by_key(|measure| {
        let knowledge = Knowledge::of(measure);
        let known = Knowledge::ALL.iter().position(|&listed| listed == knowledge);
        let is_advised_against = measure.evidence == Evidence::Avoid;
        let best = first.iter().position(|id| *id == measure.id).unwrap_or(first.len());
        (is_advised_against, best, known, measure.id)
    });
    found
}
