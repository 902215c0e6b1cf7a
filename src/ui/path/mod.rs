//! The path screen: what ordinary turnover can do for each level until the target year.
//!
//! An expectation to compare with, and it says so. Absent: the mathematics
//! ([`crate::analysis::paths`]), the sentences ([`crate::text::paths`]) and the figure
//! ([`crate::report::path_figure`]). Read next: [`outlook`].

mod assumptions;
mod levels;
mod outlook;
mod overview;
mod target_year;

use super::app::use_app;
use super::figures::ExampleBadge;
use super::mirror::NoFigures;
use super::screen::Screen;
use crate::text::{app, mirror, path as texts, paths};
use leptos::prelude::*;
use outlook::{Outlooks, counting, outlook_memo};

/// The screen.
#[component]
pub fn PathScreen() -> impl IntoView {
    let state = use_app();
    let has_figures = Memo::new(move |_| !state.has_no_figures());
    let is_comparable = Memo::new(move |_| state.outcome.get().is_ok());
    view! {
        <div class="screen path">
            <Show when=move || has_figures.get() fallback=NoFigures>
                <Show
                    when=move || is_comparable.get()
                    fallback=move || view! {
                        <h1>{state.t(app::title_path)}</h1>
                        <p>{state.t(mirror::not_comparable)}</p>
                    }
                >
                    <Ahead/>
                </Show>
            </Show>
        </div>
    }
}

#[component]
fn Ahead() -> impl IntoView {
    let state = use_app();
    let outlook = outlook_memo(state);
    let counting = counting(outlook);
    let has_levels = Memo::new(move |_| outlook.with(|o| o.has_levels()));
    let has_paths = Memo::new(move |_| outlook.with(|o| o.has_paths()));
    let headline = Memo::new(move |_| {
        outlook.with(|outlook| {
            let outlook = outlook.as_ref()?;
            let (paths, start) = (&outlook.paths, outlook.start);
            state.with_subject(|lang, subject| {
                [paths::headline, paths::lead].map(|said| said(lang, subject, paths, start))
            })
        })
    });
    let said = move |place: usize| {
        Signal::derive(move || headline.get().map(|said| said[place].clone()).unwrap_or_default())
    };
    view! {
        <ExampleBadge/>
        <h1 data-headline>{said(0)}</h1>
        <p class="lead">{said(1)}</p>
        <Show
            when=move || has_levels.get()
            fallback=move || view! {
                <p class="actions no-print">
                    <a class="button primary" href=Screen::Figures.address()>
                        {state.t(mirror::to_figures)}
                    </a>
                </p>
            }
        >
            <p class="fixed-sentence">{state.t(texts::expectation_long)}</p>
            <target_year::TargetYear/>
            <Show when=move || has_paths.get()>
                <overview::Overview outlook counting/>
                <levels::Levels outlook counting/>
            </Show>
            <overview::Untold outlook/>
            <assumptions::Turnover/>
        </Show>
        <p class="actions no-print">
            <a class="button primary" href=Screen::Pledge.address()>{state.t(texts::to_pledge)}</a>
            <a class="button" href=Screen::Method.address()>{state.t(texts::how)}</a>
        </p>
    }
}
