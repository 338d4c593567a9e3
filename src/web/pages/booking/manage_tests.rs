#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
//! What must hold of the pages behind a visit's link.

use super::manage_samples::{CLOSED, act_page, cancel, move_page, visit_page};
use super::*;
use crate::texts::Lang;

#[test]
fn r18_opening_the_cancel_page_shows_a_button_and_final_states_show_none() {
    let ask = cancel(Lang::Pl, CancelState::Ask, &[]).html();
    assert!(ask.contains("method=\"post\"") && ask.contains("name=\"digits\"") && ask.contains("name=\"csrf\""));
    for state in [CancelState::Done, CancelState::Already, CancelState::Past, CancelState::Collected] {
        assert!(!cancel(Lang::Pl, state, &[]).html().contains("<form"), "{state:?}");
    }
}

#[test]
fn line_33_an_act_that_is_not_possible_says_why_and_shows_no_form() {
    for (deed, whys) in CLOSED {
        for why in whys {
            let html = act_page(Lang::Pl, deed, Some(*why), &[]).html();
            assert!(!html.contains("<form"), "{deed:?} {why:?}");
        }
        let html = act_page(Lang::Pl, deed, None, &[]).html();
        assert!(deed == Deed::Move || html.contains("name=\"digits\"") && html.contains("name=\"csrf\""), "{deed:?}");
    }
}

#[test]
fn line_33_no_page_with_a_form_shows_the_phone_that_the_form_asks_about() {
    let pages = [
        cancel(Lang::Pl, CancelState::Ask, &[]).html(),
        act_page(Lang::Pl, Deed::Resend, None, &[]).html(),
        act_page(Lang::Pl, Deed::Erase, None, &[]).html(),
        act_page(Lang::Pl, Deed::Confirm, None, &[]).html(),
        move_page(Lang::Pl, &[], &[]).html(),
    ];
    for html in pages {
        assert!(!html.contains("48662138278") && !html.contains("278"), "{html}");
    }
}

#[test]
fn line_33_the_link_that_confirms_leads_nowhere_into_the_visit() {
    for closed in [None, Some(Why::Confirmed), Some(Why::Lapsed)] {
        let html = act_page(Lang::Pl, Deed::Confirm, closed, &[]).html();
        assert!(!html.contains("href=\"/a/rozwoj-a17.q0n5rkA9xQ2bW7s1\""), "{closed:?}");
        assert!(!html.contains("Zofia") && !html.contains("482"), "{closed:?}");
    }
}

#[test]
fn r20_without_mail_the_page_shows_the_same_data_and_the_cancel_link() {
    for (mail, said) in [
        (Mail::Failed, "Na razie nie udało się wysłać"),
        (Mail::Bounced, "nie dochodzą"),
        (Mail::Absent, "Nie podano adresu e-mail"),
    ] {
        let html = VisitPage { mail, news: News::Booked, ..visit_page(Lang::Pl, VisitState::Booked) }.html();
        for shown in ["482 913", "48662138278", "24/11/2026", "10:20", "Zofia", "R: Rejestracja", "/cancel\"", said] {
            assert!(html.contains(shown), "{mail:?}: {shown}");
        }
    }
}

#[test]
fn r38_the_visit_page_says_by_how_much_the_hour_may_shift_or_that_nobody_knows() {
    let page = visit_page(Lang::Pl, VisitState::Booked);
    let html = page.html();
    assert!(html.contains("najpóźniej 15 min po umówionej godzinie") && html.contains("214 wizyt"), "{html}");
    assert!(html.contains("do 10 min po umówionej godzinie"), "today: {html}");
    let unmeasured = VisitPage { shift: okienko_queue::shift::Shift::default(), ..page }.html();
    assert!(unmeasured.contains("Nie mamy jeszcze dość pomiarów") && unmeasured.contains("około 15 min"));
}

#[test]
fn r30_a_collected_ticket_tells_the_expected_delay_and_stays_valid() {
    let html = visit_page(Lang::Pl, VisitState::Collected).html();
    assert!(html.contains("U007") && html.contains("od 5 do 15 min") && html.contains("/t/rozwoj-t3.abc"), "{html}");
    assert!(visit_page(Lang::Pl, VisitState::Booked).html().contains("pozostaje ważny niezależnie od opóźnienia"));
}

#[test]
fn line_33_after_the_hour_and_after_erasure_the_page_only_reads() {
    for state in [VisitState::Collected, VisitState::Cancelled, VisitState::NotCollected] {
        let html = visit_page(Lang::Pl, state).html();
        for act in ["/cancel\"", "/move\"", "/resend\"", "/erase\""] {
            assert!(!html.contains(act), "{state:?} offers {act}");
        }
    }
    let erased = VisitPage { erased: true, open: false, ..visit_page(Lang::Pl, VisitState::Cancelled) }.html();
    assert!(erased.contains("Państwa dane zostały usunięte") && !erased.contains("<form"));
}

#[test]
fn line_37_a_taken_term_offers_the_nearest_in_the_same_form_and_keeps_what_was_typed() {
    let html = move_page(Lang::Pl, &[("start", "slot_taken")], &[0, 20]).html();
    assert!(html.contains("name=\"start\" id=\"start-0\" value=\"2026-11-25T10:00\" checked"), "{html}");
    assert!(!html.contains("value=\"2026-11-25T09:40\""), "the lost term is still sent");
    assert!(html.contains("href=\"#start-0\"") && html.contains("name=\"digits\"") && html.contains("value=\"278\""));
    assert!(html.contains("Obecny termin nadal jest Państwa"));
}

#[test]
fn line_1_the_button_that_prints_waits_for_script() {
    let html = visit_page(Lang::Pl, VisitState::Booked).html();
    assert!(html.contains("hidden data-print") && html.contains("booking/print.js"));
}
