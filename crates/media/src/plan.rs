//! How a browser can be given a recording, from what is known of it.

use std::ops::Range;

use crate::{
    probe::{Audio, Video},
    sniff::Container,
};

/// How a browser can be given a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// As it is: a browser plays it and jumps in it by ranges.
    AsIs {
        /// The type to serve it with.
        mime: &'static str,
    },
    /// With a new head, before a part of the original.
    Indexed {
        /// The new head.
        head: Vec<u8>,
        /// Which bytes of the original follow it.
        body: Range<u64>,
        /// The type to serve it with.
        mime: &'static str,
    },
    /// Written anew, as MP4 in fragments.
    Rewrite(Recipe),
}

/// What becomes of picture and sound when a recording is written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The picture, when there is one.
    pub video: Option<Treatment>,
    /// The sound, when there is any.
    pub audio: Option<Treatment>,
}

/// What is done with one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Taken over bit by bit.
    Copy,
    /// Decoded, and encoded as what every browser plays.
    Encode,
}

impl Recipe {
    /// Whether nothing is encoded, which makes it quick and without loss.
    #[must_use]
    pub fn copies(self) -> bool {
        self.video != Some(Treatment::Encode) && self.audio != Some(Treatment::Encode)
    }

    /// The type of what comes out.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        if self.video.is_some() { "video/mp4" } else { "audio/mp4" }
    }
}

/// How a player finds its way in a file.
#[derive(Debug)]
pub(crate) enum Way {
    /// The file has what a player needs.
    Found,
    /// With this head before this part of it.
    Written { head: Vec<u8>, body: Range<u64> },
    /// Not at all.
    Lost,
}

/// Chooses the lightest way that every current browser plays.
pub(crate) fn decide(container: Container, video: Option<&Video>, audio: Option<&Audio>, way: Way) -> Plan {
    if let Some(mime) = served(container, video, audio) {
        match way {
            // What calls itself Matroska is refused by some browsers, whatever is in it.
            Way::Found if container != Container::Matroska => return Plan::AsIs { mime },
            Way::Written { head, body } => return Plan::Indexed { head, body, mime },
            Way::Found | Way::Lost => {}
        }
    }
    Plan::Rewrite(Recipe {
        video: video.map(|video| match video.codec.as_str() {
            // AVI has no times of its own, so its frames cannot simply be taken over.
            "h264" | "vp9" | "av1" if plain(video) && container != Container::Avi => Treatment::Copy,
            _ => Treatment::Encode,
        }),
        audio: audio.map(|audio| match audio.codec.as_str() {
            "aac" | "mp3" | "opus" => Treatment::Copy,
            _ => Treatment::Encode,
        }),
    })
}

/// The type under which a browser plays these codecs in this kind of file, if one does.
fn served(container: Container, video: Option<&Video>, audio: Option<&Audio>) -> Option<&'static str> {
    let picture = |codecs: &[&str]| video.is_none_or(|video| codecs.contains(&&*video.codec) && plain(video));
    let sound = |codecs: &[&str]| audio.is_none_or(|audio| codecs.contains(&&*audio.codec));
    let (mime, sound_only, fits) = match container {
        Container::Mp4 => {
            ("video/mp4", "audio/mp4", picture(&["h264", "vp9", "av1"]) && sound(&["aac", "mp3", "opus"]))
        }
        Container::Webm | Container::Matroska => {
            ("video/webm", "audio/webm", picture(&["vp8", "vp9", "av1"]) && sound(&["opus", "vorbis"]))
        }
        Container::Ogg => ("", "audio/ogg", video.is_none() && sound(&["opus", "vorbis", "flac"])),
        Container::Mp3 => ("", "audio/mpeg", video.is_none() && sound(&["mp3"])),
        Container::Flac => ("", "audio/flac", video.is_none() && sound(&["flac"])),
        Container::Wav => {
            let linear = ["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"];
            ("", "audio/wav", video.is_none() && sound(&linear))
        }
        Container::Mov | Container::Aac | Container::Amr | Container::Avi | Container::MpegTs => {
            ("", "", false)
        }
    };
    fits.then_some(if video.is_some() { mime } else { sound_only })
}

/// Eight bits and halved colour: the one form that every decoder in a browser takes.
fn plain(video: &Video) -> bool {
    matches!(video.pixels.as_str(), "yuv420p" | "yuvj420p")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn video(codec: &str, pixels: &str) -> Video {
        let (codec, pixels) = (codec.to_owned(), pixels.to_owned());
        Video { codec, pixels, width: 640, height: 360, rotation: 0, fps: 25.0 }
    }

    fn audio(codec: &str) -> Audio {
        Audio { codec: codec.to_owned(), channels: 1, rate: 48_000 }
    }

    #[test]
    fn the_lightest_way_is_chosen() {
        use Treatment::{Copy, Encode};
        let rewrite = |video, audio| Plan::Rewrite(Recipe { video, audio });
        let h264 = video("h264", "yuv420p");
        let aac = audio("aac");
        let plan =
            |container, video: &Video, audio: &Audio, way| decide(container, Some(video), Some(audio), way);

        assert_eq!(plan(Container::Mp4, &h264, &aac, Way::Found), Plan::AsIs { mime: "video/mp4" });
        assert_eq!(plan(Container::Mp4, &h264, &aac, Way::Lost), rewrite(Some(Copy), Some(Copy)));
        assert_eq!(plan(Container::Mov, &h264, &aac, Way::Found), rewrite(Some(Copy), Some(Copy)));
        assert_eq!(
            plan(Container::Matroska, &h264, &audio("pcm_s16le"), Way::Found),
            rewrite(Some(Copy), Some(Encode))
        );
        assert_eq!(
            plan(Container::Mp4, &video("hevc", "yuv420p"), &aac, Way::Found),
            rewrite(Some(Encode), Some(Copy))
        );
        assert_eq!(
            plan(Container::Mp4, &video("h264", "yuv422p10le"), &aac, Way::Found),
            rewrite(Some(Encode), Some(Copy))
        );
        assert_eq!(plan(Container::Avi, &h264, &audio("mp3"), Way::Found), rewrite(Some(Encode), Some(Copy)));
        assert_eq!(decide(Container::Aac, None, Some(&aac), Way::Lost), rewrite(None, Some(Copy)));
        let written = || Way::Written { head: vec![1], body: 5..9 };
        assert_eq!(
            plan(Container::Matroska, &video("vp8", "yuv420p"), &audio("opus"), written()),
            Plan::Indexed { head: vec![1], body: 5..9, mime: "video/webm" }
        );
        assert_eq!(
            decide(Container::Webm, None, Some(&audio("opus")), Way::Found),
            Plan::AsIs { mime: "audio/webm" }
        );
    }
}
