//! The files a browser loads beside the pages: styles, scripts, fonts, pictures, sounds, embedded in the binary.
//!
//! The address of every file holds one digest of all of them: `/assets/{digest}/shared/base.css`. So everything may be cached for ever, and
//! relative references (a style's fonts, a module's imports) stay inside the same edition without being rewritten.
//! Files of `kiosk-client/screen/` are found under the prefix `kiosk/`.

use std::{borrow::Cow, sync::LazyLock};

use crate::packed::{packed, takes_gzip};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "../../displays"]
struct Displays;

#[derive(RustEmbed)]
#[folder = "../../kiosk-client/screen"]
struct Kiosk;

const KIOSK: &str = "kiosk/";

/// What may leave the building, by the end of its name. Templates, texts and sources are in the same folders and stay inside.
const TYPES: [(&str, &str); 16] = [
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("wav", "audio/wav"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("txt", "text/plain; charset=utf-8"),
    ("LICENSE", "text/plain; charset=utf-8"),
];

/// One embedded file.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file's bytes.
    pub body: Cow<'static, [u8]>,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
}

static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<String> = Displays::iter().map(Cow::into_owned).collect();
    names.extend(Kiosk::iter().map(|name| format!("{KIOSK}{name}")));
    names.sort_unstable();
    let mut hash = Sha256::new();
    for name in names.iter().filter(|name| content_type(name).is_some()) {
        if let Some(file) = file(name) {
            hash.update(name.as_bytes());
            hash.update(file.metadata.sha256_hash());
        }
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
});

/// The digest of all files of this build, 16 hexadecimal digits. A page that sees another one than it was loaded with is out of date.
#[must_use]
pub fn digest() -> &'static str {
    &DIGEST
}

/// The address of a file, e.g. `shared/base.css` or `kiosk/kiosk.js`.
#[must_use]
pub fn asset_url(path: &str) -> String {
    format!("/assets/{}/{path}", digest())
}

/// A file by its path; `None` when there is none or when it is not meant for browsers.
#[must_use]
pub fn asset(path: &str) -> Option<Asset> {
    let content_type = content_type(path)?;
    Some(Asset { body: file(path)?.data, content_type })
}

/// A page of `kiosk-client/screen/` (an HTML file), to be sent by the handler that knows which device asks.
#[must_use]
pub fn kiosk_page(name: &str) -> Option<Cow<'static, [u8]>> {
    name.ends_with(".html").then(|| Kiosk::get(name)).flatten().map(|file| file.data)
}

/// Answers with a file, packed where the browser takes gzip; `None` when there is none. An address of another build (a page
/// from before an update) gets today's file, but may not be kept.
#[must_use]
pub fn serve(edition: &str, path: &str, accepted: Option<&str>) -> Option<HttpResponse> {
    let asset = asset(path)?;
    let keep = if edition == digest() { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, asset.content_type))
        .insert_header((CACHE_CONTROL, keep))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"));
    let packed = takes_gzip(accepted).then(|| packed(path, asset.content_type, &asset.body)).flatten();
    Some(match packed {
        Some(packed) => answer.insert_header((CONTENT_ENCODING, "gzip")).body(packed),
        None => answer.body(asset.body),
    })
}

fn file(path: &str) -> Option<EmbeddedFile> {
    match path.strip_prefix(KIOSK) {
        Some(name) => Kiosk::get(name),
        None => Displays::get(path),
    }
}

fn content_type(path: &str) -> Option<&'static str> {
    let (_, end) = path.rsplit_once('.')?;
    TYPES.iter().find(|(name, _)| *name == end).map(|(_, content_type)| *content_type)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    #[test]
    fn a_file_of_this_build_may_be_kept_for_ever_and_a_template_is_never_sent() {
        let found = serve(digest(), "shared/base.css", None).unwrap();
        assert_eq!(found.headers().get(CACHE_CONTROL).unwrap(), "public, max-age=31536000, immutable");
        assert!(found.headers().get(CONTENT_ENCODING).is_none());
        let packed = serve("another build", "shared/base.css", Some("gzip")).unwrap();
        assert_eq!(packed.headers().get(CACHE_CONTROL).unwrap(), "no-cache");
        assert_eq!(packed.headers().get(CONTENT_ENCODING).unwrap(), "gzip");
        for hidden in ["layout.html", "texts/pl/web.ftl", "../Cargo.toml", "shared/../layout.html", "nothing.css"] {
            assert!(serve(digest(), hidden, None).is_none(), "{hidden}");
        }
    }

    #[test]
    fn every_reference_of_a_style_leads_to_a_file() {
        let css = String::from_utf8(asset("shared/base.css").unwrap().body.into_owned()).unwrap();
        let fonts: Vec<_> = css.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(fonts.len(), 3);
        for font in fonts {
            let asset = asset(&format!("shared/{font}")).expect(font);
            assert_eq!(asset.content_type, "font/woff2");
            assert!(asset.body.len() <= 45 * 1024, "{font}");
        }
    }
}
