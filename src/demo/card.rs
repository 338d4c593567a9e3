//! `demo.json`: everything a script needs to use the demo, and the same addresses for a person.

use super::secrets::{Known, write_private};
use super::setup::KIOSK;
use crate::failure::Failure;
use crate::sample;
use okienko_queue::office::{OfficeFile, Role};
use serde_json::{Value, json};
use std::path::Path;

const FILE: &str = "demo.json";

/// What `demo.json` says.
pub struct Card(Value);

impl Card {
    /// The card of a demo that answers at `base_url`.
    pub fn new(base_url: &str, office: &OfficeFile, known: &Known, mail_dir: &Path) -> Self {
        let login = |login: &str| json!({ "login": login, "password": known.password(login) });
        let first = |role: Role| office.staff.iter().find(|one| one.role == role).map(|one| login(&one.login));
        let lobby = format!("{base_url}/lobby/{}", sample::BOARD);
        let clerks = office.staff.iter().filter(|one| one.role == Role::Clerk);
        let clerks =
            clerks.map(|one| json!({ "login": one.login, "password": known.password(&one.login), "desk": one.desk }));
        // The token stands behind `#`: it reaches the page and never a server's log.
        let kiosk = known
            .kiosk
            .as_ref()
            .map_or_else(|| format!("{base_url}/kiosk"), |token| format!("{base_url}/kiosk#token={token}"));
        Self(json!({
            "base_url": base_url,
            "office": { "id": office.office.id, "name": office.office.name.pl, "time_zone": office.office.time_zone.name() },
            "departments": departments(office),
            "kiosk": { "id": KIOSK, "token": known.kiosk },
            "board": { "id": sample::BOARD, "token": known.board, "url": lobby },
            "clerks": clerks.collect::<Vec<_>>(),
            "supervisor": first(Role::Supervisor),
            "admin": first(Role::Admin),
            "mail_dir": mail_dir,
            "pages": {
                "booking": format!("{base_url}/"),
                "kiosk": kiosk,
                "desk": format!("{base_url}/desk"),
                "lobby": lobby,
                "admin": format!("{base_url}/admin"),
            },
        }))
    }

    /// Writes it into the folder, whole or not at all.
    ///
    /// # Errors
    /// Exit code 1 when the folder cannot be written.
    pub fn write(&self, data: &Path) -> Result<(), Failure> {
        write_private(data, FILE, &format!("{:#}\n", self.0))
    }

    /// The same for a person at a terminal; `words` is a line about the clock.
    pub fn for_a_person(&self, words: &str) -> String {
        let text =
            |path: &str| self.0.pointer(path).and_then(Value::as_str).unwrap_or("(not known to this node)").to_owned();
        let who = |path: &str| format!("{} / {}", text(&format!("{path}/login")), text(&format!("{path}/password")));
        let lines = [
            format!("{} is open.", text("/office/name")),
            words.to_owned(),
            format!("  Booking     {}", text("/pages/booking")),
            format!("  Kiosk       {}", text("/pages/kiosk")),
            format!("  Lobby       {}", text("/pages/lobby")),
            format!("  Desk        {}", text("/pages/desk")),
            format!("              desk {}: {}", text("/clerks/0/desk"), who("/clerks/0")),
            format!("              the other clerks stand in {FILE}"),
            format!("  Supervisor  {}", who("/supervisor")),
            format!("  Admin       {}  {}", text("/pages/admin"), who("/admin")),
            format!("  Letters     {}", text("/mail_dir")),
            "Ctrl-C ends it.".to_owned(),
        ];
        lines.join("\n")
    }
}

fn departments(office: &OfficeFile) -> Vec<Value> {
    let departments = office.departments.iter();
    let each = departments.map(|department| {
        let services = department.services.iter();
        let services = services
            .map(|one| json!({ "id": one.id, "letter": one.letter, "name": one.name.pl, "bookable": one.bookable() }));
        json!({
            "id": department.id,
            "name": department.name.pl,
            "services": services.collect::<Vec<_>>(),
            "desks": department.desks,
        })
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn it_says_what_the_contract_says() {
        let office = sample::office().unwrap();
        let known =
            Known { kiosk: Some("k".into()), board: None, passwords: vec![("stanowisko-1".into(), "p".into())] };
        let Card(card) = Card::new("http://127.0.0.1:1", &office, &known, Path::new("/d/mail"));
        let names: Vec<&str> = card.as_object().unwrap().keys().map(String::as_str).collect();
        let mut wanted = [
            "base_url",
            "office",
            "departments",
            "kiosk",
            "board",
            "clerks",
            "supervisor",
            "admin",
            "mail_dir",
            "pages",
        ];
        wanted.sort_unstable();
        assert_eq!(names.iter().copied().collect::<std::collections::BTreeSet<_>>(), wanted.into_iter().collect());
        assert_eq!(
            card["office"],
            json!({ "id": "urzad-miejski", "name": "Urząd Miejski", "time_zone": "Europe/Warsaw" })
        );
        assert_eq!(
            card["departments"][0]["desks"][0],
            json!({ "id": "1", "label": "1", "services": ["mapy", "ewidencja-gruntow", "numeracja"] })
        );
        assert_eq!(card["departments"][0]["services"][2]["bookable"], json!(false));
        assert_eq!(card["clerks"][0], json!({ "login": "stanowisko-1", "password": "p", "desk": "1" }));
        assert_eq!(card["clerks"][1]["password"], Value::Null, "what is not known is null");
        assert_eq!((&card["kiosk"]["token"], &card["board"]["token"]), (&json!("k"), &Value::Null));
        assert_eq!(card["admin"]["login"], "administrator");
        assert_eq!(card["pages"]["lobby"], card["board"]["url"]);
    }
}
