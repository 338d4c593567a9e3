//! People with a login: session tokens for clerks, the supervisor and the administrator.

use serde_json::json;

use crate::http::{Answer, Http};
use crate::office::Office;
use crate::sample::Login;

/// `POST /api/v1/session`.
pub async fn signs_in(http: &Http, login: &str, password: &str) -> Answer {
    http.post("session", None, json!({ "login": login, "password": password })).await
}

/// A fresh session token for `login` and `password`.
pub async fn session(http: &Http, login: &str, password: &str) -> String {
    let answer = signs_in(http, login, password).await.ok();
    crate::time::instant(answer.str("expires_at"));
    answer.str("token").to_owned()
}

/// A session token of the administrator.
pub async fn token(office: &Office) -> String {
    of(office, &office.sample.admin).await
}

/// A session token of the supervisor.
pub async fn supervisor(office: &Office) -> String {
    of(office, &office.sample.supervisor).await
}

async fn of(office: &Office, who: &Login) -> String {
    session(&office.http, &who.login, who.password.as_deref().expect("a password")).await
}
