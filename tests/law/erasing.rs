//! Line 21: contact data goes in time, from every table; the proof and the statistics stay. Line 30: never between 02:00 and 03:00.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::page::Window;
use okienko_tests::time::warsaw;

use crate::dump::{dump, lines_with};
use crate::{books, zygfryda};

on_both_engines! {
    async fn law_21_after_their_days_no_table_holds_a_phone_a_name_or_an_address(office: Office) {
        let (comes, cancels) = (zygfryda(&office, "509777111"), zygfryda(&office, "509777222"));
        let (start, visit) = books(&office, &comes, "2026-11-23", "10:00").await;
        let (ended, other) = books(&office, &cancels, "2026-11-23", "11:00").await;
        cancels.cancels(other.str("token")).await.ok();
        office.clock(start - TimeDelta::minutes(20)).await;
        office.kiosk().check_in_by_phone(&comes.phone).await.with_status(201);
        let of = |phone: &'static str| lines_with(&office, &[phone]);
        assert!(of("509777111").len() >= 2 && of("509777222").len() >= 2, "contact and answer are there: {:?}", dump(&office));

        office.clock(ended + TimeDelta::hours(23)).await;
        assert!(!of("509777222").is_empty(), "a cancelled visit is kept for the rest of its day");
        office.clock(ended + TimeDelta::hours(24)).await;
        assert_eq!(of("509777222"), Vec::<String>::new(), "24 hours after its hour");
        assert!(!of("509777111").is_empty(), "the other is kept for 14 days");

        office.clock(start + TimeDelta::days(14) - TimeDelta::hours(1)).await;
        assert!(!of("509777111").is_empty());
        office.clock(start + TimeDelta::days(14)).await;
        let traces = ["509777111", "509777222", "509 777", "Zygfryda", "zygfryda.509777111@example.com", "@example.com"];
        assert_eq!(lines_with(&office, &traces), Vec::<String>::new());

        let rows = dump(&office);
        let proofs = rows.iter().filter(|row| row.starts_with("access_log ") && row.contains("retention 1")).count();
        assert_eq!(proofs, 2, "a line for each run that erased something: {rows:?}");
        assert!(rows.iter().any(|row| row.starts_with("visits ")), "statistics stay");
        let gone = comes.appointment(visit.str("token")).await.ok();
        assert_eq!((gone.str("state"), gone.body["phone"].is_null()), ("collected", true), "the link shows the final state");
    }

    async fn law_22_who_erases_by_the_link_leaves_no_trace_in_any_table(office: Office) {
        let citizen = zygfryda(&office, "509777555");
        let (_, visit) = books(&office, &citizen, "2026-11-24", "10:00").await;
        citizen.waits_for_letters(&office.sample.mail_dir, 1).await;
        let traces = ["509777555", "509 777", "Zygfryda", "@example.com"];
        assert!(lines_with(&office, &traces).len() >= 2, "contact and answer are there");
        let mut window = Window::opens(&format!("{}/erase", visit.str("manage_url"))).await;
        let form = window.form_with("digits").fill("digits", "555");
        window.sends(&form).await;
        assert_eq!(window.status, 200, "{}", window.text());
        assert_eq!(lines_with(&office, &traces), Vec::<String>::new());
    }

    async fn law_30_nothing_is_erased_between_two_and_three(office: Office) {
        let citizen = zygfryda(&office, "509777333");
        let (start, visit) = books(&office, &citizen, "2026-11-23", "09:00").await;
        citizen.cancels(visit.str("token")).await.ok();
        let held = || !lines_with(&office, &["509777333"]).is_empty();
        assert!(start < warsaw("2026-11-23", "12:00"));
        office.clock(warsaw("2026-11-25", "02:00")).await;
        assert!(held());
        office.clock(warsaw("2026-11-25", "02:59:50")).await;
        assert!(held(), "the hour that clock changes skip or repeat");
        office.clock(warsaw("2026-11-25", "03:00")).await;
        assert!(!held());
    }

    async fn law_21_the_job_runs_by_itself(office: Office) {
        let citizen = zygfryda(&office, "509777444");
        let (start, visit) = books(&office, &citizen, "2026-11-23", "09:00").await;
        citizen.cancels(visit.str("token")).await.ok();
        // Just before it is due; then nobody sets a clock any more.
        office.clock(start + TimeDelta::hours(24) - TimeDelta::minutes(10) - TimeDelta::seconds(3)).await;
        assert!(!lines_with(&office, &["509777444"]).is_empty(), "not due yet");
        office.stop();
        tokio::time::sleep(std::time::Duration::from_secs(4)).await;
        office.restart().await;
        let begun = std::time::Instant::now();
        while !lines_with(&office, &["509777444"]).is_empty() {
            assert!(begun.elapsed().as_secs() < 10, "a server that starts erases what is over");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    }
}
