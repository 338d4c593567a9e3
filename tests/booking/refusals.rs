//! Each refusal has its own code, and when several apply the contract says which is given: R9, R11.

use okienko_tests::on_both_engines;
use okienko_tests::time::warsaw;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r11_name_phone_and_mail_are_mandatory(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        for (member, code) in [("name", "invalid_name"), ("phone", "invalid_phone"), ("email", "invalid_email")] {
            let mut empty = citizen.form(&service.id, slot.start);
            empty[member] = json!("   ");
            office.http.post("appointments", None, empty).await.refused_with(code);
            let mut missing = citizen.form(&service.id, slot.start);
            missing.as_object_mut().expect("a form").remove(member);
            let answer = office.http.post("appointments", None, missing).await;
            assert!((400..500).contains(&answer.status) && answer.is_problem(), "{member} missing: {}", answer.text);
        }
    }

    async fn r11_what_is_no_mail_address_is_refused(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        for wrong in ["ala", "ala@", "@example.com", "ala@example", "a b@example.com", "ala@example.com\r\nBcc: x@example.com"] {
            let mut form = citizen.form(&service.id, slot.start);
            form["email"] = json!(wrong);
            office.http.post("appointments", None, form).await.refused_with("invalid_email");
        }
    }

    async fn r11_a_name_of_a_thousand_letters_or_with_line_breaks_is_refused(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        for wrong in ["x".repeat(1000), "Ala\r\nBcc: x@example.com".into(), "\u{0}Ala".into()] {
            let mut form = citizen.form(&service.id, slot.start);
            form["name"] = json!(wrong);
            office.http.post("appointments", None, form).await.refused_with("invalid_name");
        }
    }

    async fn r09_the_first_refusal_that_applies_is_given(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let spoiled = |start, member: &str, value: &str| {
            let mut form = citizen.form(&service.id, start);
            form[member] = json!(value);
            form
        };
        let post = async |form| office.http.post("appointments", None, form).await;
        let (past, far, night) = (warsaw("2026-11-20", "03:00"), warsaw("2027-11-20", "03:00"), warsaw("2026-11-24", "03:00"));
        post(spoiled(past, "phone", "1")).await.refused_with("invalid_phone");
        post(spoiled(far, "email", "1")).await.refused_with("invalid_email");
        post(spoiled(night, "name", "")).await.refused_with("invalid_name");
        post(citizen.form(&service.id, past)).await.refused_with("slot_in_past");
        post(citizen.form(&service.id, far)).await.refused_with("outside_horizon");
        post(citizen.form(&service.id, night)).await.refused_with("not_a_slot");
    }

    async fn r09_a_full_term_is_said_before_an_overlap_and_an_overlap_before_the_limit(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        let full = &slots[0];
        citizen.books(&service.id, full.start).await.with_status(201);
        for _ in 1..full.free {
            office.citizen().books(&service.id, full.start).await.with_status(201);
        }
        let taken = citizen.books(&service.id, full.start).await.refused_with("slot_taken");
        assert_eq!(taken.status, 409);
        citizen.books(&service.id, slots[3].start).await.with_status(201);
        citizen.books(&service.id, slots[6].start).await.with_status(201);
        let elsewhere = office.sample.service_elsewhere(&service.id);
        citizen.books(&elsewhere.id, full.start).await.refused_with("overlapping_appointment");
        citizen.books(&service.id, slots[9].start).await.refused_with("limit_reached");
    }

    async fn r09_a_full_term_is_not_offered_and_the_refusal_names_the_nearest_free(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        let full = &slots[4];
        for _ in 0..full.free {
            office.citizen().books(&service.id, full.start).await.with_status(201);
        }
        let left = citizen.slots_on(&service.id, "2026-11-24").await;
        assert!(left.iter().all(|slot| slot.start != full.start || slot.free == 0));
        let refused = citizen.books(&service.id, full.start).await.refused_with("slot_taken");
        let nearest = &refused.body["nearest"];
        let first = if nearest.is_array() { &nearest[0] } else { nearest };
        let start = first.as_str().or_else(|| first["start"].as_str()).unwrap_or_else(|| panic!("nearest in {}", refused.text));
        citizen.books(&service.id, okienko_tests::time::instant(start)).await.with_status(201);
    }

    async fn r02_a_service_without_calendar_cannot_be_booked(office: Office) {
        let Some(walk_in_only) = office.sample.services().find(|service| !service.bookable).cloned() else { return };
        let citizen = office.citizen();
        let refused = citizen.books(&walk_in_only.id, warsaw("2026-11-24", "09:00")).await.refused_with("not_a_slot");
        assert!(refused.status < 500);
    }

    async fn r06_an_unknown_service_is_not_found(office: Office) {
        let citizen = office.citizen();
        citizen.books("no-such-service", today("10:00")).await.refused_with("not_found");
        let slots = office.http.get("services/no-such-service/slots?from=2026-11-24&to=2026-11-24", None).await;
        slots.with_status(404).refused_with("not_found");
    }
}
