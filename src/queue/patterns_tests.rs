#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use super::*;

fn at(seconds: i64) -> Instant {
    time::from_ms(1_795_000_000_000 + seconds * 1_000)
}

/// Somebody with everything of their own, who books at some second.
fn booking(n: u64, second: i64) -> Booking {
    Booking {
        appointment: format!("so-a{n:04}").as_str().into(),
        person: format!("person {n}"),
        // Scattered: a real town's numbers have no neighbours.
        phone: 48_500_000_000 + n * 104_729,
        email: format!("somebody{n}@example.org"),
        origin: format!("origin {n}"),
        booked: at(second),
        released: None,
        cancelled: false,
    }
}

fn town(people: u64) -> Vec<Booking> {
    (0..people).map(|n| booking(n, i64::try_from(n).unwrap() * 40)).collect()
}

fn kinds(bookings: &[Booking]) -> Vec<(Kind, usize)> {
    find(bookings, &Limits::default()).iter().map(|pattern| (pattern.kind, pattern.count)).collect()
}

#[test]
fn honest_traffic_is_no_pattern() {
    let mut all = town(3_000);
    for (n, booking) in all.iter_mut().enumerate() {
        // Families share an address and a house; a library and a mobile operator have one address for a dozen an hour.
        booking.email = format!("family{}@example.org", n / 3);
        booking.origin = format!("house {}", n / 15);
        // One in ten is cancelled, one in fifty is a term that somebody had just given back, once a seconds' hit.
        booking.cancelled = n % 10 == 0;
        booking.released = (n % 50 == 0).then(|| booking.booked - time::seconds(30));
    }
    all[7].released = Some(all[7].booked - time::seconds(2));
    all[9].phone = all[8].phone + 1;
    all[10].phone = all[8].phone + 2;
    assert_eq!(find(&all, &Limits::default()), []);
}

#[test]
fn one_address_with_many_phones_is_found_and_names_its_visits() {
    let mut all = town(100);
    for n in [3, 30, 60, 90] {
        all[n].email = "handel@example.org".into();
    }
    let found = find(&all, &Limits::default());
    assert_eq!(kinds(&all), [(Kind::OneEmailManyPhones, 4)]);
    let named: Vec<&str> = found[0].appointments.iter().map(AppointmentId::as_str).collect();
    assert_eq!(named, ["so-a0003", "so-a0030", "so-a0060", "so-a0090"]);
    assert_eq!((found[0].from, found[0].until), (all[3].booked, all[90].booked));
    // The same phone again is no further phone.
    all[90].person = all[60].person.clone();
    assert_eq!(kinds(&all), []);
}

#[test]
fn one_network_address_is_found_by_its_busiest_hour_not_by_its_week() {
    let mut all = town(2_000);
    for booking in all.iter_mut().step_by(50) {
        booking.origin = "operator".into();
    }
    assert_eq!(kinds(&all), [], "forty in a day");
    for booking in all.iter_mut().skip(500).take(25) {
        booking.origin = "operator".into();
    }
    assert_eq!(kinds(&all), [(Kind::OneOriginManyBookings, 26)]);
    all.iter_mut().for_each(|booking| booking.origin.clear());
    assert_eq!(kinds(&all), [], "bookings by staff have no origin");
}

#[test]
fn cycles_of_booking_and_cancelling_are_found_once_whoever_repeats() {
    let mut all = town(50);
    for booking in all.iter_mut().skip(10).take(5) {
        booking.cancelled = true;
        booking.person = "trader".into();
        booking.email = "trader@example.org".into();
    }
    assert_eq!(kinds(&all), [(Kind::BookAndCancel, 5)], "phone and address together are one finding");
    all[14].cancelled = false;
    assert_eq!(kinds(&all), []);
}

#[test]
fn numbers_in_a_row_are_found_as_one_row() {
    let mut all = town(50);
    for (booking, phone) in all.iter_mut().skip(20).zip(48_601_000_000..48_601_000_006) {
        booking.phone = phone;
    }
    all[30].phone = all[20].phone;
    let found = find(&all, &Limits::default());
    assert_eq!(kinds(&all), [(Kind::ConsecutivePhones, 6)]);
    assert_eq!(found[0].appointments.len(), 7, "two visits of one number");
    for booking in &mut all {
        booking.phone = 0;
    }
    assert_eq!(kinds(&all), [], "an unknown number has no neighbours");
}

#[test]
fn bookings_seconds_after_release_are_found_when_one_hand_makes_them() {
    let mut all = town(50);
    for (n, late) in [(5, 0), (15, 3), (25, 5)] {
        all[n].released = Some(all[n].booked - time::seconds(late));
    }
    assert_eq!(kinds(&all), [], "three strangers");
    for n in [5, 15, 25] {
        all[n].origin = "trader".into();
    }
    assert_eq!(kinds(&all), [(Kind::SecondsAfterRelease, 3)]);
    all[25].released = Some(all[25].booked - time::seconds(6));
    assert_eq!(kinds(&all), [], "six seconds are a quick person");
    all[25].released = Some(all[25].booked + time::seconds(1));
    assert_eq!(kinds(&all), [], "released after it was booked");
}

#[test]
fn a_report_is_bounded() {
    let mut all = town(5_000);
    for (n, booking) in all.iter_mut().enumerate() {
        booking.email = format!("box{}@example.org", n / 5);
    }
    let found = find(&all, &Limits::default());
    assert_eq!(found.len(), MOST_FOUND);
    all.iter_mut().for_each(|booking| booking.email = "one@example.org".into());
    assert_eq!(find(&all, &Limits::default())[0].appointments.len(), MOST_NAMED);
}
