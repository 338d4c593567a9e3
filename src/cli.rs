//! The commands, as a person types them.

use clap::{Args, Parser, Subcommand};
use okienko_queue::time::{Instant, millis};
use okienko_speech::Language;
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  done, or ended by SIGTERM / SIGINT after what was in hand was finished
  1  could not be done; standard error says why (database in use or away, address taken, problems in a file)
  2  not understood: an unknown option or setting, or a file that cannot be read

Settings come from a TOML file (--config, else ./okienko.toml if it is there), then the environment:
  OKIENKO__SECTION__KEY, for example OKIENKO__SERVER__LISTEN=0.0.0.0:8080, and DATABASE_URL
  [server]   listen, public_url, workers
  [database] url                 sqlite:PATH or postgres://user:password@host/database
  [mail]     transport (smtp, folder or memory), url, folder
  [kiosk]    throttle_entries, throttle_minutes
  [web]      trust_proxy, frame_ancestors, declaration_url, privacy_url
  [boards]   media (the folder of pictures and films that boards show; png, jpg, webp, svg, mp4, webm)
  [guard]    enabled, bookings, changes, link_changes, soft_bookings, soft_office_bookings (each at once, and with
             _per_hour), soft_minutes, proof, proof_bits, keys, streams, streams_per_link
  [sms]      transport (off, smsapi, http or folder), url, token, from, folder, method, headers, body, success
  [speech]   pack (a folder of clips), engine (espeak-ng or off); without either espeak-ng speaks where it is installed
  [openid]   issuer, client_id, client_secret or client_secret_file, name, scopes, login_claim, groups_claim, ca; with
             [[openid_roles]] group, role, departments, desk: staff sign on through the city's identity provider
RUST_LOG sets what is logged, for example RUST_LOG=info.";

/// A real-time queue server for public offices.
#[derive(Debug, Parser)]
#[command(name = "okienko", version, after_help = EXIT_CODES)]
pub struct Cli {
    /// Settings file; without it ./okienko.toml if there is one.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the office that was imported.
    Serve,
    /// Serve the sample office, ready to use; nothing to set up.
    Demo(DemoOptions),
    /// Check an office's configuration and put it to use, all or nothing.
    Import {
        /// A TOML file as `export` writes it.
        file: PathBuf,
        /// Import also what leaves somebody who waits or has booked without a desk; it is named first.
        #[arg(long)]
        confirm: bool,
    },
    /// Write the office's configuration as a file that a person can edit.
    Export {
        /// Where to; `-` for standard output.
        file: PathBuf,
    },
    /// Run call-order vectors through the core and print what was called.
    Vectors {
        /// A JSON file in the format of `call-order.json`.
        file: PathBuf,
    },
    /// Derive the read model of visits from the journal again; stop the servers first.
    Rebuild,
    /// Look after staff.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Sounds of the lobby: a pack of clips, its check, the gong.
    #[command(subcommand)]
    Speech(SpeechCommand),
    /// Bring the database's schema up to date, as every start does.
    Migrate,
}

/// Looking after staff.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Set a password, read from standard input (one line).
    Password {
        /// Whose.
        login: String,
    },
    /// Make a link by which an administrator sets a password, once, within a day.
    SetupLink {
        /// Whose; without it the first administrator's, who is added to the office if there is none.
        login: Option<String>,
    },
}

/// Sounds of the lobby.
#[derive(Debug, Subcommand)]
pub enum SpeechCommand {
    /// Make a pack of clips with espeak-ng: all letters, 0 to 999, the words of a call. What is there already stays.
    #[command(after_help = PACKS)]
    Render {
        /// The folder; made if it is not there.
        dir: PathBuf,
        /// Languages, with commas between them.
        #[arg(long, value_name = "LANG", value_delimiter = ',', default_value = "pl,en,uk", value_parser = language)]
        lang: Vec<Language>,
        /// Only these clips, with commas between them, such as n-7,letter-U,desk,word-kasa.
        #[arg(long, value_name = "KEY", value_delimiter = ',')]
        only: Option<Vec<String>>,
    },
    /// Judge a pack: everything there, 0.15 to 3 s long, loudest at -9 to -1 dBFS, nothing silent or cut off.
    #[command(after_help = PACKS)]
    Check {
        /// The folder.
        dir: PathBuf,
    },
    /// Write the gong that stands before a call, as in displays/lobby/chime.wav.
    Chime {
        /// A WAV file.
        file: PathBuf,
    },
}

const PACKS: &str = "\
A pack is a folder: DIR/LANG/KEY.wav, one fragment a file, 22050 samples a second (sox IN.wav -r 22050 -c 1 -b 16 OUT.wav).
Keys: number, desk (the words), and (English), letter-A to letter-Z, n-0 to n-999, word-kasa (a word of a desk's label).
A person who records fragments needs n-0 to n-19, n-20 to n-90 by tens and n-100 to n-900 by hundreds: n-231 is put together of
n-200, n-30 and n-1 where it is missing. Loudness is levelled and silence cut off when a call is put together.
The server speaks from a pack that is named in [speech] pack, or OKIENKO__SPEECH__PACK.
Exit code of check: 0 all is well, 1 something is wrong, and what it is.";

/// How the sample office is shown.
#[derive(Debug, Args)]
pub struct DemoOptions {
    /// Where its database, letters, passwords and demo.json lie.
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    pub data: PathBuf,
    /// Address to listen on; port 0 picks a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// Office time to start at, such as 2026-11-23T08:00:00+01:00.
    #[arg(long, value_name = "RFC3339", value_parser = instant)]
    pub start_at: Option<Instant>,
    /// How many times faster than real time the office clock runs.
    #[arg(long, value_name = "N", default_value = "1", value_parser = speed)]
    pub speed: f64,
    /// Let simulated citizens and clerks use the office over HTTP.
    #[arg(long)]
    pub visitors: bool,
    /// Seed of the visitors' chance.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

fn language(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| "write pl, en or uk".into())
}

fn instant(text: &str) -> Result<Instant, String> {
    let read = chrono::DateTime::parse_from_rfc3339(text);
    read.map(|at| millis(at.to_utc())).map_err(|_| "write an instant such as 2026-11-23T08:00:00+01:00".into())
}

fn speed(text: &str) -> Result<f64, String> {
    let fits = |speed: &f64| (0.01..=10_000.0).contains(speed);
    text.parse().ok().filter(fits).ok_or_else(|| "write a number from 0.01 to 10000".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn a_speed_or_an_instant_that_cannot_be_is_refused_with_advice() {
        assert!(speed("60").is_ok() && speed("0").is_err() && speed("NaN").is_err() && speed("fast").is_err());
        assert!(instant("2026-11-23T08:00:00+01:00").is_ok() && instant("2026-11-23 08:00").is_err());
    }
}
