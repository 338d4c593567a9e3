//! The way from a direction sign to a desk, as letters.

use okienko_queue::board::Arrow;

/// The directions of a board's `ways` in the order of the setting `arrows`, with their names and what stands for them unless it
/// is set.
const WAYS: [(Arrow, &str, &str); 9] = [
    (Arrow::Left, "left", "<"),
    (Arrow::Right, "right", ">"),
    (Arrow::Up, "up", "^"),
    (Arrow::Down, "down", "v"),
    (Arrow::UpLeft, "up_left", "<"),
    (Arrow::UpRight, "up_right", ">"),
    (Arrow::DownLeft, "down_left", "<"),
    (Arrow::DownRight, "down_right", ">"),
    (Arrow::Here, "here", "v"),
];

/// What a sign shows for each direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arrows(Vec<Vec<u8>>);

impl Default for Arrows {
    fn default() -> Self {
        Self(WAYS.iter().map(|(_, _, usual)| usual.as_bytes().to_vec()).collect())
    }
}

impl Arrows {
    /// Words with spaces between them, one for each direction, escapes as in a line.
    pub(crate) fn read(text: &str, plain: impl Fn(&str) -> Result<Vec<u8>, String>) -> Result<Self, String> {
        let words: Vec<Vec<u8>> = text.split_whitespace().map(plain).collect::<Result<_, _>>()?;
        if words.len() == WAYS.len() {
            return Ok(Self(words));
        }
        let names: Vec<&str> = WAYS.iter().map(|(_, name, _)| *name).collect();
        Err(format!("must be {} words with spaces between them, for {}", WAYS.len(), names.join(", ")))
    }

    /// A direction; nothing where there is none.
    pub(crate) fn of(&self, way: Option<Arrow>) -> &[u8] {
        let place = WAYS.iter().position(|(arrow, _, _)| Some(*arrow) == way);
        place.and_then(|place| self.0.get(place)).map_or(&[], Vec::as_slice)
    }
}
