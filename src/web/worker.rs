//! The office worker as the page sees it, and the ways in and out that only a script can open.
//!
//! Everything goes through one function of `public/office-page.js`, which is loaded when the page
//! is idle: each function of the browser that the program names itself weighs on the first load.
//! The worker behind it starts with the first errand. Absent: what a file is, and what is said when
//! something fails.

use super::part;
use crate::exchange::message::{Errand, Reply};
use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The name of the script, as the build lists it.
const PART: &str = "office-page";

#[wasm_bindgen]
extern "C" {
    /// What `public/office-page.js` exports.
    type Script;
    #[wasm_bindgen(method)]
    fn call(this: &Script, command: &str, text: &str, detail: &str) -> Promise;
}

/// Why something was not done. The work on screen is untouched by all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The frame around the page forbids workers: open the page in a tab of its own.
    Forbidden,
    /// The worker's program could not be fetched: check the connection, try again.
    Missing,
    /// No answer in time: the worker was ended. Make the file smaller.
    Slow,
    /// The worker stopped: the file asks for more than there is. Make it smaller.
    Crashed,
    /// The user has cancelled it.
    Cancelled,
    /// The file could not be read: choose it again.
    Unreadable,
    /// More bytes than any file that is read.
    TooLarge,
    /// The browser does not give the clipboard to the page.
    ClipboardRefused,
    /// The picture could not be made: take the SVG.
    NoPicture,
}

impl Trouble {
    fn from_word(word: &str) -> Trouble {
        match word {
            "forbidden" => Trouble::Forbidden,
            "slow" => Trouble::Slow,
            "crashed" => Trouble::Crashed,
            "cancelled" => Trouble::Cancelled,
            "unreadable" => Trouble::Unreadable,
            "large" => Trouble::TooLarge,
            "clipboard" => Trouble::ClipboardRefused,
            "picture" => Trouble::NoPicture,
            _ => Trouble::Missing,
        }
    }
}

/// What has come in and waits to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// A file by its name, and what came together with it.
    File { name: String, together: Together },
    /// Folders and nothing else.
    Folder,
    /// A pasted block.
    Table,
    /// An address with work in it.
    Link,
}

/// Files that came at once; one of them is read at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// All of them, in their order.
    pub names: Vec<String>,
    /// How many folders came along, which are not read.
    pub folders: usize,
}

async fn call(command: &str, text: &str, detail: &str) -> Result<String, Trouble> {
    let script = part::load(PART).await.ok_or(Trouble::Missing)?;
    let script: Script = script.unchecked_into();
    let done = JsFuture::from(script.call(command, text, detail)).await;
    let word = |value: JsValue| value.as_string().unwrap_or_default();
    done.map(word).map_err(|error| Trouble::from_word(&word(error)))
}

/// From now on files are taken in wherever they are dropped or chosen, tables wherever they are
/// pasted and nothing else takes them, and addresses that begin with `link_start`. Each shows as a
/// change of the element `office`, which then carries the attribute [`ARRIVED`].
///
/// # Errors
/// [`Trouble::Missing`] when the script cannot be fetched: files are chosen in the save menu then.
pub async fn listen(link_start: &str) -> Result<(), Trouble> {
    call("listen", "", link_start).await.map(drop)
}

/// The attribute by which an arrival is told from other changes.
pub const ARRIVED: &str = "data-arrived";

/// Lets the page answer to what has happened meanwhile, before more is done.
pub async fn rest() {
    // Without the script nothing was read, and there is nothing more to do.
    let _ = call("rest", "", "").await;
}

/// What has come in last.
pub async fn arrived() -> Option<Arrived> {
    let described = call("arrived", "", "").await.ok()?;
    let mut lines = described.split('\n').map(str::to_owned);
    let (kind, name, folders) = (lines.next()?, lines.next()?, lines.next()?);
    match kind.as_str() {
        "file" => {
            let together =
                Together { folders: folders.parse().unwrap_or(0), names: lines.collect() };
            Some(Arrived::File { name, together })
        }
        "folder" => Some(Arrived::Folder),
        "table" => Some(Arrived::Table),
        "link" => Some(Arrived::Link),
        _ => None,
    }
}

/// Turns to another of the files that came together, by its place among them; it arrives as the
/// first one did.
pub async fn turn_to(number: usize) {
    // Without the script no file came.
    let _ = call("turn", &number.to_string(), "").await;
}

/// What has come in as a text.
///
/// # Errors
/// [`Trouble::TooLarge`] before reading, [`Trouble::Unreadable`] when reading fails.
pub async fn arrived_text() -> Result<String, Trouble> {
    call("text", "", "").await
}

/// Has the worker read what has come in.
///
/// # Errors
/// See [`Trouble`].
pub async fn read_arrived() -> Result<Reply, Trouble> {
    call("read", Errand::Open.name(), "").await.map(|reply| Reply::from_text(&reply))
}

/// Takes a text as what has come in, as pasting it would, and has the worker read it.
///
/// # Errors
/// See [`Trouble`].
pub async fn send(errand: Errand, text: &str) -> Result<Reply, Trouble> {
    call(errand.name(), text, "").await.map(|reply| Reply::from_text(&reply))
}

/// Has the worker take in the next files of those that came together, from the one at `from` on.
/// `is_new` puts away those before. Gives where to go on.
///
/// # Errors
/// See [`Trouble`]; [`Trouble::Crashed`] also when the worker did not understand what came.
pub async fn gather(from: usize, is_new: bool) -> Result<usize, Trouble> {
    let told = call("gather", &from.to_string(), if is_new { "new" } else { "" }).await?;
    let (next, reply) = told.split_once('\n').unwrap_or((&told, ""));
    match (next.parse(), Reply::from_text(reply)) {
        (Ok(next), Reply::Gathered) if next > from => Ok(next),
        _ => Err(Trouble::Crashed),
    }
}

/// Ends the worker; whoever waits for it gets [`Trouble::Cancelled`]. The next errand starts another.
pub async fn cancel() {
    // Nothing runs that could not be ended.
    let _ = call("cancel", "", "").await;
}

/// What a file to keep is called, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileKind {
    pub name: String,
    pub media_type: &'static str,
}

impl FileKind {
    fn lines(&self, last: &str) -> String {
        [self.name.as_str(), self.media_type, last].join("\n")
    }
}

/// Hands a text to the visitor as a file.
///
/// # Errors
/// [`Trouble::Missing`] when the script cannot be fetched.
pub async fn save(file: &FileKind, text: &str) -> Result<(), Trouble> {
    call("save", text, &file.lines("")).await.map(drop)
}

/// Has the worker write a file and hands it to the visitor.
///
/// # Errors
/// See [`Trouble`]; [`Trouble::Crashed`] also when the worker did not understand what to write.
pub async fn make(errand: Errand, file: &FileKind, text: &str) -> Result<(), Trouble> {
    let replied = call("keep", text, &file.lines(errand.name())).await?;
    if replied.is_empty() { Ok(()) } else { Err(Trouble::Crashed) }
}

/// Hands an SVG to the visitor as a picture file of points.
///
/// # Errors
/// [`Trouble::NoPicture`] when the browser cannot make it.
pub async fn picture(file: &FileKind, svg: &str) -> Result<(), Trouble> {
    call("picture", svg, &file.lines("")).await.map(drop)
}

/// The page's own address with this fragment; `None` when the script cannot be fetched.
pub async fn address(fragment: &str) -> Option<String> {
    call("address", fragment, "").await.ok()
}

/// Puts a text on the clipboard; `html` is how it looks where that can be shown, or empty.
///
/// # Errors
/// [`Trouble::ClipboardRefused`] when the browser does not allow it.
pub async fn copy(text: &str, html: &str) -> Result<(), Trouble> {
    call("copy", text, html).await.map(drop)
}

/// Puts an SVG on the clipboard as a picture.
///
/// # Errors
/// [`Trouble::ClipboardRefused`] when the browser does not allow it.
pub async fn copy_picture(svg: &str) -> Result<(), Trouble> {
    call("copyPicture", svg, "").await.map(drop)
}
