//! Python, where a judge or a server that nobody of this house wrote is wanted: letters and mail servers.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::letter::Letter;
use crate::process::{Process, root};

/// A command that runs a script of `tests/mail/python`.
///
/// # Panics
/// With advice when there is no Python with the packages: such a test fails and never passes in silence.
pub fn script(name: &str) -> Command {
    let given = std::env::var_os("OKIENKO_TEST_PYTHON").filter(|path| !path.is_empty()).map(PathBuf::from);
    let python = given.unwrap_or_else(|| root().join("target/python/bin/python"));
    assert!(
        python.exists(),
        "{} is missing: run `tests/run`, or set OKIENKO_TEST_PYTHON to a Python with the packages of tests/mail/python/requirements.txt",
        python.display()
    );
    let mut command = Command::new(python);
    command.arg(root().join("tests/mail/python").join(name));
    command
}

/// Lets Python judge all letters of a folder, oldest first by name; panics with what it says of them.
pub fn judge(folder: &Path) {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "eml"));
    files.sort();
    let judged = script("check.py").args(&files).output().expect("Python runs");
    let words = format!("{}{}", String::from_utf8_lossy(&judged.stdout), String::from_utf8_lossy(&judged.stderr));
    assert!(judged.status.success(), "{words}");
}

/// A real mail server as a process of its own.
pub struct MailServer {
    /// Where it keeps what it takes.
    pub folder: PathBuf,
    _process: Process,
}

impl MailServer {
    /// Starts it; on port 0 the system chooses one. Answers its port too.
    pub fn start(folder: &Path, port: u16) -> (Self, u16) {
        std::fs::create_dir_all(folder).expect("a folder for letters");
        let log = folder.with_extension("smtp.log");
        let mut command = script("smtp.py");
        command.arg(port.to_string()).arg(folder);
        let process = Process::run(command, &log);
        let begun = Instant::now();
        loop {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            if let Some(port) = said.lines().find_map(|line| line.strip_prefix("listening ")?.trim().parse().ok()) {
                return (Self { folder: folder.to_owned(), _process: process }, port);
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "the mail server does not start:\n{said}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What it has taken so far for an address.
    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        let mut letters = Letter::all_in(&self.folder);
        letters.retain(|letter| letter.header("to").contains(address));
        letters
    }
}

/// A port that nobody listens on at this moment.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}
