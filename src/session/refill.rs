//! Work with the counts of another table: what is shared once small counts are hidden.
//!
//! Absent: what is hidden; see [`crate::analysis::disclosure`]. Read next: [`super::draft`].

use super::draft::{Draft, GridColumn};
use super::grid::Grid;
use super::history::Work;
use crate::exchange::count;
use crate::sorted::SortedMap;
use crate::workforce::{Column, Headcount, Row, WorkforceTable};

impl Work {
    /// The same work with the counts of `table`, which has the shape of the draft's own table.
    ///
    /// Whatever else was typed in the grid is left out, in other groupings and at other depths too,
    /// and edited lines of the pledge forget the figures they rested on. The user's own texts and
    /// target numbers stay. Other dates' figures are left out.
    #[must_use]
    pub fn with_counts_of(&self, table: &WorkforceTable) -> Work {
        let mut work = Work {
            draft: refilled(&self.draft, table),
            pledge: self.pledge.clone(),
            choices: self.choices.clone(),
            ..Work::default()
        };
        let lines: Vec<_> = work.pledge.lines.keys().cloned().collect();
        for line in lines {
            work.pledge.lines.entry(line).basis = None;
        }
        work
    }
}

fn refilled(draft: &Draft, table: &WorkforceTable) -> Draft {
    let mut filled = Draft { cells: SortedMap::default(), ..draft.clone() };
    for grid_row in Grid::of(draft).rows {
        let row = Row { level: grid_row.level, area: grid_row.area };
        let cell = |column| table.cell(row, column).unwrap_or_default();
        let total = table.totals().iter().find(|total| {
            total.column.is_none() && table.rows_in(total.scope).eq(std::iter::once(row))
        });
        let is_hidden = |column: &Column| cell(*column).known().is_none();
        for column in table.columns() {
            let count = match cell(column) {
                // An empty cell for "not stated", or a whole empty row, would say that nobody is
                // there. Hidden means that nothing is known but that people are counted in whole.
                Headcount::Missing if column == Column::OriginNotStated || total.is_none() => {
                    Headcount::Suppressed { low: 0, high: count::LARGEST_COUNT }
                }
                other => other,
            };
            filled.set_text(grid_row.key, GridColumn::Count(column), count::write(count));
        }
        if let Some(total) = total.filter(|_| table.columns().any(|column| is_hidden(&column))) {
            filled.set_text(grid_row.key, GridColumn::GivenTotal, total.people.to_string());
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark;
    use crate::session::{Event, Name, Session, check};
    use crate::workforce::{GivenTotal, Origin, Scope};

    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);
    const DANISH: Column = Column::Group(Origin::Danish);

    fn example() -> Work {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        session.work().clone()
    }

    fn table(work: &Work) -> WorkforceTable {
        let name = |_, name: &Name| format!("{name:?}");
        check(&work.draft, benchmark::by_id, name).workforce.table
    }

    #[test]
    fn the_same_table_gives_the_same_work() {
        let work = example();
        assert_eq!(table(&work.with_counts_of(&table(&work))), table(&work));
    }

    #[test]
    fn what_is_hidden_reads_back_as_hidden() {
        let work = example();
        let mut hidden = table(&work);
        let row = Row { level: Some(4), area: None };
        let people = |column| hidden.cell(row, column).and_then(Headcount::known).expect("typed");
        let all = people(DANISH) + people(FOCUS);
        hidden.set(row, DANISH, Headcount::Missing).expect("in the table");
        hidden.set(row, FOCUS, Headcount::Missing).expect("in the table");
        let scope = Scope::Level(4);
        hidden.give_total(GivenTotal { scope, column: None, people: all }).expect("a scope");
        let read = table(&work.with_counts_of(&hidden));
        assert_eq!(read, hidden);
    }

    #[test]
    fn an_unknown_number_without_stated_origin_is_not_nobody() {
        let work = example();
        let mut hidden = table(&work);
        let row = Row { level: Some(0), area: None };
        hidden.set(row, Column::OriginNotStated, Headcount::Missing).expect("in the table");
        let read = table(&work.with_counts_of(&hidden));
        let count = read.cell(row, Column::OriginNotStated).expect("in the table");
        assert!(count.is_suppressed(), "{count:?}");
    }

    #[test]
    fn what_was_typed_elsewhere_is_left_out() {
        let mut work = example();
        let row = Grid::of(&work.draft).rows[0].key;
        let western = GridColumn::Count(Column::Group(Origin::Western));
        work.draft.set_text(row, western, "77".to_owned());
        let shared = work.with_counts_of(&table(&work));
        assert!(shared.draft.cells.iter().all(|(_, text)| &**text != "77"));
    }
}
