//! Every line of the city's requirements that can be proved now has a test named after it.

use std::collections::BTreeSet;

use crate::tree::sources;

/// Lines without a test of their own yet, and why.
const LATER: [(u32, &str); 0] = [];

#[test]
fn every_line_of_the_city_has_a_test_named_after_it() {
    let mut proved = BTreeSet::new();
    for folder in ["tests", "src"] {
        for file in sources(folder, &["rs"]) {
            proved.extend(file.text.lines().filter_map(line_of_test));
        }
    }
    let later: BTreeSet<u32> = LATER.iter().map(|(line, _)| *line).collect();
    let missing: Vec<u32> = (1..=38).filter(|line| !proved.contains(line) && !later.contains(line)).collect();
    assert!(missing.is_empty(), "no test proves R{missing:?}");
    let both: Vec<&u32> = later.intersection(&proved).collect();
    assert!(both.is_empty(), "lines with a test need no reason: R{both:?}");
}

/// The number in `fn r20_check_in_is_…`.
fn line_of_test(line: &str) -> Option<u32> {
    let name = line.trim_start().trim_start_matches("async ").strip_prefix("fn r")?;
    let (digits, rest) = name.split_at(name.find('_')?);
    (!rest.is_empty()).then(|| digits.parse().ok())?
}
