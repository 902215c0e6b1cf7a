//! Equity across areas (methods, section 4): how far the groups are divided by area.
//!
//! Here is [`AreaEquity`]; the areas' verdicts stand in [`super::Assessment`]. Absent: mutual
//! information, and levels ([`super::level_equity`]).

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
    let least = |part: usize| -> u64 {
        areas.iter().filter_map(|a| a.boxes.iter().map(|counts| counts.low[part]).min()).sum()
    };
    let Some(joint) = Joint::of(fillings, areas.len(), |row| row.area) else {
        if least(0) == 0 {
            return Err(NoDissimilarity::NobodyInFocus);
        }
        if least(1) == 0 {
            return Err(NoDissimilarity::NobodyElse);
        }
        let observed = Range { low: 0.0, high: 1.0, exact: false };
        return Ok(Dissimilarity { observed, expected: None, corrected: None });
    };
    let mut observed = Vec::with_capacity(joint.combinations);
    let mut undefined = None;
    let mut only = (Vec::new(), Vec::new());
    joint.for_each(|counts| {
        let group = |part: usize| counts.iter().map(|area| area[part]).collect::<Vec<u64>>();
        let (focus, other) = (group(0), group(1));
        match segregation::dissimilarity(&focus, &other) {
            Some(d) => observed.push(d),
            None => {
                undefined = Some(match focus.iter().all(|&people| people == 0) {
                    true => NoDissimilarity::NobodyInFocus,
                    false => NoDissimilarity::NobodyElse,
                });
            }
        }
        only = (focus, other);
    });
    if let Some(reason) = undefined {
        return Err(reason);
    }
    let known = joint.combinations == 1;
    let (focus, other) = only;
    Ok(Dissimilarity {
        observed: Range::spanning(observed, true).ok_or(NoDissimilarity::Missing)?,
        expected: segregation::expected_dissimilarity(&focus, &other).filter(|_| known),
        corrected: segregation::corrected_dissimilarity(&focus, &other).filter(|_| known),
    })
}
