//! A reader of server-sent events, as a browser reads them: blocks of lines, an empty line between two.

use std::time::Duration;

use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap};
use reqwest::{Client, Response};
use serde_json::Value;
use tokio::time::timeout;

use crate::http::Http;

/// An open stream.
pub struct Events {
    /// The status of the answer.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    response: Response,
    unread: String,
}

/// One block.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A message with its id.
    Message(String, Value),
    /// Milliseconds after which to come back.
    Retry(u64),
    /// A line that only keeps the connection.
    Comment,
    /// The server has ended the stream.
    End,
}

impl Events {
    /// Asks for a stream, as a browser that would take a packed answer.
    pub async fn opens(http: &Http, path: &str) -> Self {
        Self::opens_with(http, path, None).await
    }

    /// As [`Self::opens`], with a bearer token.
    pub async fn opens_with(http: &Http, path: &str, token: Option<&str>) -> Self {
        let client = Client::builder().no_proxy().build().expect("an HTTP client");
        let request = client.get(http.url(path)).header(ACCEPT, "text/event-stream").header(ACCEPT_ENCODING, "gzip");
        let request = if let Some(token) = token { request.bearer_auth(token) } else { request };
        let response = request.send().await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, response, unread: String::new() }
    }

    /// A header, or an empty text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The next block; `None` when nothing was said for so long.
    pub async fn hears(&mut self, patience: Duration) -> Option<Said> {
        timeout(patience, self.block()).await.ok()
    }

    /// The state of the next message that fits, within 15 s; whatever comes before it is passed over.
    pub async fn sees(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let waits = async {
            loop {
                match self.block().await {
                    Said::Message(_, state) if fits(&state) => return state,
                    Said::End => panic!("the stream ended before it said: {what}"),
                    _ => {}
                }
            }
        };
        timeout(Duration::from_secs(15), waits).await.unwrap_or_else(|_| panic!("never said: {what}"))
    }

    async fn block(&mut self) -> Said {
        loop {
            if let Some((block, rest)) = self.unread.split_once("\n\n") {
                let (said, rest) = (read(block), rest.to_owned());
                self.unread = rest;
                return said;
            }
            match self.response.chunk().await {
                Ok(Some(bytes)) => self.unread.push_str(std::str::from_utf8(&bytes).expect("UTF-8, not packed")),
                _ => return Said::End,
            }
        }
    }
}

fn read(block: &str) -> Said {
    let field = |name: &str| {
        let lines = block.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        lines.collect::<Vec<_>>().join("\n")
    };
    match (field("data"), field("retry")) {
        (data, _) if !data.is_empty() => Said::Message(field("id"), serde_json::from_str(&data).expect("JSON")),
        (_, retry) if !retry.is_empty() => Said::Retry(retry.parse().expect("milliseconds")),
        _ => {
            assert!(block.starts_with(':'), "neither a message nor a comment: {block}");
            Said::Comment
        }
    }
}
