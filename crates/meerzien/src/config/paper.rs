//! How papers look: one colour and a logo of the organisation's own, tried before anybody asks for a paper.

use std::path::{Path, PathBuf};

use practice::papers::{Accent, Logo, Look};

/// Why papers cannot look as they were told to.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The colour is none, or letters in it would be hard to read.
    #[error("paper-accent: {0:?} is no colour like #5a2b50 with a contrast of at least 4.5 to white")]
    Accent(String),
    /// The file cannot be read.
    #[error("paper-logo: {0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// It is no picture that can be printed.
    #[error("paper-logo: {0} is no SVG or PNG of at most 1 MiB that can be printed")]
    Logo(PathBuf),
}

/// The look of papers, with what was told; else as the house has it.
pub(super) fn look(accent: Option<&str>, logo: Option<&Path>) -> Result<Look, Fault> {
    let mut look = Look::default();
    if let Some(text) = accent {
        look.accent = Accent::parse(text).map_err(|_| Fault::Accent(text.to_owned()))?;
    }
    if let Some(path) = logo {
        let bytes = std::fs::read(path).map_err(|error| Fault::Unreadable(path.to_owned(), error))?;
        look.logo = Some(Logo::new(bytes).map_err(|_| Fault::Logo(path.to_owned()))?);
        look.try_out().map_err(|_| Fault::Logo(path.to_owned()))?;
    }
    Ok(look)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_or_logo_that_cannot_be_printed_is_told_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        };
        let good = file(
            "good.svg",
            br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>"##,
        );
        let broken = file("broken.svg", b"<svg this is none");
        let other = file("other.gif", b"GIF89a");
        let look_of = |accent, logo: Option<&PathBuf>| look(accent, logo.map(PathBuf::as_path));
        assert!(look_of(Some("#800000"), Some(&good)).unwrap().logo.is_some());
        assert!(matches!(look_of(Some("#ffff00"), None), Err(Fault::Accent(_))));
        assert!(matches!(look_of(None, Some(&broken)), Err(Fault::Logo(_))));
        assert!(matches!(look_of(None, Some(&other)), Err(Fault::Logo(_))));
        assert!(matches!(look_of(None, Some(&folder.path().join("none"))), Err(Fault::Unreadable(..))));
        assert!(look_of(None, None).unwrap().logo.is_none());
    }
}
