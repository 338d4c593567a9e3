//! What `[mqtt]` may say.
#![allow(clippy::unwrap_used)]

use super::*;

fn read(given: &[(&str, &str)]) -> Result<Option<Broker>, String> {
    Broker::read(&given.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
}

fn is(given: &[(&str, &str)], host: &str, port: u16, user: Option<(&str, &str)>) {
    let broker = read(given).unwrap().unwrap();
    let known = broker.user.as_ref().map(|(user, password)| (user.as_str(), password.as_str()));
    assert_eq!((broker.host.as_str(), broker.port, known), (host, port, user));
}

#[test]
fn the_address_may_hold_port_and_login() {
    assert_eq!(read(&[]), Ok(None));
    is(&[("url", "mqtt://broker")], "broker", 1883, None);
    is(&[("url", "mqtt://10.0.0.9:2883/")], "10.0.0.9", 2883, None);
    is(&[("url", "mqtt://[2001:db8::7]")], "[2001:db8::7]", 1883, None);
    is(&[("url", "mqtt://um:sesame@broker:1884")], "broker", 1884, Some(("um", "sesame")));
    is(&[("url", "mqtt://broker"), ("user", "um"), ("password", "a@b:c%")], "broker", 1883, Some(("um", "a@b:c%")));
    assert_eq!(read(&[("url", "mqtt://b"), ("prefix", "/miasto/hol/")]).unwrap().unwrap().prefix, "miasto/hol");
}

#[test]
fn what_cannot_be_is_refused_with_advice_and_no_secret_is_repeated() {
    for (given, advice) in [
        (&[("prefix", "x")][..], "url: is missing"),
        (&[("url", "mqtts://broker")][..], "TLS"),
        (&[("url", "mqtt://")][..], "mqtt://HOST"),
        (&[("url", "mqtt://broker:0")][..], "mqtt://HOST"),
        (&[("url", "mqtt://broker/x")][..], "mqtt://HOST"),
        (&[("url", "mqtt://um:hunter%402@broker")][..], "password of its own"),
        (&[("url", "mqtt://um:hunter2@broker"), ("password", "hunter2")][..], "already"),
        (&[("url", "mqtt://broker"), ("password", "hunter2")][..], "needs user"),
        (&[("url", "mqtt://broker"), ("prefix", "a/#")][..], "without + and #"),
        (&[("url", "mqtt://broker"), ("prefix", "$SYS")][..], "begin with $"),
        (&[("url", "mqtt://broker"), ("prefix", "/")][..], "1 to 100"),
    ] {
        let said = read(given).unwrap_err();
        assert!(said.contains(advice) && !said.contains("hunter"), "{given:?}: {said}");
    }
    let broker = read(&[("url", "mqtt://um:hunter2@broker")]).unwrap().unwrap();
    assert!(!format!("{broker:?} {}", broker.name()).contains("hunter2"));
}
