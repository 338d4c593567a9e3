//! Notes at the page: written by the keyboard alone, read by the next desk, and two people who write at once.

use okienko_tests::on_both_engines;

use super::page::{Desk, comes};

/// Writes into the open note, whatever stands there.
async fn writes(desk: &Desk, text: &str) {
    desk.browser.evaluates("document.getElementById('note-text').value = ''; return 1").await;
    desk.browser.types("#note-text", text).await;
}

on_both_engines! {
    async fn r37_a_note_is_written_by_keyboard_and_stands_under_the_ticket_at_hand(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let ticket = desk.ticket().await;
        desk.holds_alt_shift('k').await;
        crate::page::rests(500).await;
        assert_eq!(browser.evaluates("return document.getElementById('note-dialog').open").await, false);
        desk.presses_the_big_button().await;
        desk.is("called").await;
        desk.holds_alt_shift('k').await;
        browser.sees("#note-dialog[open]").await;
        browser.reads(&format!("Notatka do biletu {}", ticket.code)).await;
        browser.is_accessible().await;
        browser.types_keys("Wróci z mapą o 12:00").await;
        browser.reads("Pozostało znaków: 480").await;
        browser.pictures("desk-1280-note").await;
        browser.tabs_to("#note-dialog [data-part=note-save]").await;
        browser.types_keys("\u{e007}").await;
        browser.reads(&format!("Zapisano notatkę do biletu {}.", ticket.code)).await;
        browser.sees("[data-part=note-box]:not([hidden])").await;
        browser.reads("Wróci z mapą o 12:00").await;
        browser.is_accessible().await;
        assert_eq!(desk.clerk.note_on(&ticket.id).await.ok().body["note"]["text"], "Wróci z mapą o 12:00");
        desk.presses_the_big_button().await;
        desk.is("serving").await;
        browser.pictures("desk-1280-noted").await;
        // The help names the key; what is over can be read in the day, and no more written.
        browser.presses("[data-command=finish]:enabled").await;
        desk.is("free").await;
        comes(browser, "return document.querySelector('[data-part=note-box]').hidden").await;
        browser.presses("[data-part=day]").await;
        browser.presses("[data-part=ended-rows] [data-part=note-row]").await;
        browser.sees("#note-dialog[open] #note-text[readonly]").await;
        comes(browser, "return document.getElementById('note-text').value === 'Wróci z mapą o 12:00'").await;
        browser.is_accessible().await;
        browser.presses("#note-dialog [data-close]").await;
        browser.presses("#day-dialog [data-close]").await;
        // Nothing stays for whoever signs on next.
        browser.presses("[data-part=logout]").await;
        browser.sees("#login").await;
        comes(browser, "return document.getElementById('note-text').value === '' && document.querySelector('[data-part=note-text]').textContent === ''").await;
        desk.browser.closes().await;
    }

    async fn r37_whoever_writes_second_sees_what_the_first_has_written_and_keeps_the_own_words(office: Office) {
        let desk = Desk::opens(&office, 1280, 900).await;
        let browser = &desk.browser;
        let ticket = desk.ticket().await;
        let row = format!("[data-list=waiting] [data-key='{}']", ticket.id);
        browser.presses(&format!("{row} [data-part=note-row]")).await;
        browser.sees("#note-dialog[open]").await;
        writes(&desk, "z tłumaczem").await;
        desk.colleague.notes(&ticket.id, 0, "wraca o 12").await.with_status(200);
        browser.presses("#note-dialog [data-part=note-save]").await;
        browser.reads("Ktoś inny właśnie zmienił tę notatkę.").await;
        browser.reads("Nowa treść: wraca o 12").await;
        browser.is_accessible().await;
        browser.pictures("desk-1280-note-changed").await;
        comes(browser, "return document.getElementById('note-text').value === 'z tłumaczem'").await;
        writes(&desk, "wraca o 12, z tłumaczem").await;
        browser.presses("#note-dialog [data-part=note-save]").await;
        browser.reads("Zapisano notatkę").await;
        browser.sees(&format!("{row}[data-noted]")).await;
        let label = desk.clerk.view().await["label"].as_str().expect("a label").to_owned();
        browser.presses(&format!("{row} [data-part=note-row]")).await;
        browser.reads(&format!("Stanowisko {label}, 08:")).await;
        browser.presses("#note-dialog [data-part=note-remove]").await;
        browser.reads(&format!("Usunięto notatkę do biletu {}.", ticket.code)).await;
        browser.sees(&format!("{row}:not([data-noted])")).await;
        desk.browser.closes().await;
    }
}
