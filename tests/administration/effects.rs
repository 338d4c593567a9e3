//! What a change means is told before, and nobody who waits or has booked is lost by it.

use okienko_tests::on_both_engines;
use okienko_tests::time::day_of;

use super::*;

const DEPARTMENT: &str = "sprawy-obywatelskie";
const SERVICE: &str = "dowody-osobiste";

on_both_engines! {
    async fn shorter_hours_are_counted_and_the_visits_outside_are_listed_and_honoured(office: Office) {
        let keeper = Keeper::of(&office).await;
        let citizen = office.citizen();
        let tomorrow = day_of(office.now() + chrono::TimeDelta::days(1));
        let slots = citizen.slots_on(SERVICE, &tomorrow).await;
        let late = slots.iter().rfind(|slot| slot.start.to_rfc3339().contains("T15:")).expect("a late term").start;
        let booked = citizen.books(SERVICE, late).await.with_status(201);
        let mut department = keeper.department(DEPARTMENT).await;
        department["hours"]["exceptions"] = json!({ tomorrow.as_str(): ["07:30-12:00"] });
        let told = keeper.tries(&["departments", DEPARTMENT], department.clone()).await;
        let effects = effects_of(&told, DEPARTMENT);
        let words = effects["places"].as_str().expect("words");
        assert!(words.starts_with("Jutro (wtorek, 24 listopada 2026): ") && words.contains("(było "), "{words}");
        let outside = effects["outside"].as_array().expect("a list");
        assert_eq!(outside.len(), 1, "{effects}");
        assert_eq!((&outside[0]["code"], &outside[0]["why"], &outside[0]["service"]), (&booked.body["code"], &json!("not_a_term"), &json!(SERVICE)));
        assert!(effects["outside_words"].as_str().expect("words").contains("Pozostają ważne"), "{effects}");
        assert_eq!((&told["effects"]["refused"], &told["effects"]["asks"]), (&json!(false), &json!(false)));
        let before = citizen.slots_on(SERVICE, &tomorrow).await.len();
        keeper.puts(&["departments", DEPARTMENT], department).await.with_status(200);
        let after = citizen.slots_on(SERVICE, &tomorrow).await;
        assert!(after.len() < before && after.iter().all(|slot| slot.start < late), "{} of {before}", after.len());
        office.clock(late - chrono::TimeDelta::minutes(10)).await;
        office.kiosk().check_in_by_phone(&citizen.shown_phone()).await.with_status(201);
    }

    async fn a_service_in_use_is_not_removed_and_can_be_stopped_instead(office: Office) {
        let keeper = Keeper::of(&office).await;
        office.kiosk().takes_ticket(SERVICE).await.with_status(201);
        let whole = keeper.department(DEPARTMENT).await;
        let mut less = whole.clone();
        without(&mut less["services"], SERVICE);
        for desk in less["desks"].as_array_mut().expect("desks") {
            desk["services"].as_array_mut().expect("services").retain(|id| id != SERVICE);
        }
        let refused = keeper.puts(&["departments", DEPARTMENT], less.clone()).await.with_status(409).refused_with("change_in_use");
        let blocked = &effects_of(&refused.body, DEPARTMENT)["blocked"][0];
        assert_eq!((&blocked["code"], &blocked["id"]), (&json!("service_in_use"), &json!(SERVICE)));
        assert!(blocked["words"].as_str().expect("words").contains("oczekujące bilety: 1"), "{blocked}");
        let mut stopped = whole.clone();
        let service = member(&mut stopped["services"], SERVICE);
        service["walk_in"] = json!(false);
        service.as_object_mut().expect("a service").remove("slots");
        keeper.puts(&["departments", DEPARTMENT], stopped).await.with_status(200);
        office.kiosk().takes_ticket(SERVICE).await.with_status(404);
        let clerk = office.clerk("9").await;
        assert!(clerk.calls_next().await.with_status(200).body["ticket"].is_object(), "and who waits is called");
        // The account of a desk goes with it: whose it was is for the administrator to say.
        let mut other = whole.clone();
        without(&mut other["desks"], "9");
        keeper.puts(&["departments", DEPARTMENT], other.clone()).await.with_status(422).refused_with("invalid_office");
        let revision = keeper.reads().await["revision"].clone();
        let changes = json!([{ "path": ["departments", DEPARTMENT], "value": other }, { "path": ["staff", "stanowisko-9"], "value": null }]);
        let refused = keeper.posts("office", json!({ "revision": revision, "changes": changes })).await.with_status(409).refused_with("change_in_use");
        let codes: Vec<&Value> =
            effects_of(&refused.body, DEPARTMENT)["blocked"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
        assert!(codes.contains(&&json!("desk_in_use")), "{}", refused.text);
    }

    async fn who_would_be_called_by_nobody_is_named_and_has_to_be_confirmed(office: Office) {
        let keeper = Keeper::of(&office).await;
        let ticket = office.kiosk().takes_ticket("zaswiadczenia").await.with_status(201).ticket();
        let mut nobody = keeper.department(DEPARTMENT).await;
        for desk in nobody["desks"].as_array_mut().expect("desks") {
            desk["services"].as_array_mut().expect("services").retain(|id| id != "zaswiadczenia");
        }
        let refused = keeper.puts(&["departments", DEPARTMENT], nobody.clone()).await.with_status(409).refused_with("change_unconfirmed");
        let stranded = &effects_of(&refused.body, DEPARTMENT)["stranded"][0];
        assert_eq!((&stranded["code"], &stranded["why"]), (&json!(ticket.code), &json!("no_desk")));
        assert_eq!(keeper.gets("office/unserved").await.body["tickets"], json!([]));
        keeper.sends(&["departments", DEPARTMENT], nobody, true).await.with_status(200);
        let told = keeper.gets("office/unserved").await.with_status(200).body;
        assert_eq!((&told["tickets"][0]["code"], &told["tickets"][0]["why"]), (&json!(ticket.code), &json!("no_desk")));
        // Taken back, somebody can call them again.
        let revision = keeper.last().await["revision"].clone();
        keeper.posts(&format!("office/history/{revision}/undo"), json!({})).await.with_status(200);
        assert_eq!(keeper.gets("office/unserved").await.body["tickets"], json!([]));
        let mut codes = Vec::new();
        for desk in ["9", "10"] {
            codes.extend(office.clerk(desk).await.waiting().await);
        }
        assert!(codes.contains(&ticket.code), "{codes:?}");
    }
}
