//! What has happened between the newest date and an earlier one: in sentences and as a table.

use super::YearsMemo;
use crate::analysis::{Change, Changes, FocusNotInBoth, LevelChange, Position, changes};
use crate::exchange::office::{Dated, Years};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::change::{self, Between, Told};
use crate::text::focus::FocusWords;
use crate::text::{self, Lang, findings, parts, verdict, years as texts};
use crate::ui::app::use_app;
use crate::ui::parts::verdict_chip::verdict_class;
use crate::workforce::Scope;
use leptos::prelude::*;

/// The section; until there are two dates with figures it says how to get there.
#[component]
pub fn Comparison(years: YearsMemo) -> impl IntoView {
    let state = use_app();
    // Counted from the newest one backwards, so that it stays when dates are added.
    let back = RwSignal::new(1_usize);
    let count = Memo::new(move |_| years.with(|years| years.comparable().len()));
    let step = Memo::new(move |_| back.get().min(count.get().saturating_sub(1)));
    let html = Signal::derive(move || {
        let lang = state.lang.get();
        years.with(|years| section(lang, years, step.get())).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let lang = state.lang.get();
        years.with(|years| options(lang, years, step.get()))
    });
    let label = Signal::derive(move || {
        let lang = state.lang.get();
        years.with(|years| {
            let newest = years.comparable().last().and_then(|date| date.day);
            newest.map(|day| texts::change_from(lang, &text::date(lang, day))).unwrap_or_default()
        })
    });
    let choose = move |event: web_sys::Event| {
        if let Ok(chosen) = event_target_value(&event).parse() {
            back.set(chosen);
        }
    };
    view! {
        <section aria-labelledby="change-heading">
            <h2 id="change-heading">{state.t(texts::change_heading)}</h2>
            <Show
                when=move || { count.get() > 1 }
                fallback=move || view! { <p>{state.t(texts::change_waiting)}</p> }
            >
                <Show when=move || { count.get() > 2 }>
                    <p class="field no-print">
                        <label for="years-earlier">{label}</label>
                        <select id="years-earlier" on:change=choose inner_html=options></select>
                    </p>
                </Show>
                <div id="years-change" inner_html=html></div>
            </Show>
        </section>
    }
}

fn options(lang: Lang, years: &Years, chosen: usize) -> String {
    let mut html = Markup::default();
    for (back, date) in years.comparable().iter().rev().enumerate().skip(1) {
        let Some(day) = date.day else { continue };
        html.tag("option").attribute("value", &back.to_string());
        if back == chosen {
            html.attribute("selected", "");
        }
        html.open().words(&text::date(lang, day)).close("option");
    }
    html.finish()
}

fn section(lang: Lang, years: &Years, back: usize) -> Option<String> {
    let dates = years.comparable();
    let (now, earlier) = dates.split_last()?;
    let then = earlier.iter().rev().nth(back.checked_sub(1)?)?;
    let (then_table, now_table) = (&then.checked.workforce.table, &now.checked.workforce.table);
    let mut html = Markup::default();
    let changes = match changes(then_table, now_table, years.focus, &years.method) {
        Ok(changes) => changes,
        Err(FocusNotInBoth) => {
            html.element("p", "", texts::change_not_comparable(lang));
            return Some(html.finish());
        }
    };
    let between = Between {
        focus: years.focus,
        changes: &changes,
        then: (then_table, then.day?),
        now: (now_table, now.day?),
    };
    html.tag("p").attribute("class", "lead").attribute("data-change-headline", "").open();
    html.words(&change::headline(lang, &between)).close("p");
    let both = then.benchmark.as_ref().zip(now.benchmark.as_ref());
    let against = both.and_then(|(then, now)| change::benchmarks(lang, years.focus, then, now));
    table(&mut html, lang, &between, then, now);
    html.start("ul", "sentences").element("li", "", &change::whole(lang, &between).sentences);
    for level in top_first(&changes) {
        html.element("li", "", &change::level(lang, &between, level).sentences);
    }
    html.close("ul");
    for sentence in against.iter().map(String::as_str).chain(change::reservations(lang, &between)) {
        html.element("p", "hint", sentence);
    }
    if both.is_some_and(|(then, now)| {
        (then.place(), then.population(), then.kind())
            != (now.place(), now.population(), now.kind())
    }) {
        html.element("p", "hint", texts::dates_differs(lang));
    }
    html.element("p", "fixed-sentence", findings::note_not_discrimination(lang));
    html.element("p", "hint", texts::change_context(lang));
    Some(html.finish())
}

fn top_first(changes: &Changes) -> impl Iterator<Item = &LevelChange> {
    let is_gone = |level: &&LevelChange| matches!(level, LevelChange::OnlyThen(_));
    let levels = changes.levels.iter();
    levels.clone().rev().filter(move |level| !is_gone(level)).chain(levels.filter(is_gone))
}

fn table(html: &mut Markup, lang: Lang, between: &Between, then: &Dated, now: &Dated) {
    let benchmark = now.benchmark.as_ref().unwrap_or(&now.checked.benchmark);
    let (then_day, now_day) = (text::date(lang, between.then.1), text::date(lang, between.now.1));
    let share_of = FocusWords::new(lang, between.focus).share_of();
    let noun = yardstick(lang, benchmark).noun;
    let caption = texts::change_table_caption(lang, &share_of, &then_day, &now_day, noun);
    html.start_scroll_region(&caption);
    html.start("table", "change-table").element("caption", "", &caption);
    html.start("thead", "").start("tr", "");
    let headings =
        [texts::change_column_level(lang), &then_day, &now_day, texts::change_column_change(lang)];
    for words in headings {
        html.tag("th").attribute("scope", "col").open().words(words).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for level in top_first(between.changes) {
        let told = change::level(lang, between, level);
        let (name, sides, change) = match level {
            LevelChange::Both(change) => (
                change::name(between.now.0, &change.now),
                [Some(&change.then), Some(&change.now)],
                Some(change.as_ref()),
            ),
            LevelChange::OnlyThen(past) => {
                (change::name(between.then.0, past), [Some(past), None], None)
            }
            LevelChange::OnlyNow(present) => {
                (change::name(between.now.0, present), [None, Some(present)], None)
            }
        };
        row(html, lang, name, sides, change, &told, [then, now]);
    }
    let whole = &between.changes.whole;
    let told = change::whole(lang, between);
    let sides = [Some(&whole.then), Some(&whole.now)];
    row(html, lang, parts::level_all(lang), sides, Some(whole), &told, [then, now]);
    html.close("tbody").close("table").close("div");
}

fn row(
    html: &mut Markup,
    lang: Lang,
    name: &str,
    sides: [Option<&Position>; 2],
    change: Option<&Change>,
    told: &Told,
    dates: [&Dated; 2],
) {
    html.start("tr", "").tag("th").attribute("scope", "row").open().words(name).close("th");
    for (side, date) in sides.into_iter().zip(dates) {
        html.start("td", "");
        if let Some(side) = side {
            html.element("span", "share", &change::share_and_base(lang, side)).words(" ");
            if let Some((words, class)) = side.share.and_then(|_| against(lang, side.scope, date)) {
                html.element("span", class, &words);
            }
        }
        html.close("td");
    }
    html.start("td", "");
    if let Some(points) = change.and_then(change::points) {
        let points = texts::change_points(lang, &text::signed(lang, points, 1));
        html.element("span", "share", &points).words(" ");
    }
    let p = change.and_then(|change| change.p_adjusted).map(|p| text::probability(lang, p));
    match p {
        Some(p) => html.words(&texts::change_label_p(lang, told.label, &p)),
        None => html.words(told.label),
    };
    html.close("td").close("tr");
}

/// The verdict of a scope on a date, beside the benchmark of that date.
fn against(lang: Lang, scope: Scope, date: &Dated) -> Option<(String, &'static str)> {
    let (assessment, benchmark) = date.assessment.as_ref().zip(date.benchmark.as_ref())?;
    let result = match scope {
        Scope::Level(level) => assessment.levels.get(level)?,
        _ => &assessment.whole,
    };
    let words = verdict::label(lang, &result.conclusion, &yardstick(lang, benchmark));
    Some((words, verdict_class(result.verdict())))
}
