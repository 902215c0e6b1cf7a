//! Benchmarks as plain text: a list of all, or one with its figures and its source.

use super::grid::{Align, Grid};
use crate::benchmark::{Benchmark, Status};
use crate::text::{Lang, benchmark as words, cli, count, group_name, percent_fixed};
use crate::workforce::Focus;

/// Every benchmark in a line, with the share of immigrants and descendants.
pub fn benchmarks(all: impl IntoIterator<Item = Benchmark>, lang: Lang) -> String {
    let focus = group_name(lang, crate::workforce::Origin::ImmigrantOrDescendant);
    let mut grid = Grid::new([
        (cli::column_id(lang), Align::Left),
        (focus, Align::Right),
        (cli::column_status(lang), Align::Left),
        (cli::column_name(lang), Align::Left),
    ]);
    for found in all {
        let share = found.share(Focus::default());
        let derived = found.groups().iter().find(|share| share.status != Status::Reported);
        let status = derived.map_or(&Status::Reported, |share| &share.status);
        grid.row([
            found.id().to_owned(),
            share.map_or_else(String::new, |share| percent_fixed(lang, share.fraction(), 2)),
            words::status(lang, status).to_owned(),
            words::name(lang, &found),
        ]);
    }
    format!("{}\n{}\n", grid.text(), cli::benchmarks_hint(lang))
}

/// One benchmark with every group, its status and its source.
pub fn benchmark(found: &Benchmark, lang: Lang) -> String {
    let mut grid = Grid::new([
        (cli::column_group(lang), Align::Left),
        (cli::column_count(lang), Align::Right),
        ("%", Align::Right),
        (cli::column_status(lang), Align::Left),
    ]);
    for share in found.groups() {
        grid.row([
            group_name(lang, share.group).to_owned(),
            share.count.map_or_else(String::new, |people| count(lang, people)),
            percent_fixed(lang, share.share.fraction(), 2),
            words::status_explained(lang, &share.status),
        ]);
    }
    let mut text = format!("{}\n\n{}\n", words::name(lang, found), grid.text());
    let mut line = |words: String| {
        text.push_str(&words);
        text.push('\n');
    };
    if let Some(people) = found.people() {
        line(cli::benchmarks_people(lang, &count(lang, people)));
    }
    line(words::source_line(lang, found));
    line(cli::benchmarks_read_at(lang, &found.source().read_url));
    for note in found.notes() {
        line(cli::benchmarks_note(lang, words::words(lang, note)));
    }
    text
}
