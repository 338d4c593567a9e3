//! Pages about people of staff: the own account, a password by a one-time link, accounts of others, the audit log. They hold nobody's
//! data: the token of staff brings it.

use super::island::island;
use crate::pages::write;
use crate::texts::Texts;
use askama::Template;
use std::sync::LazyLock;

/// The Polish files name the keys.
const ACCOUNTS: &str = include_str!("../../../../displays/texts/pl/accounts.ftl");
const ADMIN: &str = include_str!("../../../../displays/texts/pl/admin.ftl");
const SIGN_ON: &str = include_str!("../../../../displays/texts/pl/sign_on.ftl");
const STAFF: &str = include_str!("../../../../displays/texts/pl/staff.ftl");
/// Texts with plural forms, as the scripts of these pages find them.
static FORMS: LazyLock<String> =
    LazyLock::new(|| island(&[ACCOUNTS, "\n", SIGN_ON, "\n", ADMIN, "\n", STAFF].concat()));

/// Actions that the log is searched by, in groups with a heading.
const GROUPS: [(&str, &[&str]); 3] = [
    (
        "audit-group-visits",
        &["saw", "searched", "booked", "moved", "cancelled", "checked_in", "check_in_reverted", "saw_note", "noted"],
    ),
    (
        "audit-group-accounts",
        &[
            "signed_on",
            "sign_on_failed",
            "locked_out",
            "signed_off",
            "password_changed",
            "password_set",
            "link_made",
            "second_factor_on",
            "second_factor_off",
            "second_factor_removed",
            "recovery_codes_renewed",
            "sessions_ended",
            "signed_out",
            "account_made",
            "rights_changed",
            "account_removed",
        ],
    ),
    ("audit-group-data", &["exported", "erased", "saw_log", "saw_patterns", "saw_people"]),
];

macro_rules! account_page {
    ($(#[$doc:meta])* $name:ident, $path:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Template)]
        #[template(path = $path)]
        pub struct $name {
            /// The texts, in the language of staff.
            pub t: Texts,
            /// The prefix of embedded files without a slash at its end.
            pub assets: String,
            /// The office's full name.
            pub office: String,
        }

        impl $name {
            /// The page as HTML.
            #[must_use]
            pub fn html(&self) -> String {
                write(self)
            }

            /// The script's texts, safe between `<script>` tags.
            fn texts(&self) -> &'static str {
                &FORMS
            }
        }
    };
}

account_page!(
    /// The page of `GET /account`.
    AccountPage,
    "account/account.html"
);
account_page!(
    /// The page of `GET /account/password`.
    PasswordPage,
    "account/password.html"
);
account_page!(
    /// The page of `GET /admin/accounts`.
    AccountsPage,
    "admin/accounts.html"
);

/// The page of `GET /admin/audit`.
#[derive(Clone, Debug, Template)]
#[template(path = "admin/audit.html")]
pub struct AuditPage {
    /// The texts, in the language of staff.
    pub t: Texts,
    /// The prefix of embedded files without a slash at its end.
    pub assets: String,
    /// The office's full name.
    pub office: String,
    /// The office's day, `YYYY-MM-DD`.
    pub today: String,
}

impl AuditPage {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        write(self)
    }

    fn texts(&self) -> &'static str {
        &FORMS
    }

    fn groups(&self) -> [(&'static str, &'static [&'static str]); 3] {
        GROUPS
    }

    fn action(&self, action: &str) -> String {
        self.t.get(format!("staff-action-{action}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;
    use crate::texts::Lang;
    use okienko_queue::office::Role;
    use okienko_queue::rights::Right;
    use serde_json::Value;

    fn pages(lang: Lang) -> [String; 4] {
        let (t, assets, office) = (Texts::new(lang), "/assets/x".to_owned(), "Urząd & Miasto".to_owned());
        [
            AccountPage { t, assets: assets.clone(), office: office.clone() }.html(),
            PasswordPage { t, assets: assets.clone(), office: office.clone() }.html(),
            AccountsPage { t, assets: assets.clone(), office: office.clone() }.html(),
            AuditPage { t, assets, office, today: "2026-11-23".into() }.html(),
        ]
    }

    #[test]
    fn the_pages_say_everything_in_every_language_and_have_no_inline_code() {
        for lang in Lang::ALL {
            for html in pages(lang) {
                let missing = [">account-", ">accounts-", ">audit-", ">staff-", ">admin-", "\"account-title\">account"];
                assert!(missing.iter().all(|key| !html.contains(key)), "a text is missing in {}: {html}", lang.code());
                assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
                assert!(html.contains("Urząd &#38; Miasto"));
            }
        }
    }

    #[test]
    fn scripts_find_the_words_of_every_role_right_and_action() {
        let texts: Value = serde_json::from_str(&FORMS).unwrap();
        assert!(!FORMS.contains("{$"), "an argument is not listed");
        for lang in Lang::ALL {
            let said = &texts[lang.code()];
            let roles = Role::HOUSE.iter().map(|role| format!("account-role-{role}"));
            let rights = Right::ALL.iter().map(|right| format!("account-right-{}", right.as_str()));
            let actions =
                GROUPS.iter().flat_map(|(_, actions)| *actions).map(|action| format!("staff-action-{action}"));
            for key in roles.chain(rights).chain(actions) {
                assert!(said[&key].as_str().is_some_and(|text| *text != key), "{key} in {}", lang.code());
            }
        }
    }
}
