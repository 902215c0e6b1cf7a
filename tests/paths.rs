//! The three paths against closed forms and worked-out chances, and what stands in their way.
//!
//! A single level that keeps its size follows x_t = h n + (x_0 - h n)(1 - e)^t for a share h of
//! outside hires, so the paths, the required share and the first year can be told without the
//! recursion. The band is held against the whole distribution, added up course by course.

use byspejl::analysis::paths::{COURSES, Chance, SEED, paths};
use byspejl::analysis::{
    Assessment, Assumptions, LevelPath, Method, NoPath, OwnRates, Paths, Required, assess,
};
use byspejl::benchmark::default_benchmark;
use byspejl::workforce::{
    Column, DataQuality, Focus, Grouping, Headcount, Level, Origin, OutsourcedWork, Row, Sector,
    Share, Workforce, WorkforceTable,
};

const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);
const DANISH: Column = Column::Group(Origin::Danish);

/// A level's people and those of them in focus; `None` where 1 to 4 are hidden besides 20 others.
type Counts = Option<(u32, u32)>;

fn assessed(levels: &[Counts]) -> Assessment {
    let names = (0..levels.len()).map(|level| Level::named(format!("{level}"))).collect();
    let mut table = WorkforceTable::new(Grouping::Two, names, vec![]).expect("a few levels");
    for (level, counts) in levels.iter().enumerate() {
        let row = Row { level: Some(level), area: None };
        let (focus, others) = match *counts {
            Some((people, focus)) => (Headcount::Known(focus), Headcount::Known(people - focus)),
            None => (Headcount::Suppressed { low: 1, high: 4 }, Headcount::Known(20)),
        };
        table.set(row, FOCUS, focus).expect("in the table");
        table.set(row, DANISH, others).expect("in the table");
    }
    let workforce = Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: None,
        table,
    };
    assess(&workforce, &default_benchmark(), Focus::default(), &Method::default())
        .expect("the benchmark has the groups")
}

fn percent(points: u64) -> Share {
    Share::of(points, 1_000).expect("a part")
}

/// One level's own exit rate, in tenths of a percent.
fn leaving(tenths: u64) -> Assumptions {
    let own = vec![OwnRates { exit: Some(percent(tenths)), ..OwnRates::default() }];
    Assumptions { own, ..Assumptions::default() }
}

fn only(paths: &Paths) -> &LevelPath {
    paths.levels[0].as_ref().expect("a path")
}

fn close(ours: f64, expected: f64) {
    assert!((ours - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{ours} is not {expected}");
}

#[test]
fn a_level_alone_follows_its_closed_form() {
    let assessment = assessed(&[Some((120, 6))]);
    let b = assessment.benchmark_share.fraction();
    let found = paths(&assessment, &leaving(150), 6);
    let path = only(&found);
    for year in 0..=6 {
        let kept = 0.85_f64.powi(year);
        let at = |h: f64| 120.0 * h + (6.0 - 120.0 * h) * kept;
        close(path.mirrored[year as usize], at(b));
        close(path.as_today[year as usize], 6.0);
        close(path.goal[year as usize], 120.0 * b);
    }
    let kept = 0.85_f64.powi(6);
    let needed = (120.0 * b - 6.0 * kept) / (120.0 * (1.0 - kept));
    match path.required {
        Required::InTime(share) => close(share, needed),
        Required::Later(first) => panic!("reached in time, not after {first:?}"),
    }
    let required = path.required_path.as_ref().expect("a share leads there");
    close(*required.last().expect("seven entries"), 120.0 * b);
}

#[test]
fn hires_of_ones_own_move_the_path_as_today_and_no_other() {
    let assessment = assessed(&[Some((100, 10))]);
    let own = vec![OwnRates { outside_share: Some(percent(400)), ..OwnRates::default() }];
    let with_own = paths(&assessment, &Assumptions { own, ..Assumptions::default() }, 4);
    let without = paths(&assessment, &Assumptions::default(), 4);
    let (own, plain) = (only(&with_own), only(&without));
    // 10 - 1.2 + 12 x 40 %.
    close(own.as_today[1], 13.6);
    assert!(own.has_own_hires && !plain.has_own_hires);
    assert_eq!((&own.mirrored, own.required), (&plain.mirrored, plain.required));
}

#[test]
fn the_first_year_is_the_one_from_which_everybody_hired_would_be_enough() {
    // Nobody now, 2 % leave: at h = 1 the share is 1 - 0.98^t, which passes 28.91 % in year 17.
    let assessment = assessed(&[Some((100, 0))]);
    let found = paths(&assessment, &leaving(20), 4);
    assert_eq!(only(&found).required, Required::Later(Some(17)));
    assert_eq!(only(&found).required_path, None);
    assert_eq!(found.furthest(), Some(0));
    // 0.5 % leave: year 69, which is beyond what is looked at.
    let found = paths(&assessment, &leaving(5), 4);
    assert_eq!(only(&found).required, Required::Later(None));
}

#[test]
fn the_target_year_lies_one_to_ten_years_ahead() {
    let assessment = assessed(&[Some((100, 10))]);
    for (asked, given) in [(0, 1), (1, 1), (7, 7), (200, 10)] {
        let found = paths(&assessment, &Assumptions::default(), asked);
        assert_eq!(found.years, given);
        assert_eq!(only(&found).mirrored.len(), usize::from(given) + 1);
    }
}

#[test]
fn growth_moves_the_goal_with_the_level() {
    let assessment = assessed(&[Some((100, 29))]);
    let own = vec![OwnRates { growth: Some(1_000), ..OwnRates::default() }];
    let found = paths(&assessment, &Assumptions { own, ..Assumptions::default() }, 2);
    close(only(&found).headcount[2], 121.0);
    close(only(&found).goal[2], 121.0 * assessment.benchmark_share.fraction());
}

#[test]
fn levels_without_certain_counts_say_why_and_cut_the_ladder() {
    let assessment = assessed(&[Some((100, 30)), None, Some((80, 4)), Some((5, 0)), Some((0, 0))]);
    let found = paths(&assessment, &Assumptions::default(), 4);
    let reasons: Vec<Option<NoPath>> =
        found.levels.iter().map(|path| path.as_ref().err().copied()).collect();
    let expected = [None, Some(NoPath::Hidden), None, Some(NoPath::TooFew), Some(NoPath::Nobody)];
    assert_eq!(reasons, expected);
    let above = found.levels[2].as_ref().expect("a path");
    assert!(above.is_cut_off, "nobody is known below");
    assert!(!found.levels[0].as_ref().expect("a path").is_cut_off, "entry has no level below");
    // The five above have no path but are part of the ladder: 12 % of 80 leave, and a quarter of the
    // 0.6 posts that fall vacant above are filled from here.
    let b = assessment.benchmark_share.fraction();
    let hired = 80.0 * 0.12 + 5.0 * 0.12 * 0.25;
    close(above.mirrored[1], 4.0 - hired * 4.0 / 80.0 + hired * b);
}

#[test]
fn rates_that_do_not_fit_together_give_no_path() {
    // Of 1,000 at the top 120 leave, and 60 of those posts would be filled by the 20 below.
    let assessment = assessed(&[Some((20, 6)), Some((1_000, 100))]);
    let found = paths(&assessment, &Assumptions::default(), 4);
    let reasons: Vec<Option<NoPath>> =
        found.levels.iter().map(|path| path.as_ref().err().copied()).collect();
    assert_eq!(reasons, [Some(NoPath::Overdrawn), Some(NoPath::AboveOverdrawn)]);
    // With 1 % of those posts filled from below they fit.
    let filled = OwnRates { filled_from_below: Some(percent(10)), ..OwnRates::default() };
    let own = vec![OwnRates::default(), filled];
    let found = paths(&assessment, &Assumptions { own, ..Assumptions::default() }, 4);
    assert!(found.levels.iter().all(Result::is_ok));
}

fn all_courses(paths: &Paths) -> Vec<Option<Vec<byspejl::analysis::paths::Spread>>> {
    let mut chance = Chance::of(paths, SEED);
    let mut slices = 1;
    while !chance.run_slice() {
        slices += 1;
        assert!(slices <= COURSES * 2, "a slice draws at least one course");
    }
    chance.spreads()
}

#[test]
fn the_mean_of_the_courses_is_the_path_within_four_standard_errors() {
    let organisations: [&[Counts]; 5] = [
        &[Some((140, 78)), Some((200, 62)), Some((140, 29)), Some((128, 9)), Some((32, 1))],
        &[Some((15, 3)), Some((12, 0)), Some((11, 0))],
        &[Some((9_000, 2_500)), Some((4_000, 300)), Some((700, 20))],
        &[Some((40, 40)), Some((13, 13)), Some((11, 11))],
        &[Some((60, 4)), None, Some((45, 2)), Some((30, 0))],
    ];
    for (number, levels) in organisations.into_iter().enumerate() {
        let assessment = assessed(levels);
        let own =
            vec![OwnRates { growth: Some(-300), exit: Some(percent(85)), ..OwnRates::default() }];
        for assumptions in [Assumptions::default(), Assumptions { own, ..Assumptions::default() }] {
            let found = paths(&assessment, &assumptions, 4);
            let spreads = all_courses(&found);
            let paths = found.levels.iter().zip(&spreads).enumerate();
            for (level, (path, spreads)) in paths.filter(|(_, (path, _))| path.is_ok()) {
                let path = path.as_ref().expect("filtered");
                let spreads = spreads.as_ref().expect("known counts are drawn");
                assert_eq!(spreads.len(), path.mirrored.len());
                for (year, (spread, expected)) in spreads.iter().zip(&path.mirrored).enumerate() {
                    let error = spread.standard_deviation / (COURSES as f64).sqrt();
                    let off = (spread.mean - expected).abs();
                    let place = format!("organisation {number}, level {level}, year {year}");
                    assert!(off <= 4.0 * error + 1e-9, "{place}: {off}, error {error}");
                    assert!(spread.low <= spread.high, "{place}");
                }
                assert_eq!(spreads[0].standard_deviation, 0.0, "the start is known");
            }
        }
    }
}

#[test]
fn the_same_figures_have_the_same_band() {
    let assessment = assessed(&[Some((140, 78)), Some((32, 1))]);
    let found = paths(&assessment, &Assumptions::default(), 4);
    assert_eq!(all_courses(&found), all_courses(&found));
}

/// C(n, k) as a real number.
fn choose(n: u32, k: u32) -> f64 {
    if k > n { 0.0 } else { (0..k).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i + 1)) }
}

/// The distribution one year on: of `people`, so many leave without replacement and as many are
/// hired at share `b`.
fn one_year(now: &[f64], people: u32, leavers: u32, b: f64) -> Vec<f64> {
    let mut next = vec![0.0; now.len()];
    for (focus, chance) in now.iter().enumerate() {
        let focus = focus as u32;
        for gone in 0..=leavers.min(focus) {
            let leave = choose(focus, gone) * choose(people - focus, leavers - gone)
                / choose(people, leavers);
            for hired in 0..=leavers {
                if leave == 0.0 {
                    continue;
                }
                let (k, n) = (hired as i32, leavers as i32);
                let hire = choose(leavers, hired) * b.powi(k) * (1.0 - b).powi(n - k);
                next[(focus - gone + hired) as usize] += chance * leave * hire;
            }
        }
    }
    next
}

#[test]
fn the_band_is_that_of_the_whole_distribution() {
    // 10 % of 40 leave: four every year, so nothing is rounded and each course can be added up.
    let assessment = assessed(&[Some((40, 6))]);
    let b = assessment.benchmark_share.fraction();
    let found = paths(&assessment, &leaving(100), 5);
    let spreads = all_courses(&found);
    let spreads = spreads[0].as_ref().expect("drawn");
    let mut exact = vec![0.0; 41];
    exact[6] = 1.0;
    for (year, spread) in spreads.iter().enumerate().skip(1) {
        exact = one_year(&exact, 40, 4, b);
        assert!((exact.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let mean: f64 = exact.iter().enumerate().map(|(x, p)| x as f64 * p).sum();
        close(found.levels[0].as_ref().expect("a path").mirrored[year], mean);
        // A quantile of the courses lies where the chance of that many is 10 % (90 %), give or take
        // four standard errors of 2,000 courses: 4 x sqrt(0.1 x 0.9 / 2000) = 2.7 points.
        let up_to = |last: f64| exact.iter().take(last.floor() as usize + 1).sum::<f64>();
        for (quantile, share) in [(spread.low, 0.1), (spread.high, 0.9)] {
            let (below, with) =
                (up_to(quantile) - exact[quantile.round() as usize], up_to(quantile));
            let fits = below - 0.027 <= share && share <= with + 0.027;
            assert!(fits, "year {year}: {quantile} spans {below} to {with}, not {share}");
        }
    }
}
