//! The levels and areas of a file as those of the draft, with identifiers.
//!
//! Read next: [`super::into_work`].

use crate::exchange::reading::LevelName;
use crate::pledge::LineId;
use crate::session::{Name, NamedPart, PartId, Work};
use crate::workforce::{MAX_AREAS, MAX_LEVELS};

/// Identifiers that a new level or area may not have.
pub(super) struct Identifiers {
    /// Those of the present draft, and those that something in the pledge is said about.
    known: Vec<u32>,
    given: Vec<u32>,
}

impl Identifiers {
    pub(super) fn of(work: &Work) -> Identifiers {
        let parts = work.draft.levels.iter().chain(&work.draft.areas).map(|part| part.id.0);
        let lines = work.pledge.lines.keys().chain(&work.pledge.removed);
        let targets = lines.filter_map(|line| match line {
            LineId::Target(key) => key.parse::<u32>().ok(),
            LineId::Measure(_) | LineId::Own(_) => None,
        });
        Identifiers { known: parts.chain(targets).collect(), given: Vec::new() }
    }

    /// A part with the identifier of the present one that `is_same`, or with a new one.
    fn part(
        &mut self,
        name: Name,
        present: &[NamedPart],
        is_same: impl Fn(&Name) -> bool,
    ) -> NamedPart {
        let is_free = |part: &&NamedPart| is_same(&part.name) && !self.given.contains(&part.id.0);
        let kept = present.iter().find(is_free).map(|part| part.id.0);
        let id = kept.unwrap_or_else(|| {
            let mut id = 1;
            while self.known.contains(&id) || self.given.contains(&id) {
                id += 1;
            }
            id
        });
        self.given.push(id);
        NamedPart { id: PartId(id), name }
    }
}

/// The levels of the file; one for everybody where it has none.
pub(super) fn levels(
    read: &[LevelName],
    present: &[NamedPart],
    identifiers: &mut Identifiers,
) -> Vec<NamedPart> {
    if read.is_empty() {
        let name = Name::Numbered(1);
        return vec![identifiers.part(name.clone(), present, |known| *known == name)];
    }
    let part = |level: &LevelName| {
        let name = level.preset.map_or_else(|| Name::Own(level.name.clone()), Name::Preset);
        identifiers
            .part(name.clone(), present, |known| *known == name || is_called(known, &level.name))
    };
    read.iter().take(MAX_LEVELS).map(part).collect()
}

/// The areas of the file.
pub(super) fn areas(
    read: &[String],
    present: &[NamedPart],
    identifiers: &mut Identifiers,
) -> Vec<NamedPart> {
    let part = |name: &String| {
        identifiers.part(Name::Own(name.clone()), present, |known| is_called(known, name))
    };
    read.iter().take(MAX_AREAS).map(part).collect()
}

fn is_called(known: &Name, name: &str) -> bool {
    matches!(known, Name::Own(own) if own.trim() == name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::PresetLevel;

    #[test]
    fn a_level_that_was_there_keeps_its_identifier_and_a_new_one_gets_its_own() {
        let mut present = Work::default();
        let edited = PartId(40);
        present.pledge.removed.push(LineId::Target("1".to_owned()));
        present.draft.levels.push(NamedPart { id: edited, name: Name::Own("Vagter".to_owned()) });
        present.draft.levels.remove(0);
        let before = present.draft.clone();
        let own = |name: &str| LevelName { name: name.to_owned(), preset: None };
        let mut read = ["Nye", " Vagter ", "Flere"].map(own).to_vec();
        let preset = Some(PresetLevel::Management);
        read.push(LevelName { name: "1 Ledelsesarbejde".to_owned(), preset });
        let after = levels(&read, &before.levels, &mut Identifiers::of(&present));
        assert_eq!(after[1].id, edited);
        let management = Name::Preset(PresetLevel::Management);
        let known = before.levels.iter().find(|part| part.name == management).expect("a default");
        assert_eq!(after[3], *known);
        for new in [&after[0], &after[2]] {
            assert!(new.id != PartId(1), "the pledge still speaks of it");
            assert!(!before.levels.iter().chain(&before.areas).any(|part| part.id == new.id));
        }
        assert_ne!(after[0].id, after[2].id);
    }
}
