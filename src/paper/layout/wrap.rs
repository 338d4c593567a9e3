//! Where lines break.

use crate::font;

/// Breaks a text into lines that are at most `most` wide, where `most` is a multiple of the letters' size. Words that are wider than
/// a line are broken inside. Balanced lines are made about equally long.
pub(super) fn lines(text: &str, bold: bool, most: f32, balanced: bool) -> Vec<String> {
    let words = words(text, |part| font::width(part, bold) <= most);
    let filled = fill(&words, |line| font::width(line, bold) <= most);
    if !balanced || filled.len() < 2 {
        return filled;
    }
    // The narrowest column that needs no more lines; eight halvings are finer than a letter.
    let (mut low, mut high, mut best) = (0.0, most, filled);
    for _ in 0..8 {
        let middle = (low + high) / 2.0;
        let tried = fill(&words, |line| font::width(line, bold) <= middle);
        let fits = tried.len() == best.len() && tried.iter().all(|line| font::width(line, bold) <= middle);
        if fits {
            (high, best) = (middle, tried);
        } else {
            low = middle;
        }
    }
    best
}

/// The same for letters that are all equally wide.
pub(crate) fn columns(text: &str, columns: usize) -> Vec<String> {
    let fits = |line: &str| line.chars().count() <= columns;
    fill(&words(text, fits), fits)
}

/// Words as they may stand at a line's beginning: Polish and Ukrainian leave no single letter at the end of a line, a number stays
/// with what it counts, and a dash stays where it was.
fn words(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let joined = words.last().map(|last| format!("{last}\u{a0}{word}"));
        match (joined, words.last_mut()) {
            (Some(joined), Some(last)) if before.is_some_and(|before| hold(before, word)) && fits(&joined) => {
                *last = joined
            }
            _ if fits(word) => words.push(word.to_owned()),
            _ => words.extend(pieces(word, &fits)),
        }
        before = Some(word);
    }
    words
}

/// Whether two words hold together at the end of a line.
fn hold(before: &str, word: &str) -> bool {
    let letters = |word: &str| word.chars().all(char::is_alphabetic).then(|| word.chars().count());
    let numeric = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
    let dash = matches!(word, "–" | "—" | "-");
    let short = letters(before).is_some_and(|long| long == 1 || (long <= 3 && numeric(word)));
    dash || short || (numeric(before) && letters(word.trim_end_matches('.')).is_some_and(|long| long > 3))
}

/// A word in pieces that fit, at least a letter each.
fn pieces(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sign in word.chars() {
        let Some(last) = pieces.last_mut() else { break };
        last.push(sign);
        if !fits(last) && last.chars().count() > 1 {
            last.pop();
            pieces.push(sign.to_string());
        }
    }
    pieces
}

fn fill(words: &[String], fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_letter_goes_with_the_word_after_it() {
        assert_eq!(columns("Wydział do spraw z zakresu", 18), ["Wydział do spraw", "z\u{a0}zakresu"]);
    }

    #[test]
    fn a_number_stays_with_what_it_counts_and_a_dash_where_it_was() {
        assert_eq!(columns("Czas: od 10 do 25 minut", 18), ["Czas: od\u{a0}10", "do\u{a0}25\u{a0}minut"]);
        assert_eq!(columns("PRÓBNY – TO NIE", 9), ["PRÓBNY\u{a0}–", "TO NIE"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_and_nothing_is_lost() {
        let word = "Rechtsschutzversicherungsgesellschaften";
        let broken = columns(word, 10);
        assert!(broken.iter().all(|line| line.chars().count() <= 10), "{broken:?}");
        assert_eq!(broken.concat(), word);
    }

    #[test]
    fn a_line_too_narrow_for_a_letter_still_ends() {
        assert_eq!(lines("abc d", false, 0.0, true), ["a", "b", "c", "d"]);
        assert!(lines("", true, 10.0, true).is_empty());
    }

    #[test]
    fn centred_lines_are_about_equally_long() {
        let balanced = lines("Rejestracja działalności gospodarczej osób", true, 16.0, true);
        assert_eq!(balanced, ["Rejestracja działalności", "gospodarczej osób"]);
    }
}
