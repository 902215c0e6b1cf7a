//! From an arrival to a stage, and from a stage to the work.

use super::stage::{Busy, Intake, Preview, Stage};
use crate::exchange::message::{Errand, Failure, Reply};
use crate::exchange::offer::{Offer, Taken};
use crate::exchange::project::{self, ProjectError};
use crate::exchange::reading::{Answer, Answers, Outcome, Question, Reason, Refusal};
use crate::exchange::write::pledge_json;
use crate::exchange::{import as take_over, reading_json};
use crate::session::{Event, Work};
use crate::text::{self, app, import};
use crate::ui::app::Message;
use crate::ui::parts::save_panel::project_error;
use crate::ui::screen::Screen;
use crate::ui::{status, years};
use crate::web::address;
use crate::web::worker::{self, Arrived, Together, Trouble};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Intake {
    /// Something has come in.
    pub(super) fn receive(self) {
        spawn_local(async move {
            match worker::arrived().await {
                Some(Arrived::File { name, together }) => {
                    self.together.set(together);
                    if name.ends_with(".json") {
                        self.open_json(name).await
                    } else {
                        self.read(name).await
                    }
                }
                Some(Arrived::Folder) => self.show_alone(Stage::Folder),
                Some(Arrived::Table) => {
                    self.together.set(Together::default());
                    self.read(String::new()).await
                }
                Some(Arrived::Link) => {
                    self.together.set(Together::default());
                    self.unpack().await
                }
                None => {}
            }
        });
    }

    fn show_alone(self, stage: Stage) {
        self.together.set(Together::default());
        self.show(stage);
    }

    /// A project file needs no worker; any other JSON may be a table.
    async fn open_json(self, name: String) {
        let text = match worker::arrived_text().await {
            Ok(text) => text,
            Err(trouble) => return self.explain(&name, trouble),
        };
        if pledge_json::is_pledge(&text) {
            self.show(Stage::Closed);
            return status::from_pledge(self.state, text).await;
        }
        match project::read(&text) {
            // There it is looked at again, and its figures are not taken over.
            Ok(work) if self.state.screen.get_untracked() == Screen::Status => {
                status::from_project(self.state, work).await;
            }
            // There it is another date of the same organisation.
            Ok(work) if self.state.screen.get_untracked() == Screen::Years => {
                years::take(self.state, work);
            }
            Ok(work) => {
                self.replace_work(work, |lang| app::save_opened(lang).to_owned());
                if self.together.with_untracked(|together| together.names.len() > 1) {
                    self.show(Stage::Opened { name });
                }
            }
            Err(ProjectError::NotAProject) => match project::benchmark::read(&text, |_| None) {
                // Nothing is left to choose in it.
                Ok(benchmark) => {
                    let offer = Box::new(Offer::default().with(&benchmark));
                    self.show(Stage::Offer { name, offer });
                }
                Err(_) => self.read(name).await,
            },
            Err(error) => {
                let lang = self.state.lang.get_untracked();
                self.state.complain(project_error(lang, error));
            }
        }
    }

    async fn read(self, name: String) {
        let reply = self.wait(Busy::Reading, worker::read_arrived()).await;
        self.take_reading(name, reply, Answers::default(), None).await;
    }

    /// Reads the text of the field for a table.
    pub(super) fn read_pasted(self) {
        let text = self.pasted.get_value();
        if text.trim().is_empty() {
            self.stage.set(Stage::PasteBox { is_empty: true });
            return self.focus_later("office-table");
        }
        spawn_local(async move {
            let reply = self.wait(Busy::Reading, worker::send(Errand::Paste, &text)).await;
            self.take_reading(String::new(), reply, Answers::default(), None).await;
        });
    }

    /// Reads the file again with what the user has chosen; the focus stays on the control.
    pub(super) fn reread(self, answers: Answers, control: String) {
        let Some(preview) = self.preview() else { return };
        spawn_local(async move {
            let text = reading_json::write_answers(&answers);
            let reply = self.wait(Busy::Reading, worker::send(Errand::Answer, &text)).await;
            self.take_reading(preview.name, reply, answers, Some(preview.questions)).await;
            self.focus_element_later(control);
        });
    }

    /// Waits for the worker, and says so when it takes long.
    pub async fn wait<T>(self, busy: Busy, work: impl Future<Output = T>) -> T {
        self.busy.set(Some(busy));
        let done = work.await;
        self.busy.set(None);
        done
    }

    /// `asked` is what was asked before, where the same file is read again.
    async fn take_reading(
        self,
        name: String,
        reply: Result<Reply, Trouble>,
        answers: Answers,
        asked: Option<Vec<Question>>,
    ) {
        let outcome = match reply {
            Ok(Reply::Reading(text)) => reading_json::read(&text).ok(),
            Ok(_) => None,
            Err(trouble) => return self.explain(&name, trouble),
        };
        // A large table is understood in one task and shown in the next.
        worker::rest().await;
        let (reading, new) = match outcome {
            Some(Outcome::Table(reading)) => (reading, Vec::new()),
            Some(Outcome::Ask { questions, guess }) => (guess, questions),
            Some(Outcome::Refused(refusal)) if refusal.reason == Reason::IsABenchmark => {
                return self.take_offer(name, Taken { is_guess: true, ..Taken::default() }, "");
            }
            Some(Outcome::Refused(refusal)) => {
                return self.show(Stage::Refused { name, refusal });
            }
            None => return self.show(Stage::Trouble(Trouble::Crashed)),
        };
        let is_again = asked.is_some();
        let mut questions = asked.unwrap_or_default();
        for question in new {
            match questions.iter_mut().find(|known| known.id == question.id) {
                Some(known) => *known = question,
                None => questions.push(question),
            }
        }
        let preview = Preview { name, reading, questions, answers };
        if is_again && self.preview().is_some() {
            // The page stays where it is.
            self.stage.set(Stage::Preview(Box::new(preview)));
        } else {
            self.show(Stage::Preview(Box::new(preview)));
        }
    }

    /// Has the worker say what a choice makes of a table bank's file.
    pub(super) fn take_offer(self, name: String, taken: Taken, control: &'static str) {
        let lang = self.state.lang.get_untracked().tag().to_owned();
        let text = Taken { lang, ..taken }.write();
        spawn_local(async move {
            let reply = self.wait(Busy::Reading, worker::send(Errand::Benchmark, &text)).await;
            let offer = match reply {
                Ok(Reply::Benchmark(text)) => Offer::read(&text),
                Ok(_) => None,
                Err(trouble) => return self.explain(&name, trouble),
            };
            let Some(offer) = offer else { return self.show(Stage::Trouble(Trouble::Crashed)) };
            let stage = Stage::Offer { name, offer: Box::new(offer) };
            if control.is_empty() {
                self.show(stage);
            } else {
                self.stage.set(stage);
                self.focus_later(control);
            }
        });
    }

    /// The one confirm of a benchmark.
    pub(super) fn use_benchmark(self) {
        let benchmark = self.stage.with_untracked(|stage| match stage {
            Stage::Offer { offer, .. } => offer.benchmark(),
            _ => None,
        });
        let Some(benchmark) = benchmark else { return };
        let lang = self.state.lang.get_untracked();
        let named = text::benchmark::name(lang, &benchmark);
        self.state.screen.set(Screen::Figures);
        address::go_to(Screen::Figures.address());
        self.state.apply(Event::UseBenchmark(Box::new(benchmark)));
        self.show(Stage::Closed);
        let text = import::benchmark_used(lang, &named);
        self.state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
    }

    /// Says why the worker gave nothing. What a reader can do something about is a refusal.
    fn explain(self, name: &str, trouble: Trouble) {
        let refused = |reason| Stage::Refused {
            name: name.to_owned(),
            refusal: Refusal { reason, at: None, sheet: String::new(), found: String::new() },
        };
        match trouble {
            Trouble::Cancelled => {
                let lang = self.state.lang.get_untracked();
                self.state.tell(import::busy_cancelled(lang).to_owned());
            }
            Trouble::Slow | Trouble::Crashed => self.show(refused(Reason::TooMuchContent)),
            Trouble::TooLarge => self.show(refused(Reason::TooManyBytes)),
            trouble => self.show(Stage::Trouble(trouble)),
        }
    }

    pub(super) fn preview(self) -> Option<Preview> {
        self.stage.with_untracked(|stage| match stage {
            Stage::Preview(preview) => Some(preview.as_ref().clone()),
            _ => None,
        })
    }

    /// The answers so far, with every question that has none answered by its guess.
    pub(super) fn answer(self, id: &str, chosen: Vec<usize>, control: String) {
        let Some(preview) = self.preview() else { return };
        let mut answers = preview.answers;
        answers.questions.retain(|answer| answer.id != id);
        answers.questions.push(Answer { id: id.to_owned(), chosen });
        self.reread(answers, control);
    }

    /// The one confirm: the figures take the place of the present ones.
    pub(super) fn use_figures(self) {
        let Some(preview) = self.preview() else { return };
        let work = self
            .state
            .session
            .with_untracked(|session| take_over::into_work(&preview.reading, session.work()));
        let name = preview.name;
        // The screen first: following the address closes whatever message there is.
        self.state.screen.set(Screen::Figures);
        address::go_to(Screen::Figures.address());
        self.replace_work(work, move |lang| match name.as_str() {
            "" => import::preview_opened_table(lang).to_owned(),
            name => import::preview_opened(lang, name),
        });
    }

    /// One step that can be undone, and says so.
    pub(super) fn replace_work(self, work: Work, say: impl FnOnce(crate::text::Lang) -> String) {
        self.state.apply(Event::Open(Box::new(work)));
        self.show(Stage::Closed);
        let text = say(self.state.lang.get_untracked());
        self.state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
    }

    async fn unpack(self) {
        let Ok(text) = worker::arrived_text().await else { return };
        let reply = self.wait(Busy::Reading, worker::send(Errand::Unpack, &text)).await;
        self.show(match reply {
            Ok(Reply::Work(text)) => match project::read(&text) {
                Ok(work) => Stage::Shared(Box::new(work)),
                Err(ProjectError::TooNew { .. }) => Stage::BadLink(Failure::LinkTooNew),
                Err(_) => Stage::BadLink(Failure::LinkDamaged),
            },
            Ok(Reply::Failed(failure)) => Stage::BadLink(failure),
            Ok(_) => Stage::BadLink(Failure::NotALink),
            Err(trouble) => Stage::Trouble(trouble),
        });
    }
}
