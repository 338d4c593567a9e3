//! The server: settings, what all requests share, and how it is started and drained.

use crate::api::boards;
use crate::guard::{Guard, GuardSettings};
use crate::metrics::{Counts, Gauge};
use crate::provider::Line;
use crate::screens::Screens;
use crate::sign_on::SignOns;
use crate::speaking::Lanes;
use crate::streams::{StreamLimits, Streams};
use crate::tokens::Tokens;
use crate::walls::Walls;
use crate::{dispatch, headers};
use actix_web::dev::Server;
use actix_web::http::header::HeaderValue;
use actix_web::{App, HttpServer, middleware, web};
use okienko_actors::Office;
use okienko_openid::Provider;
use okienko_speech::Speaker;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Seconds that open requests and sockets get to end when the server stops.
const SHUTDOWN_SECONDS: u64 = 10;

/// Settings of the web.
#[derive(Clone, Debug, Default)]
pub struct WebSettings {
    /// A demonstration: allows `POST /demo/clock`.
    pub demo: bool,
    /// The address the office is reached under, without a slash at the end; `https:` turns on HSTS and secure cookies.
    pub base_url: String,
    /// Whether a reverse proxy stands in front, which adds the caller's address to `X-Forwarded-For`.
    pub trust_proxy: bool,
    /// Sites that may show the booking in a frame (law line 32), e.g. `https://www.miasto.example`; empty = none.
    pub frame_ancestors: Vec<String>,
    /// The office's declaration of accessibility elsewhere; without it `/accessibility` is linked from every page of the citizen.
    pub declaration_url: Option<String>,
    /// The office's clause of Art. 13 GDPR elsewhere; without it `/privacy` is linked from every page of the citizen.
    pub privacy_url: Option<String>,
    /// The folder of pictures and films that boards show; none unless it is set.
    pub media: Option<PathBuf>,
    /// Against slot trading and bots; off unless it is set.
    pub guard: GuardSettings,
    /// How many live pages of tickets there may be.
    pub streams: StreamLimits,
    /// What other rooms let `/metrics` tell.
    pub gauges: Vec<Gauge>,
    /// What speaks calls on the screens; without it they are shown only.
    pub speech: Option<Arc<Speaker>>,
    /// The identity provider by which staff may sign on; none unless it is set up.
    pub openid: Option<Arc<Provider>>,
    /// Ends sockets and readiness when the process is about to stop; keep a clone.
    pub drain: Drain,
}

impl WebSettings {
    /// Whether the office is reached by TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// A switch that is turned once: the process is about to stop. Clones share it.
#[derive(Clone, Debug)]
pub struct Drain(Arc<watch::Sender<bool>>);

impl Default for Drain {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Drain {
    /// From now on `/readyz` says no, and every socket is closed with 1001 so that its screen finds another node.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// Whether it has begun.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it begins.
    pub(crate) async fn begun(&self) {
        let mut changes = self.0.subscribe();
        // An error would mean that every sender is gone; we hold one.
        let _ = changes.wait_for(|begun| *begun).await;
    }
}

/// What all requests of a process share.
pub(crate) struct State {
    pub office: Office,
    pub settings: WebSettings,
    pub tokens: Tokens,
    pub screens: Screens,
    pub sign_ons: SignOns,
    pub provider: Line,
    pub counts: Counts,
    pub streams: Arc<Streams>,
    pub walls: Walls,
    pub guard: Guard,
    pub speaking: Lanes,
    pub policy: HeaderValue,
    pub screen_policy: HeaderValue,
}

impl State {
    /// Everything for a fresh process.
    pub fn new(office: Office, settings: WebSettings) -> Self {
        let described = settings.clone();
        office.describe_boards(move |office, board| boards::described(office, board, &described));
        Self {
            policy: headers::policy(&settings),
            screen_policy: headers::screen_policy(&settings),
            streams: Streams::new(settings.streams),
            walls: Walls::default(),
            guard: Guard::new(&settings.guard),
            speaking: Lanes::default(),
            office,
            settings,
            tokens: Tokens::default(),
            screens: Screens::default(),
            sign_ons: SignOns::default(),
            provider: Line::default(),
            counts: Counts::default(),
        }
    }
}

/// Builds the server over a bound listener; it runs when it is awaited (or spawned) inside an actix system. Signals are the caller's:
/// begin [`WebSettings::drain`], stop the office, then `handle().stop(true)`.
///
/// # Errors
/// When the listener cannot be used.
pub fn server(office: Office, settings: WebSettings, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let state = web::Data::new(State::new(office, settings));
    let app =
        move || App::new().app_data(state.clone()).wrap(middleware::Compress::default()).configure(dispatch::mount);
    let server = HttpServer::new(app)
        .workers(workers.max(1))
        .tcp_nodelay(true)
        .keep_alive(Duration::from_secs(75))
        // Who closes its end is gone: a live page gives its place back at once.
        .h1_allow_half_closed(false)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}
