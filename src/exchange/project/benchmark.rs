//! A benchmark as it is stored: the user's own in the project file and on its way from the worker,
//! any in a file of its own.
//!
//! The shape belongs to version 2 of the project file and never changes. Absent: built-in
//! benchmarks of a project, which are stored by their identifier alone; writing a file of its own
//! (`exchange::write::benchmark_json`).

use super::ProjectError;
use crate::benchmark::{
    Benchmark, Bilingual, Facts, GroupShare, Kind, Licence, Period, Place, Population, Source,
    Status,
};
use crate::workforce::{Date, Origin, Share};
use serde::{Deserialize, Serialize};

/// How the identifier of every benchmark of a user's own begins, so that none can take the place of
/// a built-in one.
pub const OWN: &str = "own-";

/// No word of a benchmark is longer.
const LONGEST_WORDS: usize = 2_000;

/// A benchmark in the shape it is stored in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredBenchmark {
    id: String,
    place: StoredPlace,
    population: StoredPopulation,
    kind: StoredKind,
    period: StoredPeriod,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<u64>,
    groups: Vec<StoredGroup>,
    source: StoredSource,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredPlace {
    CopenhagenMunicipality,
    ProvinceByenKobenhavn,
    RegionHovedstaden,
    Denmark,
    Named(StoredWords),
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredPopulation {
    AllAges,
    Ages { from: u8, to: u8 },
    Employed,
    Employees { from: u8, to: u8 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredKind {
    Population,
    LabourMarket,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct StoredPeriod {
    year: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
}

/// Exactly `part` of `whole`; `derived` says how, where the publisher did not print the figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct StoredGroup {
    group: String,
    part: u64,
    whole: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    derived: Option<StoredWords>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct StoredSource {
    publisher: StoredWords,
    title: String,
    table: StoredWords,
    primary_url: String,
    read_url: String,
    licence: StoredLicence,
    #[serde(default)]
    secondary: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum StoredLicence {
    #[serde(rename = "cc-by-4.0")]
    CcBy4,
    #[serde(rename = "quotation")]
    Quotation,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredWords {
    da: String,
    en: String,
}

/// The version of a file that holds a benchmark and nothing else.
pub const FILE_VERSION: u32 = 1;

/// A benchmark on its own. Whatever else its writer has put beside it follows from it.
#[derive(Deserialize)]
struct BenchmarkFile {
    byspejl_benchmark: u32,
    benchmark: StoredBenchmark,
}

/// Reads a file that holds a benchmark and nothing else; further keys do no harm. `built_in` gives
/// the product's own ones by their identifier: such a file must hold the very figures.
///
/// # Errors
/// See [`ProjectError`].
pub fn read(
    text: &str,
    built_in: impl Fn(&str) -> Option<Benchmark>,
) -> Result<Benchmark, ProjectError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: BenchmarkFile = serde_json::from_str(text).map_err(|_| ProjectError::NotAProject)?;
    match file.byspejl_benchmark {
        FILE_VERSION => match built_in(&file.benchmark.id) {
            Some(known) if StoredBenchmark::of(&known) == file.benchmark => Ok(known),
            _ => file.benchmark.benchmark(),
        },
        version => Err(ProjectError::TooNew { version }),
    }
}

impl StoredBenchmark {
    pub fn of(benchmark: &Benchmark) -> StoredBenchmark {
        let Period { year, month, day } = benchmark.period();
        StoredBenchmark {
            id: benchmark.id().to_owned(),
            place: match benchmark.place() {
                Place::CopenhagenMunicipality => StoredPlace::CopenhagenMunicipality,
                Place::ProvinceByenKobenhavn => StoredPlace::ProvinceByenKobenhavn,
                Place::RegionHovedstaden => StoredPlace::RegionHovedstaden,
                Place::Denmark => StoredPlace::Denmark,
                Place::Named(name) => StoredPlace::Named(StoredWords::of(name)),
                Place::Other(name) => StoredPlace::Other(name.clone()),
            },
            population: match benchmark.population() {
                Population::AllAges => StoredPopulation::AllAges,
                Population::Ages { from, to } => StoredPopulation::Ages { from, to },
                Population::Employed => StoredPopulation::Employed,
                Population::Employees { from, to } => StoredPopulation::Employees { from, to },
            },
            kind: match benchmark.kind() {
                Kind::Population => StoredKind::Population,
                Kind::LabourMarket => StoredKind::LabourMarket,
            },
            period: StoredPeriod { year, month, day },
            people: benchmark.people(),
            groups: benchmark.groups().iter().map(StoredGroup::of).collect(),
            source: StoredSource::of(benchmark.source()),
        }
    }

    /// The benchmark again.
    ///
    /// # Errors
    /// [`ProjectError::OutOfBounds`] for what no version has ever written: an identifier that is
    /// not [`OWN`], a source with a gap, an address that is none, groups that do not add up.
    pub fn benchmark(self) -> Result<Benchmark, ProjectError> {
        self.checked().ok_or(ProjectError::OutOfBounds)
    }

    fn checked(self) -> Option<Benchmark> {
        let fits = self.id.starts_with(OWN) && self.id.len() <= LONGEST_WORDS;
        let place = match self.place {
            StoredPlace::CopenhagenMunicipality => Place::CopenhagenMunicipality,
            StoredPlace::ProvinceByenKobenhavn => Place::ProvinceByenKobenhavn,
            StoredPlace::RegionHovedstaden => Place::RegionHovedstaden,
            StoredPlace::Denmark => Place::Denmark,
            StoredPlace::Named(name) => Place::Named(name.words()?),
            StoredPlace::Other(name) => Place::Other(short(name)?),
        };
        let population = match self.population {
            StoredPopulation::AllAges => Population::AllAges,
            StoredPopulation::Ages { from, to } if from <= to => Population::Ages { from, to },
            StoredPopulation::Employed => Population::Employed,
            StoredPopulation::Employees { from, to } if from <= to => {
                Population::Employees { from, to }
            }
            _ => return None,
        };
        let StoredPeriod { year, month, day } = self.period;
        let is_day = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        let groups: Vec<GroupShare> =
            self.groups.into_iter().map(StoredGroup::group).collect::<Option<_>>()?;
        let counted = groups.iter().map(|group| group.count).sum::<Option<u64>>();
        let fits_people = match (self.people, counted) {
            (Some(people), Some(counted)) => counted <= people,
            _ => true,
        };
        if !fits || !is_day || (day.is_some() && month.is_none()) || !fits_people {
            return None;
        }
        let facts = Facts {
            id: self.id.into(),
            place,
            population,
            kind: match self.kind {
                StoredKind::Population => Kind::Population,
                StoredKind::LabourMarket => Kind::LabourMarket,
            },
            period: Period { year, month, day },
            people: self.people,
            groups,
            source: self.source.source()?,
        };
        Benchmark::new(facts).ok()
    }
}

impl StoredGroup {
    fn of(group: &GroupShare) -> StoredGroup {
        StoredGroup {
            group: group.group.id().to_owned(),
            part: group.share.part(),
            whole: group.share.whole(),
            count: group.count,
            derived: match &group.status {
                Status::Reported => None,
                Status::Derived(how) => Some(StoredWords::of(how)),
            },
        }
    }

    fn group(self) -> Option<GroupShare> {
        // Beyond the people of the Earth sums would overflow.
        let fits = self.whole <= 1 << 40 && self.count.is_none_or(|count| count <= 1 << 40);
        let derived = match self.derived {
            None => Status::Reported,
            Some(how) => Status::Derived(how.words()?),
        };
        Some(GroupShare {
            group: Origin::from_id(&self.group)?,
            share: Share::of(self.part, self.whole).filter(|_| fits)?,
            count: self.count,
            status: derived,
        })
    }
}

impl StoredSource {
    fn of(source: &Source) -> StoredSource {
        StoredSource {
            publisher: StoredWords::of(&source.publisher),
            title: source.title.to_string(),
            table: StoredWords::of(&source.table),
            primary_url: source.primary_url.to_string(),
            read_url: source.read_url.to_string(),
            licence: match source.licence {
                Licence::CcBy4 => StoredLicence::CcBy4,
                Licence::Quotation => StoredLicence::Quotation,
            },
            secondary: source.is_secondary,
        }
    }

    fn source(self) -> Option<Source> {
        // The page links to it; a file from elsewhere must not make the link a program.
        let address = |url: String| url.starts_with("https://").then(|| short(url)).flatten();
        Some(Source {
            publisher: self.publisher.words()?,
            title: short(self.title)?.into(),
            table: self.table.words()?,
            primary_url: address(self.primary_url)?.into(),
            read_url: address(self.read_url)?.into(),
            licence: match self.licence {
                StoredLicence::CcBy4 => Licence::CcBy4,
                StoredLicence::Quotation => Licence::Quotation,
            },
            is_secondary: self.secondary,
        })
    }
}

impl StoredWords {
    pub fn new(da: String, en: String) -> StoredWords {
        StoredWords { da, en }
    }

    pub fn of(words: &Bilingual) -> StoredWords {
        StoredWords::new(words.da.to_string(), words.en.to_string())
    }

    fn words(self) -> Option<Bilingual> {
        Some(Bilingual { da: short(self.da)?.into(), en: short(self.en)?.into() })
    }
}

fn short(words: String) -> Option<String> {
    (words.len() <= LONGEST_WORDS).then_some(words)
}
