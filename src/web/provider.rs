//! The way through the identity provider, as the browser keeps it: what a sign-on began with lies sealed in a cookie of that browser alone,
//! so that any node finishes what another began, and no other browser can.

use crate::call::Call;
use crate::cookies;
use crate::errors::Problem;
use crate::routes::{self, Kind, Verb};
use crate::sealed::Seal;
use crate::texts::Lang;
use actix_web::HttpResponse;
use okienko_openid::{Pending, Provider, Trouble};
use okienko_queue::refusal::Refusal;
use okienko_queue::time::{Instant, from_ms};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::sync::Semaphore;

const NAME: &str = "okienko-openid";
const PURPOSE: &str = "openid";
/// How long somebody may take at the provider, milliseconds.
pub(crate) const LASTS_MS: i64 = 10 * 60_000;
/// Browsers keep about 4 KB a cookie (RFC 6265 §6.1).
const MOST: usize = 3_800;
/// Characters of a way back.
const LONGEST: usize = 300;
/// Questions to the provider at once: a slow one must not hold every thread.
const AT_ONCE: usize = 8;
/// Who waits for a turn; beyond them nobody is asked to wait.
const WAITING: usize = 64;
/// Where pages with a sign-on lie.
const PAGES: [&str; 6] = ["/desk", "/staff", "/admin", "/account", "/wall", "/reports"];

/// The line to the provider: so many speak at once, so many wait, and no more.
pub(crate) struct Line {
    speaking: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Default for Line {
    fn default() -> Self {
        Self { speaking: Arc::new(Semaphore::new(AT_ONCE)), waiting: Arc::new(Semaphore::new(AT_ONCE + WAITING)) }
    }
}

/// What the cookie holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    /// What the provider's answer must fit.
    pub pending: Pending,
    /// The page that is wished for.
    pub next: String,
    /// The language of the person.
    pub lang: String,
}

impl Kept {
    /// What came with a request, if it is ours, whole and not too old.
    pub fn of(call: &Call) -> Option<Self> {
        let sealed = cookies::get(call, NAME).filter(|text| text.len() <= MOST)?;
        let text = seal(call)?.open(&sealed, call.office().process_now_ms())?;
        serde_json::from_slice(&text).ok()
    }

    /// Keeps it in the browser that an answer goes to.
    pub fn put(&self, call: &Call, answer: &mut HttpResponse) -> Result<(), Problem> {
        let kept = || {
            let sealed =
                seal(call)?.close(&serde_json::to_vec(self).ok()?, call.office().process_now_ms() + LASTS_MS)?;
            (sealed.len() <= MOST).then_some(sealed)
        };
        let sealed = kept().ok_or_else(|| {
            tracing::error!("the beginning of a sign-on could not be sealed");
            Problem::new("try_again")
        })?;
        cookies::set(call, answer, NAME, &sealed, &format!("; Max-Age={}", LASTS_MS / 1_000));
        Ok(())
    }

    /// Lets the browser forget it.
    pub fn forget(call: &Call, answer: &mut HttpResponse) {
        cookies::set(call, answer, NAME, "", "; Max-Age=0");
    }

    /// The language that the sign-on began in.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.lang).unwrap_or_default()
    }
}

fn seal(call: &Call) -> Option<Seal> {
    // The cookie itself is the bond to the browser: nobody else has it, and no script reads it.
    Seal::new(call.office().store().secrets(), PURPOSE, "browser")
}

/// The provider, where one is set up.
pub(crate) fn provider(call: &Call) -> Result<Arc<Provider>, Problem> {
    call.state.settings.openid.clone().ok_or_else(|| Refusal::NotFound.into())
}

/// Asks the provider on a blocking thread, by the process clock.
pub(crate) async fn ask<R: Send + 'static>(
    call: &Call,
    question: impl FnOnce(&Provider, Instant) -> Result<R, Trouble> + Send + 'static,
) -> Result<R, Trouble> {
    let away = |words: &str| Trouble::Away(words.to_owned());
    let Some(provider) = call.state.settings.openid.clone() else { return Err(away("none is set up")) };
    let line = &call.state.provider;
    let place = line.waiting.clone().try_acquire_owned().map_err(|_| away("too many ask at once"))?;
    let turn = line.speaking.clone().acquire_owned().await.map_err(|_| away("the line is closed"))?;
    let now = from_ms(call.office().process_now_ms());
    let asked = actix_web::web::block(move || {
        let answer = question(&provider, now);
        drop((turn, place));
        answer
    });
    let answer = asked.await.map_err(|_| away("the question was cut short"))?;
    if let Err(Trouble::Away(why)) = &answer {
        tracing::warn!(why, "the identity provider does not answer");
    }
    answer
}

/// The page to go on with: a page of staff of this house. Whatever else is asked for is refused, wherever it leads.
pub(crate) fn way_on(asked: Option<&str>) -> Option<String> {
    let Some(asked) = asked else { return Some("/account".to_owned()) };
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || b"/-_.~%?&=+,:".contains(&sign);
    let path = asked.split('?').next().unwrap_or_default();
    let ours =
        PAGES.iter().any(|page| path.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let sound = asked.len() <= LONGEST && asked.bytes().all(plain) && !asked.contains("//") && !asked.contains("/.");
    (ours && sound && is_page(path)).then(|| asked.to_owned())
}

/// Whether the table has a page at a path.
fn is_page(path: &str) -> bool {
    routes::all().any(|row| row.verb == Verb::Get && row.kind == Kind::Private && fits(row.path, path))
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(part), Some(step)) if part == step || (part.starts_with('{') && !step.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::way_on;

    #[test]
    fn a_way_on_is_a_page_of_staff_of_this_house_and_nothing_else() {
        for good in [
            "/desk",
            "/desk/3?bar=1",
            "/wall",
            "/admin/departments/geodezja?lang=uk",
            "/reports?from=2026-11-01",
            "/desk/A%20b",
        ] {
            assert_eq!(way_on(Some(good)).as_deref(), Some(good));
        }
        assert_eq!(way_on(None).as_deref(), Some("/account"));
        for bad in [
            "",
            "/",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/desk",
            "/desk//evil.example",
            "/desk/../x",
            "/desk/3/x/y",
            "/deskevil",
            "/desk@evil.example",
            "/desk\r\nSet-Cookie: a=b",
            "javascript:alert(1)",
            "/desk#x",
            "/d/1",
            "/a/token",
            "/admin/nothing",
            " /desk",
            "/desk/3?next=https://evil.example",
        ] {
            assert_eq!(way_on(Some(bad)), None, "{bad}");
        }
        assert_eq!(way_on(Some(&format!("/desk/{}", "a".repeat(400)))), None);
    }
}
