//! One level at a time on screen: its sentences and its figure. On paper all of them.
//!
//! Absent: the table of all levels ([`super::overview`]).

use super::outlook::{Counting, Outlook, OutlookMemo, Outlooks};
use crate::analysis::LevelPath;
use crate::chart::{self, Frame, Spec, SvgOptions};
use crate::markup::Markup;
use crate::report::path_figure::{self, LevelFigure};
use crate::text::{Lang, Subject, path as texts, paths};
use crate::ui::app::use_app;
use crate::ui::parts::figure::Figure;
use crate::web::page;
use leptos::prelude::*;
use std::sync::Arc;

/// The width of a picture on paper, CSS pixels.
const PAPER: f64 = 680.0;
/// Which level an option is, index from 0 at entry.
const LEVEL: &str = "data-level";

/// The choice of a level, its sentences, its figure.
#[component]
pub fn Levels(outlook: OutlookMemo, counting: RwSignal<Counting>) -> impl IntoView {
    let state = use_app();
    let wanted = RwSignal::new(None::<usize>);
    let shown = Memo::new(move |_| outlook.with(|outlook| shown(outlook, wanted.get())));
    let spec = Memo::new(move |_| {
        let spec = shown.get().and_then(|level| {
            let outlook = outlook.get()?;
            counting.with(|counting| {
                state.with_subject(|lang, subject| figure(lang, subject, &outlook, counting, level))
            })
        });
        Arc::new(spec.flatten().unwrap_or_default())
    });
    let said = Memo::new(move |_| {
        let (level, outlook) = (shown.get()?, outlook.get()?);
        counting.with(|counting| {
            state.with_subject(|lang, subject| {
                sentences(lang, subject, &outlook, counting, (level, "h3"))
            })
        })
    });
    let on_paper = Memo::new(move |_| {
        let outlook = outlook.get()?;
        counting.with(|counting| {
            state.with_subject(|lang, subject| paper(lang, subject, &outlook, counting))
        })
    });
    let choose = move |event: web_sys::Event| {
        let level = page::attribute_of_target(&event, LEVEL);
        if let Some(level) = level.and_then(|level| level.parse().ok()) {
            wanted.set(Some(level));
        }
    };
    let options = Memo::new(move |_| {
        let outlook = outlook.get()?;
        state.with_subject(|lang, subject| options(lang, subject, &outlook, shown.get_untracked()))
    });
    view! {
        <section class="no-print" aria-labelledby="levels-heading">
            <h2 id="levels-heading">{state.t(texts::level_heading)}</h2>
            <div
                on:change=choose
                inner_html=move || options.get().unwrap_or_default()
            ></div>
            <div
                class="path-told"
                data-told
                inner_html=move || said.get().unwrap_or_default()
            ></div>
            <Figure id="path-figure" spec/>
        </section>
        <div class="path-paper" inner_html=move || on_paper.get().unwrap_or_default()></div>
    }
}

/// The chosen level where it has a path; else the one that is furthest from the benchmark, or the
/// highest that has a path.
fn shown(outlook: &Option<Arc<Outlook>>, wanted: Option<usize>) -> Option<usize> {
    let paths = &outlook.as_ref()?.paths;
    wanted
        .filter(|&level| outlook.path(level).is_some())
        .or_else(|| paths.furthest())
        .or_else(|| paths.levels.iter().rposition(Result::is_ok))
}

fn level_figure<'a>(
    outlook: &'a Outlook,
    counting: &'a Counting,
    level: usize,
) -> Option<LevelFigure<'a>> {
    let path: &LevelPath = outlook.paths.levels.get(level)?.as_ref().ok()?;
    let is_counting = *counting == Counting::UnderWay;
    let spreads = counting.of(level);
    Some(LevelFigure { level, path, start: outlook.start, spreads, is_counting })
}

fn figure(
    lang: Lang,
    subject: &Subject,
    outlook: &Outlook,
    counting: &Counting,
    level: usize,
) -> Option<Spec> {
    let figure = level_figure(outlook, counting, level)?;
    Some(path_figure::level(lang, subject, &outlook.paths, figure))
}

fn sentences(
    lang: Lang,
    subject: &Subject,
    outlook: &Outlook,
    counting: &Counting,
    (level, heading): (usize, &str),
) -> String {
    let mut html = Markup::default();
    if let Some(LevelFigure { path, start, spreads, .. }) = level_figure(outlook, counting, level) {
        let ahead = (start, outlook.paths.years);
        let said = paths::level(lang, subject, (level, path), ahead, spreads);
        html.element(heading, "", subject.level(level)).element("p", "", &said.join(" "));
    }
    html.finish()
}

/// Radio buttons, top level first.
fn options(lang: Lang, subject: &Subject, outlook: &Outlook, shown: Option<usize>) -> String {
    let mut html = Markup::default();
    html.start("fieldset", "choice level-choice");
    html.element("legend", "visually-hidden", texts::choose_level(lang));
    for (level, path) in outlook.paths.levels.iter().enumerate().rev() {
        if path.is_err() {
            continue;
        }
        let number = level.to_string();
        let id = ["path-level", &number].join("-");
        html.start("div", "option").tag("input").attribute("type", "radio");
        html.attribute("name", "path-level").attribute("id", &id).attribute(LEVEL, &number);
        if shown == Some(level) {
            html.attribute("checked", "");
        }
        html.empty();
        html.tag("label").attribute("for", &id).open().words(subject.level(level)).close("label");
        html.close("div");
    }
    html.close("fieldset");
    html.finish()
}

/// Every level with its sentences and its picture.
fn paper(lang: Lang, subject: &Subject, outlook: &Outlook, counting: &Counting) -> String {
    let mut html = Markup::default();
    for level in (0..outlook.paths.levels.len()).rev() {
        let Some(spec) = figure(lang, subject, outlook, counting, level) else { continue };
        let id = ["path-paper", &level.to_string()].join("-");
        let options =
            SvgOptions { width: PAPER, frame: Frame::Embedded, lang: lang.tag(), id: &id };
        html.start("figure", "figure");
        html.markup(&sentences(lang, subject, outlook, counting, (level, "h2")));
        html.element("p", "figure-lead", &spec.lead);
        html.markup(&chart::svg(&spec, options));
        let below = [spec.base.as_str(), &spec.source].join(". ");
        html.element("p", "source", &below).close("figure");
    }
    html.finish()
}
