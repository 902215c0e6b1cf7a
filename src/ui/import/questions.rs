//! What has to be chosen: lists of options, and an order to be put right.

use super::marks::{OPTION, QUESTION, UP};
use super::stage::{Intake, Preview};
use crate::exchange::reading::{Form, Question};
use crate::markup::Markup;
use crate::text::{Lang, import, reading as words};

/// What is chosen for a question: the answer, or our guess.
fn chosen(preview: &Preview, question: &Question) -> Vec<usize> {
    let answer = preview.answers.questions.iter().find(|answer| answer.id == question.id);
    answer.map_or_else(|| question.guess.clone(), |answer| answer.chosen.clone())
}

pub(super) fn write(html: &mut Markup, lang: Lang, preview: &Preview) {
    if preview.questions.is_empty() {
        return;
    }
    html.tag("section").attribute("class", "office-questions");
    html.attribute("aria-labelledby", "office-questions").open();
    html.tag("h2").attribute("id", "office-questions").open();
    html.words(import::questions_heading(lang)).close("h2");
    html.element("p", "hint", import::questions_hint(lang));
    for (number, question) in preview.questions.iter().enumerate() {
        html.start("fieldset", "choice").start("legend", "");
        html.words(&match question.form {
            Form::One => words::question(lang, &preview.reading.sheets, question),
            // As the list stands, which is a staircase.
            Form::Order => import::questions_order(lang).to_owned(),
        });
        html.close("legend");
        let chosen = chosen(preview, question);
        match question.form {
            Form::One => options(html, lang, number, question, &chosen),
            Form::Order => order(html, lang, number, question, &chosen),
        }
        html.close("fieldset");
    }
    html.close("section");
}

fn option_id(question: usize, option: usize) -> String {
    ["option", &question.to_string(), &option.to_string()].join("-")
}

fn options(html: &mut Markup, lang: Lang, number: usize, question: &Question, chosen: &[usize]) {
    let name = ["question", &number.to_string()].join("-");
    for (place, option) in question.options.iter().enumerate() {
        let id = option_id(number, place);
        html.start("div", "option").tag("input").attribute("type", "radio");
        html.attribute("name", &name).attribute("id", &id);
        html.attribute(QUESTION, &number.to_string()).attribute(OPTION, &place.to_string());
        if chosen.first() == Some(&place) {
            html.attribute("checked", "");
        }
        html.empty().tag("label").attribute("for", &id).open();
        html.words(&words::choice(lang, option)).close("label").close("div");
    }
}

/// The order as a ladder, its top first, with a step up and down for each.
fn order(html: &mut Markup, lang: Lang, number: usize, question: &Question, chosen: &[usize]) {
    html.start("ol", "structure office-order");
    for (place, option) in chosen.iter().enumerate().rev() {
        let name = question.options.get(*option).map(|option| words::choice(lang, option));
        let name = name.unwrap_or_default();
        html.start("li", "").element("span", "office-order-name", &name);
        let end = match place {
            0 => import::questions_order_entry(lang),
            _ if place + 1 == chosen.len() => import::questions_order_top(lang),
            _ => "",
        };
        html.element("span", "tag", end);
        let mut step = |up: &str, is_off: bool, label: String, sign: &str| {
            html.tag("button").attribute("type", "button").attribute("class", "icon");
            html.attribute("id", &[&option_id(number, *option), up].join("-"));
            html.attribute(QUESTION, &number.to_string());
            html.attribute(OPTION, &option.to_string()).attribute(UP, up);
            html.attribute("aria-label", &label);
            if is_off {
                html.attribute("disabled", "");
            }
            html.open().words(sign).close("button");
        };
        let (is_top, is_entry) = (place + 1 == chosen.len(), place == 0);
        step("1", is_top, import::questions_up(lang, &name), "↑");
        step("0", is_entry, import::questions_down(lang, &name), "↓");
        html.close("li");
    }
    html.close("ol");
}

/// Takes an option of a question.
pub(super) fn choose(intake: Intake, number: usize, option: usize) {
    let Some(preview) = intake.preview() else { return };
    let Some(question) = preview.questions.get(number) else { return };
    intake.answer(&question.id, vec![option], option_id(number, option));
}

/// Moves an option by one.
pub(super) fn step(intake: Intake, number: usize, option: usize, up: bool) {
    let Some(preview) = intake.preview() else { return };
    let Some(question) = preview.questions.get(number) else { return };
    let mut order = chosen(&preview, question);
    let Some(from) = order.iter().position(|known| *known == option) else { return };
    let to = if up { from + 1 } else { from.wrapping_sub(1) };
    if to < order.len() {
        order.swap(from, to);
        // At an end the button that was used is off.
        let stays_on = if up { to + 1 < order.len() } else { to > 0 };
        let up = if stays_on == up { "1" } else { "0" };
        intake.answer(&question.id, order, [&option_id(number, option), up].join("-"));
    }
}
