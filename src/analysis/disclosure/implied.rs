//! What a reader can work out from what is shown: hidden counts that shown sums leave one value.
//!
//! Bounds are narrowed along every sum until nothing moves. A reader can do the same, so what comes
//! out is as good as printed. Absent: reasoning about several sums at once; that a count cannot be
//! found that way either is shown by its witnesses ([`super::plan`]).

use super::counts::{Counts, Figure, Side};
use super::lattice::{Lattice, Place};

/// More than any count, small enough to add up.
const UNBOUNDED: u64 = u64::MAX >> 12;

/// Rounds after which creeping bounds are left as they are; they are then wider, never wrong.
const MOST_ROUNDS: usize = 64;

/// The least and the most a count can be.
type Bound = (u64, u64);

/// Per place and figure, in their order: the only value it can have, if it has only one.
pub(super) fn implied(
    lattice: &Lattice,
    counts: &Counts,
    is_shown: impl Fn(Place, Figure) -> bool,
) -> Vec<Vec<Option<u64>>> {
    let figures: Vec<Figure> = counts.figures().collect();
    let start = |place, figure| match is_shown(place, figure) {
        true => (counts.value(place, figure), counts.value(place, figure)),
        false => (0, UNBOUNDED),
    };
    let mut bounds: Vec<Vec<Bound>> =
        lattice.places().map(|p| figures.iter().map(|&f| start(p, f)).collect()).collect();
    let sums = lattice.sums();
    let splits = splits(counts);
    for _ in 0..MOST_ROUNDS {
        let mut moved = false;
        for (parts, total) in &sums {
            for figure in 0..figures.len() {
                let ends: Vec<(Place, usize)> = parts.iter().map(|&p| (p, figure)).collect();
                moved |= narrow(&mut bounds, &ends, (*total, figure));
            }
        }
        for place in lattice.places() {
            for (parts, total) in &splits {
                let end = |figure: &Figure| (place, counts.position(*figure));
                let ends: Vec<(Place, usize)> = parts.iter().map(end).collect();
                moved |= narrow(&mut bounds, &ends, end(total));
            }
        }
        if !moved {
            break;
        }
    }
    let only = |bound: &Bound| (bound.0 == bound.1).then_some(bound.0);
    bounds.iter().map(|place| place.iter().map(only).collect()).collect()
}

/// The figures of one scope that others add up to.
fn splits(counts: &Counts) -> Vec<(Vec<Figure>, Figure)> {
    let groups = |side: Side| counts.groups_on(side).map(Figure::Group).collect();
    let sides = Side::BOTH.map(|side| (groups(side), side.figure()));
    let base = (vec![Figure::Focus, Figure::Other], Figure::Base);
    let unions = counts.unions.iter().enumerate().map(|(union, (_, members))| {
        (members.iter().copied().map(Figure::Group).collect(), Figure::Union(union))
    });
    std::iter::once(base).chain(sides).chain(unions).collect()
}

/// Narrows the parts of a sum and its total by each other until neither moves; whether any did.
fn narrow(bounds: &mut [Vec<Bound>], parts: &[(Place, usize)], total: (Place, usize)) -> bool {
    let mut rounds = 0;
    while rounds < MOST_ROUNDS && narrow_once(bounds, parts, total) {
        rounds += 1;
    }
    rounds > 0
}

fn narrow_once(bounds: &mut [Vec<Bound>], parts: &[(Place, usize)], total: (Place, usize)) -> bool {
    let mut sum = Span::default();
    for &(place, figure) in parts {
        sum.add(bounds[place][figure]);
    }
    let own = &mut bounds[total.0][total.1];
    let mut moved = tighten(own, (sum.low, if sum.unbounded == 0 { sum.high } else { UNBOUNDED }));
    let (least, most) = *own;
    for &(place, figure) in parts {
        let part = bounds[place][figure];
        sum.take(part);
        let low = if sum.unbounded == 0 { least.saturating_sub(sum.high) } else { 0 };
        let high = if most < UNBOUNDED { most.saturating_sub(sum.low) } else { UNBOUNDED };
        moved |= tighten(&mut bounds[place][figure], (low, high));
        sum.add(bounds[place][figure]);
    }
    moved
}

fn tighten(bound: &mut Bound, by: Bound) -> bool {
    let before = *bound;
    *bound = (before.0.max(by.0), before.1.min(by.1));
    *bound != before
}

/// The bounds of several counts together.
#[derive(Default)]
struct Span {
    low: u64,
    /// Of the bounded ones.
    high: u64,
    unbounded: usize,
}

impl Span {
    fn add(&mut self, bound: Bound) {
        self.low += bound.0;
        match bound.1 < UNBOUNDED {
            true => self.high += bound.1,
            false => self.unbounded += 1,
        }
    }

    fn take(&mut self, bound: Bound) {
        self.low -= bound.0;
        match bound.1 < UNBOUNDED {
            true => self.high -= bound.1,
            false => self.unbounded -= 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::{Column, Focus, Grouping, Headcount, Level, Row, WorkforceTable};

    fn levels(counts: &[(u32, u32)]) -> (Lattice, Counts) {
        let names = counts.iter().map(|_| Level::named("")).collect();
        let mut table = WorkforceTable::new(Grouping::Two, names, vec![]).expect("few levels");
        for (level, &(other, focus)) in counts.iter().enumerate() {
            for (&group, people) in Grouping::Two.groups().iter().zip([other, focus]) {
                let row = Row { level: Some(level), area: None };
                let count = Headcount::Known(people);
                table.set(row, Column::Group(group), count).expect("in the table");
            }
        }
        let lattice = Lattice::of(&table);
        let counts = Counts::of(&table, &lattice, Focus::default());
        (lattice, counts)
    }

    fn focus_when_hidden_at(hidden: &[Place], counts: &[(u32, u32)]) -> Vec<Option<u64>> {
        let (lattice, counts) = levels(counts);
        let is_shown = |place, figure| !hidden.contains(&place) || figure == Figure::Base;
        let implied = implied(&lattice, &counts, is_shown);
        hidden.iter().map(|&place| implied[place][counts.position(Figure::Focus)]).collect()
    }

    #[test]
    fn a_count_hidden_alone_follows_from_the_rest() {
        assert_eq!(focus_when_hidden_at(&[1], &[(9, 9), (9, 3), (9, 9)]), [Some(3)]);
    }

    #[test]
    fn two_hidden_counts_do_not_follow() {
        assert_eq!(focus_when_hidden_at(&[1, 2], &[(9, 9), (9, 3), (9, 9)]), [None, None]);
    }

    #[test]
    fn a_sum_of_nobody_leaves_nobody_in_its_parts() {
        assert_eq!(focus_when_hidden_at(&[0, 1], &[(9, 0), (9, 0), (9, 9)]), [Some(0), Some(0)]);
    }

    #[test]
    fn a_sum_of_everybody_leaves_everybody_in_its_parts() {
        assert_eq!(focus_when_hidden_at(&[0, 1], &[(0, 5), (0, 7), (9, 9)]), [Some(5), Some(7)]);
    }
}
