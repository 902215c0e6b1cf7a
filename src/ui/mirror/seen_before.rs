//! "Has this been seen before?": the story of 2010 and real Danish figures of the same shape.

use crate::benchmark::{Lookalike, LookalikeFigure, lookalikes};
use crate::text::benchmark::{period, words};
use crate::text::{Lang, mirror, percent_fixed, story};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn SeenBefore() -> impl IntoView {
    let state = use_app();
    view! {
        <section class="seen" aria-labelledby="seen-heading">
            <h2 id="seen-heading">{state.t(story::seen_heading)}</h2>
            <p>{state.t(story::first)}" "{state.t(story::second)}" "{state.t(story::third)}</p>
            <blockquote>
                <p lang="en">{state.t(story::quotation_text)}</p>
                <p>{state.t(story::quotation_translation)}</p>
            </blockquote>
            <p class="hint">
                {state.t(story::quotation_about)}" "{state.t(story::quotation_caveat)}" "
                {state.t(story::source)}
            </p>
            <p>{state.t(story::seen_intro)}</p>
            <div class="lookalikes">
                {move || {
                    let lang = state.lang.get();
                    lookalikes().iter().map(|found| lookalike(lang, found)).collect_view()
                }}
            </div>
        </section>
    }
}

fn lookalike(lang: Lang, found: &'static Lookalike) -> impl IntoView {
    let figure = |figure: &'static LookalikeFigure| {
        let share = percent_fixed(lang, figure.share.fraction(), figure.decimals);
        view! {
            <tr>
                <th scope="row">{words(lang, &figure.label).to_owned()}</th>
                <td>{period(lang, figure.period)}</td>
                <td class="number">{share}</td>
            </tr>
        }
    };
    let publisher = words(lang, &found.source.publisher).to_owned();
    view! {
        <div class="lookalike">
            <h3>{words(lang, &found.title).to_owned()}</h3>
            <p class="hint">{words(lang, &found.counted).to_owned()}</p>
            <table><tbody>{found.figures.iter().map(figure).collect_view()}</tbody></table>
            {found.note.as_ref().map(|note| view! { <p class="hint">{words(lang, note).to_owned()}</p> })}
            <p class="source">
                <a href=found.source.primary_url.to_string() rel="noreferrer">
                    {mirror::seen_published(lang, &publisher)}
                </a>
            </p>
        </div>
    }
}
