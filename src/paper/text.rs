//! The printer's own language: letters.

use crate::{PaperFault, Profile, Slip, Template};

/// The bytes that print a ticket in the printer's own letters.
///
/// # Errors
/// [`PaperFault::Unprintable`] names the first character that no code page of the profile holds; print dots instead.
pub fn bytes(_template: &Template, _slip: &Slip, _profile: &Profile) -> Result<Vec<u8>, PaperFault> {
    Ok(Vec::new())
}
