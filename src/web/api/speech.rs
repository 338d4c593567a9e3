//! The sound of a call, for the screens. It holds a ticket's code and a desk's label and nothing else: public, and kept for ever by its revision.

use crate::call::Call;
use crate::errors::Problem;
use crate::speaking::Hand;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::web::{self, Bytes};
use okienko_speech::{DeskLabel, Language, Sentence, Speaker, TicketCode};
use std::sync::Arc;

/// Seconds after which somebody who was turned away may ask again.
const BUSY_SECONDS: u32 = 1;

/// `GET /speech/{revision}/{lang}/{code}/{desk}.wav`. Under another revision than today's (a page from before an update) it is today's
/// sound, which may not be kept.
pub(crate) async fn say(call: Call) -> Result<HttpResponse, Problem> {
    let not_found = || Problem::new("not_found");
    let speaker = call.state.settings.speech.clone().ok_or_else(not_found)?;
    let language = Language::from_code(call.param("lang")).ok_or_else(not_found)?;
    let code = TicketCode::parse(call.param("code")).ok_or_else(|| Problem::malformed("code"))?;
    let desk = DeskLabel::parse(call.param("desk")).ok_or_else(|| Problem::malformed("desk"))?;
    let sentence = Sentence::new(&code, &desk);
    let keep = call.param("revision") == speaker.revision();
    let sound = match speaker.made(language, &sentence) {
        Some(sound) => Some(sound),
        None => make(hand(&call).await?, speaker, language, sentence).await?,
    };
    let sound = sound.ok_or_else(not_found)?;
    let keep = if keep { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "audio/wav"))
        .insert_header((CACHE_CONTROL, keep))
        // Speech hardly shrinks, and a player wants to know the length.
        .insert_header((CONTENT_ENCODING, "identity"))
        .body(sound))
}

/// A hand of the lane that the call belongs to.
async fn hand(call: &Call) -> Result<Hand, Problem> {
    let lanes = &call.state.speaking;
    let hand = if stands_on_a_board(call).await { lanes.called.hand().await } else { lanes.others.hand().await };
    hand.ok_or_else(|| Problem::new("try_again").after(BUSY_SECONDS))
}

async fn stands_on_a_board(call: &Call) -> bool {
    let catalogue = call.office().catalogue();
    for board in &catalogue.boards {
        let view = call.office().board(&board.id).await;
        if view.is_ok_and(|(_, view)| view.calls.iter().any(|one| one.code == call.param("code"))) {
            return true;
        }
    }
    false
}

/// Makes the sound away from the threads that answer HTTP. Whoever asked may leave: the hand stays busy until the work is done.
async fn make(
    hand: Hand,
    speaker: Arc<Speaker>,
    language: Language,
    sentence: Sentence,
) -> Result<Option<Bytes>, Problem> {
    let made = web::block(move || {
        let made = speaker.say(language, &sentence);
        drop(hand);
        made
    });
    let failed = |why: &dyn std::fmt::Display| {
        tracing::warn!(%why, "a call could not be spoken");
        Problem::new("try_again")
    };
    made.await.map_err(|error| failed(&error))?.map_err(|fault| failed(&fault))
}
