//! The whole kiosk: the page in Chromium as its agent serves it, a printer whose papers are read, a wire to the server that can be cut.

use chrono::TimeDelta;
use okienko_tests::time::{When, warsaw};
use okienko_tests::{Answer, Citizen, KioskAgent, Office, Printer, Way, Wire, on_both_engines};

use crate::screen::{Screen, shape};

/// A kiosk in a lobby.
struct Lobby {
    office: Office,
    wire: Wire,
    printer: Printer,
    agent: KioskAgent,
    screen: Screen,
}

/// Somebody with a visit of that Monday at 10:00.
struct Visitor {
    citizen: Citizen,
    start: When,
    answer: Answer,
}

impl Visitor {
    async fn of(office: &Office) -> Self {
        let (citizen, service) = (office.citizen(), office.sample.shared_service());
        let slot = citizen.slot_after(&service.id, warsaw("2026-11-23", "10:00")).await;
        let answer = citizen.books(&service.id, slot.start).await.with_status(201);
        Self { citizen, start: slot.start, answer }
    }

    async fn state(&self) -> String {
        self.citizen.appointment(self.answer.str("token")).await.ok().str("state").to_owned()
    }
}

impl Lobby {
    async fn opens(office: Office) -> Self {
        let wire = Wire::to(&office.sample.base_url).await;
        let printer = Printer::starts();
        let settings = [("PRINTER__CONNECTION", printer.connection())];
        let settings: Vec<_> = settings.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let agent = KioskAgent::start(&wire.url(), office.sample.kiosk.token.as_deref(), &settings).await;
        agent.is("printer", serde_json::json!({ "state": "ready" })).await;
        agent.is_ready_alone().await;
        let screen = Screen::opens_of(&agent, shape(&office)).await;
        Self { office, wire, printer, agent, screen }
    }

    fn service(&self) -> String {
        self.office.sample.shared_service().id
    }

    /// A walk-in ticket from the touch to the paper in the hand; its code.
    async fn takes_a_ticket(&self) -> String {
        self.screen.chooses(&self.service()).await;
        self.screen.touches("[data-part=take]").await;
        self.leaves_with_paper().await
    }

    /// Reads the screen until it says that the paper is out; the code on it.
    async fn leaves_with_paper(&self) -> String {
        let code = self.screen.ticket().await;
        self.screen.browser.reads("Bilet wydrukowano").await;
        self.screen.leaves().await;
        code
    }

    /// What the server says of the ticket behind the QR code of the newest paper.
    async fn state_of_newest_paper(&self) -> (String, String) {
        let address = self.printer.tickets().pop().expect("a paper with a QR code");
        let token = address.rsplit('/').next().expect("a token");
        let ticket = self.office.ticket_status(token).await.ok();
        (ticket.str("code").to_owned(), ticket.str("state").to_owned())
    }

    async fn calls_next(&self) -> String {
        let desk = self.office.sample.desks_of(&self.service())[0].clone();
        self.office.clerk(&desk).await.calls_next().await.ticket().code
    }
}

on_both_engines! {
    async fn r26_a_walk_in_and_a_booked_visitor_leave_with_paper_and_the_booked_one_is_called_first(office: Office) {
        let visitor = Visitor::of(&office).await;
        let lobby = Lobby::opens(office).await;
        let walk_in = lobby.takes_a_ticket().await;
        assert_eq!(lobby.state_of_newest_paper().await, (walk_in.clone(), "waiting".to_owned()));
        lobby.office.clock(visitor.start - TimeDelta::minutes(30)).await;
        lobby.screen.checks_in(&visitor.citizen.phone).await;
        let booked = lobby.leaves_with_paper().await;
        assert!(booked.starts_with('U'), "{booked}");
        assert_eq!(lobby.state_of_newest_paper().await, (booked.clone(), "waiting".to_owned()));
        lobby.screen.checks_in(&visitor.citizen.phone).await;
        assert!(lobby.screen.refusal().await.contains("został już odebrany"));
        lobby.screen.leaves().await;
        assert_eq!(lobby.printer.papers().len(), 2, "a touch, a paper; a refusal, none");
        // R30: the desk is late, the ticket stays what it is.
        lobby.office.clock(visitor.start + TimeDelta::hours(2)).await;
        assert_eq!(lobby.calls_next().await, booked);
        lobby.screen.browser.closes().await;
    }

    async fn r29_who_comes_late_is_told_so_and_takes_a_walk_in_ticket(office: Office) {
        let visitor = Visitor::of(&office).await;
        let lobby = Lobby::opens(office).await;
        lobby.office.clock(visitor.start + TimeDelta::minutes(1)).await;
        lobby.screen.checks_in(&visitor.citizen.phone).await;
        let said = lobby.screen.refusal().await;
        assert!(said.contains("Umówiona godzina już minęła") && said.contains("wziąć bilet bez rezerwacji"), "{said}");
        assert_eq!(visitor.state().await, "not_collected");
        lobby.screen.leaves().await;
        let code = lobby.takes_a_ticket().await;
        assert_eq!(lobby.state_of_newest_paper().await, (code.clone(), "waiting".to_owned()));
        assert_eq!(lobby.calls_next().await, code);
        lobby.screen.browser.closes().await;
    }

    async fn r31_with_the_wire_cut_the_kiosk_goes_on_and_tells_the_server_afterwards(office: Office) {
        let visitor = Visitor::of(&office).await;
        office.clock(visitor.start - TimeDelta::minutes(20)).await;
        let lobby = Lobby::opens(office).await;
        lobby.agent.knows_visits(1).await;
        lobby.wire.set(Way::Refused).await;
        lobby.screen.browser.reads("Bilety są wydawane nadal").await;
        let walk_in = lobby.takes_a_ticket().await;
        lobby.screen.checks_in(&visitor.citizen.phone).await;
        assert!(lobby.screen.refusal().await.contains("sześć cyfr kodu"), "a phone needs the server");
        lobby.screen.leaves().await;
        lobby.screen.checks_in_by_code(visitor.answer.str("code")).await;
        let booked = lobby.leaves_with_paper().await;
        assert!(booked.starts_with('U'), "{booked}");
        assert_eq!(visitor.state().await, "booked", "the server does not know yet");
        lobby.screen.pictures("alone").await;
        lobby.wire.set(Way::Open).await;
        lobby.agent.settles().await;
        assert_eq!(visitor.state().await, "collected");
        assert_eq!(lobby.state_of_newest_paper().await, (booked.clone(), "waiting".to_owned()));
        assert_eq!(lobby.calls_next().await, booked, "ahead of {walk_in}");
        assert_eq!(lobby.printer.papers().len(), 2);
        lobby.screen.browser.closes().await;
    }
}
