//! An actix actor that panics stays dead, even under a supervisor; the directory opens it again from the journal.

use super::house::{ask, open, sqlite, ticket_of};
use crate::{Frame, Trouble};
use actix::Actor;
use std::time::Duration;

#[actix::test]
async fn a_department_whose_actor_died_is_opened_again_with_all_its_tickets() {
    let office = open(&sqlite()).await;
    let first = ask(&office, "a", ticket_of("a")).await.unwrap();
    assert_eq!(first["ticket"]["code"], "A001");
    let died = office.look(&"a".into(), |_, _, _| panic!("on purpose")).await;
    assert_eq!(died, Err::<(), _>(Trouble::TryAgain));
    let mut second = Err(Trouble::TryAgain);
    for _ in 0..20 {
        second = ask(&office, "a", ticket_of("a")).await;
        if second.is_ok() {
            break;
        }
    }
    assert_eq!(second.unwrap()["ticket"]["code"], "A002");
    assert_eq!(ask(&office, "b", ticket_of("b")).await.unwrap()["ticket"]["code"], "B001", "the others run");
}

struct Screen(tokio::sync::mpsc::UnboundedSender<String>);

impl actix::Actor for Screen {
    type Context = actix::Context<Self>;
}

impl actix::Handler<Frame> for Screen {
    type Result = ();

    fn handle(&mut self, frame: Frame, _: &mut Self::Context) {
        self.0.send(frame.0.to_string()).unwrap();
    }
}

#[actix::test]
async fn a_clerks_screen_goes_on_after_its_department_died() {
    let office = open(&sqlite()).await;
    let (tell, mut seen) = tokio::sync::mpsc::unbounded_channel();
    office.watch_desk("1".into(), Screen(tell).start().recipient());
    assert!(seen.recv().await.unwrap().contains(r#""waiting":0"#));
    let _ = office.look(&"a".into(), |_, _, _| panic!("on purpose")).await;
    while ask(&office, "a", ticket_of("a")).await.is_err() {}
    let told = tokio::time::timeout(Duration::from_secs(5), async {
        while !seen.recv().await.unwrap().contains(r#""waiting":1"#) {}
    });
    told.await.expect("the screen shows the new ticket");
}
