//! The link rule (law line 33), to the letter: machines that look, mails that are forwarded, hands that press twice.

use okienko_tests::on_both_engines;

use super::*;

/// Every page behind the link.
async fn pages(holder: &Holder) -> Vec<String> {
    let mut pages = vec![holder.link.clone(), holder.at("move"), holder.at("move/2026-11-25"), holder.at("visit.ics")];
    pages.extend(ACTS.map(|act| holder.at(act)));
    pages.push(holder.move_to("2026-11-25").await);
    pages
}

on_both_engines! {
    async fn r18_no_look_by_any_method_changes_anything(office: Office) {
        let holder = Holder::books(&office).await;
        for page in pages(&holder).await {
            let (status, headers, body) = asks(Method::GET, &page, &[]).await;
            assert_eq!(status, 200, "{page}: {body}");
            for (name, value) in [("referrer-policy", "no-referrer"), ("cache-control", "no-store"), ("x-robots-tag", "noindex")] {
                assert_eq!(header(&headers, name), value, "{name} of {page}");
            }
            let (status, headers, body) = asks(Method::HEAD, &page, &[]).await;
            assert_eq!((status, body.as_str()), (200, ""), "HEAD {page}");
            assert_eq!(header(&headers, "referrer-policy"), "no-referrer");
            let (status, headers, _) = asks(Method::OPTIONS, &page, &[]).await;
            assert!(status == 204 && header(&headers, "allow").starts_with("GET, HEAD"), "OPTIONS {page}: {status}");
            for purpose in ["prefetch", "prefetch;prerender"] {
                assert_eq!(asks(Method::GET, &page, &[("sec-purpose", purpose), ("purpose", "prefetch")]).await.0, 200);
            }
        }
        holder.is_untouched(&office).await;
    }

    async fn r18_what_a_page_does_not_do_is_405_and_names_what_it_does(office: Office) {
        let holder = Holder::books(&office).await;
        let review = holder.move_to("2026-11-25").await;
        let (looks, acts) = ("GET, HEAD, OPTIONS", "GET, HEAD, POST, OPTIONS");
        let mut asked: Vec<(Method, String, &str)> = Vec::new();
        for page in [holder.link.clone(), holder.at("move"), holder.at("move/2026-11-25"), holder.at("visit.ics")] {
            asked.extend([(Method::POST, page.clone(), looks), (Method::DELETE, page, looks)]);
        }
        for page in ACTS.map(|act| holder.at(act)).into_iter().chain([review]) {
            asked.extend([(Method::PUT, page.clone(), acts), (Method::DELETE, page, acts)]);
        }
        for (method, page, allowed) in asked {
            let (status, headers, _) = asks(method.clone(), &page, &[]).await;
            assert_eq!((status, header(&headers, "allow")), (405, allowed), "{method} {page}");
        }
        for act in ["cancel", "move"] {
            office.http.get(&format!("appointments/{}/{act}", holder.token), None).await.with_status(405);
        }
        holder.is_untouched(&office).await;
    }

    async fn r18_a_form_without_the_cookie_of_its_own_page_is_refused(office: Office) {
        let holder = Holder::books(&office).await;
        let review = holder.move_to("2026-11-25").await;
        for page in ACTS.map(|act| holder.at(act)).into_iter().chain([review]) {
            let filled = form(&Window::opens(&page).await).fill("digits", holder.digits());
            // The mail was forwarded: another browser sends the form that the first one was shown.
            let mut other = Window::opens(&holder.link).await;
            other.sends(&filled).await;
            assert_eq!(other.status, 422, "{page}: {}", other.text());
            assert!(other.text().contains("Formularz był otwarty zbyt długo"), "{}", other.text());
            let own = form(&other);
            assert_ne!(own.fields, filled.fields, "a form of its own is offered");
        }
        holder.is_untouched(&office).await;
    }

    async fn r18_the_form_of_one_act_does_not_serve_for_another(office: Office) {
        let holder = Holder::books(&office).await;
        let other = Holder::books(&office).await;
        let mut window = Window::opens(&holder.at("resend")).await;
        let harmless = form(&window).fill("digits", holder.digits());
        for page in [holder.at("cancel"), holder.at("erase"), holder.move_to("2026-11-25").await, other.at("resend")] {
            window.sends(&Form { action: page.clone(), ..harmless.clone() }).await;
            assert_eq!(window.status, 422, "{page}: {}", window.text());
        }
        holder.is_untouched(&office).await;
        other.is_untouched(&office).await;
    }

    async fn r18_without_the_last_digits_of_the_phone_nothing_happens(office: Office) {
        let holder = Holder::books(&office).await;
        let wrong = if holder.digits() == "999" { "998" } else { "999" };
        let review = holder.move_to("2026-11-25").await;
        for page in ACTS.map(|act| holder.at(act)).into_iter().chain([review]) {
            for digits in ["", wrong] {
                let window = acts(&page, digits).await;
                assert_eq!(window.status, 422, "{page}: {}", window.text());
                assert!(form(&window).html.contains("aria-invalid=\"true\"") && window.html.contains("role=\"alert\""));
            }
        }
        holder.is_untouched(&office).await;
    }

    async fn r18_guessing_the_digits_is_throttled(office: Office) {
        let holder = Holder::books(&office).await;
        let mut window = Window::opens(&holder.at("cancel")).await;
        for guess in 900..910 {
            window.sends(&form(&window).fill("digits", &guess.to_string())).await;
            assert_eq!(window.status, 422, "guess {guess}");
        }
        window.sends(&form(&window).fill("digits", holder.digits())).await;
        assert_eq!(window.status, 429, "the eleventh, even the right one: {}", window.text());
        holder.is_untouched(&office).await;
        let other = Holder::books(&office).await;
        assert_eq!(acts(&other.at("cancel"), other.digits()).await.status, 200, "other visits are not closed");
        assert_eq!(other.state().await, "cancelled");
    }

    async fn line_38_two_clicks_are_one_act(office: Office) {
        let [one, two, three, four] = [Holder::books(&office).await, Holder::books(&office).await,
            Holder::books_from(&office, warsaw("2026-11-25", "10:00")).await, Holder::books_from(&office, warsaw("2026-11-25", "10:00")).await];
        let mut asked = vec![(one.at("cancel"), &one), (two.at("resend"), &two), (three.at("erase"), &three)];
        asked.push((four.move_to("2026-11-26").await, &four));
        for (page, holder) in asked {
            let mut window = Window::opens(&page).await;
            let filled = form(&window).fill("digits", holder.digits());
            window.sends(&filled).await;
            let (status, first) = (window.status, window.address.clone());
            window.sends(&filled).await;
            assert_eq!((status, window.status), (200, 200), "{page}: {}", window.text());
            assert!(window.address == first || page.contains("/erase"), "{page}: {} {first}", window.address);
        }
        tokio::time::sleep(std::time::Duration::from_millis(2500)).await;
        assert_eq!(one.state().await, "cancelled");
        assert_eq!(one.citizen.letters(&office.sample.mail_dir).len(), 2, "one confirmation, one cancellation");
        assert_eq!(two.citizen.waits_for_letters(&office.sample.mail_dir, 2).await.len(), 2, "sent again once");
        assert_eq!(three.state().await, "cancelled");
        assert_ne!(four.hour().await, four.start);
    }

    async fn r18_a_link_of_another_purpose_opens_nothing(office: Office) {
        let holder = Holder::books(&office).await;
        let ticket = office.kiosk().takes_ticket(&holder.service.id).await.with_status(201).ticket();
        for secret in [ticket.token().to_owned(), holder.token.replace('.', "x."), format!("{}A", holder.token)] {
            for page in ["", "/cancel", "/move", "/move/2026-11-25", "/resend", "/erase", "/visit.ics"] {
                let address = office.http.url(&format!("/a/{secret}{page}"));
                assert_eq!(asks(Method::GET, &address, &[]).await.0, 404, "{address}");
            }
            assert_eq!(asks(Method::GET, &office.http.url(&format!("/c/{secret}")), &[]).await.0, 404);
        }
        for path in [format!("/c/{}", holder.token), format!("/t/{}", holder.token)] {
            assert_eq!(asks(Method::GET, &office.http.url(&path), &[]).await.0, 404, "{path}");
        }
        holder.is_untouched(&office).await;
    }
}
