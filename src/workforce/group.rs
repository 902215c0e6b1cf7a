//! Origin groups (Statistics Denmark, "herkomst"), how they add up, and the focus group.

/// One origin group, fine or coarse.
///
/// The five fine groups partition everybody whose origin is stated; each coarse group is a
/// union of fine ones. Definitions: Statistics Denmark, "Indvandrere og efterkommere".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Danish,
    ImmigrantWestern,
    ImmigrantNonWestern,
    DescendantWestern,
    DescendantNonWestern,
    ImmigrantOrDescendant,
    Immigrant,
    Descendant,
    Western,
    NonWestern,
}

const DANISH: u8 = 1;
const IMMIGRANT_WESTERN: u8 = 2;
const IMMIGRANT_NON_WESTERN: u8 = 4;
const DESCENDANT_WESTERN: u8 = 8;
const DESCENDANT_NON_WESTERN: u8 = 16;

impl Origin {
    /// Every group that has an identifier.
    pub const ALL: [Origin; 10] = [
        Origin::Danish,
        Origin::ImmigrantWestern,
        Origin::ImmigrantNonWestern,
        Origin::DescendantWestern,
        Origin::DescendantNonWestern,
        Origin::ImmigrantOrDescendant,
        Origin::Immigrant,
        Origin::Descendant,
        Origin::Western,
        Origin::NonWestern,
    ];

    /// The stable identifier used in files, for example `immigrant_or_descendant`.
    pub fn id(self) -> &'static str {
        match self {
            Origin::Danish => "danish_origin",
            Origin::ImmigrantWestern => "immigrant_western",
            Origin::ImmigrantNonWestern => "immigrant_non_western",
            Origin::DescendantWestern => "descendant_western",
            Origin::DescendantNonWestern => "descendant_non_western",
            Origin::ImmigrantOrDescendant => "immigrant_or_descendant",
            Origin::Immigrant => "immigrant",
            Origin::Descendant => "descendant",
            Origin::Western => "western",
            Origin::NonWestern => "non_western",
        }
    }

    /// The group with this identifier, if there is one.
    pub fn from_id(id: &str) -> Option<Origin> {
        Origin::ALL.into_iter().find(|origin| origin.id() == id)
    }

    /// Whether everybody in `part` is also in this group; every group includes itself.
    pub fn includes(self, part: Origin) -> bool {
        part.fine() & !self.fine() == 0
    }

    /// Whether these groups, which must not overlap, make up exactly this one.
    pub fn is_made_of(self, parts: &[Origin]) -> bool {
        parts.iter().fold(0, |all, part| all | part.fine()) == self.fine()
    }

    /// The fine groups it is made of, one bit each.
    fn fine(self) -> u8 {
        match self {
            Origin::Danish => DANISH,
            Origin::ImmigrantWestern => IMMIGRANT_WESTERN,
            Origin::ImmigrantNonWestern => IMMIGRANT_NON_WESTERN,
            Origin::DescendantWestern => DESCENDANT_WESTERN,
            Origin::DescendantNonWestern => DESCENDANT_NON_WESTERN,
            Origin::ImmigrantOrDescendant => Origin::Immigrant.fine() | Origin::Descendant.fine(),
            Origin::Immigrant => IMMIGRANT_WESTERN | IMMIGRANT_NON_WESTERN,
            Origin::Descendant => DESCENDANT_WESTERN | DESCENDANT_NON_WESTERN,
            Origin::Western => IMMIGRANT_WESTERN | DESCENDANT_WESTERN,
            Origin::NonWestern => IMMIGRANT_NON_WESTERN | DESCENDANT_NON_WESTERN,
        }
    }
}

/// How finely people are divided by origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Danish origin; immigrants and descendants.
    #[default]
    Two,
    /// Danish origin; from Western countries; from non-Western countries.
    ThreeByRegion,
    /// Danish origin; immigrants; descendants.
    ThreeByGeneration,
    /// The five fine groups.
    Five,
}

impl Grouping {
    pub const ALL: [Grouping; 4] =
        [Grouping::Two, Grouping::ThreeByRegion, Grouping::ThreeByGeneration, Grouping::Five];

    /// The groups in their fixed order; Danish origin is always first.
    pub fn groups(self) -> &'static [Origin] {
        match self {
            Grouping::Two => &[Origin::Danish, Origin::ImmigrantOrDescendant],
            Grouping::ThreeByRegion => &[Origin::Danish, Origin::Western, Origin::NonWestern],
            Grouping::ThreeByGeneration => &[Origin::Danish, Origin::Immigrant, Origin::Descendant],
            Grouping::Five => &[
                Origin::Danish,
                Origin::ImmigrantWestern,
                Origin::ImmigrantNonWestern,
                Origin::DescendantWestern,
                Origin::DescendantNonWestern,
            ],
        }
    }
}

/// The union of groups whose share is examined. Default: immigrants and descendants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Focus(u8);

impl Focus {
    /// The union of the given groups; `None` when it would hold nobody or everybody,
    /// because then there is nothing to compare.
    pub fn of(groups: &[Origin]) -> Option<Focus> {
        let fine = groups.iter().fold(0, |all, group| all | group.fine());
        let everybody = DANISH | Origin::ImmigrantOrDescendant.fine();
        (fine != 0 && fine != everybody).then_some(Focus(fine))
    }

    /// Whether the whole group lies inside the focus group.
    pub fn contains(self, group: Origin) -> bool {
        group.fine() & !self.0 == 0
    }

    /// Whether the group lies wholly outside the focus group.
    pub fn excludes(self, group: Origin) -> bool {
        group.fine() & self.0 == 0
    }

    /// Whether counts in this grouping can be split at the border of the focus group:
    /// every group lies wholly inside or wholly outside.
    pub fn is_countable_in(self, groups: &[Origin]) -> bool {
        groups.iter().all(|&group| self.contains(group) || self.excludes(group))
    }

    /// The groups one can look at in this grouping, each of which makes a focus group: first all
    /// immigrants and descendants, then what they are made of, the finest last.
    pub fn choices(grouping: Grouping) -> impl Iterator<Item = Origin> {
        let order = [
            Origin::ImmigrantOrDescendant,
            Origin::NonWestern,
            Origin::Western,
            Origin::Immigrant,
            Origin::Descendant,
        ];
        let fine = Grouping::Five.groups().iter().copied().filter(|&group| group != Origin::Danish);
        order
            .into_iter()
            .chain(fine)
            .filter(move |&group| Focus(group.fine()).is_countable_in(grouping.groups()))
    }

    /// The one group, coarse or fine, that it consists of; `None` for a union without a name.
    pub fn named(self) -> Option<Origin> {
        Origin::ALL.into_iter().find(|group| group.fine() == self.0)
    }

    /// The fine groups it is made of, in their fixed order.
    pub fn fine_groups(self) -> impl Iterator<Item = Origin> {
        Grouping::Five.groups().iter().copied().filter(move |&group| self.contains(group))
    }

    /// Whether everybody outside the focus group is of Danish origin.
    pub fn is_everyone_but_danish(self) -> bool {
        self == Focus::default()
    }
}

impl Default for Focus {
    fn default() -> Focus {
        Focus(Origin::ImmigrantOrDescendant.fine())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grouping_splits_everybody_exactly_once() {
        for grouping in Grouping::ALL {
            let sum: u32 = grouping.groups().iter().map(|g| u32::from(g.fine())).sum();
            assert_eq!(sum, 31, "{grouping:?}");
        }
    }

    #[test]
    fn a_fine_focus_cannot_be_counted_in_coarse_groups() {
        let non_western = Focus::of(&[Origin::NonWestern]).expect("a proper part of everybody");
        assert!(non_western.is_countable_in(Grouping::Five.groups()));
        assert!(non_western.is_countable_in(Grouping::ThreeByRegion.groups()));
        assert!(!non_western.is_countable_in(Grouping::ThreeByGeneration.groups()));
        assert!(!non_western.is_countable_in(Grouping::Two.groups()));
    }

    #[test]
    fn one_can_look_at_no_group_finer_than_the_figures() {
        let choices = |grouping| Focus::choices(grouping).collect::<Vec<_>>();
        assert_eq!(choices(Grouping::Two), [Origin::ImmigrantOrDescendant]);
        assert_eq!(
            choices(Grouping::ThreeByRegion),
            [Origin::ImmigrantOrDescendant, Origin::NonWestern, Origin::Western]
        );
        assert_eq!(choices(Grouping::Five).len(), 9);
    }

    #[test]
    fn nobody_and_everybody_are_no_focus_groups() {
        assert_eq!(Focus::of(&[]), None);
        assert_eq!(Focus::of(&[Origin::Danish, Origin::ImmigrantOrDescendant]), None);
    }

    #[test]
    fn identifiers_lead_back_to_their_groups() {
        for origin in Origin::ALL {
            assert_eq!(Origin::from_id(origin.id()), Some(origin));
        }
        assert_eq!(Origin::from_id("citizenship"), None);
    }
}
