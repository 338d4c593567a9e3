//! Every numbered line of §1 and §3 to §5 of the list has a test named after it (`law_NN_…`, `lawNN_…`, `law_line_NN_…` or `line_NN_…`), or a reason
//! here why not.

use std::collections::BTreeSet;
use std::path::Path;

use okienko_tests::process::root;

/// §1 accessibility, §3 GDPR, §4 Polish language and calendar, §5 cookies to interface. §2 (kiosk and lobby hardware, lines 13 to 18) belongs to
/// the issues about the kiosk and the lobby.
const ASKED: [std::ops::RangeInclusive<u32>; 4] = [1..=12, 19..=25, 26..=30, 31..=39];

/// Lines that no test of a program can prove, and why. Empty as long as every line has its test.
///
/// One line is met in part on purpose: 35 also names an MX lookup. No address is looked up in the DNS: it would tell strangers' servers which
/// domains citizens use, and a server in a city's network often reaches nothing but its relay. A letter that comes back marks the visit
/// instead (line 34), and staff see it.
const REASONS: [(u32, &str); 0] = [];

#[test]
fn every_line_that_software_can_meet_has_a_test_named_after_it() {
    let mut proved = BTreeSet::new();
    for folder in ["tests", "src"] {
        walk(&root().join(folder), &mut proved);
    }
    let excused: BTreeSet<u32> = REASONS.iter().map(|(line, _)| *line).collect();
    let missing: Vec<u32> =
        ASKED.into_iter().flatten().filter(|line| !proved.contains(line) && !excused.contains(line)).collect();
    assert!(missing.is_empty(), "no test named law_NN_… (or line_NN_…) proves these lines of the list: {missing:?}");
    let both: Vec<&u32> = excused.intersection(&proved).collect();
    assert!(both.is_empty(), "lines with a test need no reason: {both:?}");
}

/// The lines that tests of a folder are named after; one test may name several: `law_11_law_19_…`.
fn walk(folder: &Path, proved: &mut BTreeSet<u32>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, proved);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            text.lines().for_each(|line| proved.extend(lines_of(line)));
        }
    }
}

/// The lines that `async fn law_11_law_19_…(office: Office) {` names.
fn lines_of(source: &str) -> Vec<u32> {
    let Some(name) = source.trim_start().trim_start_matches("async ").strip_prefix("fn ") else { return Vec::new() };
    let words: Vec<&str> = name.split(['(', '<']).next().unwrap_or_default().split('_').collect();
    let number = |at: usize, word: &str| match word {
        "law" | "line" => words.get(at + 1)?.parse().ok(),
        joined => joined.strip_prefix("law")?.parse().ok(),
    };
    words.iter().enumerate().filter_map(|(at, word)| number(at, word)).collect()
}

#[test]
fn the_numbers_are_read_from_every_spelling_and_from_nothing_else() {
    assert_eq!(lines_of("    async fn law_11_law_19_pages_link(office: Office) {"), [11, 19]);
    assert_eq!(lines_of("fn law06_the_review() {"), [6]);
    assert_eq!(lines_of("fn law_line_28_sqlite() {"), [28]);
    assert_eq!(lines_of("fn line_33_after_the_hour() {"), [33]);
    assert!(
        lines_of("fn one_line_10x() {").is_empty()
            && lines_of("// law_11_x").is_empty()
            && lines_of("fn lawful() {").is_empty()
    );
}
