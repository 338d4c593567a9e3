//! What a call holds: the ticket's code and the desk's label, read strictly. Nothing else ever reaches the voice.

/// A ticket's code: one or two letters and a number of at most four digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TicketCode {
    /// Its letters, A to Z.
    pub letters: String,
    /// Its number; leading zeros are not said.
    pub number: u16,
}

impl TicketCode {
    /// Reads `U007` or `AB12`; nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let at = text.find(|sign: char| sign.is_ascii_digit())?;
        let (letters, digits) = text.split_at(at);
        let fits = (1..=2).contains(&letters.len()) && letters.bytes().all(|sign| sign.is_ascii_uppercase());
        let fits = fits && digits.len() <= 4 && digits.bytes().all(|sign| sign.is_ascii_digit());
        Some(Self { letters: letters.to_owned(), number: digits.parse().ok().filter(|_| fits)? })
    }
}

/// Characters of a desk's label.
pub(crate) const MOST_LABEL: usize = 12;

/// A desk's label: letters, digits, spaces and hyphens, at most 12 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeskLabel(Vec<LabelPart>);

/// What a label is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LabelPart {
    /// A letter that is spelled: one alone, or two capitals together.
    Letter(char),
    /// A number without its leading zeros.
    Number(u16),
    /// A word, as it is.
    Word(String),
}

impl DeskLabel {
    /// Reads a label such as `3`, `A4`, `Kasa 2`; nothing for one that is too long, empty, or holds other signs.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known = |sign: char| sign.is_alphanumeric() || sign == ' ' || sign == '-';
        if text.chars().count() > MOST_LABEL || !text.chars().all(known) {
            return None;
        }
        let parts: Vec<LabelPart> = text.split([' ', '-']).flat_map(runs).flat_map(LabelPart::of).collect();
        (!parts.is_empty()).then_some(Self(parts))
    }

    pub(crate) fn parts(&self) -> &[LabelPart] {
        &self.0
    }
}

/// Runs of digits and of everything else: `A4b` is `A`, `4`, `b`.
fn runs(word: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|sign: char| sign.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        found.push(run);
        rest = after;
    }
    found
}

impl LabelPart {
    fn of(run: &str) -> Vec<Self> {
        if run.starts_with(|sign: char| sign.is_ascii_digit()) {
            let digit = |sign: u8| Self::Number(u16::from(sign - b'0'));
            // A longer number is a room or a counter of a list: digit by digit, as people read them.
            let whole = run.parse().ok().filter(|_| run.len() <= 4).map(|number| vec![Self::Number(number)]);
            return whole.unwrap_or_else(|| run.bytes().map(digit).collect());
        }
        let letter = |sign: char| Self::Letter(sign.to_ascii_uppercase());
        let spelled = run.len() == 1 || (run.len() == 2 && run.bytes().all(|sign| sign.is_ascii_uppercase()));
        let spelled = spelled && run.bytes().all(|sign| sign.is_ascii_alphabetic());
        if spelled { run.chars().map(letter).collect() } else { vec![Self::Word(run.to_owned())] }
    }
}
