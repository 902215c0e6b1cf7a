//! What each sheet, row and column was taken for, to be put right by choosing from a list.

use super::marks::PART;
use super::stage::{Intake, Preview};
use crate::exchange::reading::{Correction, FilePart, Role, Understood};
use crate::markup::Markup;
use crate::text::{Lang, import, reading as words};
use crate::workforce::Origin;

/// What a part may be taken for: what it is taken for now, then whatever else makes sense.
fn roles(understood: &Understood) -> Vec<Role> {
    let mut roles = vec![understood.role.clone()];
    let groups = || Origin::ALL.into_iter().map(Role::Group).chain([Role::OriginNotStated]);
    let others: Vec<Role> = match understood.part {
        FilePart::Sheet { .. } => vec![Role::Area(understood.words.clone()), Role::Ignored],
        FilePart::Row { .. } => vec![
            Role::Total,
            Role::Subset,
            Role::LevelNotStated,
            Role::AreaNotStated,
            Role::Ignored,
        ],
        FilePart::Column { .. } => groups()
            .chain([
                Role::Total,
                Role::Subset,
                Role::LevelNames,
                Role::AreaNames,
                Role::GroupNames,
                Role::SexNames,
                Role::Periods,
                Role::Counts,
                Role::Ignored,
            ])
            .collect(),
    };
    roles.extend(others.into_iter().filter(|role| *role != understood.role));
    roles
}

fn select_id(part: usize) -> String {
    ["part", &part.to_string()].join("-")
}

pub(super) fn write(html: &mut Markup, lang: Lang, preview: &Preview) {
    let reading = &preview.reading;
    if reading.understood.is_empty() {
        return;
    }
    html.start("section", "office-parts");
    html.element("h2", "", import::understood_heading(lang));
    html.element("p", "hint", import::understood_hint(lang));
    html.start_scroll_region(import::understood_heading(lang));
    html.start("table", "office-roles").start("thead", "").start("tr", "");
    for name in [
        import::understood_place(lang),
        import::understood_words(lang),
        import::understood_role(lang),
    ] {
        html.tag("th").attribute("scope", "col").open().words(name).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for (number, part) in reading.understood.iter().enumerate() {
        let place = words::part(lang, &reading.sheets, part.part);
        let found = match part.words.as_str() {
            "" => import::understood_unnamed(lang),
            found => found,
        };
        html.start("tr", "").tag("th").attribute("scope", "row").open().words(&place).close("th");
        html.element("td", "", found).start("td", "").tag("select");
        html.attribute("id", &select_id(number)).attribute(PART, &number.to_string());
        html.attribute("aria-label", &import::understood_change(lang, &place, found)).open();
        for (value, role) in roles(part).iter().enumerate() {
            html.tag("option").attribute("value", &value.to_string());
            if value == 0 {
                html.attribute("selected", "");
            }
            html.open().words(&words::role(lang, role)).close("option");
        }
        html.close("select").close("td").close("tr");
    }
    html.close("tbody").close("table").close("div").close("section");
}

/// Takes a part for something else and has the file read again.
pub(super) fn correct(intake: Intake, number: usize, value: &str) {
    let Some(preview) = intake.preview() else { return };
    let Some(part) = preview.reading.understood.get(number) else { return };
    let role = value.parse::<usize>().ok().and_then(|value| roles(part).into_iter().nth(value));
    let Some(role) = role else { return };
    let mut answers = preview.answers;
    answers.corrections.retain(|correction| correction.part != part.part);
    answers.corrections.push(Correction { part: part.part, role });
    intake.reread(answers, select_id(number));
}
