//! The headers of tus 1.0, read strictly.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The one version that is spoken.
pub(super) const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const VERSIONS: HeaderName = HeaderName::from_static("tus-version");
pub(super) const EXTENSIONS: HeaderName = HeaderName::from_static("tus-extension");
pub(super) const MAX_SIZE: HeaderName = HeaderName::from_static("tus-max-size");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub(super) const DEFER: HeaderName = HeaderName::from_static("upload-defer-length");
pub(super) const METADATA: HeaderName = HeaderName::from_static("upload-metadata");

/// The type of a body that is a part of an upload.
const PART: &str = "application/offset+octet-stream";

/// A header that is there but cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

/// Whether the client speaks our version.
pub(super) fn speaks_ours(headers: &HeaderMap) -> bool {
    headers.get(RESUMABLE) == Some(&VERSION)
}

/// Whether the body is a part of an upload.
pub(super) fn brings_a_part(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes() == PART.as_bytes())
}

/// A header that holds one number of bytes.
pub(super) fn number(headers: &HeaderMap, name: &HeaderName) -> Result<Option<u64>, Unreadable> {
    let mut all = headers.get_all(name).iter();
    let (first, second) = (all.next(), all.next());
    match (first, second) {
        (None, _) => Ok(None),
        (Some(value), None) => {
            let text = value.to_str().map_err(|_| Unreadable)?;
            // Not what `parse` would also take: a sign.
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let value = digits.then(|| text.parse().ok()).flatten();
            // What a database can hold, and far more than anyone can send.
            value.filter(|value| *value <= i64::MAX as u64).map(Some).ok_or(Unreadable)
        }
        (Some(_), Some(_)) => Err(Unreadable),
    }
}

/// How long an upload will be: `None` while that is not known.
pub(super) fn length(headers: &HeaderMap) -> Result<Option<u64>, Unreadable> {
    match (number(headers, &LENGTH)?, headers.get(DEFER).map(HeaderValue::as_bytes)) {
        (Some(length), None) => Ok(Some(length)),
        (None, Some(b"1")) => Ok(None),
        _ => Err(Unreadable),
    }
}

/// What a client tells of its upload, as far as it is used.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    /// The name of the file.
    pub(super) name: Option<String>,
    /// What the browser says it is.
    pub(super) kind: Option<String>,
    /// Whether it comes from our own recorder.
    pub(super) from_camera: bool,
}

/// Reads `Upload-Metadata`. Keys that are not used are checked and left out.
pub(super) fn metadata(headers: &HeaderMap) -> Result<Metadata, Unreadable> {
    let mut told = Metadata::default();
    let Some(value) = headers.get(METADATA) else { return Ok(told) };
    let text = value.to_str().map_err(|_| Unreadable)?;
    for pair in text.split(',').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
        let value = STANDARD.decode(value.trim()).map_err(|_| Unreadable)?;
        let value = String::from_utf8(value).map_err(|_| Unreadable)?;
        match key {
            "filename" => told.name = Some(value),
            "filetype" => told.kind = Some(value),
            "maker" => told.from_camera = value == "camera",
            _ => {}
        }
    }
    Ok(told)
}

/// Writes `Upload-Metadata`, for whoever sent it.
pub(super) fn told(name: Option<&str>, kind: Option<&str>) -> Option<HeaderValue> {
    let pairs = [("filename", name), ("filetype", kind)];
    let pairs: Vec<_> = pairs
        .iter()
        .filter_map(|(key, value)| Some(format!("{key} {}", STANDARD.encode(value.as_ref()?))))
        .collect();
    if pairs.is_empty() { None } else { HeaderValue::from_str(&pairs.join(",")).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in all {
            map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        map
    }

    #[test]
    fn numbers_are_read_strictly() {
        let read = |value| number(&headers(&[("upload-offset", value)]), &OFFSET);
        assert_eq!(read("0"), Ok(Some(0)));
        assert_eq!(read("9223372036854775807"), Ok(Some(i64::MAX as u64)));
        for wrong in ["", "-1", "+1", "1 ", "1.0", "0x1", "9223372036854775808", "99999999999999999999999"] {
            assert_eq!(read(wrong), Err(Unreadable), "{wrong:?}");
        }
        assert_eq!(number(&headers(&[]), &OFFSET), Ok(None));
        assert_eq!(
            number(&headers(&[("upload-offset", "1"), ("upload-offset", "1")]), &OFFSET),
            Err(Unreadable)
        );
    }

    #[test]
    fn a_length_is_said_or_put_off_but_not_both() {
        assert_eq!(length(&headers(&[("upload-length", "7")])), Ok(Some(7)));
        assert_eq!(length(&headers(&[("upload-defer-length", "1")])), Ok(None));
        for wrong in [
            headers(&[]),
            headers(&[("upload-defer-length", "0")]),
            headers(&[("upload-length", "7"), ("upload-defer-length", "1")]),
        ] {
            assert_eq!(length(&wrong), Err(Unreadable));
        }
    }

    #[test]
    fn metadata_comes_back_as_it_went() {
        let value = told(Some("gesprek Roos, één.mp4"), Some("video/mp4")).unwrap();
        let mut map = HeaderMap::new();
        map.insert(METADATA, value);
        let told = metadata(&map).unwrap();
        assert_eq!(told.name.as_deref(), Some("gesprek Roos, één.mp4"));
        assert_eq!((told.kind.as_deref(), told.from_camera), (Some("video/mp4"), false));
        let camera = headers(&[("upload-metadata", "maker Y2FtZXJh,is_confidential,,other aGk=")]);
        assert!(metadata(&camera).unwrap().from_camera);
        assert_eq!(metadata(&headers(&[])), Ok(Metadata::default()));
        for wrong in ["filename %%%", "filename /w==", "filename aGk"] {
            assert!(metadata(&headers(&[("upload-metadata", wrong)])).is_err(), "{wrong}");
        }
    }
}
