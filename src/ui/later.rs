//! The screens whose code is fetched after the start: the pledge and the pages about the product.
//!
//! The build cuts each function marked `wasm_split`, with all that only it needs, out of the
//! program into a module of its own. Absent: what the screens show. Read next: [`super::shell`],
//! which asks for a screen; `xtask/src/split.rs`, which cuts.

use super::app::use_app;
use super::screen::Screen;
use super::{pages, pledge};
use crate::text::app;
use crate::web::page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

type Fetched<T> = Result<T, SplitLoaderError>;

#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, preload(fetch_pledge), fallible)]
fn pledge_screen() -> Fetched<AnyView> {
    Ok(pledge::PledgeScreen().into_any())
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, preload(fetch_pages), fallible)]
fn page_screen(screen: Screen) -> Fetched<AnyView> {
    Ok(match screen {
        Screen::Method => pages::method::MethodPage().into_any(),
        Screen::Sources => pages::sources::SourcesPage().into_any(),
        Screen::Privacy => pages::privacy::PrivacyPage().into_any(),
        _ => pages::accessibility::AccessibilityPage().into_any(),
    })
}

async fn fetch(screen: Screen) -> Fetched<()> {
    match screen {
        Screen::Pledge => fetch_pledge().await,
        _ => fetch_pages().await,
    }
}

/// The screen, whose code is here: its future is ready when it is first asked.
fn screen_view(screen: Screen) -> Option<AnyView> {
    let view = pin!(async move {
        match screen {
            Screen::Pledge => pledge_screen().await,
            _ => page_screen(screen).await,
        }
    });
    match view.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

/// Fetches every later part once the browser has nothing else to do, so that the page also works
/// without a connection from then on. A part that cannot be fetched is asked for again when it is
/// shown.
pub fn fetch_when_idle() {
    page::when_idle(|| {
        spawn_local(async {
            let _ = fetch_pledge().await;
            let _ = fetch_pages().await;
        });
    });
}

#[derive(Clone, Copy)]
enum Arrival {
    Awaited,
    Here,
    Missing,
}

/// A screen that is fetched when it is first shown.
#[component]
pub fn LaterScreen(screen: Screen) -> impl IntoView {
    let state = use_app();
    let arrival = RwSignal::new(Arrival::Awaited);
    let ask = move || {
        spawn_local(async move {
            let fetched = fetch(screen).await;
            // The screen may have been left, and its signals disposed of, in the meantime.
            let _ = arrival.try_set(if fetched.is_ok() { Arrival::Here } else { Arrival::Missing });
        });
    };
    let retry = move |_| {
        arrival.set(Arrival::Awaited);
        ask();
    };
    ask();
    // Built in here and not in the task, so that the screen belongs to this view and ends with it.
    move || match arrival.get() {
        Arrival::Awaited => view! { <p role="status">{state.t(app::loading)}</p> }.into_any(),
        Arrival::Here => screen_view(screen).into_any(),
        Arrival::Missing => view! {
            <div role="alert">
                <p>{state.t(app::part_missing)}</p>
                <p class="actions">
                    <button type="button" on:click=retry>{state.t(app::part_retry)}</button>
                </p>
            </div>
        }
        .into_any(),
    }
}
