//! A ticket printer on TCP 9100 whose paper can be read: it understands the commands that tickets use, answers how it is, and gets
//! into every trouble a test asks for.
//!
//! ```no_run
//! # use okienko_tests::printer::{Moment, Mood, Printer, What};
//! let printer = Printer::starts();
//! printer.next(Moment::Byte(20_000), What::Gets(Mood::PaperEnd));
//! // … an agent with `connection = "tcp:…"` (printer.connection()) prints a ticket …
//! printer.is(Mood::Ready);
//! for paper in printer.papers() {
//!     println!("{:?} leads to {:?}", paper.lines(), paper.address());
//! }
//! ```

mod answer;
mod command;
mod head;
mod pages;
mod paper;

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

pub use answer::Mood;
pub use head::{Moment, What};
pub use paper::Paper;

use head::Head;

/// A printer on a port of its own; it is switched off when dropped.
pub struct Printer {
    address: Option<SocketAddr>,
    head: Arc<Mutex<Head>>,
    off: Arc<AtomicBool>,
}

impl Printer {
    /// A ready printer of 80 mm (576 dots) with a cutter.
    pub fn starts() -> Self {
        Self::of_width(576)
    }

    /// A ready printer with so many dots across.
    pub fn of_width(dots: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("its number");
        let (head, off) = (Arc::new(Mutex::new(Head::new(dots))), Arc::new(AtomicBool::new(false)));
        let (shared, ends) = (Arc::clone(&head), Arc::clone(&off));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ends.load(Ordering::SeqCst) {
                    break;
                }
                stream.set_read_timeout(Some(Duration::from_millis(20))).expect("a time-out");
                let (head, off) = (Arc::clone(&shared), Arc::clone(&ends));
                std::thread::spawn(move || serve(stream, &head, &off));
            }
        });
        Self { address: Some(address), head, off }
    }

    /// A ready printer of 80 mm at the other end of a wire that is not a network; reads of the wire must time out.
    pub fn at(wire: impl Read + Write + Send + 'static) -> Self {
        let (head, off) = (Arc::new(Mutex::new(Head::new(576))), Arc::new(AtomicBool::new(false)));
        let (shared, ends) = (Arc::clone(&head), Arc::clone(&off));
        std::thread::spawn(move || serve(wire, &shared, &ends));
        Self { address: None, head, off }
    }

    /// `tcp:127.0.0.1:…`, as an agent's settings want it.
    pub fn connection(&self) -> String {
        format!("tcp:{}", self.address.expect("a printer on the network"))
    }

    /// From now on the printer is like this. One that stood for paper, cover or error goes on with what it holds.
    pub fn is(&self, mood: Mood) {
        self.head().is(mood);
    }

    /// Something that happens once, in the middle of the next papers; several happen one after the other.
    pub fn next(&self, moment: Moment, what: What) {
        self.head().faults.push_back((moment, what));
    }

    /// A model that does not know `GS r`.
    pub fn never_confirms(&self) {
        self.head().confirms = false;
    }

    /// A model that takes `DLE DC4` for dots when it stands in a picture, and so keeps what it holds.
    pub fn never_throws_away(&self) {
        self.head().abandons = false;
    }

    /// Every paper that was cut off, oldest first.
    pub fn papers(&self) -> Vec<Paper> {
        self.head().papers.clone()
    }

    /// The papers that are tickets: whole enough to have a readable code.
    pub fn tickets(&self) -> Vec<String> {
        self.papers().iter().filter_map(Paper::address).collect()
    }

    fn head(&self) -> MutexGuard<'_, Head> {
        self.head.lock().expect("the head")
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.off.store(true, Ordering::SeqCst);
        // Wakes the listener, so that it sees that it is over.
        let _ = self.address.map(TcpStream::connect);
    }
}

fn serve(mut stream: impl Read + Write, head: &Mutex<Head>, off: &AtomicBool) {
    let mut bytes = [0; 4096];
    while !off.load(Ordering::SeqCst) {
        let come = match stream.read(&mut bytes) {
            Ok(0) => break,
            Ok(some) => &bytes[..some],
            Err(why) if matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => &[],
            Err(_) => break,
        };
        let (answer, hangs_up) = head.lock().expect("the head").takes(come);
        if hangs_up || stream.write_all(&answer).is_err() {
            break;
        }
    }
}
