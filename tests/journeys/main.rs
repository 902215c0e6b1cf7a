//! Journeys through the release build in a real browser, as visitors make them.
//!
//! `cargo xtask test` builds and serves the page, starts the driver, and names both in
//! `BYSPEJL_URL` and `BYSPEJL_WEBDRIVER`. Each journey has a browser and a profile of its own, and
//! each is watched: a breach of the page's policy or a request off this computer fails it.
//!
//! Absent: numbers to four digits. Figures are checked in host tests; here is checked that they
//! arrive. Words come from the locale files, so a better word breaks no journey.
//! Read next: support/page.rs.

#[path = "../golden_texts/mod.rs"]
mod golden_texts;

mod accessibility;
mod board;
mod cannot_start;
mod chart;
mod clipboard;
mod crash;
mod crossing;
mod embedding;
mod exports;
mod files_in;
mod groups;
mod heavy_files;
mod keeping;
mod keyboard;
mod language;
mod narrow;
mod odense;
mod one_page;
#[allow(dead_code, reason = "other tests read the other organisations")]
#[path = "../pledge/organisations.rs"]
mod organisations;
mod origins;
mod path;
mod print;
mod project_file;
mod screens;
mod several_files;
mod share_link;
mod spoken;
mod status;
mod support;
mod too_few;
#[path = "../pledge/twelve.rs"]
mod twelve;
mod typing;
mod wrong_input;
mod years;
