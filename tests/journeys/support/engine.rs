//! The browser engines that the journeys run in, one at a time: `BYSPEJL_BROWSER` names it.
//!
//! What only Chromium's debugging protocol can do (a network that is cut, a phone's screen, scripts
//! before the page's own) is for journeys in a module called `chromium`. What WebKit's driver cannot
//! do (downloads, paper, the clipboard, how a browser is set up) is for journeys in a module called
//! `without_webkit`. The runs of the other engines leave those out by these names.

use std::env;
use std::path::PathBuf;

use serde_json::{Value, json};

/// `--no-sandbox`, because containers run as root, where Chromium refuses to start with it.
const CHROMIUM: [&str; 9] = [
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
const FIREFOX: [&str; 3] = ["-headless", "--width=1280", "--height=900"];

/// What a visitor has asked the system for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Dark,
    LessMotion,
    /// The visitor's own few colours in place of the page's.
    ForcedColours,
}

/// How a browser is set up before it starts.
#[derive(Default)]
pub struct Setup {
    /// A folder that keeps what a site stores for a later start.
    pub profile: Option<PathBuf>,
    /// Where downloads go.
    pub downloads: PathBuf,
    pub wishes: Vec<Wish>,
    pub blocks_storage: bool,
    /// Whether scripts run at all; they do unless this is set. Chromium only.
    pub blocks_scripts: bool,
}

/// One of the three engines that browsers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine of this run; Chromium unless another one is named.
    pub fn of_this_run() -> Engine {
        match env::var("BYSPEJL_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => panic!("no such browser: {other}"),
        }
    }

    /// How the browser is asked for.
    pub fn capabilities(self, setup: &Setup) -> Value {
        match self {
            Engine::Chromium => chromium(setup),
            Engine::Firefox => firefox(setup),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": webkit(), "args": ["--automation"] },
            }),
        }
    }
}

impl Wish {
    /// As Chromium's debugging protocol says it.
    pub fn media(self) -> Value {
        let (name, value) = match self {
            Wish::Dark => ("prefers-color-scheme", "dark"),
            Wish::LessMotion => ("prefers-reduced-motion", "reduce"),
            Wish::ForcedColours => ("forced-colors", "active"),
        };
        json!({ "name": name, "value": value })
    }

    /// As Firefox's settings say it.
    fn setting(self) -> (&'static str, Value) {
        match self {
            Wish::Dark => ("layout.css.prefers-color-scheme.content-override", json!(0)),
            Wish::LessMotion => ("ui.prefersReducedMotion", json!(1)),
            Wish::ForcedColours => ("browser.display.document_color_use", json!(2)),
        }
    }
}

fn chromium(setup: &Setup) -> Value {
    const BLOCK: u8 = 2;
    let own = setup.profile.as_ref().map(|folder| format!("--user-data-dir={}", folder.display()));
    let arguments: Vec<&str> = CHROMIUM.into_iter().chain(own.as_deref()).collect();
    let mut preferences = json!({});
    if setup.blocks_storage {
        preferences["profile.default_content_setting_values.cookies"] = json!(BLOCK);
    }
    if setup.blocks_scripts {
        preferences["profile.managed_default_content_settings.javascript"] = json!(BLOCK);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": arguments, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(setup: &Setup) -> Value {
    let mut arguments: Vec<String> = FIREFOX.into_iter().map(str::to_owned).collect();
    if let Some(folder) = &setup.profile {
        arguments.extend(["-profile".to_owned(), folder.display().to_string()]);
    }
    let mut preferences = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": setup.downloads,
        "browser.download.alwaysOpenPanel": false,
        // A page's own script may read the clipboard without a question.
        "dom.events.testing.asyncClipboard": true,
    });
    if setup.blocks_storage {
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    for (name, value) in setup.wishes.iter().map(|wish| wish.setting()) {
        preferences[name] = value;
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "args": arguments, "prefs": preferences },
    })
}

/// WebKitGTK's own browser stands beside the library, whose folder has the machine's name in it.
fn webkit() -> String {
    env::var("BYSPEJL_WEBKIT").unwrap_or_else(|_| "MiniBrowser".to_owned())
}
