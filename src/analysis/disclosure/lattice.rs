//! Every scope of a table and how they add up: rows, levels, areas and the whole.
//!
//! A scope is a [`Place`]: a level (or "not stated", or all) crossed with an area (or "not
//! stated", or all). The places are the edges of a graph whose nodes are the sums, one for each
//! level and one for each area: at a node the rows that end there add up to the margin that ends
//! there. A change of counts that keeps every sum is a circulation in this graph, each place
//! having a direction that makes signs come out right. Absent: counts.

use crate::workforce::{Row, Scope, WorkforceTable};

/// Index of a scope in its lattice.
pub(super) type Place = usize;

/// A node of the graph: a level's sum, an area's sum, or [`Lattice::open`].
pub(super) type Node = usize;

/// What a place leads to from a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub place: Place,
    pub to: Node,
    /// 1 when walked in its own direction, -1 against it.
    pub sign: i64,
}

#[derive(Clone, Debug)]
pub(super) struct Lattice {
    levels: usize,
    areas: usize,
    steps: Vec<Vec<Step>>,
}

impl Lattice {
    pub fn of(table: &WorkforceTable) -> Lattice {
        let (levels, areas) = (table.levels().len(), table.areas().len());
        let mut lattice = Lattice { levels, areas, steps: Vec::new() };
        let mut steps = vec![Vec::new(); lattice.open() + 1];
        for place in lattice.places() {
            let (from, to) = lattice.ends(place);
            steps[from].push(Step { place, to, sign: 1 });
            steps[to].push(Step { place, to: from, sign: -1 });
        }
        lattice.steps = steps;
        lattice
    }

    /// Rows in one direction: the levels and "not stated", or one where there are no levels.
    fn rungs(&self) -> usize {
        self.levels + 1
    }

    fn fields(&self) -> usize {
        self.areas + 1
    }

    fn height(&self) -> usize {
        self.rungs() + usize::from(self.levels > 0)
    }

    fn width(&self) -> usize {
        self.fields() + usize::from(self.areas > 0)
    }

    pub fn places(&self) -> std::ops::Range<Place> {
        0..self.height() * self.width()
    }

    /// The place of a row; the caller's row is one of the table.
    pub fn row(&self, row: Row) -> Place {
        let (rung, field) = (row.level.unwrap_or(self.levels), row.area.unwrap_or(self.areas));
        rung * self.width() + field
    }

    /// The place of a scope; `None` outside the table.
    pub fn scope(&self, scope: Scope) -> Option<Place> {
        let (all_levels, all_areas) = (self.height() - 1, self.width() - 1);
        let (level, area) = match scope {
            Scope::WholeOrganisation => (all_levels, all_areas),
            Scope::Level(level) => (self.level(level)?, all_areas),
            Scope::Area(area) => (all_levels, self.area(area)?),
            Scope::Cell { level, area } => (self.level(level)?, self.area(area)?),
        };
        Some(level * self.width() + area)
    }

    fn level(&self, level: usize) -> Option<usize> {
        (level < self.levels).then_some(level)
    }

    fn area(&self, area: usize) -> Option<usize> {
        (area < self.areas).then_some(area)
    }

    /// The row a place is, if it is one.
    pub fn as_row(&self, place: Place) -> Option<Row> {
        let (rung, field) = self.split(place);
        (rung < self.rungs() && field < self.fields())
            .then(|| Row { level: self.level(rung), area: self.area(field) })
    }

    fn split(&self, place: Place) -> (usize, usize) {
        (place / self.width(), place % self.width())
    }

    /// The places that hold a row: itself, its level, its area, the whole.
    pub fn holding(&self, row: Row) -> impl Iterator<Item = Place> + use<> {
        let own = self.row(row);
        let (rung, field) = self.split(own);
        let (width, height) = (self.width(), self.height());
        let rungs = std::iter::once(rung).chain((self.levels > 0).then_some(height - 1));
        let has_areas = self.areas > 0;
        rungs.flat_map(move |rung| {
            std::iter::once(field)
                .chain(has_areas.then_some(width - 1))
                .map(move |field| rung * width + field)
        })
    }

    /// Whether there are both levels and areas, so that rows are narrower than either.
    pub fn is_divided(&self) -> bool {
        self.levels > 0 && self.areas > 0
    }

    /// Whether a place sums over levels, and whether it sums over areas; a row does neither.
    pub fn breadth(&self, place: Place) -> (bool, bool) {
        let (rung, field) = self.split(place);
        (rung >= self.rungs(), field >= self.fields())
    }

    /// The node of places that end in no sum: where there are no levels, areas have nothing to add
    /// up to.
    pub fn open(&self) -> Node {
        self.height() + self.width()
    }

    /// From and to which node a place runs.
    pub fn ends(&self, place: Place) -> (Node, Node) {
        let (rung, field) = self.split(place);
        let level = if self.areas > 0 { rung } else { self.open() };
        let area = if self.levels > 0 { self.height() + field } else { self.open() };
        match self.breadth(place) {
            (false, false) | (true, true) => (level, area),
            _ => (area, level),
        }
    }

    /// Every place that leaves or reaches a node.
    pub fn steps(&self, node: Node) -> &[Step] {
        &self.steps[node]
    }

    /// Every sum: the parts, and the place they add up to.
    pub fn sums(&self) -> Vec<(Vec<Place>, Place)> {
        let place = |rung: usize, field: usize| rung * self.width() + field;
        let mut sums = Vec::new();
        if self.areas > 0 {
            for rung in 0..self.height() {
                let parts = (0..self.fields()).map(|field| place(rung, field)).collect();
                sums.push((parts, place(rung, self.fields())));
            }
        }
        if self.levels > 0 {
            for field in 0..self.width() {
                let parts = (0..self.rungs()).map(|rung| place(rung, field)).collect();
                sums.push((parts, place(self.rungs(), field)));
            }
        }
        sums
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::workforce::{Area, Grouping, Level};

    /// A lattice of so many levels and areas.
    pub fn lattice(levels: usize, areas: usize) -> Lattice {
        let levels = (0..levels).map(|l| Level::named(l.to_string())).collect();
        let areas = (0..areas).map(|a| Area { name: a.to_string() }).collect();
        Lattice::of(&WorkforceTable::new(Grouping::Two, levels, areas).expect("small"))
    }

    #[test]
    fn every_sum_is_a_node_where_parts_leave_and_their_total_arrives_or_the_other_way_round() {
        for (levels, areas) in [(0, 0), (3, 0), (0, 2), (2, 3)] {
            let lattice = lattice(levels, areas);
            for (parts, total) in lattice.sums() {
                // The node that all of them share.
                let nodes = |place| [lattice.ends(place).0, lattice.ends(place).1];
                let is_shared = |node: &Node| parts.iter().all(|&part| nodes(part).contains(node));
                let shared =
                    nodes(total).into_iter().find(|n| *n != lattice.open() && is_shared(n));
                let node = shared.expect("a sum has a node");
                let leaves = |place| lattice.ends(place).0 == node;
                for &part in &parts {
                    assert_ne!(leaves(part), leaves(total), "{levels} x {areas}");
                }
            }
        }
    }

    #[test]
    fn a_row_is_held_by_its_level_its_area_and_the_whole() {
        let lattice = lattice(2, 3);
        let row = Row { level: Some(1), area: None };
        let holding: Vec<Place> = lattice.holding(row).collect();
        let scope = |scope| lattice.scope(scope).expect("in the table");
        assert_eq!(holding.len(), 4);
        assert_eq!(holding[0], lattice.row(row));
        assert!(holding.contains(&scope(Scope::Level(1))));
        assert!(holding.contains(&scope(Scope::WholeOrganisation)));
        assert_eq!(lattice.as_row(holding[0]), Some(row));
    }

    #[test]
    fn a_total_alone_is_one_place() {
        let lattice = lattice(0, 0);
        assert_eq!(lattice.places(), 0..1);
        assert_eq!(lattice.scope(Scope::WholeOrganisation), Some(0));
        assert_eq!(lattice.ends(0), (lattice.open(), lattice.open()));
    }
}
