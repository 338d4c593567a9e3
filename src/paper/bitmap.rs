//! Dots, black or white.

use crate::PaperFault;

/// A picture of black and white dots; rows are packed, eight dots a byte, the leftmost in the highest bit, 1 is black.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: u32,
    height: u32,
    rows: Vec<u8>,
}

impl Bitmap {
    /// The longest paper: 400 mm at 203 dpi.
    pub const MOST_ROWS: u32 = 3_200;

    /// A white picture; the height is cut to [`Self::MOST_ROWS`].
    #[must_use]
    pub fn blank(width: u32, height: u32) -> Self {
        let height = height.min(Self::MOST_ROWS);
        let bytes = (width.div_ceil(8) as usize).saturating_mul(height as usize);
        Self { width, height, rows: vec![0; bytes] }
    }

    /// Dots across.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Dots down.
    #[must_use]
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// The bytes of one row.
    #[must_use]
    pub const fn row_bytes(&self) -> usize {
        self.width.div_ceil(8) as usize
    }

    /// All rows, one after the other.
    #[must_use]
    pub fn rows(&self) -> &[u8] {
        &self.rows
    }

    /// Whether a dot is black; outside of the picture all is white.
    #[must_use]
    pub fn black(&self, x: u32, y: u32) -> bool {
        if x >= self.width || y >= self.height {
            return false;
        }
        let byte = (y as usize).saturating_mul(self.row_bytes()).saturating_add((x / 8) as usize);
        self.rows.get(byte).is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }

    /// Makes a dot black; outside of the picture nothing happens.
    pub fn blacken(&mut self, x: u32, y: u32) {
        if x >= self.width || y >= self.height {
            return;
        }
        let byte = (y as usize).saturating_mul(self.row_bytes()).saturating_add((x / 8) as usize);
        if let Some(byte) = self.rows.get_mut(byte) {
            *byte |= 0x80 >> (x % 8);
        }
    }

    /// The picture as a PNG file, one bit a dot.
    ///
    /// # Errors
    /// [`PaperFault::Picture`] when the encoder refuses.
    pub fn png(&self) -> Result<Vec<u8>, PaperFault> {
        let fault = |why: png::EncodingError| PaperFault::Picture(why.to_string());
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let white_is_one: Vec<u8> = self.rows.iter().map(|byte| !byte).collect();
        let mut writer = encoder.write_header().map_err(fault)?;
        writer.write_image_data(&white_is_one).map_err(fault)?;
        writer.finish().map_err(fault)?;
        Ok(file)
    }
}

impl std::fmt::Debug for Bitmap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bitmap({} × {})", self.width, self.height)
    }
}
