//! Every kind of paper as a picture, compared dot by dot with the one that was looked at. `OKIENKO_PAPER_UPDATE=1` writes them anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/slips.rs"]
mod slips;

use std::path::PathBuf;

use okienko_paper::{Bitmap, Template, Width, draw};
use slips::{ALL, slip};

fn widths(name: &str) -> Vec<(&'static str, Width)> {
    let mut widths = vec![("80mm", Width::Mm80), ("58mm", Width::Mm58)];
    if ["walk-in", "booked", "ukrainian"].contains(&name) {
        widths.push(("80mm-180dpi", Width::Mm80At180));
    }
    widths
}

fn all() -> impl Iterator<Item = (String, Width, Bitmap)> {
    ALL.into_iter().flat_map(|name| {
        widths(name).into_iter().map(move |(wide, width)| {
            let picture = draw(&Template::house(), &slip(name), width).expect("a paper");
            (format!("{name}-{wide}"), width, picture)
        })
    })
}

#[test]
fn every_paper_is_the_one_that_was_looked_at() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let update = std::env::var_os("OKIENKO_PAPER_UPDATE").is_some();
    let mut different = Vec::new();
    for (name, _, picture) in all() {
        let path = folder.join(format!("{name}.png"));
        if update {
            std::fs::write(&path, picture.png().expect("a file")).expect("a golden picture");
        }
        let golden = std::fs::read(&path).map(|file| dots(&file));
        if golden.ok() != Some(dots(&picture.png().expect("a file"))) {
            std::fs::write(std::env::temp_dir().join(format!("paper-{name}.png")), picture.png().unwrap()).unwrap();
            different.push(name);
        }
    }
    assert!(different.is_empty(), "{different:?} differ; look at {}/paper-*.png", std::env::temp_dir().display());
}

/// Size and dots of a PNG file.
fn dots(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    let mut rows = vec![0; reader.output_buffer_size().expect("a small one")];
    let info = reader.next_frame(&mut rows).expect("rows");
    (info.width, info.height, rows)
}

#[test]
fn the_code_of_every_paper_leads_to_the_ticket() {
    for (name, _, picture) in all() {
        let wanted = slip(name.rsplit_once("-58").or(name.rsplit_once("-80")).map_or("", |(name, _)| name)).status_url;
        assert_eq!(decoded(&picture), wanted, "{name}");
    }
}

/// What a phone reads.
fn decoded(picture: &Bitmap) -> Option<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let shade = |x: usize, y: usize| if picture.black(x as u32, y as u32) { 0 } else { 255 };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, shade);
    let grids = seen.detect_grids();
    grids.first().map(|grid| grid.decode().expect("a readable code").1)
}

#[test]
fn digits_are_at_least_fifteen_millimetres_high() {
    for name in ["walk-in", "booked", "letters-40"] {
        for (_, width) in widths(name) {
            let picture = draw(&Template::house(), &slip(name), width).expect("a paper");
            let high = tallest(&picture) as f32 / width.dots_per_mm();
            assert!(high >= 15.0, "{name} {width:?}: {high} mm");
        }
    }
}

/// Height of the tallest run of rows that all have black dots before the QR code: the number.
fn tallest(picture: &Bitmap) -> usize {
    let filled: Vec<bool> =
        (0..picture.height() / 2).map(|y| (0..picture.width()).any(|x| picture.black(x, y))).collect();
    filled.split(|filled| !filled).map(<[bool]>::len).max().unwrap_or(0)
}

#[test]
fn nothing_is_cut_off_at_the_sides() {
    for (name, _, picture) in all() {
        for y in 0..picture.height() {
            let edge = [0, 1, picture.width() - 2, picture.width() - 1].map(|x| picture.black(x, y));
            assert_eq!(edge, [false; 4], "{name}, row {y}");
        }
    }
}
