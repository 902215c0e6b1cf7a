//! Reading files against the libraries that a team would otherwise take, in one browser and one run.
//!
//! The libraries come from their registry in a fixed version, are checked against the sum of the
//! archive that was looked at, and stay in `target/`: nothing of them is part of the page. Ours is
//! the office program as it lies in `dist/`. Everybody gets the same bytes, decoding them counts,
//! and whoever reads, reads in a module worker's thread, where the page reads too. Absent: what is
//! measured of loading and typing ([`crate::bench`]). Read next: `benches/peers.js`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::bench::quantile;
use crate::browser::{Browser, Driver};
use crate::dist::Dist;
use crate::install;
use crate::project::{Project, run};
use crate::server::Running;

/// A library as its registry has it. SheetJS has nothing newer there.
struct Peer {
    package: &'static str,
    version: &'static str,
    sha256: &'static str,
    /// What of the archive is used, and what it is called here.
    script: (&'static str, &'static str),
}

const PEERS: [Peer; 2] = [
    Peer {
        package: "papaparse",
        version: "5.7.1",
        sha256: "c78b4aa4a792378059ebcfc71b91601a310e0456f431999c8e95b6f4b614b85c",
        script: ("package/papaparse.min.js", "papaparse.js"),
    },
    Peer {
        package: "xlsx",
        version: "0.18.5",
        sha256: "5b23e25faa2472e50679e5f6ee52fced3ae4c4b1e46e8dfebb221c59747461ee",
        script: ("package/dist/xlsx.full.min.js", "xlsx.js"),
    },
];

/// A file that everybody reads, with whom we are compared and how much faster we are to be.
struct File {
    name: &'static str,
    what: &'static str,
    peer: (&'static str, &'static str),
    limit: f64,
}

const FILES: [File; 4] = [
    File { name: "rows.csv", what: "50,000 rows", peer: PAPAPARSE, limit: 3.0 },
    File { name: "quoted.csv", what: "the same in quotes", peer: PAPAPARSE, limit: 3.0 },
    File { name: "numbers.xlsx", what: "60,000 x 9 numbers", peer: SHEETJS, limit: 2.0 },
    File { name: "payroll.xlsx", what: "20,000 x 11, texts", peer: SHEETJS, limit: 2.0 },
];
/// The reader's name in `benches/peers.js`, and for people.
const PAPAPARSE: (&str, &str) = ("papaparse", "PapaParse");
const SHEETJS: (&str, &str) = ("sheetjs", "SheetJS");
const CELLS: (&str, &str) = ("cells", "Byspejl");
const WHOLE: (&str, &str) = ("whole", "Byspejl, understood");

/// Fresh programs; each reads every file once and then a few times again.
const ROUNDS: usize = 7;
const AGAIN: usize = 4;
const PATIENCE: Duration = Duration::from_secs(180);
const OFFICE: &str = "byspejl-office.js";

/// Starts a worker and keeps what it answers.
const START: &str = r#"
    window.answer = null;
    const worker = new Worker("./peers.js");
    const keep = (answer) => { window.answer = answer; worker.terminate(); };
    worker.onmessage = ({ data }) => keep(data);
    worker.onerror = (event) => keep({ error: event.message || "the worker could not start" });
    worker.postMessage(MESSAGE);
"#;

/// Milliseconds of the first readings and of the later ones.
#[derive(Default)]
struct Times {
    first: Vec<f64>,
    again: Vec<f64>,
    cells: u64,
}

/// Fetches the libraries, has everybody read, and prints who was how fast.
pub fn compare(project: &Project, dist: &Dist, driver: &Driver) -> Result<()> {
    install::for_comparing()?;
    let folder = project.target().join("xtask/peers");
    fs::create_dir_all(&folder)?;
    for peer in &PEERS {
        fetch(peer, &folder)?;
    }
    // In the profile of tests, which is compiled already where anybody develops.
    let mut files = project.cargo(&["test", "--quiet", "--bench", "import_files"]);
    run(files.env("BYSPEJL_IMPORT_FILES", &folder))?;
    fs::copy(project.path("benches/peers.js"), folder.join("peers.js"))?;
    fs::write(folder.join("index.html"), "<!doctype html><title>Peers</title>")?;
    for (name, _) in dist.loaded_with(OFFICE) {
        fs::copy(project.path("dist").join(name), folder.join(name))?;
    }
    let (office, _) = dist.file(OFFICE).context("dist/ has no office program")?;
    let times = measure(&folder, office, driver)?;
    print(&folder, &times)
}

/// The script of a library, from the archive whose sum is known.
fn fetch(peer: &Peer, folder: &Path) -> Result<()> {
    let Peer { package, version, sha256, script: (inside, script) } = peer;
    let archive: PathBuf = folder.join(format!("{package}-{version}.tgz"));
    if !archive.exists() {
        let mut pack = Command::new("npm");
        pack.args(["pack", "--silent", &format!("{package}@{version}")]).current_dir(folder);
        run(&mut pack).with_context(|| format!("{package} {version} could not be fetched"))?;
    }
    let sum = format!("{:x}", Sha256::digest(fs::read(&archive)?));
    ensure!(
        sum == *sha256,
        "{} is not the archive that was looked at (sha256 {sum})",
        archive.display()
    );
    let unpacked = folder.join(package);
    fs::create_dir_all(&unpacked)?;
    run(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(&unpacked).arg(inside))?;
    fs::copy(unpacked.join(inside), folder.join(script))?;
    Ok(())
}

fn measure(
    folder: &Path,
    office: &str,
    driver: &Driver,
) -> Result<BTreeMap<(String, String), Times>> {
    let page = Running::start(folder, 0)?;
    let browser = Browser::open(driver)?;
    browser.go(&page.url())?;
    let mut all: BTreeMap<(String, String), Times> = BTreeMap::new();
    for round in 0..ROUNDS {
        let message = json!({
            "office": format!("./{office}"),
            "files": FILES.iter().map(|file| file.name).collect::<Vec<_>>(),
            // Nobody always finds the other one's rubbish.
            "peersFirst": round % 2 == 0,
            "again": AGAIN,
        });
        browser.run(&START.replace("MESSAGE", &message.to_string()))?;
        let answer = browser.wait_for("return window.answer;", PATIENCE)?;
        let answer = answer.context("reading took too long")?;
        if let Some(error) = answer["error"].as_str() {
            bail!("reading failed in the browser: {error}");
        }
        for result in answer["results"].as_array().into_iter().flatten() {
            let text = |key: &str| result[key].as_str().unwrap_or_default().to_owned();
            let times = all.entry((text("file"), text("reader"))).or_default();
            let taken: Vec<f64> = result["times"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_f64)
                .collect();
            times.first.extend(taken.first());
            times.again.extend(taken.iter().skip(1));
            times.cells = result["cells"].as_u64().unwrap_or_default();
        }
    }
    Ok(all)
}

fn print(folder: &Path, times: &BTreeMap<(String, String), Times>) -> Result<()> {
    println!();
    println!(
        "Reading files in one worker of one Chromium: medians of {ROUNDS} fresh programs (first) \
         and of {} readings after (again)",
        ROUNDS * AGAIN
    );
    let versions = PEERS.map(|peer| format!("{} {}", peer.package, peer.version));
    println!("Compared with {}; bytes to cells on both sides", versions.join(", "));
    println!(
        "{:<13} {:<28} {:<20} {:>10} {:>10} {:>7} {:>7} {:>6}",
        "file", "what", "reader", "first", "again", "faster", "again", "limit"
    );
    for file in &FILES {
        let bytes = fs::metadata(folder.join(file.name))?.len();
        let find = |reader: (&str, &str)| {
            let key = (file.name.to_owned(), reader.0.to_owned());
            times.get(&key).with_context(|| format!("{}: {} did not read", file.name, reader.1))
        };
        let (ours, theirs) = (find(CELLS)?, find(file.peer)?);
        ensure!(
            ours.cells == theirs.cells,
            "{}: we found {} cells, {} found {}",
            file.name,
            ours.cells,
            file.peer.1,
            theirs.cells
        );
        let what = format!("{}, {:.1} MB", file.what, bytes as f64 / 1e6);
        let medians = |times: &Times| {
            let median = |values: &[f64]| quantile(&mut values.to_vec(), 0.5).unwrap_or(f64::NAN);
            (median(&times.first), median(&times.again))
        };
        let theirs = medians(theirs);
        let line = |reader: &str, (first, again): (f64, f64), limit: String| {
            let faster = |theirs: f64, ours: f64| match limit.as_str() {
                "" => String::new(),
                _ => format!("{:.1}x", theirs / ours),
            };
            println!(
                "{:<13} {:<28} {reader:<20} {first:>7.1} ms {again:>7.1} ms {:>7} {:>7} {limit:>6}",
                file.name,
                what,
                faster(theirs.0, first),
                faster(theirs.1, again),
            );
        };
        line(file.peer.1, theirs, String::new());
        line(CELLS.1, medians(ours), format!("{:.0}x", file.limit));
        line(WHOLE.1, medians(find(WHOLE)?), "-".to_owned());
    }
    Ok(())
}
