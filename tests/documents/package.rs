//! Opens what was written, without the code that wrote it.

use crate::xml::{Element, elements};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A file's parts by name.
pub struct Package {
    parts: BTreeMap<String, String>,
}

impl Package {
    pub fn open(bytes: Vec<u8>) -> Package {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).expect("a part");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("parts are UTF-8");
            let name = file.name().expect("names are UTF-8").into_owned();
            assert!(parts.insert(name, text).is_none(), "a part twice");
        }
        Package { parts }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The parts in the word processor's own language.
    pub fn word_parts(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| name.starts_with("word/") && name.ends_with(".xml"))
    }

    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).unwrap_or_else(|| panic!("no part {name}"))
    }

    /// Writes a piece of a part otherwise, to see that a test would find it.
    pub fn swap(&mut self, name: &str, from: &str, to: &str) {
        let changed = self.part(name).replace(from, to);
        assert_ne!(changed, self.part(name), "nothing to swap");
        self.parts.insert(name.to_owned(), changed);
    }

    /// A part's elements; panics when it is not well-formed.
    pub fn elements(&self, name: &str) -> Vec<Element> {
        let text = self.part(name);
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        elements(
            text.strip_prefix(head).unwrap_or_else(|| panic!("{name} has no declaration")).trim(),
        )
    }

    pub fn document(&self) -> Vec<Element> {
        self.elements("word/document.xml")
    }
}

/// The names of the elements directly inside this one, in order.
pub fn children(all: &[Element], parent: usize) -> Vec<&str> {
    let inside = all.iter().filter(|element| element.parent == Some(parent));
    inside.map(|element| element.name.as_str()).collect()
}

/// Whether an element stands somewhere inside one of this name.
pub fn is_inside(all: &[Element], element: &Element, name: &str) -> bool {
    let mut parent = element.parent;
    while let Some(at) = parent {
        if all[at].name == name {
            return true;
        }
        parent = all[at].parent;
    }
    false
}

/// The text of each element of this name, texts inside it joined.
pub fn texts(all: &[Element], name: &str) -> Vec<String> {
    let starts = all.iter().enumerate().filter(|(_, element)| element.name == name);
    starts.map(|(at, _)| joined(all, at)).collect()
}

/// All text inside an element; a break or a tab between two texts counts as a space.
pub fn joined(all: &[Element], at: usize) -> String {
    let mut text = String::new();
    for element in all.iter().enumerate().filter(|(number, _)| within(all, *number, at)) {
        match element.1.name.as_str() {
            "w:tab" | "w:br" => text.push(' '),
            _ => text.push_str(&element.1.text),
        }
    }
    text
}

fn within(all: &[Element], mut element: usize, ancestor: usize) -> bool {
    while element != ancestor {
        match all[element].parent {
            Some(parent) => element = parent,
            None => return false,
        }
    }
    true
}
