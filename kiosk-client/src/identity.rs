//! Who this kiosk is to the server: the device token in a file of its own, or a pairing code on the screen until somebody approves it
//! (the shape of RFC 8628).

use crate::failure::Failure;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

/// The token and, without one, the code to show.
pub struct Identity {
    file: PathBuf,
    token: RwLock<Option<Arc<str>>>,
    code: RwLock<Option<String>>,
}

impl Identity {
    /// The identity of a state folder.
    ///
    /// # Errors
    /// Exit code 1 when the token is there and cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let file = folder.join("device-token");
        let token = match std::fs::read_to_string(&file) {
            Ok(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(Arc::from),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::undone(format!("{}: {error}", file.display()))),
        };
        Ok(Self { file, token: RwLock::new(token), code: RwLock::new(None) })
    }

    /// The device token.
    pub fn token(&self) -> Option<Arc<str>> {
        self.token.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The pairing code to show.
    pub fn code(&self) -> Option<String> {
        self.code.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows a pairing code, or none.
    pub fn show(&self, code: Option<String>) {
        *self.code.write().unwrap_or_else(PoisonError::into_inner) = code;
    }

    /// Takes a new token: whole on the disk before it counts.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn take(&self, token: &str) -> Result<(), Failure> {
        let undone = |error: std::io::Error| Failure::undone(format!("{}: {error}", self.file.display()));
        let fresh = self.file.with_extension("new");
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh).map_err(undone)?;
        file.write_all(token.as_bytes()).and_then(|()| file.sync_all()).map_err(undone)?;
        std::fs::rename(&fresh, &self.file).map_err(undone)?;
        if let Some(folder) = self.file.parent() {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(undone)?;
        }
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::from(token));
        self.show(None);
        Ok(())
    }

    /// The server does not know `token` any more. A token that was taken meanwhile stays.
    pub fn forget(&self, token: &str) -> bool {
        let mut held = self.token.write().unwrap_or_else(PoisonError::into_inner);
        if held.as_deref() != Some(token) {
            return false;
        }
        *held = None;
        if let Err(error) = std::fs::remove_file(&self.file) {
            tracing::warn!(%error, "the old device token stays on the disk");
        }
        tracing::warn!("the server does not know this kiosk any more; it has to be paired again");
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_token_is_kept_for_its_owner_alone_and_forgotten_by_name() {
        let folder = std::env::temp_dir().join(format!("okienko-identity-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let identity = Identity::read(&folder).unwrap();
        identity.take("one").unwrap();
        assert_eq!(std::fs::metadata(folder.join("device-token")).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Identity::read(&folder).unwrap().token().as_deref(), Some("one"));
        assert!(!identity.forget("another"));
        assert!(identity.forget("one"));
        assert!(Identity::read(&folder).unwrap().token().is_none());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
