//! Files of the build, packed once as small as gzip can: what every visitor loads first is worth more care than an answer
//! that is made anew each time.

use actix_web::web::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{PoisonError, RwLock};

/// Kinds that shrink; fonts and pictures are packed already.
const SHRINK: [&str; 5] = ["text/", "application/json", "application/manifest", "image/svg", "text/javascript"];

static PACKED: RwLock<BTreeMap<String, Bytes>> = RwLock::new(BTreeMap::new());

/// The packed form of an embedded file; `None` when packing does not pay. Only names of embedded files are asked for, so
/// the memory is bounded by the build.
pub(crate) fn packed(path: &str, content_type: &str, body: &[u8]) -> Option<Bytes> {
    if !SHRINK.iter().any(|kind| content_type.starts_with(kind)) {
        return None;
    }
    if let Some(found) = PACKED.read().unwrap_or_else(PoisonError::into_inner).get(path) {
        return Some(found.clone());
    }
    let mut gzip = GzEncoder::new(Vec::with_capacity(body.len() / 3), Compression::best());
    let packed = gzip.write_all(body).and_then(|()| gzip.finish()).ok().filter(|packed| packed.len() < body.len())?;
    let packed = Bytes::from(packed);
    PACKED.write().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), packed.clone());
    Some(packed)
}

/// Whether a request's `Accept-Encoding` takes gzip (RFC 9110 §12.5.3).
pub(crate) fn takes_gzip(accepted: Option<&str>) -> bool {
    let mut codings = accepted.unwrap_or_default().split(',').map(str::trim);
    codings.any(|coding| {
        let (name, quality) = coding.split_once(";q=").unwrap_or((coding, "1"));
        matches!(name.trim(), "gzip" | "*") && quality.trim().parse::<f32>().is_ok_and(|quality| quality > 0.0)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn styles_shrink_and_fonts_stay() {
        let style = "a { color: red }\n".repeat(100);
        let small = packed("test.css", "text/css; charset=utf-8", style.as_bytes()).unwrap();
        assert!(small.len() * 4 < style.len());
        assert_eq!(packed("test.css", "text/css; charset=utf-8", style.as_bytes()).unwrap(), small);
        assert!(packed("test.woff2", "font/woff2", style.as_bytes()).is_none());
    }

    #[test]
    fn gzip_is_taken_or_refused_as_the_browser_says() {
        for (accepted, takes) in
            [("gzip, deflate, br", true), ("br;q=1.0, gzip;q=0", false), ("identity", false), ("*", true)]
        {
            assert_eq!(takes_gzip(Some(accepted)), takes, "{accepted}");
        }
        assert!(!takes_gzip(None));
    }
}
