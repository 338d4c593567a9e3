//! A mail server of one thread that says what it is told to say, and keeps what it was given.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What the sink answers at RCPT, AUTH and after DATA.
#[derive(Clone, Copy)]
pub struct Answers {
    pub auth: &'static str,
    pub rcpt: &'static str,
    pub data: &'static str,
}

impl Default for Answers {
    fn default() -> Self {
        Self { auth: "235 welcome", rcpt: "250 ok", data: "250 taken" }
    }
}

/// A running sink.
pub struct Sink {
    pub url: String,
    letters: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    /// Listens on a free port; the thread ends with the test process.
    pub fn start(answers: Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let letters = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&letters);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let kept = Arc::clone(&kept);
                thread::spawn(move || serve(stream.unwrap(), answers, &kept));
            }
        });
        Self { url: format!("smtp://{address}"), letters }
    }

    /// Raw letters received, oldest first.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, answers: Answers, kept: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut say = |text: &str| write!(stream, "{text}\r\n").is_ok();
    say("220 sink");
    while let Some(Ok(line)) = lines.next() {
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        let go_on = match verb.as_str() {
            "EHLO" => say("250-sink\r\n250 AUTH PLAIN"),
            "AUTH" => say(answers.auth),
            "RCPT" => say(answers.rcpt),
            "QUIT" => {
                say("221 bye");
                false
            }
            "DATA" => {
                say("354 go on");
                let body: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                if answers.data.starts_with('2') {
                    kept.lock().unwrap().push(body.join("\r\n"));
                }
                say(answers.data)
            }
            _ => say("250 ok"),
        };
        if !go_on {
            return;
        }
    }
}
