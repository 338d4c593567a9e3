//! Cardinal numbers from 0 to [`MOST`] as words, and as the voice has to be given them.
//!
//! A number is said after its noun, as a label ("stanowisko dwa", "вікно один"), so it stands in the form of counting: nominative,
//! masculine, not declined. Polish and Ukrainian put the parts one after the other; English joins the last ones with "and" and a hyphen.

mod english;
mod polish;
mod ukrainian;

use crate::language::Language;

/// The largest number that is said as one: codes have at most four digits.
pub const MOST: u16 = 9_999;

/// A number in words: "dwieście trzydzieści jeden". Beyond [`MOST`] digit by digit.
#[must_use]
pub fn words(language: Language, number: u16) -> String {
    match language {
        Language::Polish => join(number, polish::word),
        Language::English => english::words(number),
        Language::Ukrainian => join(number, ukrainian::word),
    }
}

/// A number as espeak-ng says it right. English from digits: it joins "hundred and thirty" where words make it pause. Ukrainian in
/// phonemes, see [`ukrainian`].
pub(crate) fn voiced(language: Language, number: u16) -> String {
    match language {
        Language::Polish => words(language, number),
        Language::English => number.to_string(),
        Language::Ukrainian => join(number, ukrainian::voiced),
    }
}

fn join(number: u16, word: fn(u16) -> &'static str) -> String {
    let said: Vec<&str> = parts(number).into_iter().map(word).collect();
    said.join(" ")
}

/// What a number is made of, the largest first: 231 is 200, 30 and 1; 1,015 is 1000 and 15; 0 is 0.
///
/// Every part is below 20, a ten, a hundred or a thousand up to 9,000; beyond [`MOST`] every digit is a part.
#[must_use]
pub fn parts(number: u16) -> Vec<u16> {
    if number > MOST {
        return number.to_string().bytes().map(|digit| u16::from(digit - b'0')).collect();
    }
    let (below, mut found) = (number % 100, vec![number / 1000 * 1000, number % 1000 / 100 * 100]);
    if below < 20 {
        found.push(below)
    } else {
        found.extend([below / 10 * 10, below % 10])
    }
    found.retain(|part| *part > 0);
    if found.is_empty() { vec![0] } else { found }
}

/// The parts with a place for "and" (`None`): English puts it before what is below a hundred.
#[must_use]
pub(crate) fn parts_with_and(language: Language, number: u16) -> Vec<Option<u16>> {
    let (below, mut found) = (number % 100, Vec::new());
    let joined = language == Language::English && (101..=MOST).contains(&number) && below > 0;
    for part in parts(number) {
        if joined && part < 100 && !found.contains(&None) {
            found.push(None);
        }
        found.push(Some(part));
    }
    found
}

/// The word of a part out of a table: 0 to 19, tens from 20, hundreds, thousands.
fn look_up(part: u16, table: &Table) -> &'static str {
    let (from, at) = match part {
        0..20 => (&table.small[..], part),
        20..100 => (&table.tens[..], part / 10 - 2),
        100..1000 => (&table.hundreds[..], part / 100 - 1),
        _ => (&table.thousands[..], part / 1000 - 1),
    };
    from.get(usize::from(at)).copied().unwrap_or_default()
}

/// The words of a language.
struct Table {
    small: [&'static str; 20],
    tens: [&'static str; 8],
    hundreds: [&'static str; 9],
    thousands: [&'static str; 9],
}
