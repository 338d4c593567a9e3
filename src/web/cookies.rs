//! The one cookie: a random value that a form's token is bound to, so that only a page of this site can send the form (law line 33).
//! It holds nothing about the person and ends with the browser; strictly necessary, so no banner is needed.

use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::{COOKIE, HeaderValue, SET_COOKIE};
use okienko_store::new_token;

const PURPOSE: &str = "form";

/// The cookie of a browser, come or to be set.
pub(crate) struct FormCookie {
    value: String,
    fresh: bool,
}

impl FormCookie {
    /// The cookie that came with a request, or a new one.
    pub fn of(call: &Call) -> Result<Self, Problem> {
        match come(call) {
            Some(value) => Ok(Self { value, fresh: false }),
            None => {
                let value = new_token().map_err(|fault| {
                    tracing::error!(%fault, "no randomness");
                    Problem::new("try_again")
                })?;
                Ok(Self { value, fresh: true })
            }
        }
    }

    /// The token of a form: `what` names the form, e.g. `cancel {token}`.
    pub fn token(&self, call: &Call, what: &str) -> String {
        let whole = call.office().store().secrets().link_token(PURPOSE, &self.bound(what));
        whole.rsplit_once('.').map(|(_, proof)| proof.to_owned()).unwrap_or_default()
    }

    /// Whether a form's token belongs to this browser and form; compared in constant time.
    pub fn admits(&self, call: &Call, what: &str, token: &str) -> bool {
        let whole = format!("{}.{token}", self.bound(what));
        !self.fresh && !token.contains('.') && call.office().store().secrets().open_link(PURPOSE, &whole).is_some()
    }

    fn bound(&self, what: &str) -> String {
        format!("{} {what}", self.value)
    }

    /// Adds the cookie to an answer if the browser does not have it yet.
    pub fn put(&self, call: &Call, answer: &mut HttpResponse) {
        if !self.fresh {
            return;
        }
        let secure = if call.state.settings.is_https() { "; Secure" } else { "" };
        let text = format!("{}={}; Path=/; HttpOnly; SameSite=Lax{secure}", name(call), self.value);
        if let Ok(value) = HeaderValue::from_str(&text) {
            answer.headers_mut().append(SET_COOKIE, value);
        }
    }
}

/// The cookie's name under this address; `/privacy` tells it.
pub(crate) fn name(call: &Call) -> &'static str {
    // The prefix makes browsers insist on TLS and on this very host (RFC 6265bis §4.1.3.2).
    if call.state.settings.is_https() { "__Host-okienko" } else { "okienko" }
}

fn come(call: &Call) -> Option<String> {
    let headers = call.req.headers().get_all(COOKIE).filter_map(|value| value.to_str().ok());
    let mut pairs = headers.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(found, _)| *found == name(call))?;
    let ours =
        value.len() == 43 && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    ours.then(|| value.to_owned())
}
