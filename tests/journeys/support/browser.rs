//! Opens a browser for one journey and closes it again, whatever happens in between.

use std::any::Any;
use std::env;
use std::fs;
use std::future::poll_fn;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex};
use std::task::Poll;
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
    ///
    /// A walk that fails is walked once more in another browser, because drivers lose a click or a
    /// connection now and then. That is said on the terminal even where the second walk succeeds, so
    /// that a journey which needs it often is seen.
    pub async fn walk(mut self, journey: impl AsyncFn(&Page) -> Walk) {
        let seat = SEATS.take(self.is_alone).await;
        let Err(first) = self.attempt(&seat.driver, &journey).await else { return };
        let name = std::thread::current().name().unwrap_or_default().to_owned();
        // Not through `eprintln!`, which a test that passes keeps to itself.
        drop(writeln!(io::stderr(), "walked again: {name}, because of: {first}"));
        if let Err(second) = self.attempt(&seat.driver, &journey).await {
            panic!("{second}\n(the walk before it: {first})");
        }
    }

    /// One walk in one browser; an assertion that fails is an error too.
    async fn attempt(
        &mut self,
        driver: &str,
        journey: impl AsyncFn(&Page) -> Walk,
    ) -> Result<(), String> {
        let downloads = Folder::new("downloads");
        self.setup.downloads = downloads.path().to_owned();
        let driver = WebDriver::new(driver, self.capabilities())
            .await
            .map_err(|error| format!("the driver opens no browser: {error}"))?;
        let address = variable("BYSPEJL_URL");
        let this = &*self;
        let mut walked = pin!(driver.run_and_quit(|driver| async move {
            let page = Page::new(driver, address, downloads);
            watch::begin(&page).await?;
            this.emulate(&page).await?;
            journey(&page).await?;
            watch::end(&page).await
        }));
        poll_fn(|context| {
            let polled = catch_unwind(AssertUnwindSafe(|| walked.as_mut().poll(context)));
            polled
                .map(|step| step.map_err(|error| error.to_string()))
                .unwrap_or_else(|panic| Poll::Ready(Err(said(panic.as_ref()))))
        })
        .await
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

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned()
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
