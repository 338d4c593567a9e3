//! Settings of a server: a TOML file, then the environment. Unknown names are errors with advice; values, which may be
//! secrets, are never repeated.

mod given;
mod guard;
mod openid;
mod signs;
mod speech;

use crate::failure::Failure;
use given::Given;
use okienko_mail::sms::{Gateway, SmsApi, Template};
use okienko_mail::{Post, Ways};
use okienko_queue::throttle::{CITY, Limit};
use okienko_store::Store;
use okienko_web::{GuardSettings, StreamLimits};
pub use openid::check as check_openid;
pub use speech::Speech;
use std::path::{Path, PathBuf};

const USUAL_FILE: &str = "okienko.toml";

/// Settings of a server.
#[derive(Clone)]
pub struct Settings {
    /// Host and port to listen on.
    pub listen: String,
    /// What links in letters and on tickets begin with; no slash at the end.
    pub public_url: String,
    /// Threads that answer HTTP, at least 1.
    pub workers: usize,
    /// Where letters go.
    pub mail: Mail,
    /// Where text messages go; nowhere unless it is set up.
    pub sms: Sms,
    /// What the pages need to know of the office's surroundings.
    pub surroundings: Surroundings,
    /// Unknown numbers let through at one kiosk (R25).
    pub throttle: Limit,
    /// Against slot trading and bots.
    pub guard: GuardSettings,
    /// Live pages of tickets.
    pub streams: StreamLimits,
    /// LED signs and the MQTT broker; none unless they are set up.
    pub signs: okienko_signs::Settings,
    /// What speaks calls on the screens.
    pub speech: Speech,
    /// The identity provider that staff may sign on through; none unless it is set up.
    pub openid: Option<okienko_openid::Settings>,
    database: String,
}

/// What the pages need to know of the office's surroundings.
#[derive(Clone, Default, PartialEq)]
pub struct Surroundings {
    /// A reverse proxy stands in front and names the caller.
    pub trust_proxy: bool,
    /// Sites that may show the booking in a frame.
    pub frame_ancestors: Vec<String>,
    /// The declaration of accessibility.
    pub declaration_url: Option<String>,
    /// The office's clause of Art. 13 GDPR.
    pub privacy_url: Option<String>,
    /// The folder of pictures and films that boards show.
    pub media: Option<PathBuf>,
}

/// Where letters go.
#[derive(Clone, PartialEq)]
pub enum Mail {
    /// A mail server, see [`Post::smtp`].
    Smtp(String),
    /// A folder of `.eml` files.
    Folder(PathBuf),
    /// Nowhere: forgotten at the end.
    Memory,
}

/// Where text messages go.
#[derive(Clone, Default)]
pub enum Sms {
    /// Nowhere.
    #[default]
    Off,
    /// SMSAPI.pl, or whoever speaks the same.
    SmsApi(SmsApi),
    /// A gateway described by templates.
    Template(Box<Template>),
    /// A folder, for trials.
    Folder(PathBuf),
}

impl Settings {
    /// Reads `file` (else `./okienko.toml` if there is one) and the environment.
    ///
    /// # Errors
    /// Exit code 2 for a file that cannot be read, an unknown name or a value of the wrong kind.
    pub fn read(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> Result<Self, Failure> {
        let mut given = Given::default();
        let usual = Path::new(USUAL_FILE);
        if let Some(file) = file.or_else(|| usual.exists().then_some(usual)) {
            let text = std::fs::read_to_string(file);
            let text = text.map_err(|error| Failure::unreadable(format!("{}: {error}", file.display())))?;
            given.add_file(&file.display().to_string(), &text)?;
        }
        given.add_environment(environment)?;
        given.settle()
    }

    /// Opens the database.
    ///
    /// # Errors
    /// Exit code 1 with the reason, see [`Store::open`].
    pub fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.database)?)
    }

    /// The ways out for letters and text messages.
    ///
    /// # Errors
    /// Exit code 1 for an address or folder that cannot be used.
    pub fn ways(&self) -> Result<Ways, Failure> {
        let mail = match &self.mail {
            Mail::Smtp(url) => Post::smtp(url),
            Mail::Folder(folder) => Post::folder(folder),
            Mail::Memory => Ok(Post::memory().0),
        };
        let sms = match &self.sms {
            Sms::Off => Ok(None),
            Sms::SmsApi(api) => Ok(Some(Gateway::SmsApi(api.clone()))),
            Sms::Template(template) => Ok(Some(Gateway::Template(template.clone()))),
            Sms::Folder(folder) => Gateway::folder(folder).map(Some),
        };
        let undone = |fault: okienko_mail::Fault| Failure::undone(fault.to_string());
        Ok(Ways { mail: mail.map_err(undone)?, sms: sms.map_err(undone)? })
    }
}

/// Leaves addresses out: they hold passwords.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("listen", &self.listen).finish_non_exhaustive()
    }
}

impl Given {
    fn settle(&self) -> Result<Settings, Failure> {
        let listen = self.text("server", "listen")?.unwrap_or_else(|| "127.0.0.1:8080".into());
        let public_url = self.text("server", "public_url")?.unwrap_or_else(|| format!("http://{listen}"));
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(Failure::unreadable("[server] public_url must begin with http:// or https://"));
        }
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Ok(Settings {
            public_url: public_url.trim_end_matches('/').to_owned(),
            workers: self.number("server", "workers")?.map_or(cores, usize::from),
            mail: self.mail()?,
            sms: self.sms()?,
            surroundings: Surroundings {
                trust_proxy: self.flag("web", "trust_proxy")?.unwrap_or(false),
                frame_ancestors: self.words("web", "frame_ancestors")?,
                declaration_url: self.text("web", "declaration_url")?,
                privacy_url: self.text("web", "privacy_url")?,
                media: self.text("boards", "media")?.map(PathBuf::from),
            },
            throttle: Limit {
                most: self.number("kiosk", "throttle_entries")?.map_or(CITY.most, usize::from),
                minutes: self.number("kiosk", "throttle_minutes")?.map_or(CITY.minutes, u32::from),
            },
            guard: self.guard()?,
            streams: self.streams()?,
            signs: self.signs()?,
            speech: self.speech()?,
            openid: self.openid()?,
            database: self.text("database", "url")?.unwrap_or_else(|| "sqlite:okienko.db".into()),
            listen,
        })
    }

    fn mail(&self) -> Result<Mail, Failure> {
        let url = self.text("mail", "url")?;
        let folder = || Ok(self.text("mail", "folder")?.map_or_else(|| "mail".into(), PathBuf::from));
        match (self.text("mail", "transport")?.as_deref(), url) {
            (Some("smtp") | None, Some(url)) => Ok(Mail::Smtp(url)),
            (Some("smtp"), None) => {
                Err(Failure::unreadable("[mail] transport smtp needs a url such as smtp://relay.example:25"))
            }
            (Some("folder") | None, _) => folder().map(Mail::Folder),
            (Some("memory"), _) => Ok(Mail::Memory),
            (Some(_), _) => Err(Failure::unreadable("[mail] transport must be smtp, folder or memory")),
        }
    }
}

impl Given {
    fn sms(&self) -> Result<Sms, Failure> {
        let text = |key| self.text("sms", key);
        let must = |key: &str, value: Option<String>| {
            value.ok_or_else(|| Failure::unreadable(format!("[sms] {key} is missing")))
        };
        let unreadable = |fault: okienko_mail::Fault| Failure::unreadable(fault.to_string());
        let Some(transport) = text("transport")? else { return Ok(Sms::Off) };
        match transport.as_str() {
            "off" => Ok(Sms::Off),
            "smsapi" => {
                let api = SmsApi::new(text("url")?, must("token", text("token")?)?, text("from")?);
                api.map(Sms::SmsApi).map_err(unreadable)
            }
            "http" => {
                let template = Template {
                    method: text("method")?.unwrap_or_default(),
                    url: must("url", text("url")?)?,
                    headers: self.list("sms", "headers")?,
                    body: text("body")?.unwrap_or_default(),
                    success: text("success")?,
                    from: text("from")?.unwrap_or_default(),
                    token: text("token")?.unwrap_or_default(),
                };
                template.checked().map(|template| Sms::Template(Box::new(template))).map_err(unreadable)
            }
            "folder" => Ok(Sms::Folder(text("folder")?.map_or_else(|| "sms".into(), PathBuf::from))),
            _ => Err(Failure::unreadable("[sms] transport must be off, smsapi, http or folder")),
        }
    }
}

#[cfg(test)]
mod tests;
