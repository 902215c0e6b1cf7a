//! The page that is signed.
//!
//! Absent: everything that explains; that is the annex ([`super::annex`](mod@super::annex)).

use super::charter::{Passage, Value};
use super::document::{
    Block, Cell, Item, Role, SignatureLine, Table, TableGroup, TableKind, TableRow,
};
use super::pledge::Source;
use super::{page, words};
use crate::analysis::{Headline, NumberlessBecause};
use crate::pledge::suggest::Numberless;
use crate::pledge::{Commitment, MeasureLine, Pledge, TargetLine};
use crate::text::focus::FocusWords;
use crate::text::{Counted, Lang, benchmark, charter, count, date, month, report};
use crate::workforce::{Bounds, DataQuality, Date, OutsourcedWork};

/// Page 1, and what had no room on it.
pub(super) struct Front<'a> {
    pub blocks: Vec<Block>,
    pub moved: Moved<'a>,
}

/// What stands in the annex because page 1 is full.
#[derive(Default)]
pub(super) struct Moved<'a> {
    pub measures: Vec<&'a MeasureLine>,
    pub note: Option<&'a str>,
}

/// The longest remark that stays on page 1, characters: about three lines.
const LONGEST_NOTE: usize = 280;

pub(super) fn compose<'a>(source: &Source<'a>, lang: Lang) -> Front<'a> {
    let pledge = source.pledge;
    let note = pledge.note.trim();
    let mut moved = Moved::default();
    if note.chars().count() > LONGEST_NOTE {
        moved.note = Some(note);
    }
    let above = above_measures(source, lang);
    let below = below_measures(source, lang, &moved);
    let taken = page::height(&above) + page::height(&below);
    let (stay, leave) = fit(pledge, lang, page::ROOM.saturating_sub(taken));
    let mut blocks = above;
    blocks.push(Block::Table(measure_table(lang, report::measures_caption(lang), &stay)));
    if !leave.is_empty() {
        let more = report::moved(lang, &count(lang, leave.len() as u64));
        blocks.push(Block::paragraph(Role::Note, more));
    }
    blocks.extend(below);
    moved.measures = leave;
    Front { blocks, moved }
}

fn above_measures(source: &Source, lang: Lang) -> Vec<Block> {
    let pledge = source.pledge;
    let mut blocks = vec![Block::heading(1, report::title(lang))];
    let organisation = pledge.organisation.value().trim();
    if !organisation.is_empty() {
        blocks.push(Block::paragraph(Role::Organisation, organisation));
    }
    if !pledge.recipient.trim().is_empty() {
        let recipient = report::recipient(lang, pledge.recipient.trim());
        blocks.push(Block::paragraph(Role::Body, recipient));
    }
    if source.is_estimate() {
        blocks.push(Block::paragraph(Role::Caution, report::estimate(lang)));
    }
    blocks.extend(charter_passages(lang));
    blocks.extend(targets(source, lang));
    blocks
}

/// The charter's values, opening and commitments.
pub(super) fn charter_passages(lang: Lang) -> Vec<Block> {
    let values = Value::ALL.map(|value| Passage::Value(value).wording(lang)).join(" · ");
    let commitments = Commitment::ALL.map(|c| Item::text(Passage::Commitment(c).wording(lang)));
    let mut blocks = vec![
        Block::paragraph(Role::Charter, values),
        Block::paragraph(Role::Charter, Passage::Opening.wording(lang)),
        Block::List { ordered: true, items: commitments.to_vec() },
    ];
    if lang != Lang::Da {
        blocks.push(Block::paragraph(Role::Note, charter::translation(lang)));
    }
    blocks
}

fn targets(source: &Source, lang: Lang) -> Vec<Block> {
    let pledge = source.pledge;
    let mut blocks = Vec::new();
    if pledge.targets.is_empty() {
        let why =
            if source.assessment.levels.is_empty() || source.assessment.whole.base.high.is_none() {
                report::no_targets_figures(lang).to_owned()
            } else if !pledge.numberless.is_empty() {
                let few = pledge.numberless.iter().filter(|level| is_few(level)).count();
                let why = match pledge.numberless.len() - few {
                    0 => report::no_targets_few,
                    hidden if hidden == pledge.numberless.len() => report::no_targets_hidden,
                    _ => report::no_targets_both,
                };
                why(lang).to_owned()
            } else {
                let yardstick = benchmark::yardstick(lang, source.benchmark);
                report::no_targets_in_line(lang, yardstick.noun)
            };
        blocks.push(Block::paragraph(Role::Body, report::no_targets(lang, &why)));
        return blocks;
    }
    blocks.push(Block::Table(target_table(source, lang)));
    if pledge.targets.iter().any(|line| line.figures_changed.is_some()) {
        blocks.push(Block::paragraph(Role::Note, report::targets_changed_note(lang)));
    }
    let said: [(bool, Counted); 2] =
        [(true, report::numberless_few), (false, report::numberless_hidden)];
    for (wanted, words) in said {
        let levels = pledge.numberless.iter().filter(|level| is_few(level) == wanted);
        let levels: Vec<&str> = levels.map(|level| level.name.as_str()).collect();
        if !levels.is_empty() {
            blocks.push(Block::paragraph(Role::Note, words(lang, &levels.join(", "))));
        }
    }
    blocks
}

/// Whether a level has no number because it is small, and not because something is hidden.
fn is_few(level: &Numberless) -> bool {
    matches!(level.because, NumberlessBecause::TooFew | NumberlessBecause::LessThanOnePerson)
}

fn target_table(source: &Source, lang: Lang) -> Table {
    let rows = source.pledge.targets.iter().map(|line| target_row(source, lang, line));
    target_table_of(source, lang, rows.collect())
}

/// The table of targets with these rows, each of six cells.
pub(super) fn target_table_of(source: &Source, lang: Lang, rows: Vec<TableRow>) -> Table {
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let today = source.workforce.reporting_date;
    let today =
        today.map_or_else(|| report::targets_today(lang).to_owned(), |day| short_day(lang, day));
    let share_of = FocusWords::new(lang, source.assessment.focus).share_of();
    Table {
        kind: TableKind::Targets,
        caption: report::targets_caption(lang, &share_of),
        head: vec![
            Cell::text(report::targets_level(lang)),
            Cell::number(today),
            Cell::number(report::targets_target(lang)),
            Cell::number(report::targets_mirror(lang, yardstick.noun)),
            Cell::text(report::targets_day(lang)),
            Cell::text(report::targets_owner(lang)),
        ],
        groups: vec![TableGroup { heading: None, rows }],
    }
}

fn target_row(source: &Source, lang: Lang, line: &TargetLine) -> TableRow {
    let estimated = |text: String| {
        if source.is_estimate() { report::estimated(lang, &text) } else { text }
    };
    let number = |number: Option<u64>| {
        number.map_or_else(|| report::none(lang).to_owned(), |number| count(lang, number))
    };
    let today = match (line.focus, line.people) {
        (Some(focus), Some(people)) => {
            estimated(report::targets_of(lang, &count(lang, focus), &count(lang, people)))
        }
        _ => report::none(lang).to_owned(),
    };
    let mut target = number(line.number());
    if line.figures_changed.is_some() {
        target = report::targets_changed(lang, &target);
    }
    TableRow {
        heading: line.level.clone(),
        cells: vec![
            Cell::number(today),
            Cell::number(target),
            Cell::number(number(line.computed.map(|target| target.mirror))),
            Cell::text(short_day(lang, *line.day.value())),
            Cell::text(words::field(lang, &line.owner)),
        ],
    }
}

/// Which measures stand on page 1: the first of each commitment, then as many as there is room
/// for in the pledge's order.
fn fit(pledge: &Pledge, lang: Lang, room: usize) -> (Vec<&MeasureLine>, Vec<&MeasureLine>) {
    let cost = |line: &MeasureLine| page::row(TableKind::Measures, &measure_row(lang, line));
    let is_first = |line: &MeasureLine| {
        pledge.under(line.commitment).next().is_some_and(|first| first.id == line.id)
    };
    let empty = measure_table(lang, report::measures_caption(lang), &[]);
    let frame = page::height(&[Block::Table(empty)]) + page::GROUP * Commitment::ALL.len();
    let kept: usize = pledge.measures.iter().filter(|line| is_first(line)).map(cost).sum();
    let mut left = room.saturating_sub(frame + kept);
    pledge.measures.iter().partition(|line| {
        if is_first(line) {
            return true;
        }
        let fits = cost(line) <= left;
        // Nothing shorter may overtake a line that had to move.
        left = if fits { left - cost(line) } else { 0 };
        fits
    })
}

/// Measures by commitment; the annex lists moved ones in the same way.
pub(super) fn measure_table(lang: Lang, caption: &str, lines: &[&MeasureLine]) -> Table {
    let group = |commitment: Commitment| {
        let rows: Vec<TableRow> = lines
            .iter()
            .filter(|line| line.commitment == commitment)
            .map(|line| measure_row(lang, line))
            .collect();
        let heading = match commitment {
            Commitment::Practice => report::measures_practice(lang),
            Commitment::Debate => report::measures_debate(lang),
            Commitment::City => report::measures_city(lang),
        };
        (!rows.is_empty()).then(|| TableGroup { heading: Some(heading.to_owned()), rows })
    };
    Table {
        kind: TableKind::Measures,
        caption: caption.to_owned(),
        head: vec![
            Cell::text(report::measures_text(lang)),
            Cell::text(report::measures_owner(lang)),
            Cell::text(report::measures_due(lang)),
            Cell::text(report::measures_indicator(lang)),
        ],
        groups: Commitment::ALL.into_iter().filter_map(group).collect(),
    }
}

fn measure_row(lang: Lang, line: &MeasureLine) -> TableRow {
    TableRow {
        heading: words::field(lang, &line.text).into_owned(),
        cells: vec![
            Cell::text(words::field(lang, &line.owner)),
            Cell::text(short_day(lang, *line.due.value())),
            Cell::text(words::field(lang, &line.indicator)),
        ],
    }
}

fn below_measures(source: &Source, lang: Lang, moved: &Moved) -> Vec<Block> {
    let pledge = source.pledge;
    let mut blocks = vec![Block::paragraph(Role::Body, reviews(lang, pledge))];
    let note = pledge.note.trim();
    if moved.note.is_some() {
        blocks.push(Block::paragraph(Role::Note, report::note_moved(lang)));
    } else if !note.is_empty() {
        blocks.push(Block::paragraph(Role::Body, note));
    }
    blocks.push(Block::paragraph(Role::Clause, report::clause(lang)));
    blocks.push(Block::Signatures(signatures(lang, pledge)));
    let mut from = figures(source, lang);
    // Nothing has been compared with it yet.
    if !has_no_figures(source) {
        from = [from, benchmark::source_line(lang, source.benchmark)].join(" ");
    }
    blocks.push(Block::paragraph(Role::Source, from));
    let honest = [report::self_assessment(lang), report::annex_follows(lang)].join(" ");
    blocks.push(Block::paragraph(Role::Source, honest));
    blocks
}

pub(super) fn reviews(lang: Lang, pledge: &Pledge) -> String {
    match pledge.reviews.as_slice() {
        [next, .., last] => report::reviews(lang, &date(lang, *next), &date(lang, *last)),
        _ => report::review(lang, &date(lang, *pledge.next_review.value())),
    }
}

fn signatures(lang: Lang, pledge: &Pledge) -> Vec<SignatureLine> {
    let line = |label: &str, parts: &[&str]| {
        let parts: Vec<&str> =
            parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        SignatureLine { label: label.to_owned(), value: parts.join(", ") }
    };
    let day = pledge.signed_on.map(|day| date(lang, day)).unwrap_or_default();
    vec![
        line(report::signature_place(lang), &[&pledge.place, &day]),
        line(report::signature_name(lang), &[&pledge.signatory, &pledge.signatory_role]),
        line(report::signature_sign(lang), &[]),
    ]
}

fn has_no_figures(source: &Source) -> bool {
    matches!(source.assessment.headline, Headline::NoFigures)
}

/// Where the figures come from, as of when, how many people, and what is left out.
pub(super) fn figures(source: &Source, lang: Lang) -> String {
    if has_no_figures(source) {
        return report::figures_missing(lang).to_owned();
    }
    figures_of(source, lang, range(lang, source.assessment.whole.base))
}

/// The same with this number of people, as it is said; `None` where it is not known or not said.
pub(super) fn figures_of(source: &Source, lang: Lang, people: Option<String>) -> String {
    let workforce = source.workforce;
    let quality = quality(lang, workforce.data_quality);
    let mut sentences = vec![match workforce.reporting_date {
        Some(day) => report::figures(lang, quality, &date(lang, day)),
        None => report::figures_undated(lang, quality),
    }];
    sentences.extend(people.map(|people| report::figures_people(lang, &people)));
    if workforce.outsourced_work == OutsourcedWork::LeftOut {
        sentences.push(report::left_out(lang).to_owned());
    }
    sentences.join(" ")
}

/// "12", or "1–4" when hidden; `None` when there is no upper bound.
pub(super) fn range(lang: Lang, bounds: Bounds) -> Option<String> {
    let high = bounds.high?;
    let low = count(lang, bounds.low);
    Some(if high == bounds.low { low } else { format!("{low}–{}", count(lang, high)) })
}

/// A day as narrow as a table needs it: "31.12.2029", "31 Dec 2029".
pub(super) fn short_day(lang: Lang, day: Date) -> String {
    let month = match lang {
        Lang::Da => day.month().to_string(),
        Lang::En => month(lang, day.month()).chars().take(3).collect(),
    };
    report::short_day(lang, &day.day().to_string(), &month, &day.year().to_string())
}

/// Where figures come from, in a word or two.
pub(super) fn quality(lang: Lang, quality: DataQuality) -> &'static str {
    match quality {
        DataQuality::OfficialTable => report::quality_official(lang),
        DataQuality::IndependentSurvey => report::quality_survey(lang),
        DataQuality::Estimate => report::quality_estimate(lang),
    }
}
