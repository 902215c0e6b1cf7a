//! The page as a visitor meets it: open it, click, type, wait until something shows, read.
//!
//! Nothing here sleeps for a guessed time: everything waits until what it waits for is there.

use std::cell::Cell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;
use tokio::time::sleep;

use super::browser::Folder;
use super::watch;

/// How a journey ends; what it expects is asserted on the way.
pub type Walk = WebDriverResult<()>;

const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// A page in a browser.
pub struct Page {
    pub driver: WebDriver,
    /// Where the product is, with the slash at the end.
    pub address: String,
    /// Where its downloads go unless it is told otherwise.
    pub downloads: Folder,
    clicks: Cell<u32>,
}

impl Page {
    pub fn new(driver: WebDriver, address: String, downloads: Folder) -> Page {
        Page { driver, address, downloads, clicks: Cell::new(0) }
    }

    /// Opens an address below the product's own, such as `#/figures` or `?lang=en`.
    pub async fn open(&self, place: &str) -> Walk {
        self.driver.goto(format!("{}{place}", self.address)).await?;
        self.has_started().await
    }

    pub async fn reload(&self) -> Walk {
        self.driver.refresh().await?;
        self.has_started().await
    }

    /// Waits until the program has taken the place of the static page.
    pub async fn has_started(&self) -> Walk {
        let ready = "return document.readyState === 'complete' && !document.getElementById('shell')
            && !!document.querySelector('#content > .screen')";
        self.until("the program to start", ready).await?;
        watch::go_on(self).await
    }

    /// Runs a function body in the page.
    pub async fn run(&self, script: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a function body with one argument.
    pub async fn run_with(&self, script: &str, argument: Value) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, vec![argument]).await?.json().clone())
    }

    /// Waits until a function body returns something true and returns that.
    pub async fn until(&self, what: &str, script: &str) -> WebDriverResult<Value> {
        self.until_with(what, script, Value::Null).await
    }

    /// As [`Page::until`], with one argument for the function body.
    pub async fn until_with(
        &self,
        what: &str,
        script: &str,
        argument: Value,
    ) -> WebDriverResult<Value> {
        let started = Instant::now();
        loop {
            let seen = self.run_with(script, argument.clone()).await;
            match &seen {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => {}
                Ok(value) => return Ok(value.clone()),
            }
            if started.elapsed() > PATIENCE {
                panic!(
                    "waited in vain for {what} ({argument}); last seen: {seen:?}\n{}",
                    self.surroundings().await
                );
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Where the visitor is, for the report of a journey that failed.
    async fn surroundings(&self) -> String {
        let script = "return [location.href, document.activeElement?.outerHTML.slice(0, 300),
            document.getElementById('content')?.innerText.slice(0, 2000)].join('\\n')";
        self.run(script).await.unwrap_or_default().as_str().unwrap_or_default().to_owned()
    }

    /// Waits until something that fits a selector contains a text as a visitor reads it.
    pub async fn shows(&self, selector: &str, text: &str) -> Walk {
        let script = "const [selector, text] = arguments[0];
            return [...document.querySelectorAll(selector)].some((found) =>
                found.innerText.replace(/\\s+/g, ' ').includes(text.replace(/\\s+/g, ' ')))";
        self.until_with("a text", script, json!([selector, text])).await.map(drop)
    }

    /// Waits until so many elements fit a selector.
    pub async fn has(&self, selector: &str, count: usize) -> Walk {
        let script = "return document.querySelectorAll(arguments[0][0]).length === arguments[0][1]";
        self.until_with("a number of elements", script, json!([selector, count])).await.map(drop)
    }

    /// What a visitor reads in the first element that fits.
    pub async fn text(&self, selector: &str) -> WebDriverResult<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        let text = self.until_with("an element", script, json!(selector)).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a field holds exactly this.
    pub async fn holds(&self, selector: &str, value: &str) -> Walk {
        let script = "return document.querySelector(arguments[0][0])?.value === arguments[0][1]";
        self.until_with("a value", script, json!([selector, value])).await.map(drop)
    }

    /// The element, once it is there and can be clicked.
    async fn target(&self, by: By) -> WebDriverResult<WebElement> {
        self.driver.query(by).wait(PATIENCE, BETWEEN_LOOKS).and_clickable().first().await
    }

    /// Clicks what fits a selector.
    pub async fn click(&self, selector: &str) -> Walk {
        self.clicks.set(self.clicks.get() + 1);
        self.target(By::Css(selector)).await?.click().await
    }

    /// Clicks the button, link or summary that says exactly this.
    pub async fn press(&self, words: &str) -> Walk {
        self.clicks.set(self.clicks.get() + 1);
        let by = By::XPath(format!(
            "//*[self::button or self::a or self::summary or self::label]\
             [normalize-space(.)=\"{words}\"]"
        ));
        self.target(by).await?.click().await
    }

    /// How many clicks the visitor has needed since the last call.
    pub fn clicks(&self) -> u32 {
        self.clicks.take()
    }

    /// Strikes keys wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Walk {
        self.driver.action_chain().send_keys(keys).perform().await
    }

    /// Strikes a key while others are held down.
    pub async fn chord(&self, held: &[Key], key: impl Into<char>) -> Walk {
        let key = key.into();
        let hold = |chain: ActionChain, held: &Key| chain.key_down(char::from(held.clone()));
        let release = |chain: ActionChain, held: &Key| chain.key_up(char::from(held.clone()));
        let chain = held.iter().fold(self.driver.action_chain(), hold).key_down(key).key_up(key);
        held.iter().rev().fold(chain, release).perform().await
    }

    /// Waits until the focus is on what fits a selector.
    pub async fn focus_is_on(&self, selector: &str) -> Walk {
        let script = "return document.activeElement?.matches(arguments[0])";
        self.until_with("the focus", script, json!(selector)).await.map(drop)
    }

    /// Empties a field and types into it.
    pub async fn fill(&self, selector: &str, text: &str) -> Walk {
        let field = self.target(By::Css(selector)).await?;
        field.click().await?;
        self.chord(&[Key::Control], 'a').await?;
        self.keys(text).await?;
        self.holds(selector, text).await
    }

    /// Gives a date field a day, written 2027-12-31: which keys do so depends on the browser's
    /// language.
    pub async fn date(&self, selector: &str, day: &str) -> Walk {
        self.target(By::Css(selector)).await?;
        let choose = "const [selector, day] = arguments[0];
            const field = document.querySelector(selector);
            field.value = day;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.run_with(choose, json!([selector, day])).await?;
        self.holds(selector, day).await
    }

    /// Clicks a cell of the grid, by row from the top level and column, and types.
    pub async fn enter(&self, row: usize, column: usize, text: &str) -> Walk {
        let cell = cell(row, column);
        let is_there = "return document.activeElement?.matches(arguments[0])";
        let started = Instant::now();
        // What arrives late may move the cell from under the pointer; a visitor then clicks again.
        while started.elapsed() < PATIENCE {
            self.target(By::Css(&cell)).await?.click().await?;
            if self.run_with(is_there, json!(cell)).await? == json!(true) {
                return self.keys(text).await;
            }
        }
        self.focus_is_on(&cell).await
    }

    /// The texts of a rectangle of cells.
    pub async fn cells(
        &self,
        rows: impl IntoIterator<Item = usize>,
        columns: &[usize],
    ) -> WebDriverResult<Vec<Vec<String>>> {
        let places: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| columns.iter().map(|&column| cell(row, column)).collect())
            .collect();
        let script = "return arguments[0].map((row) =>
            row.map((cell) => document.querySelector(cell).value))";
        let texts = self.run_with(script, json!(places)).await?;
        Ok(serde_json::from_value(texts)?)
    }

    /// Level and verdict of every row of the table beside the grid, top level first and the whole
    /// organisation last.
    pub async fn live_verdicts(&self) -> WebDriverResult<Vec<(String, String)>> {
        self.verdicts(".live-table").await
    }

    /// The same of the first table of verdicts on the mirror.
    pub async fn mirror_verdicts(&self) -> WebDriverResult<Vec<(String, String)>> {
        self.verdicts(".verdict-table").await
    }

    async fn verdicts(&self, table: &str) -> WebDriverResult<Vec<(String, String)>> {
        let script = "const table = document.querySelector(arguments[0]);
            return table && [...table.tBodies[0].rows].map((row) => [
                row.querySelector('th').firstChild.textContent,
                row.querySelector('[data-verdict]').innerText])";
        let rows = self.until_with("verdicts", script, json!(table)).await?;
        Ok(serde_json::from_value(rows)?)
    }

    /// Waits until the table beside the grid gives a row this verdict.
    pub async fn live_verdict_is(&self, level: &str, verdict: &str) -> Walk {
        let script = "const [level, verdict] = arguments[0];
            return [...document.querySelectorAll('.live-table tbody tr')].some((row) =>
                row.querySelector('th').firstChild.textContent === level
                && row.querySelector('[data-verdict]').innerText === verdict)";
        self.until_with("a verdict", script, json!([level, verdict])).await.map(drop)
    }

    /// A command of Chromium's debugging protocol; for journeys in a module called `chromium`.
    pub async fn debug(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.driver.cdp().send_raw(command, parameters).await
    }

    /// A script that runs in every document of this tab before the document's own.
    pub async fn before_each_document(&self, script: &str) -> Walk {
        let parameters = json!({ "source": script });
        self.debug("Page.addScriptToEvaluateOnNewDocument", parameters).await.map(drop)
    }

    /// Switches to a language by the switch in the header.
    pub async fn switch_language(&self, tag: &str) -> Walk {
        self.click("button.language").await?;
        let script = "return document.documentElement.lang === arguments[0]";
        self.until_with("the language", script, json!(tag)).await.map(drop)
    }
}

/// The selector of a cell of the grid, by row from the top level and column.
pub fn cell(row: usize, column: usize) -> String {
    format!("input[data-cell='{row}-{column}']")
}
