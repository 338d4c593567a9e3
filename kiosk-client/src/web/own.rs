//! The agent's own addresses: the page and its files, its state, its heartbeat, its voice.

use super::calls::{answered, blocking, json, lang};
use crate::agent::Agent;
use crate::catalogue::said;
use crate::problem::Problem;
use crate::texts::Lang;
use crate::{assets, page, service};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

/// `GET /`.
pub async fn page(agent: Data<Agent>) -> HttpResponse {
    let office = said(&agent.catalogue.setup().office.name, "pl").to_owned();
    match page::html(&office) {
        Ok(html) => HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!(%error, "the page cannot be written");
            Problem::new("try_again").answer(Lang::Pl)
        }
    }
}

/// `GET /assets/{edition}/{path}`.
pub async fn asset(path: Path<(String, String)>) -> HttpResponse {
    let (edition, path) = path.into_inner();
    assets::serve(&edition, &path).unwrap_or_else(|| Problem::new("not_found").answer(Lang::Pl))
}

/// `GET /agent/state`.
pub async fn state(agent: Data<Agent>) -> HttpResponse {
    let setup = agent.catalogue.setup();
    let languages = match setup.languages.is_empty() {
        true => Lang::ALL.map(|lang| lang.code().to_owned()).to_vec(),
        false => setup.languages.clone(),
    };
    json(
        200,
        &json!({
            "server": service::server(&agent),
            "paired": agent.identity.token().is_some(),
            "code": agent.identity.code(),
            "printer": { "state": agent.press.status().as_str() },
            "version": env!("CARGO_PKG_VERSION"),
            "page": agent.page.edition(),
            "languages": languages,
        }),
    )
}

/// `POST /agent/heartbeat`.
pub async fn heartbeat(agent: Data<Agent>) -> HttpResponse {
    json(200, &json!({ "reload": agent.page.beats() }))
}

/// What is to be said.
#[derive(Deserialize)]
pub struct Speak {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    text: String,
}

/// `GET /agent/speech?lang=…&text=…`.
pub async fn speech(agent: Data<Agent>, request: HttpRequest, query: Query<Speak>) -> HttpResponse {
    let Speak { lang: asked, text } = query.into_inner();
    let spoken = blocking(&agent, move |agent| {
        let known = Lang::ALL.into_iter().find(|lang| lang.code() == asked);
        known.and_then(|lang| agent.speech.say(lang, &text)).ok_or(Problem::new("not_found"))
    });
    match spoken.await {
        Ok(wav) => HttpResponse::Ok().content_type("audio/wav").body(wav),
        Err(problem) => problem.answer(lang(&request)),
    }
}

/// Everything else.
pub async fn nothing(request: HttpRequest) -> HttpResponse {
    answered(404, lang(&request), Err(Problem::new("not_found")))
}
