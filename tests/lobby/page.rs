//! The rules of the voice as plain functions, asked inside the browser that runs them.

use serde_json::json;

use crate::screen::{Screen, on_a_screen};

/// The value of an expression over a module of the lobby, `it`.
async fn asks(screen: &Screen, module: &str, expression: &str) -> serde_json::Value {
    let source = "document.querySelector('script[type=module]').src.replace(/[^/]+$/, '')";
    screen.knows(&format!("import({source} + '{module}').then(it => {expression})")).await
}

#[test]
fn r33_languages_addresses_and_hours_of_the_voice() {
    on_a_screen(json!({}), async |screen| {
        let setup = "{ languages: ['pl', 'en'], sound: { speech: true, repeat: true }, speech: { revision: 'a/b', languages: ['pl', 'uk'] } }";
        let said = format!(
            "[it.sentence({setup}, {{ language: 'uk' }}, false), it.sentence({setup}, {{ language: 'uk' }}, true), \
                             it.sentence({setup}, {{ language: 'en' }}, false), it.sentence({{ ...{setup}, languages: ['en'] }}, {{ language: 'uk' }}, true)]"
        );
        let wanted = json!([["pl", "pl", "uk"], ["pl"], ["pl", "pl"], ["uk"]]);
        assert_eq!(
            asks(&screen, "voice.js", &said).await,
            wanted,
            "a board whose language has no voice speaks that of the ticket"
        );
        let address = format!("it.clipUrl({setup}, {{ code: 'U 7', desk: 'd', desk_label: 'sala/2' }}, 'pl')");
        assert_eq!(asks(&screen, "voice.js", &address).await, "/speech/a%2Fb/pl/U%207/sala%2F2.wav");
        let within = "['21:59', '22:00', '00:00', '04:59', '05:00'].map(time => it.isWithin({ from: '22:00', to: '05:00' }, time))";
        assert_eq!(asks(&screen, "voice.js", within).await, json!([false, true, true, true, false]));
        let loud = "[{ volume: 150 }, { volume: -5 }, { volume: 50, hours: [{ from: '12:00', to: '13:00', volume: 0 }] }] \
                    .map(sound => it.volumeAt(sound, '12:30'))";
        assert_eq!(asks(&screen, "voice.js", loud).await, json!([1, 0, 0]));
    });
}

#[test]
fn r33_a_screen_whose_storage_is_forbidden_works_without_memory() {
    on_a_screen(json!({}), async |screen| {
        let forbidden = "(() => { Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden'); } }); \
                         return [it.remembered('key', 'nothing'), it.remember('key', 'value')]; })()";
        assert_eq!(asks(&screen, "memory.js", forbidden).await, json!(["nothing", false]));
    });
}
