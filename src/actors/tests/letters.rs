//! Which letters a visit causes, in which state they leave.

use super::house::{book, book_on, person};
use super::letters_house::{a_while, on_both, writing};
use okienko_queue::appointment::By;
use okienko_queue::command::{Command, Terms};
use serde_json::json;

async fn a_visit_that_is_moved_and_cancelled(url: &str) {
    let town = writing(url, json!({})).await;
    let visit = book(&town.office, "a", "2026-12-01T08:00:00Z", "48600100200").await.unwrap();
    let confirmation = town.letters("confirmation", 1).await.remove(0);
    assert!(confirmation.calendar().contains("SEQUENCE:0\r\n"));
    assert!(confirmation.text().contains("http://localhost/privacy"), "{}", confirmation.text());
    for (start, sequence, old, new) in [
        ("2026-12-01T08:20:00Z", "SEQUENCE:1\r\n", "01/12/2026, 09:00", "09:20"),
        ("2026-11-30T09:00:00Z", "SEQUENCE:2\r\n", "01/12/2026, 09:20", "30/11/2026"),
    ] {
        let command = Command::MoveAppointment {
            appointment: visit.clone(),
            start: start.parse().unwrap(),
            terms: Terms::default(),
        };
        town.about(&visit, command, Some(person("48600100200"))).await;
        town.state(&visit, "change", "mail", "sent").await;
        let change = town.mail.letters().pop().unwrap();
        assert!(
            change.name().ends_with("_change")
                && change.calendar().contains("METHOD:PUBLISH")
                && change.calendar().contains(sequence)
        );
        assert!(change.text().contains(old) && change.text().contains(new), "{}", change.text());
    }
    let command = Command::CancelAppointment { appointment: visit.clone(), by: By::Citizen, chance: 0 };
    town.about(&visit, command, Some(person("48600100200"))).await;
    let cancellation = town.letters("cancellation", 1).await.remove(0);
    assert!(cancellation.calendar().contains("METHOD:CANCEL") && cancellation.calendar().contains("SEQUENCE:3\r\n"));
}

async fn a_visit_that_must_be_confirmed(url: &str) {
    let town = writing(url, json!({"sms": {"confirmation": true}})).await;
    let terms = Terms { to_confirm: true, ..Terms::default() };
    let visit = book_on(&town.office, "a", "2026-12-01T08:00:00Z", person("48600100200"), terms).await.unwrap();
    let other = book_on(&town.office, "a", "2026-12-01T08:20:00Z", person("48600100201"), terms).await.unwrap();
    let request = town.letters("confirm_request", 2).await.remove(0);
    let link = town.office.links().confirm_url(&visit);
    assert!(request.text().contains(&link) && request.text().contains("60 minut"), "{}", request.text());
    assert!(town.sms.messages().is_empty(), "the code comes once the visit is confirmed");
    town.about(&visit, Command::ConfirmAppointment { appointment: visit.clone() }, Some(person("48600100200"))).await;
    town.letters("confirmation", 1).await;
    let message = town.messages(1).await.remove(0);
    assert_eq!((message.to.as_str(), message.id.as_str()), ("48600100200", "a-a1.confirmation.sms"));
    town.clock("2026-11-23T09:00:30Z").await;
    let lapsed = town.letters("lapsed", 1).await.remove(0);
    assert!(lapsed.text().contains("nie została potwierdzona"), "{}", lapsed.text());
    town.state(&other, "cancellation", "mail", "sent").await;
}

async fn a_request_that_comes_too_late_is_dropped(url: &str) {
    let town = writing(url, json!({})).await;
    town.mail.set_away(true);
    let terms = Terms { to_confirm: true, ..Terms::default() };
    let visit = book_on(&town.office, "a", "2026-12-01T08:00:00Z", person("48600100200"), terms).await.unwrap();
    a_while().await;
    town.clock("2026-11-23T09:00:30Z").await;
    town.mail.set_away(false);
    town.letters("lapsed", 1).await;
    town.state(&visit, "confirm_request", "mail", "dropped").await;
    town.letters("confirm_request", 0).await;
}

async fn a_ticket_that_was_not_collected(url: &str) {
    let town = writing(url, json!({})).await;
    let visit = book(&town.office, "a", "2026-11-23T09:00:00Z", "48600100200").await.unwrap();
    town.clock("2026-11-23T09:05:00Z").await;
    let letter = town.letters("not_collected", 1).await.remove(0);
    assert!(letter.calendar().contains("METHOD:CANCEL") && letter.text().contains("Nową wizytę można umówić"));
    town.state(&visit, "not_collected", "mail", "sent").await;
}

async fn nobody_to_write_to(url: &str) {
    let town = writing(url, json!({"sms": {"confirmation": true}})).await;
    let mut caller = person("48600100200");
    caller.email = String::new();
    let visit = book_on(&town.office, "a", "2026-11-23T09:00:00Z", caller, Terms::default()).await.unwrap();
    assert_eq!(town.messages(1).await.len(), 1, "a caller without e-mail gets the code by telephone (R36)");
    town.clock("2026-11-23T09:05:00Z").await;
    town.state(&visit, "not_collected", "mail", "dropped").await;
    let erased = book(&town.office, "b", "2026-11-24T09:00:00Z", "48600100201").await.unwrap();
    town.letters("confirmation", 1).await;
    let name = erased.to_string();
    town.office.write(move |appender| appender.erase_contact(&name, 1)).await.unwrap();
    town.about(&erased, Command::CancelAppointment { appointment: erased.clone(), by: By::Staff, chance: 0 }, None)
        .await;
    town.state(&erased, "cancellation", "mail", "dropped").await;
    assert_eq!(town.mail.letters().len(), 1);
}

async fn an_address_that_is_none(url: &str) {
    let town = writing(url, json!({})).await;
    let mut nobody = person("48600100200");
    nobody.email = "nobody at home".into();
    let visit = book_on(&town.office, "a", "2026-12-01T08:00:00Z", nobody, Terms::default()).await.unwrap();
    town.state(&visit, "confirmation", "mail", "dead").await;
    assert_eq!(town.mail_state(&visit).await, "failed");
    let facts = town.office.appointment(&visit).await.unwrap();
    assert!(facts.mail_fails && facts.state.as_str() == "booked", "the booking stands and staff are told");
    let fine = book(&town.office, "b", "2026-12-01T08:00:00Z", "48600100201").await.unwrap();
    town.letters("confirmation", 1).await;
    let name = fine.to_string();
    town.office.write(move |appender| appender.set_mail_state(&name, "failed")).await.unwrap();
    town.about(
        &fine,
        Command::CancelAppointment { appointment: fine.clone(), by: By::Staff, chance: 0 },
        Some(person("48600100201")),
    )
    .await;
    town.state(&fine, "cancellation", "mail", "sent").await;
    assert_eq!(town.mail_state(&fine).await, "fine", "a letter that arrives says so");
}

on_both! {
    an_address_that_is_none, law_line_34_a_refused_address_marks_the_booking_sqlite, law_line_34_a_refused_address_marks_the_booking_postgres;
    a_visit_that_is_moved_and_cancelled, line_36_moves_and_the_end_are_told_with_rising_sequences_sqlite,
        line_36_moves_and_the_end_are_told_with_rising_sequences_postgres;
    a_visit_that_must_be_confirmed, a_visit_is_confirmed_by_the_link_or_lapses_with_a_letter_sqlite,
        a_visit_is_confirmed_by_the_link_or_lapses_with_a_letter_postgres;
    a_request_that_comes_too_late_is_dropped, a_request_that_comes_too_late_is_dropped_sqlite,
        a_request_that_comes_too_late_is_dropped_postgres;
    a_ticket_that_was_not_collected, r29_who_did_not_collect_is_written_to_sqlite, r29_who_did_not_collect_is_written_to_postgres;
    nobody_to_write_to, r36_no_address_no_letter_and_an_erased_one_none_either_sqlite,
        r36_no_address_no_letter_and_an_erased_one_none_either_postgres;
}
