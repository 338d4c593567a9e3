//! The search for a matter: forgiving about marks, capitals and the endings of words.

/// Letters that a word must keep when its ending is left out.
const STEM: usize = 4;
/// Letters of an ending: "dowodu" finds "dowody", "meldunek" finds "meldunki".
const ENDING: usize = 2;
/// A word as long as this may have an ending of one letter more: "osobistych" finds "osobiste".
const LONG: usize = 8;
/// Words of a query that count; more would only cost time.
const MOST: usize = 12;

/// What somebody looks for.
pub(crate) struct Search {
    words: Vec<String>,
}

impl Search {
    /// A search as typed. An empty one finds everything.
    pub fn of(typed: &str) -> Self {
        Self { words: plain(typed).split_whitespace().take(MOST).map(stem).collect() }
    }

    /// Whether every word of the search stands in a text made by [`plain`].
    pub fn finds(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

fn stem(word: &str) -> String {
    let letters = word.chars().count();
    let ending = ENDING + usize::from(letters >= LONG);
    let kept = letters.saturating_sub(ending).max(STEM).min(letters);
    word.chars().take(kept).collect()
}

/// Small letters without Polish marks and apostrophes, so that "dzialalnosc" finds "działalność".
pub(crate) fn plain(text: &str) -> String {
    let fold = |letter: char| match letter {
        'ą' => Some('a'),
        'ć' => Some('c'),
        'ę' => Some('e'),
        'ł' => Some('l'),
        'ń' => Some('n'),
        'ó' => Some('o'),
        'ś' => Some('s'),
        'ź' | 'ż' => Some('z'),
        'ґ' => Some('г'),
        'ї' => Some('і'),
        '\'' | '’' | 'ʼ' => None,
        ',' | '.' | ':' | ';' | '(' | ')' | '-' | '–' | '/' => Some(' '),
        other => Some(other),
    };
    text.chars().flat_map(char::to_lowercase).filter_map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::{Search, plain};

    #[test]
    fn the_search_forgives_marks_capitals_and_endings() {
        let text =
            plain("D Dowody osobiste Identity cards Посвідчення особи dowód tożsamości, паспорт громадянина, meldunek");
        for typed in
            ["", "dowód", "DOWODU", "dowodow osobistych", "tozsamosc", "identity card", "посвідчень", "meldunki"]
        {
            assert!(Search::of(typed).finds(&text), "{typed}");
        }
        for typed in ["prawo jazdy", "dowód rejestracyjny", "<script>"] {
            assert!(!Search::of(typed).finds(&text), "{typed}");
        }
    }
}
