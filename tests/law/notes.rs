//! Clerks' notes are personal data like contacts: no journal, log, board or history holds them, they go with the contact, and every reading
//! is logged (law lines 21 to 23).

use chrono::TimeDelta;
use okienko_tests::{Clerk, Office, Ticket, admin, on_both_engines};
use serde_json::json;

use crate::dump::{dump, lines_with};
use crate::{books, zygfryda};

const SECRET: &str = "Brzęczyszczykiewiczowa";

/// A booked visitor at a desk, of whom the clerk has written.
struct Visit {
    clerk: Clerk,
    ticket: Ticket,
    appointment: String,
    phone: String,
    start: okienko_tests::time::When,
}

impl Visit {
    async fn noted(office: &Office, phone: &str) -> Self {
        let citizen = zygfryda(office, phone);
        let (start, visit) = books(office, &citizen, "2026-11-23", "10:00").await;
        office.clock(start - TimeDelta::minutes(20)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        let clerk = office.clerk(&office.sample.desks_of(&office.sample.shared_service().id)[0]).await;
        clerk.calls(&ticket.id).await.ok();
        writes(&clerk, &ticket).await;
        Self { clerk, ticket, appointment: visit.str("id").to_owned(), phone: phone.to_owned(), start }
    }
}

async fn writes(clerk: &Clerk, ticket: &Ticket) {
    clerk.notes(&ticket.id, 0, &format!("Pani {SECRET}, tłumacz")).await.with_status(200);
}

async fn reads(clerk: &Clerk, ticket: &Ticket) -> String {
    clerk.note_on(&ticket.id).await.ok().text
}

fn notes(office: &Office) -> Vec<String> {
    let mut rows = dump(office);
    rows.retain(|row| row.starts_with("notes "));
    rows
}

on_both_engines! {
    async fn law_23_a_note_is_in_no_table_in_clear_in_no_log_and_on_no_screen_and_each_reading_is_logged(office: Office) {
        let visit = Visit::noted(&office, "509666111").await;
        assert!(reads(&visit.clerk, &visit.ticket).await.contains(SECRET), "it is there");
        assert_eq!(notes(&office).len(), 1);
        assert_eq!(lines_with(&office, &[SECRET]), Vec::<String>::new(), "sealed, and in no journal");
        let rows = dump(&office);
        assert!(rows.iter().any(|row| row.starts_with("events ") && row.contains("noted")), "the journal knows that there is one");
        for action in ["noted", "saw_note"] {
            let line = rows.iter().find(|row| row.starts_with("access_log ") && row.contains(action)).unwrap_or_else(|| panic!("{action}: {rows:?}"));
            assert!(line.contains(&visit.appointment) && line.contains("staff:"), "{line}");
        }
        let link = visit.ticket.token();
        let screens = [format!("boards/{}", office.sample.board.id), format!("tickets/{link}"), format!("/t/{link}")];
        for path in screens {
            let text = office.http.get(&path, None).await.ok().text;
            assert!(!text.contains(SECRET) && !text.contains("\"note\""), "{path}: {text}");
        }
        let log = std::fs::read_to_string(office.folder().with_extension("log")).expect("the log of the server");
        assert!(!log.is_empty() && !log.contains(SECRET), "{log}");
    }

    async fn law_22_the_officer_hands_the_note_out_and_erases_it(office: Office) {
        let visit = Visit::noted(&office, "509666222").await;
        let token = admin::token(&office).await;
        let post = async |path: &str, body| office.http.post(&format!("privacy/{path}"), Some(&token), body).await.ok();
        let file = post("export", json!({ "phone": visit.phone })).await.body;
        assert_eq!(file["appointments"][0]["notes"][0]["text"], format!("Pani {SECRET}, tłumacz"), "{file}");
        assert!(file["appointments"][0]["notes"][0]["written_at"].is_string());
        post("erase", json!({ "appointments": [visit.appointment] })).await;
        assert_eq!(notes(&office), Vec::<String>::new());
        assert_eq!(visit.clerk.view().await["current"]["note"]["number"], 1, "that there was one is no personal data");
        assert!(!reads(&visit.clerk, &visit.ticket).await.contains(SECRET));
        visit.clerk.notes(&visit.ticket.id, 1, "od nowa").await.with_status(200);
        assert!(reads(&visit.clerk, &visit.ticket).await.contains("od nowa"));
    }

    async fn law_21_notes_go_when_contacts_go_those_on_walk_in_tickets_too(office: Office) {
        let visit = Visit::noted(&office, "509666333").await;
        let walk_in = office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201).ticket();
        writes(&visit.clerk, &walk_in).await;
        assert_eq!(notes(&office).len(), 2);
        office.clock(visit.start + TimeDelta::days(14) - TimeDelta::hours(1)).await;
        assert!(!notes(&office).is_empty(), "kept as long as the contact");
        office.clock(visit.start + TimeDelta::days(14)).await;
        assert_eq!(notes(&office), Vec::<String>::new());
        let proof = |row: &&String| row.starts_with("access_log ") && row.contains("notes 1");
        assert_eq!(dump(&office).iter().filter(proof).count(), 1, "of the one that went by its own time");
    }

    async fn law_23_the_address_on_duty_of_a_department_is_in_no_journal(office: Office) {
        let token = admin::token(&office).await;
        let revision = office.http.get("office", Some(&token)).await.ok().body["revision"].clone();
        let id = &office.sample.departments[0].id;
        let place = json!({ "path": ["departments", id, "alerts", "mail"], "value": "dyzur.kierownika@urzad.example" });
        let place = [json!({ "path": ["departments", id, "alerts"], "value": { "after_minutes": 7 } }), place];
        office.http.post("office", Some(&token), json!({ "revision": revision, "changes": place })).await.ok();
        let mut lines = lines_with(&office, &["dyzur.kierownika"]);
        assert!(lines.iter().any(|line| line.starts_with("settings ")), "it is kept: {lines:?}");
        lines.retain(|line| line.starts_with("events "));
        assert_eq!(lines, Vec::<String>::new());
    }
}
