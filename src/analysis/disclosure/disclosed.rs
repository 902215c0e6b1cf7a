//! Which counts may be printed, asked by scope.
//!
//! Everything here is read from one decision, whatever the depth or grouping asked for. Absent: how
//! it was reached ([`super::plan`]), and words ([`super::words`]).

use super::counts::{Figure, Side};
use super::lattice::Place;
use super::plan::Plan;
use crate::sorted::sort_by;
use crate::workforce::{Column, Focus, Grouping, Origin, Row, Scope, Share, WorkforceTable};

/// What may be shown of one table. A count is `None` where it may not be printed.
#[derive(Clone, Debug)]
pub struct Disclosed {
    pub(super) plan: Plan,
    pub(super) focus: Focus,
    grouping: Grouping,
}

impl Disclosed {
    pub(super) fn of(plan: Plan, table: &WorkforceTable, focus: Focus) -> Disclosed {
        Disclosed { plan, focus, grouping: table.grouping() }
    }

    /// The focus group it was decided for.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// n: people with stated origin.
    pub fn people(&self, scope: Scope) -> Option<u64> {
        self.figure(scope, Figure::Base)
    }

    /// x: people in the focus group.
    pub fn in_focus(&self, scope: Scope) -> Option<u64> {
        self.figure(scope, Figure::Focus)
    }

    /// n - x: people with stated origin outside the focus group.
    pub fn outside_focus(&self, scope: Scope) -> Option<u64> {
        self.figure(scope, Figure::Other)
    }

    /// People whose origin is not stated; not among [`Disclosed::people`].
    pub fn not_stated(&self, scope: Scope) -> Option<u64> {
        self.figure(scope, Figure::NotStated)
    }

    /// Everybody, those without stated origin included.
    pub fn everybody(&self, scope: Scope) -> Option<u64> {
        self.people(scope)?.checked_add(self.not_stated(scope)?)
    }

    /// x and n where both may be shown, and with them everything computed from the two. Where this
    /// is `None` a scope prints its n and its word at most.
    pub fn counts(&self, scope: Scope) -> Option<(u64, u64)> {
        self.in_focus(scope).zip(self.people(scope))
    }

    /// x/n, where both may be shown and there is anybody.
    pub fn share(&self, scope: Scope) -> Option<Share> {
        let (focus, people) = self.counts(scope)?;
        Share::of(focus, people)
    }

    /// People of an origin group, also one that is coarser than the table's.
    pub fn group(&self, scope: Scope, group: Origin) -> Option<u64> {
        self.group_at(self.plan.lattice.scope(scope)?, group)
    }

    /// What may be shown of a cell of the table.
    pub fn cell(&self, row: Row, column: Column) -> Option<u64> {
        let place = self.plan.lattice.row(row);
        match column {
            Column::Group(group) => self.group_at(place, group),
            Column::OriginNotStated => self.plan.shown(place, Figure::NotStated),
        }
    }

    /// n of one row.
    pub fn people_in_row(&self, row: Row) -> Option<u64> {
        self.plan.shown(self.plan.lattice.row(row), Figure::Base)
    }

    /// Whether any count of any scope is hidden.
    pub fn hides_something(&self) -> bool {
        self.plan.all().any(|(place, figure)| self.plan.shown(place, figure).is_none())
    }

    /// Whether x or n of some of these scopes is hidden. A statistic over several scopes may be
    /// printed only where none is.
    pub fn hides_any_of(&self, scopes: impl IntoIterator<Item = Scope>) -> bool {
        scopes.into_iter().any(|scope| self.counts(scope).is_none())
    }

    /// The hidden numbers of whole, levels and areas, each once and in order, nobody left out: for
    /// comparing with what somebody has written. Not to be printed.
    pub fn hidden_numbers(&self) -> Vec<u64> {
        let plan = &self.plan;
        let has_parts = |place| plan.lattice.sums().iter().any(|(_, total)| *total == place);
        let is_row_of_two = |place| plan.lattice.is_divided() && !has_parts(place);
        let hidden = plan.all().filter(|&(place, figure)| {
            !is_row_of_two(place)
                && plan.counts.is_known(place, figure)
                && plan.shown(place, figure).is_none()
        });
        let mut numbers: Vec<u64> =
            hidden.map(|(p, figure)| plan.counts.value(p, figure)).collect();
        sort_by(&mut numbers, |a, b| a < b);
        numbers.dedup();
        numbers.retain(|&number| number > 0);
        numbers
    }

    fn figure(&self, scope: Scope, figure: Figure) -> Option<u64> {
        self.plan.shown(self.plan.lattice.scope(scope)?, figure)
    }

    fn group_at(&self, place: Place, group: Origin) -> Option<u64> {
        let counts = &self.plan.counts;
        let columns = self.grouping.groups();
        let is_side = |side: Side| {
            (0..columns.len()).all(|g| (counts.sides[g] == side) == group.includes(columns[g]))
        };
        let column = columns.iter().position(|&column| column == group).map(Figure::Group);
        let side = || Side::BOTH.into_iter().find(|&side| is_side(side)).map(Side::figure);
        let union = || counts.unions.iter().position(|(known, _)| *known == group);
        let figure = column.or_else(side).or_else(|| union().map(Figure::Union))?;
        self.plan.shown(place, figure)
    }
}
