//! Which of a spreadsheet's numbers are dates, and how they are written.
//!
//! A date in a workbook is a number of days with a format. It is written year first, as far as its
//! format shows it: a year alone stays a year. Absent: every other format, because a number stays
//! a number. Read next: [`super::xlsx`], [`super::xls`].

/// What a format shows of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    Year,
    Month,
    Day,
    Time,
    DayAndTime,
}

/// Which day a workbook counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    #[default]
    From1900,
    From1904,
}

/// What one of the formats shows that have a number instead of a code; `None` for numbers.
pub(super) fn built_in(id: u32) -> Option<Shows> {
    match id {
        17 => Some(Shows::Month),
        14..=16 | 27..=31 | 36 | 50..=54 | 57 | 58 => Some(Shows::Day),
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Some(Shows::Time),
        22 => Some(Shows::DayAndTime),
        _ => None,
    }
}

/// What a format code shows; `None` for numbers.
pub(super) fn coded(code: &str) -> Option<Shows> {
    let (mut year, mut month, mut day, mut time) = (false, false, false, false);
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            // The next character stands for itself, for its width, or fills the cell.
            '\\' | '_' | '*' => drop(characters.next()),
            '"' => drop(characters.find(|c| *c == '"')),
            // [h] counts hours; other brackets are colours, conditions and currencies.
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                let is_span = |c: char| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's');
                time |= !inside.is_empty() && inside.chars().all(is_span);
            }
            ';' => break,
            'y' | 'Y' => year = true,
            'm' | 'M' => month = true,
            'd' | 'D' => day = true,
            'h' | 'H' | 's' | 'S' => time = true,
            _ => {}
        }
    }
    match (year, month, day, time) {
        (false, false, false, false) => None,
        (false, _, false, true) => Some(Shows::Time),
        (_, _, _, true) => Some(Shows::DayAndTime),
        (true, false, false, _) => Some(Shows::Year),
        (true, true, false, _) => Some(Shows::Month),
        _ => Some(Shows::Day),
    }
}

/// A serial number as a date: "2026-01-31", "2026-01", "2026", "08:30:00", "2026-01-31 08:30:00".
/// What is no date stays a number.
pub(super) fn show(serial: f64, shows: Shows, epoch: Epoch) -> String {
    /// 31 December 9999.
    const LAST: f64 = 2_958_465.0;
    if !(0.0..=LAST).contains(&serial) {
        return serial.to_string();
    }
    let seconds = (serial.fract() * 86_400.0).round() as i64;
    let days = serial.trunc() as i64 + seconds / 86_400;
    let seconds = seconds % 86_400;
    let since_1970 = match epoch {
        Epoch::From1904 => days - 24_107,
        // Spreadsheets count a 29 February 1900 that never was.
        Epoch::From1900 if days < 60 => days - 25_568,
        Epoch::From1900 => days - 25_569,
    };
    let (year, month, day) = civil(since_1970);
    let date = || format!("{year:04}-{month:02}-{day:02}");
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match shows {
        Shows::Year => format!("{year:04}"),
        Shows::Month => format!("{year:04}-{month:02}"),
        Shows::Day => date(),
        Shows::Time => format!("{:02}:{minute:02}:{second:02}", days * 24 + hour),
        Shows::DayAndTime => format!("{} {hour:02}:{minute:02}:{second:02}", date()),
    }
}

/// Year, month and day of a number of days since 1 January 1970, in the Gregorian calendar.
fn civil(days: i64) -> (i64, i64, i64) {
    // Years that begin in March put the leap day at their end; 400 of them have 146,097 days.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (400 * era + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_by_their_format() {
        for code in ["General", "0.00", "#,##0", "0%", "0.00E+00", "@", "#,##0\\ \"dage\"", ""] {
            assert_eq!(coded(code), None, "{code}");
        }
        for code in ["[Red]#,##0", "[$kr.-406] #,##0", "0_m", "0*d", "0;yyyy", "# ?/?"] {
            assert_eq!(coded(code), None, "{code}");
        }
        assert_eq!(coded("yyyy"), Some(Shows::Year));
        assert_eq!(coded("mmm\\ yyyy"), Some(Shows::Month));
        assert_eq!(coded("[$-406]d. mmmm yyyy;@"), Some(Shows::Day));
        assert_eq!(coded("dd-mm-yyyy hh:mm"), Some(Shows::DayAndTime));
        assert_eq!(coded("hh:mm AM/PM"), Some(Shows::Time));
        assert_eq!(coded("[h]:mm"), Some(Shows::Time));
    }

    #[test]
    fn serials_are_days_of_the_calendar() {
        let day = |serial, epoch| show(serial, Shows::Day, epoch);
        // The day that both systems' documentation converts.
        assert_eq!(day(35_981.0, Epoch::From1900), "1998-07-05");
        assert_eq!(day(34_519.0, Epoch::From1904), "1998-07-05");
        assert_eq!(day(1.0, Epoch::From1900), "1900-01-01");
        assert_eq!(day(59.0, Epoch::From1900), "1900-02-28");
        assert_eq!(day(61.0, Epoch::From1900), "1900-03-01");
        assert_eq!(day(45_351.0, Epoch::From1900), "2024-02-29");
        assert_eq!(day(2_958_465.0, Epoch::From1900), "9999-12-31");
        assert_eq!(day(0.0, Epoch::From1904), "1904-01-01");
    }

    #[test]
    fn only_what_the_format_shows_is_written() {
        let at = |shows| show(46_053.5, shows, Epoch::From1900);
        assert_eq!(at(Shows::Year), "2026");
        assert_eq!(at(Shows::Month), "2026-01");
        assert_eq!(at(Shows::DayAndTime), "2026-01-31 12:00:00");
        assert_eq!(show(0.75, Shows::Time, Epoch::From1900), "18:00:00");
        assert_eq!(show(1.999_999_99, Shows::DayAndTime, Epoch::From1900), "1900-01-02 00:00:00");
    }

    #[test]
    fn what_is_no_date_stays_a_number() {
        for serial in [-1.0, 1e300, 2_958_466.0] {
            assert_eq!(show(serial, Shows::Day, Epoch::From1900), serial.to_string());
        }
        assert_eq!(show(f64::NAN, Shows::Day, Epoch::From1900), "NaN");
    }
}
