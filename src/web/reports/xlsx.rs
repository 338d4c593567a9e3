//! A report as a workbook: real numbers, percent and durations; the heads stay in sight; what figures mean on a sheet of its own.

use super::table::{Cell, Table};
use crate::errors::Problem;
use crate::texts::Texts;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The workbook.
pub(crate) fn file(table: &Table, t: Texts) -> Result<Vec<u8>, Problem> {
    written(table, t).map_err(|error| {
        tracing::error!(%error, "a report could not be written as XLSX");
        Problem::new("try_again")
    })
}

fn written(table: &Table, t: Texts) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    report(book.add_worksheet(), table, t)?;
    definitions(book.add_worksheet(), table, t)?;
    book.save_to_buffer()
}

fn head() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

fn report(sheet: &mut Worksheet, table: &Table, t: Texts) -> Result<(), XlsxError> {
    sheet.set_name(t.get("reports-report"))?.set_freeze_panes(1, 2)?;
    let (head, share, time) =
        (head(), Format::new().set_num_format("0.00%"), Format::new().set_num_format("[h]:mm:ss"));
    sheet.set_column_width(0, 34)?.set_column_width(1, 14)?;
    for (column, text) in (0_u16..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, text, &head)?;
    }
    for (row, line) in (1_u32..).zip(&table.lines) {
        for (column, cell) in (0_u16..).zip(line) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Count(count) => sheet.write_number(row, column, *count)?,
                Cell::Share(percent) => sheet.write_number_with_format(row, column, percent / 100.0, &share)?,
                // Spreadsheets count time in days.
                Cell::Time(ms) => sheet.write_number_with_format(row, column, days(*ms), &time)?,
                Cell::Nothing => continue,
            };
        }
    }
    let (last, right) = (u32::try_from(table.lines.len()), u16::try_from(table.heads.len()));
    sheet.autofilter(0, 0, last.unwrap_or(1), right.unwrap_or(1).saturating_sub(1))?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn definitions(sheet: &mut Worksheet, table: &Table, t: Texts) -> Result<(), XlsxError> {
    let (head, wrap) = (head(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.set_name(t.get("reports-definitions"))?.set_freeze_panes(1, 0)?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 110)?;
    sheet.write_string_with_format(0, 0, t.get("reports-report"), &head)?;
    sheet.write_string_with_format(0, 1, &table.title, &head)?;
    for (row, (name, meaning)) in (1_u32..).zip(&table.definitions) {
        sheet.write_string_with_format(row, 0, name, &wrap)?;
        sheet.write_string_with_format(row, 1, meaning, &wrap)?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a year are far below 2^53")]
fn days(ms: i64) -> f64 {
    ms as f64 / 86_400_000.0
}
