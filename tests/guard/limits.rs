//! Limits per mail and phone hold whatever the concurrency, in two departments and on two nodes: R13.

use okienko_tests::{Answer, Citizen, Engine, Office, on_both_engines};
use toml::Value;

/// All at once, every second one at the second node where there is one; answers how many were booked. The others met the limit.
async fn race(office: &Office, tries: Vec<(Citizen, String, okienko_tests::time::When)>) -> usize {
    let second =
        if office.engine == Engine::Postgres { Some(office.second_node_without_secrets().await) } else { None };
    let mut running = Vec::new();
    for (number, (mut citizen, service, start)) in tries.into_iter().enumerate() {
        if let Some(node) = second.as_ref().filter(|_| number % 2 == 1) {
            citizen.http = node.http.clone();
        }
        running.push(tokio::spawn(async move { citizen.books(&service, start).await }));
    }
    let mut booked = 0;
    for answer in running {
        let answer: Answer = answer.await.expect("an answer");
        match answer.status {
            201 => booked += 1,
            _ => drop(answer.refused_with("limit_reached")),
        }
    }
    booked
}

on_both_engines! {
    async fn r13_limits_hold_under_concurrency_per_mail(office: Office) {
        let office = office.with_rules(|rules| drop(rules.insert("per_email_and_day".into(), Value::Integer(2)))).await;
        let here = office.sample.shared_service();
        let there = office.sample.service_elsewhere(&here.id);
        let mut tries = Vec::new();
        for service in [&here, &there] {
            for term in office.citizen().slots_on(&service.id, "2026-11-24").await.iter().take(8) {
                let person = Citizen { email: "Jedna.Osoba@example.com".into(), ..office.citizen() };
                tries.push((person, service.id.clone(), term.start));
            }
        }
        assert_eq!(race(&office, tries).await, 2);
        let person = Citizen { email: "jedna.osoba@EXAMPLE.com".into(), ..office.citizen() };
        let next_day = office.citizen().slots_on(&here.id, "2026-11-25").await;
        person.books(&here.id, next_day[0].start).await.with_status(201);
    }

    async fn r13_limits_hold_under_concurrency_per_phone_over_all_days(office: Office) {
        let office = office.with_rules(|rules| drop(rules.insert("open_per_phone".into(), Value::Integer(3)))).await;
        let here = office.sample.shared_service();
        let there = office.sample.service_elsewhere(&here.id);
        let (phone, mut tries) = (office.citizen().phone, Vec::new());
        for (service, days) in [(&here, ["2026-11-24", "2026-11-25", "2026-11-26"]), (&there, ["2026-11-30", "2026-12-01", "2026-12-02"])] {
            for day in days {
                let term = office.citizen().slots_on(&service.id, day).await.remove(0);
                tries.push((Citizen { phone: phone.clone(), ..office.citizen() }, service.id.clone(), term.start));
            }
        }
        assert_eq!(race(&office, tries).await, 3);
    }

    async fn r13_a_visit_given_back_makes_room_under_every_limit(office: Office) {
        let office = office.with_rules(|rules| {
            rules.insert("per_email_and_day".into(), Value::Integer(1));
            rules.insert("open_per_phone".into(), Value::Integer(1));
        }).await;
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let terms = citizen.slots_on(&service.id, "2026-11-24").await;
        let first = citizen.books(&service.id, terms[0].start).await.with_status(201);
        citizen.books(&service.id, terms[4].start).await.refused_with("limit_reached");
        citizen.cancels(first.str("token")).await.ok();
        citizen.books(&service.id, terms[4].start).await.with_status(201);
    }
}
