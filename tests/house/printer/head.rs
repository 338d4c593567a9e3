//! The print head: takes bytes, moves paper, answers.

use std::collections::VecDeque;

use super::answer::Mood;
use super::command::{ABANDON, Command, first};
use super::pages::letters;
use super::paper::Paper;

/// When something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before so many bytes of a paper are printed.
    Byte(usize),
    /// When a paper with something on it has been cut, before anything more is answered.
    AfterCut,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The printer's state changes.
    Gets(Mood),
    /// The connection is cut, and the printer can be reached again at once.
    HangsUp,
}

/// How letters look.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    page: u8,
    centered: bool,
    heavy: bool,
    reversed: bool,
    size: (u8, u8),
}

/// The head.
pub(super) struct Head {
    width: usize,
    mood: Mood,
    pub confirms: bool,
    pub abandons: bool,
    pub faults: VecDeque<(Moment, What)>,
    pub papers: Vec<Paper>,
    paper: Paper,
    look: Look,
    line: String,
    stored: String,
    held: Vec<u8>,
    printed: usize,
}

impl Head {
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            mood: Mood::Ready,
            confirms: true,
            abandons: true,
            faults: VecDeque::new(),
            papers: Vec::new(),
            paper: Paper { width, ..Paper::default() },
            look: Look::default(),
            line: String::new(),
            stored: String::new(),
            held: Vec::new(),
            printed: 0,
        }
    }

    pub(super) fn is(&mut self, mood: Mood) {
        self.mood = mood;
    }

    /// Takes what came and does what can be done: what to answer, and whether to hang up.
    pub(super) fn takes(&mut self, come: &[u8]) -> (Vec<u8>, bool) {
        let mut answer = Vec::new();
        if self.mood == Mood::Away {
            return (answer, true);
        }
        self.held.extend_from_slice(come);
        self.throws_away();
        while self.mood.prints() {
            let Some((command, length)) = first(&self.held) else { break };
            let about = self.printed + length;
            if let Some(what) = self.happens(|moment| matches!(moment, Moment::Byte(at) if about > at)) {
                if self.suffers(what) {
                    return (answer, true);
                }
                continue;
            }
            self.held.drain(..length);
            self.printed = if command == Command::Nothing { self.printed } else { about };
            let papers = self.papers.len();
            self.does(command, &mut answer);
            let cut = self.papers.len() > papers;
            let after = if cut { self.happens(|moment| moment == Moment::AfterCut) } else { None };
            if after.is_some_and(|what| self.suffers(what)) {
                return (answer, true);
            }
        }
        if !self.mood.prints() {
            self.answers_at_once(&mut answer);
        }
        (answer, self.mood == Mood::Away)
    }

    /// The next fault, when it is due.
    fn happens(&mut self, due: impl Fn(Moment) -> bool) -> Option<What> {
        self.faults.front().filter(|(moment, _)| due(*moment))?;
        self.faults.pop_front().map(|(_, what)| what)
    }

    /// Whether the connection ends by it. What was on the wire is lost with it.
    fn suffers(&mut self, what: What) -> bool {
        match what {
            What::Gets(mood) => self.mood = mood,
            What::HangsUp => {}
        }
        what == What::HangsUp || self.mood == Mood::Away
    }

    /// A printer that stands still answers questions, wherever among other bytes they come.
    fn answers_at_once(&mut self, answer: &mut Vec<u8>) {
        while let Some(at) = self.held.windows(3).position(|three| matches!(three, [0x10, 0x04, 1..=4])) {
            answer.extend(self.mood.answer(self.held[at + 2]));
            self.held.drain(at..at + 3);
        }
    }

    /// What the printer holds is thrown away, wherever the command comes.
    fn throws_away(&mut self) {
        let at = self.held.windows(ABANDON.len()).position(|ten| ten == ABANDON).filter(|_| self.abandons);
        if let Some(at) = at {
            self.held.drain(..at + ABANDON.len());
            self.line.clear();
        }
    }

    fn does(&mut self, command: Command, answer: &mut Vec<u8>) {
        match command {
            Command::Reset => (self.look, self.stored) = (Look { size: (1, 1), ..Look::default() }, String::new()),
            Command::NoKanji | Command::QrOption | Command::Nothing | Command::Abandon => {}
            Command::Page(page) => self.look.page = page,
            Command::Centered(centered) => self.look.centered = centered,
            Command::Heavy(heavy) => self.look.heavy = heavy,
            Command::Reversed(reversed) => self.look.reversed = reversed,
            Command::Size { wide, high } => self.look.size = (wide, high),
            Command::Letters(bytes) => self.line.push_str(&letters(self.look.page, &bytes)),
            Command::NewLine => self.types(),
            Command::Feed(rows) => self.feeds(usize::from(rows)),
            Command::Picture { across, rows } => self.draws(across, &rows),
            Command::QrData(address) => self.stored = String::from_utf8(address).expect("an address"),
            Command::QrPrint => self.paper.codes.push(self.stored.clone()),
            Command::Cut => {
                let paper = std::mem::replace(&mut self.paper, Paper { width: self.width, ..Paper::default() });
                self.papers.extend((!paper.is_blank()).then_some(paper));
                self.printed = 0;
            }
            Command::Confirm => answer.extend((self.confirms && self.mood != Mood::Silent).then_some(0)),
            Command::Question(n) => answer.extend(self.mood.answer(n)),
        }
    }

    fn types(&mut self) {
        let Look { centered, heavy, reversed, size: (wide, high), .. } = self.look;
        let mark = |is: bool, mark: char| if is { mark } else { '-' };
        let look = format!("{}{}{} {wide}x{high}", mark(centered, 'c'), mark(heavy, 'b'), mark(reversed, 'r'));
        let letters = self.line.chars().count() * usize::from(wide) * 12;
        assert!(letters <= self.width, "the line does not fit the paper: {}", self.line);
        self.paper.typed.push(format!("{look}|{}", std::mem::take(&mut self.line)));
    }

    fn feeds(&mut self, rows: usize) {
        self.paper.rows.extend(vec![vec![false; self.width]; rows]);
    }

    fn draws(&mut self, across: usize, rows: &[u8]) {
        assert!(across * 8 <= self.width, "the picture is wider than the paper");
        let left = if self.look.centered { (self.width - across * 8) / 2 } else { 0 };
        for bytes in rows.chunks(across.max(1)) {
            let mut row = vec![false; self.width];
            for (index, dot) in row.iter_mut().skip(left).take(across * 8).enumerate() {
                *dot = bytes[index / 8] & (0x80 >> (index % 8)) != 0;
            }
            self.paper.rows.push(row);
        }
    }
}
