//! The nouns: what an organisation's figures are made of.
//!
//! Here are group, level, area, [`Headcount`], [`Share`], the table that holds them and the
//! reporting [`Date`]. Absent: reading and writing of any kind, words for people, serde.
//! Read next: [`crate::benchmark`], which holds the city's side of the mirror.
//!
//! # Glossary (the field's English terms and the Danish words the screens use)
//!
//! | code | Danish on screen | meaning |
//! |---|---|---|
//! | level | jobniveau, trin | a rung of the job ladder; the first is the entry level |
//! | area | område, afdeling | a department or site; order means nothing |
//! | origin group | herkomst | Statistics Denmark's classification by own and parents' birth and citizenship |
//! | focus group | den valgte gruppe | the union of groups whose share is examined |
//! | stated origin | oplyst herkomst | people who count in a share's base n |
//! | origin not stated | uoplyst herkomst | people left out of n and always reported beside it |
//! | scope | udsnit | whole organisation, one level, one area, or one level in one area |
//! | suppressed | skjult tal | a count known only to lie in a range, for example "<5" |

mod data_quality;
mod date;
mod group;
mod headcount;
mod share;
mod table;

pub use data_quality::{DataQuality, OutsourcedWork, Sector};
pub use date::{Date, DateError};
pub use group::{Focus, Grouping, Origin};
pub use headcount::{Bounds, Headcount, sum, sum_known};
pub use share::Share;
pub use table::{
    Area, Column, GivenTotal, Level, MAX_AREAS, MAX_LEVELS, MIN_LEVELS, Row, Scope, TableError,
    Workforce, WorkforceTable,
};
