//! A board that hangs in a hall: the sample office with the longest names there are, three languages, ways to every desk.

use okienko_tests::browser::Browser;
use okienko_tests::{Clerk, Office};
use toml::{Table, Value};

/// Names of 40 letters in each language: with many short words, and with hardly any place to break.
const NAMES: [[&str; 3]; 3] = [
    [
        "Wydawanie zaświadczeń, wypisów i odpisów",
        "Certificates, extracts and official data",
        "Видача довідок, витягів, копій документа",
    ],
    [
        "Dziewięćdziesięciodziewięcioletnimdzieci",
        "Counterrevolutionariesinternationalizing",
        "Найнеперевершенішийвисокопреосвященніший",
    ],
    [
        "Ewidencja działalności gospodarczej, VAT",
        "Registration of business activity, taxes",
        "Реєстрація підприємницької діяльності, П",
    ],
];

/// The office with what a test hung in its hall.
pub struct Hung {
    /// The office.
    pub office: Office,
    /// Its board's address.
    pub page: String,
    /// The clerks of the shared service.
    pub clerks: Vec<Clerk>,
}

impl Hung {
    /// Hangs the board, lets the clerks call a dozen visitors and leaves some waiting.
    pub async fn with_calls(office: Office) -> Self {
        let hung = Self::of(office).await;
        for round in 0..6 {
            hung.calls(round % 2).await;
            hung.calls(1 - round % 2).await;
        }
        let service = hung.office.sample.shared_service();
        for _ in 0..3 {
            hung.office.kiosk().takes_ticket(&service.id).await.with_status(201);
        }
        // Whoever opens the page now is told of no call that another screen has announced long ago.
        hung.office.advance(1).await;
        hung
    }

    /// Hangs the board in an office where nobody was called yet.
    pub async fn of(office: Office) -> Self {
        let service = office.sample.shared_service();
        office.rewrites(|table| dress(table, &service.id)).await;
        let clerks = office.clerks_of(&service.id).await;
        let page = office.http.url(&format!("/lobby/{}", office.sample.board.id));
        Self { office, page, clerks }
    }

    /// A walk-in is called to the desk of a clerk (an index) and comes; returns the ticket's code.
    pub async fn calls(&self, clerk: usize) -> String {
        let service = self.office.sample.shared_service();
        self.office.kiosk().takes_ticket(&service.id).await.with_status(201);
        let code = self.clerks[clerk].calls_next().await.ticket().code;
        self.clerks[clerk].starts().await.ok();
        code
    }

    /// Opens the board with a query and waits until it shows its calls in the page's own letters.
    pub async fn opens(&self, browser: &Browser, query: &str) {
        browser.goes_to(&format!("{}?{query}", self.page)).await;
        browser.sees("body[data-layout] .board-call[data-call] [data-part=code]").await;
        let begun = std::time::Instant::now();
        while browser.evaluates("return document.fonts.status").await != "loaded" {
            assert!(begun.elapsed().as_secs() < 15, "the fonts come");
        }
    }
}

/// The board of a file.
pub fn board(office: &mut Table) -> &mut Table {
    office["boards"][0].as_table_mut().expect("a board")
}

/// A text in the three languages.
pub fn text(pl: &str, en: &str, uk: &str) -> Value {
    Table::from_iter([("pl", pl), ("en", en), ("uk", uk)].map(|(lang, said)| (lang.into(), said.into()))).into()
}

fn dress(office: &mut Table, shared: &str) {
    let mut desks = Vec::new();
    for department in office["departments"].as_array_mut().expect("departments") {
        for (index, service) in department["services"].as_array_mut().expect("services").iter_mut().enumerate() {
            let [pl, en, uk] = NAMES[index % NAMES.len()];
            let service = service.as_table_mut().expect("a service");
            service.insert("name".into(), text(pl, en, uk));
            // The widest letter there is.
            if service["id"].as_str() == Some(shared) {
                service.insert("letter".into(), "W".into());
            }
        }
        for desk in department["desks"].as_array_mut().expect("desks") {
            desks.push(desk["id"].as_str().expect("an id").to_owned());
        }
    }
    let arrows = ["right", "left", "up", "down", "up_left", "up_right", "down_left", "down_right", "here"];
    let ways = desks.into_iter().enumerate().map(|(index, desk)| {
        let place = text(
            "Oficyna, wejście od podwórza, 2. piętro",
            "Annexe, entrance from the yard, 2nd flr.",
            "Флігель, вхід із двору, другий поверх 2А",
        );
        let arrow = Value::from(arrows[index % arrows.len()]);
        (desk, Value::from(Table::from_iter([("arrow".into(), arrow), ("place".into(), place)])))
    });
    let ways = Table::from_iter(ways);
    let board = board(office);
    board.insert("languages".into(), vec!["pl", "en", "uk"].into());
    // A colour in the middle, which carries neither black nor white letters at 7:1 as it is.
    board.insert("accent".into(), "#c8503c".into());
    board.insert("ways".into(), ways.into());
    let long = "W piątek urząd czynny do 13:00. Prosimy przygotować dokument tożsamości przed podejściem do stanowiska; wnioski leżą przy wejściu, a wszystkie sprawy można załatwić także na stronie urzędu.";
    let messages =
        vec![text(long, long, long), text("Kasa czynna do 15:00.", "Cash desk until 15:00.", "Каса до 15:00.")];
    board.insert("ticker".into(), messages.into());
}
