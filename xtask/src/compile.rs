//! Rust to WebAssembly: cargo, then wasm-bindgen as a library, then wasm-opt where it is installed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Project, find_program, run};
use crate::{glue, split, tables};

/// The program that the page starts with, and the feature it is built with.
pub const APP: (&str, &str) = ("byspejl-web", "web");
/// Where the parts of the app lie that it fetches after the start.
pub const LATER_PARTS: &str = "later/";
/// The programs that the page loads when it first needs them.
pub const LATER: [(&str, &str); 2] =
    [("byspejl-charts", "charts"), ("byspejl-office", "office-worker")];

/// Debian's binaryen 108 must be told what rustc emits. `--all-features` would be shorter, but the
/// module it writes is refused by Chromium.
/// Restructuring the blocks first and then shrinking twice saves one percent over `-Oz` alone.
const WASM_OPT: [&str; 11] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles every program of the page and returns its files by name: `NAME.js`, `NAME_bg.wasm`,
/// whatever `snippets/` the glue imports, and the app's parts in [`LATER_PARTS`].
pub fn compile(project: &Project) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for program in std::iter::once(APP).chain(LATER) {
        files.extend(compile_one(project, program)?);
    }
    Ok(files)
}

/// Compiles a program, given with the feature that it is built with, as those of the page are.
pub fn compile_one(
    project: &Project,
    (program, feature): (&str, &str),
) -> Result<BTreeMap<String, Vec<u8>>> {
    // A call for each: together, the features would link the app's exports into every program
    // (48 kB brotli in the charts part). Shared dependencies still compile once.
    let mut cargo = project.cargo(&["rustc", "--profile", "web", "--no-default-features"]);
    cargo.args(["--features", feature]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--bin", program]);
    if program == APP.0 {
        cargo.args(["--", split::LINKER]);
    }
    run(cargo.env("CARGO_ENCODED_RUSTFLAGS", rust_flags()))?;
    bind(project, program)
}

/// Keeps the folder names of this machine out of the shipped panic locations, so that two machines
/// build the same bytes.
fn rust_flags() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let flags: Vec<String> = registries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| format!("--remap-path-prefix={}/=", entry.path().display()))
        .collect();
    // Views are compiled once for all components instead of once for each nesting.
    let flags = flags.into_iter().chain(["--cfg=erase_components".to_owned()]);
    flags.collect::<Vec<_>>().join("\x1f")
}

fn bind(project: &Project, program: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let compiled =
        project.target().join("wasm32-unknown-unknown/web").join(format!("{program}.wasm"));
    let folder = emptied(project.target().join("xtask/glue").join(program))?;
    let split = if program == APP.0 {
        Some(split::split(&compiled, &emptied(project.target().join("xtask/parts"))?)?)
    } else {
        None
    };
    let main = split.as_ref().map_or(&compiled, |split| &split.main);
    Bindgen::new()
        .input_path(main)
        .out_name(program)
        .web(true)?
        .typescript(false)
        // So that `init()` without arguments finds its module, which the page preloads by the same name.
        .omit_default_module_path(false)
        // The parts import the function table and the stack pointer, by the names that they have now.
        .keep_lld_exports(split.is_some())
        .demangle(split.is_none())
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .with_context(|| format!("wasm-bindgen on {}", main.display()))?;

    let (module, glue) = (format!("{program}_bg.wasm"), format!("{program}.js"));
    let text = fs::read_to_string(folder.join(&glue))?;
    let (text, smaller) = glue::shorten(&text, &fs::read(folder.join(&module))?)?;
    fs::write(folder.join(&module), smaller)?;
    optimise(project, &folder.join(&module))?;

    let mut files = BTreeMap::new();
    collect(&folder, "", &mut files)?;
    // The bundle rewrites references that start with a dot; wasm-bindgen writes this one without.
    let mut text = text.replace(&format!("'{module}'"), &format!("'./{module}'"));
    if let Some(split) = split {
        text = split.join(&text, LATER_PARTS)?;
        for part in split.parts {
            optimise(project, &part)?;
            let name = part.file_name().context("a part without a name")?.to_string_lossy();
            files.insert(format!("{LATER_PARTS}{name}"), fs::read(&part)?);
        }
    }
    files.insert(glue, text.into_bytes());
    Ok(files)
}

/// The folder, made if need be and with nothing in it.
fn emptied(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Shrinks a module in place. The result is kept by the hash of its input, because wasm-opt takes
/// as long as the rest of a build in which nothing changed.
fn optimise(project: &Project, module: &Path) -> Result<()> {
    let Some(wasm_opt) = find_program("wasm-opt") else {
        println!("wasm-opt is not installed: {} stays as it is", module.display());
        return Ok(());
    };
    let mut digest = Sha256::new();
    digest.update(fs::read(module)?);
    digest.update(WASM_OPT.join(" "));
    let kept = project.target().join("xtask/wasm-opt");
    fs::create_dir_all(&kept)?;
    let kept = kept.join(format!("{:x}.wasm", digest.finalize()));
    if !kept.exists() {
        let unfinished = kept.with_extension("part");
        run(Command::new(wasm_opt).arg(module).arg("-o").arg(&unfinished).args(WASM_OPT))?;
        let mut optimised = fs::read(&unfinished)?;
        tables::repair_export(&mut optimised);
        fs::write(&unfinished, optimised)?;
        fs::rename(&unfinished, &kept)?;
    }
    fs::copy(&kept, module)?;
    Ok(())
}

/// Reads a folder into `files`, naming each file by its path below it.
pub fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
