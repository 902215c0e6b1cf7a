//! The share link: made only when it is asked for, after a warning.

use super::{explain, wait};
use crate::exchange::message::{Errand, Failure, Reply};
use crate::text::share;
use crate::ui::app::{App, use_app};
use crate::ui::import::Busy;
use crate::ui::later;
use crate::web::worker::{self, Trouble};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// More characters than some mail programs pass on.
const LONG: usize = 2_000;

/// A link that was made.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    address: String,
    hides_small: bool,
}

/// The part of the menu for the link.
#[component]
pub fn Share(name: &'static str) -> impl IntoView {
    let state = use_app();
    let hides_small = RwSignal::new(true);
    let made = RwSignal::new(None::<Made>);
    // A link to figures that have changed since would be a surprise.
    Effect::new(move |_| {
        state.session.track();
        made.set(None);
    });
    let make = move |_| {
        let hides_small = hides_small.get_untracked();
        let work = state.session.with_untracked(|session| session.work().clone());
        spawn_local(async move {
            let link = async {
                let text = later::shared(work, hides_small).await.map_err(|_| Trouble::Missing)?;
                let Some(text) = text else { return Ok(Reply::Failed(Failure::NotUnderstood)) };
                worker::send(Errand::Pack, &text).await
            };
            match wait(Busy::Linking, link).await {
                Ok(Reply::Link(fragment)) => {
                    let address = worker::address(&fragment).await.unwrap_or(fragment);
                    made.set(Some(Made { address, hides_small }));
                }
                Ok(Reply::Failed(Failure::LinkTooLarge)) => {
                    state.complain(share::too_large(state.lang.get_untracked()).to_owned());
                }
                Ok(_) => explain(state, Trouble::Crashed),
                Err(trouble) => explain(state, trouble),
            }
        });
    };
    let small = [name, "-small"].concat();
    view! {
        <details class="more share">
            <summary>{state.t(share::heading)}</summary>
            <p>{state.t(share::lead)}</p>
            <div class="option">
                <input
                    type="checkbox"
                    id=small.clone()
                    prop:checked=hides_small
                    on:change=move |event| {
                        hides_small.set(event_target_checked(&event));
                        made.set(None);
                    }
                />
                <label for=small>{state.t(share::small)}</label>
            </div>
            <p class="hint">{state.t(share::small_hint)}</p>
            <p class="actions">
                <button type="button" data-make-link on:click=make>{state.t(share::make)}</button>
            </p>
            <div role="status">
                {move || made.get().map(|made| view! { <Link name made/> })}
            </div>
        </details>
    }
}

#[component]
fn Link(name: &'static str, made: Made) -> impl IntoView {
    let state = use_app();
    let field = [name, "-link"].concat();
    let address = made.address.clone();
    let copy = move |_| copy(state, address.clone());
    let warning = if made.hides_small { share::public } else { share::exact };
    let is_long = made.address.len() > LONG;
    view! {
        <label for=field.clone()>{state.t(share::label)}</label>
        <div class="share-link">
            <input id=field type="text" readonly=true data-link prop:value=made.address/>
            <button type="button" class="primary" on:click=copy>{state.t(share::copy)}</button>
        </div>
        <p class="hint">
            {state.t(warning)}
            {is_long.then(|| view! { " "{state.t(share::long)} })}
        </p>
    }
}

fn copy(state: App, address: String) {
    spawn_local(async move {
        match worker::copy(&address, "").await {
            Ok(()) => state.tell(share::copied(state.lang.get_untracked()).to_owned()),
            Err(_) => state.complain(share::not_copied(state.lang.get_untracked()).to_owned()),
        }
    });
}
