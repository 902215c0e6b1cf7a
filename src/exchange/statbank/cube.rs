//! What a table holds before anybody chooses from it: variables with their values, and figures.
//!
//! Absent: what the values mean ([`super::kind`], [`super::layout`]). Read next: [`super::flat`],
//! [`super::matrix`] and [`super::json_stat`], which fill it.

use super::error::{Fault, StatbankError};
use super::kind;
use super::table::{Bank, Table};
use crate::exchange::book::Cell;
use crate::exchange::count::{self, CountError};
use crate::exchange::reading::{At, Reason};
use crate::workforce::Headcount;
use std::collections::BTreeMap;

/// More cells than the table bank sends at once.
pub(super) const MOST_CELLS: usize = 1_000_000;
/// No table has more variables.
const MOST_VARIABLES: usize = 20;

/// What a variable divides people by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Area,
    Age,
    Origin,
    Citizenship,
    Sex,
    Time,
    /// What is counted, and in which unit.
    Contents,
    Other,
}

/// A value of a variable: its code, its text, or both. One of them may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub code: String,
    pub text: String,
    /// Where it stands first.
    pub at: Option<At>,
}

impl Value {
    /// The text where there is one, else the code.
    pub fn name(&self) -> &str {
        if self.text.is_empty() { &self.code } else { &self.text }
    }
}

/// A variable with its values in the file's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// For example HERKOMST; empty in a file that says only its text.
    pub code: String,
    pub text: String,
    pub kind: Kind,
    pub values: Vec<Value>,
    /// Where its heading stands.
    pub at: Option<At>,
}

impl Variable {
    pub fn name(&self) -> &str {
        if self.text.is_empty() { &self.code } else { &self.text }
    }
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Count(u64),
    /// "..", "*", "<5".
    Hidden,
    /// Blank or "-".
    Missing,
    /// A number, but none of persons.
    Fraction,
    NotACount,
}

/// A cell with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub figure: Figure,
    pub at: Option<At>,
    /// As written, where it is no plain count.
    pub found: Option<Box<str>>,
}

impl Entry {
    pub(super) fn read(cell: &Cell, at: Option<At>) -> Entry {
        let plain = |figure| Entry { figure, at, found: None };
        let written = |figure, text: &str| Entry { figure, at, found: Some(text.into()) };
        match cell {
            Cell::Empty => plain(Figure::Missing),
            Cell::Number(number) => {
                if number.fract() == 0.0 && (0.0..=1e10).contains(number) {
                    plain(Figure::Count(*number as u64))
                } else if number.is_finite() && *number >= 0.0 {
                    written(Figure::Fraction, &number.to_string())
                } else {
                    written(Figure::NotACount, &number.to_string())
                }
            }
            Cell::Text(text) => match count::read(text) {
                Ok(Headcount::Known(people)) => plain(Figure::Count(people.into())),
                Ok(Headcount::Suppressed { .. }) => written(Figure::Hidden, text),
                Ok(Headcount::Missing) => plain(Figure::Missing),
                Err(CountError::Dash) => written(Figure::Missing, text),
                Err(CountError::Fraction | CountError::Percentage) => {
                    written(Figure::Fraction, text)
                }
                Err(_) => written(Figure::NotACount, text),
            },
            Cell::Other(text) => written(Figure::NotACount, text),
        }
    }
}

/// A table: variables times values.
#[derive(Clone, Debug, PartialEq)]
pub struct Cube {
    pub table: Option<Table>,
    pub bank: Bank,
    pub title: Option<String>,
    pub source: Option<String>,
    /// When the bank last changed the table, as the file writes it.
    pub updated: Option<String>,
    /// The name of the sheet; empty for a file without sheets.
    pub sheet: String,
    pub variables: Vec<Variable>,
    /// A last row that was cut off and left out.
    pub cut_off: Option<At>,
    entries: BTreeMap<Box<[u32]>, Entry>,
}

impl Cube {
    /// The cell at these positions, one for each variable in order.
    pub fn entry(&self, positions: &[u32]) -> Option<&Entry> {
        self.entries.get(positions)
    }

    /// How many cells the file has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every cell that the file has, with its positions.
    pub fn entries(&self) -> impl Iterator<Item = (&[u32], &Entry)> {
        self.entries.iter().map(|(positions, entry)| (positions.as_ref(), entry))
    }
}

/// A cube being read.
pub(super) struct Builder {
    variables: Vec<Variable>,
    known: Vec<BTreeMap<String, u32>>,
    entries: BTreeMap<Box<[u32]>, Entry>,
    pub title: Option<String>,
    pub source: Option<String>,
    pub updated: Option<String>,
    pub table: Option<Table>,
    pub sheet: String,
    pub cut_off: Option<At>,
}

impl Builder {
    /// Begins with headings: code, text, place.
    pub(super) fn new(
        headings: impl IntoIterator<Item = (String, String, Option<At>)>,
    ) -> Result<Builder, StatbankError> {
        let variables: Vec<Variable> = headings
            .into_iter()
            .map(|(code, text, at)| Variable {
                code,
                text,
                kind: Kind::Other,
                values: Vec::new(),
                at,
            })
            .collect();
        if variables.len() > MOST_VARIABLES {
            return Err(StatbankError::of(Fault::File(Reason::TooMuchContent)));
        }
        Ok(Builder {
            known: vec![BTreeMap::new(); variables.len()],
            variables,
            entries: BTreeMap::new(),
            title: None,
            source: None,
            updated: None,
            table: None,
            sheet: String::new(),
            cut_off: None,
        })
    }

    /// Names a value ahead of its first cell.
    pub(super) fn value(&mut self, variable: usize, value: Value) {
        let position = self.variables[variable].values.len() as u32;
        let name = if value.code.is_empty() { &value.text } else { &value.code };
        self.known[variable].entry(name.clone()).or_insert(position);
        self.variables[variable].values.push(value);
    }

    /// Puts a figure at its labels, one for each variable with the place it stands at.
    pub(super) fn put<'a>(
        &mut self,
        labels: impl Iterator<Item = (&'a str, Option<At>)>,
        entry: Entry,
    ) -> Result<(), StatbankError> {
        let mut positions = Vec::with_capacity(self.variables.len());
        for (variable, (label, at)) in labels.enumerate() {
            let label = label.trim();
            let position = match self.known[variable].get(label) {
                Some(position) => *position,
                None => {
                    let position = self.variables[variable].values.len() as u32;
                    self.known[variable].insert(label.to_owned(), position);
                    let value = Value { code: String::new(), text: label.to_owned(), at };
                    self.variables[variable].values.push(value);
                    position
                }
            };
            positions.push(position);
        }
        self.put_at(positions, entry)
    }

    pub(super) fn put_at(
        &mut self,
        positions: Vec<u32>,
        entry: Entry,
    ) -> Result<(), StatbankError> {
        if self.entries.len() >= MOST_CELLS {
            return Err(StatbankError::of(Fault::File(Reason::TooMuchContent)).at(entry.at));
        }
        if let Some(known) = self.entries.get(positions.as_slice()) {
            // The same row twice is harmless as long as both say the same.
            if known.figure == entry.figure {
                return Ok(());
            }
            let names = self.names(&positions);
            return Err(StatbankError::of(Fault::RepeatedCell).at(entry.at).found(names));
        }
        self.entries.insert(positions.into_boxed_slice(), entry);
        Ok(())
    }

    fn names(&self, positions: &[u32]) -> String {
        names(&self.variables, positions)
    }

    /// The cube, with each variable recognised and codes told from texts.
    pub(super) fn finish(self) -> Result<Cube, StatbankError> {
        let Builder {
            mut variables, entries, title, source, updated, table, sheet, cut_off, ..
        } = self;
        if entries.is_empty() {
            return Err(StatbankError::of(Fault::File(Reason::NotATable)).on(&sheet));
        }
        for variable in &mut variables {
            kind::recognise(variable);
        }
        Ok(Cube {
            table,
            bank: Bank::default(),
            title,
            source,
            updated,
            sheet,
            variables,
            cut_off,
            entries,
        })
    }
}

/// The names of the values at these positions, for a message about one cell.
pub(super) fn names(variables: &[Variable], positions: &[u32]) -> String {
    let names = variables
        .iter()
        .zip(positions)
        .filter_map(|(variable, position)| Some(variable.values.get(*position as usize)?.name()));
    names.collect::<Vec<_>>().join(" / ")
}
