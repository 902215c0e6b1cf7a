//! What every view shares: the session, the language, the screen, and what follows from them.

use super::keeper::Keeper;
use super::later;
use super::screen::Screen;
use crate::analysis::{Assessment, NotComparable, assess, comparable};
use crate::benchmark::{Benchmark, default_benchmark};
use crate::session::{Checked, Event, ProblemKind, Session, check};
use crate::text::{Lang, Subject, part_name};
use crate::web::{address, storage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Something to tell the user until it is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub text: String,
    pub is_error: bool,
    /// Whether what happened can be taken back with one click.
    pub offers_undo: bool,
}

/// The result of an assessment, or why there is none.
pub type Outcome = Result<Assessment, NotComparable>;

/// The benchmark with an identifier; none when the file names one that does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    id: String,
    benchmark: Option<Benchmark>,
}

/// Whether it is settled which benchmark the identifier means.
fn is_known(chosen: &Option<Chosen>, id: &str) -> bool {
    id == default_benchmark().id() || chosen.as_ref().is_some_and(|chosen| chosen.id == id)
}

fn found(chosen: &Option<Chosen>, id: &str) -> Option<Benchmark> {
    let default = default_benchmark();
    if default.id() == id {
        return Some(default);
    }
    chosen.as_ref().filter(|chosen| chosen.id == id)?.benchmark.clone()
}

/// The state of the page. Copied freely; lives as long as the page.
#[derive(Clone, Copy)]
pub struct App {
    pub session: RwSignal<Session>,
    chosen: RwSignal<Option<Chosen>>,
    pub lang: RwSignal<Lang>,
    pub screen: RwSignal<Screen>,
    pub message: RwSignal<Option<Message>>,
    pub keeper: Keeper,
    /// Earlier work is being read; nothing can be shown or typed yet.
    pub is_restoring: RwSignal<bool>,
    /// The figures as checked, in the present language's names.
    pub checked: Memo<Arc<Checked>>,
    pub outcome: Memo<Arc<Outcome>>,
}

impl App {
    /// Starts from the address and from what was kept earlier.
    pub fn start() -> App {
        let session = RwSignal::new(Session::default());
        let tag = address::query("lang").or_else(storage::language);
        let lang = RwSignal::new(tag.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default());
        let chosen = RwSignal::new(None::<Chosen>);
        let draft = Memo::new(move |_| session.with(|session| session.draft().clone()));
        let checked = Memo::new(move |_| {
            let lang = lang.get();
            draft.with(|draft| {
                let mut checked = check(
                    draft,
                    |id| chosen.with(|chosen| found(chosen, id)),
                    |part, name| part_name(lang, part, name),
                );
                if !chosen.with(|chosen| is_known(chosen, &draft.benchmark_id)) {
                    // It is being fetched, which is no problem of the user's.
                    checked.problems.retain(|p| p.kind != ProblemKind::UnknownBenchmark);
                }
                Arc::new(checked)
            })
        });
        let chosen_beside = Memo::new(move |_| {
            session.with(|session| {
                let choices = &session.work().choices;
                (choices.focus, choices.method())
            })
        });
        let outcome = Memo::new(move |_| {
            let checked = checked.get();
            let (workforce, benchmark) = (&checked.workforce, &checked.benchmark);
            chosen_beside.with(|(focus, method)| {
                let focus = comparable(*focus, &workforce.table, benchmark);
                Arc::new(assess(workforce, benchmark, focus, method))
            })
        });
        let state = App {
            session,
            chosen,
            lang,
            screen: RwSignal::new(Screen::from_fragment(&address::fragment())),
            message: RwSignal::new(None),
            keeper: Keeper::new(storage::default_keeping()),
            is_restoring: RwSignal::new(storage::has_work()),
            checked,
            outcome,
        };
        if state.is_restoring.get_untracked() {
            state.keeper.restore(move |work| {
                if let Some(work) = work {
                    state.apply(Event::Resume(Box::new(work)));
                }
                state.is_restoring.set(false);
            });
        }
        state
    }

    /// Takes in something the user did.
    pub fn apply(self, event: Event) {
        self.session.update(|session| session.apply(event));
        self.find_benchmark();
    }

    /// Fetches the chosen benchmark, unless it is the default one, the user's own or here already.
    fn find_benchmark(self) {
        let wanted = self.session.with_untracked(|session| {
            let draft = session.draft();
            draft.chosen_own().is_none().then(|| draft.benchmark_id.clone())
        });
        let Some(id) = wanted else { return };
        if self.chosen.with_untracked(|chosen| is_known(chosen, &id)) {
            return;
        }
        let mut finding = Box::pin(later::benchmark_by_id(id.clone()));
        let arrive = move |found: Result<Option<Benchmark>, _>| {
            // Code that cannot be fetched now is asked for again at the next change.
            if let Ok(benchmark) = found {
                self.chosen.set(Some(Chosen { id, benchmark }));
            }
        };
        match later::at_once(finding.as_mut()) {
            Some(found) => arrive(found),
            None => spawn_local(async move { arrive(finding.await) }),
        }
    }

    /// Reads something from the present assessment; `None` when there is none.
    pub fn with_subject<T>(self, read: impl FnOnce(Lang, &Subject) -> T) -> Option<T> {
        let (checked, outcome) = (self.checked.get(), self.outcome.get());
        let assessment = outcome.as_ref().as_ref().ok()?;
        let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
        Some(read(self.lang.get(), &Subject { assessment, table, benchmark }))
    }

    /// A text in the present language; the view follows when the language changes.
    pub fn t(self, text: fn(Lang) -> &'static str) -> impl Fn() -> &'static str + Copy {
        move || text(self.lang.get())
    }

    /// Words in the present language that are more than one text.
    pub fn words(self, words: impl Fn(Lang) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || words(self.lang.get()))
    }

    /// Whether no figure has been entered.
    pub fn has_no_figures(self) -> bool {
        self.session.with(|session| session.draft().has_no_figures())
    }

    pub fn tell(self, text: String) {
        self.message.set(Some(Message { text, is_error: false, offers_undo: false }));
    }

    pub fn complain(self, text: String) {
        self.message.set(Some(Message { text, is_error: true, offers_undo: false }));
    }
}

/// The page's state, from inside any view.
pub fn use_app() -> App {
    expect_context::<App>()
}
