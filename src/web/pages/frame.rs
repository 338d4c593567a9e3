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
    /// The language of that name: Polish where it is missing in the page's.
    pub office_lang: Lang,
    /// The address the office is reached under, without a slash at the end; empty when it is not known.
    pub base_url: String,
    /// Whether the page stands in a frame of another site (`?embed=1`): without head and foot, and links to the form leave the frame,
    /// so that personal data is only ever typed under the office's own address.
    pub embed: bool,
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
        let address = self.whole_window(path);
        if !self.embed {
            return address;
        }
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}embed=1")
    }

    /// As [`Frame::url`], for a link that leaves a frame of another site.
    #[must_use]
    pub fn whole_window(&self, path: impl AsRef<str>) -> String {
        let path = path.as_ref();
        if !self.lang_in_url {
            return path.to_owned();
        }
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}lang={}", self.t.lang.code())
    }

    /// The one address that search engines should know this page by: Polish without a query, another language with its name.
    #[must_use]
    pub fn canonical(&self) -> String {
        match self.t.lang {
            lang if self.lang_in_url && lang != Lang::Pl => self.in_language(lang),
            _ => format!("{}{}", self.base_url, self.path),
        }
    }

    /// The address of a page of this site as others name it, e.g. of the service that a day belongs to.
    #[must_use]
    pub fn absolute(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.base_url, path.as_ref())
    }

    /// This page in each language with its code (`hreflang`); `x-default` lets the browser's wish decide.
    #[must_use]
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        let bare = format!("{}{}", self.base_url, self.path);
        let others = Lang::ALL.into_iter().filter(|lang| *lang != Lang::Pl);
        let others = others.map(|lang| (lang.code(), self.in_language(lang)));
        [(Lang::Pl.code(), bare.clone())].into_iter().chain(others).chain([("x-default", bare)]).collect()
    }

    fn in_language(&self, lang: Lang) -> String {
        format!("{}{}?lang={}", self.base_url, self.path, lang.code())
    }

    /// This page in each language of the office.
    #[must_use]
    pub fn languages(&self) -> Vec<LangLink> {
        let link = |lang: Lang| LangLink {
            lang,
            url: format!("{}?lang={}{}", self.path, lang.code(), if self.embed { "&embed=1" } else { "" }),
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
