//! The clerk before the page: what a hand does there, and what the eye waits for.

use std::time::{Duration, Instant};

use okienko_tests::browser::Browser;
use okienko_tests::sample::Service;
use okienko_tests::time::warsaw;
use okienko_tests::{Clerk, Kiosk, Office, Ticket};

/// Keys of WebDriver (§17.4.2).
pub const ALT: char = '\u{e00a}';
const SHIFT: char = '\u{e008}';

/// The busiest service's hall with a clerk's page open at its first desk.
pub struct Desk {
    pub browser: Browser,
    pub service: Service,
    pub kiosk: Kiosk,
    /// The same clerk by the interface, to look behind the page.
    pub clerk: Clerk,
    /// A colleague at another desk of the same service.
    pub colleague: Clerk,
}

impl Desk {
    /// Opens the page in a window of this size and signs the clerk on.
    pub async fn opens(office: &Office, width: u32, height: u32) -> Self {
        Self::opens_at(office, &office.http.url("/"), width, height).await
    }

    /// As [`Self::opens`], by another way to the server.
    pub async fn opens_at(office: &Office, base: &str, width: u32, height: u32) -> Self {
        let service = office.sample.shared_service();
        let desks = office.sample.desks_of(&service.id);
        let browser = Browser::opens(width, height).await;
        signs_on(&browser, office, base, &desks[0], "pl").await;
        let (clerk, colleague) = (office.clerk(&desks[0]).await, office.clerk(&desks[1]).await);
        Self { browser, kiosk: office.kiosk(), service, clerk, colleague }
    }

    /// A walk-in ticket, seen at the desk before it is given back.
    pub async fn ticket(&self) -> Ticket {
        let ticket = self.kiosk.takes_ticket(&self.service.id).await.with_status(201).ticket();
        self.browser.sees(&format!("[data-list=waiting] [data-key='{}']", ticket.id)).await;
        ticket
    }

    /// Waits until the desk is in a state, by the page's own word.
    pub async fn is(&self, state: &str) {
        self.browser.sees(&format!("body[data-state={state}]")).await;
    }

    /// Presses the big button, once its guard against a second press is over.
    pub async fn presses_the_big_button(&self) {
        rests(700).await;
        self.browser.presses(".desk-primary:enabled").await;
    }

    /// Holds Alt and Shift and presses a letter, once the big button's guard is over.
    pub async fn holds_alt_shift(&self, letter: char) {
        rests(700).await;
        self.holds(&[ALT, SHIFT], letter).await;
    }

    /// Holds these keys and presses another.
    pub async fn holds(&self, held: &[char], key: char) {
        let mut chain = self.browser.driver().action_chain();
        for one in held {
            chain = chain.key_down(*one);
        }
        chain = chain.send_keys(key.to_string());
        for one in held.iter().rev() {
            chain = chain.key_up(*one);
        }
        chain.perform().await.expect("keys are held and pressed");
    }

    /// Presses a button of an open dialog.
    pub async fn answers(&self, dialog: &str, value: &str) {
        self.browser.presses(&format!("#{dialog}-dialog button[value={value}]")).await;
        comes(&self.browser, &format!("return !document.getElementById('{dialog}-dialog').open")).await;
    }

    /// Where the focus is, as `data-part`, `data-command` or the tag's name.
    pub async fn focus(&self) -> String {
        let script = "const a = document.activeElement; return a.dataset.command ?? a.dataset.part ?? a.tagName";
        self.browser.evaluates(script).await.as_str().unwrap_or_default().to_owned()
    }
}

/// The page's own session is ended elsewhere.
pub async fn is_signed_out(browser: &Browser, office: &Office) {
    let token = browser.evaluates("return sessionStorage.getItem('okienko.desk.token')").await;
    let token = token.as_str().expect("a session").to_owned();
    let answer = office.http.send(reqwest::Method::DELETE, "session", Some(&token), None, None).await;
    assert_eq!(answer.expect("an answer").status, 204);
}

/// Opens the page of a desk (`3`, or `3/bar` for its bar) and signs its clerk on.
pub async fn signs_on(browser: &Browser, office: &Office, base: &str, desk: &str, lang: &str) {
    let id = desk.trim_end_matches("/bar");
    let clerk = office.sample.clerks.iter().find(|clerk| clerk.desk == id).expect("a clerk");
    browser.goes_to(&format!("{}/desk/{desk}?lang={lang}", base.trim_end_matches('/'))).await;
    browser.signs_on(&clerk.login, clerk.password.as_deref()).await;
    browser.sees(".desk-primary:enabled").await;
}

/// Chooses in a list as a person does.
pub async fn chooses(browser: &Browser, id: &str, value: &str) {
    browser.sees(&format!("#{id}")).await;
    let script = format!(
        "const list = document.getElementById('{id}'); list.value = '{value}'; list.dispatchEvent(new Event('change', {{ bubbles: true }})); return list.value"
    );
    assert_eq!(browser.evaluates(&script).await, value, "{id} offers it");
}

/// Waits until a script says yes.
pub async fn comes(browser: &Browser, script: &str) {
    let begun = Instant::now();
    while browser.evaluates(script).await != true {
        assert!(begun.elapsed().as_secs() < 20, "never: {script}\n{}", browser.text().await);
        rests(50).await;
    }
}

/// A hand that rests: the guard against double presses is the page's own time.
pub async fn rests(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

/// Books a visit at or after ten and checks it in a quarter before its hour.
pub async fn booked_ticket(office: &Office, service: &str) -> Ticket {
    let citizen = office.citizen();
    let slot = citizen.slot_after(service, warsaw("2026-11-23", "10:00")).await;
    citizen.books(service, slot.start).await.with_status(201);
    office.clock(slot.start - chrono::TimeDelta::minutes(15)).await;
    office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket()
}
