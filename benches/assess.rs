//! The full assessment: a keystroke must not wait for it.

#[path = "../tests/sheets/mod.rs"]
mod sheets;

use byspejl::analysis::{Method, assess};
use byspejl::workforce::Headcount;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn assessment(criterion: &mut Criterion) {
    let (city, focus, method) = (sheets::city(), sheets::focus(), Method::default());
    let hidden = Headcount::Suppressed { low: 1, high: 4 };
    let sheets = [
        ("assess 8 levels x 30 areas x 5 groups", sheets::large()),
        ("assess 4 levels, Odense 2011", sheets::odense()),
        (
            "assess 8 levels, one hidden cell each",
            sheets::by_level_cells(&[(Headcount::Known(80), hidden); 8]),
        ),
    ];
    for (name, workforce) in sheets {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| assess(black_box(&workforce), &city, focus, &method));
        });
    }
}

criterion_group!(benches, assessment);
criterion_main!(benches);
