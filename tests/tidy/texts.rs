//! Every text a person sees exists in Polish, English and Ukrainian.

use std::collections::BTreeMap;

use crate::tree::sources;

/// The keys of each Fluent file of a language: messages and terms, with their attributes left out.
fn keys(language: &str) -> BTreeMap<String, Vec<String>> {
    let files = sources(&format!("displays/texts/{language}"), &["ftl"]);
    let of_file = |text: &str| -> Vec<String> {
        let begins = |line: &&str| line.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '-');
        let named = text.lines().filter(begins).filter_map(|line| line.split_once('='));
        let mut keys: Vec<String> = named.map(|(key, _)| key.trim().to_owned()).collect();
        keys.sort();
        keys
    };
    files.iter().map(|file| (file.path.rsplit('/').next().unwrap_or("").to_owned(), of_file(&file.text))).collect()
}

#[test]
fn every_text_exists_in_three_languages() {
    let polish = keys("pl");
    assert!(!polish.is_empty(), "there are texts");
    for language in ["en", "uk"] {
        let other = keys(language);
        let files: Vec<&String> = other.keys().collect();
        assert_eq!(files, polish.keys().collect::<Vec<_>>(), "the files of {language}");
        for (file, wanted) in &polish {
            let missing: Vec<&String> = wanted.iter().filter(|key| !other[file].contains(key)).collect();
            assert!(missing.is_empty(), "{language}/{file} lacks {missing:?}");
            let more: Vec<&String> = other[file].iter().filter(|key| !wanted.contains(key)).collect();
            assert!(more.is_empty(), "{language}/{file} has {more:?}, Polish has not");
        }
    }
}

#[test]
fn no_key_is_written_twice() {
    for language in ["pl", "en", "uk"] {
        for (file, keys) in keys(language) {
            let twice: Vec<&String> = keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
            assert!(twice.is_empty(), "{language}/{file}: {twice:?}");
        }
    }
}
