//! A real printer.
//!
//! What is known about a job, and from what:
//!
//! * The printer confirms (`GS r` at the end of the job, answered in its turn, on the wire on which the job went): it is printed.
//! * It does not confirm, but for the whole waiting time answers on that same wire that it is ready and has paper: it is printed. This
//!   is the rule for models that do not know `GS r`; it costs the waiting time, so a profile may leave the question out.
//! * It reports paper end, cover or error before a confirmation: it is not printed.
//! * It takes the whole job and then the wire breaks or falls silent: nobody knows ([`PrinterFault::Unsure`]). Bytes that the network
//!   took are not bytes that the printer has, and a second printing by itself could give two people one number.
//! * It takes a part of the job: it is not printed. What the printer holds is thrown away, so that no half ticket comes out with the
//!   next roll, and what came out is cut off before the next ticket. A new agent begins the same way: nobody knows where the one
//!   before it stopped.
//!
//! A printer that is set to be taken as ready (`assume_ready`) answers nothing: then "printed" means "taken whole".

use std::time::{Duration, Instant};

use okienko_paper::escpos::{ABANDON, CONFIRM};

use super::answers::{self, Answers};
use super::connection::Connection;
use super::line::Wire;
use super::{Job, Printer, PrinterFault, Status, Timeouts};

/// How often a printer that prints is asked how it is.
const LOOK: Duration = Duration::from_millis(300);

/// A printer behind a wire.
pub(super) struct Thermal {
    pub connection: Connection,
    pub timeouts: Timeouts,
    pub assume_ready: bool,
    /// What comes before the first job after a broken one.
    pub recover: Vec<u8>,
    pub wire: Option<Wire>,
    /// The last job broke off, or nobody knows what became of it.
    pub broken: bool,
    /// A confirmation has come since the last job was sent.
    pub confirmed: bool,
}

impl Printer for Thermal {
    fn status(&mut self) -> Status {
        let fresh = self.wire.is_none();
        let mut answered = self.ask();
        // A wire that was open for long may be dead without anybody having been told.
        if answered.is_none() && !fresh {
            answered = self.ask();
        }
        // In the middle of a picture the question was taken for dots.
        if answered.is_none() && self.broken && self.ends_what_was_open() {
            answered = self.ask();
            self.broken = answered.is_none();
        }
        match answered {
            Some(status) => status,
            None if self.assume_ready && self.open().is_some() => Status::Ready,
            None => Status::Away,
        }
    }

    fn print(&mut self, job: &Job) -> Result<(), PrinterFault> {
        if self.assume_ready {
            self.wire = None;
        }
        let recover = if self.broken { self.recover.clone() } else { Vec::new() };
        let most = self.timeouts.write();
        let Some(wire) = self.open() else { return Err(PrinterFault::Away) };
        wire.drain();
        let bytes = [recover.as_slice(), &job.bytes].concat();
        let mut sent = 0;
        let taken = wire.send(&bytes, most, &mut sent);
        self.confirmed = false;
        let printed = match taken {
            Err(_) if sent == 0 => Err(PrinterFault::Away),
            Err(_) => Err(PrinterFault::Broken),
            Ok(()) if self.assume_ready => Ok(()),
            Ok(()) if job.bytes.ends_with(&CONFIRM) => self.watch(self.timeouts.finish()),
            Ok(()) => self.watch(self.timeouts.settle()),
        };
        self.broken = printed.is_err();
        if self.broken {
            self.wire = None;
        }
        printed
    }
}

impl Thermal {
    /// The open wire, or a new one. After a broken job the first that goes over it throws away what the printer holds.
    fn open(&mut self) -> Option<&mut Wire> {
        if self.wire.is_none() {
            self.wire = Wire::open(&self.connection, self.timeouts.connect()).ok();
            if let (Some(wire), true) = (self.wire.as_mut(), self.broken) {
                let _ = wire.send(&ABANDON, self.timeouts.answer(), &mut 0);
            }
        }
        self.wire.as_mut()
    }

    /// Whether what a broken job left open could be brought to an end.
    fn ends_what_was_open(&mut self) -> bool {
        let (recover, most) = (self.recover.clone(), self.timeouts.write());
        self.open().is_some_and(|wire| wire.send(&recover, most, &mut 0).is_ok())
    }

    /// Asks all four questions, one after the other; a printer that leaves the first unanswered is not asked the others.
    /// An unanswered question closes the wire: a late answer would be taken for another question's.
    fn ask(&mut self) -> Option<Status> {
        let most = self.timeouts.answer();
        let wire = self.open()?;
        let mut answers: Answers = [None; 4];
        let (mut confirmed, mut silent) = (false, false);
        for (n, answer) in (1..).zip(&mut answers) {
            *answer = answered(wire, n, most, &mut confirmed);
            silent |= answer.is_none();
            if n == 1 && silent {
                break;
            }
        }
        self.confirmed |= confirmed;
        if silent {
            self.wire = None;
        }
        answers::read(&answers)
    }

    /// Waits until a job that was sent whole is through, for at most `most`.
    fn watch(&mut self, most: Duration) -> Result<(), PrinterFault> {
        let sent = Instant::now();
        while sent.elapsed() < most {
            let left = most.saturating_sub(sent.elapsed());
            // Gone with the wire is what would have come on it.
            let Some(wire) = self.wire.as_mut() else { return self.lost() };
            match wire.receive(left.min(LOOK)) {
                Ok(Some(byte)) => self.confirmed |= answers::is_confirmation(byte),
                Ok(None) => match self.ask() {
                    Some(status) if !status.can_print() && !self.confirmed => return Err(PrinterFault::Broken),
                    Some(_) => {}
                    None if self.confirmed => {}
                    None => return self.lost(),
                },
                Err(_) => return self.lost(),
            }
            if self.confirmed {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The job went out whole, and then nothing was heard any more. Asked again on a new wire the printer can still say that it has
    /// no paper; that it is ready says nothing about the job.
    fn lost(&mut self) -> Result<(), PrinterFault> {
        self.wire = None;
        Err(PrinterFault::Unsure)
    }
}

/// One question's answer; everything else that comes meanwhile is passed over.
fn answered(wire: &mut Wire, n: u8, most: Duration, confirmed: &mut bool) -> Option<u8> {
    wire.send(&answers::question(n), most, &mut 0).ok()?;
    let asked = Instant::now();
    while asked.elapsed() < most {
        let byte = wire.receive(most.saturating_sub(asked.elapsed())).ok()??;
        if answers::is_answer(byte) {
            return Some(byte);
        }
        *confirmed |= answers::is_confirmation(byte);
    }
    None
}
