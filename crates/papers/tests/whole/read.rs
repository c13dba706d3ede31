//! Reading a paper back with other programs than the one that made it: poppler and qpdf.

use std::path::PathBuf;
use std::process::Command;

use papers::{Paper, Style};
use tempfile::TempDir;

/// A paper on disk, for as long as a test looks at it.
pub struct Pdf {
    title: String,
    place: TempDir,
}

fn told(program: &str, args: &[&str]) -> String {
    let said = Command::new(program).args(args).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(said.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).into_owned()
}

impl Pdf {
    pub fn of(paper: &Paper, style: &Style) -> Self {
        let place = TempDir::new().unwrap();
        let pdf = paper.pdf(style).unwrap_or_else(|error| panic!("{error}: {paper:?}"));
        std::fs::write(place.path().join("paper.pdf"), pdf).unwrap();
        Self { title: paper.title.clone(), place }
    }

    fn path(&self) -> String {
        PathBuf::from(self.place.path()).join("paper.pdf").display().to_string()
    }

    /// What is read aloud, in order.
    pub fn text(&self) -> String {
        told("pdftotext", &["-enc", "UTF-8", &self.path(), "-"])
    }

    /// The file with nothing packed.
    pub fn plain(&self) -> String {
        let out = self.place.path().join("plain.pdf").display().to_string();
        told("qpdf", &["--qdf", "--object-streams=disable", &self.path(), &out]);
        String::from_utf8_lossy(&std::fs::read(out).unwrap()).into_owned()
    }

    /// PDF 1.7 that says it is PDF/UA-1 and has what that asks for, as far as programs here can tell.
    pub fn is_accessible(&self) {
        let info = told("pdfinfo", &[&self.path()]);
        for line in
            ["Tagged:          yes", "PDF version:     1.7", "JavaScript:      no", "Encrypted:       no"]
        {
            assert!(info.contains(line), "{line} in {info}");
        }
        assert!(info.contains(&format!("Title:           {}", self.title)), "{info}");
        let plain = self.plain();
        for mark in
            ["pdfuaid:part", "/StructTreeRoot", "/Lang (nl", "/MarkInfo", "/DisplayDocTitle true", "/S /H1"]
        {
            assert!(plain.contains(mark), "{mark} is not in it");
        }
        let structure = told("pdfinfo", &["-struct-text", &self.path()]);
        assert!(structure.contains("H1") && structure.contains(&self.title), "{structure}");
        for line in told("pdffonts", &[&self.path()]).lines().skip(2) {
            let flags: Vec<&str> = line.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, and readable: {line}");
        }
        told("qpdf", &["--check", &self.path()]);
    }

    /// No word is outside the margins of an A4 page.
    pub fn stays_on_the_page(&self) {
        let boxes = told("pdftotext", &["-bbox", &self.path(), "-"]);
        let value = |line: &str, name: &str| -> f64 {
            let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            line[start..].split('"').next().unwrap().parse().unwrap()
        };
        for line in boxes.lines().filter(|line| line.contains("<word ")) {
            assert!(value(line, "xMin") > 55.0 && value(line, "xMax") < 541.0, "beside the page: {line}");
            assert!(value(line, "yMin") > 40.0 && value(line, "yMax") < 815.0, "above or below: {line}");
        }
    }
}
