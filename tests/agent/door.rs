//! Who is let in.

use super::*;

#[test]
fn other_sites_and_other_names_are_shut_out() {
    told(async {
        let hall = Hall::opens(Engine::Sqlite).await;
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let url = hall.agent.http.url("/agent/state");
        let seen = |name: &'static str, value: &'static str| client.get(&url).header(name, value).send();
        assert_eq!(seen("host", "evil.example").await.expect("an answer").status(), 403);
        let post = |origin: &'static str| {
            let body = format!("{{\"service\":\"{}\"}}", hall.service().id);
            let request = client.post(hall.agent.http.url("kiosk/tickets")).header("origin", origin);
            request.header("content-type", "application/json").header("idempotency-key", "a").body(body).send()
        };
        assert_eq!(post("http://evil.example").await.expect("an answer").status(), 403);
        assert_eq!(post("null").await.expect("an answer").status(), 403);
        assert_eq!(hall.agent.count("touches"), 0);
    });
}

#[test]
fn a_name_of_the_network_is_refused_before_anything_starts() {
    let mut command = std::process::Command::new(okienko_tests::agent::binary());
    let output = command.args(["--listen", "0.0.0.0:0", "--state", "/nonexistent"]).output().expect("the binary");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("anywhere"));
}

#[test]
fn check_prints_the_settings_without_secrets() {
    let mut command = std::process::Command::new(okienko_tests::agent::binary());
    let output = command.args(["check", "--server", "https://kiosk:secret@q.example"]).output().expect("the binary");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}");
    assert!(text.contains("q.example") && text.contains("[timing]") && !text.contains("secret"), "{text}");
}
