//! What the clerk reads of a paper that a kiosk gave without the network for a visit it could not collect.

use okienko_tests::browser::Browser;
use okienko_tests::on_both_engines;
use serde_json::json;

use super::*;
use crate::away::minutes;
use crate::check_ins::clerk_of;

on_both_engines! {
    async fn r27_the_desk_says_why_a_booked_visitor_waits_as_a_walk_in(office: Office) {
        let visit = Visit::booked(&office, "10:00").await;
        let away = Away::of(&office).await;
        office.clock(visit.start - minutes(10)).await;
        office.kiosk().check_in_by_phone(&visit.citizen.phone).await.with_status(201);
        let lent = away.booked(&office, &visit.service.id, 0);
        let told = away.tells_one(away.check_in(visit.code(), &lent, visit.start - minutes(15))).await;
        let clerk = clerk_of(&office, &visit).await;
        let named = office.sample.clerks.iter().find(|one| one.desk == clerk.desk).expect("a clerk");
        let browser = Browser::opens(1366, 900).await;
        browser.goes_to(&office.http.url(&format!("/desk/{}?lang=pl", clerk.desk))).await;
        browser.signs_on(&named.login, named.password.as_deref()).await;
        let said = "Umówiona: bilet odebrano wcześniej przy innym kiosku";
        browser.reads(said).await;
        let rows = "return Array.from(document.querySelectorAll('[data-list=waiting] [data-part=facts]'), (one) => one.textContent.includes('Umówiona:'))";
        assert_eq!(browser.evaluates(rows).await, json!([false, true]), "in the line of those who wait");
        let tag = "[data-part=current] [data-part=conflict]";
        clerk.calls_next().await.with_status(200);
        browser.sees("[data-part=current] [data-part=code]").await;
        assert_eq!(browser.evaluates(&format!("return document.querySelector('{tag}').hidden")).await, true, "not at the visitor who was first");
        clerk.starts().await.ok();
        clerk.finishes_and_calls(told["ticket"]["id"].as_str().expect("an id")).await.ok();
        browser.sees(tag).await;
        browser.is_accessible().await;
        browser.pictures("desk-conflict").await;
        browser.closes().await;
    }
}
