//! Signs that cannot be are refused before anything starts.

use std::process::Command;

use okienko_tests::chance::fresh;
use okienko_tests::process::binary;

/// What `okienko serve` says to these settings.
fn refused(settings: &str) -> String {
    let folder = std::env::temp_dir().join(format!("okienko-signs-{}", fresh()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("okienko.toml"), settings).expect("the settings");
    let output = Command::new(binary()).arg("serve").current_dir(&folder).output().expect("okienko");
    let left = std::fs::read_dir(&folder).expect("the folder").count();
    std::fs::remove_dir_all(&folder).expect("a folder");
    assert_eq!((output.status.code(), left), (Some(2), 1), "refused, and nothing was made");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_wrong_line_is_refused_with_its_place() {
    let sign = "[[signs]]\ndesk = \"1\"\nurl = \"tcp://10.0.0.5:5000\"\n";
    let said = refused(&format!("{sign}line = '\\x02{{kod}}\\x03'\n"));
    assert!(said.contains("[[signs]], number 1, line: letter 5: there is no such field; there are {code}"), "{said}");
    let said = refused(&format!("{sign}line = '{{code}}'\n{sign}"));
    assert!(said.contains("[[signs]], number 2, line: is missing"), "{said}");
}

#[test]
fn a_wrong_broker_is_refused_and_its_password_is_not_repeated() {
    let said = refused("[mqtt]\nurl = \"mqtts://um:hunter2@broker\"\n");
    assert!(said.contains("[mqtt] url: must be mqtt://HOST:1883") && !said.contains("hunter2"), "{said}");
}
