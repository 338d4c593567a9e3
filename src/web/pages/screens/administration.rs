//! The pages on which an administrator sets the office up: the office, a department, the history of changes. They hold no document.

use super::island::own_island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use okienko_queue::rights::Right;

/// The Polish files name the keys; the second one words the sign-on, which is that of every page of the administrator.
const FILES: [&str; 4] = [
    include_str!("../../../../displays/texts/pl/office_law.ftl"),
    include_str!("../../../../displays/texts/pl/office.ftl"),
    include_str!("../../../../displays/texts/pl/office_more.ftl"),
    include_str!("../../../../displays/texts/pl/admin.ftl"),
];
/// What texts may be filled with; each stays as itself in braces, which the script replaces.
const PLACEHOLDERS: [&str; 15] = [
    "name",
    "what",
    "n",
    "left",
    "languages",
    "detail",
    "code",
    "day",
    "before",
    "count",
    "tickets",
    "visits",
    "from",
    "to",
    "date",
];

/// The page of `GET /admin/office`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/office.html")]
pub struct OfficePage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

/// The page of `GET /admin/departments/{id}`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/department.html")]
pub struct DepartmentPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The department.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The page of `GET /admin/departments/{id}/services/{service}`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/service.html")]
pub struct ServicePage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The department.
    pub department: String,
    /// Its name.
    pub department_name: String,
    /// The service.
    pub service: String,
    /// Its letter and name.
    pub name: String,
}

/// The page of `GET /admin/law`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/law.html")]
pub struct LawPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

/// The page of `GET /admin/history`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/history.html")]
pub struct HistoryPage {
    /// The texts, in the administrator's language.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
}

macro_rules! page {
    ($page:ident) => {
        impl $page {
            /// The page as HTML.
            #[must_use]
            pub fn html(&self) -> String {
                write(self)
            }

            /// The script's texts in this language, safe between `<script>` tags.
            fn texts(&self) -> String {
                own_island(self.t, &FILES, PLACEHOLDERS)
            }
        }
    };
}

page!(OfficePage);
page!(DepartmentPage);
page!(ServicePage);
page!(LawPage);
page!(HistoryPage);

impl LawPage {
    fn conformity(&self, word: &str) -> String {
        self.t.get(format!("office-law-conformity-{word}"))
    }
}

impl OfficePage {
    fn right(&self, right: &Right) -> String {
        self.t.get(format!("account-right-{}", right.as_str()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::texts::Lang;
    use serde_json::Value;

    #[test]
    fn the_pages_say_everything_in_every_language_and_have_no_inline_code() {
        for lang in Lang::ALL {
            let (t, assets, office) = (Texts::new(lang), "/assets/x".to_owned(), "Urząd & Miasto".to_owned());
            let department = DepartmentPage {
                t,
                assets: assets.clone(),
                office: office.clone(),
                id: "a".into(),
                name: "Wydział <b>".into(),
            };
            let first = OfficePage { t, assets: assets.clone(), office: office.clone() };
            let texts: Value = serde_json::from_str(&first.texts()).unwrap();
            assert!(!texts.to_string().contains("{$"), "an argument is not listed: {texts}");
            let service = ServicePage {
                t,
                assets: assets.clone(),
                office: office.clone(),
                department: "a".into(),
                department_name: "Wydział <b>".into(),
                service: "b".into(),
                name: "B: Mapy".into(),
            };
            let law = LawPage { t, assets: assets.clone(), office: office.clone() };
            for html in
                [first.html(), department.html(), service.html(), law.html(), HistoryPage { t, assets, office }.html()]
            {
                assert!(!html.contains(">office-") && !html.contains("\":\"office-"), "{html}");
                assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
            }
        }
    }
}
