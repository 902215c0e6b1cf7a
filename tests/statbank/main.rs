//! Tables from Statistics Denmark and the City become benchmarks, or are refused with a place and a
//! remedy.

mod folk1e;
mod kept;
mod refused;
mod robustness;
mod samples;
mod shapes;
mod sums;

use byspejl::benchmark::Benchmark;
use byspejl::exchange::statbank::{self, Ages, Choice, Cube, Fault, StatbankError, Wish};
use byspejl::workforce::Grouping;

/// Copenhagen, these ages, 1 January 2026, five groups.
fn wish(ages: Ages) -> Wish {
    Wish {
        area: Some("101".to_owned()),
        ages: Some(ages),
        date: Some("2026K1".to_owned()),
        grouping: Some(Grouping::Five),
        table: None,
    }
}

const WORKING_AGES: Ages = Ages::Ages { from: 18, to: 64 };

fn choose(cube: &Cube, wish: &Wish) -> Result<Benchmark, StatbankError> {
    let choice: Choice = statbank::choices(cube)?.choose(wish);
    statbank::benchmark::of(cube, &choice)
}

/// What becomes of a text with a wish.
fn read(name: &str, text: &str, wish: &Wish) -> Result<Benchmark, StatbankError> {
    choose(&statbank::open(name, text.as_bytes())?, wish)
}

fn fault(result: Result<Benchmark, StatbankError>) -> Fault {
    result.expect_err("it is refused").fault
}

fn counts(benchmark: &Benchmark) -> Vec<u64> {
    benchmark.groups().iter().map(|group| group.count.expect("a count")).collect()
}
