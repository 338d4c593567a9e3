//! Many screens on one thread: sockets, a hand-written reader of frames, and the instant at which the last one has the news.

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Patience for the last screen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Screens that all show the same thing.
pub struct Screens {
    shared: Arc<Shared>,
    last: Receiver<Instant>,
    reader: Option<std::thread::JoinHandle<()>>,
}

/// What the reader and its owner share.
#[derive(Default)]
struct Shared {
    /// News are frames with a higher `seq`; 0 until the first picture.
    known: AtomicU64,
    highest: AtomicU64,
    length: AtomicUsize,
    ended: AtomicBool,
}

struct Screen {
    stream: TcpStream,
    read: Vec<u8>,
    seq: u64,
}

impl Screens {
    /// Connects so many screens to a board or a desk of the server, and waits until each has its first picture.
    pub fn connect(host: SocketAddr, path: &str, count: usize) -> Self {
        let streams = (0..count).map(|_| shake_hands(host, path)).collect();
        let screens = Self::watch(streams);
        screens.wait();
        screens
    }

    /// Reads frames from connected streams; each with what it has said already.
    pub fn watch(streams: Vec<(std::net::TcpStream, Vec<u8>)>) -> Self {
        let (shared, (tell, last)) = (Arc::new(Shared::default()), channel());
        let own = shared.clone();
        let reader = std::thread::spawn(move || read_all(streams, &own, &tell));
        Self { shared, last, reader: Some(reader) }
    }

    /// From now on only frames newer than all that were seen are news.
    pub fn arm(&self) {
        while self.last.try_recv().is_ok() {}
        self.shared.known.store(self.shared.highest.load(Ordering::SeqCst), Ordering::SeqCst);
    }

    /// The instant at which the last screen had the news.
    pub fn wait(&self) -> Instant {
        self.last.recv_timeout(PATIENCE).expect("every screen has the news")
    }

    /// Bytes of the latest picture.
    pub fn length(&self) -> usize {
        self.shared.length.load(Ordering::SeqCst)
    }
}

impl Drop for Screens {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

fn shake_hands(host: SocketAddr, path: &str) -> (std::net::TcpStream, Vec<u8>) {
    let mut stream = std::net::TcpStream::connect(host).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("the request goes out");
    let (mut read, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let got = stream.read(&mut part).expect("an answer");
        assert!(got > 0, "the server hung up: {}", String::from_utf8_lossy(&read));
        read.extend_from_slice(&part[..got]);
        if let Some(head) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            assert!(read.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&read));
            return (stream, read.split_off(head + 4));
        }
    }
}

fn read_all(streams: Vec<(std::net::TcpStream, Vec<u8>)>, shared: &Shared, tell: &Sender<Instant>) {
    let mut poll = Poll::new().expect("a poll");
    let mut screens = Vec::new();
    for (n, (stream, read)) in streams.into_iter().enumerate() {
        stream.set_nonblocking(true).expect("not blocking");
        let mut stream = TcpStream::from_std(stream);
        poll.registry().register(&mut stream, Token(n), Interest::READABLE).expect("registered");
        screens.push(Screen { stream, read, seq: 0 });
    }
    let mut count = Count { known: u64::MAX, have: 0, of: screens.len() };
    // What came together with the handshake waits for no event.
    screens.iter_mut().for_each(|screen| screen.look(&mut count, shared, tell));
    let mut events = Events::with_capacity(1_024);
    let mut part = vec![0; 256 * 1024];
    while !shared.ended.load(Ordering::SeqCst) {
        poll.poll(&mut events, Some(Duration::from_millis(100))).expect("events");
        for event in &events {
            screens[event.token().0].read(&mut part, &mut count, shared, tell);
        }
    }
}

/// How many have the news.
struct Count {
    known: u64,
    have: usize,
    of: usize,
}

impl Screen {
    fn read(&mut self, part: &mut [u8], count: &mut Count, shared: &Shared, tell: &Sender<Instant>) {
        loop {
            match self.stream.read(part) {
                Ok(0) => panic!("the server dropped a screen"),
                Ok(got) => self.read.extend_from_slice(&part[..got]),
                Err(why) if why.kind() == std::io::ErrorKind::WouldBlock => break,
                Err(why) => panic!("{why}"),
            }
            self.look(count, shared, tell);
        }
    }

    fn look(&mut self, count: &mut Count, shared: &Shared, tell: &Sender<Instant>) {
        while let Some((kind, from, to)) = frame(&self.read) {
            match kind {
                1 => self.picture(from, to, count, shared, tell),
                9 => drop(self.stream.write(&[0x8a, 0x80, 0, 0, 0, 0])),
                8 => panic!("the server closed a screen"),
                _ => {}
            }
            self.read.drain(..to);
        }
    }

    fn picture(&mut self, from: usize, to: usize, count: &mut Count, shared: &Shared, tell: &Sender<Instant>) {
        let seq = seq_of(&self.read[from..to]);
        let known = shared.known.load(Ordering::SeqCst);
        if known != count.known {
            (count.known, count.have) = (known, 0);
        }
        if self.seq <= known && seq > known {
            count.have += 1;
            shared.length.store(to - from, Ordering::SeqCst);
            shared.highest.fetch_max(seq, Ordering::SeqCst);
            if count.have == count.of {
                let _ = tell.send(Instant::now());
            }
        }
        shared.highest.fetch_max(seq, Ordering::SeqCst);
        self.seq = seq;
    }
}

/// Opcode, begin and end of the first whole frame; servers never mask.
fn frame(read: &[u8]) -> Option<(u8, usize, usize)> {
    let (kind, short) = (read.first()? & 0x0f, usize::from(read.get(1)? & 0x7f));
    let (from, length) = match short {
        126 => (4, usize::from(u16::from_be_bytes(read.get(2..4)?.try_into().ok()?))),
        127 => (10, usize::try_from(u64::from_be_bytes(read.get(2..10)?.try_into().ok()?)).ok()?),
        short => (2, short),
    };
    (read.len() >= from + length).then_some((kind, from, from + length))
}

/// `{"type":"view","seq":N,…`.
fn seq_of(picture: &[u8]) -> u64 {
    let name = b"\"seq\":";
    let at = picture.windows(name.len()).position(|part| part == name).expect("a picture has its seq") + name.len();
    let digits = picture[at..].iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}
