//! The ways in, on whatever screen they stand: open a file, paste a table, take an empty template.

use super::stage::{Stage, intake};
use crate::markup::Markup;
use crate::text::{Lang, import};
use crate::ui::app::use_app;
use crate::ui::export::hand_over_template;
use leptos::prelude::*;

/// What can be opened; a browser greys out the rest.
const ENDINGS: &str = ".csv,.tsv,.txt,.xlsx,.xls,.ods,.json,.xlsm,.px";

/// Writes a field for a file that looks like a button. It is read wherever it stands.
pub fn write_file_field(html: &mut Markup, id: &str, words: &str, is_primary: bool) {
    html.start("span", "file-choice").tag("input").attribute("class", "visually-hidden");
    html.attribute("type", "file").attribute("id", id).attribute("accept", ENDINGS);
    html.attribute("multiple", "").attribute("data-open-file", "").empty();
    html.tag("label").attribute("for", id);
    html.attribute("class", if is_primary { "button primary" } else { "button" }).open();
    html.words(words).close("label").close("span").words(" ");
}

/// Writes the ways in for a page that is nothing but markup.
pub fn write_entry(html: &mut Markup, lang: Lang) {
    html.element("h2", "", import::entry_heading(lang)).start("p", "actions");
    write_file_field(html, "open-file", import::entry_open(lang), false);
    html.close("p").element("p", "hint", import::entry_open_hint(lang));
}

/// The ways in above the grid.
#[component]
pub fn Entry() -> impl IntoView {
    let state = use_app();
    let field = state.words(|lang| {
        let mut html = Markup::default();
        write_file_field(&mut html, "open-file", import::entry_open(lang), false);
        html.finish()
    });
    let paste = move |_| {
        if let Some(intake) = intake() {
            intake.open_paste_box();
        }
    };
    let template = move |kind: &'static str, words: fn(Lang) -> &'static str| {
        let is_workbook = kind == "xlsx";
        view! {
            <button
                type="button"
                class="link"
                data-template=kind
                on:click=move |_| hand_over_template(state, is_workbook)
            >
                {state.t(words)}
            </button>
        }
    };
    view! {
        <section class="entry no-print" aria-labelledby="entry-heading">
            <h2 id="entry-heading" class="visually-hidden">{state.t(import::entry_heading)}</h2>
            <div class="actions">
                <span inner_html=field></span>
                <button type="button" id="paste-table" on:click=paste>
                    {state.t(import::entry_paste)}
                </button>
                <span class="hint">
                    {state.t(import::entry_templates)}" "
                    {template("xlsx", import::entry_template_xlsx)}
                    " "
                    {template("csv", import::entry_template_csv)}
                </span>
            </div>
            <p class="hint">{state.t(import::entry_short)}</p>
        </section>
    }
}

impl super::stage::Intake {
    fn open_paste_box(self) {
        self.pasted.set_value(String::new());
        self.show(Stage::PasteBox { is_empty: false });
    }
}
