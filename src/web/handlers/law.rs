//! What the law asks an office to publish: declaration of accessibility, information clause, where weaknesses are reported.

use super::own_frame;
use crate::assets::digest;
use crate::call::{Call, html};
use crate::cookies;
use crate::errors::Problem;
use crate::pages::Frame;
use crate::pages::law::{AccessibilityPage, PrivacyPage};
use crate::pages::screens::PrivacyToolPage;
use crate::texts::Texts;
use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use chrono::{Days, NaiveTime, SecondsFormat};
use okienko_actors::LETTER_DAYS;
use okienko_queue::office::Office as Facts;
use okienko_queue::time::{Instant, day_of};

/// The declaration of accessibility of this site.
const DECLARATION: &str = "/accessibility";
/// The information clause of this site.
const CLAUSE: &str = "/privacy";
/// Days for which `security.txt` is good: under a year (RFC 9116 §2.5.5).
const SECURITY_DAYS: u64 = 300;

/// Links to the pages of this site where the office names no page of its own elsewhere.
pub(crate) fn with_own_pages(mut frame: Frame) -> Frame {
    frame.declaration_url = frame.declaration_url.take().or_else(|| Some(frame.url(DECLARATION)));
    frame.privacy_url = frame.privacy_url.take().or_else(|| Some(frame.url(CLAUSE)));
    frame
}

/// `GET /accessibility`. An office with a declaration elsewhere has no second one here.
pub(crate) async fn accessibility(call: Call) -> Result<HttpResponse, Problem> {
    if let Some(elsewhere) = &call.state.settings.declaration_url {
        return Ok(sent_to(elsewhere));
    }
    let office = call.office().catalogue();
    let page = AccessibilityPage {
        frame: own_frame(&call),
        site_url: format!("{}/", call.office().links().public_url()),
        office_phone: office.office.phone.clone(),
        declaration: office.office.law.declaration.clone(),
    };
    Ok(html(200, page.html()))
}

/// `GET /privacy`; letters link here.
pub(crate) async fn privacy(call: Call) -> Result<HttpResponse, Problem> {
    if let Some(elsewhere) = &call.state.settings.privacy_url {
        return Ok(sent_to(elsewhere));
    }
    let office = call.office().catalogue();
    let page = PrivacyPage {
        frame: own_frame(&call),
        address: office.office.address.clone(),
        privacy: office.office.law.privacy.clone(),
        retention: office.office.law.retention.clone(),
        letter_days: LETTER_DAYS,
        cookie: cookies::name(&call),
    };
    Ok(html(200, page.html()))
}

fn sent_to(elsewhere: &str) -> HttpResponse {
    HttpResponse::Found().insert_header((LOCATION, elsewhere)).finish()
}

/// `GET /.well-known/security.txt` (RFC 9116). Without anybody to write to there is no file: a contact is not invented.
pub(crate) async fn security(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let now = call.office().clock().now();
    let text =
        security_text(&office.office, call.office().links().public_url(), now).ok_or(Problem::new("not_found"))?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}

fn security_text(office: &Facts, public_url: &str, now: Instant) -> Option<String> {
    let reply = office.mail_reply_to.as_deref().map(|address| format!("mailto:{}", bare(address)));
    let contact = office.law.security_contact.clone().or(reply)?;
    // Whole days, so that the file changes once a day at most.
    let expires =
        day_of(office.time_zone, now).checked_add_days(Days::new(SECURITY_DAYS))?.and_time(NaiveTime::MIN).and_utc();
    let mut lines = vec![
        format!("Contact: {contact}"),
        format!("Expires: {}", expires.to_rfc3339_opts(SecondsFormat::Secs, true)),
        "Preferred-Languages: pl, en, uk".to_owned(),
        format!("Canonical: {public_url}/.well-known/security.txt"),
    ];
    lines.extend(office.law.security_policy.as_ref().map(|policy| format!("Policy: {policy}")));
    Some(lines.join("\n") + "\n")
}

/// The address alone of `Urząd <kontakt@urzad.example>`.
fn bare(address: &str) -> &str {
    address.rsplit_once('<').map_or(address, |(_, rest)| rest.trim_end_matches('>')).trim()
}

/// `GET /admin/privacy`: the page of the data-protection officer. It holds nobody's data: the officer's token brings it.
pub(crate) async fn tool(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let today = day_of(call.office().zone(), call.office().clock().now());
    let law = &office.office.law;
    let frame = own_frame(&call);
    let page = PrivacyToolPage {
        t: Texts::new(call.lang()),
        assets: format!("/assets/{}", digest()),
        office: office.office.name.pl.clone(),
        missing: law.missing(),
        review_due: law.declaration.review_due_since(today),
        declaration_url: frame.declaration_url.unwrap_or_default(),
        privacy_url: frame.privacy_url.unwrap_or_default(),
    };
    Ok(html(200, page.html()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use serde_json::json;

    fn office(more: serde_json::Value) -> Facts {
        let mut facts =
            json!({"id": "um", "name": {"pl": "Urząd"}, "mail_from": "U <n@u.example>", "time_zone": "Europe/Warsaw"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(facts).unwrap()
    }

    #[test]
    fn law_32_security_txt_names_a_contact_or_is_not_there() {
        let now: Instant = "2026-11-23T08:00:00Z".parse().unwrap();
        let text = |more| security_text(&office(more), "https://w.example", now);
        assert_eq!(text(json!({})), None);
        let replied = text(json!({"mail_reply_to": "Urząd <kontakt@u.example>"})).unwrap();
        assert!(replied.starts_with("Contact: mailto:kontakt@u.example\nExpires: 2027-09-19T00:00:00Z\n"), "{replied}");
        let whole = text(
            json!({"law": {"security_contact": "https://u.example/zglos", "security_policy": "https://u.example/p"}}),
        )
        .unwrap();
        assert!(
            whole.starts_with("Contact: https://u.example/zglos\n") && whole.ends_with("Policy: https://u.example/p\n")
        );
        assert!(whole.contains("\nCanonical: https://w.example/.well-known/security.txt\n"));
    }
}
