//! The formats there are, what each is for, and who may see it.

use crate::exchange::project;
use crate::session::Work;
use crate::text::{Lang, export};

/// What a file can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    Docx,
    Html,
    /// To the clipboard.
    Text,
    Ics,
    Xlsx,
    Csv,
    Json,
    Project,
}

/// Who is to see a file (methods, section 9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edition {
    /// Exact figures, marked as internal.
    #[default]
    Internal,
    /// Small figures hidden, with whatever would give them back.
    Public,
}

impl Format {
    /// What the pledge becomes, what the figures become.
    pub const PLEDGE: [Format; 4] = [Format::Docx, Format::Html, Format::Text, Format::Ics];
    pub const FIGURES: [Format; 3] = [Format::Xlsx, Format::Csv, Format::Json];
    pub const WORK: [Format; 1] = [Format::Project];

    pub fn all() -> impl Iterator<Item = Format> {
        Format::PLEDGE.into_iter().chain(Format::FIGURES).chain(Format::WORK)
    }

    /// Its name on the page, in an attribute.
    pub fn id(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Html => "html",
            Format::Text => "text",
            Format::Ics => "ics",
            Format::Xlsx => "xlsx",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Project => "project",
        }
    }

    /// The button's words and what stands beside it.
    pub fn words(self, lang: Lang) -> (&'static str, &'static str) {
        match self {
            Format::Docx => (export::format_docx(lang), export::format_docx_hint(lang)),
            Format::Html => (export::format_html(lang), export::format_html_hint(lang)),
            Format::Text => (export::format_text(lang), export::format_text_hint(lang)),
            Format::Ics => (export::format_ics(lang), export::format_ics_hint(lang)),
            Format::Xlsx => (export::format_xlsx(lang), export::format_xlsx_hint(lang)),
            Format::Csv => (export::format_csv(lang), export::format_csv_hint(lang)),
            Format::Json => (export::format_json(lang), export::format_json_hint(lang)),
            Format::Project => (export::format_project(lang), export::format_project_hint(lang)),
        }
    }

    /// What has no public edition: the work itself, which is what was typed.
    pub fn is_always_internal(self) -> bool {
        self == Format::Project
    }

    /// What names no figures is the same in both editions.
    pub fn has_editions(self) -> bool {
        !self.is_always_internal() && self != Format::Ics
    }

    /// What can have both languages in it.
    pub fn has_languages(self) -> bool {
        matches!(self, Format::Docx | Format::Html | Format::Text)
    }

    pub fn ending(self) -> &'static str {
        match self {
            Format::Docx => ".docx",
            Format::Html => ".html",
            Format::Text => ".txt",
            Format::Ics => ".ics",
            Format::Xlsx => ".xlsx",
            Format::Csv => ".csv",
            Format::Json => ".json",
            Format::Project => ".byspejl.json",
        }
    }

    /// A name for the file: the organisation, the year, and whether everybody may see it.
    pub fn file_name(
        self,
        work: &Work,
        edition: Edition,
        lang: Lang,
        is_bilingual: bool,
    ) -> String {
        let name = project::file_name(work);
        let name = name.trim_end_matches(".byspejl.json");
        if self == Format::Project {
            return [name, self.ending()].concat();
        }
        let content = match self {
            Format::Xlsx | Format::Csv => export::file_figures(lang),
            _ => export::file_pledge(lang),
        };
        let public = match edition {
            Edition::Internal => String::new(),
            Edition::Public if !self.has_editions() => String::new(),
            Edition::Public => ["-", export::file_public(lang)].concat(),
        };
        let languages = if is_bilingual { "-da-en" } else { "" };
        [name, "-", content, &public, languages, self.ending()].concat()
    }
}
