//! Which columns of a table name something and which hold numbers of people.
//!
//! Absent: which rows make a table ([`super::frame`]). Read next: [`super::directions`].

use super::frame::{Filled, Frame};
use super::value::{self, Look, look};
use super::vocabulary::{self, Dimension};
use super::words::plain;

/// Tells columns of names from columns of numbers.
pub fn tell(filled: &Filled, frame: &mut Frame) {
    let width = frame
        .headings
        .iter()
        .chain(&frame.rows)
        .filter_map(|row| filled.sheet.rows.get(*row).map(Vec::len))
        .max()
        .unwrap_or(0);
    let numbers_name = numbers_can_name(filled, frame, width);
    let is_headed =
        |column: &usize| frame.headings.iter().any(|row| !filled.cell(*row, *column).is_blank());
    let last_heading = (0..width).rev().find(is_headed);
    for column in 0..width {
        let (mut numbers, mut words, mut periods) = (0_usize, 0_usize, 0_usize);
        for &row in &frame.rows {
            let cell = filled.sheet.cell(row, column);
            match look(cell) {
                Look::Blank => {}
                Look::Number => {
                    numbers += 1;
                    periods += usize::from(vocabulary::period(&value::words(cell)).is_some());
                }
                Look::Word => words += 1,
            }
        }
        let heads: Vec<String> =
            frame.headings.iter().map(|row| plain(&filled.words(*row, column))).collect();
        let lowest = heads.iter().rev().find(|head| !head.is_empty());
        let meaning = lowest.and_then(|head| vocabulary::heading(head));
        let names_something = match meaning {
            // "Kontor" over numbers is a level's or an area's name unless counts stand elsewhere.
            Some(Dimension::Level | Dimension::Area) => words >= numbers || numbers_name,
            Some(Dimension::Measure) | None => false,
            Some(_) => true,
        };
        let heads_counts = heads.iter().any(|head| {
            vocabulary::group_and_sex(head).is_some()
                || vocabulary::is_total(head)
                || vocabulary::subset_of(head).is_some()
                || super::levels::sense(head).preset.is_some()
                || vocabulary::heading(head) == Some(Dimension::NotOrigin) && numbers > words
                || vocabulary::sex(head).is_some() && frame.headings.len() > 1
        });
        if numbers + words == 0 && !heads_counts {
            continue;
        }
        // A few words behind the last heading are remarks: names would begin in the first row.
        let is_remark = words > numbers
            && lowest.is_none()
            && last_heading.is_some_and(|last| column > last)
            && (2 * words <= frame.rows.len()
                || frame.rows.first().is_some_and(|row| filled.cell(*row, column).is_blank()));
        if is_remark {
            frame.beside.push(column);
            continue;
        }
        let all_periods = numbers > 0 && periods == numbers && words == 0 && lowest.is_none();
        if names_something && !(heads_counts && numbers > words)
            || words > numbers && !(heads_counts && numbers > 0)
            || all_periods && frame.rows.len() > 1
        {
            frame.names.push(column);
        } else {
            frame.counts.push(column);
        }
    }
    coded_names(filled, frame);
}

/// Whether numbers may be names of levels or areas (a DISCO code, a department's number): only where
/// other columns plainly hold the counts.
fn numbers_can_name(filled: &Filled, frame: &Frame, width: usize) -> bool {
    let heads = |row: usize| (0..width).map(move |column| plain(&filled.words(row, column)));
    frame.headings.iter().flat_map(|row| heads(*row)).any(|head| {
        vocabulary::group_and_sex(&head).is_some()
            || vocabulary::sex(&head).is_some()
            || vocabulary::heading(&head) == Some(Dimension::Measure)
    })
}

/// A first column of codes without a heading that says so ("10, 24, 25, 34, 35") holds names.
fn coded_names(filled: &Filled, frame: &mut Frame) {
    if !frame.names.is_empty() || frame.counts.len() < 2 {
        return;
    }
    let first = frame.counts[0];
    let codes: Vec<String> = frame.rows.iter().map(|row| filled.words(*row, first)).collect();
    if vocabulary::are_group_codes(codes.iter().map(|code| code.trim())) {
        frame.counts.remove(0);
        frame.names.push(first);
    }
}
