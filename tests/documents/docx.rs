//! DOCX: what word processors demand of a file, and what people demand of a document.

use crate::organisations::*;
use crate::package::{Package, is_inside, joined, texts};
use byspejl::exchange::write::docx;
use byspejl::report::{Block, Document, Fact, Item, Sheet, SheetKind, Visibility};
use byspejl::text::Lang;

pub fn opened(paper: &Paper) -> Package {
    Package::open(paper.docx())
}

pub fn all() -> Vec<Paper> {
    let works = [example(), largest(), with_words("Vi & <w:p/> \"os\"")];
    works.iter().flat_map(|work| Lang::ALL.map(|lang| Paper::of(work, lang))).collect()
}

/// A document of one sheet with these blocks and no figure.
fn small(mark: &'static str, blocks: Vec<Block>) -> Package {
    let sheet = Sheet { kind: SheetKind::Annex, lang: Lang::Da, mark, blocks };
    let (title, visibility) = ("Prøve".to_owned(), Visibility::Internal);
    let document = Document { lang: Lang::Da, title, visibility, sheets: vec![sheet] };
    let figure = |_, _| unreachable!("the document has no figure in it");
    Package::open(docx::write(&document, &figure, today()).expect("a small file"))
}

#[test]
fn every_part_is_well_formed_and_declared() {
    for paper in all() {
        let package = opened(&paper);
        let types = package.elements("[Content_Types].xml");
        for name in package.names() {
            package.elements(name);
            let is_declared = types.iter().any(|element| {
                element.get("PartName") == Some(&format!("/{name}"))
                    || element.get("Extension") == Some("rels") && name.ends_with(".rels")
            });
            assert!(is_declared || name == "[Content_Types].xml", "{name} has no type");
        }
        for declared in types.iter().filter_map(|element| element.get("PartName")) {
            package.part(&declared[1..]);
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    for paper in all() {
        let package = opened(&paper);
        let relations = package.elements("word/_rels/document.xml.rels");
        let relations: Vec<_> = relations.iter().filter(|r| r.name == "Relationship").collect();
        for relation in &relations {
            let target = relation.get("Target").expect("a target");
            match relation.get("TargetMode") {
                Some("External") => assert!(target.starts_with("http"), "{target}"),
                _ => drop(package.part(&format!("word/{target}"))),
            }
        }
        let document = package.document();
        for id in document.iter().filter_map(|element| element.get("r:id")) {
            let found = relations.iter().filter(|relation| relation.get("Id") == Some(id));
            assert_eq!(found.count(), 1, "{id}");
        }
        let ids: Vec<&str> = relations.iter().filter_map(|relation| relation.get("Id")).collect();
        assert!(ids.iter().enumerate().all(|(n, id)| !ids[..n].contains(id)), "{ids:?}");
    }
}

#[test]
fn a_style_that_is_used_is_a_style_that_there_is() {
    let package = opened(&Paper::of(&largest(), Lang::Da));
    let styles = package.elements("word/styles.xml");
    let known: Vec<&str> = styles.iter().filter_map(|style| style.get("w:styleId")).collect();
    let named: Vec<&str> = styles
        .iter()
        .filter(|element| element.name == "w:name")
        .filter_map(|name| name.get("w:val"))
        .collect();
    assert!(named.iter().enumerate().all(|(n, name)| !named[..n].contains(name)), "{named:?}");
    let uses = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"];
    for part in package.word_parts() {
        for element in package.elements(part) {
            if uses.contains(&element.name.as_str()) {
                let used = element.get("w:val").expect("a style");
                assert!(known.contains(&used), "{part} uses {used}");
            }
        }
    }
}

#[test]
fn every_text_of_the_document_is_in_the_file() {
    for paper in all() {
        let package = opened(&paper);
        let document = package.document();
        let mut written = texts(&document, "w:p");
        written.extend(document.iter().filter_map(|e| e.get("descr").map(str::to_owned)));
        let written = written.join("\n");
        for text in paper.document.sheets.iter().flat_map(|s| &s.blocks).flat_map(Block::texts) {
            assert!(written.contains(text.trim()), "{text:?} is lost");
        }
        for sheet in &paper.document.sheets {
            let header = package.elements("word/header0.xml");
            assert_eq!(texts(&header, "w:p"), [format!("\u{a0}{}\u{a0}", sheet.mark)]);
        }
    }
}

#[test]
fn headings_are_headings_with_the_title_first() {
    let paper = Paper::of(&example(), Lang::Da);
    let document = opened(&paper).document();
    let styled = |style: &str| {
        let marks =
            document.iter().filter(|e| e.name == "w:pStyle" && e.get("w:val") == Some(style));
        let paragraphs = marks.map(|mark| document[mark.parent.expect("in w:pPr")].parent);
        paragraphs.map(|at| joined(&document, at.expect("in w:p"))).collect::<Vec<_>>()
    };
    for (rank, style) in [(1, "Heading1"), (2, "Heading2"), (3, "Heading3")] {
        let blocks = paper.document.sheets.iter().flat_map(|sheet| &sheet.blocks);
        let wanted: Vec<&str> = blocks
            .filter_map(|block| match block {
                Block::Heading { rank: found, text } if *found == rank => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert!(!wanted.is_empty());
        assert_eq!(styled(style), wanted);
    }
}

#[test]
fn each_sheet_begins_a_page_of_a4_with_header_and_footer() {
    let document = opened(&Paper::of(&example(), Lang::Da)).document();
    let sections: Vec<usize> =
        (0..document.len()).filter(|&at| document[at].name == "w:sectPr").collect();
    assert_eq!(sections.len(), 2);
    for at in sections {
        let inside: Vec<_> = document.iter().filter(|e| e.parent == Some(at)).collect();
        let named = |name: &str| inside.iter().find(|e| e.name == name).expect("written");
        assert_eq!(named("w:type").get("w:val"), Some("nextPage"));
        assert_eq!(named("w:pgSz").get("w:w"), Some("11906"));
        assert_eq!(named("w:pgSz").get("w:h"), Some("16838"));
        assert_eq!(named("w:headerReference").get("r:id"), Some("header0"));
        assert_eq!(named("w:footerReference").get("r:id"), Some("footer"));
    }
}

#[test]
fn the_foot_of_a_page_counts_pages_in_the_documents_language() {
    for (lang, words) in [(Lang::Da, "Side 1 af 1"), (Lang::En, "Page 1 of 1")] {
        let package = opened(&Paper::of(&example(), lang));
        let footer = package.elements("word/footer.xml");
        assert!(texts(&footer, "w:p")[0].ends_with(words), "{:?}", texts(&footer, "w:p"));
        let fields: Vec<_> = footer.iter().filter_map(|e| e.get("w:instr")).collect();
        assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    }
}

#[test]
fn heads_of_tables_stand_again_and_no_row_is_cut() {
    let paper = Paper::of(&largest(), Lang::Da);
    let document = opened(&paper).document();
    let blocks = || paper.document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    let tables = blocks().filter(|block| matches!(block, Block::Table(_))).count();
    assert!(tables >= 4);
    let count = |name: &str| document.iter().filter(|element| element.name == name).count();
    assert_eq!(count("w:tblHeader"), tables);
    assert_eq!(count("w:cantSplit"), count("w:tr"));
    // Signatures are a table, too, without a head.
    assert_eq!(count("w:tbl"), tables + 1);
    assert_eq!(count("w:tblCaption"), tables + 1);
    assert_eq!(count("w:tblDescription"), tables + 1);
    let captions: Vec<&str> = document
        .iter()
        .filter(|element| element.name == "w:tblCaption")
        .filter_map(|caption| caption.get("w:val"))
        .collect();
    for block in blocks() {
        if let Block::Table(table) = block {
            assert!(captions.contains(&table.caption.as_str()), "{}", table.caption);
        }
    }
}

#[test]
fn every_row_has_the_columns_of_its_table_and_they_make_up_the_page() {
    let document = opened(&Paper::of(&largest(), Lang::En)).document();
    let within = |parent: usize, name: &str| -> Vec<usize> {
        let found = document.iter().enumerate();
        let found = found.filter(|(_, e)| e.parent == Some(parent) && e.name == name);
        found.map(|(at, _)| at).collect()
    };
    let width =
        |at: usize| document[at].get("w:w").expect("a width").parse::<u32>().expect("twips");
    for table in (0..document.len()).filter(|&at| document[at].name == "w:tbl") {
        let grid = within(table, "w:tblGrid")[0];
        let columns: Vec<u32> = within(grid, "w:gridCol").into_iter().map(width).collect();
        assert_eq!(columns.iter().sum::<u32>(), 11_906 - 2 * 794);
        for row in within(table, "w:tr") {
            let cells = within(row, "w:tc");
            let spans: u32 = cells
                .iter()
                .map(|&cell| {
                    let properties = within(cell, "w:tcPr")[0];
                    let span = within(properties, "w:gridSpan").into_iter().next();
                    span.and_then(|at| document[at].get("w:val")).map_or(1, |n| n.parse().unwrap())
                })
                .sum();
            assert_eq!(spans as usize, columns.len());
            // A cell without a paragraph is what word processors repair first.
            assert!(cells.iter().all(|&cell| !within(cell, "w:p").is_empty()));
        }
    }
}

#[test]
fn languages_are_marked_down_to_the_run() {
    for (lang, tag) in [(Lang::Da, "da-DK"), (Lang::En, "en-GB")] {
        let package = opened(&Paper::of(&example(), lang));
        let styles = package.elements("word/styles.xml");
        let default =
            styles.iter().find(|e| e.name == "w:lang" && is_inside(&styles, e, "w:rPrDefault"));
        assert_eq!(default.expect("a language").get("w:val"), Some(tag));
        let language = package.elements("docProps/core.xml");
        assert_eq!(texts(&language, "dc:language"), [tag]);
    }
    // The English document quotes the charter in Danish.
    let document = opened(&Paper::of(&example(), Lang::En)).document();
    let danish: Vec<String> = document
        .iter()
        .filter(|e| e.name == "w:lang" && e.get("w:val") == Some("da-DK"))
        .map(|e| joined(&document, document[e.parent.unwrap()].parent.unwrap()))
        .collect();
    assert!(danish.contains(&"Medborgerskab kommer alle ved".to_owned()), "{danish:?}");
}

#[test]
fn each_numbered_list_counts_from_one() {
    let list = |ordered, words: &str| Block::List { ordered, items: vec![Item::text(words)] };
    let package = small("Internt", vec![list(true, "a"), list(false, "b"), list(true, "c")]);
    let numbers: Vec<String> = package
        .document()
        .iter()
        .filter(|element| element.name == "w:numId")
        .filter_map(|element| element.get("w:val").map(str::to_owned))
        .collect();
    assert_eq!(numbers.len(), 3);
    assert_ne!(numbers[0], numbers[2]);
    let numbering = package.elements("word/numbering.xml");
    for number in [&numbers[0], &numbers[2]] {
        let at = numbering.iter().position(|e| e.get("w:numId") == Some(number)).expect("defined");
        let starts = |e: &&crate::xml::Element| e.name == "w:startOverride";
        let start = numbering[at..].iter().find(starts).expect("a start");
        assert_eq!(start.get("w:val"), Some("1"));
    }
}

#[test]
fn a_users_words_stay_words() {
    let words = "<w:p><w:r/></w:p> & \"x\" ]]> <!-- {lang} \u{1}\u{b}\u{fffe}end";
    let package = opened(&Paper::of(&with_words(words), Lang::Da));
    let seen = "<w:p><w:r/></w:p> & \"x\" ]]> <!-- {lang} end";
    let written = texts(&package.document(), "w:p");
    assert!(written.iter().filter(|text| text.contains(seen)).count() > 10, "{written:?}");
    for name in package.names() {
        let is_legal = |c: char| c >= ' ' || "\t\n\r".contains(c);
        assert!(package.part(name).chars().all(is_legal), "{name}");
        assert!(!package.part(name).contains('\u{fffe}'), "{name}");
    }
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let fact = |url: &str| Fact {
        term: "Kilde".to_owned(),
        value: url.to_owned(),
        url: Some(url.to_owned()),
    };
    let urls = ["https://www.dst.dk/?a=1&b=2", "javascript:alert(1)", "file:///etc/passwd"];
    let package = small("Internt", vec![Block::Facts(urls.map(fact).to_vec())]);
    let relations = package.elements("word/_rels/document.xml.rels");
    let links: Vec<_> = relations
        .iter()
        .filter(|relation| relation.get("TargetMode") == Some("External"))
        .filter_map(|relation| relation.get("Target"))
        .collect();
    assert_eq!(links, urls[..1]);
}

#[test]
fn a_document_without_a_mark_says_nothing_in_its_header() {
    let package = small("", vec![Block::heading(1, "Titel")]);
    assert_eq!(texts(&package.elements("word/header0.xml"), "w:p"), [""]);
}

#[test]
fn any_blocks_in_any_number_make_a_document() {
    for blocks in [vec![], vec![Block::Facts(vec![])], vec![Block::Signatures(vec![])]] {
        let package = small("Internt", blocks);
        for name in package.names() {
            package.elements(name);
        }
    }
}

#[test]
fn the_same_work_gives_the_same_bytes() {
    let paper = Paper::of(&example(), Lang::Da);
    assert_eq!(paper.docx(), paper.docx());
}

#[test]
fn the_file_names_no_person_and_the_day_it_was_told() {
    let package = opened(&Paper::of(&example(), Lang::Da));
    let core = package.elements("docProps/core.xml");
    assert_eq!(texts(&core, "dc:title").len(), 1);
    assert_eq!(texts(&core, "dcterms:created"), ["2026-03-01T00:00:00Z"]);
    assert!(!core.iter().any(|e| ["dc:creator", "cp:lastModifiedBy"].contains(&e.name.as_str())));
}
