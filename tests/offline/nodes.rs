//! Two servers over one PostgreSQL: numbers lent by one are told at the other.

use okienko_tests::chance::fresh;
use okienko_tests::engine::tell;
use okienko_tests::{Engine, Kiosk};

use super::*;
use crate::away::is;

#[test]
fn r27_numbers_lent_by_one_node_are_told_at_another_and_once() {
    tell(Engine::Postgres, |first| async move {
        let second = first.second_node().await;
        let service = first.sample.shared_service();
        let mut away = Away::of(&first).await;
        let lent = away.number(&first, &service.id, 0);
        let mut paper = Away::ticket(&service.id, &lent, first.now());
        let here = away.tells_one(paper.clone()).await;
        is(&here, "accepted", None);
        away.kiosk = Kiosk::new(&second.http, &away.kiosk.token);
        assert_eq!(away.tells_one(paper.clone()).await, here, "the same key at another node");
        paper["key"] = fresh().into();
        assert_eq!(away.tells_one(paper).await["ticket"]["id"], here["ticket"]["id"]);
        let next = second.kiosk().takes_ticket(&service.id).await.ticket();
        assert_eq!(next.number(), 21);
    });
}
