//! What the holder of a visit's link sees and does there: R15–R20, R29, R30, R38; law lines 22, 32, 33, 36, 38.

mod erase;
mod expired;
mod journey;
mod link;
mod moving;
mod page;
mod resend;
mod scanner;

use okienko_tests::page::{Form, Window};
use okienko_tests::sample::Service;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Citizen, Office};
use reqwest::Method;
use reqwest::header::HeaderMap;

/// A citizen with a visit on Tuesday at ten or soon after.
struct Holder {
    citizen: Citizen,
    service: Service,
    start: When,
    token: String,
    /// The address of the visit's own page.
    link: String,
}

/// The acts behind a link, by the end of their address, that ask on a page of their own.
const ACTS: [&str; 3] = ["cancel", "resend", "erase"];

impl Holder {
    async fn books(office: &Office) -> Self {
        Self::books_from(office, warsaw("2026-11-24", "10:00")).await
    }

    async fn books_from(office: &Office, from: When) -> Self {
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let start = citizen.slot_after(&service.id, from).await.start;
        let answer = citizen.books(&service.id, start).await.with_status(201);
        let (token, link) = (answer.str("token").to_owned(), answer.str("manage_url").to_owned());
        Self { citizen, service, start, token, link }
    }

    /// The last three digits of the phone.
    fn digits(&self) -> &str {
        &self.citizen.phone[6..]
    }

    /// The address of a page behind the link.
    fn at(&self, page: &str) -> String {
        format!("{}/{page}", self.link)
    }

    /// Where the visit can be moved to on a day: the address of the page with both terms.
    async fn move_to(&self, day: &str) -> String {
        let mut window = Window::opens(&self.at(&format!("move/{day}"))).await;
        window.follows(&format!("/move/{day}/")).await;
        window.address
    }

    async fn state(&self) -> String {
        self.citizen.appointment(&self.token).await.ok().str("state").to_owned()
    }

    /// When the visit begins now.
    async fn hour(&self) -> When {
        okienko_tests::time::instant(self.citizen.appointment(&self.token).await.ok().str("start"))
    }

    /// Seats that a term still has.
    async fn free(&self, start: When) -> i64 {
        let slots = self.citizen.slots_on(&self.service.id, &okienko_tests::time::day_of(start)).await;
        slots.iter().find(|slot| slot.start == start).map_or(0, |slot| slot.free)
    }

    /// Insists that nothing has changed since the booking: state, hour, letters.
    async fn is_untouched(&self, office: &Office) {
        assert_eq!(self.state().await, "booked");
        assert_eq!(self.hour().await, self.start);
        let letters = self.citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        assert_eq!(letters.len(), 1, "the confirmation and no other letter");
    }
}

/// The form of an act on the page shown.
fn form(window: &Window) -> Form {
    window.form_with("digits")
}

/// Opens the page of an act and sends its form with these digits.
async fn acts(address: &str, digits: &str) -> Window {
    let mut window = Window::opens(address).await;
    let form = form(&window).fill("digits", digits);
    window.sends(&form).await;
    window
}

/// A request as a machine sends it, without cookies; redirects are not followed.
async fn asks(method: Method, address: &str, headers: &[(&str, &str)]) -> (u16, HeaderMap, String) {
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build();
    let mut request = client.expect("an HTTP client").request(method, address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    (status, headers, answer.text().await.expect("a body"))
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}
