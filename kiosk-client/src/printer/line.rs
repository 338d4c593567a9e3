//! The wire to a printer: whatever it is, bytes go and come and nothing blocks for longer than a moment.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::fs::OpenOptionsExt;
use std::time::{Duration, Instant};

use serialport::{ClearBuffer, SerialPort};

use super::connection::Connection;

/// How long one call of the system may wait; what waits longer counts by [`Wire`]'s own clock.
const MOMENT: Duration = Duration::from_millis(20);

/// What a wire can do.
trait Ends: Read + Write + Send {
    /// Forgets what has come unasked.
    fn drain(&mut self);
    /// Rests when a call came back at once with nothing done.
    fn rest(&self) {}
}

impl Ends for TcpStream {
    fn drain(&mut self) {
        let mut unasked = [0; 64];
        if self.set_nonblocking(true).is_ok() {
            while matches!(self.read(&mut unasked), Ok(some) if some > 0) {}
            let _ = self.set_nonblocking(false);
        }
    }
}

impl Ends for File {
    fn drain(&mut self) {
        let mut unasked = [0; 64];
        while matches!(self.read(&mut unasked), Ok(some) if some > 0) {}
    }

    fn rest(&self) {
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl Ends for Box<dyn SerialPort> {
    fn drain(&mut self) {
        let _ = self.clear(ClearBuffer::Input);
    }
}

/// An open wire.
pub(super) struct Wire(Box<dyn Ends>);

impl Wire {
    /// Opens a wire; for TCP waits at most `most`.
    pub(super) fn open(connection: &Connection, most: Duration) -> io::Result<Self> {
        let ends: Box<dyn Ends> = match connection {
            Connection::Tcp(address) => Box::new(tcp(address, most)?),
            Connection::Device(path) => Box::new(
                OpenOptions::new().read(true).write(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)?,
            ),
            Connection::Serial { path, baud, flow } => {
                Box::new(serialport::new(path, *baud).timeout(MOMENT).flow_control((*flow).into()).open()?)
            }
            Connection::Folder(_) | Connection::None => return Err(ErrorKind::Unsupported.into()),
        };
        let mut wire = Self(ends);
        wire.drain();
        Ok(wire)
    }

    /// Forgets what has come unasked.
    pub(super) fn drain(&mut self) {
        self.0.drain();
    }

    /// Sends all; gives up when nothing moves for `most`. `sent` tells how much went out, also when it fails.
    pub(super) fn send(&mut self, bytes: &[u8], most: Duration, sent: &mut usize) -> io::Result<()> {
        let mut moved = Instant::now();
        while let Some(rest) = bytes.get(*sent..).filter(|rest| !rest.is_empty()) {
            match self.0.write(rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(some) => {
                    *sent += some;
                    moved = Instant::now();
                }
                Err(why) if waits(&why) && moved.elapsed() < most => self.0.rest(),
                Err(why) => return Err(why),
            }
        }
        Ok(())
    }

    /// The next byte; `None` when none comes for `most`.
    pub(super) fn receive(&mut self, most: Duration) -> io::Result<Option<u8>> {
        let asked = Instant::now();
        let mut byte = [0];
        loop {
            match self.0.read(&mut byte) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(_) => return Ok(byte.first().copied()),
                Err(why) if waits(&why) && asked.elapsed() < most => self.0.rest(),
                Err(why) if waits(&why) => return Ok(None),
                Err(why) => return Err(why),
            }
        }
    }
}

fn waits(why: &io::Error) -> bool {
    matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

fn tcp(address: &str, most: Duration) -> io::Result<TcpStream> {
    let mut failed = io::Error::from(ErrorKind::NotFound);
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, most) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(MOMENT))?;
                stream.set_write_timeout(Some(MOMENT))?;
                return Ok(stream);
            }
            Err(why) => failed = why,
        }
    }
    Err(failed)
}
