//! Where work stays and where it does not: this tab, this computer, nowhere.

use byspejl::text::{Lang, app, figures};

use crate::support::browser::Folder;
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;
const KEPT_IN_TAB: &str = "return !!sessionStorage.getItem('byspejl.work')";

#[tokio::test]
async fn a_reload_keeps_the_work_and_another_tab_does_not_see_it() {
    Browser::new().walk(tab_only).await;
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn work_saved_on_this_computer_is_there_next_time_until_it_is_erased() {
        let profile = Folder::new("profile");
        Browser::new().with_profile(profile.path()).walk(save_on_computer).await;
        Browser::new().with_profile(profile.path()).walk(find_and_erase).await;
    }

    #[tokio::test]
    async fn blocked_storage_is_said_and_stops_nothing() {
        Browser::new().without_storage().walk(without_storage).await;
    }
}

async fn type_two(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.enter(0, 0, "100").await?;
    page.enter(0, 1, "-3").await
}

async fn tab_only(page: &Page) -> Walk {
    page.open("#/figures").await?;
    let untouched = "return sessionStorage.length + localStorage.length";
    assert_eq!(page.run(untouched).await?, 0, "opening the page leaves no trace");
    type_two(page).await?;
    page.shows("[data-save-state]", app::save_tab(DA)).await?;
    page.until("the work to be kept", KEPT_IN_TAB).await?;
    page.reload().await?;
    page.holds(&cell(0, 0), "100").await?;
    page.holds(&cell(0, 1), "-3").await?;
    assert_eq!(page.run("return localStorage.length").await?, 0);

    let tab = page.driver.new_tab().await?;
    page.driver.switch_to_window(tab).await?;
    page.open("#/figures").await?;
    page.holds(&cell(0, 0), "").await?;
    page.shows(".live", figures::live_waiting(DA)).await
}

async fn save_on_computer(page: &Page) -> Walk {
    type_two(page).await?;
    page.switch_language("en").await?;
    page.switch_language("da").await?;
    page.click(".save > summary").await?;
    page.press(app::save_on_computer(DA)).await?;
    page.shows("[data-save-state]", app::save_computer(DA)).await?;
    page.until("the work to be saved", "return !!localStorage.getItem('byspejl.work')").await?;
    // What is typed afterwards is saved as well.
    page.click(".save > summary").await?;
    page.enter(1, 0, "250").await?;
    let newest = "return localStorage.getItem('byspejl.work').includes('250')";
    page.until("the newest work to be saved", newest).await.map(drop)
}

async fn find_and_erase(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.holds(&cell(0, 0), "100").await?;
    page.holds(&cell(1, 0), "250").await?;
    page.shows("[data-save-state]", app::save_computer(DA)).await?;
    page.switch_language("en").await?;
    page.switch_language("da").await?;
    page.click(".save > summary").await?;
    page.press(app::save_erase(DA)).await?;
    page.press(app::save_erase_confirm(DA)).await?;
    page.shows(".messages", app::save_erased(DA)).await?;
    page.holds(&cell(0, 0), "").await?;
    let empty = "return sessionStorage.length + localStorage.length";
    assert_eq!(page.run(empty).await?, 0, "nothing is left behind");
    page.reload().await?;
    page.holds(&cell(0, 0), "").await?;
    page.holds(&cell(1, 0), "").await?;
    assert_eq!(page.run(empty).await?, 0, "nothing comes back");
    Ok(())
}

async fn without_storage(page: &Page) -> Walk {
    type_two(page).await?;
    let blocked = "try { return !window.sessionStorage } catch { return true }";
    assert_eq!(page.run(blocked).await?, true, "the browser blocks storage");
    page.shows("[data-save-state]", app::save_nowhere(DA)).await?;
    page.enter(0, 1, "0").await?;
    page.has(".live-table [data-verdict]", 6).await?;
    page.click(".save > summary").await?;
    page.shows(".save-panel", app::save_nowhere_long(DA)).await?;
    page.shows(".save-panel", app::save_download(DA)).await?;
    let offered = page.text(".save-panel").await?;
    assert!(!offered.contains(app::save_on_computer(DA)), "offers what it cannot do");
    page.switch_language("en").await?;
    page.holds(&cell(0, 0), "100").await
}
