//! Why a file is not used: what, where, and what to do.

use super::entry::write_file_field;
use super::marks::CLOSE;
use super::several;
use super::view::button;
use crate::exchange::reading::{Reason, Refusal};
use crate::markup::Markup;
use crate::text::{Lang, import, reading as words};
use crate::web::worker::{Together, Trouble};

const PICTURES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg"];

fn start(html: &mut Markup, heading: &str) {
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(heading).close("h1");
}

fn end(html: &mut Markup, lang: Lang, name: &str, together: &Together) {
    several::write(html, lang, name, together);
    html.element("p", "hint", import::refused_untouched(lang)).start("p", "actions");
    write_file_field(html, "office-another", import::refused_another(lang), true);
    button(html, "", CLOSE, import::refused_close(lang));
    html.close("p").close("section");
}

pub(super) fn write(
    html: &mut Markup,
    lang: Lang,
    name: &str,
    refusal: &Refusal,
    together: &Together,
) {
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
    let is_picture =
        matches!(refusal.reason, Reason::Binary | Reason::WrongKind) && is_picture(name);
    let (what, remedy) = match is_picture {
        true => (import::refused_picture(lang).to_owned(), import::refused_picture_remedy(lang)),
        false => (words::refusal(lang, &what), words::remedy(lang, refusal.reason)),
    };
    html.element("p", "lead", &what).start("dl", "office-facts");
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
    fact(import::refused_remedy(lang), remedy);
    html.close("dl").close("div");
    end(html, lang, name, together);
}

/// Whether a file's name is that of a picture. Asked only where its content is nothing that is read.
fn is_picture(name: &str) -> bool {
    let (_, ending) = name.rsplit_once('.').unwrap_or_default();
    PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// A folder was dropped: what to do instead.
pub(super) fn write_folder(html: &mut Markup, lang: Lang) {
    start(html, import::folder_heading(lang));
    html.start("div", "office-refusal").element("p", "lead", import::folder_remedy(lang));
    html.close("div");
    end(html, lang, "", &Together::default());
}

/// A project file is open, and further files came with it.
pub(super) fn write_opened(html: &mut Markup, lang: Lang, name: &str, together: &Together) {
    start(html, &import::several_opened(lang, name));
    several::write(html, lang, name, together);
    html.start("p", "actions");
    button(html, "primary", CLOSE, import::refused_close(lang));
    html.close("p").close("section");
}

pub(super) fn write_trouble(html: &mut Markup, lang: Lang, trouble: Trouble, together: &Together) {
    start(html, import::trouble_heading(lang));
    let text = match trouble {
        Trouble::Forbidden => import::trouble_forbidden(lang),
        Trouble::Unreadable => import::trouble_unreadable(lang),
        Trouble::ClipboardRefused => import::trouble_clipboard(lang),
        Trouble::NoPicture => import::trouble_picture(lang),
        _ => import::trouble_missing(lang),
    };
    html.start("div", "office-refusal").element("p", "lead", text).close("div");
    let name = together.names.first().map_or("", String::as_str);
    end(html, lang, name, together);
}
