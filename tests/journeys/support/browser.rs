//! Opens a browser for one journey and closes it again, whatever happens in between.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::sleep;

use super::engine::{Engine, Setup, Wish};
use super::page::{Page, Walk};
use super::watch;

/// A driver for each seat. So many browsers run at once: more only slow each other down on two cores.
static SEATS: LazyLock<Seats> = LazyLock::new(Seats::new);

struct Seats {
    free: Mutex<Vec<String>>,
    count: Semaphore,
    all: u32,
}

impl Seats {
    /// `BYSPEJL_WEBDRIVER` has an address for each browser that may run, with commas between them.
    fn new() -> Seats {
        let drivers: Vec<String> =
            variable("BYSPEJL_WEBDRIVER").split(',').map(str::to_owned).collect();
        Seats {
            count: Semaphore::new(drivers.len()),
            all: drivers.len() as u32,
            free: Mutex::new(drivers),
        }
    }

    /// Waits for a driver that is free; with `is_alone` until all of them are.
    async fn take(&'static self, is_alone: bool) -> Seat {
        let seats = if is_alone { self.all } else { 1 };
        let permit = self.count.acquire_many(seats).await.expect("seats are never taken away");
        let driver = self.free.lock().expect("nobody panics here").pop();
        Seat { driver: driver.expect("as many drivers as seats"), _permit: permit }
    }
}

/// A driver in use, given back when dropped.
struct Seat {
    driver: String,
    _permit: SemaphorePermit<'static>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        SEATS.free.lock().expect("nobody panics here").push(std::mem::take(&mut self.driver));
    }
}

/// A browser that is yet to start, with a profile of its own unless one is given.
#[derive(Default)]
pub struct Browser {
    setup: Setup,
    is_alone: bool,
}

impl Browser {
    pub fn new() -> Browser {
        Browser::default()
    }

    /// For a visitor who has asked the system for this.
    pub fn wishing(mut self, wish: Wish) -> Browser {
        self.setup.wishes.push(wish);
        self
    }

    /// Blocks cookies and all other storage.
    pub fn without_storage(mut self) -> Browser {
        self.setup.blocks_storage = true;
        self
    }

    /// Blocks scripts.
    pub fn without_scripts(mut self) -> Browser {
        self.setup.blocks_scripts = true;
        self
    }

    /// Waits until no other browser runs, for a journey that measures the page and not the machine.
    pub fn alone(mut self) -> Browser {
        self.is_alone = true;
        self
    }

    /// Keeps cookies and storage in this folder, so that a later start finds them.
    pub fn with_profile(mut self, folder: &Path) -> Browser {
        self.setup.profile = Some(folder.to_owned());
        self
    }

    /// Walks a journey in a fresh browser. A journey that fails fails the test after the browser has
    /// been closed.
    pub async fn walk(mut self, journey: impl AsyncFnOnce(&Page) -> Walk) {
        let downloads = Folder::new("downloads");
        self.setup.downloads = downloads.path().to_owned();
        let seat = SEATS.take(self.is_alone).await;
        let driver = self.open(&seat.driver).await;
        let address = variable("BYSPEJL_URL");
        let walked = driver.run_and_quit(|driver| async move {
            let page = Page::new(driver, address, downloads);
            watch::begin(&page).await?;
            self.emulate(&page).await?;
            journey(&page).await?;
            watch::end(&page).await
        });
        if let Err(error) = walked.await {
            panic!("{error}");
        }
    }

    /// Opens the browser, at the second try where the driver refuses the first.
    async fn open(&self, driver: &str) -> WebDriver {
        match WebDriver::new(driver, self.capabilities()).await {
            Ok(browser) => browser,
            Err(error) => {
                // Not through `eprintln!`, which a test that passes keeps to itself.
                drop(writeln!(io::stderr(), "a browser is opened again, because of: {error}"));
                let second = WebDriver::new(driver, self.capabilities()).await;
                second.expect("the driver opens a browser")
            }
        }
    }

    /// Tells Chromium what the visitor wishes; Firefox was told at its start.
    async fn emulate(&self, page: &Page) -> Walk {
        if Engine::of_this_run() != Engine::Chromium || self.setup.wishes.is_empty() {
            return Ok(());
        }
        let wishes: Vec<Value> = self.setup.wishes.iter().map(|wish| wish.media()).collect();
        page.debug("Emulation.setEmulatedMedia", json!({ "features": wishes })).await.map(drop)
    }

    fn capabilities(&self) -> Capabilities {
        let wanted = Engine::of_this_run().capabilities(&self.setup);
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
