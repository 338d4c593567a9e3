//! A report for a Polish spreadsheet: UTF-8 behind its mark, semicolons, a decimal comma, CRLF, and nothing that could be a formula.

use super::table::{Cell, Table};
use crate::errors::Problem;
use crate::spreadsheet::{MARK, guarded};
use crate::texts::{Lang, Texts};
use csv::{Terminator, Writer, WriterBuilder};

/// The file: heads, lines; behind an empty line what the figures mean.
pub(crate) fn file(table: &Table, t: Texts) -> Result<Vec<u8>, Problem> {
    written(table, t).map_err(|error| {
        tracing::error!(%error, "a report could not be written as CSV");
        Problem::new("try_again")
    })
}

fn written(table: &Table, t: Texts) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).flexible(true).from_writer(MARK.into());
    writer.write_record(table.heads.iter().map(|head| guarded(head)))?;
    for line in &table.lines {
        writer.write_record(line.iter().map(|cell| shown(cell, t.lang)))?;
    }
    notes(&mut writer, table, t)?;
    Ok(writer.into_inner()?)
}

fn notes(writer: &mut Writer<Vec<u8>>, table: &Table, t: Texts) -> csv::Result<()> {
    writer.write_record([""])?;
    writer.write_record([guarded(&t.get("reports-report")), guarded(&table.title)])?;
    for (name, meaning) in &table.definitions {
        writer.write_record([guarded(name), guarded(meaning)])?;
    }
    writer.flush()?;
    Ok(())
}

fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Count(count) => count.to_string(),
        Cell::Share(percent) => format!("{}%", decimal(*percent, lang)),
        Cell::Time(ms) => clock(*ms),
        Cell::Nothing => String::new(),
    }
}

/// Two decimals, with the comma or the point of the language.
pub(crate) fn decimal(number: f64, lang: Lang) -> String {
    let text = format!("{number:.2}");
    if lang == Lang::En { text } else { text.replace('.', ",") }
}

/// `1:02:03`, to the nearest second: what spreadsheets know for a time.
pub(crate) fn clock(ms: i64) -> String {
    let seconds = (ms + 500) / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_file_opens_in_a_polish_spreadsheet_and_holds_no_formula() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let table = Table {
            title: "29/03/2026".into(),
            heads: vec!["Sprawa".into(), "=Kanał".into()],
            lines: vec![vec![text("=1+1;\"x\""), Cell::Share(12.345)], vec![Cell::Time(3_723_500), Cell::Nothing]],
            definitions: vec![("Oczekiwanie".into(), "Od biletu; do wezwania".into())],
        };
        let file = String::from_utf8(file(&table, Texts::new(Lang::Pl)).unwrap()).unwrap();
        let lines: Vec<&str> = file.split("\r\n").collect();
        assert_eq!(lines[..3], ["\u{feff}Sprawa;'=Kanał", "\"'=1+1;\"\"x\"\"\";12,35%", "1:02:04;"]);
        assert_eq!(lines[5], "Oczekiwanie;\"Od biletu; do wezwania\"");
        assert_eq!(decimal(1.5, Lang::En), "1.50");
    }
}
