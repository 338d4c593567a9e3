//! The outbox.

use super::batches::{batch, letter};
use super::both;
use crate::{LETTER_LEASE_MS, LetterCounts};
use std::collections::HashSet;

both! {
    fn a_letter_is_written_once_and_sent_once(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut with = batch("g", 0, 1);
        with.enclosure.letters = vec![letter("confirm-g-a1"), letter("confirm-g-a1")];
        appender.append(&[with]).unwrap();
        assert!(appender.due_letters(999, 10).unwrap().is_empty());
        let due = appender.due_letters(1_000, 10).unwrap();
        assert_eq!(due.len(), 1);
        assert_eq!((due[0].id.as_str(), due[0].attempts), ("confirm-g-a1", 1));
        assert!(appender.due_letters(1_001, 10).unwrap().is_empty(), "it is being sent");
        appender.mark_sent("confirm-g-a1").unwrap();
        assert!(appender.due_letters(9_999_999, 10).unwrap().is_empty());
        assert_eq!(store.letter_counts().unwrap(), LetterCounts { sent: 1, ..Default::default() });
        assert_eq!(store.letters_about("g-a1").unwrap()[0].state, "sent");
    }
}

both! {
    fn a_failed_letter_is_tried_again_later_and_given_up_at_last(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut with = batch("g", 0, 1);
        let late = crate::NewLetter { not_after_ms: Some(1_500), ..letter("late") };
        with.enclosure.letters = vec![letter("a"), late];
        appender.append(&[with]).unwrap();
        assert_eq!(appender.due_letters(2_000, 10).unwrap().len(), 1, "the late one is of no use");
        appender.mark_failed("a", 5_000, "451").unwrap();
        assert!(appender.due_letters(4_999, 10).unwrap().is_empty());
        let again = appender.due_letters(5_000, 10).unwrap().remove(0);
        assert_eq!((again.attempts, again.last_error.as_deref()), (2, Some("451")));
        // The worker died with it: another follows after the lease.
        let third = appender.due_letters(5_000 + LETTER_LEASE_MS, 10).unwrap();
        assert_eq!(third[0].attempts, 3);
        appender.mark_dead("a", "550").unwrap();
        assert_eq!(store.letter_counts().unwrap(), LetterCounts { dead: 1, dropped: 1, ..Default::default() });
    }
}

both! {
    fn two_workers_never_get_the_same_letter(place) {
        let store = place.store();
        let mut with = batch("g", 0, 1);
        with.enclosure.letters = (0..60).map(|n| letter(&format!("l{n:02}"))).collect();
        store.appender().unwrap().append(&[with]).unwrap();
        let workers: Vec<_> = (0..3)
            .map(|_| {
                let mut appender = store.appender().unwrap();
                std::thread::spawn(move || {
                    let rounds = (0..12).map(|_| appender.due_letters(2_000, 7).unwrap());
                    rounds.flatten().map(|l| l.id).collect::<Vec<_>>()
                })
            })
            .collect();
        let had: Vec<String> = workers.into_iter().flat_map(|w| w.join().unwrap()).collect();
        assert_eq!(had.len(), 60);
        assert_eq!(had.iter().collect::<HashSet<_>>().len(), 60);
    }
}

both! {
    fn law_21_letters_of_an_erased_contact_are_dropped_and_done_ones_forgotten(place) {
        let store = place.store();
        let mut appender = store.appender().unwrap();
        let mut with = batch("g", 0, 1);
        with.enclosure.contacts = vec![crate::tests::batches::contact("g-a1", "1")];
        with.enclosure.letters = vec![letter("sent"), letter("waiting"), letter("dead")];
        appender.append(&[with]).unwrap();
        appender.mark_sent("sent").unwrap();
        appender.mark_dead("dead", "550").unwrap();
        assert!(appender.erase_contact("g-a1", 5).unwrap());
        let states = || store.letter_counts().unwrap();
        assert_eq!(states(), LetterCounts { sent: 1, dead: 1, dropped: 1, queued: 0 });
        assert_eq!(appender.forget_letters_before(0, 10).unwrap(), 0, "young ones stay");
        assert_eq!(appender.forget_letters_before(i64::MAX, 1).unwrap(), 1, "bounded");
        assert_eq!(appender.forget_letters_before(i64::MAX, 10).unwrap(), 1);
        assert_eq!(states(), LetterCounts { dead: 1, ..Default::default() }, "an administrator still sees the dead one");
    }
}
