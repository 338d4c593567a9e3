//! The page of a write that came too soon: it holds all that was typed, so that nothing is lost.

use super::buckets::Seconds;
use crate::call::Call;
use crate::errors::Problem;
use crate::handlers::own_frame;
use crate::pages::{Frame, write};
use actix_web::HttpResponse;
use askama::Template;
use std::collections::BTreeMap;

/// What the page shows.
#[derive(Clone, Debug, Template)]
#[template(path = "booking/guard/again.html")]
pub(crate) struct AgainPage {
    /// The surroundings; `path` is where the form goes.
    pub frame: Frame,
    /// Minutes after which it may be sent again, at least 1.
    pub minutes: u32,
    /// The fields as they came.
    pub fields: BTreeMap<String, String>,
}

/// 429 with the form in it.
pub(crate) fn again(call: &Call, problem: &Problem, seconds: Seconds) -> Result<HttpResponse, Problem> {
    let page = AgainPage {
        frame: own_frame(call),
        minutes: seconds.div_ceil(60).max(1),
        fields: call.form()?.into_iter().collect(),
    };
    let mut answer = HttpResponse::build(problem.status());
    problem.headers(&mut answer);
    Ok(answer.content_type("text/html; charset=utf-8").body(write(&page)))
}
