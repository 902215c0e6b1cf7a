//! What many organisations promise together, so that nothing points at one of them.
//!
//! How many organisations took a measure says nothing about their people and is always told. People
//! are summed over [`FEWEST`](super::FEWEST) organisations or more, and only from counts that each
//! organisation's own public pledge shows: whoever has all those pledges learns nothing from the
//! sums. Where a sum over sectors is left out for being that of too few, another goes with it,
//! because the total would give it back. Absent: averages, rankings, and any single organisation.

use super::FEWEST;
use super::entry::{Entry, LevelName, People, folded};
use super::reviews::Due;
use crate::pledge::Commitment;
use crate::session::PresetLevel;
use crate::sorted::{SortedMap, sort_by};
use crate::workforce::{Date, Sector};

/// The totals of three organisations or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pooled {
    /// In the charter's order.
    pub commitments: Vec<CommitmentTotal>,
    /// By commitment, then the most chosen first; the organisations' own ones last.
    pub measures: Vec<MeasureTotal>,
    /// Organisations with at least one target.
    pub with_targets: usize,
    /// The default ladder from the top, then names that several organisations use, the most used
    /// first, then all other names together.
    pub levels: Vec<LevelTotal>,
    pub sectors: Vec<SectorTotal>,
    /// All sectors together; `None` where too few organisations show their people.
    pub people: Option<PeopleSum>,
    /// How many pledges are how far from their next review.
    pub due: Vec<(Due, usize)>,
}

/// What stands under one commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommitmentTotal {
    pub commitment: Commitment,
    /// Organisations with at least one measure.
    pub pledges: usize,
    pub measures: usize,
}

/// A measure, and how many took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureTotal {
    pub commitment: Commitment,
    /// In the catalogue; `None` for all of the organisations' own together.
    pub number: Option<u8>,
    pub pledges: usize,
}

/// A level, and how many set a target for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelTotal {
    /// `None` for all names that too few use to be told.
    pub level: Option<LevelName>,
    pub pledges: usize,
    pub sum: Option<TargetSum>,
}

/// Targets of so many organisations together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TargetSum {
    pub pledges: usize,
    pub people: u64,
    pub focus: u64,
    pub target: u64,
}

/// A sector; `None` is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectorTotal {
    pub sector: Option<Sector>,
    pub pledges: usize,
    /// Organisations with at least one target.
    pub with_targets: usize,
    pub people: Option<PeopleSum>,
}

/// People of so many organisations together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleSum {
    pub pledges: usize,
    pub people: u64,
    pub focus: u64,
}

impl Pooled {
    /// The totals, unless there are too few organisations.
    pub(super) fn of(entries: &[&Entry], today: Date) -> Option<Pooled> {
        if entries.len() < FEWEST {
            return None;
        }
        let everybody = people_of(entries);
        let due = super::reviews::reviews(entries, today);
        Some(Pooled {
            commitments: Commitment::ALL.map(|commitment| total(entries, commitment)).to_vec(),
            measures: measures(entries),
            with_targets: with_targets(entries),
            levels: levels(entries),
            sectors: sectors(entries),
            people: Some(everybody).filter(|sum| sum.pledges >= FEWEST),
            due: Due::ALL
                .map(|wanted| (wanted, due.iter().filter(|review| review.due == wanted).count()))
                .to_vec(),
        })
    }
}

fn total(entries: &[&Entry], commitment: Commitment) -> CommitmentTotal {
    let under = |entry: &&Entry| {
        entry.measures.iter().filter(|measure| measure.commitment == commitment).count()
    };
    CommitmentTotal {
        commitment,
        pledges: entries.iter().filter(|entry| under(entry) > 0).count(),
        measures: entries.iter().map(under).sum(),
    }
}

fn with_targets(entries: &[&Entry]) -> usize {
    entries.iter().filter(|entry| !entry.targets.is_empty()).count()
}

fn measures(entries: &[&Entry]) -> Vec<MeasureTotal> {
    let mut pledges: SortedMap<(Commitment, Option<u8>), usize> = SortedMap::default();
    for entry in entries {
        let mut taken: Vec<(Commitment, Option<u8>)> = Vec::new();
        for measure in &entry.measures {
            let key = (measure.commitment, measure.number);
            // Several of an organisation's own are still one organisation.
            if !taken.contains(&key) {
                taken.push(key);
                *pledges.entry(key) += 1;
            }
        }
    }
    let mut totals: Vec<MeasureTotal> = pledges
        .iter()
        .map(|(&(commitment, number), &pledges)| MeasureTotal { commitment, number, pledges })
        .collect();
    let place = |total: &MeasureTotal| {
        let fewest_last = usize::MAX - total.pledges;
        (total.commitment, total.number.is_none(), fewest_last, total.number)
    };
    sort_by(&mut totals, |one, other| place(one) < place(other));
    totals
}

/// The default ladder by its place from the top, own names by their letters.
fn level_key(level: &LevelName) -> (usize, String) {
    let ladder = PresetLevel::LADDER;
    match level {
        LevelName::Preset(preset) => {
            let place = ladder.iter().rev().position(|known| known == preset);
            (place.unwrap_or(0), String::new())
        }
        LevelName::Own(name) => (ladder.len(), folded(name)),
    }
}

/// Each level by its key, once for each organisation that has it, in the order of the keys.
fn named_levels<'a>(entries: &[&'a Entry]) -> Vec<((usize, String), &'a LevelName, usize)> {
    let mut named: Vec<((usize, String), &LevelName, usize)> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let first = named.len();
        for promise in &entry.targets {
            let key = level_key(&promise.level);
            // An organisation may call two levels the same; they are its one level of that name.
            if named[first..].iter().all(|(known, ..)| *known != key) {
                named.push((key, &promise.level, place));
            }
        }
    }
    // Of several ways to write a name the one that was read first is shown.
    sort_by(&mut named, |one, other| (&one.0, one.2) < (&other.0, other.2));
    named
}

fn levels(entries: &[&Entry]) -> Vec<LevelTotal> {
    let named = named_levels(entries);
    let mut told: Vec<(&(usize, String), LevelTotal)> = named
        .chunk_by(|one, other| one.0 == other.0)
        .filter(|of_a_name| match of_a_name[0].1 {
            LevelName::Preset(_) => true,
            LevelName::Own(_) => of_a_name.len() >= FEWEST,
        })
        .map(|of_a_name| {
            let level = Some(of_a_name[0].1.clone());
            (&of_a_name[0].0, LevelTotal { level, pledges: 0, sum: None })
        })
        .collect();
    let mut rest = LevelTotal { level: None, pledges: 0, sum: None };
    for entry in entries {
        // In place of each level its total; all rare names of an organisation are one level of it.
        let mut places: Vec<(Option<usize>, Option<TargetSum>)> = Vec::new();
        for promise in &entry.targets {
            let key = level_key(&promise.level);
            let place = told.binary_search_by(|(known, _)| (*known).cmp(&key)).ok();
            let counts = promise.counts.map(|counts| TargetSum {
                pledges: 1,
                people: counts.people,
                focus: counts.focus,
                target: counts.target,
            });
            match places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, sum)) => *sum = added(*sum, counts, 1),
                None => places.push((place, counts)),
            }
        }
        for (place, sum) in places {
            let total = place.map_or(&mut rest, |place| &mut told[place].1);
            total.pledges += 1;
            total.sum = added(total.sum, sum, usize::MAX);
        }
    }
    let mut totals: Vec<LevelTotal> = told.into_iter().map(|(_, total)| total).collect();
    let is_own = |total: &LevelTotal| matches!(total.level, Some(LevelName::Own(_)));
    let ladder = totals.iter().filter(|total| !is_own(total)).count();
    sort_by(&mut totals[ladder..], |one, other| one.pledges > other.pledges);
    totals.extend(Some(rest).filter(|rest| rest.pledges > 0));
    for total in &mut totals {
        total.sum = total.sum.filter(|sum| sum.pledges >= FEWEST);
    }
    totals
}

/// Two sums together, of so many pledges at most.
fn added(one: Option<TargetSum>, other: Option<TargetSum>, most: usize) -> Option<TargetSum> {
    let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
    Some(TargetSum {
        pledges: (one.pledges + other.pledges).min(most),
        people: one.people.saturating_add(other.people),
        focus: one.focus.saturating_add(other.focus),
        target: one.target.saturating_add(other.target),
    })
}

fn people_of(entries: &[&Entry]) -> PeopleSum {
    let mut sum = PeopleSum::default();
    for People { people, focus } in entries.iter().filter_map(|entry| entry.people) {
        sum.pledges += 1;
        sum.people = sum.people.saturating_add(people);
        sum.focus = sum.focus.saturating_add(focus);
    }
    sum
}

fn sectors(entries: &[&Entry]) -> Vec<SectorTotal> {
    let mut totals: Vec<SectorTotal> = [Some(Sector::Private), Some(Sector::Public), None]
        .into_iter()
        .map(|sector| {
            let of: Vec<&Entry> =
                entries.iter().copied().filter(|entry| entry.sector == sector).collect();
            SectorTotal {
                sector,
                pledges: of.len(),
                with_targets: with_targets(&of),
                people: Some(people_of(&of)).filter(|sum| sum.pledges > 0),
            }
        })
        .filter(|total| total.pledges > 0)
        .collect();
    hide_few(&mut totals);
    totals
}

/// Leaves out the sums of too few, and further ones until those that are left out are enough
/// together: the total over all of them is told.
fn hide_few(totals: &mut [SectorTotal]) {
    let mut hidden = 0;
    for total in totals.iter_mut() {
        if let Some(sum) = total.people.filter(|sum| sum.pledges < FEWEST) {
            hidden += sum.pledges;
            total.people = None;
        }
    }
    while (1..FEWEST).contains(&hidden) {
        let shown = totals.iter_mut().filter(|total| total.people.is_some());
        let Some(smallest) = shown.min_by_key(|total| total.people.map(|sum| sum.pledges)) else {
            return;
        };
        hidden += smallest.people.take().map_or(0, |sum| sum.pledges);
    }
}
