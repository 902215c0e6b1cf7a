//! Every row of the reference values (SciPy, exact rational arithmetic, published examples).
//!
//! 1e-9 relative, 1e-12 absolute near 0. Each test also counts the rows it has read.

use byspejl::stats::simulation::Simulation;
use byspejl::stats::{binomial, clopper_pearson, fisher, holm, ordinal, projection, segregation};

fn close(ours: f64, reference: f64) -> bool {
    (ours - reference).abs() <= 1e-12_f64.max(1e-9 * reference.abs())
}

#[track_caller]
fn assert_close(what: &str, row: &[String], ours: f64, reference: &str) {
    let value = number(reference);
    assert!(close(ours, value), "{what} of {row:?}: {ours} is not {value}");
}

/// The data rows of a comma-separated table; a field in double quotes may hold commas and
/// doubled quotes.
fn rows(table: &str) -> Vec<Vec<String>> {
    table.trim_end().lines().skip(1).map(fields).collect()
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().expect("starts with one field").push(other),
        }
    }
    fields
}

fn number(field: &str) -> f64 {
    field.parse().expect("a number")
}

fn numbers(field: &str) -> Vec<f64> {
    field.split(' ').map(number).collect()
}

fn count(field: &str) -> u64 {
    field.parse().expect("a count")
}

fn counts(field: &str) -> Vec<u64> {
    field.split(' ').map(count).collect()
}

#[test]
fn quoted_fields_keep_their_commas() {
    assert_eq!(fields(r#"1 2,"a, b",3"#), ["1 2", "a, b", "3"]);
}

#[test]
fn binomial_tests_and_intervals_match_scipy() {
    let rows = rows(include_str!("reference/binomial.csv"));
    assert_eq!(rows.len(), 74);
    for row in &rows {
        let (n, x, b) = (count(&row[0]), count(&row[1]), number(&row[2]));
        let p = binomial::two_sided_p(x, n, b).expect("n > 0");
        assert_close("p", row, p, &row[3]);
        let interval = clopper_pearson::interval(x, n, 0.95).expect("n > 0");
        assert_close("lower end", row, interval.low, &row[4]);
        assert_close("upper end", row, interval.high, &row[5]);
    }
}

#[test]
fn tiny_binomial_p_values_keep_their_relative_accuracy() {
    let mut tiny = 0;
    for row in rows(include_str!("reference/binomial.csv")) {
        let reference = number(&row[3]);
        if !(1e-300..1e-12).contains(&reference) {
            continue;
        }
        tiny += 1;
        let p = binomial::two_sided_p(count(&row[1]), count(&row[0]), number(&row[2]));
        assert!((p.expect("n > 0") / reference - 1.0).abs() < 1e-9, "{row:?}: {p:?}");
    }
    assert!(tiny > 10);
}

#[test]
fn fisher_tests_match_scipy() {
    let rows = rows(include_str!("reference/fisher.csv"));
    assert_eq!(rows.len(), 30);
    for row in &rows {
        let p = fisher::two_sided_p(count(&row[0]), count(&row[1]), count(&row[2]), count(&row[3]));
        assert_close("p", row, p, &row[4]);
    }
}

#[test]
fn holm_adjustments_match_r() {
    let rows = rows(include_str!("reference/holm.csv"));
    assert_eq!(rows.len(), 12);
    for row in &rows {
        let adjusted = holm::adjust(&numbers(&row[0]));
        let reference = numbers(&row[1]);
        assert_eq!(adjusted.len(), reference.len());
        for (ours, value) in adjusted.iter().zip(&reference) {
            assert!(close(*ours, *value), "{row:?}: {ours} is not {value}");
        }
    }
}

#[test]
fn verdict_p_values_and_their_families_match() {
    let rows = rows(include_str!("reference/verdicts.csv"));
    assert_eq!(rows.len(), 90);
    let mut adjusted_values = 0;
    for family in rows.chunk_by(|one, next| one[0] == next[0]) {
        let mut members = Vec::new();
        for row in family {
            let p = binomial::two_sided_p(count(&row[2]), count(&row[1]), number(&row[3]));
            match p {
                Some(p) => assert_close("p", row, p, &row[6]),
                None => assert_eq!(row[6], ""),
            }
            if !matches!(row[9].as_str(), "NoData" | "TooFew") {
                members.push((row, p.expect("n > 0")));
            }
        }
        let p: Vec<f64> = members.iter().map(|(_, p)| *p).collect();
        for ((row, _), ours) in members.iter().zip(holm::adjust(&p)) {
            assert_close("adjusted p", row, ours, &row[7]);
            adjusted_values += 1;
        }
    }
    assert_eq!(adjusted_values, rows.iter().filter(|row| !row[7].is_empty()).count());
}

#[test]
fn ordinal_comparisons_match_exact_enumeration_and_scipy() {
    let rows = rows(include_str!("reference/ordinal.csv"));
    assert_eq!(rows.len(), 30);
    for row in &rows {
        let (focus, other) = (counts(&row[0]), counts(&row[1]));
        let theta = ordinal::probability_of_superiority(&focus, &other).expect("both present");
        assert_close("theta", row, theta, &row[2]);
        let net = ordinal::net_difference(&focus, &other).expect("both present");
        assert_close("net difference", row, net, &row[3]);
        let exact = ordinal::exact_p(&focus, &other).expect("both present");
        assert_close("exact p", row, exact, &row[4]);
        assert!((exact / number(&row[4]) - 1.0).abs() < 1e-9, "{row:?}: {exact}");
        let normal = ordinal::normal_p(&focus, &other).expect("both present");
        assert_close("asymptotic p", row, normal, &row[5]);
        assert!((normal / number(&row[5]) - 1.0).abs() < 1e-9, "{row:?}: {normal}");
    }
}

#[test]
fn segregation_indices_match_exact_arithmetic() {
    let rows = rows(include_str!("reference/segregation.csv"));
    assert_eq!(rows.len(), 22);
    for row in &rows {
        let (focus, other) = (counts(&row[0]), counts(&row[1]));
        let d = segregation::dissimilarity(&focus, &other).expect("both present");
        assert_close("D", row, d, &row[2]);
        let expected = segregation::expected_dissimilarity(&focus, &other).expect("both present");
        assert_close("E[D]", row, expected, &row[3]);
        let m = segregation::mutual_information(&focus, &other).expect("both present");
        assert_close("M", row, m, &row[4]);
        let h = segregation::information_index(&focus, &other).expect("both present");
        assert_close("H", row, h, &row[5]);
    }
}

/// A worked case: its levels, hiring at the benchmark, and the years.
fn projection_case(case: &serde_json::Value) -> (Vec<projection::Level>, f64, usize) {
    let column = |name: &str| floats(&case[name]);
    let benchmark = case["benchmark"].as_f64().expect("benchmark");
    let years = case["years"].as_u64().expect("years") as usize;
    let (headcount, focus) = (column("headcount"), column("focus"));
    let (exit_rate, growth) = (column("exit_rate"), column("growth"));
    let promoted_share = column("promoted_share");
    let levels = (0..headcount.len())
        .map(|l| projection::Level {
            headcount: headcount[l],
            focus: focus[l],
            growth: growth[l],
            exit_rate: exit_rate[l],
            filled_from_below: promoted_share[l],
            outside_share: benchmark,
        })
        .collect();
    (levels, benchmark, years)
}

fn projection_cases() -> Vec<serde_json::Value> {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("reference/projection.json")).expect("JSON");
    let cases = file["cases"].as_array().expect("cases").clone();
    assert_eq!(cases.len(), 12);
    cases
}

#[test]
fn projections_match_exact_rational_arithmetic() {
    for case in projection_cases() {
        let (levels, benchmark, years) = projection_case(&case);
        let path = projection::path(&levels, years);
        let reference = &case["hires_mirror_benchmark"];
        let by_year = reference["focus_by_year"].as_array().expect("years");
        assert_eq!(path.len(), by_year.len());
        for (year, expected) in path.iter().zip(by_year) {
            let ours: Vec<f64> = year.iter().map(|level| level.focus).collect();
            assert_all_close(&ours, &floats(expected));
        }
        let last: Vec<f64> = path[years].iter().map(|level| level.headcount).collect();
        assert_all_close(&last, &floats(&reference["headcount_final"]));
        let required =
            projection::required_outside_share(&levels, levels.len() - 1, benchmark, years);
        let name = "required_outside_hire_share_for_top_level_to_reach_benchmark";
        assert_all_close(&[required.expect("reachable")], &[case[name].as_f64().expect("share")]);
    }
}

#[test]
fn the_mean_of_simulated_courses_is_the_projection_in_every_year() {
    const COURSES: usize = 2_000;
    for (number, case) in projection_cases().iter().enumerate() {
        let (levels, _, years) = projection_case(case);
        let mut simulation =
            Simulation::new(&levels, years, number as u64).expect("not too large to simulate");
        simulation.run(COURSES);
        let path = projection::path(&levels, years);
        for (year, (expected, spreads)) in path.iter().zip(simulation.spreads()).enumerate() {
            for (level, (expected, spread)) in expected.iter().zip(spreads).enumerate() {
                let error = spread.standard_deviation / (COURSES as f64).sqrt();
                let off = (spread.mean - expected.focus).abs();
                let place = format!("case {number}, year {year}, level {level}");
                assert!(off <= 4.0 * error + 1e-9, "{place}: {off} is over four times {error}");
                assert!(spread.low <= spread.mean && spread.mean <= spread.high, "{place}");
            }
        }
    }
}

fn floats(value: &serde_json::Value) -> Vec<f64> {
    let values = value.as_array().expect("an array");
    values.iter().map(|value| value.as_f64().expect("a number")).collect()
}

#[track_caller]
fn assert_all_close(ours: &[f64], reference: &[f64]) {
    assert_eq!(ours.len(), reference.len());
    for (ours, value) in ours.iter().zip(reference) {
        assert!(close(*ours, *value), "{ours} is not {value}");
    }
}
