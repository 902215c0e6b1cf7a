//! The frame around every screen: name, steps, save state, language, messages, footer.

use super::app::{App, Message, use_app};
use super::later::{self, Later, Part};
use super::parts::save_menu::SaveMenu;
use super::screen::Screen;
use super::{figures, start};
use crate::markup::Markup;
use crate::session::{Event, Severity};
use crate::text::{self, Lang, app};
use crate::web::{address, page, storage};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let state = App::start();
    provide_context(state);
    keep_work(state);
    follow_address(state);
    later::fetch_when_idle(state);
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
                Screen::Path => view! { <Later part=Part::Path/> }.into_any(),
                Screen::Pledge => view! { <Later part=Part::Pledge/> }.into_any(),
                Screen::Years => view! { <Later part=Part::Years/> }.into_any(),
                Screen::Board => view! { <Later part=Part::Board/> }.into_any(),
                Screen::Status => view! { <Later part=Part::Status/> }.into_any(),
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
    view! {
        <header class="top no-print">
            <div class="top-start" inner_html=Signal::derive(move || steps(state))></div>
            <div class="top-end">
                <SaveMenu/>
                <LanguageSwitch/>
            </div>
        </header>
    }
}

/// The product's name and the steps of the main job, each with what it still lacks.
fn steps(state: App) -> String {
    let lang = state.lang.get();
    let mut html = Markup::default();
    html.tag("a").attribute("class", "brand").attribute("href", Screen::Start.address()).open();
    html.words(app::name(lang)).close("a");
    html.tag("nav").attribute("aria-label", app::steps(lang)).open().start("ol", "steps");
    for screen in Screen::STEPS {
        html.start("li", "").tag("a").attribute("href", screen.address());
        if state.screen.get() == screen {
            html.attribute("aria-current", "page");
        }
        html.open().element("span", "step-name", screen.title(lang));
        let lacks = missing(state, screen).unwrap_or_default();
        html.element("span", "step-missing", &lacks).close("a").close("li");
    }
    html.close("ol").close("nav");
    html.finish()
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
    let html = Signal::derive(move || {
        let lang = state.lang.get();
        state.message.with(|message| message.as_ref().map_or_else(String::new, |m| shown(lang, m)))
    });
    let answer = move |event: web_sys::MouseEvent| {
        if let Some(answer) = page::attribute_of_target(&event, ANSWER) {
            if answer == UNDO {
                state.apply(Event::Undo);
            }
            state.message.set(None);
        }
    };
    view! {
        <div
            class="messages no-print"
            role="status"
            aria-live="polite"
            inner_html=html
            on:click=answer
        ></div>
    }
}

const ANSWER: &str = "data-answer";
const UNDO: &str = "undo";
const CLOSE: &str = "close";

fn shown(lang: Lang, message: &Message) -> String {
    let mut html = Markup::default();
    html.start("div", if message.is_error { "message message-error" } else { "message" });
    html.element("p", "", &message.text);
    let mut button = |answer: &str, words: &str| {
        html.tag("button").attribute("type", "button").attribute("class", "link");
        html.attribute(ANSWER, answer).open().words(words).close("button");
    };
    if message.offers_undo {
        button(UNDO, app::save_undo_open(lang));
    }
    button(CLOSE, app::save_close(lang));
    html.close("div");
    html.finish()
}

#[component]
fn Footer() -> impl IntoView {
    let state = use_app();
    let html = state.words(|lang| {
        let mut html = Markup::default();
        html.tag("nav").attribute("aria-label", app::pages(lang)).open().start("ul", "");
        for screen in Screen::PAGES {
            html.start("li", "").tag("a").attribute("href", screen.address()).open();
            html.words(screen.title(lang)).close("a").close("li");
        }
        html.close("ul").close("nav");
        let notes = [app::footer_not_audit(lang), app::footer_no_city(lang)].join(" ");
        html.element("p", "", &notes);
        html.finish()
    });
    view! { <footer class="bottom no-print" inner_html=html></footer> }
}
