//! The lobby screen: R33, R38. The whole picture at once and after every change.

mod announced;
mod calls;
mod day;
mod heal;
mod settings;
mod silence;

use okienko_tests::sample::Service;
use okienko_tests::{Board, Clerk, Kiosk, Office, Ticket};

/// A lobby with its board, kiosk and the clerks of one service.
struct Lobby {
    service: Service,
    kiosk: Kiosk,
    clerks: Vec<Clerk>,
    board: Board,
}

impl Lobby {
    /// Signs the clerks of the shared service on and connects the board.
    async fn of(office: &Office) -> Self {
        let service = office.sample.shared_service();
        let clerks = office.clerks_of(&service.id).await;
        let board = office.board().await;
        Self { service, kiosk: office.kiosk(), clerks, board }
    }

    /// A walk-in ticket of the service.
    async fn ticket(&self) -> Ticket {
        self.kiosk.takes_ticket(&self.service.id).await.with_status(201).ticket()
    }

    /// Issues a ticket and lets `clerk` (an index) call and start it.
    async fn serves_one(&self, clerk: usize) -> Ticket {
        let ticket = self.ticket().await;
        self.clerks[clerk].calls_next().await.ticket();
        self.clerks[clerk].starts().await.ok();
        ticket
    }
}
