//! Every row of the population table is used, or left out for one of the reasons that
//! data/README.md gives.

use crate::rows::{Row, area_code, columns, source_ids, table, written};
use byspejl::benchmark::all;

/// Why a row is no benchmark, in the order of data/README.md.
fn reason(row: &Row) -> Option<&'static str> {
    let is = |key: &str, value: &str| row[key] == value;
    let source = &*row["source_id"];
    Some(match () {
        () if row["share_status"].starts_with("PROJECTION") => "projection",
        () if row["share_status"].contains("rounded") => "rounded to a whole percent",
        () if row["share_status"].contains("a little over") => "rounded to a whole percent",
        () if row["region_group"].starts_with("country:") => "country of birth",
        () if row["share_status"].contains("share OF") => "share of another group",
        () if row["area_code"].contains(':') => "district",
        () if is("area_code", "183") => "single figure of the country's extreme",
        () if ["IBARO", "ANKEST", "TRAP"].contains(&source) => "repeats a better row",
        () if source == "PIGLIX" => "no address",
        () if source == "SN17" => "rounded to a whole percent",
        () if is("area_code", "000") && is("date", "2011-01-01") && source == "HEDE" => {
            "repeats a better row"
        }
        () if is("region_group", "non_western") && !is("area_code", "084") => {
            "one group without the others"
        }
        () if is("ancestry", "total") => "a total, not a share",
        () => return None,
    })
}

#[test]
fn every_row_is_in_a_pack_or_left_out_for_a_stated_reason() {
    let sources = source_ids();
    let packs: Vec<_> = all().filter(|pack| pack.covers_all_ages()).collect();
    for row in table("population_ancestry") {
        let is_used = packs.iter().any(|pack| {
            area_code(pack.place()) == row["area_code"]
                && written(pack.period()) == row["date"]
                && sources[pack.id()] == row["source_id"]
                && pack
                    .groups()
                    .iter()
                    .any(|group| columns(group.group) == (&*row["ancestry"], &*row["region_group"]))
        });
        assert!(is_used || reason(&row).is_some(), "neither used nor left out: {row:?}");
    }
}

#[test]
fn each_reason_stands_in_the_data_readme() {
    let readme = std::fs::read_to_string("data/README.md").expect("data/README.md");
    for reason in table("population_ancestry").iter().filter_map(reason) {
        assert!(readme.contains(reason), "data/README.md does not explain: {reason}");
    }
}
