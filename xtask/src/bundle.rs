//! Gathers what the page consists of and names every file by the hash of its content.
//!
//! Sources refer to each other by relative path in quotes (`"./vendor/chart.js"`), as they would
//! without any build. A file's hash is taken after the references inside it were rewritten, so
//! files are placed in dependency order and a name never stands for two contents. In `dist/`
//! everything hashed lies side by side: the page works under any path and in any frame.
//!
//! | source | in `dist/` |
//! |---|---|
//! | `index.html` | the same name, never cached |
//! | compiled glue and modules, and the app's parts in `later/` | hashed |
//! | `public/**/*.js` and pictures | hashed |
//! | `style/boot.css` | hashed: the shell's own styles, the only ones that the first paint waits for |
//! | `style/80-print.css` | hashed: nobody waits for it who does not print |
//! | the other `style/*.css` | one hashed `app.css`, in order of file name |
//! | `style/later/*.css` | hashed, each for the later part that asks for it |
//! | everything else in `public/` except `*.md` and `SHA256SUMS` | as it is, at the same path |
//!
//! What is loaded later cannot be guessed by the running page, so `{{parts}}` in `index.html`
//! becomes a JSON object from logical name to address: every script directly in `public/` except
//! those called `boot*` and those that another script loads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::compile::{self, collect};
use crate::dist::{self, Dist};
use crate::project::Project;
use crate::server::POLICY;
use crate::shrink;

/// The logical name that the first load starts from.
pub const PAGE: &str = "index.html";
/// The styles of paper. The page names them for print alone, so the browser fetches them last.
const PRINT: &str = "print.css";
/// How many characters of a file's hash its name carries.
pub const HASH_LENGTH: usize = 10;
/// Where the styles lie that no part of the first load asks for.
const LATER_STYLES: &str = "later/";
const HASHED: [&str; 8] = ["js", "css", "wasm", "svg", "png", "webp", "woff2", "ico"];

/// Compiles, bundles and writes `dist/`.
pub fn build(project: &Project) -> Result<Dist> {
    verify_vendored(project)?;
    let bundle = Bundle::place_all(sources(project)?)?;
    let dist = dist::write(project, bundle)?;
    println!("dist/ is ready");
    Ok(dist)
}

/// Every file of the page under its final name, and who refers to whom.
#[derive(Default)]
pub struct Bundle {
    /// Final name to content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Logical name to final name.
    pub names: BTreeMap<String, String>,
    /// Logical name to the logical names it refers to.
    references: BTreeMap<String, BTreeSet<String>>,
}

impl Bundle {
    fn place_all(sources: BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let mut bundle = Self::default();
        for name in sources.keys().filter(|name| *name != PAGE) {
            bundle.place(name, &sources, &mut Vec::new())?;
        }
        // Last, because it lists the others.
        bundle.place(PAGE, &sources, &mut Vec::new())?;
        Ok(bundle)
    }

    /// The logical names of everything that loads once `name` is loaded, itself included. What the
    /// app fetches later does not load with the app.
    pub fn reach(&self, name: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![name.to_owned()];
        while let Some(name) = open.pop() {
            let references = self.references.get(&name).into_iter().flatten();
            open.extend(references.filter(|name| !is_later_part(name)).cloned());
            reached.insert(name);
        }
        reached
    }

    /// The logical names of what is fetched after the start: parts of the app, styles of paper.
    pub fn later_parts(&self) -> BTreeSet<String> {
        self.names.keys().filter(|name| is_later_part(name)).cloned().collect()
    }

    fn place(
        &mut self,
        name: &str,
        sources: &BTreeMap<String, Vec<u8>>,
        waiting: &mut Vec<String>,
    ) -> Result<String> {
        if let Some(placed) = self.names.get(name) {
            return Ok(placed.clone());
        }
        if waiting.iter().any(|other| other == name) {
            bail!("{} and {name} refer to each other", waiting.join(", "));
        }
        waiting.push(name.to_owned());
        let mut content = sources[name].clone();
        if matches!(extension(name), "js" | "css" | "html") {
            let text = String::from_utf8(content).with_context(|| format!("{name} is no text"))?;
            let text = shrunk(name, text);
            content = self.rewrite(name, &text, sources, waiting)?.into_bytes();
        }
        waiting.pop();

        let placed = if HASHED.contains(&extension(name)) {
            hashed_name(name, &content)
        } else {
            name.to_owned()
        };
        self.files.insert(placed.clone(), content);
        self.names.insert(name.to_owned(), placed.clone());
        Ok(placed)
    }

    /// The text with every reference replaced by its final name.
    fn rewrite(
        &mut self,
        name: &str,
        text: &str,
        sources: &BTreeMap<String, Vec<u8>>,
        waiting: &mut Vec<String>,
    ) -> Result<String> {
        let mut rewritten = String::new();
        let mut done = 0;
        for (start, end) in relative_strings(text) {
            let reference = &text[start..end];
            let target = resolve(name, reference);
            if !sources.contains_key(&target) {
                let loads = loads(&text[..start - 1]);
                ensure!(!loads, "{name} refers to {reference}, which does not exist");
                continue;
            }
            let placed = self.place(&target, sources, waiting)?;
            self.references.entry(name.to_owned()).or_default().insert(target);
            rewritten.push_str(&text[done..start]);
            rewritten.push_str("./");
            rewritten.push_str(&placed);
            done = end;
        }
        rewritten.push_str(&text[done..]);
        if name == PAGE {
            rewritten =
                rewritten.replace("{{policy}}", POLICY).replace("{{parts}}", &self.parts()?);
        }
        Ok(rewritten)
    }

    fn parts(&self) -> Result<String> {
        let is_loaded_by_another =
            |name: &String| self.references.values().any(|names| names.contains(name));
        let parts: BTreeMap<&str, String> = self
            .names
            .iter()
            .filter_map(|(name, placed)| {
                let part = name.strip_suffix(".js")?;
                let later =
                    !part.contains('/') && !part.starts_with("boot") && !is_loaded_by_another(name);
                later.then(|| (part, format!("./{placed}")))
            })
            .collect();
        Ok(serde_json::to_string(&parts)?)
    }
}

fn sources(project: &Project) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut sources = BTreeMap::new();
    collect(&project.path("public"), "", &mut sources)?;
    sources.retain(|name, _| extension(name) != "md" && !name.ends_with("SHA256SUMS"));

    let mut styles = BTreeMap::new();
    collect(&project.path("style"), "", &mut styles)?;
    let boot = styles.remove("boot.css").context("style/boot.css is missing")?;
    sources.insert("boot.css".to_owned(), boot);
    let later = styles.split_off(LATER_STYLES);
    for (name, style) in later {
        let name = name.strip_prefix(LATER_STYLES).context("a style after the later ones")?;
        sources.insert(name.to_owned(), style);
    }
    let print = styles.remove("80-print.css").context("style/80-print.css is missing")?;
    sources.insert(PRINT.to_owned(), print);
    let app: Vec<Vec<u8>> = styles.into_values().collect();
    sources.insert("app.css".to_owned(), app.join(&b'\n'));

    let page = fs::read(project.path(PAGE)).context(PAGE)?;
    sources.insert(PAGE.to_owned(), page);
    sources.extend(compile::compile(project)?);
    Ok(sources)
}

/// Refuses vendored files that are not the ones that were looked at.
fn verify_vendored(project: &Project) -> Result<()> {
    let folder = project.path("public/vendor");
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).context("public/vendor/SHA256SUMS")?;
    for line in sums.lines() {
        let (sum, file) = line.split_once("  ").context("SHA256SUMS: no such line")?;
        let content = fs::read(folder.join(file)).with_context(|| file.to_owned())?;
        ensure!(
            format!("{:x}", Sha256::digest(&content)) == sum,
            "public/vendor/{file} is not the file that SHA256SUMS names; see README.md beside it"
        );
    }
    Ok(())
}

fn shrunk(name: &str, text: String) -> String {
    match extension(name) {
        // Vendored code is shipped as it was verified.
        _ if name.starts_with("vendor/") => text,
        "js" => shrink::script(&text),
        "css" => shrink::style(&text),
        _ => shrink::page(&text),
    }
}

/// Where the quoted strings that begin with `./` or `../` start and end, without their quotes.
fn relative_strings(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for quote in ['"', '\''] {
        for opening in [format!("{quote}./"), format!("{quote}../")] {
            for (at, _) in text.match_indices(&opening) {
                let start = at + 1;
                let length = text[start..].find([quote, '\n', ' ']);
                if let Some(length) = length
                    && text[start + length..].starts_with(quote)
                {
                    found.push((start, start + length));
                }
            }
        }
    }
    found.sort_unstable();
    found
}

/// Whether a string that stands after `before` is an address. The glue's names for a module's
/// imports look like addresses and are none.
fn loads(before: &str) -> bool {
    let before = before.trim_end();
    let loaders = ["from", "import", "import(", "url(", "URL(", "href=", "src="];
    loaders.iter().any(|loader| before.ends_with(loader))
}

/// The logical name that a relative reference inside `from` means.
fn resolve(from: &str, reference: &str) -> String {
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    for segment in reference.split('/') {
        match segment {
            "." => {}
            ".." => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path.join("/")
}

fn is_later_part(name: &str) -> bool {
    name.starts_with(compile::LATER_PARTS) || name == PRINT
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn hashed_name(name: &str, content: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let hash = format!("{:x}", Sha256::digest(content));
    format!("{stem}-{}.{}", &hash[..HASH_LENGTH], extension(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let page = [(PAGE, "<meta content='{{parts}}'><script src=\"./boot.js\">")];
        files
            .iter()
            .chain(&page)
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    fn text<'a>(bundle: &'a Bundle, name: &str) -> &'a str {
        str::from_utf8(&bundle.files[&bundle.names[name]]).unwrap()
    }

    const SCRIPTS: [(&str, &str); 3] = [
        ("boot.js", "import('./app.js');"),
        ("app.js", "const answer = 1;"),
        ("charts.js", "import { Chart } from \"./vendor/chart.js\";"),
    ];
    const CHART: (&str, &str) = ("vendor/chart.js", "export class Chart {}");

    #[test]
    fn a_reference_becomes_the_final_name_of_its_target() {
        let bundle = Bundle::place_all(sources(&[&SCRIPTS[..], &[CHART]].concat())).unwrap();
        let chart = &bundle.names["vendor/chart.js"];
        assert!(chart.starts_with("chart-") && chart.ends_with(".js"));
        assert!(text(&bundle, "charts.js").contains(&format!("\"./{chart}\"")));
    }

    #[test]
    fn a_change_deep_down_renames_everything_above_it() {
        let before = Bundle::place_all(sources(&[&SCRIPTS[..], &[CHART]].concat())).unwrap();
        let changed = ("vendor/chart.js", "export class Chart { x }");
        let after = Bundle::place_all(sources(&[&SCRIPTS[..], &[changed]].concat())).unwrap();
        assert_ne!(before.names["charts.js"], after.names["charts.js"]);
        assert_eq!(before.names["boot.js"], after.names["boot.js"]);
    }

    #[test]
    fn the_page_names_what_is_loaded_later_and_nothing_else() {
        let bundle = Bundle::place_all(sources(&[&SCRIPTS[..], &[CHART]].concat())).unwrap();
        let page = text(&bundle, PAGE);
        let charts = &bundle.names["charts.js"];
        assert!(page.contains(&format!("\"charts\":\"./{charts}\"")));
        assert!(!page.contains("\"boot\""));
        assert!(!page.contains("vendor"));
    }

    #[test]
    fn the_page_does_not_name_what_a_later_script_loads_itself() {
        let office =
            [("office.js", "new URL(\"./worker.js\", import.meta.url)"), ("worker.js", "")];
        let bundle =
            Bundle::place_all(sources(&[&SCRIPTS[..], &[CHART], &office].concat())).unwrap();
        let page = text(&bundle, PAGE);
        assert!(page.contains("\"office\":"));
        assert!(!page.contains("worker"));
        assert!(bundle.reach("office.js").contains("worker.js"));
    }

    #[test]
    fn the_first_load_reaches_only_what_the_page_refers_to() {
        let bundle = Bundle::place_all(sources(&[&SCRIPTS[..], &[CHART]].concat())).unwrap();
        let reached = bundle.reach(PAGE);
        assert!(reached.contains("app.js"));
        assert!(!reached.contains("charts.js"));
    }

    #[test]
    fn what_the_app_fetches_later_is_no_part_of_the_first_load() {
        let app = ("app.js", "fetch(new URL(\"./later/pledge.wasm\", import.meta.url))");
        let files = [SCRIPTS[0], app, ("later/pledge.wasm", "")];
        let bundle = Bundle::place_all(sources(&files)).unwrap();
        assert!(text(&bundle, "app.js").contains("\"./pledge-"));
        assert!(!bundle.reach(PAGE).contains("later/pledge.wasm"));
        assert!(bundle.later_parts().contains("later/pledge.wasm"));
    }

    #[test]
    fn a_reference_to_nothing_is_refused() {
        let refused = Bundle::place_all(sources(&[("boot.js", "import('./gone.js')")]));
        assert!(refused.is_err_and(|error| error.to_string().contains("./gone.js")));
    }

    #[test]
    fn files_that_refer_to_each_other_are_refused() {
        let circle = [("boot.js", "import('./b.js')"), ("b.js", "import('./boot.js')")];
        assert!(Bundle::place_all(sources(&circle)).is_err());
    }

    #[test]
    fn references_are_taken_from_the_folder_of_the_file() {
        assert_eq!(resolve("a/b.js", "./c.js"), "a/c.js");
        assert_eq!(resolve("a/b.js", "../c.js"), "c.js");
        assert_eq!(resolve("b.js", "./a/c.js"), "a/c.js");
    }
}
