//! What the office sets about a board, while the board hangs there: changes, wishes of the address, the picture in the editor.

use okienko_tests::{Engine, engine};
use serde_json::json;

use crate::screen::{Screen, on_a_screen};

#[test]
fn r33_changed_settings_are_there_at_once_and_nothing_is_lost_by_it() {
    on_a_screen(json!({}), async |mut screen| {
        screen.calls("R001", "1").await;
        screen.runs(10.0).await;
        let sound = "{ on: true, speech: true, volume: 30, repeat: false, hours: [] }";
        screen
            .knows(&format!("world.changes({{ languages: ['en'], layout: 'list', theme: 'light', sound: {sound} }})"))
            .await;
        screen.runs(1.0).await;
        let looks = "[document.body.dataset.layout, document.body.dataset.theme, document.documentElement.lang]";
        assert_eq!(screen.knows(looks).await, json!(["list", "light", "en"]));
        assert_eq!(screen.knows("world.loads").await, 1);
        screen.calls("R002", "2").await;
        screen.runs(10.0).await;
        let last = screen.knows("world.heard.at(-1)").await;
        assert_eq!((&last["clip"], &last["volume"]), (&json!("en R002 2"), &json!(0.3)));
        assert_eq!(screen.heard().await.len(), 4, "what was heard is not heard again");
        assert!(!screen.reloads_within(200.0).await);
        let fetched = screen.knows("world.server.fetched.filter(path => path.endsWith('/setup')).length").await;
        assert_eq!(fetched, 1, "asked for once");
    });
}

#[test]
fn r33_settings_that_could_not_be_fetched_are_asked_for_again() {
    on_a_screen(json!({ "hangs": "/nothing" }), async |screen| {
        screen.knows("world.server.isUp = false, world.changes({ theme: 'light' })").await;
        screen.runs(1.0).await;
        assert_eq!(screen.knows("document.body.dataset.theme").await, "dark");
        screen.knows("world.rises()").await;
        screen.runs(10.0).await;
        assert_eq!(screen.knows("document.body.dataset.theme").await, "light");
    });
}

#[test]
fn r33_an_emergency_stands_over_everything_while_it_is_there() {
    on_a_screen(json!({}), async |screen| {
        assert!(!screen.shows("emergency").await);
        let text = "{ pl: 'Proszę opuścić budynek', en: 'Please leave the building', uk: 'Залиште будівлю' }";
        screen.knows(&format!("world.server.emergency = {text}, world.server.tell()")).await;
        screen.runs(1.0).await;
        assert!(screen.shows("emergency").await);
        assert!(screen.text_of("emergency-text").await.contains("Proszę opuścić budynek"));
        screen.knows("world.server.emergency = null, world.server.tell()").await;
        screen.runs(1.0).await;
        assert!(!screen.shows("emergency").await);
    });
}

#[test]
fn r33_what_the_address_wishes_is_stronger_than_the_setting() {
    engine::tell(Engine::Sqlite, |office| async move {
        let setup = json!({ "desks": [{ "id": "d3", "label": "3", "services": [] }, { "id": "d4", "label": "4", "services": [] }] });
        let query = "?layout=desk&desk=d4&theme=light&lang=uk,pl,xx";
        let screen = Screen::opens(&office, query, json!({ "setup": setup })).await;
        let looks = "[document.body.dataset.layout, document.body.dataset.theme, document.documentElement.lang]";
        assert_eq!(screen.knows(looks).await, json!(["desk", "light", "uk"]));
        screen.knows("world.changes({ ticker: [], theme: 'dark', layout: 'list' })").await;
        screen.runs(1.0).await;
        assert_eq!(screen.knows(looks).await, json!(["desk", "light", "uk"]), "also when the settings change");
        screen.calls("R001", "d3").await;
        screen.calls("R002", "d4").await;
        screen.calls("R003", "d3").await;
        screen.runs(15.0).await;
        assert_eq!(screen.large().await, "R002", "above desk 4 only its own visitors are called");
        assert_eq!(screen.heard().await, ["chime", "uk R002 d4"]);
    });
}

#[test]
fn r33_the_picture_in_the_editor_has_no_connection_no_sound_and_believes_only_its_own_server() {
    engine::tell(Engine::Sqlite, |office| async move {
        let screen = Screen::opens(&office, "?preview=1", json!({})).await;
        let call = "{ seq: 1, code: 'U007', desk: '3', desk_label: '3', service: 'mapy', called_at: world.instant(world.server.now()), \
                    recall: false, language: null }";
        let message = format!(
            "{{ type: 'preview', now: world.instant(world.server.now()), view: {{ calls: [{call}], waiting: [] }} }}"
        );
        let foreign = "new MessageEvent('message', { origin: 'https://elsewhere.example', data })";
        screen.knows(&format!("{{ const data = {message}; window.dispatchEvent({foreign}); }}")).await;
        screen.runs(1.0).await;
        assert_eq!(screen.large().await, "");
        screen.knows(&format!("window.postMessage({message}, location.origin)")).await;
        screen.runs(1.0).await;
        assert_eq!(screen.large().await, "U007");
        screen.knows("window.postMessage({ type: 'preview', setup: { ...world.server.setup, theme: 'light' } }, location.origin)").await;
        screen.runs(60.0).await;
        assert_eq!(screen.knows("document.body.dataset.theme").await, "light");
        assert_eq!(screen.large().await, "U007");
        let traces = screen
            .knows("[world.contexts, world.said.length, world.server.sockets.size, world.server.url ?? null]")
            .await;
        assert_eq!(traces, json!([0, 0, 0, null]));
    });
}
