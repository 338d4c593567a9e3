//! Phone numbers as people write them: R14.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;

on_both_engines! {
    async fn r14_all_spellings_are_the_same_number_at_the_kiosk(office: Office) {
        let (service, mut citizen) = (service(&office), office.citizen());
        let spellings = ["662138278", "662 138 278", "+48 662-138-278", "0048662138278", "48662138278"];
        let mut from = today("10:00");
        for (booked_as, typed) in spellings.iter().zip(spellings.iter().rev()).take(3) {
            citizen.phone = (*booked_as).to_owned();
            let slot = citizen.slot_after(&service.id, from).await;
            let booked = citizen.books(&service.id, slot.start).await.with_status(201);
            assert_eq!(booked.str("phone"), "48662138278", "shown as digits with 48 in front");
            collects(&office, typed, slot.start).await;
            from = slot.start + chrono::TimeDelta::minutes(60);
        }
    }

    async fn r14_all_spellings_count_as_one_person(office: Office) {
        let (service, mut citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        citizen.phone = "662138278".into();
        citizen.books(&service.id, slots[0].start).await.with_status(201);
        let elsewhere = office.sample.service_elsewhere(&service.id);
        for spelling in ["662 138 278", "+48 662-138-278", "0048662138278", "48662138278"] {
            citizen.phone = spelling.into();
            citizen.books(&elsewhere.id, slots[0].start).await.refused_with("overlapping_appointment");
        }
    }

    async fn r14_nine_digits_of_radom_get_the_prefix_and_eleven_do_not(office: Office) {
        let (service, mut citizen) = (service(&office), office.citizen());
        let slots = citizen.slots_on(&service.id, "2026-11-24").await;
        for (typed, shown, slot) in
            [("483621234", "48483621234", &slots[0]), ("48483621234", "48483621234", &slots[3])] {
            citizen.phone = typed.into();
            assert_eq!(citizen.books(&service.id, slot.start).await.with_status(201).str("phone"), shown);
        }
    }

    async fn r14_foreign_numbers_work(office: Office) {
        let (service, mut citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        citizen.phone = "+380 50 123 45 67".into();
        citizen.books(&service.id, slot.start).await.with_status(201);
        collects(&office, "380501234567", slot.start).await;
    }

    async fn r11_what_is_no_phone_number_is_refused(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let slot = citizen.slot_after(&service.id, today("10:00")).await;
        for wrong in [json!(""), json!("abc"), json!("123"), json!("66213827"), json!("6621382781234567890"), json!("⁶⁶²")] {
            let mut form = citizen.form(&service.id, slot.start);
            form["phone"] = wrong;
            office.http.post("appointments", None, form).await.refused_with("invalid_phone");
        }
    }
}
