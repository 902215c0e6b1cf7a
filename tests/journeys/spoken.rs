//! What a screen reader is given of the grid, the mirror's figure and the pledge: the browser's own
//! accessibility tree as text, read by people and kept word for word in tests/golden/spoken.
//!
//! `BYSPEJL_BLESS=1` writes the texts anew; then read the diff.

use std::collections::HashMap;

use byspejl::text::Lang;
use serde_json::{Value, json};

use crate::golden_texts::Golden;
use crate::screens::{FIGURES, MIRROR, PLEDGE, with_example};
use crate::support::{Browser, Page, Walk};

mod chromium {
    use super::*;

    #[tokio::test]
    async fn grid_figure_and_pledge_are_spoken_as_they_were_read() {
        Browser::new().walk(spoken).await;
    }
}

/// Pledges are dated from the day on which they are written.
const ON_THIS_DAY: &str = "const Clock = Date;
    globalThis.Date = class extends Clock {
        constructor(...given) { super(...(given.length ? given : ['2026-03-01T12:00:00'])); }
    };";

async fn spoken(page: &Page) -> Walk {
    page.before_each_document(ON_THIS_DAY).await?;
    let mut golden = Golden::default();
    for lang in Lang::ALL {
        with_example(page, lang).await?;
        page.has("#mirror-figure .fig.is-live", 1).await?;
        golden.compare("spoken/mirror_figure", lang, &transcript(page, "#mirror-figure").await?);
        page.run_with("location.hash = arguments[0]", json!(FIGURES.0)).await?;
        page.has(".grid", 1).await?;
        golden.compare("spoken/grid", lang, &transcript(page, ".grid-section").await?);
        page.run_with("location.hash = arguments[0]", json!(PLEDGE.0)).await?;
        page.has("#paper .sheet-pledge", 1).await?;
        golden.compare("spoken/pledge", lang, &transcript(page, "#paper .sheet-pledge").await?);
        page.run_with("location.hash = arguments[0]", json!(MIRROR.0)).await?;
        page.has("[data-pattern]", 1).await?;
        page.run("sessionStorage.clear()").await?;
    }
    golden.finish();
    Ok(())
}

/// The tree below an element: a line for each thing that is announced, with its role, its name, its
/// value and what is said of its state.
async fn transcript(page: &Page, selector: &str) -> thirtyfour::error::WebDriverResult<String> {
    let found = json!({ "expression": format!("document.querySelector({})", json!(selector)) });
    let object = page.debug("Runtime.evaluate", found).await?;
    let object = json!({ "objectId": object["result"]["objectId"] });
    let node = page.debug("DOM.describeNode", object).await?;
    let root = &node["node"]["backendNodeId"];
    let tree = page.debug("Accessibility.getFullAXTree", json!({})).await?;
    let nodes: Vec<Value> = serde_json::from_value(tree["nodes"].clone())?;
    let by_id: HashMap<&str, &Value> =
        nodes.iter().map(|node| (word(&node["nodeId"]), node)).collect();
    let root = nodes.iter().find(|node| node["backendDOMNodeId"] == *root);
    let mut lines = String::new();
    speak(root.expect("the element is in the tree"), &by_id, 0, "", &mut lines);
    Ok(lines)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn speak(
    node: &Value,
    by_id: &HashMap<&str, &Value>,
    depth: usize,
    above: &str,
    lines: &mut String,
) {
    let role = word(&node["role"]["value"]);
    let name = word(&node["name"]["value"]);
    let ignored = node["ignored"] == true || matches!(role, "InlineTextBox" | "none" | "generic");
    // The text inside a thing that is called by it is not said twice.
    let said_already = role == "StaticText" && above.contains(name.trim());
    let mut inside = depth;
    if !ignored && !said_already {
        *lines += &"  ".repeat(depth);
        *lines += role;
        for (mark, text) in [(" ", name), (" = ", word(&node["value"]["value"]))] {
            if !text.is_empty() {
                *lines += &[mark, "»", text, "«"].concat();
            }
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let value = &property["value"]["value"];
            let told = matches!(
                word(&property["name"]),
                "level" | "checked" | "expanded" | "invalid" | "disabled"
            );
            if told && *value != json!("false") && *value != json!(false) {
                *lines += &format!(" ({} {value})", word(&property["name"]));
            }
        }
        if let Some(description) = node["description"]["value"].as_str().filter(|d| !d.is_empty()) {
            *lines += &format!(" : »{description}«");
        }
        *lines += "\n";
        inside += 1;
    }
    let above = if ignored { above } else { name };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = by_id.get(word(child)) {
            speak(child, by_id, inside, above, lines);
        }
    }
}
