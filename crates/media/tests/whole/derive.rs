//! Everything that is derived from a recording, and the rewritten forms.

use std::{
    process::Command,
    sync::{Arc, Mutex},
};

use crate::common::{self, H264, Kept, PICTURE, arc, make, sandbox};
use bytes::Bytes;
use media::{Derived, Percent, Playable, Spliced, derive, examine};

async fn all(bytes: Bytes) -> (Derived, Vec<u8>, Vec<u8>) {
    let (mut kept, told) = (Kept::default(), Mutex::new(Vec::new()));
    let progress = |percent: Percent| told.lock().unwrap().push(percent.get());
    let derived = derive(&sandbox(), arc(bytes), &mut kept, progress).await.unwrap();
    (derived, kept.0, told.into_inner().unwrap())
}

/// What ffprobe outside the sandbox says of a file.
fn codecs(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).unwrap();
    let words = ["-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0"];
    let said = Command::new("ffprobe").args(words).arg(path).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "");
    String::from_utf8(said.stdout).unwrap().trim().replace('\n', " ")
}

fn whole(derived: &Derived, original: &Bytes, sink: &[u8]) -> Vec<u8> {
    let part =
        |bytes: &[u8], body: &std::ops::Range<u64>| bytes[body.start as usize..body.end as usize].to_vec();
    match &derived.playable {
        Playable::AsIs { .. } => original.to_vec(),
        Playable::Indexed { head, body, .. } => [head.clone(), part(original, body)].concat(),
        Playable::Rewritten { head, body, .. } => [head.clone(), part(sink, body)].concat(),
    }
}

#[tokio::test]
async fn what_a_browser_cannot_play_is_written_anew() {
    let wide = &["-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=10", "-f", "lavfi", "-i", "sine"];
    for (original, wanted) in [
        (make("a.mov", 6, &[PICTURE, H264]), "h264,320,180 aac"),
        (make("a.mkv", 6, &[PICTURE, H264]), "h264,320,180 aac"),
        (make("a.mkv", 6, &[PICTURE, &["-c:v", "ffv1", "-c:a", "pcm_s16le"]]), "h264,320,180 aac"),
        (make("a.mkv", 6, &[wide, &["-c:v", "mjpeg", "-c:a", "flac"]]), "h264,1280,720 aac"),
        (make("a.avi", 6, &[PICTURE, &["-c:v", "mpeg4", "-c:a", "libmp3lame"]]), "h264,320,180 mp3"),
        (
            make(
                "a.mp4",
                6,
                &[PICTURE, &["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none"]],
            ),
            "h264,320,180 aac",
        ),
    ] {
        let (derived, sink, told) = all(original.clone()).await;
        assert!(matches!(derived.playable, Playable::Rewritten { mime: "video/mp4", .. }));
        let file = whole(&derived, &original, &sink);
        assert_eq!(codecs(&file), wanted);
        // What was written is itself a recording with an index, as long as the original.
        let again = examine(&sandbox(), &arc(file.into())).await.unwrap();
        assert!(again.probe.duration_ms.abs_diff(6_000) < 150, "{:?}", again.probe);
        assert!(derived.probe.duration_ms.abs_diff(6_000) < 150, "{:?}", derived.probe);
        assert!(told.is_sorted() && told.first() == Some(&0) && told.last() == Some(&100), "{told:?}");
    }
}

#[tokio::test]
async fn a_recording_that_plays_leaves_the_sink_empty() {
    for original in [common::mp4_end(), common::webm_live(), common::mp4_live()] {
        let (derived, sink, _) = all(original.clone()).await;
        assert_eq!(sink, b"");
        assert!(!matches!(derived.playable, Playable::Rewritten { .. }));
        // A still for every second or so of a short recording, and peaks for every tenth of one.
        assert!((120..=121).contains(&derived.sound.peaks.len()), "{}", derived.sound.peaks.len());
        assert!((9..=11).contains(&derived.stills.len()), "{}", derived.stills.len());
        for (n, still) in derived.stills.iter().enumerate() {
            assert!(still.at_ms.abs_diff(n as u64 * 1_200) < 40, "{n}: {}", still.at_ms);
            assert_eq!(codecs(&still.jpeg), "mjpeg,160,90");
        }
        assert_ne!(derived.stills[0].jpeg, derived.stills[5].jpeg);
    }
}

#[tokio::test]
async fn titles_and_places_do_not_come_along() {
    let words = ["-metadata", "title=Gesprek met Merel", "-metadata", "location=+52.0575+004.4931/"];
    let original = make("a.mov", 3, &[PICTURE, H264, &words]);
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(has(&original, "Merel") && has(&original, "+52.0575"));
    let (derived, sink, _) = all(original.clone()).await;
    let file = whole(&derived, &original, &sink);
    assert!(!has(&file, "Merel") && !has(&file, "+52.0575") && !has(&sink, "Merel"));
}

#[tokio::test]
async fn a_spliced_recording_can_be_derived_from_again() {
    let original = common::webm_live();
    let (derived, ..) = all(original.clone()).await;
    let Playable::Indexed { head, body, .. } = derived.playable else { panic!("not indexed") };
    let spliced = Spliced::new(head.into(), arc(original), body);
    let again = examine(&sandbox(), &(Arc::new(spliced) as _)).await.unwrap();
    assert_eq!(again.plan, media::Plan::AsIs { mime: "video/webm" });
    assert_eq!(again.probe.duration_ms, derived.probe.duration_ms);
}
