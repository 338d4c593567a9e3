//! What every file for a spreadsheet needs.

/// Spreadsheets read UTF-8 only behind this mark.
pub(crate) const MARK: &str = "\u{feff}";

/// None that a spreadsheet takes for a formula.
pub(crate) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_formula() {
        assert_eq!(guarded("booked"), "booked");
        for text in ["=1+1", "+48", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
    }
}
