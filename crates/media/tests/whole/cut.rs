//! A part is taken out: what was seen and heard in it is gone, and all after it is where it should be.

use std::{process::Command, sync::Arc};

use bytes::Bytes;
use media::{Playable, Source, Spliced, cut, draw, examine, playable};

use crate::common::{H264, Kept, TONE, VP8, make, make_live, sandbox};

/// A recording as it is played: with its new head, where it has one.
async fn played(original: &Bytes) -> Arc<dyn Source> {
    let mut sink = Kept::default();
    let source: Arc<dyn Source> = Arc::new(original.clone());
    let (_, how) = playable(&sandbox(), &source, &mut sink, |_| {}).await.unwrap();
    whole(how, source, sink)
}

fn whole(how: Playable, original: Arc<dyn Source>, sink: Kept) -> Arc<dyn Source> {
    match how {
        Playable::AsIs { .. } => original,
        Playable::Indexed { head, body, .. } => Arc::new(Spliced::new(head.into(), original, body)),
        Playable::Rewritten { head, body, .. } => {
            Arc::new(Spliced::new(head.into(), Arc::new(Bytes::from(sink.0)), body))
        }
    }
}

/// The same without a part, and how long that is said to be.
async fn without(source: &Arc<dyn Source>, part: std::ops::Range<u64>) -> (Arc<dyn Source>, u64) {
    let mut sink = Kept::default();
    let (probe, how) = cut(&sandbox(), source, part, &mut sink, |_| {}).await.unwrap();
    assert!(matches!(how, Playable::Rewritten { .. }), "nothing of the bytes before is kept");
    (whole(how, Arc::clone(source), sink), probe.duration_ms)
}

/// The bytes of all of it.
async fn bytes(source: &Arc<dyn Source>) -> Vec<u8> {
    use futures::TryStreamExt;
    let pieces: Vec<Bytes> = source.read(0..source.len()).try_collect().await.unwrap();
    pieces.concat()
}

/// How bright each picture is, by the real ffmpeg: 25 a second, each held until the next.
async fn brightness(source: &Arc<dyn Source>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("film");
    std::fs::write(&path, bytes(source).await).unwrap();
    let filter = "fps=25,scale=1:1,format=gray";
    let words = ["-map", "0:v", "-vf", filter, "-f", "rawvideo", "pipe:1"];
    let said = Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(&path).args(words).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    said.stdout
}

/// A picture that grows brighter all the time, so that every picture tells its own place; and a tone.
const BRIGHTER: &[&str] = &[
    "-f",
    "lavfi",
    "-i",
    "nullsrc=size=160x90:rate=25,format=yuv420p,geq=lum='16+T*10':cb=128:cr=128",
    "-f",
    "lavfi",
    "-i",
    "sine=frequency=300:sample_rate=48000",
];

#[tokio::test]
async fn every_picture_after_the_part_is_where_it_should_be_and_none_of_the_part_is_left() {
    let live = ["-f", "webm", "-live", "1"];
    for original in [
        make("a.mp4", 20, &[BRIGHTER, H264]),
        make("a.mov", 20, &[BRIGHTER, H264]),
        make_live(&live, 20, &[BRIGHTER, VP8]),
    ] {
        let source = played(&original).await;
        let before = brightness(&source).await;
        for (from, to) in [(6_000, 11_520), (0, 4_000), (15_000, 20_000)] {
            let (after, said) = without(&source, from..to).await;
            let after = brightness(&after).await;
            let kept: Vec<u8> = before
                .iter()
                .zip(0_u64..)
                .filter(|(_, n)| n * 40 < from || n * 40 >= to)
                .map(|(bright, _)| *bright)
                .collect();
            assert!(said.abs_diff(20_000 - (to - from)) <= 120, "{from}..{to}: {said} ms");
            assert!(after.len().abs_diff(kept.len()) <= 2, "{from}..{to}: {} {}", after.len(), kept.len());
            // Ten steps of brightness are a second: a picture that is one place off differs by less than one.
            for (n, (got, wanted)) in after.iter().zip(&kept).enumerate() {
                // At the seam the last picture before the part stands until the next one is there: a tenth of a second.
                if (from as usize / 40..=from as usize / 40 + 2).contains(&n) {
                    continue;
                }
                assert!(got.abs_diff(*wanted) <= 3, "{from}..{to}: picture {n} is {got}, not {wanted}");
            }
            let (first, last) = (before[from as usize / 40 + 8], before[to as usize / 40 - 8]);
            assert!(
                !after.iter().any(|bright| (first..=last).contains(bright)),
                "{from}..{to}: a picture is left"
            );
        }
    }
}

/// How loud it is in every hundredth of a second, by the real ffmpeg.
async fn loudness(source: &Arc<dyn Source>) -> Vec<f64> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("film");
    std::fs::write(&path, bytes(source).await).unwrap();
    let words = ["-map", "0:a", "-ac", "1", "-ar", "16000", "-f", "s16le", "pipe:1"];
    let said = Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(&path).args(words).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let samples: Vec<f64> =
        said.stdout.as_chunks::<2>().0.iter().map(|two| f64::from(i16::from_le_bytes(*two))).collect();
    samples.chunks(160).map(|some| some.iter().map(|one| one * one).sum::<f64>().sqrt()).collect()
}

/// How many hundredths of a second later the same is heard in `is`, where `was` says what should be heard.
fn late(was: &[f64], is: &[f64]) -> i64 {
    let like = |late: i64| -> f64 {
        let pairs = was
            .iter()
            .zip(0_i64..)
            .filter_map(|(loud, n)| Some(loud * is.get(usize::try_from(n + late).ok()?)?));
        pairs.sum()
    };
    (-60..=60).max_by(|a, b| like(*a).total_cmp(&like(*b))).unwrap()
}

#[tokio::test]
async fn in_a_conversation_what_was_said_in_the_part_is_gone_and_the_rest_is_said_where_it_should_be() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/media/");
    // Around whole turns of these conversations, in the quiet between: see demo/truth.
    for (film, part) in [("kastanje-2.mp4", 19_500..23_700), ("merel-2.webm", 8_000..14_300)] {
        let original = Bytes::from(std::fs::read(format!("{folder}{film}")).unwrap());
        let source = played(&original).await;
        let (after, said) = without(&source, part.clone()).await;
        let (left_out, sandbox) = (part.end - part.start, sandbox());
        let probe = examine(&sandbox, &source).await.unwrap().probe;
        let cut_probe = examine(&sandbox, &after).await.unwrap().probe;
        assert!(cut_probe.duration_ms.abs_diff(probe.duration_ms - left_out) <= 150, "{film}: {cut_probe:?}");
        assert!(said.abs_diff(cut_probe.duration_ms) <= 150);
        let (sound, stills) = draw(&sandbox, &after, &cut_probe, |_| {}).await.unwrap();
        assert!(!stills.is_empty() && !sound.speech.is_empty(), "{film}: it has a timeline again");

        // What was said before the part and after it is heard as far apart as it should be, and nothing in between.
        let (was, is) = (loudness(&source).await, loudness(&after).await);
        let at = |ms: u64| (ms / 10) as usize;
        let (from, to) = (at(part.start), at(part.end));
        let before = late(&was[..from], &is[..from]);
        let then = late(&was[to..], &is[from..]);
        // An encoder leads in with a little quiet; one that is off by a tenth of a second is wrong.
        assert!((0..=4).contains(&before), "{film}: what came before it is {before} hundredths late");
        assert!((then - before).abs() <= 1, "{film}: what came after it is {then} hundredths late");
        assert!(is.len().abs_diff(was.len() - at(left_out)) <= 10, "{film}: {} {}", was.len(), is.len());
        // And this would hear it if the part were still there.
        assert!((late(&was[to..], &was[from..])).abs() > 4, "{film}");
    }
}

#[tokio::test]
async fn sound_alone_is_cut_as_well_and_titles_do_not_come_along() {
    let words = ["-metadata", "title=Gesprek met Merel"];
    let original = make("a.ogg", 12, &[TONE, &["-c:a", "libopus"], &words]);
    let source = played(&original).await;
    let (after, said) = without(&source, 3_000..7_000).await;
    assert!(said.abs_diff(8_000) <= 60, "{said}");
    let probe = examine(&sandbox(), &after).await.unwrap().probe;
    assert_eq!((probe.video.is_none(), probe.audio.is_some()), (true, true));
    let all = bytes(&after).await;
    assert!(!all.windows(5).any(|window| window == b"Merel"));
}
