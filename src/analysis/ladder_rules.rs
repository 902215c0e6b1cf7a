//! What the levels' counts and verdicts say together: the rules behind [`super::tally`] and
//! [`super::ladder_bounds`].
//!
//! Absent: fillings of hidden cells, over which those two apply the rules.

use super::conclusion::{Conclusion, Why};
use super::hidden::Range;
use super::level_equity::Ceiling;
use super::verdict::Verdict;
use crate::workforce::Share;

/// Any verdict a level can have whose origin is too often not stated.
pub(crate) const UNKNOWN: [Verdict; 4] =
    [Verdict::TooFew, Verdict::Below, Verdict::MaybeBelow, Verdict::InLine];

/// A value over all fillings, with whether some filling leaves it undefined.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Span {
    range: Option<Range>,
    undefined: bool,
}

impl Span {
    pub fn add(&mut self, value: Option<f64>) {
        match value {
            Some(value) => {
                let old = self.range.unwrap_or(Range::certain(value));
                let (low, high) = (old.low.min(value), old.high.max(value));
                self.range = Some(Range { low, high, exact: true });
            }
            None => self.undefined = true,
        }
    }

    pub fn finish(self) -> Option<Range> {
        self.range.filter(|_| !self.undefined)
    }
}

/// The conclusion that the values found over all fillings allow.
pub(crate) fn conclusion<T: Copy + PartialEq>(
    possible: Vec<T>,
    certain: bool,
    unreliable: bool,
) -> Conclusion<T> {
    match possible.as_slice() {
        _ if unreliable => Conclusion::Undetermined { possible, why: Why::OriginNotStated },
        [only] if certain => Conclusion::Certain(*only),
        _ => Conclusion::from_possible(possible),
    }
}

/// Whether a focus person stands lower: theta < 0.5, in whole numbers.
pub(crate) fn is_under_half(levels: &[[u64; 2]]) -> bool {
    let (mut wins, mut losses) = (0u128, 0u128);
    let (mut focus_below, mut other_below) = (0u128, 0u128);
    for &[focus, other] in levels {
        wins += u128::from(focus) * other_below;
        losses += u128::from(other) * focus_below;
        focus_below += u128::from(focus);
        other_below += u128::from(other);
    }
    wins < losses
}

pub(crate) fn ceiling(step: usize, verdict: Verdict) -> Ceiling {
    Ceiling { level: step + 1, possible: verdict == Verdict::MaybeBelow }
}

/// The lowest low verdict with none in line or high over it, for every choice of the possible
/// verdicts. Too few and no data neither are one nor break one.
pub(crate) fn lowest_low<T: Copy + PartialEq>(
    from_entry: &[Vec<Verdict>],
    found: impl Fn(usize, Verdict) -> T,
) -> Vec<Option<T>> {
    let mut going: Vec<Option<T>> = vec![None];
    let mut stopped: Vec<Option<T>> = Vec::new();
    for (index, possible) in from_entry.iter().enumerate().rev() {
        let mut next = Vec::new();
        for &verdict in possible {
            if verdict.is_in_line_or_high() {
                going.iter().for_each(|&state| insert(&mut stopped, state));
            } else if verdict.is_low() {
                insert(&mut next, Some(found(index, verdict)));
            } else {
                going.iter().for_each(|&state| insert(&mut next, state));
            }
        }
        going = next;
        if going.is_empty() {
            break;
        }
    }
    going.into_iter().for_each(|state| insert(&mut stopped, state));
    stopped
}

pub(crate) fn insert<T: PartialEq>(found: &mut Vec<T>, value: T) {
    if !found.contains(&value) {
        found.push(value);
    }
}

pub(crate) fn share([focus, other]: [u64; 2]) -> Option<Share> {
    Share::of(focus, focus + other)
}
