//! `okienko serve`: the office that was imported.

use crate::failure::Failure;
use crate::server::{Server, bind};
use crate::settings::{Mail, Settings, check_openid};
use crate::terminal::say;
use crate::{setup_link, staff, transport};
use okienko_actors::OfficeClock;
use okienko_openid::Provider;
use okienko_queue::office::OfficeFile;
use okienko_web::WebSettings;
use std::io::IsTerminal;
use std::sync::Arc;

/// Serves until it is told to end.
///
/// # Errors
/// Exit code 1 with the reason, also when no office was imported.
pub fn run(settings: &Settings) -> Result<(), Failure> {
    let store = settings.store()?;
    let office = transport::configured(&store)?.ok_or_else(nothing_to_serve)?;
    // An import that was cut short after the document is made whole here.
    let without_password = staff::follow(&mut store.appender()?, &office)?;
    if !without_password.is_empty() {
        tracing::warn!(
            people = without_password.len(),
            "staff without a password cannot sign on: okienko staff password LOGIN"
        );
    }
    // On the terminal of whoever starts the server; a journal or a container's log travels.
    if std::io::stdout().is_terminal()
        && let Some(words) = setup_link::if_nobody_can_sign_on(&store, &settings.public_url, &office)?
    {
        say(&words);
    }
    if !matches!(settings.mail, Mail::Smtp(_)) {
        tracing::warn!("letters do not leave this machine: set [mail] transport and url");
    }
    let speech = settings.speech.speaker()?;
    if speech.is_none() {
        tracing::warn!("calls are shown and not spoken: install espeak-ng, or name a folder of clips in [speech] pack");
    }
    let openid = provider(settings, &office)?;
    let listener = bind(&settings.listen)?;
    let server = Server {
        store,
        ways: settings.ways()?,
        clock: OfficeClock::real(),
        throttle: settings.throttle,
        listener,
        workers: settings.workers,
        signs: settings.signs.clone(),
        web: WebSettings { speech, openid, ..web(settings) },
    };
    server.run(|_| {
        tracing::info!(listen = %settings.listen, public_url = %settings.public_url, "ready");
        Ok(())
    })
}

/// The identity provider, with all that its groups are given there in the office.
fn provider(settings: &Settings, office: &OfficeFile) -> Result<Option<Arc<Provider>>, Failure> {
    let Some(openid) = &settings.openid else { return Ok(None) };
    // Who comes by such a group is refused or gets less; kiosks and desks need not stand still for it.
    if let Err(failure) = check_openid(openid, office) {
        tracing::error!(%failure, "some groups of the identity provider are given what the office does not have");
    }
    let back = format!("{}/sign-on/openid/return", settings.public_url);
    let provider = Provider::new(openid.clone(), &back);
    provider.map(|one| Some(Arc::new(one))).map_err(|words| Failure::unreadable(format!("[openid] {words}")))
}

fn web(settings: &Settings) -> WebSettings {
    let around = settings.surroundings.clone();
    WebSettings {
        demo: false,
        base_url: settings.public_url.clone(),
        trust_proxy: around.trust_proxy,
        frame_ancestors: around.frame_ancestors,
        declaration_url: around.declaration_url,
        privacy_url: around.privacy_url,
        media: around.media,
        guard: settings.guard,
        streams: settings.streams,
        ..WebSettings::default()
    }
}

fn nothing_to_serve() -> Failure {
    Failure::undone(
        "there is no office in this database yet. Import one with `okienko import FILE`, set passwords with \
         `okienko staff password LOGIN`, then serve; `okienko demo` shows a sample office at once",
    )
}
