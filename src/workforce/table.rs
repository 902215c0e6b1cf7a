//! The table of headcounts: ordered levels, areas, origin groups, and the totals somebody gave.

use super::headcount::{Bounds, Headcount, sum};
use super::{DataQuality, Date, Focus, Grouping, Origin, OutsourcedWork, Sector};

/// The fewest levels a figures screen offers when levels are used at all.
pub const MIN_LEVELS: usize = 3;
/// The most levels a table can hold.
pub const MAX_LEVELS: usize = 8;
/// The most areas a table can hold.
pub const MAX_AREAS: usize = 30;

/// A rung of the job ladder, by the organisation's own name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What stays the same when the level is renamed or shown in another language.
    pub key: String,
    pub name: String,
}

impl Level {
    /// A level that is known by its name alone.
    pub fn named(name: impl Into<String>) -> Level {
        let name = name.into();
        Level { key: name.clone(), name }
    }
}

/// A department or site, by the organisation's own name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub name: String,
}

/// A column of the table: one origin group, or the people whose origin is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    Group(Origin),
    OriginNotStated,
}

/// The people a figure is about. Levels and areas by index, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    WholeOrganisation,
    Level(usize),
    Area(usize),
    Cell { level: usize, area: usize },
}

/// A total that came with the figures: how many people the scope holds, in one column or in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenTotal {
    pub scope: Scope,
    /// `None`: everybody in the scope, those without stated origin included.
    pub column: Option<Column>,
    pub people: u32,
}

/// One row of the table. `None` means "level (or area) not stated"; where a table has no
/// levels (or no areas) at all, every row says `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub level: Option<usize>,
    pub area: Option<usize>,
}

/// Why figures cannot form a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// More than [`MAX_LEVELS`]: merge some.
    TooManyLevels(usize),
    /// More than [`MAX_AREAS`]: merge some.
    TooManyAreas(usize),
    /// The row, column or scope does not exist in this table.
    OutsideTable,
}

/// Headcounts by level, area and origin group.
///
/// Rows are (levels + "level not stated") x (areas + "area not stated"); columns are the
/// grouping's groups and "origin not stated". Cells of stated rows and groups begin as
/// [`Headcount::Missing`]; those of not-stated rows and columns as nobody, because most
/// sheets do not have them.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkforceTable {
    grouping: Grouping,
    levels: Vec<Level>,
    areas: Vec<Area>,
    cells: Vec<Headcount>,
    totals: Vec<GivenTotal>,
}

impl WorkforceTable {
    /// An empty table. No levels means "totals only"; no areas means "not divided by area".
    pub fn new(
        grouping: Grouping,
        levels: Vec<Level>,
        areas: Vec<Area>,
    ) -> Result<WorkforceTable, TableError> {
        if levels.len() > MAX_LEVELS {
            return Err(TableError::TooManyLevels(levels.len()));
        }
        if areas.len() > MAX_AREAS {
            return Err(TableError::TooManyAreas(areas.len()));
        }
        let cells = (levels.len() + 1) * (areas.len() + 1) * (grouping.groups().len() + 1);
        let mut table = WorkforceTable {
            grouping,
            levels,
            areas,
            cells: vec![Headcount::Known(0); cells],
            totals: Vec::new(),
        };
        let rows: Vec<Row> = table.stated_rows().collect();
        for row in rows {
            for &group in grouping.groups() {
                table.set(row, Column::Group(group), Headcount::Missing)?;
            }
        }
        Ok(table)
    }

    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// From entry (first) to top (last); empty when only totals are known.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    pub fn totals(&self) -> &[GivenTotal] {
        &self.totals
    }

    /// The columns in their fixed order, "origin not stated" last.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        self.grouping
            .groups()
            .iter()
            .map(|&group| Column::Group(group))
            .chain(std::iter::once(Column::OriginNotStated))
    }

    /// Rows somebody is expected to fill in: every level in every area.
    pub fn stated_rows(&self) -> impl Iterator<Item = Row> + use<> {
        let (levels, areas) = (self.levels.len(), self.areas.len());
        each_or_none(levels)
            .flat_map(move |level| each_or_none(areas).map(move |area| Row { level, area }))
    }

    /// Whether a row of the table is one of [`WorkforceTable::stated_rows`].
    pub fn is_stated(&self, row: Row) -> bool {
        row.level.is_some() != self.levels.is_empty() && row.area.is_some() != self.areas.is_empty()
    }

    /// Every row, the not-stated ones included.
    pub fn rows(&self) -> impl Iterator<Item = Row> + use<> {
        let (levels, areas) = (self.levels.len(), self.areas.len());
        each_and_none(levels)
            .flat_map(move |level| each_and_none(areas).map(move |area| Row { level, area }))
    }

    /// What a cell holds; `None` outside the table.
    pub fn cell(&self, row: Row, column: Column) -> Option<Headcount> {
        self.index(row, column).map(|index| self.cells[index])
    }

    /// Puts a count in a cell.
    pub fn set(&mut self, row: Row, column: Column, count: Headcount) -> Result<(), TableError> {
        let index = self.index(row, column).ok_or(TableError::OutsideTable)?;
        self.cells[index] = count;
        Ok(())
    }

    /// Records a total that came with the figures.
    pub fn give_total(&mut self, total: GivenTotal) -> Result<(), TableError> {
        if !self.has_scope(total.scope) {
            return Err(TableError::OutsideTable);
        }
        self.totals.push(total);
        Ok(())
    }

    /// Whether the scope exists in this table.
    pub fn has_scope(&self, scope: Scope) -> bool {
        match scope {
            Scope::WholeOrganisation => true,
            Scope::Level(level) => level < self.levels.len(),
            Scope::Area(area) => area < self.areas.len(),
            Scope::Cell { level, area } => level < self.levels.len() && area < self.areas.len(),
        }
    }

    /// The rows a scope is made of. People whose level (or area) is not stated count in
    /// the whole organisation, and in the level (or area) that is stated.
    pub fn rows_in(&self, scope: Scope) -> impl Iterator<Item = Row> + use<> {
        self.rows().filter(move |row| scope.holds(*row))
    }

    /// The bounds of the people in a scope in the columns that `pick` takes.
    pub fn sum(&self, scope: Scope, pick: impl Fn(Column) -> bool) -> Bounds {
        sum(self
            .rows_in(scope)
            .flat_map(|row| self.columns().map(move |column| (row, column)))
            .filter(|&(_, column)| pick(column))
            .filter_map(|(row, column)| self.cell(row, column)))
    }

    /// The bounds of a scope's focus group and of its base (everybody with stated origin).
    pub fn focus_and_base(&self, scope: Scope, focus: Focus) -> (Bounds, Bounds) {
        let group = |column| match column {
            Column::Group(group) => Some(group),
            Column::OriginNotStated => None,
        };
        (
            self.sum(scope, |column| group(column).is_some_and(|g| focus.contains(g))),
            self.sum(scope, |column| group(column).is_some()),
        )
    }

    fn index(&self, row: Row, column: Column) -> Option<usize> {
        let place = |index: Option<usize>, count: usize| match index {
            Some(index) if index < count => Some(index),
            Some(_) => None,
            None => Some(count),
        };
        let level = place(row.level, self.levels.len())?;
        let area = place(row.area, self.areas.len())?;
        let groups = self.grouping.groups();
        let column = match column {
            Column::Group(group) => groups.iter().position(|&g| g == group)?,
            Column::OriginNotStated => groups.len(),
        };
        Some((level * (self.areas.len() + 1) + area) * (groups.len() + 1) + column)
    }
}

impl Scope {
    /// Whether the people of this row belong to the scope.
    pub fn holds(self, row: Row) -> bool {
        match self {
            Scope::WholeOrganisation => true,
            Scope::Level(level) => row.level == Some(level),
            Scope::Area(area) => row.area == Some(area),
            Scope::Cell { level, area } => row.level == Some(level) && row.area == Some(area),
        }
    }
}

fn each_or_none(count: usize) -> impl Iterator<Item = Option<usize>> {
    (0..count).map(Some).chain((count == 0).then_some(None))
}

fn each_and_none(count: usize) -> impl Iterator<Item = Option<usize>> {
    (0..count).map(Some).chain(std::iter::once(None))
}

/// An organisation's figures with what must be known to read them.
#[derive(Clone, Debug, PartialEq)]
pub struct Workforce {
    /// Optional; never needed for any result.
    pub name: Option<String>,
    pub sector: Sector,
    pub data_quality: DataQuality,
    pub outsourced_work: OutsourcedWork,
    /// The day the people were employed on; `None` until somebody says.
    pub reporting_date: Option<Date>,
    pub table: WorkforceTable,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(names: &[&str]) -> Vec<Level> {
        names.iter().map(|name| Level::named(*name)).collect()
    }

    fn areas(names: &[&str]) -> Vec<Area> {
        names.iter().map(|name| Area { name: (*name).to_owned() }).collect()
    }

    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);
    const DANISH: Column = Column::Group(Origin::Danish);

    #[test]
    fn a_new_table_is_missing_and_not_zero() {
        let table = WorkforceTable::new(Grouping::Two, levels(&["a", "b", "c"]), vec![])
            .expect("three levels");
        let (focus, base) = table.focus_and_base(Scope::WholeOrganisation, Focus::default());
        assert_eq!((focus.high, base.high), (None, None));
        let not_stated = table.sum(Scope::WholeOrganisation, |c| c == Column::OriginNotStated);
        assert_eq!(not_stated, Bounds::ZERO);
    }

    #[test]
    fn stated_rows_are_told_from_others() {
        for areas_ in [vec![], areas(&["x", "y"])] {
            let table = WorkforceTable::new(Grouping::Two, levels(&["a", "b"]), areas_)
                .expect("two levels");
            let stated: Vec<Row> = table.stated_rows().collect();
            for row in table.rows() {
                assert_eq!(table.is_stated(row), stated.contains(&row), "{row:?}");
            }
        }
    }

    #[test]
    fn people_without_a_level_count_in_the_whole_organisation_only() {
        let mut table =
            WorkforceTable::new(Grouping::Two, levels(&["a", "b"]), vec![]).expect("two levels");
        for (level, people) in [(Some(0), 10), (Some(1), 20), (None, 5)] {
            let row = Row { level, area: None };
            table.set(row, DANISH, Headcount::Known(people)).expect("in the table");
            table.set(row, FOCUS, Headcount::Known(1)).expect("in the table");
        }
        let base = |scope| table.focus_and_base(scope, Focus::default()).1.exact();
        assert_eq!(base(Scope::WholeOrganisation), Some(38));
        assert_eq!(base(Scope::Level(0)), Some(11));
        assert_eq!(base(Scope::Level(1)), Some(21));
    }

    #[test]
    fn a_totals_only_table_has_one_row() {
        let table = WorkforceTable::new(Grouping::Five, vec![], vec![]).expect("totals");
        assert_eq!(table.stated_rows().collect::<Vec<_>>(), [Row { level: None, area: None }]);
        assert_eq!(table.rows().count(), 1);
    }

    #[test]
    fn levels_and_areas_cross() {
        let table =
            WorkforceTable::new(Grouping::Two, levels(&["a", "b"]), areas(&["x", "y", "z"]))
                .expect("2 x 3");
        assert_eq!(table.stated_rows().count(), 6);
        assert_eq!(table.rows().count(), 12);
        assert_eq!(table.rows_in(Scope::Area(2)).count(), 3);
        assert_eq!(table.rows_in(Scope::Cell { level: 1, area: 2 }).count(), 1);
    }

    #[test]
    fn too_many_levels_and_areas_are_refused() {
        let nine = levels(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
        assert_eq!(
            WorkforceTable::new(Grouping::Two, nine, vec![]),
            Err(TableError::TooManyLevels(9))
        );
        let many = (0..31).map(|i| Area { name: i.to_string() }).collect();
        assert_eq!(
            WorkforceTable::new(Grouping::Two, vec![], many),
            Err(TableError::TooManyAreas(31))
        );
    }

    #[test]
    fn cells_outside_the_table_do_not_exist() {
        let mut table =
            WorkforceTable::new(Grouping::Two, levels(&["a"]), vec![]).expect("one level");
        let outside = Row { level: Some(1), area: None };
        assert_eq!(table.cell(outside, DANISH), None);
        assert_eq!(table.set(outside, DANISH, Headcount::Known(1)), Err(TableError::OutsideTable));
        let western = Column::Group(Origin::Western);
        assert_eq!(table.cell(Row { level: Some(0), area: None }, western), None);
    }
}
