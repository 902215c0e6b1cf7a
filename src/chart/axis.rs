//! The horizontal axis: where it ends and what is written along it.

use super::spec::Row;

/// The scale of shares. It always starts at 0, because bars that start elsewhere lie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The share at the right end, above 0 and at most 1.
    pub max: f64,
    pub ticks: Vec<Tick>,
}

/// A labelled place on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub share: f64,
    pub label: String,
}

/// Right end and distance of ticks, in whole percent.
const SCALES: [(u32, u32); 9] =
    [(5, 1), (10, 2), (20, 5), (30, 10), (40, 10), (50, 10), (60, 20), (80, 20), (100, 25)];

impl Axis {
    /// The shortest round axis that holds every row, and the reference share with a little room
    /// beyond it.
    ///
    /// `label` writes a share for people. Rows up to 0.56 give an axis to 0.6 with ticks at 0,
    /// 0.2, 0.4 and 0.6; no rows and a reference of 0.2891 give one to 0.4.
    pub fn covering(rows: &[Row], reference: f64, label: impl Fn(f64) -> String) -> Axis {
        let ends = rows.iter().flat_map(|row| {
            let ranges = [row.interval, row.range].into_iter().flatten().map(|range| range.high);
            row.share.into_iter().chain(ranges)
        });
        Axis::to(ends.fold(1.15 * reference, f64::max), label)
    }

    /// The shortest round axis that reaches a share.
    pub fn to(largest: f64, label: impl Fn(f64) -> String) -> Axis {
        let fits = |(max, _): &(u32, u32)| largest <= f64::from(*max) / 100.0;
        let (max, step) = SCALES.into_iter().find(fits).unwrap_or((100, 25));
        let ticks = (0..=max / step).map(|number| f64::from(number * step) / 100.0);
        let ticks = ticks.map(|share| Tick { share, label: label(share) }).collect();
        Axis { max: f64::from(max) / 100.0, ticks }
    }

    /// Where a share lies on the axis: 0 is its start, 1 its end. What is outside, or no number,
    /// is moved to the nearer end.
    pub fn position(&self, share: f64) -> f64 {
        let position = share / self.max;
        if position.is_nan() { 0.0 } else { position.clamp(0.0, 1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::spec::Range;
    use super::*;

    fn axis(row: Row) -> Axis {
        Axis::covering(&[row], 0.2891, |share| format!("{:.0} %", 100.0 * share))
    }

    #[test]
    fn the_axis_holds_the_reference_when_every_share_is_small() {
        let axis = axis(Row { share: Some(0.02), ..Row::default() });
        assert_eq!(axis.max, 0.4);
        let labels: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels, ["0 %", "10 %", "20 %", "30 %", "40 %"]);
    }

    #[test]
    fn the_axis_holds_the_upper_ends_of_intervals_and_ranges() {
        let wide = Some(Range { low: 0.1, high: 0.56 });
        assert_eq!(axis(Row { interval: wide, ..Row::default() }).max, 0.6);
        assert_eq!(axis(Row { range: wide, ..Row::default() }).max, 0.6);
    }

    #[test]
    fn the_axis_never_ends_above_everybody() {
        assert_eq!(axis(Row { share: Some(1.0), ..Row::default() }).max, 1.0);
        assert_eq!(axis(Row { share: Some(7.0), ..Row::default() }).max, 1.0);
    }

    #[test]
    fn a_share_that_is_no_number_has_a_place_all_the_same() {
        let axis = axis(Row::default());
        assert_eq!(axis.position(f64::NAN), 0.0);
        assert_eq!(axis.position(f64::INFINITY), 1.0);
        assert_eq!(axis.position(-1.0), 0.0);
    }
}
