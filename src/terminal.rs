//! Words for the person or script at the terminal. Whoever closed the pipe does not want them: that ends nothing.

use std::io::Write;

/// Writes a line to standard output.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
