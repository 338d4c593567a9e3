//! Letters to the office itself: a kiosk, a lobby screen or a queue is in trouble, or well again. No citizen's data is in them.

use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentArgs;
use okienko_queue::kiosk_alarm::Trouble;
use okienko_queue::queue_alarm::QueueTrouble;
use okienko_queue::screen_alarm::ScreenTrouble;

use crate::clean::{host_text, id_text, one_line};
use crate::fault::Fault;
use crate::letter::Sender;
use crate::message::{Message, Plain};
use crate::texts::Texts;

/// What is wrong, and with which sort of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// With a kiosk.
    Kiosk(Trouble),
    /// With a lobby screen.
    Screen(ScreenTrouble),
    /// With the queue of a service.
    Queue(QueueTrouble),
}

impl Matter {
    /// The stable word, see [`Trouble::as_str`], [`ScreenTrouble::as_str`] and [`QueueTrouble::as_str`]: no two are the same.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kiosk(trouble) => trouble.as_str(),
            Self::Screen(trouble) => trouble.as_str(),
            Self::Queue(trouble) => trouble.as_str(),
        }
    }

    /// The matter of a word, if it is one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let screen = || ScreenTrouble::parse(word).map(Self::Screen);
        let queue = || QueueTrouble::parse(word).map(Self::Queue);
        Trouble::parse(word).map(Self::Kiosk).or_else(screen).or_else(queue)
    }

    /// The sort of thing, as keys of texts and names of letters have it.
    fn device(self) -> &'static str {
        match self {
            Self::Kiosk(_) => "kiosk",
            Self::Screen(_) => "screen",
            Self::Queue(_) => "queue",
        }
    }
}

/// What the office is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlertKind {
    /// This has come.
    Raised(Matter),
    /// These are over; all of one device.
    Cleared(Vec<Matter>),
}

impl AlertKind {
    /// All that it is about.
    fn matters(&self) -> &[Matter] {
        match self {
            Self::Raised(matter) => std::slice::from_ref(matter),
            Self::Cleared(matters) => matters,
        }
    }

    fn device(&self) -> &'static str {
        self.matters().first().map_or("kiosk", |matter| matter.device())
    }
}

/// What is told of a queue beside its trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFacts {
    /// The department's name.
    pub department: String,
    /// People waiting when the letter was written.
    pub people: u32,
    /// The longest wait then, minutes.
    pub minutes: u32,
}

/// One letter to whoever looks after devices or queues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// What it tells.
    pub kind: AlertKind,
    /// `pl`, `en` or `uk`; anything else is written in Polish.
    pub language: String,
    /// The letter's id in the outbox; the root of its Message-ID.
    pub id: String,
    /// The office's address for such letters.
    pub to: String,
    /// The device's name, given by the administrator, or the service's.
    pub name: String,
    /// How the queue stands, where it is about one.
    pub queue: Option<QueueFacts>,
    /// Since when it is so, in the office's zone.
    pub since: DateTime<Tz>,
    /// The page of devices, or the supervisor's wall, absolute.
    pub page_url: String,
    /// When the letter was put in the outbox; becomes Date and the file's name.
    pub written_at: DateTime<Utc>,
}

/// The letter in words.
struct Words {
    language: &'static str,
    subject: String,
    heading: String,
    intro: String,
    facts: Vec<(String, String)>,
    notes: Vec<String>,
    link: String,
    link_label: String,
    office: String,
    footer: String,
}

#[derive(Template)]
#[template(path = "alert.txt", escape = "none")]
struct TextPage<'a> {
    w: &'a Words,
}

#[derive(Template)]
#[template(path = "alert.html")]
struct HtmlPage<'a> {
    w: &'a Words,
}

/// Writes a letter to the office. Pure: the same alert and sender give the same bytes.
///
/// # Errors
/// [`Fault::Address`] for a recipient that is no address, [`Fault::Sender`] for the office's own, [`Fault::Text`] for a missing text,
/// [`Fault::Assembly`] for anything that does not fit together.
pub fn compose_alert(alert: &Alert, sender: &Sender) -> Result<Message, Fault> {
    let words = words(alert, sender)?;
    let assembly = |error: askama::Error| Fault::Assembly(error.to_string());
    let text = TextPage { w: &words }.render().map_err(assembly)?;
    let html = HtmlPage { w: &words }.render().map_err(assembly)?;
    let instant = alert.written_at.format("%Y%m%dT%H%M%S%.3fZ");
    let kind = if matches!(alert.kind, AlertKind::Raised(_)) { "alarm" } else { "clear" };
    let device = alert.kind.device();
    Message::plain(
        Plain {
            name: format!("{instant}_{}_{device}_{kind}", id_text(&alert.id)),
            message_id: format!("<{}@{}>", id_text(&alert.id), host_text(&sender.host)),
            to: &alert.to,
            language: words.language,
            subject: words.subject.clone(),
            text,
            html,
            written_at: alert.written_at,
        },
        sender,
    )
}

fn words(alert: &Alert, sender: &Sender) -> Result<Words, Fault> {
    let texts = Texts::of(&alert.language);
    let (matters, device) = (alert.kind.matters(), alert.kind.device());
    let mut args = FluentArgs::new();
    args.set("kiosk", one_line(&alert.name));
    let named: Result<Vec<String>, Fault> =
        matters.iter().map(|matter| texts.say(&format!("mail-alert-trouble-{}", matter.as_str()), &args)).collect();
    args.set("trouble", named?.join(", "));
    if let Some(queue) = &alert.queue {
        args.set("people", queue.people);
        args.set("minutes", queue.minutes);
    }
    let say = |key: &str| texts.say(key, &args);
    // Queues have words of their own for what devices share.
    let own =
        |key: &str| if device == "queue" { format!("mail-alert-queue-{key}") } else { format!("mail-alert-{key}") };
    let (face, notes) = match &alert.kind {
        AlertKind::Raised(matter) => {
            ("raised", vec![say(&format!("mail-alert-todo-{}", matter.as_str()))?, say(&own("then"))?])
        }
        AlertKind::Cleared(_) => ("cleared", Vec::new()),
    };
    let of = if device == "kiosk" { face.to_owned() } else { format!("{device}-{face}") };
    let since = alert.since.format("%d/%m/%Y, %H:%M").to_string();
    let mut facts = vec![(say(&format!("mail-alert-fact-{device}"))?, one_line(&alert.name))];
    if let Some(queue) = &alert.queue {
        facts.push((say("mail-alert-queue-fact-department")?, one_line(&queue.department)));
    }
    facts.push((say(&own("fact-trouble"))?, say("mail-alert-trouble")?));
    facts.push((say(&own(&format!("fact-{face}")))?, since));
    if alert.queue.is_some() {
        facts.push((say("mail-alert-queue-fact-people")?, say("mail-alert-queue-people")?));
        facts.push((say("mail-alert-queue-fact-minutes")?, say("mail-alert-queue-minutes")?));
    }
    Ok(Words {
        language: texts.language(),
        subject: say(&format!("mail-alert-{of}-subject"))?,
        heading: say(&format!("mail-alert-{of}-heading"))?,
        intro: say(&format!("mail-alert-{of}-intro"))?,
        facts,
        notes,
        link: alert.page_url.clone(),
        link_label: say(&own("link"))?,
        office: one_line(&sender.office_name),
        footer: say("mail-automatic")?,
    })
}
