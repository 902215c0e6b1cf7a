//! Organisations from figures to the public edition of their pledge.

use crate::samples::table;
use byspejl::analysis::disclosure::{Disclosed, THRESHOLD, protect};
use byspejl::analysis::{
    Assessment, Assumptions, LevelTarget, Method, assess, targets as suggested_targets,
};
use byspejl::benchmark::default_benchmark;
use byspejl::pledge::{Pledge, PledgeEdits, suggest};
use byspejl::report::{Block, Document, Source, Table, TableKind, public_document};
use byspejl::text::Lang;
use byspejl::workforce::{
    DataQuality, Date, Focus, Grouping, OutsourcedWork, Sector, Workforce, WorkforceTable,
};

/// Figures with what came of them, a pledge, and what may be shown.
pub struct Case {
    pub workforce: Workforce,
    pub assessment: Assessment,
    pub pledge: Pledge,
    pub disclosed: Disclosed,
    pub assumptions: Assumptions,
}

impl Case {
    pub fn of(table: WorkforceTable, edits: &PledgeEdits) -> Case {
        let disclosed = protect(&table, Focus::default(), THRESHOLD).expect("countable");
        let workforce = Workforce {
            name: Some("Havneby Service A/S".to_owned()),
            sector: Sector::Private,
            data_quality: DataQuality::OfficialTable,
            outsourced_work: OutsourcedWork::None,
            reporting_date: Some(Date::new(2025, 12, 31).expect("a day")),
            table,
        };
        let assessment = assessed(&workforce);
        let assumptions = Assumptions::default();
        let targets: Vec<LevelTarget> =
            suggested_targets::suggest(&assessment, &assumptions, suggested_targets::MAX_YEARS);
        let today = Date::new(2026, 3, 1).expect("a day");
        let suggestion = suggest(&workforce, &assessment, &targets, today);
        let pledge = Pledge::of(&suggestion, edits);
        Case { workforce, assessment, pledge, disclosed, assumptions }
    }

    pub fn document(&self, lang: Lang) -> Document {
        self.with_counts_of(self, |source| public_document(source, &self.disclosed, lang))
    }

    /// The pledge and decision of this case with the figures of another.
    pub fn with_counts_of<T>(&self, other: &Case, make: impl Fn(&Source) -> T) -> T {
        let benchmark = default_benchmark();
        make(&Source {
            pledge: &self.pledge,
            workforce: &other.workforce,
            assessment: &other.assessment,
            benchmark: &benchmark,
            assumptions: &self.assumptions,
        })
    }
}

fn assessed(workforce: &Workforce) -> Assessment {
    let method = Method::default();
    assess(workforce, &default_benchmark(), Focus::default(), &method).expect("comparable")
}

pub fn levels(rows: &[[u32; 2]]) -> WorkforceTable {
    let rows: Vec<Vec<u32>> = rows.iter().map(|row| row.to_vec()).collect();
    table(Grouping::Two, rows.len(), 0, &rows)
}

/// Five levels thinning out upwards; four people in focus at the top.
pub fn example() -> Case {
    let rows = [[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]];
    Case::of(levels(&rows), &PledgeEdits::default())
}

pub fn texts(document: &Document) -> Vec<String> {
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    blocks.flat_map(Block::texts).map(str::to_owned).collect()
}

pub fn tables(document: &Document, kind: TableKind) -> Vec<&Table> {
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) if table.kind == kind => Some(table),
            _ => None,
        })
        .collect()
}
