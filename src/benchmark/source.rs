//! Where a figure comes from.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Statistics Denmark: free reuse with attribution.
    CcBy4,
    /// Figures quoted from a published text.
    Quotation,
}

/// Who published a figure, where it stands and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub publisher: Cow<'static, str>,
    pub title: Cow<'static, str>,
    /// The publisher's table, for example "FOLK1E".
    pub table: Cow<'static, str>,
    /// Where the publisher shows the table.
    pub primary_url: Cow<'static, str>,
    /// Where the figure was read.
    pub read_url: Cow<'static, str>,
    pub licence: Licence,
    /// Whether the figure was read somewhere else than at its publisher.
    pub is_secondary: bool,
}

impl Source {
    /// Whether nothing that a reader needs to find the figure is missing.
    pub fn is_complete(&self) -> bool {
        [&self.publisher, &self.title, &self.table, &self.primary_url, &self.read_url]
            .into_iter()
            .all(|part| !part.trim().is_empty())
    }
}
