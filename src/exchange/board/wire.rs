//! An overview on its way from the worker, which reads the files, to the page, which shows it.
//!
//! Both ends are of one build, so the shape has no version and nobody else reads it.

use crate::board::{
    CommitmentTotal, Due, LevelName, LevelTotal, MeasureTotal, PeopleSum, Pooled, Repeat, Repeated,
    Review, SectorTotal, Skipped, Summary, TargetSum, Unread,
};
use crate::exchange::names::{SECTORS, meaning, word};
use crate::pledge::Commitment;
use crate::session::PresetLevel;
use crate::workforce::Date;
use serde::{Deserialize, Serialize};

/// Why a text is no overview: it was not written by this build. Reload the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOverview;

#[derive(Serialize, Deserialize)]
struct Wire {
    today: String,
    /// Read or skipped, left out, counted, internal.
    files: [usize; 4],
    /// Name, why, line.
    skipped: Vec<(String, u8, usize)>,
    /// Name, the one that counts, how.
    repeats: Vec<(String, String, u8)>,
    pooled: Option<Sums>,
    /// Name, day, target day, how far.
    reviews: Vec<(String, String, String, u8)>,
}

#[derive(Serialize, Deserialize)]
struct Sums {
    commitments: Vec<(u8, usize, usize)>,
    measures: Vec<(u8, Option<u8>, usize)>,
    with_targets: usize,
    levels: Vec<(Option<Called>, usize, Option<Targets>)>,
    sectors: Vec<(String, usize, usize, Option<Of>)>,
    people: Option<Of>,
    due: Vec<(u8, usize)>,
}

/// Organisations, people, focus, target.
type Targets = (usize, u64, u64, u64);
/// Organisations, people, focus.
type Of = (usize, u64, u64);

#[derive(Serialize, Deserialize)]
enum Called {
    #[serde(rename = "p")]
    Preset(String),
    #[serde(rename = "o")]
    Own(String),
}

const REPEATED: [Repeated; 3] = [Repeated::Copy, Repeated::SameDate, Repeated::Older];

/// The text of an overview.
pub fn write(summary: &Summary) -> String {
    let place = |due: Due| Due::ALL.iter().position(|&known| known == due).unwrap_or(0) as u8;
    let wire = Wire {
        today: summary.today.to_string(),
        files: [summary.files, summary.left_out, summary.pledges, summary.internal],
        skipped: summary.skipped.iter().map(skipped).collect(),
        repeats: summary
            .repeats
            .iter()
            .map(|repeat| {
                let kind = REPEATED.iter().position(|&known| known == repeat.kind).unwrap_or(0);
                (repeat.file.clone(), repeat.counted.clone(), kind as u8)
            })
            .collect(),
        pooled: summary.pooled.as_ref().map(|pooled| sums(pooled, place)),
        reviews: summary
            .reviews
            .iter()
            .map(|review| {
                let day = |day: Date| day.to_string();
                (review.name.clone(), day(review.day), day(review.target_day), place(review.due))
            })
            .collect(),
    };
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    serde_json::to_string(&wire).unwrap_or_default()
}

fn skipped(skipped: &Skipped) -> (String, u8, usize) {
    let (why, line) = match skipped.why {
        Unread::TooLarge => (0, 0),
        Unread::Unreadable => (1, 0),
        Unread::NotAPledge => (2, 0),
        Unread::ProjectFile => (3, 0),
        Unread::Damaged { line } => (4, line),
        Unread::TooNew => (5, 0),
        Unread::OutOfBounds => (6, 0),
    };
    (skipped.file.clone(), why, line)
}

fn sums(pooled: &Pooled, place: impl Fn(Due) -> u8) -> Sums {
    let of = |sum: PeopleSum| (sum.pledges, sum.people, sum.focus);
    let called = |level: &LevelName| match level {
        LevelName::Preset(preset) => Called::Preset(preset.id().to_owned()),
        LevelName::Own(name) => Called::Own(name.clone()),
    };
    Sums {
        commitments: pooled
            .commitments
            .iter()
            .map(|total| (total.commitment.number(), total.pledges, total.measures))
            .collect(),
        measures: pooled
            .measures
            .iter()
            .map(|total| (total.commitment.number(), total.number, total.pledges))
            .collect(),
        with_targets: pooled.with_targets,
        levels: pooled
            .levels
            .iter()
            .map(|total| {
                let sum = total.sum.map(|sum| (sum.pledges, sum.people, sum.focus, sum.target));
                (total.level.as_ref().map(called), total.pledges, sum)
            })
            .collect(),
        sectors: pooled
            .sectors
            .iter()
            .map(|total| {
                let sector = total.sector.map_or("", |sector| word(&SECTORS, sector)).to_owned();
                (sector, total.pledges, total.with_targets, total.people.map(of))
            })
            .collect(),
        people: pooled.people.map(of),
        due: pooled.due.iter().map(|&(due, pledges)| (place(due), pledges)).collect(),
    }
}

/// The overview again.
///
/// # Errors
/// See [`NotAnOverview`].
pub fn read(text: &str) -> Result<Summary, NotAnOverview> {
    let wire: Wire = serde_json::from_str(text).map_err(|_| NotAnOverview)?;
    let [files, left_out, pledges, internal] = wire.files;
    Ok(Summary {
        today: day(&wire.today)?,
        files,
        left_out,
        pledges,
        internal,
        skipped: each(wire.skipped, |(file, why, line)| {
            let why = match why {
                0 => Unread::TooLarge,
                1 => Unread::Unreadable,
                2 => Unread::NotAPledge,
                3 => Unread::ProjectFile,
                4 => Unread::Damaged { line },
                5 => Unread::TooNew,
                6 => Unread::OutOfBounds,
                _ => return Err(NotAnOverview),
            };
            Ok(Skipped { file, why })
        })?,
        repeats: each(wire.repeats, |(file, counted, kind)| {
            let kind = *REPEATED.get(usize::from(kind)).ok_or(NotAnOverview)?;
            Ok(Repeat { file, counted, kind })
        })?,
        pooled: wire.pooled.map(Sums::pooled).transpose()?,
        reviews: each(wire.reviews, |(name, next, last, how_far)| {
            let (day, target_day) = (day(&next)?, day(&last)?);
            Ok(Review { name, day, target_day, due: due(how_far)? })
        })?,
    })
}

impl Sums {
    fn pooled(self) -> Result<Pooled, NotAnOverview> {
        let of = |(pledges, people, focus): Of| PeopleSum { pledges, people, focus };
        Ok(Pooled {
            commitments: each(self.commitments, |(number, pledges, measures)| {
                Ok(CommitmentTotal { commitment: commitment(number)?, pledges, measures })
            })?,
            measures: each(self.measures, |(under, number, pledges)| {
                Ok(MeasureTotal { commitment: commitment(under)?, number, pledges })
            })?,
            with_targets: self.with_targets,
            levels: each(self.levels, |(called, pledges, sum)| {
                let level = called.map(Called::name).transpose()?;
                let sum = sum.map(|(pledges, people, focus, target)| TargetSum {
                    pledges,
                    people,
                    focus,
                    target,
                });
                Ok(LevelTotal { level, pledges, sum })
            })?,
            sectors: each(self.sectors, |(name, pledges, with_targets, people)| {
                let sector = match name.as_str() {
                    "" => None,
                    name => Some(meaning(&SECTORS, name).ok_or(NotAnOverview)?),
                };
                Ok(SectorTotal { sector, pledges, with_targets, people: people.map(of) })
            })?,
            people: self.people.map(of),
            due: each(self.due, |(how_far, pledges)| Ok((due(how_far)?, pledges)))?,
        })
    }
}

impl Called {
    fn name(self) -> Result<LevelName, NotAnOverview> {
        match self {
            Called::Preset(id) => {
                PresetLevel::from_id(&id).map(LevelName::Preset).ok_or(NotAnOverview)
            }
            Called::Own(name) => Ok(LevelName::Own(name)),
        }
    }
}

fn each<W, T>(
    wires: Vec<W>,
    read: impl FnMut(W) -> Result<T, NotAnOverview>,
) -> Result<Vec<T>, NotAnOverview> {
    wires.into_iter().map(read).collect()
}

fn day(text: &str) -> Result<Date, NotAnOverview> {
    text.parse().map_err(|_| NotAnOverview)
}

fn due(place: u8) -> Result<Due, NotAnOverview> {
    Due::ALL.get(usize::from(place)).copied().ok_or(NotAnOverview)
}

fn commitment(number: u8) -> Result<Commitment, NotAnOverview> {
    Commitment::from_number(number).ok_or(NotAnOverview)
}
