//! A figure of dates on the page: the picture with a cursor, what the cursor stands on in words,
//! and the table.
//!
//! The picture is the SVG on screen, on paper and in files alike. Absent: what it shows.

use crate::chart::{self, Course, Frame, Shape, Spec, SvgOptions};
use crate::text::{Lang, years as texts};
use crate::text::{mirror, years};
use crate::ui::app::use_app;
use crate::ui::export::FigureActions;
use crate::ui::parts::figure::table;
use leptos::prelude::*;
use std::sync::Arc;

/// Widths the SVG is drawn for, in CSS pixels; CSS shows the one that fits.
const WIDE: f64 = 900.0;
const NARROW: f64 = 360.0;

/// A panel and a point on it.
type Place = (usize, usize);

#[component]
pub fn DatesFigure(
    /// Identifies the figure on the page.
    id: &'static str,
    #[prop(into)] spec: Signal<Arc<Spec>>,
) -> impl IntoView {
    let state = use_app();
    let cursor = RwSignal::new(None::<Place>);
    let picture = move |width: f64, name: &'static str| {
        let id = [id, name].join("-");
        let options =
            SvgOptions { width, frame: Frame::Embedded, lang: state.lang.get().tag(), id: &id };
        let mut spec = spec.get().as_ref().clone();
        if let Shape::Dates(course) = &mut spec.shape {
            course.cursor = cursor.get();
        }
        chart::svg(&spec, options)
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let now = cursor.get_untracked();
        let next = spec
            .with_untracked(|spec| spec.course().map(|course| moved(course, now, &event.key())));
        if let Some(Some(next)) = next {
            event.prevent_default();
            cursor.set(next);
        }
    };
    let reading = move || {
        let lang = state.lang.get();
        let words = spec.with(|spec| reading(lang, spec, cursor.get()));
        words.unwrap_or_else(|| texts::figure_keys(lang).to_owned())
    };
    let label = move || {
        let lang = state.lang.get();
        [spec.get().title.as_str(), years::figure_keys(lang)].join(". ")
    };
    view! {
        <figure class="figure" id=id>
            <figcaption>{move || spec.get().title.clone()}</figcaption>
            <p class="figure-lead">{move || spec.get().lead.clone()}</p>
            <div
                class="fig fig-dates"
                tabindex="0"
                role="group"
                aria-label=label
                on:keydown=on_key
                on:blur=move |_| cursor.set(None)
            >
                <div class="fig-wide" inner_html=move || picture(WIDE, "wide")></div>
                <div class="fig-narrow" inner_html=move || picture(NARROW, "narrow")></div>
            </div>
            <p class="hint no-print" role="status">{reading}</p>
            <p class="source">{move || spec.get().base.clone()}". "{move || spec.get().source.clone()}</p>
            <FigureActions spec/>
            <details class="more figure-table">
                <summary>{state.t(mirror::figure_table)}</summary>
                <div inner_html=move || table(&spec.get())></div>
            </details>
        </figure>
    }
}

/// Where a key leads from a place; `None` for keys that lead nowhere.
fn moved(course: &Course, from: Option<Place>, key: &str) -> Option<Option<Place>> {
    let points = |panel: usize| course.panels.get(panel).map_or(0, |panel| panel.points.len());
    let (panel, point) = match from {
        Some(place) => place,
        None if key.starts_with("Arrow") || matches!(key, "Home" | "End") => {
            let first = (0..course.panels.len()).find(|&panel| points(panel) > 0)?;
            return Some(Some((first, points(first) - 1)));
        }
        None => return None,
    };
    let on = |panel: usize| (points(panel) > 0).then(|| (panel, point.min(points(panel) - 1)));
    let place = match key {
        "ArrowLeft" => Some((panel, point.saturating_sub(1))),
        "ArrowRight" => Some((panel, (point + 1).min(points(panel).saturating_sub(1)))),
        "Home" => Some((panel, 0)),
        "End" => Some((panel, points(panel).saturating_sub(1))),
        "ArrowUp" => (0..panel).rev().find_map(on).or(from),
        "ArrowDown" => (panel + 1..course.panels.len()).find_map(on).or(from),
        "Escape" => return Some(None),
        _ => return None,
    };
    Some(place)
}

/// The point under the cursor in words.
fn reading(lang: Lang, spec: &Spec, cursor: Option<Place>) -> Option<String> {
    let (panel, point) = cursor?;
    let panel = spec.course()?.panels.get(panel)?;
    let point = panel.points.get(point)?;
    let share = match point.value_label.as_str() {
        "" => texts::figure_nothing(lang),
        share => share,
    };
    Some(if point.reference.is_empty() {
        texts::figure_read_without(lang, &panel.label, &point.date, share, &point.base)
    } else {
        let theirs = spec.reference.name.as_str();
        texts::figure_read(
            lang,
            &panel.label,
            &point.date,
            share,
            &point.base,
            theirs,
            &point.reference,
        )
    })
}
