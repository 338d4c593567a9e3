//! The sample letter every test starts from.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{TimeZone, Utc};
use chrono_tz::Europe::Warsaw;
use okienko_mail::{Confirm, Letter, LetterKind, Sender};

pub mod http;
pub mod sink;

/// The three languages.
pub const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];

/// The sample office.
pub fn sender() -> Sender {
    Sender {
        office_name: "Urząd Miejski w Dąbrowie Górniczej".into(),
        from: "Urząd Miejski <no-reply@um.example>".into(),
        reply_to: Some("Kancelaria <kontakt@um.example>".into()),
        host: "wizyty.um.example".into(),
        privacy_url: "https://wizyty.um.example/privacy".into(),
        ..Sender::default()
    }
}

/// A visit on 23 November 2026 at 10:20, written the day before.
pub fn letter(kind: LetterKind, language: &str) -> Letter {
    let service = match language {
        "en" => "R: Business registration",
        "uk" => "R: Реєстрація підприємницької діяльності",
        _ => "R: Rejestracja działalności gospodarczej",
    };
    Letter {
        kind,
        language: language.into(),
        appointment: "wro-a17".into(),
        to_name: "Grażyna".into(),
        to_email: "grazyna@example.pl".into(),
        service: service.into(),
        place: "Wydział Rozwoju, Przedsiębiorczości i Obsługi Inwestorów, pokój 12".into(),
        start: Warsaw.with_ymd_and_hms(2026, 11, 23, 10, 20, 0).unwrap(),
        previous: (kind == LetterKind::Change).then(|| Warsaw.with_ymd_and_hms(2026, 11, 20, 9, 40, 0).unwrap()),
        duration_minutes: 20,
        phone: "48662138278".into(),
        code: "402913".into(),
        manage_url: "https://wizyty.um.example/wizyta/wro-a17.Zm9vYmFyYmF6cXV4".into(),
        confirm: (kind == LetterKind::ConfirmRequest).then(|| Confirm {
            url: "https://wizyty.um.example/c/wro-a17.Y29uZmlybQ".into(),
            by: Warsaw.with_ymd_and_hms(2026, 11, 22, 10, 30, 5).unwrap(),
            minutes: 60,
        }),
        window_opens: Warsaw.with_ymd_and_hms(2026, 11, 23, 9, 50, 0).unwrap(),
        advice_minutes: 10,
        shift_minutes: None,
        sequence: sequence(kind),
        written_at: Utc.with_ymd_and_hms(2026, 11, 22, 8, 30, 5).unwrap(),
    }
}

/// A visit is confirmed, moved once, and ends: its calendar counts 0, 1, 2.
fn sequence(kind: LetterKind) -> u32 {
    u32::from(!matches!(kind, LetterKind::ConfirmRequest | LetterKind::Confirmation | LetterKind::Lapsed))
}
