//! What the product is built for, what was tested, and what is not met.

use super::list;
use crate::markup::Markup;
use crate::text::{Lang, accessibility};

pub(super) fn write(html: &mut Markup, lang: Lang) {
    html.element("h1", "", accessibility::title(lang));
    html.element("p", "lead", accessibility::intro(lang));
    html.element("h2", "", accessibility::built_heading(lang));
    let built = [
        accessibility::built_keyboard,
        accessibility::built_screen_reader,
        accessibility::built_files_in,
        accessibility::built_files_out,
        accessibility::built_colour,
        accessibility::built_zoom,
        accessibility::built_contrast,
        accessibility::built_print,
        accessibility::built_language,
        accessibility::built_errors,
    ];
    list(html, lang, "ul", &built);
    html.element("h2", "", accessibility::tested_heading(lang));
    let tested = [
        accessibility::tested_automatic,
        accessibility::tested_keyboard,
        accessibility::tested_years,
        accessibility::tested_narrow,
        accessibility::tested_files_in,
        accessibility::tested_files_axe,
        accessibility::tested_files_out,
        accessibility::tested_board,
    ];
    list(html, lang, "ul", &tested);
    html.element("h2", "", accessibility::gaps_heading(lang));
    let gaps = [
        accessibility::gaps_assistive,
        accessibility::gaps_automatic,
        accessibility::gaps_canvas,
        accessibility::gaps_documents,
        accessibility::gaps_preview,
    ];
    list(html, lang, "ul", &gaps);
    html.element("h2", "", accessibility::statement_heading(lang));
    html.element("p", "", accessibility::statement_body(lang));
    html.element("h2", "", accessibility::contact_heading(lang));
    html.element("p", "", accessibility::contact_body(lang));
}
