//! An assessment as plain text: headline, verdicts, findings, reservations.

use super::grid::{Align, Grid};
use crate::analysis::ScopeResult;
use crate::session::{AreaKey, Draft, LevelKey, Part, Place, Problem};
use crate::text::{
    Digits, Lang, Subject, benchmark, cli, column_name, count, decimal, finding, mirror, part_name,
    parts, percent_fixed, probability, problem_text, report, verdict, warning,
};
use crate::workforce::{Bounds, Scope};

/// Everything worth reading about an assessment.
pub fn assessment(subject: &Subject, lang: Lang) -> String {
    let found = subject.assessment;
    let mut text = format!(
        "{}\n{}\n\n{}\n",
        finding::headline(lang, subject),
        finding::lead(lang, subject),
        benchmark::source_line(lang, subject.benchmark),
    );
    let levels = std::iter::once(&found.whole).chain(found.levels.iter().rev());
    text.push_str(&section(cli::assess_by_level(lang), &verdicts(subject, levels, lang)));
    if !found.areas.is_empty() {
        let areas = verdicts(subject, found.areas.iter(), lang);
        text.push_str(&section(cli::assess_by_area(lang), &areas));
    }
    let findings: Vec<String> =
        found.findings.iter().map(|one| finding::sentence(lang, subject, one)).collect();
    text.push_str(&list(cli::assess_findings(lang), &findings));
    text.push_str(&list(cli::assess_warnings(lang), &warning::sentences(lang, subject)));
    text.push('\n');
    text.push_str(report::annex_not_discrimination(lang));
    text.push('\n');
    text
}

/// What is wrong or doubtful in the figures as typed, each with its place; empty when nothing is.
pub fn problems(problems: &[Problem], draft: &Draft, lang: Lang) -> String {
    let texts: Vec<String> = problems
        .iter()
        .map(|found| {
            let message = problem_text(lang, found);
            match place(found.place, draft, lang) {
                Some(place) => cli::table_places(lang, &place, &message),
                None => message,
            }
        })
        .collect();
    list(cli::assess_problems(lang), &texts)
}

/// "Ledelse, Drift, Dansk oprindelse"; `None` where the message says it.
fn place(place: Place, draft: &Draft, lang: Lang) -> Option<String> {
    let name = |part, id| {
        let parts = match part {
            Part::Level => &draft.levels,
            Part::Area => &draft.areas,
        };
        let found = parts.iter().find(|one| one.id == id)?;
        Some(part_name(lang, part, &found.name))
    };
    match place {
        Place::Cell(row, column) => {
            let level = match row.level {
                LevelKey::Level(id) => name(Part::Level, id),
                LevelKey::NotStated => Some(parts::level_not_stated(lang).to_owned()),
                LevelKey::All => None,
            };
            let area = match row.area {
                AreaKey::Area(id) => name(Part::Area, id),
                AreaKey::NotStated => Some(parts::area_not_stated(lang).to_owned()),
                AreaKey::All => None,
            };
            let all = || Some(parts::level_all(lang).to_owned());
            let row = if level.is_none() && area.is_none() { all() } else { level };
            let words = [row, area, Some(column_name(lang, column).to_owned())];
            Some(words.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        Place::PartName(part, id) => name(part, id),
        Place::ReportingDate | Place::Benchmark | Place::Grouping => None,
    }
}

fn section(heading: &str, body: &str) -> String {
    format!("\n{heading}\n\n{body}")
}

fn list(heading: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: Vec<String> = items.iter().map(|item| format!("- {item}\n")).collect();
    section(heading, &items.concat())
}

fn verdicts<'a>(
    subject: &Subject,
    results: impl Iterator<Item = &'a ScopeResult>,
    lang: Lang,
) -> String {
    let yardstick = benchmark::yardstick(lang, subject.benchmark);
    let mut grid = Grid::new([
        ("", Align::Left),
        (mirror::column_count(lang), Align::Right),
        (mirror::column_share(lang), Align::Right),
        (mirror::column_shortfall(lang), Align::Right),
        (mirror::column_p(lang), Align::Right),
        (mirror::column_verdict(lang), Align::Left),
    ]);
    for result in results {
        let name = match result.scope {
            Scope::WholeOrganisation => cli::assess_whole(lang),
            Scope::Level(level) | Scope::Cell { level, .. } => subject.level(level),
            Scope::Area(area) => subject.area(area),
        };
        let exact = result.representation.as_ref();
        let counts = [result.focus, result.base].map(|bounds| range(bounds, lang));
        grid.row([
            name.to_owned(),
            report::targets_of(lang, &counts[0], &counts[1]),
            exact
                .and_then(|exact| exact.share)
                .map_or_else(String::new, |share| percent_fixed(lang, share.fraction(), 1)),
            exact.filter(|exact| exact.shortfall_persons > 0.0).map_or_else(String::new, |exact| {
                decimal(lang, exact.shortfall_persons, Digits::Fixed(1))
            }),
            result.p_adjusted.map_or_else(String::new, |p| probability(lang, p)),
            verdict::label(lang, &result.conclusion, &yardstick),
        ]);
    }
    grid.text()
}

fn range(bounds: Bounds, lang: Lang) -> String {
    match (bounds.exact(), bounds.high) {
        (Some(people), _) => count(lang, people),
        (None, Some(high)) => cli::table_hidden(lang, &count(lang, bounds.low), &count(lang, high)),
        (None, None) => cli::table_missing(lang).to_owned(),
    }
}
