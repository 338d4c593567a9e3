//! Where one is signed on, and ending it from here.

use super::{own, show, token};
use crate::audit;
use crate::call::Call;
use crate::errors::Problem;
use actix_web::HttpResponse;
use okienko_queue::refusal::Refusal;
use okienko_store::session_name;

/// `POST /account/sessions/{id}/end`.
pub(crate) async fn end(call: Call) -> Result<HttpResponse, Problem> {
    let wanted = call.param("id").to_owned();
    if ended(&call, move |name| name == wanted).await? == 0 {
        return Err(Refusal::NotFound.into());
    }
    show(call).await
}

/// `POST /account/sessions/end-others`: every one but the caller's own.
pub(crate) async fn end_others(call: Call) -> Result<HttpResponse, Problem> {
    let here = session_name(&token(&call)?);
    ended(&call, move |name| name != here).await?;
    show(call).await
}

async fn ended(call: &Call, ends: impl Fn(&str) -> bool + Send + 'static) -> Result<usize, Problem> {
    let staff = own(call).await?;
    let (line, id) = (audit::own(call, &staff, "sessions_ended", "")?, staff.id);
    let ended = call.office().write(move |appender| {
        let ended = appender.end_sessions(&id, ends)?;
        if ended > 0 {
            appender.log_access(&[line])?;
        }
        Ok(ended)
    });
    let ended = ended.await?;
    // Whose tokens they were is not known by now; looking the others up once more costs little.
    call.state.tokens.clear();
    Ok(ended)
}
