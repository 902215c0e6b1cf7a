//! How finely the figures are divided: depth, origin groups, levels and areas.

use super::structure::Structure;
use crate::session::{Depth, Event, Part};
use crate::text::{Lang, figures};
use crate::ui::app::use_app;
use crate::ui::import::Entry;
use crate::ui::parts::choice::Choice;
use crate::workforce::Grouping;
use leptos::prelude::*;

fn depth_words(depth: Depth) -> fn(Lang) -> &'static str {
    match depth {
        Depth::Totals => figures::shape_totals,
        Depth::Levels => figures::shape_levels,
        Depth::LevelsAndAreas => figures::shape_levels_and_areas,
    }
}

fn grouping_words(grouping: Grouping) -> fn(Lang) -> &'static str {
    match grouping {
        Grouping::Two => figures::shape_two,
        Grouping::ThreeByRegion => figures::shape_three_by_region,
        Grouping::ThreeByGeneration => figures::shape_three_by_generation,
        Grouping::Five => figures::shape_five,
    }
}

/// The choices that give the grid its shape.
#[component]
pub fn Shape() -> impl IntoView {
    let state = use_app();
    let depth = Memo::new(move |_| state.session.with(|s| s.draft().depth));
    let grouping = Memo::new(move |_| state.session.with(|s| s.draft().grouping));
    let not_stated = Memo::new(move |_| state.session.with(|s| s.draft().not_stated_rows));
    view! {
        <Entry/>
        <section class="shape no-print" aria-labelledby="shape-heading">
            <h2 id="shape-heading" class="visually-hidden">{state.t(figures::shape_heading)}</h2>
            <Choice
                name="depth"
                legend=figures::shape_depth
                hint=figures::shape_depth_hint
                options=Depth::ALL.map(|depth| (depth, depth_words(depth))).to_vec()
                value=depth
                on_choose=move |depth| state.apply(Event::SetDepth(depth))
            />
            <details class="more">
                <summary>{state.t(figures::shape_grouping)}": "{move || grouping_words(grouping.get())(state.lang.get())}</summary>
                <Choice
                    name="grouping"
                    legend=figures::shape_grouping
                    options=Grouping::ALL.map(|grouping| (grouping, grouping_words(grouping))).to_vec()
                    value=grouping
                    on_choose=move |grouping| state.apply(Event::SetGrouping(grouping))
                />
            </details>
            <Show when=move || depth.get() != Depth::Totals>
                <details class="more">
                    <summary>{state.t(figures::shape_edit_levels)}</summary>
                    <Structure part=Part::Level/>
                    <div class="option">
                        <input
                            type="checkbox"
                            id="not-stated-rows"
                            prop:checked=not_stated
                            on:change=move |event| {
                                state.apply(Event::ShowNotStatedRows(event_target_checked(&event)));
                            }
                        />
                        <label for="not-stated-rows">{state.t(figures::shape_not_stated_rows)}</label>
                    </div>
                </details>
            </Show>
            <Show when=move || depth.get() == Depth::LevelsAndAreas>
                <details class="more" open>
                    <summary>{state.t(figures::shape_edit_areas)}</summary>
                    <Structure part=Part::Area/>
                </details>
            </Show>
        </section>
    }
}
