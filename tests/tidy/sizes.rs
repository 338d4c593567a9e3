//! Files a person can read at one go: median at most 120 lines, none over 400.

use crate::tree::sources;

/// Vendored or generated, not ours to cut.
const NOT_OURS: [&str; 3] =
    ["displays/shared/designsystem.css", "displays/shared/theme.css", "kiosk-client/screen/vendor/qrcode.js"];

#[test]
fn files_are_short() {
    let mut own = sources("", &["rs", "js", "css"]);
    own.retain(|file| !NOT_OURS.contains(&file.path.as_str()));
    let mut lengths: Vec<(usize, &str)> =
        own.iter().map(|file| (file.text.lines().count(), file.path.as_str())).collect();
    lengths.sort_unstable();
    let (median, _) = lengths[lengths.len() / 2];
    assert!(median <= 120, "the median file has {median} lines");
    let long: Vec<_> = lengths.iter().filter(|(length, _)| *length > 400).collect();
    assert!(long.is_empty(), "over 400 lines: {long:?}");
}
