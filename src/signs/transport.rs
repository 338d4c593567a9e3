//! Where a sign is: `tcp://10.0.0.5:5000` or `serial:///dev/ttyUSB0?baud=9600`.

use std::fmt;

/// The speed of most signs.
const USUAL_BAUD: u32 = 9_600;
/// Speeds of serial lines.
const BAUDS: std::ops::RangeInclusive<u32> = 50..=4_000_000;
const HELP: &str = "must be tcp://HOST:PORT or serial:///dev/ttyUSB0?baud=9600";

/// Where a sign is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Transport {
    /// Host and port.
    Tcp(String),
    /// A serial line, eight data bits, no parity, one stop bit.
    Serial {
        /// The device.
        path: String,
        /// Bits a second.
        baud: u32,
    },
}

impl Transport {
    /// Reads the address.
    pub(crate) fn read(url: &str) -> Result<Self, &'static str> {
        if let Some(host) = url.strip_prefix("tcp://") {
            let (name, port) = host.rsplit_once(':').ok_or(HELP)?;
            let port: u16 = port.parse().map_err(|_| HELP)?;
            let bare = name.starts_with('[') && name.ends_with(']') || !name.contains([':', '/', '@', '?', ' ']);
            return if name.is_empty() || port == 0 || !bare { Err(HELP) } else { Ok(Self::Tcp(host.to_owned())) };
        }
        let line = url.strip_prefix("serial://").ok_or(HELP)?;
        let (path, query) = line.split_once('?').map_or((line, None), |(path, query)| (path, Some(query)));
        let baud = match query.map(|query| query.strip_prefix("baud=")) {
            None => USUAL_BAUD,
            Some(baud) => baud.and_then(|baud| baud.parse().ok()).filter(|baud| BAUDS.contains(baud)).ok_or(HELP)?,
        };
        if path.starts_with('/') { Ok(Self::Serial { path: path.to_owned(), baud }) } else { Err(HELP) }
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(host) => write!(f, "tcp://{host}"),
            Self::Serial { path, baud } => write!(f, "serial://{path}?baud={baud}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_where_the_sign_is() {
        for url in [
            "tcp://10.0.0.5:5000",
            "tcp://[2001:db8::7]:5000",
            "tcp://led-3.local:23",
            "serial:///dev/ttyS0?baud=19200",
        ] {
            assert_eq!(Transport::read(url).map(|transport| transport.to_string()), Ok(url.to_owned()));
        }
        let usual = Transport::Serial { path: "/dev/ttyUSB0".into(), baud: 9_600 };
        assert_eq!(Transport::read("serial:///dev/ttyUSB0"), Ok(usual));
        for url in [
            "",
            "10.0.0.5:5000",
            "tcp://10.0.0.5",
            "tcp://:5000",
            "tcp://10.0.0.5:0",
            "tcp://2001:db8::7:5000",
            "tcp://a/b:5000",
            "udp://10.0.0.5:5000",
            "serial://ttyS0",
            "serial:///dev/ttyS0?baud=fast",
            "serial:///dev/ttyS0?speed=9600",
            "serial:///dev/ttyS0?baud=1",
        ] {
            assert_eq!(Transport::read(url), Err(HELP), "{url}");
        }
    }
}
