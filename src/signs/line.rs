//! What one sign shows.

/// The bytes for a sign. A recall reads the same as the call and is another line: it is sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// As they go over the wire.
    pub(crate) bytes: Vec<u8>,
    /// The announcement's number.
    pub(crate) call: Option<u64>,
}
