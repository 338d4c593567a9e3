//! What came out of the printer.

/// A piece of paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// Dots across.
    pub width: usize,
    /// Rows of dots; `true` is black.
    pub rows: Vec<Vec<bool>>,
    /// Lines in the printer's own letters, each with how it looks: `c b 6x7 r|R012`.
    pub typed: Vec<String>,
    /// Codes that the printer drew itself.
    pub codes: Vec<String>,
}

impl Paper {
    /// Whether nothing is on it.
    pub fn is_blank(&self) -> bool {
        self.typed.is_empty() && self.codes.is_empty() && !self.rows.iter().flatten().any(|dot| *dot)
    }

    /// The typed lines without their looks.
    pub fn lines(&self) -> Vec<&str> {
        self.typed.iter().filter_map(|line| Some(line.split_once('|')?.1)).collect()
    }

    /// The address in the QR code, as a phone reads it; `None` when there is no whole code.
    pub fn address(&self) -> Option<String> {
        if let Some(code) = self.codes.first() {
            return Some(code.clone());
        }
        if self.rows.is_empty() {
            return None;
        }
        let shade = |x: usize, y: usize| if self.rows[y][x] { 0 } else { 255 };
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.rows.len(), shade);
        seen.detect_grids().iter().find_map(|grid| Some(grid.decode().ok()?.1))
    }

    /// The dots as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let size = |dots: usize| u32::try_from(dots).expect("a small paper");
        let mut encoder = png::Encoder::new(&mut file, size(self.width), size(self.rows.len()));
        encoder.set_color(png::ColorType::Grayscale);
        let shades: Vec<u8> = self.rows.iter().flatten().map(|dot| if *dot { 0 } else { 255 }).collect();
        encoder.write_header().and_then(|mut writer| writer.write_image_data(&shades)).expect("a picture");
        file
    }
}
