//! Where settings come from, and what is said of those that cannot be.
#![allow(clippy::unwrap_used)]

use super::*;

fn read(file: &str, environment: &[(&str, &str)]) -> Result<Settings, Failure> {
    let mut given = Given::default();
    given.add_file("okienko.toml", file)?;
    given.add_environment(environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))?;
    given.settle()
}

fn refused(file: &str, environment: &[(&str, &str)]) -> String {
    let failure = read(file, environment).unwrap_err();
    assert_eq!(failure.code(), 2);
    failure.to_string()
}

#[test]
fn without_anything_the_defaults_hold() {
    let settings = read("", &[]).unwrap();
    assert_eq!(settings.database, "sqlite:okienko.db");
    assert_eq!((settings.listen.as_str(), settings.public_url.as_str()), ("127.0.0.1:8080", "http://127.0.0.1:8080"));
    assert_eq!(settings.throttle, CITY);
    assert!(settings.mail == Mail::Folder("mail".into()));
}

#[test]
fn the_environment_stands_above_the_file_and_database_url_above_both() {
    let file = "[server]\nlisten = \"0.0.0.0:80\"\nworkers = 3\n[database]\nurl = \"sqlite:a.db\"\n[kiosk]\nthrottle_entries = 4";
    let names = [
        ("DATABASE_URL", "sqlite:c.db"),
        ("OKIENKO__DATABASE__URL", "sqlite:b.db"),
        ("OKIENKO__SERVER__WORKERS", "5"),
        ("OKIENKO__SERVER__PUBLIC_URL", "https://kolejka.example/"),
        ("HOME", "/"),
    ];
    let settings = read(file, &names).unwrap();
    assert_eq!((settings.database.as_str(), settings.workers), ("sqlite:c.db", 5));
    assert_eq!((settings.listen.as_str(), settings.public_url.as_str()), ("0.0.0.0:80", "https://kolejka.example"));
    assert_eq!(settings.throttle, Limit { most: 4, minutes: 5 });
    assert_eq!(read(file, &names[1..]).unwrap().database, "sqlite:b.db");
}

#[test]
fn unknown_names_are_refused_with_advice() {
    let said = refused("[server]\nlisen = \"x\"", &[]);
    assert!(said.contains("`lisen`") && said.contains("listen, public_url, workers"), "{said}");
    assert!(refused("[serwer]\nlisten = \"x\"", &[]).contains("[server], [database], [mail], [kiosk], [web]"));
    assert!(refused("listen = \"x\"", &[]).contains("outside of a section"));
    assert!(refused("", &[("OKIENKO__MAIL__HOST", "x")]).contains("transport, url, folder"));
}

#[test]
fn values_of_the_wrong_kind_are_refused_and_never_repeated() {
    assert!(refused("[server]\nworkers = 0", &[]).contains("1 to 65535"));
    let said = refused("[server]\nworkers = \"hunter2\"\n[database]\nurl = \"postgres://a:hunter2@b/c\"", &[]);
    assert!(!said.contains("hunter2"), "{said}");
    let said = refused("[database]\nurl = \"postgres://a:hunter2@b/c\nx = 1", &[]);
    assert!(said.contains("line 2") && !said.contains("hunter2"), "{said}");
    assert!(!format!("{:?}", read("[database]\nurl = \"postgres://a:hunter2@b/c\"", &[]).unwrap()).contains("hunter2"));
}

#[test]
fn mail_by_smtp_needs_an_address() {
    assert!(refused("[mail]\ntransport = \"smtp\"", &[]).contains("smtp://"));
    assert!(refused("[mail]\ntransport = \"pigeon\"", &[]).contains("smtp, folder or memory"));
    assert!(refused("[web]\ntrust_proxy = \"perhaps\"", &[]).contains("true or false"));
    let proxy = [
        ("OKIENKO__WEB__TRUST_PROXY", "true"),
        ("OKIENKO__WEB__FRAME_ANCESTORS", "https://a.example https://b.example"),
    ];
    let surroundings = read("", &proxy).unwrap().surroundings;
    assert!(surroundings.trust_proxy && surroundings.frame_ancestors.len() == 2);
    assert!(surroundings.media.is_none(), "no folder is served unless it is named");
    let media = read("[boards]\nmedia = \"/srv/media\"", &[]).unwrap().surroundings.media;
    assert_eq!(media.as_deref(), Some(Path::new("/srv/media")));
    assert!(
        read("[mail]\nurl = \"smtp://relay.example:25\"", &[]).unwrap().mail
            == Mail::Smtp("smtp://relay.example:25".into())
    );
}

#[test]
fn the_guard_stands_unless_it_is_sent_away() {
    use okienko_web::{GuardSettings, Rate, StreamLimits};
    let usual = GuardSettings::usual();
    assert_eq!(read("", &[]).unwrap().guard, usual);
    let set =
        "[guard]\nbookings = 5\nbookings_per_hour = 7\nsoft_office_bookings = 9\nstreams_per_link = 2\nproof_bits = 12";
    let settings = read(set, &[]).unwrap();
    assert_eq!((settings.guard.bookings, settings.guard.changes), (Rate::new(5, 7), usual.changes));
    assert_eq!((settings.guard.soft_office.burst, settings.guard.proof_bits), (9, 12));
    assert_eq!(settings.streams, StreamLimits { per_link: 2, ..StreamLimits::default() });
    assert_eq!(read("[guard]\nenabled = false", &[]).unwrap().guard, GuardSettings::default());
    let hard = read("[guard]\nproof = false", &[]).unwrap().guard;
    assert_eq!(
        (hard.soft_address, hard.soft_office, hard.bookings),
        (Rate::default(), Rate::default(), usual.bookings)
    );
    assert!(refused("[guard]\nproof_bits = 40", &[]).contains("1 to 24"));
}

#[test]
fn signs_and_the_broker_are_off_until_they_are_set_up_and_wrong_ones_are_refused() {
    let none = read("", &[]).unwrap().signs;
    assert!(none.signs.is_empty() && none.broker.is_none());
    let sign = "[[signs]]\ndesk = \"3\"\nurl = \"tcp://10.0.0.5:5000\"\nline = '\\x02{code:4}\\x03'\n";
    let bus = format!("{sign}{}", sign.replace("\"3\"", "\"4\""));
    let both = read(&format!("{bus}[mqtt]\nurl = \"mqtt://um:hunter2@broker\""), &[]).unwrap();
    assert!(both.signs.signs.len() == 2 && both.signs.broker.is_some());
    assert!(!format!("{both:?} {:?}", both.signs).contains("hunter2"));
    let in_double_quotes = sign.replace('\'', "\"");
    assert_eq!(read(&in_double_quotes, &[]).unwrap().signs.signs, read(sign, &[]).unwrap().signs.signs);
    let said = refused(&format!("{sign}{}", sign.replace("{code:4}", "{kode}")), &[]);
    assert!(said.contains("[[signs]], number 2, line: letter 5: there is no such field; there are {code}"), "{said}");
    assert!(refused(&sign.replace("\"3\"", "3"), &[]).contains("number 1, desk: must be a text in quotes"));
    assert!(
        refused(&sign.replace("url", "adres"), &[]).contains("[[signs]] has no key `adres`; it has desk, board, url")
    );
    for wrong in ["[signs]\ndesk = \"3\"", "signs = [1]", "signs = []", "signs = 1"] {
        assert!(refused(wrong, &[]).contains("write [[signs]] above the keys of each"), "{wrong}");
    }
    assert!(refused("", &[("OKIENKO__SIGNS__DESK", "3")]).contains("[[signs]]"));
    assert!(read("", &[("OKIENKO__MQTT__URL", "mqtt://broker")]).unwrap().signs.broker.is_some());
    let said = refused("[mqtt]\nurl = \"mqtt://broker\"\npassword = \"hunter2\"", &[]);
    assert!(said.contains("[mqtt] password: needs user") && !said.contains("hunter2"), "{said}");
    assert!(
        refused("[mqtt]\nhost = \"x\"", &[]).contains("[mqtt] has no key `host`; it has url, user, password, prefix")
    );
}

#[test]
fn text_messages_go_nowhere_until_a_gateway_is_set_up() {
    assert!(matches!(read("", &[]).unwrap().sms, Sms::Off) && read("", &[]).unwrap().ways().unwrap().sms.is_none());
    let file = "[sms]\ntransport = \"smsapi\"\ntoken = \"sesame\"\nfrom = \"UM\"";
    assert!(matches!(read(file, &[]).unwrap().sms, Sms::SmsApi(_)));
    assert!(!format!("{:?}", read(file, &[]).unwrap()).contains("sesame"));
    let http = "[sms]\ntransport = \"http\"\nurl = \"https://g.example/{{ to }}\"\nheaders = [\"X-Key: {{ token }}\"]\nbody = \"t={{ text }}\"";
    assert!(matches!(read(http, &[]).unwrap().sms, Sms::Template(_)));
    assert!(matches!(read("", &[("OKIENKO__SMS__TRANSPORT", "folder")]).unwrap().sms, Sms::Folder(_)));
    assert!(refused("[sms]\ntransport = \"smsapi\"", &[]).contains("token is missing"));
    assert!(refused("[sms]\ntransport = \"pigeon\"", &[]).contains("smsapi, http or folder"));
    assert!(refused(&http.replace("{{ text }}", "{{ txt }}"), &[]).contains("body cannot be used"));
}

#[test]
fn what_speaks_is_a_pack_a_program_or_nothing() {
    use super::speech::Engine;
    assert_eq!(read("", &[]).unwrap().speech, Speech::default());
    let set = read("[speech]\npack = \"głos\"\nengine = \"espeak-ng\"", &[]).unwrap().speech;
    assert_eq!(set, Speech { pack: Some("głos".into()), engine: Engine::Espeak });
    assert_eq!(read("", &[("OKIENKO__SPEECH__ENGINE", "off")]).unwrap().speech.engine, Engine::Off);
    assert!(refused("[speech]\nengine = \"loud\"", &[]).contains("espeak-ng or off"));
}
