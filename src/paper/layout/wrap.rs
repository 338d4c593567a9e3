//! Where lines break.

use crate::font;

/// Breaks a text into lines that are at most `most` wide, where `most` is a multiple of the letters' size. Words that are wider than
/// a line are broken inside. Lines of a centred text are made about equally long.
pub(super) fn lines(text: &str, bold: bool, most: f32, centered: bool) -> Vec<String> {
    let words = words(text, |part| font::width(part, bold) <= most);
    let filled = fill(&words, |line| font::width(line, bold) <= most);
    if !centered || filled.len() < 2 {
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

/// Words as they may stand alone at a line's beginning: Polish and Ukrainian leave no single letter at the end of one.
fn words(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut short = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let joined = if short.is_empty() { word.to_owned() } else { format!("{short}\u{a0}{word}") };
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if single && fits(&joined) {
            short = joined;
        } else if fits(&joined) {
            short.clear();
            words.push(joined);
        } else {
            words.extend((!short.is_empty()).then(|| std::mem::take(&mut short)));
            words.extend(pieces(word, &fits));
        }
    }
    words.extend((!short.is_empty()).then_some(short));
    words
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
