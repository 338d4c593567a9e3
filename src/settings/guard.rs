//! `[guard]`: against slot trading and bots, and how many live pages there may be.

use super::given::Given;
use crate::failure::Failure;
use okienko_web::{GuardSettings, Rate, StreamLimits};

/// Every key, for the list of what is known.
pub const KEYS: &[&str] = &[
    "enabled",
    "bookings",
    "bookings_per_hour",
    "changes",
    "changes_per_hour",
    "link_changes",
    "link_changes_per_hour",
    "soft_bookings",
    "soft_bookings_per_hour",
    "soft_office_bookings",
    "soft_office_bookings_per_hour",
    "soft_minutes",
    "proof",
    "proof_bits",
    "keys",
    "streams",
    "streams_per_link",
];
/// Beyond this no phone finds an answer in time.
const MOST_BITS: u16 = 24;

impl Given {
    /// The limits of writes; `enabled = false` turns all of them off, `proof = false` the soft ones.
    pub fn guard(&self) -> Result<GuardSettings, Failure> {
        let usual = GuardSettings::usual();
        let on = self.flag("guard", "enabled")?.unwrap_or(true);
        let soft = self.flag("guard", "proof")?.unwrap_or(true);
        let bits = self.number("guard", "proof_bits")?.unwrap_or(u16::from(usual.proof_bits));
        let Some(proof_bits) = u8::try_from(bits).ok().filter(|_| bits <= MOST_BITS) else {
            return Err(Failure::unreadable(format!(
                "[guard] proof_bits must be a whole number from 1 to {MOST_BITS}"
            )));
        };
        let settings = GuardSettings {
            bookings: self.rate("bookings", usual.bookings)?,
            changes: self.rate("changes", usual.changes)?,
            per_link: self.rate("link_changes", usual.per_link)?,
            soft_address: self.rate("soft_bookings", usual.soft_address)?,
            soft_office: self.rate("soft_office_bookings", usual.soft_office)?,
            soft_minutes: self.number("guard", "soft_minutes")?.map_or(usual.soft_minutes, u32::from),
            proof_bits,
            keys: self.number("guard", "keys")?.map_or(usual.keys, usize::from),
        };
        let never = Rate::default();
        let hard = if soft { settings } else { GuardSettings { soft_address: never, soft_office: never, ..settings } };
        Ok(if on { hard } else { GuardSettings::default() })
    }

    /// Live pages of tickets, of one process and of one link.
    pub fn streams(&self) -> Result<StreamLimits, Failure> {
        let usual = StreamLimits::default();
        Ok(StreamLimits {
            all: self.number("guard", "streams")?.map_or(usual.all, usize::from),
            per_link: self.number("guard", "streams_per_link")?.map_or(usual.per_link, usize::from),
        })
    }

    fn rate(&self, key: &str, usual: Rate) -> Result<Rate, Failure> {
        Ok(Rate {
            burst: self.number("guard", key)?.map_or(usual.burst, u32::from),
            per_hour: self.number("guard", &format!("{key}_per_hour"))?.map_or(usual.per_hour, u32::from),
        })
    }
}
