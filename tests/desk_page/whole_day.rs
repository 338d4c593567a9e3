//! A clerk's whole day at the page, from the sign-on in the morning to the sign-off, worked twice from one text: in the narrow bar by
//! hand, and by the keyboard alone. What the day was is then read from the office, not from the page.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;
use okienko_tests::time::warsaw;
use serde_json::json;

use super::page::{Desk, booked_ticket, comes};
use super::*;

const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const TUESDAY: &str = "2026-11-24";
const MONDAY: &str = "2026-11-23";

/// How a clerk works.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// With the mouse, in a window of 420 by 72.
    Bar,
    /// On the whole page, without a mouse.
    Keyboard,
}

/// A clerk at work in one of the ways.
struct Hand {
    desk: Desk,
    way: Way,
}

impl Hand {
    async fn opens(office: &Office, way: Way) -> Self {
        let desk = Desk::opens(office, 1280, 900).await;
        let hand = Self { desk, way };
        if way == Way::Bar {
            hand.browser().goes_to(&office.http.url(&format!("/desk/{}/bar?lang=pl", hand.desk.clerk.desk))).await;
            hand.narrow().await;
        }
        hand
    }

    fn browser(&self) -> &Browser {
        &self.desk.browser
    }

    async fn narrow(&self) {
        self.browser().is_shown(420, 72, Scheme::Light).await;
        self.browser().sees("body[data-bar=narrow] .desk-primary:enabled").await;
    }

    /// The big button, which is the same key all day.
    async fn goes_on(&self, state: &str) {
        match self.way {
            Way::Bar => self.desk.presses_the_big_button().await,
            Way::Keyboard => self.desk.holds_alt_shift('n').await,
        }
        self.desk.is(state).await;
    }

    /// One of the commands beside it: what the narrow bar has no room for is behind its last button.
    async fn does(&self, command: &str, key: char) {
        // It is looked at before it is pressed: a moment after a command the buttons rest.
        let button = self.browser().sees(&format!("[data-command={command}]:enabled")).await;
        match self.way {
            Way::Bar => button.click().await.expect("a button"),
            Way::Keyboard => self.desk.holds_alt_shift(key).await,
        }
    }

    /// Opens the bar, for what it hides; the whole page hides nothing.
    async fn unfolds(&self) {
        if self.way == Way::Bar {
            self.browser().presses("[data-part=bar-more]").await;
            self.browser().is_shown(420, 640, Scheme::Light).await;
            self.browser().sees("body[data-bar=open]").await;
        }
    }

    async fn folds(&self) {
        if self.way == Way::Bar {
            self.browser().presses("[data-part=bar-more]").await;
            self.narrow().await;
        }
    }

    /// Answers an open dialog with one of its buttons.
    async fn answers(&self, dialog: &str, value: &str) {
        let button = format!("#{dialog}-dialog button[value={value}]");
        self.browser().sees(&format!("#{dialog}-dialog[open]")).await;
        self.browser().is_accessible().await;
        match self.way {
            Way::Bar => self.browser().presses(&button).await,
            Way::Keyboard => self.presses_by_tab(&button).await,
        }
        comes(self.browser(), &format!("return !document.getElementById('{dialog}-dialog').open")).await;
    }

    /// A button of the page itself.
    async fn presses(&self, button: &str) {
        match self.way {
            Way::Bar => self.browser().presses(button).await,
            Way::Keyboard => self.presses_by_tab(button).await,
        }
    }

    async fn presses_by_tab(&self, button: &str) {
        self.browser().sees(button).await;
        self.browser().tabs_to(button).await;
        self.browser().types_keys(ENTER).await;
    }

    async fn serves(&self) {
        self.goes_on("called").await;
        self.goes_on("serving").await;
        self.does("finish", 'f').await;
        self.desk.is("free").await;
    }

    async fn comes(&self, office: &Office) -> Ticket {
        let ticket = office.kiosk().takes_ticket(&self.desk.service.id).await.with_status(201).ticket();
        let key = ticket.id.clone();
        comes(
            self.browser(),
            &format!("return Boolean(document.querySelector(\"[data-list=waiting] [data-key='{key}']\"))"),
        )
        .await;
        ticket
    }
}

async fn is(office: &Office, ticket: &Ticket, state: &str) {
    assert_eq!(office.ticket_state(ticket.token()).await, state, "{}", ticket.code);
}

async fn a_whole_day(office: Office, way: Way) {
    let hand = Hand::opens(&office, way).await;
    let desk = &hand.desk;
    morning(&office, &hand).await;
    before_noon(&office, &hand).await;
    noon(&office, &hand).await;
    afternoon(&office, &hand).await;
    // The desk closes, the clerk goes home, and the session with them.
    hand.unfolds().await;
    hand.does("pause", 'p').await;
    hand.answers("pause", "close").await;
    desk.is("closed").await;
    hand.presses("[data-part=logout]").await;
    hand.browser().sees("#login").await;
    assert_eq!(
        hand.browser().evaluates("return Object.keys(sessionStorage).length").await,
        json!(0),
        "nothing is left in the browser"
    );
    the_day_in_figures(&office).await;
    hand.desk.browser.closes().await;
}

/// The first visitor, and one who booked and goes before those who wait (R32).
async fn morning(office: &Office, hand: &Hand) {
    let first = hand.comes(office).await;
    hand.serves().await;
    is(office, &first, "finished").await;
    let walk_in = hand.comes(office).await;
    let booked = booked_ticket(office, &hand.desk.service.id).await;
    comes(hand.browser(), "return document.querySelectorAll('[data-list=waiting] [data-key]').length === 2").await;
    hand.goes_on("called").await;
    is(office, &booked, "called").await;
    hand.goes_on("serving").await;
    // "Next" while serving finishes and calls in one.
    hand.goes_on("called").await;
    is(office, &booked, "finished").await;
    is(office, &walk_in, "called").await;
    // Nobody stands up: called once more, then marked (R34).
    office.clock(warsaw(MONDAY, "10:05")).await;
    hand.does("recall", 'r').await;
    comes(hand.browser(), "return document.querySelector('[data-part=recalls]').textContent.endsWith('2')").await;
    hand.does("no-show", 'o').await;
    hand.desk.is("free").await;
    is(office, &walk_in, "no_show").await;
}

/// One is sent for a copy and comes back; one is called by mistake; one belongs somewhere else.
async fn before_noon(office: &Office, hand: &Hand) {
    let (held, wrong) = (hand.comes(office).await, hand.comes(office).await);
    hand.goes_on("called").await;
    hand.goes_on("serving").await;
    hand.unfolds().await;
    hand.does("hold", 'h').await;
    hand.answers("hold", "go").await;
    hand.desk.is("free").await;
    is(office, &held, "on_hold").await;
    hand.folds().await;
    hand.goes_on("called").await;
    is(office, &wrong, "called").await;
    hand.unfolds().await;
    hand.does("undo", 'u').await;
    hand.desk.is("free").await;
    is(office, &wrong, "waiting").await;
    hand.presses(&format!("[data-list=held] [data-key='{}'] [data-row=call]", held.id)).await;
    hand.desk.is("called").await;
    hand.goes_on("serving").await;
    is(office, &held, "serving").await;
    hand.does("finish", 'f').await;
    hand.desk.is("free").await;
    hand.folds().await;
    hand.goes_on("called").await;
    hand.unfolds().await;
    hand.does("transfer", 'e').await;
    hand.browser().sees("#transfer-dialog[open] #transfer-to").await;
    hand.browser().evaluates("document.getElementById('transfer-to').focus(); return 1").await;
    let colleague = format!("desk:{}", hand.desk.colleague.desk);
    let chosen = "return document.getElementById('transfer-to').value";
    for _ in 0..40 {
        if hand.browser().evaluates(chosen).await == colleague.as_str() {
            break;
        }
        hand.browser().types_keys(DOWN).await;
    }
    assert_eq!(hand.browser().evaluates(chosen).await, colleague.as_str());
    hand.answers("transfer", "go").await;
    hand.desk.is("free").await;
    assert!(hand.desk.colleague.waiting().await.contains(&wrong.code), "it keeps its code at the colleague's desk");
    hand.folds().await;
}

/// A break of half an hour, during which somebody comes and is not called.
async fn noon(office: &Office, hand: &Hand) {
    office.clock(warsaw(MONDAY, "12:00")).await;
    hand.unfolds().await;
    hand.does("pause", 'p').await;
    hand.answers("pause", "go").await;
    hand.desk.is("paused").await;
    hand.folds().await;
    let hungry = hand.comes(office).await;
    office.clock(warsaw(MONDAY, "12:30")).await;
    is(office, &hungry, "waiting").await;
    hand.goes_on("free").await;
    hand.serves().await;
    is(office, &hungry, "finished").await;
}

/// Five more, the last at a quarter to closing; then nobody is left.
async fn afternoon(office: &Office, hand: &Hand) {
    for time in ["13:10", "13:50", "14:30", "15:00", "15:45"] {
        office.clock(warsaw(MONDAY, time)).await;
        let ticket = hand.comes(office).await;
        hand.serves().await;
        is(office, &ticket, "finished").await;
    }
    hand.browser().is_accessible().await;
    hand.goes_on("free").await;
}

/// The reports tell the same day: nine served, one of them booked; one who did not come; one passed on, whom nobody called before the
/// end; half an hour of break.
async fn the_day_in_figures(office: &Office) {
    office.clock(warsaw(TUESDAY, "08:00")).await;
    let root = okienko_tests::admin::token(office).await;
    let query = format!("reports?from={MONDAY}&to={MONDAY}");
    let total = office.http.get(&query, Some(&root)).await.with_status(200).body["total"].clone();
    let told = ["served", "no_shows", "passed_on", "lost", "open"].map(|figure| total["all"][figure].clone());
    assert_eq!(json!(told), json!([9, 1, 1, 1, 0]), "{total}");
    assert_eq!(total["booked"]["served"], 1, "{total}");
    assert_eq!(total["appointments"]["collected"], 1, "{total}");
    let paused = total["desks"]["paused_seconds"].as_f64().expect("seconds");
    // The office's clock runs on while the hand works.
    assert!((1_740.0..1_920.0).contains(&paused), "{total}");
}

on_both_engines! {
    async fn r32_a_whole_day_in_the_bar(office: Office) {
        a_whole_day(office, Way::Bar).await;
    }

    async fn r32_a_whole_day_by_the_keyboard_alone(office: Office) {
        a_whole_day(office, Way::Keyboard).await;
    }
}
