//! The reviews of a pledge as a calendar, read by the rules of RFC 5545.

use super::samples;
use byspejl::exchange::write::ics;
use byspejl::session::Work;
use byspejl::text::Lang;

/// Content lines, unfolded, as name with parameters and value.
fn lines(calendar: &str) -> Vec<(String, String)> {
    assert!(calendar.ends_with("\r\n"));
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    let unfolded = calendar.replace("\r\n ", "");
    let line = |line: &str| {
        let (name, value) = line.split_once(':').expect("a name and a value");
        (name.to_owned(), value.to_owned())
    };
    unfolded.trim_end().split("\r\n").map(line).collect()
}

fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some(other @ ('\\' | ';' | ',')) => text.push(other),
                other => panic!("an escape of {other:?}"),
            },
            ';' | ',' => panic!("a bare {letter}"),
            other => text.push(other),
        }
    }
    text
}

fn calendar(work: &Work, lang: Lang) -> String {
    ics::write(&samples::case(work, lang).source(), lang, samples::today())
}

fn values<'a>(lines: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    lines.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn there_is_an_entry_for_every_review_until_the_target_day() {
    for lang in Lang::ALL {
        let work = samples::example();
        let case = samples::case(&work, lang);
        let lines = lines(&calendar(&work, lang));
        let days = values(&lines, "DTSTART;VALUE=DATE");
        let reviews: Vec<String> =
            case.pledge.reviews.iter().map(|day| day.to_string().replace('-', "")).collect();
        assert_eq!(days, reviews);
        assert_eq!(days, ["20271231", "20281231", "20291231"], "figures of 31 December 2025");
        assert_eq!(values(&lines, "DTSTAMP"), ["20261125T000000Z"; 3]);
        assert_eq!(values(&lines, "TRIGGER"), ["-P30D"; 3]);
        assert_eq!(values(&lines, "BEGIN").len(), values(&lines, "END").len());
        assert_eq!((lines[0].0.as_str(), lines[0].1.as_str()), ("BEGIN", "VCALENDAR"));
    }
}

#[test]
fn no_line_is_longer_than_75_bytes() {
    for work in samples::all() {
        for lang in Lang::ALL {
            let calendar = calendar(&work, lang);
            let longest = calendar.split("\r\n").map(str::len).max();
            assert!(longest <= Some(75), "{longest:?}");
        }
    }
}

#[test]
fn an_entry_says_what_to_collect_and_no_counts() {
    let work = samples::example();
    let case = samples::case(&work, Lang::Da);
    let lines = lines(&calendar(&work, Lang::Da));
    let description = values(&lines, "DESCRIPTION;LANGUAGE=da");
    let description = unescaped(description[0]);
    for wanted in [
        "Niveauerne: Ledelse; Højeste niveau (specialister); Mellemniveau;",
        "31. december 2027",
        "bestilt som tabel samme sted som sidst",
        ".byspejl.json",
        "jf. forskelsbehandlingsloven",
    ] {
        assert!(description.contains(wanted), "{wanted} in {description}");
    }
    for line in &case.pledge.targets {
        let target = line.number().expect("the example has numbers").to_string();
        let numbers = description.split(|c: char| !c.is_ascii_digit());
        let is_told = numbers.filter(|number| !number.is_empty()).any(|number| number == target);
        assert!(!is_told, "{target} in {description}");
    }
    let summary = values(&lines, "SUMMARY;LANGUAGE=da");
    assert_eq!(summary[0], "Status på mangfoldighedsløftet\\, Havneby Service A/S");
    assert!(summary[2].starts_with("Måltallenes dag"));
}

#[test]
fn every_text_can_be_read_again() {
    for work in samples::all() {
        for lang in Lang::ALL {
            for (name, value) in lines(&calendar(&work, lang)) {
                if name.contains(";LANGUAGE=") {
                    assert!(name.ends_with(lang.tag()));
                    assert!(!unescaped(&value).contains('\r'));
                }
            }
        }
    }
}

#[test]
fn identifiers_are_stable_and_different() {
    let work = samples::example();
    let first = lines(&calendar(&work, Lang::Da));
    let mut edited = work.clone();
    edited.pledge.note = "Noget andet".to_owned();
    let second = lines(&calendar(&edited, Lang::En));
    let identifiers = values(&first, "UID");
    assert_eq!(identifiers, values(&second, "UID"));
    let mut unique = identifiers.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), identifiers.len());
}
