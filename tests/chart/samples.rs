//! Figures as a builder would make them, from invented counts.

use byspejl::chart::*;

/// Names as long as the official Danish ones, from top to bottom.
pub const LONG_NAMES: [&str; 8] = [
    "Direktion og øverste ledelse",
    "Mellemledere med personaleansvar i driften",
    "Ledelse af hovedaktiviteten",
    "Viden på højeste niveau",
    "Viden på mellemniveau og teknikere",
    "Kontor, kundeservice og administration",
    "Håndværk, montage og transportarbejde",
    "Andet manuelt arbejde, fx rengøring",
];

const CITY: f64 = 0.2891;

fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * share)
}

/// A row from a count; the interval is wide enough to look like one, not computed.
pub fn row(label: &str, part: u32, whole: u32, note: &str, tone: Tone) -> Row {
    let share = f64::from(part) / f64::from(whole);
    let half = 1.96 * (share.max(0.02) * (1.02 - share) / f64::from(whole)).sqrt();
    let interval = Range { low: (share - half).max(0.0), high: (share + half).min(1.0) };
    Row {
        label: label.to_owned(),
        sublabel: format!("{part} af {whole}"),
        share: Some(share),
        interval: Some(interval),
        range: None,
        value_label: percent(share),
        interval_label: format!("{}–{}", percent(interval.low), percent(interval.high)),
        note: note.to_owned(),
        tone,
    }
}

fn untold(label: &str, base: &str, note: &str) -> Row {
    let (label, sublabel, note) = (label.to_owned(), base.to_owned(), note.to_owned());
    Row { label, sublabel, note, ..Row::default() }
}

pub fn figure(rows: Vec<Row>) -> Spec {
    let key = |key, label: &str| LegendEntry { key, label: label.to_owned() };
    Spec {
        title: "Andel med indvandrerbaggrund på hvert jobniveau".to_owned(),
        lead: "Den lodrette linje er byen: 28,9\u{a0}%. Den vandrette streg ved hver søjle viser, hvilke \
               andele der passer med jeres tal, når tilfældet råder."
            .to_owned(),
        summary: "På de to øverste niveauer mangler der 38 personer, før de afspejler byen."
            .to_owned(),
        base: "640 medarbejdere med oplyst oprindelse, 31. december 2025".to_owned(),
        source:
            "Kilde: Danmarks Statistik, FOLK1E, Københavns Kommune, 1. januar 2026. Jeres egne tal."
                .to_owned(),
        shape: Shape::Staircase,
        axis: Axis::covering(&rows, CITY, percent),
        reference: Reference {
            share: CITY,
            name: "byen".to_owned(),
            value_label: "28,9\u{a0}%".to_owned(),
        },
        rows,
        legend: vec![
            key(Key::Tone(Tone::Below), "under byen"),
            key(Key::Tone(Tone::MaybeBelow), "måske under byen"),
            key(Key::Tone(Tone::Above), "over byen"),
            key(Key::Interval, "andele, der passer med tallene"),
        ],
        headings: Headings {
            row: "Niveau".to_owned(),
            base: "Antal".to_owned(),
            share: "Andel".to_owned(),
            interval: "Andele, der passer med tallene".to_owned(),
            verdict: "Sammenlignet med byen".to_owned(),
        },
        notes: Vec::new(),
    }
}

/// The pattern of the sketch: present below, absent above.
pub fn five() -> Spec {
    figure(vec![
        row("Ledelse", 1, 32, "mangler 9", Tone::Below),
        row("Højeste niveau", 9, 128, "mangler 29", Tone::Below),
        row("Mellemniveau", 29, 140, "mangler måske 12", Tone::MaybeBelow),
        row("Grundniveau", 62, 200, "på linje med byen", Tone::InLine),
        row("Andet manuelt arbejde", 78, 140, "37 over byen", Tone::Above),
    ])
}

/// As many levels as there may be, with long names, nobody, everybody, and every tone.
pub fn eight() -> Spec {
    let [a, b, c, d, e, f, g, h] = LONG_NAMES;
    let hidden = Row {
        range: Some(Range { low: 0.02, high: 0.11 }),
        value_label: "2–11\u{a0}%".to_owned(),
        tone: Tone::Below,
        ..untold(d, "1–4 af 36", "mangler 7 til 10")
    };
    let mut rows = vec![
        untold(a, "1 af 4", "for få til at sige"),
        row(b, 0, 40, "mangler 12", Tone::Below),
        untold(c, "ingen", "ingen tal"),
        hidden,
        row(e, 412, 1_980, "mangler måske 161", Tone::MaybeBelow),
        row(f, 210, 640, "på linje med byen", Tone::InLine),
        row(g, 160, 400, "måske 44 over byen", Tone::MaybeAbove),
        row(h, 25, 25, "17 over byen", Tone::Above),
    ];
    rows[0].share = Some(0.25);
    rows[0].value_label = "25\u{a0}%".to_owned();
    figure(rows)
}

/// Ten people in all.
pub fn too_few() -> Spec {
    let rows = ["Ledelse", "Specialister", "Øvrige"]
        .map(|name| untold(name, "1 af 3", "for få til at sige"));
    let mut figure = figure(rows.to_vec());
    figure.legend.clear();
    figure
}

/// Areas, with names that are hostile to XML.
pub fn areas() -> Spec {
    let mut figure = figure(vec![
        row("Børn & Unge <0-18>", 80, 300, "på linje med byen", Tone::InLine),
        row("Teknik \"og\" miljø", 2, 210, "mangler 59", Tone::Below),
        row("Kultur\u{1}", 40, 70, "20 over byen", Tone::Above),
    ]);
    figure.shape = Shape::List;
    figure.title = "Andel <&\"> på hvert område".to_owned();
    figure
}

pub fn all() -> Vec<Spec> {
    vec![five(), eight(), too_few(), areas(), figure(Vec::new())]
}

/// Levels crossed with areas, totals first and last; every tone, and a cell of hidden counts.
pub fn heat(levels: usize, areas: usize) -> Spec {
    let names = ["Kultur & <fritid>", "Børne- og Ungdomsforvaltningen", "IT"];
    let area = |area: usize| [names[area % 3].to_owned(), (area / 3).to_string()].join(" ");
    let area_names = (0..areas).map(|number| match number {
        0 => names[0].to_owned(),
        number => area(number),
    });
    let columns: Vec<String> = std::iter::once("Alle".to_owned()).chain(area_names).collect();
    let signs = ["▼", "▼?", "=", "▲?", "▲", "○"];
    let words = ["under byen", "måske under byen", "på linje med byen", "", "", "for få"];
    let cell = |line: usize, column: usize| {
        let kind = if (line, column) == (0, 1) { 0 } else { (line * 5 + column) % 6 };
        if (line, column) == (1, 0) {
            return Row {
                value_label: "?\u{a0}10–31\u{a0}%".to_owned(),
                ..untold(&columns[column], "1.154–1.157 af 3.758–3.761", "kan ikke afgøres")
            };
        }
        let cell = row(&columns[column], 2, 40, words[kind], Tone::ALL[kind]);
        Row { value_label: format!("{}\u{a0}5\u{a0}%", signs[kind]), ..cell }
    };
    let lines = (0..=levels).map(|line| HeatLine {
        label: LONG_NAMES.get(line).map_or("Alle niveauer", |name| name).to_owned(),
        cells: (0..columns.len()).map(|column| cell(line, column)).collect(),
    });
    let lines = lines.collect();
    let shape = Shape::Heat(Heat {
        heading: "Område".to_owned(),
        columns: columns.clone(),
        first_is_total: true,
        lines,
    });
    Spec { shape, ..figure(Vec::new()) }
}

/// Paths of one level until a target year: `ahead` years, with a line more where it is needed.
pub fn years(ahead: usize, is_needed: bool) -> Spec {
    let moments: Vec<String> = (0..=ahead).map(|year| (2025 + year).to_string()).collect();
    let shares = |rise: f64| (0..=ahead).map(|year| 0.05 + rise * year as f64).collect::<Vec<_>>();
    let line = |trace, rise: f64, label: &str| {
        let shares = shares(rise);
        let last = percent(shares[ahead]);
        Line { trace, shares, label: [label, &last].join(" ") }
    };
    let plain = line(Trace::Plain, 0.0, "som i dag");
    let needed = line(Trace::Needed, 0.24 / ahead as f64, "det kræver");
    let main = line(Trace::Main, 0.02, "som byen");
    let ranges = shares(0.02).into_iter().enumerate().map(|(year, share)| {
        let half = 0.01 * year as f64;
        Range { low: share - half, high: share + half }
    });
    let cell = |share: &f64| ColumnCell {
        words: format!("{:.1} ({})", 40.0 * share, percent(*share)),
        number: Some(40.0 * share),
    };
    let column = |heading: &str, line: &Line| Column {
        heading: heading.to_owned(),
        cells: line.shares.iter().map(cell).collect(),
    };
    let columns = [("Som i dag", &plain), ("Som byen", &main)];
    let columns = columns.into_iter().chain(is_needed.then_some(("Det kræver", &needed)));
    let columns = columns.map(|(heading, line)| column(heading, line)).collect();
    let lines = [plain].into_iter().chain(is_needed.then_some(needed)).chain([main]);
    let trend = Trend {
        moments,
        lines: lines.collect(),
        band: Some(Band { ranges: ranges.collect() }),
        heading: "År".to_owned(),
        columns,
    };
    let band = LegendEntry { key: Key::Band, label: "80 % af forløbene".to_owned() };
    Spec {
        title: "Ledelse: andel med indvandrerbaggrund frem til målåret".to_owned(),
        axis: Axis::to(trend.largest().max(1.15 * CITY), percent),
        notes: vec!["En forventning at sammenligne med.".to_owned()],
        legend: vec![band],
        shape: Shape::Years(trend),
        ..figure(Vec::new())
    }
}
