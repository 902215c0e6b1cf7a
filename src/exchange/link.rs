//! The share link: figures and pledge, compressed, in the fragment of an address.
//!
//! A fragment never reaches a server. The link carries the project file's own shape, so there is
//! one format to keep: `#/link/1.` and, in base64url, a checksum, a length and the deflated file.
//! Names of people are left out: who signs, who receives, who owns a line; and so are the figures
//! of other reporting dates, each of which would be a decision of its own. Absent: the choice to
//! hide small counts (made before the work comes here), the address bar, words.
//! Read next: [`super::project`] for what is carried, [`pack`] for how.

#[cfg(feature = "office")]
mod pack;

#[cfg(feature = "office")]
pub use pack::{pack, unpack};

use super::project::{self, ProjectError, StoredWork};
use crate::pledge::PledgeEdits;
use crate::pledge::edits::LineEdits;
use crate::session::Work;

/// What the fragment of every link begins with.
pub const PREFIX: &str = "#/link/";
/// The most characters a link may have: what browsers and mail programs still pass on.
pub const MOST_CHARACTERS: usize = 60_000;

/// Why a link cannot be made or opened. The work on screen is untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Not a share link: look whether the whole address was copied.
    NotALink,
    /// The end is missing, as when a mail breaks a long address: ask for it again.
    Truncated,
    /// Some characters were changed on the way: ask for it again.
    Damaged,
    /// Made by a newer Byspejl: reload the page to get the newest version.
    TooNew { version: u32 },
    /// More than fits into a link (or a link that unfolds to more than any work): send the
    /// project file instead.
    TooLarge,
}

/// The fragment of a link to this work, without names of people.
///
/// # Errors
/// [`LinkError::TooLarge`] for work that no address can hold.
#[cfg(feature = "office")]
pub fn make(work: &Work) -> Result<String, LinkError> {
    pack(&carried(work))
}

/// The work in a link; see [`unpack`] for what counts as one.
///
/// # Errors
/// See [`LinkError`].
#[cfg(feature = "office")]
pub fn open(link: &str) -> Result<Work, LinkError> {
    work(&unpack(link)?)
}

/// The text that a link carries: the work as a compact project file, without names of people.
pub fn carried(work: &Work) -> String {
    let work = Work {
        draft: work.draft.clone(),
        pledge: without_people(&work.pledge),
        choices: work.choices.clone(),
        ..Work::default()
    };
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    serde_json::to_string(&StoredWork::of(&work)).unwrap_or_default()
}

/// The work in a text that a link has carried.
///
/// # Errors
/// [`LinkError::TooNew`] for a later version of the project file, else [`LinkError::Damaged`].
pub fn work(carried: &str) -> Result<Work, LinkError> {
    project::read(carried).map_err(|error| match error {
        ProjectError::TooNew { version } => LinkError::TooNew { version },
        _ => LinkError::Damaged,
    })
}

/// The pledge without who signs it, who receives it and who answers for its lines.
fn without_people(pledge: &PledgeEdits) -> PledgeEdits {
    let without_owner = |line: &LineEdits| LineEdits { owner: None, ..line.clone() };
    PledgeEdits {
        signatory: String::new(),
        signatory_role: String::new(),
        place: String::new(),
        signed_on: None,
        recipient: String::new(),
        lines: pledge.lines.iter().map(|(id, line)| (id.clone(), without_owner(line))).collect(),
        ..pledge.clone()
    }
}

#[cfg(test)]
#[cfg(feature = "office")]
mod tests {
    use super::*;
    use crate::session::{Event, Session};

    fn example() -> Work {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        session.work().clone()
    }

    #[test]
    fn the_example_fits_into_an_address_and_comes_back() {
        let link = make(&example()).expect("small enough");
        assert!(link.len() < 1_000, "{} characters", link.len());
        assert_eq!(open(&link), Ok(example()));
        let address = format!("<https://example.org/a/index.html{link}>.");
        assert_eq!(open(&address), Ok(example()), "in a sentence");
    }

    #[test]
    fn names_of_people_stay_behind() {
        let mut work = example();
        work.pledge.signatory = "Anna Jensen".to_owned();
        work.pledge.recipient = "Bo Holm".to_owned();
        work.pledge.note = "Vi vil spejle byen.".to_owned();
        let line = crate::pledge::edits::LineEdits {
            owner: Some("Carla Ali".to_owned()),
            text: Some("Samtaler efter fast plan".to_owned()),
            ..Default::default()
        };
        work.pledge.lines.insert(crate::pledge::LineId::Own(1), line);
        let opened = open(&make(&work).expect("small enough")).expect("a link");
        assert_eq!(opened.draft, work.draft);
        assert_eq!(opened.pledge.note, work.pledge.note);
        let text = format!("{opened:?}");
        for name in ["Anna", "Bo Holm", "Carla"] {
            assert!(!text.contains(name), "{name}");
        }
        assert!(text.contains("Samtaler efter fast plan"));
    }

    #[test]
    fn every_cut_is_told_from_damage() {
        let link = make(&example()).expect("small enough");
        for end in PREFIX.len() + 2..link.len() {
            assert_eq!(open(&link[..end]), Err(LinkError::Truncated), "cut at {end}");
        }
        for at in PREFIX.len() + 2..link.len() {
            let mut damaged = link.clone().into_bytes();
            damaged[at] = if damaged[at] == b'A' { b'B' } else { b'A' };
            let damaged = String::from_utf8(damaged).expect("still ASCII");
            assert!(open(&damaged).is_err() || open(&damaged) == open(&link), "changed at {at}");
        }
        let middle = link.len() / 2;
        let foreign = format!("{}%{}", &link[..middle], &link[middle + 1..]);
        assert_eq!(open(&foreign), Err(LinkError::Damaged));
    }

    #[test]
    fn what_is_no_link_or_from_later_says_so() {
        for text in ["", "#/figures", "#/link/", "#/link/0.AAAA", "#/link/x.AAAA", "#/link/-1.A"] {
            assert_eq!(open(text), Err(LinkError::NotALink), "{text:?}");
        }
        assert_eq!(open("#/link/2.AAAA"), Err(LinkError::TooNew { version: 2 }));
        let long = format!("#/link/1.{}", "A".repeat(MOST_CHARACTERS));
        assert_eq!(open(&long), Err(LinkError::TooLarge));
    }

    #[test]
    fn work_that_no_address_holds_is_not_cut_short() {
        let mut work = example();
        // Not to be compressed much: every character follows from the one before by chance's rule.
        let mut state = 1_u32;
        work.pledge.note = (0..200_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'a' + (state >> 24) as u8 % 26)
            })
            .collect();
        assert_eq!(make(&work), Err(LinkError::TooLarge));
    }
}
