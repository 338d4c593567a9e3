//! Somebody with a browser of their own who walks to the provider and back, step by step, so that each step can be disturbed.

use std::collections::{BTreeMap, HashMap};

use okienko_tests::{Answer, Http};
use reqwest::header::{LOCATION, SET_COOKIE};
use serde_json::{Value, json};

use super::City;

/// A browser: cookies by host, nothing else.
#[derive(Clone, Default)]
pub struct Walker {
    cookies: BTreeMap<String, BTreeMap<String, String>>,
}

/// What the provider sent the browser back with.
pub type Returned = HashMap<String, String>;

impl Walker {
    /// Signs on: to the provider, back, and in.
    pub async fn signs_on(&mut self, city: &City, who: &str) -> Answer {
        let returned = self.returns(city, who).await;
        self.comes_in(&city.served.http, &returned).await
    }

    /// Walks to the provider, signs on there as this subject, and is sent back.
    pub async fn returns(&mut self, city: &City, who: &str) -> Returned {
        let password: String = who.chars().rev().collect();
        self.answers(city, &format!("do=in&who={who}&password={password}")).await
    }

    /// As [`Self::returns`], with another answer to the provider's page.
    pub async fn answers(&mut self, city: &City, form: &str) -> Returned {
        let start = city.served.http.url("/sign-on/openid?next=/desk/1");
        let sent = self.asks(&start, None).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        let mut next = location(&sent, &start);
        let mut form = Some(form.to_owned());
        for _ in 0..8 {
            if next.starts_with(&city.served.http.url("/sign-on/openid/return")) {
                let page = self.asks(&next, None).await;
                assert!(page.status == 200 && page.text.contains("data-next=\"/desk/1\""), "{}", page.text);
                return query(&next);
            }
            let body = if next.contains("/sign-on/") { form.take() } else { None };
            let answer = self.asks(&next, body).await;
            assert!((300..400).contains(&answer.status), "{next}: {} {}", answer.status, answer.text);
            next = location(&answer, &next);
        }
        panic!("the provider leads nowhere: {next}");
    }

    /// What the page's script does: exchanges what came back for a session.
    pub async fn comes_in(&mut self, http: &Http, returned: &Returned) -> Answer {
        let body = json!(returned).to_string();
        self.sends(&http.url("/api/v1/session/openid"), "application/json", Some(body)).await
    }

    /// GET, or POST of a form.
    pub async fn asks(&mut self, url: &str, form: Option<String>) -> Answer {
        self.sends(url, "application/x-www-form-urlencoded", form).await
    }

    /// The same browser, to whom another node answers under the address of the first.
    pub fn at(mut self, first: &Http, other: &Http) -> Self {
        let held = self.cookies.get(&host(&first.url("/"))).cloned().unwrap_or_default();
        self.cookies.insert(host(&other.url("/")), held);
        self
    }

    async fn sends(&mut self, url: &str, kind: &str, body: Option<String>) -> Answer {
        let none = reqwest::redirect::Policy::none();
        let client = reqwest::Client::builder().no_proxy().redirect(none).build().expect("a client");
        let host = host(url);
        let held = self.cookies.entry(host).or_default();
        let cookies = held.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let request = match body {
            Some(body) => client.post(url).header("Content-Type", kind).body(body),
            None => client.get(url),
        };
        let response =
            request.header("Cookie", cookies).header("Accept-Language", "pl").send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        for set in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let (name, value) = set.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if value.is_empty() {
                held.remove(name);
            } else {
                held.insert(name.to_owned(), value.to_owned());
            }
        }
        let text = response.text().await.expect("a text");
        Answer { status, headers, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
    }
}

/// Scheme, host and port.
fn host(url: &str) -> String {
    url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

fn location(answer: &Answer, from: &str) -> String {
    let to = answer.headers.get(LOCATION).and_then(|value| value.to_str().ok()).expect("a location");
    if to.starts_with('/') { format!("{}{to}", host(from)) } else { to.to_owned() }
}

fn query(url: &str) -> Returned {
    let parsed = reqwest::Url::parse(url).expect("an address");
    parsed.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}
