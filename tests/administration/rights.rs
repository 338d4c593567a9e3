//! Who may: an administrator. A file that would make somebody more than they are is as good as no file.

use okienko_tests::on_both_engines;

use super::*;

const READS: [&str; 4] = ["office", "office/file", "office/history", "office/unserved"];

on_both_engines! {
    async fn only_an_administrator_sees_or_changes_the_document(office: Office) {
        let keeper = Keeper::of(&office).await;
        let before = keeper.reads().await;
        let (clerk, supervisor) = (office.clerk("1").await.token, admin::supervisor(&office).await);
        let kiosk = office.kiosk().token;
        let promoted = keeper.gets("office/file").await.with_status(200).text.replace("role = \"supervisor\"", "role = \"admin\"");
        for (token, status) in [(Some(clerk.as_str()), 403), (Some(supervisor.as_str()), 403), (Some(kiosk.as_str()), 403), (None, 401)] {
            for path in READS {
                office.http.get(path, token).await.with_status(status);
            }
            let wish = json!({ "revision": before["revision"], "text": promoted });
            for path in ["office", "office/preview", "office/history/1/undo"] {
                office.http.post(path, token, wish.clone()).await.with_status(status);
            }
            let staff = json!({ "revision": before["revision"], "changes": [{ "path": ["staff", "kierownik", "role"], "value": "admin" }] });
            office.http.post("office", token, staff).await.with_status(status);
        }
        assert_eq!(keeper.reads().await, before);
    }

    async fn nobody_locks_everybody_out(office: Office) {
        let keeper = Keeper::of(&office).await;
        let refused = keeper.puts(&["staff", "administrator"], Value::Null).await.with_status(422).refused_with("invalid_office");
        assert_eq!(refused.body["errors"][0]["code"], "no_admin");
        keeper.puts(&["staff", "administrator", "role"], json!("clerk")).await.with_status(422).refused_with("invalid_office");
        keeper.gets("office").await.with_status(200);
    }
}
