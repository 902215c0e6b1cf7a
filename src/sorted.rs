//! Sorting, and a map kept as a sorted list, in little code.
//!
//! The map is for a few thousand entries at most, which is all this product has. The page is
//! smaller by the search tree and the sort that the standard library would bring for each type.

/// Sorts in place; what is equal comes in any order.
///
/// A heap sort (J. W. J. Williams 1964): never more than about n log n comparisons. The standard
/// library's sort is faster on long lists but adds some 5 kB to the page for each type it sorts.
///
/// ```
/// let mut people = [28, 6, 150];
/// byspejl::sorted::sort_by(&mut people, |a, b| a < b);
/// assert_eq!(people, [6, 28, 150]);
/// ```
pub fn sort_by<T>(items: &mut [T], is_less: impl Fn(&T, &T) -> bool) {
    let (mut top, mut end) = (items.len() / 2, items.len());
    while end > 1 {
        // First the heap is built from its last parent up, then its largest is taken off.
        if top > 0 {
            top -= 1;
        } else {
            end -= 1;
            items.swap(0, end);
        }
        let mut parent = top;
        loop {
            let mut child = 2 * parent + 1;
            if child + 1 < end && is_less(&items[child], &items[child + 1]) {
                child += 1;
            }
            if child >= end || !is_less(&items[parent], &items[child]) {
                break;
            }
            items.swap(parent, child);
            parent = child;
        }
    }
}

/// Values by key, in the order of the keys; each key once.
#[derive(Clone, Debug, PartialEq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> SortedMap<K, V> {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Puts a value at a key, in place of what was there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// The value at a key, which gets the default value first when it has none.
    pub fn entry(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = match self.place(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, V::default()));
                place
            }
        };
        &mut self.0[place].1
    }

    pub fn remove(&mut self, key: &K) {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Keeps the entries whose key `keep` accepts.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> SortedMap<K, V> {
        let mut map = SortedMap::default();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorting_gives_what_the_standard_library_gives(
            mut items in prop::collection::vec(0..40u8, 0..60)
        ) {
            let mut expected = items.clone();
            expected.sort_unstable();
            sort_by(&mut items, |a, b| a < b);
            prop_assert_eq!(items, expected);
        }
    }

    #[test]
    fn entries_are_found_whatever_order_they_came_in() {
        let mut map: SortedMap<u8, String> =
            [5, 1, 3, 4, 2].map(|key| (key, key.to_string())).into_iter().collect();
        map.insert(3, "three".to_owned());
        map.remove(&4);
        map.entry(6).push('6');
        let values: Vec<&str> = map.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["1", "2", "three", "5", "6"]);
        assert_eq!(map.get(&5).map(String::as_str), Some("5"));
        assert!(!map.contains_key(&4));
    }
}
