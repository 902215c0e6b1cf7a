//! Every figure of every pack against its row.

use crate::rows::{Row, columns, find, json, number, same, source_ids, table, written};
use byspejl::benchmark::{Benchmark, Facts, Population, Status, all, by_id, level_packs};
use byspejl::workforce::{Focus, Origin};

fn all_ages() -> impl Iterator<Item = Benchmark> {
    all().filter(Benchmark::covers_all_ages)
}

#[test]
fn every_pack_can_be_constructed_from_its_own_facts() {
    for pack in all() {
        let facts = Facts {
            id: pack.id().to_owned().into(),
            place: pack.place().clone(),
            population: pack.population(),
            kind: pack.kind(),
            period: pack.period(),
            people: pack.people(),
            groups: pack.groups().to_vec(),
            source: pack.source().clone(),
        };
        assert!(Benchmark::new(facts).is_ok(), "{}", pack.id());
        assert!(pack.share(Focus::default()).is_some(), "{}", pack.id());
    }
}

#[test]
fn every_reported_share_stands_in_its_row() {
    let rows = table("population_ancestry");
    let sources = source_ids();
    for pack in all_ages() {
        for group in pack.groups().iter().filter(|group| group.status == Status::Reported) {
            let row = find(&rows, &pack, &sources[pack.id()], group.group)
                .unwrap_or_else(|| panic!("{}: no row for {:?}", pack.id(), group.group));
            assert!(row["share_status"].starts_with("reported"), "{}: {row:?}", pack.id());
            assert_eq!(group.share.percent(), number(&row["share_pct"]), "{}", pack.id());
        }
    }
}

#[test]
fn every_derived_share_is_a_row_marked_derived_or_what_is_left_to_100_percent() {
    let rows = table("population_ancestry");
    let sources = source_ids();
    for pack in all_ages() {
        let derived = |status: &Status| matches!(status, Status::Derived(_));
        for group in pack.groups().iter().filter(|group| derived(&group.status)) {
            let others: f64 = pack
                .groups()
                .iter()
                .filter(|other| other.group != group.group)
                .map(|other| other.share.percent())
                .sum();
            match find(&rows, &pack, &sources[pack.id()], group.group) {
                Some(row) if group.count.is_none() => {
                    assert!(row["share_status"].starts_with("derived"), "{}", pack.id());
                    assert_eq!(group.share.percent(), number(&row["share_pct"]), "{}", pack.id());
                }
                Some(_) => {}
                None => assert!(same(group.share.percent(), 100.0 - others), "{}", pack.id()),
            }
        }
    }
}

#[test]
fn only_reported_counts_are_counts() {
    let rows = table("population_ancestry");
    let sources = source_ids();
    let mut counts = 0;
    for pack in all_ages() {
        for group in pack.groups() {
            let Some(count) = group.count else { continue };
            let row = find(&rows, &pack, &sources[pack.id()], group.group)
                .unwrap_or_else(|| panic!("{}: no row for {:?}", pack.id(), group.group));
            assert_eq!(row["count_status"], "reported", "{}", pack.id());
            assert_eq!(row["count"], count.to_string(), "{}", pack.id());
            counts += 1;
        }
    }
    // Five groups in each of three years, two groups of the region, two single counts.
    assert_eq!(counts, 19);
}

#[test]
fn confidence_and_read_address_are_those_of_the_row() {
    let rows = table("population_ancestry");
    let sources = source_ids();
    for pack in all_ages() {
        let row = pack
            .groups()
            .iter()
            .rev()
            .find_map(|group| find(&rows, &pack, &sources[pack.id()], group.group))
            .unwrap_or_else(|| panic!("{}: no row", pack.id()));
        assert!(row["url"].starts_with(&*pack.source().read_url), "{}", pack.id());
        let confidence = format!("{:?}", pack.confidence()).to_lowercase();
        assert_eq!(confidence, row["confidence"].replace('-', ""), "{}", pack.id());
    }
}

#[test]
fn every_prepared_pack_is_in_the_catalogue_unchanged() {
    let prepared = json("tests/reference/data/benchmark_packs.json");
    for expected in prepared["packs"].as_array().expect("a list of packs") {
        let id = expected["id"].as_str().expect("an identifier");
        let Some(groups) = expected["groups"].as_object() else {
            assert!(level_packs().iter().any(|pack| pack.id == id), "{id}");
            continue;
        };
        let pack = by_id(id).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(written(pack.period()), expected["date"], "{id}");
        assert_eq!(
            pack.source().primary_url,
            *expected["source"]["primary_url"].as_str().expect("an address")
        );
        assert_eq!(groups.len(), pack.groups().len(), "{id}");
        for group in pack.groups() {
            let share = groups[group.group.id()].as_f64().expect("a share");
            assert!(same(group.share.percent(), share), "{id} {:?}", group.group);
            let count = expected["counts"][group.group.id()].as_u64();
            assert_eq!(group.count, count, "{id} {:?}", group.group);
        }
        if let Some(people) = expected["population"].as_u64() {
            assert_eq!(pack.people(), Some(people), "{id}");
        }
    }
}

fn both_sexes(rows: &[Row], group: Option<Origin>, value: &str) -> u64 {
    let (ancestry, region) = group.map_or(("total", "all"), columns);
    let of = |sex: &str| {
        let row = rows.iter().find(|row| {
            row["sex"] == sex && row["ancestry"] == ancestry && row["region_group"] == region
        });
        row.expect("a row for each sex")[value].parse::<u64>().expect("a count")
    };
    assert_eq!(of("men") + of("women"), of("total"));
    of("total")
}

#[test]
fn residents_of_16_to_64_are_men_plus_women() {
    let rows: Vec<Row> = table("working_age_ancestry")
        .into_iter()
        .filter(|row| row["source_id"] == "INDV13")
        .collect();
    let pack = by_id("dk-16-64-2012-5").expect("in the catalogue");
    assert_eq!(pack.population(), Population::Ages { from: 16, to: 64 });
    assert_eq!(pack.people(), Some(both_sexes(&rows, None, "count")));
    for group in pack.groups() {
        assert_eq!(group.count, Some(both_sexes(&rows, Some(group.group), "count")));
    }
}

#[test]
fn levels_and_all_employees_of_2012_are_men_plus_women() {
    let rows = table("occupation_level_representation");
    let of_level = |code: &str| -> Vec<Row> {
        rows.iter().filter(|row| row["level_code"] == code).cloned().collect()
    };
    let pack = &level_packs()[0];
    let codes = ["top_manager", "highest_level", "other_employee"];
    assert_eq!(pack.levels.len(), codes.len());
    let figures = pack.levels.iter().map(|(_, figures)| figures).chain([&pack.all]);
    for (figures, code) in figures.zip(codes.into_iter().chain(["employees"])) {
        let rows = of_level(code);
        assert_eq!(figures.people, both_sexes(&rows, Some(Origin::Danish), "level_total"));
        for group in figures.groups {
            assert_eq!(group.count, Some(both_sexes(&rows, Some(group.group), "count")), "{code}");
        }
    }
    let employees = by_id("dk-employees-2012-5").expect("in the catalogue");
    assert_eq!(employees.groups(), pack.all.groups);
    assert_eq!(employees.people(), Some(pack.all.people));
}

#[test]
fn levels_of_2012_give_the_prepared_shares() {
    let prepared = json("tests/reference/data/benchmark_packs.json");
    let packs = prepared["packs"].as_array().expect("a list of packs");
    let levels = &packs.iter().find(|pack| pack["levels"].is_object()).expect("one")["levels"];
    let pack = &level_packs()[0];
    let non_western = Focus::of(&[Origin::NonWestern]).expect("a proper part");
    let figures = pack.levels.iter().map(|(_, figures)| figures).chain([&pack.all]);
    let keys = ["top_manager", "highest_level", "other_employee", "all_employees"];
    for (figures, key) in figures.zip(keys) {
        let level = &levels[key];
        assert_eq!(figures.people, level["total_count"].as_u64().expect("a count"), "{key}");
        let share = |focus| figures.share(focus).expect("five groups can be split").percent();
        let expected = |group: &str| level[group].as_f64().expect("a share");
        assert!(same(share(non_western), expected("non_western")), "{key}");
        assert!(same(100.0 - share(Focus::default()), expected("danish_origin")), "{key}");
    }
}

#[test]
fn employed_people_of_2013_and_2023_stand_in_their_rows() {
    let rows = table("employment_rates");
    for id in ["dk-employed-2013", "dk-employed-2023"] {
        let pack = by_id(id).expect("in the catalogue");
        let find = |indicator: &str, (ancestry, region): (&str, &str)| -> &Row {
            let fits = |row: &&Row| {
                row["source_id"] == "NYT2023RAS"
                    && row["date"] == written(pack.period())
                    && row["indicator"] == indicator
                    && (&*row["ancestry"], &*row["region_group"]) == (ancestry, region)
            };
            rows.iter().find(fits).unwrap_or_else(|| panic!("{id}: no {indicator} {ancestry}"))
        };
        let people = find("employed", ("total", "all"))["value"].parse().expect("a count");
        assert_eq!(pack.people(), Some(people), "{id}");
        for group in pack.groups() {
            let row = find("share_of_employed", columns(group.group));
            assert_eq!(group.share.percent(), number(&row["value"]), "{id}");
            let is_reported = group.status == Status::Reported;
            assert_eq!(is_reported, row["status"] == "reported", "{id} {:?}", group.group);
            assert_eq!(group.count, None, "{id}: its counts are rounded");
        }
        let reported = find("share_of_employed", ("immigrant_or_descendant", "all"));
        let share = pack.share(Focus::default()).expect("three groups can be split").percent();
        assert!(same(share, number(&reported["value"])), "{id}");
    }
}
