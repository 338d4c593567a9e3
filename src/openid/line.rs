//! The line to the provider: short, bounded, no way elsewhere.

use openidconnect::{HttpRequest, HttpResponse};
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// How long one question may take; somebody waits in front of a page.
const WITHIN: Duration = Duration::from_secs(3);
/// How long the connection may take to come about.
const CONNECT: Duration = Duration::from_secs(2);
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use openidconnect::http::Request;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    /// One answer to whoever asks first, and where it is asked for.
    fn answers(head: &'static str, body: usize) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut caller, _) = listener.accept().unwrap();
            let _ = caller.read(&mut [0; 1024]);
            let _ = caller.write_all(format!("HTTP/1.1 {head}\r\nContent-Length: {body}\r\n\r\n").as_bytes());
            let _ = caller.write_all(&vec![b'x'; body]);
        });
        address
    }

    fn asked(address: &str) -> Result<HttpResponse, ureq::Error> {
        Line::new(None).unwrap().ask(Request::get(address).body(Vec::new()).unwrap())
    }

    #[test]
    fn nobody_is_followed_elsewhere_and_an_answer_has_a_bound() {
        let elsewhere = asked(&answers("302 Found\r\nLocation: http://127.0.0.1:1/", 0)).unwrap();
        assert_eq!(elsewhere.status(), 302, "a way elsewhere is an answer like any other");
        assert_eq!(asked(&answers("200 OK", 1_000)).unwrap().body().len(), 1_000);
        let long = asked(&answers("200 OK", 600 * 1024)).unwrap_err();
        assert_eq!(words(&long), "the answer is too long");
    }

    #[test]
    fn certificates_that_are_none_are_refused_at_the_start() {
        assert!(Line::new(Some("nothing of the kind")).is_err());
    }
}
