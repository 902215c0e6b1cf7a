//! Ages as a table bank writes them, and how single ages and age groups make up a range.
//!
//! Absent: figures. Read next: [`super::sum`].

/// What a value of the age variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Total,
    /// Both included; `to` is `None` for "100 years and over".
    Range {
        from: u8,
        to: Option<u8>,
    },
    /// Neither: never used, so a range that needs it is refused.
    Unknown,
}

/// Older than anybody becomes; table banks list ages up to 125.
const OLDEST: u8 = 130;
/// A list of single ages that reaches this far leaves nobody out.
const LIST_ENDS: u8 = 105;

impl Age {
    /// Reads "0 år", "1 year", "15-19 years", "100 år og derover", "100OV", "under 15", "Age, total".
    pub(super) fn of(code: &str, text: &str) -> Age {
        let words = if text.is_empty() { code } else { text };
        if super::fold::is_total(code, text)
            || matches!(super::fold::fold(words).as_str(), "all-ages" | "alle-aldre")
        {
            return Age::Total;
        }
        range(words).unwrap_or(Age::Unknown)
    }
}

fn range(words: &str) -> Option<Age> {
    let folded = super::fold::fold(words);
    let is_below = folded.starts_with("under-");
    let is_open = folded.contains("-og-derover")
        || folded.contains("-and-over")
        || folded.contains("-og-over")
        || folded.contains("-or-more");
    // Of the words, what is left are digits and the signs between them.
    let signs: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let signs = signs.to_uppercase();
    let signs = signs.strip_prefix("UNDER").unwrap_or(&signs);
    let end = signs.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '\u{2013}' && c != '+');
    let (numbers, unit) = signs.split_at(end.unwrap_or(signs.len()));
    let is_over = matches!(unit, "OV" | "+") || numbers.ends_with('+');
    let known = unit.is_empty()
        || is_over
        || is_open
        || matches!(unit, "\u{c5}R" | "AAR" | "YEAR" | "YEARS" | "YRS" | "\u{c5}R+" | "YEARS+")
        || matches!(unit, "\u{c5}R-" | "YEARS-");
    if !known {
        return None;
    }
    let is_open = is_open || is_over || unit.ends_with(['+', '-']);
    let number = |digits: &str| digits.parse::<u8>().ok().filter(|age| *age <= OLDEST);
    let numbers = numbers.trim_end_matches('+');
    let (from, to) = match numbers.split_once(['-', '\u{2013}']) {
        None if is_below => (0, Some(number(numbers)?.checked_sub(1)?)),
        None if is_open => (number(numbers)?, None),
        None => (number(numbers)?, Some(number(numbers)?)),
        Some(("", to)) => (0, Some(number(to)?)),
        Some((from, "")) => (number(from)?, None),
        Some((from, to)) => (number(from)?, Some(number(to)?)),
    };
    (to.is_none_or(|to| from <= to)).then_some(Age::Range { from, to })
}

/// Why no values make up a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// No value holds this age.
    Missing(u8),
    /// The values do not begin or end where the range does; the nearest ranges that they make up.
    DoesNotFit(Vec<(u8, u8)>),
}

/// The positions of the values that make up exactly the ages `from` to `to`, the finest there are.
pub(super) fn cover(ages: &[Age], from: u8, to: u8) -> Result<Vec<usize>, Gap> {
    if let Some(positions) = chain(ages, from, to) {
        return Ok(positions);
    }
    let holds = |age: u8| {
        ages.iter().any(|known| matches!(*known, Age::Range { from, to } if from <= age && to.is_none_or(|to| age <= to)))
    };
    if let Some(age) = (from..=to).find(|age| !holds(*age)) {
        return Err(Gap::Missing(age));
    }
    Err(Gap::DoesNotFit(nearest(ages, from, to)))
}

/// The positions of the values that make up everybody: from 0 to an open end, or to an age that
/// nobody passes.
pub(super) fn cover_all(ages: &[Age]) -> Result<Vec<usize>, Gap> {
    let open = ages.iter().enumerate().filter_map(|(position, age)| match *age {
        Age::Range { from, to: None } => Some((position, from)),
        _ => None,
    });
    // The highest open end goes with the finest values below it.
    if let Some((position, from)) = open.max_by_key(|(_, from)| *from) {
        let mut positions = if from == 0 { Vec::new() } else { cover(ages, 0, from - 1)? };
        positions.push(position);
        return Ok(positions);
    }
    let last = ages.iter().filter_map(|age| match *age {
        Age::Range { to, .. } => to,
        _ => None,
    });
    match last.max() {
        Some(last) if last >= LIST_ENDS => cover(ages, 0, last),
        last => Err(Gap::Missing(last.map_or(0, |last| last + 1))),
    }
}

/// A chain of values from the first age to the last, each beginning where the one before ended.
fn chain(ages: &[Age], from: u8, to: u8) -> Option<Vec<usize>> {
    let (from, to) = (usize::from(from), usize::from(to));
    // What comes next at each age, filled from the end; the finest value wins.
    let mut next: Vec<Option<usize>> = vec![None; to + 2];
    let closed = |position: usize| match ages[position] {
        Age::Range { from, to: Some(to) } => Some((usize::from(from), usize::from(to))),
        _ => None,
    };
    for age in (from..=to).rev() {
        let fitting = (0..ages.len()).filter_map(|position| {
            let (begins, ends) = closed(position)?;
            let leads_on = ends == to || (ends < to && next[ends + 1].is_some());
            (begins == age && leads_on).then_some((ends, position))
        });
        next[age] = fitting.min().map(|(_, position)| position);
    }
    let mut positions = Vec::new();
    let mut age = from;
    while age <= to {
        let position = next.get(age).copied().flatten()?;
        positions.push(position);
        age = closed(position)?.1 + 1;
    }
    Some(positions)
}

/// The nearest ranges that the values make up: with the beginning before and after, and the end
/// before and after, nearest first.
fn nearest(ages: &[Age], from: u8, to: u8) -> Vec<(u8, u8)> {
    let closed: Vec<(u8, u8)> = ages
        .iter()
        .filter_map(|age| match *age {
            Age::Range { from, to: Some(to) } => Some((from, to)),
            _ => None,
        })
        .collect();
    let beginnings = [
        closed.iter().map(|range| range.0).filter(|begin| *begin <= from).max(),
        closed.iter().map(|range| range.0).filter(|begin| *begin >= from).min(),
    ];
    let ends = [
        closed.iter().map(|range| range.1).filter(|end| *end <= to).max(),
        closed.iter().map(|range| range.1).filter(|end| *end >= to).min(),
    ];
    let mut found: Vec<(u8, u8)> = Vec::new();
    for begin in beginnings.into_iter().flatten() {
        for end in ends.into_iter().flatten() {
            if begin <= end && !found.contains(&(begin, end)) && chain(ages, begin, end).is_some() {
                found.push((begin, end));
            }
        }
    }
    found.sort_by_key(|(begin, end)| u16::from(begin.abs_diff(from)) + u16::from(end.abs_diff(to)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(from: u8, to: u8) -> Age {
        Age::Range { from, to: Some(to) }
    }

    fn five_years() -> Vec<Age> {
        let groups = (0..20).map(|n| closed(5 * n, 5 * n + 4));
        groups.chain([Age::Range { from: 100, to: None }]).collect()
    }

    #[test]
    fn ages_are_read_in_both_languages_and_as_codes() {
        for text in ["0 år", "0 years", "0"] {
            assert_eq!(Age::of("", text), closed(0, 0), "{text}");
        }
        assert_eq!(Age::of("", "1 year"), closed(1, 1));
        for text in ["15-19 år", "15-19 years", "15-19"] {
            assert_eq!(Age::of("", text), closed(15, 19), "{text}");
        }
        for text in
            ["100 år og derover", "100 years and over", "100OV", "100+", "100- år", "100 år-"]
        {
            assert_eq!(Age::of("", text), Age::Range { from: 100, to: None }, "{text}");
        }
        assert_eq!(Age::of("", "Under 15 år"), closed(0, 14));
        assert_eq!(Age::of("-14", ""), closed(0, 14));
        for (code, text) in [("IALT", ""), ("TOT", ""), ("", "Alder i alt"), ("", "Age, total")] {
            assert_eq!(Age::of(code, text), Age::Total);
        }
        for text in ["9920", "ældre", "", "19-15", "15-19 km", "200 år"] {
            assert_eq!(Age::of("", text), Age::Unknown, "{text}");
        }
    }

    #[test]
    fn single_ages_make_up_any_range() {
        let ages: Vec<Age> = (0..=125).map(|age| closed(age, age)).collect();
        assert_eq!(cover(&ages, 18, 64), Ok((18..=64).collect()));
        assert_eq!(cover_all(&ages).map(|all| all.len()), Ok(126));
    }

    #[test]
    fn age_groups_are_never_cut_and_say_what_they_allow() {
        let ages = five_years();
        assert_eq!(cover(&ages, 20, 64).map(|found| found.len()), Ok(9));
        assert_eq!(cover(&ages, 18, 64), Err(Gap::DoesNotFit(vec![(20, 64), (15, 64)])));
        assert_eq!(cover_all(&ages).map(|all| all.len()), Ok(21));
    }

    #[test]
    fn a_missing_age_is_a_hole_and_never_nobody() {
        let ages: Vec<Age> =
            (0..=125).filter(|age| *age != 38).map(|age| closed(age, age)).collect();
        assert_eq!(cover(&ages, 18, 64), Err(Gap::Missing(38)));
        assert_eq!(cover(&ages, 39, 64).map(|found| found.len()), Ok(26));
        assert_eq!(cover_all(&ages), Err(Gap::Missing(38)));
    }

    #[test]
    fn a_list_that_ends_early_is_not_everybody() {
        let ages: Vec<Age> = (0..=69).map(|age| closed(age, age)).collect();
        assert_eq!(cover_all(&ages), Err(Gap::Missing(70)));
    }

    #[test]
    fn the_finest_values_win_and_none_is_counted_twice() {
        let mut ages = five_years();
        ages.push(closed(18, 64));
        ages.extend((0..=99).map(|age| closed(age, age)));
        assert_eq!(cover(&ages, 18, 64).map(|found| found.len()), Ok(47));
    }
}
