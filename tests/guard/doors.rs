//! Hard limits on writes: by address, by link, in bounded memory; reads are not limited, and the demonstration has none of it.

use std::time::Duration;

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::engine::told;
use okienko_tests::page::Window;
use okienko_tests::{Engine, Serving, on_both_engines};
use serde_json::json;

use crate::caller::{Caller, PROXY, retry_after};
use crate::on_each;

/// Without the soft rules, so that only the hard ones are seen.
const HARD: (&str, &str) = ("OKIENKO__GUARD__PROOF", "false");
const SERVICE: &str = "mapy";

#[test]
fn one_address_books_so_much_an_hour_and_others_go_on() {
    on_each(|engine| async move {
        let few = [("OKIENKO__GUARD__BOOKINGS", "3"), ("OKIENKO__GUARD__BOOKINGS_PER_HOUR", "6")];
        let serving = Serving::opens(engine, &[PROXY, HARD, few[0], few[1]]).await;
        let (terms, busy) = (serving.terms(SERVICE).await, Caller::at(&serving, "203.0.113.7"));
        for term in &terms[..3] {
            busy.books(SERVICE, term).await.with_status(201);
        }
        let refused = busy.books(SERVICE, &terms[3]).await.with_status(429).refused_with("throttled");
        assert!((590..=600).contains(&retry_after(&refused)), "one in ten minutes: {}", retry_after(&refused));
        Caller::at(&serving, "203.0.113.8").books(SERVICE, &terms[3]).await.with_status(201);
        for _ in 0..100 {
            busy.gets("departments").await.with_status(200);
        }
        busy.gets("/").await.with_status(200);
    });
}

#[test]
fn an_invented_address_before_the_one_the_proxy_added_changes_nothing() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, HARD, ("OKIENKO__GUARD__BOOKINGS", "2")]).await;
        let terms = serving.terms(SERVICE).await;
        for (number, chain) in ["198.51.100.1, 203.0.113.7", "198.51.100.2,203.0.113.7"].into_iter().enumerate() {
            Caller::at(&serving, chain).books(SERVICE, &terms[number]).await.with_status(201);
        }
        Caller::at(&serving, "198.51.100.3, 203.0.113.7").books(SERVICE, &terms[2]).await.refused_with("throttled");
        Caller::at(&serving, "203.0.113.7, 198.51.100.3").books(SERVICE, &terms[2]).await.with_status(201);
    });
}

#[test]
fn one_house_with_many_ipv6_addresses_is_one_caller() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, HARD, ("OKIENKO__GUARD__BOOKINGS", "2")]).await;
        let terms = serving.terms(SERVICE).await;
        for (number, address) in ["2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3"].into_iter().enumerate() {
            Caller::at(&serving, address).books(SERVICE, &terms[number]).await.with_status(201);
        }
        Caller::at(&serving, "2001:db8:1:2::7").books(SERVICE, &terms[2]).await.refused_with("throttled");
        Caller::at(&serving, "2001:db8:1:3::7").books(SERVICE, &terms[2]).await.with_status(201);
    });
}

#[test]
fn one_link_is_limited_from_wherever_it_is_pressed() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, HARD, ("OKIENKO__GUARD__LINK_CHANGES", "3")]).await;
        let terms = serving.terms(SERVICE).await;
        let booked = Caller::at(&serving, "203.0.113.1").books(SERVICE, &terms[0]).await.with_status(201);
        let other = Caller::at(&serving, "203.0.113.1").books(SERVICE, &terms[1]).await.with_status(201);
        let path = format!("appointments/{}/cancel", booked.str("token"));
        for last in 2..5 {
            Caller::at(&serving, &format!("203.0.113.{last}")).posts(&path, &json!({})).await.with_status(200);
        }
        Caller::at(&serving, "203.0.113.9").posts(&path, &json!({})).await.refused_with("throttled");
        let path = format!("appointments/{}/cancel", other.str("token"));
        Caller::at(&serving, "203.0.113.9").posts(&path, &json!({})).await.with_status(200);
        Caller::at(&serving, "203.0.113.9").gets(&format!("/a/{}", booked.str("token"))).await.with_status(200);
    });
}

#[test]
fn when_it_cannot_tell_callers_apart_any_more_it_refuses() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, HARD, ("OKIENKO__GUARD__KEYS", "2")]).await;
        let terms = serving.terms(SERVICE).await;
        for (last, term) in terms.iter().enumerate().skip(1).take(2) {
            Caller::at(&serving, &format!("203.0.113.{last}")).books(SERVICE, term).await.with_status(201);
        }
        let stranger = Caller::at(&serving, "203.0.113.3");
        stranger.books(SERVICE, &terms[3]).await.with_status(429).refused_with("throttled");
        stranger.gets("departments").await.with_status(200);
        Caller::at(&serving, "203.0.113.1").books(SERVICE, &terms[4]).await.with_status(201);
    });
}

#[test]
fn a_form_that_came_too_soon_loses_nothing_typed() {
    on_each(|engine| async move {
        let slow = [("OKIENKO__GUARD__BOOKINGS", "1"), ("OKIENKO__GUARD__BOOKINGS_PER_HOUR", "720")];
        let serving = Serving::opens(engine, &[HARD, slow[0], slow[1]]).await;
        let terms = serving.terms(SERVICE).await;
        let address = |number: usize| {
            let start = terms[number].start;
            serving.http.url(&format!("/s/{SERVICE}/{}/{}?lang=pl", start.format("%Y-%m-%d"), start.format("%H:%M")))
        };
        let fill = |window: &Window, phone: &str| {
            let form = window.form_with("phone").fill("name", "Żaneta \"Ż\"");
            form.fill("phone", phone).fill("email", "zaneta@example.com")
        };
        let mut first = Window::opens(&address(0)).await;
        let mut second = Window::opens(&address(1)).await;
        first.sends(&fill(&first, "601 000 111")).await;
        assert_eq!(first.status, 200, "{}", first.html);
        second.sends(&fill(&second, "601 000 222")).await;
        assert_eq!(second.status, 429, "{}", second.html);
        assert!(second.text().contains("Nic nie zostało utracone"), "{}", second.text());
        let kept = second.form_with("phone");
        for (name, value) in [("name", "Żaneta \"Ż\""), ("phone", "601 000 222"), ("email", "zaneta@example.com")] {
            assert!(kept.fields.contains(&(name.into(), value.into())), "{name}: {:?}", kept.fields);
        }
        tokio::time::sleep(Duration::from_millis(5_500)).await;
        second.sends(&kept).await;
        assert_eq!(second.status, 200, "{}", second.html);
        assert!(second.text().contains("48601000222") || second.text().contains("601 000 222"), "{}", second.text());
    });
}

#[test]
fn the_page_of_a_form_that_came_too_soon_is_accessible() {
    told(async {
        let serving = Serving::opens(Engine::Sqlite, &[HARD, ("OKIENKO__GUARD__BOOKINGS", "1")]).await;
        let (terms, browser) = (serving.terms(SERVICE).await, Browser::opens(1280, 900).await);
        serving.http.post("appointments", None, json!({})).await;
        let start = terms[0].start;
        let path = format!("/s/{SERVICE}/{}/{}?lang=pl", start.format("%Y-%m-%d"), start.format("%H:%M"));
        for (width, scheme) in [(320, Scheme::Light), (1280, Scheme::Dark)] {
            browser.is_shown(width, 900, scheme).await;
            browser.goes_to(&serving.http.url(&path)).await;
            for (field, typed) in [("name", "Anna"), ("phone", "601000333"), ("email", "anna@example.com")] {
                browser.types(&format!("input[name={field}]"), typed).await;
            }
            browser.presses("main form button[type=submit]").await;
            browser.reads("Nic nie zostało utracone").await;
            browser.is_accessible().await;
            browser.fits_its_width().await;
            browser.pictures(&format!("guard-again-{width}-{}", scheme.word())).await;
        }
        browser.closes().await;
    });
}

on_both_engines! {
    async fn the_demonstration_has_no_limits_by_address(office: Office) {
        let service = office.sample.shared_service();
        let terms = office.citizen().slots_on(&service.id, "2026-11-24").await;
        for _ in 0..120 {
            let mut nobody = office.citizen();
            nobody.phone = "12".into();
            nobody.books(&service.id, terms[0].start).await.refused_with("invalid_phone");
        }
        for term in terms.iter().cycle().take(20) {
            let answer = office.citizen().books(&service.id, term.start).await;
            assert!(answer.status == 201 || answer.code() == "slot_taken", "{}", answer.text);
        }
    }
}
