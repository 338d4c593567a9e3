//! The office's own layouts: what is refused, and that nothing anybody writes breaks the printing of tickets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/slips.rs"]
mod slips;

use okienko_paper::{Language, Profile, Slip, Template, VALUES, Wait, Width, draw, text};
use proptest::prelude::*;
use slips::slip;

/// The least that a ticket must hold.
const LEAST: &str = "@number {{ code }}\n{{ one_matter }}\n";

fn refused(source: &str) -> (Option<usize>, &'static str) {
    let problem = Template::new(source).expect_err(source);
    assert!(!problem.to_string().is_empty());
    (problem.line, problem.code)
}

#[test]
fn the_house_and_the_least_are_good() {
    Template::new(Template::house().source()).expect("the house's own layout");
    Template::new(LEAST).expect("the least");
    let all: String = VALUES.iter().map(|name| format!("@small {name} {{{{ {name} }}}}\n")).collect();
    Template::new(&format!("{LEAST}{all}")).expect("every value");
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    assert_eq!(refused(&format!("{LEAST}{{{{ name }}}}")), (Some(3), "unknown_value"));
    assert_eq!(refused(&format!("{LEAST}{{% if false %}}{{{{ phone }}}}{{% endif %}}")), (Some(3), "unknown_value"));
    assert_eq!(refused(&format!("{LEAST}\n@huge x")), (Some(4), "unknown_mark"));
    assert_eq!(refused(&format!("{LEAST}{{% if wait %}}@huge x{{% endif %}}")), (Some(3), "unknown_mark"));
    assert_eq!(refused(&format!("{LEAST}{{% if %}}")), (Some(3), "syntax"));
    assert_eq!(refused(&format!("{LEAST}{{{{ code | upper }}}}")).1, "syntax");
    assert_eq!(refused(&format!("{LEAST}{{% include 'x' %}}")).1, "syntax");
    assert_eq!(refused("@number {{ code }}").1, "needs_one_matter");
    assert_eq!(refused("{{ code }}\n{{ one_matter }}").1, "needs_code");
    assert_eq!(refused(&"x".repeat(Template::MOST_BYTES + 1)).1, "too_long");
    assert_eq!(refused(&format!("{LEAST}{}", "@title Ą\n".repeat(400))).1, "too_tall");
    let costly = format!("{LEAST}{{{{ {} }}}}", "office ~ ".repeat(700) + "office");
    assert!(["too_long", "too_costly", "syntax"].contains(&refused(&costly).1));
}

#[test]
fn a_value_is_never_a_mark_and_never_breaks_a_line() {
    assert_eq!(refused(&format!("{LEAST}{{{{ service }}}}\n@{{{{ place }}}}")), (Some(4), "unknown_mark"));
    let template = Template::new("@number {{ code }}\n{{ service }}\n{# {{ one_matter }} #}{% if hour %}{% endif %}");
    assert!(template.is_err(), "a remark says nothing");
    let template = Template::new(&format!("{LEAST}{{{{ service }}}}")).expect("good");
    let odd = Slip { service: "@rule\n@title <b>&amp;</b> {{ code }}".to_owned(), ..slip("walk-in") };
    let bytes = text::bytes(&template, &odd, &Profile::default()).expect("ASCII");
    let said = String::from_utf8_lossy(&bytes);
    assert!(said.contains("@rule @title <b>&amp;</b> {{ code }}"), "{said}");
    draw(&template, &odd, Width::Mm80).expect("signs of XML are letters here");
}

#[test]
fn lines_without_a_value_are_left_out_and_a_word_of_ones_own_stays() {
    let template = Template::new(&format!("{LEAST}@bold {{{{ place }}}}\nGdzie: {{{{ place }}}}\n***")).expect("good");
    let slip = Slip { place: String::new(), ..slip("walk-in") };
    let bytes = text::bytes(&template, &slip, &Profile::default()).expect("ASCII");
    let said = String::from_utf8_lossy(&bytes);
    assert_eq!((said.matches("Gdzie:").count(), said.matches("***").count()), (1, 1));
    let bold = said.matches("\u{1b}E\u{1}").count();
    assert_eq!(bold, 1, "the number alone is heavy");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_template_or_a_refusal(source in "\\PC{0,200}") {
        let _ = Template::new(&source);
    }

    #[test]
    fn any_lines_of_marks_and_values_are_a_template_or_a_refusal(
        lines in prop::collection::vec(
            ("@?[a-z]{0,6}", prop::sample::select(VALUES.to_vec()), "[ -~ąєї]{0,12}", any::<bool>()), 0..8),
    ) {
        let lines: Vec<String> = lines.into_iter().map(|(mark, value, words, with)| {
            if with { format!("{mark} {words}{{{{ {value} }}}}") } else { format!("{mark} {words}") }
        }).collect();
        let _ = Template::new(&format!("{LEAST}{}", lines.join("\n")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_names_an_office_has_a_ticket_comes_out(
        office in "\\PC{0,60}", service in "\\PC{0,160}", code in "\\PC{0,12}", place in any::<String>(),
        people in any::<Option<u32>>(), from in any::<u32>(), to in any::<u32>(), address in "[ -~]{0,120}",
        language in prop::sample::select(Language::ALL.to_vec()), width in prop::sample::select(Width::ALL.to_vec()),
    ) {
        let late = Some(Wait { from_minutes: from, to_minutes: to });
        let slip = Slip {
            language, office, service, code, place, people_ahead: people, wait: late, delay: late,
            booked_for: Some("10:20".to_owned()), status_url: Some(address), ..Slip::default()
        };
        draw(&Template::house(), &slip, width).expect("a ticket");
    }
}
