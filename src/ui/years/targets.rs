//! How the targets of earlier dates are doing on the newest one.

use super::YearsMemo;
use crate::exchange::office::{Followed, FollowedOutcome, Years};
use crate::markup::Markup;
use crate::session::PartId;
use crate::text::focus::FocusWords;
use crate::text::promise::{self, Kept};
use crate::text::{self, Lang, years as texts};
use crate::ui::app::use_app;
use crate::workforce::Date;
use leptos::prelude::*;

#[component]
pub fn Targets(years: YearsMemo) -> impl IntoView {
    let state = use_app();
    let html = Signal::derive(move || {
        let lang = state.lang.get();
        years.with(|years| section(lang, years))
    });
    view! { <div id="years-targets" inner_html=html></div> }
}

fn section(lang: Lang, years: &Years) -> String {
    let mut html = Markup::default();
    html.element("h2", "", texts::target_heading(lang));
    let dates = years.comparable();
    let newest = dates.last().and_then(|date| date.day).filter(|_| dates.len() > 1);
    let Some(day) = newest else {
        html.element("p", "", texts::target_waiting(lang));
        return html.finish();
    };
    let followed = years.followed();
    if followed.is_empty() {
        html.element("p", "", texts::target_none(lang));
        return html.finish();
    }
    let share_of = FocusWords::new(lang, years.focus).share_of();
    html.element("p", "", &texts::target_intro(lang, &share_of, &text::date(lang, day)));
    html.start("ul", "target-list");
    let mut levels: Vec<PartId> = Vec::new();
    for Followed { level, .. } in &followed {
        if !levels.contains(level) {
            levels.push(*level);
        }
    }
    for level in levels {
        html.start("li", "");
        let promises = followed.iter().filter(|followed| followed.level == level);
        for (place, followed) in promises.enumerate() {
            if place == 0 {
                html.element("h3", "", &followed.name);
            }
            let (label, sentence) = told(lang, followed, day);
            html.start("p", "").element("span", "badge", label).words(" ");
            html.words(&sentence).close("p");
        }
        html.close("li");
    }
    html.close("ul").element("p", "hint", texts::target_next(lang));
    html.finish()
}

fn told(lang: Lang, followed: &Followed, day: Date) -> (&'static str, String) {
    let Followed { name, promise, outcome, .. } = followed;
    match outcome {
        FollowedOutcome::LevelGone => {
            let target = text::count(lang, promise.target);
            let sentence = texts::target_gone(lang, name, &text::date(lang, day), &target);
            (texts::target_label_gone(lang), sentence)
        }
        FollowedOutcome::Standing { focus, expected, standing } => {
            let (focus, expected) = (*focus, *expected);
            let kept = Kept { level: name, promise, focus, expected, standing, day };
            (promise::label(lang, &kept), promise::sentence(lang, &kept))
        }
    }
}
