//! The commands of ESC/POS that tickets use; any other is a fault of whoever sent it.

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Reset,
    NoKanji,
    Page(u8),
    Centered(bool),
    Heavy(bool),
    Size { wide: u8, high: u8 },
    Reversed(bool),
    Letters(Vec<u8>),
    NewLine,
    Feed(u8),
    Picture { across: usize, rows: Vec<u8> },
    QrData(Vec<u8>),
    QrOption,
    QrPrint,
    Cut,
    Confirm,
    Question(u8),
    Abandon,
    Nothing,
}

/// `DLE DC4 8 …`, which throws away what the printer holds.
pub(super) const ABANDON: [u8; 10] = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];

/// The first command and its length; `None` while bytes are missing.
pub(super) fn first(bytes: &[u8]) -> Option<(Command, usize)> {
    let one = |at: usize| bytes.get(at).copied();
    let simple = |command, length: usize| (bytes.len() >= length).then_some((command, length));
    match (one(0)?, one(1)) {
        (0, _) => simple(Command::Nothing, 1),
        (b'\n', _) => simple(Command::NewLine, 1),
        (0x20.., _) => {
            let letters: Vec<u8> = bytes.iter().copied().take_while(|byte| *byte >= 0x20).collect();
            let length = letters.len();
            Some((Command::Letters(letters), length))
        }
        (_, None) => None,
        (0x10, Some(0x04)) => simple(Command::Question(one(2)?), 3),
        (0x10, Some(0x14)) => {
            assert!(bytes.len() < ABANDON.len() || bytes.starts_with(&ABANDON), "{:x?}", &bytes[..ABANDON.len()]);
            simple(Command::Abandon, ABANDON.len())
        }
        (0x1b, Some(b'@')) => simple(Command::Reset, 2),
        (0x1c, Some(b'.')) => simple(Command::NoKanji, 2),
        (0x1b, Some(b't')) => simple(Command::Page(one(2)?), 3),
        (0x1b, Some(b'a')) => simple(Command::Centered(one(2)? == 1), 3),
        (0x1b, Some(b'E')) => simple(Command::Heavy(one(2)? & 1 == 1), 3),
        (0x1b, Some(b'J')) => simple(Command::Feed(one(2)?), 3),
        (0x1d, Some(b'!')) => {
            let size = one(2)?;
            simple(Command::Size { wide: (size >> 4) + 1, high: (size & 7) + 1 }, 3)
        }
        (0x1d, Some(b'B')) => simple(Command::Reversed(one(2)? & 1 == 1), 3),
        (0x1d, Some(b'r')) => simple(Command::Confirm, 3),
        (0x1d, Some(b'V')) if matches!(one(2)?, 65 | 66) => simple(Command::Cut, 4),
        (0x1d, Some(b'V')) => simple(Command::Cut, 3),
        (0x1d, Some(b'v')) => picture(bytes),
        (0x1d, Some(b'(')) => code(bytes),
        other => panic!("the printer does not know {other:x?}"),
    }
}

/// `GS v 0 m xL xH yL yH …`
fn picture(bytes: &[u8]) -> Option<(Command, usize)> {
    let head = bytes.get(..8)?;
    assert_eq!((head[2], head[3]), (b'0', 0), "GS v 0, usual size");
    let across = usize::from(u16::from_le_bytes([head[4], head[5]]));
    let length = across * usize::from(u16::from_le_bytes([head[6], head[7]]));
    let rows = bytes.get(8..8 + length)?.to_vec();
    Some((Command::Picture { across, rows }, 8 + length))
}

/// `GS ( k pL pH cn fn …`
fn code(bytes: &[u8]) -> Option<(Command, usize)> {
    let head = bytes.get(..5)?;
    assert_eq!(head[2], b'k', "GS ( k");
    let length = usize::from(u16::from_le_bytes([head[3], head[4]]));
    let parameters = bytes.get(5..5 + length)?;
    let command = match parameters {
        [0x31, 0x50, 0x30, address @ ..] => Command::QrData(address.to_vec()),
        [0x31, 0x51, 0x30] => Command::QrPrint,
        [0x31, 0x41, b'2', 0] | [0x31, 0x45, b'1'] => Command::QrOption,
        [0x31, 0x43, module] => {
            assert!(*module >= 4, "modules of at least four dots");
            Command::QrOption
        }
        other => panic!("the printer does not know GS ( k {other:x?}"),
    };
    Some((command, 5 + length))
}
