//! The verdicts sheet: every scope with its counts, its statistics as numbers, and the verdict in
//! words.
//!
//! The whole organisation first, then levels from the top, areas, and levels within areas. What
//! is hidden or too small to tell has no number. Absent: the rule ([`crate::analysis::decision`]).

use super::{Cell, Head, Line, Part, Sheet, SheetKind};
use crate::analysis::{ScopeResult, Verdict};
use crate::report::Visibility;
use crate::text::benchmark::Yardstick;
use crate::text::focus::FocusWords;
use crate::text::{Lang, Subject, disclosure, figure, parts, percent, report, sheets, verdict};
use crate::workforce::{Bounds, Focus, Scope};

/// How much of a count is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Exact(u64),
    /// Hidden figures leave a range; both ends included.
    Between(u64, u64),
    /// Not to be shown to everybody.
    Hidden,
    Nothing,
}

/// What is told of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub scope: Scope,
    pub focus: Shown,
    /// People with stated origin.
    pub base: Shown,
    pub not_stated: Shown,
    /// Fraction, and the decimals of its percentage.
    pub share: Option<(f64, u8)>,
    /// The least and the most it can be, where hidden counts leave it open.
    pub share_range: Option<(f64, f64)>,
    pub ratio: Option<f64>,
    /// Persons; negative is a surplus.
    pub short: Option<f64>,
    /// Adjusted for the scopes shown together.
    pub p: Option<f64>,
    /// The shares that go with the counts when chance rules, as fractions.
    pub interval: Option<(f64, f64)>,
    /// In words.
    pub verdict: String,
}

/// The rows of the sheet and what they are measured by.
#[derive(Clone, Copy, Debug)]
pub struct Verdicts<'a> {
    pub rows: &'a [Told],
    /// Gives levels and areas their names.
    pub subject: Subject<'a>,
    pub yardstick: Yardstick,
    /// A public sheet has no p-values: each rests on the other scopes' counts too.
    pub visibility: Visibility,
}

impl Told {
    /// Everything that is known about a scope.
    pub fn of(result: &ScopeResult, lang: Lang, yardstick: &Yardstick) -> Told {
        let exact = result.representation.as_ref();
        // A scope that is too small gets no figure that could be read as a verdict.
        let told = exact.filter(|_| result.verdict().is_some_and(Verdict::says_something));
        let share = exact.and_then(|exact| exact.share);
        Told {
            scope: result.scope,
            focus: Shown::of(result.focus),
            base: Shown::of(result.base),
            not_stated: Shown::of(result.not_stated),
            share: share.map(|share| (share.fraction(), 1)),
            share_range: result
                .ranges
                .and_then(|ranges| ranges.share)
                .map(|all| (all.low, all.high)),
            ratio: told.and_then(|told| told.ratio),
            short: told.map(|told| told.shortfall_persons),
            p: result.p_adjusted,
            interval: told.and_then(|told| told.interval).map(|within| (within.low, within.high)),
            verdict: verdict::label(lang, &result.conclusion, yardstick),
        }
    }
}

impl Shown {
    fn of(people: Bounds) -> Shown {
        match people.high {
            Some(high) if high == people.low => Shown::Exact(high),
            Some(high) => Shown::Between(people.low, high),
            None => Shown::Nothing,
        }
    }

    fn cell(self, lang: Lang) -> Cell {
        match self {
            Shown::Exact(people) => Cell::count(people),
            Shown::Between(low, high) => {
                Cell::text([&low.to_string(), "–", &high.to_string()].concat())
            }
            Shown::Hidden => Cell::text(disclosure::hidden(lang)),
            Shown::Nothing => Cell::blank(),
        }
    }
}

/// The sheet.
pub(super) fn sheet(verdicts: &Verdicts, lang: Lang) -> Sheet {
    let has_areas = !verdicts.subject.table.areas().is_empty();
    let names: &[u16] = if has_areas { &[37, 24] } else { &[37] };
    let is_internal = verdicts.visibility == Visibility::Internal;
    let chance: &[u16] = if is_internal { &[11] } else { &[] };
    let columns = [names, &[21, 11, 11, 14, 11, 13, 12], chance, &[13, 13, 24]];
    let widths = columns.concat();
    let mut sheet = Sheet::new(SheetKind::Verdicts, sheets::tab_verdicts(lang), &widths);
    sheet.title = sheets::title_verdicts(lang, verdicts.yardstick.noun);
    sheet.parts = vec![Part {
        heading: String::new(),
        head: head(verdicts, has_areas, lang),
        rows: verdicts.rows.iter().map(|row| line(verdicts, row, has_areas, lang)).collect(),
    }];
    sheet.notes = vec![
        sheets::note_ratio(lang, verdicts.yardstick.theirs),
        report::annex_short_note(lang, verdicts.yardstick.theirs),
    ];
    let further = match verdicts.visibility {
        Visibility::Internal => {
            [sheets::note_adjusted(lang), sheets::note_interval(lang), sheets::note_no_number(lang)]
        }
        Visibility::Public => {
            [sheets::note_interval(lang), disclosure::rounded(lang), sheets::note_not_shown(lang)]
        }
    };
    sheet.notes.extend(further.map(str::to_owned));
    sheet
}

fn head(verdicts: &Verdicts, has_areas: bool, lang: Lang) -> Vec<Head> {
    let focus = heading_of(lang, verdicts.subject.assessment.focus);
    let confidence = percent(lang, verdicts.subject.assessment.method.confidence.fraction());
    let area = has_areas.then(|| Head::text(sheets::head_area(lang)));
    let is_internal = verdicts.visibility == Visibility::Internal;
    let chance = is_internal.then(|| sheets::head_p(lang).to_owned());
    let counted = [
        focus,
        sheets::head_stated(lang).to_owned(),
        parts::group_not_stated(lang).to_owned(),
        report::annex_share(lang).to_owned(),
        sheets::head_benchmark(lang, verdicts.yardstick.theirs_first),
        sheets::head_ratio(lang, verdicts.yardstick.theirs),
        report::annex_short(lang).to_owned(),
    ];
    let interval = [sheets::head_low(lang, &confidence), sheets::head_high(lang, &confidence)];
    let numbers = counted.into_iter().chain(chance).chain(interval);
    std::iter::once(Head::text(sheets::head_level(lang)))
        .chain(area)
        .chain(numbers.map(Head::number))
        .chain([Head::text(report::annex_verdict(lang))])
        .collect()
}

/// "Med indvandrerbaggrund": the focus group over a column of counts.
fn heading_of(lang: Lang, focus: Focus) -> String {
    let words = FocusWords::new(lang, focus).share_of();
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn share(told: &Told, lang: Lang) -> Cell {
    match (told.share, told.share_range) {
        _ if told.focus == Shown::Hidden => Cell::text(disclosure::hidden(lang)),
        (Some((share, digits)), _) => Cell::share(share, digits),
        (None, Some((low, high))) => {
            let [low, high] = [low, high].map(|end| percent(lang, end));
            Cell::text(figure::share_range(lang, &low, &high))
        }
        (None, None) => Cell::blank(),
    }
}

fn line(verdicts: &Verdicts, told: &Told, has_areas: bool, lang: Lang) -> Line {
    let subject = &verdicts.subject;
    let level = match told.scope {
        Scope::WholeOrganisation => parts::level_all(lang),
        Scope::Area(_) => sheets::scope_all_levels(lang),
        Scope::Level(level) | Scope::Cell { level, .. } => subject.level(level),
    };
    let area = match told.scope {
        Scope::WholeOrganisation | Scope::Level(_) => sheets::scope_all_areas(lang),
        Scope::Area(area) | Scope::Cell { area, .. } => subject.area(area),
    };
    let number = |value: Option<f64>, cell: fn(f64, u8) -> Cell, digits| {
        value.map_or_else(Cell::blank, |value| cell(value, digits))
    };
    let benchmark = verdicts.subject.assessment.benchmark_share.fraction();
    let mut cells = vec![Cell::heading(level)];
    if has_areas {
        cells.push(Cell::heading(area));
    }
    cells.extend([
        told.focus.cell(lang),
        told.base.cell(lang),
        told.not_stated.cell(lang),
        share(told, lang),
        // Two decimals, as the publisher's share of 28.91 %.
        Cell::share(benchmark, 2),
        number(told.ratio, Cell::number, 2),
        number(told.short, Cell::number, 1),
    ]);
    if verdicts.visibility == Visibility::Internal {
        cells.push(told.p.map_or_else(Cell::blank, Cell::chance));
    }
    let digits = told.share.map_or(1, |(_, digits)| digits);
    cells.extend([
        number(told.interval.map(|(low, _)| low), Cell::share, digits),
        number(told.interval.map(|(_, high)| high), Cell::share, digits),
        Cell::text(told.verdict.as_str()),
    ]);
    Line::of(cells)
}
