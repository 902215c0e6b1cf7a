//! The outside yardstick: a population's shares by origin group, with its source.
//!
//! Here are [`Benchmark`] and its mandatory [`Source`], the catalogue of built-in packs, the
//! level figures and look-alikes shown as context, and the official meaning of the groups. The
//! figures themselves stand in data/*.json and are turned into constants while building.
//! Absent: any arithmetic beyond shares; interpolation between dates, which is never done.
//! Read next: [`crate::analysis`], which sets a workforce beside a benchmark.

mod catalogue;
mod definition;
mod level_pack;
mod lookalike;
mod newest;
mod source;
mod words;

pub use catalogue::{all, by_id, default_benchmark, labour_market, series};
pub use definition::{Definition, Definitions, definitions};
pub use level_pack::{EmployeeLevel, LevelFigures, LevelPack, level_packs};
pub use lookalike::{FigureRole, Lookalike, LookalikeFigure, lookalikes};
pub use newest::{newest_not_later, series_like};
pub use source::{Confidence, Licence, Source, Status};
pub use words::Bilingual;

use crate::workforce::{Focus, Grouping, Origin, Share};
use std::borrow::Cow;

/// The place a benchmark describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Copenhagen Municipality (code 101).
    CopenhagenMunicipality,
    /// The statistical province of Copenhagen, Frederiksberg, Dragør and Tårnby.
    ProvinceByenKobenhavn,
    /// The Capital Region (code 084).
    RegionHovedstaden,
    /// All of Denmark (code 000).
    Denmark,
    /// A further place of the catalogue, by its name in both languages.
    Named(Bilingual),
    /// A place named by the file it came from.
    Other(String),
}

/// Which people of the place are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// Everybody, children and pensioners included.
    AllAges,
    /// Residents of these ages, both included.
    Ages { from: u8, to: u8 },
    /// People in employment.
    Employed,
    /// Employees of these ages, both included; the self-employed are left out.
    Employees { from: u8, to: u8 },
}

/// What kind of yardstick it is (methods, section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The city's (or country's) population; what the charter mirrors.
    Population,
    /// The labour market; inherits the inequality it measures.
    LabourMarket,
}

/// When a benchmark was taken, as precisely as its source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub year: u16,
    /// 1 to 12, if stated.
    pub month: Option<u8>,
    /// 1 to 31, if stated.
    pub day: Option<u8>,
}

/// The share of one origin group, with its status.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupShare {
    pub group: Origin,
    pub share: Share,
    /// People, where the source reports a count.
    pub count: Option<u64>,
    pub status: Status,
}

/// A population's shares by origin group. Cannot exist without a complete source.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    id: Cow<'static, str>,
    place: Place,
    population: Population,
    kind: Kind,
    period: Period,
    /// All people, where the source reports it.
    people: Option<u64>,
    groups: Cow<'static, [GroupShare]>,
    source: Source,
    confidence: Confidence,
    notes: Cow<'static, [Bilingual]>,
}

/// Why facts do not make a benchmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchmarkError {
    /// Publisher, table, title or address is empty: name the source.
    IncompleteSource,
    /// The groups do not divide everybody: give each person exactly one group.
    NotAPartition,
    /// The shares do not add up to 100 % within 0.2 percentage points of rounding; the sum in
    /// hundredths of a percent. Check the figures.
    SharesDoNotAddUp(u32),
}

/// Everything a benchmark is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    pub id: Cow<'static, str>,
    pub place: Place,
    pub population: Population,
    pub kind: Kind,
    pub period: Period,
    pub people: Option<u64>,
    pub groups: Vec<GroupShare>,
    pub source: Source,
}

impl Benchmark {
    /// A benchmark from checked facts, with high confidence and no notes: the case of a table
    /// that comes straight from its publisher.
    ///
    /// # Errors
    /// See [`BenchmarkError`].
    pub fn new(facts: Facts) -> Result<Benchmark, BenchmarkError> {
        if !facts.source.is_complete() {
            return Err(BenchmarkError::IncompleteSource);
        }
        let groups: Vec<Origin> = facts.groups.iter().map(|share| share.group).collect();
        if !Grouping::ALL.iter().any(|grouping| grouping.groups() == groups) {
            return Err(BenchmarkError::NotAPartition);
        }
        let sum: f64 = facts.groups.iter().map(|group| group.share.percent()).sum();
        if (sum - 100.0).abs() > 0.2 + 1e-9 {
            return Err(BenchmarkError::SharesDoNotAddUp((sum * 100.0).round() as u32));
        }
        let Facts { id, place, population, kind, period, people, groups, source } = facts;
        Ok(Benchmark {
            id,
            place,
            population,
            kind,
            period,
            people,
            groups: Cow::Owned(groups),
            source,
            confidence: Confidence::High,
            notes: Cow::Borrowed(&[]),
        })
    }

    /// The stable identifier, for example `cph-2026-01`.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    pub fn population(&self) -> Population {
        self.population
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn period(&self) -> Period {
        self.period
    }

    /// All people, where the source reports it.
    pub fn people(&self) -> Option<u64> {
        self.people
    }

    pub fn groups(&self) -> &[GroupShare] {
        &self.groups
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What a careful reader should know before leaning on the figures; often nothing.
    pub fn notes(&self) -> &[Bilingual] {
        &self.notes
    }

    /// The focus group's share (methods, section 6): from counts where there are counts; else
    /// one minus the Danish-origin share where the focus group is everyone else; else the sum
    /// of the reported shares. Undefined when the focus group is finer than the benchmark.
    ///
    /// The default benchmark gives 0.2891 for immigrants and descendants.
    pub fn share(&self, focus: Focus) -> Option<Share> {
        focus_share(&self.groups, self.people, focus)
    }

    /// Whether children and pensioners are among the people, while staff is of working age.
    pub fn covers_all_ages(&self) -> bool {
        self.population == Population::AllAges
    }
}

fn focus_share(groups: &[GroupShare], people: Option<u64>, focus: Focus) -> Option<Share> {
    let origins: Vec<Origin> = groups.iter().map(|share| share.group).collect();
    if !focus.is_countable_in(&origins) {
        return None;
    }
    let inside = || groups.iter().filter(|share| focus.contains(share.group));
    if let Some(people) = people
        && let Some(part) = inside().map(|share| share.count).sum::<Option<u64>>()
    {
        return Share::of(part, people);
    }
    if focus.is_everyone_but_danish()
        && let Some(danish) = groups.iter().find(|share| share.group == Origin::Danish)
    {
        return Some(danish.share.complement());
    }
    let points: f64 = inside().map(|share| share.share.percent() * 100.0).sum();
    Share::from_basis_points(points.round() as u32)
}
