//! As little HTTP as the load needs: one request at a time over one kept connection.

use serde_json::Value;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// A kept connection.
pub struct Http {
    stream: TcpStream,
    host: SocketAddr,
    number: u64,
    read: Vec<u8>,
}

impl Http {
    /// Connects.
    pub fn connect(host: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host, number: 0, read: Vec::new() })
    }

    /// POST of JSON under a fresh key; insists on a success.
    pub fn post(&mut self, path: &str, token: &str, body: &str) -> Value {
        self.number += 1;
        let key = format!("{}-{:09}", self.stream.local_addr().expect("an address").port(), self.number);
        let request = post(self.host, path, token, &key, body);
        let (status, text) = self.send(&request).expect("an answer");
        assert!((200..300).contains(&status), "POST {path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    /// The status of a GET.
    pub fn get(&mut self, path: &str) -> std::io::Result<u16> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        Ok(self.send(request.as_bytes())?.0)
    }

    /// What a GET answers.
    pub fn get_json(&mut self, path: &str, token: &str) -> Value {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {token}\r\n\r\n", self.host);
        let (status, text) = self.send(request.as_bytes()).expect("an answer");
        assert_eq!(status, 200, "GET {path}: {text}");
        serde_json::from_str(&text).expect("JSON")
    }

    /// Sends whole requests as they are.
    pub fn send(&mut self, request: &[u8]) -> std::io::Result<(u16, String)> {
        self.stream.write_all(request)?;
        self.read.clear();
        let mut part = [0; 16 * 1024];
        loop {
            let got = self.stream.read(&mut part)?;
            if got == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            self.read.extend_from_slice(&part[..got]);
            if let Some((status, head, whole)) = measure(&self.read)
                && self.read.len() >= whole
            {
                return Ok((status, String::from_utf8_lossy(&self.read[head..whole]).into_owned()));
            }
        }
    }
}

/// The bytes of a POST.
pub fn post(host: SocketAddr, path: &str, token: &str, key: &str, body: &str) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body.as_bytes()].concat()
}

/// Status, length of the head and length of the whole answer, once the head is there.
pub fn measure(read: &[u8]) -> Option<(u16, usize, usize)> {
    let head = read.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let status = std::str::from_utf8(read.get(9..12)?).ok()?.parse().ok()?;
    let text = std::str::from_utf8(&read[..head]).ok()?;
    let named = |line: &&str| line.get(..15).is_some_and(|name| name.eq_ignore_ascii_case("content-length:"));
    let length = text.lines().find(named).and_then(|line| line[15..].trim().parse::<usize>().ok());
    Some((status, head, head + length.unwrap_or(0)))
}
