//! A figure to take along: as a picture, as a table, as a file.

use super::explain;
use crate::chart::{self, Spec};
use crate::exchange::clipboard;
use crate::exchange::write::{figure_csv, figure_svg};
use crate::markup::Markup;
use crate::text::{Lang, export};
use crate::ui::app::use_app;
use crate::ui::parts::figure::table;
use crate::web::page;
use crate::web::worker::{self, FileKind, Trouble};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const TAKE: &str = "data-take";
/// What they are called as files, before the ending.
const NAME: &str = "byspejl";

/// The row of ways under a figure.
#[component]
pub fn FigureActions(#[prop(into)] spec: Signal<Arc<Spec>>) -> impl IntoView {
    let state = use_app();
    let html = state.words(|lang| {
        let mut html = Markup::default();
        html.tag("p").attribute("class", "actions figure-actions").attribute("role", "group");
        html.attribute("aria-label", export::figure_actions(lang)).open();
        for (what, words) in [
            ("copy-picture", export::figure_copy_picture(lang)),
            ("copy-table", export::figure_copy_table(lang)),
            ("png", export::figure_png(lang)),
            ("svg", export::figure_svg(lang)),
            ("csv", export::figure_csv(lang)),
        ] {
            html.tag("button").attribute("type", "button").attribute("class", "link");
            html.attribute(TAKE, what).open().words(words).close("button");
        }
        html.close("p");
        html.finish()
    });
    let take = move |event: web_sys::MouseEvent| {
        let Some(what) = page::attribute_of_target(&event, TAKE) else { return };
        let (spec, lang) = (spec.get_untracked(), state.lang.get_untracked());
        spawn_local(async move {
            match done(&what, &spec, lang).await {
                Ok("") => {}
                Ok(said) => state.tell(said.to_owned()),
                Err(trouble) => explain(state, trouble),
            }
        });
    };
    view! { <div class="no-print" inner_html=html on:click=take></div> }
}

/// Does it, and gives what is to be said of it; a file that arrives speaks for itself.
async fn done(what: &str, spec: &Spec, lang: Lang) -> Result<&'static str, Trouble> {
    let file = |ending: &str, media_type| FileKind { name: [NAME, ending].concat(), media_type };
    match what {
        "copy-picture" => {
            worker::copy_picture(&figure_svg(spec, lang)).await?;
            Ok(export::figure_picture_copied(lang))
        }
        "copy-table" => {
            worker::copy(&clipboard::write(&rows(spec)), &table(spec)).await?;
            Ok(export::figure_table_copied(lang))
        }
        "png" => {
            worker::picture(&file(".png", "image/png"), &figure_svg(spec, lang)).await.map(|()| "")
        }
        "svg" => {
            let file = file(".svg", "image/svg+xml");
            worker::save(&file, &figure_svg(spec, lang)).await.map(|()| "")
        }
        _ => {
            let file = file(".csv", "text/csv;charset=utf-8");
            worker::save(&file, &figure_csv(spec, lang)).await.map(|()| "")
        }
    }
}

/// Caption, headings, rows and notes.
fn rows(spec: &Spec) -> Vec<Vec<String>> {
    let table = chart::table(spec);
    let notes = table.notes.into_iter().map(|note| vec![note]);
    [vec![table.caption], table.headings].into_iter().chain(table.rows).chain(notes).collect()
}
