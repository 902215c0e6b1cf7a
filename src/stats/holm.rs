//! Holm's step-down adjustment for asking several questions at once.
//!
//! What it is for: keeping the chance of any false alarm within a family at the level asked for.
//!
//! What is absent: which questions form a family.
//!
//! The adjusted values can be written without any order of steps. For a family P,
//!
//! ```text
//! adj_i = min(1, max over t in P with t <= p_i of  t * #{j : p_j >= t})
//! ```
//!
//! because the step for the k-th smallest p multiplies it by the number of p's not below it, and
//! the running maximum covers all smaller ones; of tied p's the first has the largest factor.
//! From this form it follows that adj_i never falls when any p_j rises from u to v: every t other
//! than p_j keeps or raises its count, and the term t = u is replaced by the next member from u
//! upwards in the changed family, which is no smaller, is counted as often, and is still not above
//! p_i (p_i itself is such a member).

use crate::sorted::sort_by;

/// Holm-adjusted p-values in the order of the input.
///
/// Each lies between its p and 1 and can be compared with alpha as if it had been asked alone.
/// An empty family gives an empty result. Every p must be a number in 0..=1.
///
/// Source: S. Holm (1979), "A simple sequentially rejective multiple test procedure"; the same
/// as R `p.adjust(method = "holm")`.
///
/// ```
/// use byspejl::stats::holm::adjust;
/// assert_eq!(adjust(&[0.75, 0.01, 0.02]), vec![0.75, 0.03, 0.04]);
/// ```
pub fn adjust(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    sort_by(&mut order, |&i, &j| p[i].total_cmp(&p[j]).is_lt());
    let mut adjusted = vec![0.0; p.len()];
    let mut highest: f64 = 0.0;
    for (rank, &i) in order.iter().enumerate() {
        highest = highest.max((p.len() - rank) as f64 * p[i]).min(1.0);
        adjusted[i] = highest;
    }
    adjusted
}

/// A family prepared for asking "what if this one p were another?" many times over.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    ascending: Vec<f64>,
}

impl Family {
    /// The family of these p-values, in any order.
    pub fn new(p: impl Into<Vec<f64>>) -> Self {
        let mut ascending = p.into();
        sort_by(&mut ascending, |a, b| a.total_cmp(b).is_lt());
        Self { ascending }
    }

    /// The adjusted value of `replacement` after it has taken the place of one member.
    ///
    /// `member` must be one of the family's p-values. Equal to [`adjust`] on the changed family,
    /// in time proportional to the number of p's not above `replacement`.
    ///
    /// ```
    /// use byspejl::stats::holm::Family;
    /// let family = Family::new([0.75, 0.01, 0.02]);
    /// assert_eq!(family.adjusted_when_replaced(0.01, 0.03), 0.06);
    /// ```
    pub fn adjusted_when_replaced(&self, member: f64, replacement: f64) -> f64 {
        let mut highest: f64 = 0.0;
        let mut remaining = self.ascending.len();
        let mut member_met = false;
        for &p in &self.ascending {
            if p > replacement {
                break;
            }
            if p == member && !member_met {
                member_met = true;
                continue;
            }
            highest = highest.max(remaining as f64 * p);
            remaining -= 1;
        }
        highest.max(remaining as f64 * replacement).min(1.0)
    }
}
