//! Whether the office's own words can stand in the place of the house's: known key, readable, nothing lost and nothing unknown in them.

use super::Lang;
use super::house::{House, Made, made_of};
use super::own::{source, words};
use fluent_syntax::{ast::Entry, parser};
use okienko_queue::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Characters that one text may have.
const MOST: usize = 4_000;

/// Everything that is wrong with `office.texts`, in words for the person who edits the file; empty when it can be used.
#[must_use]
pub fn problems(own: &BTreeMap<String, Text>) -> Vec<String> {
    let mut found = Vec::new();
    let mut read: [BTreeMap<String, Made>; 3] = Default::default();
    for (key, text) in own {
        if let Some(problem) = unknown(key) {
            found.push(format!("office.texts.{key}: {problem}"));
            continue;
        }
        for (lang, read) in Lang::ALL.into_iter().zip(&mut read) {
            match words(text, lang).map(|words| parsed(key, words)) {
                None => {}
                Some(Ok(made)) => drop(read.insert(key.clone(), made)),
                Some(Err(why)) => found.push(format!("office.texts.{key} ({}): {why}", lang.code())),
            }
        }
    }
    for (lang, read) in Lang::ALL.into_iter().zip(&read) {
        let whole = Whole { lang, own: read };
        for key in read.keys() {
            found.extend(
                whole.problems(key).into_iter().map(|why| format!("office.texts.{key} ({}): {why}", lang.code())),
            );
        }
    }
    found
}

/// Why a key cannot be the office's.
fn unknown(key: &str) -> Option<String> {
    let house = House::of(Lang::Pl);
    if house.of_letters.contains(key) {
        return Some("a text of letters; change it under office.notices.templates".to_owned());
    }
    if let Some(term) = key.strip_prefix('-') {
        let named = term.starts_with(|c: char| c.is_ascii_alphabetic())
            && term.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        return (!named).then(|| "a term is a hyphen, a letter, then letters, digits and hyphens".to_owned());
    }
    let near = || house.made.keys().filter(|known| !known.starts_with('-')).min_by_key(|known| distance(known, key));
    (!house.made.contains_key(key)).then(|| match near() {
        Some(near) => format!("there is no such text; did you mean {near}? All keys stand in displays/texts/pl"),
        None => "there is no such text".to_owned(),
    })
}

/// What a text is made of, or why it cannot be read.
fn parsed(key: &str, words: &str) -> Result<Made, String> {
    if words.chars().count() > MOST {
        return Err(format!("longer than {MOST} characters"));
    }
    if words.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err("holds a control character".to_owned());
    }
    let parsed = parser::parse(source(key, words)).map_err(|(_, errors)| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        format!("cannot be read ({first}); a brace of your own is written {{ \"{{\" }}")
    })?;
    let plain = match parsed.body.as_slice() {
        [Entry::Message(message)] => message.attributes.is_empty(),
        [Entry::Term(term)] => term.attributes.is_empty(),
        _ => false,
    };
    let made = made_of(&parsed).remove(key);
    made.filter(|_| plain).ok_or_else(|| "must be one text; a line may not begin with a full stop".to_owned())
}

/// The texts of one language as they would be in force.
struct Whole<'a> {
    lang: Lang,
    own: &'a BTreeMap<String, Made>,
}

impl Whole<'_> {
    fn problems(&self, key: &str) -> Vec<String> {
        let Some(made) = self.own.get(key) else { return Vec::new() };
        let mut found: Vec<String> =
            made.functions.iter().map(|name| format!("{name}(): there are no functions")).collect();
        found.extend(
            made.texts
                .iter()
                .filter(|name| self.made(name).is_none())
                .map(|name| format!("{{ {name} }}: there is no such text in this language")),
        );
        match self.variables(key, &mut Vec::new()) {
            None => found.push("quotes itself".to_owned()),
            Some(variables) if !key.starts_with('-') => found.extend(differing(key, &variables)),
            Some(_) => {}
        }
        found
    }

    fn made(&self, key: &str) -> Option<&Made> {
        self.own.get(key).or_else(|| House::of(self.lang).made.get(key))
    }

    /// The variables of a text and of all that it quotes; `None` when it quotes itself. A term is filled by whoever quotes it.
    fn variables(&self, key: &str, way: &mut Vec<String>) -> Option<BTreeSet<String>> {
        if way.iter().any(|passed| passed == key) {
            return None;
        }
        way.push(key.to_owned());
        let mut all = BTreeSet::new();
        if let Some(made) = self.made(key) {
            all.extend(made.variables.iter().cloned());
            for quoted in &made.texts {
                let inner = self.variables(quoted, way)?;
                all.extend(inner.into_iter().filter(|_| !quoted.starts_with('-')));
            }
        }
        way.pop();
        Some(all)
    }
}

/// Variables that the house's text does not get, and those that it says in every language and the office's would lose.
fn differing(key: &str, variables: &BTreeSet<String>) -> Vec<String> {
    let none = BTreeMap::new();
    let of_house = |lang| Whole { lang, own: &none }.variables(key, &mut Vec::new()).unwrap_or_default();
    let [pl, en, uk] = Lang::ALL.map(of_house);
    let known: BTreeSet<&String> = pl.iter().chain(&en).chain(&uk).collect();
    let needed = pl.iter().filter(|name| en.contains(*name) && uk.contains(*name));
    let list = || known.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let strange = variables.iter().filter(|name| !known.contains(name)).map(|name| match known.is_empty() {
        true => format!("${name}: this text is filled with nothing"),
        false => format!("${name}: this text is filled with {} only", list()),
    });
    let lost = needed
        .filter(|name| !variables.contains(*name))
        .map(|name| format!("${name} is missing; say it as {{ ${name} }}"));
    strange.chain(lost).collect()
}

/// How many letters differ (Levenshtein), to guess which key was meant.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, sign) in one.chars().enumerate() {
        let mut next = vec![n + 1];
        for ((passed, above), right) in other.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or(n + 1);
            next.push((above + usize::from(*passed != sign)).min(right + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
