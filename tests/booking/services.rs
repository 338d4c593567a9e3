//! The list of matters and their cards: R2, R4, R5, roles Citizen 3, 7, 8, law line 39.

use okienko_tests::on_both_engines;
use okienko_tests::page::Window;
use serde_json::Value;

use super::*;

/// The data block of a page for search engines.
fn linked(window: &Window) -> Value {
    let block = window.html.split("<script type=\"application/ld+json\">").nth(1).expect("a block of data");
    serde_json::from_str(block.split("</script>").next().unwrap_or("")).expect("JSON")
}

/// Every address of this office in a piece of data.
fn addresses(data: &Value, base: &str, into: &mut Vec<String>) {
    match data {
        Value::String(text) if text.starts_with(base) => into.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| addresses(one, base, into)),
        Value::Object(all) => all.values().for_each(|one| addresses(one, base, into)),
        _ => {}
    }
}

on_both_engines! {
    async fn r02_every_service_has_a_page_and_one_without_a_calendar_says_what_to_do(office: Office) {
        for service in office.sample.services() {
            let window = Window::opens(&office.http.url(&format!("/s/{}", service.id))).await;
            assert_eq!(window.status, 200, "{}", service.id);
            let text = window.text();
            assert!(text.contains(&format!("{}: {}", service.letter, service.name)) || text.contains(&service.name), "{text}");
            assert!(text.contains("Co przynieść") && text.contains("Opłata") && text.contains("Godziny otwarcia"), "{text}");
            let offered = window.links().iter().any(|(address, _)| address.contains(&format!("/s/{}/2026-", service.id)));
            assert_eq!(offered, service.bookable, "{}", service.id);
            assert_eq!(text.contains("nie umawia się przez internet"), !service.bookable, "{text}");
            assert_eq!(text.contains("Jedna rezerwacja uprawnia"), service.bookable, "one booking, one matter (R12): {text}");
        }
    }

    async fn citizen08_names_follow_the_language_of_the_page(office: Office) {
        for (language, name, department, place) in [
            ("en", "Identity cards", "Department of Civic Affairs", "Ground floor"),
            ("uk", "Посвідчення особи", "Відділ громадянських справ", "Перший поверх"),
            ("pl", "Dowody osobiste", "Wydział Spraw Obywatelskich", "Parter"),
        ] {
            for page in ["/", "/d/sprawy-obywatelskie", "/s/dowody-osobiste", "/s/dowody-osobiste/2026-11-24/10:00"] {
                let window = Window::opens(&office.http.url(&format!("{page}?lang={language}"))).await;
                let text = window.text();
                assert!(text.contains(name) && text.contains(department), "{page} in {language}: {text}");
                assert!(!window.html.contains("lang=\"pl\">") || language == "pl" || only_links(&window.html), "{page} in {language}");
            }
            let card = Window::opens(&office.http.url(&format!("/s/dowody-osobiste?lang={language}"))).await;
            assert!(card.text().contains(place), "{}", card.text());
        }
    }

    async fn citizen07_the_search_knows_other_words_other_languages_and_forgives(office: Office) {
        for (query, id) in [
            ("dowodu", "dowody-osobiste"),
            ("DZIALALNOSC", "dzialalnosc-gospodarcza"),
            ("tablice rejestracyjne", "rejestracja-pojazdow"),
            ("driving license", "prawa-jazdy"),
            ("паспорт", "dowody-osobiste"),
            ("zameldowanie", "meldunki"),
        ] {
            for language in ["pl", "uk"] {
                let window = Window::opens(&office.http.url(&format!("/?q={}&lang={language}", query.replace(' ', "+")))).await;
                assert!(window.links().iter().any(|(address, _)| address.contains(&format!("/s/{id}"))), "{query}: {}", window.text());
            }
        }
        let nothing = Window::opens(&office.http.url("/?q=lokomotywa")).await;
        assert!(nothing.status == 200 && !nothing.links().iter().any(|(address, _)| address.contains("/s/")), "{}", nothing.text());
    }

    async fn r08_the_first_free_term_is_one_press_away(office: Office) {
        let service = service(&office);
        let first = office.citizen().slots_on(&service.id, "2026-11-23").await.remove(0);
        let mut window = Window::opens(&office.http.url(&format!("/s/{}", service.id))).await;
        window.follows("Pierwszy wolny termin").await;
        assert!(window.address.ends_with(&first.start.format("/2026-11-23/%H:%M").to_string()), "{}", window.address);
        let citizen = office.citizen();
        window.books(&citizen.name, &citizen.phone, &citizen.email).await;
        assert!(window.text().contains("23/11/2026"), "{}", window.text());
    }

    async fn law39_the_data_for_search_engines_names_pages_that_exist(office: Office) {
        let base = office.http.url("/").trim_end_matches('/').to_owned();
        for (page, kind) in [("/", "GovernmentOffice"), ("/d/geodezja", "GovernmentOffice"), ("/s/mapy", "GovernmentService"), ("/s/numeracja", "GovernmentService")] {
            let data = linked(&Window::opens(&office.http.url(page)).await);
            assert_eq!((data["@context"].as_str(), data["@type"].as_str()), (Some("https://schema.org"), Some(kind)), "{page}");
            assert_eq!(data["potentialAction"]["@type"].as_str(), (page == "/s/mapy").then_some("ReserveAction"), "{page}");
            let mut named = Vec::new();
            addresses(&data, &base, &mut named);
            named.sort();
            named.dedup();
            assert!(!named.is_empty(), "{page}");
            for address in named {
                assert_eq!(Window::opens(&address).await.status, 200, "{address} of {page}");
            }
        }
        office.clock(okienko_tests::time::warsaw("2026-12-14", "08:00")).await;
        let data = linked(&Window::opens(&office.http.url("/d/geodezja")).await);
        assert_eq!(data["openingHoursSpecification"][0]["opens"], "07:30");
        assert_eq!(data["openingHoursSpecification"][0]["dayOfWeek"][4], "https://schema.org/Friday");
        let special: Vec<&str> = data["specialOpeningHoursSpecification"].as_array().expect("days")
            .iter().filter_map(|day| day["validFrom"].as_str()).collect();
        assert_eq!(special, ["2026-12-24", "2026-12-25", "2027-01-01", "2027-01-06"], "the holidays ahead (R10)");
    }

    async fn law39_the_sitemap_lists_every_department_and_service(office: Office) {
        let sitemap = office.http.get("/sitemap.xml", None).await.ok();
        assert!(sitemap.headers["content-type"].to_str().is_ok_and(|kind| kind.starts_with("application/xml")));
        let listed: Vec<&str> = sitemap.text.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
        let departments = office.sample.departments.iter().map(|one| format!("/d/{}", one.id));
        let services = office.sample.services().map(|one| format!("/s/{}", one.id));
        for path in ["/".to_owned()].into_iter().chain(departments).chain(services) {
            assert!(listed.contains(&office.http.url(&path).as_str()), "{path} in {listed:?}");
        }
        for address in listed {
            assert_eq!(Window::opens(address).await.status, 200, "{address}");
        }
        let robots = office.http.get("/robots.txt", None).await.ok();
        assert!(robots.text.contains(&format!("Sitemap: {}", office.http.url("/sitemap.xml"))), "{}", robots.text);
    }
}

/// Whether Polish is named only by the links to the page in Polish.
fn only_links(html: &str) -> bool {
    html.split("lang=\"pl\">").skip(1).all(|rest| rest.starts_with("Polski"))
}
