//! A sealed recording, opened for reading at any place: for the player, and for whoever makes it watchable.
//!
//! Every few megabytes the rules are asked again and the key is fetched again, so that a withdrawal ends a
//! running stream. The opening itself leaves one line in the audit log.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use method::Refusal;
use method::ids::{ConversationId, ObjectId, RecordingId};
use method::permit::{Deed, Permit};
use method::recording::RecordingState;
use records::recording::Recording;

use super::stills;
use super::watched::{self, Serving, Shown};
use crate::{Caller, Error, House, Result};

/// How much is read before the rules are asked again.
const PIECE: u64 = 4 << 20;

/// Sealed bytes that can be read at any place, as one file.
#[derive(Clone, Debug)]
pub struct Media {
    house: Arc<House>,
    caller: Caller,
    conversation: ConversationId,
    deed: Deed,
    parts: Arc<[Part]>,
    /// What it counts for as watching, when it is the film itself.
    shown: Option<Shown>,
    /// On which recording this was opened, and how often its places had moved then.
    recording: (RecordingId, i64),
    /// Its type.
    pub content_type: String,
    /// Another one for other bytes.
    pub tag: String,
}

/// A stretch of one object.
#[derive(Clone, Debug)]
struct Part {
    object: ObjectId,
    range: Range<u64>,
}

impl Media {
    /// How long it is.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.parts.iter().map(|part| part.range.end - part.range.start).sum()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same bytes, fetched and not watched.
    #[must_use]
    pub fn fetched(self) -> Self {
        Self { shown: None, ..self }
    }

    /// Reads a range. What lies beyond the end is left out.
    #[must_use]
    pub fn read(&self, range: Range<u64>) -> BoxStream<'static, Result<Bytes>> {
        let media = self.clone();
        let from = range.start.min(self.len());
        let pieces = futures::stream::iter(self.pieces(range));
        let bytes = pieces.then(move |piece| media.clone().open(piece)).try_flatten().boxed();
        match &self.shown {
            Some(shown) => watched::counted(bytes, self.serving(shown), from),
            None => bytes,
        }
    }

    fn serving(&self, shown: &Shown) -> Serving {
        Serving::new(&self.house, &self.caller, self.conversation, shown.clone(), self.len())
    }

    async fn asked(&self, caller: &Caller) -> Result<Permit> {
        let mut c = self.house.db.read().await?;
        let permit = House::permit_in(&mut c, caller, self.conversation, self.deed).await?;
        // Nobody reads on in a recording of which a part is being destroyed, but for whoever writes it anew.
        if self.deed != Deed::Process {
            let (id, timeline) = self.recording;
            let row = records::recording::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
            if row.timeline != timeline {
                return Err(Refusal::CutBusy.into());
            }
        }
        Ok(permit)
    }

    /// Whether somebody who is being served may be served on.
    ///
    /// # Errors
    /// The rule's refusal.
    #[crate::boxed]
    pub async fn may_go_on(&self, caller: &Caller) -> Result<()> {
        self.asked(caller).await.map(drop)
    }

    async fn open(self, piece: Part) -> Result<BoxStream<'static, Result<Bytes>>> {
        let permit = self.asked(&self.caller).await?;
        let stream = self.house.vault.read(&permit, piece.object, piece.range).await?;
        Ok(stream.map_err(Error::from).boxed())
    }

    /// The stretches of objects that make a range, none longer than what is read in one go.
    fn pieces(&self, range: Range<u64>) -> Vec<Part> {
        let mut pieces = Vec::new();
        let mut before = 0;
        for part in self.parts.iter() {
            let len = part.range.end - part.range.start;
            let from = range.start.clamp(before, before + len) - before + part.range.start;
            let to = range.end.clamp(before, before + len) - before + part.range.start;
            let mut at = from;
            while at < to {
                let end = to.min(at + PIECE);
                pieces.push(Part { object: part.object, range: at..end });
                at = end;
            }
            before += len;
        }
        pieces
    }
}

/// What a page needs to know of a recording to show a player.
#[derive(Clone, Debug)]
pub struct Film {
    /// Its address is `/media/<object>`.
    pub object: ObjectId,
    /// How long it lasts.
    pub duration_ms: i64,
    /// Its type.
    pub content_type: String,
    /// The size of its picture; nothing for sound only.
    pub picture: Option<(i64, i64)>,
    /// Whether it ends before it should.
    pub cut_short: bool,
    /// How often its places moved because a part was cut: whoever says a place in it says this beside it.
    pub timeline: i64,
    /// How far the stills lie apart, if there are any.
    pub stills_every_ms: Option<i64>,
}

/// Which bytes of a recording are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As a browser plays it.
    Playable,
    /// Byte for byte as it came in.
    Original,
    /// The waveform: one byte for every tenth of a second.
    Peaks,
    /// One small picture, by its number.
    Still(u32),
}

impl House {
    /// The recording of a conversation, for a page with a player.
    ///
    /// # Errors
    /// The rule's refusal; `RecordingMissing` when there is none that can be watched.
    #[crate::boxed]
    pub async fn film(&self, caller: &Caller, conversation: ConversationId) -> Result<Film> {
        let mut c = self.db.read().await?;
        Self::permit_in(&mut c, caller, conversation, Deed::Watch).await?;
        let row = records::recording::newest(&mut c, conversation).await?.ok_or(Refusal::RecordingMissing)?;
        if row.state == RecordingState::Cutting {
            return Err(Refusal::CutBusy.into());
        }
        let playing = row.playing.clone().ok_or(Refusal::RecordingMissing)?;
        let assets = records::assets::of_recording(&mut c, row.id).await?;
        let duration_ms = row.duration_ms.unwrap_or(0);
        Ok(Film {
            object: row.object,
            duration_ms,
            content_type: playing.content_type,
            picture: row.picture,
            cut_short: row.cut_short,
            timeline: row.timeline,
            stills_every_ms: assets
                .iter()
                .any(|one| one.kind == "stills" && one.length > 0)
                .then(|| stills::every(duration_ms)),
        })
    }

    /// Opens a recording, or what was made from it, for someone who may watch.
    ///
    /// # Errors
    /// The rule's refusal; `Unknown` when there is no such thing.
    pub async fn open_media(
        self: &Arc<Self>,
        caller: &Caller,
        object: ObjectId,
        face: Face,
    ) -> Result<Media> {
        let mut c = self.db.read().await?;
        let Some(row) = records::recording::by_object(&mut c, object).await? else {
            return Err(crate::consent::missing(&mut c, caller, object).await?);
        };
        drop(c);
        // The sound of an interview is for the two who talked, also when the notes lie on the table.
        let deed = if row.interview.is_some() { Deed::Interview } else { Deed::Watch };
        self.permit(caller, row.conversation, deed).await?;
        match row.state {
            RecordingState::Ready => {}
            RecordingState::Cutting => return Err(Refusal::CutBusy.into()),
            _ => return Err(Refusal::RecordingMissing.into()),
        }
        let (parts, content_type) = match face {
            Face::Playable => self.playable(&row).await?,
            Face::Original => (vec![whole(&row)], "application/octet-stream".to_owned()),
            Face::Peaks => (self.peaks(&row).await?, "application/octet-stream".to_owned()),
            Face::Still(_) if row.interview.is_some() => return Err(Refusal::Unknown.into()),
            Face::Still(number) => return self.still(caller, &row, number).await,
        };
        let mut media = self.media(caller, &row, deed, parts, content_type);
        // The film as it plays or as it came in: what is served of it was before their eyes.
        let film = row.interview.is_none() && matches!(face, Face::Playable | Face::Original);
        media.shown = film.then(|| Shown { recording: row.id, duration_ms: row.duration_ms.unwrap_or(0) });
        Ok(media)
    }

    fn media(
        self: &Arc<Self>,
        caller: &Caller,
        row: &Recording,
        deed: Deed,
        parts: Vec<Part>,
        content_type: String,
    ) -> Media {
        let tag =
            parts.iter().map(|part| format!("{}-{}", part.object, part.range.start)).collect::<Vec<_>>();
        Media {
            house: Arc::clone(self),
            caller: caller.clone(),
            conversation: row.conversation,
            deed,
            tag: tag.join("."),
            parts: parts.into(),
            shown: None,
            recording: (row.id, row.timeline),
            content_type,
        }
    }

    /// The bytes of a recording as people see them, for the worker who writes it anew without a part.
    pub(super) async fn played(self: &Arc<Self>, caller: &Caller, row: &Recording) -> Result<Media> {
        let (parts, content_type) = self.playable(row).await?;
        Ok(self.media(caller, row, Deed::Process, parts, content_type))
    }

    /// The bytes of a recording as they came in, for the worker.
    pub(super) fn source(self: &Arc<Self>, caller: &Caller, row: &Recording) -> Media {
        self.media(caller, row, Deed::Process, vec![whole(row)], String::new())
    }

    async fn playable(&self, row: &Recording) -> Result<(Vec<Part>, String)> {
        let playing = row.playing.clone().ok_or(Refusal::RecordingMissing)?;
        let mut parts = Vec::new();
        if playing.head.is_some() {
            parts.push(self.asset(row, "head").await?);
        }
        let mut body = if playing.body.is_some() { self.asset(row, "rewritten").await? } else { whole(row) };
        if let Some((from, to)) = playing.part {
            body.range = from..to.min(body.range.end);
        }
        parts.push(body);
        Ok((parts, playing.content_type))
    }

    /// The waveform; nothing at all while it is still being drawn.
    async fn peaks(&self, row: &Recording) -> Result<Vec<Part>> {
        match self.asset(row, "peaks").await {
            Ok(part) => Ok(vec![part]),
            Err(Error::Refused(Refusal::Unknown)) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    async fn still(self: &Arc<Self>, caller: &Caller, row: &Recording, number: u32) -> Result<Media> {
        let pack = self.asset(row, "stills").await?;
        let all = self.media(caller, row, Deed::Watch, vec![pack.clone()], String::new());
        let index = gather(&all, 0..stills::INDEX).await?;
        let every = stills::every(row.duration_ms.unwrap_or(0));
        let range = stills::find(&index, i64::from(number) * every + every / 2).ok_or(Refusal::Unknown)?;
        if range.end > pack.range.end {
            return Err(Error::Inner("stills".into()));
        }
        let part = Part { range, ..pack };
        Ok(self.media(caller, row, Deed::Watch, vec![part], "image/jpeg".to_owned()))
    }

    async fn asset(&self, row: &Recording, kind: &str) -> Result<Part> {
        let assets = records::assets::of_recording(&mut self.db.read().await?, row.id).await?;
        let asset = assets
            .into_iter()
            .find(|asset| asset.kind == kind && asset.length > 0)
            .ok_or(Refusal::Unknown)?;
        let object = ObjectId::parse(&asset.object).ok_or_else(|| Error::Inner("object id".into()))?;
        Ok(Part { object, range: 0..u64::try_from(asset.length).unwrap_or(0) })
    }
}

fn whole(row: &Recording) -> Part {
    Part { object: row.object, range: 0..row.length.unwrap_or(0) }
}

/// A small range, all at once.
async fn gather(media: &Media, range: Range<u64>) -> Result<Vec<u8>> {
    let take = |mut all: Vec<u8>, piece: Bytes| async move {
        all.extend_from_slice(&piece);
        Ok(all)
    };
    media.read(range).try_fold(Vec::new(), take).await
}
