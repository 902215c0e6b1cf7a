//! locales/da/*.toml and locales/en/*.toml -> one function per text.
//!
//! Each file becomes a module, each key a function of the language. `{name}` in a text becomes
//! an argument; `{count|person|personer}` chooses by whether that argument is "1". Arguments
//! stand in the order in which the Danish text first names them. The build fails when a
//! language lacks a key, has one too many, names other arguments, or leaves a text empty.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const LANGUAGES: [&str; 2] = ["da", "en"];

/// Texts of one file: key -> text, nested tables joined by `_`.
type Texts = BTreeMap<String, String>;

pub fn generate(locales: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", locales.display());
    let [danish, english] = LANGUAGES.map(|language| read_folder(&locales.join(language)));
    let mut code = String::new();
    for name in danish.keys().chain(english.keys()) {
        assert!(
            danish.contains_key(name) && english.contains_key(name),
            "locales: the file {name}.toml must exist in both languages"
        );
    }
    for (name, texts) in &danish {
        let _ = writeln!(code, "/// Texts of `locales/*/{name}.toml`.\npub mod {name} {{");
        let fill = if texts.values().any(|text| text.contains('{')) { "fill, " } else { "" };
        let _ = writeln!(code, "use super::{{Lang, {fill}pick}};");
        write_functions(&mut code, name, texts, &english[name]);
        code.push_str("}\n");
    }
    fs::write(out.join("texts.rs"), code).expect("OUT_DIR can be written");
}

fn read_folder(folder: &Path) -> BTreeMap<String, Texts> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder of a language exists") {
        let path = entry.expect("a folder entry can be read").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name");
            let text = fs::read_to_string(&path).expect("a text file");
            let table: toml::Table =
                text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let mut texts = Texts::new();
            flatten(&mut texts, "", &table, &path);
            files.insert(name.to_owned(), texts);
        }
    }
    files
}

fn flatten(texts: &mut Texts, prefix: &str, table: &toml::Table, path: &Path) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}_{key}") };
        match value {
            toml::Value::String(text) if !text.trim().is_empty() => {
                texts.insert(key, text.trim().to_owned());
            }
            toml::Value::Table(table) => flatten(texts, &key, table, path),
            _ => panic!("{}: {key} must be a text that is not empty", path.display()),
        }
    }
}

fn write_functions(code: &mut String, file: &str, danish: &Texts, english: &Texts) {
    for key in english.keys() {
        assert!(danish.contains_key(key), "locales/da/{file}.toml lacks {key}");
    }
    for (key, da) in danish {
        let Some(en) = english.get(key) else { panic!("locales/en/{file}.toml lacks {key}") };
        let names = placeholders(da, file, key);
        let mut sorted = [names.clone(), placeholders(en, file, key)];
        sorted.iter_mut().for_each(|names| names.sort());
        assert!(
            sorted[0] == sorted[1],
            "locales/*/{file}.toml: {key} names {:?} in Danish and {:?} in English",
            sorted[0],
            sorted[1]
        );
        let _ = writeln!(code, "/// {}", da.replace('\n', " "));
        if names.is_empty() {
            let _ = writeln!(
                code,
                "pub fn {key}(lang: Lang) -> &'static str {{ pick(lang, {da:?}, {en:?}) }}"
            );
        } else {
            let arguments: Vec<String> = names.iter().map(|name| format!("{name}: &str")).collect();
            let (da, en) = (numbered(da, &names), numbered(en, &names));
            let _ = writeln!(
                code,
                "pub fn {key}(lang: Lang, {}) -> String {{ fill(pick(lang, {da:?}, {en:?}), &[{}]) }}",
                arguments.join(", "),
                names.join(", ")
            );
        }
    }
}

/// The argument names of a text, each once, in order of first appearance.
fn placeholders(text: &str, file: &str, key: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in text.split('{').skip(1) {
        let Some((inside, _)) = part.split_once('}') else {
            panic!("locales/*/{file}.toml: {key} has an unclosed brace");
        };
        let name = inside.split('|').next().unwrap_or_default();
        let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        assert!(plain, "locales/*/{file}.toml: {key} names the argument {name:?}");
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The text with each argument's name replaced by its position.
fn numbered(text: &str, names: &[String]) -> String {
    let mut parts = text.split('{');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['|', '}']).unwrap_or(part.len());
        let position = names.iter().position(|name| *name == part[..end]);
        let position = position.expect("placeholders() listed every name");
        let _ = write!(result, "{{{position}{}", &part[end..]);
    }
    result
}
