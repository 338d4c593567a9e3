//! Validators of what everybody may read (RFC 9110 §8.8.3): who has a page or the free terms already is told so in a few bytes (law line 39).

use crate::routes::{Kind, Verb};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

/// Bytes of the digest that make a validator.
const BYTES: usize = 12;

/// Adds the validator to a public answer, or answers 304 to whoever has it. Answers of one person have none: they are never stored.
pub(crate) fn validate(answer: HttpResponse, kind: Kind, verb: Verb, req: &HttpRequest) -> HttpResponse {
    let public = matches!(kind, Kind::Data | Kind::Page) && verb == Verb::Get && answer.status() == StatusCode::OK;
    if public { tagged(answer, req) } else { answer }
}

/// Adds the validator to an answer, or answers 304 to whoever has it.
pub(crate) fn tagged(answer: HttpResponse, req: &HttpRequest) -> HttpResponse {
    let (mut head, body) = answer.into_parts();
    let bytes = match body.try_into_bytes() {
        Ok(bytes) => bytes,
        // A stream has no end to take a digest of.
        Err(body) => return head.set_body(body),
    };
    let tag = tag(&bytes);
    let known =
        req.headers().get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok()).any(|list| knows(list, &tag));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        head.headers_mut().insert(ETAG, value);
    }
    if !known {
        return head.set_body(BoxBody::new(bytes));
    }
    *head.status_mut() = StatusCode::NOT_MODIFIED;
    drop_body_headers(head.headers_mut());
    head.set_body(BoxBody::new(()))
}

fn drop_body_headers(headers: &mut HeaderMap) {
    for name in [CONTENT_TYPE, CONTENT_LENGTH] {
        headers.remove(name);
    }
}

/// Weak: the same answer goes out compressed or not.
fn tag(bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{digest}\"")
}

/// Whether a list of `If-None-Match` names a validator, compared weakly (RFC 9110 §13.1.2).
fn knows(list: &str, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    list.trim() == "*" || list.split(',').any(|one| opaque(one) == opaque(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validators_are_compared_weakly_and_in_lists() {
        let tag = tag(b"x");
        assert_eq!(tag.len(), 4 + 2 * BYTES);
        assert!(knows(&tag, &tag) && knows("*", &tag) && knows(&format!("\"a\", {tag}"), &tag));
        assert!(knows(tag.trim_start_matches("W/"), &tag), "strong and weak are the same here");
        assert!(!knows("\"a\"", &tag) && !knows("", &tag));
    }
}
