//! Which pledge counts, and what many of them come to.

use super::entries::*;
use byspejl::board::{
    CommitmentTotal, Due, Entry, LevelName, MeasureTotal, PeopleSum, Pooled, Repeat, Repeated,
    Summary, TargetSum,
};
use byspejl::pledge::Commitment::{City, Debate, Practice};
use byspejl::workforce::Sector;

fn summary(entries: impl IntoIterator<Item = Entry>) -> Summary {
    roll(entries).summary(today())
}

fn pooled(entries: impl IntoIterator<Item = Entry>) -> Pooled {
    summary(entries).pooled.expect("three organisations or more")
}

#[test]
fn an_organisation_counts_once_with_its_newest_figures() {
    let old = Entry { reporting_date: Some(day("2024-12-31")), ..pledge("Havneby") };
    let new = Entry { file: "new.json".to_owned(), fingerprint: 7, ..pledge("havneby ") };
    for order in [[old.clone(), new.clone()], [new, old]] {
        let summary = summary(order);
        assert_eq!((summary.files, summary.pledges), (2, 1));
        let repeat = Repeat {
            file: "Havneby.json".to_owned(),
            counted: "new.json".to_owned(),
            kind: Repeated::Older,
        };
        assert_eq!(summary.repeats, [repeat]);
    }
}

#[test]
fn of_two_pledges_from_figures_of_one_day_the_one_written_last_counts_and_then_the_public_one() {
    let first = Entry { file: "first.json".to_owned(), fingerprint: 1, ..pledge("Havneby") };
    let written = day("2026-05-01");
    let later = Entry { file: "later.json".to_owned(), fingerprint: 2, written, ..first.clone() };
    let told = summary([first, later.clone()]);
    assert_eq!(told.repeats[0].file, "first.json");
    assert_eq!(told.repeats[0].kind, Repeated::SameDate);
    let inside =
        Entry { file: "inside.json".to_owned(), fingerprint: 3, ..internal(later.clone()) };
    for order in [[later.clone(), inside.clone()], [inside, later]] {
        let told = summary(order);
        assert_eq!((told.repeats[0].file.as_str(), told.internal), ("inside.json", 0));
    }
}

#[test]
fn a_copy_of_a_file_is_called_a_copy_even_without_a_name_in_it() {
    let nameless = Entry { organisation: None, file: "a.json".to_owned(), ..pledge("x") };
    let copy = Entry { file: "b.json".to_owned(), ..nameless.clone() };
    let other = Entry { file: "c.json".to_owned(), fingerprint: 99, ..nameless.clone() };
    let told = summary([nameless, copy, other]);
    assert_eq!(told.pledges, 2);
    assert_eq!((told.repeats[0].file.as_str(), told.repeats[0].kind), ("b.json", Repeated::Copy));
}

#[test]
fn commitments_count_organisations_and_measures() {
    let eager = Entry {
        measures: vec![
            measure(Practice, 9),
            measure(Practice, 1),
            own(Practice),
            measure(City, 27),
        ],
        ..pledge("A")
    };
    let told = pooled([eager, pledge("B"), pledge("C")]);
    let totals = [(Practice, 3, 5), (Debate, 2, 2), (City, 3, 3)];
    let totals = totals.map(|(commitment, pledges, measures)| CommitmentTotal {
        commitment,
        pledges,
        measures,
    });
    assert_eq!(told.commitments, totals);
}

#[test]
fn measures_stand_by_commitment_the_most_chosen_first_and_own_ones_last() {
    let one =
        Entry { measures: vec![own(Practice), own(Practice), measure(Practice, 1)], ..pledge("A") };
    let told = pooled([one, pledge("B"), pledge("C")]);
    let totals = [
        (Practice, Some(9), 2),
        (Practice, Some(1), 1),
        // Two of one organisation's own are one organisation.
        (Practice, None, 1),
        (Debate, Some(25), 2),
        (City, Some(27), 2),
    ];
    let totals =
        totals.map(|(commitment, number, pledges)| MeasureTotal { commitment, number, pledges });
    assert_eq!(told.measures, totals);
}

#[test]
fn targets_are_summed_level_by_level() {
    let told = pooled([
        pledge("A"),
        Entry { targets: vec![management(40, 1, 3)], ..pledge("B") },
        Entry { targets: vec![management(10, 0, 1)], ..pledge("C") },
        Entry { targets: vec![], ..pledge("D") },
    ]);
    assert_eq!(told.with_targets, 3);
    // 30 + 40 + 10, 5 + 1 + 0, 7 + 3 + 1.
    let sum = TargetSum { pledges: 3, people: 80, focus: 6, target: 11 };
    assert_eq!(told.levels.len(), 1);
    assert_eq!((told.levels[0].pledges, told.levels[0].sum), (3, Some(sum)));
}

#[test]
fn sectors_are_summed_and_so_is_everybody() {
    let public = |name| Entry { sector: Some(Sector::Public), ..pledge(name) };
    let told = pooled(["A", "B", "C"].map(pledge).into_iter().chain(["D", "E", "F"].map(public)));
    let sum = |pledges, people, focus| Some(PeopleSum { pledges, people, focus });
    let sectors: Vec<_> =
        told.sectors.iter().map(|of| (of.sector, of.pledges, of.people)).collect();
    let expected =
        [(Some(Sector::Private), 3, sum(3, 300, 60)), (Some(Sector::Public), 3, sum(3, 300, 60))];
    assert_eq!(sectors, expected);
    assert_eq!(told.people, sum(6, 600, 120));
}

#[test]
fn internal_editions_count_but_their_people_are_not_summed() {
    let told = summary([internal(pledge("A")), pledge("B"), pledge("C"), pledge("D")]);
    assert_eq!((told.pledges, told.internal), (4, 1));
    let pooled = told.pooled.expect("four organisations");
    assert_eq!(pooled.people.map(|sum| (sum.pledges, sum.people)), Some((3, 300)));
    assert_eq!(
        (pooled.levels[0].pledges, pooled.levels[0].sum.map(|sum| sum.pledges)),
        (4, Some(3))
    );
}

#[test]
fn a_name_that_three_use_is_told_and_rarer_ones_stand_together() {
    let named = |organisation, level| Entry {
        targets: vec![called(level, 20, 5, 6)],
        ..pledge(organisation)
    };
    let told = pooled([
        named("A", "Butik"),
        named("B", "butik"),
        named("C", " Butik "),
        named("D", "Kaptajner"),
        named("E", "Lodser"),
        // Two levels of rare names are one organisation.
        Entry {
            targets: vec![called("Kokke", 20, 5, 6), called("Styrmænd", 20, 5, 6)],
            ..pledge("F")
        },
    ]);
    let levels: Vec<_> =
        told.levels.iter().map(|level| (level.level.clone(), level.pledges)).collect();
    assert_eq!(levels, [(Some(LevelName::Own("Butik".to_owned())), 3), (None, 3)]);
    let rest = TargetSum { pledges: 3, people: 80, focus: 20, target: 24 };
    assert_eq!(told.levels[1].sum, Some(rest));
}

#[test]
fn a_review_whose_day_has_come_is_due_until_a_newer_pledge_is_here() {
    let late = Entry { reviews: vec![day("2026-06-30"), day("2027-06-30")], ..pledge("Late") };
    let told = summary([pledge("Next"), late.clone()]);
    let dates: Vec<_> =
        told.reviews.iter().map(|review| (review.name.as_str(), review.day, review.due)).collect();
    let expected = [("Late", day("2026-06-30"), Due::Now), ("Next", day("2026-12-31"), Due::Soon)];
    assert_eq!(dates, expected);
    assert_eq!(told.reviews[0].target_day, day("2027-06-30"));
    let reviewed = Entry {
        fingerprint: 1,
        reporting_date: Some(day("2026-06-30")),
        reviews: vec![day("2027-06-30")],
        ..late.clone()
    };
    let told = summary([late, reviewed]);
    assert_eq!((told.reviews.len(), told.reviews[0].due), (1, Due::ThisYear));
}

#[test]
fn how_far_away_a_review_is_goes_by_the_calendar() {
    let cases = [
        ("2026-11-24", Due::Now),
        ("2026-11-25", Due::Now),
        ("2026-11-26", Due::Soon),
        ("2027-02-25", Due::Soon),
        ("2027-02-26", Due::ThisYear),
        ("2027-11-25", Due::ThisYear),
        ("2027-11-26", Due::Later),
    ];
    for (text, due) in cases {
        assert_eq!(Due::of(day(text), today()), due, "{text}");
    }
}

#[test]
fn numbers_that_no_workplace_has_do_not_break_a_sum() {
    let huge =
        |name| Entry { targets: vec![management(u64::MAX, u64::MAX, u64::MAX)], ..pledge(name) };
    let told = pooled([huge("A"), huge("B"), huge("C")]);
    assert_eq!(told.levels[0].sum.map(|sum| sum.people), Some(u64::MAX));
}
