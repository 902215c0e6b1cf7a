//! The office worker's program: spreadsheets and documents, away from the page's thread.
//!
//! A module of its own, loaded with the first file, so that nobody who types figures waits for
//! spreadsheet crates. `public/office-worker.js` hands it messages. Absent: what is done
//! (`exchange::office::Desk`), words, figures.

use byspejl::exchange::office::Desk;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Does an errand and gives the kind of the reply, its text, and its bytes or null.
#[wasm_bindgen]
pub fn answer(errand: &str, text: &str, bytes: &[u8]) -> Array {
    let reply = DESK.with(|desk| desk.borrow_mut().answer(errand, text, bytes));
    let (kind, text, made) = reply.into_parts();
    let made = made.map_or(JsValue::NULL, |made| Uint8Array::from(made.as_slice()).into());
    Array::of3(&JsValue::from_str(kind), &JsValue::from_str(&text), &made)
}

/// How many cells of a file hold something. The bench compares reading cells alone by it.
#[wasm_bindgen]
pub fn count_cells(name: &str, bytes: &[u8]) -> usize {
    DESK.with(|desk| desk.borrow_mut().count_cells(name, bytes))
}

fn main() {}
