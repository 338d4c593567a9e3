//! What the pages say in words, so that nobody needs colour, sight or a guess (law lines 2 to 5, 27).

use okienko_tests::on_both_engines;
use okienko_tests::page::Window;

use super::service;

on_both_engines! {
    async fn law_02_law_03_days_and_hours_say_in_words_what_they_are_and_how_many_are_free(office: Office) {
        let service = service(&office);
        let window = Window::opens(&format!("{}/s/{}?lang=pl", office.sample.base_url, service.id)).await;
        let days = window.links();
        let tuesday = days.iter().find(|(address, _)| address.contains("/2026-11-24")).expect("a day");
        for part in ["wtorek", "24 listopada", "wol"] {
            assert!(tuesday.1.contains(part), "{part} in “{}”", tuesday.1);
        }
        let window = Window::opens(&format!("{}/s/{}/2026-11-24?lang=pl", office.sample.base_url, service.id)).await;
        let hours = window.links();
        let hour = hours.iter().find(|(address, _)| address.contains("/2026-11-24/")).expect("an hour");
        for part in ["09:00", "miejsc", "wtorek, 24 listopada", service.name.as_str()] {
            assert!(hour.1.contains(part), "{part} in “{}”", hour.1);
        }
    }

    async fn law_04_an_error_is_announced_and_leads_to_its_field(office: Office) {
        let mut window = crate::page::opens_the_form(&office, &service(&office)).await;
        let form = window.form_with("phone").fill("phone", "12");
        window.sends(&form).await;
        assert_eq!(window.status, 422);
        let summary = window.html.split("role=\"alert\"").nth(1).expect("a summary that is announced");
        let summary = summary.split("</ul>").next().unwrap_or("");
        assert!(summary.starts_with(" tabindex=\"-1\" autofocus"), "it has the focus: {summary}");
        for field in ["name", "phone", "email"] {
            assert!(summary.contains(&format!("href=\"#{field}\"")), "a link to {field}: {summary}");
            assert!(window.html.contains(&format!("id=\"{field}-error\"")), "the sentence stands at {field} too");
        }
    }

    async fn law_05_every_field_has_a_label_its_autocomplete_and_says_that_it_is_needed(office: Office) {
        let window = crate::page::opens_the_form(&office, &service(&office)).await;
        for (field, fills, mode) in
            [("name", "given-name", None), ("phone", "tel", Some("tel")), ("email", "email", Some("email"))]
        {
            let label = window.html.split(&format!("for=\"{field}\"")).nth(1).expect("a label");
            assert!(label.split("</label>").next().unwrap_or("").contains("wymagane"), "{field} is told to be needed");
            let input = window.html.split(&format!("id=\"{field}\"")).nth(1).expect("an input");
            let input = input.split('>').next().unwrap_or("");
            assert!(input.contains(&format!("autocomplete=\"{fills}\"")) && input.contains("required"), "{input}");
            assert!(mode.is_none_or(|mode| input.contains(&format!("inputmode=\"{mode}\""))), "{input}");
        }
    }
}
