//! The access log: law line 23.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use okienko_tests::{Engine, on_both_engines};
use reqwest::header::ACCEPT;

use super::*;

/// The office's database, looked at from outside.
enum Database {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    line: String,
}

impl Database {
    fn of(office: &Office) -> Self {
        match &office.database {
            Some(database) => Self::Postgres(PgConnection::establish(&database.url()).expect("PostgreSQL")),
            None => {
                let files = std::fs::read_dir(office.folder()).expect("the data folder").flatten();
                let file = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|end| end == "db"));
                let path = file.expect("a database file");
                Self::Sqlite(SqliteConnection::establish(path.to_str().expect("a path")).expect("SQLite"))
            }
        }
    }

    /// Every line of one text expression over a table.
    fn lines(&mut self, expression: &str, table: &str) -> Vec<String> {
        let query = sql_query(format!("SELECT {expression} AS line FROM {table}"));
        let rows: Vec<Row> = match self {
            Self::Sqlite(c) => query.load(c).expect("rows"),
            Self::Postgres(c) => query.load(c).expect("rows"),
        };
        rows.into_iter().map(|row| row.line).collect()
    }

    fn does(&mut self, sql: &str) {
        match self {
            Self::Sqlite(c) => c.batch_execute(&format!("PRAGMA busy_timeout = 5000; {sql}")).expect(sql),
            Self::Postgres(c) => c.batch_execute(sql).expect(sql),
        }
    }
}

on_both_engines! {
    async fn law23_the_log_tells_who_saw_and_changed_which_visit(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let (caller, service) = (office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        let booked = clerk.posts("", call(&caller, &service.id, all[0].start)).await.with_status(201);
        let id = booked.str("id");
        clerk.finds(json!({ "phone": caller.phone })).await;
        supervisor.posts(&format!("/{id}/move"), json!({ "start": written(all[3].start) })).await.with_status(200);
        supervisor.gets(&format!("appointments/{id}")).await.with_status(200);
        clerk.posts(&format!("/{id}/cancel"), json!({})).await.with_status(200);
        clerk.posts(&format!("/{id}/cancel"), json!({})).await.with_status(200);
        let story = supervisor.story(&office, id).await;
        let (anna, boss) = (office.sample.clerks[0].login.clone(), office.sample.supervisor.login.clone());
        let told = [(&anna, "booked"), (&anna, "saw"), (&boss, "moved"), (&boss, "saw"), (&anna, "cancelled")];
        assert_eq!(story, told.map(|(who, what)| (who.clone(), what.to_owned())));
        let day = day_of(office.now());
        let of_one = supervisor.gets(&format!("log?from={day}&to={day}&who={anna}&appointment={id}")).await.ok();
        assert_eq!(of_one.body["lines"].as_array().map(Vec::len), Some(3));
        assert_eq!(supervisor.log(&later(1)).await, Vec::<Value>::new());
    }

    async fn law23_who_tries_numbers_is_seen_and_who_reads_the_log_too(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        clerk.finds(json!({ "phone": "662138278" })).await;
        clerk.finds(json!({ "code": "000000" })).await;
        supervisor.gets("patterns").await.ok();
        let lines = supervisor.log(&day_of(office.now())).await;
        let told: Vec<(&str, &str)> = lines
            .iter()
            .filter(|line| line["action"] != "signed_on")
            .map(|line| (line["action"].as_str().expect("an action"), line["detail"].as_str().expect("a detail")))
            .collect();
        assert_eq!(told[1..], [("saw_patterns", ""), ("searched", "code"), ("searched", "phone")]);
        assert_eq!(told[0].0, "saw_log");
    }

    async fn law23_a_ticket_given_at_the_desk_is_logged_and_one_from_the_kiosk_is_the_citizens_own(office: Office) {
        let supervisor = Line::supervisor(&office).await;
        let (at_desk, at_kiosk, service) = (office.citizen(), office.citizen(), service(&office));
        let first = at_desk.slot_after(&service.id, today("10:00")).await.start;
        let helped = at_desk.books(&service.id, first).await.with_status(201);
        let second = at_kiosk.slot_after(&service.id, today("10:00")).await.start;
        let alone = at_kiosk.books(&service.id, second).await.with_status(201);
        office.clock(first - TimeDelta::minutes(10)).await;
        let clerk = office.clerk(&office.sample.desks_of(&service.id)[0]).await;
        clerk.commands("check-ins", json!({ "phone": at_desk.phone })).await.with_status(201);
        office.kiosk().check_in_by_phone(&at_kiosk.phone).await.with_status(201);
        let login = office.sample.clerks.iter().find(|one| one.desk == clerk.desk).map(|one| one.login.clone());
        let story = supervisor.story(&office, helped.str("id")).await;
        assert_eq!(story, [(login.expect("a login"), "checked_in".to_owned())]);
        assert_eq!(supervisor.story(&office, alone.str("id")).await, []);
    }

    async fn law23_neither_log_nor_journal_holds_a_person(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let (mut caller, service) = (office.citizen(), service(&office));
        caller.name = "Żelisława".into();
        let all = terms(&office, &service.id).await;
        let mut form = call(&caller, &service.id, all[0].start);
        form["email"] = json!(caller.email);
        let booked = clerk.posts("", form).await.with_status(201);
        clerk.finds(json!({ "phone": caller.phone })).await;
        clerk.finds(json!({ "code": booked.str("code") })).await;
        clerk.finds(json!({ "phone": office.citizen().phone })).await;
        supervisor.posts(&format!("/{}/move", booked.str("id")), json!({ "start": written(all[3].start) })).await.ok();
        supervisor.gets("patterns").await.ok();
        clerk.posts(&format!("/{}/cancel", booked.str("id")), json!({})).await.ok();
        let mut database = Database::of(&office);
        let all = "id || ' ' || who || ' ' || action || ' ' || appointment || ' ' || detail";
        let log = database.lines(all, "access_log");
        assert!(log.len() >= 6, "{log:?}");
        let journal = database.lines("actor || ' ' || body", "events");
        assert!(journal.iter().any(|line| line.contains(booked.str("id"))), "the journal tells of the visit");
        let text = format!("{log:?} {journal:?} {}", office.log_tail());
        for secret in [&caller.phone, &caller.name, &caller.email, &caller.email.replace("@example.com", "")] {
            assert!(!text.contains(secret.as_str()), "{secret} stands in a log");
        }
        assert!(!log.join(" ").contains(booked.str("code")), "a code opens a visit and stands in no log");
    }

    async fn law23_what_cannot_be_logged_is_neither_shown_nor_done(office: Office) {
        let (clerk, citizen, service) = (Line::clerk(&office).await, office.citizen(), service(&office));
        let all = terms(&office, &service.id).await;
        let booked = citizen.books(&service.id, all[0].start).await.with_status(201);
        let mut database = Database::of(&office);
        database.does("ALTER TABLE access_log RENAME TO access_log_away");
        let found = clerk.posts("/find", json!({ "phone": citizen.phone })).await;
        found.with_status(503).refused_with("try_again");
        let cancelled = clerk.posts(&format!("/{}/cancel", booked.str("id")), json!({})).await;
        cancelled.with_status(503).refused_with("try_again");
        assert_eq!(citizen.appointment(booked.str("token")).await.str("state"), "booked");
        citizen.books(&service.id, all[3].start).await.with_status(201);
        database.does("ALTER TABLE access_log_away RENAME TO access_log");
        assert_eq!(clerk.finds(json!({ "phone": citizen.phone })).await.len(), 2);
    }

    async fn law23_the_log_opens_in_a_polish_spreadsheet(office: Office) {
        let (clerk, supervisor) = (Line::clerk(&office).await, Line::supervisor(&office).await);
        let (caller, service) = (office.citizen(), service(&office));
        let start = terms(&office, &service.id).await[0].start;
        let booked = clerk.posts("", call(&caller, &service.id, start)).await.with_status(201);
        let path = "staff/log?from=2026-11-23&to=2026-11-23";
        let by_format = supervisor.gets("log?from=2026-11-23&to=2026-11-23&format=csv").await.with_status(200);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let asked = client.get(office.http.url(path)).bearer_auth(&supervisor.token).header(ACCEPT, "text/csv");
        let by_accept = asked.send().await.expect("an answer").bytes().await.expect("a body");
        for bytes in [by_format.text.as_bytes(), &by_accept] {
            assert!(bytes.starts_with("\u{feff}date;time;who;login;action;appointment;detail\r\n".as_bytes()));
            let text = String::from_utf8_lossy(bytes);
            let line = text.lines().find(|line| line.contains(booked.str("id"))).expect("the booking");
            let cells: Vec<&str> = line.split(';').collect();
            assert_eq!((cells.len(), cells[0], &cells[1][..3]), (7, "2026-11-23", "08:"));
            assert_eq!((cells[3], cells[4]), (office.sample.clerks[0].login.as_str(), "booked"));
        }
        let kind = by_format.headers["content-type"].to_str().expect("a kind");
        assert_eq!(kind, "text/csv; charset=utf-8");
        assert!(office.engine == Engine::Sqlite || office.database.is_some());
    }
}
