//! Twelve organisations of different shape, with the names that each would have in each language.
//!
//! Invented. They are read on paper by people: `golden.rs` keeps what is written for them, and the
//! journeys print them.

use byspejl::text::{Lang, pick};
use byspejl::workforce::{
    Area, Column, DataQuality, Date, Grouping, Headcount, Level, Origin, OutsourcedWork, Row,
    Sector, Workforce, WorkforceTable,
};

/// A name in Danish and in English.
type Called = (&'static str, &'static str);
/// A level: its name, people with stated origin, and how many of them are in focus.
type Rung = (Called, u32, u32);

const TOP: Called = ("Ledelse", "Management");

fn called(lang: Lang, (danish, english): Called) -> String {
    pick(lang, danish, english).to_owned()
}

fn with(lang: Lang, name: &str, rungs: &[Rung]) -> Workforce {
    let levels = rungs.iter().map(|(name, ..)| Level::named(called(lang, *name))).collect();
    let mut table = WorkforceTable::new(Grouping::Two, levels, vec![]).expect("few levels");
    for (level, &(_, people, focus)) in rungs.iter().enumerate() {
        fill(&mut table, Row { level: Some(level), area: None }, people, focus);
    }
    Workforce {
        name: Some(name.to_owned()),
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: Date::new(2025, 12, 31).ok(),
        table,
    }
}

fn fill(table: &mut WorkforceTable, row: Row, people: u32, focus: u32) {
    put(table, row, Origin::Danish, Headcount::Known(people - focus));
    put(table, row, Origin::ImmigrantOrDescendant, Headcount::Known(focus));
}

fn put(table: &mut WorkforceTable, row: Row, group: Origin, count: Headcount) {
    table.set(row, Column::Group(group), count).expect("in the table");
}

/// The pattern of 2010: many at the bottom, one of 32 at the top.
fn service(lang: Lang) -> Workforce {
    let rungs = [
        (("Rengøring og kantine", "Cleaning and canteen"), 140, 78),
        (("Faglærte og kontor", "Skilled and clerical"), 200, 62),
        (("Teamledere", "Team leaders"), 140, 29),
        (("Specialister", "Specialists"), 128, 9),
        (TOP, 32, 1),
    ];
    with(lang, "Havneby Service A/S", &rungs)
}

/// Ten people.
fn shop(lang: Lang) -> Workforce {
    let rungs = [(("Butik", "Shop floor"), 6, 2), (("Indkøb", "Buying"), 3, 0), (TOP, 1, 0)];
    with(lang, "Cykelværkstedet ApS", &rungs)
}

/// Few at the bottom, many higher up.
fn software(lang: Lang) -> Workforce {
    let rungs = [
        (("Support og drift", "Support and operations"), 42, 4),
        (("Udviklere", "Developers"), 120, 52),
        (("Arkitekter", "Architects"), 40, 18),
        (TOP, 18, 6),
    ];
    with(lang, "Nordlys Software A/S", &rungs)
}

/// A large public employer.
fn municipality(lang: Lang) -> Workforce {
    let rungs = [
        (("Rengøring og køkken", "Cleaning and kitchens"), 1_450, 690),
        (("Omsorg og pædagogik", "Care and childcare"), 6_300, 1_640),
        (("Lærere og sygeplejersker", "Teachers and nurses"), 3_900, 540),
        (("Akademikere", "Academics"), 1_250, 150),
        (TOP, 420, 17),
    ];
    let mut workforce = with(lang, "Strandby Kommune", &rungs);
    workforce.sector = Sector::Public;
    workforce
}

/// Hidden counts at the two highest levels, in two areas.
fn hospital(lang: Lang) -> Workforce {
    let levels: [Called; 4] = [
        ("Portører og rengøring", "Porters and cleaning"),
        ("Sygepleje", "Nursing"),
        ("Læger", "Doctors"),
        TOP,
    ];
    let areas: [Called; 2] = [("Akut", "Emergency"), ("Kirurgi", "Surgery")];
    let mut table = WorkforceTable::new(
        Grouping::Two,
        levels.map(|name| Level::named(called(lang, name))).to_vec(),
        areas.map(|name| Area { name: called(lang, name) }).to_vec(),
    )
    .expect("a table");
    let counts = [[(60, 34), (48, 22)], [(150, 31), (170, 24)], [(70, 12), (82, 10)]];
    for (level, row) in counts.iter().enumerate() {
        for (area, &(people, focus)) in row.iter().enumerate() {
            fill(&mut table, Row { level: Some(level), area: Some(area) }, people, focus);
        }
    }
    for (area, danish) in [14, 17].into_iter().enumerate() {
        let row = Row { level: Some(3), area: Some(area) };
        put(&mut table, row, Origin::Danish, Headcount::Known(danish));
        let hidden = Headcount::Suppressed { low: 0, high: 4 };
        put(&mut table, row, Origin::ImmigrantOrDescendant, hidden);
    }
    let whole = with(lang, "Sundby Hospital", &[]);
    Workforce { sector: Sector::Public, table, ..whole }
}

/// Below the city at every level, the lowest included.
fn law_firm(lang: Lang) -> Workforce {
    let rungs = [
        (("Sekretærer", "Secretaries"), 120, 9),
        (("Advokatfuldmægtige", "Associates"), 140, 11),
        (("Advokater", "Lawyers"), 90, 4),
        (("Partnere", "Partners"), 40, 1),
    ];
    with(lang, "Kanalhuset Advokater", &rungs)
}

/// Above the city at every level.
fn hotel(lang: Lang) -> Workforce {
    let rungs = [
        (("Stuepiger og køkken", "Housekeeping and kitchen"), 160, 104),
        (("Reception og restaurant", "Reception and restaurant"), 120, 58),
        (("Afdelingsledere", "Heads of department"), 40, 17),
        (TOP, 12, 4),
    ];
    with(lang, "Hotel Søtorvet", &rungs)
}

/// Everywhere about what the city is.
fn school(lang: Lang) -> Workforce {
    let rungs = [
        (("Teknisk personale", "Technical staff"), 60, 19),
        (("Lærere", "Teachers"), 180, 50),
        (TOP, 36, 10),
    ];
    with(lang, "Fælledskolen", &rungs)
}

/// Somebody's estimate.
fn association(lang: Lang) -> Workforce {
    let rungs =
        [(("Værksteder", "Workshops"), 90, 48), (("Rådgivere", "Advisers"), 70, 12), (TOP, 20, 1)];
    let workforce = with(lang, "Foreningen Broen", &rungs);
    Workforce { data_quality: DataQuality::Estimate, reporting_date: None, ..workforce }
}

/// One total and nothing else.
fn group(lang: Lang) -> Workforce {
    let mut table = WorkforceTable::new(Grouping::Two, vec![], vec![]).expect("a total");
    fill(&mut table, Row { level: None, area: None }, 2_400, 310);
    Workforce { table, ..with(lang, "Østersø Holding", &[]) }
}

/// A survey with many who did not answer; the cleaning is done by somebody else.
fn builder(lang: Lang) -> Workforce {
    let rungs = [
        (("Ufaglærte", "Unskilled"), 110, 40),
        (("Faglærte", "Skilled trades"), 240, 44),
        (("Funktionærer", "Office staff"), 90, 14),
        (TOP, 24, 2),
    ];
    let mut workforce = with(lang, "Teglværk & Søn A/S", &rungs);
    for (level, people) in [22, 31, 6, 1].into_iter().enumerate() {
        let row = Row { level: Some(level), area: None };
        let table = &mut workforce.table;
        table.set(row, Column::OriginNotStated, Headcount::Known(people)).expect("in the table");
    }
    Workforce {
        data_quality: DataQuality::IndependentSurvey,
        outsourced_work: OutsourcedWork::LeftOut,
        ..workforce
    }
}

/// A name and three levels, and no figures yet.
fn beginner(lang: Lang) -> Workforce {
    let levels = [("Drift", "Operations"), ("Kontor", "Office"), TOP];
    let levels = levels.map(|name| Level::named(called(lang, name))).to_vec();
    let table = WorkforceTable::new(Grouping::Two, levels, vec![]).expect("a table");
    let workforce = with(lang, "Lygten Logistik", &[]);
    Workforce { table, reporting_date: None, ..workforce }
}

/// All of them, each by its kind.
pub fn twelve(lang: Lang) -> [(&'static str, Workforce); 12] {
    [
        ("service", service(lang)),
        ("shop", shop(lang)),
        ("software", software(lang)),
        ("municipality", municipality(lang)),
        ("hospital", hospital(lang)),
        ("law_firm", law_firm(lang)),
        ("hotel", hotel(lang)),
        ("school", school(lang)),
        ("association", association(lang)),
        ("group", group(lang)),
        ("builder", builder(lang)),
        ("beginner", beginner(lang)),
    ]
}
