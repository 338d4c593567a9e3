//! A desk's view and commands. The URL table has seen to it that the caller may act at the desk `{id}`.

use super::desk_bodies::{AsSeen, AtDesk, CallOne, Hold, OneService, OneTicket, Pause, Transfer};
use crate::call::{Call, json_text};
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::command::{Command, DeskAction};
use okienko_queue::ids::DeskId;
use okienko_queue::refusal::Refusal;
use serde_json::json;

type Outcome = Result<HttpResponse, Problem>;

/// `GET /desks/{id}`.
pub(crate) async fn show(call: Call) -> Outcome {
    let view = call.office().desk(&desk(&call)).await?;
    Ok(json_text(200, view))
}

/// `POST /desks/{id}/call-next`.
pub(crate) async fn call_next(call: Call) -> Outcome {
    act(call, DeskAction::CallNext).await
}

/// `POST /desks/{id}/call`.
pub(crate) async fn call(call: Call) -> Outcome {
    let action = call.json::<CallOne>()?.checked()?;
    act(call, action).await
}

/// `POST /desks/{id}/recall`.
pub(crate) async fn recall(call: Call) -> Outcome {
    act(call, DeskAction::Recall).await
}

/// `POST /desks/{id}/start`.
pub(crate) async fn start(call: Call) -> Outcome {
    act(call, DeskAction::Start).await
}

/// `POST /desks/{id}/finish`.
pub(crate) async fn finish(call: Call) -> Outcome {
    act(call, DeskAction::Finish).await
}

/// `POST /desks/{id}/no-show`.
pub(crate) async fn no_show(call: Call) -> Outcome {
    act(call, DeskAction::NoShow).await
}

/// `POST /desks/{id}/hold`.
pub(crate) async fn hold(call: Call) -> Outcome {
    let (reason, minutes) = call.json::<Hold>()?.checked()?;
    act(call, DeskAction::Hold { reason, minutes }).await
}

/// `POST /desks/{id}/unhold`.
pub(crate) async fn unhold(call: Call) -> Outcome {
    let OneTicket { ticket } = call.json()?;
    act(call, DeskAction::Unhold { ticket }).await
}

/// `POST /desks/{id}/return`.
pub(crate) async fn give_back(call: Call) -> Outcome {
    act(call, DeskAction::Return).await
}

/// `POST /desks/{id}/transfer`.
pub(crate) async fn transfer(call: Call) -> Outcome {
    let asked: Transfer = call.json()?;
    if asked.service.is_some() == asked.desk.is_some() {
        return Err(Problem::malformed("service"));
    }
    let mode = asked.mode()?;
    let to = call.office().transfer_target(&desk(&call), asked.service.as_ref(), asked.desk.as_ref(), mode)?;
    act(call, DeskAction::Transfer { to, mode }).await
}

/// `POST /desks/{id}/next-service`.
pub(crate) async fn next_service(call: Call) -> Outcome {
    let OneService { service } = call.json()?;
    act(call, DeskAction::NextService { service }).await
}

/// `POST /desks/{id}/reactivate`.
pub(crate) async fn reactivate(call: Call) -> Outcome {
    let OneTicket { ticket } = call.json()?;
    act(call, DeskAction::Reactivate { ticket }).await
}

/// `POST /desks/{id}/undo`.
pub(crate) async fn undo(call: Call) -> Outcome {
    act(call, DeskAction::Undo).await
}

/// `POST /desks/{id}/pause`.
pub(crate) async fn pause(call: Call) -> Outcome {
    let reason = call.json::<Pause>()?.checked()?;
    act(call, DeskAction::Pause { reason }).await
}

/// `POST /desks/{id}/resume`.
pub(crate) async fn resume(call: Call) -> Outcome {
    act(call, DeskAction::Resume).await
}

/// `POST /desks/{id}/close`.
pub(crate) async fn close(call: Call) -> Outcome {
    act(call, DeskAction::Close).await
}

/// `POST /desks/{id}/alarm`.
pub(crate) async fn alarm(call: Call) -> Outcome {
    act(call, DeskAction::RaiseAlarm).await
}

/// `POST /desks/{id}/alarm/answer`.
pub(crate) async fn answer_alarm(call: Call) -> Outcome {
    let AtDesk { at } = call.json()?;
    act(call, DeskAction::AnswerAlarm { at }).await
}

/// `POST /desks/{id}/alarm/end`.
pub(crate) async fn end_alarm(call: Call) -> Outcome {
    let AtDesk { at } = call.json()?;
    act(call, DeskAction::EndAlarm { at }).await
}

pub(super) fn desk(call: &Call) -> DeskId {
    DeskId::from(call.param("id"))
}

/// Whatever else the body holds, it may say what the clerk saw. A body that none of the commands without one would read says nothing.
fn bound(call: &Call, action: DeskAction) -> Result<DeskAction, Problem> {
    let Ok(body) = call.value() else { return Ok(action) };
    let seen: AsSeen = serde_json::from_value(body).map_err(|_| Problem::malformed("seen"))?;
    Ok(seen.bind(action))
}

pub(super) async fn act(call: Call, action: DeskAction) -> Outcome {
    let action = bound(&call, action)?;
    let desk = desk(&call);
    let department = call.office().department_of_desk(&desk).ok_or(Refusal::NotFound)?;
    let outcome = call.ask(department, Command::AtDesk { desk, action }, None).await;
    match outcome {
        Ok(reply) => Ok(json_text(200, reply.body)),
        Err(problem) => Err(named(&call, problem).await),
    }
}

/// `desk_busy` names the ticket at hand, code and all, so that the clerk sees what is in the way (tickets.md, transition 17).
async fn named(call: &Call, problem: Problem) -> Problem {
    let Some(Refusal::DeskBusy { ticket: Some(id) }) = problem.refusal().cloned() else { return problem };
    let Ok(department) = call.office().department_of_ticket(&id).await else { return problem };
    let look = move |department: &okienko_queue::Department, _: &okienko_actors::Outlook, _| {
        department.ticket(&id).map(|ticket| json!(department.ticket_view(ticket)))
    };
    match call.office().look(&department, look).await {
        Ok(Some(ticket)) => problem.with("ticket", ticket),
        _ => problem,
    }
}
