//! Ten people, of whom two: an honest "cannot be told" without colour or pattern.

use byspejl::text::{Lang, findings, verdicts};

use crate::support::{Browser, Page, Walk};

/// Every sign that would read like a verdict.
const VERDICT_SIGNS: &str = ".chip-below, .chip-maybe-below, .chip-in-line, .chip-maybe-above, \
     .chip-above, .card-found";

#[tokio::test]
async fn ten_people_are_too_few_for_any_verdict_colour_or_pattern() {
    Browser::new().walk(ten_people).await;
}

async fn ten_people(page: &Page) -> Walk {
    const DA: Lang = Lang::Da;
    page.open("#/figures").await?;
    // Of Danish origin and with immigrant background, top level first.
    for (row, counts) in
        [["1", "0"], ["3", "0"], ["2", "1"], ["2", "1"], ["0", "0"]].iter().enumerate()
    {
        page.enter(row, 0, counts[0]).await?;
        page.enter(row, 1, counts[1]).await?;
    }
    let headline = findings::headline_too_few(DA, "10", "byen");
    page.shows("[data-headline]", &headline).await?;
    page.has(VERDICT_SIGNS, 0).await?;
    page.click("a[href='#/mirror']").await?;
    page.shows("h1[data-headline]", &headline).await?;
    page.has(VERDICT_SIGNS, 0).await?;
    let told = page.mirror_verdicts().await?;
    let (too_few, no_data) = (verdicts::label_too_few(DA), verdicts::label_no_data(DA));
    let told: Vec<&str> = told.iter().map(|(_, verdict)| verdict.as_str()).collect();
    assert_eq!(told, [too_few, too_few, too_few, too_few, no_data, too_few]);
    let patterned =
        "return document.querySelectorAll('#mirror-figure svg [fill^=\"url(\"]').length";
    assert_eq!(page.run(patterned).await?, 0, "bars with a verdict's pattern");
    let called_invented = "return document.querySelector('.badge').checkVisibility()";
    assert_eq!(page.run(called_invented).await?, false, "the visitor's own figures are no example");
    Ok(())
}
