//! A benchmark as JSON: what `byspejl benchmarks --json` and `byspejl benchmark --json` print.
//!
//! Every figure with its status and source; described by public/schema/benchmarks-1.json.
//! Absent: reading one back (the project file keeps benchmarks in a shape of its own).

use crate::benchmark::{
    Benchmark, Confidence, GroupShare, Kind, Licence, Period, Place, Population, Status,
};
use crate::text::{Lang, benchmark};
use crate::workforce::Focus;
use serde_json::{Value, json};

/// The benchmark as a JSON value, with words in the language.
pub fn write(found: &Benchmark, lang: Lang) -> Value {
    let source = found.source();
    let words = |words| benchmark::words(lang, words);
    json!({
        "id": found.id(),
        "name": benchmark::name(lang, found),
        "place": {"id": place(found.place()), "name": benchmark::place(lang, found.place())},
        "population": population(found.population()),
        "kind": match found.kind() {
            Kind::Population => "population",
            Kind::LabourMarket => "labour_market",
        },
        "period": period(found.period()),
        "people": found.people(),
        "groups": found.groups().iter().map(|share| group(share, lang)).collect::<Vec<_>>(),
        "focus_share": found.share(Focus::default()).map(|share| share.fraction()),
        "confidence": match found.confidence() {
            Confidence::Medium => "medium",
            Confidence::MediumHigh => "medium_high",
            Confidence::High => "high",
        },
        "source": {
            "publisher": words(&source.publisher),
            "title": source.title,
            "table": words(&source.table),
            "primary_url": source.primary_url,
            "read_url": source.read_url,
            "licence": match source.licence {
                Licence::CcBy4 => "cc_by_4",
                Licence::Quotation => "quotation",
            },
            "secondary": source.is_secondary,
        },
        "notes": found.notes().iter().map(words).collect::<Vec<_>>(),
    })
}

fn group(share: &GroupShare, lang: Lang) -> Value {
    let (status, how) = match &share.status {
        Status::Reported => ("reported", None),
        Status::Derived(how) => ("derived", Some(benchmark::words(lang, how))),
    };
    json!({
        "group": share.group.id(),
        "share": share.share.fraction(),
        "count": share.count,
        "status": status,
        "derived_how": how,
    })
}

fn place(place: &Place) -> Option<&'static str> {
    match place {
        Place::CopenhagenMunicipality => Some("copenhagen_municipality"),
        Place::ProvinceByenKobenhavn => Some("province_copenhagen"),
        Place::RegionHovedstaden => Some("capital_region"),
        Place::Denmark => Some("denmark"),
        Place::Named(_) | Place::Other(_) => None,
    }
}

fn population(population: Population) -> Value {
    let of = |kind: &str, from: Option<u8>, to: Option<u8>| json!({"kind": kind, "from": from, "to": to});
    match population {
        Population::AllAges => of("all_ages", None, None),
        Population::Ages { from, to } => of("ages", Some(from), Some(to)),
        Population::Employed => of("employed", None, None),
        Population::Employees { from, to } => of("employees", Some(from), Some(to)),
    }
}

/// As precise as the source: "2026-01-01", "2023-11", "2012".
fn period(Period { year, month, day }: Period) -> String {
    let mut text = format!("{year:04}");
    for part in [month, month.and(day)].into_iter().flatten() {
        text.push_str(&format!("-{part:02}"));
    }
    text
}
