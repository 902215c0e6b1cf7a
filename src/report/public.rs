//! The public edition of a pledge: what is promised, and the figures that point at nobody.
//!
//! Every count, share, verdict and target comes from [`Disclosed`] and [`Words`], never from the
//! assessment itself; what else is printed is the user's own words, dates, catalogue texts and the
//! benchmark. Which measures a pledge holds says nothing for sure about any count, because the user
//! chooses among all of them. Absent: p-values, statistics over several scopes, reasons and the
//! account of how targets were set: they rest on counts that may be hidden.
//!
//! Read next: [`super::public_tables`](mod@super::public_tables).

use super::document::{Block, Document, FigureId, Role, Sheet, SheetKind, Visibility};
use super::front::{self, measure_table};
use super::pledge::Source;
use super::{annex_sources, own_texts, public_figure, public_tables};
use crate::analysis::disclosure::{self, Disclosed, Words};
use crate::analysis::{Target, Verdict, Warning};
use crate::chart::Spec;
use crate::pledge::{LineId, MeasureLine, TargetLine};
use crate::text::focus::FocusWords;
use crate::text::{Lang, benchmark, count, date, disclosure as texts, report, warning};
use crate::workforce::Scope;

pub use super::own_texts::OwnNumber;

/// A pledge with what may be shown of it.
#[derive(Clone, Debug)]
pub struct Public<'a> {
    pub(super) source: Source<'a>,
    pub(super) disclosed: &'a Disclosed,
    pub(super) words: Words,
}

/// The public edition in one language; see [`Public`].
pub fn public_document(source: &Source, disclosed: &Disclosed, lang: Lang) -> Document {
    Public::of(source, disclosed).document(lang)
}

impl<'a> Public<'a> {
    /// `disclosed` must have been decided for the source's own table and focus group.
    pub fn of(source: &Source<'a>, disclosed: &'a Disclosed) -> Public<'a> {
        let targets: Vec<(usize, Target)> = source
            .pledge
            .targets
            .iter()
            .filter_map(|line| Some((level_of(source, line)?, line.computed?)))
            .collect();
        let words = disclosure::words(disclosed, source.assessment, source.assumptions, &targets);
        Public { source: *source, disclosed, words }
    }

    /// The document: the pledge, then the figures behind it.
    pub fn document(&self, lang: Lang) -> Document {
        let mark = texts::mark(lang);
        let sheet = |kind, blocks| Sheet { kind, lang, mark, blocks };
        let sheets = vec![
            sheet(SheetKind::Pledge, self.pledge(lang)),
            sheet(SheetKind::Annex, self.figures(lang)),
        ];
        let title = report::title(lang).to_owned();
        Document { lang, title, visibility: Visibility::Public, sheets }
    }

    /// What it is made from. Its counts may be hidden ones.
    pub fn source(&self) -> &Source<'a> {
        &self.source
    }

    /// The only figure of the document: levels, those that are hidden without bars.
    pub fn mirror(&self, lang: Lang) -> Spec {
        public_figure::levels(self, lang)
    }

    /// Numbers in the user's own words that are hidden elsewhere in the document; the words are
    /// printed as they are, so the user should look at them.
    pub fn own_numbers(&self) -> Vec<OwnNumber> {
        own_texts::numbers(self.source.pledge, self.disclosed)
    }

    /// The scope's verdict, where it may be printed.
    pub(super) fn verdict(&self, scope: Scope) -> Option<Verdict> {
        self.words.verdict(scope)
    }

    /// Whether a scope of the document lacks its counts.
    pub(super) fn hides_something(&self) -> bool {
        let assessment = self.source.assessment;
        let parts = assessment.levels.iter().chain(&assessment.areas);
        let scopes = std::iter::once(&assessment.whole).chain(parts).map(|result| result.scope);
        self.disclosed.hides_any_of(scopes)
    }

    fn pledge(&self, lang: Lang) -> Vec<Block> {
        let pledge = self.source.pledge;
        let mut blocks = vec![Block::heading(1, report::title(lang))];
        let organisation = pledge.organisation.value().trim();
        if !organisation.is_empty() {
            blocks.push(Block::paragraph(Role::Organisation, organisation));
        }
        if self.source.is_estimate() {
            blocks.push(Block::paragraph(Role::Caution, report::estimate(lang)));
        }
        blocks.extend(front::charter_passages(lang));
        blocks.extend(public_tables::targets(self, lang));
        let measures: Vec<&MeasureLine> = pledge.measures.iter().collect();
        let caption = report::measures_caption(lang);
        blocks.push(Block::Table(measure_table(lang, caption, &measures)));
        blocks.push(Block::paragraph(Role::Body, front::reviews(lang, pledge)));
        let note = pledge.note.trim();
        if !note.is_empty() {
            blocks.push(Block::paragraph(Role::Body, note));
        }
        blocks.push(Block::paragraph(Role::Clause, report::clause(lang)));
        let day = pledge.signed_on.map(|day| date(lang, day)).unwrap_or_default();
        let signature = [&pledge.signatory, &pledge.signatory_role, &pledge.place, &day];
        let signature: Vec<&str> =
            signature.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        if !signature.is_empty() {
            blocks.push(Block::paragraph(Role::Body, texts::signed(lang, &signature.join(", "))));
        }
        let people = self.disclosed.people(Scope::WholeOrganisation);
        let people = people.map(|people| count(lang, people));
        let from = front::figures_of(&self.source, lang, people);
        let source = benchmark::source_line(lang, self.source.benchmark);
        blocks.push(Block::paragraph(Role::Source, [from, source].join(" ")));
        blocks.push(Block::paragraph(Role::Source, report::self_assessment(lang)));
        blocks
    }

    fn figures(&self, lang: Lang) -> Vec<Block> {
        let source = &self.source;
        let mut blocks = vec![Block::heading(1, texts::figures_title(lang))];
        if !source.assessment.levels.is_empty() {
            let share_of = FocusWords::new(lang, source.assessment.focus).share_of();
            blocks.push(Block::Figure {
                id: FigureId::PublicMirror,
                title: report::annex_mirror_figure(lang, &share_of),
                summary: public_figure::summary(self, lang),
            });
        }
        blocks.extend(public_tables::levels(self, lang));
        blocks.extend(public_tables::areas(self, lang));
        blocks.extend(annex_sources::method(source, lang));
        let people = self.disclosed.people(Scope::WholeOrganisation);
        let not_stated = self.disclosed.not_stated(Scope::WholeOrganisation);
        let [people, not_stated] =
            [people, not_stated].map(|number| number.map(|number| count(lang, number)));
        let cautions = self.cautions(lang);
        blocks.extend(annex_sources::figures_of(source, lang, people, not_stated, cautions));
        blocks.extend(annex_sources::sources(source, lang));
        blocks.extend(annex_sources::disclaimer(lang));
        blocks
    }

    /// The cautions that say nothing about hidden counts.
    pub(super) fn cautions(&self, lang: Lang) -> Vec<String> {
        let subject = self.source.subject();
        let is_shown = |scope: Scope| self.disclosed.everybody(scope).is_some();
        let may_be_said = |warning: &&Warning| match **warning {
            Warning::OriginNotStated { scope, .. } | Warning::TooManyNotStated { scope, .. } => {
                is_shown(scope)
            }
            Warning::SmallNumbers { .. } => {
                let whole = Scope::WholeOrganisation;
                self.disclosed.people(whole).is_some()
                    && self.verdict(whole) == Some(Verdict::TooFew)
            }
            Warning::HiddenCells { .. } | Warning::TotalsContradictCells => false,
            Warning::FiguresAreEstimate
            | Warning::FiguresFromSurvey
            | Warning::NoReportingDate
            | Warning::OutsourcedWorkLeftOut
            | Warning::OutsourcedWorkNotAnswered
            | Warning::BenchmarkCoversAllAges
            | Warning::BenchmarkIsLabourMarket
            | Warning::BenchmarkIsDerived
            | Warning::BenchmarkIsSecondary
            | Warning::BenchmarkFarInTime { .. }
            | Warning::MethodChanged => true,
        };
        let said = self.source.assessment.warnings.iter().filter(may_be_said);
        said.map(|caution| warning::sentence(lang, &subject, caution)).collect()
    }
}

/// The level a target line is about, by index.
pub(super) fn level_of(source: &Source, line: &TargetLine) -> Option<usize> {
    let LineId::Target(key) = &line.id else { return None };
    source.workforce.table.levels().iter().position(|level| level.key == *key)
}
