//! The figure of one level's paths: three lines, the band of what is likely, and the benchmark's
//! one line.
//!
//! Shares are drawn, so that the benchmark is one line whatever the level grows; its table gives
//! people. Absent: geometry and looks. Read next: [`crate::chart`], which draws what stands here.

use super::mirror_figure::source;
use crate::analysis::paths::{COURSES, SEED, Spread};
use crate::analysis::{LevelPath, Paths};
use crate::chart::{
    Axis, Band, Column, ColumnCell, Key, LegendEntry, Line, Range, Reference, Shape, Spec, Trace,
    Trend,
};
use crate::text::benchmark::yardstick;
use crate::text::focus::FocusWords;
use crate::text::{Digits, Lang, Subject, count, decimal, path as texts, paths, percent};

/// What a level's figure is made from.
#[derive(Clone, Copy, Debug)]
pub struct LevelFigure<'a> {
    /// Index, from 0 at entry.
    pub level: usize,
    pub path: &'a LevelPath,
    /// The year the paths begin in.
    pub start: u16,
    /// The level's spread in each year, from the start on; `None` while it is not known.
    pub spreads: Option<&'a [Spread]>,
    /// Whether the spread is still to come.
    pub is_counting: bool,
}

/// The figure of one level.
pub fn level(lang: Lang, subject: &Subject, all: &Paths, figure: LevelFigure) -> Spec {
    let LevelFigure { level, path, start, spreads, is_counting } = figure;
    let words = yardstick(lang, subject.benchmark);
    let focus = FocusWords::new(lang, subject.assessment.focus);
    let name = subject.level(level);
    let year = |after: usize| (usize::from(start) + after).to_string();
    let last_year = year(all.years.into());
    let share = all.benchmark.fraction();
    let trend = Trend {
        moments: (0..path.headcount.len()).map(year).collect(),
        lines: lines(lang, words.noun, path),
        band: spreads.map(|spreads| band(path, spreads)),
        heading: texts::figure_head_year(lang).to_owned(),
        columns: columns(lang, subject, path, spreads),
    };
    let sentences = paths::level(lang, subject, (level, path), (start, all.years), spreads);
    let today = match path.has_own_hires {
        true => texts::figure_if_own(lang),
        false => texts::figure_if_today(lang),
    };
    let lead = match path.required_path.is_some() && draws_required(path) {
        true => texts::figure_lead_required(lang, words.noun, today),
        false => texts::figure_lead(lang, words.noun, today),
    };
    let people = |column: &[f64]| column.first().map_or(0, |people| *people as u64);
    let base = texts::figure_base(
        lang,
        &count(lang, people(&path.mirrored)),
        &count(lang, people(&path.headcount)),
        &start.to_string(),
    );
    let band_note = texts::figure_band_note(lang, &count(lang, COURSES as u64), &SEED.to_string());
    let notes = [texts::expectation(lang).to_owned()];
    Spec {
        title: texts::figure_title(lang, name, &focus.share_of(), &last_year),
        lead,
        summary: texts::figure_summary(
            lang,
            name,
            &start.to_string(),
            &last_year,
            &sentences.join(" "),
        ),
        base,
        source: source(lang, subject.benchmark),
        axis: Axis::to(trend.largest().max(1.15 * share), |share| percent(lang, share)),
        reference: Reference {
            share,
            name: words.noun.to_owned(),
            value_label: percent(lang, share),
        },
        legend: legend(lang, spreads.is_some(), is_counting),
        notes: notes.into_iter().chain(spreads.map(|_| band_note)).collect(),
        shape: Shape::Years(trend),
        ..Spec::default()
    }
}

/// What it would take is drawn only where mirroring hires are not enough.
fn draws_required(path: &LevelPath) -> bool {
    !path.mirrors_in_time()
}

fn shares(column: &[f64], path: &LevelPath) -> Vec<f64> {
    let share = |(focus, people): (&f64, &f64)| if *people > 0.0 { focus / people } else { 0.0 };
    column.iter().zip(&path.headcount).map(share).collect()
}

/// In the order of drawing, the main one last.
fn lines(lang: Lang, noun: &str, path: &LevelPath) -> Vec<Line> {
    let line = |trace, column: &[f64], label: &dyn Fn(&str) -> String| {
        let shares = shares(column, path);
        let share = percent(lang, shares.last().copied().unwrap_or(0.0));
        Line { trace, shares, label: label(&share) }
    };
    let today = match path.has_own_hires {
        true => texts::figure_line_own,
        false => texts::figure_line_today,
    };
    let today = line(Trace::Plain, &path.as_today, &|share| today(lang, share));
    let required = path.required_path.as_deref().filter(|_| draws_required(path)).map(|column| {
        line(Trace::Needed, column, &|share| texts::figure_line_required(lang, share))
    });
    let mirrored =
        line(Trace::Main, &path.mirrored, &|share| texts::figure_line_mirrored(lang, noun, share));
    [today].into_iter().chain(required).chain([mirrored]).collect()
}

fn band(path: &LevelPath, spreads: &[Spread]) -> Band {
    let share = |focus: f64, people: f64| if people > 0.0 { focus / people } else { 0.0 };
    let ranges = spreads.iter().zip(&path.headcount).map(|(spread, &people)| Range {
        low: share(spread.low, people),
        high: share(spread.high, people).min(1.0),
    });
    Band { ranges: ranges.collect() }
}

/// People, with one decimal, and their share.
fn columns(
    lang: Lang,
    subject: &Subject,
    path: &LevelPath,
    spreads: Option<&[Spread]>,
) -> Vec<Column> {
    let words = yardstick(lang, subject.benchmark);
    let people = |number: f64| decimal(lang, number, Digits::Fixed(1));
    let column = |heading: String, numbers: &[f64]| {
        let cell = |(number, share): (&f64, f64)| ColumnCell {
            words: texts::figure_cell(lang, &people(*number), &percent(lang, share)),
            number: Some(*number),
        };
        let cells = numbers.iter().zip(shares(numbers, path)).map(cell).collect();
        Column { heading, cells }
    };
    let headcount = path.headcount.iter().map(|&number| ColumnCell {
        words: decimal(lang, number, Digits::UpTo(1)),
        number: Some(number),
    });
    let headcount =
        Column { heading: texts::figure_head_people(lang).to_owned(), cells: headcount.collect() };
    let today = match path.has_own_hires {
        true => texts::figure_head_own(lang),
        false => texts::figure_head_today(lang),
    };
    let likely = spreads.map(|spreads| Column {
        heading: texts::figure_head_likely(lang).to_owned(),
        cells: spreads.iter().map(|spread| likely(lang, spread)).collect(),
    });
    let required = path
        .required_path
        .as_deref()
        .filter(|_| draws_required(path))
        .map(|numbers| column(texts::figure_head_required(lang).to_owned(), numbers));
    let mirrored = column(texts::figure_head_mirrored(lang, words.noun), &path.mirrored);
    let today = column(today.to_owned(), &path.as_today);
    let goal = column(texts::figure_head_goal(lang, words.theirs_first), &path.goal);
    let all = [headcount, today, mirrored].into_iter();
    all.chain(likely).chain(required).chain([goal]).collect()
}

fn likely(lang: Lang, spread: &Spread) -> ColumnCell {
    let [low, high] =
        [spread.low, spread.high].map(|people| decimal(lang, people, Digits::UpTo(1)));
    ColumnCell { words: texts::figure_span(lang, &low, &high), number: None }
}

fn legend(lang: Lang, has_band: bool, is_counting: bool) -> Vec<LegendEntry> {
    let label = match (has_band, is_counting) {
        (true, _) => texts::figure_band(lang),
        (false, true) => texts::figure_band_counting(lang),
        (false, false) => return Vec::new(),
    };
    vec![LegendEntry { key: Key::Band, label: label.to_owned() }]
}
