//! The status of a signed pledge as a [`Document`]: what was promised beside the figures of today.
//!
//! It has an internal edition only. It shows counts of two dates of the same people side by side, and
//! whoever knows that hardly anybody has come or gone could work hidden ones out from the
//! difference; what may be published of the present figures is the public edition of the next
//! pledge. Absent: reading files, and what the user says of measures ([`crate::pledge::review`]).
//! Read next: [`follow`] for how the two are set beside each other.

mod follow;
mod measures;
mod next;
mod targets;

pub use follow::{Follow, FollowedTarget, Outcome};
pub use measures::text as measure_text;

use super::annex_sources;
use super::document::{Block, Document, Fact, Role, Sheet, SheetKind, Visibility};
use super::pledge::Source;
use crate::analysis::Method;
use crate::benchmark::by_id;
use crate::pledge::{Review, SignedPledge};
use crate::text::focus::FocusWords;
use crate::text::{Lang, benchmark, date, findings, percent, report, status as texts};
use crate::workforce::Date;

/// A review with the present figures that its pledge is set beside.
#[derive(Clone, Copy, Debug)]
pub struct Status<'a> {
    pub review: &'a Review,
    /// The present case, about the pledge's focus group; `None` without figures, and when they
    /// cannot be divided into that group.
    pub now: Option<Source<'a>>,
    /// Whether there are present figures at all.
    pub has_figures: bool,
    /// The present figures' organisation; empty where nobody gives a name.
    pub organisation: &'a str,
    pub method: &'a Method,
    pub today: Date,
}

/// Something that has to be known before the status is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The figures are those of another organisation than the pledge's.
    OtherOrganisation,
    NoFigures,
    /// The figures cannot be divided into the group that the pledge is about.
    OtherGroup,
    /// The figures have no reporting date.
    Undated,
    /// The figures are not later than the pledge's own.
    NotNewer,
    /// The pledge is its public edition.
    PublicEdition,
    /// Levels of the pledge that the present figures do not have.
    Gone(Vec<String>),
    /// Present levels that the pledge does not know.
    New(Vec<String>),
}

impl Status<'_> {
    /// The day of the present figures.
    pub fn day(&self) -> Option<Date> {
        self.now.as_ref().and_then(|now| now.workforce.reporting_date)
    }

    /// When the pledge is looked at again.
    pub fn next_day(&self) -> Date {
        self.review.next_day(self.day().unwrap_or(self.today))
    }

    /// Everything to be known first, the weightiest first.
    pub fn cautions(&self, follow: &Follow) -> Vec<Caution> {
        let pledge = &self.review.pledge;
        let name = |name: &str| name.trim().to_lowercase();
        let (then, now) = (name(&pledge.organisation), name(self.organisation));
        let is_other = !then.is_empty() && !now.is_empty() && then != now;
        let is_old = self.day().is_some_and(|day| day <= pledge.from());
        let has_now = self.now.is_some();
        let said = [
            (is_other, Caution::OtherOrganisation),
            (!self.has_figures, Caution::NoFigures),
            (self.has_figures && !has_now, Caution::OtherGroup),
            (has_now && self.day().is_none(), Caution::Undated),
            (is_old, Caution::NotNewer),
            (pledge.is_public, Caution::PublicEdition),
            (has_now && !follow.gone.is_empty(), Caution::Gone(follow.gone.clone())),
            (has_now && !follow.new.is_empty(), Caution::New(follow.new.clone())),
        ];
        said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, caution)| caution).collect()
    }

    /// A caution as a sentence with what to do.
    pub fn caution(&self, lang: Lang, caution: &Caution) -> String {
        let pledge = &self.review.pledge;
        let from = date(lang, pledge.from());
        let day = self.day().map(|day| date(lang, day)).unwrap_or_default();
        match caution {
            Caution::OtherOrganisation => texts::caution_organisation(
                lang,
                pledge.organisation.trim(),
                self.organisation.trim(),
            ),
            Caution::NoFigures => texts::caution_no_figures(lang).to_owned(),
            Caution::OtherGroup => {
                texts::caution_group(lang, &FocusWords::new(lang, pledge.focus).share_of())
            }
            Caution::Undated => texts::caution_undated(lang).to_owned(),
            Caution::NotNewer => texts::caution_not_newer(lang, &day, &from),
            Caution::PublicEdition => texts::caution_public(lang).to_owned(),
            Caution::Gone(levels) => {
                texts::caution_gone(lang, &levels.join(", "), &levels.len().to_string())
            }
            Caution::New(levels) => texts::caution_new(lang, &levels.join(", ")),
        }
    }
}

/// The internal document; there is no other edition.
pub fn document(status: &Status, lang: Lang) -> Document {
    let follow = Follow::of(status, lang);
    let mut blocks = vec![Block::heading(1, texts::title(lang))];
    let organisation = status.review.pledge.organisation.trim();
    if !organisation.is_empty() {
        blocks.push(Block::paragraph(Role::Organisation, organisation));
    }
    blocks.push(Block::paragraph(Role::Lead, summary(status, &follow, lang)));
    for caution in status.cautions(&follow) {
        blocks.push(Block::paragraph(Role::Caution, status.caution(lang, &caution)));
    }
    blocks.push(Block::Facts(facts(status, lang)));
    blocks.extend(targets::compose(status, &follow, lang));
    blocks.extend(measures::compose(status, lang));
    blocks.extend(next::compose(status, &follow, lang));
    blocks.push(Block::paragraph(Role::Clause, report::clause(lang)));
    if let Some(now) = &status.now {
        blocks.push(Block::paragraph(Role::Source, benchmark::source_line(lang, now.benchmark)));
        blocks.extend(annex_sources::figures(now, lang));
    }
    blocks.extend(annex_sources::disclaimer(lang));
    let mark = report::internal(lang);
    let title = texts::title(lang).to_owned();
    let sheets = vec![Sheet { kind: SheetKind::Status, lang, mark, blocks }];
    Document { lang, title, visibility: Visibility::Internal, sheets }
}

/// How many targets and measures stand where.
fn summary(status: &Status, follow: &Follow, lang: Lang) -> String {
    let targets = match targets::sums(status, follow, lang) {
        parts if parts.is_empty() => texts::sum_no_targets(lang).to_owned(),
        parts => texts::sum_targets(lang, &parts.join(", ")),
    };
    let measures = match measures::sums(status, lang) {
        parts if parts.is_empty() => texts::sum_no_measures(lang).to_owned(),
        parts => texts::sum_measures(lang, &parts.join(", ")),
    };
    [targets, measures].join(" ")
}

fn facts(status: &Status, lang: Lang) -> Vec<Fact> {
    let pledge = &status.review.pledge;
    let fact = |term: &str, value: String| Fact { term: term.to_owned(), value, url: None };
    let compared =
        |name: &str, share: f64| texts::facts_benchmark(lang, name, &percent(lang, share));
    let day = |day: Option<Date>| day.map(|day| date(lang, day));
    let unknown = || report::annex_undated(lang).to_owned();
    let now = match (&status.now, day(status.day())) {
        (Some(_), Some(day)) => day,
        (Some(_), None) => unknown(),
        (None, _) => texts::facts_none(lang).to_owned(),
    };
    let signed = pledge.signature.day.unwrap_or(pledge.written);
    let mut facts = vec![
        fact(texts::facts_signed(lang), date(lang, signed)),
        fact(texts::facts_then(lang), day(pledge.reporting_date).unwrap_or_else(unknown)),
        fact(texts::facts_now(lang), now),
        fact(texts::facts_made(lang), date(lang, status.today)),
        fact(
            texts::facts_benchmark_then(lang),
            compared(&benchmark_then(pledge, lang), pledge.benchmark_share),
        ),
    ];
    if let Some(now) = &status.now {
        let share = now.assessment.benchmark_share.fraction();
        let name = benchmark::name(lang, now.benchmark);
        facts.push(fact(texts::facts_benchmark_now(lang), compared(&name, share)));
    }
    facts
}

/// What the pledge was compared with: a built-in one in this language, else as it was written.
fn benchmark_then(pledge: &SignedPledge, lang: Lang) -> String {
    match by_id(&pledge.benchmark_id) {
        Some(known) => benchmark::name(lang, &known),
        None => pledge.benchmark.clone(),
    }
}

/// The reservation that goes with every figure of a share.
fn not_discrimination(lang: Lang) -> Block {
    Block::paragraph(Role::Note, findings::note_not_discrimination(lang))
}
