//! The whole catalogue to choose from: filters, what is known of each measure, and a way to take it.
//!
//! The list is markup, written anew when something changes; the filters are fields that stay.
//! Absent: what fits a filter ([`crate::pledge::browse`]).

use super::{PledgeMemo, edit};
use crate::markup::Markup;
use crate::pledge::browse::{Filter, Knowledge, browse};
use crate::pledge::measure::{Effort, Evidence, Measure};
use crate::pledge::{Commitment, Edit, LineId, Pledge};
use crate::report::charter::Passage;
use crate::report::words;
use crate::text::{self, Lang, pledge_screen};
use crate::ui::app::use_app;
use crate::web::page;
use crate::web::worker;
use leptos::prelude::*;
use leptos::task::spawn_local;

const MEASURE: &str = "data-take-measure";
const UNDER: &str = "data-take-under";
const COMMITMENT: &str = "catalogue-commitment";

/// What is looked for, shared with the links that lead here.
#[derive(Clone, Copy)]
pub struct Browsing {
    is_open: RwSignal<bool>,
    /// Place among the pledge's findings.
    finding: RwSignal<Option<usize>>,
    commitment: RwSignal<Option<Commitment>>,
    knowledge: RwSignal<Option<Knowledge>>,
}

impl Browsing {
    pub fn new() -> Browsing {
        Browsing {
            is_open: RwSignal::new(false),
            finding: RwSignal::new(None),
            commitment: RwSignal::new(None),
            knowledge: RwSignal::new(None),
        }
    }

    /// Opens the catalogue at one commitment.
    pub fn open_at(self, commitment: Commitment) {
        self.commitment.set(Some(commitment));
        self.is_open.set(true);
        focus_later(COMMITMENT.to_owned());
    }

    fn filter(self, pledge: &Pledge) -> Filter {
        let cause = |place: usize| pledge.findings.get(place).map(|reason| reason.cause);
        Filter {
            cause: self.finding.get().and_then(cause),
            commitment: self.commitment.get(),
            knowledge: self.knowledge.get(),
        }
    }
}

fn focus_later(id: String) {
    spawn_local(async move {
        // Moving the focus needs the layout of what was just written.
        worker::rest().await;
        page::focus(&id);
    });
}

/// The catalogue, folded until it is wanted.
#[component]
pub fn Catalogue(pledge: PledgeMemo, browsing: Browsing) -> impl IntoView {
    let state = use_app();
    let list = Signal::derive(move || {
        let lang = state.lang.get();
        pledge.with(|pledge| match pledge {
            Some(pledge) if browsing.is_open.get() => {
                written(lang, pledge, &browse(browsing.filter(pledge)))
            }
            _ => String::new(),
        })
    });
    let take = move |event: web_sys::MouseEvent| {
        let measure = page::attribute_of_target(&event, MEASURE);
        let under = page::attribute_of_target(&event, UNDER);
        let commitment =
            under.and_then(|number| number.parse().ok()).and_then(Commitment::from_number);
        if let Some((measure, commitment)) = measure.zip(commitment) {
            let id = heading_id(&measure);
            edit(state, Edit::Choose { measure, commitment });
            let number = commitment.number().to_string();
            state.tell(pledge_screen::catalogue_chosen(state.lang.get_untracked(), &number));
            // The button is gone; what it belonged to is still there.
            focus_later(id);
        }
    };
    view! {
        <details
            class="catalogue more"
            prop:open=move || browsing.is_open.get()
            on:toggle=move |event| {
                let is_open = page::attribute_of_target(&event, "open").is_some();
                if is_open != browsing.is_open.get_untracked() {
                    browsing.is_open.set(is_open);
                }
            }
        >
            <summary>{state.t(pledge_screen::catalogue_heading)}</summary>
            <p class="hint">{state.t(pledge_screen::catalogue_hint)}</p>
            <Filters pledge browsing/>
            <div inner_html=list on:click=take></div>
        </details>
    }
}

/// The three things to choose by. Each option's value is its place, from 1; 0 is all.
#[component]
fn Filters(pledge: PledgeMemo, browsing: Browsing) -> impl IntoView {
    let state = use_app();
    let findings = Signal::derive(move || {
        let lang = state.lang.get();
        pledge.with(|pledge| {
            let findings = pledge.iter().flat_map(|pledge| &pledge.findings);
            findings.map(|reason| words::reason(lang, reason)).collect::<Vec<_>>()
        })
    });
    let commitments = Signal::derive(move || {
        let lang = state.lang.get();
        let numbered = |commitment: Commitment| {
            let wording = Passage::Commitment(commitment).wording(lang);
            [&commitment.number().to_string(), ". ", wording].concat()
        };
        Commitment::ALL.map(numbered).to_vec()
    });
    let known = Signal::derive(move || {
        let lang = state.lang.get();
        Knowledge::ALL.map(|known| knowledge(lang, known).to_owned()).to_vec()
    });
    let finding = Signal::derive(move || browsing.finding.get().map_or(0, |place| place + 1));
    let commitment = Signal::derive(move || {
        browsing.commitment.get().map_or(0, |commitment| usize::from(commitment.number()))
    });
    let chosen_knowledge = Signal::derive(move || {
        let place = |wanted| Knowledge::ALL.iter().position(|&known| known == wanted);
        browsing.knowledge.get().and_then(place).map_or(0, |place| place + 1)
    });
    view! {
        <div class="line-fields catalogue-filters">
            <Select
                id="catalogue-finding"
                label=pledge_screen::catalogue_finding
                any=pledge_screen::catalogue_finding_any
                options=findings
                value=finding
                on_choose=move |place: usize| browsing.finding.set(place.checked_sub(1))
            />
            <Select
                id=COMMITMENT
                label=pledge_screen::catalogue_commitment
                any=pledge_screen::catalogue_commitment_any
                options=commitments
                value=commitment
                on_choose=move |place: usize| {
                    browsing.commitment.set(Commitment::from_number(place as u8));
                }
            />
            <Select
                id="catalogue-knowledge"
                label=pledge_screen::catalogue_knowledge
                any=pledge_screen::catalogue_knowledge_any
                options=known
                value=chosen_knowledge
                on_choose=move |place: usize| {
                    let known = place.checked_sub(1).and_then(|place| Knowledge::ALL.get(place));
                    browsing.knowledge.set(known.copied());
                }
            />
        </div>
    }
}

#[component]
fn Select(
    id: &'static str,
    label: fn(Lang) -> &'static str,
    any: fn(Lang) -> &'static str,
    options: Signal<Vec<String>>,
    value: Signal<usize>,
    on_choose: impl Fn(usize) + Copy + 'static,
) -> impl IntoView {
    let state = use_app();
    let html = Signal::derive(move || {
        let (lang, chosen) = (state.lang.get(), value.get());
        let mut html = Markup::default();
        let options = options.get();
        let all = std::iter::once(any(lang)).chain(options.iter().map(String::as_str));
        for (place, words) in all.enumerate() {
            html.tag("option").attribute("value", &place.to_string());
            if place == chosen {
                html.attribute("selected", "");
            }
            html.open().words(words).close("option");
        }
        html.finish()
    });
    view! {
        <div class="field">
            <label for=id>{state.t(label)}</label>
            <select
                id=id
                inner_html=html
                on:change=move |event| {
                    if let Ok(place) = event_target_value(&event).parse() {
                        on_choose(place);
                    }
                }
            ></select>
        </div>
    }
}

fn knowledge(lang: Lang, known: Knowledge) -> &'static str {
    match known {
        Knowledge::PracticeOnly => pledge_screen::knowledge_practice(lang),
        Knowledge::Documented(Evidence::Strong) => pledge_screen::knowledge_strong(lang),
        Knowledge::Documented(Evidence::Moderate) => pledge_screen::knowledge_moderate(lang),
        Knowledge::Documented(Evidence::Mixed) => pledge_screen::knowledge_mixed(lang),
        Knowledge::Documented(Evidence::Limited) => pledge_screen::knowledge_limited(lang),
        Knowledge::Documented(Evidence::Avoid) => pledge_screen::knowledge_avoid(lang),
    }
}

fn effort(lang: Lang, effort: Effort) -> &'static str {
    match effort {
        Effort::Small => pledge_screen::effort_small(lang),
        Effort::Moderate => pledge_screen::effort_moderate(lang),
        Effort::Large => pledge_screen::effort_large(lang),
    }
}

fn heading_id(measure: &str) -> String {
    ["catalogue-", measure].concat()
}

fn written(lang: Lang, pledge: &Pledge, found: &[&'static Measure]) -> String {
    let mut html = Markup::default();
    let count = text::count(lang, found.len() as u64);
    let said = match found {
        [] => pledge_screen::catalogue_none(lang).to_owned(),
        _ => pledge_screen::catalogue_count(lang, &count),
    };
    html.tag("p").attribute("class", "hint").attribute("role", "status").open();
    html.words(&said).close("p").start("ul", "catalogue-list");
    for measure in found {
        card(&mut html, lang, pledge, measure);
    }
    html.close("ul").element("p", "hint", pledge_screen::effort_note(lang));
    html.finish()
}

fn card(html: &mut Markup, lang: Lang, pledge: &Pledge, measure: &'static Measure) {
    let is_avoided = measure.evidence == Evidence::Avoid;
    html.start("li", if is_avoided { "catalogue-avoid" } else { "" });
    html.tag("h4").attribute("id", &heading_id(measure.id)).attribute("tabindex", "-1").open();
    let name = words::bilingual(lang, &measure.name);
    html.words(name).close("h4").start("p", "base");
    let known = Knowledge::of(measure);
    html.element("b", "", knowledge(lang, known));
    if known != Knowledge::PracticeOnly {
        html.words(". ").words(words::bilingual(lang, &measure.effect));
    }
    if let Some(url) = measure.source_url {
        html.words(" ").tag("a").attribute("href", url).attribute("rel", "noreferrer");
        // Of 28 links each says where it leads.
        html.attribute("aria-label", &[pledge_screen::source(lang), ": ", name].concat()).open();
        html.words(pledge_screen::source(lang)).close("a");
    }
    html.close("p").start("dl", "facts");
    let facts = [
        (pledge_screen::catalogue_first_step(lang), words::bilingual(lang, &measure.first_step)),
        (pledge_screen::catalogue_indicator(lang), words::bilingual(lang, &measure.indicator)),
        (pledge_screen::catalogue_legal(lang), words::bilingual(lang, &measure.legal_note)),
        (pledge_screen::catalogue_effort(lang), effort(lang, measure.effort)),
    ];
    // What is advised against needs no first step and no indicator.
    for (term, value) in if is_avoided { &facts[2..3] } else { &facts[..] } {
        html.start("div", "").element("dt", "", term).element("dd", "", value).close("div");
    }
    html.close("dl").start("p", "actions");
    let id = LineId::Measure(measure.id.to_owned());
    if is_avoided {
        html.words(pledge_screen::catalogue_avoid(lang));
    } else if pledge.measures.iter().any(|line| line.id == id) {
        html.words(pledge_screen::catalogue_taken(lang));
    } else {
        for number in measure.commitments.iter().map(u8::to_string) {
            html.tag("button").attribute("type", "button").attribute(MEASURE, measure.id);
            html.attribute(UNDER, &number);
            let label = pledge_screen::catalogue_choose_named(lang, &number, name);
            html.attribute("aria-label", &label).open();
            html.words(&pledge_screen::catalogue_choose(lang, &number)).close("button").words(" ");
        }
    }
    html.close("p").close("li");
}
