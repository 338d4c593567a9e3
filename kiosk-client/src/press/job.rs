//! One job: written down before the first byte goes out, so that no crash prints it twice.

use super::{Job, slip};
use crate::agent::Agent;
use crate::failure::Failure;
use crate::printer::{Outcome, Printer, print_slip};
use okienko_paper::{Language, Slip, Template};
use serde_json::Value;

/// Does a job; what goes wrong is written down and logged.
pub fn run(agent: &Agent, printer: &mut dyn Printer, job: &Job) {
    let done = match job {
        Job::Touch(key) => touch(agent, printer, key),
        Job::Wished(wish, ticket) => wished(agent, printer, wish, ticket),
        Job::Test => {
            let slip = Slip { test: true, office: slip::office(agent, "pl"), ..Slip::sample(Language::Pl) };
            let outcome = print(agent, printer, &slip);
            tracing::info!(outcome = outcome.as_str(), reason = outcome.reason(), "a test print");
            Ok(())
        }
    };
    if let Err(failure) = done {
        tracing::error!(%failure, "a print job");
    }
}

fn touch(agent: &Agent, printer: &mut dyn Printer, key: &str) -> Result<(), Failure> {
    let Some(touch) = agent.journal.touch(key)? else { return Ok(()) };
    if !agent.journal.paper_moves(key, "waiting", "sending", None)? {
        return Ok(());
    }
    let ticket: Value = serde_json::from_str(touch.answer.as_deref().unwrap_or("null"))?;
    let slip = slip::of_ticket(agent, &ticket, &touch.language, touch.state == "offline");
    let outcome = print(agent, printer, &slip);
    let (state, reason) = ended(outcome);
    agent.journal.paper_moves(key, "sending", state, reason)?;
    agent.contact.ring();
    Ok(())
}

/// `printed`, or `failed` with a reason.
fn ended(outcome: Outcome) -> (&'static str, Option<&'static str>) {
    match outcome {
        Outcome::Printed => ("printed", None),
        Outcome::Failed(reason) => ("failed", Some(reason.as_str())),
        Outcome::Unsure(_) => ("failed", Some("unsure")),
        Outcome::NoPrinter => ("none", None),
    }
}

/// A reprint that staff asked for. The wish was written down as done before: it is never printed twice by itself.
fn wished(agent: &Agent, printer: &mut dyn Printer, wish: &str, ticket: &Value) -> Result<(), Failure> {
    let language = ticket.get("language").and_then(Value::as_str).unwrap_or("pl");
    let mut slip = slip::of_ticket(agent, ticket, language, false);
    slip.reprint = true;
    let outcome = print(agent, printer, &slip);
    tracing::info!(wish, outcome = outcome.as_str(), reason = outcome.reason(), "a reprint");
    let (state, reason) = ended(outcome);
    let id = ticket.get("id").and_then(Value::as_str).unwrap_or_default();
    agent.journal.tell_paper(id, state, reason)?;
    agent.contact.ring();
    Ok(())
}

fn print(agent: &Agent, printer: &mut dyn Printer, slip: &Slip) -> Outcome {
    let setup = agent.catalogue.setup();
    let house = || {
        tracing::error!("the office's ticket template cannot be used; the house's own is");
        Template::house()
    };
    let template =
        setup.template.as_deref().map_or_else(Template::house, |own| Template::new(own).unwrap_or_else(|_| house()));
    let outcome = print_slip(printer, &template, slip, &agent.settings.printer.profile);
    if outcome == Outcome::Printed
        && let Err(failure) = agent.journal.count_paper(&agent.day(), agent.clock.now_ms())
    {
        tracing::error!(%failure, "papers are not counted");
    }
    outcome
}
