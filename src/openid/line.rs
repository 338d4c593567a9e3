//! The line to the provider: short, bounded, no way elsewhere.

use openidconnect::{HttpRequest, HttpResponse};
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// How long one question may take; somebody waits in front of a page.
const WITHIN: Duration = Duration::from_secs(6);
/// How long the connection may take to come about.
const CONNECT: Duration = Duration::from_secs(3);
/// Bytes of an answer: discovery, keys and tokens are far below.
const LONGEST: u64 = 512 * 1024;

/// The line to the provider.
#[derive(Clone)]
pub(crate) struct Line(Agent);

impl Line {
    /// A line; `ca` is certificates in PEM that count instead of the public ones.
    pub fn new(ca: Option<&str>) -> Result<Self, String> {
        let tls = match ca {
            Some(pem) => TlsConfig::builder().root_certs(trusting(pem)?).build(),
            None => TlsConfig::default(),
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Where a provider leads elsewhere, somebody else may be answering.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(WITHIN))
            .timeout_connect(Some(CONNECT))
            .tls_config(tls)
            .user_agent(concat!("okienko/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self(config.new_agent()))
    }

    /// One question.
    pub fn ask(&self, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
        let answer = self.0.run(request)?;
        let (head, mut body) = answer.into_parts();
        let body = body.with_config().limit(LONGEST).read_to_vec()?;
        Ok(HttpResponse::from_parts(head, body))
    }
}

fn trusting(pem: &str) -> Result<RootCerts, String> {
    let wrong = |error: ureq::Error| format!("certificates cannot be read: {error}");
    let mut found: Vec<Certificate<'static>> = Vec::new();
    for item in parse_pem(pem.as_bytes()) {
        if let PemItem::Certificate(one) = item.map_err(wrong)? {
            found.push(one);
        }
    }
    if found.is_empty() {
        return Err("there is no certificate (PEM) in it".into());
    }
    Ok(RootCerts::new_with_certs(&found))
}

/// What went wrong, without addresses and bodies.
pub(crate) fn words(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "no answer in time".into(),
        ureq::Error::HostNotFound => "host not found".into(),
        ureq::Error::Io(error) => format!("no connection: {}", error.kind()),
        ureq::Error::ConnectionFailed => "no connection".into(),
        ureq::Error::BodyExceedsLimit(_) => "the answer is too long".into(),
        _ => "the line failed".into(),
    }
}
