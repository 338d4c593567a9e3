//! Which batches may share a transaction. Two that want the same thing may not: were the first left out after all,
//! the second would have been refused in vain. The later one waits for the next transaction and meets the truth.

use crate::batch::{Batch, Outcome, Taken};
use std::collections::HashMap;

/// Something only one may have.
#[derive(PartialEq, Eq, Hash)]
enum Mark<'b> {
    Department(&'b str),
    Key(&'b str),
    Claim(&'b str, &'b str),
    Code(chrono::NaiveDate, &'b str),
    Appointment(&'b str),
}

struct Wish<'b> {
    mark: Mark<'b>,
    command: usize,
    /// What to answer when one batch wishes it twice; `None` when that is allowed.
    twice: Option<Taken>,
}

/// Chooses the undecided batches of the next transaction, sorted by department. A batch that contradicts itself (or
/// has a gap in its events) gets its outcome here.
pub(crate) fn choose(batches: &[Batch], fates: &mut [Option<Outcome>]) -> Vec<usize> {
    let mut order: Vec<(usize, &Batch)> =
        batches.iter().enumerate().filter(|(index, _)| fates.get(*index).is_some_and(Option::is_none)).collect();
    order.sort_by(|(_, a), (_, b)| (&a.department, a.expected).cmp(&(&b.department, b.expected)));
    let mut held: HashMap<Mark<'_>, usize> = HashMap::new();
    let mut chosen = Vec::with_capacity(order.len());
    for (index, batch) in order {
        match admit(batch, index, &mut held) {
            Admission::In => chosen.push(index),
            Admission::Later => {}
            Admission::Never(outcome) => {
                if let Some(fate) = fates.get_mut(index) {
                    *fate = Some(outcome);
                }
            }
        }
    }
    chosen
}

enum Admission {
    In,
    Later,
    Never(Outcome),
}

fn admit<'b>(batch: &'b Batch, index: usize, held: &mut HashMap<Mark<'b>, usize>) -> Admission {
    if !contiguous(batch) {
        let why = format!("events of {} do not follow {}", batch.department, batch.expected);
        return Admission::Never(Outcome::Broken(why));
    }
    let wishes = wishes(batch);
    // First look, then take: a batch that waits must hold nothing.
    if wishes.iter().any(|wish| held.contains_key(&wish.mark)) {
        return Admission::Later;
    }
    for wish in wishes {
        let before = held.insert(wish.mark, index);
        if let (Some(_), Some(what)) = (before, wish.twice) {
            held.retain(|_, holder| *holder != index);
            let command = wish.command;
            return Admission::Never(Outcome::Taken { command, what });
        }
    }
    Admission::In
}

fn contiguous(batch: &Batch) -> bool {
    (batch.expected + 1..)
        .zip(&batch.events)
        .all(|(seq, event)| event.seq == seq && event.department == batch.department)
}

fn wishes(batch: &Batch) -> Vec<Wish<'_>> {
    let enclosed = &batch.enclosure;
    let mut wishes = vec![Wish { mark: Mark::Department(&batch.department), command: 0, twice: None }];
    wishes.extend(enclosed.answers.iter().map(|answer| Wish {
        mark: Mark::Key(&answer.key),
        command: answer.command,
        twice: Some(Taken::Key),
    }));
    wishes.extend(enclosed.claims.iter().map(|claim| Wish {
        mark: Mark::Claim(&claim.kind, &claim.key),
        command: claim.command,
        twice: (claim.ordinals <= 1).then(|| Taken::Claim { kind: claim.kind.clone(), key: claim.key.clone() }),
    }));
    for contact in &enclosed.contacts {
        for mark in [Mark::Code(contact.day, &contact.code), Mark::Appointment(&contact.appointment)] {
            wishes.push(Wish { mark, command: contact.command, twice: Some(Taken::Code) });
        }
    }
    let moved = enclosed.moves.iter();
    wishes.extend(moved.map(|to| Wish { mark: Mark::Code(to.day, &to.code), command: to.command, twice: None }));
    wishes
}
