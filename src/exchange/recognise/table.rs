//! From chosen counts to the table: groups, levels, areas, and totals checked against their parts.

use super::choose::{Key, key, plus};
use super::entries::{Collected, Entry};
use super::ladder::Ladder;
use super::mask::{self, Mask};
use super::sense::Part;
use crate::exchange::reading::{
    At, Note, ReadCell, ReadTotal, Reading, SheetProblem, SheetProblemKind,
};
use crate::workforce::{Bounds, Column, Grouping, Headcount, Origin};
use std::collections::HashMap;

/// The finest grouping of the file's groups; subsets stand in where there are no other groups.
pub fn grouping(entries: &mut [Entry]) -> Option<Grouping> {
    let sets = |entries: &[Entry], subsets: bool| {
        let mut sets: Vec<Mask> = Vec::new();
        for entry in entries.iter().filter(|e| e.sense.has_group && (subsets || !e.sense.is_subset))
        {
            if !sets.contains(&entry.sense.mask) {
                sets.push(entry.sense.mask);
            }
        }
        sets
    };
    let parts = sets(entries, false);
    if let Some(grouping) = mask::finest(&parts) {
        return Some(grouping);
    }
    let grouping = mask::finest(&sets(entries, true))?;
    for entry in entries.iter_mut().filter(|entry| entry.sense.has_group) {
        entry.sense.is_subset = false;
    }
    Some(grouping)
}

/// Puts cells and totals into the reading.
pub fn fill(
    reading: &mut Reading,
    out: &mut Collected,
    ladder: &Ladder,
    area_of: &[Option<usize>],
) {
    let mut columns: Vec<Mask> =
        reading.grouping.groups().iter().map(|group| Mask::of(*group)).collect();
    columns.push(Mask::NOT_STATED);
    let mut place: HashMap<(Option<usize>, Option<usize>, Mask), usize> = HashMap::new();
    let mut cells: Vec<ReadCell> = Vec::new();
    let is_total = |key: &Key| {
        key.0 == Some(Part::Total) || key.1 == Some(Part::Total) || !columns.contains(&key.2)
    };
    // Rows without a level in a table of levels, all of whose others have one, are totals as well.
    let has_levels = !ladder.levels.is_empty();
    let level_index = |part: Option<Part>| match part {
        Some(Part::Named(name)) => ladder.level_of.get(name).copied().flatten(),
        _ => None,
    };
    let area_index = |part: Option<Part>| match part {
        Some(Part::Named(name)) => area_of.get(name).copied().flatten(),
        _ => None,
    };
    let is_bare =
        |key: &Key| has_levels && key.0.is_none() || !reading.areas.is_empty() && key.1.is_none();
    let entries = std::mem::take(&mut out.entries);
    for entry in entries.iter().filter(|entry| !entry.sense.is_subset) {
        let key = key(entry);
        if is_total(&key) || is_bare(&key) {
            continue;
        }
        let (level, area) = (level_index(key.0), area_index(key.1));
        match place.get(&(level, area, key.2)) {
            Some(&at) => {
                let cell: &mut ReadCell = &mut cells[at];
                cell.count = plus(cell.count, entry.count);
                cell.at.push(entry.at);
            }
            None => {
                if let Some(column) = key.2.column() {
                    place.insert((level, area, key.2), cells.len());
                    let (count, at) = (entry.count, vec![entry.at]);
                    cells.push(ReadCell { level, area, column, count, at });
                }
            }
        }
    }
    let grouped: Vec<(Mask, &ReadCell)> = cells
        .iter()
        .map(|cell| {
            let set = match cell.column {
                Column::Group(group) => Mask::of(group),
                Column::OriginNotStated => Mask::NOT_STATED,
            };
            (set, cell)
        })
        .collect();
    let sums = Sums::of(&grouped);
    for entry in entries.iter().filter(|entry| !entry.sense.is_subset) {
        let key = key(entry);
        if !(is_total(&key) || is_bare(&key)) || !entry.is_filled {
            continue;
        }
        let (level, area) = (level_index(key.0), area_index(key.1));
        let not_stated = key.0 == Some(Part::NotStated) || key.1 == Some(Part::NotStated);
        let Some(people) = entry.count.known() else { continue };
        if !not_stated {
            check(&sums, (level, area, key.2), people, entry.at, &mut out.problems);
        }
        if !out.notes.iter().any(|note| matches!(note, Note::TotalChecked { .. })) {
            out.notes.push(Note::TotalChecked { at: entry.at });
        }
        let column = match key.2 {
            Mask::ALL => None,
            set if columns.contains(&set) => set.column(),
            _ => continue,
        };
        if !not_stated {
            reading.totals.push(ReadTotal { level, area, column, people, at: entry.at });
        }
    }
    subsets(&entries, out);
    let stands = |group: &Origin| {
        let column = Column::Group(*group);
        cells.iter().any(|cell| cell.column == column && !cell.count.is_missing())
    };
    let missing = reading.grouping.groups().iter().filter(|group| !stands(group)).count();
    if let Some(total) = reading.totals.iter().find(|total| total.column.is_none())
        && missing == 1
    {
        out.notes.push(Note::RestFromTotal { at: total.at });
    }
    reading.cells = cells;
}

/// Sums of cells by level, area and column, each direction also over everything.
struct Sums {
    bounds: HashMap<(Option<usize>, Option<usize>, Mask), Bounds>,
}

impl Sums {
    fn of(cells: &[(Mask, &ReadCell)]) -> Sums {
        let mut bounds: HashMap<(Option<usize>, Option<usize>, Mask), Bounds> = HashMap::new();
        for (set, cell) in cells {
            let mut keys =
                vec![(cell.level, cell.area), (None, cell.area), (cell.level, None), (None, None)];
            keys.sort_unstable();
            keys.dedup();
            for (level, area) in keys {
                let sum = bounds.entry((level, area, *set)).or_insert(Bounds::ZERO);
                *sum = sum.plus(cell.count.bounds());
            }
        }
        Sums { bounds }
    }

    /// Whether the file's groups together are the whole set, those of no stated origin aside.
    fn covers(&self, set: Mask) -> bool {
        let all = self.bounds.keys().fold(Mask::NOT_STATED, |all, (_, _, part)| all.or(*part));
        all.includes(set)
    }

    /// The sum of the columns inside a set; `None` when there are none.
    fn over(&self, level: Option<usize>, area: Option<usize>, set: Mask) -> Option<Bounds> {
        let parts = self.bounds.iter().filter(|((at_level, at_area, part), _)| {
            *at_level == level && *at_area == area && set.includes(*part)
        });
        parts.map(|(_, bounds)| *bounds).reduce(Bounds::plus)
    }
}

fn check(
    sums: &Sums,
    (level, area, set): (Option<usize>, Option<usize>, Mask),
    people: u32,
    at: At,
    problems: &mut Vec<SheetProblem>,
) {
    let given = u64::from(people);
    let Some(mut sum) = sums.over(level, area, set) else { return };
    // A group that the file does not have may be anybody.
    if !sums.covers(set) {
        sum.high = None;
    }
    // "I alt" may or may not count the people whose origin is not stated.
    let stated = sums.over(level, area, Mask::DANISH.or(Mask::FOREIGN));
    if sum.high.is_some() && set == Mask::ALL && stated.and_then(Bounds::exact) == Some(given) {
        return;
    }
    let kind = match (sum.exact(), sum.high) {
        (Some(exact), _) if exact == given => return,
        (Some(sum), _) => SheetProblemKind::TotalDisagrees { given, sum },
        (None, _) if given < sum.low => SheetProblemKind::TotalTooSmall { given, least: sum.low },
        (None, Some(high)) if given > high => SheetProblemKind::TotalDisagrees { given, sum: high },
        (None, _) => return,
    };
    problems.push(SheetProblem { kind, at, found: people.to_string() });
}

/// Parts that are no groups are left out, after a look at whether they can be parts.
fn subsets(entries: &[Entry], out: &mut Collected) {
    let Some(first) = entries.iter().find(|entry| entry.sense.is_subset) else { return };
    out.notes.push(Note::SubsetLeftOut { at: first.at });
    let whole: HashMap<(u32, u32, u32), Headcount> = entries
        .iter()
        .filter(|entry| !entry.sense.is_subset)
        .map(|entry| ((entry.at.sheet, entry.at.row, entry.at.column), entry.count))
        .collect();
    for entry in entries.iter().filter(|entry| entry.sense.is_subset && entry.is_filled) {
        let At { sheet, row, column } = entry.at;
        let beside = (1..column).rev().find_map(|column| whole.get(&(sheet, row, column)));
        let above = || (1..row).rev().take(3).find_map(|row| whole.get(&(sheet, row, column)));
        let whole = beside.or_else(above).and_then(|count| count.bounds().high);
        let given = entry.count.bounds().low;
        if let Some(whole) = whole.filter(|whole| given > *whole) {
            let kind = SheetProblemKind::SubsetTooLarge { given, whole };
            out.problems.push(SheetProblem { kind, at: entry.at, found: given.to_string() });
        }
    }
}
