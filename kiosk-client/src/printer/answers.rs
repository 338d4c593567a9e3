//! What a printer answers to `DLE EOT 1` … `DLE EOT 4`.

use super::Status;

/// The answers, in the order of the questions; a model may leave some unanswered.
pub(super) type Answers = [Option<u8>; 4];

/// The question `n` of 1 to 4, answered at once, even while the printer prints or waits for paper.
pub(super) const fn question(n: u8) -> [u8; 3] {
    [0x10, 0x04, n]
}

/// Whether a byte can be an answer: 0xx1xx10. All else on the wire is noise, or an answer to something else.
pub(super) const fn is_answer(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// Whether a byte can be the answer to `GS r`: 0xx0xx00. It comes when everything before it is on paper.
pub(super) const fn is_confirmation(byte: u8) -> bool {
    byte & 0b1001_0011 == 0
}

/// How the printer is; what a person has to look at first comes first. `None` when nothing was answered.
pub(super) fn read(answers: &Answers) -> Option<Status> {
    let [online, cause, error, roll] = *answers;
    let any = answers.iter().any(Option::is_some);
    let has = |answer: Option<u8>, bits: u8| answer.is_some_and(|answer| answer & bits != 0);
    let status = if has(cause, 0x04) {
        Status::CoverOpen
    } else if has(roll, 0x60) || has(cause, 0x20) {
        Status::PaperEnd
    } else if has(cause, 0x40) || has(error, 0x6c) || has(online, 0x08) {
        // 3: recoverable, cutter, unrecoverable, too hot. 1: offline for no reason given.
        Status::Error
    } else if has(roll, 0x0c) {
        Status::NearEnd
    } else {
        Status::Ready
    };
    any.then_some(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_read_as_the_makers_say() {
        let all = |one: u8, two: u8, three: u8, four: u8| read(&[Some(one), Some(two), Some(three), Some(four)]);
        assert_eq!(all(0x12, 0x12, 0x12, 0x12), Some(Status::Ready));
        assert_eq!(all(0x12, 0x12, 0x12, 0x1e), Some(Status::NearEnd));
        assert_eq!(all(0x1a, 0x32, 0x12, 0x7e), Some(Status::PaperEnd));
        assert_eq!(all(0x1a, 0x16, 0x12, 0x72), Some(Status::CoverOpen));
        assert_eq!(all(0x1a, 0x52, 0x1a, 0x12), Some(Status::Error));
        assert_eq!(all(0x1a, 0x12, 0x12, 0x12), Some(Status::Error));
        assert_eq!(read(&[Some(0x12), None, None, Some(0x72)]), Some(Status::PaperEnd));
        assert_eq!(read(&[None; 4]), None);
    }

    #[test]
    fn noise_is_no_answer() {
        assert!([0x12, 0x16, 0x1a, 0x32, 0x7e].into_iter().all(is_answer));
        assert!([0x00, 0x10, 0x11, 0x13, 0x92, 0xff, 0x02].into_iter().all(|byte| !is_answer(byte)));
        assert!([0x00, 0x0c, 0x60].into_iter().all(|byte| is_confirmation(byte) && !is_answer(byte)));
    }
}
