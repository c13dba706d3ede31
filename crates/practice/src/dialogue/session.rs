//! Looking together at the same time: begin, wish, be there, end; and what the live socket asks of the house.
//!
//! A session's rows hold ids, positions and kinds. Whoever asks for one gets a `Gate`, which the rules of comparing
//! open and which is asked for again and again: it is the permit of a reader who stays.

use method::Refusal;
use method::dialogue::agenda::{Item, Put, agenda, arranged, shift};
use method::dialogue::session::{self, Command, Means, Playhead, Presence, Standing};
use method::dialogue::{Subject, agenda::Part};
use method::ids::{ConversationId, DialogueId, ParticipantId, PresenceId};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::dialogue::session as rows;

use super::{Table, facts, looks};
use crate::house::bells::Change;
use crate::{Caller, Error, House, Result};

/// How often a wish is tried again when someone else wished at the same moment.
const TRIES: usize = 5;

/// A reader who may be at the table now: a permit, and who they are there.
#[derive(Debug)]
pub struct Gate {
    permit: Permit,
    conversation: ConversationId,
    /// Their part in the conversation.
    pub me: ParticipantId,
    /// Their chair.
    pub chair: Perspective,
    /// Everyone's chair, to tell who is who.
    chairs: Vec<(ParticipantId, Perspective)>,
}

impl Gate {
    /// Which conversation it opens.
    #[must_use]
    pub const fn conversation(&self) -> ConversationId {
        self.conversation
    }

    /// The chair of someone with a part in this conversation.
    #[must_use]
    pub fn chair_of(&self, who: ParticipantId) -> Option<Perspective> {
        self.chairs.iter().find(|(id, _)| *id == who).map(|(_, chair)| *chair)
    }
}

/// A session as it stands, without anything that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: DialogueId,
    /// How it stands.
    pub standing: Standing,
    /// How often it changed.
    pub version: i64,
    /// When it began.
    pub started: Stamp,
    /// What the people made of the agenda.
    pub put: Vec<Put>,
    /// Who was there, and when.
    pub presences: Vec<Presence>,
}

impl Session {
    /// The agenda as the people put it, made from what lies on the table.
    #[must_use]
    pub fn agenda(&self, table: &Table) -> Vec<Item> {
        arranged(&made(table), &self.put, &table.places)
    }
}

fn made(table: &Table) -> Vec<Item> {
    let answers: Vec<_> = table
        .voices
        .iter()
        .map(|(question, voices)| (*question, voices.iter().filter_map(|voice| voice.step).collect()))
        .collect();
    agenda(&table.places, &answers, table.chairs.len())
}

async fn whole(c: &mut Conn, row: rows::Dialogue) -> Result<Session> {
    let put = rows::put_items(c, row.id).await?;
    let presences = rows::presences(c, row.id).await?;
    let rows::Dialogue { id, standing, version, started } = row;
    Ok(Session { id, standing, version, started, put, presences })
}

/// Everyone's being there at any session of a conversation.
pub(super) async fn presences(c: &mut Conn, id: ConversationId) -> Result<Vec<Presence>> {
    let mut all = Vec::new();
    for row in rows::all(c, id).await? {
        all.extend(rows::presences(c, row.id).await?);
    }
    Ok(all)
}

impl House {
    /// Whether this reader may be at the table now; asked for again as long as they stay. Leaves no line in the log,
    /// which the page they came from did.
    ///
    /// # Errors
    /// The refusals of comparing; `Unknown` when their account was ended.
    #[crate::boxed]
    pub async fn gate(&self, caller: &Caller, id: ConversationId) -> Result<Gate> {
        if let Some(member) = &caller.member {
            self.member(member.id).await?.ok_or(Refusal::Unknown)?;
        }
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        let permit = method::consent::decide(&facts, &caller.reader, Deed::Compare, caller.now)?;
        let party = facts.party(&caller.reader).ok_or(Refusal::Unknown)?;
        let chairs = facts.parties.iter().map(|party| (party.id, party.perspective)).collect();
        Ok(Gate { permit, conversation: id, me: party.id, chair: party.perspective, chairs })
    }

    /// The newest session of a conversation, open or ended.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn session(&self, gate: &Gate) -> Result<Option<Session>> {
        let mut c = self.db.read().await?;
        match rows::newest(&mut c, gate.conversation).await? {
            Some(row) => Ok(Some(whole(&mut c, row).await?)),
            None => Ok(None),
        }
    }

    /// All sessions of a conversation, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn sessions(&self, gate: &Gate) -> Result<Vec<Session>> {
        let mut c = self.db.read().await?;
        let mut all = Vec::new();
        for row in rows::all(&mut c, gate.conversation).await? {
            all.push(whole(&mut c, row).await?);
        }
        Ok(all)
    }

    /// Begins looking together, and leads. When a session is open already, one joins that.
    ///
    /// # Errors
    /// The refusals of comparing.
    #[crate::boxed]
    pub async fn begin_session(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        let leader = facts(&mut c, id).await?.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let standing = Standing {
            leader,
            part: Part::Want,
            open: None,
            playhead: Playhead::at_the_start(caller.now),
            ended: None,
        };
        let dialogue = DialogueId::new();
        if rows::begin(&mut c, id, dialogue, &standing, caller.now).await? {
            // Until their screen says so itself, who begins counts as there.
            rows::come(&mut c, dialogue, on_the_way(dialogue), leader, Means::Live, caller.now).await?;
            self.commit_ringing(c, id, Change::Session).await?;
        }
        Ok(())
    }

    /// Does what someone at the table wishes.
    ///
    /// # Errors
    /// The refusals of comparing; `DialogueEnded`, `NotLeading`, `LeaderThere`; `Unknown` for what does not lie on
    /// the table; `ChangedMeanwhile` when others kept being faster.
    #[crate::boxed]
    pub async fn wish(&self, caller: &Caller, id: ConversationId, command: &Command) -> Result<()> {
        for _ in 0..TRIES {
            if self.try_wish(caller, id, command).await? {
                return Ok(());
            }
        }
        Err(Refusal::ChangedMeanwhile.into())
    }

    async fn try_wish(&self, caller: &Caller, id: ConversationId, command: &Command) -> Result<bool> {
        let now = caller.now;
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        let facts = facts(&mut c, id).await?;
        let me = facts.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let seat = |chair: Perspective| {
            let party = facts.parties.iter().find(|party| party.perspective == chair && party.sealed());
            party.map(|party| party.id).ok_or(Error::Refused(Refusal::Unknown))
        };
        let row = rows::newest(&mut c, id).await?.ok_or(Refusal::DialogueEnded)?;
        let mut session = whole(&mut c, row).await?;
        session.standing.may(me, command, &session.presences, now)?;
        let mut items = None;
        match command {
            Command::Play { .. } | Command::Pause { .. } | Command::Seek { .. } | Command::Rate { .. } => {
                let film = records::recording::newest(&mut c, id).await?;
                let duration = film.and_then(|film| film.duration_ms).unwrap_or(0);
                session.standing.play(command, duration, now);
            }
            Command::Part { to } => (session.standing.part, session.standing.open) = (*to, None),
            Command::Close {} => session.standing.open = None,
            Command::Hand { to } => session.standing.leader = seat(*to)?,
            Command::Lead {} => session.standing.leader = me,
            Command::Sit { who } => {
                let who = seat(*who)?;
                if !session::there(&session.presences, now).contains(&who) {
                    rows::come(&mut c, session.id, PresenceId::new(), who, Means::Table, now).await?;
                }
            }
            Command::Rise { who } => rows::rise(&mut c, session.id, seat(*who)?, now).await?,
            Command::End {} => {
                session.standing.ended = Some(now);
                session.standing.play(
                    &Command::Pause { at: session.standing.playhead.position(now) },
                    i64::MAX,
                    now,
                );
                rows::all_leave(&mut c, session.id, now).await?;
            }
            Command::Open { about }
            | Command::Move { about, .. }
            | Command::Skip { about }
            | Command::Unskip { about } => {
                let about = Subject::parse(about).ok_or(Refusal::Unknown)?;
                let key = self.vault.text_key(&permit).await?;
                let table = looks(&mut c, &permit, &key).await?;
                if !table.knows(about) {
                    return Err(Refusal::Unknown.into());
                }
                if matches!(command, Command::Open { .. }) {
                    session.standing.open = Some(about);
                } else {
                    items = Some(reorder(&session, &table, about, command));
                }
            }
        }
        if !rows::stand(&mut c, session.id, &session.standing, session.version).await? {
            return Ok(false);
        }
        if let Some(items) = items {
            rows::set_items(&mut c, session.id, &items).await?;
        }
        self.commit_ringing(c, id, Change::Session).await?;
        Ok(true)
    }

    /// Writes down that someone came to the table on a screen of their own; gives the name of this stretch.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn come(&self, gate: &Gate, dialogue: DialogueId, now: Stamp) -> Result<PresenceId> {
        let row = PresenceId::new();
        let mut c = self.db.write().await?;
        rows::come(&mut c, dialogue, row, gate.me, Means::Live, now).await?;
        let standing = rows::newest(&mut c, gate.conversation).await?;
        if standing.is_some_and(|session| session.standing.leader == gate.me) {
            rows::leave(&mut c, on_the_way(dialogue), now).await?;
        }
        self.commit_ringing(c, gate.conversation, Change::Session).await?;
        Ok(row)
    }

    /// Writes down that these stretches of being there go on. It concerns facts only, and nobody reads it here.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn still_there(&self, stretches: &[PresenceId], now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        rows::still_there(&mut c, stretches, now).await?;
        Ok(c.commit().await?)
    }

    /// Writes down that a stretch of being there ended.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn gone(&self, conversation: ConversationId, row: PresenceId, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        rows::leave(&mut c, row, now).await?;
        self.commit_ringing(c, conversation, Change::Session).await
    }

    /// Tells the other programs of the house where someone points, sealed; it is written down nowhere.
    ///
    /// # Errors
    /// When the key is gone or the database refuses.
    #[crate::boxed]
    pub async fn point_elsewhere(&self, gate: &Gate, at: Option<i64>) -> Result<()> {
        let text = format!("{} {}", gate.chair, at.map_or_else(String::new, |at| at.to_string()));
        let sealed = self.vault.seal_bytes(&gate.permit, POINT, text.as_bytes()).await?;
        self.ring_elsewhere(gate.conversation, &sealed).await
    }

    /// Where someone points in another program of the house.
    ///
    /// # Errors
    /// When the key is gone, or it is not what was sealed.
    #[crate::boxed]
    pub async fn pointed_elsewhere(&self, gate: &Gate, sealed: &[u8]) -> Result<(Perspective, Option<i64>)> {
        let odd = || Error::Inner("a pointer".into());
        let bytes = self.vault.open_bytes(&gate.permit, POINT, sealed).await?;
        let text = std::str::from_utf8(&bytes).map_err(|_| odd())?;
        let (chair, at) = text.split_once(' ').ok_or_else(odd)?;
        Ok((Perspective::parse(chair).ok_or_else(odd)?, at.parse().ok()))
    }

    /// Whether other programs may share this house's records, so that pointers must be passed on.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        matches!(self.db, records::Db::Postgres(_))
    }
}

/// The stretch of whoever began, until their screen has one of its own.
const fn on_the_way(dialogue: DialogueId) -> PresenceId {
    PresenceId(dialogue.0)
}

/// Where a pointer stands, for sealing.
const POINT: &str = "dialogues.point";

fn reorder(session: &Session, table: &Table, about: Subject, command: &Command) -> Vec<Put> {
    let mut items = session.agenda(table);
    // A place is named by any of its moments.
    let subject = match about {
        Subject::Moment(id) => table
            .place_of(id)
            .and_then(|place| place.marks.first())
            .map_or(about, |mark| Subject::Moment(mark.id)),
        Subject::Question(_) => about,
    };
    match command {
        Command::Move { by, .. } => shift(&mut items, subject, *by),
        _ => {
            let skipped = matches!(command, Command::Skip { .. });
            items.iter_mut().filter(|item| item.subject == subject).for_each(|item| item.skipped = skipped);
        }
    }
    items.into_iter().map(|item| Put { subject: item.subject, skipped: item.skipped }).collect()
}
