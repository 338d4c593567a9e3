//! The files of the touch page, embedded: `kiosk-client/screen` under `kiosk/`, `displays/shared` under `shared/`. The address holds a
//! digest of all of them, so everything may be kept for ever and an old page is known by its address.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "screen"]
struct Screen;

#[derive(RustEmbed)]
#[folder = "../displays/shared"]
struct Shared;

/// What may leave the computer, by the end of its name; templates stay inside.
const TYPES: [(&str, &str); 9] = [
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("wav", "audio/wav"),
    ("mp3", "audio/mpeg"),
];

static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<String> = Screen::iter().map(|name| format!("kiosk/{name}")).collect();
    names.extend(Shared::iter().map(|name| format!("shared/{name}")));
    names.sort_unstable();
    let mut hash = Sha256::new();
    for name in &names {
        if let Some(file) = file(name) {
            hash.update(name.as_bytes());
            hash.update(file.metadata.sha256_hash());
        }
    }
    crate::sealed::hex(&hash.finalize()).chars().take(16).collect()
});

/// The digest of all files of this build.
pub fn digest() -> &'static str {
    &DIGEST
}

/// The prefix of the files' addresses, without a slash at its end.
pub fn prefix() -> String {
    format!("/assets/{}", digest())
}

/// Answers with a file; `None` when there is none or when it is not meant for browsers. An address of another build may not be kept.
pub fn serve(edition: &str, path: &str) -> Option<HttpResponse> {
    let (_, end) = path.rsplit_once('.')?;
    let (_, content_type) = TYPES.iter().find(|(name, _)| *name == end)?;
    let keep = if edition == digest() { "public, max-age=31536000, immutable" } else { "no-cache" };
    let body = file(path)?.data;
    Some(
        HttpResponse::Ok().insert_header((CONTENT_TYPE, *content_type)).insert_header((CACHE_CONTROL, keep)).body(body),
    )
}

fn file(path: &str) -> Option<EmbeddedFile> {
    match path.split_once('/')? {
        ("kiosk", name) => Screen::get(name),
        ("shared", name) => Shared::get(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_fonts_are_sent_and_templates_are_not() {
        for sent in ["kiosk/kiosk.js", "kiosk/kiosk.css", "shared/js/api.js", "shared/fonts/FiraSans-Regular.woff2"] {
            assert!(serve(digest(), sent).is_some(), "{sent}");
        }
        for hidden in ["kiosk/kiosk.html", "texts/pl/web.ftl", "kiosk/../Cargo.toml", "shared/nothing.css"] {
            assert!(serve(digest(), hidden).is_none(), "{hidden}");
        }
    }
}
