//! What a kiosk is told: the office as it is set up, and what a ticket taken now would get. R31, R35.

use okienko_tests::on_both_engines;
use okienko_tests::time::instant;

use super::*;

async fn setup(office: &Office) -> Value {
    let kiosk = office.kiosk();
    office.http.get("kiosk/setup", Some(&kiosk.token)).await.with_status(200).body
}

/// What the kiosk tells about a service.
async fn service(office: &Office, id: &str) -> Value {
    let kiosk = office.kiosk();
    let told = office.http.get("kiosk/services", Some(&kiosk.token)).await.with_status(200).body;
    instant(told["now"].as_str().expect("now"));
    let services = told["services"].as_array().expect("services");
    services.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id} is told of in {told}")).clone()
}

on_both_engines! {
    async fn the_kiosk_knows_the_office_in_three_languages(office: Office) {
        let setup = setup(&office).await;
        assert_eq!(setup["kiosk"]["id"], office.sample.kiosk.id.as_str());
        assert_eq!(setup["office"]["name"], json!({ "pl": "Urząd Miejski", "en": "City Hall", "uk": "Міська рада" }));
        assert_eq!((&setup["office"]["time_zone"], &setup["languages"]), (&json!("Europe/Warsaw"), &json!(["pl", "en", "uk"])));
        assert_eq!(setup["offline"], json!({ "numbers": 20, "booked": 5 }));
        assert!(setup["service_pin"].is_null() && setup["template"].is_null(), "{setup}");
        let departments = setup["departments"].as_array().expect("departments");
        assert_eq!(departments.len(), office.sample.departments.len());
        for (told, known) in departments.iter().zip(&office.sample.departments) {
            assert_eq!((&told["id"], &told["name"]["pl"]), (&json!(known.id), &json!(known.name)));
            let services = told["services"].as_array().expect("services");
            assert!(services.iter().all(|one| one["name"]["uk"].is_string() && one["walk_in"] == true), "{services:?}");
            assert_eq!(services.len(), known.services.len());
        }
        let classes = setup["priority_classes"].as_array().expect("classes");
        let ids: Vec<_> = classes.iter().map(|one| one["id"].as_str().expect("an id")).collect();
        assert_eq!(ids, ["act", "disability", "pregnancy"]);
        for class in classes {
            let ticket = office.kiosk().takes_priority_ticket(&office.sample.shared_service().id, class["id"].as_str().expect("an id"));
            ticket.await.with_status(201);
            assert!(class["name"]["pl"].is_string() && class["name"]["en"] != class["name"]["pl"], "{class}");
        }
    }

    async fn the_revision_changes_with_the_setup_and_only_with_it(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = setup(&office).await["revision"].clone();
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
        assert_eq!(reports(&office, "ready").await.body["revision"], before);
        keeper.posts("kiosk-settings", json!({ "offline_numbers": 7 })).await.with_status(200);
        let after = reports(&office, "ready").await.body["revision"].clone();
        assert_ne!(after, before);
        let told = setup(&office).await;
        assert_eq!((&told["revision"], &told["offline"]["numbers"]), (&after, &json!(7)));
    }

    async fn r31_people_ahead_and_the_wait_are_told_before_the_ticket_is_taken(office: Office) {
        let (wanted, kiosk) = (office.sample.shared_service(), office.kiosk());
        for people in 0..4 {
            let told = service(&office, &wanted.id).await;
            assert_eq!((&told["open"], &told["people_ahead"]), (&json!(true), &json!(people)), "{told}");
            assert!(told["reason"].is_null() && told["opens_at"].is_null() && told["tickets_left"].is_null(), "{told}");
            let ticket = kiosk.takes_ticket(&wanted.id).await.with_status(201);
            assert_eq!(ticket.body["ticket"]["people_ahead"], people, "the ticket gets what was told");
        }
        assert!(service(&office, &wanted.id).await["wait"].is_null(), "nobody works yet: nothing is promised");
        let clerk = office.clerk(&office.sample.desks_of(&wanted.id)[0]).await;
        clerk.calls_next().await.ok();
        let begun = std::time::Instant::now();
        loop {
            let told = service(&office, &wanted.id).await;
            assert_eq!(told["people_ahead"], 3);
            if let (Some(from), Some(to)) = (told["wait"]["from_minutes"].as_u64(), told["wait"]["to_minutes"].as_u64()) {
                assert!(from <= to && to > 0, "an honest range: {told}");
                break;
            }
            assert!(begun.elapsed().as_secs() < 20, "a forecast comes once somebody works: {told}");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }

    async fn r26_booked_visitors_who_wait_are_ahead_of_a_newcomer(office: Office) {
        let (wanted, citizen) = (office.sample.shared_service(), office.citizen());
        let slot = citizen.slot_after(&wanted.id, today("09:00")).await;
        citizen.books(&wanted.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(10)).await;
        assert_eq!(service(&office, &wanted.id).await["people_ahead"], 0);
        office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201);
        assert_eq!(service(&office, &wanted.id).await["people_ahead"], 1);
    }

    async fn r31_a_closed_office_says_when_it_opens(office: Office) {
        let (wanted, kiosk) = (office.sample.shared_service(), office.kiosk());
        kiosk.takes_ticket(&wanted.id).await.with_status(201);
        office.clock(today("20:00")).await;
        let told = service(&office, &wanted.id).await;
        let refused = kiosk.takes_ticket(&wanted.id).await.refused_with("closed");
        assert_eq!((&told["open"], &told["reason"]), (&json!(false), &json!("closed")), "{told}");
        assert_eq!(told["opens_at"], refused.body["opens_at"], "the same as the refusal says");
        assert!(told["wait"].is_null());
        office.clock(warsaw("2026-11-24", "07:45")).await;
        let told = service(&office, &wanted.id).await;
        assert_eq!((&told["open"], &told["people_ahead"]), (&json!(true), &json!(0)), "yesterday's tickets are nobody's concern: {told}");
    }

    async fn r31_the_last_ticket_of_the_day_is_told_before_somebody_queues_for_it(office: Office) {
        let wanted = office.sample.shared_service();
        let office = office.with_office(|file| limit(file, &wanted.id, 2)).await;
        let kiosk = office.kiosk();
        for left in [2, 1] {
            let told = service(&office, &wanted.id).await;
            assert_eq!((&told["open"], &told["tickets_left"]), (&json!(true), &json!(left)), "{told}");
            kiosk.takes_ticket(&wanted.id).await.with_status(201);
        }
        let told = service(&office, &wanted.id).await;
        assert_eq!((&told["open"], &told["reason"], &told["tickets_left"]), (&json!(false), &json!("no_tickets_left"), &json!(0)), "{told}");
        kiosk.takes_ticket(&wanted.id).await.refused_with("no_tickets_left");
    }
}

/// Sets the tickets a day of a service.
fn limit(office: &mut toml::Table, service: &str, most: i64) {
    let departments = office.get_mut("departments").and_then(toml::Value::as_array_mut).expect("departments");
    let services = departments.iter_mut().flat_map(|one| one["services"].as_array_mut().expect("services"));
    let mut wanted = services.filter(|one| one["id"].as_str() == Some(service));
    let wanted = wanted.next().and_then(toml::Value::as_table_mut).expect("the service");
    wanted.insert("tickets_per_day".into(), most.into());
}
