//! Text messages: their words (law line 28), and gateways over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeMap;

use chrono::TimeZone;
use chrono_tz::Europe::Warsaw;
use common::LANGUAGES;
use common::http::Server;
use okienko_mail::NotSent;
use okienko_mail::sms::{Gateway, Note, NoteKind, Sms, SmsApi, Template, is_gsm, units, write};
use okienko_queue::text::Text;

fn note(kind: NoteKind, language: &str) -> Note {
    Note {
        kind,
        language: language.into(),
        office: "Urząd Miejski w Dąbrowie Górniczej, Wydział Spraw Obywatelskich i Polityki Społecznej".into(),
        service: "D: Dowody osobiste".into(),
        place: "pokój 7".into(),
        start: Warsaw.with_ymd_and_hms(2026, 11, 23, 10, 20, 0).unwrap(),
        opens: Warsaw.with_ymd_and_hms(2026, 11, 23, 9, 50, 0).unwrap(),
        code: "402913".into(),
        link: "https://wizyty.um.example/a/x".into(),
        ticket: "U007".into(),
    }
}

fn said(kind: NoteKind, language: &str, keeps_letters: bool) -> String {
    write(&note(kind, language), &BTreeMap::new(), keeps_letters, &mut Vec::new()).unwrap()
}

fn sms() -> Sms {
    Sms {
        id: "so-a1.confirmation.sms".into(),
        to: "48662138278".into(),
        text: "Wizyta & kod 402913".into(),
        expires: 1_795_000_000,
        now: 1_794_990_000,
    }
}

#[test]
fn line_28_one_part_of_gsm_unless_the_office_keeps_its_letters() {
    for kind in NoteKind::ALL {
        for language in LANGUAGES {
            let plain = said(kind, language, false);
            assert!(is_gsm(&plain) && units(&plain) <= 160, "{plain}");
            let kept = said(kind, language, true);
            assert!(units(&kept) <= if is_gsm(&kept) { 160 } else { 134 }, "{kept}");
            let fact = if kind == NoteKind::Near { "U007" } else { "402913" };
            assert!(plain.contains(fact) && kept.contains(fact), "{plain} / {kept}");
            assert!(kind == NoteKind::Near || kept.contains("23/11/2026 10:20"));
        }
    }
    assert!(said(NoteKind::Near, "pl", false).contains("zbliza sie Pani/Pana kolej"));
    assert!(said(NoteKind::Near, "uk", true).contains("скоро Ваша черга"));
    assert!(said(NoteKind::Near, "uk", false).contains("skoro Vasha cherha"));
}

#[test]
fn an_office_words_its_messages_itself() {
    let own = Text { pl: "Kod {{ code }} na {{ date }}".into(), en: None, uk: Some("Код {{ code }}".into()) };
    let templates = BTreeMap::from([("confirmation.sms".to_owned(), own)]);
    let text = |language| write(&note(NoteKind::Confirmation, language), &templates, true, &mut Vec::new()).unwrap();
    assert_eq!(["pl", "en", "uk"].map(text), ["Kod 402913 na 23/11/2026", "Kod 402913 na 23/11/2026", "Код 402913"]);
}

#[test]
fn smsapi_gets_what_it_documents() {
    let server = Server::start(vec![(
        200,
        r#"{"count":1,"list":[{"id":"1","points":0.07,"number":"48662138278","status":"QUEUE","error":null}]}"#,
    )]);
    let api = SmsApi::new(Some(server.url("/sms.do")), "sesame".into(), Some("UM Dabrowa".into())).unwrap();
    Gateway::SmsApi(api).send(&sms()).unwrap();
    let request = server.requests().remove(0);
    assert!(request.head.starts_with("POST /sms.do "), "{}", request.head);
    assert!(request.head.to_lowercase().contains("authorization: bearer sesame"));
    for field in [
        "to=48662138278",
        "message=Wizyta+%26+kod+402913",
        "from=UM+Dabrowa",
        "format=json",
        "encoding=utf-8",
        "normalize=1",
        "max_parts=1",
        "expiration_date=1795000000",
        "idx=so-a1.confirmation.sms",
        "check_idx=1",
    ] {
        assert!(request.body.replace("%20", "+").split('&').any(|one| one == field), "{field} in {}", request.body);
    }
}

#[test]
fn smsapi_refuses_with_a_200_and_a_second_try_is_no_second_message() {
    let server = Server::start(vec![
        (200, r#"{"error":13,"message":"No correct phone numbers: 48662138278"}"#),
        (200, r#"{"error":103,"message":"Insufficient credits"}"#),
        (200, r#"{"error":53,"message":"Not unique idx"}"#),
        (502, "bad gateway"),
    ]);
    let gateway = Gateway::SmsApi(SmsApi::new(Some(server.url("/")), "sesame".into(), None).unwrap());
    let Err(NotSent::Never(why)) = gateway.send(&sms()) else { panic!("a wrong number is final") };
    assert!(why.contains("13") && !why.contains("662138"), "{why}");
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Later(_))), "an empty account can be filled");
    assert_eq!(gateway.send(&sms()), Ok(()), "it was sent before");
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Later(_))));
    assert_eq!(server.requests().len(), 4);
}

#[test]
fn a_silent_or_absent_gateway_is_worth_another_try() {
    let silent = Server::silent();
    let begun = std::time::Instant::now();
    let gateway = Gateway::SmsApi(SmsApi::new(Some(silent.url("/")), "sesame".into(), None).unwrap());
    let Err(NotSent::Later(why)) = gateway.send(&sms()) else { panic!("it may answer later") };
    assert!(begun.elapsed() < std::time::Duration::from_secs(20) && why.contains("in time"), "{why}");
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let gateway = Gateway::SmsApi(SmsApi::new(Some(format!("http://{nobody}/")), "sesame".into(), None).unwrap());
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Later(_))));
}

#[test]
fn any_gateway_can_be_described() {
    let server = Server::start(vec![(200, "OK: queued"), (200, "ERR 7"), (422, ""), (401, "")]);
    let template = Template {
        url: server.url("/send/{{ to }}?by={{ from }}"),
        headers: vec!["X-Token: {{ token }}".into(), "Content-Type: application/json".into()],
        body: r#"{"to": "+{{ to }}", "text": "{{ text }}", "ref": "{{ id }}", "until": {{ expires }}}"#.into(),
        success: Some("OK".into()),
        from: "UM & co".into(),
        token: "sesame".into(),
        ..Template::default()
    };
    let gateway = Gateway::Template(Box::new(template.clone().checked().unwrap()));
    let quoted = Sms { text: "\"Kod\" 402913\\".into(), ..sms() };
    gateway.send(&quoted).unwrap();
    let request = server.requests().remove(0);
    assert!(request.head.starts_with("POST /send/48662138278?by=UM%20%26%20co "), "{}", request.head);
    assert!(request.head.to_lowercase().contains("x-token: sesame"));
    let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!(
        (body["to"].as_str(), body["text"].as_str(), body["until"].as_i64()),
        (Some("+48662138278"), Some("\"Kod\" 402913\\"), Some(1_795_000_000))
    );
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Later(_))), "200 without the word of success");
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Never(_))));
    assert!(matches!(gateway.send(&sms()), Err(NotSent::Later(_))), "a wrong token is the office's to mend");
    for broken in [
        Template { url: "ftp://x".into(), ..template.clone() },
        Template { body: "{{ oops }}".into(), ..template.clone() },
        Template { headers: vec!["no colon".into()], ..template.clone() },
        Template { body: "{% for a in".into(), ..template },
    ] {
        assert!(broken.checked().is_err());
    }
}

#[test]
fn settings_that_cannot_be_are_refused_and_keep_their_secret() {
    for (url, token, from) in
        [(None, "", None), (None, "sesame", Some("twelve signs")), (Some("gopher://x"), "sesame", None)]
    {
        let fault = SmsApi::new(url.map(Into::into), token.into(), from.map(Into::into)).err().unwrap();
        assert!(!fault.to_string().contains("sesame"), "{fault}");
    }
}

#[test]
fn a_folder_holds_each_message_once() {
    let dir = std::env::temp_dir().join(format!("okienko-sms-{}", std::process::id()));
    let gateway = Gateway::folder(&dir).unwrap();
    gateway.send(&sms()).unwrap();
    gateway.send(&sms()).unwrap();
    let files: Vec<_> = std::fs::read_dir(&dir).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(
        std::fs::read_to_string(&files[0]).unwrap(),
        "To: 48662138278\nExpires: 1795000000\n\nWizyta & kod 402913\n"
    );
    std::fs::remove_dir_all(&dir).unwrap();
}
