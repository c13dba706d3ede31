//! Where the bytes come from and where derived bytes go, as the sealed store offers them.

use std::{io, ops::Range, sync::Arc};

use bytes::Bytes;
use futures::{StreamExt, future::BoxFuture, stream, stream::BoxStream};

/// A recording that can be read at any place. Its plaintext exists only in the pieces handed out.
pub trait Source: Send + Sync + 'static {
    /// How many bytes there are.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of `range`, in order, in pieces of any size. Dropping the stream stops the reading.
    fn read(&self, range: Range<u64>) -> BoxStream<'static, io::Result<Bytes>>;
}

/// Takes the bytes of a derived recording in order, and seals them.
pub trait Sink: Send {
    /// Takes the next piece.
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, io::Result<()>>;
}

/// A recording that is in memory already, as demo and test recordings are.
impl Source for Bytes {
    fn len(&self) -> u64 {
        self.as_ref().len() as u64
    }

    fn read(&self, range: Range<u64>) -> BoxStream<'static, io::Result<Bytes>> {
        let len = self.as_ref().len();
        let place = |at: u64| usize::try_from(at).map_or(len, |at| at.min(len));
        let (start, end) = (place(range.start), place(range.end));
        let mut rest = self.slice(start..end.max(start));
        stream::iter(std::iter::from_fn(move || {
            (!rest.is_empty()).then(|| Ok(rest.split_to(rest.as_ref().len().min(64 * 1024))))
        }))
        .boxed()
    }
}

/// One virtual file: a written head, then a part of another source.
///
/// This is how an [`Indexed`](crate::Playable::Indexed) or rewritten recording is served: the head is
/// small and new, the body stays where it is.
#[derive(Clone)]
pub struct Spliced {
    head: Bytes,
    body: Arc<dyn Source>,
    range: Range<u64>,
}

impl Spliced {
    /// The file that begins with `head` and goes on with `range` of `body`.
    #[must_use]
    pub fn new(head: Bytes, body: Arc<dyn Source>, range: Range<u64>) -> Self {
        Self { head, body, range }
    }
}

impl Source for Spliced {
    fn len(&self) -> u64 {
        self.head.as_ref().len() as u64 + (self.range.end - self.range.start)
    }

    fn read(&self, range: Range<u64>) -> BoxStream<'static, io::Result<Bytes>> {
        let head = self.head.as_ref().len() as u64;
        let first = Source::read(&self.head, range.start.min(head)..range.end.min(head));
        let place = |at: u64| (self.range.start + at.saturating_sub(head)).min(self.range.end);
        let (start, end) = (place(range.start), place(range.end));
        if start >= end { first } else { first.chain(self.body.read(start..end)).boxed() }
    }
}

/// Reads a source in order, skipping what is not needed.
pub(crate) struct Reader {
    source: Arc<dyn Source>,
    stream: BoxStream<'static, io::Result<Bytes>>,
    piece: Bytes,
    at: u64,
}

/// Beyond this many bytes a skip asks the source anew instead of reading on.
const FAR: u64 = 1024 * 1024;

impl Reader {
    /// Starts at `at`.
    pub fn new(source: Arc<dyn Source>, at: u64) -> Self {
        let at = at.min(source.len());
        let stream = source.read(at..source.len());
        Self { source, stream, piece: Bytes::new(), at }
    }

    /// The place of the next byte.
    pub const fn at(&self) -> u64 {
        self.at
    }

    /// The next piece, as large as the source gives it; `None` at the end.
    pub async fn piece(&mut self) -> io::Result<Option<Bytes>> {
        while self.piece.is_empty() {
            match self.stream.next().await {
                Some(piece) => self.piece = piece?,
                None => return Ok(None),
            }
        }
        let piece = std::mem::take(&mut self.piece);
        self.at += piece.as_ref().len() as u64;
        Ok(Some(piece))
    }

    /// Fills `to`; false when the source ends before that.
    pub async fn fill(&mut self, to: &mut [u8]) -> io::Result<bool> {
        let mut done = 0;
        while done < to.len() {
            if self.piece.is_empty() {
                match self.stream.next().await {
                    Some(piece) => self.piece = piece?,
                    None => return Ok(false),
                }
                continue;
            }
            let take = self.piece.as_ref().len().min(to.len() - done);
            to[done..done + take].copy_from_slice(&self.piece.split_to(take));
            done += take;
            self.at += take as u64;
        }
        Ok(true)
    }

    /// Passes over `count` bytes; false when the source ends before that.
    pub async fn skip(&mut self, count: u64) -> io::Result<bool> {
        let target = self.at.saturating_add(count);
        if target > self.source.len() {
            return Ok(false);
        }
        let here = self.piece.as_ref().len() as u64;
        if count > here + FAR {
            *self = Self::new(Arc::clone(&self.source), target);
            return Ok(true);
        }
        while self.at < target {
            let Some(mut piece) = self.piece().await? else { return Ok(false) };
            if self.at > target {
                let keep = usize::try_from(self.at - target).unwrap_or(usize::MAX);
                self.piece = piece.split_off(piece.as_ref().len().saturating_sub(keep));
                self.at = target;
            }
        }
        Ok(true)
    }
}

/// The bytes of `range`, all at once: for small ranges only.
pub(crate) async fn read_all(source: &Arc<dyn Source>, range: Range<u64>) -> io::Result<Vec<u8>> {
    let mut stream = source.read(range);
    let mut all = Vec::new();
    while let Some(piece) = stream.next().await {
        all.extend_from_slice(&piece?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: u32) -> Bytes {
        (0..count).flat_map(u32::to_be_bytes).collect::<Vec<u8>>().into()
    }

    #[tokio::test]
    async fn a_spliced_file_reads_like_one_file_wherever_a_range_falls() {
        let (head, body) = (Bytes::from_static(b"head!"), Bytes::from_static(b"..0123456789.."));
        let whole = b"head!0123456789";
        let spliced: Arc<dyn Source> = Arc::new(Spliced::new(head, Arc::new(body), 2..12));
        assert_eq!(spliced.len(), whole.len() as u64);
        for start in 0..=whole.len() {
            for end in start..=whole.len() {
                let got = read_all(&spliced, start as u64..end as u64).await.unwrap();
                assert_eq!(got, whole[start..end], "{start}..{end}");
            }
        }
    }

    #[tokio::test]
    async fn skipping_far_and_near_lands_on_the_same_bytes() {
        let source: Arc<dyn Source> = Arc::new(numbers(1_000_000));
        for jump in [1_u64, 70_000, 999_998] {
            let mut reader = Reader::new(Arc::clone(&source), 0);
            assert!(reader.skip(4 * jump).await.unwrap());
            let mut four = [0; 4];
            assert!(reader.fill(&mut four).await.unwrap());
            assert_eq!(u64::from(u32::from_be_bytes(four)), jump);
            assert_eq!(reader.at(), 4 * jump + 4);
        }
        let mut reader = Reader::new(source, 3_999_999);
        assert!(!reader.skip(2).await.unwrap());
        assert!(!reader.fill(&mut [0; 2]).await.unwrap());
    }
}
