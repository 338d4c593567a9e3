//! Who may what, and that every address is described; with a look into the database for what must not be in it.

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use okienko_tests::{Engine, on_both_engines};

use super::*;

/// Changes rows behind the server's back: time that has passed.
pub fn in_the_database(office: &Office, change: &str) {
    let done = match office.engine {
        Engine::Sqlite => sql_query(change).execute(&mut sqlite(office)),
        Engine::Postgres => sql_query(change).execute(&mut postgres(office)),
    };
    assert!(done.expect("the change is made") > 0, "{change}");
}

/// How many rows of the tables that this suite is about hold a word.
pub fn rows_with(office: &Office, word: &str) -> usize {
    let tables = [
        ("wishes", "id || coalesce(ticket, '')"),
        ("unprinted", "ticket || reason"),
        ("settings", "value"),
        ("device_reports", "report"),
        ("screen_reports", "report"),
    ];
    let rows = |(table, text): (&str, &str)| {
        let query = format!("SELECT {text} AS line FROM {table}");
        let lines: Vec<Line> = match office.engine {
            Engine::Sqlite => sql_query(query).load(&mut sqlite(office)).expect("rows"),
            Engine::Postgres => sql_query(query).load(&mut postgres(office)).expect("rows"),
        };
        lines.iter().filter(|line| line.line.contains(word)).count()
    };
    tables.into_iter().map(rows).sum()
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn sqlite(office: &Office) -> SqliteConnection {
    let path = office.folder().join("okienko.db");
    let mut connection = SqliteConnection::establish(path.to_str().expect("a path")).expect("the database file");
    sql_query("PRAGMA busy_timeout = 5000").execute(&mut connection).expect("patience");
    connection
}

fn postgres(office: &Office) -> PgConnection {
    PgConnection::establish(&office.database.as_ref().expect("a database").url()).expect("the database")
}

/// Asks by GET, or by POST where there is a body.
async fn calls(office: &Office, path: &str, body: Option<&Value>, token: Option<&str>) -> Answer {
    match body {
        Some(body) => office.http.post(path, token, body.clone()).await,
        None => office.http.get(path, token).await,
    }
}

on_both_engines! {
    async fn each_address_opens_to_those_it_is_for_and_to_nobody_else(office: Office) {
        let desk = office.sample.clerks[0].desk.clone();
        let (kiosk, clerk) = (office.kiosk().token, office.clerk(&desk).await.token);
        let (supervisor, root) = (admin::supervisor(&office).await, admin::token(&office).await);
        let wish = format!("devices/{}/wishes", office.sample.kiosk.id);
        let of_kiosks = [
            ("kiosk/setup", None), ("kiosk/services", None), ("kiosk/health", Some(health("ready"))),
            ("kiosk/tickets/x/paper", Some(json!({ "state": "printed" }))),
        ];
        for (path, body) in &of_kiosks {
            calls(&office, path, body.as_ref(), None).await.with_status(401).refused_with("unauthorized");
            for token in [&clerk, &supervisor, &root] {
                calls(&office, path, body.as_ref(), Some(token)).await.with_status(403).refused_with("forbidden");
            }
            let own = calls(&office, path, body.as_ref(), Some(&kiosk)).await;
            assert!(own.status == 200 || own.code() == "not_found", "{path}: {}", own.text);
        }
        let of_admins = [
            ("kiosk-settings", None), ("kiosk-settings", Some(json!({}))), (wish.as_str(), Some(json!({ "kind": "reload" }))),
            ("kiosk-template/preview", Some(json!({ "language": "pl", "width": 81 }))),
        ];
        for (path, body) in &of_admins {
            calls(&office, path, body.as_ref(), None).await.with_status(401).refused_with("unauthorized");
            for token in [&kiosk, &clerk, &supervisor] {
                calls(&office, path, body.as_ref(), Some(token)).await.with_status(403).refused_with("forbidden");
            }
            let own = calls(&office, path, body.as_ref(), Some(&root)).await;
            assert!(own.status < 300 || own.code() == "malformed", "{path}: {}", own.text);
        }
        let ticket = json!({ "ticket": "nobody-t1" });
        let of_desks = [
            (format!("desks/{desk}/unprinted"), None), (format!("desks/{desk}/reprint"), Some(&ticket)),
            (format!("desks/{desk}/unprinted/told"), Some(&ticket)),
        ];
        let elsewhere = office.clerk(&office.sample.clerks[1].desk).await.token;
        for (path, body) in of_desks {
            calls(&office, &path, body, None).await.with_status(401).refused_with("unauthorized");
            calls(&office, &path, body, Some(&kiosk)).await.with_status(403).refused_with("forbidden");
            calls(&office, &path, body, Some(&elsewhere)).await.with_status(403).refused_with("not_your_desk");
            for token in [&clerk, &supervisor, &root] {
                let own = calls(&office, &path, body, Some(token)).await;
                assert!(own.status == 200 || own.code() == "not_found", "{path}: {}", own.text);
            }
        }
    }

    async fn every_new_address_is_described(office: Office) {
        let described = office.http.get("/api/openapi.json", None).await.with_status(200).body;
        for (path, verb) in [
            ("/api/v1/kiosk/setup", "get"), ("/api/v1/kiosk/services", "get"), ("/api/v1/kiosk/health", "post"),
            ("/api/v1/kiosk/tickets/{id}/paper", "post"), ("/api/v1/desks/{id}/unprinted", "get"),
            ("/api/v1/desks/{id}/unprinted/told", "post"), ("/api/v1/desks/{id}/reprint", "post"),
            ("/api/v1/devices/{id}/wishes", "post"), ("/api/v1/kiosk-settings", "get"), ("/api/v1/kiosk-settings", "post"),
            ("/api/v1/kiosk-template/preview", "post"), ("/admin/devices", "get"), ("/api/v1/devices/{id}", "post"), ("/lobby", "get"),
        ] {
            assert!(described["paths"][path][verb]["summary"].is_string(), "{verb} {path}");
        }
    }
}
