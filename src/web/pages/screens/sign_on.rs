//! The page on the way back from the identity provider: it goes on by itself, or says why it cannot, with two ways on.

use crate::pages::write;
use crate::texts::Texts;
use askama::Template;

/// The page of `GET /sign-on/openid/return`, and of a provider that is away.
///
/// Its sentences come from the server, in the language of the page; the script brings none.
#[derive(Clone, Debug, Template)]
#[template(path = "account/sign_on.html")]
pub struct SignOnPage {
    /// The texts, in the language of staff.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// As people call the provider.
    pub name: String,
    /// The page that is wished for, a path of this house.
    pub next: String,
    /// Why it cannot go on, where that is known already.
    pub problem: Option<&'static str>,
}

impl SignOnPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    /// What happened, in two or three words.
    fn heading(&self) -> String {
        match self.problem {
            Some(code) => self.t.get(format!("problem-title-{code}")),
            None => self.t.get("sign-on-returning"),
        }
    }

    /// What happened, in a sentence; nothing while it goes on.
    fn sentence(&self) -> String {
        self.problem.map(|code| self.t.get(format!("problem-{code}"))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::SignOnPage;
    use crate::texts::{Lang, Texts};

    #[test]
    fn the_page_says_everything_in_every_language_and_leads_back() {
        for lang in Lang::ALL {
            for problem in [None, Some("provider_away")] {
                let (t, next) = (Texts::new(lang), "/desk/3?bar=1".to_owned());
                let page = SignOnPage {
                    t,
                    assets: "/assets/x".into(),
                    office: "U & M".into(),
                    name: "A<b>".into(),
                    next,
                    problem,
                };
                let html = page.html();
                assert!(
                    !html.contains(">sign-on-") && !html.contains(">problem-"),
                    "a text is missing in {}: {html}",
                    lang.code()
                );
                assert!(
                    html.contains("href=\"/desk/3?bar=1\"") && html.contains("next=%2Fdesk%2F3%3Fbar%3D1"),
                    "{html}"
                );
                assert!(!html.contains("A<b>") && !html.contains("style=") && !html.contains("onclick"));
                assert_eq!(html.contains("sign_on_return.js"), problem.is_none(), "what is over needs no script");
            }
        }
    }
}
