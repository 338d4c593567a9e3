//! Where a printer is, as one word of the settings.

use std::path::PathBuf;

use serialport::FlowControl;

/// What keeps a serial line from running over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Nothing.
    None,
    /// RTS and CTS.
    Hardware,
    /// XON and XOFF.
    Software,
}

impl From<Flow> for FlowControl {
    fn from(flow: Flow) -> Self {
        match flow {
            Flow::None => Self::None,
            Flow::Hardware => Self::Hardware,
            Flow::Software => Self::Software,
        }
    }
}

/// Where a printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Connection {
    /// `tcp:192.0.2.7:9100`, `tcp:printer.local` (port 9100).
    Tcp(String),
    /// `device:/dev/usb/lp0`.
    Device(PathBuf),
    /// `serial:/dev/ttyS0@19200`, with `,xonxoff` or `,none` where the cable has no RTS and CTS.
    Serial { path: String, baud: u32, flow: Flow },
    /// `folder:/tmp/papers`.
    Folder(PathBuf),
    /// `none`.
    None,
}

impl Connection {
    /// Reads the word.
    pub(super) fn read(word: &str) -> Result<Self, String> {
        let help =
            "printer.connection is tcp:HOST:9100, device:/dev/usb/lp0, serial:/dev/ttyS0@19200, folder:DIR or none";
        let wrong = || format!("{help}; not `{word}`");
        let (kind, rest) = word.split_once(':').unwrap_or((word, ""));
        match (kind, rest) {
            ("" | "none", "") => Ok(Self::None),
            (_, "") => Err(wrong()),
            ("tcp", host) if has_port(host) => Ok(Self::Tcp(host.to_owned())),
            ("tcp", host) => Ok(Self::Tcp(format!("{host}:9100"))),
            ("device", path) => Ok(Self::Device(path.into())),
            ("folder", path) => Ok(Self::Folder(path.into())),
            ("serial", line) => serial(line).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

/// `[::1]:9100` has one, `[::1]` has none.
fn has_port(host: &str) -> bool {
    host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok())
}

fn serial(line: &str) -> Option<Connection> {
    let (path, speed) = line.split_once('@')?;
    let (baud, flow) = speed.split_once(',').unwrap_or((speed, "rtscts"));
    let flow = match flow {
        "none" => Flow::None,
        "rtscts" => Flow::Hardware,
        "xonxoff" => Flow::Software,
        _ => return None,
    };
    Some(Connection::Serial { path: path.to_owned(), baud: baud.parse().ok()?, flow })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_word_says_where_the_printer_is() {
        let read = |word| Connection::read(word).unwrap();
        assert_eq!(read("none"), Connection::None);
        assert_eq!(read(""), Connection::None);
        assert_eq!(read("tcp:192.0.2.7"), Connection::Tcp("192.0.2.7:9100".into()));
        assert_eq!(read("tcp:[2001:db8::7]:9101"), Connection::Tcp("[2001:db8::7]:9101".into()));
        assert_eq!(read("tcp:[2001:db8::a]"), Connection::Tcp("[2001:db8::a]:9100".into()));
        assert_eq!(read("device:/dev/usb/lp0"), Connection::Device("/dev/usb/lp0".into()));
        let line = |flow| Connection::Serial { path: "/dev/ttyS0".into(), baud: 19_200, flow };
        assert_eq!(read("serial:/dev/ttyS0@19200"), line(Flow::Hardware));
        assert_eq!(read("serial:/dev/ttyS0@19200,xonxoff"), line(Flow::Software));
    }

    #[test]
    fn what_is_no_place_of_a_printer_is_refused_with_advice() {
        for word in
            ["usb", "tcp:", "lpt:1", "serial:/dev/ttyS0", "serial:/dev/ttyS0@fast", "serial:/dev/ttyS0@9600,dtr"]
        {
            assert!(Connection::read(word).unwrap_err().contains("/dev/usb/lp0"), "{word}");
        }
    }
}
