//! After booking where a visit must be confirmed by mail: which mailbox to look into. What it says is in this browser's sealed cookie only.

use super::{frame, see_other, service};
use crate::call::{Call, html};
use crate::draft::Kept;
use crate::errors::Problem;
use crate::handlers::terms::address;
use crate::pages::booking::SentPage;
use actix_web::HttpResponse;

/// `GET /s/{service}/{date}/{time}/sent`. In any other browser there is nothing to see: on to the service.
pub(crate) async fn show(call: Call) -> Result<HttpResponse, Problem> {
    let office = call.office().catalogue();
    let found = service(&office, call.param("service"))?;
    let (start, head) = (address(&call)?, found.head_in(call.lang()));
    let done = Kept::done(&call).filter(|done| done.path == head.sent_path(start));
    let Some(sent) = done.and_then(|done| done.sent) else { return Ok(see_other(&call, &head.path())) };
    let page = SentPage {
        frame: frame(&call.state, &call.req, &head.sent_path(start)),
        service: head,
        start,
        to: sent.to,
        minutes: sent.minutes,
        until: sent.until,
    };
    Ok(html(200, page.html()))
}
