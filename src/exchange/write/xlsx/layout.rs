//! Where everything stands on a sheet: rows in order, before they are written.
//!
//! Absent: looks and XML ([`super::worksheet`]).

use crate::report::tables::{Head, Line, Sheet};

/// The rows of a sheet and the ones that matter to view and print.
pub(super) struct Layout<'a> {
    pub rows: Vec<Placed<'a>>,
    pub columns: usize,
    /// The heading row that stays in view, from 1.
    pub frozen_row: Option<u32>,
    /// The heading row that returns on every printed page, from 1.
    pub repeated_row: Option<u32>,
}

/// A row of the sheet.
#[derive(Clone, Copy)]
pub(super) enum Placed<'a> {
    Title(&'a str),
    Mark(&'a str),
    Lead(&'a str),
    Intro(&'a str),
    Empty,
    PartHeading(&'a str),
    Head(&'a [Head]),
    Body(&'a Line),
    Note(&'a str),
}

impl<'a> Layout<'a> {
    pub fn of(sheet: &'a Sheet) -> Layout<'a> {
        let mut layout = Layout {
            rows: Vec::new(),
            columns: sheet.columns(),
            frozen_row: None,
            repeated_row: None,
        };
        if !sheet.title.is_empty() {
            layout.rows.push(Placed::Title(&sheet.title));
            if !sheet.lead.is_empty() {
                layout.rows.push(Placed::Lead(&sheet.lead));
            }
            layout.rows.extend(sheet.intro.iter().map(|line| Placed::Intro(line)));
            layout.rows.push(Placed::Empty);
        }
        for (index, part) in sheet.parts.iter().enumerate() {
            if index > 0 {
                layout.rows.push(Placed::Empty);
            }
            if !part.heading.is_empty() {
                layout.rows.push(Placed::PartHeading(&part.heading));
            }
            if !part.head.is_empty() {
                layout.rows.push(Placed::Head(&part.head));
                let row = layout.rows.len() as u32;
                layout.frozen_row = (sheet.parts.len() == 1).then_some(row);
                layout.repeated_row = (index + 1 == sheet.parts.len()).then_some(row);
            }
            layout.rows.extend(part.rows.iter().map(Placed::Body));
        }
        if !sheet.notes.is_empty() {
            layout.rows.push(Placed::Empty);
            layout.rows.extend(sheet.notes.iter().map(|line| Placed::Note(line)));
        }
        layout
    }

    /// The same with the first line under the title shown as the mark.
    pub fn marked(mut self) -> Layout<'a> {
        let first = self.rows.iter_mut().find(|row| matches!(row, Placed::Intro(_)));
        if let Some(row) = first
            && let Placed::Intro(line) = *row
        {
            *row = Placed::Mark(line);
        }
        self
    }

    /// The first and the last row of tables, from 1: where there is something to fill in.
    pub fn body(&self) -> Option<(u32, u32)> {
        let is_body = |row: &Placed| matches!(row, Placed::Body(_));
        let first = self.rows.iter().position(is_body)?;
        let last = self.rows.iter().rposition(is_body)?;
        Some((first as u32 + 1, last as u32 + 1))
    }
}
