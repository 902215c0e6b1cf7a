//! How to get a benchmark from the table bank: which table, which boxes to tick.

use super::list;
use crate::markup::Markup;
use crate::text::{Lang, statbank};

pub(super) fn write(html: &mut Markup, lang: Lang) {
    html.element("h1", "", statbank::help_title(lang));
    html.element("p", "lead", statbank::help_intro(lang));
    html.element("h2", "", statbank::help_steps_heading(lang));
    let steps = [
        statbank::help_step_open,
        statbank::help_step_area,
        statbank::help_step_sex,
        statbank::help_step_age,
        statbank::help_step_origin,
        statbank::help_step_date,
        statbank::help_step_show,
        statbank::help_step_use,
    ];
    list(html, lang, "ol", &steps);
    html.element("h2", "", statbank::help_checks_heading(lang));
    let checks =
        [statbank::help_checks_sum, statbank::help_checks_hole, statbank::help_checks_derived];
    list(html, lang, "ul", &checks);
    html.element("h2", "", statbank::help_other_heading(lang));
    html.element("p", "", statbank::help_other_folk1c(lang));
    html.element("p", "", statbank::help_other_city(lang));
    html.element("h2", "", statbank::help_offline_heading(lang));
    html.element("p", "", statbank::help_offline_text(lang));
}
