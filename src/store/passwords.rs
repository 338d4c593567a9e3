//! Passwords of staff: Argon2id with the crate's recommended costs. Slow by design: call from a blocking thread.

use crate::fault::Fault;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// Hashes a password with a fresh salt, as a PHC string.
///
/// # Errors
/// [`Fault::Broken`] when the system gives no randomness.
pub fn hash_password(password: &str) -> Result<String, Fault> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|e| Fault::Broken(format!("password hash: {e}")))
}

/// Whether the password belongs to the hash; false for a hash that cannot be read.
#[must_use]
pub fn verify_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}
