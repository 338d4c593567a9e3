//! Many rows in few statements, the hot path of an append.

use crate::bulk_sql::{Unnest, Values};
use crate::connection::Connection;
use diesel::{QueryResult, RunQueryDsl};
use std::borrow::Cow;

/// One value of a row.
#[derive(Debug)]
pub(crate) enum Cell<'a> {
    Text(Option<Cow<'a, str>>),
    Int(Option<i64>),
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: &'a str) -> Self {
        Self::Text(Some(Cow::Borrowed(text)))
    }
    pub(crate) fn maybe_text(text: Option<&'a str>) -> Self {
        Self::Text(text.map(Cow::Borrowed))
    }
    pub(crate) fn int(number: impl Into<i64>) -> Self {
        Self::Int(Some(number.into()))
    }
}

/// A row that is inserted in bulk.
pub(crate) trait Row {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];
    /// Condition on the source rows `u`; empty for none.
    const FILTER: &'static str = "";
    /// What follows the values: `ON CONFLICT …`, `RETURNING` one text.
    const TAIL: &'static str;
    /// The values in the order of [`Row::COLUMNS`].
    fn cells<'a>(&'a self, into: &mut Vec<Cell<'a>>);
}

/// Rows a statement on SQLite, most; smaller chunks are halves of it.
const MOST_SQLITE: usize = 64;
/// Rows a statement on PostgreSQL, most.
const MOST_POSTGRES: usize = 2_000;

/// Inserts all rows; answers how many were inserted or updated.
pub(crate) fn insert<R: Row>(connection: &mut Connection, rows: &[&R]) -> QueryResult<usize> {
    let mut done = 0;
    for chunk in chunks(rows, connection) {
        let cells = cells_of(chunk);
        done += match connection {
            Connection::Sqlite(c) => Values::<R>::new(&cells).execute(c)?,
            Connection::Postgres(c) => Unnest::<R>::new(&cells).execute(c)?,
        };
    }
    Ok(done)
}

/// Like [`insert`], for rows whose tail returns one text each.
pub(crate) fn insert_returning<R: Row>(connection: &mut Connection, rows: &[&R]) -> QueryResult<Vec<String>> {
    let mut back = Vec::with_capacity(rows.len());
    for chunk in chunks(rows, connection) {
        let cells = cells_of(chunk);
        back.extend(match connection {
            Connection::Sqlite(c) => Values::<R>::new(&cells).load::<String>(c)?,
            Connection::Postgres(c) => Unnest::<R>::new(&cells).load::<String>(c)?,
        });
    }
    Ok(back)
}

fn chunks<'r, R>(rows: &'r [R], connection: &Connection) -> Vec<&'r [R]> {
    let mut parts = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let size = match connection {
            Connection::Postgres(_) => rest.len().min(MOST_POSTGRES),
            Connection::Sqlite(_) => (1 << rest.len().ilog2()).min(MOST_SQLITE),
        };
        let (part, after) = rest.split_at(size);
        parts.push(part);
        rest = after;
    }
    parts
}

fn cells_of<'a, R: Row>(rows: &[&'a R]) -> Vec<Cell<'a>> {
    let mut cells = Vec::with_capacity(rows.len() * R::COLUMNS.len());
    for row in rows {
        row.cells(&mut cells);
    }
    cells
}
