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
    let (drawn, rest) = if x <= y {
        (focus, other)
    } else {
        (other, focus)
    };
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
    let unit = categories
        .iter()
        .fold(0, |unit, c| common_divisor(unit, c.score - base));
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
fn ways_in_tails(left: &[Category], right: &[Category], drawn: i64, tails: Tails) -> f64 {
    let Some((last, left)) = left.split_last() else {
        return 0.0;
    };
    let mut from_below = Ways::of(right, drawn);
    let mut from_above = from_below.clone();
    from_below.accumulate_upwards();
    from_above.accumulate_downwards();
    let left = Ways::of(left, drawn);
    let choices = binomial_row(last.size);
    let mut sum = 0.0;
    for (m, row) in left.rows.iter().enumerate() {
        for (score, ways) in row.entries(&left.cells) {
            for (j, choice) in (0_i64..).zip(&choices) {
                let missing = drawn - m as i64 - j;
                if missing < 0 {
                    break;
                }
                let Some(other) = from_below.rows.get(missing as usize) else {
                    continue;
                };
                let so_far = score + j * last.score;
                let low = from_below.at_most(other, tails.low - so_far);
                let high = from_above.at_least(other, tails.high - so_far);
                sum += ways * choice * (low + high);
            }
        }
    }
    sum
}

/// Numbers of ways to draw from some categories, by people drawn (row) and score (cell).
#[derive(Clone)]
struct Ways {
    rows: Vec<Row>,
    cells: Vec<f64>,
}

/// The cells of one row: scores `lowest..lowest + width`.
#[derive(Clone, Copy)]
struct Row {
    lowest: i64,
    start: usize,
    width: usize,
}

impl Row {
    /// The scores that can occur, with their numbers of ways.
    fn entries(self, cells: &[f64]) -> impl Iterator<Item = (i64, f64)> + '_ {
        let cells = &cells[self.start..self.start + self.width];
        let scored = (self.lowest..).zip(cells.iter().copied());
        scored.filter(|(_, ways)| *ways != 0.0)
    }
}

impl Ways {
    fn of(categories: &[Category], most_drawn: i64) -> Self {
        let mut ways = Self::empty(&[], 0);
        ways.cells[0] = 1.0;
        for known in 1..=categories.len() {
            ways = ways.and(&categories[..known], most_drawn);
        }
        ways
    }

    fn empty(categories: &[Category], most_drawn: i64) -> Self {
        let people: i64 = categories.iter().map(|c| c.size).sum();
        let mut rows = Vec::new();
        let mut start = 0;
        for m in 0..=people.min(most_drawn) {
            let lowest = score_of_first(m, categories.iter());
            let highest = score_of_first(m, categories.iter().rev());
            let width = (highest - lowest + 1) as usize;
            rows.push(Row {
                lowest,
                start,
                width,
            });
            start += width;
        }
        Self {
            rows,
            cells: vec![0.0; start],
        }
    }

    /// These ways continued by draws from the last of `categories`.
    fn and(&self, categories: &[Category], most_drawn: i64) -> Self {
        let mut next = Self::empty(categories, most_drawn);
        let Some(added) = categories.last() else {
            return next;
        };
        let choices = binomial_row(added.size);
        for (m, row) in self.rows.iter().enumerate() {
            for (score, ways) in row.entries(&self.cells) {
                let mut reached = score;
                for (target, choice) in next.rows[m..].iter().zip(&choices) {
                    next.cells[target.start + (reached - target.lowest) as usize] += ways * choice;
                    reached += added.score;
                }
            }
        }
        next
    }

    fn accumulate_upwards(&mut self) {
        for row in &self.rows {
            let mut sum = 0.0;
            for cell in &mut self.cells[row.start..row.start + row.width] {
                sum += *cell;
                *cell = sum;
            }
        }
    }

    fn accumulate_downwards(&mut self) {
        for row in &self.rows {
            let mut sum = 0.0;
            for cell in self.cells[row.start..row.start + row.width]
                .iter_mut()
                .rev()
            {
                sum += *cell;
                *cell = sum;
            }
        }
    }

    /// After accumulating upwards: the ways in this row with a score of at most `score`.
    fn at_most(&self, row: &Row, score: i64) -> f64 {
        let index = score - row.lowest;
        if index < 0 {
            return 0.0;
        }
        self.cells[row.start + (index as usize).min(row.width - 1)]
    }

    /// After accumulating downwards: the ways in this row with a score of at least `score`.
    fn at_least(&self, row: &Row, score: i64) -> f64 {
        let index = (score - row.lowest).max(0) as usize;
        if index >= row.width {
            return 0.0;
        }
        self.cells[row.start + index]
    }
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
