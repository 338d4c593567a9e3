//! What the holder of a visit's link leaves behind in the store: letters sent again, and the proof of an erasure. Over both engines.

use super::house::{booking, get, office_over, one, post};
use super::pages::{cookie, hidden, send};
use okienko_actors::Office;
use okienko_queue::ids::AppointmentId;
use okienko_store::{AccessQuery, Letter, NewLetter};

async fn booked(office: &Office) -> (AppointmentId, String) {
    let answer = one(office, post("/api/v1/appointments", "", &booking("2026-11-24T10:20:00+01:00"))).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    (answer.str("id").into(), format!("/a/{}", answer.str("token")))
}

/// Opens the page of an act and sends its form with the right digits.
async fn acts(office: &Office, path: &str) -> super::house::Answer {
    let page = one(office, get(path)).await;
    let (key, csrf) = (hidden(&page, "key"), hidden(&page, "csrf"));
    send(office, path, &cookie(&page), &[("digits", "278"), ("key", &key), ("csrf", &csrf)]).await
}

async fn letters(office: &Office, id: &AppointmentId) -> Vec<Letter> {
    let id = id.to_string();
    office.read(move |store| store.letters_about(&id)).await.unwrap()
}

async fn three_times_and_no_more(url: String) {
    let office = office_over(&url).await;
    let (id, link) = booked(&office).await;
    let path = format!("{link}/resend");
    for n in 1..=3 {
        let before = letters(&office, &id).await.len();
        assert_eq!(acts(&office, &path).await.status, 303, "the {n}th time");
        let after = letters(&office, &id).await;
        assert_eq!(after.len(), before + 1);
        let last = after.iter().find(|letter| letter.id.ends_with(&format!(":again:{n}"))).unwrap();
        assert_eq!((last.kind.as_str(), last.channel.as_str()), ("confirmation", "mail"));
        assert!(last.not_after_ms.is_some(), "never after the visit");
        let personal = ["662138278", "662 138 278", "anna@example"].iter().find(|part| last.params.contains(**part));
        assert_eq!(personal, None, "no personal data: {}", last.params);
        if n < 3 {
            let soon = acts(&office, &path).await;
            assert_eq!((soon.status, soon.header("retry-after")), (429, "300"), "{}", soon.text);
        }
        a_minute_ago(&office, &last.id).await;
    }
    let page = one(&office, get(&path)).await;
    assert!(
        page.status == 200 && !page.text.contains("<form") && page.text.contains("już ponownie trzy razy"),
        "{}",
        page.text
    );
}

/// The process clock cannot be set, so the letter is made older.
async fn a_minute_ago(office: &Office, id: &str) {
    let id = id.to_owned();
    let write = office.write(move |appender| {
        appender.run(|c| {
            use diesel::RunQueryDsl;
            let older = format!("UPDATE letters SET created_ms = created_ms - 61000 WHERE id = '{id}'");
            diesel::sql_query(older).execute(c).map(drop)
        })
    });
    write.await.unwrap();
}

async fn an_erasure_is_proven_and_leaves_no_letter_behind(url: String) {
    let office = office_over(&url).await;
    let (id, link) = booked(&office).await;
    let waiting = NewLetter {
        dedupe_key: format!("{id}:reminder"),
        kind: "reminder".into(),
        appointment: id.to_string(),
        language: "pl".into(),
        params: "{}".into(),
        created_ms: 0,
        next_ms: i64::MAX,
        not_after_ms: None,
        channel: "mail",
    };
    office.write(move |appender| appender.put_letters(&[waiting])).await.unwrap();
    let done = acts(&office, &format!("{link}/erase")).await;
    assert_eq!((done.status, done.header("location")), (303, link.as_str()), "{}", done.text);
    let of = id.to_string();
    let (contact, letters, log) = office
        .read(move |store| {
            let query =
                AccessQuery { before_ms: i64::MAX, appointment: of.clone(), limit: 10, ..AccessQuery::default() };
            Ok((store.contact(&of)?.unwrap(), store.letters_about(&of)?, store.accesses(&query)?))
        })
        .await
        .unwrap();
    assert!(contact.erased_ms.is_some());
    for field in [&contact.name, &contact.phone, &contact.email, &contact.person, &contact.origin] {
        assert_eq!(field, "");
    }
    assert_eq!(contact.state, "cancelled");
    let reminder = letters.iter().find(|letter| letter.kind == "reminder").unwrap();
    assert_eq!(reminder.state, "dropped", "what waits to be sent is sent no more");
    assert!(letters.iter().all(|letter| letter.kind != "cancellation"), "nobody is left to write to");
    let lines: Vec<_> =
        log.iter().map(|line| (line.who.as_str(), line.action.as_str(), line.detail.as_str())).collect();
    assert_eq!(lines, [("citizen", "erased", "link")], "one line of proof");
    let again = one(&office, get(&format!("{link}/erase"))).await;
    assert!(again.status == 200 && !again.text.contains("<form"), "{}", again.text);
}

/// One text, two engines.
macro_rules! both {
    ($($name:ident: $test:ident;)+) => { $(
        mod $name {
            #[actix::test]
            async fn sqlite() {
                super::$test(crate::tests::house::sqlite()).await;
            }

            #[actix::test]
            async fn postgres() {
                super::$test(crate::tests::house::postgres()).await;
            }
        }
    )+ };
}

both! {
    r20_a_letter_goes_again_three_times: three_times_and_no_more;
    line_22_an_erasure_is_proven: an_erasure_is_proven_and_leaves_no_letter_behind;
}
