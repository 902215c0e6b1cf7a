//! A whole visit asks nobody but the page's own host for anything, and breaks no rule of its own.

use byspejl::text::{Lang, app};

use crate::screens::{FIGURES, PLEDGE, SCREENS, visit, with_example};
use crate::support::browser::{Folder, downloaded};
use crate::support::files::download_into;
use crate::support::{Browser, Page, Walk, watch};

mod chromium {
    use super::*;

    #[tokio::test]
    async fn a_whole_visit_stays_with_its_host_and_its_policy() {
        Browser::new().walk(whole_visit).await;
    }
}

async fn whole_visit(page: &Page) -> Walk {
    let folder = Folder::new("visit");
    download_into(page, &folder).await?;
    page.before_each_document("window.print = () => {}").await?;
    with_example(page, Lang::Da).await?;
    page.switch_language("en").await?;
    for screen in SCREENS {
        visit(page, screen).await?;
    }
    visit(page, FIGURES).await?;
    page.enter(0, 0, "40").await?;
    visit(page, PLEDGE).await?;
    page.fill("#pledge-note", "A remark").await?;
    page.click("[data-print]").await?;
    page.click(".save > summary").await?;
    page.press(app::save_download(Lang::En)).await?;
    downloaded(folder.path()).await;
    page.press(app::save_on_computer(Lang::En)).await?;
    page.press(app::save_erase(Lang::En)).await?;
    page.press(app::save_erase_confirm(Lang::En)).await?;
    page.reload().await?;

    let said = watch::console(page).await?;
    assert!(said.is_empty(), "on the console: {said:#?}");
    let requests = watch::requests(page).await?;
    assert!(requests.len() > 5, "the browser keeps no list of requests: {requests:?}");
    let origin = &page.address;
    let elsewhere = |address: &&String| {
        !["data:", "blob:", origin.as_str()].iter().any(|near| address.starts_with(near))
    };
    let elsewhere: Vec<&String> = requests.iter().filter(elsewhere).collect();
    assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:#?}");
    Ok(())
}
