//! The mirror's figure in the panel beside the grid; fetched when it is first looked at, because
//! drawing is most of what the page does and nothing that it starts with.

use crate::chart::{self, Frame, SvgOptions};
use crate::report::mirror_figure;
use crate::text::{Lang, Subject, finding};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The width the figure is drawn for, in CSS pixels.
const WIDTH: f64 = 360.0;

/// The figure, drawn again with every change.
#[component]
pub fn Picture() -> impl IntoView {
    let state = use_app();
    let drawn = Memo::new(move |_| state.with_subject(picture).unwrap_or_default());
    view! { <div inner_html=drawn></div> }
}

fn picture(lang: Lang, subject: &Subject) -> String {
    let spec = mirror_figure::levels(lang, subject, None, finding::headline(lang, subject));
    let frame = Frame::Embedded;
    chart::svg(&spec, SvgOptions { width: WIDTH, frame, lang: lang.tag(), id: "live" })
}
