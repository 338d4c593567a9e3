//! Reminders of the whole server: once for each visit, across deaths and jumps of the clock; and every letter of a week judged.

use okienko_tests::on_both_engines;
use okienko_tests::python::judge;

use super::*;

/// Whoever books on Monday for Wednesday.
async fn for_wednesday(office: &Office) -> (Citizen, When, Answer) {
    let (service, citizen) = (office.sample.shared_service(), office.citizen());
    let slot = citizen.slot_after(&service.id, warsaw("2026-11-25", "10:00")).await;
    let answer = citizen.books(&service.id, slot.start).await.with_status(201);
    (citizen, slot.start, answer)
}

/// Longer than a reminder takes.
async fn a_while() {
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
}

on_both_engines! {
    async fn a_reminder_comes_the_day_before_once_also_across_a_kill(office: Office) {
        let (citizen, start, answer) = for_wednesday(&office).await;
        let folder = office.sample.mail_dir.clone();
        office.clock(warsaw("2026-11-24", "09:59:30")).await;
        assert_eq!(citizen.letters(&folder).len(), 1);
        office.clock(warsaw("2026-11-24", "10:00")).await;
        let letters = citizen.waits_for_letters(&folder, 2).await;
        assert!(letters[1].header("subject").starts_with("Przypomnienie o wizycie 25/11/2026"), "{}", letters[1].header("subject"));
        assert!(letters[1].part("text/calendar").is_none());
        letters[1].link_with(answer.str("token"));
        office.kill();
        office.restart().await;
        office.clock(warsaw("2026-11-24", "20:00")).await;
        a_while().await;
        office.clock(start - chrono::TimeDelta::minutes(90)).await;
        a_while().await;
        assert_eq!(citizen.letters(&folder).len(), 2, "one reminder and no more");
    }

    async fn a_clock_that_jumps_over_the_hour_loses_no_reminder_and_one_over_the_visit_sends_none(office: Office) {
        let (jumped, ..) = for_wednesday(&office).await;
        let (cancelled, _, answer) = for_wednesday(&office).await;
        cancelled.cancels(answer.str("token")).await.ok();
        let folder = office.sample.mail_dir.clone();
        cancelled.waits_for_letters(&folder, 2).await;
        office.clock(warsaw("2026-11-25", "07:00")).await;
        let letters = jumped.waits_for_letters(&folder, 2).await;
        assert!(letters[1].header("subject").starts_with("Przypomnienie"));
        let (late, ..) = {
            let (service, citizen) = (office.sample.shared_service(), office.citizen());
            let slot = citizen.slot_after(&service.id, warsaw("2026-11-27", "10:00")).await;
            citizen.books(&service.id, slot.start).await.with_status(201);
            (citizen, slot)
        };
        office.clock(warsaw("2026-11-27", "15:00")).await;
        let letters = late.waits_for_letters(&folder, 2).await;
        assert!(letters[1].header("subject").contains("nie został pobrany"), "never after the visit");
        assert_eq!(cancelled.letters(&folder).len(), 2, "a cancelled visit is not reminded of");
        judge(&folder);
    }
}
