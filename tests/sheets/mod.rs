//! Sheets and benchmarks that several tests are written on.
#![allow(dead_code, reason = "every test is compiled with the sheets of all of them")]

use byspejl::benchmark::{
    Benchmark, Facts, GroupShare, Kind, Licence, Period, Place, Population, Source, Status,
};
use byspejl::workforce::{
    Area, Column, DataQuality, Focus, Grouping, Headcount, Level, Origin, OutsourcedWork, Row,
    Sector, Share, Workforce, WorkforceTable,
};

pub const DANISH: Column = Column::Group(Origin::Danish);
pub const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

/// A benchmark whose default focus group has this share, in hundredths of a percent.
pub fn benchmark(points: u32) -> Benchmark {
    benchmark_of(Grouping::Two, &[10_000 - points, points])
}

/// A benchmark with these shares of the grouping's groups, in hundredths of a percent.
pub fn benchmark_of(grouping: Grouping, points: &[u32]) -> Benchmark {
    let share = |points| Share::from_basis_points(points).expect("at most 100 %");
    let group = |(&group, &points): (&Origin, &u32)| GroupShare {
        group,
        share: share(points),
        count: None,
        status: Status::Reported,
    };
    Benchmark::new(Facts {
        id: "test".into(),
        place: Place::CopenhagenMunicipality,
        population: Population::AllAges,
        kind: Kind::Population,
        period: Period { year: 2026, month: Some(1), day: Some(1) },
        people: None,
        groups: grouping.groups().iter().zip(points).map(group).collect(),
        source: Source {
            publisher: "Statistics Denmark".into(),
            title: "Population".into(),
            table: "FOLK1E".into(),
            primary_url: "https://www.statbank.dk/FOLK1E".into(),
            read_url: "https://www.statbank.dk/FOLK1E".into(),
            licence: Licence::CcBy4,
            is_secondary: false,
        },
    })
    .expect("a complete benchmark")
}

/// The city's share on 1 January 2026: 28.91 %.
pub fn city() -> Benchmark {
    benchmark(2891)
}

pub fn level(name: &str) -> Level {
    Level::named(name)
}

/// An empty table with so many levels and areas.
pub fn table(grouping: Grouping, levels: usize, areas: usize) -> WorkforceTable {
    let levels = (0..levels).map(|l| level(&format!("Level {l}"))).collect();
    let areas = (0..areas).map(|a| Area { name: format!("Area {a}") }).collect();
    WorkforceTable::new(grouping, levels, areas).expect("within the limits")
}

pub fn workforce(table: WorkforceTable) -> Workforce {
    Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: Some("2025-12-31".parse().expect("a date")),
        table,
    }
}

/// One row per level, entry first: people with stated origin, and those in focus.
pub fn by_level(counts: &[(u32, u32)]) -> Workforce {
    let cells: Vec<_> = counts
        .iter()
        .map(|&(people, focus)| (Headcount::Known(people - focus), Headcount::Known(focus)))
        .collect();
    by_level_cells(&cells)
}

/// One row per level, entry first: others, and those in focus.
pub fn by_level_cells(counts: &[(Headcount, Headcount)]) -> Workforce {
    let mut table = table(Grouping::Two, counts.len(), 0);
    for (l, &(other, focus)) in counts.iter().enumerate() {
        let row = Row { level: Some(l), area: None };
        table.set(row, DANISH, other).expect("in the table");
        table.set(row, FOCUS, focus).expect("in the table");
    }
    workforce(table)
}

/// Cleaning, care, teachers, academics.
pub fn odense() -> Workforce {
    by_level(&[(100, 28), (200, 25), (300, 13), (150, 6)])
}

/// Eight levels, thirty areas, five groups; larger and less mixed towards the top.
pub fn large() -> Workforce {
    let mut table = table(Grouping::Five, 8, 30);
    for level in 0..8u32 {
        for area in 0..30u32 {
            let row = Row { level: Some(level as usize), area: Some(area as usize) };
            for (g, &group) in Grouping::Five.groups().iter().enumerate() {
                let people = match g {
                    0 => 20 + 3 * level + area,
                    _ => (9 - level) * (1 + (area + g as u32) % 4) / 3,
                };
                table.set(row, Column::Group(group), Headcount::Known(people)).expect("fits");
            }
        }
    }
    workforce(table)
}

pub fn focus() -> Focus {
    Focus::default()
}
