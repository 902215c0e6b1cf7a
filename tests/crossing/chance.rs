//! D, M and their expectations over every allocation of small tables, and drawn ones beside them.

use byspejl::stats::allocation::{drawn_information, quantile};
use byspejl::stats::random::Random;
use byspejl::stats::segregation;

use crate::{Counts, close, entropy, information};

/// Every allocation of `x` people over units of these sizes, with its probability.
fn allocations(sizes: &[u64], x: u64) -> Vec<(Vec<Counts>, f64)> {
    let choose = |n: u64, k: u64| (0..k).fold(1.0, |c, i| c * (n - i) as f64 / (i + 1) as f64);
    let mut all = vec![(Vec::new(), 0, 1.0)];
    for &size in sizes {
        all = all
            .into_iter()
            .flat_map(|(units, used, ways): (Vec<Counts>, u64, f64)| {
                (0..=size.min(x - used)).map(move |k| {
                    let mut units = units.clone();
                    units.push((size - k, k));
                    (units, used + k, ways * choose(size, k))
                })
            })
            .collect();
    }
    let total = choose(sizes.iter().sum(), x);
    let whole = all.into_iter().filter(|(_, used, _)| *used == x);
    whole.map(|(units, _, ways)| (units, ways / total)).collect()
}

#[test]
fn every_allocation_of_small_tables_gives_the_same_d_and_m_and_their_expectations() {
    for (sizes, x) in [
        (vec![3, 3], 2),
        (vec![5, 1, 2], 4),
        (vec![4, 4, 4, 4], 5),
        (vec![1, 1, 1, 1, 1], 2),
        (vec![9, 2, 6], 13),
    ] {
        let all = allocations(&sizes, x);
        assert!((all.iter().map(|(_, p)| p).sum::<f64>() - 1.0).abs() < 1e-12);
        let y = sizes.iter().sum::<u64>() - x;
        let (mut expected_d, mut expected_m) = (0.0, 0.0);
        for (units, p) in &all {
            let (other, inside): (Vec<u64>, Vec<u64>) = units.iter().copied().unzip();
            let differences =
                units.iter().map(|&(o, f)| (f as f64 / x as f64 - o as f64 / y as f64).abs());
            let d = differences.sum::<f64>() / 2.0;
            let (m, h) = (information(units), information(units) / entropy(units));
            let ours = segregation::dissimilarity(&inside, &other).expect("both groups");
            assert!(close(ours, d), "{units:?}");
            let ours = segregation::mutual_information(&inside, &other).expect("both groups");
            assert!(close(ours, m.max(0.0)), "{units:?}: {ours} {m}");
            let ours = segregation::information_index(&inside, &other).expect("both groups");
            assert!(close(ours, h.max(0.0)), "{units:?}");
            (expected_d, expected_m) = (expected_d + p * d, expected_m + p * m);
        }
        let (other, inside): (Vec<u64>, Vec<u64>) = all[0].0.iter().copied().unzip();
        let ours = segregation::expected_dissimilarity(&inside, &other).expect("both groups");
        assert!(close(ours, expected_d), "{sizes:?}: {ours} {expected_d}");
        let ours = segregation::expected_mutual_information(&inside, &other).expect("both");
        assert!(close(ours, expected_m), "{sizes:?}: {ours} {expected_m}");
    }
}

#[test]
fn drawn_allocations_have_the_mean_and_the_percentile_of_all_of_them() {
    const DRAWS: usize = 20_000;
    let (sizes, x) = (vec![6, 5, 4, 3], 7);
    let all = allocations(&sizes, x);
    let (other, inside): (Vec<u64>, Vec<u64>) = all[3].0.iter().copied().unzip();
    let drawn = drawn_information(&inside, &other, DRAWS, &mut Random::seeded(4)).expect("both");
    let mean = drawn.iter().sum::<f64>() / DRAWS as f64;
    let m = |of: fn(f64) -> f64| all.iter().map(|(u, p)| p * of(information(u))).sum::<f64>();
    let (expected, squares) = (m(|m| m), m(|m| m * m));
    let error = ((squares - expected * expected) / DRAWS as f64).sqrt();
    assert!((mean - expected).abs() < 4.0 * error, "{mean} {expected} {error}");
    // As many of them as chance says lie at or under the drawn 95th percentile.
    let limit = quantile(drawn, 0.95).expect("draws") + 1e-12;
    let under: f64 = all.iter().filter(|(u, _)| information(u) <= limit).map(|(_, p)| p).sum();
    let below: f64 =
        all.iter().filter(|(u, _)| information(u) < limit - 2e-12).map(|(_, p)| p).sum();
    let error = (0.95 * 0.05 / DRAWS as f64).sqrt();
    assert!(under > 0.95 - 4.0 * error && below < 0.95 + 4.0 * error, "{below} {under}");
}
