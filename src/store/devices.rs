//! Kiosks, boards and desk screens, known by an opaque token of which only the hash is kept.

use crate::append::Appender;
use crate::fault::Fault;
use crate::schema::devices;
use crate::secrets::{hash_token, new_token};
use crate::store::Store;
use diesel::prelude::*;

/// What a device is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeviceKind {
    /// Issues tickets.
    Kiosk,
    /// Shows calls in the lobby.
    Board,
    /// Stands at a desk.
    Desk,
}

impl DeviceKind {
    /// As it is written in the database and in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::Board => "board",
            Self::Desk => "desk",
        }
    }

    /// The kind of a word, if it is one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Kiosk, Self::Board, Self::Desk].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A device.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = devices, treat_none_as_default_value = false)]
pub struct Device {
    /// Opaque id.
    pub id: String,
    /// `kiosk`, `board` or `desk`, see [`DeviceKind`].
    pub kind: String,
    /// A human name, given by the administrator.
    pub name: String,
    /// SHA-256 of the token, see [`hash_token`]; `None` for one that never signs on.
    pub token_hash: Option<String>,
    /// `active` or `revoked`.
    pub state: String,
    /// JSON of what it shows or offers.
    pub config: String,
    /// Last sign of life, process clock.
    pub last_seen_ms: Option<i64>,
}

impl Device {
    /// An active device with a token that is known already (or none).
    #[must_use]
    pub fn new(id: &str, kind: DeviceKind, name: &str, config: &str, token: Option<&str>) -> Self {
        Self {
            id: id.to_owned(),
            kind: kind.as_str().to_owned(),
            name: name.to_owned(),
            token_hash: token.map(hash_token),
            state: "active".to_owned(),
            config: config.to_owned(),
            last_seen_ms: None,
        }
    }
}

impl Store {
    /// The active device of a bearer token.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn device_by_token(&self, token: &str) -> Result<Option<Device>, Fault> {
        let hash = hash_token(token);
        self.read(|c| {
            devices::table.filter(devices::token_hash.eq(&hash)).filter(devices::state.eq("active")).first(c).optional()
        })
    }

    /// A device by id, active or not.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn device(&self, id: &str) -> Result<Option<Device>, Fault> {
        self.read(|c| devices::table.find(id).first(c).optional())
    }

    /// All devices, by id.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn devices(&self) -> Result<Vec<Device>, Fault> {
        let mut all: Vec<Device> = self.read(|c| devices::table.load(c))?;
        all.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(all)
    }
}

impl Appender {
    /// Creates a device with a fresh token, which is answered here and never again.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the id exists, [`Fault::Away`] when the database does not answer.
    pub fn create_device(
        &mut self,
        id: &str,
        kind: DeviceKind,
        name: &str,
        config: &str,
    ) -> Result<(Device, String), Fault> {
        let token = new_token()?;
        let device = Device::new(id, kind, name, config, Some(&token));
        self.add_device(&device)?;
        Ok((device, token))
    }

    /// Adds a device as it is; see [`Device::new`].
    ///
    /// # Errors
    /// [`Fault::Broken`] when the id or the token exists, [`Fault::Away`] when the database does not answer.
    pub fn add_device(&mut self, device: &Device) -> Result<(), Fault> {
        self.run(|c| diesel::insert_into(devices::table).values(device.clone()).execute(c).map(drop))
    }

    /// Changes name and configuration; answers whether there is such a device.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn change_device(&mut self, id: &str, name: &str, config: &str) -> Result<bool, Fault> {
        let new = (devices::name.eq(name), devices::config.eq(config));
        Ok(self.run(|c| diesel::update(devices::table.find(id)).set(new).execute(c))? == 1)
    }

    /// Notes a sign of life (process clock).
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn touch_device(&mut self, id: &str, now_ms: i64) -> Result<(), Fault> {
        let seen = devices::last_seen_ms.eq(now_ms);
        self.run(|c| diesel::update(devices::table.find(id)).set(seen).execute(c).map(drop))
    }

    /// Takes a device's token away for good; answers whether it was active.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn revoke_device(&mut self, id: &str) -> Result<bool, Fault> {
        let revoked = self.run(|c| {
            let active = devices::table.filter(devices::id.eq(id)).filter(devices::state.eq("active"));
            diesel::update(active)
                .set((devices::state.eq("revoked"), devices::token_hash.eq(None::<String>)))
                .execute(c)
        })?;
        Ok(revoked == 1)
    }
}
