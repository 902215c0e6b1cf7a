//! What the figures say of some of the people, as version 1 of the pledge writes it.
//!
//! Absent: the rest of the pledge ([`super::v1`]).

use super::{PledgeJsonError, ScopeRecord, Whom};
use crate::exchange::names::{meaning, word};
use crate::exchange::write::names::VERDICTS;
use crate::workforce::Bounds;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(super) struct Scope {
    scope: Place,
    people: Count,
    focus: Count,
    origin_not_stated: Count,
    share: Option<f64>,
    verdict: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Place {
    Whole,
    Level { key: String, name: String },
    Area { name: String },
}

/// A number of people, or the least and the most it can be.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Count {
    Exact(u64),
    Range { low: u64, high: Option<u64> },
}

impl Scope {
    pub fn of(record: &ScopeRecord) -> Scope {
        Scope {
            scope: match &record.whom {
                Whom::Everybody => Place::Whole,
                Whom::Level { key, name } => Place::Level { key: key.clone(), name: name.clone() },
                Whom::Area { name } => Place::Area { name: name.clone() },
            },
            people: Count::of(record.people),
            focus: Count::of(record.focus),
            origin_not_stated: Count::of(record.not_stated),
            share: record.share,
            verdict: record.verdict.map(|verdict| word(&VERDICTS, verdict).to_owned()),
        }
    }

    pub fn record(self) -> Result<ScopeRecord, PledgeJsonError> {
        let verdict = self.verdict.map(|word| meaning(&VERDICTS, &word).ok_or(OUT)).transpose()?;
        if self.share.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
            return Err(OUT);
        }
        let (people, focus) = (self.people.bounds()?, self.focus.bounds()?);
        if people.high.is_some_and(|people| focus.low > people) {
            return Err(OUT);
        }
        Ok(ScopeRecord {
            whom: match self.scope {
                Place::Whole => Whom::Everybody,
                Place::Level { key, name } => Whom::Level { key, name },
                Place::Area { name } => Whom::Area { name },
            },
            people,
            focus,
            not_stated: self.origin_not_stated.bounds()?,
            share: self.share,
            verdict,
        })
    }
}

const OUT: PledgeJsonError = PledgeJsonError::OutOfBounds;

impl Count {
    fn of(people: Bounds) -> Count {
        match people.exact() {
            Some(people) => Count::Exact(people),
            None => Count::Range { low: people.low, high: people.high },
        }
    }

    fn bounds(self) -> Result<Bounds, PledgeJsonError> {
        let Bounds { low, high } = match self {
            Count::Exact(people) => Bounds { low: people, high: Some(people) },
            Count::Range { low, high } => Bounds { low, high },
        };
        if high.is_some_and(|high| high < low) { Err(OUT) } else { Ok(Bounds { low, high }) }
    }
}
