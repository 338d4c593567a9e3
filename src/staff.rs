//! Staff rows follow the office's document; passwords come from a person, never from a file.

use crate::failure::Failure;
use crate::terminal::say;
use okienko_actors::accounts;
use okienko_queue::office::OfficeFile;
use okienko_queue::password::{LONGEST, SHORTEST, Weakness, judge};
use okienko_store::{Access, Appender, Staff, Store, hash_password};
use std::io::{IsTerminal, Read};

/// How the access log names whoever types commands at the server: the machine's owner, not a member of staff.
const DOER: &str = "command_line";
/// Bytes of the line that is read.
const MOST: u64 = 1024;

/// As [`accounts::follow`].
///
/// # Errors
/// Exit code 1 when the database is away.
pub fn follow(appender: &mut Appender, office: &OfficeFile) -> Result<Vec<String>, Failure> {
    Ok(accounts::follow(appender, office)?)
}

/// `okienko staff password LOGIN`: reads one line from standard input.
///
/// # Errors
/// Exit code 1 for an unknown login or a password that cannot be used.
pub fn password(store: &Store, login: &str) -> Result<(), Failure> {
    // Before anybody thinks of one.
    store.staff_by_login(login)?.map_or(Ok(()), |person| has_password_here(&person))?;
    if std::io::stdin().is_terminal() {
        eprintln!("New password of {login} (shown while you type; to hide it, pipe it in), then Enter:");
    }
    let mut text = String::new();
    let mut input = std::io::BufReader::new(std::io::stdin().lock().take(MOST));
    std::io::BufRead::read_line(&mut input, &mut text)
        .map_err(|error| Failure::undone(format!("standard input: {error}")))?;
    set_password(store, login, text.trim_end_matches(['\r', '\n']))?;
    say(&format!("The password of {login} is set."));
    Ok(())
}

/// Sets the password of a member of staff.
///
/// # Errors
/// Exit code 1 for an unknown login or a password that cannot be used.
pub fn set_password(store: &Store, login: &str, password: &str) -> Result<(), Failure> {
    judge(login, password).map_err(|weakness| Failure::undone(format!("{}; nothing was changed", words(weakness))))?;
    let unknown =
        || Failure::undone(format!("nobody here has the login {login}; logins stand in the office's file, [[staff]]"));
    let person = store.staff_by_login(login)?.ok_or_else(unknown)?;
    let (mut appender, hash) = (store.appender()?, hash_password(password)?);
    appender.log_access(&[line(&person.id, "password_set")?])?;
    appender.set_password(&person.id, &hash)?;
    Ok(())
}

/// Whether somebody may have a password here.
///
/// # Errors
/// Exit code 1 for an account of the identity provider.
pub fn has_password_here(person: &Staff) -> Result<(), Failure> {
    if !person.is_provided() {
        return Ok(());
    }
    Err(Failure::undone(format!("{} signs on through the identity provider and has no password here", person.login)))
}

/// A line of the access log about what was done to an account at the command line: not by its holder.
///
/// # Errors
/// Exit code 1 when the system gives no randomness.
pub fn line(id: &str, action: &str) -> Result<Access, Failure> {
    let now_ms = okienko_actors::OfficeClock::real().now().timestamp_millis();
    Ok(Access::new(now_ms, DOER, action, "", &format!("staff:{id}"))?)
}

fn words(weakness: Weakness) -> String {
    match weakness {
        Weakness::Length => format!("a password needs at least {SHORTEST} characters, and at most {LONGEST} bytes"),
        Weakness::Common => {
            "this password is among the first that are guessed; several unrelated words are better".into()
        }
        Weakness::Login => "a password must not contain the login".into(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_short_password_and_an_unknown_login_are_refused() {
        let folder = std::env::temp_dir().join(format!("okienko-{}", okienko_store::new_token().unwrap()));
        std::fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.join("a.db").display())).unwrap();
        assert!(set_password(&store, "anna", "short").unwrap_err().to_string().contains("at least 12"));
        assert!(
            set_password(&store, "anna", "haslohaslo2026").unwrap_err().to_string().contains("first that are guessed")
        );
        assert!(set_password(&store, "anna", "a horse of one's own").unwrap_err().to_string().contains("anna"));
        drop(store);
        let _ = std::fs::remove_dir_all(folder);
    }
}
