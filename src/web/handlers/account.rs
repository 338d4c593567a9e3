//! Pages about people of staff: frames; what they show comes by the interface.

use crate::call::{Call, html};
use crate::errors::Problem;
use crate::handlers::staff_frame;
use crate::pages::screens::{AccountPage, AccountsPage, AuditPage, PasswordPage};
use actix_web::HttpResponse;
use okienko_queue::time::day_of;

type Outcome = Result<HttpResponse, Problem>;

/// `GET /account`.
pub(crate) async fn own(call: Call) -> Outcome {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, AccountPage { t, assets, office }.html()))
}

/// `GET /account/password`.
pub(crate) async fn password(call: Call) -> Outcome {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, PasswordPage { t, assets, office }.html()))
}

/// `GET /admin/accounts`.
pub(crate) async fn accounts(call: Call) -> Outcome {
    let (t, assets, office) = staff_frame(&call);
    Ok(html(200, AccountsPage { t, assets, office }.html()))
}

/// `GET /admin/audit`.
pub(crate) async fn audit(call: Call) -> Outcome {
    let (t, assets, office) = staff_frame(&call);
    let today = day_of(call.office().zone(), call.office().clock().now()).to_string();
    Ok(html(200, AuditPage { t, assets, office, today }.html()))
}
