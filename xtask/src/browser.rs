//! Chromium through chromedriver, with just as much of the WebDriver protocol as the measurements
//! need. The journeys bring their own client and use only the address of the [`Driver`].

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::engines;

const START: Duration = Duration::from_secs(20);
const STOP: Duration = Duration::from_secs(5);
/// Keys are struck this far apart, so that the answer to one is finished before the next.
const BETWEEN_KEYS_MS: u32 = 150;

/// A WebDriver program of our own, stopped when dropped.
pub struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts chromedriver.
    pub fn chromium() -> Result<Self> {
        Self::start("chromedriver", ["--log-level=SEVERE"], None)
    }

    /// Starts a driver on a free port, its browsers on a screen if one is named, and waits until
    /// it answers.
    pub fn start<'a>(
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = &'a str>,
        screen: Option<&str>,
    ) -> Result<Self> {
        let port = engines::free_port()?;
        let name = program.as_ref().to_string_lossy().into_owned();
        let mut command = Command::new(program);
        command.arg(format!("--port={port}")).args(arguments);
        command.envs(screen.map(|screen| ("DISPLAY", screen)));
        let process = command
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        let driver = Self { process, url: format!("http://127.0.0.1:{port}") };
        let started = Instant::now();
        while minreq::get(format!("{}/status", driver.url)).send().is_err() {
            if started.elapsed() > START {
                bail!("{name} does not answer");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// Where WebDriver clients reach it.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked politely it also ends the browsers it started; killed it would leave them behind.
        let asked = minreq::get(format!("{}/shutdown", self.url)).send();
        let started = Instant::now();
        while asked.is_ok() && started.elapsed() < STOP {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// One fresh browser with an empty profile, closed when dropped.
pub struct Browser<'a> {
    url: String,
    _driver: &'a Driver,
}

impl<'a> Browser<'a> {
    /// Opens Chromium without a window.
    pub fn open(driver: &'a Driver) -> Result<Self> {
        let arguments = [
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
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "pageLoadStrategy": "none",
            "goog:chromeOptions": { "args": arguments },
        }}});
        let session = post(&format!("{}/session", driver.url), &wanted)?;
        let id = session["sessionId"].as_str().context("no session")?;
        Ok(Self { url: format!("{}/session/{id}", driver.url), _driver: driver })
    }

    /// Calls a command of the browser's own debugging protocol.
    pub fn debug(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.post("goog/cdp/execute", &body)
    }

    /// Starts loading a page and does not wait for it.
    pub fn go(&self, url: &str) -> Result<()> {
        self.post("url", &json!({ "url": url })).map(drop)
    }

    /// Runs a function body in the page and returns what it returns.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs a function body until it returns something else than null.
    pub fn wait_for(&self, script: &str, patience: Duration) -> Result<Option<Value>> {
        let started = Instant::now();
        while started.elapsed() < patience {
            let value = self.run(script)?;
            if !value.is_null() {
                return Ok(Some(value));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(None)
    }

    /// Types keys into the element that has the focus.
    pub fn type_keys(&self, keys: &str) -> Result<()> {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                    json!({ "type": "pause", "duration": BETWEEN_KEYS_MS }),
                ]
            })
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", &json!({ "actions": [keyboard] })).map(drop)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        post(&format!("{}/{command}", self.url), body)
    }
}

impl Drop for Browser<'_> {
    fn drop(&mut self) {
        drop(minreq::delete(&self.url).send());
    }
}

fn post(url: &str, body: &Value) -> Result<Value> {
    let answer = minreq::post(url)
        .with_header("Content-Type", "application/json")
        .with_body(body.to_string())
        .with_timeout(120)
        .send()
        .context("chromedriver")?;
    let mut answer: Value = serde_json::from_slice(answer.as_bytes())?;
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        bail!("{error}: {}", value["message"].as_str().unwrap_or_default());
    }
    Ok(value)
}
