//! The configuration changes while visitors come and clerks call: nobody is lost, nobody waits unserved without a reason that is told, and
//! terms and boards follow.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use okienko_tests::{Clerk, Kiosk, on_both_engines};

use super::*;

const DEPARTMENT: &str = "sprawy-obywatelskie";
/// A change that never shows would never be forgiven; how fast it is stands in the benchmarks.
const PATIENCE: Duration = Duration::from_secs(20);

/// What goes on in the hall as long as it is open: tickets are taken, desks call.
struct Day {
    over: Arc<AtomicBool>,
    tickets: Arc<Mutex<BTreeMap<String, String>>>,
    people: Vec<tokio::task::JoinHandle<()>>,
}

impl Day {
    fn begins(kiosk: &Kiosk, services: Vec<String>, clerks: Vec<Clerk>) -> Self {
        let mut day = Self { over: Arc::default(), tickets: Arc::default(), people: Vec::new() };
        let (over, tickets, kiosk) = (day.over.clone(), day.tickets.clone(), kiosk.clone());
        day.people.push(tokio::spawn(async move {
            for service in services.iter().cycle() {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                let answer = kiosk.takes_ticket(service).await;
                match answer.status {
                    201 => {
                        let ticket = answer.ticket();
                        tickets.lock().expect("tickets").insert(ticket.code, ticket.token.expect("a link"));
                    }
                    // Not offered at the moment, or asked again a moment later.
                    404 | 503 => {}
                    status => panic!("{service}: {status} {}", answer.text),
                }
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        }));
        for clerk in clerks {
            let over = day.over.clone();
            day.people.push(tokio::spawn(async move { works(&clerk, &over).await }));
        }
        day
    }

    /// Everybody goes home; what they hold: code and the ticket's token.
    async fn ends(self) -> BTreeMap<String, String> {
        self.over.store(true, Ordering::Relaxed);
        for one in self.people {
            one.await.expect("nobody was thrown out");
        }
        Arc::try_unwrap(self.tickets).expect("all are home").into_inner().expect("tickets")
    }
}

/// Calls, starts, finishes; a desk that is not there at the moment (404) or was changed meanwhile (409) is tried again.
async fn works(clerk: &Clerk, over: &AtomicBool) {
    while !over.load(Ordering::Relaxed) {
        for verb in ["call-next", "start", "finish"] {
            let answer = clerk.commands(verb, json!({})).await;
            assert!([200, 404, 409, 503].contains(&answer.status), "{verb}: {} {}", answer.status, answer.text);
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
}

/// Waits until something is so; answers how long it took.
async fn until<F: Future<Output = bool>>(what: &str, is: impl Fn() -> F) -> Duration {
    let begun = Instant::now();
    while !is().await {
        assert!(begun.elapsed() < PATIENCE, "never: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    begun.elapsed()
}

/// Saves a change of the department; while somebody is in the way it is tried again, as an administrator would.
async fn changes(keeper: &Keeper<'_>, edit: impl Fn(&mut Value)) {
    let begun = Instant::now();
    loop {
        let mut department = keeper.department(DEPARTMENT).await;
        edit(&mut department);
        let answer = keeper.sends(&["departments", DEPARTMENT], department, true).await;
        if answer.status == 200 {
            return;
        }
        assert_eq!(answer.code(), "change_in_use", "{}", answer.text);
        assert!(begun.elapsed() < PATIENCE, "{}", answer.text);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Everybody who waits stands in the list of a desk, or is named as unserved.
async fn everybody_is_somewhere(office: &Office, keeper: &Keeper<'_>, tickets: &BTreeMap<String, String>) {
    let mut seen: Vec<String> = Vec::new();
    let told = keeper.gets("office/unserved").await.with_status(200).body;
    seen.extend(
        told["tickets"].as_array().expect("tickets").iter().map(|one| one["code"].as_str().expect("a code").to_owned()),
    );
    for desk in ["5", "6", "7", "8", "9", "10"] {
        let answer = Clerk::with_token(office, desk, &keeper.token).looks().await;
        if answer.status == 200 {
            let waiting = answer.body["waiting"].as_array().expect("waiting").clone();
            seen.extend(waiting.iter().map(|one| one["code"].as_str().expect("a code").to_owned()));
        }
    }
    for (code, token) in tickets {
        let state = office.ticket_status(token).await.with_status(200).str("state").to_owned();
        // A desk's list shows the first fifty; nothing here waits so long.
        assert!(state != "waiting" || seen.contains(code), "{code} waits nowhere: {seen:?}");
        assert!(["waiting", "called", "serving", "finished"].contains(&state.as_str()), "{code} is {state}");
    }
}

on_both_engines! {
    async fn a_department_is_rebuilt_while_it_works_and_nobody_is_lost(office: Office) {
        let keeper = Keeper::of(&office).await;
        let services = ["rejestracja-pojazdow", "prawa-jazdy", "dowody-osobiste", "meldunki", "nowa"].map(str::to_owned).to_vec();
        let mut clerks = Vec::new();
        for desk in ["5", "7", "9", "10"] {
            clerks.push(Clerk::with_token(&office, desk, &keeper.token));
        }
        let day = Day::begins(&office.kiosk(), services, clerks);
        let mut slowest = Duration::ZERO;
        let terms = |day: &'static str| {
            let citizen = office.citizen();
            async move { citizen.slots_on("dowody-osobiste", day).await.len() }
        };
        for round in 0..4 {
            // A service comes, with a desk of its own.
            changes(&keeper, |one| {
                one["services"].as_array_mut().expect("services").push(json!({ "id": "nowa", "letter": "NN", "name": { "pl": "Nowa sprawa" }, "duration_minutes": 5 }));
                one["desks"].as_array_mut().expect("desks").push(json!({ "id": "13", "label": "13", "services": ["nowa"] }));
            })
            .await;
            slowest = slowest.max(until("the new service has a board", || async { office.http.get("boards/sprawy-obywatelskie", None).await.text.contains("\"nowa\"") }).await);
            let new_desk = Clerk::with_token(&office, "13", &keeper.token);
            until("somebody wants it", || async { new_desk.calls_next().await.with_status(200).body["ticket"].is_object() }).await;
            // A desk goes and its services move; who is at it is finished first.
            new_desk.starts().await.with_status(200);
            new_desk.finishes().await.with_status(200);
            changes(&keeper, |one| {
                without(&mut one["desks"], "13");
                member(&mut one["desks"], "10")["services"].as_array_mut().expect("services").push("nowa".into());
            })
            .await;
            // Nobody offers it: whoever waits is named.
            changes(&keeper, |one| member(&mut one["desks"], "10")["services"].as_array_mut().expect("services").retain(|id| id != "nowa")).await;
            until("who waits for it is named", || async { keeper.gets("office/unserved").await.text.contains("no_desk") }).await;
            // Hours and discipline.
            let (closing, wanted) = if round % 2 == 0 { ("12:00", true) } else { ("16:00", false) };
            let before = terms("2026-11-24").await;
            changes(&keeper, |one| {
                one["hours"]["week"]["tuesday"] = json!([format!("07:30-{closing}")]);
                one["discipline"] = json!({ "name": "max_wait", "minutes": 20, "lead": 5 });
            })
            .await;
            let changed = until("the terms follow", || async { let now = terms("2026-11-24").await; if wanted { now < before } else { now > before } }).await;
            slowest = slowest.max(changed);
            // The service is offered again, stopped, and goes when the last one was served.
            changes(&keeper, |one| {
                member(&mut one["services"], "nowa")["walk_in"] = json!(false);
                member(&mut one["desks"], "9")["services"].as_array_mut().expect("services").insert(0, "nowa".into());
            })
            .await;
            changes(&keeper, |one| {
                without(&mut one["services"], "nowa");
                member(&mut one["desks"], "9")["services"].as_array_mut().expect("services").retain(|id| id != "nowa");
            })
            .await;
        }
        let tickets = day.ends().await;
        assert!(tickets.len() > 60, "{} tickets are no day", tickets.len());
        everybody_is_somewhere(&office, &keeper, &tickets).await;
        eprintln!("{} tickets; the slowest change was seen after {slowest:?}", tickets.len());
        office.kill();
        office.restart().await;
        everybody_is_somewhere(&office, &keeper, &tickets).await;
    }
}
