//! Every page of the citizen in every state, and the administrator's page of devices, as addresses of one running office.

use okienko_tests::time::warsaw;
use okienko_tests::{Kiosk, Office, admin};
use serde_json::json;

/// A page with the name of its picture.
pub struct Shown {
    /// Short and fit for a file name.
    pub name: String,
    /// Its address without a language.
    pub address: String,
    /// What is pressed once it is open, to see what a refused form looks like.
    pub press: Option<&'static str>,
    /// Signed on with this token, as the administrator's pages keep it.
    pub token: Option<String>,
}

/// All of them.
pub async fn all(office: &Office) -> Vec<Shown> {
    let service = office.sample.shared_service();
    let without = office.sample.services().find(|service| !service.bookable).expect("a queue without a calendar");
    let slot = office.citizen().slot_after(&service.id, warsaw("2026-11-24", "11:00")).await;
    let (day, hour) = (slot.start.format("%Y-%m-%d"), slot.start.format("%H:%M"));
    let (one, department) = (&service.id, &office.sample.department_of(&service.id).id);
    let mut shown = Vec::new();
    let mut page = |name: &str, path: String, press| {
        let address = format!("{}{path}", office.sample.base_url);
        shown.push(Shown { name: name.to_owned(), address, press, token: None });
    };
    page("services", "/".into(), None);
    page("search", "/?q=rejestracja".into(), None);
    page("search-nothing", "/?q=hipopotam".into(), None);
    page("department", format!("/d/{department}"), None);
    page("days", format!("/s/{one}"), None);
    page("not-bookable", format!("/s/{}", without.id), None);
    page("hours", format!("/s/{one}/{day}"), None);
    page("hours-none", format!("/s/{one}/2026-11-29"), None);
    page("form", format!("/s/{one}/{day}/{hour}"), None);
    page("form-refused", format!("/s/{one}/{day}/{hour}"), Some("#booking button[type=submit]"));
    page("form-not-a-term", format!("/s/{one}/{day}/03:33"), None);
    page("not-found", "/s/nothing-of-that-name".into(), None);
    page("accessibility", "/accessibility".into(), None);
    page("privacy", "/privacy".into(), None);
    for (name, path, press) in personal(office, one).await {
        page(name, path, press);
    }
    shown.push(devices(office).await);
    shown
}

/// The page of devices, with a kiosk that needs help.
async fn devices(office: &Office) -> Shown {
    let health = json!({ "version": "0.1.0", "printer": { "state": "paper_end" }, "page_alive": true });
    office.kiosk().post("kiosk/health", health).await.ok();
    let address = format!("{}/admin/devices", office.sample.base_url);
    Shown { name: "devices".to_owned(), address, press: None, token: Some(admin::token(office).await) }
}

/// Visits and tickets in their states.
async fn personal(office: &Office, service: &str) -> Vec<(&'static str, String, Option<&'static str>)> {
    let citizen = office.citizen();
    let slots = citizen.slots_on(service, "2026-11-25").await;
    let booked = citizen.books(service, slots[0].start).await.with_status(201);
    let cancelled = office.citizen().books(service, slots[1].start).await.with_status(201);
    citizen.cancels(cancelled.str("token")).await.ok();
    let kiosk: Kiosk = office.kiosk();
    let waiting = kiosk.takes_ticket(service).await.with_status(201).ticket();
    let left = kiosk.takes_ticket(service).await.with_status(201).ticket();
    kiosk.post(&format!("tickets/{}/leave", left.token()), json!({})).await.ok();
    let (booked, cancelled) = (booked.str("token"), cancelled.str("token"));
    vec![
        ("visit", format!("/a/{booked}"), None),
        ("visit-just-booked", format!("/a/{booked}?booked=1"), None),
        ("visit-cancel", format!("/a/{booked}/cancel"), None),
        ("visit-cancel-refused", format!("/a/{booked}/cancel"), Some("main form button[type=submit]")),
        ("visit-cancelled", format!("/a/{cancelled}"), None),
        ("visit-move-days", format!("/a/{booked}/move"), None),
        ("visit-move-hours", format!("/a/{booked}/move/2026-11-26"), None),
        ("visit-move-review", format!("/a/{booked}/move/2026-11-26/11:00"), None),
        ("visit-resend", format!("/a/{booked}/resend"), None),
        ("visit-erase-refused", format!("/a/{booked}/erase"), Some("main form button[type=submit]")),
        ("ticket-leave-refused", format!("/t/{}/leave", waiting.token()), Some("main form button[type=submit]")),
        ("ticket-waiting", format!("/t/{}", waiting.token()), None),
        ("ticket-left", format!("/t/{}", left.token()), None),
    ]
}
