//! The next number above the last one that was reached.
//!
//! Section 8 of the methods suggests a number from the present figures alone. Whoever has reached
//! a number and slipped back would be offered the same one again; this asks for one more, as far as
//! the mirror of the level has room for it. Absent: which number was reached
//! ([`super::target_standing`]).

use super::targets::{LevelTarget, Suggestion};

/// Raises each suggested number above the last one that was reached on its level, never beyond
/// floor(b N). `reached` gives that number by the level's index, from 0 at entry.
pub fn raise_above(targets: &mut [LevelTarget], reached: impl Fn(usize) -> Option<u64>) {
    for target in targets {
        if let Suggestion::Number(number) = &mut target.suggestion
            && let Some(last) = reached(target.level)
        {
            number.target = number.target.max(last.saturating_add(1)).min(number.mirror);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Target;
    use crate::workforce::Share;

    fn suggested(target: u64, mirror: u64) -> [LevelTarget; 1] {
        let target = Target {
            target,
            baseline: 4,
            headcount: 40,
            expected: 5.0,
            mirror,
            benchmark: Share::of(28, 100).expect("a part"),
            years: 4,
        };
        [LevelTarget { level: 2, suggestion: Suggestion::Number(target) }]
    }

    fn raised(target: u64, mirror: u64, last: Option<u64>) -> u64 {
        let mut targets = suggested(target, mirror);
        raise_above(&mut targets, |level| last.filter(|_| level == 2));
        match targets[0].suggestion {
            Suggestion::Number(target) => target.target,
            Suggestion::ProcessMeasure(_) => 0,
        }
    }

    #[test]
    fn the_next_number_is_above_the_last_one_reached() {
        assert_eq!(raised(5, 11, Some(6)), 7);
        assert_eq!(raised(5, 11, Some(5)), 6);
        assert_eq!(raised(8, 11, Some(6)), 8, "it is above already");
        assert_eq!(raised(5, 11, None), 5);
    }

    #[test]
    fn it_never_goes_beyond_the_mirror() {
        assert_eq!(raised(5, 6, Some(6)), 6);
        assert_eq!(raised(5, 6, Some(u64::MAX)), 6);
    }
}
