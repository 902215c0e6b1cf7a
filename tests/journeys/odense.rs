//! A sheet with four levels of its own, known by totals and the group's counts.

use byspejl::text::{Lang, figures, verdicts};

use crate::support::{Browser, Page, Walk};

/// Name, people, people with immigrant background; top level first.
const SHEET: [(&str, &str, &str); 4] = [
    ("Akademikere", "150", "6"),
    ("Lærere", "300", "13"),
    ("Pleje", "200", "25"),
    ("Rengøring", "100", "28"),
];

#[tokio::test]
async fn totals_and_the_group_s_counts_are_enough_for_the_verdicts() {
    Browser::new().walk(odense).await;
}

async fn odense(page: &Page) -> Walk {
    const DA: Lang = Lang::Da;
    page.open("#/figures").await?;
    page.press(figures::shape_edit_levels(DA)).await?;
    page.press(figures::shape_remove_short(DA)).await?;
    page.has(".structure input", 4).await?;
    for (place, (name, _, _)) in SHEET.iter().enumerate() {
        page.fill(&format!(".structure li:nth-child({}) input", place + 1), name).await?;
    }
    let (group, total) = (1, 3);
    for (row, (_, people, focus)) in SHEET.iter().enumerate() {
        page.enter(row, total, people).await?;
        page.enter(row, group, focus).await?;
    }
    page.click("a[href='#/mirror']").await?;
    page.shows(".verdict-table", "28 af 100").await?;
    let below = verdicts::label_below(DA, "byen");
    let in_line = verdicts::label_in_line(DA, "byen");
    let expected = [
        ("Akademikere", &below),
        ("Lærere", &below),
        ("Pleje", &below),
        ("Rengøring", &in_line),
        ("Hele organisationen", &below),
    ];
    let expected = expected.map(|(level, verdict)| (level.to_owned(), verdict.clone()));
    assert_eq!(page.mirror_verdicts().await?, expected);
    page.shows(".verdict-table", "72 af 750").await
}
