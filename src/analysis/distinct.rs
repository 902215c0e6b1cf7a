//! Which quadruples of counts have been met.
//!
//! Here is [`Distinct`], a hash table of one type of key, so that the page carries no search tree
//! of the standard library for each type of its own. Absent: what is known of a quadruple; see
//! [`super::measures`].

use crate::sorted::sort_by;

/// Quadruples of counts, each kept once. Shorter keys are filled up with zeros.
#[derive(Clone, Debug, Default)]
pub(crate) struct Distinct {
    /// In the order they were first met.
    keys: Vec<[u64; 4]>,
    /// One more than the place of a key, 0 where free; a power of two of them, at most half taken.
    slots: Vec<u32>,
}

impl Distinct {
    /// How many different keys came before this one was first met; keeps it when it is new.
    pub fn place(&mut self, key: [u64; 4]) -> usize {
        if self.slots.len() <= 2 * self.keys.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.keys.push(key);
            self.slots[slot] = self.keys.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    /// Whether the key is new; keeps it.
    pub fn insert(&mut self, key: [u64; 4]) -> bool {
        let before = self.keys.len();
        self.place(key) == before
    }

    /// The keys in ascending order.
    pub fn sorted(mut self) -> Vec<[u64; 4]> {
        sort_by(&mut self.keys, |a, b| a < b);
        self.keys
    }

    /// Where the key stands, or the free slot where it would.
    fn slot(&self, key: [u64; 4]) -> usize {
        // Multiplying by the golden ratio spreads neighbours (Knuth 1973, section 6.4); the upper
        // half is the mixed one.
        let mixed =
            key.iter().fold(0u64, |all, part| (all ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mask = self.slots.len() - 1;
        let mut slot = (mixed >> 32) as usize & mask;
        while self.slots[slot] != 0 && self.keys[self.slots[slot] as usize - 1] != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(16)];
        for place in 0..self.keys.len() {
            let slot = self.slot(self.keys[place]);
            self.slots[slot] = place as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_key_met_again_has_its_old_place() {
        let mut met = Distinct::default();
        let places = [[7, 1, 0, 0], [1, 7, 0, 0], [7, 1, 0, 0], [0; 4]].map(|key| met.place(key));
        assert_eq!(places, [0, 1, 0, 2]);
    }

    proptest! {
        #[test]
        fn each_key_is_kept_once_and_they_come_in_order(
            keys in prop::collection::vec(prop::array::uniform4(0..6u64), 0..400)
        ) {
            let mut met = Distinct::default();
            for key in &keys {
                met.place(*key);
            }
            let expected: BTreeSet<[u64; 4]> = keys.into_iter().collect();
            prop_assert_eq!(met.sorted(), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
