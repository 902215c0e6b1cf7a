//! Closed walks through the lattice: the ways to change one count that change no sum.
//!
//! Here is [`cheapest`], a shortest path by Dijkstra (1959), and [`Walk`]. Absent: what a step
//! costs; that is the asker's.

use super::lattice::{Lattice, Node, Place};

/// Places with the sign by which each changes; a circulation, so every sum is kept.
pub(super) type Walk = Vec<(Place, i64)>;

/// The cheapest closed walk that passes `start` with `sign`, each place at most once.
///
/// `cost` gives what passing a place with a sign costs, `None` where it may not be passed. `None`
/// when there is no walk. Of several as cheap, the same one every time.
pub(super) fn cheapest(
    lattice: &Lattice,
    start: Place,
    sign: i64,
    cost: impl Fn(Place, i64) -> Option<u64>,
) -> Option<(u64, Walk)> {
    let own = cost(start, sign)?;
    let (from, to) = lattice.ends(start);
    let (source, goal) = if sign > 0 { (to, from) } else { (from, to) };
    let nodes = lattice.open() + 1;
    let mut least: Vec<Option<u64>> = vec![None; nodes];
    let mut before: Vec<Option<(Node, Place, i64)>> = vec![None; nodes];
    let mut is_done = vec![false; nodes];
    least[source] = Some(0);
    while let Some(node) = nearest(&least, &is_done) {
        if node == goal {
            break;
        }
        is_done[node] = true;
        let Some(so_far) = least[node] else { break };
        for step in lattice.steps(node) {
            if is_done[step.to] || step.place == start {
                continue;
            }
            let Some(more) = cost(step.place, step.sign) else { continue };
            let total = so_far.saturating_add(more);
            if least[step.to].is_none_or(|known| total < known) {
                least[step.to] = Some(total);
                before[step.to] = Some((node, step.place, step.sign));
            }
        }
    }
    let total = least[goal]?.saturating_add(own);
    let mut walk = vec![(start, sign)];
    let mut node = goal;
    while node != source {
        let (earlier, place, sign) = before[node]?;
        walk.push((place, sign));
        node = earlier;
    }
    Some((total, walk))
}

fn nearest(least: &[Option<u64>], is_done: &[bool]) -> Option<Node> {
    let open = least.iter().enumerate().filter(|(node, _)| !is_done[*node]);
    open.filter_map(|(node, least)| Some(((*least)?, node))).min().map(|(_, node)| node)
}

#[cfg(test)]
mod tests {
    use super::super::lattice::tests::lattice;
    use super::*;

    #[test]
    fn a_walk_changes_no_sum() {
        for (levels, areas) in [(0, 0), (4, 0), (0, 3), (3, 3)] {
            let lattice = lattice(levels, areas);
            for start in lattice.places() {
                for sign in [1, -1] {
                    let (_, walk) = cheapest(&lattice, start, sign, |_, _| Some(1))
                        .expect("everything may be passed");
                    let change =
                        |place| walk.iter().filter(|s| s.0 == place).map(|s| s.1).sum::<i64>();
                    assert_eq!(change(start), sign);
                    for (parts, total) in lattice.sums() {
                        let sum: i64 = parts.into_iter().map(change).sum();
                        assert_eq!(sum, change(total), "{levels} x {areas}: {walk:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_may_not_be_passed_is_gone_round_or_gives_no_walk() {
        let lattice = lattice(3, 0);
        let whole = lattice.places().len() - 1;
        let (_, walk) = cheapest(&lattice, 0, 1, |place, _| (place != whole).then_some(1))
            .expect("another level");
        assert_eq!(walk.len(), 2);
        assert_eq!(cheapest(&lattice, 0, 1, |place, _| (place == 0).then_some(1)), None);
    }
}
