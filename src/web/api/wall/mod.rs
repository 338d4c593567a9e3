//! The supervisor's wall of a department, and what is done from it. Who oversees sees and does this in the own
//! departments.

pub mod acts;
pub mod bodies;
pub mod tickets;

use crate::auth::Member;
use crate::call::{Call, json, json_text};
use crate::errors::Problem;
use crate::instants::local;
use actix_web::HttpResponse;
use okienko_actors::{Office, Outlook, Trouble};
use okienko_queue::Department;
use okienko_queue::command::{Command, Oversight};
use okienko_queue::ids::DepartmentId;
use okienko_queue::refusal::Refusal;
use okienko_queue::rights::Right;
use okienko_queue::time::Instant;
use serde_json::{Value, json as object};

/// `GET /wall`.
pub(crate) async fn all(call: Call) -> Result<HttpResponse, Problem> {
    let mut walls = Vec::new();
    for id in departments(&call)? {
        // One that is out of service is left out; the others are shown.
        walls.extend(look(call.office(), &id).await.ok());
    }
    json(&object!({ "departments": walls }))
}

/// `GET /departments/{id}/wall`.
pub(crate) async fn one(call: Call) -> Result<HttpResponse, Problem> {
    let id = own(&call)?;
    json(&look(call.office(), &id).await?)
}

/// The wall of a department as a message of the stream, whole.
pub(crate) async fn look(office: &Office, department: &DepartmentId) -> Result<Value, Trouble> {
    let message = |department: &Department, outlook: &Outlook, now: Instant| {
        let view = department.wall_view(outlook.forecast(), now);
        let now = local(department.config().time_zone, now);
        object!({ "type": "view", "seq": department.seq(), "now": now, "view": view })
    };
    office.look(department, message).await
}

/// The departments that the caller looks after, in the order of the office.
pub(crate) fn departments(call: &Call) -> Result<Vec<DepartmentId>, Problem> {
    let (member, office) = (call.member()?, call.office().catalogue());
    let own = office.departments.iter().filter(|one| looks_after(member, &one.id));
    Ok(own.map(|department| department.id.clone()).collect())
}

/// The department of the path, if the caller looks after it.
fn own(call: &Call) -> Result<DepartmentId, Problem> {
    let id = DepartmentId::from(call.param("id"));
    if !call.office().catalogue().departments.iter().any(|one| one.id == id) {
        return Err(Refusal::NotFound.into());
    }
    if looks_after(call.member()?, &id) { Ok(id) } else { Err(Problem::new("forbidden")) }
}

fn looks_after(member: &Member, department: &DepartmentId) -> bool {
    member.holder.may(Right::Oversee, department).is_ok()
}

/// Carries out what a supervisor wishes in the department of the path. What it brought about is seen on the wall.
async fn oversee(call: &Call, wish: Oversight) -> Result<HttpResponse, Problem> {
    ask(call, Command::Oversee(wish)).await
}

async fn ask(call: &Call, command: Command) -> Result<HttpResponse, Problem> {
    let department = own(call)?;
    call.ask(department, command, None).await?;
    Ok(json_text(200, "{}".to_owned()))
}
