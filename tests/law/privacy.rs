//! Lines 19, 20, 24, 25: the information clause, what is asked for, what screens show, what the office keeps in its drawers.

use okienko_tests::on_both_engines;
use okienko_tests::page::Window;
use okienko_tests::process::root;
use okienko_tests::time::warsaw;
use serde_json::json;

use crate::dump::lines_with;
use crate::{LANGUAGES, books, zygfryda};

/// What Art. 13 asks to be told, in each language.
const TOLD: [[&str; 11]; 3] = [
    [
        "Administrator danych",
        "Inspektor ochrony danych",
        "Cel",
        "Art. 6 ust. 1 lit. e",
        "Odbiorcy",
        "14 dni po wizycie",
        "730 dni",
        "sprzeciwu",
        "Prezesa Urzędu Ochrony Danych Osobowych",
        "dobrowolne",
        "nie profilujemy",
    ],
    [
        "Controller",
        "Data-protection officer",
        "Purpose",
        "Art. 6(1)(e)",
        "Recipients",
        "14 days after the visit",
        "730 days",
        "object",
        "Personal Data Protection Office",
        "voluntary",
        "do not profile",
    ],
    [
        "Адміністратор даних",
        "Інспектор із захисту даних",
        "Мета",
        "Ст. 6 п. 1 літ. e",
        "Одержувачі",
        "14 днів після візиту",
        "730 днів",
        "заперечити",
        "Управління із захисту персональних даних",
        "добровільне",
        "профілювання",
    ],
];

on_both_engines! {
    async fn law_19_the_clause_tells_all_of_article_13_in_three_languages(office: Office) {
        let names = [office.sample.office.name.as_str(), "City Hall", "Міська рада"];
        for ((lang, told), name) in LANGUAGES.iter().zip(TOLD).zip(names) {
            let page = Window::opens(&format!("{}/privacy?lang={lang}", office.sample.base_url)).await;
            let text = page.text();
            for words in told {
                assert!(text.contains(words), "{lang} does not say “{words}”:\n{text}");
            }
            assert!(text.contains(name) && page.html.contains("mailto:iod@urzad.example"));
            assert!(page.html.contains("<code>okienko</code>") && page.html.contains("<code>okienko-draft</code>"), "both cookies are named");
        }
    }

    async fn law_19_the_form_links_to_the_clause_and_ticks_no_box(office: Office) {
        let service = office.sample.shared_service();
        let slot = office.citizen().slot_after(&service.id, warsaw("2026-11-24", "10:00")).await;
        let page = Window::opens(&format!("{}/s/{}/{}", office.sample.base_url, service.id, slot.start.format("%Y-%m-%d/%H:%M"))).await;
        let form = page.form_with("phone");
        assert!(form.html.contains("href=\"/privacy\""), "the clause is at the form itself: {}", form.html);
        assert!(!form.html.contains("checkbox") && !form.html.contains(" checked"), "nothing is ticked for anybody");
    }

    async fn law_20_three_fields_are_asked_for_and_nothing_else_is_kept(office: Office) {
        let service = office.sample.shared_service();
        let citizen = zygfryda(&office, "509555111");
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-24", "10:00")).await;
        let page = Window::opens(&format!("{}/s/{}/{}", office.sample.base_url, service.id, slot.start.format("%Y-%m-%d/%H:%M"))).await;
        let asked = page.form_with("phone");
        assert!(!asked.html.contains("<textarea"), "no free text");
        let asked: Vec<&str> = asked.html.split("<input").skip(1)
            .filter(|input| !input.contains("type=\"hidden\""))
            .filter_map(|input| input.split("name=\"").nth(1)?.split('"').next()).collect();
        let personal: Vec<&&str> = asked.iter().filter(|name| ["name", "phone", "email"].contains(name)).collect();
        assert_eq!(personal.len(), 3, "{asked:?}");
        assert!(!asked.iter().any(|name| ["surname", "pesel", "address", "birth"].contains(name)), "{asked:?}");
        let mut form = citizen.form(&service.id, slot.start);
        form["pesel"] = json!("44051401359");
        form["surname"] = json!("Brzęczyszczykiewicz");
        office.http.post("appointments", None, form).await.with_status(201);
        assert_eq!(lines_with(&office, &["44051401359", "Brzęczyszczykiewicz"]), Vec::<String>::new());
    }

    async fn law_24_kiosk_and_board_show_numbers_and_never_whose_they_are(office: Office) {
        let citizen = zygfryda(&office, "509555222");
        let (start, visit) = books(&office, &citizen, "2026-11-23", "10:00").await;
        let kiosk = office.kiosk();
        let early = kiosk.check_in_by_phone(&citizen.phone).await.refused_with("too_early");
        let nobody = kiosk.check_in_by_phone("509555999").await.refused_with("unknown_phone");
        office.clock(start - chrono::TimeDelta::minutes(10)).await;
        let ticket = kiosk.check_in_by_phone(&citizen.phone).await.with_status(201);
        let again = kiosk.check_in_by_phone(&citizen.phone).await.refused_with("already_collected");
        let board = office.http.get(&format!("boards/{}", office.sample.board.id), None).await.ok();
        for answer in [&early, &nobody, &ticket, &again, &board] {
            for word in ["Zygfryda", "509555222", "zygfryda.509555222@example.com", visit.str("token")] {
                assert!(!answer.text.contains(word), "{word} in {}", answer.text);
            }
        }
        for refusal in [&early, &nobody, &again] {
            assert!(!refusal.text.contains(&office.sample.shared_service().id), "the matter only after success: {}", refusal.text);
        }
        for _ in 0..12 {
            kiosk.check_in_by_phone("509555998").await;
        }
        kiosk.check_in_by_phone("509555997").await.with_status(429).refused_with("throttled");
    }
}

#[test]
fn law_25_the_drawers_are_full_impact_assessment_processors_breaches_backups() {
    let read = |name: &str| {
        std::fs::read_to_string(root().join("docs/privacy").join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
    };
    for (name, parts) in [
        ("dpia.md", ["art. 35", "Ryzyk", "Inspektor"]),
        ("processors.md", ["art. 28", "podmiot", "powierzenia"]),
        ("breach.md", ["72", "UODO", "art. 34"]),
        ("backups.md", ["szyfr", "14 dni", "odtworzen"]),
        ("README.md", ["dpia.md", "breach.md", "backups.md"]),
    ] {
        let text = read(name);
        for part in parts {
            assert!(text.contains(part), "{name} does not speak of {part}");
        }
    }
}
