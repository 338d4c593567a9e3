//! Nobody becomes more than they are by way of the configuration: not by a file, not by a change, not by taking one back. Who tries here
//! may configure the office, so it is not the address that stops them.

use okienko_tests::served::Served;
use okienko_tests::{Answer, Engine, on_each_engine};
use serde_json::{Value, json};

/// One who may set everything up but accounts, and one who looks after accounts without being an administrator.
const PEOPLE: &str = r#"
[[roles]]
name = "ustawienia"
rights = ["configure", "reports"]

[[roles]]
name = "kadry"
rights = ["configure", "staff", "issue", "visits"]

[[staff]]
login = "ustawiacz"
role = "ustawienia"

[[staff]]
login = "kadrowa"
role = "kadry"

[[staff]]
login = "recepcja"
role = "reception"
departments = ["geodezja"]
"#;

/// Somebody with the document before them.
struct Keeper<'s> {
    served: &'s Served,
    token: String,
}

impl Keeper<'_> {
    async fn gets(&self, path: &str) -> Answer {
        self.served.http.get(path, Some(&self.token)).await.with_status(200)
    }

    async fn imports(&self, text: &str) -> Answer {
        let revision = self.gets("office").await.body["revision"].clone();
        let body = json!({ "revision": revision, "text": text, "confirmed": true });
        self.served.http.post("office", Some(&self.token), body).await
    }

    async fn puts(&self, path: &[&str], value: Value) -> Answer {
        let revision = self.gets("office").await.body["revision"].clone();
        let changes = json!([{ "path": path, "value": value }]);
        let body = json!({ "revision": revision, "changes": changes, "confirmed": true });
        self.served.http.post("office", Some(&self.token), body).await
    }
}

/// One edit of the file's text, which must change it.
fn edited(file: &str, from: &str, to: &str) -> String {
    let text = file.replacen(from, to, 1);
    assert_ne!(text, file, "{from} stands in the file");
    text
}

async fn a_file_makes_nobody_more(engine: Engine) {
    let served = Served::open_changed(engine, |office| office + PEOPLE, "").await;
    let setter = Keeper { served: &served, token: served.session_of("ustawiacz").await };
    let people = Keeper { served: &served, token: served.session_of("kadrowa").await };
    let file = setter.gets("office/file").await.text;
    let more = |login: &str| format!("{file}\n[[staff]]\nlogin = \"{login}\"\nrole = \"admin\"\n");
    let setters = [
        ("the own role", edited(&file, "role = \"ustawienia\"", "role = \"admin\"")),
        ("a new administrator", more("nowy")),
        ("the own bundle", edited(&file, "\"reports\", \"configure\"", "\"reports\", \"configure\", \"staff\"")),
        ("an account for reception", format!("{file}\n[[staff]]\nlogin = \"nowa\"\nrole = \"reception\"\n")),
    ];
    for (what, text) in &setters {
        let refused = setter.imports(text).await.with_status(403);
        assert!(["forbidden", "beyond_rights"].contains(&refused.code()), "{what}: {}", refused.text);
    }
    let keepers = [
        ("the own role", edited(&file, "role = \"kadry\"", "role = \"admin\"")),
        ("a new administrator", more("nowy")),
        ("the own bundle", edited(&file, "\"configure\", \"staff\"", "\"configure\", \"staff\", \"audit\"")),
        ("somebody above made small", edited(&file, "role = \"supervisor\"", "role = \"reception\"")),
    ];
    for (what, text) in &keepers {
        let refused = people.imports(text).await;
        assert_eq!((refused.status, refused.code()), (403, "beyond_rights"), "{what}: {}", refused.text);
    }
    people.puts(&["staff", "kadrowa", "role"], json!("admin")).await.with_status(403).refused_with("beyond_rights");
    assert_eq!(setter.gets("office/file").await.text, file, "nothing of it was done");
    // What each may do goes through by the same way.
    setter.imports(&edited(&file, "ul. Graniczna 21", "ul. Graniczna 23")).await.with_status(200);
    people.puts(&["staff", "recepcja", "departments"], json!([])).await.with_status(200);
    takes_nothing_back(&served, &people).await;
}

/// An administrator made somebody smaller; who looks after accounts makes them great again by undoing it, or so they hope.
async fn takes_nothing_back(served: &Served, people: &Keeper<'_>) {
    let root = Keeper { served, token: served.token.clone() };
    root.puts(&["staff", "kierownik", "role"], json!("reception")).await.with_status(200);
    let last = root.gets("office/history").await.body["changes"][0]["revision"].clone();
    let path = format!("office/history/{last}/undo");
    let undo = served.http.post(&path, Some(&people.token), json!({ "confirmed": true })).await;
    undo.with_status(403).refused_with("beyond_rights");
    served.http.post(&path, Some(&root.token), json!({ "confirmed": true })).await.with_status(200);
}

on_each_engine! { a_file_makes_nobody_more }
