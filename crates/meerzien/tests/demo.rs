//! The demo as a newcomer starts it: the real program on an empty folder, until it says it is ready.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_meerzien");

/// The program while it answers; told to stop when this goes.
struct Running {
    child: Child,
    address: String,
    said: Vec<String>,
}

impl Running {
    fn start(command: &str, data: &Path) -> Self {
        let mut child = Command::new(PROGRAM)
            .args([command, "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut running = Self { child, address: String::new(), said: Vec::new() };
        for line in lines {
            let line = line.unwrap();
            if let Some(address) = line.strip_prefix("ready http://") {
                address.clone_into(&mut running.address);
                return running;
            }
            running.said.push(line);
        }
        panic!("{command} was never ready: {:?}", running.said);
    }

    fn get(&self, path: &str) -> String {
        let mut socket = TcpStream::connect(&self.address).unwrap();
        write!(socket, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The clients' links and codes that were printed.
    fn links(&self) -> Vec<(&str, &str)> {
        let clients = self.said.iter().filter(|line| line.starts_with("Client "));
        clients.map(|line| line.split_once("/c/").unwrap().1.split_once(" with code ").unwrap()).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

fn run(words: &[&str], data: &Path) -> Output {
    Command::new(PROGRAM).args(words).arg("--data").arg(data).output().unwrap()
}

/// Every byte below a folder.
fn everything(folder: &Path, all: &mut Vec<u8>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            everything(&entry.path(), all);
        } else {
            all.extend(fs::read(entry.path()).unwrap());
        }
    }
}

fn holds(all: &[u8], piece: &[u8]) -> bool {
    // The longest step first: almost every place is ruled out by one byte.
    all.windows(piece.len()).any(|window| window[0] == piece[0] && window == piece)
}

#[test]
fn the_demo_fills_an_empty_folder_and_keeps_it_sealed() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    {
        let demo = Running::start("demo", &data);
        assert!(
            demo.said.iter().any(|line| line.contains("sanne@waterlandaanzee.example")),
            "{:?}",
            demo.said
        );
        let links = demo.links();
        assert_eq!(links.len(), 4, "{:?}", demo.said);
        for (token, code) in links {
            assert_eq!(code.len(), 9, "{code}");
            assert!(demo.get(&format!("/c/{token}")).starts_with("HTTP/1.1 200"));
        }
        let sign_in = demo.get("/sign-in");
        assert!(sign_in.contains("Sanne Verhoef") && sign_in.contains("Wim Peters"));
    }
    let chain = run(&["audit", "verify"], &data);
    let said = String::from_utf8(chain.stdout).unwrap();
    assert!(chain.status.success() && said.contains("the chain holds"), "{said}");
    // Four conversations, their yeses, recordings and seals, the openings of whoever looked.
    let words: Vec<_> = said.split(' ').collect();
    let lines = words.iter().position(|word| *word == "lines,").unwrap();
    assert!(words[lines - 1].parse::<u32>().unwrap() > 40, "{said}");

    let mut all = Vec::new();
    everything(&data, &mut all);
    assert!(all.len() > 5_000_000, "the recordings are not there");
    let film = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/media/merel-1.mp4")).unwrap();
    let words = [
        "Toen dacht ik: laat maar",
        "U slaapt vaak bij uw vader",
        "dit was een beleefd ja",
        "Kastanje",
        "merel-1",
    ];
    for word in words {
        assert!(!holds(&all, word.as_bytes()), "in plain: {word}");
    }
    assert!(!holds(&all, &film[500_000..500_064]), "the recording is there in plain");
    assert!(holds(&all, b"Sanne Verhoef"), "nothing would be found this way");

    let again = Running::start("demo", &data);
    assert_eq!(again.links(), []);
    drop(again);
    let doctor = run(&["doctor"], &data);
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(doctor.status.success() && !said.contains("MEND"), "{said}");
    assert!(
        said.contains("Gemeente Waterland aan Zee") && said.contains("a sound went through it"),
        "{said}"
    );
}

#[test]
fn a_folder_with_something_else_in_it_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    drop(Running::start("serve", &data));
    let demo = run(&["demo", "--listen", "127.0.0.1:0"], &data);
    let said = String::from_utf8(demo.stderr).unwrap();
    assert!(!demo.status.success() && said.contains("not the demo"), "{said}");
    // The doctor says what comes first, and makes it a fault that nobody can sign in.
    let doctor = run(&["doctor"], &data);
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(!doctor.status.success() && said.contains("meerzien admin init"), "{said}");
}

#[test]
fn the_doctor_makes_nothing() {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let doctor = run(&["doctor"], &data);
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stdout));
    assert!(!data.exists());
    fs::create_dir(&data).unwrap();
    let status = Command::new("chmod").arg("755").arg(&data).status().unwrap();
    assert!(status.success());
    let open = run(&["doctor"], &data);
    let said = String::from_utf8(open.stdout).unwrap();
    assert!(!open.status.success() && said.contains("chmod o-rwx"), "{said}");
}
