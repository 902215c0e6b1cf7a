//! JSON-stat: version 1 as Statistics Denmark's API sends it, and version 2.
//!
//! In version 1 the table lies below a key of its own, and id, size and role lie inside
//! `dimension`; in version 2 they lie at the top. Categories are listed as an object (code to
//! position) or as an array; figures as an array or as an object (position to figure). Absent: what
//! the values mean.

use super::cube::{Builder, Cube, Entry, Figure, MOST_CELLS, Value};
use super::error::{Fault, StatbankError};
use super::table::{NamedBy, Table, id_of};
use crate::exchange::book::Cell;
use crate::exchange::reading::Reason;
use serde_json::{Map, Value as Json};

type Object = Map<String, Json>;

pub(super) fn read(text: &str) -> Result<Cube, StatbankError> {
    let json: Json = serde_json::from_str(text)
        .map_err(|error| StatbankError::of(Fault::DamagedJson { line: error.line() }))?;
    let no_table = || StatbankError::of(Fault::File(Reason::NotATable));
    let top = json.as_object().ok_or_else(no_table)?;
    if top.contains_key("byspejl") {
        return Err(StatbankError::of(Fault::File(Reason::IsAProject)));
    }
    if text_of(top, "class") == Some("collection") {
        return Err(StatbankError::of(Fault::Collection));
    }
    if top.contains_key("variables") && !top.contains_key("value") {
        return Err(StatbankError::of(Fault::OnlyADescription));
    }
    let is_table = |object: &&Object| object.get("dimension").is_some_and(Json::is_object);
    let table = Some(top)
        .filter(is_table)
        .or_else(|| top.values().filter_map(Json::as_object).find(is_table))
        .ok_or_else(no_table)?;
    read_table(table).ok_or_else(no_table)?
}

fn text_of<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str()
}

/// `None` where the parts do not fit together.
fn read_table(table: &Object) -> Option<Result<Cube, StatbankError>> {
    let dimension = table.get("dimension")?.as_object()?;
    let part = |key: &str| table.get(key).or_else(|| dimension.get(key));
    let ids: Option<Vec<&str>> = part("id")?.as_array()?.iter().map(Json::as_str).collect();
    let ids = ids?;
    let size = |size: &Json| usize::try_from(size.as_u64()?).ok();
    let sizes: Option<Vec<usize>> = part("size")?.as_array()?.iter().map(size).collect();
    let sizes = sizes?;
    let cells = sizes.iter().try_fold(1_usize, |all, size| all.checked_mul(*size))?;
    if ids.len() != sizes.len() || ids.is_empty() {
        return None;
    }
    if cells > MOST_CELLS {
        return Some(Err(StatbankError::of(Fault::File(Reason::TooMuchContent))));
    }
    let described: Option<Vec<&Object>> =
        ids.iter().map(|id| dimension.get(*id)?.as_object()).collect();
    let described = described?;
    let headings = ids.iter().zip(&described).map(|(id, dimension)| {
        let label = text_of(dimension, "label").unwrap_or_default();
        ((*id).to_owned(), label.to_owned(), None)
    });
    let mut builder = match Builder::new(headings) {
        Ok(builder) => builder,
        Err(error) => return Some(Err(error)),
    };
    for (variable, (dimension, size)) in described.iter().zip(&sizes).enumerate() {
        for value in values(dimension.get("category")?.as_object()?, *size)? {
            builder.value(variable, value);
        }
    }
    builder.title = text_of(table, "label").map(str::to_owned);
    builder.source = text_of(table, "source").map(str::to_owned);
    builder.updated = text_of(table, "updated").map(str::to_owned);
    let extension = table.get("extension").and_then(|extension| extension.get("px"));
    let id = extension.and_then(|px| px.get("tableid")).and_then(Json::as_str).and_then(id_of);
    builder.table = id.map(|id| Table { id, named_by: NamedBy::File });
    let figures = table.get("value")?;
    for index in 0..cells {
        let figure = entry(figures, table.get("status"), index);
        // A position that a sparse table leaves out has no cell.
        let Some(figure) = figure else { continue };
        if let Err(error) = builder.put_at(positions(index, &sizes), figure) {
            return Some(Err(error));
        }
    }
    Some(builder.finish())
}

/// The values of a dimension in their order; `None` unless there are exactly so many.
fn values(category: &Object, size: usize) -> Option<Vec<Value>> {
    let label = |code: &str| {
        let labels = category.get("label").and_then(Json::as_object);
        labels.and_then(|labels| text_of(labels, code)).unwrap_or_default().to_owned()
    };
    let value = |code: &str| Value { code: code.to_owned(), text: label(code), at: None };
    let codes: Vec<&str> = match category.get("index") {
        Some(Json::Array(codes)) => codes.iter().map(Json::as_str).collect::<Option<_>>()?,
        Some(Json::Object(places)) => {
            let mut codes: Vec<Option<&str>> = vec![None; places.len()];
            for (code, place) in places {
                let place = usize::try_from(place.as_u64()?).ok()?;
                *codes.get_mut(place)? = Some(code);
            }
            codes.into_iter().collect::<Option<_>>()?
        }
        Some(_) => return None,
        // A dimension with one value may give its label alone.
        None => category.get("label")?.as_object()?.keys().map(String::as_str).take(2).collect(),
    };
    (codes.len() == size).then(|| codes.into_iter().map(value).collect())
}

/// The figure at a place; `None` where a sparse table has none.
fn entry(figures: &Json, status: Option<&Json>, index: usize) -> Option<Entry> {
    let at = |all: &'_ Json| -> Option<Json> {
        match all {
            Json::Array(all) => all.get(index).cloned(),
            Json::Object(all) => all.get(&index.to_string()).cloned(),
            _ => None,
        }
    };
    let status = status.and_then(|status| match status {
        Json::String(status) => Some(status.clone()),
        status => at(status)?.as_str().map(str::to_owned),
    });
    let unknown = |status: Option<String>| match status {
        Some(status) => {
            Entry { figure: Figure::Hidden, at: None, found: Some(status.into_boxed_str()) }
        }
        None => Entry { figure: Figure::Missing, at: None, found: None },
    };
    match at(figures) {
        Some(Json::Number(number)) => Some(Entry::read(&Cell::Number(number.as_f64()?), None)),
        Some(Json::String(text)) => Some(Entry::read(&Cell::Text(text.into()), None)),
        Some(_) => Some(unknown(status)),
        // Left out but with a status: hidden, not forgotten.
        None => status.map(|status| unknown(Some(status))),
    }
}

/// The positions of a figure: the last dimension runs fastest.
fn positions(mut index: usize, sizes: &[usize]) -> Vec<u32> {
    let mut positions: Vec<u32> = sizes
        .iter()
        .rev()
        .map(|size| {
            let position = index % size;
            index /= size;
            // No dimension is longer than the most cells.
            position as u32
        })
        .collect();
    positions.reverse();
    positions
}
