//! The figures of the dates: the whole organisation beside the city's whole line, and each level on
//! a panel of its own.
//!
//! Absent: geometry, and what has changed ([`crate::analysis::change`]). Read next:
//! [`crate::chart`], which draws what stands here.

use crate::analysis::{Position, positions};
use crate::benchmark::{Benchmark, series_like};
use crate::chart::{
    Axis, Course, CourseKey, DayTick, Given, Panel, Point, Range, Reference, Shape, Spec,
};
use crate::text::benchmark::{period, publication, series_source_line, yardstick};
use crate::text::focus::FocusWords;
use crate::text::{Lang, benchmarks, change, count, date, percent, years};
use crate::workforce::{Date, Focus, Scope, WorkforceTable};

/// The figures of one day.
#[derive(Clone, Copy, Debug)]
pub struct DatedTable<'a> {
    pub day: Date,
    pub table: &'a WorkforceTable,
    /// What the day is held against; `None` where there is nothing.
    pub benchmark: Option<&'a Benchmark>,
}

/// What both figures are made from.
#[derive(Clone, Copy, Debug)]
pub struct Dates<'a> {
    pub focus: Focus,
    /// Oldest first.
    pub dates: &'a [DatedTable<'a>],
    /// The benchmark that is chosen now; its line is the figure's.
    pub chosen: &'a Benchmark,
}

/// Days before the first and after the last date of the levels' figure.
const MARGIN: i64 = 120;

/// The whole organisation beside the benchmark's whole line.
pub fn whole(lang: Lang, dates: &Dates) -> Spec {
    let reference = reference(lang, dates);
    let points: Vec<Point> =
        dates.dates.iter().filter_map(|date| whole_point(lang, dates, date)).collect();
    let all = points.iter().map(|p| p.day).chain(reference.iter().map(|(_, given)| given.day));
    let (first, last) = (all.clone().min().unwrap_or(0), all.max().unwrap_or(0));
    let theirs = yardstick(lang, dates.chosen).theirs_first;
    let line = reference.first().zip(reference.last()).map(|((_, first), (_, last))| {
        let (from, to) = (&first.value_label, &last.value_label);
        years::figure_summary_city(lang, theirs, from, &first.date, to, &last.date)
    });
    let own = points.first().zip(points.last()).map(|(then, now)| match points.len() {
        1 => years::figure_summary_own_one(lang, &now.value_label, &now.date),
        _ => {
            let (from, to) = (&then.value_label, &now.value_label);
            years::figure_summary_own(lang, from, &then.date, to, &now.date)
        }
    });
    let panel = Panel { label: years::figure_whole(lang).to_owned(), points };
    let summary: Vec<String> = line.into_iter().chain(own).collect();
    let days = (first - MARGIN, last + MARGIN);
    let title = years::figure_whole_title(lang, &share_of(lang, dates));
    spec(lang, dates, title, summary.join(" "), vec![panel], reference, days)
}

/// Every level of the newest date on a panel of its own, top first. `None` without levels or with
/// fewer than two dates.
pub fn levels(lang: Lang, dates: &Dates) -> Option<Spec> {
    let newest = dates.dates.last().filter(|_| dates.dates.len() > 1)?;
    let levels = newest.table.levels();
    if levels.is_empty() {
        return None;
    }
    let panels: Vec<Panel> = levels
        .iter()
        .rev()
        .map(|level| Panel {
            label: level.name.clone(),
            points: dates
                .dates
                .iter()
                .filter_map(|dated| {
                    let same = dated.table.levels().iter().position(|old| old.key == level.key)?;
                    point(lang, dates.focus, dated, Scope::Level(same))
                })
                .collect(),
        })
        .collect();
    let days = dates.dates.iter().map(|date| date.day.day_number());
    let (first, last) = (days.clone().min()?, days.max()?);
    let margin = MARGIN.max((last - first) / 6);
    let days = (first - margin, last + margin);
    let shown = |(_, given): &(_, Given)| given.day <= days.1 && given.day >= days.0 - 366;
    let reference = reference(lang, dates).into_iter().filter(shown).collect();
    let [levels, many] = [levels.len(), dates.dates.len()].map(|n| count(lang, n as u64));
    let summary = years::figure_summary_levels(lang, &levels, &many);
    let title = years::figure_levels_title(lang, &share_of(lang, dates));
    Some(spec(lang, dates, title, summary, panels, reference, days))
}

fn share_of(lang: Lang, dates: &Dates) -> String {
    FocusWords::new(lang, dates.focus).share_of()
}

fn spec(
    lang: Lang,
    dates: &Dates,
    title: String,
    summary: String,
    panels: Vec<Panel>,
    reference: Vec<(Benchmark, Given)>,
    days: (i64, i64),
) -> Spec {
    let published: Vec<&Benchmark> = reference.iter().map(|(benchmark, _)| benchmark).collect();
    let own = benchmarks::own_figures(lang).to_owned();
    let source: Vec<String> =
        series_source_line(lang, &published).into_iter().chain([own]).collect();
    let reference: Vec<Given> = reference.into_iter().map(|(_, given)| given).collect();
    let words = yardstick(lang, dates.chosen);
    let is_hidden =
        panels.iter().flat_map(|panel| &panel.points).any(|point| point.range.is_some());
    let has_own = panels.iter().any(|panel| !panel.points.is_empty());
    let signs = [
        (has_own, CourseKey::Own, years::figure_legend_own(lang)),
        (is_hidden, CourseKey::Hidden, years::figure_legend_hidden(lang)),
        (!reference.is_empty(), CourseKey::Reference, words.noun),
    ];
    let legend =
        signs.into_iter().filter(|sign| sign.0).map(|(_, key, words)| (key, words.to_owned()));
    let last = reference.last();
    let shown = Reference {
        share: last.map_or(0.0, |last| last.share),
        name: words.noun.to_owned(),
        value_label: last.map(|last| last.value_label.clone()).unwrap_or_default(),
    };
    let course = Course {
        panels,
        reference,
        days,
        ticks: ticks(days),
        legend: legend.collect(),
        headings: [
            years::figure_column_scope(lang),
            years::figure_column_date(lang),
            years::figure_column_base(lang),
            years::figure_column_share(lang),
            years::figure_column_reference(lang),
            years::figure_column_source(lang),
        ]
        .map(str::to_owned),
        cursor: None,
    };
    Spec {
        title,
        lead: years::figure_lead(lang, words.theirs),
        summary,
        base: years::figure_base(lang).to_owned(),
        source: source.join(" "),
        axis: Axis::covering(&[], course.largest(), |share| percent(lang, share)),
        reference: shown,
        shape: Shape::Dates(course),
        ..Spec::default()
    }
}

/// Each 1 January of the days that are shown.
fn ticks((first, last): (i64, i64)) -> Vec<DayTick> {
    let days = (1900..2200).filter_map(|year: u16| {
        let day = Date::new(year, 1, 1).ok()?.day_number();
        (first..=last).contains(&day).then(|| DayTick { day, label: year.to_string() })
    });
    days.collect()
}

/// The line of the chosen benchmark's kind, each figure with where it was taken from; a benchmark
/// of the user's own is a line of one figure.
fn reference(lang: Lang, dates: &Dates) -> Vec<(Benchmark, Given)> {
    let line = series_like(dates.chosen, dates.focus);
    let own = dates.dates.iter().filter_map(|date| date.benchmark).chain([dates.chosen]);
    let mut all: Vec<Benchmark> = line;
    for benchmark in own {
        let like = |known: &Benchmark| known.period() == benchmark.period();
        let is_same = (benchmark.place(), benchmark.population(), benchmark.kind())
            == (dates.chosen.place(), dates.chosen.population(), dates.chosen.kind());
        if is_same && !all.iter().any(like) {
            all.push(benchmark.clone());
        }
    }
    all.sort_by_key(|benchmark| benchmark.period().last_day());
    let given = all.into_iter().filter_map(|benchmark| {
        let share = benchmark.share(dates.focus)?.fraction();
        let given = Given {
            day: benchmark.period().last_day()?.day_number(),
            date: period(lang, benchmark.period()),
            share,
            value_label: percent(lang, share),
            source: publication(lang, &benchmark),
        };
        Some((benchmark, given))
    });
    given.collect()
}

fn whole_point(lang: Lang, dates: &Dates, dated: &DatedTable) -> Option<Point> {
    point(lang, dates.focus, dated, Scope::WholeOrganisation)
}

fn point(lang: Lang, focus: Focus, dated: &DatedTable, scope: Scope) -> Option<Point> {
    if !focus.is_countable_in(dated.table.grouping().groups()) {
        return None;
    }
    let position: Position = positions(dated.table, focus, &[scope]).into_iter().next()?;
    let range = position.share.filter(|share| share.value().is_none());
    let reference = dated.benchmark.and_then(|benchmark| {
        let share = percent(lang, benchmark.share(focus)?.fraction());
        Some(years::figure_reference_cell(lang, &share, &period(lang, benchmark.period())))
    });
    Some(Point {
        day: dated.day.day_number(),
        date: date(lang, dated.day),
        base: change::base(lang, &position),
        share: position.share.and_then(|share| share.value()),
        range: range.map(|range| Range { low: range.low, high: range.high }),
        value_label: change::share(lang, &position),
        reference: reference.unwrap_or_default(),
    })
}
