//! What was asked for.

const ADVICE: &str = "cargo bench --bench load -- [--json] [--quick] [--only NAME]
  --json       one JSON object a line
  --quick      fewer and shorter rounds
  --only NAME  only the figures whose name begins with NAME; may stand several times";

/// The wish of whoever runs the load.
pub struct Wish {
    /// One JSON object a line instead of a table.
    pub json: bool,
    /// Fewer and shorter rounds.
    pub quick: bool,
    only: Vec<String>,
}

impl Wish {
    /// Reads the arguments; cargo's own `--bench` means nothing.
    ///
    /// # Errors
    /// What may be asked for.
    pub fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, &'static str> {
        let mut wish = Self { json: false, quick: false, only: Vec::new() };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--bench" => {}
                "--json" => wish.json = true,
                "--quick" => wish.quick = true,
                "--only" => wish.only.push(arguments.next().ok_or(ADVICE)?),
                _ => return Err(ADVICE),
            }
        }
        Ok(wish)
    }

    /// Whether a figure, or one of a family that begins with `name`, is wanted.
    pub fn wants(&self, name: &str) -> bool {
        let fits = |only: &String| name.starts_with(only.as_str()) || only.starts_with(name);
        self.only.is_empty() || self.only.iter().any(fits)
    }

    /// The same question for one finished figure: only what begins with the name asked for is told.
    pub fn filter(&self) -> Box<dyn Fn(&str) -> bool> {
        let only = self.only.clone();
        Box::new(move |name| only.is_empty() || only.iter().any(|one| name.starts_with(one.as_str())))
    }

    /// `full`, or `quick` when time is short.
    pub fn either<T>(&self, full: T, quick: T) -> T {
        if self.quick { quick } else { full }
    }
}
