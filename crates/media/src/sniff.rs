//! What kind of file it is, from its first bytes: this decides which one demuxer ffmpeg may use.

use serde::{Deserialize, Serialize};

/// The kinds of recording that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Container {
    /// MP4, M4A, 3GP.
    Mp4,
    /// QuickTime.
    Mov,
    /// Matroska.
    Matroska,
    /// WebM.
    Webm,
    /// Ogg.
    Ogg,
    /// RIFF WAVE.
    Wav,
    /// MPEG layer 3.
    Mp3,
    /// FLAC.
    Flac,
    /// AAC in ADTS frames.
    Aac,
    /// AMR, as older telephones record speech.
    Amr,
    /// AVI.
    Avi,
    /// MPEG transport stream, as camcorders write it.
    MpegTs,
}

impl Container {
    /// The demuxer of ffmpeg, by name.
    #[must_use]
    pub const fn demuxer(self) -> &'static str {
        match self {
            Self::Mp4 | Self::Mov => "mov",
            Self::Matroska | Self::Webm => "matroska",
            Self::Ogg => "ogg",
            Self::Wav => "wav",
            Self::Mp3 => "mp3",
            Self::Flac => "flac",
            Self::Aac => "aac",
            Self::Amr => "amr",
            Self::Avi => "avi",
            Self::MpegTs => "mpegts",
        }
    }

    /// Recognises a recording by its first bytes (a few hundred are enough).
    #[must_use]
    pub fn sniff(first: &[u8]) -> Option<Self> {
        quicktime(first).or_else(|| ebml(first)).or_else(|| transport(first)).or_else(|| known(first))
    }
}

/// ISO base media and QuickTime. Picture formats share the box structure, so the brand decides.
fn quicktime(first: &[u8]) -> Option<Container> {
    match first.get(4..8)? {
        b"ftyp" => match first.get(8..12)? {
            b"qt  " => Some(Container::Mov),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1" | b"avif" | b"avis"
            | b"crx " | b"jp2 " | b"jpx " => None,
            _ => Some(Container::Mp4),
        },
        // QuickTime files older than the ftyp box begin with any of these.
        b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot" => Some(Container::Mov),
        _ => None,
    }
}

/// Matroska and WebM tell themselves apart by the document type in the EBML header.
fn ebml(first: &[u8]) -> Option<Container> {
    let header = crate::webm::document(first)?;
    match header.as_slice() {
        b"webm" => Some(Container::Webm),
        b"matroska" => Some(Container::Matroska),
        _ => None,
    }
}

/// A transport stream has a sync byte every 188 bytes (192 in camcorder files).
fn transport(first: &[u8]) -> Option<Container> {
    let synced = |offset: usize, step: usize| (0..5).all(|n| first.get(offset + n * step) == Some(&0x47));
    (synced(0, 188) || synced(4, 192)).then_some(Container::MpegTs)
}

/// The rest by the signatures that the `infer` crate keeps.
fn known(first: &[u8]) -> Option<Container> {
    match infer::get(first)?.mime_type() {
        "audio/ogg" | "video/ogg" | "audio/opus" => Some(Container::Ogg),
        "audio/x-wav" => Some(Container::Wav),
        "audio/mpeg" => Some(Container::Mp3),
        "audio/x-flac" => Some(Container::Flac),
        "audio/aac" => Some(Container::Aac),
        "audio/amr" => Some(Container::Amr),
        "video/x-msvideo" => Some(Container::Avi),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_looks_like_a_recording_is_not_one() {
        for not in [
            &b"#EXTM3U\n#EXT-X-TARGETDURATION:9\nfile:///etc/passwd\n"[..],
            b"ffconcat version 1.0\nfile /etc/passwd\n",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            b"%PDF-1.7\n",
            b"\x1a\x45\xdf\xa3\x84\x42\x82\x81x",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"",
            b"Goedemiddag. Ga zitten.",
        ] {
            assert_eq!(Container::sniff(not), None, "{}", String::from_utf8_lossy(not));
        }
    }

    #[test]
    fn the_document_type_tells_webm_from_matroska() {
        let file = |kind: &[u8]| {
            let mut bytes = vec![0x1a, 0x45, 0xdf, 0xa3, 0x83 + kind.len() as u8, 0x42, 0x82];
            bytes.push(0x80 + kind.len() as u8);
            bytes.extend_from_slice(kind);
            bytes
        };
        assert_eq!(Container::sniff(&file(b"webm")), Some(Container::Webm));
        assert_eq!(Container::sniff(&file(b"matroska")), Some(Container::Matroska));
        assert_eq!(Container::sniff(&file(b"other")), None);
    }
}
