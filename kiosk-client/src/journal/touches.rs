//! One row per touch that asked for a ticket.

use super::Journal;
use super::schema::touches::dsl;
use crate::failure::Failure;
use diesel::prelude::*;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A walk-in ticket.
    Ticket,
    /// The ticket of a booked visit.
    CheckIn,
}

impl Kind {
    /// The word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::CheckIn => "check_in",
        }
    }

    /// Where the server is asked.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Ticket => "/api/v1/kiosk/tickets",
            Self::CheckIn => "/api/v1/kiosk/check-ins",
        }
    }
}

/// Where a touch stands; the table in [`crate::touch`] says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TouchState {
    /// The server may be asked or was; nothing is known.
    Asked,
    /// The server gave a ticket.
    Issued,
    /// A leased number was given.
    Offline,
    /// Nothing was given and the visitor was told so; whether the server gave a ticket is not known.
    Withdrawn,
    /// The same wish as another touch, whose key stands in `answer`.
    SameAs,
}

impl TouchState {
    /// The word in the journal.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Issued => "issued",
            Self::Offline => "offline",
            Self::Withdrawn => "withdrawn",
            Self::SameAs => "same_as",
        }
    }
}

/// A touch as it is written first.
#[derive(Insertable)]
#[diesel(table_name = super::schema::touches)]
pub struct NewTouch {
    /// The page's idempotency key.
    pub key: String,
    /// [`Kind::word`].
    pub kind: &'static str,
    /// A keyed hash of what was asked.
    pub body_hash: String,
    /// What was asked, sealed; only while it may have to be asked again.
    pub sealed: Option<Vec<u8>>,
    /// The language of the paper.
    pub language: String,
    /// The office's day, empty when unknown.
    pub day: String,
    /// Office time.
    pub touched_ms: i64,
    /// [`TouchState::word`].
    pub state: &'static str,
    /// Whether the server may have received it.
    pub asked: bool,
    /// Whether the page was answered with the ticket.
    pub shown: bool,
    /// The ticket as told to the page, or the code of a refusal, or another key.
    pub answer: Option<String>,
    /// The server's id of the ticket.
    pub ticket: Option<String>,
    /// `none`, `waiting`, `sending`, `printed`, `failed`.
    pub paper: &'static str,
    /// Whether the server knows what became of the paper.
    pub paper_told: bool,
    /// `none`, `sought`, `found`, `gone`, `conflict`: the server's ticket for a touch that was answered without it.
    pub twin: &'static str,
}

/// A touch as it stands.
#[derive(Clone, Debug, Queryable)]
#[allow(missing_docs, reason = "as in NewTouch")]
pub struct Touch {
    pub key: String,
    pub kind: String,
    pub body_hash: String,
    pub sealed: Option<Vec<u8>>,
    pub language: String,
    pub day: String,
    pub touched_ms: i64,
    pub state: String,
    pub asked: bool,
    pub shown: bool,
    pub answer: Option<String>,
    pub ticket: Option<String>,
    pub paper: String,
    pub paper_reason: Option<String>,
    pub paper_told: bool,
    pub twin: String,
    pub twin_token: Option<String>,
}

impl Touch {
    /// What was asked for.
    pub fn kind(&self) -> Kind {
        if self.kind == "check_in" { Kind::CheckIn } else { Kind::Ticket }
    }

    /// Whether it stands so.
    pub fn is(&self, state: TouchState) -> bool {
        self.state == state.word()
    }
}

impl Journal {
    /// The touch of a key.
    pub fn touch(&self, key: &str) -> Result<Option<Touch>, Failure> {
        Ok(dsl::touches.find(key).first(&mut *self.connection()).optional()?)
    }

    /// Writes a touch that is new.
    pub fn begin(&self, touch: &NewTouch) -> Result<(), Failure> {
        self.write(|db| diesel::insert_into(dsl::touches).values(touch).execute(db).map(drop))
    }

    /// The server gave this ticket. `paper` is `waiting` when it is to be printed, `none` without a printer, `failed` when nobody stands there.
    pub fn issued(&self, key: &str, ticket: &str, answer: &str, paper: (&str, Option<&str>)) -> Result<(), Failure> {
        let change = (
            dsl::state.eq(TouchState::Issued.word()),
            dsl::sealed.eq(None::<Vec<u8>>),
            dsl::ticket.eq(ticket),
            dsl::answer.eq(answer),
            dsl::paper.eq(paper.0),
            dsl::paper_reason.eq(paper.1),
        );
        self.write(|db| diesel::update(dsl::touches.find(key)).set(change).execute(db).map(drop))
    }

    /// The page has been answered with the ticket.
    pub fn shown(&self, key: &str) -> Result<(), Failure> {
        self.write(|db| diesel::update(dsl::touches.find(key)).set(dsl::shown.eq(true)).execute(db).map(drop))
    }

    /// Nothing was given: the visitor is told the refusal `code`; the server is asked later what it did.
    pub fn withdrawn(&self, key: &str, code: &str) -> Result<(), Failure> {
        let change = (dsl::state.eq(TouchState::Withdrawn.word()), dsl::answer.eq(code));
        self.write(|db| diesel::update(dsl::touches.find(key)).set(change).execute(db).map(drop))
    }

    /// Forgets a touch that came to nothing.
    pub fn refused(&self, key: &str) -> Result<(), Failure> {
        self.write(|db| diesel::delete(dsl::touches.find(key)).execute(db).map(drop))
    }

    /// The touches whose ticket nobody has seen, if the server gave one, oldest first, at most 100.
    pub fn unanswered(&self) -> Result<Vec<Touch>, Failure> {
        let withdrawn = dsl::state.eq(TouchState::Withdrawn.word()).and(dsl::kind.eq(Kind::CheckIn.word()));
        let rows = dsl::touches.filter(dsl::state.eq(TouchState::Asked.word()).or(withdrawn));
        Ok(rows.order(dsl::touched_ms).limit(100).load(&mut *self.connection())?)
    }

    /// An earlier wish of the same day for the same visit that no page has had an answer to.
    pub fn unshown(&self, hash: &str, day: &str) -> Result<Option<Touch>, Failure> {
        let open =
            dsl::state.eq_any([TouchState::Withdrawn.word(), TouchState::Asked.word(), TouchState::Issued.word()]);
        let rows = dsl::touches.filter(dsl::body_hash.eq(hash).and(dsl::day.eq(day)).and(dsl::shown.eq(false)));
        Ok(rows.filter(dsl::kind.eq("check_in").and(open)).first(&mut *self.connection()).optional()?)
    }

    /// Forgets touches of days before `day` that nothing is left to be done for. Answers how many. One that was made before the office's
    /// day was known stays.
    pub fn forget_touches(&self, day: &str) -> Result<usize, Failure> {
        self.write(|db| {
            let unsynced = super::schema::entries::table
                .filter(super::schema::entries::state.eq("waiting"))
                .select(super::schema::entries::touch);
            let done = dsl::paper.eq("none").or(dsl::paper_told.eq(true));
            let old = dsl::touches.filter(dsl::day.ne("").and(dsl::day.lt(day)));
            let old = old.filter(dsl::twin.ne_all(["sought", "found"])).filter(done).filter(dsl::key.ne_all(unsynced));
            let keys: Vec<String> = old.select(dsl::key).load(db)?;
            diesel::delete(dsl::touches.filter(dsl::key.eq_any(keys))).execute(db)
        })
    }
}
