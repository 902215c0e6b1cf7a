//! What has happened between two reporting dates, in sentences.
//!
//! Absent: which change it is ([`crate::analysis::change`]). No sentence praises, and none ranks:
//! each gives both shares with their bases, and says whether the difference may be chance. Read
//! next: [`super::promise`], what became of the numbers that were promised.

use super::benchmark::{period, yardstick};
use super::focus::FocusWords;
use super::subject::{named, share as share_words};
use super::{Lang, count, date, figure, findings, percent, probability, years};
use crate::analysis::{Change, Changes, Conclusion, LevelChange, Movement, Position, Why};
use crate::benchmark::Benchmark;
use crate::workforce::{Bounds, Date, Focus, Scope, Share, WorkforceTable};

/// Two dates of one organisation and what has changed between them.
#[derive(Clone, Copy, Debug)]
pub struct Between<'a> {
    pub focus: Focus,
    pub changes: &'a Changes,
    /// The figures then and now, with their days.
    pub then: (&'a WorkforceTable, Date),
    pub now: (&'a WorkforceTable, Date),
}

/// What is said of one scope on two dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Both shares with their bases and what the difference is.
    pub sentences: String,
    /// The change in a word or two.
    pub label: &'static str,
}

/// The one sentence on top: whether anything has changed by more than chance.
pub fn headline(lang: Lang, between: &Between) -> String {
    let share_of = FocusWords::new(lang, between.focus).share_of();
    let changed = |change: &Change| {
        matches!(change.conclusion.value(), Some(Movement::Rose | Movement::Fell))
    };
    let levels = || {
        between.changes.levels.iter().filter_map(|level| match level {
            LevelChange::Both(change) => Some(change.as_ref()),
            LevelChange::OnlyThen(_) | LevelChange::OnlyNow(_) => None,
        })
    };
    let many = levels().filter(|change| changed(change)).count();
    let open = levels().filter(|change| change.conclusion.is_undetermined()).count();
    match (changed(&between.changes.whole), many, open) {
        (_, 1.., _) => years::change_headline_some(lang, &count(lang, many as u64), &share_of),
        (true, 0, _) => years::change_headline_whole(lang, &share_of),
        (false, 0, 1..) => years::change_headline_open(lang, &count(lang, open as u64)),
        (false, 0, 0) if !levels().chain([&between.changes.whole]).any(could_tell) => {
            years::change_headline_nothing(lang).to_owned()
        }
        (false, 0, 0) => years::change_headline_none(lang).to_owned(),
    }
}

/// Whether the figures could have shown a change.
fn could_tell(change: &Change) -> bool {
    !matches!(change.conclusion.value(), Some(Movement::TooFew | Movement::NoData))
}

/// What is said of the whole organisation.
pub fn whole(lang: Lang, between: &Between) -> Told {
    told(lang, between, findings::place_whole(lang), &between.changes.whole)
}

/// What is said of a level.
pub fn level(lang: Lang, between: &Between, level: &LevelChange) -> Told {
    let (then_day, now_day) = (date(lang, between.then.1), date(lang, between.now.1));
    match level {
        LevelChange::Both(change) => {
            let (old, new) = (name(between.then.0, &change.then), name(between.now.0, &change.now));
            let mut told = told(lang, between, &place(lang, new), change);
            if old != new {
                told.sentences.push(' ');
                told.sentences.push_str(&years::change_renamed(lang, &then_day, old));
            }
            told
        }
        LevelChange::OnlyThen(position) => Told {
            sentences: years::change_only_then(
                lang,
                &place(lang, name(between.then.0, position)),
                &then_day,
            ),
            label: years::change_label_only_then(lang),
        },
        LevelChange::OnlyNow(position) => Told {
            sentences: years::change_only_now(
                lang,
                &place(lang, name(between.now.0, position)),
                &now_day,
            ),
            label: years::change_label_only_now(lang),
        },
    }
}

fn told(lang: Lang, between: &Between, place: &str, change: &Change) -> Told {
    let label = label(lang, &change.conclusion);
    if change.conclusion.is(Movement::NoData) {
        return Told { sentences: years::change_no_data(lang, place), label };
    }
    let shares = years::change_shares(
        lang,
        place,
        &FocusWords::new(lang, between.focus).share_of(),
        &share_and_base(lang, &change.then),
        &date(lang, between.then.1),
        &share_and_base(lang, &change.now),
        &date(lang, between.now.1),
    );
    Told { sentences: [shares, movement(lang, change)].join(" "), label }
}

/// What the difference is, in a sentence.
fn movement(lang: Lang, change: &Change) -> String {
    let p = change.p_adjusted.map(|p| probability(lang, p)).unwrap_or_default();
    match &change.conclusion {
        Conclusion::Certain(Movement::Rose) => years::change_rose(lang, &p),
        Conclusion::Certain(Movement::Fell) => years::change_fell(lang, &p),
        Conclusion::Certain(Movement::WithinChance) => match points(change) {
            Some(points) if points > 0.0 => years::change_higher(lang, &p),
            Some(points) if points < 0.0 => years::change_lower(lang, &p),
            _ => years::change_same(lang).to_owned(),
        },
        Conclusion::WhateverHidden(Movement::Rose) => years::change_rose_hidden(lang).to_owned(),
        Conclusion::WhateverHidden(Movement::Fell) => years::change_fell_hidden(lang).to_owned(),
        Conclusion::WhateverHidden(Movement::WithinChance) => {
            years::change_within_hidden(lang).to_owned()
        }
        Conclusion::Certain(Movement::TooFew | Movement::NoData)
        | Conclusion::WhateverHidden(Movement::TooFew | Movement::NoData) => {
            years::change_too_few(lang).to_owned()
        }
        Conclusion::Undetermined { why: Why::HiddenCells, .. } => {
            years::change_open(lang).to_owned()
        }
        Conclusion::Undetermined { why: Why::OriginNotStated, .. } => {
            years::change_open_unstated(lang).to_owned()
        }
    }
}

fn label(lang: Lang, conclusion: &Conclusion<Movement>) -> &'static str {
    match conclusion.value() {
        Some(Movement::Rose) => years::change_label_rose(lang),
        Some(Movement::Fell) => years::change_label_fell(lang),
        Some(Movement::WithinChance) => years::change_label_within(lang),
        Some(Movement::TooFew) => years::change_label_too_few(lang),
        Some(Movement::NoData) => years::change_label_no_data(lang),
        None => years::change_label_open(lang),
    }
}

/// Percentage points from then to now; `None` where a share is hidden or undefined.
pub fn points(change: &Change) -> Option<f64> {
    let share = |position: &Position| position.share.and_then(|share| share.value());
    share(&change.then).zip(share(&change.now)).map(|(then, now)| 100.0 * (now - then))
}

/// The reservations: what counts twice, and levels that differ.
pub fn reservations(lang: Lang, between: &Between) -> Vec<&'static str> {
    let differs = between.changes.levels.iter().any(|level| !matches!(level, LevelChange::Both(_)));
    let structure = differs.then(|| years::change_structure(lang));
    [Some(years::change_cautious(lang)), structure].into_iter().flatten().collect()
}

/// What both dates are held against, with dates: "Byens andel var 28,2 % (1. juli 2024) og er …".
/// `None` when one of them has nothing, or the focus group is finer than it.
pub fn benchmarks(lang: Lang, focus: Focus, then: &Benchmark, now: &Benchmark) -> Option<String> {
    let share =
        |benchmark: &Benchmark| benchmark.share(focus).map(|share| percent(lang, share.fraction()));
    let (then_share, now_share, words) = (share(then)?, share(now)?, yardstick(lang, now));
    let (then_day, now_day) = (period(lang, then.period()), period(lang, now.period()));
    if then == now {
        return Some(years::change_benchmark_same(lang, words.theirs, &now_share, &now_day));
    }
    let theirs = words.theirs_first;
    Some(years::change_benchmarks(lang, theirs, &then_share, &then_day, &now_share, &now_day))
}

/// "5 % (2 af 40)", with ranges where counts are hidden.
pub fn share_and_base(lang: Lang, position: &Position) -> String {
    let words = share(lang, position);
    match base(lang, position) {
        base if base.is_empty() && position.base.low > 0 => {
            years::dates_incomplete(lang).to_owned()
        }
        base if base.is_empty() => years::figure_nothing(lang).to_owned(),
        base if words.is_empty() => base,
        base => years::change_share_with_base(lang, &words, &base),
    }
}

/// "5 %" or "1–4 %"; empty where it is undefined.
pub fn share(lang: Lang, position: &Position) -> String {
    let exact = position.focus.exact().zip(position.base.exact());
    match (exact.and_then(|(focus, base)| Share::of(focus, base)), position.share) {
        (Some(exact), Some(_)) => share_words(lang, exact),
        (_, Some(range)) => {
            figure::share_range(lang, &percent(lang, range.low), &percent(lang, range.high))
        }
        (_, None) => String::new(),
    }
}

/// "2 af 40", "1–4 af 97–100"; empty where it is unbounded.
pub fn base(lang: Lang, position: &Position) -> String {
    match position.base.high {
        None => String::new(),
        Some(_) => figure::base(lang, &bounds(lang, position.focus), &bounds(lang, position.base)),
    }
}

/// "4", "1–4" or "mindst 4".
pub(super) fn bounds(lang: Lang, bounds: Bounds) -> String {
    match bounds.high {
        Some(high) if high == bounds.low => count(lang, high),
        Some(high) => figure::share_range(lang, &count(lang, bounds.low), &count(lang, high)),
        None => figure::at_least(lang, &count(lang, bounds.low)),
    }
}

/// "På niveauet Ledelse".
pub fn place(lang: Lang, name: &str) -> String {
    findings::place_level(lang, &named(lang, name))
}

/// The name of the level at a position; empty for the whole organisation.
pub fn name<'a>(table: &'a WorkforceTable, position: &Position) -> &'a str {
    match position.scope {
        Scope::Level(level) => table.levels().get(level).map_or("", |level| level.name.as_str()),
        _ => "",
    }
}
