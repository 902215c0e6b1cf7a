//! The frame around every screen: name, steps, save state, language, messages, footer.

use super::app::{App, use_app};
use super::later::{self, Later, Part};
use super::parts::save_menu::SaveMenu;
use super::screen::Screen;
use super::{figures, start};
use crate::session::{Event, Severity};
use crate::text::{self, app};
use crate::web::{address, page, storage};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let state = App::start();
    provide_context(state);
    keep_work(state);
    follow_address(state);
    later::fetch_when_idle();
    view! {
        <a class="skip" href="#content" on:click=move |event| {
            event.prevent_default();
            page::focus("content");
        }>{state.t(app::skip)}</a>
        <div id="crash"></div>
        <Header/>
        <Messages/>
        <main id="content" tabindex="-1">
            {move || match state.screen.get() {
                _ if state.is_restoring.get() => {
                    view! { <p role="status">{state.t(app::loading)}</p> }.into_any()
                }
                Screen::Start => start::Start().into_any(),
                Screen::Figures => figures::Figures().into_any(),
                Screen::Mirror => view! { <Later part=Part::Mirror/> }.into_any(),
                Screen::Pledge => view! { <Later part=Part::Pledge/> }.into_any(),
                screen => view! { <Later part=Part::Page(screen)/> }.into_any(),
            }}
        </main>
        <Footer/>
    }
}

fn keep_work(state: App) {
    let work = move || state.session.with_untracked(|session| session.work().clone());
    Effect::new(move |_| {
        state.session.track();
        state.keeper.keep_soon(work);
    });
    page::on_leave(move || state.keeper.keep(&work()));
}

fn follow_address(state: App) {
    address::on_fragment_change(move |fragment| {
        let screen = Screen::from_fragment(&fragment);
        if screen != state.screen.get_untracked() {
            state.message.set(None);
            state.screen.set(screen);
        }
    });
    Effect::new(move |before: Option<Screen>| {
        let screen = state.screen.get();
        if before.is_some_and(|before| before != screen) {
            page::scroll_to_top();
            page::focus("content");
        }
        screen
    });
    Effect::new(move |_| {
        let lang = state.lang.get();
        page::set_language(lang.tag());
        let title = state.screen.get().title(lang);
        page::set_title(&[title, app::name(lang)].join(" · "));
    });
}

#[component]
fn Header() -> impl IntoView {
    let state = use_app();
    let step = move |screen: Screen| {
        let current =
            Signal::derive(move || (state.screen.get() == screen).then(|| "page".to_owned()));
        let lacks = Signal::derive(move || missing(state, screen).unwrap_or_default());
        view! {
            <li>
                <a href=screen.address() aria-current=current>
                    <span class="step-name">{state.words(move |lang| screen.title(lang).to_owned())}</span>
                    <span class="step-missing">{lacks}</span>
                </a>
            </li>
        }
    };
    view! {
        <header class="top no-print">
            <a class="brand" href=Screen::Start.address()>{state.t(app::name)}</a>
            <nav aria-label=state.t(app::steps)>
                <ol class="steps">{Screen::STEPS.map(step)}</ol>
            </nav>
            <div class="top-end">
                <SaveMenu/>
                <LanguageSwitch/>
            </div>
        </header>
    }
}

/// What a step still lacks, in a word or two.
fn missing(state: App, screen: Screen) -> Option<String> {
    let lang = state.lang.get();
    let none = state.has_no_figures();
    match screen {
        Screen::Figures if none => Some(app::missing_figures(lang).to_owned()),
        Screen::Figures => {
            let checked = state.checked.get();
            let errors = checked.problems.iter().filter(|p| p.severity() == Severity::Error);
            let errors = errors.count();
            (errors > 0).then(|| app::missing_problems(lang, &text::count(lang, errors as u64)))
        }
        Screen::Mirror if none => Some(app::missing_mirror(lang).to_owned()),
        Screen::Pledge if none => Some(app::missing_pledge(lang).to_owned()),
        _ => None,
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let state = use_app();
    let switch = move |_| {
        let lang = state.lang.get_untracked().other();
        storage::set_language(lang.tag());
        state.lang.set(lang);
    };
    view! {
        <button
            type="button"
            class="link language"
            lang=move || state.lang.get().other().tag()
            aria-label=state.t(app::language_switch_label)
            on:click=switch
        >
            {state.t(app::language_switch)}
        </button>
    }
}

/// What the program has to say, until it is closed.
#[component]
fn Messages() -> impl IntoView {
    let state = use_app();
    let close = move |_| state.message.set(None);
    let undo = move |_| {
        state.apply(Event::Undo);
        state.message.set(None);
    };
    view! {
        <div class="messages no-print" role="status" aria-live="polite">
            {move || state.message.get().map(|message| view! {
                <div class="message" class:message-error=message.is_error>
                    <p>{message.text}</p>
                    {message.offers_undo.then(|| view! {
                        <button type="button" class="link" on:click=undo>
                            {state.t(app::save_undo_open)}
                        </button>
                    })}
                    <button type="button" class="link" on:click=close>{state.t(app::save_close)}</button>
                </div>
            })}
        </div>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let state = use_app();
    let link = move |screen: Screen| {
        let title = state.words(move |lang| screen.title(lang).to_owned());
        view! { <li><a href=screen.address()>{title}</a></li> }
    };
    view! {
        <footer class="bottom no-print">
            <nav aria-label=state.t(app::pages)><ul>{Screen::PAGES.map(link)}</ul></nav>
            <p>{state.t(app::footer_not_audit)}" "{state.t(app::footer_no_city)}</p>
        </footer>
    }
}
