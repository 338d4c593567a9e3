//! The menu of the pages of staff: one for all of them. A link is shown to whoever the page behind it is open to; the server decides anew there.

use okienko_queue::rights::Right::{
    self, Audit, Configure, Devices, Issue, Oversee, Privacy, Reports, Serve, Staff, Visits,
};

/// A link of the menu.
pub(crate) struct Link {
    /// The word by which a page says that it is this one.
    pub own: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// The key of its words.
    pub words: &'static str,
    /// One of these rights opens it; none is asked for the own account.
    rights: &'static [Right],
    /// Whether the right must hold in the whole office.
    pub whole: bool,
}

impl Link {
    /// The rights as the page's script reads them.
    pub fn rights(&self) -> String {
        self.rights.iter().map(|right| right.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether a page is this one, or one below it.
    pub fn is(&self, own: &str) -> bool {
        self.own == own || (self.own == "office" && ["department", "service"].contains(&own))
    }
}

const fn link(
    own: &'static str,
    href: &'static str,
    words: &'static str,
    rights: &'static [Right],
    whole: bool,
) -> Link {
    Link { own, href, words, rights, whole }
}

/// The groups with their links, in the order in which they are read.
pub(crate) static MENU: [(&str, &[Link]); 5] = [
    (
        "menu-office",
        &[
            link("office", "/admin/office", "menu-departments", &[Configure], true),
            link("letters", "/admin/letters", "admin-page-letters", &[Configure], true),
            link("law", "/admin/law", "office-law-page", &[Configure], true),
            link("history", "/admin/history", "admin-page-history", &[Configure], true),
        ],
    ),
    (
        "menu-devices",
        &[
            link("devices", "/admin/devices", "admin-page-devices", &[Devices], true),
            link("boards", "/admin/boards", "admin-page-boards", &[Configure], true),
        ],
    ),
    (
        "menu-people",
        &[
            link("accounts", "/admin/accounts", "accounts-page", &[Staff], false),
            link("privacy", "/admin/privacy", "admin-page-privacy", &[Privacy], true),
            link("account", "/account", "account-title", &[], false),
        ],
    ),
    (
        "menu-figures",
        &[
            link("wall", "/wall", "wall-title", &[Oversee], false),
            link("reports", "/reports", "reports-title", &[Reports], false),
            link("audit", "/admin/audit", "audit-page", &[Audit], false),
        ],
    ),
    (
        "menu-visitors",
        &[
            link("desk", "/desk", "menu-desk", &[Serve, Issue], false),
            link("staff", "/staff", "staff-title", &[Visits], false),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes;
    use crate::texts::{Lang, Texts};

    #[test]
    fn every_link_leads_to_a_page_and_has_words_in_every_language() {
        for (group, links) in &MENU {
            let keys = links.iter().map(|link| link.words).chain([*group]);
            for key in keys {
                assert!(Lang::ALL.iter().all(|lang| Texts::new(*lang).has(key)), "{key}");
            }
            for link in *links {
                assert!(routes::all().any(|row| row.path == link.href && row.kind.is_page()), "{}", link.href);
            }
        }
    }

    #[test]
    fn a_page_below_another_is_marked_with_it() {
        let marked = |own: &str| {
            let links = MENU.iter().flat_map(|(_, links)| links.iter());
            links.filter(|link| link.is(own)).map(|link| link.own).collect::<Vec<_>>()
        };
        assert_eq!((marked("service"), marked("wall"), marked("lobby")), (vec!["office"], vec!["wall"], vec![]));
    }
}
