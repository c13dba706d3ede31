//! While a recording is made watchable, no file is open for writing and nothing goes to a disk.
//!
//! By itself in its file, so that no other test writes meanwhile in the same process.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::{
    collections::BTreeSet,
    fs,
    path::PathBuf,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use bytes::Bytes;
use futures::{FutureExt, future::BoxFuture};
use media::{Playable, Sandbox, Sink, derive};

/// This process and all that came from it.
fn family(parent: u32) -> Vec<u32> {
    let mut all = vec![parent];
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let above = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        if above == Some(parent) {
            all.extend(family(pid));
        }
    }
    all
}

/// The ordinary files that a process has open for writing.
fn written(pid: u32, found: &mut BTreeSet<PathBuf>) {
    let Ok(descriptors) = fs::read_dir(format!("/proc/{pid}/fd")) else { return };
    for descriptor in descriptors.flatten() {
        let Ok(target) = fs::read_link(descriptor.path()) else { continue };
        let number = descriptor.file_name().into_string().unwrap();
        let info = fs::read_to_string(format!("/proc/{pid}/fdinfo/{number}")).unwrap_or_default();
        let flags =
            info.lines().find_map(|line| line.strip_prefix("flags:")).unwrap_or("0").trim().to_owned();
        let writes = u32::from_str_radix(&flags, 8).unwrap_or(0) & 3 != 0;
        let device = target.starts_with("/dev") || !target.is_absolute();
        // Names that begin with no slash are pipes and sockets.
        if writes && !device {
            found.insert(target);
        }
    }
}

/// Bytes that this process caused to be written to a disk.
fn to_disk() -> u64 {
    let said = fs::read_to_string("/proc/self/io").unwrap();
    said.lines().find_map(|line| line.strip_prefix("write_bytes: ")).unwrap().parse().unwrap()
}

/// A recording, through the real ffmpeg and a pipe.
fn make(options: &[&str]) -> Bytes {
    let input = [
        "-v",
        "error",
        "-nostdin",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=320x180",
        "-f",
        "lavfi",
        "-i",
        "sine",
    ];
    let made =
        Command::new("ffmpeg").args(input).args(["-t", "12"]).args(options).arg("pipe:1").output().unwrap();
    assert!(made.status.success());
    made.stdout.into()
}

/// Takes what is written anew, and counts it.
#[derive(Default)]
struct Counted(usize);

impl Sink for Counted {
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, std::io::Result<()>> {
        self.0 += piece.len();
        async { Ok(()) }.boxed()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_anywhere() {
    let encoded = make(&["-c:v", "ffv1", "-c:a", "pcm_s16le", "-f", "matroska"]);
    let played = make(&["-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus", "-f", "webm"]);
    let sandbox = Sandbox::new(env!("CARGO_BIN_EXE_media-launcher"), &[]);
    // What the test runner itself holds open does not count.
    let mut before = BTreeSet::new();
    written(std::process::id(), &mut before);

    let stop = Arc::new(AtomicBool::new(false));
    let watching = Arc::clone(&stop);
    let watcher = thread::spawn(move || {
        let (mut found, mut most) = (BTreeSet::new(), 0);
        while !watching.load(Ordering::Relaxed) {
            let family = family(std::process::id());
            most = most.max(family.len());
            family.into_iter().for_each(|pid| written(pid, &mut found));
            thread::sleep(Duration::from_millis(2));
        }
        (found, most)
    });
    let start = to_disk();
    for (bytes, anew) in [(encoded, true), (played, false)] {
        let mut counted = Counted::default();
        let derived = derive(&sandbox, Arc::new(bytes), &mut counted, |_| {}).await.unwrap();
        assert_eq!(matches!(derived.playable, Playable::Rewritten { .. }), anew);
        assert_eq!(counted.0 > 0, anew);
    }
    let end = to_disk();
    stop.store(true, Ordering::Relaxed);
    let (found, most) = watcher.join().unwrap();
    assert!(most >= 3, "the watcher saw nothing run");
    let new: Vec<&PathBuf> = found.difference(&before).collect();
    assert!(new.is_empty(), "open for writing: {new:?}");
    assert_eq!(end - start, 0, "bytes went to a disk");
}
