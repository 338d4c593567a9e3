//! `okienko`: one binary for the whole house. The commands stand in [`cli`]; each has a file of its own.

mod cli;
mod demo;
mod failure;
mod logging;
mod rebuild;
mod sample;
mod serve;
mod server;
mod settings;
mod setup_link;
mod speech_command;
mod staff;
mod terminal;
mod transport;
mod vectors;

use clap::Parser;
use cli::{Cli, Command, StaffCommand};
use failure::Failure;
use settings::Settings;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("okienko: {failure}");
            ExitCode::from(failure.code())
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let environment =
        || std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let settings = || Settings::read(cli.config.as_deref(), environment());
    match cli.command {
        Command::Serve => {
            let settings = settings()?;
            logging::begin();
            serve::run(&settings)
        }
        Command::Demo(options) => {
            logging::begin();
            demo::run(&options)
        }
        Command::Import { file, confirm } => {
            transport::import(&settings()?.store()?, &file, confirm).map(|words| terminal::say(&words))
        }
        Command::Export { file } => transport::export(&settings()?.store()?, &file),
        Command::Vectors { file } => vectors::print(&file),
        Command::Rebuild => rebuild::run(&settings()?.store()?),
        Command::Staff(StaffCommand::Password { login }) => staff::password(&settings()?.store()?, &login),
        Command::Staff(StaffCommand::SetupLink { login }) => {
            let settings = settings()?;
            setup_link::run(&settings.store()?, &settings.public_url, login.as_deref())
        }
        Command::Speech(command) => speech_command::run(&command),
        Command::Migrate => settings()?.store().map(|_| terminal::say("The schema is up to date.")),
    }
}
