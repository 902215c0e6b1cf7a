//! Another group than all immigrants and descendants is looked at, all groups are seen side by
//! side, and the three benchmarks on request.

use byspejl::session::Session;
use byspejl::text::{Lang, beside, figure, findings, groups, parts, verdicts};
use serde_json::json;

use crate::accessibility::check;
use crate::support::files::{USE, choose};
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

/// Five groups on three levels.
const SHEET: &str = "Niveau;Dansk oprindelse;Indvandrere, vestlige lande;Indvandrere, ikke-vestlige \
    lande;Efterkommere, vestlige lande;Efterkommere, ikke-vestlige lande\n\
    Grundniveau;60;4;70;2;9\n\
    Mellemniveau;180;10;25;3;6\n\
    Ledelse;90;1;2;0;1\n";

/// Denmark, 1 January 2013: the newest built-in population in five groups.
const FIVE: &str = "dk-2013-5";

#[tokio::test]
async fn one_group_is_looked_at_and_the_others_stand_beside_it() {
    Browser::new().walk(one_group).await;
}

#[tokio::test]
async fn a_group_that_the_benchmark_lacks_gives_way_and_it_is_said() {
    Browser::new().walk(gives_way).await;
}

#[tokio::test]
async fn the_three_benchmarks_stand_side_by_side() {
    Browser::new().walk(three).await;
}

async fn choose_option(page: &Page, list: &str, value: &str) -> Walk {
    let script = "const list = document.querySelector(arguments[0][0]);
        list.value = arguments[0][1];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run_with(script, json!([list, value])).await.map(drop)
}

async fn see_five(page: &Page) -> Walk {
    let file = std::env::temp_dir().join(format!("byspejl-five-{}.csv", std::process::id()));
    std::fs::write(&file, SHEET).expect("a temporary file can be written");
    page.open("#/figures").await?;
    choose(page, &file).await?;
    page.click(USE).await?;
    page.holds("#benchmark", Session::default().draft().benchmark_id.as_str()).await?;
    choose_option(page, "#benchmark", FIVE).await?;
    page.run("location.hash = '#/mirror'").await?;
    page.has("#focus option", 9).await
}

async fn one_group(page: &Page) -> Walk {
    see_five(page).await?;
    let group = findings::what_descendant(DA, "2");
    choose_option(page, "#focus", "descendant").await?;
    let title = figure::levels_title(DA, &findings::share_of_of(DA, &group));
    page.shows("#mirror-figure", &title).await?;
    // 5 and 16 of 463.
    page.shows(".lead", "21 af 463").await?;
    page.shows("main", groups::hint(DA)).await?;
    page.shows("main", "97 af 463").await?;
    page.shows("main", parts::group_immigrant_non_western(DA)).await?;
    let mut violations = Vec::new();
    check(page, "the mirror of one group", &mut violations).await?;
    assert!(violations.is_empty(), "{violations:#?}");
    // The choice is part of the work: it survives a reload.
    page.reload().await?;
    page.shows("#mirror-figure", &title).await
}

async fn gives_way(page: &Page) -> Walk {
    see_five(page).await?;
    choose_option(page, "#focus", "non_western").await?;
    page.shows(".lead", "113 af 463").await?;
    page.run("location.hash = '#/figures'").await?;
    page.has("#benchmark", 1).await?;
    choose_option(page, "#benchmark", &Session::default().draft().benchmark_id).await?;
    page.run("location.hash = '#/mirror'").await?;
    page.shows("[data-missed]", parts::group_non_western(DA)).await?;
    page.shows(".lead", "133 af 463").await?;
    page.shows("main", groups::coarse(DA)).await?;
    page.shows("#focus option", &groups::focus_unknown(DA, parts::group_non_western(DA))).await
}

async fn three(page: &Page) -> Walk {
    see_five(page).await?;
    page.press(beside::open(DA)).await?;
    page.shows(".beside", beside::labour_cannot(DA)).await?;
    page.shows(".beside", "RAS201").await?;
    page.shows(".beside", verdicts::step_below(DA)).await?;
    // 4 of 94 over 44 of 224, by hand: 0.0426 / 0.1964.
    page.shows(".beside", "0,22").await?;
    let mut violations = Vec::new();
    check(page, "the three benchmarks", &mut violations).await?;
    assert!(violations.is_empty(), "{violations:#?}");
    Ok(())
}
