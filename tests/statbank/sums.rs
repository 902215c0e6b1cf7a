//! What is added up, what is not, and what is checked.

use super::{WORKING_AGES, counts, fault, read, wish};
use byspejl::benchmark::{self, Place, Status};
use byspejl::exchange::statbank::{Ages, Fault, Wish};
use byspejl::workforce::{Grouping, Origin};

/// One area, one quarter; rows of age, group code and people.
fn table(rows: &[(&str, &str, u64)]) -> String {
    let line =
        |(age, group, people): &(&str, &str, u64)| format!("101;{age};{group};2026K1;{people}\n");
    ["OMRÅDE;ALDER;HERKOMST;TID;INDHOLD\n".to_owned(), rows.iter().map(line).collect()].concat()
}

fn grouped(grouping: Grouping) -> Wish {
    Wish { grouping: Some(grouping), ..wish(Ages::AllAges) }
}

const HIERARCHY: [(&str, &str, u64); 8] = [
    ("IALT", "TOT", 1000),
    ("IALT", "1", 700),
    ("IALT", "21", 200),
    ("IALT", "24", 90),
    ("IALT", "25", 110),
    ("IALT", "31", 100),
    ("IALT", "34", 40),
    ("IALT", "35", 60),
];

#[test]
fn a_subtotal_is_never_added_to_its_parts() {
    let table = table(&HIERARCHY);
    for (grouping, expected) in [
        (Grouping::Two, &[700, 300][..]),
        (Grouping::ThreeByGeneration, &[700, 200, 100]),
        (Grouping::ThreeByRegion, &[700, 130, 170]),
        (Grouping::Five, &[700, 90, 110, 40, 60]),
    ] {
        let benchmark = read("FOLK1E.csv", &table, &grouped(grouping)).expect("a benchmark");
        assert_eq!(counts(&benchmark), expected, "{grouping:?}");
        assert_eq!(benchmark.people(), Some(1000));
    }
}

#[test]
fn a_subtotal_that_is_published_is_reported_and_a_sum_is_derived() {
    let benchmark = read("FOLK1E.csv", &table(&HIERARCHY), &grouped(Grouping::ThreeByGeneration))
        .expect("a benchmark");
    assert!(benchmark.groups().iter().all(|group| group.status == Status::Reported));
    let benchmark =
        read("FOLK1E.csv", &table(&HIERARCHY), &grouped(Grouping::Two)).expect("a benchmark");
    assert_eq!(benchmark.groups()[0].status, Status::Reported);
    let Status::Derived(how) = &benchmark.groups()[1].status else { panic!("it was added up") };
    assert_eq!(how.da, "summen af tabellens tal for Indvandrere, Efterkommere");
}

#[test]
fn a_subtotal_that_disagrees_with_its_parts_is_refused_at_its_place() {
    let mut rows = HIERARCHY;
    rows[3].2 = 91;
    let refused =
        read("FOLK1E.csv", &table(&rows), &grouped(Grouping::Two)).expect_err("it disagrees");
    assert_eq!(refused.fault, Fault::TotalDisagrees { given: 200, sum: 201 });
    assert_eq!(refused.at.map(|at| (at.row, at.column)), Some((4, 5)));
}

#[test]
fn a_total_that_disagrees_is_refused_and_those_not_stated_belong_to_it() {
    let mut rows = HIERARCHY.to_vec();
    rows[0].2 = 1010;
    let refused = read("FOLK1E.csv", &table(&rows), &grouped(Grouping::Two));
    assert_eq!(fault(refused), Fault::TotalDisagrees { given: 1010, sum: 1000 });
    rows.push(("IALT", "0", 10));
    let benchmark =
        read("FOLK1E.csv", &table(&rows), &grouped(Grouping::Two)).expect("they add up");
    assert_eq!(benchmark.people(), Some(1000), "those not stated are no part of the base");
}

#[test]
fn three_groups_in_five_year_ages_give_15_to_64_and_never_18_to_64() {
    let mut rows = Vec::new();
    let ages: Vec<String> = (0..20)
        .map(|n| format!("{}-{} years", 5 * n, 5 * n + 4))
        .chain(["100 years and over".to_owned()])
        .collect();
    for (n, age) in (1..).zip(&ages) {
        rows.extend(
            [("Persons of Danish origin", 10 * n), ("Immigrants", 3 * n), ("Descendants", n)]
                .map(|(group, people)| (age.as_str(), group, people)),
        );
    }
    let table = table(&rows);
    let three = |ages| Wish { grouping: Some(Grouping::ThreeByGeneration), ..wish(ages) };
    let refused = read("", &table, &three(WORKING_AGES)).expect_err("a group would be cut");
    assert_eq!(
        refused.fault,
        Fault::AgesDoNotFit { from: 18, to: 64, nearest: vec![(20, 64), (15, 64)] }
    );
    assert_eq!(refused.at.map(|at| (at.row, at.column)), Some((1, 2)));
    // 15-19 is the fourth group, 60-64 the thirteenth.
    let sum: u64 = (4..=13).sum();
    let benchmark =
        read("", &table, &three(Ages::Ages { from: 15, to: 64 })).expect("whole groups");
    assert_eq!(counts(&benchmark), [10 * sum, 3 * sum, sum]);
    assert_eq!(&*benchmark.source().table.en, "FOLK1C");
    let all: u64 = (1..=21).sum();
    let benchmark = read("", &table, &three(Ages::AllAges)).expect("everybody");
    assert_eq!(counts(&benchmark), [10 * all, 3 * all, all]);
    let five = read("", &table, &wish(Ages::AllAges));
    assert_eq!(fault(five), Fault::GroupingNotThere { grouping: Grouping::Five });
}

#[test]
fn a_total_of_all_ages_is_held_against_the_ages() {
    let mut rows: Vec<(String, &str, u64)> = Vec::new();
    for group in ["1", "24", "25", "34", "35"] {
        rows.extend((0..=125).map(|age| (age.to_string(), group, 2)));
        rows.push(("IALT".to_owned(), group, 252));
    }
    let text = |rows: &[(String, &str, u64)]| {
        let rows: Vec<_> =
            rows.iter().map(|(age, group, people)| (age.as_str(), *group, *people)).collect();
        table(&rows)
    };
    let benchmark = read("", &text(&rows), &wish(Ages::AllAges)).expect("they add up");
    assert!(benchmark.groups().iter().all(|group| group.status == Status::Reported));
    rows[40].2 = 3;
    let refused = read("", &text(&rows), &wish(Ages::AllAges));
    assert_eq!(fault(refused), Fault::TotalDisagrees { given: 252, sum: 253 });
    // Without the total the sum is all there is, and is marked as one.
    rows.retain(|(age, ..)| age != "IALT");
    let benchmark = read("", &text(&rows), &wish(Ages::AllAges)).expect("everybody");
    assert_eq!(benchmark.people(), Some(5 * 252 + 1));
    assert!(matches!(benchmark.groups()[0].status, Status::Derived(_)));
}

/// The rows of a CSV with a heading, each as columns by name.
fn published() -> Vec<(String, String, String, u64)> {
    let text = include_str!("../reference/data/working_age_ancestry.csv");
    let heading: Vec<&str> = text.lines().next().expect("a heading").split(',').collect();
    let column = |name: &str| heading.iter().position(|known| *known == name).expect("a column");
    let wanted = [column("sex"), column("ancestry"), column("region_group"), column("count")];
    let rows = text.lines().filter(|line| line.starts_with("All Denmark,000,2012-01-01,,16,64,"));
    rows.filter_map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let [sex, ancestry, region, count] = wanted.map(|column| cells[column].to_owned());
        Some((sex, ancestry, region, count.parse().ok()?))
    })
    .collect()
}

#[test]
fn published_counts_of_men_and_women_give_the_built_in_shares_of_2012() {
    let mut text = "OMRÅDE;KØN;ALDER;HERKOMST;TID;INDHOLD\n".to_owned();
    for (sex, ancestry, region, people) in published() {
        let group = match (ancestry.as_str(), region.as_str()) {
            ("danish_origin", _) => "1",
            ("immigrant", "western") => "24",
            ("immigrant", "non_western") => "25",
            ("descendant", "western") => "34",
            ("descendant", "non_western") => "35",
            _ => continue,
        };
        let sex = match sex.as_str() {
            "men" => "1",
            "women" => "2",
            _ => continue,
        };
        text += &format!("000;{sex};16-64;{group};2012K1;{people}\n");
    }
    assert_eq!(text.lines().count(), 11, "five groups of two sexes");
    let wish = Wish { ages: Some(Ages::Ages { from: 16, to: 64 }), ..Wish::default() };
    let own = read("", &text, &wish).expect("a benchmark");
    let built_in = benchmark::by_id("dk-16-64-2012-5").expect("the pack");
    assert_eq!(*own.place(), Place::Denmark);
    assert_eq!(own.people(), built_in.people());
    assert_eq!(counts(&own), counts(&built_in));
    for (own, built_in) in own.groups().iter().zip(built_in.groups()) {
        assert_eq!((own.group, own.share), (built_in.group, built_in.share));
    }
    let Status::Derived(how) = &own.groups()[0].status else { panic!("two sexes were added") };
    assert_eq!(how.da, "summen af tabellens tal for mænd og kvinder");
}

#[test]
fn men_and_women_that_do_not_make_up_their_total_are_refused() {
    let text = "OMRÅDE;KØN;HERKOMST;TID;INDHOLD\n101;TOT;1;2026K1;10\n101;1;1;2026K1;4\n101;2;1;2026K1;5\n\
                101;TOT;24;2026K1;1\n101;TOT;25;2026K1;1\n101;TOT;34;2026K1;1\n101;TOT;35;2026K1;1\n";
    let refused = read("", text, &wish(Ages::AllAges)).expect_err("it disagrees");
    assert_eq!(refused.fault, Fault::TotalDisagrees { given: 10, sum: 9 });
    assert_eq!(refused.at.map(|at| (at.row, at.column)), Some((2, 5)));
}

#[test]
fn a_group_may_be_empty_but_somebody_has_to_live_there() {
    let five = |danish: u64| {
        table(&[
            ("IALT", "1", danish),
            ("IALT", "24", 0),
            ("IALT", "25", 0),
            ("IALT", "34", 0),
            ("IALT", "35", 0),
        ])
    };
    let benchmark = read("", &five(7), &wish(Ages::AllAges)).expect("somebody");
    assert_eq!(
        benchmark.share(byspejl::workforce::Focus::default()).map(|share| share.fraction()),
        Some(0.0)
    );
    assert_eq!(benchmark.groups()[1].group, Origin::ImmigrantWestern);
    assert_eq!(fault(read("", &five(0), &wish(Ages::AllAges))), Fault::Nobody);
}

/// A table of the shape of the City's own bank.
const CITY: &str = "distrikt;herkomst;tid;indhold\n\
    I alt;Personer med dansk oprindelse;2026K1;70\nI alt;Indvandrere;2026K1;20\nI alt;Efterkommere;2026K1;10\n\
    Indre By;Personer med dansk oprindelse;2026K1;7\nIndre By;Indvandrere;2026K1;2\nIndre By;Efterkommere;2026K1;1\n";

#[test]
fn the_citys_own_bank_is_named_as_publisher_and_its_total_is_copenhagen() {
    let all = Wish { grouping: None, ..wish(Ages::AllAges) };
    let by_name = read("KKBEF99.csv", CITY, &all).expect("a benchmark");
    let named = Wish { table: Some("KKBEF99".to_owned()), ..all.clone() };
    assert_eq!(read("download.csv", CITY, &named), Ok(by_name.clone()));
    assert_eq!(
        fault(read("download.csv", CITY, &all)),
        Fault::TableUnknown,
        "nothing says which bank it is"
    );
    assert_eq!(*by_name.place(), Place::CopenhagenMunicipality);
    assert_eq!(counts(&by_name), [70, 20, 10]);
    let source = by_name.source();
    assert_eq!(&*source.publisher.da, "Københavns Kommune");
    assert!(source.primary_url.starts_with("https://kk.statistikbank.dk/"));
    let district = Wish { area: Some("Indre By".to_owned()), ..all };
    let district = read("KKBEF99.csv", CITY, &district).expect("a benchmark");
    assert_eq!(*district.place(), Place::Other("Indre By".to_owned()));
    assert_eq!(district.people(), Some(10));
}
