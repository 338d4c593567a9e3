//! All desks press at once: each ticket is called exactly once.

use std::collections::BTreeSet;
use std::time::Duration;

use okienko_tests::counts::count;
use okienko_tests::on_both_engines;

use super::*;

/// How many press at once. Where the office has fewer desks, several press at the same desk.
const CLERKS: usize = 32;

/// Presses next until nobody waits, and returns the codes called. A colleague at the same desk may be faster.
async fn presses_until_empty(clerk: Clerk) -> Vec<String> {
    let mut codes = Vec::new();
    loop {
        let answer = clerk.calls_next().await;
        if answer.status == 409 {
            answer.refused_with("desk_busy");
            tokio::time::sleep(Duration::from_millis(1)).await;
        } else if answer.body["ticket"].is_null() {
            answer.with_status(200);
            return codes;
        } else {
            codes.push(answer.ticket().code);
            clerk.starts().await;
        }
    }
}

on_both_engines! {
    async fn r32_thirty_two_clerks_press_at_once_and_each_ticket_is_called_once(office: Office) {
        let hall = Hall::of(&office).await;
        let people = count("OKIENKO_RUSH", 200, 2000);
        let mut issued = BTreeSet::new();
        for _ in 0..people {
            issued.insert(hall.ticket().await.code);
        }
        assert_eq!(issued.len(), people, "no number twice");
        let staff = hall.clerks.iter().cloned().cycle().take(CLERKS);
        let clerks: Vec<_> = staff.map(|clerk| tokio::spawn(presses_until_empty(clerk))).collect();
        let mut called = Vec::new();
        for clerk in clerks {
            called.extend(clerk.await.expect("a clerk"));
        }
        let distinct: BTreeSet<String> = called.iter().cloned().collect();
        assert_eq!(called.len(), distinct.len(), "no ticket was called twice");
        assert_eq!(distinct, issued, "nobody was forgotten");
    }

    async fn r32_a_double_press_calls_one(office: Office) {
        let hall = Hall::of(&office).await;
        let (first, second) = (hall.ticket().await, hall.ticket().await);
        let (one, other) = tokio::join!(hall.clerk().calls_next(), hall.clerk().calls_next());
        let (won, lost) = if one.status == 200 { (one, other) } else { (other, one) };
        assert_eq!(won.ticket().code, first.code);
        lost.refused_with("desk_busy");
        assert_eq!(office.ticket_state(second.token()).await, "waiting");
    }

    async fn r32_two_clerks_want_the_same_ticket_and_one_gets_it(office: Office) {
        let hall = Hall::of(&office).await;
        for _ in 0..10 {
            let ticket = hall.ticket().await;
            let (one, other) = tokio::join!(hall.clerk().calls(&ticket.id), hall.other().calls(&ticket.id));
            let (won, lost, winner) =
                if one.status == 200 { (one, other, hall.clerk()) } else { (other, one, hall.other()) };
            assert_eq!(won.ticket().code, ticket.code);
            lost.refused_with("wrong_state");
            winner.starts().await.ok();
            winner.finishes().await.ok();
        }
    }

    async fn r32_no_clerk_is_told_empty_while_somebody_waits(office: Office) {
        let hall = Hall::of(&office).await;
        for _ in 0..20 {
            for _ in &hall.clerks {
                hall.ticket().await;
            }
            let presses: Vec<_> = hall.clerks.iter().cloned()
                .map(|clerk| tokio::spawn(async move { clerk.calls_next().await })).collect();
            for (press, clerk) in presses.into_iter().zip(&hall.clerks) {
                press.await.expect("an answer").ticket();
                clerk.starts().await.ok();
                clerk.finishes().await.ok();
            }
        }
    }
}
