//! Version 1 of the pledge as JSON, as public/schema/pledge-1.json publishes it.

use super::v1_scope::Scope;
use super::{
    BenchmarkRecord, MeasureRecord, PledgeJsonError, PledgeRecord, SignatureRecord, TargetRecord,
};
use crate::exchange::names::{OUTSOURCED, QUALITIES, SECTORS, meaning, word};
use crate::exchange::write::names::{VISIBILITIES, period, read_period};
use crate::text::Lang;
use crate::workforce::{Date, Origin};
use serde::{Deserialize, Serialize};

pub(super) const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct Pledge {
    /// The version; its name says what kind of file this is.
    byspejl_pledge: u32,
    visibility: String,
    language: String,
    written: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    figures: Figures,
    focus: Vec<String>,
    benchmark: Compared,
    commitments: Vec<Commitment>,
    targets: Vec<Target>,
    levels_without_target: Vec<String>,
    measures: Vec<Measure>,
    reviews: Vec<String>,
    target_day: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    recipient: String,
    signature: Signature,
    clause: String,
    disclaimers: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Figures {
    reporting_date: Option<String>,
    data_quality: String,
    outsourced_work: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    people: Option<u64>,
    origin_not_stated: Option<u64>,
    #[serde(default)]
    scopes: Vec<Scope>,
}

#[derive(Serialize, Deserialize)]
struct Compared {
    id: String,
    name: String,
    date: String,
    share: f64,
    source: From,
}

#[derive(Serialize, Deserialize)]
struct From {
    publisher: String,
    table: String,
    url: String,
    licence: String,
}

#[derive(Serialize, Deserialize)]
struct Commitment {
    number: u8,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Target {
    level: Level,
    baseline: Baseline,
    target: Option<u64>,
    mirror: Option<u64>,
    day: String,
    year: u16,
    owner: String,
}

#[derive(Serialize, Deserialize)]
struct Level {
    key: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
struct Baseline {
    focus: Option<u64>,
    people: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct Measure {
    id: Option<String>,
    commitment: u8,
    text: String,
    owner: String,
    day: String,
    indicator: String,
}

#[derive(Serialize, Deserialize)]
struct Signature {
    name: String,
    role: String,
    place: String,
    day: Option<String>,
}

impl Pledge {
    pub fn version(&self) -> u32 {
        self.byspejl_pledge
    }

    pub fn of(record: &PledgeRecord) -> Pledge {
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        Pledge {
            byspejl_pledge: VERSION,
            visibility: word(&VISIBILITIES, record.visibility).to_owned(),
            language: record.lang.tag().to_owned(),
            written: record.written.to_string(),
            organisation: record.organisation.clone(),
            figures: Figures {
                reporting_date: day(record.reporting_date),
                data_quality: word(&QUALITIES, record.data_quality).to_owned(),
                outsourced_work: word(&OUTSOURCED, record.outsourced_work).to_owned(),
                sector: record.sector.map(|sector| word(&SECTORS, sector).to_owned()),
                people: record.people,
                origin_not_stated: record.not_stated,
                scopes: record.scopes.iter().map(Scope::of).collect(),
            },
            focus: record.focus.iter().map(|group| group.id().to_owned()).collect(),
            benchmark: Compared::of(&record.benchmark),
            commitments: record
                .commitments
                .iter()
                .zip(1..)
                .map(|(text, number)| Commitment { number, text: text.clone() })
                .collect(),
            targets: record.targets.iter().map(Target::of).collect(),
            levels_without_target: record.without_target.clone(),
            measures: record.measures.iter().map(Measure::of).collect(),
            reviews: record.reviews.iter().map(Date::to_string).collect(),
            target_day: record.target_day.to_string(),
            note: record.note.clone(),
            recipient: record.recipient.clone(),
            signature: Signature {
                name: record.signature.name.clone(),
                role: record.signature.role.clone(),
                place: record.signature.place.clone(),
                day: day(record.signature.day),
            },
            clause: record.clause.clone(),
            disclaimers: record.disclaimers.clone(),
        }
    }

    pub fn record(self) -> Result<PledgeRecord, PledgeJsonError> {
        let (figures, signature) = (self.figures, self.signature);
        let known = |id: &String| Origin::from_id(id).ok_or(PledgeJsonError::OutOfBounds);
        Ok(PledgeRecord {
            visibility: known_word(meaning(&VISIBILITIES, &self.visibility))?,
            lang: known_word(Lang::from_tag(&self.language))?,
            written: day(&self.written)?,
            organisation: self.organisation,
            reporting_date: figures.reporting_date.as_deref().map(day).transpose()?,
            data_quality: known_word(meaning(&QUALITIES, &figures.data_quality))?,
            outsourced_work: known_word(meaning(&OUTSOURCED, &figures.outsourced_work))?,
            sector: figures
                .sector
                .map(|sector| known_word(meaning(&SECTORS, &sector)))
                .transpose()?,
            people: figures.people,
            not_stated: figures.origin_not_stated,
            scopes: figures.scopes.into_iter().map(Scope::record).collect::<Result<_, _>>()?,
            focus: self.focus.iter().map(known).collect::<Result<_, _>>()?,
            benchmark: self.benchmark.record()?,
            commitments: self.commitments.into_iter().map(|commitment| commitment.text).collect(),
            targets: self.targets.into_iter().map(Target::record).collect::<Result<_, _>>()?,
            without_target: self.levels_without_target,
            measures: self.measures.into_iter().map(Measure::record).collect::<Result<_, _>>()?,
            reviews: self.reviews.iter().map(|text| day(text)).collect::<Result<_, _>>()?,
            target_day: day(&self.target_day)?,
            note: self.note,
            recipient: self.recipient,
            signature: SignatureRecord {
                day: signature.day.as_deref().map(day).transpose()?,
                name: signature.name,
                role: signature.role,
                place: signature.place,
            },
            clause: self.clause,
            disclaimers: self.disclaimers,
        })
    }
}

impl Compared {
    fn of(record: &BenchmarkRecord) -> Compared {
        Compared {
            id: record.id.clone(),
            name: record.name.clone(),
            date: period(record.period),
            share: record.share,
            source: From {
                publisher: record.publisher.clone(),
                table: record.table.clone(),
                url: record.url.clone(),
                licence: record.licence.clone(),
            },
        }
    }

    fn record(self) -> Result<BenchmarkRecord, PledgeJsonError> {
        if !(0.0..=1.0).contains(&self.share) {
            return Err(PledgeJsonError::OutOfBounds);
        }
        Ok(BenchmarkRecord {
            id: self.id,
            name: self.name,
            period: known_word(read_period(&self.date))?,
            share: self.share,
            publisher: self.source.publisher,
            table: self.source.table,
            url: self.source.url,
            licence: self.source.licence,
        })
    }
}

impl Target {
    fn of(record: &TargetRecord) -> Target {
        Target {
            level: Level { key: record.key.clone(), name: record.level.clone() },
            baseline: Baseline { focus: record.focus, people: record.people },
            target: record.target,
            mirror: record.mirror,
            day: record.day.to_string(),
            year: record.day.year(),
            owner: record.owner.clone(),
        }
    }

    fn record(self) -> Result<TargetRecord, PledgeJsonError> {
        let impossible = self.baseline.focus.zip(self.baseline.people);
        if impossible.is_some_and(|(focus, people)| focus > people) {
            return Err(PledgeJsonError::OutOfBounds);
        }
        Ok(TargetRecord {
            key: self.level.key,
            level: self.level.name,
            focus: self.baseline.focus,
            people: self.baseline.people,
            target: self.target,
            mirror: self.mirror,
            day: day(&self.day)?,
            owner: self.owner,
        })
    }
}

impl Measure {
    fn of(record: &MeasureRecord) -> Measure {
        Measure {
            id: record.id.clone(),
            commitment: record.commitment,
            text: record.text.clone(),
            owner: record.owner.clone(),
            day: record.day.to_string(),
            indicator: record.indicator.clone(),
        }
    }

    fn record(self) -> Result<MeasureRecord, PledgeJsonError> {
        if !(1..=3).contains(&self.commitment) {
            return Err(PledgeJsonError::OutOfBounds);
        }
        Ok(MeasureRecord {
            id: self.id,
            commitment: self.commitment,
            text: self.text,
            owner: self.owner,
            day: day(&self.day)?,
            indicator: self.indicator,
        })
    }
}

fn day(text: &str) -> Result<Date, PledgeJsonError> {
    text.parse().map_err(|_| PledgeJsonError::OutOfBounds)
}

fn known_word<T>(value: Option<T>) -> Result<T, PledgeJsonError> {
    value.ok_or(PledgeJsonError::OutOfBounds)
}
