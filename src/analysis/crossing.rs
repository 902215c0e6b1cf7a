//! Levels and areas crossed (methods, section 4): what each says about the group, and what one
//! still says within the other.
//!
//! Here is [`Crossing`]. It is not part of [`super::Assessment`], because no verdict rests on it;
//! who shows it asks for it. Absent: which of the two divides people more, beyond chance
//! ([`super::division`]), and the areas' dissimilarity ([`super::area_equity`]).

use super::fillings::{Fillings, HiddenCell, Part};
use super::hidden::Range;
use super::joint::Joint;
use crate::stats::segregation::{expected_mutual_information, mutual_information, uncertainty};
use crate::workforce::{Bounds, Focus, Row, WorkforceTable};

/// The most information there can be about two groups, in nats: ln 2.
const MOST_INFORMATION: f64 = std::f64::consts::LN_2;

/// How much a division says about who is in the focus group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Information {
    /// M, in nats: 0 when the division says nothing, at most the entropy of the two groups (ln 2
    /// when they are equally large). Small units make it large by chance alone.
    pub mutual: Range,
    /// H: M as a share of that entropy, 0 to 1 (Theil; Mora & Ruiz-Castillo 2011).
    pub index: Range,
    /// E[M] when the same people are placed by chance, in nats. Known only when no count is hidden.
    pub expected: Option<f64>,
    /// E[M] as a share of the groups' entropy, as H is of M.
    pub expected_index: Option<f64>,
}

impl Information {
    /// M - E[M] as a share of the groups' entropy: what is left of H beyond chance. 0 is what chance
    /// gives, under 0 is less than that. `None` when a count is hidden.
    pub fn index_beyond_chance(&self) -> Option<f64> {
        Some(self.index.value()? - self.expected_index?)
    }
}

/// Why there is no crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoCrossing {
    /// Fewer than two areas: divide the figures by area.
    TooFewAreas,
    /// Fewer than two levels: divide the figures by level.
    TooFewLevels,
    /// Nobody from the focus group, or none may be, whose level and area are stated.
    NobodyInFocus,
    /// Nobody else, or none may be, whose level and area are stated.
    NobodyElse,
    /// Some figures are missing without a total: fill them in.
    Missing,
}

/// What areas, levels and both together say about the group. Counts those whose level and area are
/// stated, so that the parts add up:
/// M(both) = M(area) + M(level | area) = M(level) + M(area | level).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// People with stated origin, level and area.
    pub people: Bounds,
    pub area: Information,
    pub level: Information,
    /// Over all level x area cells.
    pub both: Information,
    /// What the level still says among people of one area: M(level | area).
    pub level_within_area: Information,
    /// What the area still says among people of one level: M(area | level).
    pub area_within_level: Information,
}

impl Crossing {
    /// Crosses a table's levels and areas. With hidden cells each part has its range over all
    /// fillings; with too many to try, what it can be at all.
    ///
    /// # Errors
    /// When nothing can be crossed, see [`NoCrossing`].
    pub fn of(table: &WorkforceTable, focus: Focus) -> Result<Crossing, NoCrossing> {
        let cells = Cells::of(table, focus)?;
        let Some(joint) = cells.joint() else {
            let none = nobody(&cells.least_counts());
            return none.map_or_else(|| Ok(Crossing::unknown(cells.people())), Err);
        };
        if joint.combinations == 1 {
            let mut found = Err(NoCrossing::Missing);
            joint.for_each(|counts| found = cells.known(counts));
            return found;
        }
        cells.over_fillings(&joint)
    }

    fn unknown(people: Bounds) -> Crossing {
        let upto = |high| Range { low: 0.0, high, exact: false };
        let open = Information {
            mutual: upto(MOST_INFORMATION),
            index: upto(1.0),
            expected: None,
            expected_index: None,
        };
        Crossing {
            people,
            area: open,
            level: open,
            both: open,
            level_within_area: open,
            area_within_level: open,
        }
    }
}

/// The cells of a table that has levels and areas to cross.
pub(crate) struct Cells {
    pub fillings: Fillings,
    levels: usize,
    areas: usize,
}

/// Focus and others of each area and of each level.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Margins {
    pub areas: Vec<[u64; 2]>,
    pub levels: Vec<[u64; 2]>,
}

impl Cells {
    pub fn of(table: &WorkforceTable, focus: Focus) -> Result<Cells, NoCrossing> {
        let (levels, areas) = (table.levels().len(), table.areas().len());
        if areas < 2 {
            return Err(NoCrossing::TooFewAreas);
        }
        if levels < 2 {
            return Err(NoCrossing::TooFewLevels);
        }
        let cells = Cells { fillings: Fillings::of(table, focus), levels, areas };
        if cells.hidden().any(|cell| cell.high.is_none()) {
            return Err(NoCrossing::Missing);
        }
        Ok(cells)
    }

    /// How many levels and areas there are.
    pub fn units(&self) -> usize {
        self.levels + self.areas
    }

    /// The joint states, level by level; `None` when there are too many.
    pub fn joint(&self) -> Option<Joint> {
        Joint::of(&self.fillings, self.levels * self.areas, |row| self.place(row))
    }

    pub fn margins(&self, counts: &[[u64; 2]]) -> Margins {
        let mut margins =
            Margins { areas: vec![[0; 2]; self.areas], levels: vec![[0; 2]; self.levels] };
        for (cell, counts) in counts.iter().enumerate() {
            for part in [0, 1] {
                margins.areas[cell % self.areas][part] += counts[part];
                margins.levels[cell / self.areas][part] += counts[part];
            }
        }
        margins
    }

    fn place(&self, row: Row) -> Option<usize> {
        Some(row.level? * self.areas + row.area?)
    }

    fn hidden(&self) -> impl Iterator<Item = &HiddenCell> {
        let tied = self.fillings.tied.iter().flat_map(|tied| &tied.cells);
        let all = self.fillings.free.iter().chain(tied);
        all.filter(|cell| cell.part != Part::NotStated && self.place(cell.row).is_some())
    }

    fn known_counts(&self) -> Vec<[u64; 2]> {
        let mut counts = vec![[0; 2]; self.levels * self.areas];
        for (row, known) in &self.fillings.known {
            if let Some(cell) = self.place(*row) {
                counts[cell] = [known[0], known[1]];
            }
        }
        counts
    }

    fn least_counts(&self) -> Vec<[u64; 2]> {
        let mut counts = self.known_counts();
        for cell in self.hidden() {
            if let Some(place) = self.place(cell.row) {
                counts[place][cell.part as usize] += cell.low;
            }
        }
        counts
    }

    /// From the bounds of the cells, so perhaps a little wider than the totals leave it.
    fn people(&self) -> Bounds {
        let known: u64 = self.known_counts().iter().flatten().sum();
        let start = Bounds { low: known, high: Some(known) };
        self.hidden().fold(start, |all, cell| all.plus(Bounds { low: cell.low, high: cell.high }))
    }

    fn known(&self, counts: &[[u64; 2]]) -> Result<Crossing, NoCrossing> {
        let margins = self.margins(counts);
        let [area, level, both] = [&margins.areas, &margins.levels, counts].map(pair);
        let (Some(area), Some(level), Some(both)) = (area, level, both) else {
            return Err(nobody(counts).unwrap_or(NoCrossing::Missing));
        };
        let entropy = entropy(counts);
        let all = |[mutual, expected]: [f64; 2]| Information {
            mutual: Range::certain(mutual),
            index: Range::certain((mutual / entropy).min(1.0)),
            expected: Some(expected),
            expected_index: Some((expected / entropy).min(1.0)),
        };
        // Never under 0: what is known of both is known of each.
        let within =
            |one: [f64; 2]| all([0, 1].map(|part: usize| (both[part] - one[part]).max(0.0)));
        let people: u64 = counts.iter().flatten().sum();
        Ok(Crossing {
            people: Bounds { low: people, high: Some(people) },
            area: all(area),
            level: all(level),
            both: all(both),
            level_within_area: within(area),
            area_within_level: within(level),
        })
    }

    fn over_fillings(&self, joint: &Joint) -> Result<Crossing, NoCrossing> {
        let open = joint.open_scopes();
        let open: Vec<usize> = (0..open.len()).filter(|&cell| open[cell]).collect();
        // Per part in the order of the fields: M and H.
        let mut ranges = [[None::<Range>; 2]; 5];
        let mut people = None::<Range>;
        let mut undefined = None;
        // What stays the same in every filling is added up once.
        let mut settled: Option<(Margins, f64)> = None;
        joint.for_each(|counts| {
            let (fixed, sum) = settled.get_or_insert_with(|| {
                let mut rest = counts.to_vec();
                open.iter().for_each(|&cell| rest[cell] = [0; 2]);
                (self.margins(&rest), uncertain(&rest))
            });
            let mut margins = fixed.clone();
            let mut cells = *sum;
            for &cell in &open {
                let [focus, other] = counts[cell];
                cells += uncertainty(focus, other);
                for part in [0, 1] {
                    margins.areas[cell % self.areas][part] += counts[cell][part];
                    margins.levels[cell / self.areas][part] += counts[cell][part];
                }
            }
            let [focus, other] = total(&margins.levels);
            if focus == 0 || other == 0 {
                undefined = nobody(counts);
                return;
            }
            let all_people = focus as f64 + other as f64;
            widen(&mut people, all_people);
            let all = uncertainty(focus, other);
            let [areas, levels] = [&margins.areas, &margins.levels].map(|units| uncertain(units));
            let left = [all - areas, all - levels, all - cells, areas - cells, levels - cells];
            for (range, left) in ranges.iter_mut().zip(left) {
                let left = left.max(0.0);
                widen(&mut range[0], left / all_people);
                widen(&mut range[1], (left / all).min(1.0));
            }
        });
        if let Some(reason) = undefined {
            return Err(reason);
        }
        let part = |place: usize| {
            let [mutual, index] = ranges[place].map(|range| range.ok_or(NoCrossing::Missing));
            Ok(Information { mutual: mutual?, index: index?, expected: None, expected_index: None })
        };
        let people = people.ok_or(NoCrossing::Missing)?;
        Ok(Crossing {
            people: Bounds { low: people.low as u64, high: Some(people.high as u64) },
            area: part(0)?,
            level: part(1)?,
            both: part(2)?,
            level_within_area: part(3)?,
            area_within_level: part(4)?,
        })
    }
}

/// M and E[M] of a division; `None` when a group is empty.
pub(crate) fn pair(units: &[[u64; 2]]) -> Option<[f64; 2]> {
    let (focus, other) = groups(units);
    mutual_information(&focus, &other)
        .zip(expected_mutual_information(&focus, &other))
        .map(|(found, expected)| [found, expected])
}

/// Focus and others apart.
pub(crate) fn groups(units: &[[u64; 2]]) -> (Vec<u64>, Vec<u64>) {
    units.iter().map(|&[focus, other]| (focus, other)).unzip()
}

/// Which group has nobody in it.
pub(crate) fn nobody(units: &[[u64; 2]]) -> Option<NoCrossing> {
    match total(units) {
        [0, _] => Some(NoCrossing::NobodyInFocus),
        [_, 0] => Some(NoCrossing::NobodyElse),
        _ => None,
    }
}

fn total(units: &[[u64; 2]]) -> [u64; 2] {
    units.iter().fold([0; 2], |all, unit| [all[0] + unit[0], all[1] + unit[1]])
}

fn uncertain(units: &[[u64; 2]]) -> f64 {
    units.iter().map(|&[focus, other]| uncertainty(focus, other)).sum()
}

/// The entropy of the two groups, in nats.
fn entropy(units: &[[u64; 2]]) -> f64 {
    let [focus, other] = total(units);
    uncertainty(focus, other) / (focus as f64 + other as f64)
}

fn widen(range: &mut Option<Range>, value: f64) {
    let old = range.unwrap_or(Range::certain(value));
    *range = Some(Range { low: old.low.min(value), high: old.high.max(value), exact: true });
}
