//! What the page and the office worker say to each other.
//!
//! An errand is its name, a text and at most one file's bytes; a reply likewise. The texts are
//! formats of their own: a reading ([`super::reading_json`]), answers, a document, a workbook.
//! Absent: how messages travel (`public/office-page.js` and `public/office-worker.js`) and who
//! answers (`exchange::office::Desk`).

/// What the page asks the worker to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Errand {
    /// Read a file: its name and its bytes. Replied by [`Reply::Reading`].
    Open,
    /// Read what the clipboard gave. Replied by [`Reply::Reading`].
    Paste,
    /// Read the opened file again with these answers. Replied by [`Reply::Reading`].
    Answer,
    /// Take the opened file as a benchmark, with these choices. Replied by [`Reply::Benchmark`].
    Benchmark,
    /// Write a document as DOCX. Replied by [`Reply::File`].
    Document,
    /// Write a workbook as XLSX. Replied by [`Reply::File`].
    Workbook,
    /// Pack work into a link. Replied by [`Reply::Link`].
    Pack,
    /// Take work out of a link. Replied by [`Reply::Work`].
    Unpack,
    /// Read a batch of pledges for an overview, as [`super::board::gather`] takes it; "new" on the
    /// first line puts away those before. Replied by [`Reply::Gathered`].
    Gather,
    /// Sum up what was gathered, as of the day in the text. Replied by [`Reply::Overview`].
    Overview,
}

impl Errand {
    pub const ALL: [Errand; 10] = [
        Errand::Open,
        Errand::Paste,
        Errand::Answer,
        Errand::Benchmark,
        Errand::Document,
        Errand::Workbook,
        Errand::Pack,
        Errand::Unpack,
        Errand::Gather,
        Errand::Overview,
    ];

    /// The name it travels under.
    pub fn name(self) -> &'static str {
        match self {
            Errand::Open => "open",
            Errand::Paste => "paste",
            Errand::Answer => "answer",
            Errand::Benchmark => "benchmark",
            Errand::Document => "document",
            Errand::Workbook => "workbook",
            Errand::Pack => "pack",
            Errand::Unpack => "unpack",
            Errand::Gather => "gather",
            Errand::Overview => "overview",
        }
    }

    pub fn from_name(name: &str) -> Option<Errand> {
        Errand::ALL.into_iter().find(|errand| errand.name() == name)
    }
}

/// What the worker replies.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// What a file was understood to say, as [`super::reading_json`] writes it.
    Reading(String),
    /// What can be chosen in a benchmark file, or the benchmark itself.
    Benchmark(String),
    /// A finished file.
    File(Vec<u8>),
    /// The fragment of a link.
    Link(String),
    /// A project file's text.
    Work(String),
    /// A batch lies on the desk.
    Gathered,
    /// Many pledges in one, as [`super::board::wire`] writes it.
    Overview(String),
    /// The errand could not be done.
    Failed(Failure),
}

/// Why an errand could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// Answers came before a file: open it again.
    NothingOpen,
    /// A text that is not what its errand takes: the page and the worker are of different versions.
    NotUnderstood,
    /// Not a link of ours: nothing is in it.
    NotALink,
    /// A link that is cut off: ask for it again.
    LinkTruncated,
    /// A link that was changed on its way: ask for it again.
    LinkDamaged,
    /// A link of a newer version: reload the page.
    LinkTooNew,
    /// More than fits into a link: send the project file.
    LinkTooLarge,
}

impl Failure {
    pub const ALL: [Failure; 7] = [
        Failure::NothingOpen,
        Failure::NotUnderstood,
        Failure::NotALink,
        Failure::LinkTruncated,
        Failure::LinkDamaged,
        Failure::LinkTooNew,
        Failure::LinkTooLarge,
    ];

    fn name(self) -> &'static str {
        match self {
            Failure::NothingOpen => "nothing-open",
            Failure::NotUnderstood => "not-understood",
            Failure::NotALink => "not-a-link",
            Failure::LinkTruncated => "link-truncated",
            Failure::LinkDamaged => "link-damaged",
            Failure::LinkTooNew => "link-too-new",
            Failure::LinkTooLarge => "link-too-large",
        }
    }
}

impl Reply {
    /// The kind, the text and the bytes that travel.
    pub fn into_parts(self) -> (&'static str, String, Option<Vec<u8>>) {
        match self {
            Reply::Reading(text) => ("reading", text, None),
            Reply::Benchmark(text) => ("benchmark", text, None),
            Reply::File(bytes) => ("file", String::new(), Some(bytes)),
            Reply::Link(text) => ("link", text, None),
            Reply::Work(text) => ("work", text, None),
            Reply::Gathered => ("gathered", String::new(), None),
            Reply::Overview(text) => ("overview", text, None),
            Reply::Failed(failure) => ("failed", failure.name().to_owned(), None),
        }
    }

    /// The reply again from what arrived at the page, where files do not come along: the kind on
    /// the first line, the text after it. What is no reply is one that was not understood.
    pub fn from_text(text: &str) -> Reply {
        let (kind, text) = text.split_once('\n').unwrap_or((text, ""));
        let known = Failure::ALL.into_iter().find(|failure| failure.name() == text);
        match kind {
            "reading" => Reply::Reading(text.to_owned()),
            "benchmark" => Reply::Benchmark(text.to_owned()),
            "file" => Reply::File(Vec::new()),
            "link" => Reply::Link(text.to_owned()),
            "work" => Reply::Work(text.to_owned()),
            "gathered" => Reply::Gathered,
            "overview" => Reply::Overview(text.to_owned()),
            _ => Reply::Failed(known.unwrap_or(Failure::NotUnderstood)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_errand_is_found_by_its_name() {
        for errand in Errand::ALL {
            assert_eq!(Errand::from_name(errand.name()), Some(errand));
        }
        assert_eq!(Errand::from_name("dance"), None);
    }

    #[test]
    fn a_reply_arrives_as_it_was_sent() {
        let sent = [
            Reply::Reading("{\n}".to_owned()),
            Reply::Benchmark("{}".to_owned()),
            Reply::Link("abc".to_owned()),
            Reply::Work("{}".to_owned()),
            Reply::Gathered,
            Reply::Overview("{}".to_owned()),
        ];
        for reply in sent.into_iter().chain(Failure::ALL.map(Reply::Failed)) {
            let (kind, text, _) = reply.clone().into_parts();
            assert_eq!(Reply::from_text(&format!("{kind}\n{text}")), reply);
        }
    }

    #[test]
    fn what_is_no_reply_is_not_understood() {
        for text in ["", "\n", "dance\nnow", "failed\nsomehow"] {
            assert_eq!(Reply::from_text(text), Reply::Failed(Failure::NotUnderstood));
        }
    }
}
