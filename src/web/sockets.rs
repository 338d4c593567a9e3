//! Live screens: the only file that names the socket crate. A session only translates; what it is sent was written once for all.

use crate::app::State;
use crate::auth::{self, Principal};
use crate::call::Call;
use crate::company::Company;
use crate::errors::Problem;
use crate::paired::{Paired, Pairing};
use crate::said::{Name, Patience, Said};
use crate::screens::{self, Care};
use actix::fut::wrap_future;
use actix::{Actor, ActorContext, ActorFutureExt, AsyncContext, Handler, StreamHandler};
use actix_web::HttpResponse;
use actix_web::web::Data;
use actix_web_actors::ws::{CloseCode, CloseReason, Message, ProtocolError, WebsocketContext, WsResponseBuilder};
use okienko_actors::Frame;
use okienko_queue::announced::How;
use okienko_queue::ids::{BoardId, DeskId};
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

/// What is asked of a paired screen is looked at so often.
const CARE_EVERY: Duration = Duration::from_secs(1);
/// Whether a clerk's session still holds is looked at so often, beside each view that is sent.
const VOUCH_EVERY: Duration = Duration::from_secs(5);
/// How many have a desk's page open is looked at so often.
const COMPANY_EVERY: Duration = Duration::from_secs(1);
/// Frames that may wait for a socket. A screen that does not keep up is dropped and heals when it comes again.
const MAILBOX: usize = 64;
/// Bytes that a screen may say at once.
const MOST_SAID: usize = 4 * 1024;
const PING_EVERY: Duration = Duration::from_secs(15);
const SILENT_MS: i64 = 35_000;

/// What a screen shows.
enum Shown {
    Board(BoardId),
    Desk(DeskId, Option<Company>),
}

/// Whose desk it is: shown for as long as the session holds and means the same.
struct Clerk {
    who: Principal,
    token: String,
    asking: bool,
}

struct Screen {
    state: Data<State>,
    clerk: Option<Clerk>,
    shown: Shown,
    heard_ms: i64,
    latest: Option<Frame>,
    burst: usize,
    name: Name,
    patience: Patience,
    pairing: Pairing,
}

/// `GET /ws/boards/{id}`, with `?screen=` of a paired screen. A token that is none does not stop the handshake, of which a browser cannot see
/// the answer: its screen is told so and sent away.
pub(crate) async fn board(call: Call) -> Result<HttpResponse, Problem> {
    let id = BoardId::from(call.param("id"));
    if !call.office().catalogue().boards.iter().any(|board| board.id == id) {
        return Err(Problem::new("not_found"));
    }
    let pairing = Pairing::of(&call).await?;
    open(call, Shown::Board(id), pairing, None)
}

/// `GET /ws/desks/{id}?token=`; the table has seen to it that the caller may act at the desk.
pub(crate) async fn desk(call: Call) -> Result<HttpResponse, Problem> {
    let id = DeskId::from(call.param("id"));
    let page = Company::of(call.query().remove("page"));
    let token = auth::query_token(&call.req).unwrap_or_default();
    let clerk = Clerk { who: call.who.clone(), token, asking: false };
    open(call, Shown::Desk(id, page), Pairing::Public, Some(clerk))
}

fn open(mut call: Call, shown: Shown, pairing: Pairing, clerk: Option<Clerk>) -> Result<HttpResponse, Problem> {
    if call.state.settings.drain.has_begun() {
        return Err(Problem::new("try_again"));
    }
    let payload = call.payload.take().ok_or(Problem::new("malformed"))?;
    let heard_ms = call.office().process_now_ms();
    let number = call.state.counts.connected.fetch_add(1, Relaxed);
    let screen = Screen {
        state: call.state.clone(),
        clerk,
        shown,
        heard_ms,
        latest: None,
        burst: 0,
        name: Name::nameless(number),
        patience: Patience::fresh(heard_ms),
        pairing,
    };
    let builder = WsResponseBuilder::new(screen, &call.req, payload).frame_size(MOST_SAID);
    builder.start().map_err(|_| Problem::malformed("Upgrade"))
}

impl Actor for Screen {
    type Context = WebsocketContext<Self>;

    fn started(&mut self, ctx: &mut Self::Context) {
        ctx.set_mailbox_capacity(MAILBOX);
        self.state.counts.sockets.fetch_add(1, Relaxed);
        ctx.run_interval(PING_EVERY, |_, ctx| ctx.ping(b""));
        self.look(ctx);
        let drain = self.state.settings.drain.clone();
        ctx.spawn(
            wrap_future(async move { drain.begun().await }).map(|(), _: &mut Self, ctx| leave(ctx, CloseCode::Away)),
        );
        let socket = ctx.address().recipient();
        match &self.shown {
            Shown::Board(id) => {
                self.state.office.screen_connected(id, true);
                if matches!(self.pairing, Pairing::Refused) {
                    return refuse(ctx);
                }
                self.state.office.watch_board(id.clone(), socket);
                if matches!(self.pairing, Pairing::Known(_)) {
                    ctx.run_interval(CARE_EVERY, |screen, ctx| screen.care(ctx));
                }
            }
            Shown::Desk(id, page) => {
                self.state.office.watch_desk(id.clone(), socket);
                ctx.run_interval(VOUCH_EVERY, |screen, ctx| screen.vouch(ctx));
                if let Some(page) = page {
                    self.state.office.desk_opened(id, page.name());
                    ctx.run_interval(COMPANY_EVERY, |screen, ctx| screen.accompany(ctx));
                }
            }
        }
    }

    fn stopped(&mut self, _: &mut Self::Context) {
        self.state.counts.sockets.fetch_sub(1, Relaxed);
        match &self.shown {
            Shown::Board(id) => self.state.office.screen_connected(id, false),
            Shown::Desk(id, Some(page)) => self.state.office.desk_left(id, page.name()),
            Shown::Desk(_, None) => {}
        }
    }
}

impl Screen {
    /// Ends a screen that has been silent too long, or looks again when it could be.
    fn look(&self, ctx: &mut WebsocketContext<Self>) {
        let left = SILENT_MS - (self.state.office.process_now_ms() - self.heard_ms);
        match u64::try_from(left) {
            Ok(left) if left > 0 => {
                ctx.run_later(Duration::from_millis(left.min(SILENT_MS.unsigned_abs())), |screen, ctx| {
                    screen.look(ctx)
                });
            }
            _ => ctx.stop(),
        }
    }

    /// Looks whether the clerk may still see the desk, then writes what waits; one look at a time. While the database is away nothing can
    /// change, neither sessions nor desks.
    fn vouch(&mut self, ctx: &mut WebsocketContext<Self>) {
        let Some(clerk) = self.clerk.as_mut().filter(|clerk| !clerk.asking) else { return };
        clerk.asking = true;
        let (state, who, token) = (self.state.clone(), clerk.who.clone(), clerk.token.clone());
        let look = async move { auth::still_means(&who, &state, &token).await };
        ctx.spawn(wrap_future(look).map(|still, screen: &mut Self, ctx| {
            if let Some(clerk) = &mut screen.clerk {
                clerk.asking = false;
            }
            if still == Some(false) { refuse(ctx) } else { screen.write(ctx) }
        }));
    }

    /// Tells a clerk's page how many others have the same desk open, whenever that changes.
    fn accompany(&mut self, ctx: &mut WebsocketContext<Self>) {
        let Shown::Desk(id, Some(page)) = &mut self.shown else { return };
        if let Some(text) = page.changed(self.state.office.desk_pages(id)) {
            ctx.text(text);
        }
    }

    /// Takes a word of a lobby screen; clerks' screens have nothing to say here.
    fn hear(&mut self, text: &str, ctx: &mut WebsocketContext<Self>) {
        let Shown::Board(board) = &self.shown else { return };
        match Said::of(text) {
            Some(Said::Announced { seq, how }) => {
                // Once for each call: what became of its sound is a second word about it.
                if how == How::Shown {
                    self.state.counts.announced.fetch_add(1, Relaxed);
                }
                self.state.office.screen_announced(board, self.name.get(), seq, how);
            }
            Some(Said::Screen { screen }) => {
                self.name.give(&screen);
                self.keep(text, ctx);
            }
            None => {}
        }
    }

    /// Keeps what a paired screen says of itself; then it is told again what it is asked, unless it has done that.
    fn keep(&mut self, text: &str, ctx: &mut WebsocketContext<Self>) {
        let Some((id, report)) = self.pairing.hear(text) else { return };
        let state = self.state.clone();
        let kept = async move { screens::heard(&state, &id, report).await };
        ctx.spawn(wrap_future(kept).map(|(), screen: &mut Self, ctx| {
            screen.pairing.kept();
            screen.care(ctx);
        }));
    }

    /// Looks whether a paired screen is still let in and what it is asked; one look at a time.
    fn care(&mut self, ctx: &mut WebsocketContext<Self>) {
        let (Pairing::Known(paired), Shown::Board(board)) = (&mut self.pairing, &self.shown) else { return };
        let Some(Paired { id, layout, .. }) = paired.looks() else { return };
        let (state, board) = (self.state.clone(), board.clone());
        let care = async move { screens::care(&state, &id, board.as_str(), layout.as_deref()).await };
        ctx.spawn(wrap_future(care).map(|care, screen: &mut Self, ctx| match screen.pairing.asked(care) {
            Care::Refused => refuse(ctx),
            Care::Asked(Some(text)) => ctx.text(text),
            Care::Asked(None) => {}
        }));
    }

    /// Of the frames that came together only the latest is written: each is the whole picture. Where the mailbox was full one may be
    /// missing for good, so the screen is sent away and comes again.
    fn flush(&mut self, ctx: &mut WebsocketContext<Self>) {
        if std::mem::take(&mut self.burst) >= MAILBOX {
            return leave(ctx, CloseCode::Again);
        }
        if self.clerk.is_some() { self.vouch(ctx) } else { self.write(ctx) }
    }

    fn write(&mut self, ctx: &mut WebsocketContext<Self>) {
        match self.latest.take() {
            Some(frame) if frame.is_nothing() => leave(ctx, CloseCode::Away),
            Some(Frame(text)) => ctx.text(&*text),
            None => {}
        }
    }
}

fn leave(ctx: &mut WebsocketContext<Screen>, code: CloseCode) {
    ctx.close(Some(CloseReason { code, description: None }));
    ctx.stop();
}

/// A screen or a clerk whose token is none, or none any more.
fn refuse(ctx: &mut WebsocketContext<Screen>) {
    ctx.text(screens::REFUSED_FRAME);
    leave(ctx, CloseCode::Other(screens::REFUSED));
}

impl Handler<Frame> for Screen {
    type Result = ();

    fn handle(&mut self, frame: Frame, ctx: &mut Self::Context) {
        self.burst += 1;
        if self.latest.replace(frame).is_none() {
            ctx.spawn(wrap_future(std::future::ready(())).map(|(), screen: &mut Self, ctx| screen.flush(ctx)));
        }
    }
}

impl StreamHandler<Result<Message, ProtocolError>> for Screen {
    fn handle(&mut self, message: Result<Message, ProtocolError>, ctx: &mut Self::Context) {
        self.heard_ms = self.state.office.process_now_ms();
        let words = matches!(message, Ok(Message::Ping(_) | Message::Text(_) | Message::Binary(_)));
        if words && !self.patience.bears(self.heard_ms) {
            return leave(ctx, CloseCode::Policy);
        }
        match message {
            Ok(Message::Ping(bytes)) => ctx.pong(&bytes),
            Ok(Message::Text(text)) => self.hear(&text, ctx),
            Ok(Message::Close(reason)) => {
                ctx.close(reason);
                ctx.stop();
            }
            Ok(Message::Pong(_) | Message::Nop | Message::Binary(_) | Message::Continuation(_)) => {}
            Err(_) => leave(ctx, CloseCode::Protocol),
        }
    }
}
