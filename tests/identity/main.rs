//! How people of staff prove who they are: sign-on and its lock-out, second factor, sessions, one-time links, the audit log. Each abuse is
//! tried, and fails.

mod abuse;
mod account;
mod audit;
mod factor;
mod link;
mod page;
mod required;
mod sessions;

use okienko_tests::http::Http;
use okienko_tests::sample::Login;
use okienko_tests::{Answer, Office, admin};
use reqwest::header::{HeaderMap, SET_COOKIE};
use serde_json::{Value, json};

/// A good password that nobody has yet.
const OTHER: &str = "zielony rower przed domem";

/// Somebody of staff in a browser of their own: a session and the cookies that it was given.
struct Person {
    http: Http,
    login: String,
    password: String,
    token: String,
    cookie: Option<String>,
}

impl Person {
    /// Somebody who has not signed on yet.
    fn new(office: &Office, who: &Login) -> Self {
        Self::named(&office.http, &who.login, who.password.as_deref().expect("a password"))
    }

    fn named(http: &Http, login: &str, password: &str) -> Self {
        Self {
            http: http.clone(),
            login: login.to_owned(),
            password: password.to_owned(),
            token: String::new(),
            cookie: None,
        }
    }

    fn admin(office: &Office) -> Self {
        Self::new(office, &office.sample.admin)
    }

    fn supervisor(office: &Office) -> Self {
        Self::new(office, &office.sample.supervisor)
    }

    fn clerk(office: &Office) -> Self {
        let clerk = &office.sample.clerks[0];
        Self::named(&office.http, &clerk.login, clerk.password.as_deref().expect("a password"))
    }

    async fn signed_on(mut self) -> Self {
        self.signs_on("").await.ok();
        self
    }

    /// Tries to sign on with the own password and a code; keeps what a success gives.
    async fn signs_on(&mut self, code: &str) -> Answer {
        let password = self.password.clone();
        self.tries(&password, code).await
    }

    /// As [`Self::signs_on`], with any password; the browser's cookie goes along.
    async fn tries(&mut self, password: &str, code: &str) -> Answer {
        let body = json!({ "login": self.login, "password": password, "code": code });
        let answer = self.sends("/api/v1/session", "application/json", body.to_string()).await;
        if answer.status == 200 {
            self.token = answer.str("token").to_owned();
            self.cookie = cookie(&answer.headers).or(self.cookie.take());
        }
        answer
    }

    /// A POST as a browser's own form or script makes it: with cookies, without a token.
    async fn sends(&self, path: &str, kind: &str, body: String) -> Answer {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let mut request = client.post(self.http.url(path)).header("Content-Type", kind).body(body);
        if let Some(cookie) = &self.cookie {
            request = request.header("Cookie", cookie);
        }
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("a text");
        Answer { status, headers, body: serde_json::from_str(&text).unwrap_or_default(), text }
    }

    async fn gets(&self, path: &str) -> Answer {
        self.http.get(path, Some(&self.token)).await
    }

    async fn posts(&self, path: &str, body: Value) -> Answer {
        self.http.post(path, Some(&self.token), body).await
    }

    /// What the own account's page shows.
    async fn account(&self) -> Value {
        self.gets("account").await.with_status(200).body
    }

    /// Whether the session still opens anything.
    async fn is_in(&self) -> bool {
        self.gets("account").await.status == 200
    }
}

/// The cookie that a sign-on sets, as a browser sends it back.
fn cookie(headers: &HeaderMap) -> Option<String> {
    let set = headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    set.filter_map(|value| value.split(';').next()).find(|pair| pair.starts_with("okienko-staff=")).map(str::to_owned)
}

/// The code of a secret (base32) so many steps of 30 s from now, by an implementation of its own (RFC 6238 over Python's library).
fn code(secret: &str, steps: i64) -> String {
    let script = "import base64,hashlib,hmac,struct,sys,time\n\
        key=base64.b32decode(sys.argv[1].replace(' ',''))\n\
        step=int(time.time())//30+int(sys.argv[2])\n\
        d=hmac.new(key,struct.pack('>Q',step),hashlib.sha1).digest()\n\
        at=d[-1]&15\n\
        print('%06d'%((struct.unpack('>I',d[at:at+4])[0]&0x7fffffff)%1000000))";
    let output = std::process::Command::new(std::env::var("OKIENKO_TEST_PYTHON").unwrap_or_else(|_| "python3".into()))
        .args(["-c", script, secret, &steps.to_string()])
        .output();
    let output = output.expect("python3");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Sets up a second factor by the code of the step before this one, so that this one's and the next one's are still to be used. Answers
/// the secret and the recovery codes.
async fn sets_up_factor(person: &Person) -> (String, Vec<String>) {
    let begun = person.posts("account/second-factor", json!({ "password": person.password })).await.ok();
    let secret = begun.str("secret").replace(' ', "");
    let confirm = async || person.posts("account/second-factor/confirm", json!({ "code": code(&secret, -1) })).await;
    let mut done = confirm().await;
    if done.code() == "wrong_code" {
        // A step ended in between.
        done = confirm().await;
    }
    let codes = done.ok().body["recovery_codes"].as_array().expect("recovery codes").clone();
    (secret, codes.iter().map(|one| one.as_str().expect("a code").to_owned()).collect())
}
