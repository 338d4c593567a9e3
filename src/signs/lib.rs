//! Calls for what is not a screen: LED signs over TCP and serial lines, and an MQTT broker. Both are off until a setting names them.
//!
//! One task a department looks at its confirmed state whenever something has changed, and puts what it saw into one picture of
//! the office. One task a line of signs, and one for the broker, send what differs from what they sent last. Between the two
//! lies a single place where the newest picture replaces the one before, so whoever is slow misses pictures and holds nobody up;
//! all of it runs on a thread of its own. What is sent is what boards show: code and desk, never a name (R33).

mod arrows;
mod broker;
mod encoding;
mod feed;
mod field;
mod health;
mod line;
mod link;
mod messages;
mod pause;
mod picture;
mod sign;
mod template;
mod transport;
mod wire;

pub use broker::{BROKER_KEYS, Broker};
pub use health::Gauge;
pub use sign::{SIGN_KEYS, Sign};

use health::Health;
use okienko_actors::Office;
use picture::Picture;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;
use wire::Wire;

/// How long the first picture may take to be whole; then whatever is known is shown.
const FIRST_LOOK: Duration = Duration::from_secs(5);
/// How long the broker may take to hear that the office goes offline.
const FAREWELL: Duration = Duration::from_secs(2);

/// What is to be fed.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// LED signs; none unless they are set up.
    pub signs: Vec<Sign>,
    /// The MQTT broker; none unless it is set up.
    pub broker: Option<Broker>,
}

/// The signs of a running office.
pub struct Signs {
    stop: watch::Sender<bool>,
    ended: oneshot::Receiver<()>,
    gauges: Vec<Gauge>,
}

impl Signs {
    /// Begins to feed what is set up, on a thread of its own; `None` when nothing is.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(office: &Office, settings: Settings) -> std::io::Result<Option<Self>> {
        if settings.signs.is_empty() && settings.broker.is_none() {
            return Ok(None);
        }
        sign::warn_of_strangers(&settings.signs, &office.catalogue());
        let wires = wires(settings.signs);
        let broker = settings.broker.map(|broker| (Health::new("okienko_mqtt_online", broker.name()), broker));
        let watched =
            wires.iter().map(|wire| wire.health.gauge()).chain(broker.iter().map(|(health, _)| health.gauge()));
        let gauges = watched.collect();
        let (stop, stopped) = watch::channel(false);
        let (end, ended) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let office = office.clone();
        std::thread::Builder::new().name("signs".into()).spawn(move || {
            runtime.block_on(run(office, wires, broker, stopped));
            // Nobody listens any more when the process ends without a farewell.
            let _ = end.send(());
            // A serial line that hangs must not hold the end up.
            runtime.shutdown_background();
        })?;
        Ok(Some(Self { stop, ended, gauges }))
    }

    /// Whether each line and the broker answer, for whoever watches.
    pub fn gauges(&self) -> Vec<Gauge> {
        self.gauges.clone()
    }

    /// Tells the broker that the office goes offline, and ends. Signs keep what they show: the next start corrects them.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        // An error is the end of patience, or a thread that ended before.
        let _ = timeout(FAREWELL, self.ended).await;
    }
}

async fn run(office: Office, wires: Vec<Wire>, broker: Option<(Health, Broker)>, mut stopped: watch::Receiver<bool>) {
    let (tell, mut told) = watch::channel(Picture::of(&office));
    tokio::spawn(feed::follow(office, tell));
    // An error is the end of patience: a department that is out of service must not blank the others.
    let _ = timeout(FIRST_LOOK, told.wait_for(Picture::is_whole)).await;
    for wire in wires {
        tokio::spawn(wire.keep(told.clone()));
    }
    match broker {
        Some((health, broker)) => broker.keep(health, told, stopped).await,
        // An error means that whoever could stop us is gone.
        None => drop(stopped.wait_for(|stop| *stop).await),
    }
}

/// Signs at one address share its line, as on a bus: a converter or an adapter has room for one caller.
fn wires(signs: Vec<Sign>) -> Vec<Wire> {
    let mut lines: BTreeMap<String, Vec<Sign>> = BTreeMap::new();
    for sign in signs {
        lines.entry(sign.transport.to_string()).or_default().push(sign);
    }
    lines.into_values().filter_map(Wire::of).collect()
}
