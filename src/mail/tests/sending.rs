//! How letters leave: SMTP against a sink, a folder, a memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::net::TcpListener;

use common::sink::{Answers, Sink};
use common::{letter, sender};
use okienko_mail::{LetterKind, Message, NotSent, Post, compose};

fn confirmation() -> Message {
    compose(&letter(LetterKind::Confirmation, "pl"), &sender()).unwrap()
}

fn sent_to(answers: Answers) -> Result<(), NotSent> {
    let sink = Sink::start(answers);
    Post::smtp(&sink.url).unwrap().send(&confirmation())
}

#[test]
fn r15_a_letter_arrives_over_smtp_as_it_was_composed() {
    let sink = Sink::start(Answers::default());
    let post = Post::smtp(&sink.url).unwrap();
    post.send(&confirmation()).unwrap();
    post.send(&confirmation()).unwrap();
    let composed = String::from_utf8(confirmation().formatted()).unwrap();
    assert_eq!(sink.letters().len(), 2);
    for received in sink.letters() {
        assert_eq!(received.trim_end(), composed.trim_end());
    }
}

#[test]
fn r20_a_4xx_answer_is_worth_another_try() {
    let rcpt = sent_to(Answers { rcpt: "450 4.2.1 <grazyna@example.pl> busy", ..Answers::default() });
    let Err(NotSent::Later(why)) = rcpt else { panic!("{rcpt:?}") };
    assert!(why.contains("450") && !why.contains("grazyna"), "{why}");
    assert!(matches!(sent_to(Answers { data: "451 4.3.0 later", ..Answers::default() }), Err(NotSent::Later(_))));
}

#[test]
fn r20_a_5xx_answer_is_final_and_its_text_is_masked() {
    let rcpt = sent_to(Answers { rcpt: "550 5.1.1 <grazyna@example.pl>: unknown user", ..Answers::default() });
    let Err(NotSent::Never(why)) = rcpt else { panic!("{rcpt:?}") };
    assert!(why.contains("550") && why.contains("unknown") && !why.contains("grazyna"), "{why}");
    assert!(matches!(sent_to(Answers { data: "554 5.7.1 refused", ..Answers::default() }), Err(NotSent::Never(_))));
}

#[test]
fn r20_a_wrong_password_is_the_offices_fault_and_not_the_letters() {
    let sink = Sink::start(Answers { auth: "535 5.7.8 no", ..Answers::default() });
    let url = sink.url.replace("smtp://", "smtp://office:s%40cret@");
    let answer = Post::smtp(&url).unwrap().send(&confirmation());
    let Err(NotSent::Later(why)) = answer else { panic!("{answer:?}") };
    assert!(!why.contains("cret"), "{why}");
}

#[test]
fn r20_a_server_that_is_away_is_worth_another_try() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    assert!(matches!(Post::smtp(&url).unwrap().send(&confirmation()), Err(NotSent::Later(_))));
}

#[test]
fn urls_of_every_kind_are_understood_and_bad_ones_keep_their_password() {
    for good in ["smtp://h", "smtp://u:p@h:587?tls=required", "smtp://h?tls=opportunistic", "smtps://u:p%40@h"] {
        let post = Post::smtp(good).unwrap();
        assert_eq!(format!("{post:?}"), "Post::Smtp");
    }
    for bad in ["http://u:sesame@h", "smtp://u:sesame@h?tls=maybe", "u:sesame", ""] {
        let fault = Post::smtp(bad).unwrap_err();
        assert!(!fault.to_string().contains("sesame"), "{fault}");
    }
}

#[test]
fn a_folder_holds_each_letter_once_in_order_and_whole() {
    let dir = std::env::temp_dir().join(format!("okienko-mail-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    let post = Post::folder(&dir).unwrap();
    let mut later = letter(LetterKind::Cancellation, "uk");
    later.written_at += chrono::Duration::milliseconds(1500);
    later.appointment = "wro/../a17".into();
    post.send(&compose(&later, &sender()).unwrap()).unwrap();
    post.send(&confirmation()).unwrap();
    post.send(&confirmation()).unwrap();
    let mut names: Vec<_> =
        std::fs::read_dir(&dir).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        ["20261122T083005.000Z_wro-a17_confirmation.eml", "20261122T083006.500Z_wro.2f.2e.2e.2fa17_cancellation.eml"]
    );
    assert_eq!(std::fs::read(dir.join(&names[0])).unwrap(), confirmation().formatted());
    std::fs::remove_dir_all(&dir).unwrap();
    assert!(matches!(post.send(&confirmation()), Err(NotSent::Later(_))));
}

#[test]
fn r20_a_memory_that_is_away_refuses_and_comes_back() {
    let (post, memory) = Post::memory();
    memory.set_away(true);
    assert!(matches!(post.send(&confirmation()), Err(NotSent::Later(_))));
    memory.set_away(false);
    post.send(&confirmation()).unwrap();
    assert_eq!(memory.letters()[0].to(), "grazyna@example.pl");
}
