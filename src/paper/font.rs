//! Fira Sans (SIL Open Font License, see `fonts/`): which letters it has, and how wide they are.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// The name under which the faces are asked for.
pub(crate) const FAMILY: &str = "Fira Sans";
/// Height of capitals and digits, as a part of the size.
pub(crate) const CAPITAL: f32 = 0.689;
/// From the top of a line to its base.
pub(crate) const ASCENT: f32 = 0.935;
/// From one line to the next.
pub(crate) const LINE: f32 = 1.2;
/// A width to reckon with for a letter whose width is not known.
const USUAL: f32 = 0.6;

const REGULAR: &[u8] = include_bytes!("fonts/FiraSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/FiraSans-Bold.ttf");

static FACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut faces = Database::new();
    for face in [REGULAR, BOLD] {
        faces.load_font_source(Source::Binary(Arc::new(face)));
    }
    Arc::new(faces)
});

static METRICS: LazyLock<[Option<FontRef<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, BOLD].map(|face| FontRef::new(face).ok()));

/// The faces for the renderer; no font of the machine is among them.
pub(crate) fn faces() -> Arc<Database> {
    Arc::clone(&FACES)
}

fn face(bold: bool) -> Option<&'static FontRef<'static>> {
    let [regular, heavy] = &*METRICS;
    if bold { heavy.as_ref() } else { regular.as_ref() }
}

/// How wide a text is, as a multiple of its size. Kerning is left out: it makes lines narrower, hardly ever wider.
pub(crate) fn width(text: &str, bold: bool) -> f32 {
    let Some(face) = face(bold) else { return text.chars().map(|_| USUAL).sum() };
    let letters = face.charmap();
    let metrics = face.glyph_metrics(Size::new(1.0), LocationRef::default());
    text.chars().map(|sign| letters.map(sign).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or(USUAL)).sum()
}

/// Whether the font has a sign.
pub(crate) fn has(sign: char) -> bool {
    face(false).is_some_and(|face| face.charmap().map(sign).is_some())
}

/// The text in letters that the font has: kinds of spaces and hyphens become the usual ones, what is left becomes `?`.
pub(crate) fn printable(text: &str) -> String {
    let known = |sign: char| match sign {
        '\u{2011}' | '\u{2010}' | '\u{2212}' => '-',
        '\u{2007}' | '\u{2009}' | '\u{202f}' => '\u{a0}',
        sign if has(sign) => sign,
        _ => '?',
    };
    text.chars().map(known).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const LETTERS: &str = "ĄĆĘŁŃÓŚŹŻąćęłńóśźż€„”–—…№·«»’ \
        АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя 0123456789";

    #[test]
    fn every_polish_and_ukrainian_letter_has_a_drawing_of_its_own() {
        for (name, bold) in [("regular", false), ("bold", true)] {
            let face = face(bold).unwrap();
            let metrics = face.glyph_metrics(Size::new(1.0), LocationRef::default());
            for sign in LETTERS.chars().filter(|sign| *sign != ' ') {
                let glyph = face.charmap().map(sign).unwrap_or_default();
                assert_ne!(glyph.to_u32(), 0, "{sign} in {name}");
                let bounds = metrics.bounds(glyph).unwrap();
                assert!(bounds.x_max > bounds.x_min && bounds.y_max > bounds.y_min, "{sign} in {name} is empty");
            }
        }
    }

    #[test]
    fn what_the_font_lacks_is_a_question_mark_and_never_nothing() {
        assert_eq!(printable("Żółw\u{202f}5 票 pod‑punkt"), "Żółw\u{a0}5 ? pod-punkt");
    }

    #[test]
    fn digits_are_equally_wide() {
        for bold in [false, true] {
            let widths: Vec<f32> = ('0'..='9').map(|digit| width(&digit.to_string(), bold)).collect();
            assert!(widths.iter().all(|wide| (wide - widths[0]).abs() < 0.001), "{widths:?}");
        }
    }
}
