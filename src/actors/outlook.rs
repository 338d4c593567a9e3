//! The latest forecast of a department, made beside the hot path.

use okienko_queue::forecast::{Forecast, Wait};
use okienko_queue::ids::{ServiceId, TicketId};

/// What is expected; nothing is known until the first forecast is made.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    forecast: Option<Forecast>,
}

impl Outlook {
    /// An outlook by a forecast.
    pub fn new(forecast: Forecast) -> Self {
        Self { forecast: Some(forecast) }
    }

    /// The forecast itself; nothing before the first one is made.
    pub fn forecast(&self) -> Option<&Forecast> {
        self.forecast.as_ref()
    }

    /// The wait of a walk-in that comes now; unknown while no desk is open.
    pub fn newcomer(&self, service: &ServiceId) -> Option<Wait> {
        self.forecast.as_ref().and_then(|forecast| forecast.newcomer(service))
    }

    /// The wait of a ticket; that of a newcomer until the next forecast knows it.
    pub fn of(&self, ticket: &TicketId, service: &ServiceId) -> Option<Wait> {
        let forecast = self.forecast.as_ref()?;
        forecast.of(ticket).or_else(|| forecast.newcomer(service))
    }
}
