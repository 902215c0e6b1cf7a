//! The full assessment: a keystroke must not wait for it.

#[path = "../tests/sheets/mod.rs"]
mod sheets;

use byspejl::analysis::{Method, assess};
use byspejl::workforce::{Column, Headcount, Row, Workforce};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn assessment(criterion: &mut Criterion) {
    let (city, focus, method) = (sheets::city(), sheets::focus(), Method::default());
    let sheets = [
        ("assess 8 levels x 30 areas x 5 groups", sheets::large()),
        ("assess 8 x 30 x 5, every fifth cell hidden", every_fifth_hidden(sheets::large())),
        ("assess 4 levels, Odense 2011", sheets::odense()),
        ("assess 5 levels, 10 million people", sheets::by_level(&[(2_000_000, 578_000); 5])),
    ];
    for (name, workforce) in sheets {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| assess(black_box(&workforce), &city, focus, &method));
        });
    }
}

fn every_fifth_hidden(mut workforce: Workforce) -> Workforce {
    let table = &mut workforce.table;
    let rows: Vec<Row> = table.stated_rows().collect();
    let groups: Vec<Column> =
        table.columns().filter(|column| *column != Column::OriginNotStated).collect();
    for (r, &row) in rows.iter().enumerate() {
        for (g, &group) in groups.iter().enumerate() {
            if (r + g).is_multiple_of(5) {
                let suppressed = Headcount::Suppressed { low: 1, high: 4 };
                table.set(row, group, suppressed).expect("in the table");
            }
        }
    }
    workforce
}

criterion_group!(benches, assessment);
criterion_main!(benches);
