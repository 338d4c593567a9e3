//! The commands of `okienko-kiosk`.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// The agent on the kiosk computer: serves the touch screen, owns the printer, survives the network.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    /// Without a command the agent runs.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What stands above the file and the environment.
    #[command(flatten)]
    pub given: Given,
}

/// Commands other than running.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prints the settings in force, without secrets, and ends.
    Check,
}

/// Settings of the command line.
#[derive(Args, Clone, Debug, Default)]
pub struct Given {
    /// The file of settings [default: /etc/okienko-kiosk.toml, if there is one].
    #[arg(long, global = true)]
    pub config: Option<PathBuf>,
    /// Where the server is, e.g. https://kolejka.example.
    #[arg(long, global = true)]
    pub server: Option<String>,
    /// Where the touch screen is served.
    #[arg(long, global = true)]
    pub listen: Option<String>,
    /// The folder of the journal and of the device token.
    #[arg(long, global = true)]
    pub state: Option<PathBuf>,
    /// Writes each paper as PNG into a folder in place of printing.
    #[arg(long, global = true, value_name = "DIR")]
    pub simulate_printer: Option<PathBuf>,
}
