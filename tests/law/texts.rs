//! "All texts of an office configurable": own words are checked at the import, in force without a restart, on every node.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use okienko_tests::page::Window;
use okienko_tests::process::binary;
use okienko_tests::{Engine, Office, engine, on_both_engines};

/// Runs a command of the binary over the office's database.
fn okienko(office: &Office, arguments: &[&str]) -> Output {
    let url = office
        .database
        .as_ref()
        .map_or_else(|| format!("sqlite:{}", office.folder().join("okienko.db").display()), |one| one.url());
    Command::new(binary())
        .args(arguments)
        .env("DATABASE_URL", url)
        .current_dir(office.folder())
        .output()
        .expect("the binary runs")
}

/// Imports the office with these texts; answers whether it was taken and what was said.
fn imports(office: &Office, texts: &str) -> (bool, String) {
    let file = office.folder().join("office.toml");
    let path = file.to_str().expect("a path");
    if !file.exists() {
        assert!(okienko(office, &["export", path]).status.success());
    }
    let text = std::fs::read_to_string(&file).expect("the exported office");
    let own = office.folder().join("own.toml");
    std::fs::write(&own, text.replacen("[[departments]]", &format!("[office.texts]\n{texts}\n[[departments]]"), 1))
        .expect("a file");
    let said = okienko(office, &["import", own.to_str().expect("a path")]);
    (
        said.status.success(),
        format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr)),
    )
}

/// Waits until a page shows some words.
async fn shows(address: &str, words: &str) -> Window {
    let begun = Instant::now();
    loop {
        let page = Window::opens(address).await;
        if page.text().contains(words) {
            return page;
        }
        assert!(begun.elapsed() < Duration::from_secs(15), "“{words}” never came to {address}: {}", page.text());
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

const OWN: &str = r#"
web-place = { pl = "Wizyty <b>& bilety</b>", en = "Visits in { -town }" }
-town = { pl = "Dąbrowie", en = "Dąbrowa" }
web-search-found = { pl = "{ $n ->\n    [one] Jest { $n } sprawa dla „{ $query }”\n    [few] Są { $n } sprawy dla „{ $query }”\n   *[many] Jest { $n } spraw dla „{ $query }”\n}" }
kiosk-title = { pl = "Automat w Dąbrowie" }
"#;

on_both_engines! {
    async fn own_words_that_cannot_stand_in_the_house_are_refused_with_advice_and_nothing_changes(office: Office) {
        if office.engine == Engine::Sqlite {
            office.stop();
        }
        for (texts, advice) in [
            ("web-plaec = { pl = \"x\" }", "did you mean web-place?"),
            ("web-place = { pl = \"{ $x }\" }", "filled with nothing"),
            ("web-days-until = { pl = \"Kiedyś\" }", "$date is missing"),
            ("web-place = { pl = \"a {\" }", "cannot be read"),
            ("mail-minutes = { pl = \"x\" }", "office.notices.templates"),
        ] {
            let (taken, said) = imports(&office, texts);
            assert!(!taken && said.contains(advice) && said.contains("nothing was changed"), "{texts}: {said}");
        }
        assert!(imports(&office, "web-place = { pl = \"Wizyty\" }").0);
    }

    async fn own_words_are_in_force_escaped_declined_and_in_their_language(office: Office) {
        if office.engine == Engine::Sqlite {
            office.stop();
        }
        let (taken, said) = imports(&office, OWN.replace("kiosk-title = { pl = \"Automat w Dąbrowie\" }\n", "").as_str());
        assert!(taken, "{said}");
        if office.engine == Engine::Sqlite {
            office.restart().await;
        }
        let base = office.http.url("/");
        let page = shows(&base, "Wizyty <b>& bilety</b>").await;
        assert!(!page.html.contains("<b>& bilety"), "escaped like everything");
        assert!(page.html.contains("&#60;b&#62;"));
        shows(&format!("{base}?lang=en"), "Visits in Dąbrowa").await;
        let ukrainian = Window::opens(&format!("{base}?lang=uk")).await.text();
        assert!(!ukrainian.contains("bilety") && !ukrainian.contains("Visits"), "no other language mixed in: {ukrainian}");
        shows(&format!("{base}?q=taxi"), "Jest 1 sprawa dla „taxi”").await;
        let english = Window::opens(&format!("{base}?q=taxi&lang=en")).await.text();
        assert!(!english.contains("sprawa"), "English keeps the house's words");
    }
}

#[test]
fn own_words_come_into_force_without_a_restart_on_every_node_and_on_the_screens() {
    engine::tell(Engine::Postgres, |office| async move {
        let other = office.second_node().await;
        let lobby = |office: &Office| office.sample.pages.lobby.replace(&office.sample.base_url, "");
        let (taken, said) =
            imports(&office, "web-place = { pl = \"Po zmianie\" }\nlobby-waiting = { pl = \"Czeka się\" }");
        assert!(taken, "{said}");
        for node in [&office, &other] {
            shows(&node.http.url("/"), "Po zmianie").await;
            let screen = Window::opens(&node.http.url(&lobby(node))).await;
            assert!(screen.html.contains("Czeka się"), "the screen's own texts follow");
        }
        assert!(imports(&office, "").0);
        shows(&other.http.url("/"), "Rezerwacja wizyt").await;
    });
}
