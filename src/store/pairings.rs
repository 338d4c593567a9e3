//! Pairing a new device (the shape of RFC 8628): the screen shows a short code and polls with a secret; an
//! administrator types the code; the next poll gets the device's token, once.

use crate::append::Appender;
use crate::connection::on_each;
use crate::devices::{Device, DeviceKind};
use crate::fault::Fault;
use crate::schema::{devices, pairings};
use crate::secrets::{hash_token, new_token, random};
use crate::store::Store;
use diesel::prelude::*;

/// How long a code can be approved and polled, milliseconds.
pub const PAIRING_MS: i64 = 600_000;
/// No vowels, so that no words appear, and nothing that reads like a digit.
const ALPHABET: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
const CODE_LENGTH: usize = 8;

/// What a device that wants to be paired is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairingStart {
    /// Shown on the screen: eight consonants.
    pub code: String,
    /// Kept by the device and sent with each poll.
    pub poll_secret: String,
    /// End of both, process clock.
    pub expires_ms: i64,
}

/// What a poll is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairingPoll {
    /// Not approved yet.
    Pending,
    /// Approved; told once.
    Approved {
        /// The device it became.
        device: Device,
        /// Its bearer token.
        token: String,
    },
    /// Unknown, too old, or told already: start again.
    Expired,
}

impl Appender {
    /// Begins a pairing.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn start_pairing(&mut self, kind: DeviceKind, now_ms: i64) -> Result<PairingStart, Fault> {
        self.prune_pairings(now_ms)?;
        let (poll_secret, expires_ms) = (new_token()?, now_ms + PAIRING_MS);
        // A code in use is as good as impossible (20^8), a short second try as good as certain to find a free one.
        for _ in 0..5 {
            let code = new_code()?;
            let row = (
                pairings::code.eq(code.clone()),
                pairings::kind.eq(kind.as_str()),
                pairings::poll_hash.eq(hash_token(&poll_secret)),
                pairings::expires_ms.eq(expires_ms),
            );
            let added = self.run(|c| {
                on_each!(c, c => diesel::insert_into(pairings::table)
                    .values(row)
                    .on_conflict_do_nothing()
                    .execute(c))
            })?;
            if added == 1 {
                return Ok(PairingStart { code, poll_secret, expires_ms });
            }
        }
        Err(Fault::Broken("no free pairing code".to_owned()))
    }

    /// An administrator approves a shown code (as typed: case, spaces and hyphens do not matter): the device exists from
    /// now on under `id`. `None` for a code that is unknown, too old or approved already.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the device's id exists, [`Fault::Away`] when the database does not answer.
    pub fn approve_pairing(
        &mut self,
        code: &str,
        id: &str,
        name: &str,
        config: &str,
        now_ms: i64,
    ) -> Result<Option<Device>, Fault> {
        let code = as_shown(code);
        let token = self.store().secrets().device_token(id);
        self.run(|c| {
            let open = pairings::table
                .filter(pairings::code.eq(&code))
                .filter(pairings::expires_ms.gt(now_ms))
                .filter(pairings::device.is_null());
            let kind: Option<String> = open.select(pairings::kind).first(c).optional()?;
            let Some(kind) = kind.as_deref().and_then(DeviceKind::parse) else {
                return Ok(None);
            };
            let device = Device::new(id, kind, name, config, Some(&token));
            diesel::insert_into(devices::table).values(device.clone()).execute(c)?;
            let approved = diesel::update(open).set(pairings::device.eq(id)).execute(c)?;
            if approved == 1 {
                Ok(Some(device))
            } else {
                // Another node approved it in this instant: our device must not stay.
                diesel::delete(devices::table.find(id)).execute(c)?;
                Ok(None)
            }
        })
    }

    /// The device asks whether it is approved. The token is told to exactly one poll.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn poll_pairing(&mut self, poll_secret: &str, now_ms: i64) -> Result<PairingPoll, Fault> {
        let hash = hash_token(poll_secret);
        match self.store().pairing_device(&hash, now_ms)? {
            None => Ok(PairingPoll::Expired),
            Some(None) => Ok(PairingPoll::Pending),
            Some(Some(id)) => self.hand_out(&hash, &id),
        }
    }

    /// Whoever deletes the pairing tells the token.
    fn hand_out(&mut self, hash: &str, id: &str) -> Result<PairingPoll, Fault> {
        let device: Option<Device> = self.run(|c| {
            let asked = pairings::table.filter(pairings::poll_hash.eq(hash));
            if diesel::delete(asked).execute(c)? == 0 {
                return Ok(None);
            }
            devices::table.find(id).filter(devices::state.eq("active")).first(c).optional()
        })?;
        let token = self.store().secrets().device_token(id);
        Ok(device.map_or(PairingPoll::Expired, |device| PairingPoll::Approved { device, token }))
    }

    /// Forgets pairings whose time is over; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_pairings(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(pairings::table.filter(pairings::expires_ms.le(now_ms))).execute(c))
    }
}

impl Store {
    /// What sort of device shows a code (as typed) that can be approved now.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn pairing_kind(&self, code: &str, now_ms: i64) -> Result<Option<DeviceKind>, Fault> {
        let code = as_shown(code);
        let kind: Option<String> = self.read(|c| {
            pairings::table
                .filter(pairings::code.eq(&code))
                .filter(pairings::expires_ms.gt(now_ms))
                .filter(pairings::device.is_null())
                .select(pairings::kind)
                .first(c)
                .optional()
        })?;
        Ok(kind.as_deref().and_then(DeviceKind::parse))
    }

    /// The device a live pairing led to, if any: `None` no such pairing, `Some(None)` not yet approved.
    fn pairing_device(&self, hash: &str, now_ms: i64) -> Result<Option<Option<String>>, Fault> {
        self.read(|c| {
            pairings::table
                .filter(pairings::poll_hash.eq(hash))
                .filter(pairings::expires_ms.gt(now_ms))
                .select(pairings::device)
                .first(c)
                .optional()
        })
    }
}

fn as_shown(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// Every letter equally likely: bytes that would favour the first ones are thrown away.
fn new_code() -> Result<String, Fault> {
    let mut code = String::with_capacity(CODE_LENGTH);
    while code.len() < CODE_LENGTH {
        let fair = random::<16>()?.into_iter().filter(|byte| *byte < 240);
        let letters = fair.filter_map(|byte| ALPHABET.get(usize::from(byte) % ALPHABET.len()));
        code.extend(letters.map(|letter| char::from(*letter)).take(CODE_LENGTH - code.len()));
    }
    Ok(code)
}
