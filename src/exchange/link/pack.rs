//! Packing: a text as characters that no address changes, and back.
//!
//! A checksum and a length stand before the deflated text, so that a link that was cut off is told
//! from one that was changed. Unfolding is bounded. Absent: what the text says ([`super`]).

use super::{LinkError, MOST_CHARACTERS, PREFIX};
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use std::io::Read;

const VERSION: u32 = 1;
/// The most bytes the content may unfold to: ten times a full table with long names.
const MOST_BYTES: usize = 2_000_000;
/// Checksum and length of what follows them.
const HEADER: usize = 8;

/// The fragment that holds this text.
///
/// # Errors
/// [`LinkError::TooLarge`] for a text that no address can hold.
pub fn pack(text: &str) -> Result<String, LinkError> {
    if text.len() > MOST_BYTES {
        return Err(LinkError::TooLarge);
    }
    let mut body = Vec::new();
    // Reading from memory cannot fail; if it did, the checksum would still tell.
    let _ = DeflateEncoder::new(text.as_bytes(), Compression::best()).read_to_end(&mut body);
    let length = u32::try_from(body.len()).map_err(|_| LinkError::TooLarge)?;
    let mut bytes = checksum(&body).to_le_bytes().to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend(body);
    let link = format!("{PREFIX}{VERSION}.{}", to_base64(&bytes));
    if link.len() > MOST_CHARACTERS { Err(LinkError::TooLarge) } else { Ok(link) }
}

/// The text in a link. Takes a fragment, a whole address, or a link with a full stop or bracket
/// that a sentence around it left at its end.
///
/// # Errors
/// See [`LinkError`].
pub fn unpack(link: &str) -> Result<String, LinkError> {
    let at = link.find(&PREFIX[1..]).ok_or(LinkError::NotALink)?;
    let rest = &link[at + PREFIX.len() - 1..];
    if rest.len() > MOST_CHARACTERS {
        return Err(LinkError::TooLarge);
    }
    let (version, rest) = rest.split_once('.').unwrap_or((rest, ""));
    match version.parse::<u32>() {
        Ok(VERSION) => inflate(body(&from_base64(rest)?)?),
        Ok(version) if version > VERSION => Err(LinkError::TooNew { version }),
        _ => Err(LinkError::NotALink),
    }
}

/// What stands after the header, if all of it has come through.
fn body(bytes: &[u8]) -> Result<&[u8], LinkError> {
    let (header, body) = bytes.split_at_checked(HEADER).ok_or(LinkError::Truncated)?;
    let number = |at: usize| header[at..at + 4].iter().rev().fold(0, |n, b| n << 8 | u32::from(*b));
    match body.len().cmp(&(number(4) as usize)) {
        std::cmp::Ordering::Less => Err(LinkError::Truncated),
        std::cmp::Ordering::Equal if checksum(body) == number(0) => Ok(body),
        _ => Err(LinkError::Damaged),
    }
}

fn inflate(body: &[u8]) -> Result<String, LinkError> {
    let mut text = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    DeflateDecoder::new(body).take(most).read_to_end(&mut text).map_err(|_| LinkError::Damaged)?;
    if text.len() > MOST_BYTES {
        return Err(LinkError::TooLarge);
    }
    String::from_utf8(text).map_err(|_| LinkError::Damaged)
}

/// CRC-32 as in gzip.
fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Characters that no address changes (RFC 4648, section 5), without padding.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, i| bits << 8 | chunk.get(i).map_or(0, |b| usize::from(*b)));
        let characters = (0..=chunk.len()).map(|i| char::from(ALPHABET[bits >> (18 - 6 * i) & 63]));
        text.extend(characters);
    }
    text
}

/// The bytes again. What a sentence left at the end is dropped; a foreign character in the middle
/// is damage. A last character that makes no byte is the rest of one that was cut off.
fn from_base64(text: &str) -> Result<Vec<u8>, LinkError> {
    let value = |c: u8| ALPHABET.iter().position(|known| *known == c);
    let own = text.bytes().take_while(|c| value(*c).is_some()).count();
    let (own, rest) = text.split_at(own);
    if rest.bytes().any(|c| value(c).is_some()) {
        return Err(LinkError::Damaged);
    }
    let mut bytes = Vec::with_capacity(own.len() * 3 / 4);
    let (mut bits, mut filled) = (0_usize, 0);
    for six in own.bytes().filter_map(value) {
        bits = (bits << 6 | six) & 0xFFFF;
        filled += 6;
        if filled >= 8 {
            filled -= 8;
            bytes.push((bits >> filled & 0xFF) as u8);
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_the_alphabet() {
        for length in 0..20 {
            let bytes: Vec<u8> = (0..length).map(|i| (i * 37 + 11) as u8).collect();
            assert_eq!(from_base64(&to_base64(&bytes)), Ok(bytes));
        }
        assert_eq!(to_base64(b"Mirror"), "TWlycm9y", "as RFC 4648 does it");
        assert_eq!(to_base64(&[0xFB, 0xFF]), "-_8");
    }

    #[test]
    fn a_link_that_unfolds_without_end_is_refused() {
        let mut body = Vec::new();
        let zeros = vec![b' '; MOST_BYTES + 10];
        DeflateEncoder::new(zeros.as_slice(), Compression::best())
            .read_to_end(&mut body)
            .expect("memory");
        let mut bytes = checksum(&body).to_le_bytes().to_vec();
        bytes.extend((body.len() as u32).to_le_bytes());
        bytes.extend(body);
        let bomb = format!("{PREFIX}1.{}", to_base64(&bytes));
        assert_eq!(unpack(&bomb), Err(LinkError::TooLarge));
    }
}
