//! Where settings come from, and what is said of those that cannot be.
#![allow(clippy::unwrap_used)]

use super::*;

fn read(file: &str, environment: &[(&str, &str)]) -> Result<Settings, Failure> {
    let table = parsed("okienko-kiosk.toml", file)?;
    let owned = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    environment::over(table, owned)?.checked()
}

#[test]
fn without_anything_the_defaults_hold() {
    let settings = read("", &[]).unwrap();
    assert_eq!(settings.listen().unwrap().to_string(), "127.0.0.1:8090");
    assert_eq!(settings.timing.patience_ms, 4_000);
    assert_eq!(settings.printer, crate::printer::Settings::default());
}

#[test]
fn the_environment_stands_above_the_file() {
    let file = "[server]\nurl = \"http://a/\"\n[timing]\nanswer_ms = 100\n";
    let settings =
        read(file, &[("OKIENKO_KIOSK__TIMING__ANSWER_MS", "200"), ("OKIENKO_KIOSK__SCREEN__HOSTS", "kiosk a")])
            .unwrap();
    assert_eq!((settings.server.url.as_str(), settings.timing.answer_ms), ("http://a", 200));
    assert_eq!(settings.screen.hosts, ["kiosk", "a"]);
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let refused = read("[server]\nurl = \"http://a\"\n\n[timing]\nanswer = 5\n", &[]).unwrap_err().to_string();
    assert!(refused.contains("line 5") && refused.contains("answer"), "{refused}");
    assert!(read("", &[("OKIENKO_KIOSK__SERVER__URI", "x")]).is_err());
    assert!(read("", &[("OKIENKO_KIOSK__TIMING__ANSWER_MS", "soon")]).is_err());
}

#[test]
fn an_address_that_others_reach_must_be_meant() {
    let file = "[screen]\nlisten = \"0.0.0.0:8090\"\n";
    assert!(read(file, &[]).unwrap_err().to_string().contains("anywhere"));
    assert!(read(&format!("{file}anywhere = true\n"), &[]).is_ok());
}

#[test]
fn secrets_are_masked() {
    let shown = read("[server]\nurl = \"https://kiosk:secret@q.example\"\n", &[]).unwrap().shown().unwrap();
    assert!(shown.contains("https://***@q.example") && !shown.contains("secret"), "{shown}");
}

/// The file of the package, as it is and with every default written out.
#[test]
fn the_packages_file_shows_every_setting_with_its_default() {
    let file = include_str!("../../packaging/okienko-kiosk.toml");
    let shipped = read(file, &[]).unwrap();
    assert_eq!((shipped.server.url.as_str(), shipped.screen.anywhere), ("https://kolejka.example", false));
    assert!(shipped.printer.open().is_ok());
    let spoken = |line: &str| line.starts_with('#') && !line.starts_with("# ");
    let written: Vec<_> = file.lines().map(|line| if spoken(line) { &line[1..] } else { line }).collect();
    let mut written = read(&written.join("\n"), &[]).unwrap();
    assert!(written.server.ca.take().is_some());
    assert_eq!(written.shown().unwrap(), shipped.shown().unwrap());
    for key in shipped.shown().unwrap().lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())) {
        assert!(
            file.lines().any(|line| line.trim_start_matches('#').starts_with(&format!("{key} = "))),
            "{key} is not in the file"
        );
    }
}
