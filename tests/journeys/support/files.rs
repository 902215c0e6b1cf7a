//! Files in a visitor's hands: chosen, dropped, pasted, and kept.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::browser::Folder;
use super::engine::Engine;
use super::page::{Page, Walk};

/// The heading of whatever the import shows in place of the screen.
pub const HEADING: &str = "#office-heading";
/// The one confirm.
pub const USE: &str = "[data-act='use']";

/// A file of the corpus, as people have them.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/files").join(name)
}

/// Waits until files can be taken in, which is soon after the start.
pub async fn is_open(page: &Page) -> Walk {
    page.has("#office", 1).await?;
    // The styles come with the script that listens.
    let listens = "return [...document.styleSheets].some((sheet) => /office/.test(sheet.href))";
    page.until("the page to listen", listens).await.map(drop)
}

/// Chooses a file with the button of the present screen.
pub async fn choose(page: &Page, file: &Path) -> Walk {
    is_open(page).await?;
    page.has("#open-file", 1).await?;
    let field = page.driver.find(By::Id("open-file")).await?;
    field.send_keys(file.to_str().expect("the name is plain")).await
}

/// Drops a file in the middle of the page.
pub async fn drop_file(page: &Page, file: &Path) -> Walk {
    drop_files(page, &[file.to_owned()]).await
}

/// Drops files together.
pub async fn drop_files(page: &Page, files: &[PathBuf]) -> Walk {
    is_open(page).await?;
    let named = files.iter().map(|file| {
        let bytes = fs::read(file).expect("the file is there");
        let name = file.file_name().and_then(|name| name.to_str()).expect("the name is plain");
        json!([name, bytes])
    });
    // WebDriver cannot drag from outside; the events are those that the browser sends.
    let script = "const data = new DataTransfer();
        for (const [name, bytes] of arguments[0]) {
            data.items.add(new File([Uint8Array.from(bytes)], name));
        }
        for (const kind of ['dragenter', 'dragover', 'drop']) {
            document.body.dispatchEvent(new DragEvent(kind,
                { dataTransfer: data, bubbles: true, cancelable: true }));
        }";
    page.run_with(script, named.collect()).await.map(drop)
}

/// Lets the page use the clipboard without a question.
pub async fn may_use_clipboard(page: &Page) -> Walk {
    match Engine::of_this_run() {
        Engine::Chromium => {
            let granted =
                json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            page.debug("Browser.grantPermissions", granted).await.map(drop)
        }
        Engine::Firefox | Engine::WebKit => Ok(()),
    }
}

/// Lets the page use the clipboard and puts a text on it.
pub async fn put_on_clipboard(page: &Page, text: &str) -> Walk {
    may_use_clipboard(page).await?;
    let script = "const [text, done] = arguments; navigator.clipboard.writeText(text)
        .then(() => done(null), (error) => done(String(error)))";
    let refused = page.driver.execute_async(script, vec![json!(text)]).await?;
    assert!(refused.json().is_null(), "the clipboard took nothing: {}", refused.json());
    Ok(())
}

/// Sends everything that is downloaded into a folder.
pub async fn download_into(page: &Page, folder: &Folder) -> Walk {
    match Engine::of_this_run() {
        Engine::Chromium => {
            let settings = json!({ "behavior": "allow", "downloadPath": folder.path() });
            page.debug("Browser.setDownloadBehavior", settings).await.map(drop)
        }
        Engine::Firefox | Engine::WebKit => {
            // The browser was told a folder once, at its start; that becomes another name of this.
            let told = page.downloads.path();
            fs::remove_dir(told).expect("nothing has been downloaded yet");
            symlink(folder.path(), told).expect("the target folder can be written");
            Ok(())
        }
    }
}

/// Watches from now on for tasks that keep the page from answering.
pub async fn watch_tasks(page: &Page) -> Walk {
    let script = "window.tasks = []; new PerformanceObserver((list) =>
        window.tasks.push(...list.getEntries().map((task) => task.duration)))
        .observe({ type: 'longtask' })";
    page.run(script).await.map(drop)
}

/// The tasks of 50 ms and more since [`watch_tasks`], in milliseconds.
pub async fn long_tasks(page: &Page) -> WebDriverResult<Value> {
    page.run("return window.tasks").await
}
