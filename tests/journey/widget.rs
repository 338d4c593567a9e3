//! The booking as an element of another site: a link that becomes a frame where the office allows it (law line 32).

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

use okienko_tests::browser::Browser;
use okienko_tests::process::Process;
use okienko_tests::{Engine, Office};

/// A page of the city, at an address of its own: another port is another origin.
fn city(widget: &str, element: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}/", listener.local_addr().expect("its address"));
    let page = format!(
        "<!doctype html><html lang=\"pl\"><title>Miasto</title><body><h1>Miasto</h1>{element}\
         <script type=\"module\" src=\"{widget}\"></script></body></html>"
    );
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { break };
            let _ = stream.read(&mut [0; 4096]);
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{page}", page.len());
        }
    });
    address
}

fn element(base: &str) -> String {
    format!(
        "<okienko-booking service=\"dowody-osobiste\" lang=\"en\"><a href=\"{base}/s/dowody-osobiste\">Umów wizytę</a></okienko-booking>"
    )
}

#[test]
fn law32_without_leave_the_element_stays_a_link() {
    okienko_tests::engine::told(async {
        let office = Office::open(Engine::Sqlite).await;
        let base = office.http.url("/").trim_end_matches('/').to_owned();
        let page = city(&format!("{base}/widget.js"), &element(&base));
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&page).await;
        browser.sees("okienko-booking:defined").await;
        assert_eq!(browser.evaluates("return document.querySelectorAll('iframe').length").await, 0);
        browser.presses("okienko-booking a").await;
        browser.sees(".calendar").await;
        assert!(browser.address().await.starts_with(&base));
        let bare = city(&format!("{base}/widget.js"), "<okienko-booking department=\"geodezja\"></okienko-booking>");
        browser.goes_to(&bare).await;
        browser.reads("Umów wizytę w urzędzie").await;
        browser.presses("okienko-booking a").await;
        browser.reads("Wydział Geodezji i Kartografii").await;
        browser.closes().await;
    });
}

#[test]
fn law32_with_leave_days_and_hours_are_chosen_in_the_page_and_the_form_opens_at_the_office() {
    okienko_tests::engine::told(async {
        let office = Office::open(Engine::Sqlite).await;
        office.stop();
        let listen = format!(
            "127.0.0.1:{}",
            TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("a port").port()
        );
        let base = format!("http://{listen}");
        let page = city(&format!("{base}/widget.js"), &element(&base));
        let _server = serves(office.folder(), &listen, page.trim_end_matches('/')).await;
        let browser = Browser::opens(1280, 900).await;
        browser.goes_to(&page).await;
        let frame = browser.sees("okienko-booking iframe").await;
        let shown = "const f = document.querySelector('okienko-booking iframe'); return f.clientHeight > 400 && document.querySelector('okienko-booking a').hidden";
        for _ in 0..100 {
            if browser.evaluates(shown).await == true {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(browser.evaluates(shown).await, true, "the frame has the height of what is in it");
        frame.enter_frame().await.expect("the frame");
        browser.reads("Identity cards").await;
        browser.sees(".calendar").await;
        assert!(!browser.text().await.contains("Polski"), "no head of its own: {}", browser.text().await);
        browser.presses("a.day").await;
        browser.sees(".hours").await;
        browser.presses("a.hour").await;
        browser.driver().enter_default_frame().await.expect("the window");
        browser.sees("#booking").await;
        assert!(
            browser.address().await.starts_with(&format!("{base}/s/dowody-osobiste/")),
            "{}",
            browser.address().await
        );
        browser.closes().await;
    });
}

/// The same office as a real server whose booking may stand in frames of `host`.
async fn serves(folder: &Path, listen: &str, host: &str) -> Process {
    let config = folder.join("okienko.toml");
    let text = format!(
        "[server]\nlisten = \"{listen}\"\n[web]\nframe_ancestors = [\"{host}\"]\n[mail]\nfolder = \"{}\"\n[database]\nurl = \"sqlite:{}\"\n",
        folder.join("mail").display(),
        folder.join("okienko.db").display()
    );
    std::fs::write(&config, text).expect("the settings");
    let mut process =
        Process::start(&["serve", "--config", config.to_str().expect("UTF-8")], None, &folder.with_extension("log"));
    let http = okienko_tests::Http::new(&format!("http://{listen}"));
    for _ in 0..200 {
        if http.send(reqwest::Method::GET, "/healthz", None, None, None).await.is_ok() {
            return process;
        }
        assert!(process.ended().is_none(), "{}", process.tail());
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the server never answered\n{}", process.tail());
}
