//! Proof of work: asked for only when a rule trips, good once, for one caller.

use okienko_tests::browser::Browser;
use okienko_tests::chance::fresh;
use okienko_tests::{Answer, Engine, Serving, engine};
use reqwest::Method;
use serde_json::json;

use crate::caller::{Caller, PROXY, retry_after, with_proof};
use crate::on_each;

const SERVICE: &str = "mapy";
const EASY: (&str, &str) = ("OKIENKO__GUARD__PROOF_BITS", "8");

/// The answer to a challenge, looked for in a real browser by the script that the form uses.
async fn solves(browser: &Browser, challenge: &str, bits: u64) -> String {
    let script = "const [challenge, bits, done] = arguments; \
        const digest = document.querySelector('link[href*=\"/assets/\"]').getAttribute('href').split('/')[2]; \
        import(`/assets/${digest}/booking/guard/proof.js`).then((m) => m.solve(challenge, bits)).then((n) => done(String(n)), (e) => done('!' + e));";
    let found = browser.driver().execute_async(script, vec![json!(challenge), json!(bits)]).await;
    found.expect("the script runs").json().as_str().expect("an answer").to_owned()
}

fn asked(answer: &Answer) -> (String, u64) {
    let answer = answer.clone().with_status(429).refused_with("proof_required");
    assert_eq!((answer.str("algorithm"), retry_after(&answer)), ("SHA-256", 1));
    okienko_tests::time::instant(answer.str("expires_at"));
    (answer.str("challenge").to_owned(), answer.body["bits"].as_u64().expect("bits"))
}

#[test]
fn an_address_that_books_unusually_much_proves_its_work_and_nobody_else_does() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, EASY, ("OKIENKO__GUARD__SOFT_BOOKINGS", "2")]).await;
        let (terms, browser) = (serving.terms(SERVICE).await, Browser::opens(800, 600).await);
        browser.goes_to(&serving.http.url("/")).await;
        let busy = Caller::at(&serving, "203.0.113.7");
        busy.books(SERVICE, &terms[0]).await.with_status(201);
        busy.books(SERVICE, &terms[1]).await.with_status(201);
        let (form, key) = (busy.form(SERVICE, &terms[2]), fresh());
        let (challenge, bits) = asked(&busy.sends(Method::POST, "appointments", &key, &form).await);
        assert_eq!(bits, 8);
        Caller::at(&serving, "203.0.113.8").books(SERVICE, &terms[3]).await.with_status(201);
        let wrong = with_proof(&form, &challenge, "no");
        asked(&busy.sends(Method::POST, "appointments", &key, &wrong).await);
        let proven = with_proof(&form, &challenge, &solves(&browser, &challenge, bits).await);
        let booked = busy.sends(Method::POST, "appointments", &key, &proven).await.with_status(201);
        let again = busy.sends(Method::POST, "appointments", &key, &proven).await.with_status(201);
        assert_eq!(booked.body, again.body, "asked again, answered the same");
        let more =
            with_proof(&busy.form(SERVICE, &terms[4]), &challenge, proven["proof"]["answer"].as_str().expect("n"));
        asked(&busy.posts("appointments", &more).await);
        browser.closes().await;
    });
}

#[test]
fn a_proof_of_one_caller_serves_no_other() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, EASY, ("OKIENKO__GUARD__SOFT_BOOKINGS", "1")]).await;
        let (terms, browser) = (serving.terms(SERVICE).await, Browser::opens(800, 600).await);
        browser.goes_to(&serving.http.url("/")).await;
        let (one, other) = (Caller::at(&serving, "203.0.113.7"), Caller::at(&serving, "203.0.113.8"));
        one.books(SERVICE, &terms[0]).await.with_status(201);
        other.books(SERVICE, &terms[1]).await.with_status(201);
        let (challenge, bits) = asked(&one.books(SERVICE, &terms[2]).await);
        let answer = solves(&browser, &challenge, bits).await;
        asked(&other.posts("appointments", &with_proof(&other.form(SERVICE, &terms[2]), &challenge, &answer)).await);
        one.posts("appointments", &with_proof(&one.form(SERVICE, &terms[2]), &challenge, &answer))
            .await
            .with_status(201);
        browser.closes().await;
    });
}

#[test]
fn a_burst_in_the_whole_office_asks_everybody() {
    on_each(|engine| async move {
        let serving = Serving::opens(engine, &[PROXY, EASY, ("OKIENKO__GUARD__SOFT_OFFICE_BOOKINGS", "3")]).await;
        let terms = serving.terms(SERVICE).await;
        for number in 0..3 {
            let caller = Caller::at(&serving, &format!("203.0.113.{number}"));
            caller.books(SERVICE, &terms[number]).await.with_status(201);
        }
        asked(&Caller::at(&serving, "203.0.113.99").books(SERVICE, &terms[3]).await);
    });
}

#[test]
fn the_usual_work_is_a_matter_of_seconds_in_a_browser() {
    engine::told(async {
        let serving = Serving::opens(Engine::Sqlite, &[PROXY, ("OKIENKO__GUARD__SOFT_BOOKINGS", "1")]).await;
        let (terms, browser) = (serving.terms(SERVICE).await, Browser::opens(800, 600).await);
        browser.goes_to(&serving.http.url("/")).await;
        let caller = Caller::at(&serving, "203.0.113.7");
        caller.books(SERVICE, &terms[0]).await.with_status(201);
        let (challenge, bits) = asked(&caller.books(SERVICE, &terms[1]).await);
        assert_eq!(bits, 15);
        let answer = solves(&browser, &challenge, bits).await;
        caller
            .posts("appointments", &with_proof(&caller.form(SERVICE, &terms[1]), &challenge, &answer))
            .await
            .with_status(201);
        browser.closes().await;
    });
}

#[test]
fn a_form_that_is_sent_before_its_proof_is_found_waits_and_sends_itself() {
    engine::told(async {
        let serving = Serving::opens(Engine::Sqlite, &[]).await;
        let browser = Browser::opens(800, 600).await;
        browser.goes_to(&serving.http.url("/")).await;
        // The form as the page writes it, with work enough that the press comes first.
        let script = "const digest = document.querySelector('link[href*=\"/assets/\"]').getAttribute('href').split('/')[2]; \
            document.querySelector('main').innerHTML = `<form method=get action=/robots.txt><div data-proof=abc data-bits=14> \
            <input type=hidden name=proof_challenge value=abc><input type=hidden name=proof_answer> \
            <p data-proof-state=working hidden>working</p><p data-proof-state=mail hidden>mail</p></div> \
            <button id=send name=act value=book>x</button></form>`; \
            const script = document.createElement('script'); script.type = 'module'; \
            script.src = `/assets/${digest}/booking/guard/proof.js`; \
            script.onload = () => document.getElementById('send').click(); document.body.append(script);";
        browser.evaluates(script).await;
        let begun = std::time::Instant::now();
        while !browser.address().await.contains("robots.txt") {
            assert!(begun.elapsed().as_secs() < 30, "the form was never sent: {}", browser.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let address = browser.address().await;
        let answer = address.split("proof_answer=").nth(1).and_then(|rest| rest.split('&').next()).unwrap_or("");
        assert!(!answer.is_empty() && answer.bytes().all(|one| one.is_ascii_digit()), "{address}");
        assert!(address.contains("act=book"), "the button that was pressed is named: {address}");
        browser.closes().await;
    });
}
