//! Laws that the statistics must obey for every input, and second ways to the same number. Absent:
//! where they end; see `stats_limits.rs`.

use byspejl::stats::binomial::{Binomial, two_sided_p};
use byspejl::stats::clopper_pearson::interval;
use byspejl::stats::ordinal::{mann_whitney, probability_of_superiority};
use byspejl::stats::probability::{Odds, ln_binomial};
use byspejl::stats::telling_size::smallest_telling_size;
use byspejl::stats::{fisher, holm, ordinal, segregation};
use proptest::prelude::*;

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12_f64.max(1e-9 * other.abs())
}

fn choose(n: u64, k: u64) -> u128 {
    if k > n {
        return 0;
    }
    (1..=u128::from(k)).fold(1, |value, j| value * (u128::from(n - k) + j) / j)
}

/// n, x <= n and a benchmark share that is not 0 or 1.
fn count_and_share() -> impl Strategy<Value = (u64, u64, f64)> {
    (1_u64..3000, 0.0..=1.0_f64, 0.001..0.999)
        .prop_map(|(n, part, b)| (n, (part * n as f64).round() as u64, b))
}

/// Two groups over the same 2..8 categories, both with somebody in them.
fn two_groups(most: u64) -> impl Strategy<Value = (Vec<u64>, Vec<u64>)> {
    prop::collection::vec((0..=most, 0..=most), 2..8)
        .prop_map(|cells| cells.into_iter().unzip())
        .prop_filter("both groups have people", |(focus, other): &(Vec<u64>, Vec<u64>)| {
            focus.iter().any(|&n| n > 0) && other.iter().any(|&n| n > 0)
        })
}

/// Every table with the margins of these two groups: its focus column and its number of ways.
fn tables_with_the_same_margins(focus: &[u64], other: &[u64]) -> Vec<(Vec<u64>, u128)> {
    let mut tables = vec![(Vec::new(), 1)];
    for (&f, &o) in focus.iter().zip(other) {
        tables = tables
            .into_iter()
            .flat_map(|(column, ways): (Vec<u64>, u128)| {
                (0..=f + o).map(move |j| {
                    let column = column.iter().copied().chain([j]).collect();
                    (column, ways * choose(f + o, j))
                })
            })
            .collect();
    }
    let drawn: u64 = focus.iter().sum();
    tables.retain(|(column, _)| column.iter().sum::<u64>() == drawn);
    tables
}

fn others(column: &[u64], focus: &[u64], other: &[u64]) -> Vec<u64> {
    (0..column.len()).map(|l| focus[l] + other[l] - column[l]).collect()
}

/// Wins and half ties, doubled, counted person by person.
fn twice_wins(focus: &[u64], other: &[u64]) -> i64 {
    let mut twice_wins = 0;
    for (l, &f) in focus.iter().enumerate() {
        for (k, &o) in other.iter().enumerate() {
            twice_wins += (f * o) as i64 * (1 + l.cmp(&k) as i64);
        }
    }
    twice_wins
}

proptest! {
    #[test]
    fn a_p_value_lies_between_zero_and_one((n, x, b) in count_and_share()) {
        let p = two_sided_p(x, n, b).expect("n > 0");
        let observed = ln_binomial(x, n, Odds::of(b).expect("a share")).exp();
        prop_assert!(p <= 1.0 && p >= observed * (1.0 - 1e-12));
    }

    #[test]
    fn counting_the_other_group_gives_the_same_p((n, x, part) in (1_u64..3000, 0.0..=1.0_f64, 1_u32..1024)
        .prop_map(|(n, part, b)| (n, (part * n as f64).round() as u64, b)))
    {
        // 1/1024ths, so that 1 - b is exact.
        let b = f64::from(part) / 1024.0;
        let (p, mirrored) = (two_sided_p(x, n, b), two_sided_p(n - x, n, 1.0 - b));
        prop_assert!(close(p.expect("n > 0"), mirrored.expect("n > 0")));
    }

    #[test]
    fn two_sided_p_sums_all_outcomes_no_likelier(
        (n, x, b) in (1_u64..60, 0_u64..60, 0.001..0.999).prop_map(|(n, x, b)| (n, x.min(n), b))
    ) {
        let probability = |k: u64| {
            choose(n, k) as f64 * f64::powi(b, k as i32) * f64::powi(1.0 - b, (n - k) as i32)
        };
        let limit = probability(x) * (1.0 + 1e-7);
        let sum: f64 = (0..=n).map(probability).filter(|p| *p <= limit).sum();
        prop_assert!((two_sided_p(x, n, b).expect("n > 0") / sum - 1.0).abs() < 1e-11);
    }

    #[test]
    fn both_sides_are_found_in_groups_of_thousands((n, x, b) in count_and_share()) {
        let odds = Odds::of(b).expect("a share");
        let ln: Vec<f64> = (0..=n).map(|k| ln_binomial(k, n, odds)).collect();
        let limit = ln[x as usize] + 1e-7_f64.ln_1p();
        let sum: f64 = ln.iter().filter(|ln| **ln <= limit).map(|ln| ln.exp()).sum();
        let p = two_sided_p(x, n, b).expect("n > 0");
        prop_assert!((p - sum).abs() <= 1e-10 * sum + f64::MIN_POSITIVE, "{p} is not {sum}");
    }

    #[test]
    fn fisher_finds_both_sides_of_tables_of_thousands(
        [a, b, c, d] in prop::array::uniform4(0_u64..1500)
    ) {
        let (row, column, all) = (a + b, a + c, a + b + c + d);
        prop_assume!(0 < row && row < all && 0 < column && column < all);
        // Each probability from the one before it, in units of the first.
        let (least, most) = ((row + column).saturating_sub(all), row.min(column));
        let mut ln = vec![0.0];
        for k in least..most {
            let ways = (column - k) as f64 * (row - k) as f64;
            let others = (k + 1) as f64 * (all + k + 1 - column - row) as f64;
            ln.push(ln[ln.len() - 1] + (ways / others).ln());
        }
        let peak = ln.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let limit = ln[(a - least) as usize] + 1e-7_f64.ln_1p();
        let sum = |limit: f64| ln.iter().filter(|ln| **ln <= limit).map(|ln| (ln - peak).exp()).sum::<f64>();
        let (p, expected) = (fisher::two_sided_p(a, b, c, d), sum(limit) / sum(peak));
        prop_assert!((p - expected).abs() <= 1e-9 * expected + f64::MIN_POSITIVE, "{p} is not {expected}");
    }

    #[test]
    fn lower_and_upper_tail_make_one((n, x, b) in count_and_share()) {
        let binomial = Binomial::new(n, Odds::of(b).expect("a share"));
        prop_assert!((binomial.lower_tail(x) + binomial.upper_tail(x + 1) - 1.0).abs() < 1e-12);
        let all: f64 = (0..=n).map(|k| ln_binomial(k, n, Odds::of(b).expect("a share")).exp()).sum();
        prop_assert!((all - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_likeliest_count_has_p_one(n in 1_u64..100_000, b in 0.0..=1.0) {
        let mode = (((n + 1) as f64 * b) as u64).min(n);
        prop_assert_eq!(two_sided_p(mode, n, b), Some(1.0));
    }

    #[test]
    fn the_interval_holds_the_share_and_its_ends_solve_the_tails((n, x, _) in count_and_share()) {
        let ends = interval(x, n, 0.95).expect("n > 0");
        let share = x as f64 / n as f64;
        prop_assert!(ends.low <= share && share <= ends.high);
        let at = |p: f64| Binomial::new(n, Odds::of(p).expect("a share"));
        if x > 0 {
            prop_assert!((at(ends.low).upper_tail(x) / 0.025 - 1.0).abs() < 1e-9);
        }
        if x < n {
            prop_assert!((at(ends.high).lower_tail(x) / 0.025 - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn one_more_moves_both_ends_up((n, x, _) in count_and_share(), confidence in 0.5..0.999) {
        prop_assume!(x < n);
        let (now, then) = (interval(x, n, confidence), interval(x + 1, n, confidence));
        let (now, then) = (now.expect("n > 0"), then.expect("n > 0"));
        prop_assert!(now.low < then.low && now.high < then.high);
    }

    #[test]
    fn the_interval_of_the_others_is_the_mirror_image((n, x, _) in count_and_share()) {
        let (one, other) = (interval(x, n, 0.95), interval(n - x, n, 0.95));
        let (one, other) = (one.expect("n > 0"), other.expect("n > 0"));
        prop_assert!((one.low + other.high - 1.0).abs() < 1e-13);
    }

    #[test]
    fn from_the_telling_size_on_none_at_all_always_tells(b in 0.01..0.9, alpha in 0.001..0.2) {
        let size = smallest_telling_size(b, alpha).expect("b > 0");
        let p = |n: u64| two_sided_p(0, n, b).expect("n > 0");
        prop_assert!(size == 1 || p(size - 1) > alpha);
        prop_assert!((size..3 * size + 100).all(|n| p(n) <= alpha));
    }

    #[test]
    fn holm_never_falls_when_a_p_rises(
        p in prop::collection::vec(0_u32..=40, 1..12),
        which in any::<prop::sample::Index>(),
        rise in 0_u32..=40,
    ) {
        // A coarse grid, so that ties are common.
        let mut p: Vec<f64> = p.into_iter().map(|p| f64::from(p) / 40.0).collect();
        let before = holm::adjust(&p);
        let which = which.index(p.len());
        p[which] = (p[which] + f64::from(rise) / 40.0).min(1.0);
        let after = holm::adjust(&p);
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
    }

    #[test]
    fn holm_is_the_largest_step_up_to_each_p(p in prop::collection::vec(0_u32..=40, 1..12)) {
        let p: Vec<f64> = p.into_iter().map(|p| f64::from(p) / 40.0).collect();
        for (adjusted, &own) in holm::adjust(&p).into_iter().zip(&p) {
            let not_below = |t: f64| p.iter().filter(|&&q| q >= t).count() as f64;
            let steps = p.iter().filter(|&&t| t <= own).map(|&t| t * not_below(t));
            prop_assert_eq!(adjusted, steps.fold(0.0, f64::max).min(1.0));
        }
    }

    #[test]
    fn replacing_one_p_is_the_same_as_adjusting_the_changed_family(
        p in prop::collection::vec(0_u32..=40, 1..12),
        which in any::<prop::sample::Index>(),
        replacement in 0_u32..=40,
    ) {
        let mut p: Vec<f64> = p.into_iter().map(|p| f64::from(p) / 40.0).collect();
        let which = which.index(p.len());
        let replacement = f64::from(replacement) / 40.0;
        let quick = holm::Family::new(p.as_slice()).adjusted_when_replaced(p[which], replacement);
        p[which] = replacement;
        prop_assert_eq!(quick, holm::adjust(&p)[which]);
    }

    #[test]
    fn reversing_the_levels_turns_superiority_round((focus, other) in two_groups(40)) {
        let theta = probability_of_superiority(&focus, &other).expect("both present");
        let test = mann_whitney(&focus, &other).expect("both present");
        let backwards = |group: &[u64]| group.iter().rev().copied().collect::<Vec<_>>();
        let (focus, other) = (backwards(&focus), backwards(&other));
        let reversed = probability_of_superiority(&focus, &other).expect("both present");
        prop_assert!((theta + reversed - 1.0).abs() < 1e-15);
        prop_assert!(close(mann_whitney(&focus, &other).expect("both present").p, test.p));
    }

    #[test]
    fn groups_spread_alike_are_neither_higher_nor_apart(
        shape in prop::collection::vec(0_u64..30, 2..8), a in 1_u64..5, b in 1_u64..5
    ) {
        prop_assume!(shape.iter().any(|&n| n > 0));
        let times = |factor: u64| shape.iter().map(|n| n * factor).collect::<Vec<_>>();
        let (focus, other) = (times(a), times(b));
        prop_assert_eq!(probability_of_superiority(&focus, &other), Some(0.5));
        prop_assert_eq!(mann_whitney(&focus, &other).expect("both present").p, 1.0);
        prop_assert_eq!(ordinal::normal_p(&focus, &other), Some(1.0));
        prop_assert_eq!(segregation::dissimilarity(&focus, &other), Some(0.0));
        prop_assert_eq!(segregation::corrected_dissimilarity(&focus, &other)
            .filter(|d| *d != 0.0), None);
        prop_assert!(segregation::mutual_information(&focus, &other).expect("both") < 1e-15);
    }

    #[test]
    fn d_lies_between_zero_and_one_and_so_do_its_kin((focus, other) in two_groups(40)) {
        let unit = 0.0..=1.0 + 1e-12;
        prop_assert!(unit.contains(&segregation::dissimilarity(&focus, &other).expect("both")));
        let expected = segregation::expected_dissimilarity(&focus, &other);
        prop_assert!(unit.contains(&expected.expect("both")));
        prop_assert!(unit.contains(&segregation::information_index(&focus, &other).expect("both")));
        if let Some(corrected) = segregation::corrected_dissimilarity(&focus, &other) {
            prop_assert!(unit.contains(&corrected));
        }
    }

    #[test]
    fn fisher_does_not_mind_which_way_the_table_is_written(
        [a, b, c, d] in prop::array::uniform4(0_u64..400)
    ) {
        let p = fisher::two_sided_p(a, b, c, d);
        prop_assert!(p > 0.0 && p <= 1.0);
        for same in [(a, c, b, d), (c, d, a, b), (b, a, d, c), (d, c, b, a)] {
            let again = fisher::two_sided_p(same.0, same.1, same.2, same.3);
            prop_assert!((again / p - 1.0).abs() < 1e-10);
        }
    }

    #[test]
    fn fisher_sums_all_tables_no_likelier([a, b, c, d] in prop::array::uniform4(0_u64..15)) {
        let (row, column, total) = (a + b, a + c, a + b + c + d);
        let ways = |k: u64| {
            if k > column || k > row { 0 } else { choose(column, k) * choose(total - column, row - k) }
        };
        // Whole numbers: ties need no tolerance here.
        let no_likelier: u128 = (0..=row).map(ways).filter(|w| *w <= ways(a)).sum();
        let p = no_likelier as f64 / choose(total, row) as f64;
        prop_assert!((fisher::two_sided_p(a, b, c, d) / p - 1.0).abs() < 1e-11);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_exact_test_counts_every_table_once((focus, other) in two_groups(3)) {
        let tables = tables_with_the_same_margins(&focus, &other);
        let mean = (focus.iter().sum::<u64>() * other.iter().sum::<u64>()) as i64;
        let observed = (twice_wins(&focus, &other) - mean).abs();
        let (mut extreme, mut all) = (0, 0);
        for (column, ways) in tables {
            all += ways;
            if (twice_wins(&column, &others(&column, &focus, &other)) - mean).abs() >= observed {
                extreme += ways;
            }
        }
        let p = ordinal::exact_p(&focus, &other).expect("both present");
        prop_assert!((p / (extreme as f64 / all as f64) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn chance_expectations_are_averages_over_every_table((focus, other) in two_groups(3)) {
        let (mut d, mut m, mut all) = (0.0, 0.0, 0.0);
        for (column, ways) in tables_with_the_same_margins(&focus, &other) {
            let rest = others(&column, &focus, &other);
            d += ways as f64 * segregation::dissimilarity(&column, &rest).expect("both present");
            m += ways as f64 * segregation::mutual_information(&column, &rest).expect("both");
            all += ways as f64;
        }
        let expected = segregation::expected_dissimilarity(&focus, &other).expect("both present");
        prop_assert!(close(expected, d / all));
        let expected = segregation::expected_mutual_information(&focus, &other).expect("both");
        prop_assert!(close(expected, m / all));
    }
}
