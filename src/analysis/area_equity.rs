//! Equity across areas (methods, section 4): how far the groups are divided by area.
//!
//! Here is [`AreaEquity`]; the areas' verdicts stand in [`super::Assessment`]. Absent: mutual
//! information, and levels ([`super::level_equity`]).

use super::hidden::Range;

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
