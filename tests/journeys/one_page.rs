//! The pledges of twelve organisations on paper: what is signed holds to one A4 page.
//!
//! The documents are those that the golden texts keep. They are put in place of the example's on the
//! page itself, under its own print style, because typing twelve organisations in would take minutes.

use std::time::Instant;

use byspejl::exchange::html;
use byspejl::pledge::PledgeEdits;
use byspejl::report::{self, Source};
use byspejl::text::{Lang, report as words};
use serde_json::json;

use crate::organisations::assessed;
use crate::print::{holds, printed};
use crate::screens::{PLEDGE, visit, with_example};
use crate::support::{Browser, Page, Walk};
use crate::twelve::twelve;
use byspejl::analysis::Assumptions;

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn twelve_danish_pledges_hold_to_one_page_each() {
        Browser::new().walk(async |page| all_twelve(page, Lang::Da).await).await;
    }

    #[tokio::test]
    async fn twelve_english_pledges_hold_to_one_page_each() {
        Browser::new().walk(async |page| all_twelve(page, Lang::En).await).await;
    }
}

/// The document as the page previews and prints it.
fn preview(workforce: byspejl::workforce::Workforce, lang: Lang) -> String {
    let assessed = assessed(workforce);
    let pledge = assessed.pledge(&PledgeEdits::default());
    let source = Source {
        pledge: &pledge,
        workforce: &assessed.workforce,
        assessment: &assessed.assessment,
        benchmark: &assessed.benchmark,
        assumptions: &Assumptions::default(),
    };
    let figure = |id, lang| html::paper_figure(&report::figure(&source, lang, id), lang);
    html::document(&report::document(&source, lang), &figure)
}

async fn all_twelve(page: &Page, lang: Lang) -> Walk {
    with_example(page, lang).await?;
    visit(page, PLEDGE).await?;
    page.shows("#paper .sheet-pledge", words::clause(lang)).await?;
    let started = Instant::now();
    let mut wrong = Vec::new();
    for (name, workforce) in twelve(lang) {
        let write = "document.getElementById('paper').innerHTML = arguments[0]";
        page.run_with(write, json!(preview(workforce, lang))).await?;
        let paper = printed(page).await?;
        let (pledge, annex) = paper.pages.split_first().expect("paper has a first page");
        let lines = [words::signature_place, words::signature_name, words::signature_sign];
        let is_signed_here = lines.iter().all(|line| holds(pledge, line(lang)));
        // Nothing of the page may run on: what follows it is the annex from its heading on.
        let begins = annex.first().is_some_and(|page| {
            let title = page.find(words::annex_title(lang));
            title.is_some_and(|at| at <= words::internal(lang).len() + 1)
        });
        if !is_signed_here || !holds(pledge, words::clause(lang)) || !begins {
            wrong.push(format!("{name}: {} pages, page 1:\n{pledge}", paper.pages.len()));
        }
    }
    assert!(wrong.is_empty(), "not on one page:\n{}", wrong.join("\n\n"));
    println!("twelve pledges printed in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}
