//! Tickets without paper: told to staff, printed again, or told to the visitor. R26, R31.

use okienko_tests::sample::Service;
use okienko_tests::{Clerk, Ticket, on_both_engines};

use super::*;

/// The kiosk in the hall, a clerk of the shared service, and a ticket of it.
struct Hall<'a> {
    office: &'a Office,
    service: Service,
    clerk: Clerk,
}

impl<'a> Hall<'a> {
    async fn of(office: &'a Office) -> Self {
        let service = office.sample.shared_service();
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        Self { office, service, clerk }
    }

    async fn ticket(&self) -> Ticket {
        self.office.kiosk().takes_ticket(&self.service.id).await.with_status(201).ticket()
    }

    async fn paper(&self, ticket: &str, state: &str, reason: Option<&str>) -> Answer {
        let body = json!({ "state": state, "reason": reason });
        self.office.kiosk().post(&format!("kiosk/tickets/{ticket}/paper"), body).await
    }

    /// Codes and reasons of the desk's list.
    async fn listed(&self, desk: &str, token: &str) -> Vec<(String, String)> {
        let list = self.office.http.get(&format!("desks/{desk}/unprinted"), Some(token)).await.with_status(200).body;
        let rows = list["unprinted"].as_array().expect("a list").clone();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        rows.iter().map(|row| (text(&row["code"]), text(&row["reason"]))).collect()
    }

    async fn own_list(&self) -> Vec<(String, String)> {
        self.listed(&self.clerk.desk, &self.clerk.token).await
    }
}

on_both_engines! {
    async fn r31_a_ticket_without_paper_is_told_to_the_desks_of_its_department(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        assert_eq!(hall.own_list().await, []);
        for _ in 0..2 {
            let answer = hall.paper(&first.id, "failed", Some("paper_end")).await.with_status(200);
            assert_eq!(answer.body, json!({}));
        }
        hall.paper(&second.id, "failed", None).await.with_status(200);
        let both = [(first.code.clone(), "paper_end".to_owned()), (second.code.clone(), "error".to_owned())];
        assert_eq!(hall.own_list().await, both);
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let other = office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await;
        assert_eq!(hall.listed(&other.desk, &other.token).await, [], "another department has nothing to do with it");
        hall.paper(&first.id, "printed", None).await.with_status(200);
        assert_eq!(hall.own_list().await, [(second.code.clone(), "error".to_owned())], "printed later");
        hall.clerk.calls(&second.id).await.ok();
        assert_eq!(hall.own_list().await.len(), 1, "who is called may still look for the paper");
        hall.clerk.starts().await.ok();
        hall.clerk.finishes().await.ok();
        assert_eq!(hall.own_list().await, [], "a visit that is over needs no paper");
    }

    async fn r31_a_number_that_was_told_is_off_the_list(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        hall.paper(&ticket.id, "failed", Some("cover_open")).await.with_status(200);
        let left = hall.clerk.commands("unprinted/told", json!({ "ticket": ticket.id })).await.with_status(200);
        assert_eq!(left.body, json!({ "unprinted": [] }));
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting", "the place in the queue stays");
        hall.clerk.commands("unprinted/told", json!({ "ticket": "nobody-t1" })).await.with_status(404).refused_with("not_found");
    }

    async fn r31_a_ticket_is_printed_again_where_it_was_given(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let asked = hall.clerk.commands("reprint", json!({ "ticket": ticket.id })).await.with_status(201);
        assert_eq!((asked.str("kind"), &asked.body["kiosk"]["id"]), ("print", &json!(office.sample.kiosk.id)));
        let again = hall.clerk.commands("reprint", json!({ "ticket": ticket.id })).await.with_status(201);
        assert_eq!(asked.str("id"), again.str("id"), "pressed twice, printed once");
        let told = wishes(&reports(&office, "ready").await);
        assert_eq!((told.len(), &told[0]["id"], &told[0]["kind"]), (1, &json!(asked.str("id")), &json!("print")));
        let printed = &told[0]["ticket"];
        assert_eq!((&printed["code"], &printed["token"]), (&json!(ticket.code), &json!(ticket.token())));
        assert!(printed["status_url"].as_str().is_some_and(|url| url.ends_with(ticket.token())), "{printed}");
        assert_eq!(crate::rights::rows_with(&office, ticket.token()), 0, "the link's secret is kept nowhere");
    }

    async fn r26_a_booked_visits_ticket_is_printed_again_where_it_failed(office: Office) {
        let hall = Hall::of(&office).await;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&hall.service.id, today("09:00")).await;
        citizen.books(&hall.service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(5)).await;
        let ticket = office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201).ticket();
        hall.paper(&ticket.id, "failed", Some("away")).await.with_status(200);
        hall.clerk.commands("reprint", json!({ "ticket": ticket.id })).await.with_status(201);
        let told = wishes(&reports(&office, "ready").await);
        assert_eq!((&told[0]["ticket"]["code"], &told[0]["ticket"]["channel"]), (&json!(ticket.code), &json!("booked")));
    }

    async fn a_reprint_needs_a_living_ticket_of_the_department_and_a_kiosk(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        let elsewhere = office.sample.service_elsewhere(&hall.service.id);
        let other = office.clerk(&office.sample.desks_of(&elsewhere.id)[0]).await;
        other.commands("reprint", json!({ "ticket": ticket.id })).await.with_status(404).refused_with("not_found");
        for kiosk in ["ekran-hol", "nobody"] {
            let body = json!({ "ticket": ticket.id, "kiosk": kiosk });
            hall.clerk.commands("reprint", body).await.with_status(404).refused_with("not_found");
        }
        let named = json!({ "ticket": ticket.id, "kiosk": office.sample.kiosk.id });
        hall.clerk.commands("reprint", named.clone()).await.with_status(201);
        let by_hand = hall.clerk.commands("tickets", json!({ "service": hall.service.id })).await.with_status(201).ticket();
        hall.clerk.commands("reprint", json!({ "ticket": by_hand.id })).await.with_status(400).refused_with("malformed");
        office.http.post(&format!("tickets/{}/leave", ticket.token()), None, json!({})).await.ok();
        hall.clerk.commands("reprint", named).await.with_status(409).refused_with("wrong_state");
    }

    async fn news_of_a_ticket_that_does_not_exist_or_makes_no_sense_is_refused(office: Office) {
        let hall = Hall::of(&office).await;
        let ticket = hall.ticket().await;
        for id in ["x", "nobody-t1", &format!("{}0", ticket.id)] {
            hall.paper(id, "failed", None).await.with_status(404).refused_with("not_found");
        }
        hall.paper(&ticket.id, "burnt", None).await.with_status(400).refused_with("malformed");
        for reason in ["Paper End", "", &"x".repeat(33)] {
            hall.paper(&ticket.id, "failed", Some(reason)).await.with_status(400).refused_with("malformed");
        }
        assert_eq!(hall.own_list().await, []);
    }
}
