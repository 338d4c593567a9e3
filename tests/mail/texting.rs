//! Text messages over a real HTTP gateway, as a city would set one up: law line 28.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use okienko_tests::Engine;
use okienko_tests::served::Served;

/// Bodies of the requests so far; answers with an error in a 200 once, then with success.
fn gateway() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let bodies = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&bodies);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let body = read(&stream);
            let first = kept.lock().expect("the bodies").is_empty();
            kept.lock().expect("the bodies").push(body);
            let answer = if first {
                r#"{"error":103,"message":"Insufficient credits"}"#
            } else {
                r#"{"count":1,"list":[{"id":"1","points":0.07,"status":"QUEUE","error":null}]}"#
            };
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}", answer.len())
                .expect("an answer");
        }
    });
    (port, bodies)
}

fn read(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while reader.read_line(&mut head).expect("a head") > 2 {}
    let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("a body");
    String::from_utf8(body).expect("UTF-8")
}

async fn the_code_comes_by_telephone(engine: Engine) {
    let (port, bodies) = gateway();
    let settings = format!(
        "[mail]\ntransport = \"memory\"\n[sms]\ntransport = \"smsapi\"\nurl = \"http://127.0.0.1:{port}/sms.do\"\ntoken = \"sesame\"\nfrom = \"UM\"\n"
    );
    let served = Served::open(engine, "sms = { confirmation = true }", &settings).await;
    let (citizen, answer) = served.booked("wislawa@example.com").await;
    let begun = Instant::now();
    while bodies.lock().expect("the bodies").len() < 2 {
        assert!(begun.elapsed() < Duration::from_secs(40), "no second try");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    let bodies = bodies.lock().expect("the bodies").clone();
    assert_eq!(bodies.len(), 2, "once it is taken it is not sent again");
    assert_eq!(
        bodies[0].split('&').find(|field| field.starts_with("idx=")),
        bodies[1].split('&').find(|field| field.starts_with("idx="))
    );
    assert!(
        bodies[1].contains(&format!("to={}", citizen.shown_phone())) && bodies[1].contains(answer.str("code")),
        "{}",
        bodies[1]
    );
    let log = served.log();
    assert!(log.contains("error 103") && !log.contains(&citizen.phone) && !log.contains("sesame"), "{log}");
}

#[test]
fn law_line_28_the_code_comes_by_telephone_sqlite() {
    okienko_tests::engine::told(the_code_comes_by_telephone(Engine::Sqlite));
}

#[test]
fn law_line_28_the_code_comes_by_telephone_postgres() {
    okienko_tests::engine::told(the_code_comes_by_telephone(Engine::Postgres));
}
