//! The small facts every data file is made of, and how each is written as Rust.

use serde::Deserialize;

/// Words in both languages.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub da: String,
    pub en: String,
}

impl Words {
    pub fn rust(&self, at: &str) -> String {
        let empty = [&self.da, &self.en].into_iter().any(|text| text.trim().is_empty());
        assert!(!empty, "{at}: words are needed in both languages");
        format!("Bilingual::fixed({:?}, {:?})", self.da, self.en)
    }
}

/// A source that is its own primary one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnSource {
    publisher: Words,
    title: String,
    table: Words,
    url: String,
    licence: Licence,
    secondary: bool,
}

impl OwnSource {
    pub fn rust(&self, at: &str) -> String {
        source(
            SourceParts {
                publisher: &self.publisher,
                title: &self.title,
                table: &self.table,
                primary_url: &self.url,
                read_url: &self.url,
                licence: self.licence,
                secondary: self.secondary,
            },
            at,
        )
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Licence {
    #[serde(rename = "cc-by-4.0")]
    CcBy4,
    #[serde(rename = "quotation")]
    Quotation,
}

pub struct SourceParts<'a> {
    pub publisher: &'a Words,
    pub title: &'a str,
    pub table: &'a Words,
    pub primary_url: &'a str,
    pub read_url: &'a str,
    pub licence: Licence,
    pub secondary: bool,
}

pub fn source(parts: SourceParts, at: &str) -> String {
    assert!(!parts.title.trim().is_empty(), "{at}: the source has no title");
    for url in [parts.primary_url, parts.read_url] {
        let is_address = url.starts_with("https://") || url.starts_with("http://");
        assert!(is_address && !url.contains(' '), "{at}: {url:?} is no address");
    }
    format!(
        "Source {{ publisher: {}, title: {}, table: {}, primary_url: {}, read_url: {}, \
         licence: Licence::{:?}, is_secondary: {} }}",
        parts.publisher.rust(at),
        cow(parts.title),
        parts.table.rust(at),
        cow(parts.primary_url),
        cow(parts.read_url),
        parts.licence,
        parts.secondary,
    )
}

pub fn cow(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

/// "2026-01-01", "2023-11" or "2013".
pub fn period(text: &str, at: &str) -> String {
    let parts: Vec<u16> = text
        .split('-')
        .map(|part| part.parse().unwrap_or_else(|_| panic!("{at}: {text:?} is no date")))
        .collect();
    let month_fits = parts.get(1).is_none_or(|month| (1..=12).contains(month));
    let day_fits = parts.get(2).is_none_or(|day| (1..=31).contains(day));
    let year_fits = (1900..=2199).contains(&parts[0]);
    assert!(parts.len() <= 3 && year_fits && month_fits && day_fits, "{at}: {text:?} is no date");
    format!("Period {{ year: {}, month: {:?}, day: {:?} }}", parts[0], parts.get(1), parts.get(2))
}

/// A percentage with at most two decimals, in hundredths of a percent.
pub fn basis_points(percent: f64, at: &str) -> u32 {
    let points = (percent * 100.0).round();
    let is_exact = (percent * 100.0 - points).abs() < 1e-6;
    assert!(is_exact && (0.0..=10_000.0).contains(&points), "{at}: {percent} is no share");
    points as u32
}

/// Stops the build when a count does not give the printed percentage.
pub fn check_count(part: u64, whole: u64, percent: f64, decimals: i32, at: &str) {
    assert!(whole > 0 && part <= whole, "{at}: {part} of {whole} is no share");
    let computed = 100.0 * part as f64 / whole as f64;
    let half_unit = 0.5 * 10f64.powi(-decimals);
    assert!(
        (computed - percent).abs() <= half_unit + 1e-9,
        "{at}: {part} of {whole} is {computed:.4} %, not {percent} %"
    );
}
