//! The ways in which counts can change unseen: people of one group come and go, or trade places
//! with people of another.
//!
//! Here are [`Layer`], what is hidden together, and [`Exchange`]. Absent: where they happen
//! ([`super::walk`]).

use super::counts::{Counts, Figure, Side};
use super::lattice::{Lattice, Place};

/// What is hidden of a scope, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// n, and with it everything below.
    Base,
    /// x and n - x, and with them their groups.
    Focus,
    /// The groups on one side of the border.
    Groups(Side),
    NotStated,
}

impl Layer {
    /// The flags that hiding it sets: itself and what cannot be shown without it.
    pub fn flags(self) -> u8 {
        match self {
            Layer::Base => 1 | Layer::Focus.flags(),
            Layer::Focus => {
                2 | Layer::Groups(Side::Focus).flags() | Layer::Groups(Side::Other).flags()
            }
            Layer::Groups(Side::Focus) => 4,
            Layer::Groups(Side::Other) => 8,
            Layer::NotStated => 16,
        }
    }

    /// How much a reader loses, relative to the other layers.
    pub fn weight(self) -> u64 {
        match self {
            Layer::Base => 9,
            Layer::Focus => 4,
            Layer::Groups(_) | Layer::NotStated => 1,
        }
    }
}

impl Counts {
    /// What has to be shown for a figure to be shown; of several, any hidden one hides it. A
    /// side's only group is that side.
    pub fn layers(&self, figure: Figure) -> Vec<Layer> {
        match figure {
            Figure::Base => vec![Layer::Base],
            Figure::Focus | Figure::Other => vec![Layer::Focus],
            Figure::NotStated => vec![Layer::NotStated],
            Figure::Group(group) => {
                let side = self.sides[group];
                match self.groups_on(side).count() {
                    1 => vec![Layer::Focus],
                    _ => vec![Layer::Groups(side)],
                }
            }
            Figure::Union(union) => {
                let members = self.unions[union].1.iter();
                members.flat_map(|&group| self.layers(Figure::Group(group))).collect()
            }
        }
    }

    /// Every exchange there can be, the finest first.
    pub fn exchanges(&self) -> Vec<Exchange> {
        let groups = self.sides.len();
        let pairs = (0..groups).flat_map(|gains| (0..gains).map(move |loses| (gains, loses)));
        let swaps = pairs.map(|(gains, loses)| Exchange {
            gains: Figure::Group(gains),
            loses: Some(Figure::Group(loses)),
            layer: match self.sides[gains] == self.sides[loses] {
                true => Layer::Groups(self.sides[gains]),
                false => Layer::Focus,
            },
        });
        let moves = (0..groups).map(Figure::Group).chain([Figure::NotStated]);
        let moves = moves.map(|gains| Exchange {
            gains,
            loses: None,
            layer: if gains == Figure::NotStated { Layer::NotStated } else { Layer::Base },
        });
        swaps.chain(moves).collect()
    }
}

/// People of one column more, and as many of another fewer where there is another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Exchange {
    pub gains: Figure,
    pub loses: Option<Figure>,
    /// What must be hidden wherever it happens.
    pub layer: Layer,
}

impl Exchange {
    /// What one exchange adds to a figure: -1, 0 or 1.
    pub fn effect(&self, counts: &Counts, figure: Figure) -> i64 {
        let part = |column: Figure| match (column, figure) {
            _ if column == figure => 1,
            (Figure::Group(_), Figure::Base) => 1,
            (Figure::Group(group), Figure::Focus) => (counts.sides[group] == Side::Focus).into(),
            (Figure::Group(group), Figure::Other) => (counts.sides[group] == Side::Other).into(),
            (Figure::Group(group), Figure::Union(union)) => {
                counts.unions[union].1.contains(&group).into()
            }
            _ => 0,
        };
        part(self.gains) - self.loses.map_or(0, part)
    }

    /// How often it can happen at a place in the direction of `sign` without a count below 0.
    /// Sums follow their parts, so only rows have a limit.
    pub fn room(&self, counts: &Counts, lattice: &Lattice, place: Place, sign: i64) -> u64 {
        if lattice.as_row(place).is_none() {
            return u64::MAX;
        }
        match (sign > 0, self.loses) {
            (true, None) => u64::MAX,
            (true, Some(loses)) => counts.value(place, loses),
            (false, _) => counts.value(place, self.gains),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::{Focus, Grouping, WorkforceTable};

    fn counts(grouping: Grouping) -> Counts {
        let table = WorkforceTable::new(grouping, vec![], vec![]).expect("a total");
        Counts::of(&table, &Lattice::of(&table), Focus::default())
    }

    #[test]
    fn a_swap_across_the_border_moves_the_focus_group_and_not_the_base() {
        let counts = counts(Grouping::Two);
        let swap = counts.exchanges()[0];
        let effects = [Figure::Base, Figure::Focus, Figure::Other, Figure::NotStated];
        assert_eq!(effects.map(|figure| swap.effect(&counts, figure)), [0, 1, -1, 0]);
        assert_eq!(swap.layer, Layer::Focus);
    }

    #[test]
    fn a_swap_within_a_side_moves_its_groups_only() {
        let counts = counts(Grouping::Five);
        let within = |swap: &&Exchange| swap.layer == Layer::Groups(Side::Focus);
        let exchanges = counts.exchanges();
        assert_eq!(exchanges.iter().filter(within).count(), 6);
        for swap in exchanges.iter().filter(within) {
            for figure in [Figure::Base, Figure::Focus, Figure::Other] {
                assert_eq!(swap.effect(&counts, figure), 0);
            }
        }
    }

    #[test]
    fn hiding_a_base_hides_everything_that_would_give_it_back() {
        let base = Layer::Base.flags();
        for layer in [Layer::Focus, Layer::Groups(Side::Focus), Layer::Groups(Side::Other)] {
            assert_eq!(base & layer.flags(), layer.flags());
        }
        assert_eq!(base & Layer::NotStated.flags(), 0);
    }
}
