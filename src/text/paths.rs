//! The paths in sentences: the headline, what is expected of each level, and why a level has none.
//!
//! Every number of people is whole here and has decimals in the figure's table. Absent: the paths
//! ([`crate::analysis::paths`]) and the figure ([`crate::report::path_figure`]).

use super::subject::Subject;
use super::{Digits, Lang, count, decimal, figure, path as texts, percent, percent_fixed};
use crate::analysis::paths::{HORIZON, Spread};
use crate::analysis::{LevelPath, NoPath, Paths, Required};

/// What the paths say about all levels in one sentence. `start` is the year they begin in.
pub fn headline(lang: Lang, subject: &Subject, paths: &Paths, start: u16) -> String {
    let words = subject.yardstick(lang);
    let told = || paths.levels.iter().flatten();
    let (all, in_time) = (told().count(), told().filter(|path| path.mirrors_in_time()).count());
    let year = (start + u16::from(paths.years)).to_string();
    match (all, in_time) {
        (0, _) => texts::headline_untold(lang).to_owned(),
        (1, 1) => texts::headline_one(lang, words.noun, words.theirs, &year),
        (1, _) => texts::headline_not_one(lang, words.noun, words.theirs, &year),
        (_, 0) => texts::headline_none(lang, words.noun, words.theirs, &year),
        _ if all == in_time => texts::headline_all(lang, words.noun, words.theirs, &year),
        _ => {
            let [in_time, all] = [in_time, all].map(|number| count(lang, number as u64));
            texts::headline_some(lang, words.noun, &in_time, &all, words.theirs, &year)
        }
    }
}

/// Where the way is longest.
pub fn lead(lang: Lang, subject: &Subject, paths: &Paths, start: u16) -> String {
    if paths.levels.is_empty() {
        return texts::lead_no_levels(lang).to_owned();
    }
    if paths.levels.iter().all(Result::is_err) {
        return texts::lead_untold(lang).to_owned();
    }
    let theirs = subject.yardstick(lang).theirs;
    let required = |level: usize| paths.levels[level].as_ref().ok().map(|path| path.required);
    match paths.furthest().map(|level| (subject.named_level(lang, level), required(level))) {
        Some((level, Some(Required::Later(Some(first))))) => {
            let year = (usize::from(start) + first).to_string();
            texts::lead_later(lang, &level, theirs, &year)
        }
        Some((level, Some(Required::Later(None)))) => {
            texts::lead_never(lang, &level, theirs, &count(lang, HORIZON as u64))
        }
        _ => texts::lead_in_time(lang, &(start + u16::from(paths.years)).to_string()),
    }
}

/// What is expected of a level, one sentence after the other. `spreads` are those of the years from
/// the start on; `None` while they are not known.
pub fn level(
    lang: Lang,
    subject: &Subject,
    (level, path): (usize, &LevelPath),
    (start, years): (u16, u8),
    spreads: Option<&[Spread]>,
) -> Vec<String> {
    let words = subject.yardstick(lang);
    let focus = subject.focus(lang);
    let year = (start + u16::from(years)).to_string();
    let last = |column: &[f64]| column.last().copied().unwrap_or(0.0);
    let whole = |people: f64| decimal(lang, people, Digits::Fixed(0));
    let expected = last(&path.mirrored);
    let is_one = whole(expected) == whole(1.0);
    // Whole people mirror a share when one more would be over it.
    let goal = whole(last(&path.goal).floor());
    let mut sentences = vec![
        texts::level_mirrored(
            lang,
            words.noun,
            &focus.verb(is_one),
            &figure::base(lang, &whole(expected), &whole(last(&path.headcount))),
            &subject.named_level(lang, level),
            &focus.what(false),
            &year,
        ),
        texts::level_goal(lang, words.theirs_first, &goal),
    ];
    if let Some(spread) = spreads.and_then(<[Spread]>::last) {
        sentences.push(texts::level_likely(lang, &whole(spread.low), &whole(spread.high)));
    }
    let today = (percent(lang, path.hires_today), whole(last(&path.as_today)));
    sentences.push(match path.has_own_hires {
        true => texts::level_own_hires(lang, &today.0, &today.1),
        false => texts::level_as_today(lang, &today.0, &today.1),
    });
    sentences.push(outcome(lang, subject, path, start, &year));
    if path.is_cut_off {
        sentences.push(texts::level_cut_off(lang).to_owned());
    }
    sentences
}

/// Whether the level gets there, and when.
fn outcome(lang: Lang, subject: &Subject, path: &LevelPath, start: u16, year: &str) -> String {
    let words = subject.yardstick(lang);
    let focus = subject.focus(lang);
    match path.required {
        _ if path.mirrors_in_time() && !path.starts_short() => {
            texts::level_already(lang, words.theirs)
        }
        _ if path.mirrors_in_time() => texts::level_in_time(lang, words.theirs),
        Required::InTime(share) => texts::level_required(
            lang,
            words.theirs,
            year,
            &percent(lang, share),
            focus.infinitive(),
            &focus.what(false),
        ),
        Required::Later(Some(first)) => {
            let first = (usize::from(start) + first).to_string();
            texts::level_later(lang, words.theirs, year, &first)
        }
        Required::Later(None) => {
            texts::level_never(lang, words.theirs, year, &count(lang, HORIZON as u64))
        }
    }
}

/// Why a level has no path.
pub fn without(lang: Lang, subject: &Subject, level: usize, because: NoPath) -> String {
    let text = match because {
        NoPath::NoData => texts::level_no_data,
        NoPath::Nobody => texts::level_nobody,
        NoPath::Hidden => texts::level_hidden,
        NoPath::TooFew => texts::level_too_few,
        NoPath::Undetermined => texts::level_undetermined,
        NoPath::Overdrawn => texts::level_overdrawn,
        NoPath::AboveOverdrawn => texts::level_above_overdrawn,
    };
    text(lang, subject.level(level))
}

/// A level in the table of all levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewRow {
    pub level: String,
    /// Whom it counts at the start, "2 af 40 (5 %)".
    pub today: String,
    /// What is expected in the target year if hires mirror the benchmark.
    pub mirrored: String,
    /// Between which numbers it lies with 80 % probability; empty where that is not known.
    pub likely: String,
    /// How many mirror the benchmark then.
    pub goal: String,
    /// What leads there, and when.
    pub takes: String,
}

/// The row of a level.
pub fn overview(
    lang: Lang,
    subject: &Subject,
    (level, path): (usize, &LevelPath),
    start: u16,
    spreads: Option<&[Spread]>,
) -> OverviewRow {
    let words = subject.yardstick(lang);
    let whole = |people: f64| decimal(lang, people, Digits::Fixed(0));
    let first = |column: &[f64]| column.first().copied().unwrap_or(0.0);
    let last = |column: &[f64]| column.last().copied().unwrap_or(0.0);
    let about = |focus: f64, people: f64| {
        let share = if people > 0.0 { focus / people } else { 0.0 };
        texts::overview_about(lang, &whole(focus), &whole(people), &percent_fixed(lang, share, 0))
    };
    let takes = match path.required {
        _ if path.mirrors_in_time() && !path.starts_short() => {
            texts::overview_already(lang).to_owned()
        }
        _ if path.mirrors_in_time() => texts::overview_in_time(lang, words.noun),
        Required::InTime(share) => texts::overview_required(lang, &percent(lang, share)),
        Required::Later(Some(first)) => {
            texts::overview_later(lang, &(usize::from(start) + first).to_string())
        }
        Required::Later(None) => texts::overview_never(lang, &count(lang, HORIZON as u64)),
    };
    let likely = spreads.and_then(<[Spread]>::last);
    let (focus, people) = (first(&path.mirrored), first(&path.headcount));
    OverviewRow {
        level: subject.level(level).to_owned(),
        today: texts::overview_persons(
            lang,
            &whole(focus),
            &whole(people),
            &percent(lang, if people > 0.0 { focus / people } else { 0.0 }),
        ),
        mirrored: about(last(&path.mirrored), last(&path.headcount)),
        likely: likely.map_or_else(String::new, |spread| {
            texts::figure_span(lang, &whole(spread.low), &whole(spread.high))
        }),
        goal: whole(last(&path.goal).floor()),
        takes,
    }
}
