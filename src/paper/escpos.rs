//! The printer's own language: dots.

use crate::{Bitmap, Profile};

/// The bytes that print a picture and cut the paper.
#[must_use]
pub fn raster(_picture: &Bitmap, _profile: &Profile) -> Vec<u8> {
    Vec::new()
}
