//! Which verdicts and targets may be printed beside what is shown.
//!
//! A verdict narrows the counts it was drawn from, and through Holm's adjustment those of its whole
//! family. So a word is printed only if every hidden count keeps two other numbers in tables that
//! agree with everything shown *and* with every printed word; or if it follows from shown counts
//! alone. All other words are left out, those that rest on hidden counts first.
//!
//! Absent: the words in a language.

use super::counts::Figure;
use super::disclosed::Disclosed;
use super::lattice::Place;
use super::plan::Plan;
use super::signature::{Judge, Signature, too_many_not_stated};
use super::witness::Witness;
use crate::analysis::{Assessment, Assumptions, ScopeResult, Target, Verdict};
use crate::sorted::SortedMap;
use crate::workforce::Scope;

/// Different walks tried for a count before words are given up for it.
const MOST_TRIES: usize = 6;

/// The verdicts and targets that may be printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    verdicts: Vec<(Scope, Option<Verdict>)>,
    /// Levels, by index, whose suggested target may be printed.
    targets: Vec<usize>,
}

impl Words {
    /// The scope's verdict; `None` where it is not told or may not be. Cells have none here.
    pub fn verdict(&self, scope: Scope) -> Option<Verdict> {
        self.verdicts.iter().find(|(known, _)| *known == scope)?.1
    }

    /// Whether the number suggested for a level may be printed.
    pub fn shows_target(&self, level: usize) -> bool {
        self.targets.contains(&level)
    }
}

/// Decides which verdicts of an assessment, and which of the suggested targets (level, target), may
/// be printed beside the counts of a decision about the same table.
pub fn words(
    disclosed: &Disclosed,
    assessment: &Assessment,
    assumptions: &Assumptions,
    targets: &[(usize, Target)],
) -> Words {
    let plan = &disclosed.plan;
    let families: Vec<Vec<&ScopeResult>> = vec![
        vec![&assessment.whole],
        assessment.levels.iter().collect(),
        assessment.areas.iter().collect(),
    ];
    let place = |result: &&ScopeResult| plan.lattice.scope(result.scope);
    let level = |result: &ScopeResult| {
        let place = plan.lattice.scope(result.scope)?;
        let is_known = |figure| plan.counts.is_known(place, figure);
        (is_known(Figure::Focus) && is_known(Figure::Base)).then_some(place)
    };
    // A target stands beside counts that are shown.
    let targets: Vec<&(usize, Target)> = targets
        .iter()
        .filter(|(level, _)| disclosed.counts(Scope::Level(*level)).is_some())
        .collect();
    let judge = Judge {
        families: families.iter().map(|family| family.iter().filter_map(place).collect()).collect(),
        targets: targets.iter().map(|(level, target)| (*level, target.years)).collect(),
        levels: assessment.levels.iter().map(level).collect(),
        benchmark: assessment.benchmark_share,
        method: &assessment.method,
        assumptions,
        measured: SortedMap::default(),
    };
    let mut audit = Audit::of(plan, judge);
    let results: Vec<&ScopeResult> = families.iter().flatten().copied().collect();
    for (index, result) in results.iter().enumerate() {
        // Where not even n is shown, a verdict would say how large it can be.
        let is_told = result.verdict().is_some() && disclosed.people(result.scope).is_some();
        audit.printed[index] = is_told && audit.base.verdicts[index] == result.verdict();
    }
    for (index, (_, target)) in targets.iter().enumerate() {
        let is_same = audit.base.targets[index] == Some(target.target);
        audit.printed[results.len() + index] = is_same;
    }
    audit.settle_all();
    let mut verdicts = Vec::new();
    for family in &families {
        for result in family {
            let printed = audit.printed[verdicts.len()];
            let verdict = match printed {
                true => result.verdict(),
                false => certain(disclosed, &mut audit.judge, result.scope, family.len()),
            };
            verdicts.push((result.scope, verdict));
        }
    }
    let is_printed = |index: &usize| audit.printed[results.len() + index];
    let targets = (0..targets.len()).filter(is_printed).map(|index| targets[index].0).collect();
    Words { verdicts, targets }
}

/// The verdict that follows from shown counts alone.
fn certain(
    disclosed: &Disclosed,
    judge: &mut Judge,
    scope: Scope,
    members: usize,
) -> Option<Verdict> {
    let (focus, people) = disclosed.counts(scope)?;
    let not_stated = disclosed.not_stated(scope)?;
    if people > 0 && too_many_not_stated(not_stated, people, judge.method) {
        return None;
    }
    judge.certain(focus, people, members)
}

/// A witness of one count: by how much it changes it, and the words it changes.
struct Candidate {
    change: i64,
    changed: Vec<usize>,
}

struct Audit<'a> {
    plan: &'a Plan,
    judge: Judge<'a>,
    /// Of the table itself.
    base: Signature,
    /// Per word of the signature, verdicts first, whether it is still to be printed.
    printed: Vec<bool>,
    /// Per place, whether words depend on it.
    is_judged: Vec<bool>,
}

impl<'a> Audit<'a> {
    fn of(plan: &'a Plan, mut judge: Judge<'a>) -> Audit<'a> {
        let base = judge.signature(|place, figure| plan.counts.value(place, figure));
        let mut is_judged = vec![false; plan.lattice.places().len()];
        judge.families.iter().flatten().for_each(|&place| is_judged[place] = true);
        let printed = vec![false; base.verdicts.len() + base.targets.len()];
        Audit { plan, judge, base, printed, is_judged }
    }

    fn settle_all(&mut self) {
        let plan = self.plan;
        // Per place, the witnesses that pass it, with the words they change.
        let mut passing = vec![Vec::new(); plan.lattice.places().len()];
        for witness in &plan.witnesses {
            let changed = self.changed(witness);
            for &(place, _) in &witness.walk {
                passing[place].push((witness, changed.clone()));
            }
        }
        // What words are left can only be fewer later on, so a settled count stays settled.
        for (place, figure) in plan.all() {
            if plan.shown(place, figure).is_some() {
                continue;
            }
            let witnesses = passing[place].iter().map(|(witness, changed)| Candidate {
                change: witness.change(&plan.counts, place, figure),
                changed: changed.clone(),
            });
            let witnesses = witnesses.filter(|candidate| candidate.change != 0).collect();
            self.settle(place, figure, witnesses);
        }
    }

    /// Makes sure that a hidden count keeps two other numbers, giving up words if need be.
    fn settle(&mut self, place: Place, figure: Figure, mut candidates: Vec<Candidate>) {
        if self.is_settled(&candidates) {
            return;
        }
        for exchange in self.plan.exchanges.clone() {
            let has_effect = exchange.effect(&self.plan.counts, figure) != 0;
            if !has_effect || !self.plan.hides(place, exchange.layer) {
                continue;
            }
            for sign in [1, -1] {
                let mut avoided = vec![0_u64; self.is_judged.len()];
                for _ in 0..MOST_TRIES {
                    // Rows are cheap: a walk that leaves judged scopes alone changes no word.
                    let price = |p: Place| 1 + u64::from(self.is_judged[p]) * (50 + avoided[p]);
                    let walk = self.plan.hidden_walk(&exchange, place, sign, 1, price);
                    let Some(walk) = walk else { break };
                    for &(passed, _) in walk.iter().filter(|(passed, _)| *passed != place) {
                        avoided[passed] += 1_000;
                    }
                    for times in 1..=3 {
                        let room = |&(p, sign): &(Place, i64)| {
                            exchange.room(&self.plan.counts, &self.plan.lattice, p, sign)
                        };
                        if walk.iter().map(room).min().is_none_or(|room| room < times) {
                            break;
                        }
                        let witness = Witness { exchange, walk: walk.clone(), times: times as i64 };
                        candidates.push(Candidate {
                            change: witness.change(&self.plan.counts, place, figure),
                            changed: self.changed(&witness),
                        });
                    }
                    if self.is_settled(&candidates) {
                        return;
                    }
                }
            }
        }
        self.give_up_words(&candidates);
    }

    /// Whether two different numbers go with every printed word.
    fn is_settled(&self, candidates: &[Candidate]) -> bool {
        let mut free = candidates.iter().filter(|candidate| self.lost(candidate) == 0);
        let Some(first) = free.next() else { return false };
        free.any(|other| other.change != first.change)
    }

    /// How many printed words a candidate would change.
    fn lost(&self, candidate: &Candidate) -> usize {
        candidate.changed.iter().filter(|&&word| self.printed[word]).count()
    }

    fn give_up_words(&mut self, candidates: &[Candidate]) {
        for _ in 0..2 {
            let open = candidates.iter().filter(|candidate| self.lost(candidate) > 0);
            let Some(least) = open.min_by_key(|candidate| self.lost(candidate)) else { return };
            for &word in &least.changed {
                self.printed[word] = false;
            }
            if self.is_settled(candidates) {
                return;
            }
        }
        // Two that change the count alike: whatever stands in the way of any other goes.
        candidates.iter().flat_map(|c| &c.changed).for_each(|&word| self.printed[word] = false);
    }

    /// The words that differ in a witness, by index in the signature.
    fn changed(&mut self, witness: &Witness) -> Vec<usize> {
        if !witness.walk.iter().any(|&(place, _)| self.is_judged[place]) {
            return Vec::new();
        }
        let counts = &self.plan.counts;
        let count = |place, figure| {
            counts.value(place, figure).saturating_add_signed(witness.change(counts, place, figure))
        };
        let other = self.judge.signature(count);
        let verdicts = self.base.verdicts.iter().zip(&other.verdicts).map(|(a, b)| a == b);
        let targets = self.base.targets.iter().zip(&other.targets).map(|(a, b)| a == b);
        let is_same = verdicts.chain(targets).enumerate();
        is_same.filter(|(_, is_same)| !is_same).map(|(word, _)| word).collect()
    }
}
