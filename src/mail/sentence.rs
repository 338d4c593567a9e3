//! A sentence that may hold Polish words inside another language, so that screen readers change their voice (WCAG 3.1.2).

/// A piece of a sentence in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The words, unescaped.
    pub text: String,
    /// True for Polish words inside a sentence of another language.
    pub polish: bool,
}

/// One sentence of a letter, whole for the text and in runs for the HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The whole sentence, unescaped.
    pub text: String,
    /// The same sentence cut where the language changes.
    pub runs: Vec<Run>,
}

impl Sentence {
    /// Cuts `text` at every occurrence of the given Polish phrases; with no phrases it is one run.
    pub(crate) fn new(text: String, polish: &[&str]) -> Self {
        let mut runs = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, phrase, after)) = first_phrase(rest, polish) {
            push(&mut runs, before, false);
            push(&mut runs, phrase, true);
            rest = after;
        }
        push(&mut runs, rest, false);
        Self { text, runs }
    }

    /// A sentence that is Polish as a whole, inside a letter in another language.
    pub(crate) fn polish(text: &str) -> Self {
        Self { text: text.to_owned(), runs: vec![Run { text: text.to_owned(), polish: true }] }
    }

    /// This sentence and another behind it.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.text = format!("{} {}", self.text, other.text);
        push(&mut self.runs, " ", false);
        self.runs.extend(other.runs);
        self
    }
}

fn push(runs: &mut Vec<Run>, text: &str, polish: bool) {
    if !text.is_empty() {
        runs.push(Run { text: text.to_owned(), polish });
    }
}

fn first_phrase<'a>(text: &'a str, polish: &[&'a str]) -> Option<(&'a str, &'a str, &'a str)> {
    polish
        .iter()
        .filter(|phrase| !phrase.is_empty())
        .filter_map(|phrase| text.split_once(phrase).map(|(before, after)| (before, *phrase, after)))
        .min_by_key(|(before, _, _)| before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_words_become_their_own_runs() {
        let sentence = Sentence::new("Choose Wizyta (U) at Urząd.".into(), &["Urząd", "Wizyta (U)"]);
        let runs: Vec<_> = sentence.runs.iter().map(|run| (run.text.as_str(), run.polish)).collect();
        assert_eq!(runs, [("Choose ", false), ("Wizyta (U)", true), (" at ", false), ("Urząd", true), (".", false)]);
        assert_eq!(Sentence::new("x".into(), &[""]).runs.len(), 1);
    }
}
