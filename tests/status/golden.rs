//! Whole documents, word for word, in both languages. `BYSPEJL_BLESS=1 cargo test --test status
//! golden` writes them anew; read the diff as a director would.

use crate::golden_texts::Golden;
use crate::samples::{document, later, reviewed, signed, texts, two_years_later};
use byspejl::chart::Spec;
use byspejl::exchange::write::markdown;
use byspejl::pledge::wording::check;
use byspejl::session::{Event, Part, Session, Work};
use byspejl::text::Lang;

/// Three workplaces: two years later, with hidden counts and another name for a level, and before
/// there are new figures.
fn works() -> [(&'static str, Work); 3] {
    let hidden = [("<5", 60), ("66", 200), ("30", 140), ("8", 130), ("<5", 32)];
    let mut hidden = later(hidden, "2030-06-30");
    let middle = hidden.draft().levels[2].id;
    let part = Part::Level;
    hidden.apply(Event::Rename { part, id: middle, name: "Teknikere".to_owned() });
    [
        ("two_years", reviewed(two_years_later(), signed(Lang::Da))),
        ("hidden_and_late", reviewed(hidden, signed(Lang::Da))),
        ("no_figures", reviewed(Session::default(), signed(Lang::Da))),
    ]
}

#[test]
fn a_status_reads_as_it_was_read_by_people() {
    let mut golden = Golden::default();
    for lang in Lang::ALL {
        for (name, work) in works() {
            let text = markdown::plain(&document(&work, lang), &|_, _| Spec::default());
            golden.compare(&format!("status/{name}"), lang, &text);
        }
    }
    golden.finish();
}

#[test]
fn no_sentence_of_a_status_uses_quota_or_preference_language() {
    for lang in Lang::ALL {
        for (name, work) in works() {
            for text in texts(&document(&work, lang)) {
                assert_eq!(check(&text), [], "{name}: {text}");
            }
        }
    }
}
