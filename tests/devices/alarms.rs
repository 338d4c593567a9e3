//! What the office hears of its kiosks by mail, and what the administrator sees.

use std::time::{Duration, Instant};

use okienko_tests::{Letter, on_both_engines};

use super::screens::{Screen, given, said};
use super::*;

/// The office looks after its devices every two seconds: a letter too many would have come in two looks.
const TWO_LOOKS: Duration = Duration::from_secs(5);

/// The letters about kiosks, oldest first, once there are so many; and a moment later there are no more.
async fn letters(office: &Office, count: usize) -> Vec<Letter> {
    let about_kiosks = || {
        let mut all = Letter::all_in(&office.sample.mail_dir);
        all.retain(|letter| letter.header("to").contains("automaty@urzad.example"));
        all
    };
    let begun = Instant::now();
    while about_kiosks().len() < count {
        assert!(begun.elapsed() < Duration::from_secs(60), "{} letters of {count}", about_kiosks().len());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(TWO_LOOKS).await;
    let letters = about_kiosks();
    let subjects: Vec<_> = letters.iter().map(|letter| letter.header("subject")).collect();
    assert_eq!(letters.len(), count, "{subjects:?}");
    letters
}

on_both_engines! {
    async fn paper_that_ends_is_told_once_and_once_that_it_is_there_again(office: Office) {
        reports(&office, "ready").await;
        letters(&office, 0).await;
        for _ in 0..3 {
            reports(&office, "paper_end").await;
        }
        let told = letters(&office, 1).await;
        assert_eq!(told[0].header("subject"), "Automat „Kiosk 1”: brak papieru");
        assert_eq!(told[0].header("auto-submitted"), "auto-generated");
        assert!(told[0].text().contains("Prosimy założyć nową rolkę") && told[0].html().contains("Kiosk 1"), "{}", told[0].text());
        assert!(told[0].links().iter().any(|link| link.ends_with("/admin/devices")), "{:?}", told[0].links());
        reports(&office, "ready").await;
        let told = letters(&office, 2).await;
        assert_eq!(told[1].header("subject"), "Automat „Kiosk 1” znów działa");
        assert!(told[1].text().contains("brak papieru"), "{}", told[1].text());
        // A roll that flutters: ten minutes of peace.
        for printer in ["paper_end", "ready", "paper_end", "ready"] {
            reports(&office, printer).await;
            tokio::time::sleep(Duration::from_millis(2_500)).await;
        }
        letters(&office, 2).await;
    }

    async fn a_roll_that_nearly_ends_is_a_warning_and_an_open_cover_gets_a_minute(office: Office) {
        reports(&office, "near_end").await;
        let told = letters(&office, 1).await;
        assert!(told[0].header("subject").ends_with("kończy się papier"), "{}", told[0].header("subject"));
        reports(&office, "cover_open").await;
        letters(&office, 1).await;
        reports(&office, "ready").await;
        let told = letters(&office, 2).await;
        assert!(told[1].header("subject").ends_with("znów działa"));
    }

    async fn a_silent_kiosk_is_missed_during_opening_hours_and_welcomed_back(office: Office) {
        let office = office.with_office(|file| {
            let kiosk = file.get_mut("office").and_then(|one| one.get_mut("kiosk")).and_then(toml::Value::as_table_mut);
            kiosk.expect("kiosks").insert("silent_seconds".into(), 15.into());
        }).await;
        reports(&office, "ready").await;
        let keeper = Keeper::of(&office).await;
        assert_eq!(keeper.kiosk().await["kiosk"]["online"], true);
        let told = letters(&office, 1).await;
        assert_eq!(told[0].header("subject"), "Automat „Kiosk 1”: automat się nie zgłasza");
        assert_eq!(keeper.kiosk().await["kiosk"]["online"], false);
        reports(&office, "ready").await;
        let told = letters(&office, 2).await;
        assert!(told[1].header("subject").ends_with("znów działa"));
        assert_eq!(keeper.kiosk().await["kiosk"]["online"], true);
    }

    async fn a_screen_that_cannot_be_heard_is_told_once_and_so_is_its_end(office: Office) {
        let keeper = Keeper::of(&office).await;
        let mut screen = Screen::is_let_in(&keeper, given(&[])).await;
        screen.says(&said("blocked")).await;
        let told = letters(&office, 1).await;
        assert_eq!(told[0].header("subject"), "Ekran „Hol, przy windzie”: dźwięk zablokowany");
        assert!(told[0].links().iter().any(|link| link.ends_with("/admin/devices")), "{:?}", told[0].links());
        screen.says(&said("on")).await;
        let told = letters(&office, 2).await;
        assert_eq!(told[1].header("subject"), "Ekran „Hol, przy windzie” znów działa");
    }

    async fn a_kiosk_that_never_reported_or_was_taken_out_is_nobodys_worry(office: Office) {
        let keeper = Keeper::of(&office).await;
        assert!(keeper.kiosk().await["kiosk"].is_null(), "a browser as a kiosk says nothing of itself");
        reports(&office, "ready").await;
        keeper.posts(&format!("devices/{}/revoke", office.sample.kiosk.id), json!({})).await.with_status(200);
        office.kiosk().post("kiosk/health", health("error")).await.with_status(401).refused_with("unauthorized");
        letters(&office, 0).await;
    }

    async fn what_a_kiosk_says_is_shown_to_the_administrator_and_in_the_metrics(office: Office) {
        let keeper = Keeper::of(&office).await;
        reports(&office, "near_end").await;
        let kiosk = keeper.kiosk().await;
        let said = &kiosk["kiosk"];
        assert!(kiosk["last_seen_at"].is_string());
        assert_eq!((&said["version"], &said["unsynced"], &said["page_alive"]), (&json!("0.1.0"), &json!(2), &json!(true)));
        assert_eq!((&said["printer"]["state"], &said["printed"]["left"]), (&json!("near_end"), &json!(310)));
        // 40 tickets in the half hour since the doors opened: 310 more last until noon.
        let at = okienko_tests::time::instant(said["paper"]["at"].as_str().expect("an hour"));
        assert!(said["paper"]["ends"] == "today" && at > today("11:30") && at < today("12:30"), "{said}");
        let metrics = office.http.get("/metrics", None).await.with_status(200).text;
        let id = &office.sample.kiosk.id;
        assert!(metrics.contains(&format!("okienko_kiosk_printer{{kiosk=\"{id}\",state=\"near_end\"}} 1\n")), "{metrics}");
        assert!(metrics.contains(&format!("okienko_kiosk_unsynced{{kiosk=\"{id}\"}} 2\n")), "{metrics}");
        assert!(metrics.contains(&format!("okienko_kiosk_last_seen_seconds{{kiosk=\"{id}\"}} ")), "{metrics}");
    }

    async fn a_report_that_makes_no_sense_is_refused(office: Office) {
        let kiosk = office.kiosk();
        let with = |member: &str, value: Value| {
            let mut health = health("ready");
            health[member] = value;
            health
        };
        for body in [
            json!({}), with("printer", json!({ "state": "melted" })), with("version", json!("x".repeat(41))),
            with("done", json!(vec!["w"; 51])), with("unsynced", json!(-1)), with("printed", json!({ "today": "many" })),
        ] {
            kiosk.post("kiosk/health", body).await.with_status(400).refused_with("malformed");
        }
    }
}
