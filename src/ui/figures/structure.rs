//! The list of levels or areas: rename, move, merge, remove, add.

use crate::session::{Event, NamedPart, Part, PartId, Step};
use crate::text::{Lang, figures, part_name};
use crate::ui::app::{App, use_app};
use crate::web::page;
use crate::workforce::{MAX_AREAS, MAX_LEVELS, MIN_LEVELS};
use leptos::prelude::*;

/// The element in which a part is renamed.
pub fn name_id(part: Part, id: PartId) -> String {
    let kind = match part {
        Part::Level => "level-name",
        Part::Area => "area-name",
    };
    [kind, &id.0.to_string()].join("-")
}

fn least_and_most(part: Part) -> (usize, usize) {
    match part {
        Part::Level => (MIN_LEVELS, MAX_LEVELS),
        Part::Area => (1, MAX_AREAS),
    }
}

/// Parts in the order of the screen: the top level first, areas as they stand.
fn shown(state: App, part: Part) -> Vec<NamedPart> {
    state.session.with(|session| match part {
        Part::Level => session.draft().levels.iter().rev().cloned().collect(),
        Part::Area => session.draft().areas.clone(),
    })
}

/// The editable list.
#[component]
pub fn Structure(part: Part) -> impl IntoView {
    let state = use_app();
    let ids = Memo::new(move |_| shown(state, part).iter().map(|part| part.id).collect::<Vec<_>>());
    let (_, most) = least_and_most(part);
    let hint = match part {
        Part::Level => figures::shape_levels_hint,
        Part::Area => figures::shape_areas_hint,
    };
    let add = match part {
        Part::Level => figures::shape_add_level,
        Part::Area => figures::shape_add_area,
    };
    view! {
        <p class="hint">{state.t(hint)}</p>
        <ol class="structure">
            <For each=move || ids.get().into_iter().enumerate() key=|entry| *entry let:entry>
                <Entry part id=entry.1 position=entry.0/>
            </For>
        </ol>
        <button
            type="button"
            disabled=move || most <= ids.get().len()
            on:click=move |_| state.apply(Event::Add(part))
        >
            {state.t(add)}
        </button>
        {(part == Part::Level).then(|| view! {
            <p class="hint">{state.t(figures::shape_disco_hint)}</p>
        })}
    }
}

#[component]
fn Entry(part: Part, id: PartId, position: usize) -> impl IntoView {
    let state = use_app();
    let (least, _) = least_and_most(part);
    let count = move || shown(state, part).len();
    let name_at = move |lang: Lang, place: usize| {
        let parts = shown(state, part);
        parts.get(place).map(|known| part_name(lang, part, &known.name)).unwrap_or_default()
    };
    let name = move || name_at(state.lang.get(), position);
    let label = move || {
        let place = (position + 1).to_string();
        match part {
            Part::Level => figures::shape_level_name(state.lang.get(), &place),
            Part::Area => figures::shape_area_name(state.lang.get(), &place),
        }
    };
    // Merging adds a part to the next one in the draft: the level above, the area below.
    let neighbour = move || match part {
        Part::Level => position.checked_sub(1),
        Part::Area => Some(position + 1).filter(|next| *next < count()),
    };
    let move_to = move |step: Step| {
        state.apply(Event::Move { part, id, step });
        page::focus(&name_id(part, id));
    };
    view! {
        <li>
            <input
                id=name_id(part, id)
                type="text"
                autocomplete="off"
                aria-label=label
                prop:value=name
                on:input=move |event| {
                    state.apply(Event::Rename { part, id, name: event_target_value(&event) });
                }
            />
            <button
                type="button"
                class="icon"
                disabled=position == 0
                aria-label=move || figures::shape_up(state.lang.get(), &name())
                on:click=move |_| move_to(Step::Up)
            >"↑"</button>
            <button
                type="button"
                class="icon"
                disabled=move || position + 1 == count()
                aria-label=move || figures::shape_down(state.lang.get(), &name())
                on:click=move |_| move_to(Step::Down)
            >"↓"</button>
            {move || neighbour().map(|next| {
                let other = move || name_at(state.lang.get(), next);
                view! {
                    <button
                        type="button"
                        class="link"
                        disabled=move || count() <= least
                        aria-label=move || figures::shape_merge(state.lang.get(), &name(), &other())
                        on:click=move |_| state.apply(Event::MergeIntoNext { part, id })
                    >
                        {move || figures::shape_merge_short(state.lang.get(), &other())}
                    </button>
                }
            })}
            <button
                type="button"
                class="link"
                disabled=move || count() <= least
                aria-label=move || figures::shape_remove(state.lang.get(), &name())
                on:click=move |_| state.apply(Event::Remove { part, id })
            >
                {state.t(figures::shape_remove_short)}
            </button>
        </li>
    }
}
