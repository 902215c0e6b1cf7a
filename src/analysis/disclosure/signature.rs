//! What a table would be said to be: the verdict of every scope in a family, and suggested targets.
//!
//! Two tables of one signature cannot be told apart by their words. The rule is that of
//! [`crate::analysis::decision`]; here it is asked about whole tables with every count in place.
//! Absent: which words are printed ([`super::words`]).

use super::counts::Figure;
use super::lattice::Place;
use crate::analysis::decision::{Measure, Yardstick, decide};
use crate::analysis::{Assumptions, Method, Verdict, targets};
use crate::sorted::SortedMap;
use crate::workforce::Share;

/// The words of a table: per scope its verdict (`None`: not told), then per target its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    pub verdicts: Vec<Option<Verdict>>,
    pub targets: Vec<Option<u64>>,
}

/// What signatures are taken with.
pub(super) struct Judge<'a> {
    /// The scopes of each family, one after the other in a signature.
    pub families: Vec<Vec<Place>>,
    /// The level of each target, and its years.
    pub targets: Vec<(usize, u8)>,
    /// Per level, entry first: its place, where its counts are known.
    pub levels: Vec<Option<Place>>,
    pub benchmark: Share,
    pub method: &'a Method,
    pub assumptions: &'a Assumptions,
    pub measured: SortedMap<(u64, u64), Measure>,
}

impl Judge<'_> {
    /// The signature of the table with these counts.
    pub fn signature(&mut self, count: impl Fn(Place, Figure) -> u64) -> Signature {
        let yardstick = Yardstick::benchmark(self.benchmark, self.method);
        let mut verdicts = Vec::new();
        for family in self.families.clone() {
            let measures: Vec<Measure> = family
                .iter()
                .map(|&p| self.measure(yardstick, count(p, Figure::Focus), count(p, Figure::Base)))
                .collect();
            let rulings = decide(&measures, self.method);
            verdicts.extend(family.iter().zip(rulings).map(|(&place, ruling)| {
                let is_open = too_many_not_stated(
                    count(place, Figure::NotStated),
                    count(place, Figure::Base),
                    self.method,
                );
                (!is_open || ruling.verdict == Verdict::NoData).then_some(ruling.verdict)
            }));
        }
        let counts = |place: &Option<Place>| {
            place.map(|place| (count(place, Figure::Focus), count(place, Figure::Base)))
        };
        let levels: Vec<Option<(u64, u64)>> = self.levels.iter().map(counts).collect();
        let number = |&(level, years): &(usize, u8)| {
            targets::number_for(&levels, level, self.benchmark, self.assumptions, years)
        };
        Signature { verdicts, targets: self.targets.iter().map(number).collect() }
    }

    fn measure(&mut self, yardstick: Yardstick, focus: u64, people: u64) -> Measure {
        if let Some(known) = self.measured.get(&(focus, people)) {
            return *known;
        }
        let measure = Measure::of(yardstick, focus, people, self.method);
        self.measured.insert((focus, people), measure);
        measure
    }

    /// A verdict that x and n give whatever the others of a family of `members` hold; `None` where
    /// Holm's adjustment could change it.
    pub fn certain(&mut self, focus: u64, people: u64, members: usize) -> Option<Verdict> {
        let yardstick = Yardstick::benchmark(self.benchmark, self.method);
        let measure = self.measure(yardstick, focus, people);
        let alpha = self.method.alpha.fraction();
        // Alone a p stands as it is; at worst it is multiplied by the size of the family.
        let best = measure.rule(alpha, |p| p).verdict;
        let worst = measure.rule(alpha, |p| p * members as f64).verdict;
        (best == worst).then_some(best)
    }
}

/// Whether so many have no stated origin that no verdict is given.
pub(super) fn too_many_not_stated(not_stated: u64, people: u64, method: &Method) -> bool {
    let limit = method.not_stated_limit;
    let all = u128::from(not_stated) + u128::from(people);
    u128::from(not_stated) * u128::from(limit.whole()) > all * u128::from(limit.part())
}
