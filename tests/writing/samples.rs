//! Work of different shape, as people leave it behind.

use byspejl::exchange::office::Case;
use byspejl::session::{
    AreaKey, Depth, Draft, Event, Grid, GridColumn, LevelKey, Name, NamedPart, PartId, RowKey,
    Session, Work,
};
use byspejl::text::Lang;
use byspejl::workforce::{Column, Date, Grouping, Origin};

pub fn today() -> Date {
    "2026-11-25".parse().expect("a date")
}

pub fn case(work: &Work, lang: Lang) -> Case {
    Case::of(work, lang, today()).expect("the default benchmark and focus fit together")
}

/// The shipped example, with a name.
pub fn example() -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let mut work = session.work().clone();
    work.draft.organisation = "Havneby Service A/S".to_owned();
    work
}

/// The five default levels in three areas: hidden counts, an unknown one, own totals, people
/// without level, five groups.
pub fn divided() -> Work {
    let mut draft = Draft {
        organisation: "Rådhusets Rengøring & Kantine".to_owned(),
        reporting_date: "2025-12-31".to_owned(),
        grouping: Grouping::Five,
        depth: Depth::LevelsAndAreas,
        not_stated_rows: true,
        ..Draft::empty()
    };
    for (area, name) in draft.areas.iter_mut().zip(["Drift", "Kantine", "Administration"]) {
        area.name = Name::Own(name.to_owned());
    }
    let rows = Grid::of(&draft).rows;
    for (index, row) in rows.iter().enumerate() {
        let (Some(level), Some(area)) = (row.level, row.area) else { continue };
        for (group, origin) in Grouping::Five.groups().iter().enumerate() {
            let text = match (level + area, group) {
                (_, 0) => (20 * (area + 1) + 9 * level).to_string(),
                (6, 3) => String::new(),
                (5.., _) => "<5".to_owned(),
                (4, 4) => "..".to_owned(),
                (3, 4) => "0-4".to_owned(),
                _ => ((4 - level) * (3 + group) + area).to_string(),
            };
            draft.set_text(row.key, GridColumn::Count(Column::Group(*origin)), text);
        }
        if index % 4 == 1 {
            draft.set_text(row.key, GridColumn::Count(Column::OriginNotStated), "2".to_owned());
        }
    }
    let nowhere = RowKey { level: LevelKey::NotStated, area: AreaKey::Area(draft.areas[0].id) };
    draft.set_text(nowhere, GridColumn::Count(Column::Group(Origin::Danish)), "3".to_owned());
    draft.set_text(rows[0].key, GridColumn::GivenTotal, "78".to_owned());
    Work { draft, ..Work::default() }
}

/// One number for each of two groups.
pub fn totals_only() -> Work {
    let mut draft = Draft { depth: Depth::Totals, ..Draft::empty() };
    let row = RowKey { level: LevelKey::All, area: AreaKey::All };
    for (origin, text) in [(Origin::Danish, "72"), (Origin::ImmigrantOrDescendant, "28")] {
        draft.set_text(row, GridColumn::Count(Column::Group(origin)), text.to_owned());
    }
    Work { draft, ..Work::default() }
}

/// Names and texts that a spreadsheet could carry out, and that XML could not hold.
pub fn hostile() -> Work {
    let names =
        ["=HYPERLINK(\"http://evil\";\"Ledelse\")", "+45", "-2", "@SUM(A1)", "_x0041_ <&>\""];
    let levels = names.iter().zip(1..);
    let mut draft = Draft {
        organisation: "=cmd|' /C calc'!A0".to_owned(),
        levels: levels
            .map(|(name, id)| NamedPart { id: PartId(id), name: Name::Own((*name).to_owned()) })
            .collect(),
        ..Draft::empty()
    };
    for row in Grid::of(&draft).rows {
        for (origin, text) in [(Origin::Danish, "30"), (Origin::ImmigrantOrDescendant, "=1+1")] {
            draft.set_text(row.key, GridColumn::Count(Column::Group(origin)), text.to_owned());
        }
    }
    Work { draft, ..Work::default() }
}

pub fn all() -> [Work; 4] {
    [example(), divided(), totals_only(), hostile()]
}
