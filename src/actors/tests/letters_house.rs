//! An office whose letters and text messages land in memory.

use super::house::{monday, open_by};
use crate::{Ask, Office, Person};
use okienko_mail::sms::{Gateway, Outbox, Sms};
use okienko_mail::{Memory, Message, Post, Ways};
use okienko_queue::command::Command;
use okienko_queue::ids::AppointmentId;
use okienko_queue::time::Instant;
use serde_json::Value;
use std::time::{Duration, Instant as Process};

/// A node with a look into its post.
pub struct Writing {
    pub office: Office,
    pub mail: Memory,
    pub sms: Outbox,
}

/// Opens a node on the usual Monday; `notices` are the office's, held from the first opening on.
pub async fn writing(url: &str, notices: Value) -> Writing {
    writing_at(url, notices, monday()).await
}

/// As [`writing`], at an instant.
pub async fn writing_at(url: &str, notices: Value, now: Instant) -> Writing {
    let ((mail, memory), (sms, outbox)) = (Post::memory(), Gateway::memory());
    let office = open_by(url, Ways { mail, sms: Some(sms) }, notices, now).await;
    Writing { office, mail: memory, sms: outbox }
}

impl Writing {
    /// Sets the office clock and lets the timers act.
    pub async fn clock(&self, to: &str) {
        self.office.clock().set(to.parse().unwrap());
        self.office.tick().await.unwrap();
    }

    /// A command about a visit.
    pub async fn about(&self, visit: &AppointmentId, command: Command, person: Option<Person>) {
        let department = visit.department().unwrap();
        let ask = Ask { department, command, actor: "citizen".into(), key: None, person };
        self.office.ask(ask).await.unwrap();
    }

    /// Waits for so many letters of a kind and no more.
    pub async fn letters(&self, kind: &str, count: usize) -> Vec<Message> {
        let of_kind = || {
            let mut letters = self.mail.letters();
            letters.retain(|letter| letter.name().ends_with(&format!("_{kind}")));
            letters
        };
        until(|| of_kind().len() >= count).await;
        let letters = of_kind();
        assert_eq!(letters.len(), count, "{kind}: {letters:?}");
        letters
    }

    /// Waits for so many text messages and no more.
    pub async fn messages(&self, count: usize) -> Vec<Sms> {
        until(|| self.sms.messages().len() >= count).await;
        let messages = self.sms.messages();
        assert_eq!(messages.len(), count, "{messages:?}");
        messages
    }

    /// Waits until the letter under a key is in a state.
    pub async fn state(&self, visit: &AppointmentId, kind: &str, channel: &str, wanted: &str) {
        let begun = Process::now();
        loop {
            let name = visit.to_string();
            let letters = self.office.read(move |store| store.letters_about(&name)).await.unwrap();
            let found: Vec<_> =
                letters.iter().filter(|letter| letter.kind == kind && letter.channel == channel).collect();
            if found.last().is_some_and(|letter| letter.state == wanted) {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "no {channel} {kind} is {wanted}: {found:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether letters to the visit's address arrive.
    pub async fn mail_state(&self, visit: &AppointmentId) -> String {
        let name = visit.to_string();
        self.office.read(move |store| store.contact(&name)).await.unwrap().unwrap().mail
    }
}

/// Long enough for what should not happen.
pub async fn a_while() {
    tokio::time::sleep(Duration::from_millis(2_500)).await;
}

async fn until(done: impl Fn() -> bool) {
    let begun = Process::now();
    while !done() && begun.elapsed() < Duration::from_secs(20) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Makes `{name}_sqlite` and `{name}_postgres` of an async function that takes the address of a fresh database.
macro_rules! on_both {
    ($($name:ident, $sqlite:ident, $postgres:ident;)+) => { $(
        #[actix::test]
        async fn $sqlite() {
            $name(&crate::tests::house::sqlite()).await;
        }

        #[actix::test]
        async fn $postgres() {
            $name(&crate::tests::house::postgres()).await;
        }
    )+ };
}
pub(crate) use on_both;
