//! The method page's texts with the thresholds in use: the verdict rules and every measure.
//!
//! Absent: layout, and the thresholds themselves ([`crate::analysis::method`]). Read next:
//! locales/da/method.toml.

use super::{Digits, Lang, count, decimal, method, percent};
use crate::analysis::targets::MAX_YEARS;
use crate::analysis::{Assumptions, Method, paths};

/// How one measure is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// A stable name for an anchor, for example "theta".
    pub id: &'static str,
    pub name: &'static str,
    /// The question it answers.
    pub answers: &'static str,
    /// In plain text.
    pub formula: String,
    /// The value that means "no difference", and when there is none.
    pub neutral: String,
    /// Author and year, or whose rule it is.
    pub source: &'static str,
}

/// The verdict rules in the order in which the rule asks, then what qualifies them.
pub fn verdict_rules(lang: Lang, thresholds: &Method) -> Vec<String> {
    let Shown { alpha, lower, upper, persons, .. } = Shown::new(lang, thresholds);
    vec![
        method::verdict_no_data(lang).to_owned(),
        method::verdict_too_few(lang, &alpha),
        method::verdict_below(lang, &lower, &persons, &alpha),
        method::verdict_maybe_below(lang, &lower, &persons, &alpha),
        method::verdict_above(lang, &upper, &persons, &alpha),
        method::verdict_in_line(lang).to_owned(),
        method::verdict_undetermined(lang, &percent(lang, thresholds.not_stated_limit.fraction())),
        method::verdict_exact(lang, &lower),
    ]
}

/// How people without stated origin are treated.
pub fn not_stated(lang: Lang, thresholds: &Method) -> String {
    let warning = percent(lang, thresholds.not_stated_warning.fraction());
    let limit = percent(lang, thresholds.not_stated_limit.fraction());
    method::notation_not_stated(lang, &warning, &limit)
}

/// Every measure, in the order of the page.
pub fn measures(lang: Lang, thresholds: &Method, assumptions: &Assumptions) -> Vec<Measure> {
    let Shown { alpha, lower, concentration, .. } = Shown::new(lang, thresholds);
    let confidence = percent(lang, thresholds.confidence.fraction());
    let tail = percent(lang, thresholds.confidence.complement().fraction() / 2.0);
    let exit = percent(lang, assumptions.exit_rate.fraction());
    let top = percent(lang, assumptions.top_promoted_share.fraction());
    let other = percent(lang, assumptions.promoted_share.fraction());
    let years = count(lang, MAX_YEARS.into());
    vec![
        Measure {
            id: "share",
            name: method::share_name(lang),
            answers: method::share_answers(lang),
            formula: method::share_formula(lang).to_owned(),
            neutral: method::share_neutral(lang).to_owned(),
            source: method::share_source(lang),
        },
        Measure {
            id: "ratio",
            name: method::ratio_name(lang),
            answers: method::ratio_answers(lang),
            formula: method::ratio_formula(lang).to_owned(),
            neutral: method::ratio_neutral(lang).to_owned(),
            source: method::ratio_source(lang),
        },
        Measure {
            id: "gap",
            name: method::gap_name(lang),
            answers: method::gap_answers(lang),
            formula: method::gap_formula(lang).to_owned(),
            neutral: method::gap_neutral(lang).to_owned(),
            source: method::gap_source(lang),
        },
        Measure {
            id: "shortfall",
            name: method::shortfall_name(lang),
            answers: method::shortfall_answers(lang),
            formula: method::shortfall_formula(lang).to_owned(),
            neutral: method::shortfall_neutral(lang).to_owned(),
            source: method::shortfall_source(lang),
        },
        Measure {
            id: "binomial",
            name: method::binomial_name(lang),
            answers: method::binomial_answers(lang),
            formula: method::binomial_formula(lang).to_owned(),
            neutral: method::binomial_neutral(lang).to_owned(),
            source: method::binomial_source(lang),
        },
        Measure {
            id: "interval",
            name: method::interval_name(lang),
            answers: method::interval_answers(lang),
            formula: method::interval_formula(lang, &tail, &confidence),
            neutral: method::interval_neutral(lang).to_owned(),
            source: method::interval_source(lang),
        },
        Measure {
            id: "holm",
            name: method::holm_name(lang),
            answers: method::holm_answers(lang),
            formula: method::holm_formula(lang).to_owned(),
            neutral: method::holm_neutral(lang).to_owned(),
            source: method::holm_source(lang),
        },
        Measure {
            id: "robust",
            name: method::robust_name(lang),
            answers: method::robust_answers(lang),
            formula: method::robust_formula(lang).to_owned(),
            neutral: method::robust_neutral(lang).to_owned(),
            source: method::robust_source(lang),
        },
        Measure {
            id: "telling",
            name: method::telling_name(lang),
            answers: method::telling_answers(lang),
            formula: method::telling_formula(lang, &alpha),
            neutral: method::telling_neutral(lang).to_owned(),
            source: method::telling_source(lang),
        },
        Measure {
            id: "quotient",
            name: method::quotient_name(lang),
            answers: method::quotient_answers(lang),
            formula: method::quotient_formula(lang).to_owned(),
            neutral: method::quotient_neutral(lang, &concentration),
            source: method::quotient_source(lang),
        },
        Measure {
            id: "theta",
            name: method::theta_name(lang),
            answers: method::theta_answers(lang),
            formula: method::theta_formula(lang).to_owned(),
            neutral: method::theta_neutral(lang).to_owned(),
            source: method::theta_source(lang),
        },
        Measure {
            id: "rank_test",
            name: method::rank_test_name(lang),
            answers: method::rank_test_answers(lang),
            formula: method::rank_test_formula(lang).to_owned(),
            neutral: method::rank_test_neutral(lang).to_owned(),
            source: method::rank_test_source(lang),
        },
        Measure {
            id: "step",
            name: method::step_name(lang),
            answers: method::step_answers(lang),
            formula: method::step_formula(lang).to_owned(),
            neutral: method::step_neutral(lang).to_owned(),
            source: method::step_source(lang),
        },
        Measure {
            id: "ceiling",
            name: method::ceiling_name(lang),
            answers: method::ceiling_answers(lang),
            formula: method::ceiling_formula(lang).to_owned(),
            neutral: method::ceiling_neutral(lang).to_owned(),
            source: method::ceiling_source(lang),
        },
        Measure {
            id: "disappears",
            name: method::disappears_name(lang),
            answers: method::disappears_answers(lang),
            formula: method::disappears_formula(lang).to_owned(),
            neutral: method::disappears_neutral(lang).to_owned(),
            source: method::disappears_source(lang),
        },
        Measure {
            id: "pattern",
            name: method::pattern_name(lang),
            answers: method::pattern_answers(lang),
            formula: method::pattern_formula(lang, &lower, &concentration, &alpha),
            neutral: method::pattern_neutral(lang).to_owned(),
            source: method::pattern_source(lang),
        },
        Measure {
            id: "dissimilarity",
            name: method::dissimilarity_name(lang),
            answers: method::dissimilarity_answers(lang),
            formula: method::dissimilarity_formula(lang).to_owned(),
            neutral: method::dissimilarity_neutral(lang).to_owned(),
            source: method::dissimilarity_source(lang),
        },
        Measure {
            id: "information",
            name: method::information_name(lang),
            answers: method::information_answers(lang),
            formula: method::information_formula(lang).to_owned(),
            neutral: method::information_neutral(lang).to_owned(),
            source: method::information_source(lang),
        },
        Measure {
            id: "theil",
            name: method::theil_name(lang),
            answers: method::theil_answers(lang),
            formula: method::theil_formula(lang).to_owned(),
            neutral: method::theil_neutral(lang).to_owned(),
            source: method::theil_source(lang),
        },
        Measure {
            id: "hidden",
            name: method::hidden_name(lang),
            answers: method::hidden_answers(lang),
            formula: method::hidden_formula(lang).to_owned(),
            neutral: method::hidden_neutral(lang).to_owned(),
            source: method::hidden_source(lang),
        },
        Measure {
            id: "benchmark",
            name: method::benchmark_name(lang),
            answers: method::benchmark_answers(lang),
            formula: method::benchmark_formula(lang).to_owned(),
            neutral: method::benchmark_neutral(lang).to_owned(),
            source: method::benchmark_source(lang),
        },
        Measure {
            id: "year_step",
            name: method::year_step_name(lang),
            answers: method::year_step_answers(lang),
            formula: method::year_step_formula(lang).to_owned(),
            neutral: method::year_step_neutral(lang, &exit, &top, &other),
            source: method::year_step_source(lang),
        },
        Measure {
            id: "paths",
            name: method::paths_name(lang),
            answers: method::paths_answers(lang),
            formula: method::paths_formula(
                lang,
                &count(lang, paths::HORIZON as u64),
                &count(lang, paths::COURSES as u64),
            ),
            neutral: method::paths_neutral(lang, &paths::SEED.to_string()),
            source: method::paths_source(lang),
        },
        Measure {
            id: "target",
            name: method::target_name(lang),
            answers: method::target_answers(lang),
            formula: method::target_formula(lang, &years),
            neutral: method::target_neutral(lang).to_owned(),
            source: method::target_source(lang),
        },
        Measure {
            id: "change",
            name: method::change_name(lang),
            answers: method::change_answers(lang),
            formula: method::change_formula(lang).to_owned(),
            neutral: method::change_neutral(lang).to_owned(),
            source: method::change_source(lang),
        },
        Measure {
            id: "disclosure",
            name: method::disclosure_name(lang),
            answers: method::disclosure_answers(lang),
            formula: method::disclosure_formula(lang).to_owned(),
            neutral: method::disclosure_neutral(lang).to_owned(),
            source: method::disclosure_source(lang),
        },
    ]
}

/// The thresholds as they are written.
struct Shown {
    alpha: String,
    lower: String,
    upper: String,
    persons: String,
    concentration: String,
}

impl Shown {
    fn new(lang: Lang, thresholds: &Method) -> Shown {
        let ratio = |value: f64| decimal(lang, value, Digits::Fixed(2));
        let alpha = thresholds.alpha.fraction();
        // Two decimals as p-values are written, three for a limit such as 0.001.
        let places = if alpha < 0.01 { 3 } else { 2 };
        Shown {
            alpha: decimal(lang, alpha, Digits::Fixed(places)),
            lower: ratio(thresholds.below_ratio.value()),
            upper: ratio(thresholds.above_ratio.value()),
            persons: count(lang, thresholds.least_gap_persons.into()),
            concentration: ratio(thresholds.concentration_quotient.value()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_show_the_thresholds_in_use() {
        let rules = verdict_rules(Lang::Da, &Method::default()).join(" ");
        for shown in ["under 0,80", "over 1,25", "højst 0,05,", "mindst 1 person,", "30\u{a0}%"] {
            assert!(rules.contains(shown), "{shown} in {rules}");
        }
    }

    #[test]
    fn every_measure_has_its_own_anchor_and_its_assumptions() {
        let all = measures(Lang::Da, &Method::default(), &Assumptions::default());
        let mut ids: Vec<_> = all.iter().map(|measure| measure.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all.len());
        let year = all.iter().find(|measure| measure.id == "year_step").expect("it is there");
        assert!(year.neutral.contains("12\u{a0}% af hvert niveau"), "{}", year.neutral);
        let interval = all.iter().find(|measure| measure.id == "interval").expect("it is there");
        assert!(interval.formula.contains("2,5\u{a0}% til hver side"), "{}", interval.formula);
    }
}
