//! A real browser: Chromium driven through WebDriver, with pictures and axe-core.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chance::fresh;
use crate::process::root;

const ADVICE: &str = "the journey needs a real browser: install `chromium` and `chromium-driver`, or run `tests/run`";
const AXE_ADVICE: &str =
    "OKIENKO_TEST_AXE is not set: it names axe.min.js of axe-core; `tests/run` fetches it with npm";

/// One Chromium window with a profile of its own.
pub struct Browser {
    /// There until the window is dropped: it must be gone before chromedriver is ended.
    driver: Option<WebDriver>,
    chromedriver: Child,
    profile: PathBuf,
}

impl Browser {
    /// Starts chromedriver on a free port and opens a window of the given size in CSS pixels.
    ///
    /// # Panics
    /// Without chromedriver or Chromium: with advice how to get them.
    pub async fn opens(width: u32, height: u32) -> Self {
        Self::opens_with(&[], width, height).await
    }

    /// As [`Self::opens`], with further switches of Chromium.
    pub async fn opens_with(switches: &[&str], width: u32, height: u32) -> Self {
        let port = free_port();
        let program = std::env::var("OKIENKO_CHROMEDRIVER").unwrap_or_else(|_| "/usr/bin/chromedriver".into());
        let chromedriver = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|why| panic!("{program}: {why}; {ADVICE}"));
        let profile = std::env::temp_dir().join(format!("okienko-browser-{}", fresh()));
        let mut browser = Starting { chromedriver: Some(chromedriver) };
        let driver = connect(port, &profile, switches, width, height).await;
        let chromedriver = browser.chromedriver.take().expect("started above");
        Self { driver: Some(driver), chromedriver, profile }
    }

    /// As [`Self::opens`], with JavaScript switched off for every page.
    pub async fn opens_without_script(width: u32, height: u32) -> Self {
        let browser = Self::opens(width, height).await;
        browser.commands("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        browser
    }

    /// One command of the DevTools protocol.
    pub async fn commands(&self, command: &str, with: Value) -> Value {
        self.driver().cdp().send_raw(command, with).await.unwrap_or_else(|why| panic!("{command}: {why}"))
    }

    /// Goes on with the Tab key until the element has the focus; nobody tabs more than 150 times.
    pub async fn tabs_to(&self, css: &str) {
        for _ in 0..150 {
            self.types_keys("\u{e004}").await;
            let active = self.driver().active_element().await.expect("something has the focus");
            if self.is(&active, css).await {
                return;
            }
        }
        panic!("{css} is never reached by the keyboard at {}\n{}", self.address().await, self.text().await);
    }

    /// Types keys to whatever has the focus; `\u{e004}` is Tab, `\u{e007}` Enter (WebDriver §17.4.2).
    pub async fn types_keys(&self, keys: &str) {
        self.driver().action_chain().send_keys(keys).perform().await.expect("keys are typed");
    }

    async fn is(&self, element: &WebElement, css: &str) -> bool {
        let all = self.driver().find_all(By::Css(css)).await.unwrap_or_default();
        all.iter().any(|one| one == element)
    }

    /// The window itself, for whatever this type has no word for.
    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open")
    }

    /// Goes to an address.
    pub async fn goes_to(&self, address: &str) {
        self.driver().goto(address).await.unwrap_or_else(|why| panic!("{address}: {why}"));
    }

    /// Waits up to 15 s for an element that can be seen.
    pub async fn sees(&self, css: &str) -> WebElement {
        let begun = Instant::now();
        loop {
            for element in self.driver().find_all(By::Css(css)).await.unwrap_or_default() {
                if element.is_displayed().await.unwrap_or(false) {
                    return element;
                }
            }
            if begun.elapsed() > Duration::from_secs(15) {
                panic!("{css} never appeared at {}\n{}", self.address().await, self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for an element and presses it.
    pub async fn presses(&self, css: &str) {
        self.sees(css).await.click().await.unwrap_or_else(|why| panic!("{css}: {why}"));
    }

    /// Waits for a field and types into it.
    pub async fn types(&self, css: &str, text: &str) {
        self.sees(css).await.send_keys(text).await.unwrap_or_else(|why| panic!("{css}: {why}"));
    }

    /// Fills in the form by which staff sign on and sends it.
    pub async fn signs_on(&self, login: &str, password: Option<&str>) {
        self.types("#login", login).await;
        self.types("#password", password.expect("a password")).await;
        self.presses("[data-part=login-form] button[type=submit]").await;
    }

    /// Waits up to 15 s until the page shows `words`.
    pub async fn reads(&self, words: &str) {
        let begun = Instant::now();
        while !self.text().await.contains(words) {
            if begun.elapsed() > Duration::from_secs(15) {
                panic!("“{words}” never appeared at {}\n{}", self.address().await, self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All text the page shows.
    pub async fn text(&self) -> String {
        match self.driver().find(By::Tag("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// The address of the page.
    pub async fn address(&self) -> String {
        self.driver().current_url().await.map(|url| url.to_string()).unwrap_or_default()
    }

    /// Leaves a picture of the page in `target/screenshots/{name}.png`.
    pub async fn pictures(&self, name: &str) {
        let folder = root().join("target/screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        self.driver().screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
    }

    /// Waits until every movement that ends has ended, as a dialog that fades in: colours halfway are nobody's page.
    async fn settles(&self) {
        let wait = "const done = arguments[arguments.length - 1]; \
                    const ends = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime !== Infinity); \
                    const late = new Promise(enough => setTimeout(enough, 3000)); \
                    Promise.race([Promise.allSettled(ends.map(one => one.finished)), late]).then(() => done(true));";
        self.driver().execute_async(wait, Vec::new()).await.expect("the page comes to rest");
    }

    /// Runs axe-core over the page at rest (WCAG 2.0 to 2.2, A and AA) and insists on no violation (R1, WCAG 2.1 AA).
    pub async fn is_accessible(&self) {
        self.settles().await;
        let path = std::env::var("OKIENKO_TEST_AXE").unwrap_or_else(|_| panic!("{AXE_ADVICE}"));
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}; {AXE_ADVICE}"));
        self.driver().execute(axe, Vec::new()).await.expect("axe-core loads");
        let run = "const done = arguments[arguments.length - 1]; \
                   axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}) \
                      .then(r => done(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html)}))), e => done(String(e)));";
        let found = self.driver().execute_async(run, Vec::new()).await.expect("axe-core runs");
        assert_eq!(*found.json(), json!([]), "axe-core at {}", self.address().await);
    }

    /// Runs a script in the page and returns its value.
    pub async fn evaluates(&self, script: &str) -> Value {
        self.driver().execute(script, Vec::new()).await.expect("the script runs").json().clone()
    }

    /// Closes the window.
    pub async fn closes(self) {
        let _ = self.driver().clone().quit().await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Not by a last request: thirtyfour would wait two minutes for its answer. The whole group goes, Chromium with it.
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
        ends_group(&mut self.chromedriver);
        let _ = self.chromedriver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Ends chromedriver if the window could not be opened.
struct Starting {
    chromedriver: Option<Child>,
}

impl Drop for Starting {
    fn drop(&mut self) {
        if let Some(mut child) = self.chromedriver.take() {
            ends_group(&mut child);
            let _ = child.wait();
        }
    }
}

/// Ends chromedriver and the browsers it started: they share a process group of their own.
fn ends_group(chromedriver: &mut Child) {
    if let Ok(group) = libc::pid_t::try_from(chromedriver.id()) {
        // SAFETY: a signal to the group that our own child leads.
        unsafe { libc::kill(-group, libc::SIGKILL) };
    }
}

async fn connect(port: u16, profile: &std::path::Path, more: &[&str], width: u32, height: u32) -> WebDriver {
    let mut wishes = DesiredCapabilities::chrome();
    let switches = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
    let others = ["--disable-background-networking", "--force-color-profile=srgb"];
    for switch in switches.into_iter().chain(others).chain(more.iter().copied()) {
        wishes.add_arg(switch).expect("a switch of Chromium");
    }
    wishes.add_arg(&format!("--user-data-dir={}", profile.display())).expect("a profile");
    wishes.add_arg(&format!("--window-size={width},{height}")).expect("a size");
    let address = format!("http://127.0.0.1:{port}");
    let begun = Instant::now();
    loop {
        match WebDriver::new(&address, wishes.clone()).await {
            Ok(driver) => return driver,
            Err(why) if begun.elapsed() > Duration::from_secs(30) => panic!("{why}; {ADVICE}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_browser_opens_and_axe_judges() {
        crate::engine::told(async {
            let browser = Browser::opens(800, 600).await;
            browser.goes_to("data:text/html,<html lang=pl><title>x</title><main><h1>Dzień dobry</h1></main>").await;
            browser.reads("Dzie").await;
            browser.is_accessible().await;
            let wrong = "return document.body.insertAdjacentHTML('beforeend', '<button></button>') ?? 1";
            browser.evaluates(wrong).await;
            let judged = tokio::spawn(async move { browser.is_accessible().await }).await;
            assert!(judged.is_err(), "a button without a name is found");
        });
    }
}
