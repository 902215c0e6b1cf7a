//! The files that came together with the one that is shown: their names, and a way to each.
//!
//! Absent: which of them is read first.

use super::marks::FILE;
use crate::markup::Markup;
use crate::text::{self, Lang, import};
use crate::web::worker::Together;

/// Writes them; nothing where the file came alone.
pub(super) fn write(html: &mut Markup, lang: Lang, name: &str, together: &Together) {
    if together.names.len() < 2 && together.folders == 0 {
        return;
    }
    html.tag("section").attribute("class", "office-several");
    html.attribute("aria-labelledby", "office-several").open();
    html.tag("h2").attribute("id", "office-several").open();
    let all = together.names.len() + together.folders;
    html.words(&import::several_heading(lang, &text::count(lang, all as u64))).close("h2");
    html.start("p", "").words(&import::several_lead(lang, name)).words(" ");
    html.words(import::several_why(lang)).close("p");
    if together.folders > 0 {
        html.element("p", "", import::several_folders(lang));
    }
    // Two files of one name are told apart by their place alone, so only one is left out.
    let shown = together.names.iter().position(|known| known == name);
    let others = together.names.iter().enumerate().filter(|(number, _)| Some(*number) != shown);
    html.start("ul", "office-files");
    for (number, other) in others {
        html.start("li", "").element("span", "office-name", other).words(" ").tag("button");
        html.attribute("type", "button").attribute(FILE, &number.to_string());
        html.attribute("aria-label", &import::several_read_name(lang, other)).open();
        html.words(import::several_read(lang)).close("button").close("li");
    }
    html.close("ul").close("section");
}
