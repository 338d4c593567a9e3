//! The mark of a browser in which somebody of staff has signed on: a cookie that gives no authority, only a budget of failed sign-ons that
//! others cannot use up. It ends with the password it was set under.

use crate::call::Call;
use crate::cookies;
use actix_web::HttpResponse;
use okienko_store::{Staff, hash_token, new_token};

const PURPOSE: &str = "browser";
const NAME: &str = "okienko-staff";
/// Ninety days, in seconds.
const LASTS: &str = "; Max-Age=7776000";
/// Signs of the password's trace.
const TRACE: usize = 10;

/// The browser's own random name, if this member of staff has signed on in it.
pub(crate) fn of(call: &Call, staff: &Staff) -> Option<String> {
    let whole = call.office().store().secrets().open_link(PURPOSE, &cookies::get(call, NAME)?)?;
    let (owner, browser) = whole.rsplit_once(':')?;
    (owner == bound(staff)).then(|| browser.to_owned())
}

/// Marks the browser that an answer goes to.
pub(crate) fn mark(call: &Call, staff: &Staff, answer: &mut HttpResponse) {
    // Without randomness it stays unknown, which only narrows a budget.
    let Some(browser) = of(call, staff).or_else(|| new_token().ok()) else { return };
    let value = call.office().store().secrets().link_token(PURPOSE, &format!("{}:{browser}", bound(staff)));
    cookies::set(call, answer, NAME, &value, LASTS);
}

/// A person and the password of now.
fn bound(staff: &Staff) -> String {
    let trace: String = hash_token(&staff.password).chars().take(TRACE).collect();
    format!("{}:{trace}", staff.id)
}
