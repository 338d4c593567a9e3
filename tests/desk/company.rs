//! A desk that is open in two places: both are live, and each page is told of the other.

use futures_util::StreamExt;
use okienko_tests::{Clerk, on_both_engines};
use serde_json::Value;
use std::time::Duration;
use tokio_tungstenite::connect_async;

use super::*;

/// A window of the desk's page: what its socket says.
struct Page(Box<dyn futures_util::Stream<Item = Value> + Unpin + Send>);

impl Page {
    async fn opens(clerk: &Clerk, name: &str) -> Self {
        let address =
            clerk.http.url(&format!("/ws/desks/{}?token={}{name}", clerk.desk, clerk.token)).replace("http:", "ws:");
        let (socket, _) = connect_async(address).await.expect("a socket");
        let said = socket
            .filter_map(|message| async move { serde_json::from_str::<Value>(message.ok()?.to_text().ok()?).ok() });
        Self(Box::new(Box::pin(said)))
    }

    async fn hears(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let heard = async {
            while let Some(message) = self.0.next().await {
                if wanted(&message) {
                    return message;
                }
            }
            panic!("the socket was closed")
        };
        tokio::time::timeout(Duration::from_secs(20), heard).await.expect("a message")
    }

    /// Waits until the socket is closed; nothing of the desk is shown meanwhile.
    async fn ends(&mut self) {
        let end = async {
            while let Some(message) = self.0.next().await {
                assert_ne!(message["type"], "view", "{message}");
            }
        };
        tokio::time::timeout(Duration::from_secs(20), end).await.expect("the end");
    }

    async fn hears_of(&mut self, others: u64) {
        self.hears(|message| message["type"] == "company" && message["others"] == others).await;
    }
}

on_both_engines! {
    async fn r32_two_pages_of_one_desk_are_told_of_each_other_and_both_live(office: Office) {
        let hall = Hall::of(&office).await;
        let mut first = Page::opens(hall.clerk(), "&page=first").await;
        let mut bar = Page::opens(hall.clerk(), "&page=first").await;
        let mut second = Page::opens(hall.clerk(), "&page=second").await;
        for page in [&mut first, &mut bar, &mut second] {
            page.hears_of(1).await;
        }
        let ticket = hall.ticket().await;
        hall.clerk().calls_next().await.ok();
        for page in [&mut first, &mut second] {
            page.hears(|message| message["view"]["current"]["code"] == ticket.code.as_str()).await;
        }
        drop(second);
        first.hears_of(0).await;
    }

    async fn r32_whoever_gives_no_name_hears_views_only(office: Office) {
        let hall = Hall::of(&office).await;
        let mut nameless = Page::opens(hall.clerk(), "").await;
        let mut named = Page::opens(hall.clerk(), "&page=a").await;
        let mut other = Page::opens(hall.clerk(), "&page=b").await;
        named.hears_of(1).await;
        other.hears_of(1).await;
        let ticket = hall.ticket().await;
        let heard = nameless.hears(|message| message["type"] != "view" || message["view"]["counts"]["waiting"] == 1).await;
        assert_eq!(heard["view"]["waiting"][0]["code"], ticket.code.as_str());
    }

    async fn a_desk_is_shown_no_more_once_its_clerk_has_signed_off(office: Office) {
        let hall = Hall::of(&office).await;
        let mut own = Page::opens(hall.clerk(), "").await;
        let mut other = Page::opens(hall.other(), "").await;
        for page in [&mut own, &mut other] {
            page.hears(|message| message["type"] == "view").await;
        }
        let signs_off = office.http.send(reqwest::Method::DELETE, "session", Some(&hall.clerk().token), None, None);
        assert_eq!(signs_off.await.expect("an answer").status, 204);
        let ticket = hall.ticket().await;
        let said = own.hears(|message| message["type"] != "company").await;
        assert_eq!(said, serde_json::json!({ "type": "refused" }), "not the ticket that came");
        own.ends().await;
        other.hears(|message| message["view"]["waiting"][0]["code"] == ticket.code.as_str()).await;
    }

    async fn a_desk_is_shown_no_more_to_whoever_was_given_another_one(office: Office) {
        let hall = Hall::of(&office).await;
        let mut page = Page::opens(hall.clerk(), "").await;
        page.hears(|message| message["type"] == "view").await;
        let login = &office.sample.clerks.iter().find(|one| one.desk == hall.clerk().desk).expect("a clerk").login;
        let root = okienko_tests::admin::token(&office).await;
        let revision = office.http.get("office", Some(&root)).await.ok().body["revision"].clone();
        let place = serde_json::json!({ "path": ["staff", login, "desk"], "value": hall.other().desk });
        office.http.post("office", Some(&root), serde_json::json!({ "revision": revision, "changes": [place] })).await.ok();
        page.hears(|message| message["type"] == "refused").await;
        page.ends().await;
    }
}
