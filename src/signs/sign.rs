//! One LED sign: above a desk, or pointing the way for a board.

use crate::arrows::Arrows;
use crate::encoding::Encoding;
use crate::field::Name;
use crate::line::Line;
use crate::picture::Picture;
use crate::template::{Template, plain};
use crate::transport::Transport;
use okienko_queue::board::Arrow;
use okienko_queue::ids::{BoardId, DeskId};
use okienko_queue::office::OfficeFile;
use std::collections::BTreeMap;

/// The keys of a `[[signs]]` table.
pub const SIGN_KEYS: &[&str] = &["desk", "board", "url", "line", "address", "encoding", "idle", "idle_line", "arrows"];

/// One sign as it was set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    place: Place,
    pub(crate) transport: Transport,
    line: Template,
    idle_line: Option<Template>,
    idle: Vec<u8>,
    address: Vec<u8>,
    encoding: Encoding,
    arrows: Arrows,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// Shows whom the desk calls or serves.
    Desk(DeskId),
    /// Shows the newest call that a board shows.
    Board(BoardId),
}

/// What stands in the fields.
struct Values<'a> {
    code: Vec<u8>,
    number: Vec<u8>,
    desk: Vec<u8>,
    arrow: &'a [u8],
}

impl Sign {
    /// A sign from the keys of its table, all of them texts.
    ///
    /// # Errors
    /// What is wrong, beginning with the key; values are not repeated.
    pub fn read(given: &BTreeMap<String, String>) -> Result<Self, String> {
        let text = |key: &str| given.get(key).map(String::as_str);
        let must = |key: &str| text(key).ok_or_else(|| format!("{key}: is missing"));
        let in_key = |key: &'static str| move |what: String| format!("{key}: {what}");
        let encoding = text("encoding").map_or(Some(Encoding::Ascii), Encoding::named);
        let encoding = encoding.ok_or("encoding: must be ascii or cp1250")?;
        let place = match (text("desk"), text("board")) {
            (Some(desk), None) => Place::Desk(desk.into()),
            (None, Some(board)) => Place::Board(board.into()),
            _ => return Err("needs either desk or board, the id of what it shows".into()),
        };
        let bare = |text: &str| plain(text, encoding);
        let idle_line = text("idle_line").map(|text| Template::read(text, encoding)).transpose();
        let arrows = text("arrows").map(|text| Arrows::read(text, bare)).transpose();
        Ok(Self {
            place,
            transport: Transport::read(must("url")?).map_err(|what| format!("url: {what}"))?,
            line: Template::read(must("line")?, encoding).map_err(in_key("line"))?,
            idle_line: idle_line.map_err(in_key("idle_line"))?,
            idle: bare(text("idle").unwrap_or_default()).map_err(in_key("idle"))?,
            address: bare(text("address").unwrap_or_default()).map_err(in_key("address"))?,
            arrows: arrows.map_err(in_key("arrows"))?.unwrap_or_default(),
            encoding,
        })
    }

    /// What it shows of a picture.
    pub(crate) fn shows(&self, picture: &Picture) -> Line {
        match &self.place {
            Place::Desk(desk) => {
                let at_desk = picture.desk(desk);
                let label = at_desk.map_or("", |at_desk| at_desk.label.as_str());
                let code = at_desk.and_then(|at_desk| at_desk.code.as_deref());
                let call = at_desk.and_then(|at_desk| at_desk.call.as_ref()).map(|call| call.seq);
                self.fill(code, call, label, None)
            }
            Place::Board(board) => {
                let board = picture.office.boards.iter().find(|one| one.id == *board);
                match board.and_then(|board| Some((board, picture.newest_call(board)?))) {
                    Some((board, call)) => {
                        let way = board.ways.get(&call.desk).and_then(|way| way.arrow);
                        self.fill(Some(&call.code), Some(call.seq), &call.desk_label, way)
                    }
                    None => self.fill(None, None, "", None),
                }
            }
        }
    }

    fn fill(&self, code: Option<&str>, call: Option<u64>, desk: &str, way: Option<Arrow>) -> Line {
        let number = |code: &str| code.chars().filter(char::is_ascii_digit).collect::<String>().into_bytes();
        let values = Values {
            code: code.map_or_else(|| self.idle.clone(), |code| self.encoding.bytes(code)),
            number: code.map_or_else(|| self.idle.clone(), number),
            desk: self.encoding.bytes(desk),
            arrow: self.arrows.of(way),
        };
        let template = if code.is_some() { &self.line } else { self.idle_line.as_ref().unwrap_or(&self.line) };
        let bytes = template.fill(|name| match name {
            Name::Code => &values.code,
            Name::Number => &values.number,
            Name::Desk => &values.desk,
            Name::Arrow => values.arrow,
            Name::Address => &self.address,
        });
        Line { bytes, call: call.filter(|_| code.is_some()) }
    }
}

/// A sign of a desk or board that the office has not shows that nothing is called; whoever set it up should know.
pub(crate) fn warn_of_strangers(signs: &[Sign], office: &OfficeFile) {
    for sign in signs {
        let known = match &sign.place {
            Place::Desk(desk) => office.department_of_desk(desk).is_some(),
            Place::Board(board) => office.boards.iter().any(|one| one.id == *board),
        };
        if !known {
            tracing::warn!(sign = %sign.transport, place = ?sign.place, "the office has no such desk or board");
        }
    }
}

#[cfg(test)]
mod tests;
