//! Every numbered line of §1 and §3 to §5 of the list has a test named `law_NN_…`, or a reason here why not.

use std::collections::BTreeSet;
use std::path::Path;

use okienko_tests::process::root;

/// §1 accessibility, §3 GDPR, §4 Polish language and calendar, §5 cookies to interface. §2 (kiosk and lobby hardware, lines 13 to 18) belongs to
/// the issues about the kiosk and the lobby.
const ASKED: [std::ops::RangeInclusive<u32>; 4] = [1..=12, 19..=25, 26..=30, 31..=39];

/// Lines that no test of a program can prove, and why. Empty as long as every line has its test.
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
    assert!(missing.is_empty(), "no test named law_NN_… proves these lines of the list: {missing:?}");
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
            for line in
                text.lines().filter_map(|line| line.trim_start().trim_start_matches("async ").strip_prefix("fn "))
            {
                let names = line.split('(').next().unwrap_or_default();
                proved
                    .extend(names.split("law_").skip(1).filter_map(|rest| rest.split('_').next()?.parse::<u32>().ok()));
            }
        }
    }
}
