//! The face of this room: one handle to all departments of an office on this node.

use crate::answer;
use crate::ask::{Ask, Frame, Key, Person, Reply, Trouble};
use crate::boards::{Boards, WatchBoard};
use crate::check_in::{self, Typed};
use crate::clock::{OfficeClock, process_now_ms};
use crate::department::{ReadOn, WatchDesk};
use crate::directory;
use crate::links::Links;
use crate::mailer::{Mailer, Way};
use crate::outlook::Outlook;
use crate::reading::{AppointmentFacts, desk_json};
use crate::shared::{Settings, Shared, read, write};
use crate::stats::Stats;
use crate::watch::Change;
use crate::writer::Writer;
use actix::{Actor, Arbiter, Recipient};
use okienko_mail::Ways;
use okienko_queue::Department;
use okienko_queue::announced::How;
use okienko_queue::appointment::AppointmentState;
use okienko_queue::command::{Command, Target};
use okienko_queue::ids::{AppointmentId, BoardId, DepartmentId, DeskId, ServiceId, TicketId};
use okienko_queue::office::{Board, OfficeFile};
use okienko_queue::refusal::Refusal;
use okienko_queue::ticket::{Destination, Mode};
use okienko_queue::time::{Instant, from_ms};
use okienko_queue::view_board::{self, BoardPart, BoardView};
use okienko_store::{Access, Appender, Contact, Fault, Heard, Listener, Store};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

/// An office on this node; clones share it.
#[derive(Clone)]
pub struct Office {
    pub(crate) shared: Arc<Shared>,
    _listener: Arc<Listener>,
}

/// Departments that a transferred ticket may have passed through before we stop following it.
const STATIONS: usize = 16;

impl Office {
    /// Opens every department from the journal and starts the writer, the mailers, the boards and the listener. `ways` is the
    /// post alone, or the post with a gateway for text messages. Needs a running actix system and an imported configuration.
    ///
    /// # Errors
    /// Those of the store; [`Fault::Broken`] when no office was imported.
    pub async fn open(
        store: Store,
        ways: impl Into<Ways>,
        clock: OfficeClock,
        settings: Settings,
    ) -> Result<Self, Fault> {
        let ways = ways.into();
        let catalogue = crate::setup::read(&store)?;
        let shared = Arc::new(Shared {
            writer: Writer::start(store.appender()?)?,
            links: Links::new(&settings.public_url, store.secrets().clone()),
            store,
            clock,
            settings,
            has_sms: ways.sms.is_some(),
            stats: Stats::default(),
            arbiter: Arbiter::new().handle(),
            boards: OnceLock::new(),
            describe: OnceLock::new(),
            mailer: OnceLock::new(),
            draining: AtomicBool::new(false),
            reopening: tokio::sync::Mutex::new(()),
            catalogue: RwLock::new(catalogue.clone()),
            departments: RwLock::default(),
            watched: RwLock::default(),
            desks: Mutex::default(),
            throttles: Mutex::default(),
            changes: Default::default(),
            announced: Default::default(),
            presence: Default::default(),
        });
        let own = shared.clone();
        let boards = Boards::start_in_arbiter(&shared.arbiter, move |_| Boards::new(own));
        let own = shared.clone();
        let mailer =
            Mailer::start_in_arbiter(&Arbiter::new().handle(), move |_| Mailer::new(own, Way::Mail(ways.mail)));
        if let Some(gateway) = ways.sms {
            let own = shared.clone();
            Mailer::start_in_arbiter(&Arbiter::new().handle(), move |_| Mailer::new(own, Way::Sms(gateway)));
            actix::spawn(crate::near::keep(shared.clone()));
        }
        // Set once, just made: there is nobody else to have set them.
        let _ = (shared.boards.set(boards), shared.mailer.set(mailer));
        for config in &catalogue.0.departments {
            // A department that cannot be opened is out of service alone; it was logged.
            let _ = directory::open(&shared, config).await;
        }
        let heard = shared.clone();
        let reconfigured = Arc::new(tokio::sync::Notify::new());
        let stirred = reconfigured.clone();
        let listener = shared.store.listen(Box::new(move |what| match what {
            Heard::Appended(department) => {
                if let Some(addr) = read(&heard.departments).get(&DepartmentId::from(department)) {
                    addr.do_send(ReadOn);
                }
            }
            Heard::Document(_) => stirred.notify_one(),
            Heard::Told(text) => {
                heard.announced.told(&heard, &text);
                heard.presence.told(&text);
            }
        }));
        actix::spawn(crate::setup::follow(shared.clone(), reconfigured));
        actix::spawn(crate::announced::keep(shared.clone()));
        actix::spawn(crate::presence::keep(shared.clone()));
        actix::spawn(crate::housekeeping::keep(shared.clone()));
        actix::spawn(crate::reminders::keep(shared.clone()));
        actix::spawn(crate::kiosk_watch::keep(shared.clone()));
        actix::spawn(crate::screen_watch::keep(shared.clone()));
        actix::spawn(crate::queue_watch::keep(shared.clone()));
        Ok(Self { shared, _listener: Arc::new(listener) })
    }

    /// The configuration in force.
    pub fn catalogue(&self) -> Arc<OfficeFile> {
        self.shared.catalogue()
    }

    /// The office's time zone.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.catalogue().office.time_zone
    }

    /// The office clock.
    pub fn clock(&self) -> &OfficeClock {
        &self.shared.clock
    }

    /// The process clock, milliseconds since 1970.
    pub fn process_now_ms(&self) -> i64 {
        process_now_ms()
    }

    /// Secret links.
    pub fn links(&self) -> &Links {
        &self.shared.links
    }

    /// The store, for its secrets and its engine; reads go through [`Office::read`].
    pub fn store(&self) -> &Store {
        &self.shared.store
    }

    /// Counts of this node.
    pub fn stats(&self) -> &Stats {
        &self.shared.stats
    }

    /// Whether the node is stopping.
    pub fn is_draining(&self) -> bool {
        self.shared.is_draining()
    }

    /// Reads on the blocking pool.
    pub async fn read<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<R, Fault> + Send + 'static,
    ) -> Result<R, Trouble> {
        directory::read(&self.shared, work).await
    }

    /// Writes through the one writer.
    pub async fn write<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Appender) -> Result<R, Fault> + Send + 'static,
    ) -> Result<R, Trouble> {
        directory::write(&self.shared, work).await
    }

    /// One command to one department, durable when it returns.
    pub async fn ask(&self, ask: Ask) -> Result<Reply, Trouble> {
        directory::ask(&self.shared, ask).await
    }

    /// A look at a department's confirmed state.
    pub async fn look<R: Send + 'static>(
        &self,
        department: &DepartmentId,
        look: impl FnOnce(&Department, &Outlook, Instant) -> R + Send + 'static,
    ) -> Result<R, Trouble> {
        directory::look(&self.shared, department, look).await
    }

    /// Collects the nearest visit of whoever entered this at a place (a kiosk's id or `desk:…`); `actor` stands in the
    /// journal, and in the access log when it is staff.
    pub async fn check_in(&self, typed: Typed, place: &str, actor: &str, key: Option<Key>) -> Result<Reply, Trouble> {
        check_in::check_in(&self.shared, typed, place, actor, key).await
    }

    /// Writes lines of the access log, durable when it returns. What cannot be logged must not be shown.
    pub async fn log_access(&self, lines: Vec<Access>) -> Result<(), Trouble> {
        directory::log(&self.shared, lines).await
    }

    /// A board's `seq` and view.
    pub async fn board(&self, id: &BoardId) -> Result<(u64, BoardView), Trouble> {
        let catalogue = self.catalogue();
        let wanted = catalogue.boards.iter().find(|board| board.id == *id).ok_or(Refusal::NotFound)?;
        let revision = read(&self.shared.catalogue).1;
        let parts = directory::parts(&self.shared, &wanted.departments).await;
        let parts: Vec<&BoardPart> = parts.iter().map(|(_, part)| part).collect();
        let head = self.shared.board_head(&catalogue, wanted);
        let seq = view_board::seq(parts.iter().copied(), revision);
        Ok((seq, view_board::view(wanted, &parts, head, self.zone(), self.clock().now())))
    }

    /// Says how the rooms above describe a board's setup: its revision and the version of their files. To be said once.
    pub fn describe_boards(&self, describe: impl Fn(&OfficeFile, &Board) -> (String, String) + Send + Sync + 'static) {
        // Said twice the first stands: there is one edition of the files in a process.
        let _ = self.shared.describe.set(Box::new(describe));
    }

    /// The desk's view as JSON.
    pub async fn desk(&self, desk: &DeskId) -> Result<String, Trouble> {
        let department = self.department_of_desk(desk).ok_or(Refusal::NotFound)?;
        let (shared, desk) = (self.shared.clone(), desk.clone());
        self.look(&department, move |department, _, now| desk_json(department, &desk, &shared, now)).await
    }

    /// A ticket as its holder sees it, as JSON; transfers are followed. After its day it is read from the model of visits.
    pub async fn ticket(&self, id: &TicketId) -> Result<String, Trouble> {
        let department = self.department_of_ticket(id).await?;
        let (shared, wanted) = (self.shared.clone(), id.clone());
        let view = move |department: &Department, outlook: &Outlook, now| {
            answer::ticket(&wanted, department, outlook, &shared.links, now).map(|ticket| answer::json(&ticket))
        };
        match self.look(&department, view).await? {
            Some(ticket) => Ok(ticket),
            None => match crate::past::ticket(&self.shared, id).await {
                Err(Trouble::Refused(Refusal::NotFound)) if self.is_lent(id).await? => {
                    Err(Refusal::KioskOffline.into())
                }
                past => past,
            },
        }
    }

    /// A visit with whose it is. After its day it is read from the store.
    pub async fn appointment(&self, id: &AppointmentId) -> Result<AppointmentFacts, Trouble> {
        let name = id.to_string();
        let contact = self.read(move |store| store.contact(&name)).await?.ok_or(Refusal::NotFound)?;
        let person = person_of(&contact);
        let (wanted, owner) = (id.clone(), person.clone());
        let department = DepartmentId::from(contact.department.as_str());
        let facts = move |department: &Department, _: &Outlook, _| {
            department.appointment(&wanted).map(|visit| AppointmentFacts::of(department, visit, owner.as_ref()))
        };
        let known = self.look(&department, facts).await?;
        let facts = known.unwrap_or_else(|| AppointmentFacts {
            id: id.clone(),
            department,
            service: contact.service.as_str().into(),
            start: from_ms(contact.start_ms),
            state: state_of(&contact.state),
            ticket: None,
            person,
            moves: 0,
            confirm_by: None,
            mail_fails: false,
            zone: self.zone(),
        });
        Ok(AppointmentFacts { mail_fails: contact.mail == "failed", ..facts })
    }

    /// The department of a desk.
    pub fn department_of_desk(&self, desk: &DeskId) -> Option<DepartmentId> {
        self.catalogue().department_of_desk(desk).map(|department| department.id.clone())
    }

    /// The department of a service.
    pub fn department_of_service(&self, service: &ServiceId) -> Option<DepartmentId> {
        let catalogue = self.catalogue();
        let found = catalogue.departments.iter().find(|department| department.service(service).is_some());
        found.map(|department| department.id.clone())
    }

    /// The department that holds a ticket now.
    pub async fn department_of_ticket(&self, id: &TicketId) -> Result<DepartmentId, Trouble> {
        let mut department = id.department().ok_or(Refusal::NotFound)?;
        for _ in 0..STATIONS {
            let wanted = id.clone();
            let sent = move |department: &Department, _: &Outlook, _| {
                department.ticket(&wanted).and_then(|ticket| ticket.sent_to.clone())
            };
            match self.look(&department, sent).await? {
                Some(to) if to.arrived => department = to.department,
                _ => break,
            }
        }
        Ok(department)
    }

    /// Where a transfer from a desk goes: a service of this or another department, or a desk of the same one.
    pub fn transfer_target(
        &self,
        desk: &DeskId,
        service: Option<&ServiceId>,
        to_desk: Option<&DeskId>,
        mode: Mode,
    ) -> Result<Target, Refusal> {
        let own = self.department_of_desk(desk).ok_or(Refusal::NotFound)?;
        match (service, to_desk) {
            (_, Some(to_desk)) => Ok(Target::Desk(to_desk.clone())),
            (Some(service), None) => {
                let department = self.department_of_service(service).ok_or(Refusal::NotFound)?;
                let service = service.clone();
                Ok(if department == own {
                    Target::Service(service)
                } else {
                    Target::Elsewhere(Destination { department, service, mode, arrived: false })
                })
            }
            (None, None) => Err(Refusal::NotFound),
        }
    }

    /// Sends a board's views to a socket from now on, the first at once.
    pub fn watch_board(&self, board: BoardId, socket: Recipient<Frame>) {
        if let Some(boards) = self.shared.boards.get() {
            boards.do_send(WatchBoard { board, socket });
        }
    }

    /// A screen is connected to a board (or no more), so that desks know whether anybody can see their calls.
    pub fn screen_connected(&self, board: &BoardId, connected: bool) {
        self.shared.announced.connected(&self.shared, board, if connected { 1 } else { -1 });
    }

    /// A screen at a board says what it did about the call `seq`. `screen` names it among all screens.
    pub fn screen_announced(&self, board: &BoardId, screen: &Arc<str>, seq: u64, how: How) {
        self.shared.announced.heard(&self.shared, board, screen, seq, how);
    }

    /// Sends a desk's views to a socket from now on, the first at once.
    pub fn watch_desk(&self, desk: DeskId, socket: Recipient<Frame>) {
        let department = self.department_of_desk(&desk);
        if let Some(addr) = department.and_then(|id| read(&self.shared.departments).get(&id).cloned()) {
            addr.do_send(WatchDesk { desk, socket });
        }
    }

    /// What changes in a department from now on, its forecast included.
    pub fn changes(&self, department: &DepartmentId) -> Change {
        self.shared.changes.of(department)
    }

    /// Lets the timers of every department act, and erases what has had its time; durable when it returns.
    pub async fn tick(&self) -> Result<(), Trouble> {
        for department in &self.catalogue().departments {
            let (department, actor) = (department.id.clone(), "timer".to_owned());
            self.ask(Ask { department, command: Command::Tick, actor, key: None, person: None }).await?;
        }
        crate::retention::run(&self.shared).await?;
        Ok(())
    }

    /// Stores a new configuration in somebody's name and brings every department to it.
    pub async fn configure(&self, file: OfficeFile, author: &str) -> Result<(), Trouble> {
        crate::setup::change(&self.shared, file, author).await
    }

    /// Ends gracefully: no new commands; those under way are finished by the writer.
    pub async fn stop(&self) {
        self.shared.draining.store(true, Ordering::Relaxed);
        // One job through the writer's line: all that was in it before is durable.
        let _ = self.write(|_| Ok(())).await;
        write(&self.shared.watched).clear();
        *write(&self.shared.departments) = BTreeMap::new();
    }
}

fn person_of(contact: &Contact) -> Option<Person> {
    contact.erased_ms.is_none().then(|| Person {
        name: contact.name.clone(),
        phone: contact.phone.clone(),
        email: contact.email.clone(),
        language: contact.language.clone(),
        code: Some(contact.code.clone()),
        origin: Some(contact.origin.clone()),
    })
}

fn state_of(word: &str) -> AppointmentState {
    use AppointmentState::{Booked, Cancelled, Collected, NotCollected};
    [Booked, Collected, Cancelled].into_iter().find(|state| state.as_str() == word).unwrap_or(NotCollected)
}
