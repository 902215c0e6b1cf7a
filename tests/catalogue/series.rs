//! The default benchmark, the time series and the order of the choice list.

use crate::rows::{number, table, written};
use byspejl::benchmark::{Confidence, Place, all, by_id, default_benchmark, series};
use byspejl::workforce::{Focus, Share};

#[test]
fn the_default_is_copenhagen_at_28_91_percent_on_the_first_of_january_2026() {
    let city = default_benchmark();
    assert_eq!(city.id(), "cph-2026-01");
    assert_eq!(city.place(), &Place::CopenhagenMunicipality);
    assert_eq!(written(city.period()), "2026-01-01");
    assert_eq!(city.share(Focus::default()), Share::from_basis_points(2891));
    assert_eq!(city.people(), Some(671_714));
    assert_eq!(city.confidence(), Confidence::High);
    assert!(!city.source().is_secondary);
}

#[test]
fn copenhagens_series_holds_every_official_date_of_2008_to_2026() {
    let mut expected: Vec<(String, f64)> = table("population_ancestry")
        .iter()
        .filter(|row| row["area_code"] == "101" && ["HEDE", "MAKRO"].contains(&&*row["source_id"]))
        .filter(|row| row["ancestry"] == "immigrant_or_descendant" && row["region_group"] == "all")
        .map(|row| (row["date"].clone(), number(&row["share_pct"])))
        .collect();
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    let shown: Vec<(String, f64)> = series(&Place::CopenhagenMunicipality)
        .into_iter()
        .map(|(period, share, _)| (written(period), share.percent()))
        .collect();
    assert_eq!(shown.len(), 17);
    assert_eq!(shown, expected);
    assert_eq!(shown[0], ("2008-01-01".to_owned(), 20.38));
    assert_eq!(shown[16], ("2026-07-01".to_owned(), 28.87));
}

#[test]
fn no_series_gives_two_figures_for_one_date_or_leans_on_a_secondary_text() {
    for pack in all() {
        let dates = series(pack.place());
        assert!(dates.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", pack.id());
        for (period, _, id) in dates {
            let source = by_id(id).expect("a series names its packs");
            assert!(period.day.is_some() && !source.source().is_secondary, "{id}");
        }
    }
}

#[test]
fn denmark_and_the_province_have_series_from_2008_too() {
    let length = |place| series(&place).len();
    assert_eq!(length(Place::Denmark), 21);
    assert_eq!(length(Place::ProvinceByenKobenhavn), 6);
    assert_eq!(length(Place::RegionHovedstaden), 7);
}

#[test]
fn the_choice_list_keeps_places_together_and_the_newest_first() {
    let packs: Vec<_> = all().collect();
    assert_eq!(packs[0].place(), &Place::CopenhagenMunicipality);
    for pair in packs.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        let alike = a.place() == b.place() && a.population() == b.population();
        assert!(!alike || a.period() > b.period(), "{} before {}", a.id(), b.id());
    }
    let mut places: Vec<_> = packs.iter().map(|pack| pack.place()).collect();
    places.dedup();
    let distinct = places.iter().enumerate().all(|(i, place)| !places[..i].contains(place));
    assert!(distinct, "a place stands twice: {places:?}");
}

#[test]
fn identifiers_lead_to_their_packs_and_nothing_else_does() {
    for pack in all() {
        assert_eq!(by_id(pack.id()).as_ref(), Some(&pack));
    }
    assert_eq!(by_id("cph-2027-01"), None);
    assert_eq!(by_id(""), None);
}
