//! The page that books, once a rule has tripped: work for a browser that runs script, a letter for one that does not (law line 8).

use crate::on_each;
use okienko_tests::browser::Browser;
use okienko_tests::citizen::Slot;
use okienko_tests::page::Window;
use okienko_tests::{Citizen, Engine, Serving, engine};

const SERVICE: &str = "mapy";
const STRICT: [(&str, &str); 2] = [("OKIENKO__GUARD__PROOF_BITS", "8"), ("OKIENKO__GUARD__SOFT_BOOKINGS", "1")];

/// Somebody at this address has booked already; the next one is asked for more.
async fn busy(engine: Engine) -> (Serving, Slot) {
    let serving = Serving::opens(engine, &STRICT).await;
    let terms = serving.terms(SERVICE).await;
    Citizen::new(&serving.http).books(SERVICE, terms[0].start).await.with_status(201);
    (serving, terms[1].clone())
}

fn form_of(serving: &Serving, term: &Slot) -> String {
    serving.http.url(&format!("/s/{SERVICE}/{}", term.start.format("%Y-%m-%d/%H:%M")))
}

#[test]
fn law_08_whoever_runs_no_script_books_all_the_same_and_confirms_by_mail() {
    on_each(|engine| async move {
        let (serving, term) = busy(engine).await;
        let citizen = Citizen::new(&serving.http);
        let mut window = Window::opens(&form_of(&serving, &term)).await;
        let form = window.form_with("phone").fill("name", &citizen.name).fill("phone", &citizen.phone);
        window.sends(&form.fill("email", &citizen.email)).await;
        window.sends(&booking_form(&window)).await;
        if window.status == 422 {
            window.sends(&booking_form(&window)).await;
        }
        assert!(window.address.ends_with("/sent"), "{} {}", window.address, window.text());
        assert!(window.text().contains("60"), "within an hour: {}", window.text());
        let taken = serving.terms(SERVICE).await;
        assert!(taken.iter().all(|slot| slot.start != term.start), "the term is kept meanwhile");
    });
}

#[test]
fn law_08_a_browser_proves_its_work_unseen_and_the_visit_is_firm_at_once() {
    engine::told(async {
        let (serving, term) = busy(Engine::Sqlite).await;
        let (citizen, browser) = (Citizen::new(&serving.http), Browser::opens(800, 900).await);
        browser.goes_to(&form_of(&serving, &term)).await;
        browser.types("#name", &citizen.name).await;
        browser.types("#phone", &citizen.phone).await;
        browser.types("#email", &citizen.email).await;
        browser.presses("#booking button[type=submit]").await;
        browser.presses("#review button[type=submit]").await;
        let begun = std::time::Instant::now();
        while !browser.address().await.contains("/a/") {
            assert!(begun.elapsed().as_secs() < 30, "{}: {}", browser.address().await, browser.text().await);
            if browser.evaluates("return document.querySelector('[role=alert]') !== null").await == true {
                browser.is_accessible().await;
                browser.presses("#review button[type=submit]").await;
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        browser.closes().await;
    });
}

/// The form of the review that books, and not the one that corrects or discards.
fn booking_form(window: &Window) -> okienko_tests::page::Form {
    let books = |form: &okienko_tests::page::Form| form.fields.contains(&("act".to_owned(), "book".to_owned()));
    window.forms().into_iter().find(books).unwrap_or_else(|| panic!("no form that books: {}", window.text()))
}
