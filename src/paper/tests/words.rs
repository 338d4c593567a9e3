//! The words on a ticket, in three languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/slips.rs"]
mod slips;

use okienko_paper::{CodePage, Language, PaperFault, Profile, Slip, Template, Wait, text};
use slips::slip;

/// A printer whose pages hold Polish and Ukrainian, as a maker might number them.
fn profile() -> Profile {
    let page = |name: &str, number| CodePage { name: name.to_owned(), number };
    Profile { code_pages: vec![page("CP1250", 72), page("CP1251", 73)], columns: Some(255), ..Profile::default() }
}

/// The ticket of letters, decoded.
fn said(slip: &Slip) -> String {
    let source = "{{ booked }}\n{{ approximate }}\n{{ delay }}\n{{ valid }}\n{{ ahead }}\n{{ wait }}\n{{ one_matter }}\n@number {{ code }}";
    let template = Template::new(source).expect("good");
    let bytes = text::bytes(&template, slip, &profile()).expect("letters");
    let page = if slip.language == Language::Uk { encoding_rs::WINDOWS_1251 } else { encoding_rs::WINDOWS_1250 };
    page.decode_without_bom_handling(&bytes).0.into_owned()
}

#[test]
fn people_ahead_are_declined() {
    let with = |language, people| said(&Slip { people_ahead: Some(people), ..Slip::sample(language) });
    for (people, words) in [
        (0, "Są Państwo pierwsi w kolejce."),
        (1, "Przed Państwem czeka 1 osoba."),
        (2, "Przed Państwem czekają 2 osoby."),
        (5, "Przed Państwem czeka 5 osób."),
        (12, "Przed Państwem czeka 12 osób."),
        (22, "Przed Państwem czekają 22 osoby."),
        (101, "Przed Państwem czeka 101 osób."),
    ] {
        assert!(with(Language::Pl, people).contains(words), "{words}");
    }
    for (people, words) in
        [(1, "чекає 1 особа."), (3, "чекають 3 особи."), (5, "чекає 5 осіб."), (21, "чекає 21 особа.")]
    {
        assert!(with(Language::Uk, people).contains(words), "{words}");
    }
    assert!(with(Language::En, 1).contains("1 person is waiting"));
}

#[test]
fn r12_the_ticket_says_one_ticket_one_matter() {
    for (language, words) in [
        (Language::Pl, "Jeden bilet to jedna sprawa."),
        (Language::En, "One ticket is for one service."),
        (Language::Uk, "Один талон - одна справа."),
    ] {
        let said = said(&Slip::sample(language)).replace('—', "-");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn r30_r38_a_booked_ticket_tells_the_expected_delay_as_a_range() {
    let late = |delay| said(&Slip { delay, ..slip("booked") });
    let range = |from_minutes, to_minutes| Some(Wait { from_minutes, to_minutes });
    assert!(late(range(5, 20)).contains("Prawdopodobne opóźnienie: od 5 do 20 minut."));
    assert!(late(range(0, 21)).contains("Możliwe opóźnienie: do 21 minut."));
    assert!(late(range(0, 1)).contains("Możliwe opóźnienie: do 1 minuty."));
    assert!(late(range(0, 0)).contains("Teraz nie przewidujemy opóźnienia."));
    assert!(late(None).contains("Nie da się teraz powiedzieć, o ile wizyta się przesunie."));
    let whole = late(range(5, 20));
    assert!(whole.contains("Godzina jest orientacyjna.") && whole.contains("ważny bez względu na opóźnienie"));
    assert!(!said(&slip("walk-in")).contains("orientacyjna"));
}

#[test]
fn the_delay_is_what_of_the_wait_lies_beyond_the_hour() {
    let wait = Wait { from_minutes: 10, to_minutes: 30 };
    assert_eq!(wait.beyond(15), Wait { from_minutes: 0, to_minutes: 15 });
    assert_eq!(wait.beyond(-5), Wait { from_minutes: 15, to_minutes: 35 });
    assert_eq!(wait.beyond(i64::MIN).to_minutes, u32::MAX);
}

#[test]
fn without_the_server_no_wait_is_told() {
    let whole = said(&slip("offline"));
    assert!(whole.contains("Miejsce w kolejce pokaże strona biletu, gdy kiosk odzyska połączenie."));
    assert!(!whole.contains("oczekiwania"), "{whole}");
}

#[test]
fn what_no_page_holds_is_refused_by_name() {
    let house = Template::house();
    let only =
        |name: &str| Profile { code_pages: vec![CodePage { name: name.to_owned(), number: 18 }], ..Profile::default() };
    text::bytes(&house, &slip("walk-in"), &only("CP852")).expect("Polish in CP852");
    text::bytes(&house, &slip("ukrainian"), &only("CP852")).expect_err("no Ukrainian in CP852");
    let polish_office = text::bytes(&house, &slip("ukrainian"), &only("CP1125"));
    assert_eq!(polish_office, Err(PaperFault::Unprintable('ą')), "no page holds both");
    assert_eq!(text::bytes(&house, &slip("walk-in"), &Profile::default()), Err(PaperFault::Unprintable('ą')));
    let money = Slip { place: "opłata 5 €".to_owned(), ..slip("walk-in") };
    assert_eq!(text::bytes(&house, &money, &only("CP852")), Err(PaperFault::Unprintable('€')));
    text::bytes(&house, &money, &only("CP1250")).expect("€ in CP1250");
}
