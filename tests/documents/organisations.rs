//! Works to make documents of, from the shipped example to the largest and longest.

use byspejl::chart::Spec;
use byspejl::exchange::office::Case;
use byspejl::exchange::write::{docx, html_file, markdown};
use byspejl::pledge::{Change, Commitment, Edit, PledgeEdits};
use byspejl::report::{self, Document, FigureId};
use byspejl::session::{
    AreaKey, Depth, Draft, Event, GridColumn, LevelKey, Name, NamedPart, RowKey, Session, Work,
};
use byspejl::text::Lang;
use byspejl::workforce::{Column, DataQuality, Date, Origin, OutsourcedWork};

pub fn today() -> Date {
    Date::new(2026, 3, 1).expect("a day")
}

/// A document and what its figure shows.
pub struct Paper {
    pub document: Document,
    pub figure: Spec,
}

impl Paper {
    pub fn of(work: &Work, lang: Lang) -> Paper {
        let case = Case::of(work, lang, today()).expect("two groups compare");
        let source = case.source();
        Paper {
            document: report::document(&source, lang),
            figure: report::figure(&source, lang, FigureId::Mirror),
        }
    }

    pub fn docx(&self) -> Vec<u8> {
        docx::write(&self.document, &|_, _| self.figure.clone(), today())
            .expect("a pledge is far below the format's limits")
    }

    pub fn html(&self) -> String {
        html_file::write(&self.document, &|_, _| self.figure.clone())
    }

    pub fn markdown(&self) -> String {
        markdown::markdown(&self.document, &|_, _| self.figure.clone())
    }

    pub fn plain(&self) -> String {
        markdown::plain(&self.document, &|_, _| self.figure.clone())
    }
}

/// The example that the page offers.
pub fn example() -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    session.work().clone()
}

/// Eight levels with long names, six areas, estimated figures, and the user's own words.
pub fn largest() -> Work {
    let names = [
        "Rengøringsassistenter, køkkenmedhjælpere og andet manuelt arbejde",
        "Social- og sundhedshjælpere",
        "Social- og sundhedsassistenter og faglærte håndværkere",
        "Kontor- og administrationspersonale",
        "Pædagoger",
        "Sygeplejersker, socialrådgivere og andre mellemuddannede",
        "Specialkonsulenter og andre akademiske medarbejdere",
        "Afdelingsledere, centerchefer og direktion",
    ];
    let areas = [
        "Indre By",
        "Nørrebro",
        "Vesterbro-Kongens Enghave",
        "Amager Øst",
        "Valby",
        "Brønshøj-Husum",
    ];
    let mut draft = Draft {
        organisation: "Københavns Omsorgs- og Sundhedsfællesskab for Ældre og Pårørende F.M.B.A."
            .into(),
        data_quality: DataQuality::Estimate,
        outsourced_work: OutsourcedWork::LeftOut,
        reporting_date: "2025-12-31".into(),
        depth: Depth::LevelsAndAreas,
        ..Draft::empty()
    };
    (draft.levels, draft.areas) = (Vec::new(), Vec::new());
    for name in names {
        let id = draft.new_id();
        draft.levels.push(NamedPart { id, name: Name::Own(name.into()) });
    }
    for name in areas {
        let id = draft.new_id();
        draft.areas.push(NamedPart { id, name: Name::Own(name.into()) });
    }
    let (levels, areas) = (draft.levels.clone(), draft.areas.clone());
    for (step, level) in levels.iter().enumerate() {
        for (place, area) in areas.iter().enumerate() {
            let row = RowKey { level: LevelKey::Level(level.id), area: AreaKey::Area(area.id) };
            let people = 60 - 6 * step + 3 * place;
            let focus = (people * (9 - step)) / 18;
            for (group, count) in
                [(Origin::Danish, people - focus), (Origin::ImmigrantOrDescendant, focus)]
            {
                draft.set_text(row, GridColumn::Count(Column::Group(group)), count.to_string());
            }
        }
    }
    let mut pledge = PledgeEdits::default();
    let note = "Vi begyndte i 2019 med sprogtræning i arbejdstiden. Siden har 48 taget et fagbrev, og \
                vi fortsætter, så længe der er brug for det.";
    for edit in [
        Edit::Note(note.into()),
        Edit::Recipient("Københavns Kommune, Beskæftigelses- og Integrationsforvaltningen".into()),
        Edit::Signatory("Anne-Mette Sørensen-Østergaard".into()),
        Edit::SignatoryRole("administrerende direktør".into()),
        Edit::Place("København".into()),
        Edit::SignedOn(Some(today())),
        Edit::Choose { measure: "M18".into(), commitment: Commitment::Practice },
        Edit::Choose { measure: "M22".into(), commitment: Commitment::Practice },
    ] {
        pledge = pledge.with(edit);
    }
    Work { draft, pledge, ..Work::default() }
}

/// The example with these words in every place that takes some.
pub fn with_words(words: &str) -> Work {
    let mut work = example();
    work.draft.organisation = words.to_owned();
    for level in &mut work.draft.levels {
        level.name = Name::Own(words.to_owned());
    }
    let case = Case::of(&work, Lang::Da, today()).expect("two groups compare");
    let mut pledge = PledgeEdits::default();
    for edit in [
        Edit::Organisation(Some(words.to_owned())),
        Edit::Recipient(words.to_owned()),
        Edit::Note(words.to_owned()),
        Edit::Signatory(words.to_owned()),
        Edit::Place(words.to_owned()),
    ] {
        pledge = pledge.with(edit);
    }
    for measure in &case.pledge.measures {
        for change in [Change::Text, Change::Owner, Change::Indicator] {
            pledge = pledge.with(Edit::Line {
                line: measure.id.clone(),
                basis: measure.basis.clone(),
                change: change(Some(words.to_owned())),
            });
        }
    }
    work.pledge = pledge;
    work
}
