//! Where the figures come from, who the employer is, and what is left out.

/// Where the figures come from. Decides the warning beside every verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DataQuality {
    /// A table from Statistics Denmark or another official register.
    #[default]
    OfficialTable,
    /// A voluntary anonymous survey run by an independent third party.
    IndependentSurvey,
    /// Somebody's estimate ("skøn"); marked on every result and on the pledge.
    Estimate,
}

impl DataQuality {
    pub const ALL: [DataQuality; 3] =
        [DataQuality::OfficialTable, DataQuality::IndependentSurvey, DataQuality::Estimate];
}

/// Private or public employer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sector {
    #[default]
    Private,
    Public,
}

/// Whether outsourced work, such as cleaning, is among the figures.
///
/// Outsourcing hides the lowest step, so a mirror without it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutsourcedWork {
    #[default]
    NotAnswered,
    /// Nothing that the organisation depends on daily is outsourced.
    None,
    /// Some work is outsourced and those people are counted.
    Included,
    /// Some work is outsourced and those people are left out.
    LeftOut,
}

impl OutsourcedWork {
    pub const ALL: [OutsourcedWork; 4] = [
        OutsourcedWork::NotAnswered,
        OutsourcedWork::None,
        OutsourcedWork::Included,
        OutsourcedWork::LeftOut,
    ];
}
