//! A filled template, line by line: what is to stand on the paper, before anybody knows where.

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// The ticket's number, as large as the paper allows.
    Number,
    /// Large and bold: the service, the booked hour.
    Title,
    /// Bold.
    Bold,
    /// Ordinary.
    Plain,
    /// Small: what hardly anybody reads.
    Small,
    /// White on black, bold: what nobody may miss.
    Boxed,
}

/// One thing on the paper; things stand one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// Text, broken into lines where it must be.
    Text {
        /// How it looks.
        style: Style,
        /// In the middle, or from the left.
        centered: bool,
        /// One line without control characters.
        text: String,
    },
    /// A line across.
    Rule,
    /// An empty strip.
    Space,
    /// The QR code of the ticket's page, with words beside or below it.
    Qr(String),
}

/// Stands before everything that comes from a value, so that no service's name is ever taken for a mark.
pub(crate) const VALUE: char = '\u{1}';

/// The marks with which a line of a template may begin; a line without one is plain text.
pub(crate) const MARKS: [&str; 10] =
    ["number", "title", "bold", "small", "boxed", "center", "left", "rule", "space", "qr"];

/// Reads a filled template; the mark that nobody knows is the error.
pub(crate) fn read(filled: &str) -> Result<Vec<Block>, String> {
    let mut blocks = Vec::new();
    let mut centered = false;
    for line in filled.lines().map(str::trim) {
        let (mark, rest) = mark_of(line);
        let text = words_of(rest);
        let styled = |style| Block::Text { style, centered, text: text.clone() };
        let block = match mark {
            Some("center") => {
                centered = true;
                continue;
            }
            Some("left") => {
                centered = false;
                continue;
            }
            Some("rule") => Block::Rule,
            Some("space") => Block::Space,
            Some("qr") => Block::Qr(text),
            // A line of which nothing is left says nothing: where there is no place, there is no empty line either.
            _ if !says_something(rest) => continue,
            Some("number") => styled(Style::Number),
            Some("title") => styled(Style::Title),
            Some("bold") => styled(Style::Bold),
            Some("small") => styled(Style::Small),
            Some("boxed") => styled(Style::Boxed),
            Some(unknown) => return Err(unknown.to_owned()),
            None => styled(Style::Plain),
        };
        blocks.push(block);
    }
    Ok(blocks)
}

/// The mark of a line, where it has one, and what follows it.
pub(crate) fn mark_of(line: &str) -> (Option<&str>, &str) {
    let Some(marked) = line.strip_prefix('@') else { return (None, line) };
    let end = marked.find(|sign: char| sign.is_whitespace() || sign == VALUE || sign == '{').unwrap_or(marked.len());
    let (mark, rest) = marked.split_at(end);
    (Some(mark), rest)
}

/// Whether a line has words, or is a text of the template's own without any value.
fn says_something(rest: &str) -> bool {
    let words = rest.chars().any(char::is_alphanumeric);
    words || (!rest.contains(VALUE) && !rest.trim().is_empty())
}

fn words_of(rest: &str) -> String {
    crate::values::one_line(&rest.replace(VALUE, ""))
}
