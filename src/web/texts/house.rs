//! The house's own texts as they stand in `displays/texts`: their source, and what each of them is made of.

use super::Lang;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;
use fluent_templates::fluent_bundle::FluentResource;
use rust_embed::RustEmbed;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

#[derive(RustEmbed)]
#[folder = "../../displays/texts"]
struct Files;

/// Letters have texts of their own (`office.notices.templates`); these files belong to them.
const OF_LETTERS: [&str; 3] = ["mail.ftl", "sms.ftl", "alerts.ftl"];

/// What a text is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    /// `$name` of what it is filled with.
    pub variables: BTreeSet<String>,
    /// Other texts in it; terms with their hyphen.
    pub texts: BTreeSet<String>,
    /// Functions in it; the screens know none.
    pub functions: BTreeSet<String>,
}

/// The house's texts of one language.
pub(super) struct House {
    /// Parsed once, shared by every edition.
    pub resources: Vec<Arc<FluentResource>>,
    /// What each text is made of, by key; terms with their hyphen.
    pub made: BTreeMap<String, Made>,
    /// Keys that only letters use.
    pub of_letters: BTreeSet<String>,
}

static POLISH: LazyLock<House> = LazyLock::new(|| House::read(Lang::Pl));
static ENGLISH: LazyLock<House> = LazyLock::new(|| House::read(Lang::En));
static UKRAINIAN: LazyLock<House> = LazyLock::new(|| House::read(Lang::Uk));

impl House {
    /// The house's texts of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Pl => &POLISH,
            Lang::En => &ENGLISH,
            Lang::Uk => &UKRAINIAN,
        }
    }

    fn read(lang: Lang) -> Self {
        let mut house = Self { resources: Vec::new(), made: BTreeMap::new(), of_letters: BTreeSet::new() };
        let prefix = format!("{}/", lang.code());
        let names = Files::iter().filter(|name| name.starts_with(&prefix));
        for name in names {
            let source = Files::get(&name).and_then(|file| String::from_utf8(file.data.into_owned()).ok());
            let Some(source) = source else { continue };
            let (Ok(parsed) | Err((parsed, _))) = parser::parse(source.as_str());
            let made = made_of(&parsed);
            if OF_LETTERS.iter().any(|file| name.ends_with(file)) {
                house.of_letters.extend(made.keys().cloned());
            }
            house.made.extend(made);
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source);
            house.resources.push(Arc::new(resource));
        }
        house
    }
}

/// What each text of a source is made of.
pub(super) fn made_of<S: AsRef<str>>(parsed: &Resource<S>) -> BTreeMap<String, Made> {
    let mut all = BTreeMap::new();
    for entry in &parsed.body {
        let (key, value) = match entry {
            Entry::Message(message) => (message.id.name.as_ref().to_owned(), message.value.as_ref()),
            Entry::Term(term) => (format!("-{}", term.id.name.as_ref()), Some(&term.value)),
            _ => continue,
        };
        let mut made = Made::default();
        if let Some(value) = value {
            made.pattern(value);
        }
        all.insert(key, made);
    }
    all
}

impl Made {
    fn pattern<S: AsRef<str>>(&mut self, pattern: &Pattern<S>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression<S: AsRef<str>>(&mut self, expression: &Expression<S>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline<S: AsRef<str>>(&mut self, inline: &InlineExpression<S>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.as_ref().to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let end = attribute.as_ref().map(|part| format!(".{}", part.name.as_ref())).unwrap_or_default();
                self.texts.insert(format!("{}{end}", id.name.as_ref()));
            }
            InlineExpression::TermReference { id, .. } => {
                self.texts.insert(format!("-{}", id.name.as_ref()));
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.functions.insert(id.name.as_ref().to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
