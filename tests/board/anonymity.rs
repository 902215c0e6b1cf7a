//! Nothing that is summed points at fewer than three organisations, however sums are combined.

use super::entries::*;
use byspejl::board::{Entry, FEWEST, Pooled};
use byspejl::workforce::Sector;
use proptest::prelude::*;

fn pooled(entries: Vec<Entry>) -> Option<Pooled> {
    roll(entries).summary(today()).pooled
}

#[test]
fn two_organisations_are_never_summed_and_three_are() {
    assert_eq!(pooled(vec![pledge("A"), pledge("B")]), None);
    assert!(pooled(vec![pledge("A"), pledge("B"), pledge("C")]).is_some());
}

#[test]
fn two_organisations_with_three_files_are_two() {
    let again = Entry { fingerprint: 1, written: day("2026-04-01"), ..pledge("A") };
    assert_eq!(pooled(vec![pledge("A"), again, pledge("B")]), None);
}

#[test]
fn a_sector_of_two_takes_another_sector_with_it() {
    let of = |sector, names: &[&str]| -> Vec<Entry> {
        names.iter().map(|name| Entry { sector, ..pledge(name) }).collect()
    };
    let mut entries = of(Some(Sector::Private), &["A", "B", "C", "D", "E"]);
    entries.extend(of(Some(Sector::Public), &["F", "G"]));
    entries.extend(of(None, &["H", "I", "J"]));
    let told = pooled(entries).expect("ten organisations");
    let shown: Vec<_> = told.sectors.iter().map(|of| of.people.map(|sum| sum.pledges)).collect();
    // The two public ones would be the total less the others; so the smallest other goes as well.
    assert_eq!(shown, [Some(5), None, None]);
    assert_eq!(told.people.map(|sum| sum.pledges), Some(10));
}

#[test]
fn a_level_of_two_has_no_sum() {
    let mut entries = vec![pledge("A"), pledge("B"), pledge("C")];
    entries[2].targets = vec![called("Butik", 20, 5, 6)];
    let told = pooled(entries).expect("three organisations");
    assert!(told.levels.iter().all(|level| level.sum.is_none()), "{:?}", told.levels);
    assert!(
        told.levels
            .iter()
            .all(|level| level.level != Some(byspejl::board::LevelName::Own("Butik".to_owned())))
    );
}

#[test]
fn one_organisation_with_three_rare_levels_is_not_three() {
    let mut entries = vec![pledge("A"), pledge("B"), pledge("C")];
    let levels = ["Kokke", "Lodser", "Styrmænd"];
    entries[0].targets = levels.map(|name| called(name, 20, 5, 6)).to_vec();
    let told = pooled(entries).expect("three organisations");
    assert!(told.levels.iter().all(|level| level.sum.is_none()), "{:?}", told.levels);
}

/// Which organisations a sum is over, as bits.
fn sums(entries: &[Entry], told: &Pooled) -> Vec<u32> {
    let of = |sector: Option<Option<Sector>>| -> u32 {
        let chosen = entries.iter().enumerate().filter(|(_, entry)| {
            entry.people.is_some() && sector.is_none_or(|sector| entry.sector == sector)
        });
        chosen.map(|(place, _)| 1 << place).sum()
    };
    let sectors = told.sectors.iter().filter(|total| total.people.is_some());
    sectors.map(|total| of(Some(total.sector))).chain(told.people.map(|_| of(None))).collect()
}

proptest! {
    /// Sectors do not overlap, so what can be worked out is the total less some of them.
    #[test]
    fn no_total_less_its_sectors_leaves_fewer_than_three(
        kinds in prop::collection::vec((0..3_u8, prop::bool::weighted(0.8)), 3..12)
    ) {
        let entries: Vec<Entry> = kinds.iter().enumerate().map(|(place, &(kind, shows))| {
            let sector = [Some(Sector::Private), Some(Sector::Public), None][usize::from(kind)];
            let entry = Entry { sector, ..pledge(&format!("Organisation {place}")) };
            if shows { entry } else { internal(entry) }
        }).collect();
        let told = pooled(entries.clone()).expect("three or more");
        let sums = sums(&entries, &told);
        for sum in &sums {
            prop_assert!(sum.count_ones() as usize >= FEWEST, "{sum:b}");
        }
        if let Some((total, sectors)) = sums.split_last().filter(|_| told.people.is_some()) {
            for chosen in 0..1_u32 << sectors.len() {
                let taken: u32 = sectors.iter().enumerate()
                    .filter(|(place, _)| chosen & (1 << place) != 0)
                    .map(|(_, sum)| sum).sum();
                let left = (total - taken).count_ones() as usize;
                prop_assert!(left == 0 || left >= FEWEST, "{total:b} less {taken:b}");
            }
        }
    }
}
