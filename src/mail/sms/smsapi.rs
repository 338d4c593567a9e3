//! The HTTP interface of SMSAPI.pl (`sms.do`). A refusal comes as HTTP 200 with `{error, message}`: only the body tells.

use serde_json::Value;

use super::Sms;
use super::alphabet::is_gsm;
use super::http::{self, Answer};
use crate::fault::{Fault, NotSent};

/// Where it lies unless the settings say otherwise.
const ADDRESS: &str = "https://api.smsapi.pl/sms.do";
/// The gateway takes an expiry between one hour and, in its older documents, twelve hours ahead (error 56). A message that is
/// worthless sooner is kept back by the outbox; this bounds how long the network may still try.
const EXPIRY: (i64, i64) = (65 * 60, 12 * 3600 - 5 * 60);

/// Not a new message: one with this `idx` was taken before, so this try was not needed.
const SENT_BEFORE: i64 = 53;
/// Refusals of this number or text; another try would end the same. All others are the office's or the gateway's to mend.
const FINAL: [i64; 8] = [11, 12, 13, 17, 40, 57, 59, 94];

/// An account at SMSAPI.pl. Its `Debug` shows no token.
#[derive(Clone)]
pub struct SmsApi {
    url: String,
    token: String,
    from: Option<String>,
}

impl SmsApi {
    /// An account: a token of its panel, a registered sender name of at most eleven characters, another address for tests.
    ///
    /// # Errors
    /// [`Fault::Settings`] for a missing token, a sender name that is too long, an address that is none.
    pub fn new(url: Option<String>, token: String, from: Option<String>) -> Result<Self, Fault> {
        let url = url.unwrap_or_else(|| ADDRESS.to_owned());
        if token.trim().is_empty() {
            return Err(Fault::Settings("[sms] token is missing".into()));
        }
        if from.as_ref().is_some_and(|from| from.chars().count() > 11) {
            return Err(Fault::Settings("[sms] from has more than 11 characters".into()));
        }
        http::checked(&url)?;
        Ok(Self { url, token, from })
    }

    pub(crate) fn send(&self, sms: &Sms) -> Result<(), NotSent> {
        let unicode = !is_gsm(&sms.text);
        let expires = sms.expires.clamp(sms.now + EXPIRY.0, sms.now + EXPIRY.1).to_string();
        let mut form = vec![
            ("to", sms.to.as_str()),
            ("message", &sms.text),
            ("format", "json"),
            ("encoding", "utf-8"),
            ("max_parts", if unicode { "2" } else { "1" }),
            ("expiration_date", &expires),
            ("idx", &sms.id),
            ("check_idx", "1"),
        ];
        form.extend(self.from.as_deref().map(|from| ("from", from)));
        // Stripping marks is done here already; the gateway does it for what we may have missed.
        form.extend((!unicode).then_some(("normalize", "1")));
        sorted(&http::post_form(&self.url, &self.token, &form)?)
    }
}

fn sorted(answer: &Answer) -> Result<(), NotSent> {
    let body: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    if let Some(error) = body.get("error").and_then(number) {
        let words = body.get("message").and_then(Value::as_str).unwrap_or_default();
        let why =
            crate::mask_digits(&format!("gateway: error {error} {}", words.chars().take(200).collect::<String>()));
        return match error {
            SENT_BEFORE => Ok(()),
            error if FINAL.contains(&error) => Err(NotSent::Never(why)),
            _ => Err(NotSent::Later(why)),
        };
    }
    let list = body.get("list").and_then(Value::as_array);
    let taken =
        list.is_some_and(|list| !list.is_empty() && list.iter().all(|one| one.get("error").is_none_or(Value::is_null)));
    let fine = (200..300).contains(&answer.status) && taken;
    if fine { Ok(()) } else { Err(NotSent::Later(format!("gateway: HTTP {}", answer.status))) }
}

/// Some documents show the code as a number, some as a text.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(body: &str) -> Result<(), NotSent> {
        sorted(&Answer { status: 200, body: body.into() })
    }

    #[test]
    fn errors_come_in_a_200_and_are_sorted() {
        assert_eq!(said(r#"{"count":1,"list":[{"id":"1","points":0.07,"status":"QUEUE","error":null}]}"#), Ok(()));
        assert_eq!(said(r#"{"error":53,"message":"Not unique idx"}"#), Ok(()));
        assert!(
            matches!(said(r#"{"error":13,"message":"No correct phone numbers 48662138278"}"#), Err(NotSent::Never(why)) if !why.contains("662138"))
        );
        for later in [
            r#"{"error":"103","message":"Insufficient credits"}"#,
            r#"{"error":105}"#,
            "",
            "<html>",
            r#"{"count":0,"list":[]}"#,
        ] {
            assert!(matches!(said(later), Err(NotSent::Later(_))), "{later}");
        }
    }
}
