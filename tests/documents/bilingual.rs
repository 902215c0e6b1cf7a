//! One document in both languages: whole in each, signed in one, each sheet marked with its own.

use super::organisations::{Paper, example, largest};
use super::package::Package;
use byspejl::exchange::write::{docx, html_file, markdown};
use byspejl::report::{Block, Document, SheetKind, bilingual};
use byspejl::text::{Lang, report};

fn both(work: &byspejl::session::Work) -> (Document, [Paper; 2]) {
    let papers = Lang::ALL.map(|lang| Paper::of(work, lang));
    let document = bilingual(papers[0].document.clone(), papers[1].document.clone());
    (document, papers)
}

#[test]
fn each_sheet_stands_in_danish_and_then_in_english() {
    let (document, _) = both(&example());
    let sheets: Vec<_> = document.sheets.iter().map(|sheet| (sheet.kind, sheet.lang)).collect();
    let expected = [
        (SheetKind::Pledge, Lang::Da),
        (SheetKind::Pledge, Lang::En),
        (SheetKind::Annex, Lang::Da),
        (SheetKind::Annex, Lang::En),
    ];
    assert_eq!(sheets, expected);
    assert_eq!(document.sheets[0].mark, report::internal(Lang::Da));
    assert_eq!(document.sheets[1].mark, report::internal(Lang::En));
}

#[test]
fn only_the_danish_page_is_signed_and_the_english_one_says_so() {
    for work in [example(), largest()] {
        let (document, papers) = both(&work);
        let signed = |sheet: usize| {
            let blocks = &document.sheets[sheet].blocks;
            blocks.iter().filter(|block| matches!(block, Block::Signatures(_))).count()
        };
        assert_eq!([0, 1, 2, 3].map(signed), [1, 0, 0, 0]);
        let texts: Vec<&str> = document.sheets[1].blocks.iter().flat_map(Block::texts).collect();
        assert!(texts.contains(&report::translated(Lang::En)));
        // Everything else of the English page is there, the fixed clause with it.
        assert!(texts.contains(&report::clause(Lang::En)));
        let own = &papers[1].document.sheets[0].blocks;
        for text in own.iter().filter(|b| !matches!(b, Block::Signatures(_))).flat_map(Block::texts)
        {
            assert!(texts.contains(&text), "{text}");
        }
    }
}

#[test]
fn every_form_holds_both_languages_and_says_which_is_which() {
    let (document, papers) = both(&example());
    let figure = |_, lang| papers[lang as usize].figure.clone();
    let html = html_file::write(&document, &figure);
    assert!(html.contains("<html lang=\"da\""));
    assert_eq!(html.matches("<section class=\"sheet sheet-pledge\" lang=\"en\">").count(), 1);
    assert_eq!(html.matches("<section class=\"sheet sheet-annex\" lang=\"en\">").count(), 1);
    // Two drawings of one figure have no identifier in common.
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id)
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);

    let bytes = docx::write(&document, &figure, super::organisations::today()).expect("small");
    let package = Package::open(bytes);
    let body = package.part("word/document.xml");
    let english = "<w:lang w:val=\"en-GB\"/>";
    let title = report::title(Lang::En);
    let (before, after) = body.split_once(&format!(">{title}<")).expect("the English title");
    assert!(before.ends_with(&format!("{english}</w:rPr><w:t xml:space=\"preserve\"")), "{title}");
    assert!(!before.split_once(report::title(Lang::Da)).expect("Danish first").0.contains(english));
    assert!(after.contains(english));

    let plain = markdown::plain(&document, &figure);
    for lang in Lang::ALL {
        assert!(plain.contains(report::clause(lang)), "{plain}");
    }
}
