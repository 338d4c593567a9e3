//! The database, looked at from outside: the journal for the recount, the read model for the rebuild.

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use okienko_tests::{Engine, Office};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// What a query tells, whose only column is the text `line`.
pub fn lines(office: &Office, query: &str) -> Vec<String> {
    let rows: Vec<Line> = match office.engine {
        Engine::Sqlite => {
            let path = office.folder().join("okienko.db");
            let mut c = SqliteConnection::establish(path.to_str().expect("a path")).expect("the database file");
            sql_query(query).load(&mut c).expect("rows")
        }
        Engine::Postgres => {
            let url = office.database.as_ref().expect("a database").url();
            sql_query(query).load(&mut PgConnection::establish(&url).expect("the database")).expect("rows")
        }
    };
    rows.into_iter().map(|row| row.line).collect()
}

/// The journals: department, instant in milliseconds, actor and body of each event, in order.
pub fn journal(office: &Office) -> Vec<(String, i64, String, serde_json::Value)> {
    let query =
        "SELECT department || '|' || at_ms || '|' || actor || '|' || body AS line FROM events ORDER BY department, seq";
    let read = |line: String| {
        let parts: Vec<&str> = line.splitn(4, '|').collect();
        let body = serde_json::from_str(parts[3]).expect("an event");
        (parts[0].to_owned(), parts[1].parse().expect("milliseconds"), parts[2].to_owned(), body)
    };
    lines(office, query).into_iter().map(read).collect()
}

/// Every row of the read model, whole.
pub fn read_model(office: &Office) -> Vec<String> {
    let tables = [
        (
            "visits",
            "ticket|leg|visit|department|day|code|channel|service|desk|priority|booked_for_ms|issued_ms|called_ms|started_ms|\
             finished_ms|state|recalls|overtakes|began_ms|walked_ms|served_by",
        ),
        ("appointments", "appointment|department|service|day|start_ms|state"),
        ("slot_plans", "department|day|places"),
        ("desk_hours", "department|desk|hour_ms|day|free_ms|paused_ms|called_ms|serving_ms"),
    ];
    let mut all = Vec::new();
    for (table, columns) in tables {
        let texts: Vec<String> =
            columns.split('|').map(|column| format!("coalesce(CAST({column} AS TEXT), '-')")).collect();
        all.extend(lines(office, &format!("SELECT '{table} ' || {} AS line FROM {table}", texts.join(" || '|' || "))));
    }
    all.sort();
    all
}
