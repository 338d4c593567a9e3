//! Reports in each of their forms. What they are about and who may ask stands in `reports/asked.rs`.

use crate::call::{Call, html, json as answer};
use crate::errors::Problem;
use crate::handlers::staff_frame;
use crate::pages::screens::ReportsPage;
use crate::pages::screens::reports::{Asker, report_view};
use crate::reports::asked::{own_departments, rows_for};
use crate::reports::table::Table;
use crate::reports::{Asked, Told, csv as text, json as values, xlsx as workbook};
use crate::texts::Texts;
use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /reports`: the frame. It holds no figure.
pub(crate) async fn page(call: Call) -> Result<HttpResponse, Problem> {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, ReportsPage { t, assets, office }.html()))
}

/// `GET /api/v1/reports`.
pub(crate) async fn json(call: Call) -> Result<HttpResponse, Problem> {
    let (told, t) = told(&call).await?;
    answer(&values::told(&told, t))
}

/// `GET /api/v1/reports.csv`.
pub(crate) async fn csv(call: Call) -> Result<HttpResponse, Problem> {
    let (told, t) = told(&call).await?;
    let file = text::file(&Table::of(&told, t), t)?;
    Ok(named(&told, "csv").content_type("text/csv; charset=utf-8").body(file))
}

/// `GET /api/v1/reports.xlsx`.
pub(crate) async fn xlsx(call: Call) -> Result<HttpResponse, Problem> {
    let (told, t) = told(&call).await?;
    let file = workbook::file(&Table::of(&told, t), t)?;
    Ok(named(&told, "xlsx").content_type(XLSX).body(file))
}

/// `GET /api/v1/reports/page`.
pub(crate) async fn part(call: Call) -> Result<HttpResponse, Problem> {
    let (told, t) = told(&call).await?;
    let (member, office) = (call.member()?, call.office().catalogue());
    let asker = Asker { departments: own_departments(member, &office), rows: rows_for(member).collect() };
    Ok(html(200, report_view(&told, &office, &asker, t).html()))
}

async fn told(call: &Call) -> Result<(Told, Texts), Problem> {
    let t = Texts::new(call.lang());
    let asked = Asked::of(call)?;
    Ok((Told::of(call, asked, t).await?, t))
}

fn named(told: &Told, end: &str) -> actix_web::HttpResponseBuilder {
    let (from, to) = (told.asked.question.from, told.asked.question.to);
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"okienko-{from}-{to}.{end}\"")));
    answer
}
