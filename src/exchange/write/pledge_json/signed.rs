//! A written pledge as something to look at again.
//!
//! Absent: areas and the whole organisation, which no target is about.

use super::{MeasureRecord, PledgeJsonError, PledgeRecord, ScopeRecord, TargetRecord, Whom};
use crate::pledge::SignedPledge;
use crate::pledge::signed::{Signature, SignedLevel, SignedMeasure, SignedTarget};
use crate::report::Visibility;
use crate::workforce::{Focus, MAX_LEVELS};

/// Takes from a record what a status is made of.
///
/// # Errors
/// [`PledgeJsonError::OutOfBounds`] for groups that make up nobody, and for more levels than there
/// can be.
pub fn signed(record: PledgeRecord) -> Result<SignedPledge, PledgeJsonError> {
    let focus = Focus::of(&record.focus).ok_or(PledgeJsonError::OutOfBounds)?;
    let levels: Vec<SignedLevel> = record.scopes.into_iter().filter_map(level).collect();
    let most = levels.len().max(record.targets.len()).max(record.without_target.len());
    if most > MAX_LEVELS {
        return Err(PledgeJsonError::OutOfBounds);
    }
    Ok(SignedPledge {
        is_public: record.visibility == Visibility::Public,
        written: record.written,
        organisation: record.organisation.unwrap_or_default(),
        reporting_date: record.reporting_date,
        focus,
        benchmark_id: record.benchmark.id,
        benchmark: record.benchmark.name,
        benchmark_share: record.benchmark.share,
        levels,
        targets: record.targets.into_iter().map(target).collect(),
        without_target: record.without_target,
        measures: record.measures.into_iter().map(measure).collect(),
        reviews: record.reviews,
        target_day: record.target_day,
        signature: Signature {
            name: record.signature.name,
            role: record.signature.role,
            place: record.signature.place,
            day: record.signature.day,
        },
    })
}

fn level(scope: ScopeRecord) -> Option<SignedLevel> {
    let Whom::Level { name, .. } = scope.whom else { return None };
    Some(SignedLevel { name, people: scope.people, focus: scope.focus })
}

fn target(record: TargetRecord) -> SignedTarget {
    SignedTarget {
        level: record.level,
        focus: record.focus,
        people: record.people,
        target: record.target,
        day: record.day,
        owner: record.owner,
    }
}

fn measure(record: MeasureRecord) -> SignedMeasure {
    SignedMeasure {
        id: record.id,
        commitment: record.commitment,
        text: record.text,
        owner: record.owner,
        day: record.day,
        indicator: record.indicator,
    }
}
