//! What surrounds every page of the citizen: language, office, links of the footer.

use crate::assets::asset_url;
use crate::texts::{Lang, Texts};

/// The part of a page that does not depend on what the page is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The texts, in the language of this answer.
    pub t: Texts,
    /// Whether the language came by `?lang=`; then every link carries it on. Otherwise the browser asks for its language each time.
    pub lang_in_url: bool,
    /// The office's full name (setting), e.g. "Urząd Miejski w Dąbrowie Górniczej".
    pub office: String,
    /// The path of this page without its query, e.g. `/s/rejestracja`; the language links lead to it. For the answer to a POST: the path of
    /// the page that held the form.
    pub path: String,
    /// Where the declaration of accessibility stands: the page of this site, or the office's own elsewhere.
    pub declaration_url: Option<String>,
    /// Where the clause of Art. 13 GDPR stands: the page of this site, or the office's own elsewhere.
    pub privacy_url: Option<String>,
}

/// A link to this page in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LangLink {
    /// The language it leads to.
    pub lang: Lang,
    /// Its address.
    pub url: String,
    /// Whether it is the language of this page.
    pub current: bool,
}

impl Frame {
    /// The address of a page of this site, with the language carried on. `path` begins with a slash and may have a query.
    #[must_use]
    pub fn url(&self, path: impl AsRef<str>) -> String {
        let path = path.as_ref();
        if !self.lang_in_url {
            return path.to_owned();
        }
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}lang={}", self.t.lang.code())
    }

    /// This page in each language of the office.
    #[must_use]
    pub fn languages(&self) -> Vec<LangLink> {
        let link = |lang: Lang| LangLink {
            lang,
            url: format!("{}?lang={}", self.path, lang.code()),
            current: lang == self.t.lang,
        };
        Lang::ALL.into_iter().map(link).collect()
    }

    /// The address of an embedded file.
    #[must_use]
    pub fn asset(&self, path: &str) -> String {
        asset_url(path)
    }
}

/// One segment of a path, safe for any opaque id (RFC 3986 §2.3: unreserved characters stay).
#[must_use]
pub fn segment(id: &str) -> String {
    let mut path = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            path.push(char::from(byte));
        } else {
            path.push_str(&format!("%{byte:02X}"));
        }
    }
    path
}
