//! The agent's printer against one whose paper can be read: what is said to be printed is on paper, once, and nothing else is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::time::{Duration, Instant};

use okienko_kiosk::printer::{Outcome, Reason, Settings, Status, Timeouts, print_slip};
use okienko_paper::{CodePage, Language, Mode, Slip, Template, Width, draw};
use okienko_tests::printer::{Moment, Mood, Printer, What};
use serialport::{SerialPort, TTYPort};

const ADDRESS: &str = "https://kolejka.example.pl/t/dGVzdA";

fn settings(connection: String) -> Settings {
    let timeouts = Timeouts { connect_ms: 500, answer_ms: 250, write_ms: 600, finish_ms: 2_000, settle_ms: 400 };
    Settings { connection, timeouts, ..Settings::default() }
}

fn printed(settings: &Settings) -> Outcome {
    let mut printer = settings.open().expect("settings");
    print_slip(&mut *printer, &Template::house(), &Slip::sample(Language::Pl), &settings.profile)
}

/// One paper on a printer to which something happens, then another after it is well again.
fn then_well_again(moment: Moment, what: What) -> (Outcome, Vec<String>, Outcome, Vec<String>) {
    let printer = Printer::starts();
    let settings = settings(printer.connection());
    let mut door = settings.open().expect("settings");
    let mut print = || print_slip(&mut *door, &Template::house(), &Slip::sample(Language::Pl), &settings.profile);
    printer.next(moment, what);
    let first = print();
    let after = printer.tickets();
    printer.is(Mood::Ready);
    std::thread::sleep(Duration::from_millis(100));
    let second = print();
    (first, after, second, printer.tickets())
}

#[test]
fn what_is_on_paper_is_what_was_drawn() {
    for width in [Width::Mm80, Width::Mm58, Width::Mm80At180] {
        let printer = Printer::of_width(width.dots() as usize);
        let mut settings = settings(printer.connection());
        settings.profile.width = width;
        assert_eq!(printed(&settings), Outcome::Printed);
        let papers = printer.papers();
        assert_eq!(papers.len(), 1, "one ticket, one cut");
        let drawn = draw(&Template::house(), &Slip::sample(Language::Pl), width).expect("a ticket");
        let same = |(y, row): (u32, &Vec<bool>)| (0..).zip(row).all(|(x, dot)| *dot == drawn.black(x, y));
        assert!((0..).zip(&papers[0].rows).all(same), "dot by dot");
        assert_eq!(papers[0].rows.len(), drawn.height() as usize + usize::from(settings.profile.feed));
        assert_eq!(papers[0].address().as_deref(), Some(ADDRESS));
    }
}

#[test]
fn a_printer_in_trouble_gets_no_job_and_its_trouble_is_named() {
    for (mood, status, reason) in [
        (Mood::PaperEnd, Status::PaperEnd, Reason::PaperEnd),
        (Mood::CoverOpen, Status::CoverOpen, Reason::CoverOpen),
        (Mood::Error, Status::Error, Reason::Error),
        (Mood::Away, Status::Away, Reason::Away),
        (Mood::Silent, Status::Away, Reason::Away),
    ] {
        let printer = Printer::starts();
        printer.is(mood);
        let settings = settings(printer.connection());
        assert_eq!(settings.open().unwrap().status(), status);
        assert_eq!(printed(&settings), Outcome::Failed(reason));
        printer.is(Mood::Ready);
        std::thread::sleep(Duration::from_millis(60));
        assert!(printer.papers().is_empty(), "{mood:?}");
    }
}

#[test]
fn a_roll_near_its_end_prints_and_is_told() {
    let printer = Printer::starts();
    printer.is(Mood::NearEnd);
    let settings = settings(printer.connection());
    assert_eq!(settings.open().unwrap().status(), Status::NearEnd);
    assert_eq!(printed(&settings), Outcome::Printed);
    assert_eq!(printer.tickets(), [ADDRESS]);
}

#[test]
fn trouble_in_the_middle_is_failed_and_the_rest_never_comes_out() {
    for (mood, reason) in
        [(Mood::PaperEnd, Reason::PaperEnd), (Mood::CoverOpen, Reason::CoverOpen), (Mood::Error, Reason::Error)]
    {
        let (first, after, second, tickets) = then_well_again(Moment::Byte(20_000), What::Gets(mood));
        assert_eq!((first, after), (Outcome::Failed(reason), vec![]));
        assert_eq!(second, Outcome::Printed);
        assert_eq!(tickets, [ADDRESS], "{mood:?}: the second paper and no other");
    }
}

#[test]
fn a_wire_cut_in_the_middle_is_never_printed_and_the_next_ticket_is_whole() {
    let (first, after, second, tickets) = then_well_again(Moment::Byte(20_000), What::HangsUp);
    assert!(matches!(first, Outcome::Unsure(Reason::Away) | Outcome::Failed(_)), "{first:?}");
    assert!(after.is_empty());
    assert_eq!(second, Outcome::Printed);
    assert_eq!(tickets, [ADDRESS]);
}

#[test]
fn a_picture_left_open_swallows_no_ticket() {
    let printer = Printer::starts();
    printer.never_throws_away();
    let settings = settings(printer.connection());
    let mut door = settings.open().expect("settings");
    let mut print = || print_slip(&mut *door, &Template::house(), &Slip::sample(Language::Pl), &settings.profile);
    printer.next(Moment::Byte(20_000), What::HangsUp);
    assert_ne!(print(), Outcome::Printed);
    assert_eq!(print(), Outcome::Printed);
    assert_eq!(printer.tickets(), [ADDRESS]);
    // Another agent finds the printer in the middle of a picture.
    use std::io::Write;
    let mut killed = std::net::TcpStream::connect(printer.connection().trim_start_matches("tcp:")).unwrap();
    killed.write_all(&[0x1d, 0x76, 0x30, 0, 72, 0, 128, 0, 0xff, 0xff]).unwrap();
    drop(killed);
    std::thread::sleep(Duration::from_millis(60));
    assert_eq!(printed(&settings), Outcome::Printed);
    assert_eq!(printer.tickets(), [ADDRESS; 2]);
}

#[test]
fn an_answer_lost_after_the_paper_was_cut_is_unsure_and_nothing_is_printed_again() {
    for what in [What::HangsUp, What::Gets(Mood::Silent), What::Gets(Mood::Away)] {
        let (first, after, second, tickets) = then_well_again(Moment::AfterCut, what);
        assert_eq!((first, after.len()), (Outcome::Unsure(Reason::Away), 1), "{what:?}");
        assert_eq!((first.as_str(), first.reason()), ("failed", Some("away")));
        assert_eq!((second, tickets.len()), (Outcome::Printed, 2));
    }
}

#[test]
fn the_last_ticket_of_a_roll_that_was_not_confirmed_is_not_said_to_be_printed() {
    let (first, ..) = then_well_again(Moment::AfterCut, What::Gets(Mood::PaperEnd));
    assert_eq!(first, Outcome::Failed(Reason::PaperEnd));
}

#[test]
fn models_that_do_not_confirm_are_watched_instead() {
    let printer = Printer::starts();
    printer.never_confirms();
    let mut settings = settings(printer.connection());
    assert_eq!(printed(&settings), Outcome::Printed);
    settings.profile.confirm = false;
    let asked = Instant::now();
    assert_eq!(printed(&settings), Outcome::Printed);
    assert!(asked.elapsed() < Duration::from_millis(1_500), "not the whole time for a sign that was not asked for");
    printer.next(Moment::Byte(20_000), What::Gets(Mood::PaperEnd));
    assert_eq!(printed(&settings), Outcome::Failed(Reason::PaperEnd));
    assert_eq!(printer.tickets().len(), 2);
}

#[test]
fn a_model_that_never_answers_may_be_taken_as_ready() {
    let printer = Printer::starts();
    printer.is(Mood::Silent);
    let settings = Settings { assume_ready: true, ..settings(printer.connection()) };
    assert_eq!(settings.open().unwrap().status(), Status::Ready);
    assert_eq!(printed(&settings), Outcome::Printed);
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(printer.tickets(), [ADDRESS]);
    printer.is(Mood::Away);
    drop(printer);
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(printed(&settings), Outcome::Failed(Reason::Away));
}

#[test]
fn letters_where_the_code_pages_allow_and_dots_elsewhere() {
    let printer = Printer::starts();
    let mut settings = settings(printer.connection());
    settings.profile.mode = Mode::Text;
    settings.profile.code_pages =
        vec![CodePage { name: "CP852".to_owned(), number: 18 }, CodePage { name: "CP1251".to_owned(), number: 46 }];
    assert_eq!(printed(&settings), Outcome::Printed);
    let mut door = settings.open().unwrap();
    let booked = Slip {
        code: "U007".to_owned(),
        booked_for: Some("10:20".to_owned()),
        priority: Some("osoba z niepełnosprawnością".to_owned()),
        reprint: true,
        ..Slip::sample(Language::Pl)
    };
    for slip in [booked, Slip::sample(Language::Uk)] {
        assert_eq!(print_slip(&mut *door, &Template::house(), &slip, &settings.profile), Outcome::Printed);
    }
    let papers = printer.papers();
    let typed = papers[..2].iter().map(|paper| paper.typed.join("\n")).collect::<Vec<_>>().join("\n\n") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/letters.txt");
    if std::env::var_os("OKIENKO_PAPER_UPDATE").is_some() {
        std::fs::write(path, &typed).unwrap();
    }
    assert_eq!(typed, std::fs::read_to_string(path).unwrap_or_default());
    assert!(papers.iter().all(|paper| paper.address().as_deref() == Some(ADDRESS)));
    assert!(papers[0].rows.len() < 100, "letters are no dots");
    assert!(papers[2].typed.is_empty(), "a Polish office's name and Ukrainian words share no page: dots");
}

#[test]
fn letters_with_a_drawn_code_for_printers_that_cannot_draw_one() {
    let printer = Printer::starts();
    let mut settings = settings(printer.connection());
    settings.profile.mode = Mode::Text;
    settings.profile.native_qr = false;
    settings.profile.code_pages = vec![CodePage { name: "CP1250".to_owned(), number: 45 }];
    assert_eq!(printed(&settings), Outcome::Printed);
    let paper = &printer.papers()[0];
    assert!(paper.codes.is_empty() && paper.lines().contains(&"R012"));
    assert_eq!(paper.address().as_deref(), Some(ADDRESS));
}

#[test]
fn serial_lines_and_device_files_carry_the_same() {
    for connection in ["serial:{}@115200,none", "device:{}"] {
        let (mut far, near) = TTYPort::pair().expect("a pair of terminals");
        far.set_timeout(Duration::from_millis(20)).unwrap();
        let path = near.name().expect("a path");
        let printer = Printer::at(far);
        let settings = settings(connection.replace("{}", &path));
        assert_eq!(printed(&settings), Outcome::Printed, "{connection}");
        assert_eq!(printer.tickets(), [ADDRESS]);
        printer.is(Mood::CoverOpen);
        assert_eq!(settings.open().unwrap().status(), Status::CoverOpen, "{connection}");
        drop(near);
    }
    assert_eq!(printed(&settings("device:/dev/usb/no-such".to_owned())), Outcome::Failed(Reason::Away));
}

#[test]
fn a_folder_keeps_each_paper_as_a_picture_and_plays_trouble() {
    let folder = std::env::temp_dir().join(format!("paper-folder-{}", std::process::id()));
    let settings = Settings::simulated(folder.clone());
    let files = || {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name != "status").collect();
        names.sort();
        names
    };
    assert_eq!(printed(&settings), Outcome::Printed);
    for (word, outcome) in [
        ("paper_end", Outcome::Failed(Reason::PaperEnd)),
        ("cover_open\n", Outcome::Failed(Reason::CoverOpen)),
        ("away", Outcome::Failed(Reason::Away)),
        ("breaks", Outcome::Failed(Reason::Error)),
    ] {
        std::fs::write(folder.join("status"), word).unwrap();
        assert_eq!(printed(&settings), outcome, "{word}");
    }
    assert_eq!(files(), ["000001-R012.png"]);
    std::fs::write(folder.join("status"), "unsure").unwrap();
    assert_eq!(printed(&settings), Outcome::Unsure(Reason::Away));
    std::fs::write(folder.join("status"), "near_end").unwrap();
    assert_eq!(settings.open().unwrap().status(), Status::NearEnd);
    assert_eq!(printed(&settings), Outcome::Printed);
    assert_eq!(files(), ["000001-R012.png", "000002-R012.png", "000003-R012.png"]);
    let drawn = draw(&Template::house(), &Slip::sample(Language::Pl), Width::Mm80).unwrap();
    assert_eq!(std::fs::read(folder.join("000003-R012.png")).unwrap(), drawn.png().unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_kiosk_without_a_printer_says_so_and_wrong_settings_are_refused_in_words() {
    let none = Settings::default();
    assert_eq!(none.open().unwrap().status(), Status::None);
    assert_eq!(printed(&none), Outcome::NoPrinter);
    let wrong = toml::from_str::<Settings>("connection = \"lpt1\"").unwrap();
    assert!(wrong.open().err().unwrap().contains("lpt1"));
    assert!(toml::from_str::<Settings>("colour = true").is_err(), "an unknown word is no setting");
    let page = "profile = { mode = \"text\", code_pages = [{ name = \"CP853\", number = 3 }] }";
    assert!(toml::from_str::<Settings>(page).unwrap().open().err().unwrap().contains("CP853"));
}
