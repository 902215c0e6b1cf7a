//! The seven verdicts (methods, section 2).
//!
//! Here is [`Verdict`]. Absent: the rule that reaches it. Read next: [`super::decision`].

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
