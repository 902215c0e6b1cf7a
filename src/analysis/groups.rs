//! Every origin group of the figures beside the benchmark, shown at once.
//!
//! Scopes of several groups shown together are one Holm family for each kind of scope (methods,
//! section 2). People of Danish origin are counted but not judged: they are what the others
//! are seen against. Where a count of the family is hidden, each scope is bounded by itself: Holm's
//! adjustment never makes a p smaller, and never multiplies it by more than the number of scopes.
//!
//! Absent: groups finer than the figures; a benchmark coarser than a group leaves it without a
//! comparison. Read next: [`super::scope_result`].

use super::conclusion::Conclusion;
use super::decision::{Measure, Yardstick, decide};
use super::fillings::Fillings;
use super::method::Method;
use super::scope_result::{FamilyInput, ScopeResult};
use super::states::States;
use super::verdict::{Verdict, VerdictSet};
use crate::benchmark::Benchmark;
use crate::workforce::{Bounds, Column, Focus, Origin, Row, Scope, Share, WorkforceTable};

/// One group in one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct InScope {
    /// x: people of the group.
    pub count: Bounds,
    /// n: people with stated origin, the base of the share.
    pub base: Bounds,
    /// Against the benchmark; `None` for people of Danish origin and where the benchmark does not
    /// tell the group apart.
    pub compared: Option<ScopeResult>,
}

impl InScope {
    /// s: undefined where a count is hidden or nobody has a stated origin.
    pub fn share(&self) -> Option<Share> {
        Share::of(self.count.exact()?, self.base.exact()?)
    }
}

/// One group everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub origin: Origin,
    /// b: its share in the benchmark. `None` where the benchmark is coarser.
    pub benchmark: Option<Share>,
    pub whole: InScope,
    /// Entry first; empty when the figures have no levels.
    pub levels: Vec<InScope>,
}

/// Every group of the figures, in their order.
pub fn groups(table: &WorkforceTable, benchmark: &Benchmark, method: &Method) -> Vec<Group> {
    let origins = table.grouping().groups();
    let levels: Vec<Scope> = (0..table.levels().len()).map(Scope::Level).collect();
    let sides: Vec<Side> = origins
        .iter()
        .filter(|&&origin| origin != Origin::Danish)
        .filter_map(|&origin| Side::of(origin, table, benchmark, method))
        .collect();
    let whole = family(&sides, &[Scope::WholeOrganisation]);
    let by_level = family(&sides, &levels);
    let found = |results: &[Vec<ScopeResult>], origin: Origin, index: usize| {
        let side = sides.iter().position(|side| side.origin == origin)?;
        results.get(side)?.get(index).cloned()
    };
    let in_scope = |origin: Origin, scope: Scope, compared: Option<ScopeResult>| {
        let counted = || {
            let count = table.sum(scope, |column| column == Column::Group(origin));
            (count, table.sum(scope, |column| column != Column::OriginNotStated))
        };
        // Totals narrow down what is hidden, and the result knows them.
        let known = compared.as_ref().map(|result| (result.focus, result.base));
        let (count, base) = known.unwrap_or_else(counted);
        InScope { count, base, compared }
    };
    let group = |&origin: &Origin| Group {
        origin,
        benchmark: Focus::of(&[origin]).and_then(|focus| benchmark.share(focus)),
        whole: in_scope(origin, Scope::WholeOrganisation, found(&whole, origin, 0)),
        levels: levels
            .iter()
            .enumerate()
            .map(|(index, &scope)| in_scope(origin, scope, found(&by_level, origin, index)))
            .collect(),
    };
    origins.iter().map(group).collect()
}

/// A group that is judged, and what it is held against.
struct Side {
    origin: Origin,
    fillings: Fillings,
    benchmark: Share,
    yardstick: Yardstick,
    method: Method,
}

impl Side {
    fn of(
        origin: Origin,
        table: &WorkforceTable,
        benchmark: &Benchmark,
        method: &Method,
    ) -> Option<Side> {
        let focus = Focus::of(&[origin])?;
        let share = benchmark.share(focus)?;
        Some(Side {
            origin,
            fillings: Fillings::of(table, focus),
            benchmark: share,
            yardstick: Yardstick::benchmark(share, method),
            method: *method,
        })
    }

    fn input<'a>(&'a self, scopes: &'a [Scope], states: &'a [States]) -> FamilyInput<'a> {
        FamilyInput {
            scopes,
            states,
            fillings: &self.fillings,
            yardstick: self.yardstick,
            benchmark: self.benchmark,
            method: &self.method,
        }
    }
}

/// The results of every side in every scope, as one family.
fn family(sides: &[Side], scopes: &[Scope]) -> Vec<Vec<ScopeResult>> {
    let states: Vec<Vec<States>> = sides
        .iter()
        .map(|side| scopes.iter().map(|&scope| States::of(&side.fillings, scope)).collect())
        .collect();
    let inputs: Vec<FamilyInput> =
        sides.iter().zip(&states).map(|(side, states)| side.input(scopes, states)).collect();
    let known: Option<Vec<Vec<Measure>>> = inputs.iter().map(FamilyInput::measures).collect();
    let Some(known) = known else {
        let all = sides.len() * scopes.len();
        let alone = |side| scopes.iter().map(|&scope| bounded(side, scope, all)).collect();
        return sides.iter().map(alone).collect();
    };
    let measures: Vec<Measure> = known.into_iter().flatten().collect();
    let Some(side) = sides.first() else { return Vec::new() };
    let rulings = decide(&measures, &side.method);
    let mut ruled = rulings.iter().zip(&measures);
    let side = |input: &FamilyInput| {
        let rulings = ruled.by_ref().take(scopes.len()).enumerate();
        rulings.map(|(index, (ruling, measure))| input.ruled(index, *ruling, measure)).collect()
    };
    inputs.iter().map(side).collect()
}

/// A scope's result in a family of so many scopes, whatever the others hold.
///
/// Alone its p is as small as it can be in the family, and with alpha divided by their number it
/// is held to the most that Holm can ask. What differs between the two is left open.
fn bounded(side: &Side, scope: Scope, family: usize) -> ScopeResult {
    let scopes = [scope];
    let states = [States::of(&side.fillings, scope)];
    let place = |row: Row| scope.holds(row).then_some(0);
    let mut lenient = side.input(&scopes, &states).results(place).remove(0);
    let alpha = side.method.alpha;
    let strictest = alpha.whole().checked_mul(family as u64);
    let strictest = strictest.and_then(|whole| Share::of(alpha.part(), whole));
    let strict = strictest.map(|alpha| {
        let method = Method { alpha, ..side.method };
        let input = FamilyInput { method: &method, ..side.input(&scopes, &states) };
        input.results(place).remove(0).conclusion
    });
    let is_sure = |verdict| strict.as_ref().is_some_and(|strict| strict.is(verdict));
    if !is_sure(Verdict::Below) && !is_sure(Verdict::Above) {
        lenient.conclusion = opened(lenient.conclusion);
    }
    // Its own p is not the family's.
    lenient.p_adjusted = None;
    lenient.robust = None;
    lenient
}

/// With "maybe" wherever there is "for sure".
fn opened(conclusion: Conclusion) -> Conclusion {
    let sure = match &conclusion {
        Conclusion::Certain(verdict) | Conclusion::WhateverHidden(verdict) => {
            std::slice::from_ref(verdict)
        }
        Conclusion::Undetermined { possible, .. } => possible,
    };
    let mut possible = VerdictSet::default();
    for &verdict in sure {
        possible.insert(verdict);
        match verdict {
            Verdict::Below => possible.insert(Verdict::MaybeBelow),
            Verdict::Above => possible.insert(Verdict::MaybeAbove),
            _ => {}
        }
    }
    let possible = possible.to_vec();
    match conclusion {
        Conclusion::Undetermined { why, .. } => Conclusion::Undetermined { possible, why },
        same if possible.len() == 1 => same,
        _ => Conclusion::from_possible(possible),
    }
}
