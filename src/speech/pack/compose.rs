//! Which clips make a sentence, given which are there.

use super::keys;
use crate::language::Language;
use crate::numerals;
use crate::phrase::{Part, Sentence};

/// One step of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A clip by its key.
    Clip(String),
    /// The short pause between two parts.
    Gap,
    /// The long pause before where to go.
    Comma,
}

/// Whether a clip is there.
pub(super) type There<'t> = &'t dyn Fn(&str) -> bool;

/// All steps of a call; nothing when a clip is missing.
pub(super) fn sentence(language: Language, sentence: &Sentence, there: There<'_>) -> Option<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    for part in sentence.parts() {
        if *part == Part::Comma {
            steps.push(Step::Comma);
            continue;
        }
        if matches!(steps.last(), Some(Step::Clip(_))) {
            steps.push(Step::Gap);
        }
        // Inside a number the room around each clip is pause enough.
        steps.extend(clips(language, part, there)?.into_iter().map(Step::Clip));
    }
    Some(steps)
}

fn clips(language: Language, part: &Part, there: There<'_>) -> Option<Vec<String>> {
    let key = match part {
        Part::Number => keys::NUMBER.to_owned(),
        Part::Desk => keys::DESK.to_owned(),
        Part::Letter(letter) => keys::letter(*letter),
        Part::Word(word) => keys::word(word),
        Part::Numeral(number) => return numeral(language, *number, there),
        Part::Comma => return Some(Vec::new()),
    };
    there(&key).then(|| vec![key])
}

/// The clips of a number: its own where it is there, else those of its parts, the largest that are there first.
pub(super) fn numeral(language: Language, number: u16, there: There<'_>) -> Option<Vec<String>> {
    if number > numerals::MOST {
        return None;
    }
    let whole = keys::numeral(number);
    if there(&whole) {
        return Some(vec![whole]);
    }
    let parts = numerals::parts_with_and(language, number);
    let (first, rest) = parts.split_first()?;
    let first = (*first)?;
    let key = keys::numeral(first);
    if rest.is_empty() || !there(&key) || first >= number {
        return None;
    }
    let mut found = vec![key];
    let and = rest.first() == Some(&None);
    if and {
        found.push(there(keys::AND).then(|| keys::AND.to_owned())?);
    }
    found.extend(numeral(language, number - first, there)?);
    Some(found)
}
