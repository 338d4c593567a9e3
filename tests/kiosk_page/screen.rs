//! A visitor at the kiosk's screen: touches, reads, types.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, KioskAgent, Office};
use serde_json::{Value, json};
use thirtyfour::WebElement;

/// Portrait and landscape terminals, in CSS pixels.
pub const SIZES: [(u32, u32); 2] = [(1080, 1920), (1280, 1024)];

/// The terminal of a journey: told on both engines, each journey is told on both shapes, too.
pub fn shape(office: &Office) -> (u32, u32) {
    SIZES[usize::from(office.engine == Engine::Postgres)]
}

/// Languages of the page.
pub const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];

/// The page of one kiosk in a browser.
pub struct Screen {
    pub browser: Browser,
    size: (u32, u32),
}

impl Screen {
    /// Opens the kiosk's page as a kiosk computer is set up, and waits until its services are known.
    pub async fn opens(office: &Office, size: (u32, u32)) -> Self {
        Self::opens_with(office, size, "").await
    }

    /// As [`Self::opens`], with a script that runs before those of the page.
    pub async fn opens_with(office: &Office, size: (u32, u32), script: &str) -> Self {
        let token = office.sample.kiosk.token.as_deref().expect("the kiosk's token");
        Self::opens_at(&format!("{}#token={token}", office.http.url("/kiosk")), size, script).await
    }

    /// The page where the agent of the kiosk computer serves it.
    pub async fn opens_of(agent: &KioskAgent, size: (u32, u32)) -> Self {
        Self::opens_at(&agent.http.url("/"), size, "").await
    }

    async fn opens_at(address: &str, size: (u32, u32), script: &str) -> Self {
        let browser = Browser::opens(size.0, size.1).await;
        browser.is_shown(size.0, size.1, Scheme::Light).await;
        if !script.is_empty() {
            browser.commands("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        }
        browser.goes_to(address).await;
        let screen = Self { browser, size };
        screen.is_at("start").await;
        screen.browser.sees(".kiosk-service [data-part=live]").await;
        screen
    }

    /// Waits until this screen is shown.
    pub async fn is_at(&self, name: &str) -> WebElement {
        self.browser.sees(&format!("section[data-screen={name}]")).await
    }

    /// Touches something of the screen that is shown.
    pub async fn touches(&self, css: &str) {
        self.browser.presses(css).await;
    }

    /// Touches a service's button, on whatever page of the menu it is.
    pub async fn chooses(&self, service: &str) {
        self.finds(service).await;
        self.touches(&format!(".kiosk-service[data-key='{service}']")).await;
    }

    /// Turns the pages of the menu until a service's button is seen.
    pub async fn finds(&self, service: &str) -> WebElement {
        let css = format!(".kiosk-service[data-key='{service}']");
        let there = format!("return document.querySelector(\"{css}\") !== null");
        for _ in 0..20 {
            if self.browser.evaluates(&there).await == json!(true) {
                return self.browser.sees(&css).await;
            }
            self.touches("[data-part=more]").await;
        }
        panic!("{service} is on no page of the menu");
    }

    /// Goes to the keypad and touches these keys.
    pub async fn types_phone(&self, keys: &str) {
        self.touches(".kiosk-booked").await;
        self.types(keys).await;
    }

    /// Touches keys one by one; what the kiosk has no key for (a space, a dash) nobody types. The page does it itself, for speed, but
    /// only where a finger on the middle of the key would meet that key.
    pub async fn types(&self, keys: &str) {
        self.is_at("keypad").await;
        let keys: Vec<String> =
            keys.chars().filter(|key| key.is_ascii_digit() || *key == '+').map(String::from).collect();
        let missed = self.browser.driver().execute(include_str!("type.js"), vec![json!(keys)]).await.expect("keys");
        assert_eq!(*missed.json(), json!([]), "keys that no finger reaches");
    }

    /// As [`Self::checks_in`], every key touched as a finger does.
    pub async fn checks_in_by_finger(&self, keys: &str) {
        self.touches(".kiosk-booked").await;
        for key in keys.chars().filter(|key| key.is_ascii_digit() || *key == '+') {
            self.touches(&format!("section[data-screen=keypad] [data-digit='{key}']")).await;
        }
        self.touches("[data-part=confirm]").await;
    }

    /// Types the code of the letter and confirms.
    pub async fn checks_in_by_code(&self, code: &str) {
        self.touches(".kiosk-booked").await;
        self.touches("[data-part=kind]").await;
        self.types(code).await;
        self.touches("[data-part=confirm]").await;
    }

    /// Types a phone number and confirms.
    pub async fn checks_in(&self, keys: &str) {
        self.types_phone(keys).await;
        self.touches("[data-part=confirm]").await;
    }

    /// The code on the ticket that is shown.
    pub async fn ticket(&self) -> String {
        self.is_at("ticket").await;
        self.browser.sees("section[data-screen=ticket] [data-part=code]").await.text().await.expect("a text")
    }

    /// Headline and advice of the refusal that is shown.
    pub async fn refusal(&self) -> String {
        self.is_at("refusal").await.text().await.expect("a text")
    }

    /// Goes back to the services.
    pub async fn leaves(&self) {
        self.touches("main > section:not([hidden]) :is([data-go=start], [data-act=start])").await;
        self.is_at("start").await;
    }

    /// Keeps a picture of what is shown, for people to look at.
    pub async fn pictures(&self, name: &str) {
        self.browser.pictures(&format!("kiosk-page-{name}-{}", self.size.0)).await;
    }

    /// The value of an expression in the page.
    pub async fn knows(&self, expression: &str) -> Value {
        self.browser.evaluates(&format!("return {expression}")).await
    }
}
