//! The headers of every answer (law line 32).

use crate::app::{State, WebSettings};
use crate::routes::Kind;
use actix_web::HttpResponse;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap,
    HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

/// The content policy: nothing from elsewhere, no inline script or style. `data:` pictures are the design system's own icons.
pub(crate) fn policy(settings: &WebSettings) -> HeaderValue {
    let ancestors =
        if settings.frame_ancestors.is_empty() { "'none'".to_owned() } else { settings.frame_ancestors.join(" ") };
    framed_by(&ancestors)
}

/// That of a lobby screen: the office's own pages may frame it, beside those that the office named.
pub(crate) fn screen_policy(settings: &WebSettings) -> HeaderValue {
    let own = std::iter::once("'self'").chain(settings.frame_ancestors.iter().map(String::as_str));
    framed_by(&own.collect::<Vec<_>>().join(" "))
}

fn framed_by(ancestors: &str) -> HeaderValue {
    let text = format!(
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {ancestors}"
    );
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("default-src 'self'; frame-ancestors 'none'"))
}

/// Adds what every answer of a kind carries.
pub(crate) fn dress(answer: &mut HttpResponse, kind: Kind, state: &State, request: &str) {
    let headers = answer.headers_mut();
    fix(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    fix(headers, REFERRER_POLICY, "no-referrer");
    if state.settings.is_https() {
        fix(headers, STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    if let Ok(id) = HeaderValue::from_str(request) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    match kind {
        Kind::Screen => as_page(headers, state, &state.screen_policy, "SAMEORIGIN"),
        Kind::Page | Kind::Private => as_page(headers, state, &state.policy, "DENY"),
        // A drawing may hold a script; opened by itself it gets an origin of its own and runs nothing.
        Kind::Media => fix(headers, CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"),
        _ => fix(headers, CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    }
    across_origins(headers, kind, &state.settings);
    by_kind(headers, kind);
}

fn as_page(headers: &mut HeaderMap, state: &State, policy: &HeaderValue, framed: &'static str) {
    headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    let off =
        "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()";
    fix(headers, HeaderName::from_static("permissions-policy"), off);
    if state.settings.frame_ancestors.is_empty() {
        fix(headers, X_FRAME_OPTIONS, framed);
    }
    fix(headers, VARY, "Accept-Language");
}

/// Public data and files of the build may be loaded by any site; pages only by this one, or framed by those that the office named. No
/// page shares a window with whoever opened it.
fn across_origins(headers: &mut HeaderMap, kind: Kind, settings: &WebSettings) {
    let framed = kind.is_page() && !settings.frame_ancestors.is_empty();
    let open = framed || matches!(kind, Kind::Data | Kind::Asset);
    let policy = if open { "cross-origin" } else { "same-origin" };
    fix(headers, HeaderName::from_static("cross-origin-resource-policy"), policy);
    if kind.is_page() {
        fix(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    }
}

fn by_kind(headers: &mut HeaderMap, kind: Kind) {
    match kind {
        // A file says how long it may be kept; a refusal is not kept.
        Kind::Asset | Kind::Media if headers.contains_key(CACHE_CONTROL) => {}
        // A page with a form in it may be stricter.
        Kind::Page if headers.contains_key(CACHE_CONTROL) => {}
        // Kept, but asked about each time: the validator (RFC 9110 §8.8.3) makes that cheap.
        Kind::Page | Kind::Data => fix(headers, CACHE_CONTROL, "no-cache"),
        _ => fix(headers, CACHE_CONTROL, "no-store"),
    }
    if !matches!(kind, Kind::Asset | Kind::Page) {
        fix(headers, HeaderName::from_static("x-robots-tag"), "noindex");
    }
    if kind == Kind::Data {
        fix(headers, ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        fix(headers, ACCESS_CONTROL_EXPOSE_HEADERS, "ETag");
        fix(headers, VARY, "Accept-Language");
    }
}

fn fix(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn law_32_the_policy_has_no_exception_for_inline_code() {
        let policy = policy(&WebSettings::default());
        let text = policy.to_str().unwrap_or_default();
        assert!(text.contains("default-src 'self'") && text.contains("frame-ancestors 'none'"));
        assert!(!text.contains("unsafe"));
        let screen = screen_policy(&WebSettings::default());
        assert!(screen.to_str().unwrap_or_default().ends_with("frame-ancestors 'self'"));
        let framed =
            WebSettings { frame_ancestors: vec!["https://www.miasto.example".into()], ..WebSettings::default() };
        assert!(
            super::policy(&framed).to_str().unwrap_or_default().ends_with("frame-ancestors https://www.miasto.example")
        );
    }
}
