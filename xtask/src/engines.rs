//! The three engines that browsers have, each with its drivers for the journeys.
//!
//! Chromium's driver serves any number of browsers; those of Firefox and WebKit serve one each, so
//! there are as many drivers as browsers that run at once. Absent: what the journeys do.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::browser::Driver;
use crate::install;
use crate::project::Project;
use crate::server::Running;

/// More browsers at once only slow each other down on two cores.
const AT_ONCE: usize = 2;
/// The suite that drives a browser. It finds the page, the drivers and the engine in the
/// environment: `BYSPEJL_URL` (with the slash at the end), `BYSPEJL_WEBDRIVER` (an address for each
/// browser that may run, with commas between them), `BYSPEJL_BROWSER` and `BYSPEJL_WEBKIT`.
pub const JOURNEYS: &str = "journeys";

/// One of the engines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// In the order in which they are tried.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Its name on the command line and in the environment.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The journeys that its driver cannot make, by a part of their names.
    fn left_out(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &[],
            Engine::Firefox => &["::chromium::"],
            Engine::WebKit => &["::chromium::", "::without_webkit::"],
        }
    }

    /// Installs the engine and its driver where they are missing and starts the drivers.
    pub fn start(self, project: &Project) -> Result<Drivers> {
        install::for_engine(self)?;
        let served: Vec<Served> = match self {
            Engine::Chromium => vec![Served { driver: Driver::chromium()?, screen: None }],
            Engine::Firefox => {
                let program = install::geckodriver(project)?;
                let start = || {
                    // Each has a port for the newer protocol too, which nobody uses here.
                    let other = free_port()?.to_string();
                    let arguments = ["--log", "error", "--websocket-port", &other];
                    let driver = Driver::start(&program, arguments, None)?;
                    Ok(Served { driver, screen: None })
                };
                (0..AT_ONCE).map(|_| start()).collect::<Result<_>>()?
            }
            Engine::WebKit => {
                // On one screen only one browser would have the keyboard.
                let start = || {
                    let screen = Screen::start()?;
                    let driver = Driver::start("WebKitWebDriver", [], Some(&screen.name))?;
                    Ok(Served { driver, screen: Some(screen) })
                };
                (0..AT_ONCE).map(|_| start()).collect::<Result<_>>()?
            }
        };
        Ok(Drivers { engine: self, served })
    }
}

/// A driver and what its browsers are shown on, which ends after it.
struct Served {
    driver: Driver,
    screen: Option<Screen>,
}

/// The drivers of one engine, stopped when dropped.
pub struct Drivers {
    engine: Engine,
    served: Vec<Served>,
}

impl Drivers {
    /// The journeys in this engine, through a page that is served somewhere.
    pub fn journeys(&self, project: &Project, page: &str, filter: Option<&str>) -> Result<Command> {
        let mut command =
            project.cargo(&["test", "--features", JOURNEYS, "--test", JOURNEYS, "--"]);
        command.args(filter);
        for name in self.engine.left_out() {
            command.args(["--skip", name]);
        }
        let seats = AT_ONCE / self.served.len();
        let urls = self.served.iter().flat_map(|served| vec![served.driver.url(); seats]);
        command.env("BYSPEJL_WEBDRIVER", urls.collect::<Vec<_>>().join(","));
        command.env("BYSPEJL_URL", page);
        command.env("BYSPEJL_BROWSER", self.engine.name());
        if self.served.iter().any(|served| served.screen.is_some()) {
            command.env("BYSPEJL_WEBKIT", mini_browser()?);
        }
        Ok(command)
    }
}

/// `cargo xtask journeys`: the journeys alone, through `dist/` as it was last built.
pub fn journeys(project: &Project, engine: &str, filter: Option<&str>) -> Result<ExitCode> {
    let known = Engine::ALL.into_iter().find(|known| known.name() == engine);
    let Some(engine) = known else { bail!("no such engine: {engine}") };
    let drivers = engine.start(project)?;
    let page = Running::start(&project.path("dist"), 0)?;
    let status = drivers.journeys(project, &page.url(), filter)?.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// WebKitGTK's small browser, which stands beside the library.
fn mini_browser() -> Result<PathBuf> {
    let folders = |path: &Path| fs::read_dir(path).into_iter().flatten().flatten();
    let libraries = folders(Path::new("/usr/lib")).chain(folders(Path::new("/usr/libexec")));
    let versions = libraries.flat_map(|library| folders(&library.path()).collect::<Vec<_>>());
    let browsers = versions.map(|version| version.path().join("MiniBrowser"));
    browsers.into_iter().find(|path| path.is_file()).context("MiniBrowser is not installed")
}

/// A screen that nobody sees, for a browser that needs one.
struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    fn start() -> Result<Screen> {
        // It takes a free number and says which.
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let output = process.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb found no free display");
        }
        Ok(Screen { process, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A port that nobody uses at the moment.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
