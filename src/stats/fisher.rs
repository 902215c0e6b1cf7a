//! Fisher's exact test of a 2x2 table.
//!
//! What it is for: whether two shares differ by more than chance when both come from counts.
//!
//! What is absent: a benchmark known without error; for that read [`super::binomial`].

use super::hypergeometric::Hypergeometric;
use super::two_sided::sum_of_no_likelier;

/// Two-sided exact p-value of the table `[[a, b], [c, d]]` with its margins held fixed.
///
/// 1 means that no table with these margins is more even; small means that the rows differ by
/// more than chance. Definition: the sum of the hypergeometric probabilities of all tables that
/// are at most (1 + 1e-7) times as likely as this one (R `fisher.test`, SciPy `fisher_exact`).
/// With an empty row or column only one table is possible and p = 1. Counts whose total passes
/// 2^53 are outside the promised accuracy.
///
/// ```
/// use byspejl::stats::fisher::two_sided_p;
/// assert!((two_sided_p(8, 2, 1, 5) - 0.034_965_034_965_035).abs() < 1e-14);
/// assert_eq!(two_sided_p(0, 5, 0, 7), 1.0);
/// ```
pub fn two_sided_p(a: u64, b: u64, c: u64, d: u64) -> f64 {
    let (row, column) = (a.saturating_add(b), a.saturating_add(c));
    match Hypergeometric::new(column, b.saturating_add(d), row) {
        Some(tables) => sum_of_no_likelier(&tables, a),
        None => 1.0,
    }
}
