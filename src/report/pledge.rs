//! A pledge with its assessment becomes a [`Document`]: page 1 to sign, then the annex.
//!
//! Page 1 is the pledge alone and holds to one A4 page; measures that do not fit move to the
//! annex and the page says so. The fixed legal clause stands on it whatever was edited. Absent:
//! formats. Read next: [`super::front`](mod@super::front), [`super::annex`](mod@super::annex).

use super::document::{Document, FigureId, Sheet, SheetKind, Visibility};
use super::{annex, front, mirror_figure};
use crate::analysis::{Assessment, Assumptions};
use crate::benchmark::Benchmark;
use crate::chart::Spec;
use crate::pledge::Pledge;
use crate::text::{Lang, Subject, finding, report};
use crate::workforce::{DataQuality, Workforce};

/// Everything a pledge document is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub pledge: &'a Pledge,
    pub workforce: &'a Workforce,
    pub assessment: &'a Assessment,
    pub benchmark: &'a Benchmark,
    /// The turnover behind the targets.
    pub assumptions: &'a Assumptions,
}

impl<'a> Source<'a> {
    pub(super) fn subject(&self) -> Subject<'a> {
        Subject {
            assessment: self.assessment,
            table: &self.workforce.table,
            benchmark: self.benchmark,
        }
    }

    pub(super) fn is_estimate(&self) -> bool {
        self.workforce.data_quality == DataQuality::Estimate
    }
}

/// The internal document: exact figures, marked as such on every sheet.
pub fn document(source: &Source, lang: Lang) -> Document {
    let front = front::compose(source, lang);
    let annex = annex::compose(source, lang, &front.moved);
    let mark = report::internal(lang);
    let sheets = vec![
        Sheet { kind: SheetKind::Pledge, lang, mark, blocks: front.blocks },
        Sheet { kind: SheetKind::Annex, lang, mark, blocks: annex },
    ];
    let title = report::title(lang).to_owned();
    Document { lang, title, visibility: Visibility::Internal, sheets }
}

/// What a figure of the internal document shows; every format draws it its own way.
pub fn figure(source: &Source, lang: Lang, id: FigureId) -> Spec {
    let subject = source.subject();
    match id {
        FigureId::Mirror => {
            let summary =
                [finding::headline(lang, &subject), finding::lead(lang, &subject)].join(" ");
            mirror_figure::levels(lang, &subject, source.workforce.reporting_date, summary)
        }
        // Exact figures must not get into a public document by this way; it draws its own.
        FigureId::PublicMirror => Spec::default(),
    }
}
