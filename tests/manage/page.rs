//! What the visit's own page says: R16, R17, R20, R38; the calendar file (law line 36).

use chrono::TimeDelta;
use okienko_tests::on_both_engines;
use okienko_tests::time::written;
use serde_json::json;

use super::*;

/// A line of a calendar file's visit; the rules of the zone come before it and have lines of the same name.
fn line<'a>(file: &'a str, name: &str) -> &'a str {
    let (_, visit) = file.split_once("BEGIN:VEVENT").unwrap_or_else(|| panic!("no visit in {file}"));
    let found = visit.lines().find(|line| line.starts_with(name) && line[name.len()..].starts_with([':', ';']));
    found.unwrap_or_else(|| panic!("no {name} in {file}"))
}

on_both_engines! {
    async fn r06_visit_and_ticket_name_their_service_in_the_language_of_the_page(office: Office) {
        let holder = Holder::books(&office).await;
        let departments = office.http.get("departments?lang=en", None).await.ok();
        let all = departments.body.as_array().expect("departments").iter();
        let services = all.flat_map(|one| one["services"].as_array().expect("services").clone());
        let own = services.filter(|one| one["id"] == json!(holder.service.id)).map(|one| one["name"].clone()).next();
        let english = own.as_ref().and_then(serde_json::Value::as_str).expect("a name").to_owned();
        assert_ne!(english, holder.service.name);
        office.clock(holder.start - TimeDelta::minutes(20)).await;
        let ticket = office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201).ticket();
        for page in [holder.link.clone(), office.http.url(&format!("/t/{}", ticket.token()))] {
            let shown = Window::opens(&format!("{page}?lang=en")).await.text();
            assert!(shown.contains(&english) && !shown.contains(&holder.service.name), "{page}: {shown}");
            assert!(Window::opens(&page).await.text().contains(&holder.service.name), "{page}");
        }
    }

    async fn r16_the_page_after_booking_shows_all_that_the_letter_says(office: Office) {
        let holder = Holder::books(&office).await;
        let window = Window::opens(&format!("{}?booked=1", holder.link)).await;
        let (text, start) = (window.text(), holder.start);
        let code = holder.citizen.appointment(&holder.token).await.ok().str("code").to_owned();
        let facts = [format!("{}: {}", holder.service.letter, holder.service.name), start.format("%d/%m/%Y").to_string(),
            start.format("%H:%M").to_string(), holder.citizen.shown_phone(), holder.citizen.name.clone(),
            format!("{} {}", &code[..3], &code[3..]), "Dziękujemy, wizyta jest umówiona".into(),
            "Potwierdzenie umówionej internetowo wizyty (U)".into(), "10 minut przed wizytą".into(), "jednej sprawy".into(),
            (start - TimeDelta::minutes(30)).format("%H:%M").to_string(), "orientacyjna".into()];
        for fact in facts {
            assert!(text.contains(&fact), "{fact} on the page:\n{text}");
        }
        for act in ["/move", "/cancel", "/resend", "/erase", "/visit.ics"] {
            assert!(window.links().iter().any(|(address, _)| address.ends_with(act)), "{act} is offered");
        }
    }

    async fn r16_the_page_speaks_three_languages_and_asks_nobody_else(office: Office) {
        let holder = Holder::books(&office).await;
        for (language, words) in [("pl", "Przenieś na inny termin"), ("en", "Move to another term"), ("uk", "Перенести на інший термін")] {
            for page in ["", "/cancel", "/move", "/move/2026-11-25", "/resend", "/erase"] {
                let window = Window::opens(&format!("{}{page}?lang={language}", holder.link)).await;
                assert!(window.html.contains(&format!("<html lang=\"{language}\"")), "{page}");
                assert!(!window.html.contains("https://") && !window.html.contains("http://"), "{page}: nothing from elsewhere");
                assert!(!page.is_empty() || window.text().contains(words), "{language}: {}", window.text());
                let inside = window.links().into_iter().filter(|(address, _)| address.contains("/a/") && !address.contains("lang="));
                assert_eq!(inside.count(), 0, "{page}: every link keeps the language");
            }
        }
    }

    async fn r38_the_page_says_honestly_how_far_the_hour_may_shift(office: Office) {
        let holder = Holder::books_from(&office, warsaw("2026-11-24", "14:00")).await;
        let text = Window::opens(&holder.link).await.text();
        assert!(text.contains("Czy godzina może się przesunąć?") && text.contains("Nie mamy jeszcze dość pomiarów"), "{text}");
        // Somebody is called twelve minutes after the hour: the page says so, in steps of five.
        let visitor = Holder::books(&office).await;
        office.clock(visitor.start - TimeDelta::minutes(5)).await;
        office.kiosk().check_in_by_phone(&visitor.citizen.phone).await.with_status(201);
        office.clock(visitor.start + TimeDelta::minutes(12)).await;
        let clerk = office.clerk(&office.sample.desks_of(&visitor.service.id)[0]).await;
        clerk.calls_next().await.ok();
        let text = Window::opens(&holder.link).await.text();
        assert!(text.contains("wzywano w tej sprawie do 15 min po umówionej godzinie"), "{text}");
        assert!(text.contains("Nie mamy jeszcze dość pomiarów"), "one visit is no measurement: {text}");
        let elsewhere = office.sample.service_elsewhere(&visitor.service.id);
        let citizen = office.citizen();
        let slot = citizen.slot_after(&elsewhere.id, warsaw("2026-11-25", "10:00")).await;
        let other = citizen.books(&elsewhere.id, slot.start).await.with_status(201);
        let text = Window::opens(other.str("manage_url")).await.text();
        assert!(!text.contains("wzywano w tej sprawie do"), "another matter says nothing of it: {text}");
    }

    async fn r30_a_late_but_collected_ticket_is_told_as_valid(office: Office) {
        let holder = Holder::books(&office).await;
        assert!(Window::opens(&holder.link).await.text().contains("Odebrany bilet pozostaje ważny niezależnie od opóźnienia"));
        office.clock(holder.start - TimeDelta::minutes(5)).await;
        let ticket = office.kiosk().check_in_by_phone(&holder.citizen.phone).await.with_status(201).ticket();
        office.clock(holder.start + TimeDelta::minutes(40)).await;
        let text = Window::opens(&holder.link).await.text();
        assert!(text.contains(&ticket.code) && text.contains("Proszę czekać"), "{text}");
    }

    async fn line_36_the_calendar_file_is_the_entry_of_the_letter_and_follows_the_visit(office: Office) {
        let holder = Holder::books(&office).await;
        let letter = holder.citizen.waits_for_letters(&office.sample.mail_dir, 1).await.remove(0);
        let sent = letter.part("text/calendar").expect("a calendar part");
        let (status, headers, file) = asks(Method::GET, &holder.at("visit.ics"), &[]).await;
        assert_eq!(status, 200);
        assert_eq!(header(&headers, "content-type"), "text/calendar; charset=utf-8; method=PUBLISH");
        assert!(header(&headers, "content-disposition").contains("wizyta.ics"));
        assert!(file.contains("METHOD:PUBLISH\r\n"), "{file}");
        for same in ["UID", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY"] {
            assert_eq!(line(&file, same), line(&sent, same), "{same} as in the letter");
        }
        for personal in [&holder.citizen.name, &holder.citizen.phone, &holder.citizen.email, &holder.token] {
            assert!(!file.contains(personal.as_str()), "calendars are shared: {personal} in {file}");
        }
        let to = holder.citizen.slot_after(&holder.service.id, warsaw("2026-11-26", "10:00")).await.start;
        let path = format!("appointments/{}/move", holder.token);
        office.http.post(&path, None, json!({ "start": written(to) })).await.with_status(200);
        let moved = asks(Method::GET, &holder.at("visit.ics"), &[]).await.2;
        assert_eq!(line(&moved, "UID"), line(&file, "UID"));
        assert_eq!(line(&moved, "SEQUENCE"), "SEQUENCE:1");
        assert!(line(&moved, "DTSTART").ends_with(&to.format("%Y%m%dT%H%M%S").to_string()), "{moved}");
        holder.citizen.cancels(&holder.token).await.ok();
        let (_, headers, off) = asks(Method::GET, &holder.at("visit.ics"), &[]).await;
        assert!(header(&headers, "content-type").ends_with("method=CANCEL"));
        assert!(off.contains("METHOD:CANCEL\r\n") && off.contains("STATUS:CANCELLED\r\n"), "{off}");
        assert_eq!((line(&off, "UID"), line(&off, "SEQUENCE")), (line(&file, "UID"), "SEQUENCE:2"));
    }
}
