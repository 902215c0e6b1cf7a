//! Benchmarks for people: name, period, population, status, source line, and the one word a
//! sentence uses for it ("byen").
//!
//! Absent: the shares themselves. Read next: [`super::subject`].

use super::{Lang, benchmarks, date, month, pick};
use crate::benchmark::{Benchmark, Bilingual, Kind, Licence, Period, Place, Population, Status};
use crate::workforce::Date;

/// What a sentence calls the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// "byen"
    pub noun: &'static str,
    /// "byens"
    pub theirs: &'static str,
    /// "Byens", where a sentence begins with it.
    pub theirs_first: &'static str,
    /// "i byen"
    pub inside: &'static str,
    /// Whether it is Copenhagen's population, the only one that is called "the city".
    pub is_city: bool,
}

/// The benchmark's words in a sentence: Copenhagen's population is "byen".
pub fn yardstick(lang: Lang, benchmark: &Benchmark) -> Yardstick {
    use benchmarks as texts;
    let is_city =
        *benchmark.place() == Place::CopenhagenMunicipality && benchmark.kind() == Kind::Population;
    let [noun, theirs, theirs_first, inside]: [fn(Lang) -> &'static str; 4] =
        match (benchmark.kind(), benchmark.place()) {
            (Kind::LabourMarket, _) => [
                texts::yardstick_labour_market,
                texts::theirs_labour_market,
                texts::theirs_first_labour_market,
                texts::inside_labour_market,
            ],
            (Kind::Population, Place::CopenhagenMunicipality) => [
                texts::yardstick_city,
                texts::theirs_city,
                texts::theirs_first_city,
                texts::inside_city,
            ],
            (Kind::Population, Place::ProvinceByenKobenhavn) => [
                texts::yardstick_province,
                texts::theirs_province,
                texts::theirs_first_province,
                texts::inside_province,
            ],
            (Kind::Population, Place::RegionHovedstaden) => [
                texts::yardstick_region,
                texts::theirs_region,
                texts::theirs_first_region,
                texts::inside_region,
            ],
            (Kind::Population, Place::Denmark) => [
                texts::yardstick_country,
                texts::theirs_country,
                texts::theirs_first_country,
                texts::inside_country,
            ],
            (Kind::Population, Place::Named(_) | Place::Other(_)) => [
                texts::yardstick_other,
                texts::theirs_other,
                texts::theirs_first_other,
                texts::inside_other,
            ],
        };
    Yardstick {
        noun: noun(lang),
        theirs: theirs(lang),
        theirs_first: theirs_first(lang),
        inside: inside(lang),
        is_city,
    }
}

/// "Københavns Kommune, alle aldre, 1. januar 2026".
pub fn name(lang: Lang, benchmark: &Benchmark) -> String {
    benchmarks::name(
        lang,
        place(lang, benchmark.place()),
        &population(lang, benchmark.population()),
        &period(lang, benchmark.period()),
    )
}

pub fn place(lang: Lang, place: &Place) -> &str {
    match place {
        Place::CopenhagenMunicipality => benchmarks::place_copenhagen(lang),
        Place::ProvinceByenKobenhavn => benchmarks::place_province(lang),
        Place::RegionHovedstaden => benchmarks::place_region(lang),
        Place::Denmark => benchmarks::place_denmark(lang),
        Place::Named(name) => words(lang, name),
        Place::Other(name) => name,
    }
}

/// Which people are counted: "alle aldre", "16-64 år".
pub fn population(lang: Lang, population: Population) -> String {
    match population {
        Population::AllAges => benchmarks::population_all_ages(lang).to_owned(),
        Population::Ages { from, to } => {
            benchmarks::population_ages(lang, &from.to_string(), &to.to_string())
        }
        Population::Employed => benchmarks::population_employed(lang).to_owned(),
        Population::Employees { from, to } => {
            benchmarks::population_employees(lang, &from.to_string(), &to.to_string())
        }
    }
}

/// As precise as the source: "1. januar 2026", "november 2023", "2012".
pub fn period(lang: Lang, period: Period) -> String {
    let Period { year, month: of_year, day } = period;
    let exact = of_year.zip(day).and_then(|(month, day)| Date::new(year, month, day).ok());
    match (exact, of_year) {
        (Some(day), _) => date(lang, day),
        (None, Some(of_year)) => {
            benchmarks::period_month(lang, month(lang, of_year), &year.to_string())
        }
        (None, None) => year.to_string(),
    }
}

/// Reported or derived, in one word.
pub fn status(lang: Lang, status: &Status) -> &'static str {
    match status {
        Status::Reported => benchmarks::status_reported(lang),
        Status::Derived(_) => benchmarks::status_derived(lang),
    }
}

/// Reported, or derived and how.
pub fn status_explained(lang: Lang, status: &Status) -> String {
    match status {
        Status::Reported => benchmarks::status_reported_long(lang).to_owned(),
        Status::Derived(how) => benchmarks::status_derived_long(lang, words(lang, how)),
    }
}

pub fn licence(lang: Lang, licence: &Licence) -> &'static str {
    match licence {
        Licence::CcBy4 => benchmarks::licence_cc_by(lang),
        Licence::Quotation => benchmarks::licence_quotation(lang),
    }
}

/// The line under a figure: "Kilde: Danmarks Statistik, FOLK1E, Københavns Kommune, ...".
pub fn source_line(lang: Lang, benchmark: &Benchmark) -> String {
    let source = benchmark.source();
    let line = if source.is_secondary { benchmarks::source_secondary } else { benchmarks::source };
    let (publisher, table) = (words(lang, &source.publisher), words(lang, &source.table));
    line(lang, publisher, table, &name(lang, benchmark))
}

/// Who published a figure and in which table: "Danmarks Statistik, FOLK1E".
pub fn publication(lang: Lang, benchmark: &Benchmark) -> String {
    let source = benchmark.source();
    [words(lang, &source.publisher), words(lang, &source.table)].join(", ")
}

/// The line under a figure of several benchmarks of one kind, each publication with its years:
/// "Kilde: Danmarks Statistik, FOLK1E (2008, 2011, 2016–2026). Københavns Kommune, alle aldre."
/// `None` without any.
pub fn series_source_line(lang: Lang, series: &[&Benchmark]) -> Option<String> {
    let newest = series.last()?;
    let mut parts: Vec<(bool, String, Vec<u16>)> = Vec::new();
    for benchmark in series {
        let (is_secondary, name) = (benchmark.source().is_secondary, publication(lang, benchmark));
        let year = benchmark.period().year;
        match parts.iter_mut().find(|part| (part.0, &part.1) == (is_secondary, &name)) {
            Some(part) => part.2.push(year),
            None => parts.push((is_secondary, name, vec![year])),
        }
    }
    let parts = parts.iter().map(|(is_secondary, name, years)| {
        let text =
            if *is_secondary { benchmarks::source_part_secondary } else { benchmarks::source_part };
        text(lang, name, &spans(years))
    });
    let parts: Vec<String> = parts.collect();
    let population = population(lang, newest.population());
    Some(benchmarks::sources(lang, &parts.join("; "), place(lang, newest.place()), &population))
}

/// Rising years, runs of three or more shortened: "2008, 2011, 2016–2026".
fn spans(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for &year in years {
        match spans.last_mut() {
            Some(span) if year <= span.1 + 1 => span.1 = year,
            _ => spans.push((year, year)),
        }
    }
    let words = spans.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => [first.to_string(), last.to_string()].join(", "),
        _ => [first.to_string(), last.to_string()].join("\u{2013}"),
    });
    words.collect::<Vec<String>>().join(", ")
}

/// Words that travel with data, in the reader's language.
pub fn words(lang: Lang, words: &Bilingual) -> &str {
    pick(lang, &words.da, &words.en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::{default_benchmark, series_like};
    use crate::workforce::Focus;

    #[test]
    fn runs_of_years_are_shortened_and_pairs_are_not() {
        assert_eq!(
            spans(&[2008, 2011, 2012, 2016, 2017, 2018, 2018]),
            "2008, 2011, 2012, 2016–2018"
        );
    }

    #[test]
    fn a_line_names_every_publication_it_was_taken_from() {
        let series = series_like(&default_benchmark(), Focus::default());
        let series: Vec<&Benchmark> = series.iter().collect();
        let line = series_source_line(Lang::Da, &series).expect("17 dates");
        let expected = "Kilde: Danmarks Statistik (via D. Hedegreen), FOLK1E (2008, 2011, 2015, \
            2019, 2022, 2026); Danmarks Statistik (via am-dashboard-dk), FOLK1E (2016–2026). \
            Københavns Kommune, alle aldre.";
        assert_eq!(line, expected);
        assert_eq!(series_source_line(Lang::Da, &[]), None);
    }
}
