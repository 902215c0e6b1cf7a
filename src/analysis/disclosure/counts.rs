//! The numbers behind the decision: one for every figure of every scope, and whether it is known.
//!
//! Where the figures themselves are hidden, a filling stands in for them: any table that agrees
//! with what may be printed does, because a reader knows no more than that. Absent: what is shown.

use super::lattice::{Lattice, Place};
use crate::workforce::{Column, Focus, Headcount, Origin, Row, Scope, WorkforceTable};

/// One number about a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// n: everybody with stated origin.
    Base,
    /// x: the focus group.
    Focus,
    /// n - x.
    Other,
    NotStated,
    /// An origin group, by its index in the grouping.
    Group(usize),
    /// A coarser group that is no side of the focus group's border, by its index in
    /// [`Counts::unions`].
    Union(usize),
}

/// One of the two sides of the focus group's border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Focus,
    Other,
}

impl Side {
    pub const BOTH: [Side; 2] = [Side::Focus, Side::Other];

    /// The number of people on this side.
    pub fn figure(self) -> Figure {
        match self {
            Side::Focus => Figure::Focus,
            Side::Other => Figure::Other,
        }
    }
}

/// Numbers by place and figure.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// The side of each origin group, in the grouping's order.
    pub sides: Vec<Side>,
    /// Coarser groups and the groups they are made of, by index: what another grouping would show.
    pub unions: Vec<(Origin, Vec<usize>)>,
    values: Vec<u64>,
    known: Vec<bool>,
}

impl Counts {
    pub fn of(table: &WorkforceTable, lattice: &Lattice, focus: Focus) -> Counts {
        let groups = table.grouping().groups();
        let sides = groups.iter().map(|&group| match focus.contains(group) {
            true => Side::Focus,
            false => Side::Other,
        });
        let sides: Vec<Side> = sides.collect();
        let unions = unions(groups, &sides);
        let mut counts = Counts { sides, unions, values: Vec::new(), known: Vec::new() };
        let all = lattice.places().len() * counts.figures().count();
        counts.values = vec![0; all];
        counts.known = vec![true; all];
        for row in table.rows() {
            for (figure, value, is_known) in counts.row(table, row) {
                for place in lattice.holding(row) {
                    let index = counts.index(place, figure);
                    counts.values[index] = counts.values[index].saturating_add(value);
                    counts.known[index] &= is_known;
                }
            }
        }
        counts
    }

    /// Every figure, the base first.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + use<> {
        let all = [Figure::Base, Figure::Focus, Figure::Other, Figure::NotStated];
        let groups = (0..self.sides.len()).map(Figure::Group);
        let unions = (0..self.unions.len()).map(Figure::Union);
        all.into_iter().chain(groups).chain(unions)
    }

    /// Where a figure stands among [`Counts::figures`].
    pub fn position(&self, figure: Figure) -> usize {
        match figure {
            Figure::Base => 0,
            Figure::Focus => 1,
            Figure::Other => 2,
            Figure::NotStated => 3,
            Figure::Group(group) => 4 + group,
            Figure::Union(union) => 4 + self.sides.len() + union,
        }
    }

    /// The groups on one side, by index.
    pub fn groups_on(&self, side: Side) -> impl Iterator<Item = usize> {
        (0..self.sides.len()).filter(move |&group| self.sides[group] == side)
    }

    fn index(&self, place: Place, figure: Figure) -> usize {
        place * (4 + self.sides.len() + self.unions.len()) + self.position(figure)
    }

    /// How many there are; of a filling where that is not known.
    pub fn value(&self, place: Place, figure: Figure) -> u64 {
        self.values[self.index(place, figure)]
    }

    /// Whether the figures say exactly how many there are.
    pub fn is_known(&self, place: Place, figure: Figure) -> bool {
        self.known[self.index(place, figure)]
    }

    fn row(&self, table: &WorkforceTable, row: Row) -> Vec<(Figure, u64, bool)> {
        let cell = |column| table.cell(row, column).unwrap_or_default();
        let groups = table.grouping().groups();
        let stated: Vec<Headcount> = groups.iter().map(|&g| cell(Column::Group(g))).collect();
        let not_stated = cell(Column::OriginNotStated);
        let is_known = |group: usize| exact(stated[group]).is_some();
        let all_known = (0..stated.len()).all(is_known);
        let given = match all_known {
            true => None,
            false => given_base(table, row, &stated, not_stated),
        };
        let filling = filled(&stated, given);
        let mut figures = vec![
            (Figure::Base, filling.iter().sum(), all_known || given.is_some()),
            (Figure::NotStated, not_stated.bounds().low, exact(not_stated).is_some()),
        ];
        for side in Side::BOTH {
            let people = self.groups_on(side).map(|group| filling[group]).sum();
            figures.push((side.figure(), people, self.groups_on(side).all(is_known)));
        }
        let groups = filling.iter().enumerate();
        figures
            .extend(groups.map(|(group, &people)| (Figure::Group(group), people, is_known(group))));
        for (union, (_, members)) in self.unions.iter().enumerate() {
            let people = members.iter().map(|&group| filling[group]).sum();
            figures.push((Figure::Union(union), people, members.iter().all(|&g| is_known(g))));
        }
        figures
    }
}

/// The coarser groups that the columns add up to, without those that are a column or a side.
fn unions(columns: &[Origin], sides: &[Side]) -> Vec<(Origin, Vec<usize>)> {
    let members = |group: Origin| -> Vec<usize> {
        (0..columns.len()).filter(|&column| group.includes(columns[column])).collect()
    };
    let is_side = |members: &[usize]| {
        Side::BOTH.iter().any(|side| {
            (0..sides.len()).all(|group| (sides[group] == *side) == members.contains(&group))
        })
    };
    let all = Origin::ALL.into_iter().map(|group| (group, members(group)));
    all.filter(|(group, members)| {
        let parts: Vec<Origin> = members.iter().map(|&column| columns[column]).collect();
        members.len() > 1 && group.is_made_of(&parts) && !is_side(members)
    })
    .collect()
}

fn exact(count: Headcount) -> Option<u64> {
    count.bounds().exact()
}

/// The base of a row with hidden cells, where the figures came with the row's total and the
/// counts do not contradict it.
fn given_base(
    table: &WorkforceTable,
    row: Row,
    stated: &[Headcount],
    not_stated: Headcount,
) -> Option<u64> {
    let not_stated = exact(not_stated)?;
    let is_own = |scope: Scope| table.rows_in(scope).eq(std::iter::once(row));
    let total =
        table.totals().iter().find(|total| total.column.is_none() && is_own(total.scope))?;
    let base = u64::from(total.people).checked_sub(not_stated)?;
    let known: u64 = stated.iter().filter_map(|&count| exact(count)).sum();
    (known <= base).then_some(base)
}

/// Numbers for the hidden cells that fit the base, where there is one.
fn filled(stated: &[Headcount], base: Option<u64>) -> Vec<u64> {
    let low = |count: &Headcount| count.bounds().low;
    let Some(base) = base else { return stated.iter().map(low).collect() };
    let known: u64 = stated.iter().filter_map(|&count| exact(count)).sum();
    let mut left = base.saturating_sub(known);
    let mut unknown = stated.iter().filter(|&&count| exact(count).is_none()).count() as u64;
    // Evenly, so that each has room in both directions.
    let fill = |count: &Headcount| {
        exact(*count).unwrap_or_else(|| {
            let part = left.div_ceil(unknown.max(1));
            unknown = unknown.saturating_sub(1);
            left -= part;
            part
        })
    };
    stated.iter().map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::{GivenTotal, Grouping, Level};

    const DANISH: Column = Column::Group(Origin::Danish);
    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

    fn level(other: Headcount, focus: Headcount, total: Option<u32>) -> Counts {
        let levels = vec![Level::named("a"), Level::named("b")];
        let mut table = WorkforceTable::new(Grouping::Two, levels, vec![]).expect("two levels");
        let row = Row { level: Some(0), area: None };
        table.set(row, DANISH, other).expect("in the table");
        table.set(row, FOCUS, focus).expect("in the table");
        if let Some(people) = total {
            let scope = Scope::Level(0);
            table.give_total(GivenTotal { scope, column: None, people }).expect("a scope");
        }
        Counts::of(&table, &Lattice::of(&table), Focus::default())
    }

    #[test]
    fn a_hidden_count_leaves_its_base_unknown_unless_the_figures_give_it() {
        let hidden = Headcount::Suppressed { low: 1, high: 4 };
        let bare = level(Headcount::Known(9), hidden, None);
        assert!(!bare.is_known(0, Figure::Base) && !bare.is_known(0, Figure::Focus));
        assert!(bare.is_known(0, Figure::Other));
        let given = level(Headcount::Known(9), hidden, Some(12));
        assert!(given.is_known(0, Figure::Base) && !given.is_known(0, Figure::Focus));
        assert_eq!(given.value(0, Figure::Base), 12);
        assert_eq!(given.value(0, Figure::Focus), 3);
    }

    #[test]
    fn a_total_that_the_counts_contradict_gives_nothing() {
        let counts = level(Headcount::Known(9), Headcount::Missing, Some(8));
        assert!(!counts.is_known(0, Figure::Base));
    }

    #[test]
    fn the_whole_is_known_only_when_every_row_is() {
        let counts = level(Headcount::Known(9), Headcount::Known(3), None);
        assert!(counts.is_known(0, Figure::Base));
        // The second level was never filled in; the whole is the last place.
        assert!(!counts.is_known(3, Figure::Base));
    }
}
