//! The pages of a citizen, in a browser without script: R1, R3, R4, R7, R8, R9, R11.

use okienko_tests::page::Window;
use okienko_tests::{Citizen, on_both_engines};

use super::*;

/// Fills the form in, checks the review and books.
async fn books(window: &mut Window, citizen: &Citizen) {
    window.books(&citizen.name, &citizen.phone, &citizen.email).await;
}

/// Walks from the list of services to the form of the first free hour of tomorrow.
pub async fn opens_the_form(office: &Office, service: &Service) -> Window {
    let mut window = Window::opens(&office.sample.pages.booking).await;
    assert_eq!(window.status, 200);
    window.follows(&format!("{}: {}", service.letter, service.name)).await;
    window.follows("/2026-11-24").await;
    window.follows("/2026-11-24/").await;
    assert_eq!(window.status, 200, "{}", window.text());
    window
}

/// Fills the form in and sends it once: what follows is its review.
pub async fn sends_the_form(window: &mut Window, citizen: &Citizen) {
    let form = window.form_with("phone");
    window.sends(&form.fill("name", &citizen.name).fill("phone", &citizen.phone).fill("email", &citizen.email)).await;
}

on_both_engines! {
    async fn r01_a_citizen_books_in_a_browser_without_script_or_account(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        books(&mut window, &citizen).await;
        assert_eq!(window.status, 200, "{}", window.html);
        assert!(window.address.contains("/a/"), "{}", window.address);
        let text = window.text();
        for fact in ["24/11/2026".to_owned(), citizen.shown_phone(), format!("{}: {}", service.letter, service.name)] {
            assert!(text.contains(&fact), "{fact} on the page:\n{text}");
        }
        citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
    }

    async fn r07_the_flow_is_service_day_hour_form(office: Office) {
        let service = service(&office);
        let mut window = Window::opens(&office.sample.pages.booking).await;
        window.follows(&format!("{}: {}", service.letter, service.name)).await;
        let of_service = window.address.clone();
        window.follows("/2026-11-24").await;
        let of_day = window.address.clone();
        window.follows("/2026-11-24/").await;
        assert!(of_day.starts_with(&of_service) && window.address.starts_with(&of_day), "each step is a link of its own");
        let fields: Vec<String> = window.form_with("phone").fields.into_iter().map(|(name, _)| name).collect();
        assert!(["name", "phone", "email"].iter().all(|wanted| fields.iter().any(|name| name == wanted)));
        sends_the_form(&mut window, &office.citizen()).await;
        assert!(window.address.ends_with("/review") && window.address.starts_with(&of_day), "{}", window.address);
        let left = office.citizen().slots_on(&service.id, "2026-11-24").await;
        assert!(left[0].start.format("%H:%M").to_string() == "09:00", "nothing is held before the last button");
        window.presses("book").await;
        assert!(window.address.contains("/a/"), "{}", window.address);
    }

    async fn r04_deep_links_to_departments_and_services_are_stable(office: Office) {
        let service = service(&office);
        let department = office.sample.department_of(&service.id).clone();
        let mut window = Window::opens(&office.sample.pages.booking).await;
        window.follows(&department.name).await;
        let (of_department, text) = (window.address.clone(), window.text());
        assert!(text.contains(&service.name), "{text}");
        window.follows(&format!("{}: {}", service.letter, service.name)).await;
        let of_service = window.address.clone();
        office.stop();
        office.restart().await;
        for (address, words) in [(of_department, &department.name), (of_service, &service.name)] {
            let path = address.splitn(4, '/').last().expect("a path").to_owned();
            let window = Window::opens(&office.http.url(&format!("/{path}"))).await;
            assert_eq!(window.status, 200);
            assert!(window.text().contains(words.as_str()), "{words} at {path}");
        }
    }

    async fn r06_services_are_shown_as_letter_and_name(office: Office) {
        let text = Window::opens(&office.sample.pages.booking).await.text();
        for service in office.sample.services() {
            assert!(text.contains(&format!("{}: {}", service.letter, service.name)), "{} in\n{text}", service.name);
        }
    }

    async fn r11_the_form_asks_for_name_phone_and_mail_and_says_why(office: Office) {
        let window = opens_the_form(&office, &service(&office)).await;
        let form = window.form_with("phone");
        let asked: Vec<&str> = form.html.split("<input").skip(1)
            .filter(|tag| !tag.split('>').next().is_some_and(|tag| tag.contains("hidden"))).collect();
        assert_eq!(asked.len(), 3, "first name, phone, mail and nothing else: {asked:?}");
        assert!(asked.iter().all(|tag| tag.contains("required")), "all are mandatory");
        let text = window.text();
        assert!(text.contains("aktualne") && text.contains("weryfikacji"), "it says why they must be current: {text}");
        assert!(text.contains("jednej sprawy"), "one booking, one matter (R12): {text}");
    }

    async fn r11_mistakes_are_named_and_what_was_typed_is_kept(office: Office) {
        let mut window = opens_the_form(&office, &service(&office)).await;
        let form = window.form_with("phone");
        window.sends(&form.fill("name", "Wisława").fill("phone", "12").fill("email", "nowhere")).await;
        assert!((400..500).contains(&window.status) || window.status == 200, "{}", window.status);
        let again = window.form_with("phone");
        assert!(again.fields.contains(&("name".to_owned(), "Wisława".to_owned())), "{:?}", again.fields);
        assert!(again.html.contains("aria-invalid=\"true\""), "the wrong fields are marked");
        assert!(window.html.contains("role=\"alert\""), "a summary is announced");
    }

    async fn r08_day_fifteen_is_refused_by_the_page_too(office: Office) {
        let service = service(&office);
        let mut window = Window::opens(&office.sample.pages.booking).await;
        window.follows(&format!("{}: {}", service.letter, service.name)).await;
        assert!(window.links().iter().any(|(address, _)| address.contains("2026-12-07")), "day 14 is offered");
        assert!(!window.links().iter().any(|(address, _)| address.contains("2026-12-08")), "day 15 is not");
        let far = format!("{}/2026-12-08/09:00", window.address.split('?').next().unwrap_or(""));
        window.goes_to(&far).await;
        assert!(!window.forms().iter().any(|form| form.html.contains("name=\"phone\"") && form.html.contains("type=\"submit\""))
            || window.status >= 400, "{} {}", window.status, window.text());
    }

    async fn r09_a_term_taken_meanwhile_is_told_with_other_terms(office: Office) {
        let service = service(&office);
        let mut window = opens_the_form(&office, &service).await;
        let first = office.citizen().slots_on(&service.id, "2026-11-24").await.remove(0);
        for _ in 0..first.free {
            office.citizen().books(&service.id, first.start).await.with_status(201);
        }
        let citizen = office.citizen();
        sends_the_form(&mut window, &citizen).await;
        let again = window.form_with("phone");
        assert!(again.html.contains("type=\"radio\""), "other terms are offered at once:\n{}", window.text());
        assert!(again.fields.iter().any(|(_, value)| value == &citizen.email), "nothing has to be typed twice");
    }

    async fn r03_anyone_may_book_from_anywhere(office: Office) {
        let mut foreigner = office.citizen();
        foreigner.phone = "+49 151 23456789".into();
        foreigner.name = "Jürgen".into();
        let mut window = opens_the_form(&office, &service(&office)).await;
        books(&mut window, &foreigner).await;
        assert_eq!(window.status, 200);
        foreigner.waits_for_letters(&office.sample.mail_dir, 1).await;
    }

    async fn r01_a_double_click_on_the_page_books_once(office: Office) {
        let (service, citizen) = (service(&office), office.citizen());
        let mut window = opens_the_form(&office, &service).await;
        let first = office.citizen().slots_on(&service.id, "2026-11-24").await.remove(0);
        sends_the_form(&mut window, &citizen).await;
        let review = window.forms().into_iter().find(|form| form.id == "review").expect("a button");
        window.sends(&review).await;
        let shown = window.address.clone();
        assert!(shown.contains("/a/"), "{shown}");
        window.sends(&review).await;
        assert_eq!(window.address, shown, "the same button leads to the same visit again");
        let left = office.citizen().slots_on(&service.id, "2026-11-24").await;
        let free = left.iter().find(|slot| slot.start == first.start).map_or(0, |slot| slot.free);
        assert_eq!(free, first.free - 1);
    }

    async fn r01_the_pages_speak_three_languages(office: Office) {
        let mut window = Window::opens(&office.sample.pages.booking).await;
        for language in ["uk", "en", "pl"] {
            let links: Vec<String> = window.html.split("<a ").skip(1)
                .filter(|tag| tag.contains(&format!("hreflang=\"{language}\"")))
                .filter_map(|tag| Some(tag.split("href=\"").nth(1)?.split('"').next()?.to_owned())).collect();
            window.goes_to(links.first().expect("a link to the language")).await;
            assert!(window.html.contains(&format!("<html lang=\"{language}\"")), "{language}");
        }
    }
}
