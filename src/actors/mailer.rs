//! The mailer: takes letters from the outbox, sends them, tries again with growing pauses. The booking stands meanwhile (R20).

use crate::clock::process_now_ms;
use crate::directory;
use crate::shared::Shared;
use crate::stats::Stats;
use actix::prelude::*;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use okienko_mail::{Letter, LetterKind, NotSent, Post, Sender, compose};
use okienko_queue::time::{from_ms, minutes};
use okienko_store::{Appender, Contact, Fault};
use std::sync::Arc;
use std::time::Duration;

/// The outbox is looked into at least so often, for letters whose pause is over.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Letters taken at once: one, so that its lease covers its own attempt only.
const TOGETHER: i64 = 1;
/// First pause after a failure; it doubles up to the longest.
const FIRST_PAUSE_MS: i64 = 5_000;
const LONGEST_PAUSE_MS: i64 = 3_600_000;
/// Tries after which a letter is given up: about two days.
const TRIES_MOST: i32 = 55;
/// What the confirmation advises (R17).
const ADVICE_MINUTES: u32 = 10;

/// Sends the letters of one node.
pub struct Mailer {
    shared: Arc<Shared>,
    post: Post,
    busy: bool,
    woken: bool,
}

/// There are letters in the outbox.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Wake;

impl Mailer {
    /// A mailer by a post.
    pub fn new(shared: Arc<Shared>, post: Post) -> Self {
        Self { shared, post, busy: false, woken: false }
    }

    fn work(&mut self, ctx: &mut Context<Self>) {
        if self.busy {
            self.woken = true;
            return;
        }
        (self.busy, self.woken) = (true, false);
        let round = send_due(self.shared.clone(), self.post.clone());
        ctx.spawn(actix::fut::wrap_future::<_, Self>(round).map(|sent, actor, ctx| {
            actor.busy = false;
            if actor.woken || sent == TOGETHER as usize {
                actor.work(ctx);
            }
        }));
    }
}

impl Actor for Mailer {
    type Context = Context<Self>;

    fn started(&mut self, ctx: &mut Self::Context) {
        ctx.run_interval(LOOK_EVERY, Self::work);
    }
}

impl Handler<Wake> for Mailer {
    type Result = ();

    fn handle(&mut self, _: Wake, ctx: &mut Self::Context) {
        self.work(ctx);
    }
}

/// One round; answers how many letters it took.
async fn send_due(shared: Arc<Shared>, post: Post) -> usize {
    let due = directory::write(&shared, |appender| appender.due_letters(process_now_ms(), TOGETHER)).await;
    let letters = due.unwrap_or_default();
    let taken = letters.len();
    for letter in letters {
        let fate = fate_of(&shared, &post, &letter).await;
        count(&shared, &fate);
        let marked = directory::write(&shared, move |appender| mark(appender, &letter, &fate)).await;
        if marked.is_err() {
            return 0; // The database is away; the letter comes back when its lease ends.
        }
    }
    taken
}

enum Fate {
    Sent,
    Later(String),
    Dead(String),
}

fn count(shared: &Shared, fate: &Fate) {
    match fate {
        Fate::Sent => Stats::add(&shared.stats.letters_sent, 1),
        Fate::Later(why) | Fate::Dead(why) => {
            Stats::add(&shared.stats.letters_failed, 1);
            tracing::warn!(%why, "a letter was not sent");
        }
    }
}

fn mark(appender: &mut Appender, letter: &okienko_store::Letter, fate: &Fate) -> Result<(), Fault> {
    match fate {
        Fate::Sent => appender.mark_sent(&letter.id),
        Fate::Later(why) if letter.attempts < TRIES_MOST => {
            let doublings = u32::try_from(letter.attempts.clamp(1, 20) - 1).unwrap_or(0);
            let pause = (FIRST_PAUSE_MS << doublings).min(LONGEST_PAUSE_MS);
            appender.mark_failed(&letter.id, process_now_ms() + pause, why)
        }
        Fate::Later(why) | Fate::Dead(why) => appender.mark_dead(&letter.id, why),
    }
}

async fn fate_of(shared: &Arc<Shared>, post: &Post, letter: &okienko_store::Letter) -> Fate {
    let appointment = letter.appointment.clone();
    let contact = match directory::read(shared, move |store| store.contact(&appointment)).await {
        Ok(Some(contact)) if contact.erased_ms.is_none() => contact,
        Ok(_) => return Fate::Dead("the contact was erased".into()),
        Err(_) => return Fate::Later("the database is away".into()),
    };
    let message = match written(shared, letter, &contact) {
        Some((letter, sender)) => compose(&letter, &sender),
        None => return Fate::Dead("the letter cannot be written any more".into()),
    };
    let message = match message {
        Ok(message) => message,
        Err(fault) => return Fate::Dead(fault.to_string()),
    };
    let post = post.clone();
    match tokio::task::spawn_blocking(move || post.send(&message)).await {
        Ok(Ok(())) => Fate::Sent,
        Ok(Err(NotSent::Later(why))) => Fate::Later(why),
        Ok(Err(NotSent::Never(why))) => Fate::Dead(why),
        Err(error) => Fate::Later(error.to_string()),
    }
}

/// The letter with all that it says; `None` when its service or kind no longer exists.
fn written(shared: &Shared, letter: &okienko_store::Letter, contact: &Contact) -> Option<(Letter, Sender)> {
    let catalogue = shared.catalogue();
    let department = catalogue.departments.iter().find(|one| one.id.as_str() == contact.department)?;
    let service = department.service(&contact.service.as_str().into())?;
    let zone = department.time_zone;
    let start = from_ms(contact.start_ms);
    let params: serde_json::Value = serde_json::from_str(&letter.params).ok()?;
    let language = contact.language.as_str();
    let written = Letter {
        kind: LetterKind::parse(&letter.kind)?,
        language: language.to_owned(),
        appointment: contact.appointment.clone(),
        to_name: contact.name.clone(),
        to_email: contact.email.clone(),
        service: service.title(language),
        place: department.place.in_language(language).to_owned(),
        start: local(zone, start),
        duration_minutes: service.duration_minutes,
        phone: contact.phone.clone(),
        code: contact.code.clone(),
        manage_url: shared.links.manage_url(&contact.appointment.as_str().into()),
        window_opens: local(zone, start - minutes(department.check_in.opens_minutes)),
        advice_minutes: ADVICE_MINUTES,
        sequence: 0,
        written_at: from_ms(params.get("written_at_ms")?.as_i64()?),
    };
    let office = &catalogue.office;
    let sender = Sender {
        office_name: office.name.in_language(language).to_owned(),
        from: office.mail_from.clone(),
        reply_to: office.mail_reply_to.clone(),
        host: host_of(shared.links.public_url()),
    };
    Some((written, sender))
}

fn local(zone: Tz, instant: DateTime<Utc>) -> DateTime<Tz> {
    instant.with_timezone(&zone)
}

fn host_of(url: &str) -> String {
    let host = url.split("://").last().unwrap_or(url);
    host.split(['/', ':']).next().unwrap_or(host).to_owned()
}
