//! Handing a file to the user and taking one in.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, Url};

/// The largest project file that is opened, in bytes.
pub const LARGEST_FILE: f64 = 20e6;

/// Why a file could not be handed over or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser or the page around this one forbids downloads: open in a tab of its own.
    DownloadRefused,
    /// The file could not be read: choose it again.
    Unreadable,
    /// Larger than [`LARGEST_FILE`]: it is no project file.
    TooLarge,
}

/// An address under which the browser finds this text as a file.
pub fn text_address(text: &str, media_type: &str) -> Result<String, FileError> {
    let parts = Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.and_then(|blob| Url::create_object_url_with_blob(&blob))
        .map_err(|_| FileError::DownloadRefused)
}

/// Saves a text as a file in the visitor's download folder.
///
/// # Errors
/// [`FileError::DownloadRefused`] when the browser does not allow it.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), FileError> {
    let address = text_address(text, media_type)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
        .ok_or(FileError::DownloadRefused)?;
    link.set_href(&address);
    link.set_download(name);
    link.unchecked_ref::<HtmlElement>().click();
    // The click has taken its own hold of the data.
    Url::revoke_object_url(&address).map_err(|_| FileError::DownloadRefused)
}

/// The text of a file the visitor chose.
///
/// # Errors
/// [`FileError::TooLarge`] before reading, [`FileError::Unreadable`] when reading fails.
pub async fn read_text(file: &File) -> Result<String, FileError> {
    if file.size() > LARGEST_FILE {
        return Err(FileError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}
