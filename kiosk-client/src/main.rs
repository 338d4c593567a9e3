//! `okienko-kiosk`: the agent on the kiosk computer.

use clap::Parser;
use okienko_kiosk::cli::{Cli, Command};
use okienko_kiosk::settings::Settings;
use okienko_kiosk::{Failure, logging};
use std::process::ExitCode;

fn main() -> ExitCode {
    match begin(&Cli::parse()) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("okienko-kiosk: {failure}");
            ExitCode::from(failure.code())
        }
    }
}

fn begin(cli: &Cli) -> Result<ExitCode, Failure> {
    let environment =
        std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let settings = Settings::read(&cli.given, environment)?;
    match cli.command {
        Some(Command::Check) => {
            print!("{}", settings.shown()?);
            Ok(ExitCode::SUCCESS)
        }
        None => {
            logging::begin();
            okienko_kiosk::run(settings)
        }
    }
}
