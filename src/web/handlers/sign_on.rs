//! The way to the identity provider and back, as a browser walks it. Reading these addresses changes nothing: signing on is the script's POST.

use crate::assets::digest;
use crate::call::{Call, html};
use crate::errors::Problem;
use crate::pages::screens::SignOnPage;
use crate::provider::{self, Kept};
use crate::texts::{Lang, Texts};
use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;

type Outcome = Result<HttpResponse, Problem>;

/// `GET /sign-on/openid?next=…`.
pub(crate) async fn start(call: Call) -> Outcome {
    provider::provider(&call)?;
    let query = call.query();
    let next = provider::way_on(query.get("next").map(String::as_str)).ok_or_else(|| Problem::malformed("next"))?;
    let Ok(begun) = provider::ask(&call, |provider, now| provider.begin(now)).await else {
        let problem = Problem::new("provider_away");
        let mut answer = HttpResponse::build(problem.status());
        problem.headers(&mut answer);
        call.state.counts.refused(problem.code);
        let page = page(&call, call.lang(), next, Some(problem.code))?;
        return Ok(answer.content_type("text/html; charset=utf-8").body(page.html()));
    };
    let mut answer = HttpResponse::SeeOther().insert_header((LOCATION, begun.url)).finish();
    Kept { pending: begun.pending, next, lang: call.lang().code().to_owned() }.put(&call, &mut answer)?;
    Ok(answer)
}

/// `GET /sign-on/openid/return?code=…&state=…`.
pub(crate) async fn back(call: Call) -> Outcome {
    let kept = Kept::of(&call);
    let lang = kept.as_ref().map_or_else(|| call.lang(), Kept::lang);
    // Another browser, or a late one: it is told so by what the script asks, and led to a page that everybody of staff has.
    let next = kept.map(|kept| kept.next).or_else(|| provider::way_on(None)).unwrap_or_default();
    Ok(html(200, page(&call, lang, next, None)?.html()))
}

fn page(call: &Call, lang: Lang, next: String, problem: Option<&'static str>) -> Result<SignOnPage, Problem> {
    Ok(SignOnPage {
        t: Texts::new(lang),
        assets: format!("/assets/{}", digest()),
        office: call.office().catalogue().office.name.pl.clone(),
        name: provider::provider(call)?.settings().name.clone(),
        next,
        problem,
    })
}
