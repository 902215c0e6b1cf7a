//! From the start page to a pledge on paper, with as few clicks as the product promises.

use std::process::Command;

use byspejl::text::{Lang, equity, parts, report};
use thirtyfour::common::print::PrintParameters;

use crate::support::browser::{Folder, downloaded_as};
use crate::support::engine::Engine;
use crate::support::files::{download_into, is_open};
use crate::support::{Browser, Page, Walk};

/// Stands in for the print dialogue, which nobody could close here.
const COUNT_PRINTS: &str = "window.prints = 0; window.print = () => { window.prints += 1; }";

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn four_clicks_lead_from_the_example_to_a_pledge_in_word() {
        Browser::new().walk(four_clicks_to_word).await;
    }

    #[tokio::test]
    async fn the_example_leads_to_a_danish_pledge_on_one_a4_page() {
        Browser::new().walk(async |page| example_to_pledge(page, Lang::Da).await).await;
    }

    #[tokio::test]
    async fn the_example_leads_to_an_english_pledge_on_one_a4_page() {
        Browser::new().walk(async |page| example_to_pledge(page, Lang::En).await).await;
    }
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn four_clicks_lead_from_the_example_to_a_printed_pledge() {
        Browser::new().walk(four_clicks_to_print).await;
    }
}

/// Opens the start page and counts from there to the last click.
async fn from_example_to(page: &Page, way_out: &str) -> Walk {
    page.open("").await?;
    // The script that packs documents comes when the page is idle, before a visitor is this far.
    is_open(page).await?;
    page.clicks();
    page.click("#see-example").await?;
    page.click("main a[href='#/pledge']").await?;
    page.click(way_out).await?;
    assert!(page.clicks() <= 4, "clicks from the start page to {way_out}");
    Ok(())
}

async fn four_clicks_to_print(page: &Page) -> Walk {
    page.before_each_document(COUNT_PRINTS).await?;
    from_example_to(page, "[data-print]").await?;
    page.until("the print dialogue", "return window.prints === 1").await.map(drop)
}

async fn four_clicks_to_word(page: &Page) -> Walk {
    let folder = Folder::new("four-clicks");
    download_into(page, &folder).await?;
    from_example_to(page, "[data-format='docx']").await?;
    let file = downloaded_as(folder.path(), ".docx").await;
    let bytes = std::fs::read(file).expect("the file is there");
    assert!(bytes.starts_with(b"PK\x03\x04"), "no document");
    Ok(())
}

async fn example_to_pledge(page: &Page, lang: Lang) -> Walk {
    page.open(match lang {
        Lang::Da => "",
        Lang::En => "?lang=en",
    })
    .await?;
    page.run(COUNT_PRINTS).await?;

    page.click("#see-example").await?;
    let pattern = match lang {
        Lang::Da => "Mangfoldighed, men skævt fordelt",
        Lang::En => "Diversity without equity",
    };
    assert_eq!(equity::name(lang), pattern);
    page.shows("[data-pattern]", pattern).await?;
    page.shows("[data-disappears]", parts::level_associate_professionals(lang)).await?;
    page.has("[data-verdict]", 6).await?;
    assert!(page.clicks() <= 2, "clicks from the start to the findings");

    page.click("main a[href='#/pledge']").await?;
    page.shows("#paper .sheet-pledge", report::clause(lang)).await?;
    page.click("[data-print]").await?;
    page.until("the print dialogue", "return window.prints === 1").await?;
    assert!(page.clicks() <= 4, "clicks from the findings to the printed pledge");

    let paper = printed(page).await?;
    let sizes: Vec<&str> = paper
        .facts
        .lines()
        .filter(|line| line.starts_with("Page ") && line.contains(" size:"))
        .collect();
    assert!(sizes.len() >= 2, "a pledge and its annex: {}", paper.facts);
    assert!(sizes.iter().all(|line| line.ends_with("(A4)")), "{sizes:?}");

    let (pledge, annex) = paper.pages.split_first().expect("paper has a first page");
    for text in [report::title(lang), report::clause(lang)] {
        assert!(holds(pledge, text), "page 1 lacks {text:?}:\n{pledge}");
    }
    let lines = [report::signature_place, report::signature_name, report::signature_sign];
    for line in lines.map(|line| line(lang)) {
        assert!(holds(pledge, line), "page 1 lacks the line {line:?}:\n{pledge}");
        assert!(!annex.iter().any(|page| holds(page, line)), "{line:?} stands in the annex");
    }
    assert!(holds(&annex[0], report::annex_title(lang)), "page 2 is no annex:\n{}", annex[0]);
    assert!(!holds(pledge, report::annex_sources(lang)), "the annex begins on page 1:\n{pledge}");
    assert!(annex.iter().any(|page| holds(page, report::annex_sources(lang))), "no sources");
    // Firefox knows no boxes in a page's margin; it numbers the pages itself unless told not to.
    let numbers = Engine::of_this_run() == Engine::Chromium;
    for (number, text) in paper.pages.iter().enumerate().filter(|_| numbers) {
        let count = format!("{} / {}", number + 1, paper.pages.len());
        assert!(holds(text, &count), "page {} is not numbered {count}:\n{text}", number + 1);
    }
    Ok(())
}

/// Whether a text stands on a page, wherever its lines break. A hyphen at the end of a line does not
/// come back from paper.
pub fn holds(page: &str, text: &str) -> bool {
    let bare = |text: &str| text.replace(|c: char| c.is_whitespace() || c == '-', "");
    bare(page).contains(&bare(text))
}

/// What lies in the printer.
pub struct Paper {
    /// `pdfinfo`'s lines, one size for each page among them.
    pub facts: String,
    /// The text of each page with single spaces between words.
    pub pages: Vec<String>,
}

/// Prints on American paper if the page lets it: only its own style makes it A4.
pub async fn printed(page: &Page) -> thirtyfour::error::WebDriverResult<Paper> {
    let settings =
        PrintParameters { background: true, shrink_to_fit: false, ..PrintParameters::default() };
    let bytes = page.driver.print_page(settings).await?;
    let folder = Folder::new("print");
    let file = folder.path().join("pledge.pdf");
    std::fs::write(&file, bytes).expect("the folder can be written");
    let read = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output();
        let output = output.expect("poppler-utils is installed, see cargo xtask test");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let file = file.to_str().expect("the folder's name is plain");
    let text = read("pdftotext", &[file, "-"]);
    let words = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Paper {
        facts: read("pdfinfo", &["-f", "1", "-l", "99", file]),
        pages: text.trim_end_matches('\u{c}').split('\u{c}').map(words).collect(),
    })
}
