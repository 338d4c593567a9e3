//! The audit log: who signed on, who failed, who changed which account; searched, exported, and without anything personal in it.

use okienko_tests::on_both_engines;

use super::*;

const DAY: &str = "from=2026-11-23&to=2026-11-23";

/// The lines of the usual Monday, the latest first: login (or who), action, detail (or whose account).
async fn lines(reader: &Person, query: &str) -> Vec<(String, String, String)> {
    let answer = reader.gets(&format!("staff/log?{DAY}{query}")).await.with_status(200);
    let text = |line: &Value, first: &str, then: &str| {
        line[first].as_str().or(line[then].as_str()).expect("a text").to_owned()
    };
    let all = answer.body["lines"].as_array().expect("lines").clone();
    all.iter()
        .map(|line| (text(line, "login", "who"), text(line, "action", ""), text(line, "about", "detail")))
        .collect()
}

/// `okienko staff password LOGIN`, the password piped in.
fn sets_password(database: &str, login: &str) {
    use std::io::Write;
    let mut command = std::process::Command::new(okienko_tests::process::binary());
    command.args(["staff", "password", login]).env("DATABASE_URL", database).stdin(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    writeln!(child.stdin.take().expect("a pipe"), "{OTHER}").expect("written");
    assert!(child.wait().expect("an end").success());
}

on_both_engines! {
    async fn sign_ons_failures_and_changes_of_accounts_are_told(office: Office) {
        let mut anna = Person::clerk(&office);
        anna.tries("wrong", "").await.with_status(401);
        Person::named(&office.http, "jan.kowalski.662138278", "secret words").tries("a", "").await.with_status(401);
        let mut anna = anna.signed_on().await;
        let admin = Person::admin(&office).signed_on().await;
        admin.posts(&format!("accounts/{}/link", anna.login), json!({})).await.ok();
        anna.posts("account/password", json!({ "current": anna.password, "password": OTHER })).await.ok();
        anna.password = OTHER.to_owned();
        anna.signs_on("").await.ok();
        office.http.send(reqwest::Method::DELETE, "session", Some(&anna.token), None, None).await.expect("an answer");
        let (login, root) = (anna.login.as_str(), admin.login.as_str());
        let told = lines(&admin, "").await;
        for wanted in [
            (login, "sign_on_failed", "password"), ("nobody", "sign_on_failed", "password"), (login, "signed_on", ""), (root, "signed_on", ""),
            (root, "link_made", login), (login, "password_changed", ""), (login, "signed_off", ""),
        ] {
            let found = told.iter().any(|(who, action, detail)| (who.as_str(), action.as_str(), detail.as_str()) == wanted);
            assert!(found, "{wanted:?} in {told:?}");
        }
        let text = format!("{told:?}");
        for secret in ["kowalski", "662138278", "secret words", OTHER] {
            assert!(!text.contains(secret), "{secret} stands in the log");
        }
        let failed = lines(&admin, "&action=sign_on_failed").await;
        assert_eq!(failed.len(), 2, "{failed:?}");
        assert_eq!(lines(&admin, &format!("&action=sign_on_failed&who={login}")).await.len(), 1);
        assert_eq!(lines(&admin, "&action=locked_out").await.len(), 0);
    }

    async fn what_is_done_at_the_command_line_is_not_told_as_the_deed_of_whom_it_was_done_to(office: Office) {
        let login = office.sample.clerks[0].login.clone();
        office.stop();
        sets_password(&office.database_url(), &login);
        office.restart().await;
        let answer = office.http.get("session", None).await;
        let date = answer.headers.get("date").and_then(|date| date.to_str().ok()).expect("the day of the machine");
        let today = chrono::DateTime::parse_from_rfc2822(date).expect("a date").date_naive();
        let (from, to) = (today - chrono::Days::new(1), today + chrono::Days::new(1));
        let admin = Person::admin(&office).signed_on().await;
        let told = admin.gets(&format!("staff/log?from={from}&to={to}&action=password_set")).await.ok().body;
        let lines = told["lines"].as_array().expect("lines");
        assert!(lines.iter().any(|line| line["about"] == json!(login)), "{told}");
        assert!(lines.iter().all(|line| line["who"] == "command_line" && line["login"].is_null()), "{told}");
    }

    async fn a_lock_out_is_told_once(office: Office) {
        let mut stranger = Person::named(&office.http, &office.sample.clerks[0].login, "wrong");
        for _ in 0..15 {
            stranger.signs_on("").await;
        }
        let supervisor = Person::supervisor(&office).signed_on().await;
        assert_eq!(lines(&supervisor, "&action=locked_out").await.len(), 1);
        assert_eq!(lines(&supervisor, "&action=sign_on_failed").await.len(), 10);
        let csv = supervisor.gets(&format!("staff/log?{DAY}&action=locked_out&format=csv")).await.with_status(200);
        assert_eq!(csv.text.lines().count(), 2, "{}", csv.text);
    }
}
