//! How often the verdict procedure is wrong where only chance rules, and how often it sees a
//! workforce that hires at half of the city's share.
//!
//! Workforces of five sizes are drawn by chance and assessed; what came of them is held in
//! data/simulation.json, which the method page shows. The limits are the page's own promise and do
//! not depend on that file. After a deliberate change of the procedure run
//! `BYSPEJL_BLESS=1 cargo test --test simulation` and read the diff.

mod sheets;

use byspejl::analysis::{Assessment, Conclusion, Method, ScopeResult, Strength, Verdict, assess};
use byspejl::stats::random::Random;
use byspejl::workforce::{Grouping, Headcount, Row, Workforce};
use serde_json::{Value, json};
use std::thread;

const FILE: &str = "data/simulation.json";
const SEED: u64 = 20_260_101;
const RUNS: u64 = 2_000;
const CITY: f64 = 0.2891;
const SIZES: [u32; 5] = [15, 60, 250, 2_000, 20_000];
/// How a workforce is spread, in percent: levels from entry to top, and areas.
const LEVELS: [u32; 5] = [22, 30, 24, 18, 6];
const AREAS: [u32; 4] = [40, 30, 20, 10];
/// The families of verdicts, by the names of data/simulation.json, and the pattern.
const NAMES: [&str; 6] = ["whole", "levels", "areas", "cells", "steps", "pattern"];

/// How many of the runs said something in each family.
type Tally = [u64; NAMES.len()];

/// People per level and area, largest remainders first, so that they sum to the size.
fn spread(size: u32) -> Vec<[u32; AREAS.len()]> {
    let exact = |level: u32, area: u32| f64::from(size * level * area) / 10_000.0;
    let mut cells: Vec<(usize, usize, f64)> = Vec::new();
    for (l, &level) in LEVELS.iter().enumerate() {
        for (a, &area) in AREAS.iter().enumerate() {
            cells.push((l, a, exact(level, area)));
        }
    }
    let mut counts = vec![[0; AREAS.len()]; LEVELS.len()];
    for &(l, a, people) in &cells {
        counts[l][a] = people as u32;
    }
    let placed: u32 = counts.iter().flatten().sum();
    cells.sort_by(|a, b| b.2.fract().total_cmp(&a.2.fract()));
    for &(l, a, _) in cells.iter().take((size - placed) as usize) {
        counts[l][a] += 1;
    }
    counts
}

/// A workforce in which everybody belongs to the focus group with the same probability.
fn drawn(people: &[[u32; AREAS.len()]], share: f64, random: &mut Random) -> Workforce {
    let mut table = sheets::table(Grouping::Two, LEVELS.len(), AREAS.len());
    for (level, areas) in people.iter().enumerate() {
        for (area, &people) in areas.iter().enumerate() {
            let focus = random.binomial(people.into(), share) as u32;
            let row = Row { level: Some(level), area: Some(area) };
            table.set(row, sheets::DANISH, Headcount::Known(people - focus)).expect("in the table");
            table.set(row, sheets::FOCUS, Headcount::Known(focus)).expect("in the table");
        }
    }
    sheets::workforce(table)
}

/// Which families have a verdict that counts, and whether the pattern is claimed.
fn said(found: &Assessment, counts: impl Fn(Verdict) -> bool) -> [bool; NAMES.len()] {
    let counts = |conclusion: &Conclusion| conclusion.value().is_some_and(&counts);
    let any = |scopes: &[ScopeResult]| scopes.iter().any(|scope| counts(&scope.conclusion));
    let strength = found.diversity_without_equity.conclusion.value();
    [
        counts(&found.whole.conclusion),
        any(&found.levels),
        any(&found.areas),
        any(&found.cells),
        found.level_equity.steps.iter().any(|step| counts(&step.conclusion)),
        matches!(strength, Some(Strength::Likely | Strength::Clear)),
    ]
}

fn tally(size: u32, share: f64, seed: u64, counts: impl Fn(Verdict) -> bool) -> Tally {
    let people = spread(size);
    let mut random = Random::seeded(seed);
    let mut tally = Tally::default();
    for _ in 0..RUNS {
        let workforce = drawn(&people, share, &mut random);
        let found = assess(&workforce, &sheets::city(), sheets::focus(), &Method::default());
        let found = said(&found.expect("comparable"), &counts);
        for (sum, said) in tally.iter_mut().zip(found) {
            *sum += u64::from(said);
        }
    }
    tally
}

/// For a size: false alarms at the city's share, and "below" at half of it.
fn simulated(size: u32) -> (Tally, Tally) {
    let seed = SEED + u64::from(size);
    let alarm = |verdict| matches!(verdict, Verdict::Below | Verdict::Above);
    let alarms = tally(size, CITY, seed, alarm);
    let power = tally(size, CITY / 2.0, seed + 1, |verdict| verdict == Verdict::Below);
    (alarms, power)
}

fn named(tally: Tally) -> Value {
    NAMES.into_iter().zip(tally).map(|(name, runs)| (name.to_owned(), json!(runs))).collect()
}

#[test]
fn chance_alone_raises_an_alarm_in_at_most_one_of_twenty_workforces_whatever_their_size() {
    let results = thread::scope(|scope| {
        let running = SIZES.map(|size| scope.spawn(move || simulated(size)));
        running.map(|thread| thread.join().expect("no run panics"))
    });
    for (size, (alarms, power)) in SIZES.into_iter().zip(results) {
        println!("{size:>6}  alarms {alarms:?}  power {power:?}  of {RUNS}");
    }
    for (size, (alarms, _)) in SIZES.into_iter().zip(results) {
        for (name, alarms) in NAMES.into_iter().zip(alarms) {
            assert!(20 * alarms <= RUNS, "{size} people, {name}: {alarms} of {RUNS}");
        }
    }
    // What the page says of half the share must not be said in vain.
    let (_, large) = results[SIZES.len() - 1];
    assert!(large[..3].iter().all(|&found| 100 * found >= 99 * RUNS), "{large:?}");

    let organisations = SIZES.into_iter().zip(results).map(|(people, (alarms, power))| {
        json!({ "people": people, "false_alarms": named(alarms), "found": named(power) })
    });
    let held = json!({
        "version": 1,
        "seed": SEED,
        "runs": RUNS,
        "share_percent": "28.91",
        "levels_percent": LEVELS,
        "areas_percent": AREAS,
        "organisations": organisations.collect::<Vec<_>>(),
    });
    if std::env::var_os("BYSPEJL_BLESS").is_some() {
        let text = serde_json::to_string_pretty(&held).expect("plain data") + "\n";
        std::fs::write(FILE, text).expect("the file can be written");
    }
    let text = std::fs::read_to_string(FILE).expect("the file is there");
    let kept: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(kept, held, "{FILE} is not what the procedure gives");
}
