//! Reception at a desk: walk-in tickets and check-in for whoever stands there, printed at a kiosk that is named.

use super::desk_bodies::PrintAt;
use super::desk_paper::{active, print};
use super::desks::desk;
use super::kiosk;
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_actors::Reply;
use okienko_queue::config::DepartmentConfig;
use okienko_queue::ids::TicketId;
use okienko_store::Device;
use serde_json::{Value, json as object};

/// `GET /desks/{id}/reception`.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let devices = call.office().read(|store| store.devices()).await?;
    let kiosks = devices.iter().filter(|device| device.kind == "kiosk" && device.state == "active");
    let (office, language) = (call.office().catalogue(), call.lang().code());
    let services = office.departments.iter().flat_map(|department| given_by(department, language));
    json(&object!({
        "services": services.collect::<Vec<_>>(),
        "kiosks": kiosks.map(|kiosk| object!({ "id": kiosk.id, "name": kiosk.name })).collect::<Vec<_>>(),
    }))
}

fn given_by(department: &DepartmentConfig, language: &str) -> Vec<Value> {
    let walk_in = department.services.iter().filter(|service| service.walk_in);
    let shown = |service: &okienko_queue::config::Service| {
        object!({
            "id": service.id, "letter": service.letter, "name": service.name.in_language(language),
            "department": { "id": department.id, "name": department.name.in_language(language) },
            "priority_classes": department.priority_classes,
        })
    };
    walk_in.map(shown).collect()
}

/// `POST /desks/{id}/tickets`.
pub(crate) async fn ticket(call: Call) -> Result<HttpResponse, Problem> {
    let kiosk = wanted(&call).await?;
    let reply = kiosk::issue(&call).await?;
    printed(&call, reply, kiosk).await
}

/// `POST /desks/{id}/check-ins`.
pub(crate) async fn check_in(call: Call) -> Result<HttpResponse, Problem> {
    let kiosk = wanted(&call).await?;
    let reply = kiosk::collect(&call, &format!("desk:{}", desk(&call))).await?;
    printed(&call, reply, kiosk).await
}

/// The kiosk to print at, looked up before anything is given.
async fn wanted(call: &Call) -> Result<Option<Device>, Problem> {
    match call.json::<PrintAt>()?.kiosk {
        Some(kiosk) => active(call, kiosk).await.map(Some),
        None => Ok(None),
    }
}

/// The ticket is given whatever becomes of its paper: `kiosk` names the one that was asked, null where none was or none can be. A repeat
/// says so and prints nothing: the paper of the first time is out or on its way, and where it never comes the desk prints it here.
async fn printed(call: &Call, reply: Reply, kiosk: Option<Device>) -> Result<HttpResponse, Problem> {
    let Reply { body, repeated } = reply;
    let Ok(mut answer) = serde_json::from_str::<Value>(&body) else { return Ok(json_text(201, body)) };
    if let Some(members) = answer.as_object_mut() {
        members.insert("repeated".into(), repeated.into());
    }
    let Some(kiosk) = kiosk.filter(|_| !repeated) else { return Ok(json_text(201, answer.to_string())) };
    let id = answer.pointer("/ticket/id").and_then(Value::as_str).map(TicketId::from);
    let asked = match id {
        Some(ticket) => print(call, &ticket, &kiosk).await.is_ok(),
        None => false,
    };
    if let Some(members) = answer.as_object_mut() {
        let named = asked.then(|| object!({ "id": kiosk.id, "name": kiosk.name }));
        members.insert("kiosk".into(), named.into());
    }
    Ok(json_text(201, answer.to_string()))
}
