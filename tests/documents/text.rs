//! Markdown and plain text: the same document for where there is neither page nor looks.

use crate::organisations::*;
use byspejl::report::Block;
use byspejl::text::Lang;

/// A text without what Markdown needs to leave it alone.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.push(if letter == '\\' { letters.next().unwrap_or('\\') } else { letter });
    }
    out
}

#[test]
fn every_text_of_the_document_is_in_both() {
    for lang in Lang::ALL {
        for work in [example(), largest(), with_words("1. #_os_ | [vi](x) <b>")] {
            let paper = Paper::of(&work, lang);
            let (markdown, plain) = (unescaped(&paper.markdown()), paper.plain());
            for text in paper.document.sheets.iter().flat_map(|s| &s.blocks).flat_map(Block::texts)
            {
                assert!(markdown.contains(text.trim()), "{text:?} is lost in Markdown");
                assert!(plain.contains(text.trim()), "{text:?} is lost in plain text");
            }
            for sheet in &paper.document.sheets {
                assert!(markdown.contains(&format!("**{}**", sheet.mark)));
            }
        }
    }
}

#[test]
fn markdown_has_headings_lists_and_tables() {
    let markdown = Paper::of(&example(), Lang::Da).markdown();
    for line in [
        "# Løfte under Københavns Mangfoldighedscharter",
        "1. Gøre mangfoldighed til en praksis i egen organisation",
        "| Jobniveau | 31.12.2025 | Måltal | Spejl af byen | Senest | Ansvarlig |",
        "| --- | ---: | ---: | ---: | --- | --- |",
        // Four years' worth of the methods page's step, as in the test of the page that is signed.
        "| Ledelse | 1 af 32 | 3 | 9 | 31.12.2029 | Direktør |",
        "| **1. I egen organisation** |  |  |  |",
        "* **Underskrift:** ……………………………………",
        "## Spejlet",
        "---",
    ] {
        assert!(markdown.lines().any(|found| found == line), "{line:?} is not in\n{markdown}");
    }
}

#[test]
fn every_row_of_a_markdown_table_has_the_columns_of_its_head() {
    for work in [example(), with_words("a | b \\| c")] {
        let markdown = Paper::of(&work, Lang::En).markdown();
        let columns = |line: &str| {
            let line = line.replace("\\\\", "").replace("\\|", "");
            line.matches('|').count()
        };
        let mut head = None;
        for line in markdown.lines() {
            match (line.starts_with("| "), head) {
                (true, None) => head = Some(columns(line)),
                (true, Some(wanted)) => assert_eq!(columns(line), wanted, "{line}"),
                (false, _) => head = None,
            }
        }
    }
}

#[test]
fn a_users_line_cannot_become_a_heading_a_list_or_a_link() {
    for words in ["# stor", "- et", "1. et", "> citat", "[vi](https://x)", "| a |", "```", "===="] {
        let markdown = Paper::of(&with_words(words), Lang::Da).markdown();
        assert!(!markdown.lines().any(|line| line == words), "{words:?} stands bare");
        assert!(!markdown.contains("[vi](") && !markdown.contains("vi](https"), "a link");
    }
}

#[test]
fn plain_text_lines_its_columns_up() {
    let plain = Paper::of(&example(), Lang::Da).plain();
    let lines: Vec<&str> = plain.lines().collect();
    let head = lines.iter().position(|l| l.starts_with("Jobniveau")).expect("the targets");
    let column = |line: &str, word: &str| {
        let at = line.find(word).unwrap_or_else(|| panic!("{word} in {line}"));
        line[..at].chars().count()
    };
    let senest = column(lines[head], "Senest");
    assert!(lines[head + 2..head + 5].iter().all(|row| column(row, "31.12.2029") == senest));
    assert!(!plain.contains("**") && !plain.contains("| "));
}
