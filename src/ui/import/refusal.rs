//! Why a file is not used: what, where, and what to do.

use super::entry::write_file_field;
use super::marks::CLOSE;
use super::view::button;
use crate::exchange::reading::Refusal;
use crate::markup::Markup;
use crate::text::{Lang, import, reading as words};
use crate::web::worker::Trouble;

fn start(html: &mut Markup, heading: &str) {
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(heading).close("h1");
}

fn end(html: &mut Markup, lang: Lang) {
    html.element("p", "hint", import::refused_untouched(lang)).start("p", "actions");
    write_file_field(html, "office-another", import::refused_another(lang), true);
    button(html, "", CLOSE, import::refused_close(lang));
    html.close("p").close("section");
}

pub(super) fn write(html: &mut Markup, lang: Lang, name: &str, refusal: &Refusal) {
    start(
        html,
        match name {
            "" => import::refused_heading_table(lang),
            _ => import::refused_heading(lang),
        },
    );
    html.start("div", "office-refusal");
    if !name.is_empty() {
        html.element("p", "office-name", name);
    }
    // Place and text have lines of their own below.
    let what = Refusal { at: None, found: String::new(), ..refusal.clone() };
    html.element("p", "lead", &words::refusal(lang, &what)).start("dl", "office-facts");
    let mut fact = |term: &str, value: &str| {
        html.start("div", "").element("dt", "", term).element("dd", "", value).close("div");
    };
    if let Some(at) = refusal.at {
        let sheets = vec![refusal.sheet.clone(); at.sheet as usize + 1];
        fact(import::refused_where(lang), &words::place(lang, &sheets, at));
    }
    if !refusal.found.is_empty() {
        fact(import::refused_found(lang), &refusal.found);
    }
    fact(import::refused_remedy(lang), words::remedy(lang, refusal.reason));
    html.close("dl").close("div");
    end(html, lang);
}

pub(super) fn write_trouble(html: &mut Markup, lang: Lang, trouble: Trouble) {
    start(html, import::trouble_heading(lang));
    let text = match trouble {
        Trouble::Forbidden => import::trouble_forbidden(lang),
        Trouble::Unreadable => import::trouble_unreadable(lang),
        Trouble::ClipboardRefused => import::trouble_clipboard(lang),
        Trouble::NoPicture => import::trouble_picture(lang),
        _ => import::trouble_missing(lang),
    };
    html.start("div", "office-refusal").element("p", "lead", text).close("div");
    end(html, lang);
}
