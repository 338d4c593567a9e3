//! Where everything stands on the paper, in dots.

mod qr;
pub(crate) mod wrap;

pub(crate) use qr::Qr;

use crate::block::{Block, Style};
use crate::{Bitmap, PaperFault, Width, font};

/// Empty strip at each side; the print head leaves some paper free besides.
const MARGIN_MM: f32 = 1.0;
/// Digits of the number are at least so high …
const NUMBER_LEAST_MM: f32 = 15.2;
/// … and at most so high.
const NUMBER_MOST_MM: f32 = 21.0;
/// A long number is squeezed to this part of its width before it becomes smaller.
const SQUEEZE_LEAST: f32 = 0.6;

/// Something black, or white on black, at its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ink {
    /// A line of text.
    Text {
        /// Its left end, or its middle.
        x: f32,
        /// Its base.
        y: f32,
        /// Whether `x` is the middle.
        middle: bool,
        /// Size of the letters.
        size: f32,
        /// Weight of the letters.
        bold: bool,
        /// White on black.
        white: bool,
        /// How much narrower than usual the letters are.
        squeeze: f32,
        /// The letters.
        text: String,
    },
    /// A black box.
    Box {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Across.
        width: f32,
        /// Down.
        height: f32,
    },
    /// A QR code with its quiet zone.
    Qr {
        /// Left of the quiet zone.
        x: u32,
        /// Top of the quiet zone.
        y: u32,
        /// The code.
        code: Qr,
    },
}

/// Everything on one paper.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub width: u32,
    pub height: u32,
    pub inks: Vec<Ink>,
}

/// Puts everything in its place.
pub(crate) fn place(blocks: &[Block], address: Option<&str>, width: Width) -> Result<Page, PaperFault> {
    let mut pen = Pen { width, y: mm(width, 0.5), inks: Vec::new() };
    for block in blocks {
        match block {
            Block::Text { style: Style::Number, centered, text } => pen.number(&font::printable(text), *centered),
            Block::Text { style: Style::Boxed, centered, text } => pen.boxed(&font::printable(text), *centered),
            Block::Text { style, centered, text } => pen.text(&font::printable(text), *style, *centered),
            Block::Rule => pen.rule(),
            Block::Space => pen.y += mm(width, 2.5),
            Block::Qr(words) => pen.qr(&font::printable(words), address)?,
        }
        if pen.y + 1.0 > Bitmap::MOST_ROWS as f32 {
            return Err(PaperFault::TooLong);
        }
    }
    Ok(Page { width: width.dots(), height: whole(pen.y) + 1, inks: pen.inks })
}

fn mm(width: Width, mm: f32) -> f32 {
    mm * width.dots_per_mm()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the longest paper")]
fn whole(dots: f32) -> u32 {
    dots.clamp(0.0, 65_535.0).ceil() as u32
}

/// Size of the letters in millimetres, weight, and the strip below.
fn look(style: Style) -> (f32, bool, f32) {
    match style {
        Style::Title => (5.0, true, 1.0),
        Style::Bold => (3.8, true, 0.6),
        Style::Small => (3.1, false, 0.3),
        Style::Boxed => (4.2, true, 1.0),
        Style::Plain | Style::Number => (3.6, false, 0.6),
    }
}

/// Goes down the paper.
struct Pen {
    width: Width,
    y: f32,
    inks: Vec<Ink>,
}

impl Pen {
    fn left(&self) -> f32 {
        mm(self.width, MARGIN_MM)
    }

    fn across(&self) -> f32 {
        self.width.dots() as f32 - 2.0 * self.left()
    }

    fn text(&mut self, text: &str, style: Style, centered: bool) {
        let (size, bold, below) = look(style);
        let size = mm(self.width, size);
        for line in wrap::lines(text, bold, self.across() / size, centered) {
            self.line(line, size, bold, centered);
        }
        self.y += mm(self.width, below);
    }

    fn line(&mut self, text: String, size: f32, bold: bool, middle: bool) {
        let x = if middle { self.width.dots() as f32 / 2.0 } else { self.left() };
        let y = self.y + font::ASCENT * size;
        self.inks.push(Ink::Text { x, y, middle, size, bold, white: false, squeeze: 1.0, text });
        self.y += font::LINE * size;
    }

    /// As large as the paper allows; never lower than the law of good eyes, unless it would not fit even squeezed.
    fn number(&mut self, text: &str, middle: bool) {
        let wide = font::width(text, true).max(0.1);
        let least = mm(self.width, NUMBER_LEAST_MM) / font::CAPITAL;
        let most = mm(self.width, NUMBER_MOST_MM) / font::CAPITAL;
        let fits = self.across() / wide;
        let size = fits.clamp(least, most).min(fits / SQUEEZE_LEAST);
        let squeeze = (fits / size).min(1.0);
        let x = if middle { self.width.dots() as f32 / 2.0 } else { self.left() };
        let gap = mm(self.width, 2.0);
        let y = self.y + gap + font::CAPITAL * size;
        self.inks.push(Ink::Text { x, y, middle, size, bold: true, white: false, squeeze, text: text.to_owned() });
        self.y = y + gap + mm(self.width, 1.0);
    }

    fn boxed(&mut self, text: &str, middle: bool) {
        let (size, bold, below) = look(Style::Boxed);
        let (size, pad) = (mm(self.width, size), mm(self.width, 1.2));
        let (top, first) = (self.y, self.inks.len());
        self.y += pad;
        for line in wrap::lines(text, bold, (self.across() - 2.0 * pad) / size, middle) {
            self.line(line, size, bold, middle);
        }
        self.y += pad;
        for ink in self.inks.iter_mut().skip(first) {
            if let Ink::Text { x, white, .. } = ink {
                *white = true;
                *x += if middle { 0.0 } else { pad };
            }
        }
        let (x, width, height) = (self.left().round(), self.across().round(), (self.y - top).round());
        self.inks.insert(first, Ink::Box { x, y: top.round(), width, height });
        self.y += mm(self.width, below);
    }

    fn rule(&mut self) {
        let gap = mm(self.width, 1.6);
        let (y, height) = ((self.y + gap).round(), mm(self.width, 0.3).round());
        self.inks.push(Ink::Box { x: self.left().round(), y, width: self.across().round(), height });
        self.y = y + height + gap;
    }

    /// The code at the left and the words beside it where both have room, else the code in the middle and the words below.
    fn qr(&mut self, words: &str, address: Option<&str>) -> Result<(), PaperFault> {
        let Some(address) = address else { return Ok(()) };
        let code = Qr::new(address, self.width)?;
        let side = code.side() as f32;
        let (size, bold, below) = look(Style::Bold);
        let (size, gap) = (mm(self.width, size), mm(self.width, 1.0));
        let beside = self.across() - side - gap;
        let top = whole(self.y);
        if beside < mm(self.width, 25.0) {
            self.inks.push(Ink::Qr { x: whole((self.width.dots() as f32 - side) / 2.0), y: top, code });
            self.y = top as f32 + side;
            self.text(words, Style::Bold, true);
            return Ok(());
        }
        self.inks.push(Ink::Qr { x: whole(self.left()), y: top, code });
        let lines = wrap::lines(words, bold, beside / size, false);
        let high = lines.len() as f32 * font::LINE * size;
        self.y = top as f32 + ((side - high) / 2.0).max(0.0);
        let first = self.inks.len();
        for line in lines {
            self.line(line, size, bold, false);
        }
        for ink in self.inks.iter_mut().skip(first) {
            if let Ink::Text { x, .. } = ink {
                *x += side + gap;
            }
        }
        self.y = self.y.max(top as f32 + side) + mm(self.width, below);
        Ok(())
    }
}
