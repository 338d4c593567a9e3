//! The office's own words: small templates that an administrator edits, in a language without loops over the world.
//!
//! A template is rendered to plain text; whatever it says is escaped like any other text when it becomes HTML, so markup in it is
//! shown and never obeyed. No functions, no filters, no files; fuel and length are bounded. One that is broken is refused when it
//! is saved and, should it come in some other way, passed over when a letter is written: the house's words stand in.

use std::collections::BTreeMap;
use std::fmt;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use okienko_queue::text::Text;

use crate::clean::one_line;
use crate::letter::LetterKind;
use crate::sms::NoteKind;
use crate::values::{VALUES, Values, blank};

/// The parts of a letter that may be worded: `confirmation.subject` …
const PARTS: [&str; 4] = ["subject", "heading", "intro", "extra"];
/// Longest source, in characters.
const SOURCE_MOST: usize = 1_000;
/// Longest result, in characters.
const RESULT_MOST: usize = 2_000;
/// Longest subject: longer ones are cut by mail programs anyway.
const SUBJECT_MOST: usize = 150;
/// Steps one rendering may take.
const FUEL: u64 = 5_000;
const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];

/// Something wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The template, e.g. `confirmation.intro`.
    pub name: String,
    /// `pl`, `en` or `uk`.
    pub language: &'static str,
    /// The line at fault, from 1, where there is one.
    pub line: Option<usize>,
    /// Stable word: `unknown_name`, `too_long`, `syntax`, `unknown_value`, `empty`, `needs_code`, `needs_polish`.
    pub code: &'static str,
    /// The engine's own words or the name at fault.
    pub detail: String,
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "notices.templates {} ({})", self.name, self.language)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        match self.code {
            "unknown_name" => write!(f, ": there is no such template"),
            "too_long" => write!(f, ": at most {SOURCE_MOST} characters, {RESULT_MOST} when filled"),
            "unknown_value" => write!(f, ": `{}` is no value; there are {}", self.detail, VALUES.join(", ")),
            "empty" => write!(f, ": it says nothing; leave it out instead"),
            "needs_code" => write!(f, ": it must hold {{{{ code }}}}"),
            "needs_polish" => write!(f, ": Polish stands in where a language is missing, so it cannot be left out"),
            _ => write!(f, ": {}", self.detail),
        }
    }
}

/// Every template that may be given, letters first, then text messages.
pub fn template_names() -> impl Iterator<Item = String> {
    let letters = LetterKind::ALL.into_iter().flat_map(|kind| PARTS.map(|part| format!("{}.{part}", kind.as_str())));
    letters.chain(NoteKind::ALL.into_iter().map(|kind| format!("{}.sms", kind.as_str())))
}

/// What is wrong with an office's templates; empty when every letter can be written with them.
#[must_use]
pub fn check_templates(templates: &BTreeMap<String, Text>) -> Vec<TemplateProblem> {
    templates.iter().flat_map(|(name, text)| check_one(name, text)).collect()
}

fn check_one(name: &str, text: &Text) -> Vec<TemplateProblem> {
    let problem = |language, line, code, detail: &str| TemplateProblem {
        name: name.to_owned(),
        language,
        line,
        code,
        detail: detail.to_owned(),
    };
    if !template_names().any(|known| known == name) {
        return vec![problem("pl", None, "unknown_name", "")];
    }
    if text.pl.trim().is_empty() {
        return vec![problem("pl", None, "needs_polish", "")];
    }
    let sources = [("pl", Some(&text.pl)), ("en", text.en.as_ref()), ("uk", text.uk.as_ref())];
    let given = sources.into_iter().filter_map(|(language, source)| Some((language, source?)));
    given
        .filter_map(|(language, source)| {
            let Err(Wrong { line, code, detail }) = check_source(name, source) else { return None };
            Some(problem(language, line, code, &detail))
        })
        .collect()
}

struct Wrong {
    line: Option<usize>,
    code: &'static str,
    detail: String,
}

impl Wrong {
    fn new(code: &'static str) -> Self {
        Self { line: None, code, detail: String::new() }
    }
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        let code = if error.kind() == ErrorKind::UndefinedError { "unknown_value" } else { "syntax" };
        let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        Self { line: error.line(), code, detail }
    }
}

fn check_source(name: &str, source: &str) -> Result<(), Wrong> {
    if source.chars().count() > SOURCE_MOST {
        return Err(Wrong::new("too_long"));
    }
    let environment = environment();
    let template = environment.template_from_str(source)?;
    // Also those in branches that a sample would not enter.
    let unknown =
        template.undeclared_variables(false).into_iter().filter(|name| !VALUES.contains(&name.as_str())).min();
    if let Some(unknown) = unknown {
        let line = source.lines().position(|line| line.contains(&unknown)).map(|index| index + 1);
        return Err(Wrong { line, code: "unknown_value", detail: unknown });
    }
    let filled = |value: &str| VALUES.into_iter().map(|name| (name, value.to_owned())).collect();
    let mut sample: Values = filled("x");
    sample.insert("code", "402913".into());
    let said = render(source, &sample)?;
    if said.trim().is_empty() {
        return Err(Wrong::new("empty"));
    }
    if name == "confirmation.sms" && !said.contains("402913") {
        return Err(Wrong::new("needs_code"));
    }
    // Where a visit has no place or name the words must still hold together.
    render(source, &blank())?;
    Ok(())
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment
}

fn render(source: &str, values: &Values) -> Result<String, Wrong> {
    let context: BTreeMap<String, Value> =
        values.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str()))).collect();
    let mut said = Bounded::default();
    environment().template_from_str(source)?.render_captured_to(Value::from(context), &mut said)?;
    String::from_utf8(said.0).map_err(|_| Wrong::new("syntax"))
}

/// Takes so much and no more.
#[derive(Default)]
struct Bounded(Vec<u8>);

impl std::io::Write for Bounded {
    fn write(&mut self, some: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + some.len() > RESULT_MOST * 4 {
            return Err(std::io::Error::other("too long"));
        }
        self.0.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What the office says under a name.
pub(crate) struct Own {
    /// The text, lines kept, control characters gone.
    pub text: String,
    /// Polish stands in for the letter's own language.
    pub polish: bool,
}

/// The office's words under a name in a language, else in Polish, else none. `broken` hears of a template that failed.
pub(crate) fn own(
    templates: &BTreeMap<String, Text>,
    name: &str,
    language: &str,
    values: &Values,
    broken: &mut Vec<String>,
) -> Option<Own> {
    let text = templates.get(name)?;
    let translated = match language {
        "en" => text.en.as_deref(),
        "uk" => text.uk.as_deref(),
        _ => Some(text.pl.as_str()),
    };
    let polish = translated.is_none();
    let source = translated.unwrap_or(&text.pl);
    match render(source, values) {
        Ok(said) => {
            let lines: Vec<String> = said.lines().map(one_line).collect();
            let text = lines.join("\n").trim().to_owned();
            let text = if name.ends_with(".subject") { cut(&one_line(&text), SUBJECT_MOST) } else { text };
            (!text.is_empty()).then_some(Own { text, polish })
        }
        Err(_) => {
            let language = LANGUAGES.into_iter().find(|known| *known == language).unwrap_or("pl");
            broken.push(format!("{name} ({language})"));
            None
        }
    }
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
