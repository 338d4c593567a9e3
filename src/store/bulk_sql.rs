//! The two statements that insert many rows. Their text is the same each time, so that the connection prepares it
//! once: PostgreSQL takes one array per column whatever the number of rows, SQLite takes as many places as there are
//! rows, of which there are few different numbers.

use crate::bulk::{Cell, Row};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Nullable, Text};
use diesel::sqlite::Sqlite;
use diesel::{PgConnection, QueryResult, RunQueryDsl, SqliteConnection};

/// `INSERT … VALUES (?, …), (?, …)`.
pub(crate) struct Values<'a, R> {
    cells: &'a [Cell<'a>],
    row: std::marker::PhantomData<R>,
}

impl<'a, R: Row> Values<'a, R> {
    pub(crate) fn new(cells: &'a [Cell<'a>]) -> Self {
        Self { cells, row: std::marker::PhantomData }
    }
}

impl<R: Row> QueryFragment<Sqlite> for Values<'_, R> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let columns = R::COLUMNS.join(", ");
        out.push_sql(&head::<R>(&columns));
        for (index, row) in self.cells.chunks(R::COLUMNS.len()).enumerate() {
            out.push_sql(if index == 0 { "VALUES (" } else { ", (" });
            for (place, cell) in row.iter().enumerate() {
                if place > 0 {
                    out.push_sql(", ");
                }
                match cell {
                    Cell::Text(Some(text)) => out.push_bind_param::<Text, str>(text)?,
                    Cell::Text(None) => out.push_bind_param::<Nullable<BigInt>, _>(&None::<i64>)?,
                    Cell::Int(number) => out.push_bind_param::<Nullable<BigInt>, _>(number)?,
                }
            }
            out.push_sql(")");
        }
        out.push_sql(&foot::<R>(&columns));
        Ok(())
    }
}

/// `INSERT … SELECT * FROM unnest($1, $2, …)`, one array a column.
pub(crate) struct Unnest<'a, R> {
    columns: Vec<Column<'a>>,
    row: std::marker::PhantomData<R>,
}

enum Column<'a> {
    Text(Vec<Option<&'a str>>),
    Int(Vec<Option<i64>>),
}

impl<'a, R: Row> Unnest<'a, R> {
    pub(crate) fn new(cells: &'a [Cell<'a>]) -> Self {
        let width = R::COLUMNS.len();
        let columns = cells.iter().take(width).enumerate().map(|(place, first)| {
            let column = cells.iter().skip(place).step_by(width);
            match first {
                Cell::Text(_) => Column::Text(column.map(as_text).collect()),
                Cell::Int(_) => Column::Int(column.map(as_int).collect()),
            }
        });
        Self { columns: columns.collect(), row: std::marker::PhantomData }
    }
}

fn as_text<'a>(cell: &'a Cell<'a>) -> Option<&'a str> {
    match cell {
        Cell::Text(text) => text.as_deref(),
        Cell::Int(_) => None,
    }
}

fn as_int(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Int(number) => *number,
        Cell::Text(_) => None,
    }
}

impl<R: Row> QueryFragment<Pg> for Unnest<'_, R> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let columns = R::COLUMNS.join(", ");
        out.push_sql(&head::<R>(&columns));
        out.push_sql("SELECT * FROM unnest(");
        for (place, column) in self.columns.iter().enumerate() {
            if place > 0 {
                out.push_sql(", ");
            }
            match column {
                Column::Text(texts) => {
                    out.push_bind_param::<Array<Nullable<Text>>, _>(texts)?;
                    out.push_sql("::text[]");
                }
                Column::Int(numbers) => {
                    out.push_bind_param::<Array<Nullable<BigInt>>, _>(numbers)?;
                    out.push_sql("::bigint[]");
                }
            }
        }
        out.push_sql(")");
        out.push_sql(&foot::<R>(&columns));
        Ok(())
    }
}

fn head<R: Row>(columns: &str) -> String {
    if R::FILTER.is_empty() {
        format!("INSERT INTO {} ({columns}) ", R::TABLE)
    } else {
        format!("WITH u({columns}) AS (")
    }
}

fn foot<R: Row>(columns: &str) -> String {
    if R::FILTER.is_empty() {
        return format!(" {}", R::TAIL);
    }
    let (table, filter, tail) = (R::TABLE, R::FILTER, R::TAIL);
    format!(") INSERT INTO {table} ({columns}) SELECT {columns} FROM u WHERE {filter} {tail}")
}

/// The text itself is the cache key, hence no static id.
macro_rules! statement {
    ($kind:ident, $connection:ty) => {
        impl<R> QueryId for $kind<'_, R> {
            type QueryId = ();
            const HAS_STATIC_QUERY_ID: bool = false;
        }
        impl<R> Query for $kind<'_, R> {
            type SqlType = Text;
        }
        impl<R> RunQueryDsl<$connection> for $kind<'_, R> {}
    };
}
statement!(Values, SqliteConnection);
statement!(Unnest, PgConnection);
