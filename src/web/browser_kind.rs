//! The kind of browser in two words, by the name it gives itself: enough to know one's own in a list, too little to know a person by.

use actix_web::HttpRequest;
use actix_web::http::header::USER_AGENT;

/// Browsers by a part of the name, the telling ones first: most of them also claim to be others.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// Such as `Firefox, Windows`; empty for a program.
pub(crate) fn of(req: &HttpRequest) -> String {
    let name = req.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind(name)
}

fn kind(name: &str) -> String {
    let found =
        |list: &[(&str, &'static str)]| list.iter().find(|(part, _)| name.contains(part)).map(|(_, word)| *word);
    [found(&BROWSERS), found(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_two_words_and_a_program_none() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assert_eq!(kind(chrome), "Chrome, Windows");
        assert_eq!(kind(&format!("{chrome} Edg/140.0")), "Edge, Windows");
        assert_eq!(kind("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"), "Firefox, Linux");
        assert_eq!(
            kind("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"),
            "Safari, iOS"
        );
        assert_eq!(kind("curl/8.14"), "");
    }
}
