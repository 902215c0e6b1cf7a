//! The grid's table as markup.

use super::grid_keys::cell_id;
use super::grid_look::{CellLook, Look, Names, cell_name, computed_id, error_id};
use crate::markup::Markup;
use crate::session::{AreaKey, Draft, Grid, GridColumn};
use crate::text::{Lang, figures};

/// With more rows than this a table is long: what a keystroke costs grows with them. Levels alone are
/// never so many, eight levels in seven areas are not.
const LONG: usize = 60;

/// Writes the table with what it holds now.
pub fn table(names: &Names, draft: &Draft, grid: &Grid, look: &Look) -> String {
    let lang = names.lang;
    let mut html = Markup::default();
    html.tag("table").attribute("class", "grid");
    // Set widths, and nothing painted out of sight; see style/40-grid.css.
    if grid.rows.len() > LONG {
        html.attribute("data-columns", &grid.columns.len().to_string());
    }
    html.open().tag("caption").attribute("id", "grid-caption").open();
    html.words(figures::grid_caption(lang)).close("caption");
    head(&mut html, names);
    let mut texts = grid.rows.len()..;
    let mut place = 0;
    while place < grid.rows.len() {
        let area = grid.rows[place].key.area;
        html.start("tbody", "");
        if area != AreaKey::All {
            html.start("tr", "area-heading").tag("th").attribute("scope", "rowgroup");
            html.attribute("colspan", &(grid.columns.len() + 2).to_string()).open();
            html.words(&names.rows[place].1).close("th").close("tr");
        }
        let is_stated = grid.rows[place].area.is_some();
        let name = figures::grid_area_total(lang, &names.rows[place].1);
        while place < grid.rows.len() && grid.rows[place].key.area == area {
            row(&mut html, names, draft, grid, look, place);
            place += 1;
        }
        if is_stated {
            total_row(&mut html, lang, &name, grid.columns.len() + 1, &mut texts, look);
        }
        html.close("tbody");
    }
    html.start("tfoot", "");
    let name = figures::grid_total_row(lang);
    total_row(&mut html, lang, name, grid.columns.len() + 1, &mut texts, look);
    html.close("tfoot").close("table");
    html.finish()
}

fn head(html: &mut Markup, names: &Names) {
    html.start("thead", "").start("tr", "");
    let corner = figures::grid_corner(names.lang);
    for name in [corner].iter().chain(&names.columns) {
        html.tag("th").attribute("scope", "col").open().words(name).close("th");
    }
    html.tag("th").attribute("scope", "col").attribute("class", "computed").open();
    html.words(figures::grid_share(names.lang)).close("th").close("tr").close("thead");
}

fn row(html: &mut Markup, names: &Names, draft: &Draft, grid: &Grid, look: &Look, place: usize) {
    let (level, area) = &names.rows[place];
    html.start("tr", "").tag("th").attribute("scope", "row").open().words(level).close("th");
    for (column, cell_look) in look.row(place).iter().enumerate() {
        let class = if grid.columns[column] == GridColumn::GivenTotal { "total" } else { "" };
        html.start("td", class).start("div", "cell");
        let name = cell_name(names.lang, names.columns[column], level, area);
        let typed = draft.text(grid.rows[place].key, grid.columns[column]);
        cell(html, (place, column), &name, typed, cell_look, names.lang);
        html.close("div").close("td");
    }
    computed(html, place, look);
    html.close("tr");
}

fn cell(
    html: &mut Markup,
    position: (usize, usize),
    name: &str,
    typed: &str,
    look: &CellLook,
    lang: Lang,
) {
    let id = cell_id(position);
    let error = error_id(&id);
    html.tag("input").attribute("id", &id).attribute("type", "text");
    let place = [position.0.to_string(), position.1.to_string()].join("-");
    html.attribute("data-cell", &place).attribute("inputmode", "numeric");
    html.attribute("autocomplete", "off").attribute("spellcheck", "false");
    html.attribute("aria-label", name).attribute("placeholder", &look.computed.words(lang));
    html.attribute("value", typed);
    if !look.error.is_empty() {
        html.attribute("aria-invalid", "true").attribute("aria-describedby", &error);
    }
    html.empty();
    html.tag("span").attribute("class", "cell-error").attribute("id", &error).open();
    html.words(&look.error).close("span");
}

fn computed(html: &mut Markup, place: usize, look: &Look) {
    html.tag("td").attribute("class", "computed").attribute("id", &computed_id(place)).open();
    html.words(&look.words(place)).close("td");
}

fn total_row(
    html: &mut Markup,
    lang: Lang,
    name: &str,
    width: usize,
    texts: &mut impl Iterator<Item = usize>,
    look: &Look,
) {
    html.start("tr", "totals").tag("th").attribute("scope", "row").open().words(name).words(" ");
    html.element("span", "tag", figures::grid_computed(lang)).close("th");
    for place in texts.take(width) {
        computed(html, place, look);
    }
    html.close("tr");
}
