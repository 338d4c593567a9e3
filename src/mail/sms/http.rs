//! HTTP to gateways: one short request, and a gateway that is described by templates instead of code.

use std::collections::BTreeMap;
use std::time::Duration;

use minijinja::{Environment, Output, UndefinedBehavior, Value};
use ureq::Agent;
use ureq::http::Request;

use super::Sms;
use crate::fault::{Fault, NotSent};

/// Longest wait for a silent gateway.
const PATIENCE: Duration = Duration::from_secs(10);
/// No answer needs more.
const ANSWER_MOST: u64 = 64 * 1024;

/// What a gateway answered.
pub(crate) struct Answer {
    pub status: u16,
    pub body: String,
}

/// An agent that follows nobody anywhere: a redirect would carry the token along.
fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false);
    config.build().into()
}

/// # Errors
/// [`Fault::Settings`] for an address that is no `http` or `https` one.
pub(crate) fn checked(url: &str) -> Result<(), Fault> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web { Ok(()) } else { Err(Fault::Settings("[sms] url must begin with https:// or http://".into())) }
}

pub(crate) fn post_form(url: &str, token: &str, form: &[(&str, &str)]) -> Result<Answer, NotSent> {
    let request = agent().post(url).header("Authorization", format!("Bearer {token}"));
    read(request.send_form(form.iter().copied()))
}

/// An error of the way there may name the address, which may hold a number: its kind alone is told.
fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Answer, NotSent> {
    let mut answer = answer.map_err(|error| NotSent::Later(format!("gateway: {}", kind(&error))))?;
    let status = answer.status().as_u16();
    let body = answer.body_mut().with_config().limit(ANSWER_MOST).read_to_string();
    let body = body.map_err(|error| NotSent::Later(format!("gateway: {}", kind(&error))))?;
    Ok(Answer { status, body })
}

fn kind(error: &ureq::Error) -> &'static str {
    match error {
        ureq::Error::Timeout(_) => "no answer in time",
        ureq::Error::HostNotFound => "host not found",
        ureq::Error::Io(_) | ureq::Error::ConnectionFailed => "no connection",
        ureq::Error::BodyExceedsLimit(_) => "the answer is too long",
        _ => "the request failed",
    }
}

/// A gateway described by templates, for whoever has no code here. Values: `to`, `text`, `from`, `token`, `id`, `expires`
/// (seconds since 1970). They are escaped for where they stand: percent-encoded in the address and in a form, as the inside of a
/// string in JSON (`"to": "{{ to }}"`).
#[derive(Clone, Default)]
pub struct Template {
    /// `POST`, `GET` or `PUT`; `POST` when empty.
    pub method: String,
    /// The address.
    pub url: String,
    /// `Name: value`, each.
    pub headers: Vec<String>,
    /// The body; a form unless a header says `application/json`.
    pub body: String,
    /// A success holds this; without it any 2xx is one.
    pub success: Option<String>,
    /// The sender's name.
    pub from: String,
    /// The secret.
    pub token: String,
}

impl Template {
    /// The gateway, once all its templates can be filled.
    ///
    /// # Errors
    /// [`Fault::Settings`] with the template at fault, never with a value.
    pub fn checked(self) -> Result<Self, Fault> {
        let sample = Sms { id: "a".into(), to: "48".into(), text: "a".into(), expires: 0, now: 0 };
        let request = self.request(&sample).map_err(|what| Fault::Settings(format!("[sms] {what} cannot be used")))?;
        checked(&request.uri().to_string())?;
        Ok(self)
    }

    pub(crate) fn send(&self, sms: &Sms) -> Result<(), NotSent> {
        let request = self.request(sms).map_err(|what| NotSent::Never(format!("[sms] {what} cannot be filled")))?;
        let answer = read(agent().run(request))?;
        let holds = self.success.as_ref().is_none_or(|success| answer.body.contains(success));
        match answer.status {
            200..=299 if holds => Ok(()),
            // About this message; 401, 403 and the like are the office's to mend.
            400 | 404 | 406 | 409..=422 => Err(NotSent::Never(format!("gateway: HTTP {}", answer.status))),
            status => Err(NotSent::Later(format!("gateway: HTTP {status}"))),
        }
    }

    fn request(&self, sms: &Sms) -> Result<Request<String>, &'static str> {
        let expires = sms.expires.to_string();
        let values = [
            ("to", sms.to.as_str()),
            ("text", &sms.text),
            ("from", &self.from),
            ("token", &self.token),
            ("id", &sms.id),
            ("expires", &expires),
        ];
        let filled = |source: &str, escape: &'static str| fill(source, escape, &values).ok();
        let method = if self.method.is_empty() { "POST" } else { &self.method };
        let mut request = Request::builder().method(method).uri(filled(&self.url, "url").ok_or("url")?);
        let mut json = false;
        for header in &self.headers {
            let (name, value) = header.split_once(':').ok_or("headers")?;
            json |= name.eq_ignore_ascii_case("content-type") && value.contains("json");
            request = request.header(name.trim(), filled(value.trim(), "plain").ok_or("headers")?);
        }
        let typed = request.headers_ref().is_some_and(|headers| headers.contains_key("content-type"));
        if !typed && !self.body.is_empty() {
            request = request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        let body = filled(&self.body, if json { "json" } else { "url" }).ok_or("body")?;
        request.body(body).map_err(|_| "method, url or headers")
    }
}

fn fill(source: &str, escape: &'static str, values: &[(&str, &str)]) -> Result<String, minijinja::Error> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(5_000));
    environment.set_formatter(move |out, _, value| written(out, escape, value));
    let context: BTreeMap<String, Value> =
        values.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect();
    environment.template_from_str(source)?.render(Value::from(context))
}

fn written(out: &mut Output<'_>, escape: &str, value: &Value) -> Result<(), minijinja::Error> {
    let text = value.to_string();
    let text = match escape {
        "url" => percent(&text),
        "json" => inside(&serde_json::Value::from(text).to_string()),
        _ => text,
    };
    out.write_str(&text).map_err(minijinja::Error::from)
}

/// A JSON string without its quotes.
fn inside(quoted: &str) -> String {
    let begun = quoted.strip_prefix('"').unwrap_or(quoted);
    begun.strip_suffix('"').unwrap_or(begun).to_owned()
}

/// Everything but the unreserved characters of RFC 3986 §2.3.
fn percent(text: &str) -> String {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes()
        .map(|byte| if unreserved(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
