//! An MQTT broker that is told everything, retained: `mqtt://host:1883`, protocol 3.1.1.

use crate::health::Health;
use crate::messages::Topics;
use crate::pause::Pause;
use crate::picture::Picture;
use rumqttc::{
    AsyncClient, ClientError, Event, EventLoop, LastWill, MqttOptions, NetworkOptions, Outgoing, Packet, QoS,
};
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

/// The keys of `[mqtt]`.
pub const BROKER_KEYS: &[&str] = &["url", "user", "password", "prefix"];

/// The port of brokers.
const PORT: u16 = 1883;
/// Messages on their way at most; while it is full the newest picture waits, and only that one.
const QUEUE: usize = 16;
/// A broker that hears nothing for one and a half times as long tells the last will.
const KEEP_ALIVE: Duration = Duration::from_secs(10);
/// Largest message taken, and sent.
const MESSAGE: (usize, usize) = (16 * 1024, 1024 * 1024);
const ONLINE: &str = "online";
const OFFLINE: &str = "offline";

/// Where a broker is and how to speak to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Broker {
    host: String,
    port: u16,
    user: Option<(String, String)>,
    prefix: String,
}

/// How a session ended.
enum End {
    /// We were told to end.
    Stopped,
    /// The broker is away.
    Lost(String),
}

impl Broker {
    /// A broker from the keys of its section; `None` without an address.
    ///
    /// # Errors
    /// What is wrong, beginning with the key; values, which may be secrets, are not repeated.
    pub fn read(given: &BTreeMap<String, String>) -> Result<Option<Self>, String> {
        let text = |key: &str| given.get(key).map(String::as_str);
        let Some(url) = text("url") else {
            return if given.is_empty() {
                Ok(None)
            } else {
                Err("url: is missing, such as mqtt://broker.example:1883".into())
            };
        };
        let wrong =
            || "url: must be mqtt://HOST:1883; TLS is a matter of a broker beside the server that passes on".to_owned();
        let rest = url.strip_prefix("mqtt://").map(|rest| rest.trim_end_matches('/')).ok_or_else(wrong)?;
        let (login, host) = rest.rsplit_once('@').map_or((None, rest), |(login, host)| (Some(login), host));
        let (host, port) = host_and_port(host).ok_or_else(wrong)?;
        let in_url = login.map(|login| login.split_once(':').unwrap_or((login, "")));
        if login.is_some_and(|login| login.contains(['%', '@'])) {
            return Err("url: a user or password with special letters is given in user and password of its own".into());
        }
        let user = match (in_url, text("user"), text("password")) {
            (Some(_), Some(_), _) | (Some(_), _, Some(_)) => Err("user, password: stand in url already"),
            (None, None, Some(_)) => Err("password: needs user"),
            (in_url, user, password) => Ok(in_url.or_else(|| Some((user?, password.unwrap_or_default())))),
        };
        let user = user?.map(|(user, password)| (user.to_owned(), password.to_owned()));
        let prefix = text("prefix").unwrap_or("okienko").trim_matches('/');
        if prefix.is_empty() || prefix.len() > 100 || prefix.starts_with('$') || prefix.contains(['+', '#', '\0']) {
            return Err("prefix: must be 1 to 100 letters without + and #, and not begin with $".into());
        }
        Ok(Some(Self { host, port, user, prefix: prefix.to_owned() }))
    }

    /// Its address without anything secret.
    pub(crate) fn name(&self) -> String {
        format!("mqtt://{}:{}", self.host, self.port)
    }

    /// Tells it every picture, and says farewell at the end.
    pub(crate) async fn keep(
        self,
        mut health: Health,
        told: watch::Receiver<Picture>,
        mut stop: watch::Receiver<bool>,
    ) {
        let mut pause = Pause::default();
        loop {
            let begun = Instant::now();
            match self.session(&mut health, told.clone(), &mut stop).await {
                End::Stopped => return,
                End::Lost(why) => health.off(&why),
            }
            tokio::select! {
                () = sleep(pause.after(begun.elapsed())) => {}
                () = stopped(&mut stop) => return,
            }
        }
    }

    /// One connection. Nothing is kept from one to the next: all is told anew, so the last word is always the newest.
    async fn session(
        &self,
        health: &mut Health,
        told: watch::Receiver<Picture>,
        stop: &mut watch::Receiver<bool>,
    ) -> End {
        let topics = Topics::of(&self.prefix, &told.borrow().office.office.id);
        let (client, mut events) = AsyncClient::new(self.options(&topics), QUEUE);
        let mut network = NetworkOptions::new();
        network.set_tcp_nodelay(true);
        events.set_network_options(network);
        let welcome = tokio::select! {
            event = events.poll() => event,
            () = stopped(stop) => return End::Stopped,
        };
        match welcome {
            Ok(Event::Incoming(Packet::ConnAck(_))) => health.on(),
            Ok(_) => return End::Lost("it does not greet".into()),
            Err(why) => return End::Lost(why.to_string()),
        }
        tokio::select! {
            why = carry(&mut events) => return End::Lost(why),
            failed = publish(&client, &topics, told) => return End::Lost(failed.to_string()),
            () = stopped(stop) => {}
        }
        // An error is the end of patience: then the last will says it.
        let _ = timeout(Duration::from_secs(1), farewell(&client, &mut events, &topics)).await;
        End::Stopped
    }

    fn options(&self, topics: &Topics) -> MqttOptions {
        // Two nodes, or a node and its successor, must never throw each other out.
        let id = format!("okienko-{:08x}", getrandom::u32().unwrap_or_else(|_| std::process::id()));
        let mut options = MqttOptions::new(id, &self.host, self.port);
        if let Some((user, password)) = &self.user {
            options.set_credentials(user, password);
        }
        options.set_last_will(LastWill::new(topics.status(), OFFLINE, QoS::AtLeastOnce, true));
        options.set_keep_alive(KEEP_ALIVE).set_max_packet_size(MESSAGE.0, MESSAGE.1);
        options
    }
}

/// Leaves user and password out.
impl fmt::Debug for Broker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Broker").field("address", &self.name()).field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

/// `[::1]:1883` and `host` are hosts, the second at the usual port.
fn host_and_port(text: &str) -> Option<(String, u16)> {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok().filter(|port| *port > 0)?),
        _ => (text, PORT),
    };
    let bare = host.starts_with('[') && host.ends_with(']') || !host.contains([':', '/', '?', ' ']);
    (!host.is_empty() && bare).then(|| (host.to_owned(), port))
}

/// Carries messages until the connection fails.
async fn carry(events: &mut EventLoop) -> String {
    loop {
        if let Err(why) = events.poll().await {
            return why.to_string();
        }
    }
}

/// Everything first, then that the office is online, then whatever differs from what was told.
async fn publish(client: &AsyncClient, topics: &Topics, mut told: watch::Receiver<Picture>) -> ClientError {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut greeted = false;
    loop {
        let messages = topics.messages(&told.borrow_and_update());
        let gone = known.keys().filter(|topic| !messages.contains_key(*topic)).map(|topic| (topic, ""));
        let changed = messages.iter().filter(|(topic, message)| known.get(*topic) != Some(message));
        let status = topics.status();
        let greeting = (!greeted).then_some((&status, ONLINE));
        for (topic, message) in changed.map(|(topic, message)| (topic, message.as_str())).chain(gone).chain(greeting) {
            // An empty message takes a retained one away.
            if let Err(failed) = client.publish(topic, QoS::AtLeastOnce, true, message).await {
                return failed;
            }
        }
        (known, greeted) = (messages, true);
        if told.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

async fn farewell(client: &AsyncClient, events: &mut EventLoop, topics: &Topics) {
    let said = client.try_publish(topics.status(), QoS::AtLeastOnce, true, OFFLINE);
    if said.is_err() || client.try_disconnect().is_err() {
        // No room for a word: without an orderly end the broker tells the last will.
        return;
    }
    while let Ok(event) = events.poll().await {
        if event == Event::Outgoing(Outgoing::Disconnect) {
            return;
        }
    }
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that whoever could stop us is gone.
    drop(stop.wait_for(|stop| *stop).await);
}

#[cfg(test)]
mod tests;
