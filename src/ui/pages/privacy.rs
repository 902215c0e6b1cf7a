//! What happens to the figures, and how to check it.

use super::list;
use crate::markup::Markup;
use crate::text::{Lang, privacy};

pub(super) fn write(html: &mut Markup, lang: Lang) {
    html.element("h1", "", privacy::title(lang)).element("p", "lead", privacy::intro(lang));
    html.element("h2", "", privacy::proof_heading(lang));
    let proof = [privacy::proof_first, privacy::proof_second, privacy::proof_third];
    list(html, lang, "ol", &proof);
    html.element("p", "", privacy::proof_developer(lang));
    html.element("h2", "", privacy::storage_heading(lang));
    let places = [
        privacy::storage_tab,
        privacy::storage_computer,
        privacy::storage_nowhere,
        privacy::storage_file,
    ];
    list(html, lang, "ul", &places);
    html.element("p", "", privacy::storage_state(lang));
    html.element("h2", "", privacy::files_heading(lang));
    html.element("p", "", privacy::files_body(lang));
    html.element("p", "", privacy::files_link(lang));
    html.element("h2", "", privacy::erase_heading(lang));
    html.element("p", "", privacy::erase_body(lang));
    html.element("h2", "", privacy::cookies_heading(lang));
    html.element("p", "", privacy::cookies_body(lang));
    html.element("h2", "", privacy::people_heading(lang));
    html.element("p", "", privacy::people_body(lang));
    html.element("p", "", privacy::people_never_ask(lang));
    html.element("p", "", privacy::people_small_cells(lang));
    html.element("h2", "", privacy::embedding_heading(lang));
    html.element("p", "", privacy::embedding_body(lang));
}
