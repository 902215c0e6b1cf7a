//! The canvas chart in the page: loads the charts part on first use and keeps a figure on a canvas.
//!
//! The part is `public/charts-shim.js` with the modules it imports (see [`super::part`]). Until it is
//! here, and for ever when it cannot be fetched, the SVG stands in.
//!
//! ```ignore
//! let canvas = NodeRef::<leptos::html::Canvas>::new();
//! let live = chart::live(canvas, spec); // spec: Signal<chart::Spec>
//! view! {
//!     <div class="fig" class:is-live=move || live.state.get() == State::Ready>
//!         <div class="fig-wide" inner_html=wide/>
//!         <div class="fig-narrow" inner_html=narrow/>
//!         <div class="fig-canvas">
//!             <canvas node_ref=canvas role="img" aria-label=move || spec.with(|spec| spec.summary.clone())/>
//!         </div>
//!     </div>
//! }
//! ```
//!
//! Absent: what is drawn (see `src/chart`), how (see the shim).

use std::cell::RefCell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

use super::part;
use crate::chart::{Spec, wire};

/// The name of the part, as the build lists it.
const PART: &str = "charts-shim";

#[wasm_bindgen]
extern "C" {
    /// What `public/charts-shim.js` exports.
    #[derive(Clone)]
    type Shim;
    #[wasm_bindgen(method, catch)]
    fn draw(
        this: &Shim,
        canvas: &HtmlCanvasElement,
        picture_of: &Closure<dyn Fn(f64) -> String>,
    ) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn update(this: &Shim, handle: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &Shim, handle: u32, row: i32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn destroy(this: &Shim, handle: u32) -> Result<(), JsValue>;
}

/// Whether the canvas can be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Show the SVG; the canvas may come.
    #[default]
    Loading,
    /// The canvas holds the figure.
    Ready,
    /// Show the SVG; the canvas will not come.
    Failed,
}

/// A figure on a canvas; dropping it takes the figure away and frees what it held.
pub struct Chart {
    shim: Shim,
    handle: u32,
    spec: Rc<RefCell<Spec>>,
    /// What the shim calls for the picture; it must live as long as the chart.
    _picture_of: Closure<dyn Fn(f64) -> String>,
}

impl Chart {
    /// Loads the charts part, which the browser does once, and draws. `None` when it cannot be
    /// loaded or drawn: the SVG stays, nothing is lost.
    pub async fn draw(canvas: &HtmlCanvasElement, spec: &Spec) -> Option<Chart> {
        let shim: Shim = part::load(PART).await?.unchecked_into();
        let spec = Rc::new(RefCell::new(spec.clone()));
        let shown = Rc::clone(&spec);
        let picture_of: Closure<dyn Fn(f64) -> String> =
            Closure::new(move |width| wire::to_json(&shown.borrow(), width));
        let handle = shim.draw(canvas, &picture_of).ok()?;
        Some(Chart { shim, handle, spec, _picture_of: picture_of })
    }

    /// Shows another figure in its place. False when it could not: show the SVG again.
    pub fn update(&self, spec: &Spec) -> bool {
        self.spec.replace(spec.clone());
        self.shim.update(self.handle).is_ok()
    }

    /// Points at a row, for a reader who moves a cursor by keyboard; at none with `None`.
    pub fn select(&self, row: Option<usize>) {
        let row = row.and_then(|row| i32::try_from(row).ok()).unwrap_or(-1);
        // Only an emphasis: the row is announced by whoever moves the cursor.
        let _ = self.shim.select(self.handle, row);
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        // Nobody is left to be told.
        let _ = self.shim.destroy(self.handle);
    }
}

/// A canvas that follows a signal.
#[derive(Clone, Copy)]
pub struct Live {
    pub state: ReadSignal<State>,
    chart: StoredValue<Option<Chart>, LocalStorage>,
}

impl Live {
    /// See [`Chart::select`].
    pub fn select(self, row: Option<usize>) {
        self.chart.with_value(|chart| {
            if let Some(chart) = chart {
                chart.select(row);
            }
        });
    }
}

/// Draws the figure on the canvas as soon as both are there, and again when it changes. The figure
/// is taken away when the owner of this call is cleaned up.
pub fn live(canvas: NodeRef<html::Canvas>, spec: Signal<Spec>) -> Live {
    let (state, set_state) = signal(State::Loading);
    let chart = StoredValue::new_local(None::<Chart>);
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        spawn_local(async move {
            let Some(figure) = spec.try_get_untracked() else { return };
            let drawn = Chart::draw(&canvas, &figure).await;
            // The page may have moved on meanwhile: then the chart is dropped, and so destroyed.
            let loaded = if drawn.is_some() { State::Ready } else { State::Failed };
            chart.try_update_value(|chart| *chart = drawn);
            // And the figure may have changed.
            if let Some(newest) = spec.try_get_untracked()
                && newest != figure
            {
                chart.try_with_value(|chart| {
                    chart.as_ref().is_some_and(|chart| chart.update(&newest))
                });
            }
            set_state.try_set(loaded);
        });
    });
    Effect::new(move || {
        let spec = spec.get();
        let fits = chart.with_value(|chart| chart.as_ref().is_none_or(|chart| chart.update(&spec)));
        if !fits {
            set_state.set(State::Failed);
        }
    });
    Live { state, chart }
}
