//! A field of a line: which value, how wide, on which side, filled with what.

use crate::encoding::Encoding;

/// Widest field, in letters.
const WIDEST: usize = 64;

/// What a field shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// The ticket's code, `R012`.
    Code,
    /// Its digits alone, `012`, for signs that have no letters.
    Number,
    /// The desk's label.
    Desk,
    /// The way to it, by the board's own `ways`.
    Arrow,
    /// The sign's address on its line.
    Address,
}

/// The names as they stand in a template.
const NAMES: [(&str, Name); 5] = [
    ("code", Name::Code),
    ("number", Name::Number),
    ("desk", Name::Desk),
    ("arrow", Name::Arrow),
    ("address", Name::Address),
];

/// On which side a value stands in a field that is wider than it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
}

/// `{code}`, `{code:4}`, `{number:0>4}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: Name,
    shape: Option<Shape>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    width: usize,
    side: Side,
    fill: u8,
}

impl Field {
    /// Reads what stands between the braces.
    pub(crate) fn read(text: &str, encoding: Encoding) -> Result<Self, String> {
        let (name, shape) = text.split_once(':').map_or((text, None), |(name, shape)| (name, Some(shape)));
        let name = NAMES.iter().find(|(known, _)| *known == name).map(|(_, name)| *name);
        let names =
            || format!("there is no such field; there are {}", NAMES.map(|(name, _)| format!("{{{name}}}")).join(", "));
        Ok(Self { name: name.ok_or_else(names)?, shape: shape.map(|shape| Shape::read(shape, encoding)).transpose()? })
    }

    /// A value in its place. What is longer than the field loses its beginning: the last digits tell tickets apart.
    pub(crate) fn put(&self, value: &[u8], line: &mut Vec<u8>) {
        let Some(Shape { width, side, fill }) = &self.shape else { return line.extend_from_slice(value) };
        let shown = value.get(value.len().saturating_sub(*width)..).unwrap_or_default();
        let free = width - shown.len();
        // Nothing is blank, and not 0000.
        let fill = if shown.is_empty() { b' ' } else { *fill };
        let before = match side {
            Side::Left => 0,
            Side::Middle => free / 2,
            Side::Right => free,
        };
        line.extend(std::iter::repeat_n(fill, before));
        line.extend_from_slice(shown);
        line.extend(std::iter::repeat_n(fill, free - before));
    }
}

impl Shape {
    fn read(text: &str, encoding: Encoding) -> Result<Self, String> {
        let letters: Vec<char> = text.chars().collect();
        let (fill, side, digits) = match letters.as_slice() {
            [fill, side, rest @ ..] if side_of(*side).is_some() => (*fill, side_of(*side), rest),
            [side, rest @ ..] if side_of(*side).is_some() => (' ', side_of(*side), rest),
            rest => (' ', Some(Side::Left), rest),
        };
        let fill = encoding.byte(fill).ok_or("the sign has no such letter to fill a field with")?;
        let width: String = digits.iter().collect();
        let fits = |width: &usize| (1..=WIDEST).contains(width);
        // Zeros in front mean something else elsewhere (`04` in Rust and C): better asked than guessed.
        let width = width.parse().ok().filter(fits).filter(|_| !width.starts_with(['0', '+']));
        let wrong = || {
            format!(
                "a width is a whole number from 1 to {WIDEST}, with < (left, usual), ^ (middle) or > (right) before it and a \
                 letter to fill with before that: {{code:4}}, {{code:>4}}, {{number:0>4}}"
            )
        };
        Ok(Self { width: width.ok_or_else(wrong)?, side: side.unwrap_or(Side::Left), fill })
    }
}

fn side_of(sign: char) -> Option<Side> {
    match sign {
        '<' => Some(Side::Left),
        '^' => Some(Side::Middle),
        '>' => Some(Side::Right),
        _ => None,
    }
}
