//! What is no count is kept as typed, named with place and remedy, and stops nothing else.

use byspejl::text::{Lang, figures, parts, problems, verdicts};

use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn wrong_input_is_named_kept_and_stops_nothing_else() {
    Browser::new().walk(wrong_input).await;
}

async fn wrong_input(page: &Page) -> Walk {
    page.open("#/figures").await?;
    let wrong = [
        (0, "12,5", parts::level_management(DA), problems::fraction(DA)),
        (1, "-3", parts::level_professionals(DA), problems::negative(DA)),
        (2, "28 %", parts::level_associate_professionals(DA), problems::percentage(DA)),
    ];
    for (row, text, _, _) in wrong {
        page.enter(row, 0, text).await?;
    }
    for (row, counts) in [(3, ["200", "0"]), (4, ["71", "29"])] {
        page.enter(row, 0, counts[0]).await?;
        page.enter(row, 1, counts[1]).await?;
    }
    // The rows without a mistake are judged.
    let below = verdicts::label_below(DA, "byen");
    page.live_verdict_is(parts::level_skilled_and_clerical(DA), &below).await?;
    let in_line = verdicts::label_in_line(DA, "byen");
    page.live_verdict_is(parts::level_elementary(DA), &in_line).await?;

    page.shows("#problems", &figures::problems_heading(DA, "3")).await?;
    for (place, (row, text, level, remedy)) in wrong.into_iter().enumerate() {
        let entry = format!("#problems li:nth-child({})", place + 1);
        let where_it_is = figures::grid_cell(DA, parts::group_danish_origin(DA), level);
        page.shows(&entry, &where_it_is).await?;
        page.shows(&entry, remedy).await?;
        page.click(&format!("{entry} a")).await?;
        page.focus_is_on(&cell(row, 0)).await?;
        page.holds(&cell(row, 0), text).await?;
        page.has(&format!("{}[aria-invalid='true']", cell(row, 0)), 1).await?;
        let described = format!(
            "return document.getElementById(document.querySelector(\"{}\")
                .getAttribute('aria-describedby'))?.innerText.includes('{remedy}')",
            cell(row, 0),
        );
        page.until("the remedy beside the cell", &described).await?;
    }
    page.has("a[href='#/figures'] .step-missing", 1).await?;
    // Corrected in place, the problem goes.
    page.click("#problems li a").await?;
    page.keys("12").await?;
    page.shows("#problems", &figures::problems_heading(DA, "2")).await?;
    page.has(&format!("{}[aria-invalid='true']", cell(0, 0)), 0).await
}
