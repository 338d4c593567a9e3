//! Line 11: the declaration of accessibility. Line 12: the ways without a computer.

use chrono::NaiveDate;
use okienko_tests::on_both_engines;
use okienko_tests::page::Window;

use crate::{LANGUAGES, books, zygfryda};

/// What checkers look for, the sample office having reviewed its declaration; the last two are of older ones.
const IDS: [&str; 18] = [
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-zakres",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-kontakt",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-data-sporzadzenie",
    "a11y-architektura",
    "a11y-komunikacja",
    "a11y-data-przeglad",
    "a11y-ocena",
    "a11y-deklaracja",
    "a11y-osoba",
];

/// The day of `<time id="…" datetime="…">`.
fn day(html: &str, id: &str) -> NaiveDate {
    let tag = html
        .split("<time ")
        .find(|tag| tag.starts_with(&format!("id=\"{id}\"")))
        .unwrap_or_else(|| panic!("{id} is no <time>"));
    let text = tag.split("datetime=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("datetime");
    text.parse().unwrap_or_else(|why| panic!("{id}: {text}: {why}"))
}

on_both_engines! {
    async fn law_11_the_declaration_has_every_id_once_and_dates_that_parse(office: Office) {
        for lang in LANGUAGES {
            let page = Window::opens(&format!("{}/accessibility?lang={lang}", office.sample.base_url)).await;
            assert_eq!(page.status, 200);
            for id in IDS {
                assert_eq!(page.html.matches(&format!("id=\"{id}\"")).count(), 1, "{id} in {lang}");
            }
            assert!(!page.html.contains("id=\"a11y-aplikacje\""), "the sample office has no applications");
            for id in ["a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-data-sporzadzenie"] {
                day(&page.html, id);
            }
            let last = NaiveDate::from_ymd_opt(2026, 3, 31).expect("a day");
            assert!(day(&page.html, "a11y-data-przeglad") >= last, "reviewed since the last 31 March");
            let text = page.text();
            assert!(text.contains("7 ") && text.contains("2 "), "7 days, 2 months");
            assert!(page.html.contains("https://www.rpo.gov.pl/"), "the way to the Ombudsman");
            assert!(page.html.contains(&format!("href=\"{}/\"", office.sample.base_url)), "a11y-url names this site");
        }
        let polish = Window::opens(&format!("{}/accessibility", office.sample.base_url)).await.text();
        assert!(polish.contains("w ciągu 7 dni") && polish.contains("2 miesiące") && polish.contains("Rzecznika Praw Obywatelskich"));
    }

    async fn law_11_law_19_every_page_of_the_citizen_links_to_both(office: Office) {
        let citizen = zygfryda(&office, "509666111");
        let (start, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        let ticket = office.kiosk().takes_ticket(&office.sample.shared_service().id).await.ticket();
        let service = office.sample.shared_service();
        let form = citizen.slot_after(&service.id, start).await.start;
        let paths = [
            "/".to_owned(), format!("/d/{}", office.sample.department_of(&service.id).id), format!("/s/{}", service.id),
            format!("/s/{}/{}", service.id, start.format("%Y-%m-%d")), format!("/s/{}/{}", service.id, form.format("%Y-%m-%d/%H:%M")),
            format!("/a/{}", visit.str("token")), format!("/a/{}/cancel", visit.str("token")), format!("/t/{}", ticket.token()),
            "/accessibility".to_owned(), "/privacy".to_owned(), "/s/nothing".to_owned(),
        ];
        for path in paths {
            let page = Window::opens(&format!("{}{path}?lang=uk", office.sample.base_url)).await;
            let footer = page.html.split("<footer").nth(1).unwrap_or_else(|| panic!("{path} has no footer"));
            for link in ["href=\"/accessibility?lang=uk\"", "href=\"/privacy?lang=uk\""] {
                assert!(footer.contains(link), "{path} ({}) lacks {link}:\n{footer}", page.status);
            }
        }
    }

    async fn law_12_there_is_a_way_without_a_computer(office: Office) {
        let page = Window::opens(&format!("{}/accessibility", office.sample.base_url)).await.text();
        assert!(page.contains("telefonicznie lub osobiście") && page.contains("migowego"), "phone, person, sign language: {page}");
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
        let desk = &office.sample.desks_of(&office.sample.shared_service().id)[0];
        let body = serde_json::json!({ "service": office.sample.shared_service().id });
        let clerk = office.clerk(desk).await;
        office.http.post(&format!("desks/{desk}/tickets"), Some(&clerk.token), body).await.with_status(201);
    }
}
