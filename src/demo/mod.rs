//! `okienko demo`: the sample office, ready to use.

mod card;
mod opening;
mod secrets;
mod setup;
mod visitors;

use crate::cli::DemoOptions;
use crate::failure::Failure;
use crate::server::{Server, bind};
use crate::settings::Speech;
use crate::terminal::say;
use okienko_mail::Post;
use okienko_queue::office::OfficeFile;
use okienko_queue::throttle::CITY;
use okienko_store::Store;
use okienko_web::WebSettings;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use visitors::Town;

/// Threads that answer HTTP; a demo shares its machine.
const WORKERS: usize = 2;

/// Shows the sample office until it is told to end.
///
/// # Errors
/// Exit code 1 with the reason.
pub fn run(options: &DemoOptions) -> Result<(), Failure> {
    let data = folder(&options.data)?;
    let store = Store::open(&database(&data))?;
    let sample = crate::sample::office()?;
    let known = setup::sample_office(&store, &sample, &data)?;
    let opening = opening::clock(&store, &sample, options)?;
    let listener = bind(&options.listen)?;
    let address = listener.local_addr().map_err(|error| Failure::undone(format!("{}: {error}", options.listen)))?;
    let speech = Speech::default().speaker()?;
    let mail_dir = data.join("mail");
    let media = folder(&data.join("media"))?;
    let base_url = base_url(address);
    let server = Server {
        store,
        ways: Post::folder(&mail_dir).map_err(|fault| Failure::undone(fault.to_string()))?.into(),
        clock: opening.clock.clone(),
        throttle: CITY,
        listener,
        workers: WORKERS,
        signs: okienko_signs::Settings::default(),
        web: WebSettings {
            demo: true,
            base_url: base_url.clone(),
            speech,
            media: Some(media),
            ..WebSettings::default()
        },
    };
    let mut town = None;
    server.run(|_| {
        let card = card::Card::new(&base_url, &sample, &known, &mail_dir);
        card.write(&data)?;
        say(&card.for_a_person(&opening.words));
        if options.visitors {
            town = Some(wake(base_url.clone(), sample.clone(), &known, opening.clock, options.seed)?);
        }
        Ok(())
    })
}

fn wake(
    base_url: String,
    sample: OfficeFile,
    known: &secrets::Known,
    clock: okienko_actors::OfficeClock,
    seed: u64,
) -> Result<Town, Failure> {
    let unknown =
        || Failure::undone("--visitors needs the tokens and passwords of the office; this folder does not know them");
    let people = visitors::Keys::from_known(known).ok_or_else(unknown)?;
    Town::wake(base_url, sample, people, clock, seed)
}

/// The folder, there and with its full name.
fn folder(data: &Path) -> Result<PathBuf, Failure> {
    let made = std::fs::create_dir_all(data).and_then(|()| data.canonicalize());
    made.map_err(|error| Failure::undone(format!("{}: {error}", data.display())))
}

fn database(data: &Path) -> String {
    let given = std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty());
    given.unwrap_or_else(|| format!("sqlite:{}", data.join("okienko.db").display()))
}

/// The address a browser of this machine uses.
fn base_url(address: SocketAddr) -> String {
    let port = address.port();
    match address {
        _ if address.ip().is_unspecified() => format!("http://127.0.0.1:{port}"),
        _ => format!("http://{address}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_browser_is_sent_to_an_address_that_exists() {
        assert_eq!(base_url("0.0.0.0:8080".parse().unwrap()), "http://127.0.0.1:8080");
        assert_eq!(base_url("[::1]:80".parse().unwrap()), "http://[::1]:80");
    }
}
