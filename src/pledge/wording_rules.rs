//! The patterns of the wording check, as data. How a pattern is read: [`super::wording`].
//!
//! Absent: grammar. Where a word also has an innocent use ("kvote 2", "kvoteflygtninge",
//! "CO2-kvoter"), the pattern names whole words, not beginnings.

use super::wording::WordingRule::{
    self, AskingOrigin, OriginAsCriterion, PositiveAction, Preference, Quota, ReservedPosts,
    TieBreak,
};

/// Words that deny what follows them.
pub(super) const NEGATIONS: [&str; 15] = [
    "ikke", "aldrig", "ingen", "intet", "hverken", "uden", "undgår", "not", "no", "never",
    "without", "nor", "don't", "won't", "avoid",
];

/// Marks after which a denial no longer holds, and across which no pattern reaches.
pub(super) const BREAKS_THOUGHT: &[char] = &['.', ',', ';', ':', '!', '?', '\n', '(', ')'];

/// Rule and pattern. A longer pattern wins over a shorter one that begins at the same word.
pub(super) const RULES: &[(WordingRule, &str)] = &[
    (Quota, "kvote|kvoten !1|2"),
    (Quota, "kvoter|kvoterne|kvotering|kvotere|kvoterer|kvoteordning|kvoteordninger|kvotesystem"),
    (Quota, "etnicitetskvote*|mangfoldighedskvote*|indvandrerkvote*|minoritetskvote*"),
    (Quota, "ansættelseskvote*|rekrutteringskvote*|kønskvote*|diversitetskvote*|baggrundskvote*"),
    (Quota, "quota|quotas"),
    (ReservedPosts, "øremærk*"),
    (ReservedPosts, "earmark*|ring-fence*|ringfence*"),
    (
        ReservedPosts,
        "reserver* ..5 stilling*|job|jobs|jobbet|jobbene|plads|pladser|praktikplads*|lederstilling*|elevplads*",
    ),
    (
        ReservedPosts,
        "stilling*|job|jobs|plads|pladser|praktikplads*|lederstilling*|elevplads* ..4 reserver*",
    ),
    (
        ReservedPosts,
        "reserver* ..4 til|for ..4 indvandrer*|efterkommer*|minoritet*|etnisk*|nydansk*|indvandrerbaggrund|minoritetsbaggrund|*oprindelse|*herkomst",
    ),
    (
        ReservedPosts,
        "forbehold* ..4 indvandrer*|efterkommer*|minoritet*|etnisk*|nydansk*|indvandrerbaggrund|minoritetsbaggrund|*oprindelse|*herkomst",
    ),
    (ReservedPosts, "reserved ..1 for|to"),
    (
        ReservedPosts,
        "reserve|reserves|reserving ..5 post|posts|job|jobs|position|positions|place|places|role|roles|seat|seats",
    ),
    (
        ReservedPosts,
        "set|sets|setting aside ..5 post|posts|job|jobs|position|positions|place|places|role|roles|seats",
    ),
    (Preference, "foretræk* ..2 ansøger|ansøgere|kandidat|kandidater|medarbejdere|ledere|personer"),
    (
        Preference,
        "foretræk* ..4 indvandrer*|efterkommer*|minoritet*|etnisk*|nydansk*|indvandrerbaggrund|minoritetsbaggrund|*oprindelse|*herkomst",
    ),
    (Preference, "fortrinsret*|fortrinsadgang|forrang|førsteret"),
    (Preference, "fortrin til|for|frem"),
    (
        Preference,
        "prioriter* ..3 indvandrer*|efterkommer*|minoritet*|etnisk*|nydansk*|indvandrerbaggrund|minoritetsbaggrund|*oprindelse|*herkomst",
    ),
    (
        Preference,
        "kun|udelukkende ansæt*|rekrutter*|forfremme* !efter|på|når|hvis|ud|gennem|via|ved|hvor|i|til|med",
    ),
    (
        Preference,
        "ansæt*|rekrutter*|forfremme* kun|udelukkende !efter|på|når|hvis|ud|gennem|via|ved|hvor|i|til",
    ),
    (
        Preference,
        "ansæt* ..1 færre|flere ..1 indvandrer*|efterkommer*|danskere|nydansk*|minoritet*",
    ),
    (Preference, "preference|preferences for|to"),
    (
        Preference,
        "preferential|preferred treatment|hiring|candidate|candidates|applicant|applicants",
    ),
    (
        Preference,
        "prefer|prefers|preferring ..3 applicant|applicants|candidate|candidates|immigrant*|minorit*|ethnic*",
    ),
    (
        Preference,
        "priority to|for ..3 applicant|applicants|candidate|candidates|immigrant*|minorit*|ethnic*",
    ),
    (
        Preference,
        "prioritis*|prioritiz* ..3 applicant|applicants|candidate|candidates|immigrant*|minorit*|ethnic*",
    ),
    (
        Preference,
        "favour|favours|favor|favors|favouring ..3 applicant|applicants|candidate|candidates|immigrant*|minorit*|ethnic*",
    ),
    (
        Preference,
        "only hire|hires|recruit|recruits|appoint|appoints|promote|promotes !on|by|based|according|after|when|if|through|where",
    ),
    (
        Preference,
        "hire|recruit|appoint|promote only !on|by|based|according|after|when|if|through|where",
    ),
    (Preference, "hire|recruit ..1 fewer|more immigrant*|minorit*|descendants|danes"),
    (TieBreak, "lige kvalificere*"),
    (TieBreak, "lige kvalifikationer"),
    (TieBreak, "lige godt|så kvalificere*"),
    (TieBreak, "samme kvalifikationer ..4 vælg*|foretræk*|ansæt*"),
    (TieBreak, "equally|similarly qualified|suitable"),
    (TieBreak, "equal|same qualifications|merit ..4 choose|prefer|hire|appoint|select"),
    (TieBreak, "tie-break*|tiebreak*"),
    (PositiveAction, "positiv|positive særbehandling|særbehandle|diskrimination"),
    (PositiveAction, "særbehandl*"),
    (PositiveAction, "positive|affirmative action|discrimination"),
    (
        OriginAsCriterion,
        "herkomst|oprindelse|etnicitet|indvandrerbaggrund|baggrund ..2 tæller|vægtes|indgår ..2 som|positivt|med|i",
    ),
    (
        OriginAsCriterion,
        "lægge|lægger vægt på ..3 herkomst|oprindelse|etnicitet|indvandrerbaggrund|hudfarve",
    ),
    (
        OriginAsCriterion,
        "ansæt*|vælg*|udvælg*|forfremme*|afvis* ..5 på grund|baggrund af ..3 herkomst|oprindelse|etnicitet|indvandrerbaggrund|hudfarve",
    ),
    (
        OriginAsCriterion,
        "vælg*|udvælg*|ansæt*|forfremme* ..2 ud|efter ..1 fra|deres|sin ..2 herkomst|oprindelse|etnicitet",
    ),
    (
        OriginAsCriterion,
        "origin|ethnicity|background counts|count|weighs ..2 as|in|positively|towards",
    ),
    (OriginAsCriterion, "origin|ethnicity|background as ..2 criterion|plus|advantage|merit|factor"),
    (
        OriginAsCriterion,
        "hire|select|choose|promote|appoint|reject ..5 because|account of ..3 origin|ethnicity|race",
    ),
    (OriginAsCriterion, "hire|hiring|select|promote|appoint ..2 by|on ..2 origin|ethnicity|race"),
    (
        AskingOrigin,
        "spørg*|udspørg* ..5 herkomst|oprindelse|etnicitet|etnisk*|fødeland|hudfarve|indvandrerbaggrund",
    ),
    (
        AskingOrigin,
        "registrer*|noter*|kortlæg* ..5 medarbejder*|ansøger*|ansattes|kandidat* ..2 herkomst|oprindelse|etnicitet|etniske|fødeland|hudfarve",
    ),
    (
        AskingOrigin,
        "registrer*|noter* ..2 herkomst|oprindelse|etnicitet|fødeland ..2 ansøger*|medarbejder*|kandidat*",
    ),
    (AskingOrigin, "ask|asks|asking ..5 origin|ethnicity|ethnic|birthplace|race"),
    (AskingOrigin, "record|records|register|note|guess ..4 origin|ethnicity|race|birthplace"),
];
