//! The way to the server: blocking calls that say honestly whether a request that failed may have arrived.

use crate::failure::Failure;
use crate::settings::Settings;
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};
use ureq::http::{Method, Request};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Error, Timeout};

/// Bytes of an answer; the day list of a big office is well below.
const LONGEST: u64 = 8 * 1024 * 1024;

/// The server.
pub struct Upstream {
    base: String,
    connect: Duration,
    calls: Agent,
}

/// One request.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The path, from its first slash on.
    pub path: &'a str,
    /// The device token.
    pub token: Option<&'a str>,
    /// The idempotency key.
    pub key: Option<&'a str>,
    /// The language of refusals.
    pub language: &'a str,
    /// The version that is known already.
    pub etag: Option<&'a str>,
    /// How long it may take altogether.
    pub within: Duration,
}

impl<'a> Call<'a> {
    /// A call in Polish without a key.
    pub fn new(path: &'a str, token: Option<&'a str>, within: Duration) -> Self {
        Self { path, token, key: None, language: "pl", etag: None, within }
    }
}

/// An answer of the server, whatever its status.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body; null when it is not JSON.
    pub body: Value,
    /// The version of what was asked for.
    pub etag: Option<String>,
    /// When it was asked for and when it came.
    pub times: (Instant, Instant),
}

impl Answer {
    /// Whether it is a success.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The stable code of a refusal.
    pub fn code(&self) -> &str {
        self.body.get("code").and_then(Value::as_str).unwrap_or_default()
    }

    /// A refusal of what was asked (4xx with a code), as opposed to a server that cannot answer now or something else on its port.
    pub fn is_refusal(&self) -> bool {
        (400..500).contains(&self.status) && !self.code().is_empty()
    }

    /// The server's clock, where the answer tells it.
    pub fn now_ms(&self) -> Option<i64> {
        crate::clock::parsed(self.body.get("now")?.as_str()?)
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// No connection came about: the server did not receive it.
    NotSent,
    /// The server may have received it.
    Unknown,
}

impl Upstream {
    /// The server of the settings. Connections are not kept: a kept one that died in silence would leave open whether a request arrived.
    ///
    /// # Errors
    /// Exit code 2 for certificates that cannot be read.
    pub fn new(settings: &Settings) -> Result<Self, Failure> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .proxy(None)
            .tls_config(settings.server.ca.as_deref().map(trusting).transpose()?.unwrap_or_default())
            .user_agent(concat!("okienko-kiosk/", env!("CARGO_PKG_VERSION")))
            .build();
        let connect = Duration::from_millis(settings.timing.connect_ms);
        Ok(Self { base: settings.server.url.clone(), connect, calls: config.new_agent() })
    }

    /// GET.
    pub fn get(&self, call: Call) -> Result<Answer, Lost> {
        self.send(Method::GET, call, None)
    }

    /// POST of JSON.
    pub fn post(&self, call: Call, body: &Value) -> Result<Answer, Lost> {
        self.send(Method::POST, call, Some(body.to_string()))
    }

    /// POST of JSON as it was written.
    pub fn post_text(&self, call: Call, body: String) -> Result<Answer, Lost> {
        self.send(Method::POST, call, Some(body))
    }

    fn send(&self, method: Method, call: Call, body: Option<String>) -> Result<Answer, Lost> {
        let asked = Instant::now();
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{}", self.base, call.path))
            .header("accept", "application/json")
            .header("accept-language", call.language);
        let bearer = call.token.map(|token| format!("Bearer {token}"));
        for (name, value) in [
            ("authorization", bearer.as_deref()),
            ("idempotency-key", call.key),
            ("if-none-match", call.etag),
            ("content-type", body.as_ref().map(|_| "application/json")),
        ] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let request = request.body(body.unwrap_or_default()).map_err(|_| Lost::NotSent)?;
        let request = self
            .calls
            .configure_request(request)
            .timeout_connect(Some(self.connect.min(call.within)))
            .timeout_global(Some(call.within))
            .build();
        let mut answer = self.calls.run(request).map_err(|error| lost(&error))?;
        let etag = answer.headers().get("etag").and_then(|value| value.to_str().ok()).map(str::to_owned);
        let text = answer.body_mut().with_config().limit(LONGEST).read_to_string().map_err(|error| lost(&error))?;
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Ok(Answer { status: answer.status().as_u16(), body, etag, times: (asked, Instant::now()) })
    }
}

/// Trusts the authorities of a file and no others.
fn trusting(file: &Path) -> Result<TlsConfig, Failure> {
    let unreadable = |why: String| Failure::unreadable(format!("[server] ca, {}: {why}", file.display()));
    let pem = std::fs::read(file).map_err(|error| unreadable(error.to_string()))?;
    let certificate = |item| if let Ok(PemItem::Certificate(one)) = item { Some(one) } else { None };
    let all: Vec<Certificate<'static>> = parse_pem(&pem).filter_map(certificate).collect();
    if all.is_empty() {
        return Err(unreadable("holds no certificate".to_owned()));
    }
    Ok(TlsConfig::builder().root_certs(RootCerts::new_with_certs(&all)).build())
}

fn lost(error: &Error) -> Lost {
    use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};
    let not_sent = match error {
        Error::Io(error) => matches!(error.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable),
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => true,
        Error::HostNotFound | Error::ConnectionFailed | Error::BadUri(_) | Error::Http(_) => true,
        _ => false,
    };
    if not_sent { Lost::NotSent } else { Lost::Unknown }
}
