//! A simulated day, of which every frame of every board is read: R33, "names never".

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use okienko_tests::admin;
use okienko_tests::chance::Chance;
use okienko_tests::on_both_engines;
use okienko_tests::time::{instant, warsaw};
use okienko_tests::{Citizen, Clerk, Kiosk, Sample};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::*;

/// Members that a board's frame may have, at whatever place.
const MEMBERS: [&str; 26] = [
    "type",
    "seq",
    "now",
    "view",
    "calls",
    "code",
    "desk",
    "desk_label",
    "service",
    "called_at",
    "recall",
    "language",
    "waiting",
    "service_name",
    "letter",
    "people",
    "open_desks",
    "wait",
    "from_minutes",
    "to_minutes",
    "closed",
    "opens_at",
    "revision",
    "version",
    "emergency",
    "desks",
];

on_both_engines! {
    async fn r33_a_day_passes_and_no_frame_of_any_board_holds_a_name_a_phone_a_mail_or_a_token(office: Office) {
        let eyes = Eyes::on_every_board(&office).await;
        let mut day = Day::begins(&office).await;
        for hour in 9..15 {
            office.clock(warsaw("2026-11-23", &format!("{:02}:45", hour - 1))).await;
            day.people_come(hour).await;
            day.clerks_work().await;
        }
        day.last_call(&eyes).await;
        let frames = eyes.close().await;
        assert!(day.called.len() > 30, "a day with {} calls", day.called.len());
        assert!(frames.len() > 150, "{} frames", frames.len());
        let all = frames.join("\n");
        for code in &day.called {
            assert!(all.contains(&format!("\"code\":\"{code}\"")), "{code} was called and never shown");
        }
        let public = public_words(&office.sample);
        let mut words = String::new();
        for frame in &frames {
            only_what_is_public(&serde_json::from_str(frame).expect("JSON"), &public, &mut words);
        }
        for secret in &day.secrets {
            // The six digits of a visit may also be the number of a call; where words stand they are nothing else.
            let text = if secret.len() == 6 { &words } else { &all };
            assert!(!stands_in(secret, text), "`{secret}` stands in a frame");
        }
    }
}

/// Whether a secret stands in a text by itself, not as digits within longer ones.
fn stands_in(secret: &str, text: &str) -> bool {
    let joins = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    text.match_indices(secret)
        .any(|(at, _)| !joins(text[..at].chars().next_back()) && !joins(text[at + secret.len()..].chars().next()))
}

/// All words that an office says to everybody.
fn public_words(sample: &Sample) -> BTreeSet<String> {
    let services = sample.services().flat_map(|one| [&one.id, &one.letter, &one.name]);
    let desks = sample.departments.iter().flat_map(|one| &one.desks).flat_map(|desk| [&desk.id, &desk.label]);
    let fixed = ["view", "pl", "en", "uk", "free", "called", "serving", "closed"].map(str::to_owned);
    services.chain(desks).cloned().chain(fixed).collect()
}

/// Every member is one of those known, every text a public word, a ticket's code, an instant or a digest. Notes the texts.
fn only_what_is_public(value: &Value, public: &BTreeSet<String>, words: &mut String) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                assert!(MEMBERS.contains(&name.as_str()) || public.contains(name), "{name}: {value}");
                only_what_is_public(value, public, words);
            }
        }
        Value::Array(list) => list.iter().for_each(|one| only_what_is_public(one, public, words)),
        Value::String(text) => {
            words.extend([text.as_str(), "\n"]);
            if public.contains(text) {
                return;
            }
            let letters = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let is_code = (4..=5).contains(&text.len()) && letters.chars().all(|sign| sign.is_ascii_uppercase());
            let is_digest = text.len() == 16 && text.chars().all(|sign| sign.is_ascii_hexdigit());
            let is_instant = text.len() >= 19 && text.as_bytes()[10] == b'T';
            if is_instant {
                instant(text);
            }
            assert!(
                public.contains(text) || is_code || is_digest || is_instant,
                "`{text}` is nothing that everybody knows"
            );
        }
        _ => {}
    }
}

/// Somebody who looks at every board all day and notes every frame.
struct Eyes {
    frames: Arc<Mutex<Vec<String>>>,
    closed: Arc<AtomicBool>,
    watching: Vec<JoinHandle<()>>,
}

impl Eyes {
    async fn on_every_board(office: &Office) -> Self {
        let (frames, closed) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicBool>::default());
        let mut watching = Vec::new();
        let departments = office.sample.departments.iter().map(|one| one.id.clone());
        for id in departments.chain([office.sample.board.id.clone()]) {
            let mut board = Board::connects(&office.http, &id).await;
            let (frames, closed) = (frames.clone(), closed.clone());
            watching.push(tokio::spawn(async move {
                while !closed.load(Ordering::Relaxed) {
                    board.next_view_within(Duration::from_millis(200)).await;
                    frames.lock().expect("the notes").append(&mut board.frames);
                }
            }));
        }
        assert!(watching.len() >= 3, "the office has boards");
        Self { frames, closed, watching }
    }

    fn have_seen(&self, code: &str) -> bool {
        let frames = self.frames.lock().expect("the notes");
        frames.iter().any(|frame| frame.contains(&format!("\"code\":\"{code}\"")))
    }

    async fn close(self) -> Vec<String> {
        self.closed.store(true, Ordering::Relaxed);
        for board in self.watching {
            board.await.expect("a board was looked at until the end");
        }
        std::mem::take(&mut self.frames.lock().expect("the notes"))
    }
}

/// One day with its people, and all that no board may ever show.
struct Day<'a> {
    office: &'a Office,
    kiosk: Kiosk,
    clerks: Vec<Clerk>,
    expected: Vec<(u32, Citizen, Value)>,
    chance: Chance,
    called: BTreeSet<String>,
    secrets: BTreeSet<String>,
}

impl<'a> Day<'a> {
    /// Staff sign on, and citizens book the hours of the day.
    async fn begins(office: &'a Office) -> Self {
        let mut clerks = Vec::new();
        for department in &office.sample.departments {
            for desk in department.desks.iter().take(2) {
                clerks.push(office.clerk(&desk.id).await);
            }
        }
        let kiosk = office.kiosk();
        let mut secrets: BTreeSet<String> = clerks.iter().map(|clerk| clerk.token.clone()).collect();
        secrets.extend([kiosk.token.clone(), admin::token(office).await]);
        secrets.extend(
            office.sample.clerks.iter().flat_map(|one| [Some(one.login.clone()), one.password.clone()]).flatten(),
        );
        let mut day = Self {
            office,
            kiosk,
            clerks,
            expected: Vec::new(),
            chance: Chance::of(33),
            called: BTreeSet::new(),
            secrets,
        };
        for hour in 9..15 {
            day.somebody_books(hour).await;
            day.somebody_books(hour).await;
        }
        day
    }

    async fn somebody_books(&mut self, hour: u32) {
        let services: Vec<_> = self.office.sample.services().filter(|service| service.bookable).cloned().collect();
        let service = self.chance.one_of(&services).clone();
        let mut citizen = self.office.citizen();
        citizen.name = (*self.chance.one_of(&["Świętopełk", "Żółcisława", "Олександра", "Bonawentura"])).into();
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", &format!("{hour:02}:00"))).await;
        let booked = citizen.books(&service.id, slot.start).await.with_status(201);
        let phone = &citizen.phone;
        let written = format!("{} {} {}", &phone[..3], &phone[3..6], &phone[6..]);
        self.secrets.extend([
            citizen.name.clone(),
            phone.clone(),
            citizen.shown_phone(),
            written,
            citizen.email.clone(),
        ]);
        self.keeps(&booked.body, &["id", "code", "token", "manage_url"]);
        self.expected.push((hour, citizen, booked.body));
    }

    fn keeps(&mut self, of: &Value, members: &[&str]) {
        let found = members.iter().filter_map(|name| of[*name].as_str());
        self.secrets.extend(found.map(str::to_owned));
    }

    /// Those who booked this hour collect their tickets, others come as they are.
    async fn people_come(&mut self, hour: u32) {
        let (now, later) = std::mem::take(&mut self.expected).into_iter().partition(|(at, ..)| *at == hour);
        self.expected = later;
        let mut now: Vec<(u32, Citizen, Value)> = now;
        now.sort_by_key(|(_, _, visit)| visit["start"].to_string());
        for (_, citizen, visit) in now {
            self.office.clock(instant(visit["start"].as_str().expect("an hour")) - TimeDelta::minutes(10)).await;
            let by_code = self.chance.below(2) == 0;
            let typed = if by_code { json!({ "code": visit["code"] }) } else { json!({ "phone": citizen.phone }) };
            let ticket = self.kiosk.post("kiosk/check-ins", typed).await.with_status(201);
            self.keeps(&ticket.body["ticket"], &["id", "token", "status_url"]);
        }
        let walk_in: Vec<String> = self.office.sample.services().map(|service| service.id.clone()).collect();
        for language in ["pl", "en", "uk", "pl", "uk", "pl", "en", "pl", "pl"] {
            let wish = json!({ "service": self.chance.one_of(&walk_in), "language": language });
            let ticket = self.kiosk.post("kiosk/tickets", wish).await;
            if ticket.status == 201 {
                self.keeps(&ticket.body["ticket"], &["id", "token", "status_url"]);
            }
        }
    }

    /// Every clerk calls until nobody waits, and does with the ticket one of all the things that clerks do.
    async fn clerks_work(&mut self) {
        for clerk in self.clerks.clone() {
            for _ in 0..4 {
                let answer = clerk.calls_next().await.ok();
                if answer.body["ticket"].is_null() {
                    break;
                }
                let code = answer.ticket().code;
                self.called.insert(code.clone());
                if self.chance.below(3) == 0 {
                    clerk.recalls().await.ok();
                }
                self.deals(&clerk, &code).await;
                // Whatever was refused or only half undone: whoever stands there is served.
                if clerk.desk_state().await == "called" {
                    clerk.starts().await.ok();
                }
            }
        }
    }

    async fn deals(&mut self, clerk: &Clerk, code: &str) {
        let services: Vec<String> = self.office.sample.services().map(|service| service.id.clone()).collect();
        match self.chance.below(8) {
            0 => drop(clerk.no_show().await.ok()),
            1 => drop(clerk.returns().await.ok()),
            2 => drop(clerk.holds(Some(5)).await.ok()),
            3 => {
                clerk.undoes().await.ok();
                // A call that was taken back at once need not have been on any screen.
                self.called.remove(code);
            }
            4 => {
                let service: &String = self.chance.one_of(&services);
                drop(clerk.transfers_to_service(service, None).await);
            }
            _ => drop(clerk.starts().await.ok()),
        }
    }

    /// One more ticket is called, and seen: all that was sent before has been seen by then.
    async fn last_call(&mut self, eyes: &Eyes) {
        let clerk = self.clerks[0].clone();
        let desks = self.office.sample.departments.iter().flat_map(|one| &one.desks);
        let service = desks.into_iter().find(|desk| desk.id == clerk.desk).expect("the desk").services[0].clone();
        let issued = self.kiosk.takes_ticket(&service).await.with_status(201).ticket();
        if clerk.desk_state().await == "called" {
            clerk.starts().await.ok();
        }
        clerk.finishes_and_calls(&issued.id).await.ok();
        self.called.insert(issued.code.clone());
        for _ in 0..100 {
            if eyes.have_seen(&issued.code) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{} was never shown", issued.code);
    }
}
