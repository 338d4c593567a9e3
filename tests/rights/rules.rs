//! Who may call what, as people agreed on it: `rules.txt` beside this file has a line for every address. The table of addresses is held
//! against it, so that a rule neither appears, nor goes, nor changes without somebody reading it.

use std::collections::BTreeMap;

use okienko_tests::on_both_engines;

use super::table;

/// Method, path and rule: the kind, the place where a right must hold, the rights of which one is enough.
const AGREED: &str = include_str!("rules.txt");

on_both_engines! {
    async fn every_address_has_the_rule_that_was_agreed(office: Office) {
        let split = |line: &str| {
            let mut words = line.split_whitespace();
            let name = format!("{} {}", words.next().unwrap_or_default(), words.next().unwrap_or_default());
            (name, words.collect::<Vec<_>>().join(" "))
        };
        let agreed: BTreeMap<String, String> = AGREED.lines().filter(|line| !line.starts_with('#')).map(split).collect();
        let mut found = BTreeMap::new();
        for one in table(&office.http).await {
            let rights: Vec<&str> = one.rights.iter().map(|right| right.as_str()).collect();
            let words = [one.kind, one.scope, rights.join("|")];
            let rule: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
            found.insert(format!("{} {}", one.method, one.path), rule.join(" "));
        }
        let other: Vec<String> = found
            .iter()
            .filter(|(name, rule)| agreed.get(*name) != Some(*rule))
            .map(|(name, rule)| format!("{name} {rule}"))
            .collect();
        assert!(other.is_empty(), "not as agreed; think, then write into rules.txt:\n{}", other.join("\n"));
        let gone: Vec<&String> = agreed.keys().filter(|name| !found.contains_key(*name)).collect();
        assert!(gone.is_empty(), "agreed, and not there any more: {gone:?}");
    }
}
