//! How far a conclusion can be trusted when some counts are hidden.
//!
//! Here is [`Conclusion`], used for verdicts and for every other finding that hidden cells can
//! change. Absent: how the possible values are found; that is [`super::hidden`].

use super::verdict::Verdict;

/// Something concluded, with what hidden counts leave of it.
///
/// `Conclusion` alone is about a [`Verdict`]; level equity and diversity without equity use it for
/// their own answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conclusion<T = Verdict> {
    /// Every count it rests on is known.
    Certain(T),
    /// Some counts are hidden, and every filling of them gives this.
    WhateverHidden(T),
    /// It cannot be told. With hidden cells, `possible` holds every value that can be true, and
    /// where there are too many fillings to try perhaps more; with too many of unstated origin,
    /// what the stated people alone would give.
    Undetermined { possible: Vec<T>, why: Why },
}

/// Why something is undetermined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Suppressed or missing cells: collect the figures unsuppressed.
    HiddenCells,
    /// More people without stated origin than the method's limit: collect better figures.
    OriginNotStated,
}

impl<T: Copy + PartialEq> Conclusion<T> {
    /// The value, unless it is undetermined.
    pub fn value(&self) -> Option<T> {
        match self {
            Conclusion::Certain(value) | Conclusion::WhateverHidden(value) => Some(*value),
            Conclusion::Undetermined { .. } => None,
        }
    }

    /// Whether it is this value for sure.
    pub fn is(&self, value: T) -> bool {
        self.value() == Some(value)
    }

    pub fn is_undetermined(&self) -> bool {
        self.value().is_none()
    }

    /// The same, with people without stated origin named as the reason where it is open.
    pub(crate) fn because_if_open(self, of_origin_not_stated: bool) -> Conclusion<T> {
        match self {
            Conclusion::Undetermined { possible, .. } if of_origin_not_stated => {
                Conclusion::Undetermined { possible, why: Why::OriginNotStated }
            }
            other => other,
        }
    }

    /// The conclusion that a set of possible values allows: the only one, or undetermined.
    pub(crate) fn from_possible(possible: Vec<T>) -> Conclusion<T> {
        match possible.as_slice() {
            [only] => Conclusion::WhateverHidden(*only),
            _ => Conclusion::Undetermined { possible, why: Why::HiddenCells },
        }
    }
}
