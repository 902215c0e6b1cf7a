//! What there is to choose from in a file, and the choice itself.
//!
//! Absent: figures. Read next: [`super::benchmark`], which takes a choice.

use super::age::{self, Age, Gap};
use super::area::Area;
use super::cube::Cube;
use super::error::{Fault, StatbankError};
use super::layout::Layout;
use super::origin::{Meaning, parts};
use super::table::{self, Table};
use super::time::Moment;
use crate::benchmark::Period;
use crate::workforce::Grouping;

/// The ages that staff has, which a benchmark should have as well.
const WORKING_AGES: (u8, u8) = (18, 64);

/// Which ages a benchmark holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    AllAges,
    /// Both included.
    Ages {
        from: u8,
        to: u8,
    },
}

/// One benchmark out of the many in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The table's name; empty when the file is to say it.
    pub table: String,
    /// A code or a name in either language; see [`AreaThere::id`].
    pub area: String,
    pub ages: Ages,
    /// As the file writes it, for example `2026K1` or `2026Q1`.
    pub date: String,
    pub grouping: Grouping,
}

/// What somebody asked for; what is left open is chosen by [`Choices::choose`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    pub table: Option<String>,
    pub area: Option<String>,
    pub ages: Option<Ages>,
    pub date: Option<String>,
    pub grouping: Option<Grouping>,
}

/// An area of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaThere {
    /// The code where it is known, else the name.
    pub id: String,
    pub name: String,
}

/// A date of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateThere {
    pub id: String,
    pub period: Period,
}

/// The ages of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgesThere {
    /// Whether everybody can be taken.
    pub all: bool,
    /// The lowest and the highest age of the file's single ages or groups.
    pub span: Option<(u8, u8)>,
    /// Whether there is a single age for each year of the span; else only whole groups can be taken.
    pub single_years: bool,
    /// Where a range may begin and where it may end.
    pub begins: Vec<u8>,
    pub ends: Vec<u8>,
}

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// `None`: it has to be given.
    pub table: Option<Table>,
    /// In the file's order. Empty: the file does not say what area it is about.
    pub areas: Vec<AreaThere>,
    pub ages: AgesThere,
    /// The newest first.
    pub dates: Vec<DateThere>,
    /// The finest first.
    pub groupings: Vec<Grouping>,
    guess_ages: Ages,
}

/// What there is to choose from in a cube.
///
/// # Errors
/// Whatever makes the cube unfit as a benchmark of any choice, for example
/// [`Fault::Citizenship`].
pub fn choices(cube: &Cube) -> Result<Choices, StatbankError> {
    let layout = Layout::of(cube)?;
    let groupings = layout.groupings();
    if groupings.is_empty() {
        return Err(missing_group(&layout));
    }
    let areas = layout.area.as_ref().map_or(&[][..], |(_, areas)| areas);
    let table = layout.table.clone();
    let first_day =
        table::counts_on_first_day(cube, table.as_ref().map_or("", |table| table.id.as_str()));
    let (time, moments) = &layout.time;
    let mut dates: Vec<(Moment, DateThere)> = moments
        .iter()
        .zip(&cube.variables[*time].values)
        .filter_map(|(moment, value)| {
            let moment = (*moment)?;
            let id = if value.code.is_empty() { &value.text } else { &value.code };
            Some((moment, DateThere { id: id.clone(), period: moment.period(first_day) }))
        })
        .collect();
    if dates.is_empty() {
        return Err(StatbankError::of(Fault::NoDate).at(cube.variables[*time].at).on(&cube.sheet));
    }
    dates.sort_by_key(|(moment, _)| std::cmp::Reverse(*moment));
    let ages = ages(&layout);
    Ok(Choices {
        table,
        areas: areas.iter().map(AreaThere::of).collect(),
        guess_ages: guess_ages(&layout, &ages),
        ages,
        dates: dates.into_iter().map(|(_, date)| date).collect(),
        groupings,
    })
}

impl AreaThere {
    fn of(area: &Area) -> AreaThere {
        let id = if area.code.is_empty() { &area.name } else { &area.code };
        AreaThere { id: id.clone(), name: area.name.clone() }
    }
}

impl Choices {
    /// The choice that a wish leaves: Copenhagen, 18 to 64, the newest date and the finest groups,
    /// each as far as the file has it and nothing else is asked for.
    ///
    /// Whether what was asked for is there is said by [`super::benchmark::of`].
    pub fn choose(&self, wish: &Wish) -> Choice {
        let copenhagen = self.areas.iter().find(|area| area.id == "101");
        let area = copenhagen.or_else(|| self.areas.first()).map(|area| area.id.clone());
        let date = self.dates.first().map(|date| date.id.clone());
        let table = self.table.as_ref().map(|table| table.id.clone());
        Choice {
            table: wish.table.clone().or(table).unwrap_or_default(),
            area: wish.area.clone().or(area).unwrap_or_default(),
            ages: wish.ages.unwrap_or(self.guess_ages),
            date: wish.date.clone().or(date).unwrap_or_default(),
            grouping: wish.grouping.or(self.groupings.first().copied()).unwrap_or_default(),
        }
    }

    /// The grouping with so many groups: two, three or five. Of the two with three groups the one
    /// by region, where the file has it.
    pub fn grouping_of(&self, groups: usize) -> Option<Grouping> {
        let all =
            [Grouping::Two, Grouping::ThreeByRegion, Grouping::ThreeByGeneration, Grouping::Five];
        let fits = |grouping: &Grouping| {
            grouping.groups().len() == groups && self.groupings.contains(grouping)
        };
        all.into_iter().find(fits)
    }
}

/// The first group that not even the coarsest grouping can be made up with.
fn missing_group(layout: &Layout) -> StatbankError {
    let (index, meanings) = &layout.origin;
    let group =
        Grouping::Two.groups().iter().find(|group| parts(meanings, **group, false).is_none());
    let variable = &layout.cube.variables[*index];
    let fault = group.map_or(Fault::NoGroups, |group| Fault::GroupMissing { group: *group });
    let names: Vec<&str> = variable
        .values
        .iter()
        .zip(meanings)
        .filter(|(_, meaning)| **meaning != Meaning::Total)
        .map(|(value, _)| value.name())
        .collect();
    StatbankError::of(fault).at(variable.at).found(names.join(", ")).on(&layout.cube.sheet)
}

fn ages(layout: &Layout) -> AgesThere {
    let table = layout.table.as_ref().map_or("", |table| table.id.as_str());
    let total_is_all = table::ages_of_total(layout.cube, table).is_none();
    let Some((_, ages)) = &layout.age else {
        return AgesThere { all: total_is_all, ..AgesThere::default() };
    };
    let ranges = ages.iter().filter_map(|age| match *age {
        Age::Range { from, to: Some(to) } => Some((from, to)),
        _ => None,
    });
    let ranges: Vec<(u8, u8)> = ranges.collect();
    let span =
        ranges.iter().map(|range| range.0).min().zip(ranges.iter().map(|range| range.1).max());
    let sorted = |mut ages: Vec<u8>| {
        ages.sort_unstable();
        ages.dedup();
        ages
    };
    let single_years =
        span.is_some_and(|(first, last)| (first..=last).all(|age| ranges.contains(&(age, age))));
    AgesThere {
        all: (ages.contains(&Age::Total) && total_is_all) || age::cover_all(ages).is_ok(),
        span,
        single_years,
        begins: sorted(ranges.iter().map(|range| range.0).collect()),
        ends: sorted(ranges.iter().map(|range| range.1).collect()),
    }
}

fn guess_ages(layout: &Layout, there: &AgesThere) -> Ages {
    let table = layout.table.as_ref().map_or("", |table| table.id.as_str());
    let (from, to) = WORKING_AGES;
    let whole = table::ages_of_total(layout.cube, table).or(there.span);
    let found = layout.age.as_ref().map(|(_, ages)| age::cover(ages, from, to));
    match found {
        Some(Ok(_)) => Ages::Ages { from, to },
        Some(Err(Gap::DoesNotFit(nearest))) if !nearest.is_empty() => {
            let (from, to) = nearest[0];
            Ages::Ages { from, to }
        }
        _ if there.all => Ages::AllAges,
        _ => whole.map_or(Ages::AllAges, |(from, to)| Ages::Ages { from, to }),
    }
}
