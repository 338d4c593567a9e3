//! What search engines are told: the stable pages, in each language, and what is none of their business.

use crate::call::Call;
use crate::errors::Problem;
use crate::pages::Frame;
use crate::pages::frame::segment;
use crate::texts::Texts;
use actix_web::HttpResponse;

/// What may be indexed: the booking, and nothing that belongs to one person or screen.
const ROBOTS: &str = "User-agent: *\nDisallow: /a/\nDisallow: /c/\nDisallow: /t/\nDisallow: /api/\nDisallow: /desk\nDisallow: /lobby\nDisallow: /kiosk\nDisallow: /admin\nDisallow: /*?q=\n";

/// `GET /robots.txt` (RFC 9309).
pub(crate) async fn robots(call: Call) -> Result<HttpResponse, Problem> {
    let body = format!("{ROBOTS}\nSitemap: {}/sitemap.xml\n", base(&call));
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(body))
}

/// `GET /sitemap.xml` (sitemaps.org 0.9): the list of services, every department, every service.
pub(crate) async fn sitemap(call: Call) -> Result<HttpResponse, Problem> {
    let (base_url, catalogue) = (base(&call), call.office().catalogue());
    let departments = catalogue.departments.iter();
    let of_department = departments.flat_map(|department| {
        let services = department.services.iter().map(|service| format!("/s/{}", segment(service.id.as_str())));
        std::iter::once(format!("/d/{}", segment(department.id.as_str()))).chain(services)
    });
    let pages = std::iter::once("/".to_owned()).chain(of_department);
    let entries: String = pages.map(|path| entry(&base_url, path)).collect();
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    );
    Ok(HttpResponse::Ok().content_type("application/xml; charset=utf-8").body(body))
}

/// One page with its languages. Ids are made of letters, digits and hyphens, or escaped: nothing here can end the XML.
fn entry(base_url: &str, path: String) -> String {
    let frame = Frame { t: Texts::default(), base_url: base_url.to_owned(), path, ..Frame::default() };
    let links = frame.alternates().into_iter().map(|(lang, url)| {
        format!("    <xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>\n", url.replace('&', "&amp;"))
    });
    format!("  <url>\n    <loc>{}</loc>\n{}  </url>\n", frame.canonical(), links.collect::<String>())
}

fn base(call: &Call) -> String {
    call.state.settings.base_url.trim_end_matches('/').to_owned()
}
