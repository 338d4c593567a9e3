//! A letter as a mail program reads it: headers unfolded, parts decoded (RFC 5322, 2045–2047).

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// One letter, or one part of it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Header names in lower case with their decoded values, in order.
    pub headers: Vec<(String, String)>,
    /// The decoded text of a part that is not multipart.
    pub body: String,
    /// The parts of a multipart letter.
    pub parts: Vec<Letter>,
    /// The source as it was sent.
    pub source: String,
}

impl Letter {
    /// All letters in a folder of `.eml` files, oldest first.
    pub fn all_in(folder: &Path) -> Vec<Self> {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Vec::new();
        };
        let mut files: Vec<_> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"))
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        files.sort();
        files.iter().filter_map(|(_, path)| std::fs::read_to_string(path).ok()).map(|text| Self::read(&text)).collect()
    }

    /// Reads a letter from its source.
    pub fn read(source: &str) -> Self {
        let text = source.replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        let headers = read_headers(head);
        let mut letter = Self { headers, body: String::new(), parts: Vec::new(), source: source.to_owned() };
        match parameter(&letter.header("content-type"), "boundary") {
            Some(boundary) => letter.parts = split_parts(body, &boundary),
            None => letter.body = decode(body, &letter.header("content-transfer-encoding")),
        }
        letter
    }

    /// The value of a header, empty when there is none.
    pub fn header(&self, name: &str) -> String {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The first part of this content type (`text/plain`, `text/html`, `text/calendar`), decoded.
    pub fn part(&self, kind: &str) -> Option<String> {
        let own = self.header("content-type").to_lowercase();
        if self.parts.is_empty() && own.starts_with(kind) {
            return Some(self.body.clone());
        }
        self.parts.iter().find_map(|part| part.part(kind))
    }

    /// The plain text.
    pub fn text(&self) -> String {
        self.part("text/plain").unwrap_or_else(|| panic!("a letter has plain text:\n{}", self.source))
    }

    /// The HTML.
    pub fn html(&self) -> String {
        self.part("text/html").unwrap_or_else(|| panic!("a letter has HTML:\n{}", self.source))
    }

    /// The addresses in the plain text, in order.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        let words = text.split_whitespace().filter(|word| word.starts_with("http"));
        words.map(|word| word.trim_end_matches(['.', ',', ')', '>']).to_owned()).collect()
    }

    /// The link that carries the secret of the appointment.
    pub fn link_with(&self, token: &str) -> String {
        let links = self.links();
        links
            .iter()
            .find(|link| link.contains(token))
            .unwrap_or_else(|| panic!("no personal link in {links:?}"))
            .clone()
    }
}

fn read_headers(head: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = headers.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
    }
    headers.into_iter().map(|(name, value)| (name, decode_words(&value))).collect()
}

/// Decodes the encoded words of RFC 2047; white space between two of them does not count.
fn decode_words(value: &str) -> String {
    let (mut plain, mut rest) = (String::new(), value);
    let mut after_word = false;
    while let Some(begin) = rest.find("=?") {
        let between = &rest[..begin];
        if !(after_word && between.trim().is_empty()) {
            plain.push_str(between);
        }
        let mut fields = rest[begin + 2..].splitn(4, '?');
        let (Some(_), Some(how), Some(text), Some(end)) = (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            break;
        };
        let how = if how.eq_ignore_ascii_case("b") { "base64" } else { "quoted-printable" };
        plain.push_str(&decode(&text.replace('_', " "), how));
        rest = end.strip_prefix('=').unwrap_or(end);
        after_word = true;
    }
    plain + rest
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let parameters = value.split(';').skip(1);
    let pairs = parameters.filter_map(|one| one.trim().split_once('='));
    pairs
        .into_iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim_matches('"').to_owned())
}

fn split_parts(body: &str, boundary: &str) -> Vec<Letter> {
    let fence = format!("--{boundary}");
    let pieces = body.split(fence.as_str()).skip(1).take_while(|piece| !piece.starts_with("--"));
    pieces.map(|piece| Letter::read(piece.trim_start_matches('\n'))).collect()
}

fn decode(text: &str, how: &str) -> String {
    match how.trim().to_lowercase().as_str() {
        "base64" => {
            let packed: String = text.split_whitespace().collect();
            String::from_utf8_lossy(&BASE64_STANDARD.decode(packed).unwrap_or_default()).into_owned()
        }
        "quoted-printable" => unquote(text),
        _ => text.to_owned(),
    }
}

fn unquote(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((&sign, after)) = rest.split_first() {
        let pair = (sign == b'=').then(|| after.get(..2)).flatten();
        let value =
            pair.and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(value.unwrap_or(sign));
        rest = if value.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_read_as_a_mail_program_reads_it() {
        let letter = Letter::read(
            "Subject: =?utf-8?b?xITEhg==?= =?utf-8?Q?_=C5=9A?=\r\nContent-Type: multipart/alternative;\r\n boundary=\"x\"\r\n\r\n\
             --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nZ=C5=\r\n=82\r\n\
             --x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nxbE=\r\n--x--\r\n",
        );
        assert_eq!(letter.header("subject"), "ĄĆ Ś");
        assert_eq!(letter.text().trim(), "Zł");
        assert_eq!(letter.html(), "ű");
    }
}
