//! `dist/` on disk: every file with its compressed siblings.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};

use crate::bundle::Bundle;
use crate::compress;
use crate::project::Project;

/// What was written, for the size table.
pub struct Dist {
    bundle: Bundle,
    /// Final name to bytes over the wire, brotli where that is smaller.
    wire: BTreeMap<String, usize>,
}

impl Dist {
    /// Final name and bytes over the wire of everything that loads with `name`, largest first. A
    /// file counts once, however often it is referred to.
    pub fn loaded_with(&self, name: &str) -> Vec<(&str, usize)> {
        self.sizes(self.bundle.reach(name))
    }

    /// The final name of a file and its content; `None` for what the page does not have.
    pub fn file(&self, name: &str) -> Option<(&str, &[u8])> {
        let placed = self.bundle.names.get(name)?;
        Some((placed, self.bundle.files.get(placed)?))
    }

    /// Final name and bytes over the wire of what the app fetches after the start, largest first.
    pub fn later_parts(&self) -> Vec<(&str, usize)> {
        self.sizes(self.bundle.later_parts())
    }

    fn sizes(&self, names: BTreeSet<String>) -> Vec<(&str, usize)> {
        let names = names.iter().filter_map(|name| self.bundle.names.get(name));
        let mut sizes: Vec<(&str, usize)> =
            names.map(|name| (name.as_str(), self.wire[name])).collect();
        sizes.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        sizes
    }
}

/// Replaces `dist/` by the bundle.
pub fn write(project: &Project, bundle: Bundle) -> Result<Dist> {
    let folder = project.path("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("dist/ could not be emptied")?;
    }
    let mut wire = BTreeMap::new();
    for (name, content) in &bundle.files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, content).with_context(|| format!("dist/{name}"))?;
        let mut smallest = content.len();
        if compress::worthwhile(name) {
            for (ending, compressed) in
                [("br", compress::brotli(content)?), ("gz", compress::gzip(content)?)]
            {
                if compressed.len() < content.len() {
                    fs::write(folder.join(format!("{name}.{ending}")), &compressed)?;
                    smallest = smallest.min(compressed.len());
                }
            }
        }
        wire.insert(name.clone(), smallest);
    }
    Ok(Dist { bundle, wire })
}
