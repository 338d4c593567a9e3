//! The open way to signs.

use crate::transport::Transport;
use serialport::SerialPort;
use socket2::SockRef;
use std::io::{self, Write};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long opening and each writing may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// The open way to signs.
pub(crate) enum Link {
    /// A connection.
    Tcp(TcpStream),
    /// A serial line; nothing while a write that never came back has it.
    Serial(Option<Box<dyn SerialPort>>),
}

impl Link {
    /// Opens the way.
    pub(crate) async fn open(transport: &Transport) -> io::Result<Self> {
        match transport {
            Transport::Tcp(host) => {
                let stream = in_time(PATIENCE, TcpStream::connect(host.as_str())).await?;
                stream.set_nodelay(true)?;
                // A sign whose power is cut says nothing: what it does not confirm in time ends the connection.
                SockRef::from(&stream).set_tcp_user_timeout(Some(PATIENCE * 2))?;
                Ok(Self::Tcp(stream))
            }
            Transport::Serial { path, baud } => {
                let line = serialport::new(path, *baud).timeout(PATIENCE);
                let port = spawn_blocking(move || line.open()).await.map_err(io::Error::other)?;
                Ok(Self::Serial(Some(port?)))
            }
        }
    }

    /// Sends a line whole, or fails in time.
    pub(crate) async fn send(&mut self, bytes: &[u8], patience: Duration) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => in_time(patience, stream.write_all(bytes)).await,
            Self::Serial(port) => {
                let mut line = port.take().ok_or(io::ErrorKind::NotConnected)?;
                let bytes = bytes.to_vec();
                // Only this line's own task waits for a device that hangs.
                let written = spawn_blocking(move || (line.write_all(&bytes), line)).await.map_err(io::Error::other)?;
                *port = Some(written.1);
                written.0
            }
        }
    }

    /// Waits until the other end has closed; what it says meanwhile is passed over.
    pub(crate) async fn closed(&mut self) {
        let Self::Tcp(stream) = self else { return std::future::pending().await };
        let mut heard = [0; 256];
        while stream.readable().await.is_ok() {
            match stream.try_read(&mut heard) {
                Ok(0) => return,
                Err(why) if why.kind() != io::ErrorKind::WouldBlock => return,
                _ => {}
            }
        }
    }
}

async fn in_time<T>(patience: Duration, work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    timeout(patience, work).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serialport::TTYPort;
    use std::io::Read;

    #[tokio::test]
    async fn a_sign_that_never_reads_is_given_up_in_time() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let mut link = Link::open(&Transport::Tcp(host)).await.unwrap();
        let (_silent, _) = listener.accept().await.unwrap();
        let much = vec![b'x'; 32 << 20];
        let failed = link.send(&much, Duration::from_millis(200)).await.unwrap_err();
        assert_eq!(failed.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn the_end_of_a_connection_is_noticed_and_chatter_is_not() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let mut link = Link::open(&Transport::Tcp(host)).await.unwrap();
        let (mut sign, _) = listener.accept().await.unwrap();
        sign.write_all(b"\x06\x06").await.unwrap();
        assert!(timeout(Duration::from_millis(100), link.closed()).await.is_err(), "it only said something");
        drop(sign);
        timeout(Duration::from_secs(5), link.closed()).await.unwrap();
    }

    #[tokio::test]
    async fn a_serial_line_carries_the_bytes_as_they_are() {
        let (mut sign, line) = TTYPort::pair().unwrap();
        let path = serialport::SerialPort::name(&line).unwrap();
        drop(line);
        let mut link = Link::open(&Transport::Serial { path, baud: 9_600 }).await.unwrap();
        link.send(b"\x0201R012\x03\r\n", PATIENCE).await.unwrap();
        let mut heard = [0; 10];
        sign.read_exact(&mut heard).unwrap();
        assert_eq!(&heard, b"\x0201R012\x03\r\n");
    }

    #[tokio::test]
    async fn nobody_there_is_a_failure() {
        assert!(Link::open(&Transport::Serial { path: "/dev/okienko-none".into(), baud: 9_600 }).await.is_err());
        assert!(Link::open(&Transport::Tcp("127.0.0.1:1".into())).await.is_err());
    }
}
