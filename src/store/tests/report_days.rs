//! Packed days, and the rows that they are made of.

use super::batches::{batch, day, visit};
use super::both;
use crate::{AppointmentRow, DeskHourRow, PackedDay, PlanRow, PlannedPlaces, VisitRow};

fn packed(number: u32, facts: &str) -> PackedDay {
    PackedDay { department: "g".into(), day: day(number), facts: facts.into() }
}

fn appointment(number: u32, state: &str) -> AppointmentRow {
    AppointmentRow {
        appointment: format!("g-a{number}"),
        department: "g".into(),
        service: "g-R".into(),
        day: day(number),
        start_ms: 1_795_000_000_000,
        state: state.into(),
    }
}

fn hour(number: u32, free_ms: i64) -> DeskHourRow {
    DeskHourRow {
        department: "g".into(),
        desk: "3".into(),
        hour_ms: i64::from(number) * 3_600_000,
        day: day(number),
        free_ms,
        paused_ms: 0,
        called_ms: 1,
        serving_ms: 2,
    }
}

fn plan(number: u32, places: &[(&str, u32, u32)]) -> PlanRow {
    let one = |(service, hour, places): &(&str, u32, u32)| PlannedPlaces {
        service: (*service).into(),
        hour: *hour,
        places: *places,
    };
    PlanRow { department: "g".into(), day: day(number), places: places.iter().map(one).collect() }
}

both! {
    fn the_plan_of_a_day_is_written_whole_and_the_last_one_counts(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut batch = batch("g", 0, 1);
        let (first, last) = (plan(23, &[("g-R", 8, 4)]), plan(23, &[("g-R", 8, 6), ("g-R", 9, 12)]));
        batch.enclosure.plans = vec![first, last.clone(), plan(25, &[])];
        appender.append(&[batch]).unwrap();
        assert_eq!(store.plans_between("g", day(22), day(30)).unwrap(), [last, plan(25, &[])]);
        assert_eq!(store.next_report_day("g", day(24)).unwrap(), Some(day(25)), "a day that only planned is a day");
        appender.clear_read_model("g").unwrap();
        assert!(store.plans_between("g", day(22), day(30)).unwrap().is_empty());
    }
}

both! {
    fn a_packed_day_stays_as_it_was_and_the_last_one_says_how_far_it_went(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        assert_eq!(store.packed_until("g").unwrap(), None);
        appender.put_packed_days(&[packed(23, "first"), packed(24, "b")]).unwrap();
        appender.put_packed_days(&[packed(23, "second"), packed(26, "c")]).unwrap();
        assert_eq!(store.packed_until("g").unwrap(), Some(day(26)));
        assert_eq!(store.packed_days("g", day(23), day(25)).unwrap(), [packed(23, "first"), packed(24, "b")]);
        appender.forget_packed_days("g").unwrap();
        assert_eq!(store.packed_until("g").unwrap(), None);
    }
}

both! {
    fn rows_of_appointments_and_desks_are_written_with_an_append_and_the_last_of_each_counts(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut batch = batch("g", 0, 2);
        batch.enclosure.appointments = vec![appointment(23, "booked"), appointment(25, "booked"), appointment(23, "collected")];
        batch.enclosure.desk_hours = vec![hour(24, 5), hour(24, 9)];
        batch.enclosure.visits = vec![visit("g", 1, 1), VisitRow { day: day(26), ..visit("g", 2, 1) }];
        appender.append(&[batch]).unwrap();
        assert_eq!(store.appointments_between("g", day(22), day(23)).unwrap(), [appointment(23, "collected")]);
        assert_eq!(store.desk_hours_between("g", day(22), day(30)).unwrap(), [hour(24, 9)]);
        assert_eq!(store.legs_between("g", day(26), day(26)).unwrap().len(), 1);
        let next = |from| store.next_report_day("g", day(from)).unwrap();
        assert_eq!([next(1), next(24), next(25), next(26), next(27)], [Some(day(23)), Some(day(24)), Some(day(25)), Some(day(26)), None]);
        appender.clear_read_model("g").unwrap();
        assert_eq!(store.next_report_day("g", day(1)).unwrap(), None);
    }
}

both! {
    fn a_leg_that_was_undone_is_taken_away_before_what_is_written_again(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        appender.put_visits(&[visit("g", 1, 1), visit("g", 1, 2), visit("g", 2, 2)]).unwrap();
        let mut undone = batch("g", 0, 1);
        undone.enclosure.undone = vec![("g-t1".into(), 2), ("g-t2".into(), 2)];
        undone.enclosure.visits = vec![visit("g", 2, 2)];
        appender.append(&[undone]).unwrap();
        assert_eq!(store.visit_legs("g-t1").unwrap(), [visit("g", 1, 1)]);
        assert_eq!(store.visit_legs("g-t2").unwrap(), [visit("g", 2, 2)]);
    }
}
