//! The exact distribution of the Mann-Whitney count over tables with given margins.
//!
//! What it is for: the exact p-value of [`super::ordinal`], fast enough to follow typing.
//!
//! What is absent: the statistic itself and its normal approximation.
//!
//! 2U is linear in the numbers j of drawn people per category: it is the sum of j times the
//! category's score (twice the people below it plus those in it), less the square of all drawn.
//! So the categories can be split in two. One part is tabulated by (people drawn, score) and
//! summed up from both ends; each way to draw from the other part then looks up the tails it
//! still needs. Every number added is positive, so tiny p-values keep their digits.

/// Largest number of people; beyond it the number of tables leaves the range of doubles.
pub const LARGEST_TOTAL: u64 = 1000;

/// Share of the tables with these margins whose |U - mean| is at least the observed one.
///
/// 1 means that no table is more even. Counts per category, lowest first.
///
/// Undefined (`None`) when a group is empty, the slices differ in length, or the total passes
/// [`LARGEST_TOTAL`].
///
/// ```
/// use byspejl::stats::rank_sum::two_sided_p;
/// // Two against two with nothing tied: 2 of the 6 tables are this one-sided.
/// assert_eq!(two_sided_p(&[1, 1, 0, 0], &[0, 0, 1, 1]), Some(2.0 / 6.0));
/// ```
pub fn two_sided_p(focus: &[u64], other: &[u64]) -> Option<f64> {
    let total = |group: &[u64]| group.iter().try_fold(0_u64, |sum, &n| sum.checked_add(n));
    let (x, y) = (total(focus)?, total(other)?);
    if focus.len() != other.len() || x == 0 || y == 0 || x.checked_add(y)? > LARGEST_TOTAL {
        return None;
    }
    // |U - mean| is the same seen from either group, and the smaller one can be drawn in fewer ways.
    let (drawn, rest) = if x <= y { (focus, other) } else { (other, focus) };
    let (drawn_total, rest_total) = (x.min(y) as i64, x.max(y) as i64);

    let mut categories: Vec<Category> = Vec::with_capacity(drawn.len());
    let (mut below, mut observed) = (0, 0);
    for (&d, &r) in drawn.iter().zip(rest) {
        let size = (d + r) as i64;
        if size > 0 {
            let score = 2 * below + size;
            observed += d as i64 * score;
            below += size;
            categories.push(Category { size, score });
        }
    }
    // With the mean score of all tables as zero, the tails are symmetric thresholds.
    let mean = drawn_total * (drawn_total + rest_total);
    let deviation = (observed - mean).abs();
    if deviation == 0 {
        return Some(1.0);
    }
    // Only score differences in units of their common divisor can occur.
    let base = categories.first()?.score;
    let unit = categories.iter().fold(0, |unit, c| common_divisor(unit, c.score - base));
    for category in &mut categories {
        category.score = (category.score - base) / unit;
    }
    let centre = mean - drawn_total * base;
    let tails = Tails {
        low: (centre - deviation).div_euclid(unit),
        high: -(-(centre + deviation)).div_euclid(unit),
    };
    let (left, right) = categories.split_at(balanced_split(&categories));
    let ways = ways_in_tails(left, right, drawn_total, tails);
    Some((ways / choose(drawn_total + rest_total, drawn_total)).min(1.0))
}

#[derive(Clone, Copy)]
struct Category {
    size: i64,
    score: i64,
}

/// Scores at or below `low` and at or above `high` count.
#[derive(Clone, Copy)]
struct Tails {
    low: i64,
    high: i64,
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

/// Where to cut the categories so that both parts can be drawn from in similarly many ways.
fn balanced_split(categories: &[Category]) -> usize {
    let ways = |part: &[Category]| part.iter().map(|c| (c.size + 1) as f64).product::<f64>();
    let mut best = (f64::INFINITY, 1);
    for cut in 1..categories.len() {
        let (left, right) = categories.split_at(cut);
        let larger = ways(left).max(ways(right));
        if larger < best.0 {
            best = (larger, cut);
        }
    }
    best.1
}

/// Number of ways to draw `drawn` people from both parts with a total score in the tails.
///
/// The right part is tabulated one number of people at a time, so that the table stays small
/// enough for the processor's nearest memory; that is most of the speed.
fn ways_in_tails(left: &[Category], right: &[Category], drawn: i64, tails: Tails) -> f64 {
    let (Some(left), Some(right)) = (Part::of(left, drawn), Part::of(right, drawn)) else {
        return 0.0;
    };
    let (mut below, mut above) = (Vec::new(), Vec::new());
    let mut sum = 0.0;
    for (people, row) in (0..).zip(rows(right.categories, drawn)) {
        let missing = drawn - people;
        if missing > left.people {
            continue;
        }
        right.tabulate(people, row, &mut below);
        above.clone_from(&below);
        accumulate(below.iter_mut());
        accumulate(above.iter_mut().rev());
        // What the tails leave for the left part, as places in this row.
        let low = tails.low - row.lowest;
        let high = tails.high - row.lowest;
        for (score, entries, choices) in left.draws(missing) {
            let (low, high) = (low - score, high - score);
            let mut reached = 0.0;
            for &(score, ways) in entries {
                if low >= score {
                    reached += ways * below[((low - score) as usize).min(row.width - 1)];
                }
                let from = (high - score).max(0) as usize;
                if from < row.width {
                    reached += ways * above[from];
                }
            }
            sum += choices * reached;
        }
    }
    sum
}

/// Each value replaced by the sum of itself and all before it.
fn accumulate<'a>(values: impl Iterator<Item = &'a mut f64>) {
    let mut sum = 0.0;
    for value in values {
        sum += *value;
        *value = sum;
    }
}

/// Some categories, with the draws from all but the last tabulated.
struct Part<'a> {
    categories: &'a [Category],
    people: i64,
    last: Category,
    /// Ways to choose 0, 1, ... people of the last category.
    choices: Vec<f64>,
    /// By people drawn from the other categories: the scores that can occur and their ways.
    inner: Vec<Entries>,
}

type Entries = Vec<(i64, f64)>;

impl<'a> Part<'a> {
    fn of(categories: &'a [Category], most_drawn: i64) -> Option<Self> {
        let last = *categories.last()?;
        let mut part = Self {
            categories,
            people: last.size,
            last,
            choices: binomial_row(last.size),
            inner: vec![vec![(0, 1.0)]],
        };
        let inner = &categories[..categories.len() - 1];
        if let Some(before) = Part::of(inner, most_drawn) {
            part.people += before.people;
            let mut cells = Vec::new();
            let tabulated = (0..).zip(rows(inner, most_drawn)).map(|(people, row)| {
                before.tabulate(people, row, &mut cells);
                let mut entries = Entries::new();
                for (score, &ways) in (row.lowest..).zip(&cells) {
                    if ways != 0.0 {
                        entries.push((score, ways));
                    }
                }
                entries
            });
            part.inner = tabulated.collect();
        }
        Some(part)
    }

    /// All splits of `people` into inner categories and the last: the score of the latter's
    /// share, the entries of the former, and the number of ways to choose the latter.
    fn draws(&self, people: i64) -> impl Iterator<Item = (i64, &Entries, f64)> {
        let first = (people - self.last.size).max(0);
        (first..=people).zip(self.inner.iter().skip(first as usize)).map(move |(inner, entries)| {
            let j = people - inner;
            (j * self.last.score, entries, self.choices[j as usize])
        })
    }

    /// Fills `cells` with the numbers of ways to draw `people`, by score from the row's lowest.
    fn tabulate(&self, people: i64, row: Row, cells: &mut Vec<f64>) {
        cells.clear();
        cells.resize(row.width, 0.0);
        for (score, entries, choices) in self.draws(people) {
            let shift = score - row.lowest;
            for &(score, ways) in entries {
                cells[(score + shift) as usize] += ways * choices;
            }
        }
    }
}

/// The scores that some number of people can have: `lowest..lowest + width`.
#[derive(Clone, Copy)]
struct Row {
    lowest: i64,
    width: usize,
}

/// The rows for 0, 1, ... people, up to `most_drawn` or all there are.
fn rows(categories: &[Category], most_drawn: i64) -> impl Iterator<Item = Row> {
    let people: i64 = categories.iter().map(|c| c.size).sum();
    (0..=people.min(most_drawn)).map(|m| {
        let lowest = score_of_first(m, categories.iter());
        let highest = score_of_first(m, categories.iter().rev());
        Row { lowest, width: (highest - lowest + 1) as usize }
    })
}

/// The score of `m` people drawn greedily from the categories in the given order.
fn score_of_first<'a>(m: i64, categories: impl Iterator<Item = &'a Category>) -> i64 {
    let (mut left, mut score) = (m, 0);
    for category in categories {
        let taken = left.min(category.size);
        score += taken * category.score;
        left -= taken;
    }
    score
}

/// C(n, 0), C(n, 1), ..., C(n, n).
fn binomial_row(n: i64) -> Vec<f64> {
    let mut row = vec![1.0];
    let mut value = 1.0;
    for j in 1..=n {
        value = value * (n - j + 1) as f64 / j as f64;
        row.push(value);
    }
    row
}

fn choose(n: i64, k: i64) -> f64 {
    (1..=k).fold(1.0, |value, j| value * (n - k + j) as f64 / j as f64)
}
