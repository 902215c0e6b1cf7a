//! Ten numbers typed by hand, and the verdicts that stand beside them before the last one is in.

use byspejl::text::{Lang, parts, verdicts};

use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

/// People of Danish origin and with immigrant background, top level first. Against 28.91 %: nobody
/// of 100 and 10 of 200 are far below, 58 of 200 and 145 of 500 (29 %) are in line, 50 of 100 is far
/// above, and 263 of 1,100 in all is 0.83 of the city's share, which is in line.
const STAFF: [[&str; 2]; 5] =
    [["100", "0"], ["190", "10"], ["142", "58"], ["355", "145"], ["50", "50"]];

#[tokio::test]
async fn ten_typed_numbers_give_every_verdict_without_a_button() {
    Browser::new().walk(ten_numbers).await;
}

async fn ten_numbers(page: &Page) -> Walk {
    const DA: Lang = Lang::Da;
    let (below, in_line, above) = (
        verdicts::label_below(DA, "byen"),
        verdicts::label_in_line(DA, "byen"),
        verdicts::label_above(DA, "byen"),
    );
    page.open("#/figures").await?;
    page.enter(0, 0, STAFF[0][0]).await?;
    page.enter(0, 1, STAFF[0][1]).await?;
    // The caret is still in the cell: nothing has been confirmed.
    page.live_verdict_is(parts::level_management(DA), &below).await?;
    page.focus_is_on(&cell(0, 1)).await?;
    page.live_verdict_is(parts::level_professionals(DA), verdicts::label_no_data(DA)).await?;

    for (row, counts) in STAFF.iter().enumerate().skip(1) {
        for (column, count) in counts.iter().enumerate() {
            page.enter(row, column, count).await?;
        }
    }
    page.live_verdict_is(parts::level_elementary(DA), &above).await?;
    let told = page.live_verdicts().await?;
    let told: Vec<&str> = told.iter().map(|(_, verdict)| verdict.as_str()).collect();
    assert_eq!(told, [&below, &below, &in_line, &in_line, &above, &in_line]);
    page.shows(".grid tfoot", "1.100").await?;
    page.shows(".live-table .whole", "263 af 1.100").await
}
