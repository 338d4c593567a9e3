//! Accounts of the provider beside those of the house: neither takes the other over, and no file or step back touches them.

use okienko_tests::admin;
use okienko_tests::process::{binary, runs};

use super::*;

/// The office's own administrator of the sample.
const LOCAL: &str = "administrator";

/// The document of the office, and its revision.
async fn document(city: &City) -> (Value, Value) {
    let body = city.served.http.get("office", Some(&city.served.token)).await.ok().body;
    (body["document"].clone(), body["revision"].clone())
}

/// The office's database, as its settings name it.
fn database(city: &City) -> String {
    let file = std::fs::read_to_string(city.office_folder().join("okienko.toml")).expect("the settings");
    let line = file.lines().find(|line| line.starts_with("url = ")).expect("the database");
    line.trim_start_matches("url = ").trim_matches('"').to_owned()
}

/// What a command says that must not succeed.
fn fails(arguments: &[&str], database: &str) -> String {
    let mut command = std::process::Command::new(binary());
    let input = std::process::Stdio::null();
    let output = command.args(arguments).env("DATABASE_URL", database).stdin(input).output().expect("okienko");
    assert_eq!(output.status.code(), Some(1), "okienko {arguments:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

in_both_cities! {
    async fn no_login_is_taken_over_and_no_password_given(city: City) {
        city.hires(&json!({ "s-1": person(LOCAL, &["stanowiska"]), "s-2": person("stanowisko-1", &["informatyka"]) }));
        for who in ["s-1", "s-2"] {
            Walker::default().signs_on(&city, who).await.with_status(409).refused_with("login_taken");
        }
        assert_eq!(account(&city, &city.served.token).await["role"], "admin", "nobody was signed out or changed");
        assert_eq!(city.failures().await.len(), 2);
        // Who got a name that somebody has goes on under the old one: the identity is not the name.
        city.hires(&json!({ "s-3": person("ola", &["stanowiska"]) }));
        Walker::default().signs_on(&city, "s-3").await.with_status(200);
        city.hires(&json!({ "s-3": person(LOCAL, &["stanowiska"]) }));
        let session = Walker::default().signs_on(&city, "s-3").await.with_status(200);
        assert_eq!(account(&city, session.str("token")).await["login"], "ola");
        city.hires(&json!({ "s-3": person("ola.kowalska", &["stanowiska"]), "s-4": person("ola", &["stanowiska"]) }));
        let session = Walker::default().signs_on(&city, "s-3").await.with_status(200);
        assert_eq!(account(&city, session.str("token")).await["login"], "ola.kowalska");
        let other = Walker::default().signs_on(&city, "s-4").await.with_status(200);
        assert_eq!(account(&city, other.str("token")).await["login"], "ola", "another person, another account");
        assert!(is_in(&city, session.str("token")).await);
        // And none of them has a password here.
        let (ola, http) = (other, &city.served.http);
        http.post("accounts/ola/link", Some(&city.served.token), json!({})).await.with_status(409).refused_with("signs_on_elsewhere");
        let change = json!({ "current": "!provider", "password": "zielony rower przed domem" });
        http.post("account/password", Some(ola.str("token")), change).await.with_status(409).refused_with("signs_on_elsewhere");
        http.post("account/second-factor", Some(ola.str("token")), json!({ "password": "" })).await.with_status(409).refused_with("signs_on_elsewhere");
        for password in ["!provider", ""] {
            admin::signs_in(http, "ola", password).await.with_status(401).refused_with("unauthorized");
        }
        assert!(is_in(&city, ola.str("token")).await);
        // Over SQLite a command waits until the server has ended.
        if city.engine == Engine::Postgres {
            for command in [["staff", "password", "ola"], ["staff", "setup-link", "ola"]] {
                let said = fails(&command, &database(&city));
                assert!(said.contains("ola signs on through the identity provider"), "{said}");
            }
        }
        // Signed out by the administrator, as anybody; and removed, which the accounts of the office's document are not.
        http.post("accounts/ola/sign-out", Some(&city.served.token), json!({})).await.ok();
        assert!(!is_in(&city, ola.str("token")).await);
        http.post("accounts/kierownik/remove", Some(&city.served.token), json!({})).await.with_status(409).refused_with("wrong_state");
        let left = http.post("accounts/ola/remove", Some(&city.served.token), json!({})).await.ok().text;
        assert!(!left.contains("\"ola\"") && left.contains("ola.kowalska") && left.contains("kierownik"), "{left}");
        assert_eq!(city.lines("account_removed").await.len(), 1);
        Walker::default().signs_on(&city, "s-4").await.with_status(200);
    }

    async fn no_document_touches_an_account_of_the_provider_nor_counts_it(city: City) {
        city.hires(&json!({ "s-1": person("ola", &["kierownicy"]) }));
        let ola = Walker::default().signs_on(&city, "s-1").await.with_status(200);
        let http = &city.served.http;
        let (mut wanted, revision) = document(&city).await;
        wanted["staff"].as_array_mut().expect("staff").push(json!({ "login": "ola", "role": "clerk" }));
        let body = json!({ "revision": revision, "document": wanted });
        let refused = http.post("office", Some(&city.served.token), body).await.with_status(422).refused_with("invalid_office");
        assert_eq!(refused.body["errors"][0]["code"], "login_provided", "{}", refused.text);
        // The file: what is exported does not list the account, what is imported does not end it, and one that lists it is refused.
        let (file, url) = (city.office_folder().join("out.toml"), database(&city));
        let path = file.to_str().expect("UTF-8").to_owned();
        if city.engine == Engine::Postgres {
            runs(&["export", &path], &url);
            let text = std::fs::read_to_string(&file).expect("the file");
            assert!(!text.contains("\"ola\""));
            std::fs::write(&file, text.replacen("[[staff]]", "[[staff]]\nlogin = \"ola\"\nrole = \"clerk\"\n\n[[staff]]", 1)).expect("a file");
            let said = fails(&["import", &path], &url);
            assert!(said.contains("the login ola has an account of the identity provider"), "{said}");
        }
        // A change of staff, and its way back through the history.
        let (mut wanted, revision) = document(&city).await;
        wanted["staff"].as_array_mut().expect("staff").push(json!({ "login": "piotr", "role": "clerk" }));
        let done = http.post("office", Some(&city.served.token), json!({ "revision": revision, "document": wanted })).await.ok();
        let undo = format!("office/history/{}/undo", done.body["revision"]);
        http.post(&undo, Some(&city.served.token), json!({})).await.ok();
        assert!(is_in(&city, ola.str("token")).await);
        assert_eq!(account(&city, ola.str("token")).await["role"], "supervisor");
        // Nor is an administrator of the provider the one that every office must keep.
        city.hires(&json!({ "s-2": person("ewa", &["informatyka"]) }));
        let ewa = Walker::default().signs_on(&city, "s-2").await.with_status(200);
        let (mut wanted, revision) = document(&city).await;
        let staff = wanted["staff"].as_array_mut().expect("staff");
        staff.retain(|one| one["role"] != "admin");
        let body = json!({ "revision": revision, "document": wanted });
        let refused = city.served.http.post("office", Some(ewa.str("token")), body).await.with_status(422).refused_with("invalid_office");
        assert!(refused.text.contains("no_admin"), "{}", refused.text);
    }
}
