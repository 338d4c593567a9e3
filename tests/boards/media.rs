//! The files that boards show: plain names of known kinds from one folder, and nothing else of this machine.

use okienko_tests::{Engine, engine, on_both_engines};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::*;

/// An answer as it came.
struct Raw {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Raw {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// A request as it is typed: no client tidies the path.
async fn asks(office: &Office, method: &str, path: &str, headers: &str) -> Raw {
    let base = office.http.url("/");
    let host = base.trim_start_matches("http://").trim_end_matches('/');
    let mut wire = TcpStream::connect(host).await.expect("the server");
    let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n");
    wire.write_all(request.as_bytes()).await.expect("the request goes out");
    let mut bytes = Vec::new();
    wire.read_to_end(&mut bytes).await.expect("an answer");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    Raw { status, head, body: bytes[end + 4..].to_vec() }
}

/// Puts a file into the folder.
fn lays(office: &Office, name: &str, bytes: &[u8]) {
    std::fs::write(office.folder().join("media").join(name), bytes).expect("the demo has a folder of media");
}

const DRAWING: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><rect width="9" height="9"/></svg>"#;

on_both_engines! {
    async fn plain_files_of_known_kinds_are_served_and_nothing_else(office: Office) {
        lays(&office, "a.png", b"\x89PNG");
        lays(&office, "uwaga.txt", b"no");
        lays(&office, "b.html", b"<script>alert(1)</script>");
        lays(&office, ".png", b"no");
        std::fs::write(office.folder().join("c.png"), b"outside").expect("a file");
        std::os::unix::fs::symlink(office.folder().join("demo.json"), office.folder().join("media/link.png")).expect("a link");
        std::fs::create_dir(office.folder().join("media/d.png")).expect("a folder");
        let served = asks(&office, "GET", "/media/a.png", "").await;
        assert_eq!((served.status, served.body.as_slice(), served.header("content-type")), (200, b"\x89PNG".as_slice(), Some("image/png")));
        assert_eq!((served.header("x-content-type-options"), served.header("cross-origin-resource-policy")), (Some("nosniff"), Some("same-origin")));
        for path in [
            "/media/../c.png", "/media/..%2Fc.png", "/media/%2e%2e%2fc.png", "/media/..%5cc.png", "/media/.%2e/c.png", "/media//a.png", "/media/a.png/",
            "/media/%2Fetc%2Fpasswd", "/media/a.png%00", "/media/a.png%00.txt", "/media/link.png", "/media/d.png", "/media/.png", "/media/uwaga.txt",
            "/media/b.html", "/media/nie-ma.png", "/media/", "/media", "/media/a.PNG", "/media/...png",
        ] {
            assert_eq!(asks(&office, "GET", path, "").await.status, 404, "{path}");
        }
        let missing = asks(&office, "GET", "/media/nie-ma.png", "").await;
        assert_eq!((served.header("cache-control"), missing.header("cache-control")), (Some("public, max-age=300"), Some("no-store")));
        assert_eq!(asks(&office, "POST", "/media/a.png", "Content-Length: 0\r\n").await.status, 405);
    }

    async fn a_film_is_served_by_ranges_and_what_is_known_is_not_sent_again(office: Office) {
        let film: Vec<u8> = (0..100_000_u32).map(|byte| byte.to_le_bytes()[0]).collect();
        lays(&office, "film.mp4", &film);
        let whole = asks(&office, "GET", "/media/film.mp4", "Accept-Encoding: gzip\r\n").await;
        assert_eq!((whole.status, whole.header("content-type"), whole.header("accept-ranges")), (200, Some("video/mp4"), Some("bytes")));
        assert!(whole.body.len() >= film.len() && whole.header("last-modified").is_some());
        let part = asks(&office, "GET", "/media/film.mp4", "Range: bytes=1000-1999\r\n").await;
        assert_eq!((part.status, part.header("content-range")), (206, Some("bytes 1000-1999/100000")));
        assert_eq!(part.body, film[1000..2000]);
        assert_eq!(asks(&office, "GET", "/media/film.mp4", "Range: bytes=200000-\r\n").await.status, 416);
        let tag = whole.header("etag").expect("a validator");
        let known = asks(&office, "GET", "/media/film.mp4", &format!("If-None-Match: {tag}\r\n")).await;
        assert_eq!((known.status, known.body.len()), (304, 0));
        let head = asks(&office, "HEAD", "/media/film.mp4", "").await;
        assert_eq!((head.status, head.body.len()), (200, 0));
    }

    async fn a_drawing_runs_nothing_and_what_is_too_large_is_not_served(office: Office) {
        lays(&office, "a.svg", DRAWING);
        let served = asks(&office, "GET", "/media/a.svg", "").await;
        assert_eq!(served.header("content-type"), Some("image/svg+xml"));
        let policy = served.header("content-security-policy").expect("a policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("unsafe") && !policy.contains("allow"), "{policy}");
        let large = std::fs::File::create(office.folder().join("media/l.webm")).expect("a file");
        large.set_len(50 * 1024 * 1024 + 1).expect("a large file");
        assert_eq!(asks(&office, "GET", "/media/l.webm", "").await.status, 404);
        let keeper = Keeper::of(&office).await;
        lays(&office, "święto.png", b"no");
        let media = keeper.gets("board-settings").await.with_status(200).body["choices"]["media"].clone();
        assert_eq!(media["files"], json!([{ "file": "a.svg", "kind": "image", "bytes": DRAWING.len() }]));
        assert_eq!(media["unusable"], json!([{ "file": "l.webm", "reason": "large" }, { "file": "święto.png", "reason": "name" }]));
        assert!(media["folder"].as_str().expect("a folder").ends_with("/media"));
    }
}

#[test]
fn a_server_without_a_folder_serves_none_and_says_so() {
    engine::told(async {
        let folder = std::env::temp_dir().join(format!("okienko-media-{}", okienko_tests::chance::fresh()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("a.png"), b"\x89PNG").expect("a file");
        let without = okienko_tests::Serving::opens(Engine::Sqlite, &[]).await;
        without.http.get("/media/a.png", None).await.with_status(404);
        let path = folder.to_str().expect("UTF-8");
        let with = okienko_tests::Serving::opens(Engine::Sqlite, &[("OKIENKO__BOARDS__MEDIA", path)]).await;
        with.http.get("/media/a.png", None).await.with_status(200);
        let _ = std::fs::remove_dir_all(&folder);
    });
}
