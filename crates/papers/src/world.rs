//! The world that typst sees: our templates, one paper's words as data, our fonts, and nothing else.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::json;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fonts::{BOOK, FONTS};
use crate::{Error, Paper, Style, tidy};

/// How long typst remembers what it worked out, in papers: templates are asked for again and again, words are not.
const REMEMBERED: usize = 3;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../templates/", $name, ".typ")))),*]
    };
}

static TEMPLATES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let files = templates!(
        "parts",
        "guide",
        "worksheet",
        "leaflet",
        "consent",
        "interview",
        "cards",
        "reading",
        "plan",
        "pocket",
        "journey",
        "evaluation",
    );
    let sources = files.into_iter().filter_map(|(name, text)| {
        let id = place(&format!("/{name}.typ"))?;
        Some((id, Source::new(id, text.to_owned())))
    });
    sources.collect()
});

/// Pictures beside the questions of a consent form, the same as on the screens; a purpose without one has none.
static PICTURES: [(&str, &[u8]); 5] = [
    ("look", include_bytes!("../pictures/purpose-look.svg")),
    ("colleagues", include_bytes!("../pictures/purpose-colleagues.svg")),
    ("research", include_bytes!("../pictures/purpose-research.svg")),
    ("story", include_bytes!("../pictures/purpose-story.svg")),
    ("clip", include_bytes!("../pictures/purpose-clip.svg")),
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

fn place(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// One paper's world.
struct Desk {
    main: FileId,
    /// The words of the paper, and its logo.
    given: Vec<(FileId, Bytes)>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TEMPLATES.get(&id).cloned().ok_or_else(|| nothing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.given.iter().find(|(given, _)| *given == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| nothing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// There is no clock here: what day it is, is told in the words.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Every other place is not there, wherever it points.
fn nothing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_with_slash()))
}

fn unplaced() -> Error {
    Error::Typst("a place that is none".to_owned())
}

pub(crate) fn pdf(paper: &Paper, style: &Style) -> Result<Vec<u8>, Error> {
    let main = place(&format!("/{}.typ", paper.sheet.template())).ok_or_else(unplaced)?;
    let mut given = Vec::new();
    for (name, picture) in PICTURES {
        given.push((place(&format!("/{name}.svg")).ok_or_else(unplaced)?, Bytes::new(picture)));
    }
    let mut logo = None;
    if let Some(one) = &style.logo {
        let path = format!("/logo.{}", one.format);
        given.push((place(&path).ok_or_else(unplaced)?, Bytes::new(one.bytes.clone())));
        logo = Some(path);
    }
    let mut words = json!({ "title": paper.title, "name": style.name, "sheet": paper.sheet });
    tidy::all(&mut words);
    // What the program itself says is no text for people.
    words["lang"] = json!(paper.language);
    words["accent"] = json!(style.accent.hex());
    words["logo"] = json!(logo);
    words["qr"] = json!(paper.sheet.qr()?);
    let bytes = Bytes::new(serde_json::to_vec(&words)?);
    given.push((place("/words.json").ok_or_else(unplaced)?, bytes));
    let made = typeset(&Desk { main, given }, paper);
    // Nothing that somebody wrote stays in memory longer than it must.
    comemo::evict(if paper.sheet.is_blank() { REMEMBERED } else { 0 });
    made
}

fn typeset(desk: &Desk, paper: &Paper) -> Result<Vec<u8>, Error> {
    let document = typst::compile::<PagedDocument>(desk).output.map_err(|errors| told(&errors))?;
    let day = Datetime::from_ymd_hms(paper.made.year, paper.made.month, paper.made.day, 0, 0, 0);
    let standards = PdfStandards::new(&[PdfStandard::V_1_7, PdfStandard::Ua_1])
        .map_err(|e| Error::Typst(e.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("meerzien {} {}", paper.sheet.template(), paper.language)),
        creator: Smart::Custom(Some("Meerzien".into())),
        timestamp: day.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors))
}

/// What went wrong, in typst's words: those name places in templates, and never quote what somebody wrote.
fn told(errors: &[SourceDiagnostic]) -> Error {
    let all: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    Error::Typst(all.join("; "))
}
