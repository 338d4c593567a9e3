#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
//! One page of every kind and state, for the tests and for looking at them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::*;
use crate::pages::{Frame, ProblemPage};
use crate::texts::{Lang, Texts};

pub fn frame(lang: Lang, path: &str) -> Frame {
    Frame {
        t: Texts::new(lang),
        lang_in_url: lang != Lang::Pl,
        office: "Urząd Miejski w Dąbrowie Górniczej".to_owned(),
        office_lang: Lang::Pl,
        base_url: String::new(),
        embed: false,
        path: path.to_owned(),
        declaration_url: None,
        privacy_url: None,
    }
}

pub fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() + chrono::Days::new(u64::from(d))
}

pub fn hour(h: u32, m: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(h, m, 0).unwrap()
}

pub fn at(d: u32, h: u32, m: u32) -> NaiveDateTime {
    day(d).and_time(hour(h, m))
}

pub fn service() -> ServiceHead {
    ServiceHead {
        id: "dzialalnosc".to_owned(),
        letter: "R".to_owned(),
        name: "Rejestracja działalności gospodarczej".to_owned(),
        lang: Lang::Pl,
        department: "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów".to_owned(),
        department_lang: Lang::Pl,
        place: polish("I piętro, stanowiska 3–4"),
        duration_minutes: 15,
    }
}

pub fn polish(text: &str) -> Words {
    Words { text: text.to_owned(), lang: Lang::Pl }
}

pub fn card() -> CardView {
    let span = okienko_queue::hours::Span { from: hour(7, 30), to: hour(16, 0) };
    CardView {
        bring: vec![polish("dowód osobisty"), polish("wypełniony wniosek")],
        fee: Some(polish("bezpłatnie")),
        place: Some(polish("I piętro, stanowiska 3–4")),
        online: Some((polish("Wniosek można złożyć na biznes.gov.pl."), None)),
        opening: Opening { week: vec![((1..=5).collect(), vec![span])], special: vec![(day(3), Vec::new())] },
        phone: "+48 32 295 67 00".to_owned(),
    }
}

fn department(id: &str, name: &str, services: &[(&str, &str, bool)]) -> DepartmentServices {
    let line = |(letter, name, bookable): &(&str, &str, bool)| ServiceLine {
        id: letter.to_lowercase(),
        letter: (*letter).to_owned(),
        name: polish(name),
        duration_minutes: 15,
        bookable: *bookable,
        online: *letter == "R",
        words: format!("{letter} {name} {}", if *letter == "D" { "paszport ID card" } else { "" }),
    };
    let place = polish("Parter");
    DepartmentServices { id: id.to_owned(), name: polish(name), place, services: services.iter().map(line).collect() }
}

pub fn services(lang: Lang, query: &str) -> ServicesPage {
    ServicesPage {
        frame: frame(lang, "/"),
        query: query.to_owned(),
        departments: vec![
            department(
                "geodezja",
                "Wydział Geodezji i Kartografii",
                &[("G", "Mapy i wypisy z ewidencji gruntów", true), ("M", "Narady koordynacyjne", false)],
            ),
            department(
                "rozwoj",
                "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów",
                &[("R", "Rejestracja działalności gospodarczej", true)],
            ),
            department(
                "obywatelskie",
                "Wydział Spraw Obywatelskich",
                &[
                    ("D", "Dowody osobiste", true),
                    ("E", "Meldunek i PESEL", true),
                    ("P", "Rejestracja pojazdów", true),
                    ("K", "Prawa jazdy", true),
                ],
            ),
        ],
        one_department: false,
        horizon_days: 14,
        linked: "{}".to_owned(),
    }
}

pub fn days(lang: Lang) -> DaysPage {
    let open = |d: u32| DayTerms { date: day(d), free: if d == 4 { 0 } else { (d * 5) % 13 + 1 } };
    DaysPage {
        frame: frame(lang, "/s/dzialalnosc"),
        service: service(),
        card: card(),
        bookable: true,
        walk_in: true,
        today: day(0),
        until: day(14),
        days: (1..=13).filter(|d| d % 7 != 0 && d % 7 != 6).map(open).collect(),
        nearest: [(1, 9, 20), (1, 11, 0), (2, 9, 0), (2, 9, 20), (3, 10, 40), (5, 9, 0)]
            .map(|(d, h, m)| Term { start: at(d, h, m), free: 1 })
            .to_vec(),
        opens: Some((day(15), at(1, 0, 0))),
        stopped: None,
        rests: false,
        linked: "{}".to_owned(),
    }
}

pub fn hours(lang: Lang) -> HoursPage {
    let minutes = (0..17).filter(|n| n % 5 != 2).map(|n| 540 + n * 20);
    HoursPage {
        frame: frame(lang, "/s/dzialalnosc/2026-11-24"),
        service: service(),
        date: day(2),
        hours: minutes.map(|m| HourTerm { time: hour(m / 60, m % 60), free: 1 + m % 3 }).collect(),
        before: Some(day(1)),
        after: Some(day(3)),
    }
}

pub fn form(lang: Lang, errors: &[(&str, &str)]) -> FormPage {
    let blank = errors.is_empty();
    FormPage {
        frame: frame(lang, "/s/dzialalnosc/2026-11-24/10:20"),
        service: service(),
        term: Term { start: at(2, 10, 20), free: 1 },
        values: if blank {
            FormValues::default()
        } else {
            FormValues {
                name: "Zofia <b>\"O'Nil\"</b>".to_owned(),
                phone: "662 138".to_owned(),
                email: "zofia@".to_owned(),
            }
        },
        errors: errors.iter().map(|(field, code)| FieldError::new(*field, *code)).collect(),
        nearest: if blank {
            Vec::new()
        } else {
            [(2, 10, 40), (2, 11, 0), (3, 9, 0)].map(|(d, h, m)| Term { start: at(d, h, m), free: 1 }).to_vec()
        },
        meant: errors.iter().any(|(field, _)| *field == "email").then(|| "zofia@gmail.com".to_owned()),
        kept: false,
        keep_days: 14,
        key: "0b6f7c1e".to_owned(),
        csrf: "csrf-token".to_owned(),
    }
}

pub fn review(lang: Lang, errors: &[(&str, &str)]) -> ReviewPage {
    let form = form(lang, errors);
    let gone = ["slot_taken", "slot_in_past", "outside_horizon", "not_a_slot", "overlapping_appointment"];
    ReviewPage {
        frame: frame(lang, "/s/dzialalnosc/2026-11-24/10:20/review"),
        service: service(),
        card: card(),
        term: form.term,
        values: FormValues {
            name: "Zofia <b>\"O'Nil\"</b>".to_owned(),
            phone: "48662138278".to_owned(),
            email: "zofia@gmial.com".to_owned(),
        },
        meant: Some("zofia@gmail.com".to_owned()),
        errors: form.errors,
        nearest: form.nearest.into_iter().filter(|_| errors.iter().any(|(_, code)| gone.contains(code))).collect(),
        keep_minutes: 30,
        demand: None,
        key: form.key,
        csrf: form.csrf,
    }
}

pub fn sent(lang: Lang) -> SentPage {
    SentPage {
        frame: frame(lang, "/s/dzialalnosc/2026-11-24/10:20/sent"),
        service: service(),
        start: at(2, 10, 20),
        to: "z•••@gmail.com".to_owned(),
        minutes: 60,
        until: at(0, 11, 5),
    }
}

pub fn visit(state: VisitState) -> Visit {
    Visit {
        token: "rozwoj-a17.q0n5rkA9xQ2bW7s1".to_owned(),
        state,
        code: "482913".to_owned(),
        name: "Zofia".to_owned(),
        phone: "48662138278".to_owned(),
        service: service(),
        start: at(2, 10, 20),
    }
}

pub fn ticket_facts(state: TicketState, people_ahead: u32, wait: Option<(u32, u32)>) -> TicketFacts {
    let desk = matches!(state, TicketState::Called | TicketState::Serving | TicketState::NoShow);
    TicketFacts {
        code: "U007".to_owned(),
        service: service().title(),
        service_lang: Lang::Pl,
        place: "I piętro, stanowiska 3–4".to_owned(),
        state,
        people_ahead,
        wait,
        desk: desk.then(|| "3".to_owned()),
        booked_for: Some(at(2, 10, 20)),
        as_of: at(2, 10, 7),
    }
}

pub fn ticket(lang: Lang, state: TicketState, people_ahead: u32, wait: Option<(u32, u32)>) -> TicketPage {
    let frame = frame(lang, "/t/rozwoj-t3.abc");
    TicketPage {
        words: ticket_facts(state, people_ahead, wait).words(frame.t),
        frame,
        token: "rozwoj-t3.abc".to_owned(),
        code: "U007".to_owned(),
        state,
        refreshes: true,
        refused: None,
    }
}

pub fn leave(lang: Lang, errors: &[&'static str]) -> LeavePage {
    let frame = frame(lang, "/t/rozwoj-t3.abc/leave");
    LeavePage {
        words: ticket_facts(TicketState::Waiting, 3, Some((10, 25))).words(frame.t),
        frame,
        token: "rozwoj-t3.abc".to_owned(),
        code: "U007".to_owned(),
        errors: errors.to_vec(),
        csrf: "csrf-token".to_owned(),
        key: "0b6f7c1e".to_owned(),
    }
}

pub const BOOKING_REFUSALS: [(&str, &str); 12] = [
    ("name", "invalid_name"),
    ("phone", "invalid_phone"),
    ("email", "invalid_email"),
    ("start", "slot_taken"),
    ("start", "slot_in_past"),
    ("start", "outside_horizon"),
    ("start", "not_a_slot"),
    ("start", "overlapping_appointment"),
    ("form", "limit_reached"),
    ("form", "key_reused"),
    ("form", "throttled"),
    ("form", "try_again"),
];

pub const PROBLEMS: [(u16, &str); 10] = [
    (404, "not_found"),
    (410, "gone"),
    (503, "try_again"),
    (422, "outside_horizon"),
    (422, "slot_in_past"),
    (422, "not_a_slot"),
    (422, "not_bookable"),
    (403, "form_expired"),
    (429, "throttled"),
    (500, "surprise"),
];

pub const TICKET_STATES: [TicketState; 9] = [
    TicketState::Waiting,
    TicketState::Called,
    TicketState::Serving,
    TicketState::OnHold,
    TicketState::InTransit,
    TicketState::NoShow,
    TicketState::Finished,
    TicketState::Cancelled,
    TicketState::Closed,
];

/// Every page in every state, with a name for its file.
pub fn all(lang: Lang) -> Vec<(String, String)> {
    let mut pages = steps(lang);
    for (field, code) in BOOKING_REFUSALS {
        pages.push((format!("form-{code}"), form(lang, &[(field, code)]).html()));
        pages.push((format!("review-{code}"), review(lang, &[(field, code)]).html()));
    }
    pages.extend(super::manage_samples::all(lang));
    for state in TICKET_STATES {
        pages.push((format!("ticket-{}", state.key()), ticket(lang, state, 4, Some((12, 25))).html()));
    }
    let next = TicketPage { refused: Some("wrong_state".to_owned()), ..ticket(lang, TicketState::Waiting, 0, None) };
    pages.push(("ticket-next".to_owned(), next.html()));
    let still = TicketPage { refreshes: false, ..ticket(lang, TicketState::Waiting, 4, Some((12, 25))) };
    pages.push(("ticket-still".to_owned(), still.html()));
    pages.push(("leave".to_owned(), leave(lang, &[]).html()));
    for code in ["not_sure", "form_expired"] {
        pages.push((format!("leave-{code}"), leave(lang, &[code]).html()));
    }
    for (status, code) in PROBLEMS {
        let page = ProblemPage {
            frame: frame(lang, "/x"),
            status,
            code: code.to_owned(),
            way_on: (status == 422).then(|| service().path()),
        };
        pages.push((format!("problem-{code}"), page.html()));
    }
    pages
}

fn steps(lang: Lang) -> Vec<(String, String)> {
    let one = services(lang, "");
    let one = ServicesPage {
        one_department: true,
        departments: one.departments.last().cloned().into_iter().collect(),
        ..one
    };
    let three = [("name", "invalid_name"), ("phone", "invalid_phone"), ("email", "invalid_email")];
    [
        ("services", services(lang, "").html()),
        ("services-found", services(lang, "dzialalnosc").html()),
        ("services-nothing", services(lang, "<script>").html()),
        ("department", one.html()),
        ("days", days(lang).html()),
        ("days-none", DaysPage { days: Vec::new(), nearest: Vec::new(), ..days(lang) }.html()),
        ("days-queue-only", DaysPage { bookable: false, nearest: Vec::new(), ..days(lang) }.html()),
        ("days-no-tickets", DaysPage { bookable: false, walk_in: false, ..days(lang) }.html()),
        ("days-embedded", DaysPage { frame: Frame { embed: true, ..days(lang).frame }, ..days(lang) }.html()),
        ("hours", hours(lang).html()),
        ("hours-none", HoursPage { hours: Vec::new(), ..hours(lang) }.html()),
        ("form", form(lang, &[]).html()),
        ("form-invalid", form(lang, &three).html()),
        ("review", review(lang, &[]).html()),
        ("sent", sent(lang).html()),
    ]
    .map(|(name, html)| (name.to_owned(), html))
    .to_vec()
}
