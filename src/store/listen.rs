//! Hearing of other nodes' appends at once (PostgreSQL `LISTEN`). A slow poll elsewhere stands behind it.

use crate::connection::{Connection, Use};
use crate::engine::Target;
use crate::fault::Fault;
use crate::store::Store;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, Text};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Listens as long as it lives.
pub struct Listener {
    _stop: Option<Sender<()>>,
}

/// What a node hears of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something was appended to this department's journal.
    Appended(String),
    /// The document of this name has another revision.
    Document(String),
    /// What a node tells the others, see [`Store::tell`].
    Told(String),
}

type Ears = Box<dyn FnMut(Heard) + Send>;

/// libpq hands over notifications when asked; asking costs one system call.
const LOOK: Duration = Duration::from_millis(5);
const BACK_OFF_FROM: Duration = Duration::from_millis(200);
const BACK_OFF_TO: Duration = Duration::from_secs(5);

impl Store {
    /// Calls `on`, on a thread of its own, after every append to a department by any node, this one included, after every
    /// change of a document, and with what nodes tell each other. After each (re)connection it is called once for every
    /// department, as something may have been missed. Over SQLite there is no other node and nothing is ever called. Dropping the handle ends it.
    #[must_use]
    pub fn listen(&self, on: Ears) -> Listener {
        let Target::Postgres(_) = self.target() else {
            return Listener { _stop: None };
        };
        let (stop, stopped) = channel();
        let target = self.target().clone();
        let thread = std::thread::Builder::new().name("okienko-listen".to_owned());
        let started = thread.spawn(move || listen(&target, &stopped, on));
        if let Err(error) = started {
            tracing::error!(%error, "no thread to listen on; other nodes are heard by the slow poll only");
        }
        Listener { _stop: Some(stop) }
    }
}

impl Store {
    /// Tells all nodes that listen, this one included; each text has less than 8,000 bytes. Over SQLite there is nobody to tell. Nothing of
    /// it is kept: who does not listen now never hears it.
    ///
    /// # Errors
    /// [`Fault::Away`] when the database does not answer.
    pub fn tell(&self, texts: &[String]) -> Result<(), Fault> {
        self.read(|c| match c {
            Connection::Postgres(inner) => {
                diesel::sql_query("SELECT pg_notify('okienko_told', d) FROM unnest($1) AS d")
                    .bind::<Array<Text>, _>(texts)
                    .execute(inner)
                    .map(drop)
            }
            Connection::Sqlite(_) => Ok(()),
        })
    }
}

fn listen(target: &Target, stopped: &Receiver<()>, mut on: Ears) {
    let mut wait = BACK_OFF_FROM;
    loop {
        match target.connect(Use::Read) {
            Ok(mut connection) => match session(&mut connection, stopped, &mut on) {
                Ok(()) => return,
                Err(error) => {
                    tracing::warn!(%error, "no longer hearing other nodes, connecting again");
                    wait = BACK_OFF_FROM;
                }
            },
            Err(error) => tracing::debug!(%error, "cannot listen yet"),
        }
        if ended(stopped, wait) {
            return;
        }
        wait = (wait * 2).min(BACK_OFF_TO);
    }
}

/// One connection's life: `Ok` when told to stop.
fn session(c: &mut Connection, stopped: &Receiver<()>, on: &mut Ears) -> QueryResult<()> {
    use crate::schema::heads;
    let Connection::Postgres(inner) = c else {
        return Ok(());
    };
    inner.batch_execute("LISTEN okienko; LISTEN okienko_document; LISTEN okienko_told")?;
    let all: Vec<String> = heads::table.select(heads::department).load(inner)?;
    all.into_iter().map(Heard::Appended).for_each(&mut *on);
    while !ended(stopped, LOOK) {
        for notice in inner.notifications_iter() {
            let notice = notice?;
            on(match notice.channel.as_str() {
                "okienko_document" => Heard::Document(notice.payload),
                "okienko_told" => Heard::Told(notice.payload),
                _ => Heard::Appended(notice.payload),
            });
        }
    }
    Ok(())
}

fn ended(stopped: &Receiver<()>, after: Duration) -> bool {
    !matches!(stopped.recv_timeout(after), Err(RecvTimeoutError::Timeout))
}
