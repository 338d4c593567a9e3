//! Settings: the defaults, then one TOML file, then the environment (`OKIENKO_KIOSK__SECTION__KEY`), then the command line.
//! A key that nobody knows is an error with its line: a misspelt key would otherwise be a default in disguise.

mod environment;
mod sections;
#[cfg(test)]
mod tests;

use crate::cli::Given;
use crate::failure::Failure;
pub use sections::{Paper, Screen, Server, Settings, Speech, State, Timing, Watch};
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::Path;

/// Where the file is looked for when none is named.
const USUAL: &str = "/etc/okienko-kiosk.toml";

impl Settings {
    /// Reads what is given.
    ///
    /// # Errors
    /// Exit code 2 with file, line and reason.
    pub fn read(given: &Given, environment: impl Iterator<Item = (String, String)>) -> Result<Self, Failure> {
        let table = match &given.config {
            Some(file) => file_at(file)?,
            None if Path::new(USUAL).exists() => file_at(Path::new(USUAL))?,
            None => toml::Table::new(),
        };
        let mut settings = environment::over(table, environment)?;
        if let Some(url) = &given.server {
            settings.server.url.clone_from(url);
        }
        if let Some(listen) = &given.listen {
            settings.screen.listen.clone_from(listen);
        }
        if let Some(folder) = &given.state {
            settings.state.folder.clone_from(folder);
        }
        if let Some(folder) = &given.simulate_printer {
            settings.printer = crate::printer::Settings::simulated(folder.clone());
        }
        settings.checked()
    }

    fn checked(mut self) -> Result<Self, Failure> {
        let url = self.server.url.trim_end_matches('/').to_owned();
        if !url.starts_with("http://") && !url.starts_with("https://") {
            return Err(Failure::unreadable("[server] url must begin with http:// or https://"));
        }
        self.server.url = url;
        self.listen()?;
        if self.timing.patience_ms < self.timing.answer_ms || self.timing.answer_ms == 0 {
            return Err(Failure::unreadable("[timing] patience_ms must not be below answer_ms, and both above 0"));
        }
        Ok(self)
    }

    /// The address to listen on.
    ///
    /// # Errors
    /// Exit code 2 for an address that is none, or that others on the network could reach without `[screen] anywhere = true`.
    pub fn listen(&self) -> Result<SocketAddr, Failure> {
        let unreadable =
            || Failure::unreadable("[screen] listen must be an address and a port, such as 127.0.0.1:8090");
        let mut all = self.screen.listen.to_socket_addrs().map_err(|_| unreadable())?;
        let address = all.next().ok_or_else(unreadable)?;
        if !address.ip().is_loopback() && !self.screen.anywhere {
            let why = "[screen] listen is not on this computer alone; whoever reaches it could take tickets. \
                If that is meant, set [screen] anywhere = true";
            return Err(Failure::unreadable(why));
        }
        Ok(address)
    }

    /// The settings in force as a file, secrets masked.
    ///
    /// # Errors
    /// Exit code 1 when they cannot be written.
    pub fn shown(&self) -> Result<String, Failure> {
        let mut masked = self.clone();
        if let Some((scheme, rest)) = masked.server.url.split_once("://")
            && let Some((_, host)) = rest.rsplit_once('@')
        {
            masked.server.url = format!("{scheme}://***@{host}");
        }
        toml::to_string(&masked).map_err(|error| Failure::undone(format!("the settings cannot be written: {error}")))
    }
}

fn file_at(file: &Path) -> Result<toml::Table, Failure> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| Failure::unreadable(format!("{name}: {error}")))?;
    parsed(&name, &text)
}

/// Reads the text once for its meaning, which knows the lines, and gives it as a table for the environment to stand above.
fn parsed(name: &str, text: &str) -> Result<toml::Table, Failure> {
    let with_line = |error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        Failure::unreadable(format!("{name}, line {line}: {}", error.message()))
    };
    toml::from_str::<Settings>(text).map_err(with_line)?;
    toml::from_str(text).map_err(with_line)
}
