//! The form cookie: a random value that a form's token is bound to, so that only a page of this site can send the form (law line 33).
//! It holds nothing about the person and ends with the browser; strictly necessary, so no banner is needed. Beside it stand the
//! sealed draft of a booking (`draft`), for half an hour, and a sign-on of staff that is under way (`provider`), for ten minutes.

use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::{COOKIE, HeaderValue, SET_COOKIE};
use okienko_store::new_token;

const PURPOSE: &str = "form";
const NAME: &str = "okienko";

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

    /// The browser's random value, for what is kept under the same lock; nothing when the browser has not sent it.
    pub fn holder(&self) -> Option<&str> {
        (!self.fresh).then_some(self.value.as_str())
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
        set(call, answer, NAME, &self.value, "");
    }
}

/// The full name of the form's cookie under this address; `/privacy` tells it.
pub(crate) fn name(call: &Call) -> String {
    full(call, NAME)
}

/// Sets a cookie of this host. `lasts` is empty until the browser is closed, or `; Max-Age=…` in seconds.
pub(crate) fn set(call: &Call, answer: &mut HttpResponse, name: &str, value: &str, lasts: &str) {
    let secure = if call.state.settings.is_https() { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{lasts}{secure}", full(call, name));
    if let Ok(value) = HeaderValue::from_str(&text) {
        answer.headers_mut().append(SET_COOKIE, value);
    }
}

/// The value of a cookie that came with a request.
pub(crate) fn get(call: &Call, name: &str) -> Option<String> {
    let name = full(call, name);
    let headers = call.req.headers().get_all(COOKIE).filter_map(|value| value.to_str().ok());
    let mut pairs = headers.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value.to_owned())
}

fn full(call: &Call, name: &str) -> String {
    // The prefix makes browsers insist on TLS and on this very host (RFC 6265bis §4.1.3.2).
    if call.state.settings.is_https() { format!("__Host-{name}") } else { name.to_owned() }
}

fn come(call: &Call) -> Option<String> {
    let value = get(call, NAME)?;
    let ours =
        value.len() == 43 && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    ours.then_some(value)
}
