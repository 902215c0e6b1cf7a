//! Exact sums of the counts that a choice needs, each cell used once and none silently left out.
//!
//! Where a total stands beside its parts it is taken and the parts are checked against it. Absent:
//! sources and words. Read next: [`super::benchmark`].

use super::age::{self, Age, Gap};
use super::choices::{Ages, Choice};
use super::cube::{Entry, Figure, names};
use super::error::{Fault, StatbankError};
use super::layout::Layout;
use super::origin::{Meaning, parts};
use super::table;
use crate::workforce::Origin;

/// What had to be added up because the table does not publish it as one figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Single ages or age groups, to these ages.
    pub ages: Option<Ages>,
    /// Men and women.
    pub sexes: bool,
    /// Several groups of the table; else none.
    pub groups: Vec<Origin>,
}

impl Added {
    /// Whether the figure is one that the table publishes.
    pub fn is_nothing(&self) -> bool {
        *self == Added::default()
    }
}

/// The people of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub people: u64,
    pub added: Added,
}

/// What a choice needs of a cube.
pub(super) struct Selection<'a> {
    layout: &'a Layout<'a>,
    area: Option<u32>,
    time: u32,
    wanted: Ages,
    /// The ages to add; empty where the file is not divided by age.
    ages: Vec<u32>,
    /// Ages that should add up to the first of `ages`, which is a total.
    age_parts: Vec<u32>,
}

impl<'a> Selection<'a> {
    pub(super) fn of(
        layout: &'a Layout<'a>,
        choice: &Choice,
    ) -> Result<Selection<'a>, StatbankError> {
        let cube = layout.cube;
        let area = match &layout.area {
            Some((index, areas)) => {
                let found = areas.iter().position(|area| area.is(&choice.area));
                let unknown = || {
                    let at = cube.variables[*index].at;
                    StatbankError::of(Fault::UnknownArea).at(at).found(&choice.area).on(&cube.sheet)
                };
                Some(found.ok_or_else(unknown)? as u32)
            }
            None => None,
        };
        let (time, moments) = &layout.time;
        let wanted = super::time::Moment::of(&choice.date);
        let found = moments.iter().position(|moment| moment.is_some() && *moment == wanted);
        let unknown = || {
            let at = cube.variables[*time].at;
            StatbankError::of(Fault::UnknownDate).at(at).found(&choice.date).on(&cube.sheet)
        };
        let time = found.ok_or_else(unknown)? as u32;
        let (ages, age_parts) = ages(layout, choice.ages)?;
        Ok(Selection { layout, area, time, wanted: choice.ages, ages, age_parts })
    }

    /// The people of a group.
    pub(super) fn group(&self, group: Origin) -> Result<Sum, StatbankError> {
        let (index, meanings) = &self.layout.origin;
        let Some(values) = parts(meanings, group, false) else {
            let variable = &self.layout.cube.variables[*index];
            let error = StatbankError::of(Fault::GroupMissing { group }).at(variable.at);
            return Err(error.found(variable.name()).on(&self.layout.cube.sheet));
        };
        let (mut people, mut groups) = (0, Vec::new());
        for value in values {
            let of_value = self.people(value as u32)?;
            people += of_value;
            let Meaning::Group(part) = meanings[value] else { continue };
            groups.push(part);
            // A subtotal of the table is held against its parts.
            if let Some(finer) = parts(meanings, part, true) {
                self.agrees(of_value, &finer, value as u32)?;
            }
        }
        let sexes = self.layout.sex.as_ref().map(|(_, sexes)| sexes);
        let added = Added {
            ages: (self.ages.len() > 1).then_some(self.wanted),
            sexes: sexes.is_some_and(|sexes| sexes.total.is_none()),
            groups: if groups.len() > 1 { groups } else { Vec::new() },
        };
        Ok(Sum { people, added })
    }

    /// Holds the groups' sum against the table's own total, where it has one.
    pub(super) fn check_total(&self, people: u64) -> Result<(), StatbankError> {
        let meanings = &self.layout.origin.1;
        let find = |wanted: Meaning| meanings.iter().position(|meaning| *meaning == wanted);
        let Some(total) = find(Meaning::Total) else { return Ok(()) };
        let Ok(given) = self.people(total as u32) else { return Ok(()) };
        // A hidden number of people without stated origin leaves nothing to compare.
        let not_stated = match find(Meaning::NotStated).map(|value| self.people(value as u32)) {
            None => 0,
            Some(Ok(people)) => people,
            Some(Err(_)) => return Ok(()),
        };
        if given == people + not_stated {
            return Ok(());
        }
        Err(self.disagrees(given, people + not_stated, total as u32))
    }

    /// The people of one value of the origin variable, of both sexes and the chosen ages.
    fn people(&self, origin: u32) -> Result<u64, StatbankError> {
        let people = self.over_ages(origin, &self.ages)?;
        let parts: Result<u64, _> = self.over_ages(origin, &self.age_parts);
        if !self.age_parts.is_empty()
            && let Ok(sum) = parts
            && sum != people
        {
            return Err(self.disagrees(people, sum, origin));
        }
        Ok(people)
    }

    fn over_ages(&self, origin: u32, ages: &[u32]) -> Result<u64, StatbankError> {
        if self.layout.age.is_none() {
            return self.over_sexes(origin, None);
        }
        ages.iter().map(|age| self.over_sexes(origin, Some(*age))).sum()
    }

    fn over_sexes(&self, origin: u32, age: Option<u32>) -> Result<u64, StatbankError> {
        let Some((_, sexes)) = &self.layout.sex else { return self.count(origin, age, None) };
        let both = |(men, women)| {
            Ok(self.count(origin, age, Some(men))? + self.count(origin, age, Some(women))?)
        };
        match (sexes.total, sexes.both) {
            (None, None) => Err(StatbankError::of(Fault::OneSexOnly)),
            (None, Some(parts)) => both(parts),
            (Some(total), None) => self.count(origin, age, Some(total)),
            (Some(total), Some(parts)) => {
                let given = self.count(origin, age, Some(total))?;
                let sum: Result<u64, StatbankError> = both(parts);
                match sum {
                    Ok(sum) if sum != given => {
                        let fault = Fault::TotalDisagrees { given, sum };
                        Err(self.at(fault, &self.positions(origin, age, Some(total))))
                    }
                    _ => Ok(given),
                }
            }
        }
    }

    fn positions(&self, origin: u32, age: Option<u32>, sex: Option<u32>) -> Vec<u32> {
        let layout = self.layout;
        let mut positions = vec![0; layout.cube.variables.len()];
        let of = |variable: Option<usize>, position: Option<u32>| variable.zip(position);
        let placed = [
            of(layout.area.as_ref().map(|(index, _)| *index), self.area),
            of(layout.age.as_ref().map(|(index, _)| *index), age),
            of(layout.sex.as_ref().map(|(index, _)| *index), sex),
            Some((layout.origin.0, origin)),
            Some((layout.time.0, self.time)),
        ];
        let fixed = layout.fixed.iter().copied();
        for (variable, position) in placed.into_iter().flatten().chain(fixed) {
            positions[variable] = position;
        }
        positions
    }

    fn count(&self, origin: u32, age: Option<u32>, sex: Option<u32>) -> Result<u64, StatbankError> {
        let positions = self.positions(origin, age, sex);
        let fault = match self.layout.cube.entry(&positions) {
            Some(Entry { figure: Figure::Count(people), .. }) => return Ok(*people),
            Some(Entry { figure: Figure::Hidden | Figure::Missing, .. }) => Fault::CellHidden,
            Some(Entry { figure: Figure::Fraction, .. }) => Fault::Percentages,
            Some(Entry { figure: Figure::NotACount, .. }) => Fault::NotACount,
            None => Fault::CellMissing,
        };
        Err(self.at(fault, &positions))
    }

    fn agrees(&self, given: u64, values: &[usize], total: u32) -> Result<(), StatbankError> {
        let sum: Result<u64, StatbankError> =
            values.iter().map(|value| self.people(*value as u32)).sum();
        match sum {
            Ok(sum) if sum != given => Err(self.disagrees(given, sum, total)),
            _ => Ok(()),
        }
    }

    fn disagrees(&self, given: u64, sum: u64, origin: u32) -> StatbankError {
        let total = self
            .layout
            .sex
            .as_ref()
            .and_then(|(_, sexes)| sexes.total.or(sexes.both.map(|(men, _)| men)));
        let positions = self.positions(origin, self.ages.first().copied(), total);
        self.at(Fault::TotalDisagrees { given, sum }, &positions)
    }

    /// A fault of one cell: its place, or that of a value that names it, and the values' names.
    fn at(&self, fault: Fault, positions: &[u32]) -> StatbankError {
        let cube = self.layout.cube;
        let entry = cube.entry(positions);
        let named = |kind: &Option<(usize, Vec<Age>)>| {
            let (index, _) = kind.as_ref()?;
            cube.variables[*index].values.get(positions[*index] as usize)?.at
        };
        let at = entry.and_then(|entry| entry.at).or_else(|| named(&self.layout.age));
        let mut found = names(&cube.variables, positions);
        if let Some(text) = entry.and_then(|entry| entry.found.as_deref()) {
            found = [&found, ": ", text].concat();
        }
        StatbankError::of(fault).at(at).found(found).on(&cube.sheet)
    }
}

/// The positions to add, and those that should add up to the first of them.
fn ages(layout: &Layout, wanted: Ages) -> Result<(Vec<u32>, Vec<u32>), StatbankError> {
    let table = layout.table.as_ref().map_or("", |table| table.id.as_str());
    let span = table::ages_of_total(layout.cube, table);
    let Some((index, ages)) = &layout.age else {
        // What the total holds is known from the table alone.
        let fits = match wanted {
            Ages::AllAges => span.is_none(),
            Ages::Ages { from, to } => span == Some((from, to)),
        };
        let fault = if wanted == Ages::AllAges { Fault::NotAllAges } else { Fault::NoAges };
        return if fits { Ok((Vec::new(), Vec::new())) } else { Err(StatbankError::of(fault)) };
    };
    let variable = &layout.cube.variables[*index];
    let on = |fault: Fault, position: Option<usize>| {
        let at = position.and_then(|position| variable.values[position].at).or(variable.at);
        StatbankError::of(fault).at(at).found(variable.name()).on(&layout.cube.sheet)
    };
    let numbers = |positions: Vec<usize>| positions.into_iter().map(|at| at as u32).collect();
    let found = match wanted {
        Ages::AllAges => age::cover_all(ages),
        Ages::Ages { from, to } if from > to => Err(Gap::DoesNotFit(Vec::new())),
        Ages::Ages { from, to } => age::cover(ages, from, to),
    };
    let total = ages.iter().position(|age| *age == Age::Total).filter(|_| match wanted {
        Ages::AllAges => span.is_none(),
        Ages::Ages { from, to } => span == Some((from, to)),
    });
    if let Some(total) = total {
        return Ok((vec![total as u32], found.map(numbers).unwrap_or_default()));
    }
    // The first age above a missing one is where it should have stood.
    let above = |age: u8| {
        let later = ages.iter().enumerate().filter_map(|(position, known)| match known {
            Age::Range { from, .. } if *from > age => Some((*from, position)),
            _ => None,
        });
        later.min().map(|(_, position)| position)
    };
    match (found, wanted) {
        (Ok(positions), _) => Ok((numbers(positions), Vec::new())),
        (Err(Gap::Missing(age)), Ages::AllAges) if above(age).is_none() => {
            Err(on(Fault::NotAllAges, None))
        }
        (Err(Gap::Missing(age)), _) => Err(on(Fault::AgeMissing { age }, above(age))),
        (Err(Gap::DoesNotFit(nearest)), Ages::Ages { from, to }) => {
            Err(on(Fault::AgesDoNotFit { from, to, nearest }, None))
        }
        (Err(Gap::DoesNotFit(_)), Ages::AllAges) => Err(on(Fault::NotAllAges, None)),
    }
}
