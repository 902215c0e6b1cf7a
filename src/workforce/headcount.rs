//! A count of people that may be known, hidden or absent.

/// How many people a cell holds.
///
/// Suppressed and missing are first-class: neither is ever read as zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Headcount {
    Known(u32),
    /// Known only to lie between `low` and `high`, both included: "<5" is 1..=4, "0-4" is 0..=4.
    Suppressed {
        low: u32,
        high: u32,
    },
    /// Nobody has said how many.
    #[default]
    Missing,
}

/// The least and the most a sum of counts can be. Persons; `high` is `None` when unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    pub low: u64,
    pub high: Option<u64>,
}

impl Bounds {
    pub const ZERO: Bounds = Bounds { low: 0, high: Some(0) };

    /// The one value it can have, if there is only one.
    pub fn exact(self) -> Option<u64> {
        (Some(self.low) == self.high).then_some(self.low)
    }

    pub fn plus(self, other: Bounds) -> Bounds {
        Bounds { low: self.low + other.low, high: self.high.zip(other.high).map(|(a, b)| a + b) }
    }
}

impl Headcount {
    /// The count when it is known.
    pub fn known(self) -> Option<u32> {
        match self {
            Headcount::Known(n) => Some(n),
            _ => None,
        }
    }

    /// The least and the most it can be; a missing count is unbounded above.
    pub fn bounds(self) -> Bounds {
        match self {
            Headcount::Known(n) => Bounds { low: n.into(), high: Some(n.into()) },
            Headcount::Suppressed { low, high } => {
                Bounds { low: low.into(), high: Some(high.into()) }
            }
            Headcount::Missing => Bounds { low: 0, high: None },
        }
    }

    pub fn is_missing(self) -> bool {
        self == Headcount::Missing
    }

    pub fn is_suppressed(self) -> bool {
        matches!(self, Headcount::Suppressed { .. })
    }
}

/// The bounds of a sum of cells.
pub fn sum(cells: impl IntoIterator<Item = Headcount>) -> Bounds {
    cells.into_iter().fold(Bounds::ZERO, |all, cell| all.plus(cell.bounds()))
}

/// The sum of counts that are all known; `None` as soon as one is not, or there is none.
pub fn sum_known(counts: impl IntoIterator<Item = Option<u32>>) -> Option<u32> {
    counts.into_iter().reduce(|all, count| all?.checked_add(count?)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_cell_leaves_a_sum_unbounded_and_never_counts_as_zero() {
        let all = sum([Headcount::Known(3), Headcount::Missing]);
        assert_eq!(all, Bounds { low: 3, high: None });
        assert_eq!(all.exact(), None);
    }

    #[test]
    fn suppressed_cells_add_their_ranges() {
        let all = sum([Headcount::Known(10), Headcount::Suppressed { low: 1, high: 4 }]);
        assert_eq!(all, Bounds { low: 11, high: Some(14) });
    }
}
