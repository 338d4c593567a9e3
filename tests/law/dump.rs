//! Everything a database holds, as text: each row of each table, whatever the tables are.

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use okienko_tests::{Engine, Office};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// All rows, each line beginning with its table.
pub fn dump(office: &Office) -> Vec<String> {
    match office.engine {
        Engine::Sqlite => sqlite(office),
        Engine::Postgres => postgres(office),
    }
}

/// The lines that hold one of these words, whatever the capitals.
pub fn lines_with(office: &Office, words: &[&str]) -> Vec<String> {
    let mut lines = dump(office);
    assert!(lines.iter().any(|line| line.starts_with("settings ")), "the dump reads the database");
    lines.retain(|line| words.iter().any(|word| line.to_lowercase().contains(&word.to_lowercase())));
    lines
}

fn sqlite(office: &Office) -> Vec<String> {
    let path = office.folder().join("okienko.db");
    let mut c = SqliteConnection::establish(path.to_str().expect("a path")).expect("the database file");
    let mut all = Vec::new();
    let tables = "SELECT name AS line FROM sqlite_master WHERE type = 'table'";
    for Line { line: table } in sql_query(tables).load(&mut c).expect("tables") {
        let columns = format!("SELECT name AS line FROM pragma_table_info('{table}')");
        let columns: Vec<Line> = sql_query(columns).load(&mut c).expect("columns");
        let texts: Vec<String> =
            columns.iter().map(|one| format!("coalesce(CAST({} AS TEXT), '')", one.line)).collect();
        let rows = format!("SELECT '{table} ' || {} AS line FROM {table}", texts.join(" || '|' || "));
        let rows: Vec<Line> = sql_query(rows).load(&mut c).expect("rows");
        all.extend(rows.into_iter().map(|row| row.line));
    }
    all
}

fn postgres(office: &Office) -> Vec<String> {
    let url = office.database.as_ref().expect("a database").url();
    let mut c = PgConnection::establish(&url).expect("the database");
    let mut all = Vec::new();
    let tables = "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public'";
    for Line { line: table } in sql_query(tables).load(&mut c).expect("tables") {
        let rows = format!("SELECT '{table} ' || {table}::text AS line FROM {table}");
        let rows: Vec<Line> = sql_query(rows).load(&mut c).expect("rows");
        all.extend(rows.into_iter().map(|row| row.line));
    }
    all
}
