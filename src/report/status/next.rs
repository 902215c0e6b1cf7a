//! What comes after a status: the next targets, the measures that go on, and what to have ready.

use super::follow::{Follow, FollowedTarget};
use super::{Status, measures};
use crate::analysis::TargetStanding;
use crate::pledge::signed::SignedMeasure;
use crate::pledge::{LineId, Progress, TargetLine, Words};
use crate::report::collect::{self, Indicator};
use crate::report::document::{Block, Cell, Item, Role, Table, TableGroup, TableKind, TableRow};
use crate::report::front::{range, short_day};
use crate::report::pledge::Source;
use crate::report::words;
use crate::text::focus::FocusWords;
use crate::text::{Lang, benchmark, count, date, report, status as texts};
use crate::workforce::{Bounds, Date};

/// What a level aims at from here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Aim {
    /// A target above the one that was reached, or one where there was none.
    New { target: u64, mirror: Option<u64>, day: Date, owner: String },
    /// The pledge's target, whose day has not come.
    Kept { target: u64, day: Date, owner: String },
    /// Reached, and not below the benchmark.
    Steady,
    /// Reached, and no whole person short of the benchmark.
    Mirrored,
    /// Nothing that can be counted.
    Open,
}

pub(super) fn compose(status: &Status, follow: &Follow, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, texts::next_heading(lang))];
    blocks.extend(targets(status, follow, lang));
    blocks.push(Block::heading(3, texts::next_carry_heading(lang)));
    let carried: Vec<&SignedMeasure> = measures::lines(status)
        .filter(|(_, mark)| !matches!(mark.progress, Some(Progress::Done | Progress::Dropped)))
        .map(|(measure, _)| measure)
        .collect();
    let items = carried.iter().map(|measure| {
        let text = measures::text(lang, measure);
        let text = text.trim().trim_end_matches('.');
        Item::text(match measures::owner(lang, measure).trim() {
            "" => text.to_owned(),
            owner => texts::next_carry(lang, text, owner),
        })
    });
    blocks.push(match carried.is_empty() {
        true => Block::paragraph(Role::Body, texts::next_carry_none(lang)),
        false => Block::List { ordered: false, items: items.collect() },
    });
    let day = status.next_day();
    blocks.push(Block::heading(3, report::annex_collect(lang, &date(lang, day))));
    match &status.now {
        Some(now) => {
            let orderer = orderer(status, lang);
            let indicators = carried.iter().map(|measure| Indicator {
                counted: measures::indicator(lang, measure).trim().to_owned(),
                owner: measures::owner(lang, measure).trim().to_owned(),
            });
            let items = collect::items_of(now.workforce, lang, day, &orderer, indicators.collect());
            let items = items.into_iter().map(Item::text).collect();
            blocks.push(Block::List { ordered: false, items });
        }
        None => blocks.push(Block::paragraph(Role::Body, texts::caution_no_figures(lang))),
    }
    blocks
}

/// Who answers for the yearly status, else for the highest target; empty where nobody does.
fn orderer(status: &Status, lang: Lang) -> String {
    let pledge = &status.review.pledge;
    let is_status =
        |measure: &&SignedMeasure| measure.id.as_deref() == Some(collect::YEARLY_STATUS);
    match (pledge.measures.iter().find(is_status), pledge.targets.first()) {
        (Some(measure), _) => measures::owner(lang, measure).trim().to_owned(),
        (None, Some(target)) => target_owner(lang, &target.owner),
        (None, None) => String::new(),
    }
}

fn targets(status: &Status, follow: &Follow, lang: Lang) -> Vec<Block> {
    let pledge = &status.review.pledge;
    let Some(now) = &status.now else { return Vec::new() };
    let yardstick = benchmark::yardstick(lang, now.benchmark);
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (name, counts, aim) in aims(status, follow, now, lang) {
        let row = |target: String, mirror: String, day: Date, owner: &str| TableRow {
            heading: name.clone(),
            cells: vec![
                Cell::number(counts.unwrap_or_else(|| report::none(lang).to_owned())),
                Cell::number(target),
                Cell::number(mirror),
                Cell::text(short_day(lang, day)),
                Cell::text(owner),
            ],
        };
        let none = || report::none(lang).to_owned();
        match aim {
            Aim::New { target, mirror, day, owner } => {
                let mirror = mirror.map_or_else(none, |mirror| count(lang, mirror));
                rows.push(row(count(lang, target), mirror, day, &owner));
            }
            Aim::Kept { target, day, owner } => {
                let target = texts::next_target_kept(lang, &count(lang, target));
                rows.push(row(target, none(), day, &owner));
            }
            Aim::Steady => notes.push(texts::next_steady(lang, &name, yardstick.noun)),
            Aim::Mirrored => notes.push(texts::next_mirrored(lang, &name, yardstick.theirs)),
            Aim::Open => notes.push(texts::next_open(lang, &name)),
        }
    }
    let mut blocks = Vec::new();
    if rows.is_empty() && notes.is_empty() {
        blocks.push(Block::paragraph(Role::Body, texts::next_no_targets(lang)));
        return blocks;
    }
    if !rows.is_empty() {
        let share_of = FocusWords::new(lang, pledge.focus).share_of();
        blocks.push(Block::Table(Table {
            kind: TableKind::Targets,
            caption: texts::next_targets_caption(lang, &share_of),
            head: vec![
                Cell::text(report::targets_level(lang)),
                Cell::number(texts::targets_now(lang)),
                Cell::number(report::targets_target(lang)),
                Cell::number(report::targets_mirror(lang, yardstick.noun)),
                Cell::text(report::targets_day(lang)),
                Cell::text(report::targets_owner(lang)),
            ],
            groups: vec![TableGroup { heading: None, rows }],
        }));
        blocks.push(Block::paragraph(Role::Note, texts::next_targets_rule(lang)));
    }
    if !notes.is_empty() {
        let items = notes.into_iter().map(Item::text).collect();
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}

/// Every level's name, its counts today and what it aims at, from top to entry.
fn aims(
    status: &Status,
    follow: &Follow,
    now: &Source,
    lang: Lang,
) -> Vec<(String, Option<String>, Aim)> {
    let table = &now.workforce.table;
    let focus = status.review.pledge.focus;
    let levels = table.levels().iter().enumerate().rev();
    levels
        .filter_map(|(index, level)| {
            let line =
                now.pledge.targets.iter().find(|line| line.id == LineId::Target(level.key.clone()));
            let signed = follow.targets.iter().find(|target| target.level == Some(index));
            let aim = aim(status, signed, line, lang)?;
            let (focus, base) = table.focus_and_base(crate::workforce::Scope::Level(index), focus);
            Some((level.name.clone(), of(lang, focus, base), aim))
        })
        .collect()
}

/// Who answers for a target: a suggested role in this language, else as it was signed.
fn target_owner(lang: Lang, signed: &str) -> String {
    let roles = [Words::TopTargetOwner, Words::TargetOwner, Words::SmallOwner];
    let is_meant = |role: &Words| {
        Lang::ALL.iter().any(|&written| words::suggested(written, *role) == signed.trim())
    };
    match roles.into_iter().find(is_meant) {
        Some(role) => words::suggested(lang, role).to_owned(),
        None => signed.trim().to_owned(),
    }
}

fn of(lang: Lang, focus: Bounds, base: Bounds) -> Option<String> {
    let parts = range(lang, focus).zip(range(lang, base));
    parts.map(|(focus, base)| report::targets_of(lang, &focus, &base))
}

/// What a level with this target, if any, and this suggestion, if any, aims at; `None` where there
/// is nothing to say.
fn aim(
    status: &Status,
    signed: Option<&FollowedTarget>,
    line: Option<&TargetLine>,
    lang: Lang,
) -> Option<Aim> {
    let suggested = |above: Option<u64>| {
        let line = line?;
        let number = line.number()?;
        let mirror = line.computed.map(|target| target.mirror);
        let least = above.map_or(0, |reached| reached.saturating_add(1));
        let target = mirror.map_or(number.max(least), |mirror| number.max(least).min(mirror));
        let day = *line.day.value();
        let owner = words::field(lang, &line.owner).into_owned();
        Some(Aim::New { target, mirror, day, owner })
    };
    let Some(followed) = signed else { return suggested(None) };
    let promised = followed.signed;
    let is_due = status.day().is_some_and(|day| day >= promised.day);
    match followed.outcome.told() {
        Some(TargetStanding::Reached) => Some(match suggested(promised.target) {
            Some(Aim::New { target, .. }) if Some(target) <= promised.target => Aim::Mirrored,
            Some(aim) => aim,
            None => Aim::Steady,
        }),
        _ if is_due => Some(suggested(None).unwrap_or(Aim::Open)),
        _ => promised.target.map(|target| Aim::Kept {
            target,
            day: promised.day,
            owner: target_owner(lang, &promised.owner),
        }),
    }
}
