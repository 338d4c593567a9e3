//! The mailer: takes letters of one channel from the outbox, sends them, tries again with growing pauses. The booking stands
//! meanwhile (R20).

use crate::clock::process_now_ms;
use crate::directory;
use crate::fate::{self, Fate};
use crate::shared::Shared;
use crate::shift::Shifts;
use crate::stats::Stats;
use actix::prelude::*;
use okienko_mail::Post;
use okienko_mail::sms::Gateway;
use okienko_store::{Appender, Fault, Letter};
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

/// A way out of the house.
#[derive(Clone)]
pub enum Way {
    /// Letters.
    Mail(Post),
    /// Text messages.
    Sms(Gateway),
}

impl Way {
    /// As the outbox names it.
    fn channel(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Sms(_) => "sms",
        }
    }
}

/// Sends the letters of one channel of one node.
pub struct Mailer {
    shared: Arc<Shared>,
    way: Way,
    shifts: Arc<Shifts>,
    busy: bool,
    woken: bool,
}

/// There are letters in the outbox.
#[derive(Message)]
#[rtype(result = "()")]
pub struct Wake;

impl Mailer {
    /// A mailer by a way out.
    pub fn new(shared: Arc<Shared>, way: Way) -> Self {
        Self { shared, way, shifts: Arc::default(), busy: false, woken: false }
    }

    fn work(&mut self, ctx: &mut Context<Self>) {
        if self.busy {
            self.woken = true;
            return;
        }
        (self.busy, self.woken) = (true, false);
        let round = send_due(self.shared.clone(), self.way.clone(), self.shifts.clone());
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
async fn send_due(shared: Arc<Shared>, way: Way, shifts: Arc<Shifts>) -> usize {
    let channel = way.channel();
    let due = directory::write(&shared, move |appender| appender.due_on(channel, process_now_ms(), TOGETHER)).await;
    let letters = due.unwrap_or_default();
    let taken = letters.len();
    for letter in letters {
        let fate = match &way {
            Way::Mail(post) => fate::of_mail(&shared, post, &shifts, &letter).await,
            Way::Sms(gateway) => fate::of_sms(&shared, gateway, &letter).await,
        };
        count(&shared, &letter, &fate);
        let marked = directory::write(&shared, move |appender| mark(appender, &letter, &fate)).await;
        if marked.is_err() {
            return 0; // The database is away; the letter comes back when its lease ends.
        }
    }
    taken
}

fn count(shared: &Shared, letter: &Letter, fate: &Fate) {
    let failed = |why: &str| {
        Stats::add(&shared.stats.letters_failed, 1);
        tracing::warn!(letter = %letter.id, channel = %letter.channel, %why, "a letter was not sent");
    };
    match fate {
        Fate::Sent { .. } => Stats::add(&shared.stats.letters_sent, 1),
        Fate::Later(why) | Fate::Dead(why) | Fate::Refused(why) => failed(why),
        Fate::Useless(why) => tracing::debug!(letter = %letter.id, %why, "a letter was dropped"),
        Fate::NotNow { .. } => {}
    }
}

fn mark(appender: &mut Appender, letter: &Letter, fate: &Fate) -> Result<(), Fault> {
    match fate {
        Fate::Sent { was_failing } => {
            appender.mark_sent(&letter.id)?;
            if *was_failing { appender.set_mail_state(&letter.appointment, "fine") } else { Ok(()) }
        }
        Fate::NotNow { until_ms } => appender.mark_failed(&letter.id, *until_ms, "waits for its hour"),
        Fate::Useless(why) => appender.mark_dropped(&letter.id, why),
        Fate::Later(why) if letter.attempts < TRIES_MOST => {
            let doublings = u32::try_from(letter.attempts.clamp(1, 20) - 1).unwrap_or(0);
            let pause = (FIRST_PAUSE_MS << doublings).min(LONGEST_PAUSE_MS);
            appender.mark_failed(&letter.id, process_now_ms() + pause, why)
        }
        Fate::Dead(why) => appender.mark_dead(&letter.id, why),
        Fate::Later(why) | Fate::Refused(why) => {
            appender.mark_dead(&letter.id, why)?;
            // Staff see that letters do not reach this visitor (law line 34).
            if letter.channel == "mail" { appender.set_mail_state(&letter.appointment, "failed") } else { Ok(()) }
        }
    }
}
