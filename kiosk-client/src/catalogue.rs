//! What the server said about the office: kept in memory and in the journal, for a start without a network.

use crate::failure::Failure;
use crate::journal::Journal;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// A text in several languages.
pub type Words = BTreeMap<String, String>;

/// A text in a language, else in Polish, else in any.
pub fn said<'a>(words: &'a Words, language: &str) -> &'a str {
    words.get(language).or_else(|| words.get("pl")).or_else(|| words.values().next()).map_or("", String::as_str)
}

/// The members of `GET /api/v1/kiosk/setup` that the agent itself uses; what it does not know is left alone.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the members of the server's answer")]
pub struct Setup {
    pub office: Office,
    pub languages: Vec<String>,
    pub revision: String,
    pub departments: Vec<Department>,
    pub priority_classes: Vec<Named>,
    pub template: Option<String>,
    pub service_pin: Option<String>,
}

/// The office.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Office {
    pub name: Words,
    pub time_zone: String,
}

/// A department.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Department {
    pub id: String,
    pub name: Words,
    pub place: Words,
    pub services: Vec<Service>,
}

/// A service.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Service {
    pub id: String,
    pub letter: String,
    pub name: Words,
    pub duration_minutes: u32,
    pub walk_in: bool,
}

/// A priority class.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Named {
    pub id: String,
    pub name: Words,
}

/// One service of `GET /api/v1/kiosk/services`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Live {
    pub id: String,
    pub open: bool,
    pub reason: Option<String>,
    pub stopped: Option<String>,
    pub opens_at: Option<String>,
}

#[derive(Debug, Default)]
struct Kept {
    setup: Option<(Arc<Setup>, Arc<Value>)>,
    services: Option<Arc<Value>>,
    named: String,
}

/// The catalogue. Readers get a shared copy.
#[derive(Debug, Default)]
pub struct Catalogue(RwLock<Kept>);

impl Catalogue {
    /// What the journal remembers.
    pub fn remembered(journal: &Journal) -> Self {
        let setup = journal.note::<Value>("setup").map(|raw| (Arc::new(understood(&raw)), Arc::new(raw)));
        let services = journal.note::<Value>("services").map(Arc::new);
        Self(RwLock::new(Kept { setup, services, named: String::new() }))
    }

    /// The setup as the agent understands it; empty before the first contact.
    pub fn setup(&self) -> Arc<Setup> {
        self.read(|kept| kept.setup.as_ref().map(|(setup, _)| setup.clone())).unwrap_or_default()
    }

    /// The setup as the server said it.
    pub fn setup_said(&self) -> Option<Arc<Value>> {
        self.read(|kept| kept.setup.as_ref().map(|(_, raw)| raw.clone()))
    }

    /// What the services would give, as the server said it last.
    pub fn services_said(&self) -> Option<Arc<Value>> {
        self.read(|kept| kept.services.clone())
    }

    /// One service of that.
    pub fn live(&self, service: &str) -> Option<Live> {
        let said = self.services_said()?;
        let all = said.get("services")?.as_array()?;
        let found = all.iter().find(|one| one.get("id").and_then(Value::as_str) == Some(service))?;
        serde_json::from_value(found.clone()).ok()
    }

    /// The office day on which that was said.
    pub fn said_on(&self) -> Option<String> {
        let now = self.services_said()?.get("now")?.as_str()?.to_owned();
        now.get(..10).map(str::to_owned)
    }

    /// Takes a new setup.
    pub fn set_setup(&self, journal: &Journal, raw: Value) -> Result<(), Failure> {
        journal.remember("setup", &raw)?;
        let setup = Arc::new(understood(&raw));
        self.0.write().unwrap_or_else(PoisonError::into_inner).setup = Some((setup, Arc::new(raw)));
        Ok(())
    }

    /// Takes what the services would give now.
    pub fn set_services(&self, journal: &Journal, raw: Value) -> Result<(), Failure> {
        journal.remember("services", &raw)?;
        self.0.write().unwrap_or_else(PoisonError::into_inner).services = Some(Arc::new(raw));
        Ok(())
    }

    /// The server named the revision of its setup.
    pub fn name(&self, revision: &str) {
        revision.clone_into(&mut self.0.write().unwrap_or_else(PoisonError::into_inner).named);
    }

    /// Whether the revision that was named last is another than the kept one.
    pub fn is_stale(&self) -> bool {
        let stale = |kept: &Kept| {
            let (setup, _) = kept.setup.as_ref()?;
            Some(!kept.named.is_empty() && kept.named != setup.revision)
        };
        self.read(stale).unwrap_or(false)
    }

    /// Forgets everything: the token has changed.
    pub fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Kept::default();
    }

    fn read<T>(&self, look: impl FnOnce(&Kept) -> Option<T>) -> Option<T> {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn understood(raw: &Value) -> Setup {
    serde_json::from_value(raw.clone()).unwrap_or_else(|error| {
        tracing::error!(%error, "the setup of the server cannot be read");
        Setup::default()
    })
}

impl Setup {
    /// A service and its department.
    pub fn service(&self, id: &str) -> Option<(&Department, &Service)> {
        self.departments
            .iter()
            .find_map(|department| Some((department, department.services.iter().find(|one| one.id == id)?)))
    }

    /// `GET /api/v1/departments` as the server answers it, as far as the setup knows.
    pub fn list(&self, language: &str) -> Value {
        let service = |one: &Service| {
            json!({ "id": one.id, "letter": one.letter, "name": said(&one.name, language),
                "duration_minutes": one.duration_minutes, "walk_in": one.walk_in })
        };
        let department = |one: &Department| {
            json!({ "id": one.id, "name": said(&one.name, language), "place": said(&one.place, language),
                "services": one.services.iter().map(service).collect::<Vec<_>>() })
        };
        self.departments.iter().map(department).collect()
    }

    /// The name of a priority class.
    pub fn priority<'a>(&'a self, id: &str, language: &str) -> Option<&'a str> {
        self.priority_classes.iter().find(|class| class.id == id).map(|class| said(&class.name, language))
    }
}
