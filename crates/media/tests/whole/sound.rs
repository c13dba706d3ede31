//! Waveform and speech against what is known to be in the sound.

use std::process::Command;

use crate::common::{arc, make, sandbox};
use bytes::Bytes;
use media::{Sound, examine, listen};

async fn heard(bytes: Bytes) -> Sound {
    let source = arc(bytes);
    let probe = examine(&sandbox(), &source).await.unwrap().probe;
    listen(&sandbox(), source, &probe, |_| {}).await.unwrap()
}

#[tokio::test]
async fn peaks_follow_the_sound() {
    // A second of silence, a second at a quarter of full scale, a second at full scale, and so on.
    let tone = "aevalsrc='mod(floor(t),3)*(mod(floor(t),3)*0.25)*sin(2*PI*440*t)':s=48000";
    let sound = heard(make("a.wav", 6, &[&["-f", "lavfi", "-i", tone]])).await;
    assert_eq!(sound.peaks.len(), 60);
    for (n, peak) in sound.peaks.iter().enumerate() {
        let wanted = [0, 63, 255][n / 10 % 3];
        // A bucket beside a change holds a trace of it, from resampling.
        assert!(n % 10 == 0 || n % 10 == 9 || peak.abs_diff(wanted) <= 3, "{n}: {peak} instead of {wanted}");
    }
}

#[tokio::test]
async fn sound_that_starts_late_stays_beside_the_picture() {
    let late = &[
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=160x90:rate=10",
        "-itsoffset",
        "2",
        "-f",
        "lavfi",
        "-i",
        "sine",
    ];
    let sound = heard(make("a.mkv", 5, &[late, &["-c:v", "libvpx", "-c:a", "libopus"]])).await;
    assert!(sound.peaks[..19].iter().all(|peak| *peak < 3), "{:?}", sound.peaks);
    assert!(sound.peaks[21..].iter().take(20).all(|peak| *peak > 10), "{:?}", sound.peaks);
}

#[tokio::test]
async fn speech_is_found_where_someone_speaks() {
    let folder = tempfile::tempdir().unwrap();
    let say = folder.path().join("say.wav");
    let words = "Goedemiddag. Ga zitten. Fijn dat u er bent. Hoe gaat het nu met u en met het werk?";
    let status = Command::new("espeak-ng").args(["-v", "nl", "-w"]).arg(&say).arg(words).status();
    assert!(status.unwrap().success());
    // Two seconds of nothing, the words, and nothing again.
    let path = say.to_str().unwrap();
    let padded = &["-i", path];
    let sound = heard(make("a.wav", 12, &[padded, &["-af", "adelay=2000,apad"]])).await;
    let spoken: u64 = sound.speech.iter().map(|span| span.end_ms - span.start_ms).sum();
    let (first, last) = (sound.speech.first().unwrap(), sound.speech.last().unwrap());
    assert!((1_900..2_500).contains(&first.start_ms), "{:?}", sound.speech);
    let quiet_from = sound.peaks.iter().rposition(|peak| *peak > 2).unwrap() as u64 * 100;
    assert!(last.end_ms.abs_diff(quiet_from) < 500, "{:?} {quiet_from}", sound.speech);
    assert!(spoken * 10 > (last.end_ms - first.start_ms) * 7, "{:?}", sound.speech);
    assert!(sound.speech.is_sorted_by(|a, b| a.end_ms < b.start_ms));

    // Rain on the window is sound, and no speech. The same rain each time: of other rain a sixth of a second can pass for it.
    let rain =
        heard(make("a.wav", 5, &[&["-f", "lavfi", "-i", "anoisesrc=color=pink:amplitude=0.2:seed=7"]])).await;
    assert!(rain.peaks.iter().all(|peak| *peak > 10));
    assert_eq!(rain.speech, []);
}
