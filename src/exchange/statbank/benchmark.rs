//! A cube and a choice to a benchmark with its full source.
//!
//! Absent: reading ([`super::open`]) and adding ([`super::sum`]).

use super::area::Area;
use super::choices::{Ages, Choice};
use super::cube::Cube;
use super::error::{Fault, StatbankError};
use super::layout::Layout;
use super::sum::{Selection, Sum};
use super::table::{self, Bank};
use super::time::Moment;
use crate::benchmark::{
    Benchmark, Facts, GroupShare, Kind, Licence, Period, Population, Source, Status,
};
use crate::text::table_bank as words;
use crate::workforce::Share;

/// The benchmark that a choice makes of a cube.
///
/// Every share is an exact quotient of counts; a count that the table does not publish as one
/// figure is marked as derived, with what was added.
///
/// # Errors
/// A [`StatbankError`] when the file lacks a part of what was chosen, or a total disagrees.
pub fn of(cube: &Cube, choice: &Choice) -> Result<Benchmark, StatbankError> {
    let given = Some(choice.table.as_str()).filter(|table| !table.trim().is_empty());
    let layout = Layout::named(cube, given)?;
    let table = layout.table.as_ref().ok_or_else(|| StatbankError::of(Fault::TableUnknown))?;
    let area = area(&layout, choice)?;
    let groups = choice.grouping.groups();
    let selection = Selection::of(&layout, choice)?;
    let offered = layout.groupings();
    if !offered.is_empty() && !offered.contains(&choice.grouping) {
        let fault = Fault::GroupingNotThere { grouping: choice.grouping };
        let variable = &cube.variables[layout.origin.0];
        return Err(StatbankError::of(fault)
            .at(variable.at)
            .found(variable.name())
            .on(&cube.sheet));
    }
    let sums: Vec<Sum> =
        groups.iter().map(|group| selection.group(*group)).collect::<Result<_, _>>()?;
    let people: u64 = sums.iter().map(|sum| sum.people).sum();
    selection.check_total(people)?;
    let share = |part: u64| Share::of(part, people).ok_or_else(|| StatbankError::of(Fault::Nobody));
    let shares = groups.iter().zip(&sums).map(|(group, sum)| {
        Ok(GroupShare {
            group: *group,
            share: share(sum.people)?,
            count: Some(sum.people),
            status: if sum.added.is_nothing() {
                Status::Reported
            } else {
                Status::Derived(words::how(&sum.added))
            },
        })
    });
    let shares = shares.collect::<Result<Vec<_>, StatbankError>>()?;
    let moment = Moment::of(&choice.date)
        .ok_or_else(|| StatbankError::of(Fault::UnknownDate).found(&choice.date))?;
    let period = moment.period(table::counts_on_first_day(cube, &table.id));
    let facts = Facts {
        id: id(&table.id, &area, period, choice.ages).into(),
        place: area.place,
        population: match choice.ages {
            Ages::AllAges => Population::AllAges,
            Ages::Ages { from, to } => Population::Ages { from, to },
        },
        kind: Kind::Population,
        period,
        people: Some(people),
        groups: shares,
        source: source(cube, layout.bank, &table.id),
    };
    // Shares of one whole add up, the groups are a grouping's, and the source is complete.
    Benchmark::new(facts).map_err(|_| StatbankError::of(Fault::NoGroups))
}

fn area(layout: &Layout, choice: &Choice) -> Result<Area, StatbankError> {
    match &layout.area {
        // Which one is said by `Selection`, which also says when there is none.
        Some((index, areas)) => {
            let found = areas.iter().find(|area| area.is(&choice.area)).cloned();
            found.ok_or_else(|| {
                let at = layout.cube.variables[*index].at;
                let error = StatbankError::of(Fault::UnknownArea).at(at);
                error.found(&choice.area).on(&layout.cube.sheet)
            })
        }
        // A file without areas is about the one that its user says.
        None => Area::with_code(choice.area.trim())
            .ok_or_else(|| StatbankError::of(Fault::NoArea).found(&choice.area)),
    }
}

/// For example `own-folk1e-101-2026-01-18-64`.
fn id(table: &str, area: &Area, period: Period, ages: Ages) -> String {
    let ages = match ages {
        Ages::AllAges => "all".to_owned(),
        Ages::Ages { from, to } => format!("{from}-{to}"),
    };
    let month = period.month.map_or_else(String::new, |month| format!("-{month:02}"));
    format!("own-{}-{}-{}{month}-{ages}", table.to_lowercase(), area.slug(), period.year)
}

fn source(cube: &Cube, bank: Bank, table: &str) -> Source {
    let address = table::address(bank, table);
    let known = words::title(table).map(str::to_owned);
    let title = known.or_else(|| cube.title.clone()).unwrap_or_else(|| table.to_owned());
    let (publisher, licence) = match bank {
        Bank::StatisticsDenmark => (words::statistics_denmark(), Licence::CcBy4),
        // The City states no licence for its bank.
        Bank::CityOfCopenhagen => (words::city_of_copenhagen(), Licence::Quotation),
    };
    Source {
        publisher,
        title: title.into(),
        table: table.to_owned().into(),
        primary_url: address.clone().into(),
        read_url: address.into(),
        licence,
        is_secondary: false,
    }
}
