//! A clerk's whole day at the page, by hand: every transition within two actions, and no accessibility fault in any state or dialog.

use okienko_tests::on_both_engines;
use serde_json::json;

use super::page::{Desk, booked_ticket, chooses, comes};

on_both_engines! {
    async fn r32_a_clerks_morning_from_the_first_call_to_the_break(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        desk.is("closed").await;
        browser.is_accessible().await;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        browser.reads(&format!("Następny: {}", first.code)).await;
        let booked = booked_ticket(&office, &desk.service.id).await;
        // Booked visitors go first, and the page says so before and after the call (R32).
        browser.reads(&format!("Następny: {} – umówiony na", booked.code)).await;
        desk.presses_the_big_button().await;
        desk.is("called").await;
        browser.reads("umówiony na").await;
        browser.is_accessible().await;
        browser.presses("[data-command=recall]:enabled").await;
        comes(browser, "return document.querySelector('[data-part=recalls]').textContent.endsWith('2')").await;
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        let disabled = "return document.querySelector('[data-command=next-service]').disabled";
        assert_eq!(browser.evaluates(disabled).await, true, "one booking is one matter (R12)");
        browser.is_accessible().await;
        browser.pictures("desk-1280-serving").await;
        desk.presses_the_big_button().await;
        desk.is("called").await;
        browser.reads(&first.code).await;
        // Nobody comes (R34), and is brought back.
        browser.presses("[data-command=no-show]:enabled").await;
        desk.is("free").await;
        browser.sees(&format!("[data-list=no_shows] [data-key='{}']", first.id)).await;
        browser.presses(&format!("[data-list=no_shows] [data-key='{}'] [data-row=reactivate]", first.id)).await;
        browser.sees(&format!("[data-list=waiting] [data-key='{}']", first.id)).await;
        // The wrong one was called: back within 30 seconds, off the boards.
        desk.presses_the_big_button().await;
        desk.is("called").await;
        browser.presses("[data-part=undo]:enabled").await;
        desk.is("free").await;
        // This very one, for a reason.
        browser.presses(&format!("[data-list=waiting] [data-key='{}'] [data-row=call]", second.id)).await;
        browser.reads("Dlaczego ten bilet").await;
        browser.is_accessible().await;
        browser.presses("#call-dialog input[value=need]").await;
        desk.answers("call", "go").await;
        desk.is("called").await;
        browser.reads("wybrany ręcznie: szczególna potrzeba").await;
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        // A second matter, then on hold, then a break.
        browser.presses("[data-command=next-service]:enabled").await;
        let other = office.sample.sibling_service(&desk.service.id);
        browser.is_accessible().await;
        chooses(browser, "next-service-which", &other.id).await;
        desk.answers("next-service", "go").await;
        browser.reads("Wcześniej w tej wizycie").await;
        browser.presses("[data-command=hold]:enabled").await;
        browser.is_accessible().await;
        browser.presses("#hold-dialog input[name=minutes][value='20']").await;
        desk.answers("hold", "go").await;
        browser.sees(&format!("[data-list=held] [data-key='{}']", second.id)).await;
        browser.presses("[data-command=pause]:enabled").await;
        browser.is_accessible().await;
        browser.presses("#pause-dialog input[value=meeting]").await;
        desk.answers("pause", "go").await;
        desk.is("paused").await;
        browser.reads("spotkanie").await;
        browser.is_accessible().await;
        desk.presses_the_big_button().await;
        desk.is("free").await;
        browser.presses("[data-command=pause]:enabled").await;
        desk.answers("pause", "close").await;
        desk.is("closed").await;
        desk.browser.closes().await;
    }

    async fn r32_tickets_that_wait_and_the_day_are_looked_after_from_the_page(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let booked = booked_ticket(&office, &desk.service.id).await;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        // Another priority for somebody who waits.
        browser.presses(&format!("[data-list=waiting] [data-key='{}'] [data-row=more]", second.id)).await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-ticket").await;
        chooses(browser, "ticket-priority", "disability").await;
        desk.answers("ticket", "go").await;
        browser.reads(&format!("Zmieniono bilet {}", second.code)).await;
        browser.reads(&format!("Następny: {} – obsługa poza kolejnością: osoba z niepełnosprawnością", second.code)).await;
        // A check-in taken back, found in the day.
        browser.presses("[data-part=day]").await;
        browser.sees("#day-dialog[open]").await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-day").await;
        browser.presses("[data-part=visit-rows] [data-part=act]").await;
        browser.reads("Wizyta jest znów umówiona.").await;
        comes(browser, "return document.querySelector('[data-part=visit-rows] [data-part=state]').textContent === 'oczekiwana'").await;
        browser.presses("#day-dialog [data-close]").await;
        assert_eq!(desk.clerk.waiting().await, [second.code.clone(), first.code.clone()]);
        assert!(!desk.clerk.waiting().await.contains(&booked.code));
        // A finished ticket is brought back from there, too.
        desk.presses_the_big_button().await;
        desk.is("called").await;
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        browser.presses("[data-command=finish]:enabled").await;
        desk.is("free").await;
        browser.presses("[data-part=day]").await;
        browser.presses("[data-part=ended-rows] [data-part=act]").await;
        comes(browser, "return document.querySelector('[data-part=ended-rows]').children.length === 0").await;
        browser.presses("#day-dialog [data-close]").await;
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
        // While somebody is served, "call this one" asks before it finishes that visit.
        desk.presses_the_big_button().await;
        desk.is("called").await;
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        browser.presses(&format!("[data-list=waiting] [data-key='{}'] [data-row=call]", first.id)).await;
        browser.reads("Zakończyć").await;
        browser.is_accessible().await;
        browser.presses("#call-dialog [data-close]").await;
        assert_eq!(office.ticket_state(second.token()).await, "serving", "nothing was done");
        browser.presses("[data-part=logout]").await;
        browser.reads("jest nadal przy tym stanowisku").await;
        browser.is_accessible().await;
        desk.answers("confirm", "go").await;
        browser.sees("#login").await;
        desk.browser.closes().await;
    }

    async fn r36_the_reception_gives_a_ticket_and_checks_a_visitor_in(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let citizen = office.citizen();
        let slot = citizen.slot_after(&desk.service.id, okienko_tests::time::warsaw("2026-11-23", "10:00")).await;
        citizen.books(&desk.service.id, slot.start).await.with_status(201);
        browser.presses("[data-part=reception]").await;
        browser.sees("#reception-dialog[open]").await;
        browser.is_accessible().await;
        chooses(browser, "walk-service", &desk.service.id).await;
        chooses(browser, "print-at", &format!("kiosk:{}", office.sample.kiosk.id)).await;
        browser.presses("[data-part=walk-form] [type=submit]").await;
        browser.reads("drukuje:").await;
        let given = desk.clerk.waiting().await;
        assert_eq!(given.len(), 1);
        browser.reads(&given[0]).await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-reception").await;
        browser.types("#entry", "123").await;
        browser.presses("[data-part=entry-form] [type=submit]").await;
        browser.reads("Proszę wpisać telefon albo 6 cyfr kodu.").await;
        browser.evaluates("document.getElementById('entry').value = ''; return 1").await;
        browser.types("#entry", &citizen.phone).await;
        browser.presses("[data-part=entry-form] [type=submit]").await;
        browser.reads("Odbiór możliwy od").await;
        office.clock(slot.start - chrono::TimeDelta::minutes(20)).await;
        browser.presses("[data-part=entry-form] [type=submit]").await;
        comes(browser, "return document.querySelector('[data-part=slip-code]').textContent.startsWith('U')").await;
        browser.evaluates("window.printed = 0; window.print = () => { window.printed += 1 }; return 1").await;
        browser.presses("[data-part=slip-print]").await;
        assert_eq!(browser.evaluates("return window.printed").await, json!(1));
        browser.presses("#reception-dialog [data-close]").await;
        assert_eq!(desk.clerk.view().await["counts"]["booked"], 1);
        desk.browser.closes().await;
    }
}
