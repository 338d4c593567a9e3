//! From places to dots: lines of text become an SVG, resvg draws it, and what is more black than white becomes a dot.

use std::fmt::Write;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::layout::{Ink, Page};
use crate::{Bitmap, PaperFault, font};

/// Darker than this is black; a little above the middle, because thermal dots bleed less than ink does.
const THRESHOLD: u8 = 140;

/// The dots of a page.
pub(crate) fn draw(page: &Page) -> Result<Bitmap, PaperFault> {
    let fault = |why: String| PaperFault::Picture(why);
    let options = Options { fontdb: font::faces(), font_family: font::FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&svg(page), &options).map_err(|why| fault(why.to_string()))?;
    let mut drawn = Pixmap::new(page.width, page.height).ok_or_else(|| fault("no room".to_owned()))?;
    drawn.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut drawn.as_mut());
    let mut picture = Bitmap::blank(page.width, page.height);
    for ((x, y), dot) in places(page.width, page.height).zip(drawn.pixels()) {
        if dot.red() < THRESHOLD {
            picture.blacken(x, y);
        }
    }
    for ink in &page.inks {
        if let Ink::Qr { x, y, code } = ink {
            code.dots().for_each(|(right, down)| picture.blacken(x + right, y + down));
        }
    }
    Ok(picture)
}

fn places(width: u32, height: u32) -> impl Iterator<Item = (u32, u32)> {
    (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)))
}

fn svg(page: &Page) -> String {
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-family="{}">"#,
        page.width,
        page.height,
        font::FAMILY
    );
    for ink in &page.inks {
        // Writing into a string cannot fail.
        let _ = match ink {
            Ink::Box { x, y, width, height } => {
                write!(svg, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}"/>"#)
            }
            Ink::Text { x, y, middle, size, bold, white, squeeze, text } => write!(
                svg,
                r#"<text transform="translate({x} {y}) scale({squeeze} 1)" font-size="{size}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>"#,
                if *bold { 700 } else { 400 },
                if *middle { "middle" } else { "start" },
                if *white { "#fff" } else { "#000" },
                escaped(text)
            ),
            Ink::Qr { .. } => Ok(()),
        };
    }
    svg.push_str("</svg>");
    svg
}

/// Letters only, never a sign of XML. What XML cannot hold at all the font does not have, so it never comes here.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
