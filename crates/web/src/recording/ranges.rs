//! Which bytes a request asks for (RFC 9110, section 14), for what never changes under its address.

use std::ops::Range;

use axum::http::{HeaderMap, header};

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    All,
    /// This part of it.
    Part(Range<u64>),
    /// There is no such part.
    Nothing,
    /// The reader has it already.
    Known,
}

/// What these headers ask of something that is `len` bytes long and has this strong tag.
pub(super) fn wanted(headers: &HeaderMap, len: u64, tag: &str) -> Wanted {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_ours = |tags: &str| tags.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    if text(header::IF_NONE_MATCH).is_some_and(|tags| tags.trim() == "*" || is_ours(tags)) {
        return Wanted::Known;
    }
    // A part of another version would be useless, so then all of it is sent.
    if text(header::IF_RANGE).is_some_and(|version| version != tag) {
        return Wanted::All;
    }
    text(header::RANGE).map_or(Wanted::All, |range| part(range, len))
}

/// One range; several at once, or what is no range, is answered with all of it, as the standard allows.
fn part(range: &str, len: u64) -> Wanted {
    let Some((unit, set)) = range.split_once('=') else { return Wanted::All };
    let Some((first, last)) = set.trim().split_once('-') else { return Wanted::All };
    if !unit.trim().eq_ignore_ascii_case("bytes") || set.contains(',') {
        return Wanted::All;
    }
    let number = |text: &str| {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // More digits than fit are beyond any end.
        digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => Wanted::All,
        (Some(first), Some(_)) if first >= len => Wanted::Nothing,
        (Some(first), Some(last)) => Wanted::Part(first..last.saturating_add(1).min(len)),
        (Some(first), None) if last.trim().is_empty() => {
            if first < len {
                Wanted::Part(first..len)
            } else {
                Wanted::Nothing
            }
        }
        (None, Some(count)) if first.trim().is_empty() => {
            if count == 0 || len == 0 {
                Wanted::Nothing
            } else {
                Wanted::Part(len - count.min(len)..len)
            }
        }
        _ => Wanted::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    const TAG: &str = "\"a-0\"";

    fn ask(all: &[(HeaderName, &'static str)]) -> Wanted {
        let headers =
            all.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
        wanted(&headers, 1000, TAG)
    }

    fn range(value: &'static str) -> Wanted {
        ask(&[(header::RANGE, value)])
    }

    #[test]
    fn one_range_is_answered_with_that_part() {
        assert_eq!(range("bytes=0-0"), Wanted::Part(0..1));
        assert_eq!(range("bytes=0-499"), Wanted::Part(0..500));
        assert_eq!(range("bytes=990-"), Wanted::Part(990..1000));
        assert_eq!(range("bytes=990-9999"), Wanted::Part(990..1000));
        assert_eq!(range("bytes=-10"), Wanted::Part(990..1000));
        assert_eq!(range("bytes=-9999"), Wanted::Part(0..1000));
        assert_eq!(range("Bytes= 1-2 "), Wanted::Part(1..3));
        assert_eq!(range("bytes=0-99999999999999999999999999"), Wanted::Part(0..1000));
    }

    #[test]
    fn what_lies_beyond_the_end_is_not_there() {
        for beyond in ["bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(range(beyond), Wanted::Nothing, "{beyond}");
        }
        let empty = [(header::RANGE, HeaderValue::from_static("bytes=-5"))].into_iter().collect();
        assert_eq!(wanted(&empty, 0, TAG), Wanted::Nothing);
    }

    #[test]
    fn what_is_no_range_gets_all() {
        for odd in [
            "",
            "bytes",
            "bytes=",
            "bytes=a-b",
            "bytes=2-1",
            "bytes=0-1,5-6",
            "lines=0-1",
            "bytes=-",
            "bytes=1-x",
        ] {
            assert_eq!(range(odd), Wanted::All, "{odd}");
        }
        assert_eq!(ask(&[]), Wanted::All);
    }

    #[test]
    fn versions_count() {
        let part = (header::RANGE, "bytes=0-0");
        assert_eq!(ask(&[part.clone(), (header::IF_RANGE, TAG)]), Wanted::Part(0..1));
        assert_eq!(ask(&[part.clone(), (header::IF_RANGE, "\"b-0\"")]), Wanted::All);
        assert_eq!(ask(&[part.clone(), (header::IF_RANGE, "Wed, 21 Oct 2015 07:28:00 GMT")]), Wanted::All);
        assert_eq!(ask(&[part, (header::IF_NONE_MATCH, "\"x\", W/\"a-0\"")]), Wanted::Known);
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "\"b-0\"")]), Wanted::All);
    }
}
