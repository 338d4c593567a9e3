//! A strict office: the sample office under other rules of booking.

use toml::{Table, Value};

use crate::office::Office;
use crate::process::runs;

impl Office {
    /// The same office with `change` made to the rules of booking of every department: stopped, exported, edited as a person would,
    /// imported, started again. Nothing is in its journals yet that could stand against it.
    pub async fn with_rules(self, change: impl Fn(&mut Table)) -> Self {
        self.with_office(|office| {
            let departments = office.get_mut("departments").and_then(Value::as_array_mut).expect("departments");
            for department in departments.iter_mut().filter_map(Value::as_table_mut) {
                let booking = department.entry("booking").or_insert_with(|| Value::Table(Table::new()));
                change(booking.as_table_mut().expect("the rules of booking"));
            }
        })
        .await
    }

    /// As [`Self::with_rules`], with `change` made to the whole file.
    pub async fn with_office(self, change: impl FnOnce(&mut Table)) -> Self {
        self.edits_file(change);
        self.restart().await;
        self
    }

    /// Changes the office's file while the server is down, and starts it again at the same address.
    pub async fn rewrites(&self, change: impl FnOnce(&mut Table)) {
        self.edits_file(change);
        self.restart_in_place().await;
    }

    /// Stopped, exported, edited as a person would, imported.
    fn edits_file(&self, change: impl FnOnce(&mut Table)) {
        self.stop();
        let file = self.folder().join("office.toml");
        let path = file.to_str().expect("a path in UTF-8");
        let database = self.database_url();
        runs(&["export", path], &database);
        let mut office: Table = std::fs::read_to_string(path).expect("the export").parse().expect("TOML");
        change(&mut office);
        std::fs::write(path, office.to_string()).expect("the edited file");
        runs(&["import", path], &database);
    }
}
