//! The document: what stands on the page that is signed, and what no edit can take away.

use crate::organisations::*;
use byspejl::pledge::Commitment;
use byspejl::pledge::wording::check;
use byspejl::pledge::{Change, Edit, PledgeEdits};
use byspejl::report::charter::Passage;
use byspejl::report::{Block, Document, FigureId, Role, SheetKind, Table, TableKind};
use byspejl::text::Lang;
use byspejl::workforce::{OutsourcedWork, Workforce};

fn untouched(workforce: Workforce, lang: Lang) -> Document {
    assessed(workforce).document(&PledgeEdits::default(), lang)
}

fn page(document: &Document) -> &[Block] {
    assert_eq!(document.sheets[0].kind, SheetKind::Pledge);
    &document.sheets[0].blocks
}

fn texts(blocks: &[Block]) -> Vec<&str> {
    blocks.iter().flat_map(Block::texts).collect()
}

fn paragraphs(blocks: &[Block], wanted: Role) -> Vec<&str> {
    let paragraph =
        |block: &Block| matches!(block, Block::Paragraph { role, .. } if *role == wanted);
    blocks.iter().filter(|block| paragraph(block)).flat_map(Block::texts).collect()
}

fn table(blocks: &[Block], wanted: TableKind) -> Option<&Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.kind == wanted => Some(table),
        _ => None,
    })
}

const CLAUSE_DA: &str = "Måltal er retningsgivende. Ansættelse og forfremmelse sker altid efter kvalifikationer, jf. forskelsbehandlingsloven. Frivilligt måltal, ikke det lovpligtige måltal for det underrepræsenterede køn.";
const CLAUSE_EN: &str = "Targets are directional. Hiring and promotion are always decided on qualifications, cf. the Danish Act on the Prohibition of Discrimination in the Labour Market. Voluntary target, not the statutory target for the under-represented sex.";

#[test]
fn the_fixed_clause_stands_word_for_word_on_every_page_that_is_signed() {
    for (name, workforce) in all() {
        for (lang, clause) in [(Lang::Da, CLAUSE_DA), (Lang::En, CLAUSE_EN)] {
            let document = untouched(workforce.clone(), lang);
            assert_eq!(paragraphs(page(&document), Role::Clause), [clause], "{name}");
        }
    }
}

#[test]
fn the_charter_is_quoted_on_page_one() {
    let document = untouched(example(), Lang::Da);
    let all = texts(page(&document)).join("\n");
    for passage in Passage::ALL {
        assert!(all.contains(passage.wording(Lang::Da)), "{passage:?}");
    }
}

#[test]
fn english_is_marked_as_a_translation_and_carries_the_danish_wording() {
    let document = untouched(example(), Lang::En);
    let notes = paragraphs(page(&document), Role::Note).join(" ");
    assert!(notes.contains("Danish text is authoritative"), "{notes}");
    let annex = texts(&document.sheets[1].blocks).join("\n");
    assert!(annex.contains(Passage::Commitment(Commitment::Practice).wording(Lang::Da)));
}

#[test]
fn targets_show_baseline_number_year_and_owner_from_the_top_down() {
    let document = untouched(example(), Lang::Da);
    let targets = table(page(&document), TableKind::Targets).expect("targets");
    let row = targets.rows().next().expect("the top level");
    assert_eq!(row.heading, "Ledelse");
    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
    // Four years of the methods page's year step, worked outside this program, give 3.16; the
    // city's share is floor(0.2891 * 32) = 9.
    assert_eq!(cells, ["1 af 32", "3", "9", "31.12.2029", "Direktør"]);
    assert!(targets.rows().all(|row| row.cells.len() + 1 == targets.head.len()));
}

#[test]
fn ten_people_get_no_target_table_and_no_verdict_figure() {
    for lang in Lang::ALL {
        let document = untouched(tiny(), lang);
        assert!(table(page(&document), TableKind::Targets).is_none());
        let figure = |block: &Block| matches!(block, Block::Figure { .. });
        assert!(!document.sheets[1].blocks.iter().any(figure));
        let verdicts = table(&document.sheets[1].blocks, TableKind::Verdicts).expect("a table");
        assert!(verdicts.rows().all(|row| row.cells[2].text == "–"), "no shortfall is told");
    }
}

#[test]
fn the_example_shows_the_mirror_in_the_annex() {
    let document = untouched(example(), Lang::Da);
    let mirrors = document.sheets[1]
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Figure { id: FigureId::Mirror, .. }));
    assert_eq!(mirrors.count(), 1);
}

#[test]
fn an_estimate_is_marked_on_the_page_and_on_every_target() {
    for (lang, mark) in [(Lang::Da, "skøn"), (Lang::En, "estimate")] {
        let document = untouched(estimate(), lang);
        let cautions = paragraphs(page(&document), Role::Caution);
        assert!(cautions.iter().any(|text| text.contains(mark)), "{cautions:?}");
        let targets = table(page(&document), TableKind::Targets).expect("targets");
        assert!(targets.rows().all(|row| row.cells[0].text.contains(mark)));
    }
}

#[test]
fn outsourced_work_left_out_is_said_on_page_one() {
    let left_out = Workforce { outsourced_work: OutsourcedWork::LeftOut, ..example() };
    let document = untouched(left_out, Lang::Da);
    let sources = paragraphs(page(&document), Role::Source).join(" ");
    assert!(sources.contains("Udliciteret arbejde er ikke talt med"), "{sources}");
}

#[test]
fn every_sheet_is_marked_internal() {
    for (lang, mark) in [(Lang::Da, "Internt"), (Lang::En, "Internal")] {
        let document = untouched(example(), lang);
        assert!(document.sheets.iter().all(|sheet| sheet.mark == mark));
    }
}

#[test]
fn no_generated_sentence_uses_quota_or_preference_language() {
    for (name, workforce) in all() {
        for lang in Lang::ALL {
            let document = untouched(workforce.clone(), lang);
            for block in document.sheets.iter().flat_map(|sheet| &sheet.blocks) {
                for text in block.texts() {
                    assert_eq!(check(text), [], "{name}: {text}");
                }
            }
        }
    }
}

#[test]
fn the_two_languages_have_the_same_shape_but_for_the_translation() {
    let count = |lang| {
        let document = untouched(example(), lang);
        let kinds = |blocks: &[Block]| {
            blocks.iter().filter(|block| matches!(block, Block::Table(_))).count()
        };
        (kinds(&document.sheets[0].blocks), kinds(&document.sheets[1].blocks))
    };
    assert_eq!(count(Lang::Da), count(Lang::En));
}

#[test]
fn no_text_is_left_with_a_brace_or_blank() {
    for (name, workforce) in all() {
        for lang in Lang::ALL {
            let document = untouched(workforce.clone(), lang);
            for block in document.sheets.iter().flat_map(|sheet| &sheet.blocks) {
                let is_signatures = matches!(block, Block::Signatures(_));
                for text in block.texts() {
                    assert!(!text.contains(['{', '}']), "{name}: {text}");
                    assert!(is_signatures || !text.trim().is_empty(), "{name}: {block:?}");
                }
            }
        }
    }
}

#[test]
fn what_has_no_room_moves_to_the_annex_and_the_page_says_so() {
    let long = "Vi beskriver hele forløbet meget udførligt, så enhver kan følge med. ".repeat(8);
    let mut edits = PledgeEdits::default();
    for id in ["M18", "M02", "M05", "M16", "M20", "M22"] {
        let measure = id.to_owned();
        edits = edits.with(Edit::Choose { measure, commitment: Commitment::Practice });
    }
    let pledge = assessed(example()).pledge(&edits);
    for line in &pledge.measures {
        edits = edits.with(Edit::Line {
            line: line.id.clone(),
            basis: line.basis.clone(),
            change: Change::Text(Some(long.clone())),
        });
    }
    let document = assessed(example()).document(&edits, Lang::Da);
    let front = table(page(&document), TableKind::Measures).expect("some stay");
    let annex = table(&document.sheets[1].blocks, TableKind::Measures).expect("some move");
    assert_eq!(front.groups.len(), 3, "each commitment keeps one");
    assert_eq!(front.rows().count() + annex.rows().count(), pledge.measures.len());
    let notes = paragraphs(page(&document), Role::Note).join(" ");
    assert!(notes.contains("står i bilaget"), "{notes}");
}

#[test]
fn an_ordinary_pledge_stays_whole_on_page_one() {
    for (name, workforce) in all() {
        for lang in Lang::ALL {
            let document = untouched(workforce.clone(), lang);
            let annex = table(&document.sheets[1].blocks, TableKind::Measures);
            assert!(annex.is_none(), "{name} in {lang:?} moves measures to the annex");
        }
    }
}

#[test]
fn a_long_remark_stands_in_the_annex() {
    let edits = PledgeEdits::default().with(Edit::Note("Vi begyndte i 2019. ".repeat(40)));
    let document = assessed(example()).document(&edits, Lang::Da);
    assert!(!texts(page(&document)).join(" ").contains("Vi begyndte"));
    assert!(texts(&document.sheets[1].blocks).join(" ").contains("Vi begyndte"));
}
