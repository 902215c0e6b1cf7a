//! Keys, mouse and clipboard in the grid, handled once for the whole table.

use super::paste_question::PasteQuestion;
use super::selection::{Position, Selection};
use crate::exchange::clipboard;
use crate::session::{Event, Grid, GridColumn, RowKey};
use crate::text::{self, figures};
use crate::ui::app::App;
use crate::web::page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent, MouseEvent};

/// What the grid knows beside the figures: marked cells, whether the caret moves inside a
/// cell, what the cell held before, and a paste that waits for an answer.
#[derive(Clone, Copy)]
pub struct GridHands {
    state: App,
    pub grid: Memo<Grid>,
    pub selection: RwSignal<Option<Selection>>,
    /// A sentence for screen readers about what was just marked, copied or pasted.
    pub announcement: RwSignal<String>,
    pub question: RwSignal<Option<PasteQuestion>>,
    /// Arrow keys move the caret instead of the cell (F2, or a click into a focused cell).
    editing: StoredValue<bool>,
    before: StoredValue<String>,
}

/// The element identifier of a cell.
pub fn cell_id((row, column): Position) -> String {
    ["cell", &row.to_string(), &column.to_string()].join("-")
}

impl GridHands {
    pub fn new(state: App, grid: Memo<Grid>) -> GridHands {
        GridHands {
            state,
            grid,
            selection: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            question: RwSignal::new(None),
            editing: StoredValue::new(false),
            before: StoredValue::new(String::new()),
        }
    }

    fn key_of(self, (row, column): Position) -> Option<(RowKey, GridColumn)> {
        // Taking the grid off the page takes the focus out of its cell: that event comes when the
        // grid's own signals are gone.
        let key = |grid: &Grid| Some((grid.rows.get(row)?.key, *grid.columns.get(column)?));
        self.grid.try_with_untracked(key).flatten()
    }

    fn go_to(self, position: Position) {
        page::focus(&cell_id(position));
    }

    pub fn on_input(self, event: &web_sys::Event) {
        let Some((position, input)) = cell_of(event) else { return };
        if let Some((row, column)) = self.key_of(position) {
            self.state.apply(Event::Type { row, column, text: input.value() });
        }
    }

    pub fn on_focus(self, event: &web_sys::Event) {
        let Some((position, input)) = cell_of(event) else { return };
        input.select();
        self.editing.set_value(false);
        self.before.set_value(input.value());
        let inside = self.selection.get_untracked().is_some_and(|s| s.head == position);
        if !inside {
            self.selection.set(Some(Selection::cell(position)));
        }
    }

    pub fn on_blur(self, event: &web_sys::Event) {
        let Some((position, _)) = cell_of(event) else { return };
        if let Some((row, column)) = self.key_of(position) {
            self.state.apply(Event::Leave { row, column });
        }
    }

    pub fn on_mouse_down(self, event: &MouseEvent) {
        let Some((position, input)) = cell_of(event) else { return };
        if event.button() != 0 {
            return;
        }
        if event.shift_key() {
            event.prevent_default();
            self.extend_to(position);
            return;
        }
        let focused =
            document().active_element().is_some_and(|active| input.is_same_node(Some(&active)));
        if focused {
            self.editing.set_value(true);
            self.selection.set(Some(Selection::cell(position)));
        } else {
            // Otherwise the click would place a caret and typing would not replace.
            event.prevent_default();
            self.selection.set(Some(Selection::cell(position)));
            self.go_to(position);
        }
    }

    pub fn on_mouse_over(self, event: &MouseEvent) {
        let left_button = 1;
        if event.buttons() == left_button
            && !self.editing.get_value()
            && let Some((position, _)) = cell_of(event)
            && self.selection.get_untracked().is_some()
        {
            self.extend_to(position);
        }
    }

    fn extend_to(self, position: Position) {
        let anchor = self.selection.get_untracked().map_or(position, |s| s.anchor);
        let selection = Selection { anchor, head: position };
        self.selection.set(Some(selection));
        if !selection.is_one_cell() {
            let (rows, columns) = selection.size();
            self.announcement.set(figures::grid_selected(
                self.state.lang.get_untracked(),
                &rows.to_string(),
                &columns.to_string(),
            ));
        }
    }

    pub fn on_key(self, event: &KeyboardEvent) {
        let Some((position, input)) = cell_of(event) else { return };
        let command = event.ctrl_key() || event.meta_key();
        let key = event.key();
        let handled = match key.as_str() {
            "z" | "Z" if command && !event.shift_key() => self.travel(Event::Undo, &input),
            "y" | "Y" if command => self.travel(Event::Redo, &input),
            "z" | "Z" if command => self.travel(Event::Redo, &input),
            "a" | "A" if command && !self.editing.get_value() => self.select_all(),
            "F2" => self.edit(&input),
            "Escape" => self.cancel(position, &input),
            "Delete" | "Backspace" if self.empties(&input) => self.empty(),
            _ => self.move_from(position, &key, command, event.shift_key()),
        };
        if handled {
            event.prevent_default();
        }
    }

    fn travel(self, event: Event, input: &HtmlInputElement) -> bool {
        self.state.apply(event);
        input.select();
        true
    }

    fn edit(self, input: &HtmlInputElement) -> bool {
        self.editing.set_value(true);
        let end = input.value().encode_utf16().count() as u32;
        // Only fails on inputs that are no text fields.
        let _ = input.set_selection_range(end, end);
        true
    }

    fn cancel(self, position: Position, input: &HtmlInputElement) -> bool {
        let before = self.before.get_value();
        if input.value() != before
            && let Some((row, column)) = self.key_of(position)
        {
            input.set_value(&before);
            self.state.apply(Event::Type { row, column, text: before });
        }
        self.editing.set_value(false);
        self.selection.set(Some(Selection::cell(position)));
        input.select();
        true
    }

    /// Whether a delete key means cells and not a letter: always when several are marked.
    fn empties(self, input: &HtmlInputElement) -> bool {
        let several = self.selection.get_untracked().is_some_and(|s| !s.is_one_cell());
        !self.editing.get_value() && (several || is_all_selected(input))
    }

    fn empty(self) -> bool {
        let Some(selection) = self.selection.get_untracked() else { return false };
        let cells = self.grid.with_untracked(|grid| selection.cells(grid).concat());
        self.state.apply(Event::Empty { cells });
        true
    }

    fn select_all(self) -> bool {
        let (rows, columns) =
            self.grid.with_untracked(|grid| (grid.rows.len(), grid.columns.len()));
        self.selection.set(Some(Selection::cell((0, 0))));
        self.extend_to((rows.saturating_sub(1), columns.saturating_sub(1)));
        true
    }

    fn move_from(self, position: Position, key: &str, far: bool, extend: bool) -> bool {
        let (rows, columns) =
            self.grid.with_untracked(|grid| (grid.rows.len(), grid.columns.len()));
        let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
        let from = match self.selection.get_untracked() {
            Some(selection) if extend => selection.head,
            _ => position,
        };
        let (row, column) = from;
        let inside = self.editing.get_value();
        let to = match key {
            "ArrowUp" if far => (0, column),
            "ArrowDown" if far => (last_row, column),
            "ArrowLeft" if far && !inside => (row, 0),
            "ArrowRight" if far && !inside => (row, last_column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => ((row + 1).min(last_row), column),
            "Enter" if extend => (position.0.saturating_sub(1), position.1),
            "Enter" => ((position.0 + 1).min(last_row), position.1),
            "ArrowLeft" if !inside => (row, column.saturating_sub(1)),
            "ArrowRight" if !inside => (row, (column + 1).min(last_column)),
            "Home" if far => (0, 0),
            "End" if far => (last_row, last_column),
            "Home" if !inside => (row, 0),
            "End" if !inside => (row, last_column),
            _ => return false,
        };
        if extend && key != "Enter" {
            self.extend_to(to);
        } else {
            self.selection.set(Some(Selection::cell(to)));
            self.go_to(to);
        }
        true
    }

    pub fn on_copy(self, event: &ClipboardEvent, cut: bool) {
        let Some((_, input)) = cell_of(event) else { return };
        let Some(selection) = self.selection.get_untracked() else { return };
        let some_text =
            !is_all_selected(&input) && input.selection_start() != input.selection_end();
        if selection.is_one_cell() && (some_text || self.editing.get_value()) {
            return;
        }
        let cells = self.grid.with_untracked(|grid| selection.cells(grid));
        let block: Vec<Vec<String>> = self.state.session.with_untracked(|session| {
            let text = |&(row, column): &_| session.draft().text(row, column).to_owned();
            cells.iter().map(|row| row.iter().map(text).collect()).collect()
        });
        let placed = event
            .clipboard_data()
            .is_some_and(|data| data.set_data("text/plain", &clipboard::write(&block)).is_ok());
        if placed {
            event.prevent_default();
            let cells = cells.concat();
            self.announce_count(figures::grid_copied, cells.len());
            if cut {
                self.state.apply(Event::Empty { cells });
            }
        }
    }

    pub fn on_paste(self, event: &ClipboardEvent) {
        let Some((position, input)) = cell_of(event) else { return };
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let Some(text) = text else { return };
        let block = clipboard::read(&text);
        let is_one_cell = block.len() == 1 && block[0].len() == 1;
        if is_one_cell && (self.editing.get_value() || !is_all_selected(&input)) {
            return;
        }
        event.prevent_default();
        let start = self.selection.get_untracked().map_or(position, Selection::start);
        let Some((row, column)) = self.key_of(start) else { return };
        let fit = self.state.session.with_untracked(|s| s.draft().paste_fit(row, column, &block));
        let Some(fit) = fit else { return };
        if fit.rows_over > 0 {
            self.question.set(Some(PasteQuestion { row, column, block, fit }));
        } else {
            self.paste(PasteQuestion { row, column, block, fit }, false);
        }
    }

    /// Puts the block in and says how much went in and what did not.
    pub fn paste(self, paste: PasteQuestion, grow: bool) {
        let lang = self.state.lang.get_untracked();
        let PasteQuestion { row, column, block, fit } = paste;
        let left_out = if grow { 0 } else { fit.rows_over };
        let rows = block.len().saturating_sub(left_out);
        let cells: usize = block.iter().take(rows).map(Vec::len).sum();
        self.state.apply(Event::Paste { row, column, block, grow });
        self.announce_count(figures::grid_pasted, cells);
        if fit.columns_over > 0 {
            let over = text::count(lang, fit.columns_over as u64);
            self.state.complain(figures::paste_columns(lang, &over));
        }
        self.question.set(None);
    }

    fn announce_count(self, text: fn(text::Lang, &str) -> String, count: usize) {
        let lang = self.state.lang.get_untracked();
        self.announcement.set(text(lang, &text::count(lang, count as u64)));
    }
}

/// The cell an event happened in, with its input.
fn cell_of(event: &web_sys::Event) -> Option<(Position, HtmlInputElement)> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let (row, column) = input
        .get_attribute("data-cell")?
        .split_once('-')
        .and_then(|(r, c)| Some((r.parse().ok()?, c.parse().ok()?)))?;
    Some(((row, column), input))
}

/// Whether typing would replace everything in the cell.
fn is_all_selected(input: &HtmlInputElement) -> bool {
    let length = input.value().encode_utf16().count() as u32;
    let start = input.selection_start().ok().flatten().unwrap_or(0);
    let end = input.selection_end().ok().flatten().unwrap_or(length);
    start == 0 && end == length
}
