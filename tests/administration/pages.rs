//! The pages in a real browser: what a change means is seen before it is saved, mistakes lead to their fields, what was saved is taken back.

use okienko_tests::browser::Browser;
use okienko_tests::emulation::Scheme;
use okienko_tests::{Engine, on_both_engines};

use super::*;

const PAGES: [(&str, &str); 5] = [
    ("office", "/admin/office"),
    ("department", "/admin/departments/sprawy-obywatelskie"),
    ("service", "/admin/departments/geodezja/services/mapy"),
    ("law", "/admin/law"),
    ("history", "/admin/history"),
];
const TICK: &str = "\u{20}";

pub(super) async fn signs_on(browser: &Browser, office: &Office, path: &str) {
    browser.goes_to(&office.http.url(path)).await;
    browser.signs_on(&office.sample.admin.login, office.sample.admin.password.as_deref()).await;
    browser.sees("[data-part=work] h1").await;
    browser.evaluates("window.confirm = () => true; return 1").await;
}

/// Fills a field that holds something else.
pub(super) async fn fills(browser: &Browser, css: &str, text: &str) {
    let field = browser.sees(css).await;
    field.clear().await.expect("an empty field");
    field.send_keys(text).await.expect("typed");
}

/// Sets a field that has a picker of its own, as the picker does.
pub(super) async fn sets(browser: &Browser, css: &str, value: &str) {
    let script = format!(
        "const field = document.querySelector('{css}'); field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); field.dispatchEvent(new Event('change', {{ bubbles: true }})); return 1"
    );
    browser.evaluates(&script).await;
}

on_both_engines! {
    async fn the_pages_are_accessible_in_every_language_width_and_scheme(office: Office) {
        let keeper = Keeper::of(&office).await;
        keeper.puts(&["office", "phone"], json!("+48 32 1")).await.with_status(200);
        keeper.puts(&["departments", "geodezja", "services", "mapy", "duration_minutes"], json!(25)).await.with_status(200);
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/office").await;
        // The databases do not change how it looks, so each sees one of the schemes.
        let scheme = if office.engine == Engine::Sqlite { Scheme::Light } else { Scheme::Dark };
        // Words are longest where there is least room; where there is more, one language is enough.
        for (width, height, languages) in [(320, 800, ["pl", "en", "uk"].as_slice()), (1280, 900, &["pl"])] {
            browser.is_shown(width, height, scheme).await;
            for (lang, (name, path)) in languages.iter().flat_map(|lang| PAGES.map(|page| (lang, page))) {
                browser.goes_to(&office.http.url(&format!("{path}?lang={lang}"))).await;
                browser.sees("[data-part=work] h1").await;
                browser.sees(if name == "history" { "[data-part=list] li" } else { "[data-part=form] .cfg-row" }).await;
                browser.is_accessible().await;
                browser.fits_its_width().await;
                browser.pictures(&format!("administration-{name}-{lang}-{width}-{}", scheme.word())).await;
            }
        }
        browser.closes().await;
    }

    async fn what_shorter_hours_mean_is_seen_before_they_are_saved_and_taken_back_after(office: Office) {
        let keeper = Keeper::of(&office).await;
        let citizen = office.citizen();
        let slots = citizen.slots_on("dowody-osobiste", "2026-11-24").await;
        citizen.books("dowody-osobiste", slots.last().expect("a late term").start).await.with_status(201);
        let browser = Browser::opens(1280, 1000).await;
        signs_on(&browser, &office, "/admin/departments/sprawy-obywatelskie?lang=pl").await;
        browser.reads("na wizyty, bez zmian.").await;
        browser.reads("Nie ma niezapisanych zmian.").await;
        sets(&browser, "[data-day=tuesday] [data-end=to]", "12:00").await;
        browser.reads("(było ").await;
        browser.reads("1 umówiona wizyta wypadnie poza terminami. Pozostają ważne i zostaną obsłużone").await;
        browser.reads("godziny › tydzień › wtorek: ").await;
        browser.is_accessible().await;
        browser.pictures("administration-hours-1280").await;
        assert!(browser.evaluates("const leave = new Event('beforeunload', { cancelable: true }); dispatchEvent(leave); return leave.defaultPrevented").await == true, "whoever leaves is asked");
        assert_eq!(keeper.department("sprawy-obywatelskie").await["hours"]["week"]["tuesday"], json!(["07:30-16:00"]), "nothing is saved yet");
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano. Zmiany już działają.").await;
        assert_eq!(keeper.department("sprawy-obywatelskie").await["hours"]["week"]["tuesday"], json!(["07:30-12:00"]));
        browser.presses("[data-part=undo]").await;
        browser.reads("Cofnięto zmianę.").await;
        assert_eq!(keeper.department("sprawy-obywatelskie").await["hours"]["week"]["tuesday"], json!(["07:30-16:00"]));
        browser.goes_to(&office.http.url("/admin/history?lang=pl")).await;
        browser.reads("cofnięcie zmiany nr").await;
        browser.closes().await;
    }

    async fn the_address_on_duty_is_set_where_the_department_is(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 1000).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        browser.reads("Nie ma niezapisanych zmian.").await;
        fills(&browser, "[id='field-alerts.mail']", "dyzur").await;
        browser.presses("[data-part=save]").await;
        browser.reads("To nie jest adres e-mail.").await;
        browser.is_accessible().await;
        fills(&browser, "[id='field-alerts.mail']", "geodezja@urzad.example").await;
        fills(&browser, "[id='field-alerts.after_minutes']", "10").await;
        browser.pictures("administration-alerts-1280").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano.").await;
        let saved = keeper.department("geodezja").await;
        assert_eq!(saved["alerts"], json!({ "mail": "geodezja@urzad.example", "after_minutes": 10 }));
        assert!(saved["services"][0].get("thresholds").is_none(), "what was not touched stays unsaid: {saved}");
        browser.closes().await;
    }

    async fn a_department_is_edited_by_the_keyboard_with_an_exception_and_another_order_of_calls(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 1000).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        sets(&browser, "#exception-date", "2026-12-23").await;
        browser.evaluates("document.querySelector('#exception-date').focus(); return 1").await;
        browser.tabs_to("[data-part=exception-add]").await;
        browser.types_keys("\u{e007}").await;
        browser.reads("środa, 23 grudnia 2026").await;
        browser.types_keys(TICK).await;
        sets(&browser, "[data-part=exceptions] [data-end=to]", "11:00").await;
        sets(&browser, "#discipline-name", "punctual").await;
        browser.reads("jedną osobę bez wizyty może wyprzedzić").await;
        fills(&browser, "#param-cap", "3").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano.").await;
        let saved = keeper.department("geodezja").await;
        assert_eq!(saved["hours"]["exceptions"]["2026-12-23"], json!(["07:30-11:00"]));
        assert_eq!(saved["discipline"], json!({ "name": "punctual", "lead": 5, "cap": 3 }));
        browser.closes().await;
    }

    async fn mistakes_are_linked_to_their_fields_and_another_administrators_change_loses_nothing(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        browser.presses("[data-add=services]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Nie można zapisać. Proszę poprawić:").await;
        assert_eq!(browser.evaluates("return document.activeElement.dataset.part").await, "errors", "what is wrong takes the focus");
        browser.is_accessible().await;
        browser.pictures("administration-errors-1280").await;
        browser.presses("[data-part=errors] a").await;
        let focus = browser.evaluates("return [document.activeElement.id.replace(/[0-9]+/, 'n'), document.activeElement.getAttribute('aria-invalid')]").await;
        assert_eq!(focus, json!(["field-services.n.name.pl", "true"]));
        browser.types_keys("Wypisy z rejestru").await;
        keeper.puts(&["departments", "geodezja", "name", "en"], json!("Surveying")).await.with_status(200);
        browser.presses("[data-part=save]").await;
        browser.reads("ktoś inny zmienił to samo:").await;
        browser.is_accessible().await;
        browser.pictures("administration-conflict-1280").await;
        browser.presses("[data-part=mine]").await;
        browser.reads("Zapisano.").await;
        assert!(keeper.department("geodezja").await["services"].to_string().contains("wypisy-z-rejestru"));
        browser.closes().await;
    }

    async fn what_is_in_use_is_stopped_instead_and_what_leaves_somebody_unserved_is_confirmed(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        let ticket = office.kiosk().takes_ticket("mapy").await.with_status(201).ticket();
        signs_on(&browser, &office, "/admin/departments/geodezja?lang=pl").await;
        browser.presses("[data-list=services] li:first-child [data-act=remove]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("nie można jeszcze usunąć: oczekujące bilety: 1").await;
        browser.is_accessible().await;
        browser.pictures("administration-in-use-1280").await;
        browser.presses("[data-stop=mapy]").await;
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano.").await;
        let saved = keeper.department("geodezja").await;
        let service = saved["services"].as_array().expect("services").iter().find(|one| one["id"] == "mapy").expect("it is there").clone();
        assert_eq!((&service["walk_in"], service.get("slots")), (&json!(false), None));
        let desks = "for (const row of document.querySelectorAll('[data-list=desks] > li')) for (const box of row.querySelectorAll('[data-part=offers] label')) if (box.textContent.includes('Mapy') && box.querySelector('input').checked) box.querySelector('input').click(); return 1";
        browser.evaluates(desks).await;
        browser.presses("[data-part=save]").await;
        browser.reads("Po tej zmianie nikt nie będzie mógł wezwać:").await;
        browser.is_accessible().await;
        browser.presses("[data-part=confirm]").await;
        browser.reads("Zapisano.").await;
        browser.goes_to(&office.http.url("/admin/office?lang=pl")).await;
        browser.reads(&format!("{}: żadne stanowisko nie obsługuje tej sprawy", ticket.code)).await;
        browser.is_accessible().await;
        browser.pictures("administration-unserved-1280").await;
        browser.closes().await;
    }

    async fn the_office_is_edited_and_a_file_is_judged_before_it_is_used(office: Office) {
        let keeper = Keeper::of(&office).await;
        let browser = Browser::opens(1280, 900).await;
        signs_on(&browser, &office, "/admin/office?lang=pl").await;
        fills(&browser, "#field-office\\.website", "https://urzad.example").await;
        browser.presses("[data-add=staff]").await;
        browser.types_keys("nowa.osoba").await;
        let role = "const role = Array.from(document.querySelectorAll('[data-list=staff] [data-key=role]')).at(-1); ";
        let wished = format!("{role} role.value = 'reception'; role.dispatchEvent(new Event('input', {{ bubbles: true }})); return role.value");
        assert_eq!(browser.evaluates(&wished).await, "reception");
        browser.presses("[data-part=save]").await;
        browser.reads("Zapisano.").await;
        assert_eq!(browser.evaluates(&format!("{role} return role.value")).await, "reception", "every role of the house has its name here");
        let document = keeper.reads().await["document"].clone();
        assert_eq!(document["office"]["website"], "https://urzad.example");
        let new = document["staff"].as_array().expect("accounts").iter().find(|one| one["login"] == "nowa.osoba").expect("the account");
        assert_eq!(new["role"], "reception");
        let file = keeper.gets("office/file").await.text;
        let path = office.folder().join("plik.toml");
        for (text, words) in [
            (file.replacen("letter = \"P\"", "letter = \"U\"", 1), "Pliku nie można zastosować:"),
            (file.clone(), "Plik niczego nie zmienia."),
            (file.replace("ul. Graniczna 21", "ul. Graniczna 24"), "Plik można zastosować. Zmieni:"),
        ] {
            std::fs::write(&path, text).expect("a file");
            let input = browser.driver().find(thirtyfour::By::Css("[data-part=file-choose]")).await.expect("a field for files");
            input.send_keys(path.to_str().expect("UTF-8")).await.expect("chosen");
            browser.reads(words).await;
            browser.is_accessible().await;
        }
        browser.pictures("administration-file-1280").await;
        browser.presses("[data-part=file-use]").await;
        // The first "saved" may still stand there: the file's own part goes when the second is done.
        let begun = std::time::Instant::now();
        while browser.evaluates("return document.querySelector('[data-part=file-row]').hidden").await != true {
            assert!(begun.elapsed().as_secs() < 20, "never saved: {}", browser.text().await);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        browser.reads("Zapisano.").await;
        assert_eq!(keeper.reads().await["document"]["office"]["address"], "ul. Graniczna 24, 41-300 Dąbrowa Górnicza");
        browser.closes().await;
    }
}
