//! `[[signs]]`, one table for each LED sign, and `[mqtt]`.

use super::given::Given;
use crate::failure::Failure;
use okienko_signs::{BROKER_KEYS, Broker, Settings, Sign};
use std::collections::BTreeMap;

/// More signs than any office has desks.
const MOST: usize = 500;

impl Given {
    /// The signs and the broker.
    pub fn signs(&self) -> Result<Settings, Failure> {
        let tables = self.tables("signs");
        if tables.len() > MOST {
            return Err(Failure::unreadable(format!("[[signs]]: at most {MOST}")));
        }
        let signs = tables.iter().enumerate().map(|(n, table)| {
            let read = table.texts().and_then(|keys| Sign::read(&keys));
            read.map_err(|what| Failure::unreadable(format!("[[signs]], number {}, {what}", n + 1)))
        });
        let mut keys = BTreeMap::new();
        for key in BROKER_KEYS {
            keys.extend(self.text("mqtt", key)?.map(|value| ((*key).to_owned(), value)));
        }
        let broker = Broker::read(&keys).map_err(|what| Failure::unreadable(format!("[mqtt] {what}")))?;
        Ok(Settings { signs: signs.collect::<Result<_, _>>()?, broker })
    }
}
