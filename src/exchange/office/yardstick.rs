//! A table bank's file on the desk: what it offers as a benchmark, and what a choice makes of it.

use crate::exchange::offer::{Offer, OfferFault, Taken};
use crate::exchange::statbank::{self, Ages, Choices, Cube, StatbankError, Wish, benchmark};
use crate::text::{Lang, table_bank};

/// A file that is compared with, or why it cannot be.
#[derive(Debug)]
pub(super) struct Yardstick(Result<Cube, StatbankError>);

impl Yardstick {
    /// Reads the file once; each choice is made from what was read.
    pub(super) fn open(name: &str, bytes: &[u8]) -> Yardstick {
        Yardstick(statbank::open(name, bytes))
    }

    /// What there is to choose from, what is taken, and what comes of it.
    pub(super) fn offer(&self, taken: &Taken) -> Offer {
        let lang = Lang::from_tag(&taken.lang).unwrap_or_default();
        let cube = match &self.0 {
            Ok(cube) => cube,
            Err(error) => return fault(lang, error),
        };
        let choices = match statbank::choices(cube) {
            Ok(choices) => choices,
            Err(error) => return fault(lang, &error),
        };
        let wish = Wish {
            area: taken.area.clone(),
            date: taken.date.clone(),
            ages: match (taken.ages, taken.is_guess) {
                (Some((from, to)), _) => Some(Ages::Ages { from, to }),
                (None, false) => Some(Ages::AllAges),
                (None, true) => None,
            },
            ..Wish::default()
        };
        let choice = choices.choose(&wish);
        let ages = match choice.ages {
            Ages::AllAges => None,
            Ages::Ages { from, to } => Some((from, to)),
        };
        let taken = Taken {
            lang: taken.lang.clone(),
            area: Some(choice.area.clone()).filter(|area| !area.is_empty()),
            date: Some(choice.date.clone()),
            ages,
            is_guess: false,
        };
        let offer = offered(choices, taken);
        match benchmark::of(cube, &choice) {
            Ok(benchmark) => offer.with(&benchmark),
            Err(error) => Offer { fault: fault(lang, &error).fault, ..offer },
        }
    }
}

fn offered(choices: Choices, taken: Taken) -> Offer {
    Offer {
        areas: choices.areas.into_iter().map(|area| (area.id, area.name)).collect(),
        dates: choices.dates.into_iter().map(|date| date.id).collect(),
        has_all_ages: choices.ages.all,
        begins: choices.ages.begins,
        ends: choices.ages.ends,
        taken,
        ..Offer::default()
    }
}

fn fault(lang: Lang, error: &StatbankError) -> Offer {
    let fault = OfferFault {
        message: table_bank::message(lang, error),
        remedy: table_bank::remedy(lang, error),
    };
    Offer { fault: Some(fault), ..Offer::default() }
}
