//! The wording check against sentences people write.

use byspejl::pledge::wording::{WordingRule, WordingRule::*, check};

const HARMFUL: &[(&str, WordingRule)] = &[
    ("Vi indfører en kvote på 30 % for nye ansættelser.", Quota),
    ("Kvoter skal sikre et bredere hold.", Quota),
    ("Der gælder en etnicitetskvote i ledelsen.", Quota),
    ("Ikke måltal, men kvoter.", Quota),
    ("Vi øremærker to praktikpladser til unge.", ReservedPosts),
    ("Øremærkede stillinger i driften", ReservedPosts),
    ("Vi reserverer hvert år fem stillinger til indvandrere.", ReservedPosts),
    ("En lederstilling reserveres til en efterkommer.", ReservedPosts),
    ("Pladserne er forbeholdt personer med indvandrerbaggrund.", ReservedPosts),
    ("Vi foretrækker ansøgere med indvandrerbaggrund.", Preference),
    ("Kandidater med anden herkomst har fortrinsret.", Preference),
    ("Ved lige kvalifikationer vælges den, der mangler i gruppen.", TieBreak),
    ("Blandt lige kvalificerede vælger vi ansøgeren med udenlandsk baggrund.", TieBreak),
    ("Vi bruger positiv særbehandling, når det er muligt.", PositiveAction),
    ("Positiv diskrimination er et middel for os.", PositiveAction),
    ("Fremover vil vi kun ansætte efterkommere i butikken.", Preference),
    ("Vi vil ansætte færre indvandrere i rengøringen.", Preference),
    ("Vi vil prioritere ansøgere og prioritere nydanskere.", Preference),
    ("Etnicitet tæller positivt med i den samlede vurdering.", OriginAsCriterion),
    ("Vi lægger vægt på ansøgerens etnicitet.", OriginAsCriterion),
    ("Vi spørger alle medarbejdere om deres herkomst.", AskingOrigin),
    ("Udvalget registrerer ansøgernes etnicitet efter samtalen.", AskingOrigin),
    ("We will introduce a quota for managers.", Quota),
    ("Quotas will be met by 2029.", Quota),
    ("Two trainee places are reserved for immigrants.", ReservedPosts),
    ("We reserve five jobs a year.", ReservedPosts),
    ("We set aside three positions in sales.", ReservedPosts),
    ("These posts are ring-fenced.", ReservedPosts),
    ("There is a preference for applicants of non-Western origin.", Preference),
    ("We prefer applicants with an immigrant background.", Preference),
    ("From now on we only hire descendants.", Preference),
    ("We will recruit fewer immigrants as cleaners.", Preference),
    ("Preferential treatment will be given in the first round.", Preference),
    ("We give priority to ethnic minorities.", Preference),
    ("Among equally qualified applicants we choose the minority one.", TieBreak),
    ("Origin is used as a tie-breaker.", TieBreak),
    ("We take positive action in every recruitment.", PositiveAction),
    ("Affirmative action is part of our plan.", PositiveAction),
    ("Origin counts as an advantage.", OriginAsCriterion),
    ("We use ethnicity as a criterion for promotion.", OriginAsCriterion),
    ("We ask all new employees about their ethnic origin.", AskingOrigin),
    ("Interviewers record the origin of each applicant.", AskingOrigin),
    ("Tiltaget er opgivet, fordi kvoten ikke blev nået.", Quota),
    ("Næste år øremærkes en lederplads.", ReservedPosts),
    ("Vi foretrak kandidater, men foretrækker nu personer med indvandrerbaggrund.", Preference),
    ("We dropped the mentors and now reserve two posts.", ReservedPosts),
];

const HARMLESS: &[&str] = &[
    "Vi når ud til flere ansøgere.",
    "Måltal er retningsgivende. Ansættelse og forfremmelse sker altid efter kvalifikationer, jf. forskelsbehandlingsloven.",
    "Frivilligt måltal, ikke det lovpligtige måltal for det underrepræsenterede køn.",
    "Vi bruger ikke kvoter.",
    "Måltallet er aldrig en kvote.",
    "Elever optages gennem kvote 2.",
    "Vi hjælper kvoteflygtninge med at finde bolig.",
    "Virksomheden køber CO2-kvoter.",
    "Vi reserverer to timer om måneden til mentorerne.",
    "Mødelokalet er reserveret til udvalget hver torsdag.",
    "Vi foretrækker at få ansøgninger digitalt.",
    "Vi ansætter kun efter kvalifikationer.",
    "Vi rekrutterer udelukkende på baggrund af faglige krav.",
    "Vi spørger aldrig medarbejdere om deres herkomst.",
    "Vi spørger alle medarbejdere om deres trivsel.",
    "Vi registrerer ikke ansøgernes etnicitet.",
    "Vi bekæmper diskrimination på grund af etnisk oprindelse.",
    "Alle stillinger slås op med kriterier, som alle kan læse.",
    "Vi bruger fortrinsvis digitale kanaler.",
    "Vi vil nå flere kandidater i hele byen.",
    "Mentorordningen er åben for alle.",
    "Dansk på arbejdspladsen tilbydes i arbejdstiden.",
    "Sprogkrav i opslag skal være relevante for jobbet.",
    "Vi gør status på samlede tal fra Danmarks Statistik.",
    "I 2029 har 4 af 32 ledere indvandrerbaggrund.",
    "We reach more applicants.",
    "Targets are directional. Hiring and promotion are always decided on qualifications.",
    "We do not use quotas.",
    "We will never set a quota.",
    "The meeting room is booked for the task force.",
    "We keep two hours a month for mentors.",
    "We hire only on qualifications.",
    "We only hire after a structured interview.",
    "Prices and quotations are requested from three suppliers.",
    "We never ask staff about their origin.",
    "The programme is open to all employees.",
    "We combat discrimination because of ethnicity.",
    "Employees may prefer flexible hours.",
    "All posts are advertised with clear criteria.",
    "We publish our results once a year.",
    "Mentoring is open to everyone, whatever their background.",
    "Our record of yearly reviews is public.",
    "Vi er begyndt med to afdelinger og tager resten til foråret.",
    "Opgivet: Leverandøren kunne ikke levere tal på samme dag.",
    "Tre nye ledere er ansat efter åbne opslag.",
    "Done in sales; the warehouse follows in spring.",
];

#[test]
fn quota_and_preference_language_is_marked_with_the_rule_it_touches() {
    for (sentence, rule) in HARMFUL {
        let marks = check(sentence);
        assert!(marks.iter().any(|mark| mark.rule == *rule), "{sentence}: {marks:?}");
    }
}

#[test]
fn ordinary_sentences_pass() {
    for sentence in HARMLESS {
        assert_eq!(check(sentence), [], "{sentence}");
    }
}

/// As many as a person writes in a pledge and its yearly reviews, in both languages.
#[test]
fn at_least_eighty_sentences_are_tried_and_half_of_them_are_harmless() {
    let (harmful, harmless) = (HARMFUL.len(), HARMLESS.len());
    assert!(harmful >= 40 && harmless >= 40, "{harmful} and {harmless}");
    let mut all: Vec<&str> = HARMFUL.iter().map(|(sentence, _)| *sentence).collect();
    all.extend(HARMLESS);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), harmful + harmless, "a sentence stands twice");
}

#[test]
fn a_mark_covers_the_words_and_nothing_else() {
    let text = "Vi vil øremærke pladser, ikke andet.";
    let marks = check(text);
    assert_eq!(marks.len(), 1);
    assert_eq!(&text[marks[0].range.clone()], "øremærke");
}

#[test]
fn two_breaches_are_two_marks_in_reading_order() {
    let marks = check("Kvoter først. Ved lige kvalifikationer vælger vi dem.");
    assert_eq!(marks.iter().map(|mark| mark.rule).collect::<Vec<_>>(), [Quota, TieBreak]);
}

#[test]
fn capitals_and_typographic_apostrophes_change_nothing() {
    assert_eq!(check("KVOTER").len(), 1);
    assert_eq!(check("We don’t use quotas"), []);
}

#[test]
fn every_rule_has_a_sentence_that_touches_it() {
    for rule in WordingRule::ALL {
        assert!(HARMFUL.iter().any(|(_, touched)| *touched == rule), "{rule:?}");
    }
}

mod any_text {
    use super::check;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn marks_lie_on_character_borders(text in "\\PC{0,80}") {
            for mark in check(&text) {
                prop_assert!(text.get(mark.range.clone()).is_some());
            }
        }
    }
}
