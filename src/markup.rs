//! Writing XML and HTML without ever writing something that is neither.
//!
//! Figures and the parts of a page that nobody types in are written as text, which takes a
//! fraction of the code that a view of them would take. Every word passes through
//! [`Markup::words`], so no text of a user's can become markup. Absent: what is written.

/// Builds an XML text. Numbers are written with one decimal at most, which is a tenth of a pixel.
#[derive(Default)]
pub struct Markup {
    out: String,
}

impl Markup {
    /// Starts a tag; attributes follow, then [`Markup::open`] or [`Markup::empty`].
    pub fn tag(&mut self, name: &str) -> &mut Markup {
        self.raw("<").raw(name)
    }

    pub fn attribute(&mut self, name: &str, value: &str) -> &mut Markup {
        self.raw(" ").raw(name).raw("=\"").words(value).raw("\"")
    }

    pub fn number(&mut self, name: &str, value: f64) -> &mut Markup {
        self.raw(" ").raw(name).raw("=\"");
        push_number(&mut self.out, value);
        self.raw("\"")
    }

    pub fn open(&mut self) -> &mut Markup {
        self.raw(">")
    }

    pub fn empty(&mut self) -> &mut Markup {
        self.raw("/>")
    }

    /// A whole element with one class and only text inside; an empty class is left out.
    pub fn element(&mut self, name: &str, class: &str, words: &str) -> &mut Markup {
        self.start(name, class).words(words).close(name)
    }

    /// The start of an element with one class; an empty class is left out.
    pub fn start(&mut self, name: &str, class: &str) -> &mut Markup {
        self.tag(name);
        if !class.is_empty() {
            self.attribute("class", class);
        }
        self.open()
    }

    /// The start of a `div` in which something wide scrolls by itself. What scrolls must be reachable
    /// by keyboard, and what is reached must have a name.
    pub fn start_scroll_region(&mut self, name: &str) -> &mut Markup {
        self.tag("div").attribute("class", "table-scroll").attribute("tabindex", "0");
        self.attribute("role", "region").attribute("aria-label", name).open()
    }

    pub fn close(&mut self, name: &str) -> &mut Markup {
        self.raw("</").raw(name).raw(">")
    }

    /// Text for people, escaped. Characters that XML cannot hold are left out.
    pub fn words(&mut self, words: &str) -> &mut Markup {
        for letter in words.chars() {
            match letter {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '&' => self.out.push_str("&amp;"),
                '"' => self.out.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.out.push(' '),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.out.push(letter),
            }
        }
        self
    }

    /// Markup that was written by this type before.
    pub fn markup(&mut self, written: &str) -> &mut Markup {
        self.raw(written)
    }

    pub fn finish(self) -> String {
        self.out
    }

    fn raw(&mut self, text: &str) -> &mut Markup {
        self.out.push_str(text);
        self
    }
}

/// Whole tenths, written by whole-number arithmetic: the standard library's float printing would
/// add about 10 kB to the page. What is no number becomes 0.
pub fn push_number(out: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i64;
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    out.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        out.push('.');
        out.push_str(&(tenths % 10).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        let mut out = String::new();
        push_number(&mut out, value);
        out
    }

    #[test]
    fn numbers_have_one_decimal_at_most() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.34), "12.3");
        assert_eq!(number(-0.55), "-0.6");
        assert_eq!(number(-0.01), "0");
    }

    #[test]
    fn what_is_no_number_is_written_as_nought() {
        assert_eq!(number(f64::NAN), "0");
    }

    #[test]
    fn an_element_without_a_class_has_none() {
        let mut markup = Markup::default();
        markup.element("p", "", "a < b").element("p", "hint", "c");
        assert_eq!(markup.finish(), "<p>a &lt; b</p><p class=\"hint\">c</p>");
    }

    #[test]
    fn words_cannot_end_a_tag_or_an_attribute() {
        let mut markup = Markup::default();
        markup.words("<b> & \"c\"\u{7}\n");
        assert_eq!(markup.finish(), "&lt;b&gt; &amp; &quot;c&quot; ");
    }
}
