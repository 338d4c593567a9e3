//! Lobby screens: what they are sent, what they say, and what desks are told of it.

use super::house::{ask, at_desk, open, postgres, sqlite, ticket_of};
use crate::{Frame, Office};
use actix::{Actor, Context, Handler};
use okienko_queue::announced::How;
use okienko_queue::board::Board;
use okienko_queue::command::DeskAction;
use okienko_queue::text::Text;
use serde_json::Value;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// A change of configuration reaches a screen within this.
const SOON: Duration = Duration::from_secs(2);

/// Keeps all that a socket would have been sent.
#[derive(Clone, Default)]
struct Screen(Arc<Mutex<Vec<String>>>);

struct Ear(Screen);

impl Actor for Ear {
    type Context = Context<Self>;
}

impl Handler<Frame> for Ear {
    type Result = ();

    fn handle(&mut self, frame: Frame, _: &mut Self::Context) {
        self.0.0.lock().unwrap().push(frame.0.to_string());
    }
}

impl Screen {
    fn at_board(office: &Office, board: &str) -> Self {
        let screen = Self::default();
        office.watch_board(board.into(), Ear(screen.clone()).start().recipient());
        screen
    }

    fn at_desk(office: &Office, desk: &str) -> Self {
        let screen = Self::default();
        office.watch_desk(desk.into(), Ear(screen.clone()).start().recipient());
        screen
    }

    fn frames(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    /// Waits for a frame that is wanted; never longer than a change of configuration may take.
    async fn shows(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let frames = self.frames();
            let seen = frames.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
            if let Some(frame) = seen.map(|frame| frame["view"].clone()).rfind(|view| wanted(view)) {
                return frame;
            }
            assert!(begun.elapsed() < SOON, "not shown within 2 s; the last frame: {:?}", frames.last());
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// The `seq` of every frame, in order.
    fn seqs(&self) -> Vec<u64> {
        let frames = self.frames();
        let read = frames.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
        read.map(|frame| frame["seq"].as_u64().unwrap()).collect()
    }
}

fn board(id: &str, departments: &[&str]) -> Board {
    Board::new(id.into(), id.into(), departments.iter().map(|id| (*id).into()).collect())
}

async fn set(office: &Office, boards: Vec<Board>) {
    let mut file = (*office.catalogue()).clone();
    file.boards = boards;
    assert_eq!(file.problems(), Vec::<String>::new());
    office.configure(file, "test").await.unwrap();
}

async fn calls(office: &Office, department: &str, desk: &str) -> String {
    let issued = ask(office, department, ticket_of(department)).await.unwrap();
    ask(office, department, at_desk(desk, DeskAction::CallNext)).await.unwrap();
    issued["ticket"]["code"].as_str().unwrap().to_owned()
}

fn shows_call(view: &Value, code: &str) -> bool {
    view["calls"].as_array().is_some_and(|calls| calls.iter().any(|call| call["code"] == code))
}

#[actix::test]
async fn r33_a_change_of_a_board_reaches_its_screens_and_its_seq_never_goes_back() {
    for url in [sqlite(), postgres()] {
        let office = open(&url).await;
        set(&office, vec![board("hol", &["a", "b"])]).await;
        let (of_a, of_b) = (calls(&office, "a", "1").await, calls(&office, "b", "2").await);
        let screen = Screen::at_board(&office, "hol");
        screen.shows(|view| shows_call(view, &of_a) && shows_call(view, &of_b)).await;
        set(&office, vec![board("hol", &["b"])]).await;
        screen.shows(|view| !shows_call(view, &of_a) && shows_call(view, &of_b)).await;
        let alarm = Board { emergency: Some(Text::new("Pożar", "Fire", "Пожежа")), ..board("hol", &["b"]) };
        set(&office, vec![alarm]).await;
        let view = screen.shows(|view| view["emergency"]["uk"] == "Пожежа").await;
        assert!(shows_call(&view, &of_b));
        set(&office, vec![Board { services: vec!["a-s".into()], ..board("hol", &["a", "b"]) }]).await;
        let view = screen.shows(|view| shows_call(view, &of_a) && view["emergency"].is_null()).await;
        assert!(!shows_call(&view, &of_b) && view["waiting"].as_array().unwrap().len() == 1);
        let seqs = screen.seqs();
        assert!(seqs.is_sorted(), "{seqs:?}");
        set(&office, vec![board("other", &["a"])]).await;
        let begun = Instant::now();
        while screen.frames().last().is_none_or(|frame| !frame.is_empty()) {
            assert!(begun.elapsed() < SOON, "the screen was not told that its board is gone");
            sleep(Duration::from_millis(10)).await;
        }
    }
}

#[actix::test]
async fn r33_a_change_made_at_another_node_reaches_a_screen_within_two_seconds() {
    let url = postgres();
    let (one, two) = (open(&url).await, open(&url).await);
    set(&one, vec![board("hol", &["a"])]).await;
    let screen = loop {
        let screen = Screen::at_board(&two, "hol");
        sleep(Duration::from_millis(50)).await;
        if !screen.frames().is_empty() {
            break screen;
        }
    };
    for n in 0..3 {
        let words = format!("Ewakuacja {n}");
        set(&one, vec![Board { emergency: Some(words.as_str().into()), ..board("hol", &["a", "b"]) }]).await;
        screen.shows(|view| view["emergency"]["pl"] == words.as_str()).await;
    }
    assert!(screen.seqs().is_sorted());
}

/// The latest announcement that a desk was shown.
async fn told(desk: &Screen, wanted: &[(&str, u64)]) -> Value {
    let fits = |view: &Value| {
        let told = &view["current"]["announcement"];
        wanted.iter().all(|(key, count)| told[*key] == *count)
    };
    desk.shows(fits).await["current"]["announcement"].clone()
}

#[actix::test]
async fn what_screens_say_of_a_call_is_told_to_its_desk() {
    for url in [sqlite(), postgres()] {
        let office = open(&url).await;
        set(&office, vec![board("hol", &["a"]), board("else", &["b"])]).await;
        let desk = Screen::at_desk(&office, "1");
        let code = calls(&office, "a", "1").await;
        let nobody = told(&desk, &[("screens", 0)]).await;
        assert_eq!(nobody["shown"], 0, "{nobody}");
        let seq = |view: &Value| view["calls"][0]["seq"].as_u64().unwrap();
        let first = seq(&Screen::at_board(&office, "hol").shows(|view| shows_call(view, &code)).await);
        let (hall, other) = ("hol".into(), "else".into());
        for id in [&hall, &hall, &other] {
            office.screen_connected(id, true);
        }
        told(&desk, &[("screens", 2), ("shown", 0)]).await;
        let names: Vec<Arc<str>> = ["x", "y", "z"].map(Arc::from).to_vec();
        // A board that does not show the call, and a call that is none, change nothing.
        office.screen_announced(&other, &names[2], first, How::Spoken);
        office.screen_announced(&hall, &names[2], first + 1, How::Spoken);
        office.screen_announced(&hall, &names[0], first, How::Shown);
        office.screen_announced(&hall, &names[0], first, How::Shown);
        told(&desk, &[("screens", 2), ("shown", 1), ("spoken", 0)]).await;
        office.screen_announced(&hall, &names[1], first, How::Shown);
        office.screen_announced(&hall, &names[1], first, How::Silent);
        office.screen_announced(&hall, &names[0], first, How::Spoken);
        told(&desk, &[("screens", 2), ("shown", 2), ("spoken", 1), ("silent", 1)]).await;
        office.screen_connected(&hall, false);
        office.screen_connected(&hall, false);
        told(&desk, &[("screens", 0), ("shown", 2), ("spoken", 1)]).await;
        // A recall is a call of its own: nobody has announced it yet.
        ask(&office, "a", at_desk("1", DeskAction::Recall)).await.unwrap();
        told(&desk, &[("screens", 0), ("shown", 0), ("spoken", 0)]).await;
    }
}

#[actix::test]
async fn a_flood_of_words_makes_few_frames_for_the_desk() {
    let office = open(&sqlite()).await;
    set(&office, vec![board("hol", &["a"])]).await;
    let desk = Screen::at_desk(&office, "1");
    let code = calls(&office, "a", "1").await;
    let seq = Screen::at_board(&office, "hol").shows(|view| shows_call(view, &code)).await["calls"][0]["seq"].clone();
    sleep(Duration::from_millis(300)).await;
    let before = desk.frames().len();
    for n in 0..1_000 {
        office.screen_announced(&"hol".into(), &Arc::from(format!("s{n}")), seq.as_u64().unwrap(), How::Shown);
        if n % 100 == 0 {
            sleep(Duration::from_millis(50)).await;
        }
    }
    told(&desk, &[("shown", 1_000)]).await;
    let sent = desk.frames().len() - before;
    assert!(sent <= 8, "{sent} frames in about half a second");
}

#[actix::test]
async fn a_desk_hears_the_screens_of_every_node() {
    let url = postgres();
    let (one, two) = (open(&url).await, open(&url).await);
    set(&one, vec![board("hol", &["a"])]).await;
    let begun = Instant::now();
    while two.catalogue().boards.is_empty() {
        assert!(begun.elapsed() < SOON, "the other node does not know the board");
        sleep(Duration::from_millis(10)).await;
    }
    let desk = Screen::at_desk(&one, "1");
    let code = calls(&one, "a", "1").await;
    let far = Screen::at_board(&two, "hol");
    let seq = far.shows(|view| shows_call(view, &code)).await["calls"][0]["seq"].as_u64().unwrap();
    let hall = "hol".into();
    one.screen_connected(&hall, true);
    two.screen_connected(&hall, true);
    two.screen_connected(&hall, true);
    told(&desk, &[("screens", 3)]).await;
    let name = |name: &str| Arc::<str>::from(name);
    one.screen_announced(&hall, &name("here"), seq, How::Spoken);
    two.screen_announced(&hall, &name("there"), seq, How::Late);
    two.screen_announced(&hall, &name("there too"), seq, How::Blocked);
    told(&desk, &[("screens", 3), ("shown", 3), ("spoken", 1), ("late", 1), ("blocked", 1)]).await;
    // Said over HTTP at the other node, too: the same counts everywhere.
    let elsewhere: Value = serde_json::from_str(&two.desk(&"1".into()).await.unwrap()).unwrap();
    let counted = elsewhere["current"]["announcement"]["shown"].as_u64();
    assert!(counted.is_some_and(|shown| shown >= 2), "{elsewhere}");
    two.screen_connected(&hall, false);
    told(&desk, &[("screens", 2), ("shown", 3)]).await;
}
