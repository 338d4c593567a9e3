//! espeak-ng, a program of this computer under the GPL: started for each text, spoken to over its standard input, never linked. No
//! shell, no text among its arguments; what it writes is bounded, and it is ended when it takes too long.

use crate::fault::SpeechFault;
use crate::language::Language;
use crate::sound::Sound;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The program's usual name.
const PROGRAM: &str = "espeak-ng";
/// What it sees of the server's environment.
const KEPT: [&str; 2] = ["PATH", "ESPEAK_DATA_PATH"];
/// How long a call may take, which a hall waits for; it takes a twentieth of a second unless the computer is very busy.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long anything may take that nobody waits for.
const LONG_PATIENCE: Duration = Duration::from_secs(60);
/// The largest WAV that is taken: 47 s.
const MOST_WAV: u64 = 2 * 1024 * 1024;

/// A voice in several languages.
#[derive(Clone, Debug)]
pub struct Voice {
    program: PathBuf,
    version: String,
    languages: Vec<Language>,
    patience: Duration,
}

impl Voice {
    /// espeak-ng, where it is installed and speaks.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::of(Path::new(PROGRAM))
    }

    /// A program that is spoken to like espeak-ng; nothing when it is not there or has no voice of our languages.
    #[must_use]
    pub fn of(program: &Path) -> Option<Self> {
        let ask = |question: &str| {
            let mut command = Command::new(program);
            command.arg(question);
            run(command, "", LONG_PATIENCE).map(|said| String::from_utf8_lossy(&said).into_owned())
        };
        let (version, voices) = (ask("--version").ok()?, ask("--voices").ok()?);
        let version = version.split("Data at").next().unwrap_or_default().trim().to_owned();
        let there =
            |language: &Language| voices.lines().any(|line| line.split_whitespace().nth(1) == Some(name(*language)));
        let languages = Language::ALL.into_iter().filter(there).collect();
        let voice = Self { program: program.to_owned(), version, languages, patience: PATIENCE };
        (!voice.languages.is_empty()).then_some(voice)
    }

    /// What speaks, in the program's own words.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The languages that it has a voice of.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The same voice, for work that nobody waits for.
    pub(crate) fn patient(&self) -> Self {
        Self { patience: LONG_PATIENCE, ..self.clone() }
    }

    /// A text as a levelled sound. Blocks for a twentieth of a second, at worst for ten seconds.
    ///
    /// # Errors
    /// When the program fails, takes too long, or says nothing.
    pub fn say(&self, language: Language, text: &str) -> Result<Sound, SpeechFault> {
        let mut command = Command::new(&self.program);
        command.args(["-v", name(language), "-s", speed(language), "-b", "1", "--stdin", "--stdout"]);
        Sound::read(&whole(run(command, text, self.patience)?))?.levelled()
    }
}

/// The program's voice of a language.
fn name(language: Language) -> &'static str {
    match language {
        Language::Polish => "pl",
        Language::English => "en-gb",
        Language::Ukrainian => "uk",
    }
}

/// Words a minute, by the program's own count: what a hall with an echo and many tired people needs, where conversation is 160 and more.
/// Its Ukrainian says the same sentence in two thirds of the time that its Polish takes, and gets a slower pace.
fn speed(language: Language) -> &'static str {
    match language {
        Language::Polish | Language::English => "135",
        Language::Ukrainian => "105",
    }
}

fn run(mut command: Command, text: &str, patience: Duration) -> Result<Vec<u8>, SpeechFault> {
    let fault = |error: std::io::Error| SpeechFault::new(format!("the speech program: {error}"));
    // The server's settings, and the passwords among them, are none of its business.
    command.env_clear();
    command.envs(KEPT.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(fault)?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    // A text is far smaller than a pipe: writing it never waits. A program that does not read it may end without it.
    drop(input.map(|mut input| input.write_all(text.as_bytes())));
    let (done, wait) = mpsc::channel();
    let read = move || {
        let mut all = Vec::new();
        let ended = output.map(|output| output.take(MOST_WAV).read_to_end(&mut all));
        let _ = done.send(ended.is_some_and(|ended| ended.is_ok()).then_some(all));
    };
    std::thread::spawn(read);
    let said = wait.recv_timeout(patience);
    if said.is_err() {
        let _ = child.kill();
    }
    let status = child.wait().map_err(fault)?;
    match said {
        Ok(Some(said)) if status.success() => Ok(said),
        Ok(_) => Err(SpeechFault::new(format!("the speech program failed ({status})"))),
        Err(_) => Err(SpeechFault::new(format!("the speech program took longer than {} s", patience.as_secs()))),
    }
}

/// The same WAV with its true length: espeak-ng writes the largest one there is, as it does not know it when it begins.
fn whole(mut wav: Vec<u8>) -> Vec<u8> {
    const HEADER: usize = 44;
    let held = u32::try_from(wav.len().saturating_sub(HEADER)).unwrap_or(0);
    if let Some(length) = wav.get_mut(HEADER - 4..HEADER) {
        // Whole samples of two bytes.
        length.copy_from_slice(&(held - held % 2).to_le_bytes());
    }
    wav
}
