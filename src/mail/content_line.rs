//! Content lines of RFC 5545: CRLF, folding at 75 octets without cutting a letter in two (§3.1), escaping of TEXT (§3.3.11).
//!
//! Own, because the `icalendar` crate puts DTSTAMP and a random UID into every VALARM and VTIMEZONE (§3.6.5 and §3.6.6 know
//! neither) and reads the clock for it. That crate stays the judge in the tests.

const LIMIT: usize = 75;

/// A calendar file as it grows.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A line whose value is already in its final form: dates, durations, keywords.
    pub(crate) fn raw(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A line with a TEXT value, escaped here.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{}", escaped(value)));
    }

    /// The finished file.
    pub(crate) fn into_string(self) -> String {
        self.0
    }

    fn folded(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars().filter(|c| !c.is_control()) {
            if used + letter.len_utf8() > LIMIT {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    value.replace("\r\n", "\\n").replace('\n', "\\n")
}

/// A parameter's value in quotes; quotes cannot be written inside (§3.2), so they become apostrophes.
pub(crate) fn quoted(value: &str) -> String {
    let inside: String = value.chars().filter(|c| !c.is_control()).map(|c| if c == '"' { '\'' } else { c }).collect();
    format!("\"{inside}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_fold_between_letters_at_75_octets() {
        let value = "Żółć, ґанок; ".repeat(30);
        let mut lines = Lines::default();
        lines.text("SUMMARY", &value);
        let file = lines.into_string();
        assert!(file.ends_with("\r\n"));
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(file.replace("\r\n ", "").trim_end_matches("\r\n"), format!("SUMMARY:{}", escaped(&value)));
    }

    #[test]
    fn a_value_cannot_start_a_line_of_its_own() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a\r\nATTENDEE:b\\n;c\rd");
        assert_eq!(lines.into_string(), "SUMMARY:a\\nATTENDEE:b\\\\n\\;cd\r\n");
        assert_eq!(quoted("Urząd \"M\"\n"), "\"Urząd 'M'\"");
    }
}
