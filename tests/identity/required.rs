//! An office that asks administrators for a second factor, has roles of its own, and gets its first administrator by a link.

use okienko_tests::served::Served;
use okienko_tests::{Engine, on_each_engine};
use reqwest::Method;

use super::*;

/// The sample office with more people, one of whom sets the office up for one department only.
fn changed(office: String) -> String {
    let office = office.replacen(
        "\n[[departments]]",
        "\n[office.security]\nsecond_factor = [\"zastepca\"]\n\n[[departments]]",
        1,
    );
    format!(
        "{office}\n[[roles]]\nname = \"zastepca\"\nrights = [\"staff\", \"issue\", \"visits\"]\n\
         \n[[staff]]\nlogin = \"zastepca\"\nrole = \"zastepca\"\n\
         \n[[staff]]\nlogin = \"recepcja\"\nrole = \"reception\"\n"
    )
}

async fn sets_password(served: &Served, login: &str) -> Person {
    let made = served.http.post(&format!("accounts/{login}/link"), Some(&served.token), json!({})).await.ok();
    let token = made.str("url").split('#').nth(1).expect("a token").to_owned();
    served.http.post("account-links/use", None, json!({ "token": token, "password": OTHER })).await.ok();
    Person::named(&served.http, login, OTHER)
}

async fn second_factor_by_role(engine: Engine) {
    let served = Served::open_changed(engine, changed, "").await;
    let mut deputy = sets_password(&served, "zastepca").await;
    let begun = deputy.signs_on("").await.with_status(200);
    assert_eq!(begun.body["second_factor_due"], true);
    deputy.gets("accounts").await.with_status(403).refused_with("second_factor_due");
    deputy
        .posts("staff/appointments/find", json!({ "phone": "662138278" }))
        .await
        .with_status(403)
        .refused_with("second_factor_due");
    sets_up_factor(&deputy).await;
    deputy.gets("accounts").await.with_status(200);
    deputy.signs_on("").await.with_status(401).refused_with("second_factor_required");
    let remove = json!({ "password": deputy.password });
    deputy.posts("account/second-factor/remove", remove).await.with_status(403).refused_with("forbidden");
    // Whoever looks after accounts without holding more reaches those who hold less, and nobody above.
    deputy.posts("accounts/recepcja/link", json!({})).await.with_status(200);
    for above in ["administrator", "kierownik", "stanowisko-1"] {
        for deed in ["link", "sign-out", "second-factor/remove"] {
            deputy
                .posts(&format!("accounts/{above}/{deed}"), json!({}))
                .await
                .with_status(403)
                .refused_with("beyond_rights");
        }
    }
}

async fn a_role_taken_away_ends_what_it_opened(engine: Engine) {
    let mut served = Served::open_changed(engine, changed, "").await;
    let reception = sets_password(&served, "recepcja").await.signed_on().await;
    assert!(reception.is_in().await);
    served.stop();
    let file = std::fs::read_to_string(served.folder.join("office.toml")).expect("the office's file");
    let other = file.replace("login = \"recepcja\"\nrole = \"reception\"", "login = \"recepcja\"\nrole = \"auditor\"");
    assert_ne!(other, file);
    std::fs::write(served.folder.join("office.toml"), other).expect("the office's file");
    let settings = served.folder.join("okienko.toml");
    let done = std::process::Command::new(okienko_tests::process::binary())
        .args(["--config", settings.to_str().expect("a path"), "import", "office.toml"])
        .current_dir(&served.folder)
        .env_remove("DATABASE_URL")
        .output()
        .expect("okienko");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    served.start_again().await;
    assert!(!reception.is_in().await, "signed out by the other role");
    let mut auditor = Person::named(&served.http, "recepcja", OTHER);
    auditor.signs_on("").await.with_status(200);
    auditor.posts("staff/appointments/find", json!({ "phone": "662138278" })).await.with_status(403);
}

async fn the_first_administrator_comes_by_a_link(engine: Engine) {
    let mut served = Served::open_changed(engine, changed, "").await;
    let folder = served.folder.clone();
    let link = || {
        std::process::Command::new(okienko_tests::process::binary())
            .args(["--config", "okienko.toml", "staff", "setup-link", "kierownik"])
            .current_dir(&folder)
            .env_remove("DATABASE_URL")
            .output()
            .expect("okienko")
    };
    let mut output = link();
    if engine == Engine::Sqlite {
        // The file belongs to the server that runs; over PostgreSQL a link can be made beside it.
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        served.stop();
        output = link();
        served.start_again().await;
    }
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let token = words.split('#').nth(1).expect("a link").trim().to_owned();
    served.http.post("account-links/use", None, json!({ "token": token, "password": OTHER })).await.with_status(200);
    Person::named(&served.http, "kierownik", OTHER).signs_on("").await.with_status(200);
    let gone = served.http.send(
        Method::POST,
        "account-links/use",
        None,
        None,
        Some(json!({ "token": token, "password": OTHER }).to_string()),
    );
    gone.await.expect("an answer").with_status(410);
}

on_each_engine! { second_factor_by_role a_role_taken_away_ends_what_it_opened the_first_administrator_comes_by_a_link }
