//! What a program in the sandbox can and cannot do, tried by a program that tries.
//!
//! Perl takes the place of ffmpeg: it is on every Debian machine, and it can ask the kernel for
//! anything that a taken-over decoder could ask for.

use std::{net::TcpListener, process::Command, sync::Arc, time::Duration};

use crate::common::{arc, sandbox};
use bytes::Bytes;
use media::{Error, Sandbox, Source};

const WALL: Duration = Duration::from_secs(20);

fn perl() -> Sandbox {
    sandbox().with_programs("/usr/bin/perl", "/usr/bin/perl")
}

/// Runs a script inside; its words come back.
async fn inside(script: &str, arguments: &[&str]) -> String {
    let words = [&["-e", script], arguments].concat();
    let output = perl().run(&words, arc(Bytes::from_static(b"the recording")), WALL).await.unwrap();
    String::from_utf8(output.expect("the script ended badly")).unwrap()
}

#[tokio::test]
async fn the_recording_can_be_read_at_any_place() {
    let script = r#"
        my ($port) = $ARGV[0] =~ m{^http://127\.0\.0\.1:(\d+)/source$} or die;
        socket(my $s, 2, 1, 0) or die; connect($s, pack("S n C4 x8", 2, $port, 127, 0, 0, 1)) or die;
        syswrite($s, "GET /source HTTP/1.1\r\nHost: x\r\nRange: bytes=4-\r\nConnection: close\r\n\r\n");
        local $/; print <$s>;"#;
    let answer = inside(script, &["{source}"]).await;
    assert!(answer.starts_with("HTTP/1.1 206"), "{answer}");
    assert!(answer.to_lowercase().contains("content-range: bytes 4-12/13"), "{answer}");
    assert!(answer.ends_with("\r\n\r\nrecording"), "{answer}");
}

#[tokio::test]
async fn no_file_can_be_seen_but_libraries() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("meerzien.db"), "names").unwrap();
    let script = r#"
        opendir(my $d, "/") or die; print join(",", sort grep { !/^\.+$/ } readdir $d), "\n";
        opendir($d, "/etc") or die; print join(",", sort grep { !/^\.+$/ } readdir $d), "\n";
        opendir($d, "/usr/bin") or die; print join(",", sort grep { !/^\.+$/ } readdir $d), "\n";
        print((-e $_) ? "seen $_\n" : "") for @ARGV;"#;
    let data = data.path().to_str().unwrap();
    let secrets =
        [data, "/etc/passwd", "/proc/self/environ", "/root", "/home", "/tmp", "/var", "/sys", "/dev/shm"];
    let seen = inside(script, &secrets).await;
    let lines: Vec<&str> = seen.lines().collect();
    assert_eq!(lines.len(), 3, "{seen}");
    let allowed = ["dev", "etc", "launcher", "lib", "lib32", "lib64", "usr"];
    assert!(lines[0].split(',').all(|name| allowed.contains(&name)), "{seen}");
    assert_eq!(lines[1..], ["alternatives,ld.so.cache", "perl"]);
}

#[tokio::test]
async fn nothing_can_be_written() {
    let script = r#"
        for ("/x", "/tmp/x", "/dev/x", "/dev/shm/x", "/usr/x", "/usr/lib/x", "/etc/x", "/launcher") {
            print "opened $_\n" if open(my $f, ">", $_);
            print "made $_\n" if mkdir("$_.d");
        }
        open(my $null, ">", "/dev/null") or print "no null\n";
        print "done";"#;
    assert_eq!(inside(script, &[]).await, "done");
}

#[tokio::test]
async fn there_is_no_network_and_no_other_kind_of_socket() {
    let outside = TcpListener::bind("127.0.0.1:0").unwrap();
    outside.set_nonblocking(true).unwrap();
    let port = outside.local_addr().unwrap().port().to_string();
    let script = r#"
        socket(my $s, 2, 1, 0) or die;
        print "reached our loopback\n" if connect($s, pack("S n C4 x8", 2, $ARGV[0], 127, 0, 0, 1));
        socket($s, 2, 1, 0) or die;
        print "reached the world\n" if connect($s, pack("S n C4 x8", 2, 53, 192, 0, 2, 1));
        for ([1, 1], [2, 2], [2, 3], [10, 1], [10, 2], [16, 3], [17, 3]) {
            print "socket @$_\n" if socket($s, $_->[0], $_->[1], 0);
        }
        print "done";"#;
    assert_eq!(inside(script, &[&port]).await, "done");
    assert!(outside.accept().is_err(), "a connection left the sandbox");
}

#[tokio::test]
async fn no_process_can_be_started_and_no_trace_or_mount_be_made() {
    let script = r#"
        print "forked\n" if defined(my $child = fork());
        print "ran\n" if system("/usr/bin/perl", "-e", "1") == 0;
        # ptrace, mount, unshare, keyctl, bpf, process_vm_readv, init_module, io_uring_setup, kill
        for (101, 165, 272, 250, 321, 310, 175, 425, 62) {
            my $r = syscall($_, 0, 0, 0, 0, 0);
            print "call $_ allowed\n" unless $r == -1 && $! == 38;
        }
        print "done";"#;
    assert_eq!(inside(script, &[]).await, "done");
}

#[tokio::test]
async fn our_environment_stays_outside() {
    assert!(std::env::vars().any(|(name, _)| name == "PATH"));
    let names = inside("print join(',', sort keys %ENV)", &[]).await;
    assert!(names.split(',').all(|name| ["OPENBLAS_NUM_THREADS", "PWD"].contains(&name)), "{names}");
}

#[tokio::test]
async fn memory_and_time_are_bounded() {
    let source = || arc(Bytes::from_static(b"x"));
    let much = perl().run(&["-e", r#"my $x = "x" x (4 << 30); print length $x"#], source(), WALL).await;
    assert_eq!(much.unwrap(), None);
    let wall = Duration::from_secs(1);
    let long = perl().run(&["-e", "1 while 1"], source(), wall).await;
    assert!(matches!(long, Err(Error::TimedOut(limit)) if limit == wall));
    let wide = perl().run(&["-e", r#"my $x = "x" x 65536; print $x while 1"#], source(), WALL).await;
    assert!(matches!(wide, Err(Error::TooMuch(_))));
}

/// Whether a process with this word in its arguments runs anywhere.
fn runs(word: &str) -> bool {
    std::fs::read_dir("/proc").unwrap().flatten().any(|entry| {
        let arguments = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        arguments.windows(word.len()).any(|window| window == word.as_bytes())
    })
}

#[tokio::test]
async fn letting_go_ends_everything_inside() {
    let word = format!("marked-{}", std::process::id());
    let sandbox = perl();
    let words = ["-e", "sleep 60", &word];
    let work = sandbox.run(&words, arc(Bytes::from_static(b"x")), WALL);
    assert!(tokio::time::timeout(Duration::from_secs(2), work).await.is_err());
    for _ in 0..100 {
        if !runs(&word) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("still running");
}

#[tokio::test]
async fn a_source_that_fails_is_not_taken_for_a_broken_file() {
    struct Withdrawn;
    impl Source for Withdrawn {
        fn len(&self) -> u64 {
            1 << 20
        }
        fn read(
            &self,
            range: std::ops::Range<u64>,
        ) -> futures::stream::BoxStream<'static, std::io::Result<Bytes>> {
            let first = b"RIFF\0\0\x10\0WAVEfmt ".to_vec();
            let pieces = [Ok(first.into()), Err(std::io::Error::other("the key is gone"))];
            Box::pin(futures::stream::iter(pieces.into_iter().take(if range.end < 5_000 { 1 } else { 2 })))
        }
    }
    let source: Arc<dyn Source> = Arc::new(Withdrawn);
    let seen = media::examine(&sandbox(), &source).await;
    assert!(matches!(seen, Err(Error::Source(error)) if error.to_string() == "the key is gone"));
}

#[tokio::test]
async fn a_machine_without_bubblewrap_is_told_so() {
    let nowhere = Sandbox::new("/nonexistent/launcher", &[]);
    let error = nowhere.run(&["-version"], arc(Bytes::from_static(b"x")), WALL).await.unwrap_err();
    assert!(matches!(&error, Error::Sandbox(words) if words.contains("/nonexistent/launcher")), "{error}");
    let checks = media::doctor(&sandbox().with_programs("/nonexistent/ffmpeg", "/usr/bin/ffprobe")).await;
    let missing: Vec<_> = checks.iter().filter_map(|check| check.outcome.as_ref().err()).collect();
    assert_eq!(missing, [&"/nonexistent/ffmpeg is missing: apt-get install ffmpeg".to_owned()]);
    let checks = media::doctor(&sandbox()).await;
    assert!(checks.len() == 4 && checks.iter().all(|check| check.outcome.is_ok()), "{checks:?}");
}

/// Playlists make ffmpeg read other files: refused before ffmpeg sees them, and harmless if it did.
#[tokio::test]
async fn a_playlist_reads_nothing() {
    let outside = TcpListener::bind("127.0.0.1:0").unwrap();
    outside.set_nonblocking(true).unwrap();
    let address = outside.local_addr().unwrap();
    let hls = format!(
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXTINF:9,\nhttp://{address}/a.ts\n"
    );
    let concat = format!("ffconcat version 1.0\nfile /etc/passwd\nfile http://{address}/a.ts\n");
    for (demuxer, playlist) in [("hls", hls), ("concat", concat)] {
        let source = arc(playlist.into());
        let seen = media::examine(&sandbox(), &source).await;
        assert!(matches!(seen, Err(Error::Refused(media::Refused::NotARecording))));
        let forced = [
            "-v",
            "quiet",
            "-protocol_whitelist",
            "file,http,tcp,crypto,data",
            "-f",
            demuxer,
            "-i",
            "{source}",
            "-map",
            "0",
            "-c",
            "copy",
            "-f",
            "data",
            "pipe:1",
        ];
        let out = sandbox().run(&forced, source, WALL).await.unwrap().unwrap_or_default();
        assert_eq!(out, b"", "{demuxer} gave something");
    }
    assert!(outside.accept().is_err(), "a connection left the sandbox");
    let direct =
        ["-v", "quiet", "-f", "data", "-i", "/etc/passwd", "-map", "0", "-c", "copy", "-f", "data", "pipe:1"];
    assert_eq!(sandbox().run(&direct, arc(Bytes::new()), WALL).await.unwrap(), None);
    // The same file is there for anyone outside.
    assert!(Command::new("ffmpeg").args(direct).output().unwrap().stdout.starts_with(b"root:"));
}
