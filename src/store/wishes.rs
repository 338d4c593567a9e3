//! What a kiosk is asked to do. It is told with every answer until it says that it did, or until nobody waits for it any more.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::wishes;
use crate::secrets::new_token;
use crate::store::Store;
use diesel::prelude::*;

/// How long a wish is worth something, milliseconds: whoever restarts a kiosk does not mean tomorrow's.
pub const WISH_MS: i64 = 900_000;
/// Wishes that one device may have before it; more are refused.
const MOST: i64 = 20;

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = wishes)]
pub struct Wish {
    /// Opaque id.
    pub id: String,
    /// The device it is for.
    pub device: String,
    /// `reload`, `restart`, `test_print` or `print`.
    pub kind: String,
    /// Id of the ticket to print.
    pub ticket: Option<String>,
    /// When it was made, process clock.
    pub created_ms: i64,
    /// When it is forgotten, process clock.
    pub expires_ms: i64,
}

impl Store {
    /// The wishes that a device has not fulfilled, the oldest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn wishes(&self, device: &str, now_ms: i64) -> Result<Vec<Wish>, Fault> {
        self.read(|c| {
            wishes::table
                .filter(wishes::device.eq(device))
                .filter(wishes::expires_ms.gt(now_ms))
                .order((wishes::created_ms, wishes::id))
                .load(c)
        })
    }
}

impl Store {
    /// The wishes that no device has fulfilled, the oldest first.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn all_wishes(&self, now_ms: i64) -> Result<Vec<Wish>, Fault> {
        let standing = wishes::table.filter(wishes::expires_ms.gt(now_ms));
        self.read(|c| standing.order((wishes::created_ms, wishes::id)).load(c))
    }
}

impl Appender {
    /// Makes a wish; the same one made again is the one that stands. `None` when the device has too many before it.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn make_wish(
        &mut self,
        device: &str,
        kind: &str,
        ticket: Option<&str>,
        now_ms: i64,
    ) -> Result<Option<Wish>, Fault> {
        let random: String = new_token()?.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
        let wish = Wish {
            id: format!("w-{random}"),
            device: device.to_owned(),
            kind: kind.to_owned(),
            ticket: ticket.map(str::to_owned),
            created_ms: now_ms,
            expires_ms: now_ms + WISH_MS,
        };
        self.run(|c| {
            diesel::delete(wishes::table.filter(wishes::expires_ms.le(now_ms))).execute(c)?;
            let before: Vec<Wish> = wishes::table.filter(wishes::device.eq(device)).limit(MOST).load(c)?;
            let same = before.iter().find(|one| one.kind == wish.kind && one.ticket == wish.ticket);
            if let Some(same) = same {
                return Ok(Some(same.clone()));
            }
            if before.len() as i64 >= MOST {
                return Ok(None);
            }
            diesel::insert_into(wishes::table).values(wish.clone()).execute(c)?;
            Ok(Some(wish))
        })
    }

    /// A device has done these; answers how many of them were its own.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn fulfil_wishes(&mut self, device: &str, done: &[String]) -> Result<usize, Fault> {
        self.run(|c| {
            let own = wishes::table.filter(wishes::device.eq(device)).filter(wishes::id.eq_any(done));
            diesel::delete(own).execute(c)
        })
    }

    /// Forgets wishes whose time is over; answers how many.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn prune_wishes(&mut self, now_ms: i64) -> Result<usize, Fault> {
        self.run(|c| diesel::delete(wishes::table.filter(wishes::expires_ms.le(now_ms))).execute(c))
    }
}
