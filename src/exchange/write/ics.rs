//! The reviews of a pledge for a calendar (RFC 5545).
//!
//! One all-day entry for each review until the target day, each with a reminder a month before,
//! when new figures have to be ordered. Entries name levels and what is counted but no counts,
//! because calendars are shared more widely than pledges. The same pledge gives the same
//! identifiers, so a second import brings an entry up to date instead of doubling it. Absent: time
//! zones, which all-day entries do not have, and a clock: the day of writing is an argument.

use crate::report::{Source, collect};
use crate::text::{Lang, date, ics, pick, report};
use crate::workforce::Date;

/// What the browser calls such a file.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// The longest line in bytes, its end left out.
const LONGEST_LINE: usize = 75;

/// "A month before" in the only unit a reminder can count in besides weeks.
const REMINDER: &str = "-P30D";

/// Writes the calendar. `written` is the day of writing.
pub fn write(source: &Source, lang: Lang, written: Date) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", pick(lang, "-//Byspejl//Byspejl//DA", "-//Byspejl//Byspejl//EN"));
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("X-WR-CALNAME", lang, ics::calendar(lang));
    for &day in &source.pledge.reviews {
        event(&mut calendar, source, lang, day, written);
    }
    calendar.line("END", "VCALENDAR");
    calendar.out
}

fn event(calendar: &mut Calendar, source: &Source, lang: Lang, day: Date, written: Date) {
    let organisation = source.pledge.organisation.value().trim();
    let is_last = day >= source.pledge.target_day;
    let summary = match (is_last, organisation) {
        (false, "") => ics::summary(lang).to_owned(),
        (false, name) => ics::summary_of(lang, name),
        (true, "") => ics::summary_last(lang).to_owned(),
        (true, name) => ics::summary_last_of(lang, name),
    };
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &identifier(organisation, day));
    calendar.line("DTSTAMP", &[&digits(written), "T000000Z"].concat());
    calendar.line("DTSTART;VALUE=DATE", &digits(day));
    calendar.text("SUMMARY", lang, &summary);
    calendar.text("DESCRIPTION", lang, &description(source, lang, day, is_last));
    // The day is not taken up by it.
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("BEGIN", "VALARM");
    calendar.line("ACTION", "DISPLAY");
    calendar.line("TRIGGER", REMINDER);
    calendar.text("DESCRIPTION", lang, &ics::reminder(lang, &date(lang, day)));
    calendar.line("END", "VALARM");
    calendar.line("END", "VEVENT");
}

/// What to collect, and what to do with it.
fn description(source: &Source, lang: Lang, day: Date, is_last: bool) -> String {
    let mut lines = vec![ics::intro(lang).to_owned(), String::new(), ics::collect(lang).to_owned()];
    lines.extend(collect::items(source, lang, day).iter().map(|item| ["- ", item].concat()));
    lines.push(String::new());
    lines.push(if is_last { ics::last(lang) } else { ics::then(lang) }.to_owned());
    lines.push(report::clause(lang).to_owned());
    lines.join("\n")
}

/// "20261231"
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// The same for the same organisation and day, whatever else is written.
fn identifier(organisation: &str, day: Date) -> String {
    // FNV-1a (Fowler, Noll, Vo): small, and the same on every machine.
    let hash = organisation.to_lowercase().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    ["review-", &digits(day), "-", &format!("{hash:016x}"), "@byspejl"].concat()
}

/// Content lines, folded.
#[derive(Default)]
struct Calendar {
    out: String,
}

impl Calendar {
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for letter in [name, ":", value].concat().chars() {
            if used + letter.len_utf8() > LONGEST_LINE {
                // The space that begins a continuation is part of its line.
                self.out.push_str("\r\n ");
                used = 1;
            }
            self.out.push(letter);
            used += letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A text for people.
    fn text(&mut self, name: &str, lang: Lang, text: &str) {
        self.line(&[name, ";LANGUAGE=", lang.tag()].concat(), &escaped(text));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(escaped("a; b, c\\d\r\ne"), "a\\; b\\, c\\\\d\\ne");
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut calendar = Calendar::default();
        let text = "æ".repeat(100);
        calendar.line("SUMMARY", &text);
        let lines: Vec<&str> = calendar.out.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LONGEST_LINE), "{lines:?}");
        let unfolded = calendar.out.replace("\r\n ", "");
        assert_eq!(unfolded, ["SUMMARY:", &text, "\r\n"].concat());
    }

    #[test]
    fn an_identifier_follows_the_organisation_and_the_day() {
        let day = "2026-12-31".parse().expect("a date");
        let later = "2027-12-31".parse().expect("a date");
        assert_eq!(identifier("Havneby", day), identifier("HAVNEBY", day));
        assert_ne!(identifier("Havneby", day), identifier("Havneby", later));
        assert_ne!(identifier("Havneby", day), identifier("Odense", day));
        assert_eq!(identifier("", day), "review-20261231-cbf29ce484222325@byspejl");
    }
}
