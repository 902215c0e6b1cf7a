//! The order of elements, which the standard fixes and word processors insist on.

use crate::docx::{all, opened};
use crate::organisations::*;
use crate::package::{Package, children};
use byspejl::text::Lang;

/// The orders of ECMA-376 part 1 for the elements that are written (17.3.1.26, 17.3.2.28, 17.4.60,
/// 17.4.66, 17.6.17, 17.7.4.17, 17.9.6, 17.15.1.78); a word processor repairs files that differ.
const ORDERS: [(&str, &str); 9] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers \
         pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE \
         autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents \
         suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle \
         rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
         noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u \
         effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
         tblDescription",
    ),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText \
         vAlign hideMark",
    ),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols",
    ),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed \
         qFormat locked pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr"),
    ("w:numbering", "abstractNum num"),
    (
        "w:settings",
        "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol \
         listSeparator",
    ),
];

/// Children that stand where the standard's order does not let them.
fn misplaced(package: &Package, part: &str) -> Vec<String> {
    let all = package.elements(part);
    let mut found = Vec::new();
    for (at, element) in all.iter().enumerate() {
        let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else {
            continue;
        };
        let order: Vec<&str> = order.split_whitespace().collect();
        let place = |name: &str| order.iter().position(|known| name == format!("w:{known}"));
        let places: Vec<Option<usize>> = children(&all, at).into_iter().map(place).collect();
        if places.contains(&None) || !places.is_sorted() {
            found.push(format!("{part}: {} has {:?}", element.name, children(&all, at)));
        }
    }
    found
}

#[test]
fn elements_stand_in_the_order_of_the_standard() {
    for paper in all() {
        let package = opened(&paper);
        for part in package.word_parts() {
            assert_eq!(misplaced(&package, part), Vec::<String>::new());
        }
    }
}

#[test]
fn a_break_of_the_order_is_found() {
    let mut package = opened(&Paper::of(&example(), Lang::Da));
    assert_eq!(misplaced(&package, "word/styles.xml"), Vec::<String>::new());
    package.swap("word/styles.xml", "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>");
    assert!(!misplaced(&package, "word/styles.xml").is_empty());
}
