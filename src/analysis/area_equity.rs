//! Equity across areas (methods, section 4): how far the groups are divided by area.
//!
//! Here is [`AreaEquity`]; the areas' verdicts stand in [`super::Assessment`]. Absent: areas and
//! levels together ([`super::crossing`]), and levels ([`super::level_equity`]).

use super::fillings::Fillings;
use super::hidden::Range;
use super::joint::Joint;
use super::states::States;
use crate::stats::segregation;

/// How unevenly the focus group and the others are spread over the areas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dissimilarity {
    /// D: the share of one group that would have to change area (Duncan & Duncan 1955); 0 is an
    /// even spread, 1 is full separation.
    pub observed: Range,
    /// E[D] when the same people are placed by chance; small areas make it large. Known only when
    /// no count is hidden.
    pub expected: Option<f64>,
    /// (D - E[D]) / (1 - E[D]), not under 0 (Winship 1977; Carrington & Troske 1997). Undefined
    /// when E[D] = 1 or a count is hidden.
    pub corrected: Option<f64>,
}

/// Why dissimilarity is undefined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoDissimilarity {
    /// Fewer than two areas: divide the figures by area.
    TooFewAreas,
    /// Nobody from the focus group, or none may be, in a stated area.
    NobodyInFocus,
    /// Nobody else, or none may be, in a stated area.
    NobodyElse,
    /// Some area's figures are missing without a total: fill them in.
    Missing,
}

/// How the focus group is spread over the areas.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaEquity {
    pub dissimilarity: Result<Dissimilarity, NoDissimilarity>,
}

/// Dissimilarity over every filling of the hidden cells; `areas` are the areas' states.
///
/// With too many fillings the outer bound is 0 to 1.
pub(crate) fn area_equity(fillings: &Fillings, areas: &[States]) -> AreaEquity {
    AreaEquity { dissimilarity: dissimilarity(fillings, areas) }
}

fn dissimilarity(fillings: &Fillings, areas: &[States]) -> Result<Dissimilarity, NoDissimilarity> {
    if areas.len() < 2 {
        return Err(NoDissimilarity::TooFewAreas);
    }
    if areas.iter().any(|area| area.missing) {
        return Err(NoDissimilarity::Missing);
    }
    let known: Option<Vec<[u64; 2]>> = areas
        .iter()
        .map(|area| area.exact_counts().map(|(focus, people)| [focus, people - focus]))
        .collect();
    if let Some(known) = known {
        return of_known(&known);
    }
    let Some(joint) = Joint::of(fillings, areas.len(), |row| row.area) else {
        let observed = Range { low: 0.0, high: 1.0, exact: false };
        return match nobody(&least_counts(areas)) {
            Some(reason) => Err(reason),
            None => Ok(Dissimilarity { observed, expected: None, corrected: None }),
        };
    };
    let mut observed = Vec::with_capacity(joint.combinations);
    let mut undefined = None;
    joint.for_each(|counts| {
        let (focus, other) = groups(counts);
        match segregation::dissimilarity(&focus, &other) {
            Some(value) => observed.push(value),
            None => undefined = nobody(counts),
        }
    });
    match (undefined, Range::spanning(observed, true)) {
        (None, Some(observed)) => Ok(Dissimilarity { observed, expected: None, corrected: None }),
        (reason, _) => Err(reason.unwrap_or(NoDissimilarity::Missing)),
    }
}

fn of_known(counts: &[[u64; 2]]) -> Result<Dissimilarity, NoDissimilarity> {
    let (focus, other) = groups(counts);
    match segregation::dissimilarity(&focus, &other) {
        Some(value) => Ok(Dissimilarity {
            observed: Range::certain(value),
            expected: segregation::expected_dissimilarity(&focus, &other),
            corrected: segregation::corrected_dissimilarity(&focus, &other),
        }),
        None => Err(nobody(counts).unwrap_or(NoDissimilarity::Missing)),
    }
}

/// Per area, the fewest in focus and the fewest others.
fn least_counts(areas: &[States]) -> Vec<[u64; 2]> {
    let least = |area: &States, part: usize| {
        area.boxes.iter().map(|counts| counts.low[part]).min().unwrap_or(0)
    };
    areas.iter().map(|area| [least(area, 0), least(area, 1)]).collect()
}

fn groups(counts: &[[u64; 2]]) -> (Vec<u64>, Vec<u64>) {
    counts.iter().map(|&[focus, other]| (focus, other)).unzip()
}

/// Which group has nobody in it.
fn nobody(counts: &[[u64; 2]]) -> Option<NoDissimilarity> {
    let is_empty = |part: usize| counts.iter().all(|area| area[part] == 0);
    if is_empty(0) {
        Some(NoDissimilarity::NobodyInFocus)
    } else {
        is_empty(1).then_some(NoDissimilarity::NobodyElse)
    }
}
