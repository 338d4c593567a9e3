#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
//! The pages behind a visit's link, in every state, for the tests and for looking at them.

use okienko_queue::shift::{Shift, Usual};

use super::samples::{at, day, frame, hour, visit};
use super::*;
use crate::texts::Lang;

fn words(text: &str) -> Words {
    Words { text: text.to_owned(), lang: Lang::Pl }
}

pub fn visit_page(lang: Lang, state: VisitState) -> VisitPage {
    let visit = visit(state);
    let open = state == VisitState::Booked;
    VisitPage {
        frame: frame(lang, &visit.path()),
        news: News::None,
        mail: Mail::Pending,
        confirm_by: None,
        opens_at: hour(9, 50),
        closes_at: hour(10, 20),
        preparation: Preparation {
            place: words("I piętro, stanowiska 3–4"),
            bring: vec![words("dowód osobisty"), words("wypełniony wniosek")],
            fee: words("17 zł"),
        },
        shift: Shift { usual: Some(Usual { visits: 214, minutes: 15 }), lately: Some(10) },
        open,
        alive: open,
        erased: false,
        ticket: (state == VisitState::Collected).then(|| Glance {
            code: "U007".to_owned(),
            path: "/t/rozwoj-t3.abc".to_owned(),
            wait: Some((5, 15)),
            over: false,
        }),
        kept_days: 14,
        visit,
    }
}

fn act(path: String, errors: &[(&str, &str)]) -> Act {
    Act {
        path,
        csrf: "csrf-token".to_owned(),
        key: "0b6f7c1e".to_owned(),
        errors: errors.iter().map(|(field, code)| FieldError::new(*field, *code)).collect(),
    }
}

pub fn cancel(lang: Lang, state: CancelState, errors: &[(&str, &str)]) -> CancelPage {
    let visit = visit(VisitState::Booked);
    let path = visit.cancel_path();
    CancelPage { frame: frame(lang, &path), visit, state, act: act(path, errors), by_mail: true }
}

pub fn act_page(lang: Lang, deed: Deed, closed: Option<Why>, errors: &[(&str, &str)]) -> ActPage {
    let visit = visit(VisitState::Booked);
    let path = format!("{}/{}", visit.path(), deed.key());
    ActPage { frame: frame(lang, &path), visit, deed, closed, act: act(path, errors) }
}

pub fn move_page(lang: Lang, errors: &[(&str, &str)], nearest: &[u32]) -> MovePage {
    let visit = visit(VisitState::Booked);
    let (start, digits) = (at(3, 9, 40), if errors.is_empty() { "" } else { "278" });
    let path = visit.move_term_path(start);
    let nearest = nearest.iter().map(|minute| at(3, 10, *minute)).collect();
    MovePage { frame: frame(lang, &path), visit, start, act: act(path, errors), digits: digits.to_owned(), nearest }
}

/// What can stand in the way of each act, besides the form's own refusals.
pub const CLOSED: [(Deed, &[Why]); 4] = [
    (Deed::Move, &[Why::Cancelled, Why::Collected, Why::Past, Why::Erased, Why::Used]),
    (Deed::Resend, &[Why::Cancelled, Why::Collected, Why::Past, Why::Erased, Why::Used, Why::NoMail]),
    (Deed::Erase, &[Why::Past, Why::Erased]),
    (Deed::Confirm, &[Why::Confirmed, Why::Lapsed, Why::Collected, Why::Past, Why::Erased]),
];

fn visits(lang: Lang) -> Vec<(String, String)> {
    let booked = || visit_page(lang, VisitState::Booked);
    let mut pages = vec![
        ("visit-thanks".to_owned(), VisitPage { news: News::Booked, mail: Mail::Sent, ..booked() }),
        ("visit-moved".to_owned(), VisitPage { news: News::Moved, ..booked() }),
        ("visit-resent".to_owned(), VisitPage { news: News::Resent, ..booked() }),
        ("visit-unconfirmed".to_owned(), VisitPage { confirm_by: Some(at(0, 9, 0)), ..booked() }),
        ("visit-unmeasured".to_owned(), VisitPage { shift: Shift::default(), ..booked() }),
    ];
    for state in [VisitState::Booked, VisitState::Collected, VisitState::Cancelled, VisitState::NotCollected] {
        pages.push((format!("visit-{}", state.key()), visit_page(lang, state)));
        let erased = VisitPage { erased: true, open: false, ..visit_page(lang, state) };
        pages.push((format!("visit-erased-{}", state.key()), erased));
    }
    for mail in [Mail::Sent, Mail::Failed, Mail::Bounced, Mail::Absent] {
        let on_time = Shift { usual: Some(Usual { visits: 1, minutes: 0 }), lately: Some(0) };
        pages.push((mail.key().to_owned(), VisitPage { mail, shift: on_time, ..booked() }));
    }
    let over = |wait, over| Glance { code: "U007".into(), path: "/t/x".into(), wait, over };
    for (name, glance) in
        [("soon", over(Some((0, 0)), false)), ("up-to", over(Some((0, 5)), false)), ("over", over(None, true))]
    {
        let page = VisitPage { ticket: Some(glance), ..visit_page(lang, VisitState::Collected) };
        pages.push((format!("visit-collected-{name}"), page));
    }
    pages.into_iter().map(|(name, page)| (name, page.html())).collect()
}

/// Every page in every state, with a name for its file.
pub fn all(lang: Lang) -> Vec<(String, String)> {
    let mut pages = visits(lang);
    for state in [CancelState::Ask, CancelState::Done, CancelState::Already, CancelState::Past, CancelState::Collected]
    {
        let page = cancel(lang, state, &[]);
        pages.push((format!("cancel-{}", page.state_key()), page.html()));
    }
    pages
        .push(("cancel-wrong-digits".to_owned(), cancel(lang, CancelState::Ask, &[("digits", "wrong_digits")]).html()));
    for (deed, whys) in CLOSED {
        for why in whys {
            pages.push((format!("{}-{}", deed.key(), why.key()), act_page(lang, deed, Some(*why), &[]).html()));
        }
        if deed != Deed::Move {
            pages.push((format!("{}-ask", deed.key()), act_page(lang, deed, None, &[]).html()));
        }
    }
    let mut cancelled = act_page(lang, Deed::Erase, None, &[]);
    cancelled.visit.state = VisitState::Cancelled;
    pages.push(("erase-cancelled".to_owned(), cancelled.html()));
    pages.push(("resend-soon".to_owned(), act_page(lang, Deed::Resend, None, &[("form", "resend_soon")]).html()));
    pages.extend(moves(lang));
    pages
}

fn moves(lang: Lang) -> Vec<(String, String)> {
    let visit = || visit(VisitState::Booked);
    let days = |nearest: bool| MoveDaysPage {
        frame: frame(lang, &visit().move_path()),
        visit: visit(),
        days: (1..=9).map(|d| (day(d), d * 2 - 1)).collect(),
        nearest: if nearest { (1..=6).map(|d| at(d, 9, d * 5)).collect() } else { Vec::new() },
    };
    let hours = |n: u32| MoveHoursPage {
        frame: frame(lang, &visit().move_day_path(day(3))),
        visit: visit(),
        date: day(3),
        hours: (0..n).map(|n| hour(9 + n / 3, n % 3 * 20)).collect(),
        before: Some(day(2)),
        after: Some(day(4)),
    };
    [
        ("move-days", days(true).html()),
        ("move-days-none", days(false).html()),
        ("move-hours", hours(14).html()),
        ("move-hours-none", hours(0).html()),
        ("move-review", move_page(lang, &[], &[]).html()),
        ("move-wrong-digits", move_page(lang, &[("digits", "wrong_digits")], &[]).html()),
        ("move-taken", move_page(lang, &[("start", "slot_taken")], &[0, 20, 40]).html()),
        ("move-none-left", move_page(lang, &[("form", "slot_taken")], &[]).html()),
        ("move-limit", move_page(lang, &[("form", "limit_reached")], &[]).html()),
    ]
    .map(|(name, html)| (name.to_owned(), html))
    .to_vec()
}
