//! The public edition as a reader has it: its tables are read back from their texts and attacked,
//! and it must not change by a letter when hidden counts do.

use crate::case::{Case, example, levels, tables, texts};
use crate::printed::{Printed, What, Who, cells_of, counts, everything};
use crate::samples::{Chance, Kind, by_chance, fill};
use crate::solver::given_away;
use byspejl::analysis::disclosure::words;
use byspejl::analysis::{Assessment, Assumptions, Target, Verdict, targets as suggested_targets};
use byspejl::benchmark::default_benchmark;
use byspejl::pledge::{Change, Commitment, Edit, LineId, PledgeEdits};
use byspejl::report::{
    Block, Document, FigureId, Public, Source, Table, TableKind, TableRow, Visibility,
};
use byspejl::text::benchmark::yardstick;
use byspejl::text::verdict::verdict_label;
use byspejl::text::{Lang, report};
use byspejl::workforce::{Focus, Grouping, Row, Scope, WorkforceTable};

/// The whole numbers of a text, thousands separators taken out.
fn numbers(text: &str) -> Vec<u64> {
    let joined = text.replace(['.', ','], "");
    let digits = joined.split(|c: char| !c.is_ascii_digit());
    digits.filter(|digits| !digits.is_empty()).map(|d| d.parse().expect("digits")).collect()
}

/// Whom a row of a document's table is about.
fn scope_of(case: &Case, row: &TableRow, lang: Lang) -> Scope {
    let table = &case.workforce.table;
    let level = table.levels().iter().position(|level| level.name == row.heading);
    let area = table.areas().iter().position(|area| area.name == row.heading);
    match (level, area) {
        _ if row.heading == report::annex_whole(lang) => Scope::WholeOrganisation,
        (Some(level), _) => Scope::Level(level),
        (_, Some(area)) => Scope::Area(area),
        _ => panic!("a row about nothing: {row:?}"),
    }
}

/// Notes what the rows of a document's table say: "x of n", "n in all" or nothing.
fn read_back(printed: &mut Printed, case: &Case, document: &Document, lang: Lang) {
    let table = &case.workforce.table;
    for kind in [TableKind::Verdicts, TableKind::Areas, TableKind::Targets] {
        for row in tables(document, kind).into_iter().flat_map(Table::rows) {
            let cells = |what| {
                let who = Who::Scope(scope_of(case, row, lang));
                cells_of(table, Focus::default(), who, what).expect("a scope")
            };
            match numbers(&row.cells[0].text)[..] {
                [focus, people] => {
                    printed.print(cells(What::Focus), focus);
                    printed.print(cells(What::People), people);
                }
                [people] => printed.print(cells(What::People), people),
                _ => {}
            }
        }
    }
}

#[test]
fn what_is_read_back_from_the_documents_gives_no_hidden_number_away() {
    let mut chance = Chance(61);
    for round in 0..40 {
        let kind = Kind::ALL[round % 5];
        let (levels, areas) = (1 + chance.under(5) as usize, chance.under(4) as usize);
        let table = by_chance(&mut chance, kind, Grouping::ALL[round % 4], levels, areas);
        let case = Case::of(table, &PledgeEdits::default());
        // On top of everything else that is printed, in both languages.
        let mut printed = everything(&case.workforce.table, Focus::default(), &case.disclosed);
        let hidden = printed.hidden.clone();
        for lang in Lang::ALL {
            read_back(&mut printed, &case, &case.document(lang), lang);
        }
        assert_eq!(printed.hidden, hidden, "the document shows what is hidden elsewhere");
        assert!(printed.allows(&counts(&case.workforce.table)));
        assert_eq!(given_away(&printed), []);
    }
}

#[test]
fn reading_back_finds_the_counts_of_a_document() {
    let case = example();
    let mut printed =
        Printed { cells: crate::printed::all_cells(&case.workforce.table), ..Printed::default() };
    read_back(&mut printed, &case, &case.document(Lang::Da), Lang::Da);
    // The whole and five levels, base each, and x where it is shown.
    let shown = (0..5).filter(|&level| case.disclosed.counts(Scope::Level(level)).is_some());
    assert_eq!(printed.sums.len(), 6 + 1 + shown.count());
}

#[test]
fn the_document_does_not_change_when_hidden_counts_do() {
    let mut compared = 0;
    for (rows, others) in [
        ([[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]], [[160, 15], [28, 4]]),
        ([[70, 50], [150, 70], [140, 30], [200, 12], [57, 3]], [[200, 12], [57, 3]]),
        ([[40, 30], [90, 40], [60, 9], [30, 9], [47, 2]], [[30, 9], [47, 2]]),
    ] {
        let case = Case::of(levels(&rows), &PledgeEdits::default());
        let hidden: Vec<usize> =
            (0..5).filter(|&l| case.disclosed.counts(Scope::Level(l)).is_none()).collect();
        assert_eq!(hidden.len(), 2, "{others:?}");
        for moved in [-2_i64, -1, 1, 2] {
            let mut changed = rows;
            for (level, by) in [(hidden[0], moved), (hidden[1], -moved)] {
                let [other, focus] = rows[level].map(i64::from);
                changed[level] = [(other - by) as u32, (focus + by) as u32];
            }
            let other = Case::of(levels(&changed), &PledgeEdits::default());
            if !is_said_alike(&case.assessment, &other.assessment) {
                continue;
            }
            compared += 1;
            for lang in Lang::ALL {
                let edition = |source: &Source| {
                    let public = Public::of(source, &case.disclosed);
                    (public.document(lang), public.mirror(lang))
                };
                let (own, theirs) =
                    (case.with_counts_of(&case, edition), case.with_counts_of(&other, edition));
                assert_eq!(own, theirs);
            }
        }
    }
    assert!(compared >= 4, "{compared}");
}

/// Whether two assessments give every scope the same verdict, so that only counts differ.
fn is_said_alike(one: &Assessment, other: &Assessment) -> bool {
    let verdicts = |assessment: &Assessment| {
        let all = std::iter::once(&assessment.whole).chain(&assessment.levels);
        all.map(|result| result.verdict()).collect::<Vec<_>>()
    };
    let targets = |assessment: &Assessment| {
        let all = suggested_targets::suggest(assessment, &Assumptions::default(), 4);
        format!("{:?}", all.iter().map(|target| target.level).collect::<Vec<_>>())
    };
    verdicts(one) == verdicts(other) && targets(one) == targets(other)
}

#[test]
fn a_hidden_level_has_its_people_and_its_verdict_and_nothing_else() {
    let case = example();
    let document = case.document(Lang::Da);
    let verdicts = tables(&document, TableKind::Verdicts)[0];
    let top = verdicts.rows().find(|row| row.heading == "Level 4").expect("the top level");
    let cells: Vec<&str> = top.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells[..2], ["32 i alt", "vises ikke"]);
    let targets = tables(&document, TableKind::Targets);
    assert!(targets.iter().all(|table| table.rows().all(|row| row.heading != "Level 4")));
    let all = texts(&document).join("\n");
    assert!(all.contains("Her vises hverken tal eller måltal: "), "{all}");
}

#[test]
fn a_public_edition_says_so_and_keeps_clause_commitments_and_sources() {
    for lang in Lang::ALL {
        let document = example().document(lang);
        assert_eq!(document.visibility, Visibility::Public);
        for sheet in &document.sheets {
            let public = [
                "Offentlig udgave: tal under 5 er udeladt",
                "Public edition: counts below 5 are left out",
            ];
            assert!(public.contains(&sheet.mark), "{}", sheet.mark);
        }
        let all = texts(&document).join("\n");
        assert!(all.contains(report::clause(lang)));
        assert!(all.contains("FOLK1E"), "{all}");
        assert!(!all.contains(report::internal(lang)));
        for commitment in Commitment::ALL {
            let wording = byspejl::report::charter::Passage::Commitment(commitment).wording(lang);
            assert!(all.contains(wording));
        }
    }
}

#[test]
fn a_verdict_that_would_give_a_count_away_stands_neither_in_table_nor_figure() {
    // Twelve people, two in focus: "perhaps below" would leave two numbers.
    let case = Case::of(levels(&[[60, 30], [40, 20], [10, 2]]), &PledgeEdits::default());
    assert_eq!(case.assessment.levels[2].verdict(), Some(Verdict::MaybeBelow));
    let document = case.document(Lang::Da);
    let verdicts = tables(&document, TableKind::Verdicts)[0];
    let small = verdicts.rows().find(|row| row.heading == "Level 2").expect("the top level");
    assert_eq!(small.cells[2].text, "vises ikke");
    let figure =
        case.with_counts_of(&case, |source| Public::of(source, &case.disclosed).mirror(Lang::Da));
    assert_eq!(figure.rows[0].note, "vises ikke");
}

#[test]
fn the_verdicts_of_a_document_are_those_that_may_be_printed() {
    let mut chance = Chance(67);
    let mut left_out = 0;
    for round in 0..120 {
        let (levels, areas) = (1 + chance.under(5) as usize, chance.under(4) as usize);
        let kind = Kind::ALL[round % 5];
        let table = by_chance(&mut chance, kind, Grouping::Two, levels, areas);
        let case = Case::of(table, &PledgeEdits::default());
        let targets: Vec<(usize, Target)> = Vec::new();
        let words = words(&case.disclosed, &case.assessment, &case.assumptions, &targets);
        let yardstick = yardstick(Lang::Da, &default_benchmark());
        let document = case.document(Lang::Da);
        for kind in [TableKind::Verdicts, TableKind::Areas] {
            for row in tables(&document, kind).into_iter().flat_map(Table::rows) {
                let said = &row.cells[2].text;
                // Targets are audited together with verdicts, so a document may say less.
                let label = words.verdict(scope_of(&case, row, Lang::Da));
                let label = label.map(|told| verdict_label(Lang::Da, told, &yardstick));
                let is_left_out = ["vises ikke", "kan ikke afgøres"].contains(&said.as_str());
                assert!(is_left_out || label.as_ref() == Some(said), "{row:?}: {label:?}");
                left_out += usize::from(is_left_out);
            }
        }
    }
    assert!(left_out > 20, "{left_out}");
}

#[test]
fn no_probability_and_no_reason_with_counts_is_printed() {
    for lang in Lang::ALL {
        let all = texts(&example().document(lang)).join("\n");
        assert!(!all.contains("p\u{a0}=") && !all.contains("p\u{a0}<"), "{all}");
        assert!(!all.contains("4 af 32") && !all.contains("4 of 32"), "{all}");
    }
}

#[test]
fn percentages_are_whole_numbers_under_a_hundred_people() {
    let rows = [[70, 50], [60, 23], [140, 30], [51, 16]];
    let case = Case::of(levels(&rows), &PledgeEdits::default());
    let document = case.document(Lang::Da);
    for row in tables(&document, TableKind::Verdicts)[0].rows() {
        let people = *numbers(&row.cells[0].text).last().expect("shown");
        let share = &row.cells[1].text;
        assert_eq!(share.contains(','), people >= 100, "{row:?}");
    }
    let figure =
        case.with_counts_of(&case, |source| Public::of(source, &case.disclosed).mirror(Lang::Da));
    for row in figure.rows {
        let people = *numbers(&row.sublabel).last().expect("shown");
        assert_eq!(row.value_label.contains(','), people >= 100, "{row:?}");
        assert!(people >= 100 || !row.interval_label.contains(','), "{row:?}");
    }
}

#[test]
fn hidden_levels_stand_in_the_figure_without_a_bar() {
    let case = example();
    let figure =
        case.with_counts_of(&case, |source| Public::of(source, &case.disclosed).mirror(Lang::Da));
    let top = &figure.rows[0];
    assert_eq!((top.share, top.range, top.interval), (None, None, None));
    assert_eq!(top.value_label, "vises ikke (få personer)");
    assert_eq!(top.sublabel, "32 i alt");
    let drawn = figure.rows.iter().filter(|row| row.share.is_some()).count();
    assert_eq!(drawn, 3);
    let document = case.document(Lang::Da);
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    let figures: Vec<FigureId> = blocks
        .filter_map(|block| match block {
            Block::Figure { id, .. } => Some(*id),
            _ => None,
        })
        .collect();
    assert_eq!(figures, [FigureId::PublicMirror]);
}

#[test]
fn the_users_own_words_are_printed_and_hidden_numbers_in_them_pointed_out() {
    let note = "Vi er 4 ledere med anden baggrund, og vi begynder i 2026.".to_owned();
    let edits = PledgeEdits::default().with(Edit::Note(note.clone()));
    let rows = [[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]];
    let case = Case::of(levels(&rows), &edits);
    assert!(texts(&case.document(Lang::Da)).contains(&note));
    let found =
        case.with_counts_of(&case, |source| Public::of(source, &case.disclosed).own_numbers());
    let found: Vec<(u64, &str)> = found.iter().map(|own| (own.number, own.text.as_str())).collect();
    assert_eq!(found, [(4, note.as_str())]);
}

#[test]
fn a_target_of_the_users_own_stays_for_a_level_that_is_shown() {
    let plain = example();
    let line = plain.pledge.targets.iter().find(|line| line.level == "Level 2").expect("low");
    let (id, basis) = (line.id.clone(), line.basis.clone());
    let hidden = LineId::Target("Level 4".to_owned());
    let own = |line, basis| Edit::Line { line, basis, change: Change::Target(Some(41)) };
    let edits = PledgeEdits::default().with(own(id, basis.clone())).with(own(hidden, basis));
    let rows = [[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]];
    let document = Case::of(levels(&rows), &edits).document(Lang::Da);
    let targets: Vec<(&str, &str)> = tables(&document, TableKind::Targets)
        .into_iter()
        .flat_map(Table::rows)
        .map(|row| (row.heading.as_str(), row.cells[1].text.as_str()))
        .collect();
    assert!(targets.contains(&("Level 2", "41")), "{targets:?}");
    assert!(targets.iter().all(|(level, _)| *level != "Level 4"), "{targets:?}");
}

#[test]
fn people_without_stated_origin_are_counted_only_where_they_may_be() {
    let mut table = levels(&[[70, 50], [150, 70], [140, 30]]);
    fill(&mut table, Row { level: Some(0), area: None }, &[70, 50, 3]);
    let case = Case::of(table, &PledgeEdits::default());
    assert_eq!(case.disclosed.not_stated(Scope::WholeOrganisation), None);
    let document = case.document(Lang::Da);
    let blocks = document.sheets.iter().flat_map(|sheet| &sheet.blocks);
    let facts = blocks.filter_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let label = report::annex_quality_not_stated(Lang::Da);
    let fact = facts.flatten().find(|fact| fact.term == label).expect("it is asked");
    assert_eq!(fact.value, report::none(Lang::Da));
}

#[test]
fn an_empty_table_gives_a_pledge_without_figures() {
    let table = WorkforceTable::new(Grouping::Two, vec![], vec![]).expect("a total");
    for lang in Lang::ALL {
        let document = Case::of(table.clone(), &PledgeEdits::default()).document(lang);
        assert!(texts(&document).contains(&report::clause(lang).to_owned()));
    }
}
