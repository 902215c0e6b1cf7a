//! Installs what a bare machine lacks, or says what to install.
//!
//! Rust's own parts come through rustup, the rest through Debian's package manager when this user
//! may use it. Nothing is downloaded in any other way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::engines::Engine;
use crate::project::{Project, find_program, run};

const WASM: &str = "wasm32-unknown-unknown";

/// Something that a system package brings.
struct Need {
    package: &'static str,
    present: fn() -> bool,
    purpose: &'static str,
}

const OPTIMISER: Need = Need {
    package: "binaryen",
    present: || find_program("wasm-opt").is_some(),
    purpose: "wasm-opt makes the page smaller",
};

const BROWSER: [Need; 5] = [
    Need {
        package: "chromium",
        present: || find_program("chromium").is_some(),
        purpose: "the browser that the journeys run in",
    },
    Need {
        package: "chromium-driver",
        present: || find_program("chromedriver").is_some(),
        purpose: "drives the browser",
    },
    Need {
        package: "fonts-dejavu-core",
        present: || Path::new("/usr/share/fonts/truetype/dejavu").is_dir(),
        purpose: "text in the browser",
    },
    Need {
        package: "fonts-liberation",
        present: || Path::new("/usr/share/fonts/truetype/liberation").is_dir(),
        purpose: "text in the browser and in print",
    },
    Need {
        package: "poppler-utils",
        present: || find_program("pdftotext").is_some(),
        purpose: "reads the printed pledge back",
    },
];

const FIREFOX: [Need; 1] = [Need {
    package: "firefox-esr",
    present: || find_program("firefox-esr").is_some(),
    purpose: "the second engine that the journeys run in",
}];

const WEBKIT: [Need; 2] = [
    Need {
        package: "webkit2gtk-driver",
        present: || find_program("WebKitWebDriver").is_some(),
        purpose: "the third engine that the journeys run in, with its driver",
    },
    Need {
        package: "xvfb",
        present: || find_program("Xvfb").is_some(),
        purpose: "a screen for it",
    },
];

/// Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

/// Other people's import libraries come from the registry of the language they are written in.
const COMPARING: [Need; 2] = [
    Need {
        package: "npm",
        present: || find_program("npm").is_some(),
        purpose: "fetches the libraries that reading files is compared with",
    },
    Need { package: "tar", present: || find_program("tar").is_some(), purpose: "unpacks them" },
];

/// What `build`, `serve` and `size` need. Only wasm-opt may be missing afterwards.
pub fn for_building(project: &Project) -> Result<()> {
    wasm_target(project)?;
    // A build script of the charts part formats the code that it generates.
    rustup_component(project, "rustfmt");
    if let Err(error) = system_packages(&[OPTIMISER]) {
        eprintln!("note: {error:#}");
        eprintln!(
            "note: going on without wasm-opt; fine for development, larger than what is shipped"
        );
    }
    Ok(())
}

/// What `bench` and the browser half of `test` need on top.
pub fn for_browsing() -> Result<()> {
    system_packages(&BROWSER)
}

/// An engine that the journeys run in, beside what [`for_browsing`] brings.
pub fn for_engine(engine: Engine) -> Result<()> {
    match engine {
        Engine::Chromium => Ok(()),
        Engine::Firefox => system_packages(&FIREFOX),
        Engine::WebKit => system_packages(&WEBKIT),
    }
}

/// The driver of Firefox, compiled once if it is not installed.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    if let Some(program) = find_program("geckodriver") {
        return Ok(program);
    }
    let folder = project.target().join("xtask").join(["geckodriver-", GECKODRIVER].concat());
    let program = folder.join("bin").join("geckodriver");
    if !program.is_file() {
        println!("cargo install geckodriver");
        let mut install = project.cargo(&["install", "--locked", "--quiet", "geckodriver"]);
        install.args(["--version", GECKODRIVER, "--root"]).arg(&folder);
        // Made for one program; what it leaves behind serves nobody else.
        let scraps = folder.join("scraps");
        run(install.arg("--target-dir").arg(&scraps))?;
        fs::remove_dir_all(scraps)?;
    }
    Ok(program)
}

/// What `bench` needs to compare reading files with other libraries.
pub fn for_comparing() -> Result<()> {
    system_packages(&COMPARING)
}

/// Tries to bring in a rustup component and says whether it is there now.
pub fn rustup_component(project: &Project, component: &str) -> bool {
    let binary = match component {
        "clippy" => "clippy-driver",
        other => other,
    };
    let works = || {
        Command::new(binary)
            .arg("--version")
            .current_dir(project.root())
            .output()
            .is_ok_and(|output| output.status.success())
    };
    works() || (rustup(project, &["component", "add", component]).is_ok() && works())
}

fn wasm_target(project: &Project) -> Result<()> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .current_dir(project.root())
        .output()
        .context("rustc could not be started")?;
    let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() && Path::new(&folder).is_dir() {
        return Ok(());
    }
    rustup(project, &["target", "add", WASM])
        .with_context(|| format!("Rust's {WASM} target is missing; install it and try again"))
}

fn rustup(project: &Project, arguments: &[&str]) -> Result<()> {
    println!("rustup {}", arguments.join(" "));
    run(Command::new("rustup").args(arguments).current_dir(project.root()))
}

fn system_packages(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if find_program("apt-get").is_none() || !is_root() {
        for need in &missing {
            eprintln!("missing: {} ({})", need.package, need.purpose);
        }
        bail!(
            "install the packages above (their names are Debian's: apt-get install {})",
            packages.join(" ")
        );
    }
    println!("apt-get install {}", packages.join(" "));
    let mut update = Command::new("apt-get");
    run(update.args(["update", "--quiet"]))?;
    run(Command::new("apt-get")
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(&packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    match missing.iter().find(|need| !(need.present)()) {
        Some(need) => bail!(
            "{} was installed but does not bring what is needed ({})",
            need.package,
            need.purpose
        ),
        None => Ok(()),
    }
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
