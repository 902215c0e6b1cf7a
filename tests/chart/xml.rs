//! A reader just strict enough to prove that a picture is well-formed XML.

/// An element with its attributes and the text directly inside it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    /// Where the element it stands in is found among all of them.
    #[allow(dead_code, reason = "the tests of pictures have no need of it")]
    pub parent: Option<usize>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Every element in order of its start; panics, saying where, when the text is not well-formed.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        match open.last() {
            Some(inside) => all[*inside].text.push_str(&unescaped(text)),
            None => assert!(text.trim().is_empty(), "text outside the root: {text:?}"),
        }
        let end = tag.find('>').unwrap_or_else(|| panic!("an open tag: {tag:?}"));
        let inner = &tag[1..end];
        rest = &tag[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            let started = open.pop().unwrap_or_else(|| panic!("</{name}> was never open"));
            assert_eq!(all[started].name, name, "tags cross");
            continue;
        }
        assert!(all.is_empty() || !open.is_empty(), "two roots");
        let parent = open.last().copied();
        all.push(Element { parent, ..element(inner.strip_suffix('/').unwrap_or(inner)) });
        if !inner.ends_with('/') {
            open.push(all.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "the end is missing");
    all
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("no value: {rest:?}"));
        let (value, after) = value.split_once('"').unwrap_or_else(|| panic!("no quote: {rest:?}"));
        assert!(element.get(name).is_none(), "{name} twice in {tag:?}");
        element.attributes.push((name.to_owned(), unescaped(value)));
        rest = after.trim_start();
    }
    element
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains('<'), "a bare < in {text:?}");
    assert!(text.chars().all(|letter| letter >= ' ' || "\t\n\r".contains(letter)), "{text:?}");
    let mut parts = text.split('&');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, after) =
            part.split_once(';').unwrap_or_else(|| panic!("a bare & in {text:?}"));
        result.push_str(match entity {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => panic!("no such entity: {entity}"),
        });
        result.push_str(after);
    }
    result
}
