//! The connection is lost, answers are lost, two windows act at once: the page says so, and no press is ever two commands.

use okienko_tests::browser::Browser;
use okienko_tests::{Way, Wire, on_both_engines};

use super::page::{Desk, comes, is_signed_out, signs_on};

on_both_engines! {
    async fn r32_a_command_without_a_connection_is_kept_and_sent_once_when_it_is_back(office: Office) {
        let wire = Wire::to(&office.http.url("/")).await;
        let desk = Desk::opens_at(&office, &wire.url(), 1280, 900).await;
        let browser = &desk.browser;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        wire.set(Way::Refused).await;
        browser.sees("[data-part=lost]").await;
        browser.reads("Brak połączenia od").await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-lost").await;
        desk.presses_the_big_button().await;
        browser.reads("Polecenie czeka na połączenie").await;
        browser.sees("[data-part=kept-drop]").await;
        assert_eq!(office.ticket_state(first.token()).await, "waiting");
        wire.set(Way::Open).await;
        desk.is("called").await;
        browser.reads(&first.code).await;
        assert_eq!(browser.evaluates("return document.querySelector('[data-part=lost]').hidden").await, true);
        assert_eq!(office.ticket_state(second.token()).await, "waiting", "one press, one call");
        // And one that is dropped is not sent.
        wire.set(Way::Refused).await;
        browser.sees("[data-part=lost]").await;
        browser.presses("[data-command=no-show]:enabled").await;
        browser.presses("[data-part=kept-drop]").await;
        browser.reads("Polecenia nie wysłano.").await;
        wire.set(Way::Open).await;
        comes(browser, "return document.querySelector('[data-part=lost]').hidden").await;
        crate::page::rests(500).await;
        assert_eq!(office.ticket_state(first.token()).await, "called");
        desk.browser.closes().await;
    }

    async fn r32_a_lost_answer_makes_no_second_call(office: Office) {
        let wire = Wire::to(&office.http.url("/")).await;
        let desk = Desk::opens_at(&office, &wire.url(), 1280, 900).await;
        let (first, second) = (desk.ticket().await, desk.ticket().await);
        wire.set(Way::AnswersLost).await;
        desk.presses_the_big_button().await;
        let called = async {
            while office.ticket_state(first.token()).await != "called" {
                crate::page::rests(50).await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), called).await.expect("the server heard the press");
        wire.set(Way::Open).await;
        desk.is("called").await;
        desk.browser.reads(&first.code).await;
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
        desk.browser.closes().await;
    }

    async fn r32_two_windows_of_one_desk_are_told_and_an_old_view_does_nothing(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let second = Browser::opens(1280, 900).await;
        signs_on(&second, &office, &office.http.url("/"), &desk.clerk.desk, "pl").await;
        desk.browser.reads("jest otwarte jeszcze w 1 innym miejscu").await;
        second.reads("jest otwarte jeszcze w 1 innym miejscu").await;
        second.is_accessible().await;
        let ticket = desk.ticket().await;
        second.sees(&format!("[data-list=waiting] [data-key='{}']", ticket.id)).await;
        // The second window is a moment behind: its press was decided on a desk that was still free.
        let held = "const send = window.fetch; window.fetch = (...all) => all[1]?.method !== 'POST' ? send(...all) : \
                    new Promise((go) => { window.release = go; }).then(() => send(...all)); return 1";
        second.evaluates(held).await;
        crate::page::rests(700).await;
        second.presses(".desk-primary:enabled").await;
        comes(&second, "return Boolean(window.release)").await;
        desk.presses_the_big_button().await;
        desk.is("called").await;
        second.evaluates("window.release(); return 1").await;
        second.reads("Stanowisko wygląda już inaczej niż na tym ekranie").await;
        second.sees("body[data-state=called]").await;
        assert_eq!(office.ticket_state(ticket.token()).await, "called");
        second.closes().await;
        comes(&desk.browser, "return document.querySelector('[data-part=company]').hidden").await;
        desk.browser.closes().await;
    }

    async fn a_page_whose_session_ends_elsewhere_asks_to_sign_on_and_shows_the_desk_no_more(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let ticket = desk.ticket().await;
        is_signed_out(&desk.browser, &office).await;
        desk.browser.reads("Sesja wygasła. Proszę zalogować się ponownie.").await;
        desk.browser.sees("#login").await;
        assert!(!desk.browser.text().await.contains(&ticket.code), "nothing of the desk stays");
        desk.browser.is_accessible().await;
        desk.browser.closes().await;
    }
}
