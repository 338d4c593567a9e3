//! The files for spreadsheets say what the interface says, and nothing about persons.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use okienko_tests::{Office, admin};
use reqwest::Client;
use serde_json::Value;

use super::report;

const QUERY: &str = "from=2026-03-26&to=2026-03-31&by=service&lang=pl";
/// Columns of the wide table.
const COLUMNS: usize = 44;
/// Where the columns of times begin, those of places, and the one of the working time of desks.
const TIMES: usize = 11;
const PLACES: usize = 34;
const WORKING: usize = 39;

async fn file(office: &Office, token: &str, end: &str) -> (String, Vec<u8>) {
    let client = Client::builder().no_proxy().build().expect("a client");
    let url = office.http.url(&format!("reports.{end}?{QUERY}"));
    let answer = client.get(url).bearer_auth(token).send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
    let named = answer.headers()["content-disposition"].to_str().expect("a name").to_owned();
    assert_eq!(named, format!("attachment; filename=\"okienko-2026-03-26-2026-03-31.{end}\""));
    let kind = answer.headers()["content-type"].to_str().expect("a kind").to_owned();
    (kind, answer.bytes().await.expect("a body").to_vec())
}

/// Both files say what the interface says.
pub async fn say_the_same(office: &Office, secrets: &[String]) {
    let token = admin::token(office).await;
    let told = report(office, &token, QUERY).await;
    let (kind, csv) = file(office, &token, "csv").await;
    assert_eq!(kind, "text/csv; charset=utf-8");
    csv_says(&String::from_utf8(csv.clone()).expect("UTF-8"), &told);
    let (kind, xlsx) = file(office, &token, "xlsx").await;
    assert_eq!(kind, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    xlsx_says(xlsx, &told);
    let page = office.http.get(&format!("reports/page?{QUERY}"), Some(&token)).await.with_status(200);
    assert!(!secrets.is_empty());
    for text in [told.to_string(), String::from_utf8_lossy(&csv).into_owned(), page.text] {
        assert!(secrets.iter().all(|secret| !text.contains(secret.as_str())), "a report holds nobody's data");
    }
}

/// The lines that the files have: total and rows, each for all, walk-ins and booked ones.
fn lines(told: &Value) -> Vec<(String, &'static str, &Value)> {
    let rows = told["rows"].as_array().expect("rows").iter();
    let named = rows.map(|row| (row["label"].as_str().expect("a label").to_owned(), &row["figures"]));
    let all = std::iter::once(("Razem".to_owned(), &told["total"])).chain(named);
    all.flat_map(|(label, figures)| ["all", "walk_in", "booked"].map(|part| (label.clone(), part, figures))).collect()
}

fn clock(seconds: f64) -> String {
    let whole = (seconds + 0.5).floor() as i64;
    format!("{}:{:02}:{:02}", whole / 3_600, whole % 3_600 / 60, whole % 60)
}

fn csv_says(text: &str, told: &Value) {
    assert!(text.starts_with('\u{feff}'), "spreadsheets want the mark");
    assert!(text.contains("\r\n") && !text.replace("\r\n", "").contains('\n'));
    let (table, notes) = text.trim_start_matches('\u{feff}').split_once("\r\n\"\"\r\n").expect("an empty line");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
    let heads = reader.headers().expect("heads").clone();
    assert_eq!((heads.len(), &heads[0], &heads[2]), (COLUMNS, "Sprawa", "Bilety"));
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let wanted = lines(told);
    assert_eq!(records.len(), wanted.len());
    for (record, (label, part, figures)) in records.iter().zip(&wanted) {
        let told = &figures[part];
        assert_eq!(&record[0], label);
        assert_eq!((&record[2], &record[3]), (told["tickets"].to_string().as_str(), told["legs"].to_string().as_str()));
        let rate = told["no_show_percent"].as_f64().map(|percent| format!("{percent:.2}%").replace('.', ","));
        assert_eq!(record[7], rate.unwrap_or_default(), "a decimal comma");
        for (index, name) in ["waiting", "walking", "service"].into_iter().enumerate() {
            let at = TIMES + 6 * index;
            assert_eq!(record[at], told[name]["count"].to_string());
            let median = told[name]["median_seconds"].as_f64().map(clock).unwrap_or_default();
            let longest = told[name]["max_seconds"].as_f64().map(clock).unwrap_or_default();
            assert_eq!(
                (&record[at + 2], &record[at + 5]),
                (median.as_str(), longest.as_str()),
                "{label} {part} {name}"
            );
        }
    }
    assert_eq!((&heads[PLACES], &heads[PLACES + 4]), ("Zaplanowane miejsca", "Wykorzystane, %"));
    for (record, (label, part, figures)) in records.iter().zip(&wanted) {
        let capacity = &figures["capacity"];
        let shown = |name: &str| if *part == "walk_in" { String::new() } else { capacity[name].to_string() };
        let used = capacity["used_percent"].as_f64().filter(|_| *part != "walk_in");
        let used = used.map(|percent| format!("{percent:.2}%").replace('.', ",")).unwrap_or_default();
        assert_eq!(
            [&record[PLACES], &record[PLACES + 1], &record[PLACES + 2], &record[PLACES + 4]],
            [shown("planned").as_str(), shown("booked").as_str(), shown("used").as_str(), used.as_str()],
            "{label} {part}"
        );
    }
    for sentence in told["definitions"].as_object().expect("definitions").values() {
        let sentence = sentence.as_str().expect("a sentence");
        assert!(notes.contains(&sentence.replace('"', "\"\"")), "{sentence}");
    }
}

fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        Data::DateTime(time) => Some(time.as_f64()),
        Data::Empty => None,
        other => panic!("{other:?} is no number"),
    }
}

fn xlsx_says(bytes: Vec<u8>, told: &Value) {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Raport", "Definicje"]);
    let sheet = book.worksheet_range("Raport").expect("the report");
    let rows: Vec<&[Data]> = sheet.rows().collect();
    let wanted = lines(told);
    assert_eq!((rows.len(), rows[0].len()), (wanted.len() + 1, COLUMNS));
    for (row, (label, part, figures)) in rows[1..].iter().zip(&wanted) {
        let told = &figures[part];
        assert_eq!(row[0], Data::String(label.clone()));
        assert_eq!(number(&row[2]), told["tickets"].as_f64());
        let near = |cell: &Data, wanted: Option<f64>, scale: f64| match (number(cell), wanted) {
            (Some(found), Some(wanted)) => assert!((found * scale - wanted).abs() < 0.001, "{label} {part}: {found}"),
            (found, wanted) => assert_eq!((found, wanted), (None, None), "{label} {part}"),
        };
        near(&row[7], told["no_show_percent"].as_f64(), 100.0);
        for (index, name) in ["waiting", "walking", "service"].into_iter().enumerate() {
            // Spreadsheets count time in days.
            near(&row[TIMES + 6 * index + 3], told[name]["p90_seconds"].as_f64(), 86_400.0);
        }
        let working = figures["desks"]["working_seconds"].as_f64().filter(|_| *part == "all");
        near(&row[WORKING], working, 86_400.0);
        let places = Some(&figures["capacity"]).filter(|_| *part != "walk_in");
        near(&row[PLACES], places.and_then(|one| one["planned"].as_f64()), 1.0);
        near(&row[PLACES + 3], places.and_then(|one| one["booked_percent"].as_f64()), 100.0);
    }
    let meanings = book.worksheet_range("Definicje").expect("the definitions");
    let told: Vec<&str> =
        told["definitions"].as_object().expect("definitions").values().filter_map(Value::as_str).collect();
    assert_eq!(meanings.rows().count(), told.len() + 1);
    assert!(
        meanings.rows().skip(1).all(|row| matches!(&row[1], Data::String(meaning) if told.contains(&meaning.as_str())))
    );
}
