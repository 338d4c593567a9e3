//! The information clause of Art. 13 GDPR with the numbers that the erasing job really works by (law lines 19, 21), and the notice on cookies.

use super::other;
use crate::pages::{Frame, write};
use askama::Template;
use okienko_queue::law::{Privacy, Retention};
use okienko_queue::text::Text;

/// The page of `GET /privacy`.
#[derive(Clone, Debug, Template)]
#[template(path = "law/privacy.html")]
pub struct PrivacyPage {
    /// The surroundings.
    pub frame: Frame,
    /// The office's address; empty when it has given none.
    pub address: String,
    /// What the office filled in.
    pub privacy: Privacy,
    /// What the erasing job works by.
    pub retention: Retention,
    /// Days after which sent letters are forgotten.
    pub letter_days: u32,
    /// The name of the form's cookie.
    pub cookie: String,
}

impl PrivacyPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn is_translation(&self) -> bool {
        self.frame.t.lang != crate::texts::Lang::Pl
    }

    /// The office itself, unless it names somebody else.
    fn controller(&self) -> String {
        if !self.privacy.controller.pl.trim().is_empty() {
            return self.privacy.controller.in_language(self.frame.t.lang.code()).to_owned();
        }
        let parts = [self.frame.office.as_str(), self.address.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn controller_lang(&self) -> &'static str {
        if self.privacy.controller.pl.trim().is_empty() {
            return "pl";
        }
        self.other(&self.privacy.controller).unwrap_or(self.frame.t.lang.code())
    }

    /// The officer's mail, when that is all that was given.
    fn officer_mail(&self) -> Option<&str> {
        let officer = self.privacy.officer.trim();
        okienko_queue::person::email(officer).is_ok().then_some(officer)
    }

    fn other(&self, text: &Text) -> Option<&'static str> {
        other(text, self.frame.t.lang)
    }
}
