//! A real broker, mosquitto, and whoever subscribes to it.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use okienko_tests::chance::fresh;
use okienko_tests::process::Process;
use okienko_tests::python::free_port;
use serde_json::Value;

pub const USER: &str = "okienko";
pub const PASSWORD: &str = "sezam:otwórz@się";
/// How long a subscriber waits before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running broker that keeps nothing on disk. Dropping it kills it.
pub struct Mosquitto {
    /// Where it listens.
    pub port: u16,
    folder: PathBuf,
    process: Process,
}

impl Mosquitto {
    /// Starts it with one user.
    ///
    /// # Panics
    /// Where it is not installed: such a test fails and never passes in silence.
    pub fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("okienko-mosquitto-{}", fresh()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let users = folder.join("users");
        let made = Command::new("mosquitto_passwd").args(["-b", "-c"]).arg(&users).args([USER, PASSWORD]).status();
        assert!(
            made.is_ok_and(|made| made.success()),
            "mosquitto is missing: run `tests/run`, or apt-get install mosquitto mosquitto-clients"
        );
        let port = free_port();
        let users = users.display();
        let settings = format!(
            "user root\nlistener {port} 127.0.0.1\nallow_anonymous false\npassword_file {users}\npersistence false\n"
        );
        std::fs::write(folder.join("mosquitto.conf"), settings).expect("its settings");
        let process = run(&folder, port);
        Self { port, folder, process }
    }

    /// The settings of a server that speaks to it.
    pub fn setting(&self) -> String {
        let port = self.port;
        format!(
            "[mqtt]\nurl = \"mqtt://127.0.0.1:{port}\"\nuser = \"{USER}\"\npassword = \"{PASSWORD}\"\nprefix = \"miasto\"\n"
        )
    }

    /// SIGKILL, and a new one at the same place that knows nothing.
    pub fn loses_everything(&mut self) {
        self.process.kill();
        self.process = run(&self.folder, self.port);
    }

    /// A new subscriber to everything.
    pub fn subscriber(&self) -> Subscriber {
        let log = self.folder.join(format!("subscriber-{}", fresh()));
        let mut command = Command::new("mosquitto_sub");
        command.args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-u", USER, "-P", PASSWORD, "-q", "1"]);
        command.args(["-t", "miasto/#", "-F", "%t\t%r\t%p"]);
        Subscriber { _process: Process::run(command, &log), log }
    }
}

impl Drop for Mosquitto {
    fn drop(&mut self) {
        self.process.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Whoever subscribes.
pub struct Subscriber {
    log: PathBuf,
    _process: Process,
}

/// One message.
#[derive(Clone, Debug)]
pub struct Message {
    pub topic: String,
    pub retained: bool,
    pub payload: String,
}

impl Subscriber {
    /// Everything heard so far.
    pub fn heard(&self) -> Vec<Message> {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines = text.lines().filter_map(|line| {
            let (topic, rest) = line.split_once('\t')?;
            let (retained, payload) = rest.split_once('\t')?;
            Some(Message { topic: topic.to_owned(), retained: retained == "1", payload: payload.to_owned() })
        });
        lines.collect()
    }

    /// Waits until the newest message of a topic of the office fits.
    pub async fn hears(&self, topic: &str, fits: impl Fn(&str) -> bool) -> Message {
        let topic = format!("miasto/urzad-miejski/{topic}");
        let begun = Instant::now();
        loop {
            let newest = self.heard().into_iter().rfind(|message| message.topic == topic);
            if let Some(message) = newest.filter(|message| fits(&message.payload)) {
                return message;
            }
            assert!(begun.elapsed() < PATIENCE, "never heard on {topic}: {:#?}", self.heard());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// As [`Self::hears`], for JSON.
    pub async fn hears_json(&self, topic: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let read = |payload: &str| serde_json::from_str::<Value>(payload).ok();
        let message = self.hears(topic, |payload| read(payload).is_some_and(|value| fits(&value))).await;
        read(&message.payload).expect("JSON")
    }
}

fn run(folder: &Path, port: u16) -> Process {
    let mut command = Command::new("/usr/sbin/mosquitto");
    command.arg("-c").arg(folder.join("mosquitto.conf"));
    let process = Process::run(command, &folder.join("mosquitto.log"));
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < PATIENCE, "mosquitto does not start\n{}", process.tail());
        std::thread::sleep(Duration::from_millis(10));
    }
    process
}
