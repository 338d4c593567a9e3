//! The printer's own language (ESC/POS): letters. A ticket of letters is about 1 KB where dots are 60 KB: for slow serial lines.
//!
//! Each model has code pages of its own choice, under numbers of its own, and none of them holds Polish and Ukrainian at once. So
//! every letter is looked up first: a ticket that no page of the profile holds whole is refused by the name of the letter, and the
//! caller prints dots instead. Only dashes and quotation marks are made plainer.

use crate::block::{Block, Style};
use crate::codepage::{byte, plainer};
use crate::layout::{Qr, wrap};
use crate::{Bitmap, CodePage, PaperFault, Profile, Slip, Template, escpos};

/// How many times as high and as wide as usual the number's letters are: digits about 16 mm high at 203 dpi.
const NUMBER: (usize, usize) = (7, 6);

/// The bytes that print a ticket in the printer's own letters.
///
/// # Errors
/// [`PaperFault::Unprintable`] names the first character that no code page of the profile holds; print dots instead.
pub fn bytes(template: &Template, slip: &Slip, profile: &Profile) -> Result<Vec<u8>, PaperFault> {
    let blocks = template.blocks(slip)?;
    let page = page_for(&blocks, profile)?;
    let mut typist = Typist { profile, page: page.map(|page| page.name.as_str()), bytes: escpos::START.to_vec() };
    if let Some(page) = page {
        typist.bytes.extend([0x1b, 0x74, page.number]);
    }
    for block in &blocks {
        typist.block(block, slip.status_url.as_deref())?;
    }
    escpos::push_end(&mut typist.bytes, profile);
    Ok(typist.bytes)
}

/// The first page that holds all; none where ASCII is enough.
fn page_for<'a>(blocks: &[Block], profile: &'a Profile) -> Result<Option<&'a CodePage>, PaperFault> {
    let signs = || blocks.iter().flat_map(words).flat_map(str::chars);
    let lacking = |page: &str| signs().find(|sign| encoded(Some(page), *sign).is_none());
    let mut missing = signs().find(|sign| encoded(None, *sign).is_none());
    if missing.is_none() {
        return Ok(profile.code_pages.first());
    }
    for (index, page) in profile.code_pages.iter().enumerate() {
        match lacking(&page.name) {
            None => return Ok(Some(page)),
            // The preferred page's lack is the one to tell.
            Some(sign) if index == 0 => missing = Some(sign),
            Some(_) => {}
        }
    }
    missing.map_or(Ok(None), |sign| Err(PaperFault::Unprintable(sign)))
}

fn words(block: &Block) -> Option<&str> {
    match block {
        Block::Text { text, .. } | Block::Qr(text) => Some(text),
        Block::Rule | Block::Space => None,
    }
}

fn encoded(page: Option<&str>, sign: char) -> Option<u8> {
    let page = page.unwrap_or_default();
    byte(page, sign).or_else(|| byte(page, plainer(sign)))
}

struct Typist<'a> {
    profile: &'a Profile,
    page: Option<&'a str>,
    bytes: Vec<u8>,
}

impl Typist<'_> {
    fn columns(&self) -> usize {
        self.profile.columns.map_or(self.profile.width.columns(), usize::from).max(8)
    }

    fn block(&mut self, block: &Block, address: Option<&str>) -> Result<(), PaperFault> {
        match block {
            Block::Text { style, centered, text } => self.text(*style, *centered, text),
            Block::Rule => {
                let rule = "-".repeat(self.columns());
                self.text(Style::Plain, false, &rule)
            }
            Block::Space => {
                self.bytes.push(b'\n');
                Ok(())
            }
            Block::Qr(words) => {
                let Some(address) = address else { return Ok(()) };
                self.bytes.extend([0x1b, 0x61, 1]);
                if self.profile.native_qr {
                    self.native(address)?
                } else {
                    self.drawn(address)?
                }
                self.text(Style::Bold, true, words)
            }
        }
    }

    fn text(&mut self, style: Style, centered: bool, text: &str) -> Result<(), PaperFault> {
        let (high, wide) = match style {
            Style::Number => (NUMBER.0, (self.columns() / text.chars().count().max(1)).clamp(1, NUMBER.1)),
            Style::Title => (2, 1),
            Style::Bold | Style::Plain | Style::Small | Style::Boxed => (1, 1),
        };
        let heavy = !matches!(style, Style::Plain | Style::Small);
        let boxed = style == Style::Boxed;
        // `ESC a` where it stands, `ESC E` how heavy, `GS !` how large, `GS B` white on black.
        let size = u8::try_from((wide - 1) << 4 | (high - 1)).unwrap_or(0);
        self.bytes.extend([0x1b, 0x61, u8::from(centered), 0x1b, 0x45, u8::from(heavy), 0x1d, 0x21, size]);
        self.bytes.extend([0x1d, 0x42, u8::from(boxed)]);
        let room = self.columns() / wide - if boxed { 2 } else { 0 };
        for line in wrap::columns(text, room.max(1)) {
            let line = if boxed { format!(" {line} ") } else { line };
            for sign in line.chars() {
                self.bytes.push(encoded(self.page, sign).ok_or(PaperFault::Unprintable(sign))?);
            }
            self.bytes.push(b'\n');
        }
        self.bytes.extend([0x1d, 0x42, 0, 0x1d, 0x21, 0, 0x1b, 0x45, 0]);
        Ok(())
    }

    /// `GS ( k`: model 2, size of the modules, level M, the address, print.
    fn native(&mut self, address: &str) -> Result<(), PaperFault> {
        let module = u8::try_from(Qr::new(address, self.profile.width)?.module()).unwrap_or(6);
        let [low, high] = u16::try_from(address.len() + 3).map_err(|_| PaperFault::Qr)?.to_le_bytes();
        self.bytes.extend([0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0]);
        self.bytes.extend([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, module]);
        self.bytes.extend([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31]);
        self.bytes.extend([0x1d, 0x28, 0x6b, low, high, 0x31, 0x50, 0x30]);
        self.bytes.extend_from_slice(address.as_bytes());
        self.bytes.extend([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]);
        Ok(())
    }

    fn drawn(&mut self, address: &str) -> Result<(), PaperFault> {
        let code = Qr::new(address, self.profile.width)?;
        let mut picture = Bitmap::blank(code.side(), code.side());
        code.dots().for_each(|(x, y)| picture.blacken(x, y));
        escpos::push_picture(&mut self.bytes, &picture, self.profile);
        Ok(())
    }
}
