//! How much one caller may write, and when a proof of work is asked for.

/// So many at once, then so many an hour: a bucket that drips full again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// At once; 0 = no limit at all.
    pub burst: u32,
    /// An hour, once the bucket is empty; at least 1.
    pub per_hour: u32,
}

impl Rate {
    /// So many at once, then so many an hour.
    #[must_use]
    pub const fn new(burst: u32, per_hour: u32) -> Self {
        Self { burst, per_hour }
    }
}

/// Settings of the guard. The default is off, as the demonstration has it; a server has [`GuardSettings::usual`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GuardSettings {
    /// Bookings by one address, tried or done.
    pub bookings: Rate,
    /// Other writes by one address: moving, cancelling, sending again, wrong digits, leaving a queue.
    pub changes: Rate,
    /// Writes by one secret link, from whatever address.
    pub per_link: Rate,
    /// Bookings by one address beyond which it is asked for a proof of work.
    pub soft_address: Rate,
    /// Bookings in the whole office beyond which everybody is.
    pub soft_office: Rate,
    /// Minutes for which a rule that tripped goes on asking.
    pub soft_minutes: u32,
    /// Leading zero bits of a proof; each more doubles the work.
    pub proof_bits: u8,
    /// Addresses, links and proofs remembered under each rule. Beyond them a caller that is not known is refused.
    pub keys: usize,
}

impl GuardSettings {
    /// What a server does unless it is told otherwise. Behind one address there may be a library or a whole mobile network, so the hard
    /// limits are wide, and what comes first is the proof, which people do not notice: 15 bits are a second of a phone.
    #[must_use]
    pub const fn usual() -> Self {
        Self {
            bookings: Rate::new(60, 300),
            changes: Rate::new(60, 300),
            per_link: Rate::new(20, 60),
            soft_address: Rate::new(10, 30),
            soft_office: Rate::new(60, 300),
            soft_minutes: 10,
            proof_bits: 15,
            keys: 50_000,
        }
    }
}
