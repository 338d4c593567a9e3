//! The spoken call: its sound over HTTP, packs of recordings, and every clip of the real voice.

mod clips;
mod heard;
mod packs;
mod refused;
mod rush;

use heard::Sound;
use okienko_tests::Http;
use reqwest::header::HeaderMap;

/// An answer whose body is no text.
struct Heard {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Heard {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Insists on a sound.
    #[track_caller]
    fn sound(&self) -> Sound {
        assert_eq!((self.status, self.header("content-type")), (200, "audio/wav"));
        Sound::read(&self.body)
    }
}

/// Asks for a path.
async fn get(http: &Http, path: &str) -> Heard {
    ask(http, path, "identity").await
}

/// Asks for a path, packed in one of these ways.
async fn ask(http: &Http, path: &str, packed: &str) -> Heard {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let response = client.get(http.url(path)).header("Accept-Encoding", packed).send().await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Heard { status, headers, body: response.bytes().await.expect("a body").to_vec() }
}

/// What a board's setup says of speech.
async fn speech(http: &Http) -> serde_json::Value {
    http.get("boards/hol/setup", None).await.ok().body["speech"].clone()
}

/// The revision that screens ask by.
async fn revision(http: &Http) -> String {
    speech(http).await["revision"].as_str().expect("a revision").to_owned()
}
