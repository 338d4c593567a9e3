//! First and second starts over one folder and one database.
#![allow(clippy::unwrap_used)]

use super::*;
use std::path::PathBuf;

fn folder() -> PathBuf {
    let path = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn secrets_are_fresh_in_a_new_folder_and_stay_on_a_restart() {
    let (one, other, office) = (folder(), folder(), sample::office().unwrap());
    let open = |data: &Path| Store::open(&format!("sqlite:{}", data.join("okienko.db").display())).unwrap();
    let first = sample_office(&open(&one), &office, &one).unwrap();
    assert_eq!((first.passwords.len(), first.kiosk.is_some(), first.board.is_some()), (14, true, true));
    let store = open(&one);
    assert_eq!(sample_office(&store, &office, &one).unwrap(), first, "a restart");
    let clerk = store.staff_by_login("stanowisko-1").unwrap().unwrap();
    assert!(okienko_store::verify_password(first.password("stanowisko-1").unwrap(), &clerk.password));
    assert_eq!(store.device_by_token(first.kiosk.as_deref().unwrap()).unwrap().unwrap().id, KIOSK);
    assert_eq!(
        sample_office(&store, &office, &other).unwrap(),
        Known::default(),
        "a second node knows no secret and adds nothing"
    );
    assert_eq!(store.staff().unwrap().len(), 14);
    let elsewhere = sample_office(&open(&other), &office, &other).unwrap();
    assert!(elsewhere.kiosk != first.kiosk && elsewhere.password("kierownik") != first.password("kierownik"));
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(one.join("secrets.json")).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    [one, other].iter().for_each(|data| drop(std::fs::remove_dir_all(data)));
}

#[test]
fn another_office_is_never_touched() {
    let (data, office) = (folder(), sample::office().unwrap());
    let store = Store::open(&format!("sqlite:{}", data.join("okienko.db").display())).unwrap();
    let mut other = office.clone();
    other.office.id = "starostwo".into();
    store.appender().unwrap().put_setting(transport::DOCUMENT, &transport::written(&other).unwrap(), 0).unwrap();
    assert!(sample_office(&store, &office, &data).unwrap_err().to_string().contains("starostwo"));
    assert!(store.staff().unwrap().is_empty());
    let _ = std::fs::remove_dir_all(data);
}
