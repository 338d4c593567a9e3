//! A supervisor's hour at the wall in a real browser, on a large screen, a laptop and a phone; accessible in every state.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::on_both_engines;
use okienko_tests::sample::Login;
use okienko_tests::{Engine, Ticket};

use super::*;

/// A busy morning: people wait in several departments, some of them long; two desks work.
struct Morning {
    wanted: Service,
    desks: Vec<String>,
    first: Ticket,
}

impl Morning {
    async fn of(office: &Office) -> Self {
        let wanted = office.sample.shared_service();
        let desks = office.sample.desks_of(&wanted.id);
        let kiosk = office.kiosk();
        let first = kiosk.takes_ticket(&wanted.id).await.with_status(201).ticket();
        for one in office.sample.services().filter(|one| one.id != wanted.id).step_by(2) {
            kiosk.takes_ticket(&one.id).await.with_status(201);
        }
        let clerk = office.clerk(&desks[0]).await;
        clerk.calls_next().await.ok();
        clerk.starts().await.ok();
        kiosk.takes_priority_ticket(&wanted.id, "pregnancy").await.with_status(201);
        for _ in 0..3 {
            kiosk.takes_ticket(&wanted.id).await.with_status(201);
        }
        office.advance(41).await;
        Self { wanted, desks, first }
    }

    fn row(&self, part: &str) -> String {
        format!("[id='row-{}'] {part}", self.wanted.id)
    }
}

async fn signs_on(browser: &Browser, office: &Office, lang: &str) {
    browser.goes_to(&office.http.url(&format!("/wall?lang={lang}"))).await;
    browser.sees("#login").await;
    browser.is_accessible().await;
    let Login { login, password } = &office.sample.supervisor;
    browser.signs_on(login, password.as_deref()).await;
    browser.sees(".wall-service").await;
}

/// The big screen on one engine, the laptop on the other.
fn shape(office: &Office) -> (u32, u32, Scheme, &'static str) {
    match office.engine {
        Engine::Sqlite => (1920, 1080, Scheme::Light, "large"),
        Engine::Postgres => (1280, 800, Scheme::Dark, "laptop"),
    }
}

on_both_engines! {
    async fn a_supervisor_s_hour(office: Office) {
        let morning = Morning::of(&office).await;
        let (width, height, scheme, name) = shape(&office);
        let browser = Browser::opens(width, height).await;
        browser.is_shown(width, height, scheme).await;
        signs_on(&browser, &office, "pl").await;
        browser.reads("ostrzeżenie").await;
        browser.reads("Na żywo").await;
        browser.is_accessible().await;
        browser.fits_its_width().await;
        browser.pictures(&format!("wall-{name}")).await;
        stops_and_reopens(&browser, &morning, name).await;
        moves_a_desk(&browser, &office, &morning, name).await;
        sets_tickets_right(&browser, &office, &morning, name).await;
        puts_up_a_message(&browser, &office, name).await;
        browser.presses("[data-part=sound]").await;
        browser.reads("Dźwięk włączony").await;
        for (width, size) in [(320, "phone"), (768, "tablet")] {
            browser.is_shown(width, 900, scheme).await;
            browser.fits_its_width().await;
            browser.is_accessible().await;
            browser.pictures(&format!("wall-{name}-{size}")).await;
        }
        browser.presses("[data-part=logout]").await;
        browser.sees("#login").await;
        assert!(!browser.text().await.contains(&morning.wanted.name), "nothing stays for whoever signs on next");
        browser.closes().await;
    }

    async fn the_wall_is_worked_by_the_keyboard_alone_in_every_language(office: Office) {
        let morning = Morning::of(&office).await;
        let browser = Browser::opens(1280, 800).await;
        for (lang, warning) in [("en", "warning"), ("uk", "попередження"), ("pl", "ostrzeżenie")] {
            browser.goes_to(&office.http.url(&format!("/wall?lang={lang}"))).await;
            if lang == "en" {
                browser.tabs_to("#login").await;
                let Login { login, password } = &office.sample.supervisor;
                browser.types_keys(&format!("{login}\u{e004}{}\u{e007}", password.as_deref().expect("a password"))).await;
            }
            browser.reads(warning).await;
            browser.is_accessible().await;
        }
        browser.tabs_to(&morning.row("[data-part=act]")).await;
        browser.types_keys("\u{e007}").await;
        browser.sees("#service-dialog[open]").await;
        browser.tabs_to("#service-dialog [name=reason]").await;
        browser.types_keys("\u{e015}").await;
        browser.tabs_to("#service-dialog [data-part=go]").await;
        browser.types_keys("\u{e007}").await;
        browser.reads("Wstrzymana od").await;
        browser.reads("nieobecność pracowników").await;
        let on = "return document.activeElement.closest('.wall-service')?.id";
        assert_eq!(browser.evaluates(on).await, json!(format!("row-{}", morning.wanted.id)), "the focus comes back");
        browser.closes().await;
    }

    async fn r37_a_call_for_help_is_heard_and_answered_at_the_wall_by_keyboard(office: Office) {
        let wanted = office.sample.shared_service();
        let desks = office.sample.desks_of(&wanted.id);
        let (asking, other) = (office.clerk(&desks[0]).await, office.clerk(&desks[1]).await);
        let browser = Browser::opens(1280, 800).await;
        signs_on(&browser, &office, "pl").await;
        browser.presses("[data-part=sound]").await;
        browser.evaluates("window.heard = 0; const start = OscillatorNode.prototype.start; \
            OscillatorNode.prototype.start = function (...all) { window.heard += 1; return start.apply(this, all); }; return 1").await;
        for clerk in [&asking, &other] {
            clerk.commands("alarm", json!({})).await.with_status(200);
        }
        browser.reads(&format!("stanowisko {} prosi o pomoc od 08:", asking.desk)).await;
        browser.sees(&format!("[data-key='{}'] .wall-desk [data-part=asks]:not([hidden])", asking.desk)).await;
        assert!(browser.evaluates("return window.heard").await.as_u64() >= Some(4), "it is heard");
        browser.is_accessible().await;
        browser.pictures("wall-alarm").await;
        browser.is_shown(320, 900, Scheme::Light).await;
        browser.fits_its_width().await;
        browser.is_accessible().await;
        browser.pictures("wall-alarm-phone").await;
        browser.is_shown(1280, 800, Scheme::Dark).await;
        browser.is_accessible().await;
        let said = "return document.querySelector('[data-part=spoken]').textContent.includes('prosi o pomoc')";
        waits(&browser, said).await;
        let row = format!("[data-part=alarm-list] [data-key='{}']", asking.desk);
        browser.tabs_to(&format!("{row} [data-part=answer]")).await;
        browser.types_keys("\u{e007}").await;
        browser.reads(&format!("Stanowisko {} wie, że Pan lub Pani idzie.", asking.desk)).await;
        browser.reads(", idzie kierownik").await;
        assert_eq!(asking.view().await["alarms"][0]["answered"], "supervisor");
        waits(&browser, &format!("return document.activeElement === document.querySelector(\"{row} [data-part=end]\")")).await;
        browser.is_accessible().await;
        browser.types_keys("\u{e007}").await;
        waits(&browser, &format!("return document.querySelector(\"{row}\") === null")).await;
        waits(&browser, "return document.activeElement.id === 'alerts-title'").await;
        // A colleague ends the other one: it leaves the wall by itself.
        asking.commands("alarm/end", json!({ "at": other.desk })).await.with_status(200);
        browser.reads("Wszystkie sprawy poniżej progów.").await;
        browser.closes().await;
    }

    async fn a_clerk_is_told_that_the_wall_is_not_theirs(office: Office) {
        let browser = Browser::opens(1280, 800).await;
        browser.goes_to(&office.http.url("/wall?lang=pl")).await;
        let clerk = &office.sample.clerks[0];
        browser.sees("#login").await;
        browser.signs_on(&clerk.login, clerk.password.as_deref()).await;
        browser.reads("Ten widok jest dla kierowników").await;
        browser.is_accessible().await;
        browser.closes().await;
    }
}

/// Waits until a script says yes.
async fn waits(browser: &Browser, script: &str) {
    let begun = std::time::Instant::now();
    while browser.evaluates(script).await != true {
        assert!(begun.elapsed().as_secs() < 20, "never: {script}\n{}", browser.text().await);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

async fn stops_and_reopens(browser: &Browser, morning: &Morning, name: &str) {
    browser.presses(&morning.row("[data-part=act]")).await;
    browser.reads("Powód zobaczą mieszkańcy").await;
    browser.is_accessible().await;
    browser.pictures(&format!("wall-{name}-stop")).await;
    browser.presses("#service-dialog [value=fault]").await;
    browser.presses("#service-dialog [data-part=go]").await;
    browser.reads("Wstrzymano:").await;
    browser.reads("awaria systemu").await;
    browser.is_accessible().await;
    browser.presses(&morning.row("[data-part=act]")).await;
    browser.reads("Wydawanie biletów jest wstrzymane").await;
    browser.presses("#service-dialog [data-part=go]").await;
    browser.reads("Wznowiono:").await;
}

async fn moves_a_desk(browser: &Browser, office: &Office, morning: &Morning, name: &str) {
    let tile = format!("[data-key='{}'] .wall-desk", morning.desks[0]);
    let box_of = |id: &str| format!("#desk-dialog input[value='{id}']");
    let other = office.sample.sibling_service(&morning.wanted.id);
    for answer in ["[data-part=back]", "[data-part=go]"] {
        browser.presses(&tile).await;
        browser.reads("Sprawy do końca dnia").await;
        browser.is_accessible().await;
        browser.presses(&box_of(&morning.wanted.id)).await;
        browser.presses("#desk-dialog button[value=services]").await;
        browser.reads("Proszę wybrać przynajmniej jedną sprawę.").await;
        browser.presses(&box_of(&other.id)).await;
        browser.pictures(&format!("wall-{name}-desk")).await;
        browser.presses("#desk-dialog button[value=services]").await;
        browser.reads("Ktoś zostałby bez stanowiska").await;
        browser.reads(&morning.wanted.name).await;
        browser.is_accessible().await;
        browser.pictures(&format!("wall-{name}-left")).await;
        browser.presses(&format!("#sure-dialog {answer}")).await;
    }
    browser.reads("inne sprawy dziś").await;
    browser.presses(&tile).await;
    browser.presses("#desk-dialog [data-part=usual]").await;
    let supervisor = Supervisor::of(office).await;
    let back = async {
        while desk(&supervisor.sees(&morning.wanted).await, &morning.desks[0])["moved"] == true {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), back).await.expect("the usual services");
}

async fn sets_tickets_right(browser: &Browser, office: &Office, morning: &Morning, name: &str) {
    let department = format!("[data-key='{}']", office.sample.department_of(&morning.wanted.id).id);
    let clerk = office.clerk(&morning.desks[0]).await;
    assert_eq!(clerk.view().await["current"]["code"], morning.first.code);
    clerk.finishes().await.ok();
    browser.presses(&format!("{department} summary")).await;
    let waiting = format!("{department} [data-part=list-waiting] .wall-ticket");
    browser.sees(&waiting).await;
    browser.is_accessible().await;
    browser.pictures(&format!("wall-{name}-tickets")).await;
    let mine = clerk.waiting().await;
    let row = ticket_row(browser, &department, &mine[0]).await;
    browser.presses(&row).await;
    browser.reads("Wezwij do stanowiska").await;
    browser.is_accessible().await;
    browser.pictures(&format!("wall-{name}-ticket")).await;
    browser.presses("#ticket-dialog button[value=call]").await;
    browser.reads(&format!("Bilet {}: zrobione.", mine[0])).await;
    assert_eq!(clerk.view().await["current"]["code"], mine[0]);
    // Taken back from the desk that was left.
    browser.sees(&format!("[data-key='{}'] .wall-desk[data-state=called]", morning.desks[0])).await;
    browser.presses(&format!("[data-key='{}'] .wall-desk", morning.desks[0])).await;
    browser.presses("#desk-dialog [data-part=give-back]").await;
    browser.sees(&format!("[data-key='{}'] .wall-desk[data-state=free]", morning.desks[0])).await;
    let row = ticket_row(browser, &department, &mine[1]).await;
    browser.presses(&row).await;
    browser.presses("#ticket-dialog [data-part=cancel]").await;
    browser.reads(&format!("Anulować bilet {}?", mine[1])).await;
    browser.presses("#sure-dialog [data-part=go]").await;
    browser.reads("anulowany").await;
    let row = ticket_row(browser, &department, &mine[1]).await;
    browser.presses(&row).await;
    browser.presses("#ticket-dialog [data-part=reactivate]").await;
    let waits = async {
        while !clerk.waiting().await.contains(&mine[1]) {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), waits).await.expect("it waits again");
}

/// Where a ticket stands among those of a department.
async fn ticket_row(browser: &Browser, department: &str, code: &str) -> String {
    let find = format!(
        "return [...document.querySelectorAll(\"{department} .wall-ticket\")].find(one => one.querySelector('[data-part=code]').textContent === '{code}')?.parentElement.dataset.key"
    );
    for _ in 0..200 {
        if let Some(key) = browser.evaluates(&find).await.as_str() {
            return format!("{department} [data-key='{key}'] .wall-ticket");
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{code} is not on the wall");
}

async fn puts_up_a_message(browser: &Browser, office: &Office, name: &str) {
    let mut board = office.board().await;
    browser.presses("[data-part=message]").await;
    browser.sees("#message-dialog[open]").await;
    browser.is_accessible().await;
    browser.presses("#message-dialog button[value=show]").await;
    browser.reads("Proszę wpisać treść po polsku.").await;
    browser.types("#message-pl", "Przerwa do 12:00").await;
    browser.pictures(&format!("wall-{name}-message")).await;
    browser.presses("#message-dialog button[value=show]").await;
    browser.reads("Komunikat jest na ekranach.").await;
    board.waits_until(|view| view["emergency"]["pl"] == "Przerwa do 12:00").await;
    browser.presses("[data-part=message]").await;
    browser.reads("Na ekranach jest teraz").await;
    browser.presses("#message-dialog [data-part=down]").await;
    board.waits_until(|view| view["emergency"].is_null()).await;
}
