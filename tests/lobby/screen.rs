//! A screen on the wall in virtual time.

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::process::root;
use okienko_tests::{Engine, Office, engine};
use serde_json::{Value, json};

/// What stands before the page's own scripts.
const WORLD: [&str; 3] = ["time.js", "server.js", "loudspeaker.js"];

/// So many virtual seconds are asked for at once: a request of WebDriver may last two minutes.
const AT_ONCE: f64 = 1800.0;

/// The page of one board, its clock in the hands of the test.
pub struct Screen {
    pub browser: Browser,
    loads: i64,
}

/// Opens the sample office, which serves the page, and a screen in it. The database has no part in this: one engine is enough.
pub fn on_a_screen(config: Value, test: impl AsyncFnOnce(Screen)) {
    engine::tell(Engine::Sqlite, |office| async move {
        test(Screen::opens(&office, "", config).await).await;
    });
}

impl Screen {
    /// Opens the hall's board. `query` is added to its address, `config` is what the world is like: `setup` (settings of the board that
    /// differ), `clip` and `clips` (how long they are, in ms), `blocked`, `missing`, `broken`, `hangs`, `unplugged`, `version`.
    pub async fn opens(office: &Office, query: &str, config: Value) -> Self {
        Self::opens_in(Browser::opens(960, 540).await, office, query, config).await
    }

    /// As [`Self::opens`], in a window of the test's own.
    pub async fn opens_in(browser: Browser, office: &Office, query: &str, config: Value) -> Self {
        let world = WORLD.map(|file| {
            let path = root().join("tests/lobby").join(file);
            std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
        });
        let script = format!("(() => {{ const CONFIG = {config};\n{}\n}})();", world.join("\n"));
        browser.commands("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        browser.goes_to(&format!("{}{query}", office.sample.pages.lobby)).await;
        let screen = Self { browser, loads: 1 };
        screen.runs(2.0).await;
        screen
    }

    /// The value of an expression in the page; a promise is waited for.
    pub async fn knows(&self, expression: &str) -> Value {
        let wish = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.browser.commands("Runtime.evaluate", wish).await;
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Lets virtual seconds pass.
    pub async fn runs(&self, seconds: f64) {
        let mut left = seconds;
        while left > 0.0 {
            self.knows(&run(left.min(AT_ONCE))).await;
            left -= AT_ONCE;
        }
    }

    /// Lets at most so many virtual seconds pass; answers whether the page loaded itself anew meanwhile.
    pub async fn reloads_within(&mut self, seconds: f64) -> bool {
        let mut left = seconds;
        loop {
            // WebDriver asks a page that comes anew once more what it asked the page that went.
            let expression = format!("world.loads === {} && {}", self.loads, run(left.min(AT_ONCE)));
            let wish = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
            // A page that goes away never answers.
            let stayed = self.browser.driver().cdp().send_raw("Runtime.evaluate", wish).await.is_ok();
            if !stayed || self.knows("world.loads").await != json!(self.loads) {
                break;
            }
            left -= AT_ONCE;
            if left <= 0.0 {
                return false;
            }
        }
        self.loads += 1;
        let begun = Instant::now();
        let there = format!("return document.readyState === 'complete' && window.world?.loads === {}", self.loads);
        while self.browser.evaluates(&there).await != json!(true) {
            assert!(begun.elapsed() < Duration::from_secs(30), "the page comes again");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.runs(2.0).await;
        true
    }

    /// A desk calls; answers the call's `seq`.
    pub async fn calls(&self, code: &str, desk: &str) -> i64 {
        self.calls_as(code, desk, json!({})).await
    }

    /// As [`Self::calls`], with `recall`, `language` or `ago` (milliseconds).
    pub async fn calls_as(&self, code: &str, desk: &str, how: Value) -> i64 {
        self.knows(&format!("world.calls('{code}', '{desk}', {how})")).await.as_i64().expect("a seq")
    }

    /// The clips that were heard so far, in order: "chime", "pl U007 3".
    pub async fn heard(&self) -> Vec<String> {
        strings(&self.knows("world.heard.map(one => one.clip)").await)
    }

    /// The `seq` of the calls of which the screen said `how` they were announced, in order.
    pub async fn said(&self, how: &str) -> Vec<i64> {
        let said = self.knows(&format!("world.said.filter(one => one.how === '{how}').map(one => one.seq)")).await;
        said.as_array().expect("a list").iter().map(|seq| seq.as_i64().expect("a seq")).collect()
    }

    /// What the screen last said of its sound.
    pub async fn sound(&self) -> String {
        let last = self.knows("world.said.filter(one => one.type === 'screen').at(-1)?.sound").await;
        last.as_str().expect("a report").to_owned()
    }

    /// The number that stands large.
    pub async fn large(&self) -> String {
        self.text_of("code").await
    }

    /// The numbers in the list, newest first.
    pub async fn list(&self) -> Vec<String> {
        let rows =
            "Array.from(document.querySelectorAll('[data-part=row-code]'), one => one.textContent).filter(Boolean)";
        strings(&self.knows(rows).await)
    }

    /// The text of a part of the page.
    pub async fn text_of(&self, part: &str) -> String {
        let text = self.knows(&format!("document.querySelector('[data-part={part}]').textContent")).await;
        text.as_str().expect("a text").trim().to_owned()
    }

    /// Whether a part of the page can be seen.
    pub async fn shows(&self, part: &str) -> bool {
        let css = format!("document.querySelector('[data-part={part}]')");
        self.knows(&format!("!{css}.hidden && {css}.getClientRects().length > 0")).await == json!(true)
    }
}

fn run(seconds: f64) -> String {
    format!("world.run({})", seconds * 1000.0)
}

fn strings(list: &Value) -> Vec<String> {
    let texts = list.as_array().expect("a list").iter().map(|one| one.as_str().expect("a text").to_owned());
    texts.collect()
}
