//! Links whose time has come: used, past their hour, past their retention.

use chrono::TimeDelta;
use okienko_tests::on_both_engines;

use super::*;

/// Every page that could change something, with what it says about a visit that cannot be changed.
async fn says(holder: &Holder, words: &str) {
    for page in ["cancel", "move", "move/2026-11-25", "move/2026-11-25/10:00", "resend"] {
        let window = Window::opens(&holder.at(page)).await;
        assert_eq!(window.status, 200, "a used link is no error: {page}");
        assert!(window.forms().is_empty(), "{page} offers nothing any more: {}", window.text());
        assert!(window.text().contains(words), "{page} says “{words}”: {}", window.text());
    }
}

on_both_engines! {
    async fn r18_a_used_link_shows_the_final_state(office: Office) {
        let holder = Holder::books(&office).await;
        let window = acts(&holder.at("cancel"), holder.digits()).await;
        assert!(window.status == 200 && window.text().contains("Wizyta została odwołana"), "{}", window.text());
        let shown = Window::opens(&holder.link).await;
        assert!(shown.status == 200 && shown.text().contains("Wizyta została odwołana"), "{}", shown.text());
        assert!(!shown.text().contains("Co można zrobić"), "nothing is offered: {}", shown.text());
        says(&holder, "odwołana").await;
    }

    async fn r18_after_collecting_the_link_shows_the_ticket_and_changes_nothing(office: Office) {
        let holder = Holder::books(&office).await;
        let mut early = Window::opens(&holder.at("cancel")).await;
        let filled = form(&early).fill("digits", holder.digits());
        office.clock(holder.start - TimeDelta::minutes(20)).await;
        let ticket = office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201).ticket();
        early.sends(&filled).await;
        assert!(early.status == 200 && early.text().contains("Bilet został już odebrany"), "{}", early.text());
        assert_eq!(holder.state().await, "collected");
        assert_eq!(office.ticket_state(ticket.token()).await, "waiting");
        let shown = Window::opens(&holder.link).await;
        assert!(shown.text().contains(&ticket.code), "R30: the ticket is shown: {}", shown.text());
        assert!(shown.links().iter().any(|(address, _)| address.contains(ticket.token())), "with its own page");
        says(&holder, "odebrany").await;
    }

    async fn r29_after_the_hour_the_link_only_reads(office: Office) {
        let holder = Holder::books(&office).await;
        let mut pages = Vec::new();
        for page in ACTS.map(|act| holder.at(act)).into_iter().chain([holder.move_to("2026-11-25").await]) {
            let window = Window::opens(&page).await;
            let filled = form(&window).fill("digits", holder.digits());
            pages.push((window, filled));
        }
        office.clock(holder.start + TimeDelta::minutes(5)).await;
        for (window, filled) in &mut pages {
            window.sends(filled).await;
            assert_eq!(window.status, 200, "{}", window.text());
            assert!(window.forms().is_empty(), "{}", window.text());
        }
        assert_eq!(holder.state().await, "not_collected");
        assert_eq!(holder.hour().await, holder.start);
        let shown = Window::opens(&holder.link).await;
        assert!(shown.text().contains("Bilet nie został odebrany na czas"), "{}", shown.text());
        assert!(shown.text().contains("wziąć bilet z automatu"), "a walk-in ticket may still be taken: {}", shown.text());
        assert!(shown.text().contains(&holder.citizen.shown_phone()), "the data is there until it is erased");
        says(&holder, "minął").await;
        let window = Window::opens(&holder.at("erase")).await;
        assert!(window.forms().is_empty() && window.text().contains("inspektora ochrony danych"), "{}", window.text());
    }

    async fn line_33_once_the_data_is_erased_and_its_time_is_over_the_link_is_410(office: Office) {
        let holder = Holder::books(&office).await;
        office.clock(holder.start + TimeDelta::days(3)).await;
        assert_eq!(Window::opens(&holder.link).await.status, 200, "before the retention is over");
        office.clock(holder.start + TimeDelta::days(20)).await;
        office.stop();
        office.restart().await;
        let path = format!("/a/{}", holder.token);
        let begun = std::time::Instant::now();
        // The job that erases runs in the background from the start on.
        while asks(Method::GET, &office.http.url(&path), &[]).await.0 != 410 {
            assert!(begun.elapsed().as_secs() < 20, "the data is never erased");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        for page in ["", "/cancel", "/move", "/move/2026-12-20", "/move/2026-12-20/10:00", "/resend", "/erase", "/visit.ics"] {
            let (status, headers, body) = asks(Method::GET, &office.http.url(&format!("{path}{page}")), &[]).await;
            assert_eq!(status, 410, "{page}");
            assert!(body.contains("Ten link już wygasł") && !body.contains(&holder.citizen.phone), "{body}");
            assert_eq!((header(&headers, "cache-control"), header(&headers, "x-robots-tag")), ("no-store", "noindex"));
            assert_eq!(asks(Method::HEAD, &office.http.url(&format!("{path}{page}")), &[]).await.0, 410);
        }
        for page in ["/cancel", "/resend", "/erase"] {
            let posted = asks(Method::POST, &office.http.url(&format!("{path}{page}")), &[]).await;
            assert_eq!(posted.0, 410, "POST {page}: {}", posted.2);
        }
    }
}
