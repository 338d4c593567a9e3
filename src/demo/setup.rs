//! Puts the sample office into an empty database; over one that holds it already nothing is added.

use super::secrets::{Known, Secrets};
use crate::failure::Failure;
use crate::{sample, transport};
use okienko_actors::accounts;
use okienko_queue::office::OfficeFile;
use okienko_store::{Appender, Device, DeviceKind, Store, hash_token};
use std::path::Path;

/// The kiosk in the hall.
pub const KIOSK: &str = "kiosk-1";
/// The screen in the hall, as a device.
pub const SCREEN: &str = "ekran-hol";

/// The sample office is in the database afterwards; answers the secrets that this folder knows and the database confirms.
///
/// # Errors
/// Exit code 1 when the database is away or holds another office.
pub fn sample_office(store: &Store, office: &OfficeFile, data: &Path) -> Result<Known, Failure> {
    let held = transport::configured(store)?;
    if let Some(other) = held.as_ref().filter(|held| held.office.id != office.office.id) {
        let why = format!(
            "this database holds the office `{}`; a demo never touches it. Choose another DATABASE_URL",
            other.office.id
        );
        return Err(Failure::undone(why));
    }
    let secrets = match (Secrets::read(data)?, held.is_some()) {
        (Some(secrets), true) => secrets,
        (None, true) => return Ok(Known::default()),
        (before, false) => match begin(store, office, data, before)? {
            Some(secrets) => secrets,
            None => return Ok(Known::default()),
        },
    };
    let mut appender = store.appender()?;
    add_people(&mut appender, office, &secrets)?;
    add_devices(&mut appender, &secrets)?;
    confirmed(store, &secrets)
}

/// Writes the document; `None` when another node was faster. The secrets are kept first: a start that is killed in between
/// is made whole by the next one over the same folder.
fn begin(store: &Store, office: &OfficeFile, data: &Path, before: Option<Secrets>) -> Result<Option<Secrets>, Failure> {
    let secrets = before.map_or_else(|| Secrets::fresh(office), Ok)?;
    secrets.keep(data)?;
    let document = transport::written(office)?;
    if store.appender()?.put_setting(transport::DOCUMENT, &document, 0)?.is_some() {
        return Ok(Some(secrets));
    }
    Secrets::forget(data)?;
    Ok(None)
}

fn add_people(appender: &mut Appender, office: &OfficeFile, secrets: &Secrets) -> Result<(), Failure> {
    let held = appender.store().staff()?;
    let mut missing = Vec::new();
    for listed in office.staff.iter().filter(|listed| held.iter().all(|row| row.login != listed.login)) {
        if let Some(person) = secrets.people.iter().find(|person| person.login == listed.login) {
            missing.push(accounts::row(listed, accounts::new_id()?, person.hash.clone()));
        }
    }
    if missing.is_empty() { Ok(()) } else { Ok(appender.put_staff(&missing)?) }
}

fn add_devices(appender: &mut Appender, secrets: &Secrets) -> Result<(), Failure> {
    let board = serde_json::json!({ "board": sample::BOARD }).to_string();
    let kiosk = Device::new(KIOSK, DeviceKind::Kiosk, "Kiosk 1", "{}", Some(&secrets.kiosk));
    let screen = Device::new(SCREEN, DeviceKind::Board, "Hol", &board, Some(&secrets.board));
    for device in [kiosk, screen] {
        if appender.store().device(&device.id)?.is_none() {
            appender.add_device(&device)?;
        }
    }
    Ok(())
}

fn confirmed(store: &Store, secrets: &Secrets) -> Result<Known, Failure> {
    let token = |id: &str, token: &str| {
        let held = store.device(id)?.and_then(|device| device.token_hash);
        Ok::<_, Failure>(held.filter(|held| *held == hash_token(token)).map(|_| token.to_owned()))
    };
    let staff = store.staff()?;
    let valid = |login: &str, hash: &str| staff.iter().any(|row| row.login == login && row.password == hash);
    let people = secrets.people.iter().filter(|person| valid(&person.login, &person.hash));
    Ok(Known {
        kiosk: token(KIOSK, &secrets.kiosk)?,
        board: token(SCREEN, &secrets.board)?,
        passwords: people.map(|person| (person.login.clone(), person.password.clone())).collect(),
    })
}

#[cfg(test)]
mod tests;
