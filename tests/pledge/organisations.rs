//! Organisations of different shape, and what is suggested for them.

use byspejl::analysis::{Assessment, Assumptions, LevelTarget, Method, assess, targets};
use byspejl::benchmark::{Benchmark, default_benchmark};
use byspejl::pledge::{Pledge, PledgeEdits, SuggestedPledge, suggest};
use byspejl::report::{Document, Source, document};
use byspejl::text::Lang;
use byspejl::workforce::{
    Area, Column, DataQuality, Date, Focus, Grouping, Headcount, Level, Origin, OutsourcedWork,
    Row, Sector, Workforce, WorkforceTable,
};

/// A level: name, people, and of those in the focus group.
pub type LevelCounts<'a> = (&'a str, u32, u32);

pub fn today() -> Date {
    Date::new(2026, 3, 1).expect("a day")
}

/// Levels from entry to top.
pub fn organisation(levels: &[LevelCounts]) -> Workforce {
    let names = levels.iter().map(|(name, ..)| Level::named(*name)).collect();
    let mut table = WorkforceTable::new(Grouping::Two, names, vec![]).expect("few levels");
    for (level, &(_, people, focus)) in levels.iter().enumerate() {
        let row = Row { level: Some(level), area: None };
        fill(&mut table, row, people, focus);
    }
    workforce(table)
}

/// The same figures with one level under another name.
pub fn with_level_called(workforce: Workforce, from: &str, to: &str) -> Workforce {
    let old = &workforce.table;
    let renamed = |level: &Level| match level.name == from {
        true => Level { key: level.key.clone(), name: to.to_owned() },
        false => level.clone(),
    };
    let levels = old.levels().iter().map(renamed).collect();
    let mut table =
        WorkforceTable::new(old.grouping(), levels, old.areas().to_vec()).expect("the same shape");
    for row in old.rows() {
        for column in old.columns() {
            let count = old.cell(row, column).expect("the same shape");
            table.set(row, column, count).expect("the same shape");
        }
    }
    Workforce { table, ..workforce }
}

/// One level in several areas.
pub fn divided_by_area(level: &str, areas: &[LevelCounts]) -> Workforce {
    let names = areas.iter().map(|(name, ..)| Area { name: (*name).to_owned() }).collect();
    let levels = vec![Level::named(level)];
    let mut table = WorkforceTable::new(Grouping::Two, levels, names).expect("a table");
    for (area, &(_, people, focus)) in areas.iter().enumerate() {
        fill(&mut table, Row { level: Some(0), area: Some(area) }, people, focus);
    }
    workforce(table)
}

fn fill(table: &mut WorkforceTable, row: Row, people: u32, focus: u32) {
    let cells = [(Origin::Danish, people - focus), (Origin::ImmigrantOrDescendant, focus)];
    for (group, count) in cells {
        table.set(row, Column::Group(group), Headcount::Known(count)).expect("in the table");
    }
}

fn workforce(table: WorkforceTable) -> Workforce {
    Workforce {
        name: Some("Havneby Service A/S".to_owned()),
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: Some(Date::new(2025, 12, 31).expect("a day")),
        table,
    }
}

/// 640 people, 179 of them with immigrant background, thinning out upwards.
pub fn example() -> Workforce {
    organisation(&[
        ("Andet manuelt arbejde", 140, 78),
        ("Grundniveau", 200, 62),
        ("Mellemniveau", 140, 29),
        ("Højeste niveau", 128, 9),
        ("Ledelse", 32, 1),
    ])
}

/// Ten people, two of them with immigrant background.
pub fn tiny() -> Workforce {
    organisation(&[("Medarbejdere", 6, 1), ("Specialister", 3, 1), ("Ledelse", 1, 0)])
}

/// Every level at the city's share.
pub fn in_line() -> Workforce {
    organisation(&[("Drift", 100, 29), ("Kontor", 100, 29), ("Ledelse", 100, 29)])
}

/// The example, from somebody's estimate.
pub fn estimate() -> Workforce {
    Workforce { data_quality: DataQuality::Estimate, ..example() }
}

/// Low at every level, entry included.
pub fn low_everywhere() -> Workforce {
    organisation(&[("Drift", 300, 20), ("Kontor", 200, 12), ("Ledelse", 100, 4)])
}

/// Only a total, below the city.
pub fn total_only() -> Workforce {
    let mut table = WorkforceTable::new(Grouping::Two, vec![], vec![]).expect("a total");
    fill(&mut table, Row { level: None, area: None }, 400, 30);
    workforce(table)
}

/// One level, very unequal areas.
pub fn uneven_areas() -> Workforce {
    divided_by_area("Alle", &[("Rengøring", 200, 110), ("Kontor", 200, 15)])
}

/// Nothing filled in.
pub fn empty() -> Workforce {
    let levels = ["Drift", "Kontor", "Ledelse"].map(Level::named);
    let table = WorkforceTable::new(Grouping::Two, levels.to_vec(), vec![]).expect("a table");
    Workforce { name: None, reporting_date: None, ..workforce(table) }
}

/// Every shape, with a name for messages.
pub fn all() -> Vec<(&'static str, Workforce)> {
    vec![
        ("example", example()),
        ("tiny", tiny()),
        ("in line", in_line()),
        ("estimate", estimate()),
        ("low everywhere", low_everywhere()),
        ("total only", total_only()),
        ("uneven areas", uneven_areas()),
        ("empty", empty()),
    ]
}

/// A workforce set beside Copenhagen on 1 January 2026, with its targets.
pub struct Assessed {
    pub workforce: Workforce,
    pub benchmark: Benchmark,
    pub assessment: Assessment,
    pub targets: Vec<LevelTarget>,
}

pub fn assessed(workforce: Workforce) -> Assessed {
    let benchmark = default_benchmark();
    let method = Method::default();
    let assessment =
        assess(&workforce, &benchmark, Focus::default(), &method).expect("two groups compare");
    let targets = targets::suggest(&assessment, &Assumptions::default(), 4);
    Assessed { workforce, benchmark, assessment, targets }
}

impl Assessed {
    pub fn suggestion(&self) -> SuggestedPledge {
        suggest(&self.workforce, &self.assessment, &self.targets, today())
    }

    pub fn pledge(&self, edits: &PledgeEdits) -> Pledge {
        Pledge::of(&self.suggestion(), edits)
    }

    pub fn document(&self, edits: &PledgeEdits, lang: Lang) -> Document {
        let pledge = self.pledge(edits);
        let source = Source {
            pledge: &pledge,
            workforce: &self.workforce,
            assessment: &self.assessment,
            benchmark: &self.benchmark,
            assumptions: &Assumptions::default(),
        };
        document(&source, lang)
    }
}
