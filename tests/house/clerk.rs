//! The clerk at a desk.

use serde_json::{Value, json};

use crate::http::{Answer, Http};
use crate::{Office, admin};

/// A clerk with a session, acting at one desk.
#[derive(Clone)]
pub struct Clerk {
    /// The way to the server.
    pub http: Http,
    /// The session token.
    pub token: String,
    /// The desk's id.
    pub desk: String,
}

impl Clerk {
    /// The clerk of `desk` gets a session; no other sign-on step is needed.
    pub async fn signs_on(office: &Office, desk: &str) -> Self {
        let clerk = office.sample.clerks.iter().find(|clerk| clerk.desk == desk).expect("one clerk a desk");
        let password = clerk.password.as_deref().expect("the clerk's password");
        let token = admin::session(&office.http, &clerk.login, password).await;
        Self { http: office.http.clone(), token, desk: desk.to_owned() }
    }

    /// Whoever holds `token`, at `desk`.
    pub fn with_token(office: &Office, desk: &str, token: &str) -> Self {
        Self { http: office.http.clone(), token: token.to_owned(), desk: desk.to_owned() }
    }

    /// The desk's view.
    pub async fn view(&self) -> Value {
        self.looks().await.ok().body
    }

    /// `GET /desks/{id}`.
    pub async fn looks(&self) -> Answer {
        self.http.get(&format!("desks/{}", self.desk), Some(&self.token)).await
    }

    /// The desk's state: `free`, `called`, `serving`, `paused` or `closed`.
    pub async fn desk_state(&self) -> String {
        self.view().await["state"].as_str().expect("a desk has a state").to_owned()
    }

    /// The codes of those who wait, in the order shown.
    pub async fn waiting(&self) -> Vec<String> {
        let view = self.view().await;
        let waiting = view["waiting"].as_array().expect("a list of those who wait");
        waiting.iter().map(|ticket| ticket["code"].as_str().expect("a code").to_owned()).collect()
    }

    /// Any command at the desk: `POST /desks/{id}/{verb}`.
    pub async fn commands(&self, verb: &str, body: Value) -> Answer {
        self.http.post(&format!("desks/{}/{verb}", self.desk), Some(&self.token), body).await
    }

    /// Calls whoever is next.
    pub async fn calls_next(&self) -> Answer {
        self.commands("call-next", json!({})).await
    }

    /// Calls this very ticket.
    pub async fn calls(&self, ticket: &str) -> Answer {
        self.commands("call", json!({ "ticket": ticket })).await
    }

    /// Calls this very ticket and finishes the one being served.
    pub async fn finishes_and_calls(&self, ticket: &str) -> Answer {
        self.commands("call", json!({ "ticket": ticket, "finish_current": true })).await
    }

    /// Calls the same ticket once more.
    pub async fn recalls(&self) -> Answer {
        self.commands("recall", json!({})).await
    }

    /// The visitor has come to the desk.
    pub async fn starts(&self) -> Answer {
        self.commands("start", json!({})).await
    }

    /// The visit is done.
    pub async fn finishes(&self) -> Answer {
        self.commands("finish", json!({})).await
    }

    /// The visitor did not come.
    pub async fn no_show(&self) -> Answer {
        self.commands("no-show", json!({})).await
    }

    /// Puts the current ticket on hold, until called back or for `minutes`.
    pub async fn holds(&self, minutes: Option<u32>) -> Answer {
        let body = minutes.map_or_else(|| json!({}), |minutes| json!({ "minutes": minutes }));
        self.commands("hold", body).await
    }

    /// Ends a hold.
    pub async fn unholds(&self, ticket: &str) -> Answer {
        self.commands("unhold", json!({ "ticket": ticket })).await
    }

    /// Gives the called ticket back to the queue.
    pub async fn returns(&self) -> Answer {
        self.commands("return", json!({})).await
    }

    /// Transfers the current ticket to a service.
    pub async fn transfers_to_service(&self, service: &str, mode: Option<&str>) -> Answer {
        self.commands("transfer", with_mode(json!({ "service": service }), mode)).await
    }

    /// Transfers the current ticket to a desk.
    pub async fn transfers_to_desk(&self, desk: &str, mode: Option<&str>) -> Answer {
        self.commands("transfer", with_mode(json!({ "desk": desk }), mode)).await
    }

    /// Brings a finished, missed or cancelled ticket back.
    pub async fn reactivates(&self, ticket: &str) -> Answer {
        self.commands("reactivate", json!({ "ticket": ticket })).await
    }

    /// Undoes the desk's last command.
    pub async fn undoes(&self) -> Answer {
        self.commands("undo", json!({})).await
    }

    /// Writes on a ticket whose note was seen with this number, 0 for none.
    pub async fn notes(&self, ticket: &str, number: u32, text: &str) -> Answer {
        self.commands("note", json!({ "ticket": ticket, "number": number, "text": text })).await
    }

    /// The note on a ticket, read at the desk.
    pub async fn note_on(&self, ticket: &str) -> Answer {
        self.http.get(&format!("desks/{}/tickets/{ticket}/note", self.desk), Some(&self.token)).await
    }

    /// Pauses the desk.
    pub async fn pauses(&self) -> Answer {
        self.commands("pause", json!({})).await
    }

    /// Opens the desk again.
    pub async fn resumes(&self) -> Answer {
        self.commands("resume", json!({})).await
    }
}

fn with_mode(mut body: Value, mode: Option<&str>) -> Value {
    if let Some(mode) = mode {
        body["mode"] = json!(mode);
    }
    body
}
