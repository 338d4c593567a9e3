//! Lines 25, 31, 32 where the office is reached by TLS: cookies bound to the host, HSTS; and pages of the law that stand elsewhere.

use okienko_tests::process::Process;
use okienko_tests::{Http, Office, on_both_engines};
use reqwest::header::{LOCATION, SET_COOKIE};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use crate::header;

/// Serves the office of a stopped demo as a real office would: behind a proxy with TLS.
async fn serves(office: &Office) -> (Process, Http) {
    office.stop();
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address").port();
    let settings = office.folder().join("okienko.toml");
    let database = office.folder().join("okienko.db");
    let text = format!(
        "[server]\nlisten = \"127.0.0.1:{port}\"\npublic_url = \"https://wizyty.example\"\n[database]\nurl = \"sqlite:{}\"\n\
         [web]\ndeclaration_url = \"https://www.urzad.example/dostepnosc\"\n",
        database.display()
    );
    std::fs::write(&settings, text).expect("settings");
    let url = office.database.as_ref().map(|database| database.url());
    let arguments = ["serve", "--config", settings.to_str().expect("a path")];
    let process = Process::start(&arguments, url.as_deref(), &office.folder().with_extension("log"));
    let http = Http::new(&format!("http://127.0.0.1:{port}"));
    let begun = Instant::now();
    while http.send(reqwest::Method::GET, "/readyz", None, None, None).await.map_or(0, |answer| answer.status) != 200 {
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", process.tail());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (process, http)
}

on_both_engines! {
    async fn law_25_law_31_law_32_by_tls_the_cookie_is_bound_to_the_host_and_browsers_stay_with_tls(office: Office) {
        let (mut server, http) = serves(&office).await;
        let service = office.sample.shared_service();
        let days = http.get(&format!("/s/{}", service.id), None).await.with_status(200);
        assert_eq!(header(&days.headers, "strict-transport-security"), "max-age=31536000; includeSubDomains");
        let day = days.text.split(&format!("/s/{}/", service.id)).nth(1).and_then(|rest| rest.split('"').next()).expect("a day").to_owned();
        let day = day.split('/').next().expect("a day");
        let hours = http.get(&format!("/s/{}/{day}", service.id), None).await.text;
        let hour = hours.split(&format!("/s/{}/{day}/", service.id)).nth(1).and_then(|rest| rest.split('"').next()).expect("an hour");
        let form = http.get(&format!("/s/{}/{day}/{hour}", service.id), None).await.with_status(200);
        let cookie = header(&form.headers, SET_COOKIE.as_str());
        assert!(cookie.starts_with("__Host-okienko=") && cookie.ends_with("; Secure") && cookie.contains("; Path=/;"), "{cookie}");
        assert!(form.text.contains("href=\"https://www.urzad.example/dostepnosc\""), "one declaration, the office's own");
        let elsewhere = http.get("/accessibility", None).await.with_status(302);
        assert_eq!(header(&elsewhere.headers, LOCATION.as_str()), "https://www.urzad.example/dostepnosc");
        let clause = http.get("/privacy", None).await.with_status(200).text;
        assert!(clause.contains("<code>__Host-okienko</code>"));
        let security = http.get("/.well-known/security.txt", None).await.with_status(200).text;
        assert!(security.contains("Canonical: https://wizyty.example/.well-known/security.txt"));
        server.stop();
    }
}
