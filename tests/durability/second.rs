//! Starts that must not succeed, and starts that must.

use std::process::Command;
use std::time::{Duration, Instant};

use okienko_tests::engine::{tell, told};
use okienko_tests::process::binary;
use okienko_tests::{Engine, Office, on_both_engines};

#[test]
fn r37_a_second_server_over_a_sqlite_file_in_use_refuses_and_says_why() {
    tell(Engine::Sqlite, |office| async move {
        let data = office.folder().to_str().expect("a path").to_owned();
        let mut second = Command::new(binary())
            .args(["demo", "--data", &data, "--listen", "127.0.0.1:0"])
            .env_remove("DATABASE_URL")
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the second server starts");
        let begun = Instant::now();
        while second.try_wait().expect("its state").is_none() {
            if begun.elapsed() > Duration::from_secs(20) {
                second.kill().expect("it is ended");
                panic!("the second server did not refuse in 20 s");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let output = second.wait_with_output().expect("its words");
        assert!(!output.status.success(), "it refuses");
        let said = String::from_utf8_lossy(&[output.stderr, output.stdout].concat()).into_owned();
        assert!(!said.trim().is_empty() && !said.contains("panicked"), "it says why: {said}");
        office.kiosk().takes_ticket(&office.sample.shared_service().id).await.with_status(201);
    });
}

#[test]
fn an_unknown_kind_of_database_is_a_start_up_error_with_advice() {
    let folder = std::env::temp_dir().join(format!("okienko-test-{}", okienko_tests::chance::fresh()));
    for url in ["mysql://localhost/x", "host=127.0.0.1 port=1 dbname=dz", "postgres://127.0.0.1:1/none"] {
        let output = Command::new(binary())
            .args(["demo", "--data", folder.to_str().expect("a path"), "--listen", "127.0.0.1:0"])
            .env("DATABASE_URL", url)
            .stdin(std::process::Stdio::null())
            .output()
            .expect("the server starts");
        assert!(!output.status.success(), "{url} is refused");
        let said = String::from_utf8_lossy(&[output.stderr, output.stdout].concat()).into_owned();
        assert!(!said.trim().is_empty() && !said.contains("panicked"), "{url}: {said}");
    }
    let _ = std::fs::remove_dir_all(folder);
}

on_both_engines! {
    async fn r37_after_a_graceful_stop_everything_is_as_before(office: Office) {
        let service = office.sample.shared_service();
        let clerks = office.clerks_of(&service.id).await;
        let kiosk = office.kiosk();
        let mut tickets = Vec::new();
        for _ in 0..5 {
            tickets.push(kiosk.takes_ticket(&service.id).await.with_status(201).ticket());
        }
        clerks[0].calls_next().await.ok();
        clerks[0].starts().await.ok();
        clerks[1].calls_next().await.ok();
        let mut before = Vec::new();
        for clerk in &clerks {
            before.push(clerk.view().await);
        }
        office.stop();
        office.restart().await;
        for (clerk, before) in clerks.iter().zip(&before) {
            let after = clerk.view().await;
            assert_eq!(after["state"], before["state"]);
            assert_eq!(after["current"]["code"], before["current"]["code"]);
            assert_eq!(after["counts"]["waiting"], before["counts"]["waiting"]);
        }
        assert_eq!(kiosk.takes_ticket(&service.id).await.with_status(201).ticket().number(), 6);
    }
}

#[test]
fn r35_the_server_opens_in_the_night_of_the_change_of_clocks() {
    told(async {
        for night in ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2027-03-28T03:00:00+02:00"] {
            let office = Office::open_at(Engine::Sqlite, night).await;
            let service = office.sample.shared_service();
            office.kiosk().takes_ticket(&service.id).await.refused_with("closed");
            let day = okienko_tests::time::day_of(office.now());
            let (open, slots) = office.citizen().next_open_day(&service.id, &day).await;
            assert_eq!(
                open,
                if day.starts_with("2026") { "2026-10-26" } else { "2027-03-30" },
                "Easter Monday is closed"
            );
            assert_eq!(slots[0].start, okienko_tests::time::warsaw(&open, "09:00"));
        }
    });
}

#[test]
fn r24_the_window_is_right_on_the_morning_after_the_change_of_clocks() {
    told(async {
        let office = Office::open_at(Engine::Sqlite, "2026-10-23T08:00:00+02:00").await;
        let (service, citizen) = (office.sample.shared_service(), office.citizen());
        let slot = citizen.slots_on(&service.id, "2026-10-26").await.remove(0);
        citizen.books(&service.id, slot.start).await.with_status(201);
        office.clock(slot.start - chrono::TimeDelta::minutes(31)).await;
        let early = office.kiosk().check_in_by_phone(&citizen.phone).await.refused_with("too_early");
        assert_eq!(early.str("opens_at"), "2026-10-26T08:30:00+01:00");
        office.clock(slot.start - chrono::TimeDelta::minutes(29)).await;
        office.kiosk().check_in_by_phone(&citizen.phone).await.with_status(201);
    });
}
