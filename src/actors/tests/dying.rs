//! An actix actor that panics stays dead, even under a supervisor; the directory opens it again from the journal.

use super::house::{ask, open, sqlite, ticket_of};
use crate::Trouble;

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
