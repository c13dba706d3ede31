//! What is known of every kind of recording, and what is refused.

use crate::common::{self, H264, PICTURE, SECONDS, TONE, VP8, arc, make, make_live, sandbox};
use bytes::Bytes;
use media::{Container, Error, Examined, Plan, Recipe, Refused, Treatment, examine};

async fn look(bytes: Bytes) -> Examined {
    examine(&sandbox(), &arc(bytes)).await.unwrap()
}

async fn refused(bytes: impl Into<Bytes>) -> Refused {
    match examine(&sandbox(), &arc(bytes.into())).await {
        Err(Error::Refused(refused)) => refused,
        other => panic!("not refused: {other:?}"),
    }
}

#[track_caller]
fn lasts(examined: &Examined, seconds: f64) {
    let length = examined.probe.duration_ms as f64 / 1000.0;
    assert!((length - seconds).abs() < 0.15, "{length} s instead of {seconds}: {:?}", examined.probe);
}

fn rewrite(video: Option<Treatment>, audio: Option<Treatment>) -> Plan {
    Plan::Rewrite(Recipe { video, audio })
}

#[tokio::test]
async fn mp4_plays_as_it_is_wherever_its_index_is() {
    for bytes in [common::mp4_front(), common::mp4_end()] {
        let seen = look(bytes).await;
        lasts(&seen, SECONDS.into());
        assert_eq!(seen.plan, Plan::AsIs { mime: "video/mp4" });
        let (video, audio) = (seen.probe.video.unwrap(), seen.probe.audio.unwrap());
        assert_eq!((video.codec.as_str(), video.width, video.height, video.rotation), ("h264", 320, 180, 0));
        assert!((video.fps - 25.0).abs() < 0.1);
        assert_eq!((audio.codec.as_str(), audio.channels, audio.rate), ("aac", 1, 48_000));
        assert!(!seen.probe.cut_short);
    }
}

#[tokio::test]
async fn live_recordings_get_their_length_and_a_new_head() {
    for (bytes, mime) in [(common::mp4_live(), "video/mp4"), (common::webm_live(), "video/webm")] {
        let seen = look(bytes.clone()).await;
        lasts(&seen, SECONDS.into());
        assert!(!seen.probe.cut_short, "{mime}");
        let Plan::Indexed { head, body, mime: served } = seen.plan else { panic!("{:?}", seen.plan) };
        assert_eq!(served, mime);
        assert!(head.len() < 8_192 && body.end <= bytes.len() as u64);
    }
}

#[tokio::test]
async fn every_other_kind_is_recognised() {
    use Treatment::{Copy, Encode};
    let indexed = |plan: &Plan| matches!(plan, Plan::Indexed { mime: "video/webm", .. });
    let made = |name: &str, parts: &[&[&str]]| make(name, 6, parts);

    let seen = look(made("a.webm", &[PICTURE, VP8])).await;
    assert_eq!(seen.plan, Plan::AsIs { mime: "video/webm" });
    lasts(&seen, 6.0);

    let seen = look(made("a.mkv", &[PICTURE, VP8])).await;
    assert!(indexed(&seen.plan), "{:?}", seen.plan);
    lasts(&seen, 6.0);

    let seen = look(made("a.mkv", &[PICTURE, H264])).await;
    assert_eq!(seen.probe.container, Container::Matroska);
    assert_eq!(seen.plan, rewrite(Some(Copy), Some(Copy)));
    lasts(&seen, 6.0);

    let seen = look(made("a.mov", &[PICTURE, H264])).await;
    assert_eq!((seen.probe.container, &seen.plan), (Container::Mov, &rewrite(Some(Copy), Some(Copy))));
    lasts(&seen, 6.0);

    let seen = look(made("a.mkv", &[PICTURE, &["-c:v", "ffv1", "-c:a", "pcm_s16le"]])).await;
    assert_eq!(seen.plan, rewrite(Some(Encode), Some(Encode)));
    lasts(&seen, 6.0);

    let seen = look(made("a.ts", &[PICTURE, H264])).await;
    assert_eq!((seen.probe.container, &seen.plan), (Container::MpegTs, &rewrite(Some(Copy), Some(Copy))));
    lasts(&seen, 6.0);

    let seen = look(made("a.avi", &[PICTURE, &["-c:v", "mjpeg", "-c:a", "libmp3lame"]])).await;
    assert_eq!((seen.probe.container, &seen.plan), (Container::Avi, &rewrite(Some(Encode), Some(Copy))));
    lasts(&seen, 6.0);
}

#[tokio::test]
async fn sound_alone_is_a_recording_too() {
    let as_is = |mime| Plan::AsIs { mime };
    let copied = rewrite(None, Some(Treatment::Copy));
    let encoded = rewrite(None, Some(Treatment::Encode));
    for (name, options, plan) in [
        ("a.m4a", &["-c:a", "aac"][..], as_is("audio/mp4")),
        ("a.ogg", &["-c:a", "libopus"], as_is("audio/ogg")),
        ("a.ogg", &["-c:a", "libvorbis"], as_is("audio/ogg")),
        ("a.wav", &[], as_is("audio/wav")),
        ("a.mp3", &[], as_is("audio/mpeg")),
        ("a.mp3", &["-write_xing", "0"], copied.clone()),
        ("a.flac", &[], as_is("audio/flac")),
        ("a.webm", &[], as_is("audio/webm")),
        ("a.aac", &[], copied.clone()),
        ("a.wav", &["-c:a", "pcm_alaw"], encoded),
    ] {
        let seen = look(make(name, 6, &[TONE, options])).await;
        assert_eq!(seen.plan, plan, "{name} {options:?}");
        assert_eq!(seen.probe.video, None, "{name}");
        lasts(&seen, 6.0);
    }
    let live = look(make_live(&["-f", "webm", "-live", "1"], 6, &[TONE, &["-c:a", "libopus"]])).await;
    assert!(matches!(live.plan, Plan::Indexed { mime: "audio/webm", .. }), "{:?}", live.plan);
    lasts(&live, 6.0);
}

#[tokio::test]
async fn a_turned_telephone_is_seen_upright() {
    let turned = common::make_rotated();
    let video = look(turned).await.probe.video.unwrap();
    assert_eq!((video.width, video.height, video.rotation), (320, 180, 270));
}

#[tokio::test]
async fn what_is_no_recording_is_refused() {
    assert_eq!(refused(Bytes::new()).await, Refused::Empty);
    assert_eq!(refused("Goedemiddag. Ga zitten.").await, Refused::NotARecording);
    assert_eq!(refused(vec![0; 100_000]).await, Refused::NotARecording);
    assert_eq!(refused("RIFF\0\0\0\0WAVEfmt niets").await, Refused::Broken);
    let mut noise = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec();
    noise.extend((0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8));
    assert_eq!(refused(noise).await, Refused::Broken);
}

#[tokio::test]
async fn what_was_cut_short_is_taken_as_far_as_it_plays() {
    let half = |bytes: Bytes| bytes.slice(..bytes.len() / 2);
    // The index of this one was to come at the end.
    assert_eq!(refused(half(common::mp4_end())).await, Refused::Broken);
    // Of this one hardly more than the index is there.
    assert_eq!(refused(common::mp4_front().slice(..2_000)).await, Refused::Broken);
    for (name, bytes) in [
        ("mp4", common::mp4_front()),
        ("live mp4", common::mp4_live()),
        ("live webm", common::webm_live()),
        ("webm", make("a.webm", SECONDS, &[PICTURE, VP8])),
        ("wav", make("a.wav", SECONDS, &[TONE])),
        ("mp3", make("a.mp3", SECONDS, &[TONE])),
        ("ogg", make("a.ogg", SECONDS, &[TONE])),
    ] {
        let seen = look(half(bytes)).await;
        assert!(seen.probe.cut_short, "{name}");
        let seconds = seen.probe.duration_ms / 1000;
        assert!((2..10).contains(&seconds), "{name}: {seconds} s");
    }
}
