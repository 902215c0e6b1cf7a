//! The compressed siblings of a file: the server sends them, the size table counts them.

use std::io::Write;

use anyhow::Result;
use brotli::enc::{BrotliCompress, BrotliEncoderParams};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The bytes as brotli at its best quality.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The bytes as gzip at its best level, for whoever does not take brotli.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Whether a file of this name gets smaller by compression.
pub fn worthwhile(name: &str) -> bool {
    let extension = name.rsplit('.').next();
    matches!(
        extension,
        Some("html" | "css" | "js" | "wasm" | "svg" | "json" | "txt" | "webmanifest")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_gives_back_what_it_took() {
        let text = b"Afspejler jeres arbejdsplads byen? ".repeat(50);
        let compressed = brotli(&text).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &compressed[..], &mut back).unwrap();
        assert!(compressed.len() < text.len() / 10);
        assert_eq!(back, text);
    }
}
