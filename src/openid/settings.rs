//! What the machine's owner says of the provider.

/// Sign-on through one provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Settings {
    /// The provider's own name: an `https:` address, below which its discovery document lies.
    pub issuer: String,
    /// By which the provider knows us.
    pub client_id: String,
    /// By which we prove it; none for a public client.
    pub client_secret: Option<String>,
    /// As people call the provider; it stands on the button.
    pub name: String,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
    /// The claim that is the login here.
    pub login_claim: String,
    /// The claim that lists the groups; dots lead inside, as in `realm_access.roles`.
    pub groups_claim: String,
    /// Certificates (PEM) of the authority that vouches for the provider's server, where that is the city's own.
    pub ca: Option<String>,
    /// What groups mean, the weightiest first.
    pub grants: Vec<Grant>,
}

/// What a group means here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The group, as the claim has it.
    pub group: String,
    /// The role that its members get.
    pub role: String,
    /// Where it holds; empty = in all departments.
    pub departments: Vec<String>,
    /// The only desk they may act at; `None` for any.
    pub desk: Option<String>,
}

impl Settings {
    /// What somebody of these groups may: by the first grant of the list that names one of them.
    #[must_use]
    pub fn grant(&self, groups: &[String]) -> Option<&Grant> {
        self.grants.iter().find(|grant| groups.contains(&grant.group))
    }
}

/// Leaves the secret out.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(grants: &[(&str, &str)]) -> Settings {
        let grant = |(group, role): &(&str, &str)| Grant {
            group: (*group).to_owned(),
            role: (*role).to_owned(),
            departments: Vec::new(),
            desk: None,
        };
        Settings {
            issuer: "https://id.example".into(),
            client_id: "okienko".into(),
            client_secret: Some("hunter2".into()),
            name: "Miasto".into(),
            scopes: Vec::new(),
            login_claim: "preferred_username".into(),
            groups_claim: "groups".into(),
            ca: None,
            grants: grants.iter().map(grant).collect(),
        }
    }

    #[test]
    fn the_first_of_the_list_counts_whatever_order_the_groups_have() {
        let settings = settings(&[("it", "admin"), ("hall", "supervisor"), ("all", "clerk")]);
        let role = |groups: &[&str]| {
            let groups: Vec<String> = groups.iter().map(|one| (*one).to_owned()).collect();
            settings.grant(&groups).map(|grant| grant.role.clone())
        };
        assert_eq!(role(&["all", "hall"]), Some("supervisor".into()));
        assert_eq!(role(&["hall", "it", "all"]), Some("admin".into()));
        assert_eq!((role(&["IT", "hal"]), role(&[])), (None, None), "a group is its whole name");
    }

    #[test]
    fn the_secret_is_not_written_anywhere() {
        assert!(!format!("{:?}", settings(&[])).contains("hunter2"));
    }
}
