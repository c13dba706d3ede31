//! Every form of a watchable recording in a real Chromium: how long it is, and jumping in it.

use std::sync::{Arc, atomic::Ordering};

use crate::browser::{Film, record, watch};
use crate::common::{Kept, TONE, VP8, arc, make, make_live, sandbox};
use bytes::Bytes;
use media::{Playable, Source, Spliced, derive};

/// A picture whose brightness tells the time: 20 at the start, 16 more every second.
const CLOCK: &[&str] = &[
    "-f",
    "lavfi",
    "-i",
    "color=black:size=160x90:rate=25,format=yuv420p,geq=lum='20+16*T':cb=128:cr=128",
    "-f",
    "lavfi",
    "-i",
    "sine=frequency=300:sample_rate=48000",
];
const H264: &[&str] = &["-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-c:a", "aac"];
const SECONDS: u32 = 12;

/// The derived recording as a browser is given it.
async fn film(name: &str, form: &str, original: Bytes) -> Film {
    let mut kept = Kept::default();
    let derived = derive(&sandbox(), arc(original.clone()), &mut kept, |_| {}).await;
    let derived = derived.unwrap_or_else(|error| panic!("{name}: {error}"));
    let spliced = |head: Vec<u8>, bytes: Bytes, body| -> Arc<dyn Source> {
        Arc::new(Spliced::new(head.into(), arc(bytes), body))
    };
    let (got, source, mime) = match derived.playable {
        Playable::AsIs { mime } => ("as it is", arc(original), mime),
        Playable::Indexed { head, body, mime } => ("indexed", spliced(head, original, body), mime),
        Playable::Rewritten { head, body, mime } => ("rewritten", spliced(head, kept.0.into(), body), mime),
    };
    assert_eq!(got, form, "{name}");
    Film::new(name, source, mime)
}

/// Brightness as shown (limited range is stretched when turned into colours).
fn light(seconds: f64) -> f64 {
    (4.0 + 16.0 * seconds) * 255.0 / 219.0
}

async fn plays(films: Vec<Film>) {
    let places = [0.5, 0.93, 0.1];
    let (films, seen) = watch(films, &places).await;
    let mut wrong = Vec::new();
    for (film, seen) in films.iter().zip(&seen) {
        let length = seen.duration.unwrap_or(f64::INFINITY);
        let mut right = seen.error.is_none() && (length - f64::from(SECONDS)).abs() < 0.15;
        right &= seen.places.len() == places.len();
        for (place, part) in seen.places.iter().zip(places) {
            right &= (place.at - length * part).abs() < 0.1;
            // Within five frames of the moment that was asked for.
            right &= place.light.is_none_or(|shown| (shown - light(place.at)).abs() < 16.0 * 0.2 + 4.0);
            right &= place.light.is_some() == film.mime.starts_with("video");
        }
        if !right {
            wrong.push(format!("{}: {seen:?}", film.name));
        }
    }
    assert!(wrong.is_empty() && seen.len() == films.len(), "\n{}\n", wrong.join("\n"));
}

#[tokio::test]
async fn recordings_with_a_picture_play_and_jump() {
    let live_mp4 = ["-movflags", "frag_keyframe+empty_moov+default_base_moof+skip_trailer", "-f", "mp4"];
    // With reordered frames, as ffmpeg and telephones write them.
    let late_mp4 = ["-movflags", "frag_keyframe+delay_moov+default_base_moof", "-f", "mp4"];
    let small = &["-movflags", "frag_every_frame+empty_moov+default_base_moof", "-f", "mp4"];
    let vp9 =
        &["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "50", "-c:a", "libopus"];
    let made = |name: &str, codecs| make(name, SECONDS, &[CLOCK, codecs]);
    plays(vec![
        film(
            "mp4, index in front",
            "as it is",
            make("a.mp4", SECONDS, &[CLOCK, H264, &["-movflags", "+faststart"]]),
        )
        .await,
        film("mp4, index at the end", "as it is", made("a.mp4", H264)).await,
        film("mp4 with vp9 and opus", "as it is", made("a.mp4", vp9)).await,
        film("live mp4", "indexed", make_live(&live_mp4, SECONDS, &[CLOCK, H264])).await,
        film("live mp4, late index", "indexed", make_live(&late_mp4, SECONDS, &[CLOCK, H264])).await,
        film("live mp4, a fragment per frame", "rewritten", make_live(small, SECONDS, &[CLOCK, H264])).await,
        film("webm", "as it is", made("a.webm", VP8)).await,
        film("live webm, vp8", "indexed", make_live(&["-f", "webm", "-live", "1"], SECONDS, &[CLOCK, VP8]))
            .await,
        film("live webm, vp9", "indexed", make_live(&["-f", "webm", "-live", "1"], SECONDS, &[CLOCK, vp9]))
            .await,
        film("mkv with vp8", "indexed", made("a.mkv", VP8)).await,
        film("mov", "rewritten", made("a.mov", H264)).await,
        film("mkv with h264", "rewritten", made("a.mkv", H264)).await,
        film("mkv with ffv1", "rewritten", made("a.mkv", &["-c:v", "ffv1", "-c:a", "pcm_s16le"])).await,
        film("transport stream", "rewritten", made("a.ts", H264)).await,
        film("avi", "rewritten", made("a.avi", &["-c:v", "mjpeg", "-q:v", "2", "-c:a", "libmp3lame"])).await,
    ])
    .await;
}

#[tokio::test]
async fn recordings_of_sound_alone_play_and_jump() {
    let made = |name: &str, codecs| make(name, SECONDS, &[TONE, codecs]);
    plays(vec![
        film("m4a", "as it is", made("a.m4a", &["-c:a", "aac"])).await,
        film("ogg opus", "as it is", made("a.ogg", &["-c:a", "libopus"])).await,
        film("ogg vorbis", "as it is", made("a.ogg", &["-c:a", "libvorbis"])).await,
        film("ogg flac", "as it is", made("a.ogg", &["-c:a", "flac"])).await,
        film("wav", "as it is", made("a.wav", &[])).await,
        film("wav, 24 bits", "as it is", made("a.wav", &["-c:a", "pcm_s24le"])).await,
        film("wav, float", "as it is", made("a.wav", &["-c:a", "pcm_f32le"])).await,
        film("mp3", "as it is", made("a.mp3", &[])).await,
        film("mp3 without a table", "rewritten", made("a.mp3", &["-write_xing", "0", "-q:a", "4"])).await,
        film("flac", "as it is", made("a.flac", &[])).await,
        film("aac", "rewritten", made("a.aac", &[])).await,
        film(
            "live webm",
            "indexed",
            make_live(&["-f", "webm", "-live", "1"], SECONDS, &[TONE, &["-c:a", "libopus"]]),
        )
        .await,
        film(
            "live mp4",
            "indexed",
            make_live(
                &["-f", "mp4", "-movflags", "empty_moov+default_base_moof", "-frag_duration", "1000000"],
                SECONDS,
                &[TONE, &["-c:a", "aac"]],
            ),
        )
        .await,
    ])
    .await;
}

/// The middle of a long recording must not cost its whole beginning.
#[tokio::test]
async fn jumping_fetches_only_what_is_needed() {
    let noise: &[&str] = &[
        "-f",
        "lavfi",
        "-i",
        "color=gray:size=320x180:rate=25,noise=alls=60:allf=t",
        "-f",
        "lavfi",
        "-i",
        "sine=sample_rate=48000",
    ];
    let h264: &[&str] =
        &["-c:v", "libx264", "-preset", "ultrafast", "-g", "50", "-b:v", "12M", "-c:a", "aac"];
    let vp8: &[&str] = &[
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        "-cpu-used",
        "16",
        "-b:v",
        "12M",
        "-qmax",
        "8",
        "-g",
        "50",
        "-c:a",
        "libopus",
    ];
    let live_mp4 = ["-movflags", "frag_keyframe+empty_moov+default_base_moof", "-f", "mp4"];
    let films = vec![
        film("live mp4", "indexed", make_live(&live_mp4, 60, &[noise, h264])).await,
        film("live webm", "indexed", make_live(&["-f", "webm", "-live", "1"], 60, &[noise, vp8])).await,
        film("mkv", "rewritten", make("a.mkv", 60, &[noise, h264])).await,
        film("mp4", "as it is", make("a.mp4", 60, &[noise, h264])).await,
    ];
    let (films, seen) = watch(films, &[0.9]).await;
    for (film, seen) in films.iter().zip(&seen) {
        let (len, sent) = (film.source.len(), film.sent.load(Ordering::Relaxed));
        let asked = film.asked.lock().unwrap();
        assert!(len > 12 << 20, "{}: only {len} bytes", film.name);
        assert!(seen.error.is_none() && (seen.places[0].at - 54.0).abs() < 0.2, "{}: {seen:?}", film.name);
        // Of the stretch between the beginning and the goal nothing is asked, and it is not passed through.
        let between = |at: &&u64| (len / 2..len / 10 * 8).contains(*at);
        assert_eq!(asked.iter().find(between), None, "{}: {asked:?} of {len}", film.name);
        assert!(asked.iter().any(|at| *at > len / 10 * 8), "{}: {asked:?} of {len}", film.name);
        assert!(sent < len, "{}: {sent} of {len} bytes in {asked:?}", film.name);
    }
}

/// What a browser really records: with pieces every half second, as the recorder asks for them.
#[tokio::test]
async fn what_chromium_records_it_can_play_and_jump_in() {
    let kinds = [
        "video/webm;codecs=vp8,opus",
        "video/webm;codecs=vp9,opus",
        "audio/webm;codecs=opus",
        "video/mp4;codecs=avc1.42E01E,mp4a.40.2",
        "video/mp4;codecs=vp9,opus",
        "audio/mp4;codecs=opus",
    ];
    let recorded = record(&kinds, 6).await;
    let names: Vec<&str> = recorded.iter().map(|(kind, _)| kind.as_str()).collect();
    // The last three depend on how Chromium was built.
    assert!(names.starts_with(&kinds[..3]), "{names:?}");
    let mut films = Vec::new();
    for (kind, bytes) in &recorded {
        let mut kept = Kept::default();
        let derived = derive(&sandbox(), arc(bytes.clone()), &mut kept, |_| {}).await;
        let derived = derived.unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert!(derived.probe.duration_ms.abs_diff(6_000) < 700, "{kind}: {:?}", derived.probe);
        assert!(!derived.probe.cut_short, "{kind}");
        films.push(match derived.playable {
            Playable::AsIs { mime } => Film::new(kind, arc(bytes.clone()), mime),
            Playable::Indexed { head, body, mime } => {
                Film::new(kind, Arc::new(Spliced::new(head.into(), arc(bytes.clone()), body)), mime)
            }
            Playable::Rewritten { head, body, mime } => {
                Film::new(kind, Arc::new(Spliced::new(head.into(), arc(kept.0.into()), body)), mime)
            }
        });
    }
    let (films, seen) = watch(films, &[0.5, 0.9]).await;
    for (film, seen) in films.iter().zip(&seen) {
        let length = seen.duration.unwrap_or(f64::INFINITY);
        assert!(seen.error.is_none() && (length - 6.0).abs() < 0.7, "{}: {seen:?}", film.name);
        for (place, part) in seen.places.iter().zip([0.5, 0.9]) {
            assert!((place.at - length * part).abs() < 0.1, "{}: {seen:?}", film.name);
            // The recorded picture grows lighter by 25 every second.
            let wanted = 25.0 * place.at;
            assert!(place.light.is_none_or(|light| (light - wanted).abs() < 25.0), "{}: {seen:?}", film.name);
        }
    }
}
