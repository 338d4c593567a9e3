//! `[openid]` and `[[openid_roles]]`: staff sign on through the city's identity provider. Off unless the issuer is named.

use super::given::{Entry, Given};
use crate::failure::Failure;
use okienko_openid::{Grant, Settings};
use okienko_queue::ids::{DepartmentId, DeskId};
use okienko_queue::office::{OfficeFile, Role};

/// Keys of `[openid]`.
pub const KEYS: &[&str] = &[
    "issuer",
    "client_id",
    "client_secret",
    "client_secret_file",
    "name",
    "scopes",
    "login_claim",
    "groups_claim",
    "ca",
];
/// Keys of each `[[openid_roles]]`.
pub const ROLE_KEYS: &[&str] = &["group", "role", "departments", "desk"];

impl Given {
    /// The provider, where one is set up.
    pub fn openid(&self) -> Result<Option<Settings>, Failure> {
        let text = |key| self.text("openid", key);
        let grants = self.tables("openid_roles").iter().map(grant).collect::<Result<Vec<Grant>, Failure>>()?;
        let Some(issuer) = text("issuer")? else {
            let stray = KEYS.iter().any(|key| self.holds("openid", key)) || !grants.is_empty();
            return if stray { Err(unreadable("issuer is missing")) } else { Ok(None) };
        };
        if !is_safe(&issuer) {
            return Err(unreadable("issuer must begin with https://"));
        }
        if grants.is_empty() {
            return Err(unreadable(
                "nobody could sign on: write [[openid_roles]] with group and role, once for each group",
            ));
        }
        Ok(Some(Settings {
            name: text("name")?.unwrap_or_else(|| host(&issuer)),
            client_id: text("client_id")?.ok_or_else(|| unreadable("client_id is missing"))?,
            client_secret: self.secret()?,
            scopes: self.words("openid", "scopes")?,
            login_claim: text("login_claim")?.unwrap_or_else(|| "preferred_username".into()),
            groups_claim: text("groups_claim")?.unwrap_or_else(|| "groups".into()),
            ca: text("ca")?.map(|file| read("ca", &file)).transpose()?,
            grants,
            issuer,
        }))
    }

    /// The client's secret, or the first line of the file that holds it, as containers are given secrets.
    fn secret(&self) -> Result<Option<String>, Failure> {
        match (self.text("openid", "client_secret")?, self.text("openid", "client_secret_file")?) {
            (Some(_), Some(_)) => Err(unreadable("client_secret and client_secret_file are both given: keep one")),
            (Some(secret), None) => Ok(Some(secret)),
            (None, Some(file)) => {
                let held = read("client_secret_file", &file)?;
                let line = held.lines().next().unwrap_or_default().trim().to_owned();
                if line.is_empty() { Err(unreadable("client_secret_file is empty")) } else { Ok(Some(line)) }
            }
            (None, None) => Ok(None),
        }
    }
}

fn grant(entry: &Entry) -> Result<Grant, Failure> {
    let wrong = |words: String| Failure::unreadable(format!("[[openid_roles]] {words}"));
    let must = |key: &str| {
        let held = entry.text(key).map_err(wrong)?.filter(|text| !text.is_empty());
        held.ok_or_else(|| wrong(format!("{key} is missing")))
    };
    Ok(Grant {
        group: must("group")?,
        role: must("role")?,
        departments: entry.words("departments").map_err(wrong)?,
        desk: entry.text("desk").map_err(wrong)?,
    })
}

/// What the groups are given and the office does not have; nobody gets a role that does not exist.
///
/// # Errors
/// Exit code 2 with every problem.
pub fn check(settings: &Settings, office: &OfficeFile) -> Result<(), Failure> {
    let mut found = Vec::new();
    for grant in &settings.grants {
        let mut add = |what: &str, name: &str| found.push(format!("  group {}: unknown {what} {name}", grant.group));
        if !office.knows_role(&Role::from(grant.role.clone())) {
            add("role", &grant.role);
        }
        let departments = office.departments.iter().map(|one| &one.id).collect::<Vec<_>>();
        for id in grant.departments.iter().filter(|id| !departments.contains(&&DepartmentId::from(id.as_str()))) {
            add("department", id);
        }
        if let Some(desk) =
            grant.desk.as_ref().filter(|id| office.department_of_desk(&DeskId::from(id.as_str())).is_none())
        {
            add("desk", desk);
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::unreadable(format!("[[openid_roles]] names what this office does not have:\n{}", found.join("\n"))))
}

/// A provider is spoken to by TLS, but for one on this very machine.
fn is_safe(issuer: &str) -> bool {
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let here =
        |prefix: &str| issuer.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']));
    issuer.starts_with("https://") || local.iter().any(|prefix| here(prefix))
}

fn host(issuer: &str) -> String {
    let rest = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest).to_owned()
}

fn read(key: &str, file: &str) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| unreadable(&format!("{key}: {file}: {error}")))
}

fn unreadable(words: &str) -> Failure {
    Failure::unreadable(format!("[openid] {words}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::sample;

    const PROVIDER: &str = "[openid]\nissuer = \"https://id.example/realms/miasto\"\nclient_id = \"okienko\"\n";
    const ROLE: &str =
        "[[openid_roles]]\ngroup = \"kolejka\"\nrole = \"clerk\"\ndepartments = [\"geodezja\"]\ndesk = \"1\"\n";

    fn read(file: &str, environment: &[(&str, &str)]) -> Result<Option<Settings>, Failure> {
        let mut given = Given::default();
        given.add_file("okienko.toml", file)?;
        given.add_environment(environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))?;
        given.openid()
    }

    fn refused(file: &str) -> String {
        read(file, &[]).unwrap_err().to_string()
    }

    #[test]
    fn it_is_off_unless_it_is_set_up_and_then_it_has_defaults() {
        assert_eq!(read("", &[]).unwrap(), None);
        let settings = read(&format!("{PROVIDER}{ROLE}"), &[]).unwrap().unwrap();
        assert_eq!((settings.name.as_str(), settings.client_secret.as_deref()), ("id.example", None));
        assert_eq!((settings.login_claim.as_str(), settings.groups_claim.as_str()), ("preferred_username", "groups"));
        assert_eq!(
            (settings.grants[0].departments.as_slice(), settings.grants[0].desk.as_deref()),
            (&["geodezja".to_owned()][..], Some("1"))
        );
    }

    #[test]
    fn what_is_missing_or_unsafe_is_said() {
        assert!(refused(PROVIDER).contains("[[openid_roles]]"));
        assert!(refused(ROLE).contains("issuer is missing"));
        assert!(refused("[openid]\nclient_id = \"a\"").contains("issuer is missing"));
        assert!(refused(&format!("[openid]\nissuer = \"https://a\"\n{ROLE}")).contains("client_id is missing"));
        for issuer in ["http://id.example", "http://127.0.0.1.example", "http://localhost.example", "ftp://a"] {
            let file = format!("[openid]\nissuer = \"{issuer}\"\nclient_id = \"a\"\n{ROLE}");
            assert!(refused(&file).contains("https://"), "{issuer}");
        }
        let local = format!("[openid]\nissuer = \"http://127.0.0.1:9000\"\nclient_id = \"a\"\n{ROLE}");
        assert_eq!(read(&local, &[]).unwrap().unwrap().name, "127.0.0.1");
        assert!(refused(&format!("{PROVIDER}[[openid_roles]]\ngroup = \"a\"")).contains("role is missing"));
        assert!(
            refused(&format!("{PROVIDER}[[openid_roles]]\ngroup = \"a\"\nrole = 7")).contains("role: must be a text")
        );
    }

    #[test]
    fn the_secret_comes_from_the_environment_or_from_a_file_and_not_from_both() {
        let file = format!("{PROVIDER}{ROLE}");
        let held = read(&file, &[("OKIENKO__OPENID__CLIENT_SECRET", "hunter2")]).unwrap().unwrap();
        assert_eq!(held.client_secret.as_deref(), Some("hunter2"));
        let folder = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
        std::fs::create_dir_all(&folder).unwrap();
        let secret = folder.join("secret");
        std::fs::write(&secret, "hunter3\n").unwrap();
        let path = secret.to_str().unwrap();
        let held = read(&file, &[("OKIENKO__OPENID__CLIENT_SECRET_FILE", path)]).unwrap().unwrap();
        assert_eq!(held.client_secret.as_deref(), Some("hunter3"));
        let both = [("OKIENKO__OPENID__CLIENT_SECRET_FILE", path), ("OKIENKO__OPENID__CLIENT_SECRET", "hunter2")];
        let said = read(&file, &both).unwrap_err().to_string();
        assert!(said.contains("keep one") && !said.contains("hunter"), "{said}");
        let _ = std::fs::remove_dir_all(folder);
    }

    #[test]
    fn no_group_gets_what_the_office_does_not_have() {
        let office = sample::office().unwrap();
        assert!(check(&read(&format!("{PROVIDER}{ROLE}"), &[]).unwrap().unwrap(), &office).is_ok());
        let wrong = ROLE.replace("clerk", "king").replace("geodezja", "skarbiec").replace("\"1\"", "\"999\"");
        let said = check(&read(&format!("{PROVIDER}{wrong}"), &[]).unwrap().unwrap(), &office).unwrap_err().to_string();
        for word in ["kolejka", "role king", "department skarbiec", "desk 999"] {
            assert!(said.contains(word), "{said}");
        }
    }
}
