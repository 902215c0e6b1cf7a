//! The decision: what is hidden, and for each hidden count two other tables that a reader could
//! not tell from the true one.
//!
//! First every count from 1 to under the threshold is hidden. Then, for each hidden count, walks
//! through hidden scopes are looked for along which people can be exchanged; each is a
//! [`Witness`]: it changes no shown count and leaves none below 0. Where two witnesses with
//! different numbers are lacking, the cheapest walk is opened by hiding what it passes. Hiding more
//! never spoils a witness, and with everything hidden there always is one, so this ends.
//!
//! Absent: words about scopes ([`super::words`]).

use super::counts::{Counts, Figure};
use super::exchange::{Exchange, Layer};
use super::implied::implied;
use super::lattice::{Lattice, Place};
use super::walk::{Walk, cheapest};
use super::witness::{Way, Witness};
use crate::workforce::{Focus, WorkforceTable};

#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub lattice: Lattice,
    pub counts: Counts,
    pub exchanges: Vec<Exchange>,
    pub witnesses: Vec<Witness>,
    threshold: u64,
    /// Per place, the flags of the layers hidden there.
    hidden: Vec<u8>,
    /// Per place and figure, the two first changes of its witnesses; 0 where there is none yet.
    changes: Vec<Vec<[i64; 2]>>,
    /// What the shown counts leave no doubt about.
    implied: Vec<Vec<Option<u64>>>,
}

impl Plan {
    pub fn for_table(table: &WorkforceTable, focus: Focus, threshold: u64) -> Plan {
        let lattice = Lattice::of(table);
        let counts = Counts::of(table, &lattice, focus);
        let mut plan = Plan {
            exchanges: counts.exchanges(),
            witnesses: Vec::new(),
            threshold,
            hidden: vec![0; lattice.places().len()],
            changes: vec![vec![[0; 2]; counts.figures().count()]; lattice.places().len()],
            implied: Vec::new(),
            lattice,
            counts,
        };
        plan.hide_small();
        plan.hide_more();
        plan
    }

    /// Whether a count is hidden by decision; it may still follow from what is shown.
    pub fn is_hidden(&self, place: Place, figure: Figure) -> bool {
        self.counts.layers(figure).into_iter().any(|layer| self.hides(place, layer))
    }

    pub fn hides(&self, place: Place, layer: Layer) -> bool {
        self.hidden[place] & layer.flags() == layer.flags()
    }

    /// The count, where it may be printed.
    pub fn shown(&self, place: Place, figure: Figure) -> Option<u64> {
        match self.is_hidden(place, figure) {
            false => Some(self.counts.value(place, figure)),
            true => self.implied[place][self.counts.position(figure)],
        }
    }

    /// Every count there is.
    pub fn all(&self) -> impl Iterator<Item = (Place, Figure)> + use<> {
        let figures: Vec<Figure> = self.counts.figures().collect();
        let places = self.lattice.places();
        places.flat_map(move |p| figures.clone().into_iter().map(move |f| (p, f)))
    }

    fn hide_small(&mut self) {
        for (place, figure) in self.all() {
            if !self.counts.is_known(place, figure) || self.is_small(place, figure) {
                for layer in self.counts.layers(figure) {
                    self.hidden[place] |= layer.flags();
                }
            }
        }
    }

    fn is_small(&self, place: Place, figure: Figure) -> bool {
        let value = self.counts.value(place, figure);
        0 < value && value < self.threshold
    }

    fn hide_more(&mut self) {
        loop {
            // Hiding more never implies more, so once a round is enough.
            let is_shown = |place, figure| !self.is_hidden(place, figure);
            self.implied = implied(&self.lattice, &self.counts, is_shown);
            let mut is_settled = true;
            for (place, figure) in self.all() {
                if !self.is_hidden(place, figure) || self.is_witnessed(place, figure) {
                    continue;
                }
                self.look(place, figure);
                let is_harmless = self.implied[place][self.counts.position(figure)].is_some()
                    && !self.is_small(place, figure);
                if !is_harmless && !self.is_witnessed(place, figure) {
                    self.open_a_walk(place, figure);
                    is_settled = false;
                }
            }
            if is_settled {
                return;
            }
        }
    }

    fn is_witnessed(&self, place: Place, figure: Figure) -> bool {
        !self.changes[place][self.counts.position(figure)].contains(&0)
    }

    /// Exchanges that change a figure.
    fn changing(&self, figure: Figure) -> Vec<Exchange> {
        let changes = |exchange: &Exchange| exchange.effect(&self.counts, figure) != 0;
        self.exchanges.iter().copied().filter(changes).collect()
    }

    /// Looks for witnesses among walks through what is hidden.
    fn look(&mut self, place: Place, figure: Figure) {
        for exchange in self.changing(figure) {
            if !self.hides(place, exchange.layer) {
                continue;
            }
            for times in [1, 2] {
                for sign in [1, -1] {
                    if self.is_witnessed(place, figure) {
                        return;
                    }
                    if let Some(walk) = self.hidden_walk(&exchange, place, sign, times, |_| 1) {
                        self.keep(exchange, walk, times as i64);
                    }
                }
            }
        }
    }

    /// The cheapest walk through what is hidden that has room for so many exchanges.
    pub fn hidden_walk(
        &self,
        exchange: &Exchange,
        start: Place,
        sign: i64,
        times: u64,
        price: impl Fn(Place) -> u64,
    ) -> Option<Walk> {
        let cost = |place, sign| {
            let has_room = exchange.room(&self.counts, &self.lattice, place, sign) >= times;
            (self.hides(place, exchange.layer) && has_room).then(|| price(place))
        };
        cheapest(&self.lattice, start, sign, cost).map(|(_, walk)| walk)
    }

    fn keep(&mut self, exchange: Exchange, walk: Walk, times: i64) {
        let witness = Witness { exchange, walk, times };
        for &(place, _) in &witness.walk {
            for figure in self.counts.figures() {
                let change = witness.change(&self.counts, place, figure);
                let known = &mut self.changes[place][self.counts.position(figure)];
                if change != 0
                    && !known.contains(&change)
                    && let Some(free) = known.iter_mut().find(|known| **known == 0)
                {
                    *free = change;
                }
            }
        }
        self.witnesses.push(witness);
    }

    /// Hides the cheapest walk that gives a count two witnesses.
    fn open_a_walk(&mut self, place: Place, figure: Figure) {
        let mut best: Option<(u64, Exchange, Way, Walk)> = None;
        for exchange in self.changing(figure) {
            for way in Way::ALL {
                let cost = |place, sign| self.cost(&exchange, way, place, sign);
                let Some((cost, walk)) = cheapest(&self.lattice, place, way.sign(), cost) else {
                    continue;
                };
                if best.as_ref().is_none_or(|known| cost < known.0) {
                    best = Some((cost, exchange, way, walk));
                }
            }
        }
        let Some((_, exchange, way, walk)) = best else {
            // There always is one; should there not be, nothing at all is shown.
            self.hidden.fill(Layer::Base.flags() | Layer::NotStated.flags());
            return;
        };
        for &(place, _) in &walk {
            self.hidden[place] |= exchange.layer.flags();
        }
        for times in way.times() {
            self.keep(exchange, walk.clone(), times);
        }
    }

    /// What a reader loses when a walk passes a place; `None` where the way has no room.
    fn cost(&self, exchange: &Exchange, way: Way, place: Place, sign: i64) -> Option<u64> {
        let room = |sign| exchange.room(&self.counts, &self.lattice, place, sign);
        let has_room = match way {
            Way::Both => room(1) >= 1 && room(-1) >= 1,
            Way::Twice(_) => room(sign) >= 2,
        };
        if !has_room {
            return None;
        }
        if self.hides(place, exchange.layer) {
            return Some(1);
        }
        let people = self.counts.value(place, Figure::Base).min(1_000_000);
        let not_stated = self.counts.value(place, Figure::NotStated);
        if people == 0 && (not_stated == 0 || exchange.layer != Layer::NotStated) {
            // A reader can see that a scope is empty in other ways; it protects nobody.
            return None;
        }
        // The wider a scope, the more people read it; among equals the smallest count goes first.
        let scope = match self.lattice.breadth(place) {
            (false, false) => 1,
            (true, false) => 20,
            (false, true) => 30,
            (true, true) => 400,
        };
        // What can move one way only is the weaker protection.
        let way = match way {
            Way::Both => 1,
            Way::Twice(_) => 2,
        };
        Some(exchange.layer.weight() * scope * way * (1_000 + people))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::{Area, Column, Grouping, Headcount, Level, Row};

    fn plan(grouping: Grouping, areas: usize, counts: &[&[u32]]) -> Plan {
        let rows = counts.len() / areas.max(1);
        let levels = (0..rows).map(|l| Level::named(l.to_string())).collect();
        let names = (0..areas).map(|a| Area { name: a.to_string() }).collect();
        let mut table = WorkforceTable::new(grouping, levels, names).expect("small");
        let stated: Vec<Row> = table.stated_rows().collect();
        for (row, counts) in stated.into_iter().zip(counts) {
            for (&group, &people) in grouping.groups().iter().zip(*counts) {
                let count = Headcount::Known(people);
                table.set(row, Column::Group(group), count).expect("in the table");
            }
        }
        Plan::for_table(&table, Focus::default(), 5)
    }

    /// Every witness agrees with what is shown and has no count below 0.
    fn assert_sound(plan: &Plan) {
        for witness in &plan.witnesses {
            for (place, figure) in plan.all() {
                let change = witness.change(&plan.counts, place, figure);
                let value = plan.counts.value(place, figure) as i64 + change;
                assert!(value >= 0, "{witness:?} at {place} {figure:?}");
                assert!(change == 0 || plan.shown(place, figure).is_none(), "{witness:?} {place}");
            }
            for (parts, total) in plan.lattice.sums() {
                for figure in plan.counts.figures() {
                    let change = |place| witness.change(&plan.counts, place, figure);
                    assert_eq!(parts.iter().map(|&p| change(p)).sum::<i64>(), change(total));
                }
            }
        }
        for (place, figure) in plan.all() {
            if plan.shown(place, figure).is_none() {
                assert!(plan.is_witnessed(place, figure), "{place} {figure:?}");
            } else {
                assert!(!plan.is_small(place, figure), "{place} {figure:?}");
            }
        }
    }

    #[test]
    fn large_counts_are_all_shown() {
        let plan = plan(Grouping::Two, 0, &[&[50, 20], &[40, 0], &[0, 30]]);
        assert!(plan.all().all(|(place, figure)| plan.shown(place, figure).is_some()));
    }

    #[test]
    fn a_small_count_takes_the_smallest_other_with_it() {
        let plan = plan(Grouping::Two, 0, &[&[90, 30], &[40, 20], &[30, 2], &[60, 10]]);
        assert_sound(&plan);
        let hidden: Vec<Place> =
            plan.lattice.places().filter(|&p| plan.shown(p, Figure::Focus).is_none()).collect();
        assert_eq!(hidden, [1, 2]);
        assert!(plan.lattice.places().all(|p| plan.shown(p, Figure::Base).is_some()));
    }

    #[test]
    fn a_small_base_takes_another_base_with_it() {
        let plan = plan(Grouping::Two, 0, &[&[90, 30], &[40, 20], &[3, 0]]);
        assert_sound(&plan);
        let hidden: Vec<Place> =
            plan.lattice.places().filter(|&p| plan.shown(p, Figure::Base).is_none()).collect();
        assert_eq!(hidden, [1, 2]);
    }

    #[test]
    fn what_can_give_in_one_direction_only_gives_twice() {
        // Nobody on the first level, everybody on the second: one takes, the other gives.
        let plan = plan(Grouping::Two, 0, &[&[50, 0], &[0, 60], &[20, 3]]);
        assert_sound(&plan);
        let shown: Vec<bool> =
            plan.lattice.places().map(|p| plan.shown(p, Figure::Focus).is_some()).collect();
        assert_eq!(shown, [false, true, false, true, true]);
    }

    #[test]
    fn where_no_other_scope_helps_the_whole_is_hidden() {
        let plan = plan(Grouping::Two, 0, &[&[50, 3]]);
        assert_sound(&plan);
        assert!(plan.lattice.places().all(|p| p == 1 || plan.shown(p, Figure::Focus).is_none()));
    }

    #[test]
    fn nobody_is_no_protection() {
        let plan = plan(Grouping::Two, 0, &[&[90, 30], &[0, 0], &[3, 0]]);
        assert_sound(&plan);
        assert_eq!(plan.shown(1, Figure::Base), Some(0));
    }

    #[test]
    fn small_groups_hide_groups_and_leave_the_focus_group_shown() {
        let counts: &[&[u32]] = &[&[50, 6, 20, 7, 1], &[40, 9, 14, 6, 8], &[60, 9, 11, 5, 7]];
        let plan = plan(Grouping::Five, 0, counts);
        assert_sound(&plan);
        assert!(plan.lattice.places().all(|p| plan.shown(p, Figure::Focus).is_some()));
        assert_eq!(plan.shown(0, Figure::Group(4)), None);
        assert_eq!(plan.shown(0, Figure::Group(0)), Some(50));
    }

    #[test]
    fn a_small_cell_takes_a_rectangle_with_it() {
        let counts: &[&[u32]] = &[
            &[50, 3],
            &[40, 20],
            &[30, 9],
            &[60, 30],
            &[50, 25],
            &[45, 11],
            &[40, 9],
            &[35, 8],
            &[30, 6],
        ];
        let plan = plan(Grouping::Two, 3, counts);
        assert_sound(&plan);
        let hidden = plan.lattice.places().filter(|&p| plan.shown(p, Figure::Focus).is_none());
        assert_eq!(hidden.count(), 4);
    }

    #[test]
    fn tables_of_every_shape_are_sound() {
        let mut seed = 7_u64;
        let mut chance = |limit: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % limit
        };
        for round in 0..120 {
            let grouping = Grouping::ALL[round % 4];
            let (levels, areas) = (1 + chance(5) as usize, chance(5) as usize);
            let most = [2, 6, 15, 80][chance(4) as usize];
            let counts: Vec<Vec<u32>> = (0..levels * areas.max(1))
                .map(|_| grouping.groups().iter().map(|_| chance(most) as u32).collect())
                .collect();
            let counts: Vec<&[u32]> = counts.iter().map(Vec::as_slice).collect();
            assert_sound(&plan(grouping, areas, &counts));
        }
    }
}
