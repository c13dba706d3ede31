//! Conversations that were held before this program was there to see them, written down as they are told: a demo that has
//! been going on for years. Everything is sealed and asked of the same rules, in one transaction for each journey.

use method::consent::{self, Facts, Means, Purpose};
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::{
    AlternativeId, ConversationId, JourneyId, LookId, MomentId, ParticipantId, PeerNoteId, ReadingId,
    TryoutId,
};
use method::looking::{LeadQuestion, LookMode, MomentKind, Span, Step, Strength, Whose};
use method::permit::{Deed, Permit, Reader};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use method::tryout::{Rating, Verdict};
use records::Conn;
use records::consent::Said;
use records::dialogue::{NewAlternative, Writing};
use records::{looking, tryout};
use vault::TextKey;

use super::{code_name_place, sit};
use crate::dialogue::{Words, alternative_place, peers, reading_place};
use crate::looking::{answer_place, note_place};
use crate::tryout::place as tryout_place;
use crate::{Caller, Error, House, Member, Result, audit};

/// One conversation, as it is told.
#[derive(Clone, Debug)]
pub struct Told {
    /// The day it was held.
    pub held_on: Stamp,
    /// Who looked along from outside.
    pub coach: Option<Member>,
    /// The name that the client chose.
    pub client: String,
    /// What both in the picture said yes to before; a no is nowhere.
    pub yes: Vec<Purpose>,
    /// What they said yes to again; nothing when they never did.
    pub again: Vec<Purpose>,
    /// Until when everything is kept.
    pub kept_until: Stamp,
    /// The sealed looks.
    pub looks: Vec<Look>,
    /// What was read together.
    pub reading: Option<(LeadQuestion, String)>,
    /// A colleague who looked along, and what they wrote.
    pub peer: Option<(Member, String)>,
    /// How it was rated.
    pub ratings: Vec<(Perspective, Rating)>,
    /// What was chosen to try, and what became of it in the next conversation.
    pub tryout: Option<Tried>,
}

/// A look, as it is told.
#[derive(Clone, Debug)]
pub struct Look {
    /// Whose.
    pub by: Perspective,
    /// Kind, where in the recording, and a note.
    pub moments: Vec<(MomentKind, i64, String)>,
    /// The answers.
    pub answers: Vec<(LeadQuestion, Step, String)>,
}

/// Another way that was tried.
#[derive(Clone, Debug)]
pub struct Tried {
    /// What one wanted to reach.
    pub intention: String,
    /// What to say or do.
    pub words: String,
    /// How it would be noticed.
    pub noticing: String,
    /// The verdict, given after the next conversation.
    pub verdict: Option<Verdict>,
}

/// The versions of the texts that people had before them: each for the client and for whoever led.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Before the conversation.
    pub first: [String; 2],
    /// After it.
    pub second: [String; 2],
}

/// A tryout that waits for the next conversation, and the verdict it will get.
type Waiting = Option<(TryoutId, Option<Verdict>)>;

/// A conversation while it is being written down.
struct OneTold<'a> {
    c: &'a mut Conn,
    id: ConversationId,
    key: TextKey,
    journey: JourneyId,
    me: &'a Caller,
    chairs: [(Perspective, Option<ParticipantId>); 3],
    texts: &'a Texts,
}

impl House {
    /// Writes down the conversations of one professional, the first first. Gives their ids.
    ///
    /// # Errors
    /// The refusals of the rules, as if each deed was done at its own time; `Unknown` for whoever leads none.
    #[crate::boxed]
    pub async fn tell_conversations(
        &self,
        caller: &Caller,
        told: &[Told],
        texts: &Texts,
    ) -> Result<Vec<ConversationId>> {
        let journey = self.own_journey(caller).await?;
        let mut c = self.db.write().await?;
        let mut ids = Vec::with_capacity(told.len());
        let mut open: Waiting = None;
        for one in told {
            let me = Caller { now: one.held_on.plus_days(-2), ..caller.clone() };
            let (id, tried) = self.tell_one(&mut c, &me, (journey, texts), one).await?;
            ids.push(id);
            // What was chosen after the one before is tried in this one, if it was recorded.
            if let Some((tryout, verdict)) = open.take_if(|_| !one.again.is_empty()) {
                tryout::set_next(&mut c, tryout, id).await?;
                if let Some(verdict) = verdict {
                    tryout::set_verdict(&mut c, tryout, verdict, None, one.held_on.plus_days(3)).await?;
                }
            }
            open = tried.or(open);
        }
        c.commit().await?;
        Ok(ids)
    }

    async fn tell_one(
        &self,
        c: &mut Conn,
        me: &Caller,
        (journey, texts): (JourneyId, &Texts),
        told: &Told,
    ) -> Result<(ConversationId, Waiting)> {
        let member = me.leading()?;
        let (id, kind) = (ConversationId::new(), ConversationKind::ClientProfessional);
        let new = records::conversation::New {
            organisation: member.organisation,
            journey,
            kind,
            held_on: told.held_on,
        };
        records::conversation::insert(c, id, &new, me.now).await?;
        let lead = sit(c, id, Perspective::Professional, Some(member.id), me.now).await?;
        let client = sit(c, id, Perspective::Client, None, me.now).await?;
        let coach = match &told.coach {
            Some(coach) => Some(sit(c, id, Perspective::Coach, Some(coach.id), me.now).await?),
            None => None,
        };
        let facts = crate::dialogue::facts(c, id).await?;
        let permit = consent::decide(&facts, &me.reader, Deed::Prepare, me.now)?;
        self.vault.create_key(&permit).await?;
        let line = audit::Line { deed: audit::Deed::Prepared, scope: Some(id.into()), subject: None };
        audit::write(c, member.organisation, me, line).await?;
        let chairs = [
            (Perspective::Professional, Some(lead)),
            (Perspective::Client, Some(client)),
            (Perspective::Coach, coach),
        ];
        let key = self.vault.text_key(&permit).await?;
        let mut writing = OneTold { c, id, key, journey, me, chairs, texts };
        writing.said(told, (lead, client)).await?;
        if told.again.is_empty() {
            return Ok((id, None));
        }
        let facts = writing.facts().await?;
        for look in &told.looks {
            writing.look(look, told, &facts).await?;
        }
        writing.together(told, lead).await.map(|tried| (id, tried))
    }
}

impl OneTold<'_> {
    async fn facts(&mut self) -> Result<Facts> {
        crate::dialogue::facts(self.c, self.id).await
    }

    /// Who asks from a chair, at a time.
    fn asks(&self, chair: Perspective, told: &Told, now: Stamp) -> Option<(Caller, ParticipantId)> {
        let (_, part) = self.chairs.iter().find(|(one, _)| *one == chair)?;
        let part = (*part)?;
        let caller = match chair {
            Perspective::Professional => Caller { now, ..self.me.clone() },
            Perspective::Client => Caller::participant(part, now),
            Perspective::Coach => Caller::member(told.coach.clone()?, now),
        };
        Some((caller, part))
    }

    async fn note(&mut self, caller: &Caller, deed: audit::Deed, subject: &str) -> Result<()> {
        let organisation = self.me.account()?.organisation;
        let line = audit::Line { deed, scope: Some(self.id.into()), subject: Some(subject) };
        audit::write(self.c, organisation, caller, line).await
    }

    /// The name, the yeses before and after, and the terms. The recording itself is not told.
    async fn said(&mut self, told: &Told, (lead, client): (ParticipantId, ParticipantId)) -> Result<()> {
        if !told.yes.contains(&Purpose::Look) {
            return Ok(());
        }
        let name = self.key.seal(&code_name_place(&client.to_string()), &told.client)?;
        records::conversation::set_code_name(self.c, client, &name).await?;
        let Texts { first: [client_first, lead_first], second: [client_second, lead_second] } = self.texts;
        let (conversation, before, after) = (self.id, told.held_on, told.held_on.plus_days(2));
        for (participant, means, first, second) in [
            (client, Means::Tablet, client_first, client_second),
            (lead, Means::Account, lead_first, lead_second),
        ] {
            let said =
                Said { conversation, participant, means, text_version: first, at: before, after: false };
            for purpose in &told.yes {
                records::consent::say_yes(self.c, &said, *purpose).await?;
            }
            let said =
                Said { conversation, participant, means, text_version: second, at: after, after: true };
            for purpose in &told.again {
                records::consent::confirm(self.c, &said, *purpose).await?;
            }
        }
        for chair in [Perspective::Client, Perspective::Professional] {
            for (yes, deed, days) in
                [(&told.yes, audit::Deed::SaidYes, 0), (&told.again, audit::Deed::SaidYesAgain, 2)]
            {
                let Some((caller, _)) = self.asks(chair, told, told.held_on.plus_days(days)) else {
                    continue;
                };
                for purpose in yes {
                    self.note(&caller, deed, purpose.key()).await?;
                }
            }
        }
        let second = told.held_on.plus_days(14);
        if !told.again.is_empty() {
            records::conversation::set_terms(self.c, self.id, second, told.kept_until).await?;
        }
        Ok(())
    }

    fn permit(facts: &Facts, caller: &Caller, deed: Deed) -> Result<Permit> {
        Ok(consent::decide(facts, &caller.reader, deed, caller.now)?)
    }

    async fn look(&mut self, look: &Look, told: &Told, facts: &Facts) -> Result<()> {
        let at = told.held_on.plus_days(4);
        let Some((caller, part)) = self.asks(look.by, told, at) else { return Ok(()) };
        let permit = Self::permit(facts, &caller, Deed::Look)?;
        let id = LookId::new();
        looking::insert(self.c, &permit, id, part, LookMode::Self_, at).await?;
        let mut moments = Vec::new();
        for (kind, start, note) in &look.moments {
            let moment = MomentId::new();
            let row = looking::Moment {
                id: moment,
                kind: *kind,
                whose: Whose::Between,
                strength: Strength::Clear,
                span: Span { start: *start, end: *start },
                note_sealed: Some(self.key.seal(&note_place(moment), note)?),
                word_sealed: None,
                changed_at: at,
            };
            looking::put_moment(self.c, id, &row, at).await?;
            moments.push(moment);
        }
        for (question, step, text) in &look.answers {
            let row = looking::Answer {
                question: *question,
                step: Some(*step),
                text_sealed: Some(self.key.seal(&answer_place(id, *question), text)?),
                moments: moments.first().copied().into_iter().collect(),
                changed_at: at,
            };
            looking::put_answer(self.c, id, &row).await?;
        }
        looking::seal(self.c, id, at).await?;
        self.note(&caller, audit::Deed::Sealed, look.by.key()).await
    }

    /// What came after the looks: read together, thought of, tried, rated, and seen by a colleague.
    async fn together(&mut self, told: &Told, lead: ParticipantId) -> Result<Waiting> {
        let at = told.held_on.plus_days(8);
        for (chair, rating) in &told.ratings {
            tryout::rate(self.c, self.id, *chair, *rating, at).await?;
        }
        if let Some((colleague, text)) = &told.peer {
            self.peer(colleague, text, at).await?;
        }
        let Some((caller, _)) = self.asks(Perspective::Professional, told, at) else { return Ok(None) };
        let Some((question, text)) = &told.reading else { return Ok(None) };
        Self::permit(&self.facts().await?, &caller, Deed::Compare)?;
        let (id, subject) = (ReadingId::new(), Subject::Question(*question));
        let words = Words { ours: text.clone(), ..Words::default() };
        let json = serde_json::to_string(&words).map_err(|_| Error::Inner("words of a reading".into()))?;
        let sealed = self.key.seal(&reading_place(&id.to_string()), &json)?;
        let conversation = self.id;
        let row = Writing { id, conversation, subject, text_sealed: &sealed, differs: false, by: lead, at };
        records::dialogue::insert_reading(self.c, &row).await?;
        match &told.tryout {
            Some(tried) => self.tried(tried, subject, lead, at).await.map(Some),
            None => Ok(None),
        }
    }

    async fn peer(&mut self, colleague: &Member, text: &str, at: Stamp) -> Result<()> {
        records::dialogue::peers::invite(self.c, self.id, colleague.id, at).await?;
        let facts = self.facts().await?;
        consent::decide(&facts, &Reader::Member(colleague.id), Deed::Peer, at)?;
        let note = PeerNoteId::new();
        let sealed = self.key.seal(&peers::place(&note.to_string()), text)?;
        records::dialogue::peers::insert_note(self.c, note, self.id, colleague.id, &sealed, at).await?;
        Ok(())
    }

    async fn tried(
        &mut self,
        tried: &Tried,
        subject: Subject,
        author: ParticipantId,
        at: Stamp,
    ) -> Result<(TryoutId, Option<Verdict>)> {
        let (alternative, id) = (AlternativeId::new(), TryoutId::new());
        let at_place = |field: &str| alternative_place(&alternative.to_string(), field);
        let (intention, words) = (
            self.key.seal(&at_place("intention"), &tried.intention)?,
            self.key.seal(&at_place("words"), &tried.words)?,
        );
        let row = NewAlternative {
            id: alternative,
            conversation: self.id,
            subject,
            author,
            idea_of: IdeaOf::Professional,
            intention_sealed: &intention,
            words_sealed: &words,
            asks_sealed: None,
            might_sealed: None,
        };
        records::dialogue::insert_alternative(self.c, &row, at).await?;
        let text = id.to_string();
        let row = tryout::New {
            id,
            journey: self.journey,
            conversation: self.id,
            alternative,
            doing: self.key.seal(&tryout_place("doing", &text), &tried.words)?,
            when: None,
            because: None,
            noticing: self.key.seal(&tryout_place("noticing", &text), &tried.noticing)?,
            who: None,
            planned_on: None,
            follows: None,
        };
        tryout::insert(self.c, &row, at).await?;
        Ok((id, tried.verdict))
    }
}
