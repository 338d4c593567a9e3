//! The real server as a child process, with its output kept for the hour of need.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

/// One running `okienko`. It dies with the test that started it, whatever happens to the test.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts the binary; its output is appended to `log`. `database` is the value of `DATABASE_URL`, if any.
    pub fn start(arguments: &[&str], database: Option<&str>, log: &Path) -> Self {
        Self::start_with(arguments, database, &[], log)
    }

    /// As [`Self::start`], with settings in the environment.
    pub fn start_with(arguments: &[&str], database: Option<&str>, settings: &[(&str, &str)], log: &Path) -> Self {
        let open = || File::options().create(true).append(true).open(log).expect("the log file of the server");
        let mut command = Command::new(binary());
        command.args(arguments).stdin(std::process::Stdio::null()).stdout(open()).stderr(open());
        command.env_remove("DATABASE_URL").env("NO_COLOR", "1");
        command.envs(settings.iter().copied());
        if let Some(url) = database {
            command.env("DATABASE_URL", url);
        }
        Self::run(command, log)
    }

    /// Starts any program, its output appended to `log`.
    pub fn run(mut command: Command, log: &Path) -> Self {
        let open = || File::options().create(true).append(true).open(log).expect("the log file of the program");
        command.stdin(std::process::Stdio::null()).stdout(open()).stderr(open());
        // SAFETY: prctl is async-signal-safe and touches nothing of this process.
        unsafe {
            command.pre_exec(|| {
                libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
                Ok(())
            });
        }
        let child = command.spawn().unwrap_or_else(|why| panic!("{command:?} does not start: {why}"));
        Self { child, log: log.to_owned() }
    }

    /// The exit status, if the process has ended by itself.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("the state of the server process")
    }

    /// SIGKILL: a power cut for the process.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM, then up to 20 s for a graceful end.
    pub fn stop(&mut self) -> ExitStatus {
        let pid = libc::pid_t::try_from(self.child.id()).expect("a process id");
        // SAFETY: a signal to our own child, which has not been waited for.
        unsafe { libc::kill(pid, libc::SIGTERM) };
        let begun = Instant::now();
        loop {
            if let Some(status) = self.ended() {
                return status;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "SIGTERM did not end the server in 20 s\n{}",
                self.tail()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The last 60 lines the server wrote.
    pub fn tail(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(60)..].join("\n")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Runs one command of the binary to its end and insists on success.
pub fn runs(arguments: &[&str], database: &str) {
    let output = Command::new(binary()).args(arguments).env("DATABASE_URL", database).output();
    let output = output.expect("the binary starts");
    assert!(output.status.success(), "okienko {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The server binary: `OKIENKO_BIN`, or what `cargo build` left in the target folder.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("OKIENKO_BIN") {
        return PathBuf::from(path);
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let path = target.join("debug/okienko");
    assert!(
        path.exists(),
        "{} is missing: run `cargo build` first, or `tests/run`, or set OKIENKO_BIN",
        path.display()
    );
    path
}

/// The root folder of the source tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the source tree").to_owned()
}
