//! The end of the annex: the method in brief, how good the figures are, sources, and what the
//! document is not.

use super::charter::{Passage, Reading};
use super::document::{Block, Fact, Item, Role};
use super::front::{quality, range};
use super::pledge::Source;
use crate::analysis::{Conclusion, Verdict};
use crate::text::{Lang, benchmark, charter, date, findings, pick, report, verdict, warning};
use crate::workforce::OutsourcedWork;

/// The verdicts whose meaning the annex explains, in the order a reader meets them.
const EXPLAINED: [Verdict; 4] =
    [Verdict::Below, Verdict::MaybeBelow, Verdict::InLine, Verdict::TooFew];

pub(super) fn compose(source: &Source, lang: Lang) -> Vec<Block> {
    let mut blocks = method(source, lang);
    blocks.extend(figures(source, lang));
    blocks.extend(sources(source, lang));
    blocks.extend(disclaimer(lang));
    blocks.push(Block::paragraph(Role::Clause, report::clause(lang)));
    blocks
}

pub(super) fn disclaimer(lang: Lang) -> Vec<Block> {
    vec![
        Block::heading(2, report::annex_disclaimer(lang)),
        Block::paragraph(Role::Body, findings::note_self_assessment(lang)),
        Block::paragraph(Role::Body, report::annex_not_discrimination(lang)),
        Block::paragraph(Role::Body, charter::addition(lang)),
    ]
}

pub(super) fn method(source: &Source, lang: Lang) -> Vec<Block> {
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let items = EXPLAINED.map(|explained| {
        let label = verdict::verdict_label(lang, explained, &yardstick);
        let conclusion = Conclusion::Certain(explained);
        let method = &source.assessment.method;
        let meaning = verdict::explanation(lang, &conclusion, method, &yardstick);
        Item::text(report::annex_method_verdict(lang, &capitalised(&label), &meaning))
    });
    vec![
        Block::heading(2, report::annex_method(lang)),
        Block::paragraph(Role::Body, report::annex_method_census(lang)),
        Block::List { ordered: false, items: items.to_vec() },
    ]
}

/// How good the figures are, and cautions.
pub(super) fn figures(source: &Source, lang: Lang) -> Vec<Block> {
    let whole = &source.assessment.whole;
    let cautions = warning::sentences(lang, &source.subject());
    let (people, not_stated) = (range(lang, whole.base), range(lang, whole.not_stated));
    figures_of(source, lang, people, not_stated, cautions)
}

/// How good the figures are, with these numbers of people with and without stated origin, where
/// they are known or said, as they are said, and these cautions.
pub(super) fn figures_of(
    source: &Source,
    lang: Lang,
    people: Option<String>,
    not_stated: Option<String>,
    cautions: Vec<String>,
) -> Vec<Block> {
    let workforce = source.workforce;
    let number = |people: Option<String>| people.unwrap_or_else(|| report::none(lang).to_owned());
    let day = workforce.reporting_date.map(|day| date(lang, day));
    let outsourced = match workforce.outsourced_work {
        OutsourcedWork::NotAnswered => report::outsourced_not_answered(lang),
        OutsourcedWork::None => report::outsourced_none(lang),
        OutsourcedWork::Included => report::outsourced_included(lang),
        OutsourcedWork::LeftOut => report::outsourced_left_out(lang),
    };
    let fact = |term: &str, value: String| Fact { term: term.to_owned(), value, url: None };
    let facts = vec![
        fact(report::annex_quality_source(lang), quality(lang, workforce.data_quality).to_owned()),
        fact(
            report::annex_quality_day(lang),
            day.unwrap_or_else(|| report::annex_undated(lang).to_owned()),
        ),
        fact(report::annex_quality_people(lang), number(people)),
        fact(report::annex_quality_not_stated(lang), number(not_stated)),
        fact(report::annex_quality_outsourced(lang), outsourced.to_owned()),
    ];
    let mut blocks = vec![Block::heading(2, report::annex_quality(lang)), Block::Facts(facts)];
    if !cautions.is_empty() {
        blocks.push(Block::heading(3, report::annex_cautions(lang)));
        let items = cautions.into_iter().map(Item::text).collect();
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}

pub(super) fn sources(source: &Source, lang: Lang) -> Vec<Block> {
    let from = source.benchmark.source();
    let publisher = pick(lang, &from.publisher.da, &from.publisher.en);
    let link = |term: &str, value: &str, url: &str| Fact {
        term: term.to_owned(),
        value: value.to_owned(),
        url: Some(url.to_owned()),
    };
    let mut facts = vec![link(report::annex_publisher(lang), publisher, &from.primary_url)];
    if from.read_url != from.primary_url {
        facts.push(link(report::annex_read_at(lang), &from.title, &from.read_url));
    }
    let readings = Reading::ALL.into_iter().filter(|reading| {
        // The English wording's source is no source of a Danish document.
        lang == Lang::En || *reading != Reading::CouncilOfEurope
    });
    let charter_sources = readings.map(|reading| Item::text(reading.citation(lang))).collect();
    let mut blocks = vec![
        Block::heading(2, report::annex_sources(lang)),
        Block::paragraph(Role::Source, benchmark::source_line(lang, source.benchmark)),
        Block::Facts(facts),
        Block::List { ordered: false, items: charter_sources },
    ];
    if lang != Lang::Da {
        blocks.push(Block::heading(3, report::annex_charter(lang)));
        let wordings = Passage::ALL.map(|passage| Item {
            text: passage.wording(Lang::Da).to_owned(),
            lang: Some(Lang::Da),
        });
        blocks.push(Block::List { ordered: false, items: wordings.to_vec() });
    }
    blocks
}

/// A label at the beginning of a line.
fn capitalised(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
