//! The source tree as text.

use std::path::{Path, PathBuf};

use okienko_tests::process::root;

/// A source file: its path from the root of the tree, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// All files below `folder` (from the root of the tree) whose name ends in one of `ends`; nothing built or fetched.
pub fn sources(folder: &str, ends: &[&str]) -> Vec<Source> {
    let mut files = Vec::new();
    walk(&root().join(folder), ends, &mut files);
    files.sort();
    files.iter().map(|path| read(path)).collect()
}

/// The files of the server that are compiled for more than tests.
pub fn server_sources(folder: &str) -> Vec<Source> {
    let mut files = sources(folder, &["rs"]);
    let only_for_tests: Vec<String> = files.iter().flat_map(test_modules).collect();
    files.retain(|file| !file.is_test() && !only_for_tests.contains(&file.path));
    files
}

/// The files that `#[cfg(test)] mod name;` names.
fn test_modules(file: &Source) -> Vec<String> {
    let (folder, _) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let after = file.text.split("#[cfg(test)]\n").skip(1);
    let names = after.filter_map(|rest| rest.lines().next()?.split_once("mod ")?.1.strip_suffix(';'));
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

/// One file by its path from the root of the tree.
pub fn source(path: &str) -> Source {
    read(&root().join(path))
}

fn read(path: &Path) -> Source {
    let text = std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let path = path.strip_prefix(root()).expect("a path in the tree").to_string_lossy().into_owned();
    Source { path, text }
}

fn walk(folder: &Path, ends: &[&str], files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("").to_owned();
        if path.is_dir() {
            if !["target", "node_modules"].contains(&name.as_str()) && !name.starts_with('.') {
                walk(&path, ends, files);
            }
        } else if path.extension().and_then(|end| end.to_str()).is_some_and(|end| ends.contains(&end)) {
            files.push(path);
        }
    }
}

impl Source {
    /// Whether the file holds tests only.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.ends_with("tests.rs")
    }

    /// The lines that are neither comments nor in the test module at the end, with their numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let without_tests = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
        let numbered = without_tests.lines().enumerate().map(|(index, line)| (index + 1, line));
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}
