//! Takes out of scripts, styles and the page what only people read.
//!
//! Compression does most of the work. Nothing is renamed. Stylesheets are not given to the same
//! crate as scripts, because it writes `clamp(1rem, 2vw + 1rem, 3rem)` without the spaces that
//! the sum needs.

/// A script without comments and spare white space.
pub fn script(text: &str) -> String {
    minifier::js::minify(text).to_string()
}

/// A stylesheet without comments, indentation and line ends.
pub fn style(text: &str) -> String {
    let mut rest = text;
    let mut without_comments = String::new();
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, after) = rest.split_at(at);
        without_comments.push_str(before);
        let length = if after.starts_with("/*") {
            after.find("*/").map_or(after.len(), |end| end + 2)
        } else {
            let length = string_length(after);
            without_comments.push_str(&after[..length]);
            length
        };
        rest = &after[length..];
    }
    without_comments.push_str(rest);
    // A space, because a line end may be what separates two values.
    joined(&without_comments, " ")
}

/// A page without comments and indentation. Line ends stay, because they are white space between
/// words.
pub fn page(text: &str) -> String {
    let mut without_comments = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        without_comments.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    without_comments.push_str(rest);
    joined(&without_comments, "\n")
}

/// How far the string or the single character at the start of `text` goes.
fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, quote)) = characters.next() else {
        return 0;
    };
    if quote == '/' {
        return 1;
    }
    let mut escaped = false;
    for (at, character) in characters {
        if character == quote && !escaped {
            return at + 1;
        }
        escaped = character == '\\' && !escaped;
    }
    text.len()
}

fn joined(text: &str, separator: &str) -> String {
    let lines = text.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_loses_its_comments_and_keeps_its_strings() {
        let text = "/* a \" b */\na::after {\n  content: \"/* c */ \\\" d\";\n}\n/* e */";
        assert_eq!(style(text), "a::after { content: \"/* c */ \\\" d\"; }");
    }

    #[test]
    fn a_sum_in_a_stylesheet_keeps_its_spaces() {
        assert_eq!(
            style("a {\n  width: clamp(1rem,\n    2vw + 1rem, 3rem);\n}\n"),
            "a { width: clamp(1rem, 2vw + 1rem, 3rem); }"
        );
    }

    #[test]
    fn a_page_keeps_the_space_between_words() {
        assert_eq!(page("<p>\n  one <!-- not this -->\n  two\n</p>\n"), "<p>\none\ntwo\n</p>");
    }

    #[test]
    fn a_script_loses_its_comments() {
        assert_eq!(script("// one\nlet a = \"// b\"; /* two */"), "let a=\"// b\";");
    }
}
