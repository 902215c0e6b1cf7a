//! The seven verdicts (methods, section 2).
//!
//! Here are [`Verdict`] and, for those a scope can have, [`VerdictSet`]. Absent: the rule that reaches it. Read next: [`super::decision`].

/// What a scope's figures say against its benchmark. In the order the rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nobody with stated origin, or figures missing.
    NoData,
    /// So few people that not even nobody at all from the focus group could be told from chance.
    TooFew,
    /// Clearly fewer than the benchmark: by size, in persons, beyond chance, and robustly so.
    Below,
    /// Fewer by size and in persons, but chance or one single person could explain it.
    MaybeBelow,
    /// Neither below nor above.
    InLine,
    /// More by size and in persons, but chance or one single person could explain it.
    MaybeAbove,
    /// Clearly more than the benchmark.
    Above,
}

impl Verdict {
    pub const ALL: [Verdict; 7] = [
        Verdict::NoData,
        Verdict::TooFew,
        Verdict::Below,
        Verdict::MaybeBelow,
        Verdict::InLine,
        Verdict::MaybeAbove,
        Verdict::Above,
    ];

    /// Whether the scope was large enough to say anything.
    pub fn says_something(self) -> bool {
        !matches!(self, Verdict::NoData | Verdict::TooFew)
    }

    /// [`Verdict::Below`] or [`Verdict::MaybeBelow`].
    pub fn is_low(self) -> bool {
        matches!(self, Verdict::Below | Verdict::MaybeBelow)
    }

    /// [`Verdict::InLine`], [`Verdict::MaybeAbove`] or [`Verdict::Above`].
    pub fn is_in_line_or_high(self) -> bool {
        matches!(self, Verdict::InLine | Verdict::MaybeAbove | Verdict::Above)
    }
}

/// Some of the verdicts, each once, in the order of [`Verdict::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct VerdictSet(u8);

impl VerdictSet {
    pub fn insert(&mut self, verdict: Verdict) {
        self.0 |= 1 << verdict as u8;
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub fn to_vec(self) -> Vec<Verdict> {
        let is_in = |verdict: &Verdict| self.0 & (1 << *verdict as u8) != 0;
        Verdict::ALL.into_iter().filter(is_in).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_each_verdict_once_and_in_order() {
        let mut set = VerdictSet::default();
        assert_eq!(set.to_vec(), []);
        for verdict in [Verdict::Above, Verdict::NoData, Verdict::Above] {
            set.insert(verdict);
        }
        assert_eq!((set.to_vec(), set.len()), (vec![Verdict::NoData, Verdict::Above], 2));
    }
}
