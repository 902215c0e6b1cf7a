//! Ten thousand pledges: within five seconds and 500 MB, one corrupt file among them named.

use super::entries::today;
use super::reading::{example, public};
use byspejl::board::{MOST_FILES, Roll, Unread};
use byspejl::exchange::board::gather;
use byspejl::text::Lang;
use std::time::{Duration, Instant};

const LONGEST: Duration = Duration::from_secs(5);
const CORRUPT: usize = 4_321;

/// The most memory this program has held, kB.
#[cfg(target_os = "linux")]
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn ten_thousand_pledges_are_read_and_summed_up_in_time_and_memory() {
    let template = public(&example("ORGANISATION"), Lang::Da);
    let mut roll = Roll::default();
    let mut taken = Duration::ZERO;
    // As the page sends them, a hundred at a time.
    for batch in 0..MOST_FILES / 100 {
        let (mut lines, mut bytes) = (String::new(), Vec::new());
        for number in batch * 100..(batch + 1) * 100 {
            let mut file = template.replace("ORGANISATION", &format!("Virksomhed {number}"));
            if number == CORRUPT {
                file.truncate(1_000);
            }
            lines.push_str(&format!("{}\tvirksomhed-{number}.json\n", file.len()));
            bytes.extend_from_slice(file.as_bytes());
        }
        let begun = Instant::now();
        gather(&mut roll, &lines, &bytes).expect("a batch");
        taken += begun.elapsed();
    }
    let begun = Instant::now();
    let summary = roll.summary(today());
    taken += begun.elapsed();

    assert_eq!((summary.files, summary.pledges), (MOST_FILES, MOST_FILES - 1));
    assert_eq!(summary.skipped.len(), 1);
    assert_eq!(summary.skipped[0].file, format!("virksomhed-{CORRUPT}.json"));
    assert!(matches!(summary.skipped[0].why, Unread::Damaged { .. }));
    let sum = summary.pooled.and_then(|pooled| pooled.people).expect("all of them public");
    assert_eq!(sum.people, 640 * (MOST_FILES as u64 - 1));
    assert!(taken < LONGEST, "{taken:?} for {} bytes each", template.len());
    #[cfg(target_os = "linux")]
    if let Some(most) = most_memory() {
        assert!(most < 500_000, "{most} kB");
    }
}

#[test]
fn what_is_beyond_ten_thousand_is_counted_and_not_kept() {
    let mut roll = Roll::default();
    for number in 0..MOST_FILES + 3 {
        roll.skip(format!("{number}"), Unread::NotAPledge);
    }
    let summary = roll.summary(today());
    assert_eq!((summary.files, summary.left_out), (MOST_FILES, 3));
}

#[test]
fn ten_thousand_organisations_with_levels_of_their_own_are_summed_up_in_time() {
    let roll = super::entries::roll((0..MOST_FILES).map(|number| {
        let mut entry = super::entries::pledge(&format!("Virksomhed {number}"));
        entry.targets = (0..8)
            .map(|level| super::entries::called(&format!("Niveau {level} i {number}"), 20, 5, 6))
            .collect();
        entry
    }));
    let begun = Instant::now();
    let pooled = roll.summary(today()).pooled.expect("many organisations");
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
    assert_eq!(pooled.levels.len(), 1);
    assert_eq!(pooled.levels[0].sum.map(|sum| sum.people), Some(8 * 20 * MOST_FILES as u64));
}
