//! The check of what is filled in to a template: whole numbers from 0, and the ways in which a
//! hidden one is written.
//!
//! The only formula in any workbook of ours; nothing in it comes from a user. Absent: the words of
//! hint and refusal, which come with the sheet.

use super::place;
use crate::markup::Markup;
use crate::report::tables::Prompt;

/// Rows below the template's own that are checked as well, for levels that are added.
const FURTHER_ROWS: u32 = 60;

/// Checks the columns of `prompt` from the first to the last row and somewhat below.
pub(super) fn write(xml: &mut Markup, prompt: &Prompt, first: u32, last: u32) {
    let (from, to) = prompt.columns;
    let cell = place(from.into(), first);
    let range = [&cell, ":", &place(to.into(), last + FURTHER_ROWS)].concat();
    let is_whole = ["AND(", &cell, ">=0,", &cell, "=INT(", &cell, "))"].concat();
    let is_hidden = [
        "OR(LEFT(",
        &cell,
        ")=\"<\",",
        &cell,
        "=\"..\",",
        &cell,
        "=\"*\",ISNUMBER(FIND(\"-\",",
        &cell,
        ")))",
    ]
    .concat();
    let formula = ["IF(ISNUMBER(", &cell, "),", &is_whole, ",", &is_hidden, ")"].concat();
    xml.tag("dataValidations").attribute("count", "1").open();
    xml.tag("dataValidation").attribute("type", "custom").attribute("errorStyle", "stop");
    xml.attribute("allowBlank", "1").attribute("showInputMessage", "1");
    xml.attribute("showErrorMessage", "1");
    xml.attribute("errorTitle", &prompt.title).attribute("error", &prompt.wrong);
    xml.attribute("promptTitle", &prompt.title).attribute("prompt", &prompt.hint);
    xml.attribute("sqref", &range).open();
    xml.element("formula1", "", &formula).close("dataValidation").close("dataValidations");
}
