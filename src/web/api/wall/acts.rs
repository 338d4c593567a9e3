//! What a supervisor does to services and desks, for today.

use super::bodies::{DeskServices, RestDesk, Stop};
use super::oversee;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::command::{Oversight, Rest};
use okienko_queue::ids::{DeskId, ServiceId};

type Outcome = Result<HttpResponse, Problem>;

/// `POST /departments/{id}/services/{service}/stop`.
pub(crate) async fn stop(call: Call) -> Outcome {
    let reason = call.json::<Stop>()?.checked()?;
    oversee(&call, Oversight::StopService { service: service(&call), reason }).await
}

/// `POST /departments/{id}/services/{service}/reopen`.
pub(crate) async fn reopen(call: Call) -> Outcome {
    oversee(&call, Oversight::ReopenService { service: service(&call) }).await
}

/// `POST /departments/{id}/desks/{desk}/services`.
pub(crate) async fn move_desk(call: Call) -> Outcome {
    let asked: DeskServices = call.json()?;
    let anyway = asked.anyway;
    let services = asked.checked()?;
    oversee(&call, Oversight::MoveDesk { desk: desk(&call), services, anyway }).await
}

/// `POST /departments/{id}/desks/{desk}/pause`.
pub(crate) async fn pause(call: Call) -> Outcome {
    let asked: RestDesk = call.json()?;
    let anyway = asked.anyway;
    let rest = Rest::Pause { reason: asked.checked()? };
    oversee(&call, Oversight::RestDesk { desk: desk(&call), rest, anyway }).await
}

/// `POST /departments/{id}/desks/{desk}/close`.
pub(crate) async fn close(call: Call) -> Outcome {
    let RestDesk { anyway, .. } = call.json()?;
    oversee(&call, Oversight::RestDesk { desk: desk(&call), rest: Rest::Close, anyway }).await
}

/// `POST /departments/{id}/desks/{desk}/alarm/answer`.
pub(crate) async fn answer_alarm(call: Call) -> Outcome {
    oversee(&call, Oversight::AnswerAlarm { at: desk(&call) }).await
}

/// `POST /departments/{id}/desks/{desk}/alarm/end`.
pub(crate) async fn end_alarm(call: Call) -> Outcome {
    oversee(&call, Oversight::EndAlarm { at: desk(&call) }).await
}

fn service(call: &Call) -> ServiceId {
    ServiceId::from(call.param("service"))
}

fn desk(call: &Call) -> DeskId {
    DeskId::from(call.param("desk"))
}
