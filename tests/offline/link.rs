//! The link on a paper that was printed without the network.

use okienko_tests::on_both_engines;

use super::*;
use crate::away::is;

on_both_engines! {
    async fn the_link_of_a_paper_asks_for_patience_until_its_kiosk_is_heard(office: Office) {
        let service = office.sample.shared_service();
        let away = Away::of(&office).await;
        let lent = away.number(&office, &service.id, 0);
        let token = lent["token"].as_str().expect("a token");
        office.ticket_status(token).await.with_status(404).refused_with("kiosk_offline");
        for (lang, word) in [("pl", "Miejsce w kolejce jest zachowane"), ("en", "Your place in the queue is kept"), ("uk", "місце в черзі")] {
            let page = office.http.get(&format!("/t/{token}?lang={lang}"), None).await.with_status(404);
            assert!(page.text.contains(word), "{lang}: {}", page.text);
        }
        let paper = Away::ticket(&service.id, &lent, office.now());
        is(&away.tells_one(paper).await, "accepted", None);
        let seen = office.ticket_status(token).await.with_status(200);
        assert_eq!((&seen.body["code"], seen.str("state")), (&lent["code"], "waiting"));
        office.http.get(&format!("/t/{token}"), None).await.with_status(200);
        let never = away.number(&office, &service.id, 1);
        let forged = format!("{}.AAAAAAAAAAAAAAAAAAAAAAAA", never["ticket"].as_str().expect("an id"));
        office.ticket_status(&forged).await.refused_with("not_found");
    }
}
