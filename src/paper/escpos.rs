//! The printer's own language (ESC/POS): dots.
//!
//! A dozen commands of the language are enough for a ticket, so they stand here instead of coming from the crate escpos, which opens
//! its own connections, knows no time-outs on reading, and sends letters that a code page lacks as raw UTF-8.

use crate::{Bitmap, Cut, Profile};

/// `ESC @`: forget what was set before. `FS .`: leave the Kanji mode in which many models wake up and ignore code pages.
pub(crate) const START: [u8; 4] = [0x1b, 0x40, 0x1c, 0x2e];
/// `GS r 1`: answered when the printer has come so far, and not before.
pub const CONFIRM: [u8; 3] = [0x1d, 0x72, 0x01];
/// `DLE DC4 8 …`: throws away what the printer holds, so that the rest of a broken ticket does not come out with the next roll.
pub const ABANDON: [u8; 10] = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];
/// Fewest and most rows in one raster command.
const BAND: (u16, u16) = (24, 256);

/// The bytes that print a picture and cut the paper.
#[must_use]
pub fn raster(picture: &Bitmap, profile: &Profile) -> Vec<u8> {
    let mut bytes = START.to_vec();
    push_picture(&mut bytes, picture, profile);
    push_end(&mut bytes, profile);
    bytes
}

/// `GS v 0`, in bands that fit into a small printer's memory.
pub(crate) fn push_picture(bytes: &mut Vec<u8>, picture: &Bitmap, profile: &Profile) {
    let row = picture.row_bytes().max(1);
    let band = usize::from(profile.band.clamp(BAND.0, BAND.1));
    let [across_low, across_high] = u16::try_from(row).unwrap_or(u16::MAX).to_le_bytes();
    for rows in picture.rows().chunks(row * band) {
        let [down_low, down_high] = u16::try_from(rows.len() / row).unwrap_or(u16::MAX).to_le_bytes();
        bytes.extend([0x1d, 0x76, 0x30, 0x00, across_low, across_high, down_low, down_high]);
        bytes.extend_from_slice(rows);
    }
}

/// Feeds (`ESC J`), cuts (`GS V`: feeds to the knife by itself) and asks for the sign that all is done.
pub(crate) fn push_end(bytes: &mut Vec<u8>, profile: &Profile) {
    bytes.extend([0x1b, 0x4a, profile.feed]);
    match profile.cut {
        Cut::None => {}
        Cut::Partial => bytes.extend([0x1d, 0x56, 0x42, 0x00]),
        Cut::Full => bytes.extend([0x1d, 0x56, 0x41, 0x00]),
    }
    if profile.confirm {
        bytes.extend(CONFIRM);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_goes_out_in_bands_and_is_cut() {
        let profile = Profile { band: 24, feed: 7, ..Profile::default() };
        let mut picture = Bitmap::blank(16, 30);
        picture.blacken(15, 29);
        let bytes = raster(&picture, &profile);
        let first = [&[0x1b, 0x40, 0x1c, 0x2e, 0x1d, 0x76, 0x30, 0, 2, 0, 24, 0][..], &[0; 48]].concat();
        let second = [&[0x1d, 0x76, 0x30, 0, 2, 0, 6, 0][..], &[0; 11], &[1]].concat();
        let end = vec![0x1b, 0x4a, 7, 0x1d, 0x56, 0x42, 0, 0x1d, 0x72, 1];
        assert_eq!(bytes, [first, second, end].concat());
    }

    #[test]
    fn without_a_cutter_nothing_is_cut_and_without_a_confirmation_nothing_is_asked() {
        let profile = Profile { cut: Cut::None, confirm: false, ..Profile::default() };
        let bytes = raster(&Bitmap::blank(8, 1), &profile);
        assert_eq!(bytes, [0x1b, 0x40, 0x1c, 0x2e, 0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 0, 0x1b, 0x4a, 24]);
    }
}
