//! Who a caller is for the limits: a number made of the network address. It lives in memory only and is never logged.

use super::buckets::Id;
use crate::call::Call;
use sha2::{Digest, Sha256};
use std::net::IpAddr;

/// The caller. IPv6 goes by the first 64 bits: one house has all the rest. What is no address at all is one caller.
pub(crate) fn caller(call: &Call) -> Id {
    of(&call.address())
}

fn of(address: &str) -> Id {
    // A proxy may add a port, and brackets around IPv6.
    let bare = address.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(address);
    let ip = bare.parse().ok().or_else(|| bare.rsplit_once(':').and_then(|(host, _)| host.parse().ok()));
    match ip.map(|ip: IpAddr| ip.to_canonical()) {
        Some(IpAddr::V4(ip)) => Id::from(ip.to_bits()),
        Some(IpAddr::V6(ip)) => ip.to_bits() >> 64 << 64 | 1,
        None => 0,
    }
}

/// A secret link, without keeping the secret.
pub(crate) fn link(token: &str) -> Id {
    let digest = Sha256::digest(token.as_bytes());
    digest.iter().take(16).fold(0, |id, byte| id << 8 | Id::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_house_is_one_caller_and_two_houses_are_two() {
        assert_eq!(of("2001:db8:1:2::1"), of("[2001:db8:1:2:ffff::9]:443"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("203.0.113.7"), of("203.0.113.7:5123"));
        assert_eq!(of("203.0.113.7"), of("::ffff:203.0.113.7"));
        assert_ne!(of("203.0.113.7"), of("203.0.113.8"));
        assert_eq!((of("unknown"), of("")), (0, 0));
        assert_ne!(link("a"), link("b"));
    }
}
