//! What was typed into the form, kept between form, review and booking: in a sealed cookie of the browser, so that no node remembers
//! anything, no address holds personal data, and any node goes on where another stopped.

use crate::call::Call;
use crate::cookies::{self, FormCookie};
use crate::errors::Problem;
use crate::sealed::Seal;
use actix_web::HttpResponse;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Minutes for which a draft is kept after the page that showed it last.
pub(crate) const MINUTES: u32 = 30;

const NAME: &str = "okienko-draft";
const PURPOSE: &str = "draft";
/// Browsers keep about 4 KB a cookie (RFC 6265 §6.1).
const MOST: usize = 3_800;

/// What the cookie holds.
#[derive(Serialize, Deserialize)]
pub(crate) enum Kept {
    /// A form that was filled in and is not sent yet.
    Draft(Draft),
    /// What became of one: sending it again leads to the same place.
    Done(Done),
}

/// A form that was filled in. Never log it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    pub service: String,
    /// The chosen term, office-local.
    pub start: NaiveDateTime,
    pub name: String,
    pub phone: String,
    pub email: String,
    /// The idempotency key of the booking: one per form that was shown.
    pub key: String,
}

/// A draft that was booked, without what was typed.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Done {
    /// The key of the draft.
    pub key: String,
    /// Where the browser was sent.
    pub path: String,
    /// Present when the visit has to be confirmed by the link of a letter.
    pub sent: Option<Sent>,
}

/// What the page says of the letter with the link.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// The address, most of it hidden.
    pub to: String,
    /// Minutes within which the visit must be confirmed.
    pub minutes: u32,
    /// The end of them, office-local.
    pub until: NaiveDateTime,
}

impl Kept {
    /// What came with a request, if it is ours, whole and not too old.
    pub fn of(call: &Call) -> Option<Self> {
        let sealed = cookies::get(call, NAME).filter(|text| text.len() <= MOST)?;
        let text = seal(call)?.open(&sealed, call.office().process_now_ms())?;
        serde_json::from_slice(&text).ok()
    }

    /// The draft that came with a request.
    pub fn draft(call: &Call) -> Option<Draft> {
        if let Some(Self::Draft(draft)) = Self::of(call) { Some(draft) } else { None }
    }

    /// What became of a draft that came with a request before.
    pub fn done(call: &Call) -> Option<Done> {
        if let Some(Self::Done(done)) = Self::of(call) { Some(done) } else { None }
    }

    /// Keeps it from now on for [`MINUTES`].
    pub fn put(&self, call: &Call, answer: &mut HttpResponse) -> Result<(), Problem> {
        let kept = || {
            let ends_ms = call.office().process_now_ms() + i64::from(MINUTES) * 60_000;
            let sealed = seal(call)?.close(&serde_json::to_vec(self).ok()?, ends_ms)?;
            (sealed.len() <= MOST).then_some(sealed)
        };
        let sealed = kept().ok_or_else(|| {
            tracing::error!("a draft could not be sealed");
            Problem::new("try_again")
        })?;
        cookies::set(call, answer, NAME, &sealed, &format!("; Max-Age={}", MINUTES * 60));
        Ok(())
    }

    /// Lets the browser forget it.
    pub fn forget(call: &Call, answer: &mut HttpResponse) {
        cookies::set(call, answer, NAME, "", "; Max-Age=0");
    }
}

fn seal(call: &Call) -> Option<Seal> {
    let cookie = FormCookie::of(call).ok()?;
    Seal::new(call.office().store().secrets(), PURPOSE, cookie.holder()?)
}

/// An e-mail address that its owner recognises and nobody else can use: `a•••@gmail.com`.
pub(crate) fn masked(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}•••@{domain}")
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn an_address_is_masked_whatever_it_is() {
        assert_eq!(masked("anna.nowak@gmail.com"), "a•••@gmail.com");
        assert_eq!(masked("żółw@poczta.pl"), "ż•••@poczta.pl");
        assert_eq!(masked("@"), "•••@");
    }
}
