//! Texts that were read by people and are kept word for word in tests/golden.
//!
//! `BYSPEJL_BLESS=1` writes them anew; then read the diff.

use byspejl::text::Lang;
use std::path::PathBuf;

/// Holds texts against what was read; those that differ are told all at once.
#[derive(Default)]
pub struct Golden {
    changed: Vec<String>,
}

impl Golden {
    /// Compares one text with tests/golden/`name`.`lang`.txt, or writes it.
    pub fn compare(&mut self, name: &str, lang: Lang, now: &str) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        let file = folder.join(format!("{name}.{}.txt", lang.tag()));
        if std::env::var_os("BYSPEJL_BLESS").is_some() {
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
            std::fs::write(&file, now).expect("tests/golden can be written");
        } else if std::fs::read_to_string(&file).unwrap_or_default() != now {
            self.changed.push(format!("{}\n{now}", file.display()));
        }
    }

    /// Fails with every text that differs.
    pub fn finish(self) {
        assert!(self.changed.is_empty(), "these texts changed:\n{}", self.changed.join("\n"));
    }
}
