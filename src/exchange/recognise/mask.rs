//! Origin groups as sets, so that headings over headings can be cut with each other.

use crate::workforce::{Column, Grouping, Origin};

/// A set of Statistics Denmark's five groups and of the people whose origin is not stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mask(u8);

impl Mask {
    pub const NONE: Mask = Mask(0);
    pub const DANISH: Mask = Mask(1);
    pub const IMMIGRANTS: Mask = Mask(2 | 4);
    pub const DESCENDANTS: Mask = Mask(8 | 16);
    pub const WESTERN: Mask = Mask(2 | 8);
    pub const NON_WESTERN: Mask = Mask(4 | 16);
    /// Immigrants and descendants.
    pub const FOREIGN: Mask = Mask(30);
    pub const NOT_STATED: Mask = Mask(32);
    /// Everybody.
    pub const ALL: Mask = Mask(63);

    pub fn and(self, other: Mask) -> Mask {
        Mask(self.0 & other.0)
    }

    pub fn or(self, other: Mask) -> Mask {
        Mask(self.0 | other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn includes(self, part: Mask) -> bool {
        part.0 & !self.0 == 0
    }

    /// The set of a group.
    pub fn of(origin: Origin) -> Mask {
        match origin {
            Origin::Danish => Mask::DANISH,
            Origin::ImmigrantWestern => Mask::IMMIGRANTS.and(Mask::WESTERN),
            Origin::ImmigrantNonWestern => Mask::IMMIGRANTS.and(Mask::NON_WESTERN),
            Origin::DescendantWestern => Mask::DESCENDANTS.and(Mask::WESTERN),
            Origin::DescendantNonWestern => Mask::DESCENDANTS.and(Mask::NON_WESTERN),
            Origin::ImmigrantOrDescendant => Mask::FOREIGN,
            Origin::Immigrant => Mask::IMMIGRANTS,
            Origin::Descendant => Mask::DESCENDANTS,
            Origin::Western => Mask::WESTERN,
            Origin::NonWestern => Mask::NON_WESTERN,
        }
    }

    /// The group that is exactly this set.
    pub fn origin(self) -> Option<Origin> {
        Origin::ALL.into_iter().find(|origin| Mask::of(*origin) == self)
    }

    /// The column of a table that holds exactly this set.
    pub fn column(self) -> Option<Column> {
        match self {
            Mask::NOT_STATED => Some(Column::OriginNotStated),
            set => set.origin().map(Column::Group),
        }
    }
}

/// The finest grouping that the sets of a file fill: all of its groups, or as many as any.
///
/// `None` when no set is a group at all.
pub fn finest(sets: &[Mask]) -> Option<Grouping> {
    let filled = |grouping: Grouping| {
        let groups = grouping.groups().iter();
        let found = groups.filter(|group| sets.contains(&Mask::of(**group))).count();
        (found == grouping.groups().len(), found)
    };
    let whole =
        [Grouping::Five, Grouping::ThreeByGeneration, Grouping::ThreeByRegion, Grouping::Two];
    let complete = whole.into_iter().find(|grouping| filled(*grouping).0);
    complete.or_else(|| {
        // In a tie the coarser one: the file says nothing of the finer groups.
        let best = whole.into_iter().rev().fold((0, None), |best, grouping| {
            let (_, found) = filled(grouping);
            let foreign = grouping
                .groups()
                .iter()
                .any(|group| *group != Origin::Danish && sets.contains(&Mask::of(*group)));
            let found = if foreign { found * 2 } else { found };
            if found > best.0 { (found, Some(grouping)) } else { best }
        });
        best.1
    })
}

/// Whether every group of a grouping has its set.
pub fn is_complete(sets: &[Mask], grouping: Grouping) -> bool {
    grouping.groups().iter().all(|group| sets.contains(&Mask::of(*group)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_over_a_heading_cuts_it() {
        let western_immigrants = Mask::IMMIGRANTS.and(Mask::WESTERN);
        assert_eq!(western_immigrants.origin(), Some(Origin::ImmigrantWestern));
        assert_eq!(Mask::FOREIGN.and(Mask::ALL).origin(), Some(Origin::ImmigrantOrDescendant));
    }

    #[test]
    fn the_finest_complete_grouping_wins() {
        let five = Grouping::Five.groups().iter().map(|group| Mask::of(*group));
        let mut sets: Vec<Mask> = five.collect();
        sets.push(Mask::IMMIGRANTS);
        assert_eq!(finest(&sets), Some(Grouping::Five));
        assert_eq!(finest(&[Mask::DANISH, Mask::FOREIGN]), Some(Grouping::Two));
        assert_eq!(finest(&[Mask::FOREIGN]), Some(Grouping::Two));
        assert_eq!(finest(&[Mask::DANISH]), Some(Grouping::Two));
        assert_eq!(finest(&[Mask::NON_WESTERN]), Some(Grouping::ThreeByRegion));
        assert_eq!(finest(&[Mask::ALL]), None);
    }
}
