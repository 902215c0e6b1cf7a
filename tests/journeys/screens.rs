//! Every screen in every language: for the journeys that must hold on all of them.

use byspejl::text::Lang;

use crate::support::{Page, Walk};

/// Address and the class of the screen's element.
pub const SCREENS: [(&str, &str); 8] = [
    ("#/", "start"),
    ("#/figures", "figures"),
    ("#/mirror", "mirror"),
    ("#/pledge", "pledge"),
    ("#/method", "page"),
    ("#/sources", "page"),
    ("#/privacy", "page"),
    ("#/accessibility", "page"),
];

/// Opens the page in a language with the example's figures in it.
pub async fn with_example(page: &Page, lang: Lang) -> Walk {
    page.open(&format!("?lang={}", lang.tag())).await?;
    page.click("#see-example").await?;
    page.has("[data-pattern]", 1).await
}

/// Goes to a screen, waits until it stands still, and opens everything that can be unfolded.
pub async fn visit(page: &Page, (address, class): (&str, &str)) -> Walk {
    page.run_with("location.hash = arguments[0]", address.into()).await?;
    let there = "const [address, name] = arguments[0];
        return location.hash === address
            && !!document.querySelector(`#content > .screen.${name} h1`)
            && [...document.querySelectorAll('.fig')].every((figure) => figure.matches('.is-live'))";
    page.until_with("a screen", there, serde_json::json!([address, class])).await?;
    let unfold = "document.querySelectorAll('#content details').forEach((part) => {
        part.open = true; })";
    page.run(unfold).await.map(drop)
}
