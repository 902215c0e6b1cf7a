//! Laws of the yearly projection: people are conserved, and a required share does what it says.

use byspejl::stats::projection::{Level, flows, next_year, path, required_outside_share};
use proptest::prelude::*;

fn levels(fewest: u32) -> impl Strategy<Value = Vec<Level>> {
    let level = (fewest..500, 0.0..=1.0, -0.2..0.2, 0.0..0.4, 0.0..=1.0, 0.0..=1.0);
    prop::collection::vec(level, 1..9).prop_map(|levels| {
        levels
            .into_iter()
            .map(|(headcount, share, growth, exit_rate, filled_from_below, outside_share)| Level {
                headcount: f64::from(headcount),
                focus: share * f64::from(headcount),
                growth,
                exit_rate,
                filled_from_below,
                outside_share,
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn nobody_appears_or_vanishes_in_a_year(levels in levels(0)) {
        let flows = flows(&levels);
        for ((before, after), flow) in levels.iter().zip(next_year(&levels)).zip(&flows) {
            let moved = flow.promoted_in + flow.hired - flow.leaving - flow.promoted_out;
            prop_assert!((before.headcount + moved - after.headcount).abs() < 1e-9);
            prop_assert!(flow.hired >= 0.0 && flow.leaving >= 0.0 && flow.promoted_in >= 0.0);
        }
        for step in flows.windows(2) {
            prop_assert_eq!(step[0].promoted_out, step[1].promoted_in);
        }
    }

    #[test]
    fn a_ladder_that_hires_as_it_is_stays_as_it_is(levels in levels(0), share in 0.0..=1.0) {
        let mut levels = levels;
        for level in &mut levels {
            level.focus = share * level.headcount;
            level.outside_share = share;
        }
        for level in next_year(&levels) {
            prop_assert!((level.focus - share * level.headcount).abs() < 1e-9);
        }
    }

    #[test]
    fn focus_and_others_add_up_to_the_headcount(levels in levels(0)) {
        let mut opposite = levels.clone();
        for level in &mut opposite {
            level.focus = level.headcount - level.focus;
            level.outside_share = 1.0 - level.outside_share;
        }
        for (one, other) in next_year(&levels).iter().zip(next_year(&opposite)) {
            prop_assert!((one.focus + other.focus - one.headcount).abs() < 1e-9);
        }
    }

    #[test]
    fn the_required_share_reaches_the_goal(levels in levels(50), b in 0.0..=1.0, years in 1_usize..6) {
        let top = levels.len() - 1;
        let mut levels = levels;
        levels[top].filled_from_below *= 0.9;
        levels[top].exit_rate = levels[top].exit_rate.max(0.05);
        levels[top].growth = levels[top].growth.max(0.0);
        let required = required_outside_share(&levels, top, b, years).expect("somebody is hired");
        for (l, level) in levels.iter_mut().enumerate() {
            level.outside_share = if l == top { required } else { b };
        }
        let reached = path(&levels, years)[years][top];
        prop_assert!((reached.focus - b * reached.headcount).abs() < 1e-6);
    }
}

#[test]
fn an_empty_level_promotes_nobody() {
    let level = |headcount: f64| Level {
        headcount,
        focus: 0.0,
        growth: 0.0,
        exit_rate: 0.1,
        filled_from_below: 0.5,
        outside_share: 0.3,
    };
    let year = next_year(&[level(0.0), level(100.0)]);
    assert_eq!((year[0].headcount, year[0].focus), (0.0, 0.0));
    assert!((year[1].focus - 3.0).abs() < 1e-12);
}
