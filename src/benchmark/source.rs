//! Where a figure comes from, and how far it can be trusted.

use super::Bilingual;
use std::borrow::Cow;

/// How a figure came to stand as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// As its publisher printed it.
    Reported,
    /// Computed from reported figures; how, in words.
    Derived(Bilingual),
}

/// Under which terms the figure may be reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Statistics Denmark: free reuse with attribution.
    CcBy4,
    /// Figures quoted from a published text.
    Quotation,
}

/// How firmly a figure stands: how it was read and how exact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Read in somebody else's text, with no table named.
    Medium,
    /// Computed from official figures, or an official figure in a second hand.
    MediumHigh,
    /// An official table or publication, or a machine extract of one.
    High,
}

/// Who published a figure, where it stands and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub publisher: Bilingual,
    pub title: Cow<'static, str>,
    /// The publisher's table, for example "FOLK1E", or that none is named.
    pub table: Bilingual,
    /// Where the publisher shows the table.
    pub primary_url: Cow<'static, str>,
    /// Where the figure was read.
    pub read_url: Cow<'static, str>,
    pub licence: Licence,
    /// Whether the figure was read in somebody else's text, and neither in the publisher's own
    /// table or publication nor in a machine extract of it.
    pub is_secondary: bool,
}

impl Source {
    /// Whether nothing that a reader needs to find the figure is missing.
    pub fn is_complete(&self) -> bool {
        [
            &self.publisher.da,
            &self.publisher.en,
            &self.title,
            &self.table.da,
            &self.table.en,
            &self.primary_url,
            &self.read_url,
        ]
        .into_iter()
        .all(|part| !part.trim().is_empty())
    }
}
