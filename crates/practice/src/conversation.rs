//! Conversations: set up, listed, shown as a path.

mod kinds;
mod parting;
pub mod told;

use method::Refusal;
use method::consent::companion::CompanionKind;
use method::consent::{self, Facts};
use method::ids::{ConversationId, JourneyId, MemberId, ParticipantId};
use method::path::{Progress, Stop};
use method::permit::{Deed, Reader};
use method::recording::RecordingState;
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use records::Conn;
use records::conversation::Conversation;

use crate::house::ids;
use crate::{Caller, Error, House, Result, audit};

/// What a professional chooses when setting up a conversation.
#[derive(Debug)]
pub struct Plan {
    /// The day it is held.
    pub held_on: Stamp,
    /// The coach who will look along, if already known.
    pub coach: Option<MemberId>,
}

/// Someone with a part in a conversation, as the others know them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their part.
    pub id: ParticipantId,
    /// Their chair.
    pub perspective: Perspective,
    /// A member's name, or the code name a client chose.
    pub name: Option<String>,
}

/// One conversation as one reader sees it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Which.
    pub id: ConversationId,
    /// On which journey.
    pub journey: JourneyId,
    /// Between whom.
    pub kind: ConversationKind,
    /// The day it was or will be held.
    pub held_on: Stamp,
    /// The reader's own chair.
    pub me: Perspective,
    /// The reader's own part.
    pub my_id: ParticipantId,
    /// What the reader is when they were there without a chair; then `me` says on which side, and nothing else.
    pub companion: Option<CompanionKind>,
    /// Everyone with a part in it.
    pub people: Vec<Person>,
    /// The six steps.
    pub path: Vec<Stop>,
    /// What the rules know of it.
    pub facts: Facts,
    /// Where its recording stands.
    pub recording: Option<RecordingState>,
    /// How far making it watchable is, in percent.
    pub progress: Option<i64>,
}

impl Overview {
    /// Whether whoever sits across has an account, and so needs neither link nor code nor a chosen name.
    #[must_use]
    pub fn across_has_account(&self) -> bool {
        let client = self.facts.parties.iter().find(|party| party.perspective == Perspective::Client);
        client.is_some_and(|client| client.member.is_some())
    }

    /// The name of whoever sits in a chair.
    #[must_use]
    pub fn name_of(&self, perspective: Perspective) -> Option<&str> {
        self.people.iter().find(|person| person.perspective == perspective)?.name.as_deref()
    }
}

/// How many conversations a home page shows.
const LISTED: i64 = 50;

/// Where a client's code name stands, for sealing.
pub(crate) fn code_name_place(id: &str) -> String {
    format!("participants.code_name/{id}")
}

impl House {
    /// Sets up a conversation between a client and the professional who asks, with a data key of its own.
    ///
    /// # Errors
    /// `Unknown` for anyone but a professional, `Invalid` for a coach who is none.
    #[crate::boxed]
    pub async fn set_up_conversation(&self, caller: &Caller, plan: Plan) -> Result<ConversationId> {
        self.set_up(caller, ConversationKind::ClientProfessional, None, plan).await
    }

    async fn set_up(
        &self,
        caller: &Caller,
        kind: ConversationKind,
        across: Option<MemberId>,
        plan: Plan,
    ) -> Result<ConversationId> {
        let me = caller.with_role(kind.lead())?;
        let journey = self.own_journey(caller).await?;
        let coaches = self.coaches(caller, kind).await?;
        if plan.coach.is_some_and(|coach| !coaches.iter().any(|(id, _)| *id == coach)) {
            return Err(Error::invalid("coach", "invalid-coach"));
        }
        let id = ConversationId::new();
        let new = records::conversation::New {
            organisation: me.organisation,
            journey,
            kind,
            held_on: plan.held_on,
        };
        let mut c = self.db.write().await?;
        records::conversation::insert(&mut c, id, &new, caller.now).await?;
        sit(&mut c, id, Perspective::Professional, Some(me.id), caller.now).await?;
        sit(&mut c, id, Perspective::Client, across, caller.now).await?;
        if let Some(coach) = plan.coach {
            sit(&mut c, id, Perspective::Coach, Some(coach), caller.now).await?;
        }
        let permit = Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        self.vault.create_key(&permit).await?;
        let line = audit::Line { deed: audit::Deed::Prepared, scope: Some(id.into()), subject: None };
        audit::write(&mut c, me.organisation, caller, line).await?;
        c.commit().await?;
        Ok(id)
    }

    /// Invites a coach into a conversation that has none yet.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional; `Invalid` for a coach who is none or a taken chair.
    #[crate::boxed]
    pub async fn invite_coach(&self, caller: &Caller, id: ConversationId, coach: MemberId) -> Result<()> {
        // First: whoever may not invite learns nothing about who could be.
        let mut c = self.db.read().await?;
        Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let facts = crate::dialogue::facts(&mut c, id).await?;
        drop(c);
        let mut coaches = self.coaches(caller, facts.kind).await?;
        coaches.retain(|(id, _)| !facts.parties.iter().any(|party| party.member == Some(*id)));
        if !coaches.iter().any(|(id, _)| *id == coach) {
            return Err(Error::invalid("coach", "invalid-coach"));
        }
        let mut c = self.db.write().await?;
        Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        // Whoever looked along as a colleague has seen what a coach's own look must not know.
        let along = records::dialogue::peers::of_conversation(&mut c, id).await?;
        if along.iter().any(|one| one.member == coach.to_string()) {
            return Err(Error::invalid("coach", "invalid-coach-colleague"));
        }
        if records::conversation::take_empty_chair(&mut c, id, coach).await? {
            return Ok(c.commit().await?);
        }
        match sit(&mut c, id, Perspective::Coach, Some(coach), caller.now).await {
            Err(Error::Records(error)) if error.is_duplicate() => {
                return Err(Error::invalid("coach", "invalid-coach-taken"));
            }
            other => other?,
        };
        Ok(c.commit().await?)
    }

    /// The reader's conversations, newest first, each with its path.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn own_conversations(&self, caller: &Caller) -> Result<Vec<Overview>> {
        let me = caller.account()?.id;
        let mut c = self.db.read().await?;
        let rows = records::conversation::of_member(&mut c, me, LISTED).await?;
        let mut list = Vec::with_capacity(rows.len());
        for row in rows {
            list.push(self.overview_of(&mut c, caller, row).await?);
        }
        Ok(list)
    }

    /// One conversation, for someone with a part in it.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn conversation(&self, caller: &Caller, id: ConversationId) -> Result<Overview> {
        let mut c = self.db.read().await?;
        let row = records::conversation::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        self.overview_of(&mut c, caller, row).await
    }

    /// The conversation in which a participant without an account has their part.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    #[crate::boxed]
    pub async fn conversation_of_participant(&self, caller: &Caller) -> Result<Overview> {
        let Reader::Participant(participant) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let row = records::conversation::participant(&mut self.db.read().await?, participant).await?;
        self.conversation(caller, ids::conversation(&row.ok_or(Refusal::Unknown)?.conversation)?).await
    }

    /// The same, for whoever is in the picture without an account: also without a chair. A companion sees the
    /// professional's name and their own part, and nothing of how far the others are.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    #[crate::boxed]
    pub async fn own_part(&self, caller: &Caller) -> Result<Overview> {
        let Reader::Participant(participant) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let id = self.own_conversation(caller).await?;
        let mut c = self.db.read().await?;
        let Some(what) = records::consent::companions::what(&mut c, participant).await? else {
            drop(c);
            return self.conversation(caller, id).await;
        };
        let row = records::conversation::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let (progress, _) = progress(&mut c, id).await?;
        let mut people = self.people(&mut c, caller, &facts).await?;
        people.retain(|person| person.perspective == Perspective::Professional);
        Ok(Overview {
            id,
            journey: ids::journey(&row.journey)?,
            kind: facts.kind,
            held_on: Stamp(row.held_on),
            me: Perspective::Client,
            my_id: participant,
            companion: Some(what),
            people,
            path: Vec::new(),
            recording: progress.recording,
            progress: None,
            facts,
        })
    }

    async fn overview_of(&self, c: &mut Conn, caller: &Caller, row: Conversation) -> Result<Overview> {
        let id = ids::conversation(&row.id)?;
        let facts = records::conversation::facts(c, id).await?.ok_or(Refusal::Unknown)?;
        let party = facts.party(&caller.reader).ok_or(Refusal::Unknown)?;
        let (me, my_id) = (party.perspective, party.id);
        let (progress, percent) = progress(c, id).await?;
        let people = self.people(c, caller, &facts).await?;
        Ok(Overview {
            id,
            journey: ids::journey(&row.journey)?,
            kind: ConversationKind::parse(&row.kind)
                .ok_or_else(|| Error::Inner("conversation kind".into()))?,
            held_on: Stamp(row.held_on),
            me,
            my_id,
            companion: None,
            people,
            path: method::path::path(&facts, progress, me, caller.now),
            recording: progress.recording,
            progress: percent,
            facts,
        })
    }

    /// Everyone's names. The client's code name opens for the other participants, and for nobody once the key is gone.
    pub(crate) async fn people(&self, c: &mut Conn, caller: &Caller, facts: &Facts) -> Result<Vec<Person>> {
        let mut people = Vec::new();
        for row in records::conversation::participants(c, facts.conversation).await? {
            let name = match (row.member.as_deref().and_then(MemberId::parse), &row.code_name_sealed) {
                (Some(id), _) => records::identity::by_id(c, id).await?.map(|member| member.name),
                (None, Some(sealed)) => self.code_name(caller, facts, &row.id, sealed).await?,
                (None, None) => None,
            };
            let perspective = Perspective::parse(&row.perspective);
            let perspective = perspective.ok_or_else(|| Error::Inner("perspective".into()))?;
            let id = ids::participant(&row.id)?;
            // A coach who left is still there in what they sealed, and otherwise not.
            let sealed = facts.parties.iter().any(|party| party.id == id && party.sealed());
            if perspective != Perspective::Coach || row.member.is_some() || sealed {
                people.push(Person { id, perspective, name });
            }
        }
        Ok(people)
    }

    async fn code_name(
        &self,
        caller: &Caller,
        facts: &Facts,
        id: &str,
        sealed: &[u8],
    ) -> Result<Option<String>> {
        let permit = match consent::name(facts, &caller.reader, caller.now) {
            Ok(permit) => permit,
            Err(_) => return Ok(None),
        };
        match self.vault.open_text(&permit, &code_name_place(id), sealed).await.map_err(Error::from) {
            Ok(name) => Ok(Some(name.to_string())),
            Err(Error::Refused(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

async fn sit(
    c: &mut Conn,
    conversation: ConversationId,
    perspective: Perspective,
    member: Option<MemberId>,
    now: Stamp,
) -> Result<ParticipantId> {
    let id = ParticipantId::new();
    let row = records::conversation::Participant {
        id: id.to_string(),
        conversation: conversation.to_string(),
        perspective: perspective.key().to_owned(),
        member: member.map(|member| member.to_string()),
        code_name_sealed: None,
    };
    records::conversation::insert_participant(c, &row, now).await?;
    Ok(id)
}

/// How far a conversation is, from plain columns only.
pub(crate) async fn progress(c: &mut Conn, id: ConversationId) -> Result<(Progress, Option<i64>)> {
    let row = records::conversation::progress(c, id).await?;
    let progress = Progress {
        recording: row.recording.as_deref().and_then(RecordingState::parse),
        readings: usize::try_from(row.readings).unwrap_or(0),
        tryouts: usize::try_from(row.tryouts).unwrap_or(0),
        verdicts: usize::try_from(row.verdicts).unwrap_or(0),
    };
    Ok((progress, row.percent))
}
