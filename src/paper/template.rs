//! The office's layout of a ticket: a small text that a person can read and edit.
//!
//! A ticket is written as it comes out of the printer, line by line. `{{ name }}` puts a value in; a line that begins with a mark
//! looks special:
//!
//! | mark | what it does |
//! |---|---|
//! | `@number …` | the number, as large as the paper allows (digits at least 15 mm high) |
//! | `@title …`, `@bold …`, `@small …` | large and bold; bold; small |
//! | `@boxed …` | white on black |
//! | `@center`, `@left` | from here on lines stand in the middle, or from the left (as at the beginning) |
//! | `@rule`, `@space` | a line across; an empty strip |
//! | `@qr …` | the QR code of the ticket's page, words beside it (below it on narrow paper) |
//!
//! A line whose values are all empty is left out, so most layouts need no conditions; where one does,
//! `{% if place %}Gdzie: {{ place }}{% endif %}` is understood, and so is `{% if language == "uk" %}…{% endif %}` for words of the
//! office's own. `{# … #}` is a remark. There are no functions, filters or files. Test prints and reprints say what they are above
//! everything, whatever the layout.
//!
//! | value | example |
//! |---|---|
//! | `office`, `department`, `place` | Urząd Miejski w Dąbrowie Górniczej; Wydział Spraw Obywatelskich; parter, sala 12 |
//! | `code`, `service` | R012; R: Rejestracja pojazdów |
//! | `priority` | Pierwszeństwo: osoby z niepełnosprawnością |
//! | `booked`, `hour` | Wizyta umówiona na 10:20; 10:20 |
//! | `approximate`, `delay`, `valid` | Godzina jest orientacyjna. Możliwe opóźnienie: do 10 minut. Bilet jest ważny bez względu na opóźnienie. |
//! | `ahead`, `wait` | Przed Państwem czeka 5 osób. Przewidywany czas oczekiwania: od 10 do 25 minut. |
//! | `watch`, `scan`, `one_matter` | Proszę obserwować ekran… Stan kolejki w telefonie… Jeden bilet to jedna sprawa. |
//! | `issued`, `date`, `time` | Wydano 22.11.2026, godz. 9:05; 22.11.2026; 9:05 |
//! | `link`, `language` | the address in the QR code; `pl`, `en` or `uk` |

use std::collections::BTreeMap;
use std::fmt;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, escape_formatter};

use crate::block::{self, Block, MARKS, Style, VALUE};
use crate::values::{self, VALUES, Values};
use crate::{Language, PaperFault, Slip, check};

/// Longest result, in bytes.
const RESULT_MOST: usize = 16 * 1024;
/// Steps one filling may take.
const FUEL: u64 = 20_000;
const HOUSE: &str = include_str!("house.ticket");

/// A checked layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    source: String,
}

/// Something wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The line at fault, from 1, where there is one.
    pub line: Option<usize>,
    /// Stable word: `too_long` (source or result), `syntax`, `unknown_value`, `unknown_mark`, `too_costly`, `too_tall`,
    /// `needs_code`, `needs_one_matter` (R12).
    pub code: &'static str,
    /// The engine's own words or the name at fault.
    pub detail: String,
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        match self.code {
            "too_long" => write!(f, "at most {} bytes, {RESULT_MOST} when filled", Template::MOST_BYTES),
            "unknown_value" => write!(f, "`{}` is no value; there are {}", self.detail, VALUES.join(", ")),
            "unknown_mark" => write!(f, "`@{}` is no mark; there are @{}", self.detail, MARKS.join(", @")),
            "too_costly" => write!(f, "it takes too much work to fill"),
            "too_tall" => write!(f, "the ticket would be longer than any may be"),
            "needs_code" => write!(f, "it must hold a line `@number {{{{ code }}}}`"),
            "needs_one_matter" => write!(f, "it must hold {{{{ one_matter }}}}: one ticket is for one matter"),
            _ => write!(f, "{}", self.detail),
        }
    }
}

impl std::error::Error for TemplateProblem {}

impl TemplateProblem {
    pub(crate) fn new(code: &'static str, line: Option<usize>, detail: &str) -> Self {
        Self { line, code, detail: detail.to_owned() }
    }
}

impl From<Error> for TemplateProblem {
    fn from(error: Error) -> Self {
        let code = match error.kind() {
            ErrorKind::UndefinedError => "unknown_value",
            ErrorKind::OutOfFuel => "too_costly",
            ErrorKind::WriteFailure => "too_long",
            _ => "syntax",
        };
        let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        Self { line: error.line(), code, detail }
    }
}

impl From<TemplateProblem> for PaperFault {
    fn from(problem: TemplateProblem) -> Self {
        Self::Template(problem.to_string())
    }
}

impl Template {
    /// Longest source, in bytes.
    pub const MOST_BYTES: usize = 8 * 1024;

    /// The house's own layout.
    #[must_use]
    pub fn house() -> Self {
        Self { source: HOUSE.to_owned() }
    }

    /// Checks an office's layout: filled for every language with all that can be said and with nothing of it.
    ///
    /// # Errors
    /// What is wrong with it first, with the line where there is one.
    pub fn new(source: &str) -> Result<Self, TemplateProblem> {
        if source.len() > Self::MOST_BYTES {
            return Err(TemplateProblem::new("too_long", None, ""));
        }
        let template = Self { source: source.to_owned() };
        template.names_known_values()?;
        template.uses_known_marks()?;
        for language in Language::ALL {
            for slip in check::samples(language) {
                check::holds(&template, &slip)?;
            }
        }
        Ok(template)
    }

    /// The text as it was given.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What is to stand on the paper of a slip.
    pub(crate) fn blocks(&self, slip: &Slip) -> Result<Vec<Block>, PaperFault> {
        let notice = values::notice(slip)?.map(|text| Block::Text { style: Style::Boxed, centered: true, text });
        let values = values::of_slip(slip)?;
        let blocks = self.fill(&values)?;
        Ok(notice.into_iter().chain(blocks).collect())
    }

    pub(crate) fn fill(&self, values: &Values) -> Result<Vec<Block>, TemplateProblem> {
        let context: BTreeMap<String, Value> =
            values.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str()))).collect();
        let mut filled = Bounded::default();
        environment().template_from_str(&self.source)?.render_captured_to(Value::from(context), &mut filled)?;
        let filled = String::from_utf8_lossy(&filled.0);
        block::read(&filled).map_err(|mark| {
            let line = self.line_with(&format!("@{mark}"));
            TemplateProblem::new("unknown_mark", line, &mark)
        })
    }

    /// Also those in branches that a sample would not enter.
    fn names_known_values(&self) -> Result<(), TemplateProblem> {
        let environment = environment();
        let named = environment.template_from_str(&self.source)?.undeclared_variables(false);
        match named.into_iter().filter(|name| !VALUES.contains(&name.as_str())).min() {
            Some(unknown) => Err(TemplateProblem::new("unknown_value", self.line_with(&unknown), &unknown)),
            None => Ok(()),
        }
    }

    fn uses_known_marks(&self) -> Result<(), TemplateProblem> {
        for (index, line) in self.source.lines().enumerate() {
            match block::mark_of(line.trim()) {
                (Some(mark), _) if !MARKS.contains(&mark) => {
                    return Err(TemplateProblem::new("unknown_mark", Some(index + 1), mark));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn line_with(&self, words: &str) -> Option<usize> {
        self.source.lines().position(|line| line.contains(words)).map(|index| index + 1)
    }
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(|out, state, value| {
        out.write_str(VALUE.encode_utf8(&mut [0; 4]))?;
        escape_formatter(out, state, value)
    });
    environment
}

/// Takes so much and no more.
#[derive(Default)]
struct Bounded(Vec<u8>);

impl std::io::Write for Bounded {
    fn write(&mut self, some: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + some.len() > RESULT_MOST {
            return Err(std::io::Error::other("too long"));
        }
        self.0.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
