//! An address with work in it: what it holds, asked before anything is replaced.

use super::marks::{CLOSE, TAKE_SHARED};
use super::stage::{Intake, Stage};
use super::view::button;
use crate::exchange::message::Failure;
use crate::markup::Markup;
use crate::session::{Depth, Work};
use crate::text::{self, Lang, share};
use crate::ui::screen::Screen;
use crate::web::address;
use leptos::prelude::*;

pub(super) fn write(html: &mut Markup, lang: Lang, work: &Work) {
    let draft = &work.draft;
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(share::open_heading(lang)).close("h1");
    let name = match draft.organisation.trim() {
        "" => share::open_nameless(lang),
        name => name,
    };
    html.element("p", "lead", &share::open_holds(lang, name)).start("ul", "");
    let levels = text::count(lang, draft.levels.len() as u64);
    let areas = text::count(lang, draft.areas.len() as u64);
    html.element(
        "li",
        "",
        &match draft.depth {
            Depth::Totals => share::open_totals(lang).to_owned(),
            Depth::Levels => share::open_levels(lang, &levels),
            Depth::LevelsAndAreas => share::open_areas(lang, &levels, &areas),
        },
    );
    if !draft.reporting_date.is_empty() {
        html.element("li", "", &share::open_date(lang, &draft.reporting_date));
    }
    html.close("ul").element("p", "", share::open_question(lang)).start("p", "actions");
    button(html, "primary", TAKE_SHARED, share::open_take(lang));
    button(html, "", CLOSE, share::open_leave(lang));
    html.close("p").close("section");
}

pub(super) fn write_bad(html: &mut Markup, lang: Lang, failure: Failure) {
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(share::bad_heading(lang)).close("h1").start("div", "office-refusal");
    html.element(
        "p",
        "lead",
        match failure {
            Failure::LinkTooNew => share::bad_new(lang),
            Failure::LinkTruncated => share::bad_truncated(lang),
            Failure::LinkDamaged => share::bad_damaged(lang),
            _ => share::bad_other(lang),
        },
    );
    html.close("div").element("p", "hint", share::bad_untouched(lang)).start("p", "actions");
    button(html, "primary", CLOSE, share::bad_close(lang));
    html.close("p").close("section");
}

impl Intake {
    /// Takes the work of the address over.
    pub(super) fn take_shared(self) {
        let shared = self.stage.with_untracked(|stage| match stage {
            Stage::Shared(work) => Some(work.as_ref().clone()),
            _ => None,
        });
        if let Some(work) = shared {
            self.state.screen.set(Screen::Figures);
            address::go_to(Screen::Figures.address());
            self.replace_work(work, |lang| share::open_taken(lang).to_owned());
        }
    }
}
