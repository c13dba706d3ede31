//! One file with many in it (ZIP), made while it is sent: nothing of it is written to a disk, and no more of a film is in
//! memory than what is under way.

use std::io::{self, Write};

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use method::time::Stamp;
use practice::recording::Media;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How many bytes go out at once.
const PIECE: usize = 64 << 10;
/// So many pieces wait for a reader that is slower than the vault.
const AHEAD: usize = 4;

/// What one file of the archive holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Something small.
    Bytes(Bytes),
    /// A film or a sound, read while it is sent. The rules are asked again on the way.
    Media(Box<Media>),
}

/// One file of the archive.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) content: Content,
}

/// A pipe from the thread that makes the archive to the answer. It holds up who writes when nobody reads.
struct Pipe {
    out: mpsc::Sender<io::Result<Bytes>>,
    piece: BytesMut,
}

impl Pipe {
    fn send(&mut self) -> io::Result<()> {
        let piece = self.piece.split().freeze();
        let sent = self.out.blocking_send(Ok(piece));
        sent.map_err(|_| io::Error::new(io::ErrorKind::BrokenPipe, "the reader hung up"))
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() { Ok(()) } else { self.send() }
    }
}

/// The archive as an answer's body. What goes wrong on the way ends it: an archive that is not whole does not open.
pub(super) fn body(entries: Vec<Entry>, now: Stamp) -> Body {
    let (out, pieces) = mpsc::channel(AHEAD);
    let runtime = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || {
        let last = out.clone();
        let pipe = Pipe { out, piece: BytesMut::with_capacity(2 * PIECE) };
        if let Err(error) = write(&runtime, pipe, entries, now) {
            // Nobody is there any more when the reader hung up.
            let _ = last.blocking_send(Err(error));
        }
    });
    Body::from_stream(ReceiverStream::new(pieces))
}

fn options(now: Stamp) -> SimpleFileOptions {
    let at = crate::words::local(now);
    let small = |number: i8| u8::try_from(number).unwrap_or(0);
    let year = u16::try_from(at.year()).unwrap_or(1980);
    let made = zip::DateTime::from_date_and_time(
        year,
        small(at.month()),
        small(at.day()),
        small(at.hour()),
        small(at.minute()),
        small(at.second()),
    );
    // A film does not get smaller, and the rest is small.
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(made.unwrap_or_default())
        .unix_permissions(0o600)
}

fn write(runtime: &tokio::runtime::Handle, pipe: Pipe, entries: Vec<Entry>, now: Stamp) -> io::Result<()> {
    let mut zip = ZipWriter::new_stream(pipe);
    for entry in entries {
        match entry.content {
            Content::Bytes(bytes) => {
                zip.start_file(entry.name, options(now))?;
                zip.write_all(&bytes)?;
            }
            Content::Media(media) => {
                let long = media.len() >= u64::from(u32::MAX);
                zip.start_file(entry.name, options(now).large_file(long))?;
                let mut pieces = media.read(0..media.len());
                while let Some(piece) = runtime.block_on(pieces.next()) {
                    let piece = piece.map_err(|_| io::Error::other("it cannot be read any more"))?;
                    zip.write_all(&piece)?;
                }
            }
        }
    }
    zip.finish()?.into_inner().flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Stamp = Stamp(1_800_000_000_000);

    #[tokio::test]
    async fn what_went_in_comes_out_in_its_order() {
        let large = Bytes::from(vec![7_u8; 3 * PIECE + 5]);
        let entries = [("index.html", Bytes::from_static(b"<!doctype html>")), ("film.webm", large.clone())];
        let entries =
            entries.map(|(name, bytes)| Entry { name: name.into(), content: Content::Bytes(bytes) });
        let whole = axum::body::to_bytes(body(entries.into(), NOW), usize::MAX).await.unwrap();
        let mut read = zip::ZipArchive::new(io::Cursor::new(whole)).unwrap();
        let mut film = Vec::new();
        io::copy(&mut read.by_name("film.webm").unwrap(), &mut film).unwrap();
        assert_eq!(film, large);
        let names: Vec<_> = read.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["index.html", "film.webm"]);
    }
}
