//! Which variable of a cube is which, and which of its values are used.
//!
//! What is left beside area, age, origin, sex and time has to be at its total, so that the figures
//! are about everybody. Absent: figures. Read next: [`super::sum`].

use super::age::Age;
use super::area::Area;
use super::cube::{Cube, Kind, Value, Variable};
use super::error::{Fault, StatbankError};
use super::fold::{fold, is_total};
use super::kind::{Sex, sex};
use super::origin::{Meaning, groupings, meanings};
use super::table;
use super::time::Moment;

/// A cube, understood.
pub(super) struct Layout<'a> {
    pub cube: &'a Cube,
    /// Variable, and the area of each value.
    pub area: Option<(usize, Vec<Area>)>,
    pub age: Option<(usize, Vec<Age>)>,
    pub origin: (usize, Vec<Meaning>),
    pub sex: Option<(usize, Sexes)>,
    /// Variable, and the moment of each value.
    pub time: (usize, Vec<Option<Moment>>),
    /// Variables that are at one value: variable, position.
    pub fixed: Vec<(usize, u32)>,
    /// The table's name, where the file, its name, its variables or its user say it.
    pub table: Option<table::Table>,
    /// The bank the table belongs to.
    pub bank: table::Bank,
}

/// The positions of the sexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sexes {
    pub total: Option<u32>,
    pub both: Option<(u32, u32)>,
}

/// Tables by citizenship that hold no origin.
const BY_CITIZENSHIP: [&str; 2] = ["FOLK1B", "KKBEF8"];

impl<'a> Layout<'a> {
    pub(super) fn of(cube: &'a Cube) -> Result<Layout<'a>, StatbankError> {
        Layout::named(cube, None)
    }

    /// With the table's name as the user gives it.
    pub(super) fn named(cube: &'a Cube, given: Option<&str>) -> Result<Layout<'a>, StatbankError> {
        let origin = origin(cube)?;
        let first = |kind: Kind| cube.variables.iter().position(|variable| variable.kind == kind);
        let time = first(Kind::Time).ok_or_else(|| StatbankError::of(Fault::NoDate))?;
        let (area, age, sex) = (first(Kind::Area), first(Kind::Age), first(Kind::Sex));
        let used = [Some(origin), Some(time), area, age, sex];
        let mut fixed = Vec::new();
        for (index, variable) in cube.variables.iter().enumerate() {
            if !used.contains(&Some(index)) {
                fixed.push((index, everybody(cube, variable)?));
            }
        }
        let table = match given {
            Some(given) => {
                let id = table::id_of(given)
                    .ok_or_else(|| StatbankError::of(Fault::NotATableName).found(given))?;
                Some(table::Table { id, named_by: table::NamedBy::User })
            }
            None => cube.table.clone().or_else(|| {
                let id = table::by_variables(cube)?;
                Some(table::Table { id, named_by: table::NamedBy::Variables })
            }),
        };
        let id = table.as_ref().map(|table| table.id.as_str());
        let bank = match table::bank_of(&[], id) {
            table::Bank::StatisticsDenmark => cube.bank,
            bank => bank,
        };
        if !table::counts_residents(cube, id) {
            let name = cube.title.clone().or_else(|| id.map(str::to_owned));
            let name = name.unwrap_or_else(|| {
                let other = cube.variables.iter().find(|variable| variable.kind == Kind::Other);
                other.map_or("", Variable::name).to_owned()
            });
            return Err(StatbankError::of(Fault::OtherPopulation { name }));
        }
        let values = |index: usize| &cube.variables[index].values;
        Ok(Layout {
            cube,
            area: area.map(|index| {
                (index, values(index).iter().map(|value| Area::of(value, bank)).collect())
            }),
            age: age.map(|index| {
                let ages = values(index).iter().map(|value| Age::of(&value.code, &value.text));
                (index, ages.collect())
            }),
            origin: (origin, meanings(values(origin))),
            sex: match sex {
                Some(index) => Some((index, sexes(cube, &cube.variables[index])?)),
                None => None,
            },
            time: (time, values(time).iter().map(moment).collect()),
            fixed,
            table,
            bank,
        })
    }
}

/// The moment of a value; the code is the same in every language.
fn moment(value: &Value) -> Option<Moment> {
    Moment::of(&value.code).or_else(|| Moment::of(&value.text))
}

fn origin(cube: &Cube) -> Result<usize, StatbankError> {
    let on = |fault: Fault, variable: &Variable| {
        StatbankError::of(fault).at(variable.at).found(variable.name()).on(&cube.sheet)
    };
    let candidates: Vec<(usize, &Variable, Vec<Meaning>)> = cube
        .variables
        .iter()
        .enumerate()
        .filter(|(_, variable)| variable.kind == Kind::Origin)
        .map(|(index, variable)| (index, variable, meanings(&variable.values)))
        .collect();
    let has_group =
        |meanings: &[Meaning]| meanings.iter().any(|one| matches!(one, Meaning::Group(_)));
    if let Some((index, ..)) = candidates.iter().find(|(.., meanings)| has_group(meanings)) {
        return Ok(*index);
    }
    if let Some(variable) = cube.variables.iter().find(|one| one.kind == Kind::Citizenship) {
        return Err(on(Fault::Citizenship, variable));
    }
    if let Some((_, variable, _)) =
        candidates.iter().find(|(.., meanings)| meanings.contains(&Meaning::Citizenship))
    {
        return Err(on(Fault::Citizenship, variable));
    }
    if cube.table.as_ref().is_some_and(|table| BY_CITIZENSHIP.contains(&table.id.as_str())) {
        return Err(StatbankError::of(Fault::Citizenship));
    }
    match candidates.first() {
        Some((_, variable, _)) => Err(on(Fault::NoGroups, variable)),
        None => Err(StatbankError::of(Fault::NoOrigin)),
    }
}

/// The position at which a further variable holds everybody.
fn everybody(cube: &Cube, variable: &Variable) -> Result<u32, StatbankError> {
    let on = |fault: Fault, at| StatbankError::of(fault).at(at).on(&cube.sheet);
    let totals: Vec<usize> = (0..variable.values.len())
        .filter(|position| {
            let value = &variable.values[*position];
            is_total(&value.code, &value.text)
        })
        .collect();
    let position = match (variable.values.as_slice(), totals.as_slice()) {
        (_, [total]) => *total,
        ([_], _) => 0,
        _ => {
            let name = variable.name().to_owned();
            return Err(on(Fault::VariableOpen { variable: name.clone() }, variable.at).found(name));
        }
    };
    let value = &variable.values[position];
    let words = fold(value.name());
    let is_rate = |words: &str| {
        ["procent", "percent", "per-cent", "pct", "frekvens", "andel"]
            .iter()
            .any(|rate| words.contains(rate))
            || words == "rate"
            || words.ends_with("-rate")
            || words == "bfk"
            || words == "efk"
    };
    if is_rate(&words) {
        return Err(on(Fault::Percentages, value.at).found(value.name()));
    }
    let counts_people = variable.kind == Kind::Contents
        || matches!(
            words.as_str(),
            "antal"
                | "number"
                | "personer"
                | "persons"
                | "people"
                | "folketal"
                | "population"
                | "antal-personer"
        );
    if totals.is_empty() && !counts_people {
        let (variable, value_) = (variable.name().to_owned(), value.name().to_owned());
        let fault = Fault::Narrowed { variable, value: value_.clone() };
        return Err(on(fault, value.at).found(value_));
    }
    Ok(position as u32)
}

fn sexes(cube: &Cube, variable: &Variable) -> Result<Sexes, StatbankError> {
    let find = |wanted: Sex| {
        let place = variable.values.iter().position(|value| sex(value) == Some(wanted));
        place.map(|place| place as u32)
    };
    let sexes = Sexes { total: find(Sex::Total), both: find(Sex::Men).zip(find(Sex::Women)) };
    if sexes.total.is_none() && sexes.both.is_none() {
        let names: Vec<&str> = variable.values.iter().map(Value::name).collect();
        let at = variable.values.first().and_then(|value| value.at);
        return Err(StatbankError::of(Fault::OneSexOnly)
            .at(at)
            .found(names.join(", "))
            .on(&cube.sheet));
    }
    Ok(sexes)
}

impl Layout<'_> {
    /// The groupings that the file can give, the finest first.
    pub(super) fn groupings(&self) -> Vec<crate::workforce::Grouping> {
        groupings(&self.origin.1)
    }
}
