//! Import and export over a real database file.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::sample;
use std::path::PathBuf;

struct Folder(PathBuf);

impl Folder {
    fn fresh() -> Self {
        let path = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn store(&self) -> Store {
        Store::open(&format!("sqlite:{}", self.0.join("okienko.db").display())).unwrap()
    }

    fn file(&self, text: &str) -> PathBuf {
        let path = self.0.join("office.toml");
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn refused(text: &str) -> String {
    let failure = read_office("office.toml", text).unwrap_err();
    assert_eq!(failure.code(), 1);
    failure.to_string()
}

#[test]
fn what_is_exported_is_imported_again_as_the_same_office() {
    let folder = Folder::fresh();
    let store = folder.store();
    import(&store, &folder.file(sample::TEXT), false).unwrap();
    let exported = folder.0.join("exported.toml");
    export(&store, &exported).unwrap();
    let text = std::fs::read_to_string(&exported).unwrap();
    assert!(!text.contains("ordinal"), "what follows from the office is not repeated:\n{text}");
    assert_eq!(read_office("exported", &text).unwrap(), sample::office().unwrap());
    import(&store, &exported, false).unwrap();
    assert_eq!(configured(&store).unwrap(), Some(sample::office().unwrap()));
}

#[test]
fn staff_follow_the_document_and_have_no_password_until_one_is_set() {
    let folder = Folder::fresh();
    let store = folder.store();
    import(&store, &folder.file(sample::TEXT), false).unwrap();
    assert_eq!(store.staff().unwrap().len(), 14);
    let clerk = store.staff_by_login("stanowisko-3").unwrap().unwrap();
    assert_eq!((clerk.role.as_str(), clerk.desk.as_deref()), ("clerk", Some("3")));
    assert!(
        !okienko_store::verify_password("", &clerk.password) && !okienko_store::verify_password("!", &clerk.password)
    );
    staff::set_password(&store, "stanowisko-3", "correct horse").unwrap();
    let fewer = sample::TEXT.replace("login = \"kierownik\"", "login = \"kierowniczka\"");
    import(&store, &folder.file(&fewer), false).unwrap();
    assert!(store.staff_by_login("kierownik").unwrap().is_none());
    assert!(store.staff_by_login("kierowniczka").unwrap().is_some());
    let clerk = store.staff_by_login("stanowisko-3").unwrap().unwrap();
    assert!(okienko_store::verify_password("correct horse", &clerk.password), "an import leaves passwords alone");
}

#[test]
fn every_problem_is_told_with_its_place_and_nothing_changes() {
    let folder = Folder::fresh();
    let store = folder.store();
    import(&store, &folder.file(sample::TEXT), false).unwrap();
    let wrong = sample::TEXT
        .replacen("letter = \"P\"", "letter = \"U\"", 1)
        .replacen("services = [\"mapy\", ", "services = [\"mapa\", ", 1)
        .replacen("capacity = 2", "capacity = 0", 1);
    let failure = import(&store, &folder.file(&wrong), false).unwrap_err();
    assert_eq!(failure.code(), 1);
    let said = failure.to_string();
    for place in
        ["service rejestracja-pojazdow: letter U", "desk 1: unknown service mapa", "slots.capacity: at least 1"]
    {
        assert!(said.contains(place), "{place} in {said}");
    }
    assert_eq!(configured(&store).unwrap(), Some(sample::office().unwrap()), "nothing was changed");
}

#[test]
fn a_mistyped_key_is_found_where_it_stands() {
    let said = refused(&sample::TEXT.replacen("duration_minutes = 15", "duration_minutes = 15\ntickets_a_day = 3", 1));
    assert!(said.contains("departments geodezja: services mapy: tickets_a_day: there is no such key"), "{said}");
}

#[test]
fn what_is_no_office_at_all_is_told_with_its_line() {
    let said = refused("[office]\nid = ");
    assert!(said.contains("line 2"), "{said}");
    assert!(refused(&sample::TEXT.replacen("Europe/Warsaw", "Europe/Dabrowa", 1)).contains("time_zone"));
}

#[test]
fn an_export_without_an_office_says_what_to_do() {
    let folder = Folder::fresh();
    let failure = export(&folder.store(), &folder.0.join("x.toml")).unwrap_err();
    assert!(failure.to_string().contains("okienko import"));
}

#[test]
fn templates_are_checked_before_anything_is_stored_and_come_out_as_they_went_in() {
    let with = |words: &str| {
        let table = format!("\n[office.notices.templates]\n\"reminder.intro\" = {{ pl = {words} }}\n");
        sample::TEXT.replacen("\n# ----", &format!("{table}\n# ----"), 1)
    };
    let said = refused(&with(r#""Dzień dobry,\n{{ nmae }}""#));
    assert!(said.contains("notices.templates reminder.intro (pl), line 2: `nmae` is no value"), "{said}");
    let folder = Folder::fresh();
    let (store, exported) = (folder.store(), folder.0.join("exported.toml"));
    let good = with(r#""Dzień dobry,\n{{ name }} \"x\"""#);
    import(&store, &folder.file(&good), false).unwrap();
    export(&store, &exported).unwrap();
    let text = std::fs::read_to_string(&exported).unwrap();
    assert_eq!(read_office("exported", &text).unwrap(), read_office("given", &good).unwrap(), "{text}");
}
