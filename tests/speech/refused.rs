//! The address of a sound: what it answers, how long that may be kept, and what it refuses.

use okienko_tests::on_both_engines;
use serde_json::json;

use crate::{ask, get, revision, speech};

on_both_engines! {
    async fn r33_a_call_is_heard_in_three_languages_and_kept_for_ever(office: Office) {
        assert_eq!(speech(&office.http).await["languages"], json!(["pl", "en", "uk"]));
        let revision = revision(&office.http).await;
        assert!(revision.len() == 16 && revision.bytes().all(|byte| byte.is_ascii_hexdigit()), "{revision}");
        let mut all = Vec::new();
        for language in ["pl", "en", "uk"] {
            let path = format!("/speech/{revision}/{language}/U007/3.wav");
            let heard = ask(&office.http, &path, "gzip, deflate, br").await;
            let sound = heard.sound();
            assert!((1.2..4.5).contains(&sound.seconds()), "{language}: {} s", sound.seconds());
            assert!((sound.peak_db() + 3.0).abs() < 0.1 && !sound.is_clipped(), "{language}: {}", sound.peak_db());
            assert_eq!(heard.header("cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(heard.header("content-length"), heard.body.len().to_string());
            assert_eq!(heard.header("x-content-type-options"), "nosniff");
            assert!(heard.header("set-cookie").is_empty());
            assert_eq!(get(&office.http, &path).await.body, heard.body, "asked again, it is the same");
            all.push(heard.body);
        }
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2], "each language has its own words");
        let other = get(&office.http, &format!("/speech/{revision}/pl/U008/3.wav")).await;
        assert_ne!(other.body, all[0]);
        let old = get(&office.http, "/speech/0123456789abcdef/pl/U007/3.wav").await;
        office.kill();
        office.restart().await;
        assert_eq!(crate::revision(&office.http).await, revision, "a restart changes nothing that screens have kept");
        assert_eq!((old.header("cache-control"), &old.body), ("no-cache", &all[0]), "a page from before an update");
    }

    async fn the_page_of_a_board_may_load_and_play_it(office: Office) {
        let page = get(&office.http, "/lobby/hol").await;
        let policy = page.header("content-security-policy");
        let allows = |what: &str| policy.split(';').map(str::trim).find_map(|one| one.strip_prefix(what));
        for what in ["media-src", "connect-src"] {
            let sources = allows(what).or(allows("default-src")).expect("a policy");
            assert!(sources.split(' ').any(|source| source == "'self'"), "{what}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        let chime = get(&office.http, "/assets/any/lobby/chime.wav").await;
        assert!(chime.body.len() <= 60 * 1024);
        let gong = chime.sound();
        assert!((1.0..1.4).contains(&gong.seconds()) && (gong.peak_db() + 3.0).abs() < 0.1);
    }

    async fn what_is_no_call_is_refused_and_costs_nothing(office: Office) {
        let revision = revision(&office.http).await;
        for (path, status) in [
            ("pl/u007/3", 400),
            ("pl/U/3", 400),
            ("pl/007/3", 400),
            ("pl/ABC1/3", 400),
            ("pl/U00001/3", 400),
            ("pl/U7%0A/3", 400),
            ("pl/U7/3%3Breboot", 400),
            ("pl/U7/%5B%5B%27a%5D%5D", 400),
            ("pl/U7/%3Cspeak%3E", 400),
            ("pl/U7/1234567890123", 400),
            ("pl/U7/%20", 400),
            ("pl/U7/..", 400),
            ("pl/U7/3%00", 400),
            ("de/U7/3", 404),
            ("PL/U7/3", 404),
            ("pl%2F..%2Fen/U7/3", 404),
        ] {
            let refused = office.http.get(&format!("/speech/{revision}/{path}.wav"), None).await;
            assert_eq!(refused.status, status, "{path}: {}", refused.text);
            assert!(refused.is_problem(), "{path}: {}", refused.text);
            assert_eq!(refused.headers["cache-control"], "no-store", "{path}");
        }
        let posted = office.http.post(&format!("/speech/{revision}/pl/U7/3.wav"), None, json!({})).await;
        posted.refused_with("method_not_allowed");
        for label in ["A4", "Okno%20%C5%81", "%D0%86-2", "BO"] {
            let heard = get(&office.http, &format!("/speech/{revision}/pl/KW012/{label}.wav")).await;
            assert!(heard.sound().seconds() > 1.0, "{label}");
        }
    }
}
