//! A kiosk that goes on without the server: the numbers that are lent to it, and the papers that it tells of afterwards.

use crate::ask::{Ask, Key, Reply, Trouble};
use crate::directory;
use crate::office::Office;
use crate::outlook::Outlook;
use okienko_queue::Department;
use okienko_queue::command::{Command, Paper};
use okienko_queue::ids::{AppointmentId, DepartmentId, ServiceId, TicketId};
use okienko_queue::lease::Lease;
use okienko_queue::refusal::Refusal;

impl Office {
    /// Fills up a kiosk's blocks in all departments and gives every number that it may still use today. Asking again
    /// changes nothing: only a block that is less than half full is filled.
    ///
    /// # Errors
    /// [`Trouble::TryAgain`] when the database is away. A department that is out of service is left out.
    pub async fn lease_numbers(
        &self,
        kiosk: &str,
        walk_in: u32,
        booked: u32,
    ) -> Result<Vec<(DepartmentId, Lease)>, Trouble> {
        let mut leases = Vec::new();
        for department in &self.catalogue().departments {
            let command = Command::LeaseNumbers { kiosk: kiosk.to_owned(), walk_in, booked };
            let (id, actor) = (department.id.clone(), actor(kiosk));
            match self.ask(Ask { department: id.clone(), command, actor, key: None, person: None }).await {
                Err(Trouble::Broken) => continue,
                asked => asked?,
            };
            let of = kiosk.to_owned();
            let mine = move |department: &Department, _: &Outlook, _| {
                department.leases_of(&of).cloned().collect::<Vec<Lease>>()
            };
            let lent = directory::look(&self.shared, &id, mine).await?;
            leases.extend(lent.into_iter().map(|lease| (id.clone(), lease)));
        }
        Ok(leases)
    }

    /// Takes in a walk-in ticket that a kiosk gave by itself.
    ///
    /// # Errors
    /// As [`Office::ask`]; [`Refusal::DayOver`], [`Refusal::NotLeased`], or [`Refusal::NotFound`] for a service that is gone.
    pub async fn settle_ticket(
        &self,
        paper: Paper,
        service: ServiceId,
        priority: Option<String>,
        key: Key,
    ) -> Result<Reply, Trouble> {
        let department = match self.department_of_service(&service) {
            Some(department) => department,
            None => self.lender(&paper, Some(&service)).await?.ok_or(Refusal::NotFound)?,
        };
        let actor = actor(&paper.kiosk);
        let command = Command::SettleOfflineTicket { paper, service, priority };
        self.ask(Ask { department, command, actor, key: Some(key), person: None }).await
    }

    /// Takes in a booked visit's ticket that a kiosk gave by itself: of `visit`, or where that is not known any more, for a
    /// place as a walk-in of `service`.
    ///
    /// # Errors
    /// As [`Office::settle_ticket`].
    pub async fn settle_check_in(
        &self,
        paper: Paper,
        visit: Option<AppointmentId>,
        service: Option<ServiceId>,
        key: Key,
    ) -> Result<Reply, Trouble> {
        let of_visit = visit.as_ref().and_then(AppointmentId::department);
        let of_service = || service.as_ref().and_then(|service| self.department_of_service(service));
        let department = match of_visit.or_else(of_service) {
            Some(department) => department,
            None => self.lender(&paper, None).await?.ok_or(Refusal::NotFound)?,
        };
        let actor = actor(&paper.kiosk);
        let command = Command::SettleOfflineCheckIn { paper, visit, service };
        self.ask(Ask { department, command, actor, key: Some(key), person: None }).await
    }

    /// The department that lent a number of a service, or of its booked series; any one where none did: it says why not.
    async fn lender(&self, paper: &Paper, service: Option<&ServiceId>) -> Result<Option<DepartmentId>, Trouble> {
        let catalogue = self.catalogue();
        for department in &catalogue.departments {
            let (paper, service) = (paper.clone(), service.cloned());
            let lent = move |department: &Department, _: &Outlook, _| {
                department.has_lent(&paper.kiosk, service.as_ref(), paper.number)
            };
            if directory::look(&self.shared, &department.id, lent).await? {
                return Ok(Some(department.id.clone()));
            }
        }
        Ok(catalogue.departments.first().map(|department| department.id.clone()))
    }

    /// Whether a ticket is lent to a kiosk that has not told of it yet.
    pub(crate) async fn is_lent(&self, ticket: &TicketId) -> Result<bool, Trouble> {
        let Some(department) = ticket.department() else { return Ok(false) };
        let wanted = ticket.clone();
        let lent = move |department: &Department, _: &Outlook, _| department.is_lent(&wanted);
        directory::look(&self.shared, &department, lent).await
    }
}

fn actor(kiosk: &str) -> String {
    format!("kiosk:{kiosk}")
}
