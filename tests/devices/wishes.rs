//! What an administrator asks a kiosk to do.

use okienko_tests::on_both_engines;

use super::*;

on_both_engines! {
    async fn a_wish_is_told_until_the_kiosk_says_that_it_is_done(office: Office) {
        let keeper = Keeper::of(&office).await;
        reports(&office, "ready").await;
        let asked = keeper.asks("restart").await.with_status(201);
        assert_eq!(keeper.asks("restart").await.with_status(201).str("id"), asked.str("id"), "pressed twice, asked once");
        let test = keeper.asks("test_print").await.with_status(201);
        assert_eq!(keeper.kiosk().await["kiosk"]["wishes"], json!(["restart", "test_print"]));
        for _ in 0..2 {
            let told = wishes(&reports(&office, "ready").await);
            let kinds: Vec<_> = told.iter().map(|wish| wish["kind"].as_str().expect("a kind")).collect();
            assert_eq!(kinds, ["restart", "test_print"]);
            assert!(told.iter().all(|wish| wish["ticket"].is_null()), "{told:?}");
        }
        let mut done = health("ready");
        done["done"] = json!([asked.str("id"), "w-unknown"]);
        for _ in 0..2 {
            let told = wishes(&office.kiosk().post("kiosk/health", done.clone()).await.with_status(200));
            assert_eq!(told.len(), 1, "{told:?}");
            assert_eq!(told[0]["id"], test.str("id"));
        }
        assert_eq!(keeper.kiosk().await["kiosk"]["wishes"], json!(["test_print"]));
    }

    async fn a_wish_that_nobody_took_is_forgotten_after_a_quarter_of_an_hour(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.asks("reload").await.with_status(201);
        crate::rights::in_the_database(&office, "UPDATE wishes SET expires_ms = expires_ms - 890000, created_ms = created_ms - 890000");
        assert_eq!(wishes(&reports(&office, "ready").await).len(), 1, "ten seconds before it still stands");
        crate::rights::in_the_database(&office, "UPDATE wishes SET expires_ms = expires_ms - 11000");
        assert_eq!(wishes(&reports(&office, "ready").await), Vec::<Value>::new());
        let anew = keeper.asks("reload").await.with_status(201);
        assert_eq!(wishes(&reports(&office, "ready").await)[0]["id"], anew.str("id"));
    }

    async fn a_device_can_be_asked_only_for_what_it_can_do(office: Office) {
        let keeper = Keeper::of(&office).await;
        for kind in ["print", "explode", ""] {
            keeper.asks(kind).await.with_status(400).refused_with("malformed");
        }
        keeper.posts("devices/ekran-hol/wishes", json!({ "kind": "restart" })).await.with_status(400).refused_with("malformed");
        keeper.posts("devices/d-nobody/wishes", json!({ "kind": "reload" })).await.with_status(404).refused_with("not_found");
    }
}
