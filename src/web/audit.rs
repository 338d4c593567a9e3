//! Lines of the access log about people of staff: sign-ons and accounts. Ids and codes only, and never what was typed.

use crate::call::Call;
use crate::errors::Problem;
use okienko_store::{Access, Staff};

/// How the log names a member of staff.
pub(crate) fn name(staff_id: &str) -> String {
    format!("staff:{staff_id}")
}

/// A line about what somebody did, now by the office clock; `detail` is a coded circumstance.
pub(crate) fn line(call: &Call, who: &str, action: &str, detail: &str) -> Result<Access, Problem> {
    let at_ms = call.office().clock().now().timestamp_millis();
    Ok(Access::new(at_ms, who, action, "", detail).map_err(okienko_actors::Trouble::from)?)
}

/// A line about somebody's own account.
pub(crate) fn own(call: &Call, staff: &Staff, action: &str, detail: &str) -> Result<Access, Problem> {
    line(call, &name(&staff.id), action, detail)
}

/// A line about what the caller did to somebody's account.
pub(crate) fn about(call: &Call, whom: &Staff, action: &str) -> Result<Access, Problem> {
    line(call, &call.who.actor(), action, &name(&whom.id))
}
