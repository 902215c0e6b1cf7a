//! Takes out of a program and its glue what neither of them needs from the other.
//!
//! wasm-bindgen names every function that the program imports by what it does and a hash; both
//! files carry the names, and nobody reads them. And it exports every class that any dependency
//! offers to scripts; leptos brings some for streams, which this page never makes. Short names
//! and no such classes save 6 kB of brotli in the first load.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, ensure};
use walrus::{Module, ModuleConfig};

/// Classes that a dependency exports to scripts and no script of ours uses, as the glue names them.
const UNUSED_CLASSES: [&str; 3] =
    ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// The glue and the module, smaller and just as they were to everybody else.
pub fn shorten(glue: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(module).map_err(|error| anyhow!("{error:#}"))?;
    let glue = without_classes(glue)?;
    drop_exports(&mut module);
    let names = shorten_imports(&mut module);
    walrus::passes::gc::run(&mut module);
    Ok((renamed(&glue, &names), module.emit_wasm()))
}

fn drop_exports(module: &mut Module) {
    let classes = UNUSED_CLASSES.map(str::to_lowercase);
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| {
            let name = export.name.strip_prefix("__wbg_").unwrap_or(&export.name);
            classes.iter().any(|class| name.split('_').next() == Some(class))
        })
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
}

/// Old name to new name of everything that is imported from the glue.
fn shorten_imports(module: &mut Module) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for import in module.imports.iter_mut().filter(|import| import.name.starts_with("__wb")) {
        let next = format!("_{:x}", names.len());
        let short = names.entry(import.name.clone()).or_insert(next);
        import.name.clone_from(short);
    }
    names
}

/// The text with every whole word that has a new name under that name.
fn renamed(glue: &str, names: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut result = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
        result.push_str(before);
        result.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    result.push_str(rest);
    result
}

fn without_classes(glue: &str) -> Result<String> {
    let mut kept = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        let is_about = |start: &str, class: &str, end: &str| {
            line.strip_prefix(start)
                .and_then(|rest| rest.strip_prefix(class))
                .is_some_and(|rest| rest.starts_with(end))
        };
        let begins = |class: &&str| {
            is_about("export class ", class, " {") || is_about("class ", class, " {")
        };
        if UNUSED_CLASSES.iter().any(begins) {
            // A class ends with the first bracket at the margin.
            lines.by_ref().find(|line| *line == "}");
        } else if UNUSED_CLASSES.iter().any(|class| is_about("const ", class, "Finalization")) {
            // What frees its objects ends with the statement.
            if !line.ends_with(';') {
                lines.by_ref().find(|line| line.ends_with(';'));
            }
        } else if !UNUSED_CLASSES.iter().any(|class| line.contains(&format!(" {class}."))) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    for class in UNUSED_CLASSES {
        ensure!(!kept.contains(class), "the glue uses {class} after all");
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_get_their_new_name() {
        let names = BTreeMap::from([("__wbg_a".to_owned(), "_0".to_owned())]);
        let glue = "__wbg_a: () => wasm.__wbg_a_free(x.__wbg_a, __wbg_ab)";
        assert_eq!(renamed(glue, &names), "_0: () => wasm.__wbg_a_free(x._0, __wbg_ab)");
    }

    const CLASS: &str = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
        if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\n\
        const IntoUnderlyingSinkFinalization = (typeof a)\n    ? b\n    : c;\n";

    #[test]
    fn an_unused_class_leaves_nothing_behind() {
        let glue = format!("let wasm;\n{CLASS}export default init;\n");
        assert_eq!(without_classes(&glue).unwrap(), "let wasm;\nexport default init;\n");
    }

    #[test]
    fn a_class_that_is_used_is_not_taken_out_in_silence() {
        let glue = format!("{CLASS}    return IntoUnderlyingSink(1);\n");
        assert!(without_classes(&glue).is_err());
    }
}
