//! A field to paste a table into, for whoever has no key for it.

use super::marks::{CLOSE, READ_PASTED};
use super::view::button;
use crate::markup::Markup;
use crate::text::{Lang, app, figures, import};

/// The field.
pub const FIELD: &str = "office-table";

pub(super) fn write(html: &mut Markup, lang: Lang, is_empty: bool) {
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(import::paste_heading(lang)).close("h1");
    html.start("div", "field").tag("label").attribute("for", FIELD).open();
    html.words(import::paste_label(lang)).close("label");
    html.tag("p").attribute("class", "hint").attribute("id", "office-table-hint").open();
    html.words(import::paste_hint(lang)).close("p");
    if is_empty {
        html.tag("p").attribute("class", "error").attribute("id", "office-table-error").open();
        html.element("b", "", figures::problems_error_prefix(lang)).words(" ");
        html.words(import::paste_empty(lang)).close("p");
    }
    html.tag("textarea").attribute("id", FIELD).attribute("rows", "10");
    html.attribute("spellcheck", "false").attribute("autocomplete", "off");
    let described =
        if is_empty { "office-table-hint office-table-error" } else { "office-table-hint" };
    html.attribute("aria-describedby", described);
    if is_empty {
        html.attribute("aria-invalid", "true");
    }
    html.open().close("textarea").close("div").start("p", "actions");
    button(html, "primary", READ_PASTED, import::paste_read(lang));
    button(html, "", CLOSE, app::save_cancel(lang));
    html.close("p").close("section");
}
