//! The targets of a status: the table, a sentence for each, and what has happened to the shares.

use super::follow::{Follow, FollowedTarget, Outcome, level_name};
use super::{Status, not_discrimination};
use crate::analysis::{LevelChange, TargetStanding};
use crate::report::document::{Block, Cell, Item, Role, Table, TableGroup, TableKind, TableRow};
use crate::report::front::{range, short_day};
use crate::text::change::{self, Between};
use crate::text::focus::FocusWords;
use crate::text::promise::{self, Kept};
use crate::text::{Counted, Lang, count, date, report, status as texts, years};
use crate::workforce::Bounds;

pub(super) fn compose(status: &Status, follow: &Follow, lang: Lang) -> Vec<Block> {
    let pledge = &status.review.pledge;
    let mut blocks = vec![Block::heading(2, texts::targets_heading(lang))];
    if follow.targets.is_empty() {
        blocks.push(Block::paragraph(Role::Body, texts::sum_no_targets(lang)));
    } else {
        blocks.push(Block::Table(table(status, follow, lang)));
        blocks.push(Block::paragraph(Role::Note, texts::targets_pace(lang)));
        let sentences = follow.targets.iter().map(|target| Item::text(told(status, target, lang)));
        blocks.push(Block::List { ordered: false, items: sentences.collect() });
    }
    if !pledge.without_target.is_empty() {
        let names: Vec<String> =
            pledge.without_target.iter().map(|name| level_name(lang, name)).collect();
        let names = names.join(", ");
        let number = pledge.without_target.len().to_string();
        let words = texts::targets_without(lang, &names, &number);
        blocks.push(Block::paragraph(Role::Note, words));
    }
    blocks.extend(changes(follow, lang));
    blocks
}

fn table(status: &Status, follow: &Follow, lang: Lang) -> Table {
    let pledge = &status.review.pledge;
    let then = pledge.reporting_date.map(|day| short_day(lang, day));
    let now = status.day().map(|day| short_day(lang, day));
    let share_of = FocusWords::new(lang, pledge.focus).share_of();
    let row = |target: &FollowedTarget| {
        let signed = target.signed;
        let none = || report::none(lang).to_owned();
        let of = |[focus, base]: [Bounds; 2]| {
            let parts = range(lang, focus).zip(range(lang, base));
            parts.map_or_else(none, |(focus, base)| report::targets_of(lang, &focus, &base))
        };
        let exact = |people: u64| Bounds { low: people, high: Some(people) };
        let then = signed.focus.zip(signed.people);
        TableRow {
            heading: target.name.clone(),
            cells: vec![
                Cell::number(then.map_or_else(none, |(x, n)| of([exact(x), exact(n)]))),
                Cell::number(target.now.map_or_else(none, of)),
                Cell::number(signed.target.map_or_else(none, |number| count(lang, number))),
                Cell::text(short_day(lang, signed.day)),
                Cell::text(label(status, target, lang)),
                Cell::text(moved(follow, target, lang).unwrap_or_else(none)),
            ],
        }
    };
    Table {
        kind: TableKind::Standings,
        caption: report::targets_caption(lang, &share_of),
        head: vec![
            Cell::text(report::targets_level(lang)),
            Cell::number(then.unwrap_or_else(|| texts::targets_then(lang).to_owned())),
            Cell::number(now.unwrap_or_else(|| texts::targets_now(lang).to_owned())),
            Cell::number(report::targets_target(lang)),
            Cell::text(report::targets_day(lang)),
            Cell::text(texts::targets_standing(lang)),
            Cell::text(texts::targets_change(lang)),
        ],
        groups: vec![TableGroup { heading: None, rows: follow.targets.iter().map(row).collect() }],
    }
}

/// How a target stands in a word or two.
pub(super) fn label(status: &Status, target: &FollowedTarget, lang: Lang) -> &'static str {
    match &target.outcome {
        Outcome::Standing { .. } => {
            kept(status, target).map_or("", |kept| promise::label(lang, &kept))
        }
        Outcome::LevelGone => years::target_label_gone(lang),
        Outcome::NoFigures => years::target_label_no_figures(lang),
        Outcome::BaselineHidden => texts::targets_label_baseline_hidden(lang),
        Outcome::Undated => texts::targets_label_no_day(lang),
    }
}

fn kept<'a>(status: &Status, target: &'a FollowedTarget) -> Option<Kept<'a>> {
    let Outcome::Standing { promise, focus, expected, standing } = &target.outcome else {
        return None;
    };
    let (focus, expected, day) = (*focus, *expected, status.day()?);
    Some(Kept { level: &target.name, promise, focus, expected, standing, day })
}

/// How a target stands in a sentence.
fn told(status: &Status, target: &FollowedTarget, lang: Lang) -> String {
    let signed = target.signed;
    let number = signed.target.map_or_else(String::new, |number| count(lang, number));
    let due = date(lang, signed.day);
    let place = change::place(lang, &target.name);
    match &target.outcome {
        Outcome::Standing { .. } => {
            kept(status, target).map_or_else(String::new, |kept| promise::sentence(lang, &kept))
        }
        Outcome::LevelGone => {
            let day = date(lang, status.day().unwrap_or(status.today));
            years::target_gone(lang, &target.name, &day, &number)
        }
        Outcome::NoFigures => {
            years::target_no_figures(lang, &place, &date(lang, status.today), &number, &due)
        }
        Outcome::BaselineHidden => texts::targets_baseline_hidden(lang, &place),
        Outcome::Undated => texts::targets_no_day(lang, &place),
    }
}

/// What has happened to the level's share, in a word or two.
fn moved(follow: &Follow, target: &FollowedTarget, lang: Lang) -> Option<String> {
    let change = follow.change(target.level?)?;
    Some(change::level(lang, &between(follow)?, change).label.to_owned())
}

fn between<'a>(follow: &'a Follow) -> Option<Between<'a>> {
    let moved = follow.changes.as_ref()?;
    let [then, now] = moved.days;
    Some(Between {
        focus: moved.focus,
        changes: &moved.changes,
        then: (&moved.then, then),
        now: (&moved.now, now),
    })
}

/// What has happened to every level's share, with the cautious note.
fn changes(follow: &Follow, lang: Lang) -> Vec<Block> {
    let heading = Block::heading(2, texts::targets_changes_heading(lang));
    let Some(between) = between(follow) else {
        let none = Block::paragraph(Role::Body, texts::targets_changes_none(lang));
        return vec![heading, none];
    };
    let is_on_both = |level: &&LevelChange| matches!(level, LevelChange::Both(_));
    let levels = between.changes.levels.iter().rev().filter(is_on_both);
    let items = levels.map(|level| Item::text(change::level(lang, &between, level).sentences));
    let mut blocks = vec![heading, Block::List { ordered: false, items: items.collect() }];
    for sentence in change::reservations(lang, &between) {
        blocks.push(Block::paragraph(Role::Note, sentence));
    }
    blocks.push(not_discrimination(lang));
    blocks
}

/// What is counted, and what of it counts.
type Kind<'a> = (Counted, &'a dyn Fn(&Outcome) -> bool);

/// How many targets stand where: "2 nået", "1 på vej".
pub(super) fn sums(status: &Status, follow: &Follow, lang: Lang) -> Vec<String> {
    let day = status.day();
    let kinds: [Kind; 5] = [
        (texts::sum_reached, &|outcome| outcome.told() == Some(TargetStanding::Reached)),
        (texts::sum_on_course, &|outcome| outcome.told() == Some(TargetStanding::OnCourse)),
        (texts::sum_off_course, &|outcome| {
            outcome.told() == Some(TargetStanding::OffCourse) && !outcome.is_missed(day)
        }),
        (texts::sum_missed, &|outcome| outcome.is_missed(day)),
        (texts::sum_open, &|outcome| outcome.told().is_none()),
    ];
    let said = kinds.into_iter().filter_map(|(words, is_so)| {
        let number = follow.targets.iter().filter(|target| is_so(&target.outcome)).count();
        (number > 0).then(|| words(lang, &count(lang, number as u64)))
    });
    said.collect()
}
