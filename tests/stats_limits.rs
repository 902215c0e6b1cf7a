//! Where the statistics end: nobody, senseless arguments, and people by the million and billion.
//! Absent: laws for every input; see `stats_properties.rs`.

use byspejl::stats::binomial::{Binomial, two_sided_p};
use byspejl::stats::clopper_pearson::interval;
use byspejl::stats::ordinal::{Calculation, mann_whitney, probability_of_superiority};
use byspejl::stats::probability::{Odds, ln_binomial};
use byspejl::stats::telling_size::smallest_telling_size;
use byspejl::stats::{fisher, segregation};

#[test]
fn an_empty_group_has_no_comparison() {
    assert_eq!(two_sided_p(0, 0, 0.3), None);
    assert_eq!(interval(0, 0, 0.95), None);
    assert_eq!(probability_of_superiority(&[0, 0], &[3, 4]), None);
    assert_eq!(mann_whitney(&[3, 4], &[0, 0]), None);
    assert_eq!(segregation::dissimilarity(&[], &[]), None);
    assert_eq!(segregation::expected_mutual_information(&[1], &[0]), None);
    assert_eq!(smallest_telling_size(0.0, 0.05), None);
}

#[test]
fn senseless_arguments_have_no_answer() {
    assert_eq!(two_sided_p(3, 2, 0.3), None);
    assert_eq!(two_sided_p(1, 2, 1.1), None);
    assert_eq!(two_sided_p(1, 2, f64::NAN), None);
    assert_eq!(interval(1, 2, 1.0), None);
    assert_eq!(smallest_telling_size(0.3, f64::NAN), None);
    assert_eq!(mann_whitney(&[1, 2], &[1, 2, 3]), None);
    assert_eq!(segregation::dissimilarity(&[1, 2], &[1]), None);
}

#[test]
fn a_certain_outcome_has_p_one_and_an_impossible_one_zero() {
    assert_eq!(two_sided_p(0, 5, 0.0), Some(1.0));
    assert_eq!(two_sided_p(1, 5, 0.0), Some(0.0));
    assert_eq!(two_sided_p(5, 5, 1.0), Some(1.0));
    assert_eq!(two_sided_p(4, 5, 1.0), Some(0.0));
}

#[test]
fn eleven_is_the_telling_size_for_copenhagen_and_rarer_groups_need_more() {
    assert_eq!(smallest_telling_size(0.2891, 0.05), Some(11));
    let by_search = |b: f64| {
        let failing = (1..5000).rev().find(|&n| two_sided_p(0, n, b).is_some_and(|p| p > 0.05));
        failing.map_or(1, |n| n + 1)
    };
    for b in [0.004, 0.02, 0.1, 0.1234, 0.2215, 0.45, 0.5, 0.6, 0.95] {
        assert_eq!(smallest_telling_size(b, 0.05), Some(by_search(b)), "b = {b}");
    }
    assert!(smallest_telling_size(1e-6, 0.05).is_some_and(|n| n > 2_995_000));
}

#[test]
fn intervals_of_ten_million_trials_solve_their_tails() {
    let n = 10_000_000;
    for x in [1, 2, 40, 5_000, 2_891_000, 5_000_000, 9_999_000, n - 1] {
        let ends = interval(x, n, 0.95).expect("n > 0");
        let at = |p: f64| Binomial::new(n, Odds::of(p).expect("a share"));
        assert!((at(ends.low).upper_tail(x) / 0.025 - 1.0).abs() < 1e-8, "{x}: {ends:?}");
        assert!((at(ends.high).lower_tail(x) / 0.025 - 1.0).abs() < 1e-8, "{x}: {ends:?}");
    }
}

#[test]
fn both_sides_of_ten_million_trials_are_summed() {
    let (n, b) = (10_000_000, 0.2891);
    let odds = Odds::of(b).expect("a share");
    let binomial = Binomial::new(n, odds);
    for distance in [1, 40, 1_434, 5_000, 20_000] {
        let x = 2_891_000 - distance;
        let limit = ln_binomial(x, n, odds) + 1e-7_f64.ln_1p();
        let far = (2_891_000..=n).find(|&k| ln_binomial(k, n, odds) <= limit).expect("beyond");
        let expected = binomial.lower_tail(x) + binomial.upper_tail(far);
        let p = two_sided_p(x, n, b).expect("n > 0");
        assert!((p / expected - 1.0).abs() < 1e-9, "{x}: {p} is not {expected}");
        let even = two_sided_p(5_000_000 - distance, n, 0.5).expect("n > 0");
        let half =
            Binomial::new(n, Odds::of(0.5).expect("a share")).lower_tail(5_000_000 - distance);
        assert!(
            (even / (2.0 * half) - 1.0).abs() < 1e-12,
            "{distance}: {even} is not twice {half}"
        );
    }
}

#[test]
fn fisher_of_billions_meets_the_normal_curve() {
    // Two rows of four billion, half of each and a difference of z standard deviations.
    let half = u64::from(u32::MAX) / 2;
    for z in [0.5, 1.0, 2.0, 3.0] {
        // The variance of a count with these margins is half / 4.
        let sd = (half as f64 / 4.0).sqrt();
        let moved = (z * sd).round();
        let (a, b) = (half - moved as u64, half + moved as u64);
        let p = fisher::two_sided_p(a, b, b, a);
        let normal = libm::erfc((moved - 0.5) / sd / 2.0_f64.sqrt());
        assert!((p / normal - 1.0).abs() < 1e-6, "{z}: {p} is not {normal}");
    }
}

#[test]
fn people_by_the_billion_are_allocated_by_chance_at_once() {
    // E|K - mean| of a nearly normal count is sqrt(2 / pi) standard deviations.
    let (focus, other) = ([1_000_000_000_u64; 2], [3_000_000_000_u64; 2]);
    let variance = 1e9 * 2.0 / 4.0 * 0.75;
    let deviation = (2.0 * variance / std::f64::consts::PI).sqrt();
    let normal = 2.0 * 8e9 / (2.0 * 2e9 * 6e9) * deviation;
    let expected = segregation::expected_dissimilarity(&focus, &other).expect("both present");
    assert!((expected / normal - 1.0).abs() < 1e-6, "{expected} is not {normal}");
}

#[test]
fn ten_million_trials_keep_fourteen_digits() {
    // C(2m, m) / 4^m by its asymptotic series (E. Whittaker and G. Watson 1927, section 12.33).
    let m = 5e6_f64;
    let series = 1.0 - 1.0 / (8.0 * m) + 1.0 / (128.0 * m * m);
    let exact = series / (std::f64::consts::PI * m).sqrt();
    let ours = ln_binomial(5_000_000, 10_000_000, Odds::of(0.5).expect("a share")).exp();
    assert!((ours / exact - 1.0).abs() < 1e-14, "{ours} is not {exact}");
}

#[test]
fn everybody_on_one_level_is_no_evidence() {
    let test = mann_whitney(&[0, 7, 0], &[0, 9, 0]).expect("both present");
    assert_eq!((test.p, test.calculation), (1.0, Calculation::Exact));
    let test = mann_whitney(&[0, 70, 0], &[0, 90, 0]).expect("both present");
    assert_eq!((test.p, test.calculation), (1.0, Calculation::Normal));
}

#[test]
fn a_hundred_and_fifty_people_are_counted_exactly_and_one_more_is_not() {
    let calculation =
        |one_more: u64| mann_whitney(&[50, 30], &[40, 30 + one_more]).map(|t| t.calculation);
    assert_eq!(calculation(0), Some(Calculation::Exact));
    assert_eq!(calculation(1), Some(Calculation::Normal));
}
