//! What `[[signs]]` may say, and what a sign shows.
#![allow(clippy::unwrap_used)]

use super::*;

const USUAL: [(&str, &str); 4] =
    [("desk", "3"), ("url", "tcp://10.0.0.5:5000"), ("line", r"\x02{address}{code:4}\x03"), ("address", "01")];

fn read(given: &[(&str, &str)]) -> Result<Sign, String> {
    Sign::read(&given.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
}

fn with(more: &[(&str, &str)]) -> Result<Sign, String> {
    read(&[&USUAL[..], more].concat())
}

#[test]
fn a_call_fills_the_line_and_nothing_called_shows_what_stands_for_it() {
    let sign = with(&[]).unwrap();
    let called = sign.fill(Some("R012"), Some(7), "3", None);
    assert_eq!(called, Line { bytes: b"\x0201R012\x03".to_vec(), call: Some(7) });
    assert_eq!(sign.fill(None, None, "3", None), Line { bytes: b"\x0201    \x03".to_vec(), call: None });
    let marked = with(&[("idle", "--")]).unwrap();
    assert_eq!(marked.fill(None, None, "3", None).bytes, b"\x0201--  \x03");
    let whole = with(&[("idle_line", r"\x02{address}WOLNE\x03")]).unwrap();
    assert_eq!(whole.fill(None, None, "3", None).bytes, b"\x0201WOLNE\x03");
    assert_ne!(sign.fill(Some("R012"), Some(8), "3", None), called, "a recall is another line");
}

#[test]
fn a_direction_sign_points_the_way_in_its_own_letters() {
    let line = [("board", "hol"), ("url", "serial:///dev/ttyUSB0"), ("line", "{number}{arrow:2}{desk:>6}")];
    let sign = read(&line).unwrap();
    assert_eq!(sign.fill(Some("AB012"), Some(1), "okienko 3", Some(Arrow::UpLeft)).bytes, b"012< enko 3");
    assert_eq!(sign.fill(Some("R1"), Some(1), "3", None).bytes, b"1       3");
    let arrows = r"\x1b \x1a \x18 \x19 a b c d *";
    let own = read(&[&line[..], &[("arrows", arrows)]].concat()).unwrap();
    assert_eq!(own.fill(Some("R1"), Some(1), "3", Some(Arrow::Left)).bytes, b"1\x1b      3");
    assert_eq!(own.fill(Some("R1"), Some(1), "3", Some(Arrow::Here)).bytes, b"1*      3");
}

#[test]
fn what_cannot_be_is_refused_with_its_key_and_advice() {
    for (more, advice) in [
        (("board", "hol"), "either desk or board"),
        (("url", "10.0.0.5"), "url: must be tcp://HOST:PORT or serial://"),
        (("line", r"\x02{name}"), "line: letter 5: there is no such field; there are {code}"),
        (("idle", "{code}"), "idle: has no fields"),
        (("idle_line", "{code"), "idle_line: letter 1"),
        (("address", r"\x1"), "address: letter 1"),
        (("encoding", "utf-8"), "encoding: must be ascii or cp1250"),
        (("arrows", "< >"), "arrows: must be 9 words"),
        (("line", "Łódź"), "line: letter 1: the encoding has no such letter"),
    ] {
        let said = with(&[more]).unwrap_err();
        assert!(said.contains(advice), "{more:?}: {said}");
    }
    assert!(read(&USUAL[1..]).unwrap_err().contains("either desk or board"));
    assert!(read(&USUAL[..2]).unwrap_err().contains("line: is missing"));
    assert!(with(&[("line", "Łódź"), ("encoding", "cp1250")]).is_ok());
}
