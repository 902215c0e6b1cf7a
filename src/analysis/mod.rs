//! Sets a workforce beside a benchmark: representation, verdicts, level and area equity.
//!
//! [`assess`] is the only way in; it is total and gives an [`Assessment`] of plain values.
//! Absent: words for people, NaN, the browser, the clock. Undefined is `None` or a typed reason.
//! Read next: [`mod@method`] for the thresholds, [`decision`] for the rule, [`hidden`] for
//! what suppressed cells do to it. The definitions are those of the methods page.

pub mod area_equity;
pub mod assess;
pub mod change;
mod change_family;
pub mod conclusion;
pub mod crossing;
pub mod decision;
pub mod disclosure;
mod distinct;
pub mod diversity_without_equity;
pub mod division;
mod enumeration;
mod family;
mod fillings;
pub mod finding;
pub mod groups;
pub mod hidden;
mod joint;
mod ladder;
mod ladder_bounds;
mod ladder_rules;
pub mod level_equity;
mod measures;
pub mod method;
pub mod next_target;
pub mod paths;
pub mod projection;
pub mod representation;
pub mod scope_result;
pub mod simulation;
mod states;
mod tally;
pub mod target_standing;
pub mod targets;
pub mod verdict;
pub mod warning;

pub use area_equity::{AreaEquity, Dissimilarity, NoDissimilarity};
pub use assess::{Assessment, NotComparable, assess, comparable};
pub use change::{
    Change, Changes, FocusNotInBoth, LevelChange, Movement, Position, changes, positions,
};
pub use conclusion::{Conclusion, Why};
pub use crossing::{Crossing, Information, NoCrossing};
pub use diversity_without_equity::{DiversityWithoutEquity, Evidence, Strength};
pub use division::{Divided, Division};
pub use finding::{Finding, Headline, Standing};
pub use groups::{Group, InScope, groups};
pub use hidden::{Range, Ranges};
pub use level_equity::{
    Ceiling, LevelEquity, NoSuperiority, Step, Superiority, SuperiorityTest, TestKind,
};
pub use method::{Method, Ratio, Threshold};
pub use paths::{LevelPath, NoPath, Paths, Required};
pub use projection::{Assumptions, OwnRates};
pub use representation::{Interval, Representation};
pub use scope_result::ScopeResult;
pub use target_standing::{Promise, TargetStanding};
pub use targets::{LevelTarget, NumberlessBecause, Suggestion, Target};
pub use verdict::Verdict;
pub use warning::Warning;
