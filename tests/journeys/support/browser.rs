//! Opens a browser for one journey and closes it again, whatever happens in between.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::sync::Semaphore;
use tokio::time::sleep;

use super::page::{Page, Walk};
use super::watch;

/// So many browsers run at once: more only slow each other down on two cores.
static SEATS: Semaphore = Semaphore::const_new(SEAT_COUNT as usize);
const SEAT_COUNT: u32 = 2;

/// `--no-sandbox`, because containers run as root, where Chromium refuses to start with it.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// How a browser is set up before it starts. Each start has a profile of its own unless one is given.
#[derive(Default)]
pub struct Browser {
    arguments: Vec<String>,
    preferences: Map<String, Value>,
    is_alone: bool,
}

impl Browser {
    pub fn new() -> Browser {
        Browser::default()
    }

    /// Changes one of Chromium's preferences, by its dotted name.
    pub fn preferring(mut self, name: &str, value: Value) -> Browser {
        self.preferences.insert(name.to_owned(), value);
        self
    }

    /// Waits until no other browser runs, for a journey that measures the page and not the machine.
    pub fn alone(mut self) -> Browser {
        self.is_alone = true;
        self
    }

    /// Keeps cookies and storage in this folder, so that a later start finds them.
    pub fn with_profile(mut self, folder: &Path) -> Browser {
        self.arguments.push(format!("--user-data-dir={}", folder.display()));
        self
    }

    /// Walks a journey in a fresh browser. A journey that fails fails the test after the browser has
    /// been closed.
    pub async fn walk(self, journey: impl AsyncFnOnce(&Page) -> Walk) {
        let seats = if self.is_alone { SEAT_COUNT } else { 1 };
        let _seats = SEATS.acquire_many(seats).await.expect("the seats are never taken away");
        let driver = WebDriver::new(variable("BYSPEJL_WEBDRIVER"), self.capabilities())
            .await
            .expect("chromedriver opens a browser");
        let address = variable("BYSPEJL_URL");
        let walked = driver.run_and_quit(|driver| async move {
            let page = Page::new(driver, address);
            watch::begin(&page).await?;
            journey(&page).await?;
            watch::end(&page).await
        });
        if let Err(error) = walked.await {
            panic!("{error}");
        }
    }

    fn capabilities(&self) -> Capabilities {
        let own = self.arguments.iter().map(String::as_str);
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain(own).collect();
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments, "prefs": self.preferences },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        serde_json::from_value(wanted).expect("capabilities are an object")
    }
}

/// Where the page and the driver are; `cargo xtask test` sets both.
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask test`"))
}

/// A new folder that is removed again when dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{name}-{}-{count}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("the target folder can be written");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind is under target/ and in nobody's way.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Waits until the browser has put a project file into a folder.
pub async fn downloaded(folder: &Path) -> PathBuf {
    downloaded_as(folder, ".byspejl.json").await
}

/// Waits until the browser has put a file with this ending into a folder.
pub async fn downloaded_as(folder: &Path, ending: &str) -> PathBuf {
    let started = Instant::now();
    loop {
        let files = fs::read_dir(folder).expect("the folder is there").flatten();
        let finished = files.map(|file| file.path()).find(|path| {
            path.to_str().is_some_and(|path| path.ends_with(ending))
                && fs::metadata(path).is_ok_and(|data| data.len() > 0)
        });
        match finished {
            Some(file) => return file,
            None if started.elapsed() > Duration::from_secs(10) => panic!("nothing was downloaded"),
            None => sleep(Duration::from_millis(50)).await,
        }
    }
}
