//! The second step of a sign-on: a code of the person's application, or a recovery code; each counts once.

use crate::call::Call;
use crate::errors::Problem;
use crate::totp;
use okienko_queue::office::Role;
use okienko_store::{Fault, Staff};

/// What a sign-on has proven beyond the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing is asked for.
    NotAsked,
    /// The office asks for a second factor and none is set up: nothing but that can be done.
    Due,
    /// A code was right.
    Code,
    /// A recovery code was right, and is used up.
    Recovery,
    /// A code is asked for and was not sent.
    Missing,
    /// It was sent, and is wrong or used up.
    Wrong,
}

impl Step {
    /// As the log says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotAsked | Self::Missing => "",
            Self::Due => "second_factor_due",
            Self::Code => "second_factor",
            Self::Recovery => "recovery_code",
            Self::Wrong => "second_factor_wrong",
        }
    }
}

/// Whether the office asks for a second factor in a role.
pub(crate) fn is_asked(call: &Call, role: &str) -> bool {
    let office = call.office().catalogue();
    office.office.security.second_factor.contains(&Role::from(role.to_owned()))
}

/// Judges the code that came with a right password.
pub(crate) async fn take(call: &Call, staff: &Staff, code: &str) -> Result<Step, Problem> {
    let id = staff.id.clone();
    let held = call.office().read(move |store| store.second_factor(&id)).await?;
    let Some(held) = held.filter(|held| held.confirmed_ms.is_some()) else {
        return Ok(if is_asked(call, &staff.role) { Step::Due } else { Step::NotAsked });
    };
    let code: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    if code.is_empty() {
        return Ok(Step::Missing);
    }
    if !totp::is_code(&code) {
        let used = call.office().write(move |appender| appender.use_recovery_code(&held.staff, &code)).await?;
        return Ok(if used { Step::Recovery } else { Step::Wrong });
    }
    let step = totp::step_of(&held.secret, &code, call.office().process_now_ms());
    let Some(step) = step else { return Ok(Step::Wrong) };
    let used = call.office().write(move |appender| appender.use_step(&held.staff, step)).await?;
    Ok(if used { Step::Code } else { Step::Wrong })
}

/// Ten fresh recovery codes of sixteen signs, 80 random bits each.
pub(crate) fn recovery_codes() -> Result<Vec<String>, Fault> {
    (0..10).map(|_| totp::words(4)).collect()
}
