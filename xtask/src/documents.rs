//! `cargo xtask documents`: the example's pledge in LibreOffice, in both languages.
//!
//! The command line writes the document, LibreOffice makes a PDF of it, and the PDF has to have the
//! pledge on one page of A4, the annex behind it and the mark on every page. The PDFs stay in the
//! target folder, because whether a page is well set is for somebody to look at. A command of its
//! own and no part of the tests: LibreOffice is large, and its versions differ.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::project::{Project, find_program, run};

const LANGUAGES: [&str; 2] = ["da", "en"];
/// Invented figures of the shape that the page's example has.
const FIGURES: &str = "\
Jobniveau;Dansk oprindelse;Indvandrere og efterkommere
Andet manuelt arbejde;62;78
Grundniveau;138;62
Mellemniveau;111;29
Højeste niveau;119;9
Ledelse;31;1
";

/// Writes, converts and checks both documents.
pub fn documents(project: &Project) -> Result<ExitCode> {
    for program in ["soffice", "pdfinfo", "pdftotext"] {
        if find_program(program).is_none() {
            bail!("{program} is missing: install LibreOffice and poppler-utils");
        }
    }
    let folder = project.target().join("documents");
    fs::create_dir_all(&folder)?;
    let figures = folder.join("example.csv");
    fs::write(&figures, FIGURES)?;

    let mut is_well = true;
    for lang in LANGUAGES {
        let document = folder.join(format!("pledge.{lang}.docx"));
        write(project, &figures, lang, &document)?;
        let paper = convert(&document, &folder)?;
        let pages = pages(&paper)?;
        let problems = problems(&words(project, lang)?, &sizes(&paper)?, &pages);
        println!("{}: {} pages", paper.display(), pages.len());
        for problem in &problems {
            println!("  {problem}");
        }
        is_well &= problems.is_empty();
    }
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write(project: &Project, figures: &Path, lang: &str, document: &Path) -> Result<()> {
    let mut command = project.cargo(&["run", "--quiet", "--bin", "byspejl", "--", "pledge"]);
    command.arg(figures).args(["--benchmark", "cph-2026-01", "--date", "2025-12-31"]);
    command.args(["--format", "docx", "--lang", lang]).arg("-o").arg(document);
    run(&mut command)
}

fn convert(document: &Path, folder: &Path) -> Result<PathBuf> {
    let paper = document.with_extension("pdf");
    if paper.exists() {
        fs::remove_file(&paper)?;
    }
    // A profile of its own: an office that is open would otherwise take the errand and drop it.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]);
    run(office.arg(folder).arg(document).stdout(std::process::Stdio::null()))?;
    if !paper.exists() {
        bail!("LibreOffice could not open {}", document.display());
    }
    Ok(paper)
}

/// The text of each page, without white space.
fn pages(paper: &Path) -> Result<Vec<String>> {
    let text = output(Command::new("pdftotext").arg(paper).arg("-"))?;
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(bare).collect())
}

/// One line for each page with its size.
fn sizes(paper: &Path) -> Result<Vec<String>> {
    let facts = output(Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(paper))?;
    let is_size = |line: &&str| line.starts_with("Page ") && line.contains(" size:");
    Ok(facts.lines().filter(is_size).map(str::to_owned).collect())
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.output().context("a program of poppler-utils could not be started")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Texts that show where a page begins and ends.
struct Words {
    mark: String,
    clause: String,
    signature: String,
    annex: String,
}

fn words(project: &Project, lang: &str) -> Result<Words> {
    let texts = fs::read_to_string(project.path(&format!("locales/{lang}/report.toml")))?;
    let text = |table: &str, key: &str| {
        let found = text(&texts, table, key);
        found.map(bare).with_context(|| format!("locales/{lang}/report.toml has no {key}"))
    };
    Ok(Words {
        mark: text("", "internal")?,
        clause: text("", "clause")?,
        signature: text("signature", "sign")?,
        annex: text("annex", "title")?,
    })
}

/// A text of a file of texts; the first table has no name.
fn text<'a>(texts: &'a str, table: &str, key: &str) -> Option<&'a str> {
    let mut inside = "";
    for line in texts.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            inside = name;
        }
        let value = line.strip_prefix(key).and_then(|rest| rest.strip_prefix(" = \""));
        if let (true, Some(value)) = (inside == table, value) {
            return value.strip_suffix('"');
        }
    }
    None
}

/// Lines of a PDF break anywhere, so white space says nothing.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect()
}

fn problems(words: &Words, sizes: &[String], pages: &[String]) -> Vec<String> {
    let mut problems = Vec::new();
    let Some((pledge, annex)) = pages.split_first() else { return vec!["no page".to_owned()] };
    if !sizes.iter().all(|size| size.ends_with("(A4)")) || sizes.len() != pages.len() {
        problems.push(format!("not A4: {sizes:?}"));
    }
    for (what, text) in [("clause", &words.clause), ("line to sign on", &words.signature)] {
        if !pledge.contains(text) {
            problems.push(format!("page 1 has no {what}"));
        }
    }
    // After the mark in its header.
    let second = annex.first().map_or("", |page| page.strip_prefix(&words.mark).unwrap_or(page));
    if !second.starts_with(&words.annex) {
        problems.push("page 2 is not the beginning of the annex".to_owned());
    }
    for (number, page) in pages.iter().enumerate() {
        if !page.contains(&words.mark) {
            problems.push(format!("page {} is not marked {}", number + 1, words.mark));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let [mark, clause, signature, annex] =
            ["Internt", "Klausul", "Underskrift", "Bilag"].map(str::to_owned);
        Words { mark, clause, signature, annex }
    }

    fn found(pages: &[&str], size: &str) -> usize {
        let sizes = vec![size.to_owned(); pages.len()];
        let pages: Vec<String> = pages.iter().map(|page| (*page).to_owned()).collect();
        problems(&words(), &sizes, &pages).len()
    }

    const SIZE: &str = "Page    1 size: 595.304 x 841.89 pts (A4)";

    #[test]
    fn a_pledge_on_one_page_with_its_annex_is_well() {
        assert_eq!(found(&["InterntLøfteKlausulUnderskrift", "InterntBilagSpejlet"], SIZE), 0);
    }

    #[test]
    fn a_pledge_that_runs_over_and_a_page_without_a_mark_are_found() {
        assert_eq!(found(&["InterntLøfteKlausul", "InterntUnderskrift", "InterntBilag"], SIZE), 2);
        assert_eq!(found(&["InterntKlausulUnderskrift", "Bilag"], SIZE), 1);
        assert_eq!(
            found(&["InterntKlausulUnderskrift", "InterntBilag"], "Page 1 size: (letter)"),
            1
        );
        assert_eq!(found(&[], SIZE), 1);
    }

    #[test]
    fn a_text_is_found_in_its_table_only() {
        let texts = "title = \"one\"\n[annex]\n# title = \"no\"\ntitle = \"two\"\n";
        assert_eq!(text(texts, "", "title"), Some("one"));
        assert_eq!(text(texts, "annex", "title"), Some("two"));
        assert_eq!(text(texts, "signature", "title"), None);
    }
}
