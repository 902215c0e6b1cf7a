//! The whole pledge of twelve organisations, word for word, in both languages.
//!
//! The texts stand in tests/golden/pledges, to be read as a consultant and as a lawyer would. After
//! a deliberate change write them anew with `BYSPEJL_BLESS=1 cargo test --test pledge golden` and
//! read the diff.

use crate::golden_texts::Golden;
use crate::organisations::assessed;
use crate::twelve::twelve;
use byspejl::analysis::Assumptions;
use byspejl::exchange::write::markdown;
use byspejl::pledge::wording::check;
use byspejl::pledge::{Commitment, PledgeEdits};
use byspejl::report::{self, Block, Source, TableKind};
use byspejl::text::Lang;

#[test]
fn the_pledges_of_twelve_organisations_read_as_they_were_read_by_people() {
    let mut golden = Golden::default();
    for lang in Lang::ALL {
        for (name, workforce) in twelve(lang) {
            let assessed = assessed(workforce);
            let pledge = assessed.pledge(&PledgeEdits::default());
            let source = Source {
                pledge: &pledge,
                workforce: &assessed.workforce,
                assessment: &assessed.assessment,
                benchmark: &assessed.benchmark,
                assumptions: &Assumptions::default(),
            };
            let document = report::document(&source, lang);
            let figure = |id, lang| report::figure(&source, lang, id);
            let text = markdown::plain(&document, &figure);
            golden.compare(&format!("pledges/{name}"), lang, &text);
        }
    }
    golden.finish();
}

#[test]
fn no_sentence_for_them_uses_quota_or_preference_language() {
    for lang in Lang::ALL {
        for (name, workforce) in twelve(lang) {
            let document = assessed(workforce).document(&PledgeEdits::default(), lang);
            for block in document.sheets.iter().flat_map(|sheet| &sheet.blocks) {
                for text in block.texts() {
                    assert_eq!(check(text), [], "{name}: {text}");
                }
            }
        }
    }
}

#[test]
fn their_targets_stand_between_today_and_the_mirror() {
    for (name, workforce) in twelve(Lang::Da) {
        for line in assessed(workforce).pledge(&PledgeEdits::default()).targets {
            let (focus, target) = (line.focus.expect("exact"), line.number().expect("suggested"));
            let mirror = line.computed.expect("computed").mirror;
            assert!(focus < target && target <= mirror, "{name}: {focus}, {target}, {mirror}");
        }
    }
}

#[test]
fn each_has_three_to_five_measures_and_all_of_them_on_the_page_that_is_signed() {
    for lang in Lang::ALL {
        for (name, workforce) in twelve(lang) {
            let assessed = assessed(workforce);
            let pledge = assessed.pledge(&PledgeEdits::default());
            assert!((3..=5).contains(&pledge.under(Commitment::Practice).count()), "{name}");
            let document = assessed.document(&PledgeEdits::default(), lang);
            let front = document.sheets[0].blocks.iter().find_map(|block| match block {
                Block::Table(table) if table.kind == TableKind::Measures => Some(table),
                _ => None,
            });
            let rows = front.map(|table| table.rows().count());
            assert_eq!(rows, Some(pledge.measures.len()), "{name}");
        }
    }
}
