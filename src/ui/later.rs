//! What is fetched after the start: everything but typing figures and reading verdicts.
//!
//! The build cuts each function marked `wasm_split`, with all that only it needs, out of the
//! program into a module of its own. Absent: what is shown. Read next: [`super::shell`], which asks for
//! the screens; `xtask/src/split.rs`, which cuts.

use super::app::{App, use_app};
use super::export::compose::{self as composing, Made, Order};
use super::parts::save_panel::SavePanel;
use super::screen::Screen;
use super::{board, export, figures, import, kept, mirror, pages, path, pledge, status, years};
use crate::analysis::NotComparable;
use crate::benchmark::{self, Benchmark};
use crate::exchange::office;
use crate::exchange::write::pledge_json::PledgeJsonError;
use crate::pledge::SignedPledge;
use crate::session::Work;
use crate::text::{Lang, app};
use crate::web::page;
use crate::web::storage::{KeepError, Keeping};
use crate::workforce::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

type Fetched<T> = Result<T, SplitLoaderError>;

#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, preload(fetch_pledge), fallible)]
fn pledge_part(part: Part) -> Fetched<AnyView> {
    Ok(match part {
        Part::TakeAlong => {
            view! { <export::Menu name="take-along-edition" is_alone=true/> }.into_any()
        }
        Part::Status => status::StatusScreen().into_any(),
        _ => pledge::PledgeScreen().into_any(),
    })
}

#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn compose(order: Order) -> Fetched<Result<Made, NotComparable>> {
    Ok(composing::compose(&order))
}

/// An empty sheet of the work's shape, as a workbook or as CSV.
#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn template(work: Work, lang: Lang, today: Date, is_workbook: bool) -> Fetched<Made> {
    Ok(composing::template(&work, lang, today, is_workbook))
}

/// The pledge in a pledge file.
#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn signed_in_pledge(text: String) -> Fetched<Result<SignedPledge, PledgeJsonError>> {
    Ok(office::signed_in_pledge(&text))
}

/// The pledge that a project file holds.
#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn signed_in_project(work: Work, lang: Lang, today: Date) -> Fetched<Option<SignedPledge>> {
    Ok(office::signed_in_project(&work, lang, today))
}

/// What a share link carries.
#[wasm_split(pledge, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn shared(work: Work, hides_small: bool) -> Fetched<Option<String>> {
    Ok(composing::shared(&work, hides_small))
}

#[wasm_split(board, wasm_split_path = ::leptos::wasm_split, preload(fetch_board), fallible)]
fn board_screen() -> Fetched<AnyView> {
    Ok(board::Board().into_any())
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, preload(fetch_pages), fallible)]
fn page_screen(screen: Screen) -> Fetched<AnyView> {
    Ok(view! { <pages::Page screen/> }.into_any())
}

#[wasm_split(mirror, wasm_split_path = ::leptos::wasm_split, preload(fetch_mirror), fallible)]
fn mirror_part(part: Part) -> Fetched<AnyView> {
    Ok(match part {
        Part::Picture => figures::Picture().into_any(),
        _ => mirror::Mirror().into_any(),
    })
}

#[wasm_split(path, wasm_split_path = ::leptos::wasm_split, preload(fetch_path), fallible)]
fn path_screen() -> Fetched<AnyView> {
    Ok(path::PathScreen().into_any())
}

#[wasm_split(years, wasm_split_path = ::leptos::wasm_split, preload(fetch_years), fallible)]
fn years_screen() -> Fetched<AnyView> {
    Ok(years::YearsScreen().into_any())
}

#[wasm_split(tools, wasm_split_path = ::leptos::wasm_split, preload(fetch_tools), fallible)]
fn tool(part: Part) -> Fetched<AnyView> {
    Ok(match part {
        Part::Shape => figures::Shape().into_any(),
        Part::About => figures::About().into_any(),
        _ => SavePanel().into_any(),
    })
}

#[wasm_split(tools, wasm_split_path = ::leptos::wasm_split, preload(fetch_benchmarks), fallible)]
pub fn benchmark_by_id(id: String) -> Fetched<Option<Benchmark>> {
    Ok(benchmark::by_id(&id))
}

#[wasm_split(keep, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn restore() -> Fetched<Option<(Work, Keeping)>> {
    Ok(kept::restore())
}

#[wasm_split(keep, wasm_split_path = ::leptos::wasm_split, preload(fetch_keeping), fallible)]
pub fn keep(work: Work, keeping: Keeping) -> Fetched<Result<(), KeepError>> {
    Ok(kept::keep(&work, keeping))
}

#[wasm_split(office, wasm_split_path = ::leptos::wasm_split, fallible)]
fn open_ways_in(state: App) -> Fetched<()> {
    import::begin(state);
    Ok(())
}

/// What is fetched after the start.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Pledge,
    /// One of [`Screen::PAGES`], or what stands below the question on [`Screen::Start`].
    Page(Screen),
    Mirror,
    Path,
    Years,
    /// The mirror's figure beside the grid.
    Picture,
    /// Many pledges at once.
    Board,
    /// What became of a signed pledge.
    Status,
    /// How finely the figures are divided.
    Shape,
    /// Who is counted.
    About,
    /// What can be done about saving.
    Save,
    /// The ways out, from any screen.
    TakeAlong,
}

impl Part {
    async fn fetch(self) -> Fetched<()> {
        match self {
            Part::Pledge | Part::TakeAlong | Part::Status => fetch_pledge().await,
            Part::Page(_) => fetch_pages().await,
            Part::Mirror | Part::Picture => fetch_mirror().await,
            Part::Path => fetch_path().await,
            Part::Years => fetch_years().await,
            Part::Board => fetch_board().await,
            Part::Shape | Part::About | Part::Save => fetch_tools().await,
        }
    }

    /// The view; an error while its code is not here.
    async fn view(self) -> Fetched<AnyView> {
        match self {
            Part::Pledge | Part::TakeAlong | Part::Status => pledge_part(self).await,
            Part::Page(screen) => page_screen(screen).await,
            Part::Mirror | Part::Picture => mirror_part(self).await,
            Part::Path => path_screen().await,
            Part::Years => years_screen().await,
            Part::Board => board_screen().await,
            Part::Shape | Part::About | Part::Save => tool(self).await,
        }
    }
}

/// What a future has to say when it is first asked; what is here already is ready then.
pub fn at_once<T>(future: Pin<&mut impl Future<Output = T>>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Fetches every later part once the browser has nothing else to do, so that the page also works
/// without a connection from then on. A part that cannot be fetched is asked for again when it is
/// shown.
pub fn fetch_when_idle(state: App) {
    page::when_idle(move || {
        spawn_local(async move {
            let _ = (fetch_keeping().await, open_ways_in(state).await, fetch_benchmarks().await);
            let parts = [Part::Shape, Part::Mirror, Part::Path, Part::Pledge, Part::Years];
            for part in parts.into_iter().chain([Part::Page(Screen::Method), Part::Board]) {
                let _ = part.fetch().await;
            }
        });
    });
}

#[derive(Clone, Copy)]
enum Arrival {
    Awaited,
    Here,
    Missing,
}

/// A part of the page that is fetched when it is first shown.
#[component]
pub fn Later(part: Part) -> impl IntoView {
    let state = use_app();
    let arrival = RwSignal::new(Arrival::Awaited);
    let arrive = move |fetched: Fetched<()>| {
        let now = if fetched.is_ok() { Arrival::Here } else { Arrival::Missing };
        // The part may have been left, and its signals disposed of, in the meantime.
        let _ = arrival.try_set(now);
    };
    let fetch = move || {
        let mut fetching = Box::pin(part.fetch());
        match at_once(fetching.as_mut()) {
            Some(fetched) => arrive(fetched),
            None => spawn_local(async move { arrive(fetching.await) }),
        }
    };
    let retry = move |_| {
        arrival.set(Arrival::Awaited);
        fetch();
    };
    fetch();
    // Built in here and not in the task, so that the view belongs to this component and ends with it.
    move || match arrival.get() {
        Arrival::Awaited => view! { <p role="status">{state.t(app::loading)}</p> }.into_any(),
        Arrival::Here => at_once(pin!(part.view())).and_then(Result::ok).into_any(),
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
