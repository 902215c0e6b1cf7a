//! What a figure of dates says: shares on single days beside the reference's own line.
//!
//! Days that were counted, and nothing between them: the days are the organisation's on one side
//! and the publisher's on the other, with the gaps that either has. Absent: places
//! ([`super::dates`]); lines through evenly spaced years.

use super::spec::Range;

/// Shares on single days; what [`super::Shape::Dates`] holds. A day is a number of days since any
/// fixed day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// One for the whole, or one a level. Never empty.
    pub panels: Vec<Panel>,
    /// The reference's figures, oldest first; the same in every panel.
    pub reference: Vec<Given>,
    /// The first and the last day that is shown.
    pub days: (i64, i64),
    /// Labelled days, for example each 1 January.
    pub ticks: Vec<DayTick>,
    /// What the signs mean; give only those that occur.
    pub legend: Vec<(CourseKey, String)>,
    /// Over the table: what is counted, its date, its base, its share, the reference's share, and
    /// where the figure was published.
    pub headings: [String; 6],
    /// The panel and the point that the reader stands on; it is marked.
    pub cursor: Option<(usize, usize)>,
}

/// The dates of one scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Its name, for example "Ledelse".
    pub label: String,
    /// Oldest first.
    pub points: Vec<Point>,
}

/// A scope on one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    pub day: i64,
    /// The day for people.
    pub date: String,
    /// The base, for example "2 af 40"; empty when there are no figures.
    pub base: String,
    /// `None` when it is undefined or hidden.
    pub share: Option<f64>,
    /// Where the share lies when cells are hidden.
    pub range: Option<Range>,
    /// The share for people; empty when there is none.
    pub value_label: String,
    /// What it is compared with, with its date; empty when there is nothing.
    pub reference: String,
}

/// A figure of the reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub day: i64,
    pub date: String,
    pub share: f64,
    pub value_label: String,
    /// Who published it and where.
    pub source: String,
}

/// A labelled day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTick {
    pub day: i64,
    pub label: String,
}

/// A sign of a figure of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseKey {
    /// A square: the organisation's share on a day.
    Own,
    /// A dashed outline: a share known only as a range.
    Hidden,
    /// A step: the reference's share from the day of its figure on.
    Reference,
}

impl Course {
    /// The largest share drawn, 0 where nothing is.
    pub fn largest(&self) -> f64 {
        let points = self.panels.iter().flat_map(|panel| &panel.points);
        let own = points.flat_map(|point| [point.share, point.range.map(|range| range.high)]);
        let reference = self.reference.iter().map(|given| given.share);
        own.flatten().chain(reference).fold(0.0, f64::max)
    }

    /// The rows of its table: each panel's dates, then the reference's; `name` is the reference's.
    pub fn rows(&self, name: &str) -> Vec<[String; 6]> {
        let own = self.panels.iter().flat_map(|panel| {
            panel.points.iter().map(|point| {
                let Point { date, base, value_label, reference, .. } = point;
                [&panel.label, date, base, value_label, reference, &String::new()]
                    .map(String::clone)
            })
        });
        let reference = self.reference.iter().map(|given| {
            let (date, share) = (given.date.clone(), given.value_label.clone());
            [name.to_owned(), date, String::new(), share, String::new(), given.source.clone()]
        });
        own.chain(reference).collect()
    }
}
