//! Recordings made by ffmpeg itself, and a sandbox with the launcher of this crate.

use std::{process::Command, sync::Arc};

use bytes::Bytes;
use futures::{FutureExt, future::BoxFuture};
use media::{Sandbox, Sink, Source};

/// How long most samples are.
pub const SECONDS: u32 = 12;

pub fn sandbox() -> Sandbox {
    Sandbox::new(env!("CARGO_BIN_EXE_media-launcher"), &[])
}

/// A picture that moves, with a tone.
pub const PICTURE: &[&str] = &[
    "-f",
    "lavfi",
    "-i",
    "testsrc2=size=320x180:rate=25",
    "-f",
    "lavfi",
    "-i",
    "sine=frequency=300:sample_rate=48000",
];
/// A tone.
pub const TONE: &[&str] = &["-f", "lavfi", "-i", "sine=frequency=300:sample_rate=48000"];
pub const H264: &[&str] =
    &["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50", "-c:a", "aac"];
pub const VP8: &[&str] = &[
    "-c:v",
    "libvpx",
    "-deadline",
    "realtime",
    "-cpu-used",
    "8",
    "-b:v",
    "300k",
    "-g",
    "50",
    "-c:a",
    "libopus",
];

/// Runs the real ffmpeg outside any sandbox; the sample goes through a file of that name.
pub fn make(name: &str, seconds: u32, parts: &[&[&str]]) -> Bytes {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-nostdin"]);
    let (input, output) = parts.split_first().unwrap();
    command.args(*input).args(["-t", &seconds.to_string()]);
    for part in output {
        command.args(*part);
    }
    assert!(command.arg(&path).status().unwrap().success(), "{name} was not made");
    std::fs::read(path).unwrap().into()
}

/// The same into a pipe, so that ffmpeg can write neither length nor index: as a browser's recorder.
pub fn make_live(format: &[&str], seconds: u32, parts: &[&[&str]]) -> Bytes {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-nostdin"]);
    let (input, output) = parts.split_first().unwrap();
    command.args(*input).args(["-t", &seconds.to_string()]);
    for part in output {
        command.args(*part);
    }
    let made = command.args(format).arg("pipe:1").output().unwrap();
    assert!(made.status.success(), "{format:?} was not made: {}", String::from_utf8_lossy(&made.stderr));
    made.stdout.into()
}

pub fn mp4_front() -> Bytes {
    make("front.mp4", SECONDS, &[PICTURE, H264, &["-movflags", "+faststart"]])
}

pub fn mp4_end() -> Bytes {
    make("end.mp4", SECONDS, &[PICTURE, H264])
}

/// As telephones and Chromium record MP4: all fragments, no length, no index.
pub fn mp4_live() -> Bytes {
    let flags = "frag_keyframe+empty_moov+default_base_moof+skip_trailer";
    make_live(&["-movflags", flags, "-f", "mp4"], SECONDS, &[PICTURE, H264])
}

/// As a browser's MediaRecorder: clusters of unknown size, no length, no cues.
pub fn webm_live() -> Bytes {
    make_live(&["-live", "1", "-f", "webm"], SECONDS, &[PICTURE, VP8])
}

pub fn arc(bytes: Bytes) -> Arc<dyn Source> {
    Arc::new(bytes)
}

/// Keeps what is written anew in memory.
#[derive(Default)]
pub struct Kept(pub Vec<u8>);

impl Sink for Kept {
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, std::io::Result<()>> {
        self.0.extend_from_slice(&piece);
        async { Ok(()) }.boxed()
    }
}

/// As a telephone held upright writes it: the picture lies on its side, with a note to turn it a
/// quarter against the clock.
pub fn make_rotated() -> Bytes {
    let folder = tempfile::tempdir().unwrap();
    let (flat, turned) = (folder.path().join("flat.mp4"), folder.path().join("turned.mp4"));
    std::fs::write(&flat, make("flat.mp4", 3, &[PICTURE, H264])).unwrap();
    let status = Command::new("ffmpeg")
        .args(["-v", "error", "-nostdin", "-i"])
        .arg(&flat)
        .args(["-c", "copy", "-metadata:s:v:0", "rotate=90"])
        .arg(&turned)
        .status();
    assert!(status.unwrap().success());
    std::fs::read(turned).unwrap().into()
}
