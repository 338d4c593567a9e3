//! Who is let in: this computer's own page alone. A site that somebody opens elsewhere could have its name resolve to 127.0.0.1
//! (DNS rebinding), or post here blindly; the name asked for and the origin tell.

use crate::agent::Agent;
use crate::problem::Problem;
use crate::texts::Lang;
use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use actix_web::middleware::Next;
use actix_web::web::Data;

/// As the server's: nothing from elsewhere, no inline script or style. Speech is played from the page's own memory.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Lets a request through or not, and dresses every answer.
pub async fn guarded<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let hosts = request.app_data::<Data<Agent>>().map(|agent| agent.settings.screen.hosts.clone()).unwrap_or_default();
    let mut answer = if is_ours(&request, &hosts) {
        next.call(request).await?.map_into_left_body()
    } else {
        request.into_response(Problem::new("forbidden").answer(Lang::Pl)).map_into_right_body()
    };
    dress(answer.headers_mut());
    Ok(answer)
}

fn is_ours(request: &ServiceRequest, hosts: &[String]) -> bool {
    let text = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(HOST).or_else(|| request.uri().host()) else { return false };
    let origin = match request.headers().contains_key(ORIGIN) {
        false => true,
        true => text(ORIGIN).and_then(|origin| origin.strip_prefix("http://")) == Some(host),
    };
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    is_known(host, hosts) && (reads || (origin && site.is_none_or(|site| matches!(site, "same-origin" | "none"))))
}

/// Whether a `Host` names this computer itself.
fn is_known(host: &str, hosts: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let loopback = name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    loopback || name.eq_ignore_ascii_case("localhost") || hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn dress(headers: &mut HeaderMap) {
    let off =
        "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()";
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("permissions-policy"), off),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn post(host: &str, origin: Option<&str>) -> bool {
        let mut request = TestRequest::post().insert_header((HOST, host));
        if let Some(origin) = origin {
            request = request.insert_header((ORIGIN, origin));
        }
        is_ours(&request.to_srv_request(), &["kiosk".to_owned()])
    }

    #[test]
    fn only_this_computers_own_page_is_let_in() {
        for host in ["127.0.0.1:8090", "localhost:8090", "[::1]:8090", "kiosk:8090"] {
            assert!(post(host, None), "{host}");
            assert!(post(host, Some(&format!("http://{host}"))), "{host}");
            assert!(!post(host, Some("http://evil.example")), "{host}");
            assert!(!post(host, Some("null")), "{host}");
        }
        for host in ["evil.example:8090", "127.0.0.1.evil.example", "0.0.0.0:8090", "192.0.2.1"] {
            assert!(!post(host, None), "{host}");
        }
        assert!(!is_ours(&TestRequest::get().insert_header((HOST, "evil.example")).to_srv_request(), &[]));
    }
}
