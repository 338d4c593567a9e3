//! Erasing one's data by link (GDPR Art. 17, law line 22). A visit that is still ahead is cancelled first; no letter says so, because there
//! is nobody left to write to. The proof stays in the access log, without personal data.

use super::act::{self, Refused};
use super::see_other;
use super::visit::{alive, shown};
use crate::call::Call;
use crate::errors::Problem;
use crate::pages::booking::{Deed, Why};
use actix_web::HttpResponse;
use okienko_actors::{AppointmentFacts, Ask, Person};
use okienko_queue::appointment::{AppointmentState, By};
use okienko_queue::command::Command;
use okienko_store::Access;
use serde_json::json;

/// `GET /a/{token}/erase`.
pub(crate) async fn ask(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    let closed = closed(&call, &facts);
    page(&call, &facts, Ok(closed))
}

/// `POST /a/{token}/erase`.
pub(crate) async fn send(call: Call) -> Result<HttpResponse, Problem> {
    let facts = act::visit(&call).await?;
    if let Some(why) = closed(&call, &facts) {
        return page(&call, &facts, Ok(Some(why)));
    }
    let fields = call.form()?;
    if let Err(refused) = act::admit(&call, &facts, Deed::Erase.key(), &fields) {
        return page(&call, &facts, Err(refused));
    }
    if let Err(problem) = erase(&call, &facts, act::field(&fields, "key")).await {
        return page(&call, &facts, Err(Refused::form(&problem)));
    }
    Ok(see_other(&call, &shown(&call, &facts).path()))
}

/// After the hour the link only reads; the retention job erases then.
fn closed(call: &Call, facts: &AppointmentFacts) -> Option<Why> {
    match facts.person {
        None => Some(Why::Erased),
        Some(_) if alive(call, facts) => None,
        Some(_) => Some(Why::Past),
    }
}

/// Cancelled first, so that nothing is left that only its owner could give back. Both steps may be repeated.
async fn erase(call: &Call, facts: &AppointmentFacts, key: &str) -> Result<(), Problem> {
    if facts.state == AppointmentState::Booked {
        let unreachable = |person: Person| Person { email: String::new(), ..person };
        let ask = Ask {
            department: facts.department.clone(),
            command: Command::CancelAppointment { appointment: facts.id.clone(), by: By::Citizen, chance: 0 },
            actor: call.who.actor(),
            key: Some(call.form_key(key, &json!({}))?),
            person: facts.person.clone().map(unreachable),
        };
        call.office().ask(ask).await?;
    }
    let (who, at_ms) = (call.who.actor(), call.office().clock().now().timestamp_millis());
    let id = facts.id.to_string();
    let proven = call.office().write(move |appender| {
        let proof = Access::new(at_ms, &who, "erased", &id, "link")?;
        appender.erase_with_proof(&proof)
    });
    proven.await?;
    Ok(())
}

fn page(call: &Call, facts: &AppointmentFacts, said: Result<Option<Why>, Refused>) -> Result<HttpResponse, Problem> {
    act::page(call, facts, Deed::Erase, &shown(call, facts).erase_path(), said)
}
