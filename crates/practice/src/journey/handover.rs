//! Going along and handing over: the coach of a journey, what they may see of it, and going on alone.
//!
//! A journey's coach sees how far the hand-over is, the days of the conversations in which they sit, and the learning
//! question when its owner shares it. Nothing else of the journey is theirs to read.

use method::Refusal;
use method::consent::beyond;
use method::ids::{ConversationId, JourneyId, MemberId};
use method::journey::handover::{Move, Side, Stage};
use method::roles::ConversationKind;
use method::time::Stamp;
use records::Conn;
use records::journey::stages::{self, Done};
use records::journey::{self, Journey};

use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// How a journey goes: with whom, how far the hand-over is, and what was done so far.
#[derive(Clone, Debug)]
pub struct Going {
    /// Which side the reader is.
    pub me: Side,
    /// Whose journey it is.
    pub owner: String,
    /// Who goes along, if anybody.
    pub coach: Option<(MemberId, String)>,
    /// How far the hand-over is.
    pub stage: Stage,
    /// Whether the coach may read the learning question.
    pub shares_question: bool,
    /// What was done, oldest first.
    pub history: Vec<Done>,
    /// When the journey was finished.
    pub closed: Option<Stamp>,
}

/// A journey as its coach sees it.
#[derive(Clone, Debug)]
pub struct Accompanied {
    /// Which.
    pub id: JourneyId,
    /// How it goes.
    pub going: Going,
    /// The learning question, when it is shared and there is one.
    pub question: Option<String>,
    /// The conversations of it in which the coach sits, oldest first.
    pub together: Vec<(ConversationId, Stamp)>,
}

/// Which side of a journey the reader is; a stranger learns nothing.
fn side(row: &Journey, caller: &Caller) -> Result<Side> {
    let me = caller.account()?.id.to_string();
    if row.professional == me {
        Ok(Side::Professional)
    } else if row.coach.as_deref() == Some(me.as_str()) {
        Ok(Side::Coach)
    } else {
        Err(Refusal::Unknown.into())
    }
}

fn stage(row: &Journey) -> Result<Stage> {
    Stage::parse(&row.stage).ok_or_else(|| Error::Inner("stage of a journey".into()))
}

async fn going(c: &mut Conn, row: &Journey, me: Side) -> Result<Going> {
    let owner = records::identity::by_id(c, ids::member(&row.professional)?).await?;
    let coach = match &row.coach {
        Some(coach) => {
            let id = ids::member(coach)?;
            records::identity::by_id(c, id).await?.map(|member| (id, member.name))
        }
        None => None,
    };
    Ok(Going {
        me,
        owner: owner.map_or_else(String::new, |member| member.name),
        coach,
        stage: stage(row)?,
        shares_question: row.shares_question,
        history: stages::all(c, ids::journey(&row.id)?).await?,
        closed: row.closed_at.map(Stamp),
    })
}

impl House {
    /// How a journey goes, for its owner and its coach.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn going(&self, caller: &Caller, id: JourneyId) -> Result<Going> {
        let mut c = self.db.read().await?;
        let row = journey::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let me = side(&row, caller)?;
        going(&mut c, &row, me).await
    }

    /// The owner asks a coach along on the journey, another one, or none. It then goes with them from the start, and
    /// the question is not shared until its owner chooses so.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner, `JourneyClosed` once it is finished; `Invalid` for a coach who is none.
    #[crate::boxed]
    pub async fn set_journey_coach(
        &self,
        caller: &Caller,
        id: JourneyId,
        coach: Option<MemberId>,
    ) -> Result<()> {
        Self::open_journey_permit(&mut self.db.read().await?, caller, id).await?;
        let coaches = self.journey_coaches(caller).await?;
        if coach.is_some_and(|coach| !coaches.iter().any(|(id, _)| *id == coach)) {
            return Err(Error::invalid("coach", "invalid-coach"));
        }
        let mut c = self.db.write().await?;
        let (row, _) = Self::own_row(&mut c, caller, id).await?;
        if row.coach != coach.map(|coach| coach.to_string()) {
            journey::set_coach(&mut c, id, coach, caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// Coaches whom one can ask along on one's journey.
    ///
    /// # Errors
    /// `Unknown` for whoever leads no conversations.
    #[crate::boxed]
    pub async fn journey_coaches(&self, caller: &Caller) -> Result<Vec<(MemberId, String)>> {
        let roles = &caller.leading()?.roles;
        let kind = ConversationKind::led_by(roles).next().unwrap_or(ConversationKind::ClientProfessional);
        self.coaches(caller, kind).await
    }

    /// The owner chooses whether the coach may read the learning question.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn share_question(&self, caller: &Caller, id: JourneyId, shares: bool) -> Result<()> {
        let mut c = self.db.write().await?;
        Self::journey_permit(&mut c, caller, id).await?;
        journey::set_sharing(&mut c, id, shares, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// A step of the hand-over, by its owner or its coach.
    ///
    /// # Errors
    /// `Unknown` for anyone else; `HandoverOther` when it is not theirs to do now, or there is no coach;
    /// `JourneyClosed` once it is finished.
    #[crate::boxed]
    pub async fn hand_over(&self, caller: &Caller, id: JourneyId, step: Move) -> Result<Stage> {
        let mut c = self.db.write().await?;
        let row = journey::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let by = side(&row, caller)?;
        if row.closed_at.is_some() {
            return Err(Refusal::JourneyClosed.into());
        }
        if row.coach.is_none() {
            return Err(Refusal::HandoverOther.into());
        }
        let from = stage(&row)?;
        let to = from.after(step, by)?;
        let line = uuid::Uuid::now_v7().to_string();
        let done = Done { stage: to, by, at: caller.now };
        if !stages::move_on(&mut c, &line, id, from, done).await? {
            return Err(Refusal::HandoverOther.into());
        }
        c.commit().await?;
        Ok(to)
    }

    /// A journey on which one goes along as coach.
    ///
    /// # Errors
    /// `Unknown` for anyone but its coach.
    #[crate::boxed]
    pub async fn accompanied(&self, caller: &Caller, id: JourneyId) -> Result<Accompanied> {
        let mut c = self.db.read().await?;
        let row = journey::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let me = side(&row, caller)?;
        if me != Side::Coach {
            return Err(Refusal::Unknown.into());
        }
        let coach = row.coach.as_deref().and_then(MemberId::parse);
        let question = match beyond::accompany(coach, row.shares_question, id, &caller.reader) {
            Ok(permit) => self.question_with(&mut c, &permit, id).await?.filter(|text| !text.is_empty()),
            Err(_) => None,
        };
        let mut together = Vec::new();
        for known in records::conversation::facts::of_journey(&mut c, id).await? {
            if known.facts.party(&caller.reader).is_some() {
                together.push((known.facts.conversation, Stamp(known.row.held_on)));
            }
        }
        Ok(Accompanied { id, going: going(&mut c, &row, me).await?, question, together })
    }

    /// The journeys on which one goes along as coach, newest first.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn accompanying(&self, caller: &Caller) -> Result<Vec<Accompanied>> {
        let me = caller.account()?.id;
        let rows = journey::of_coach(&mut self.db.read().await?, me).await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            all.push(self.accompanied(caller, ids::journey(&row.id)?).await?);
        }
        Ok(all)
    }

    /// Journeys in which the other proposed to hand over and waits for this member's yes. For the home page.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn handovers_waiting(&self, caller: &Caller) -> Result<Vec<(JourneyId, Side)>> {
        let me = caller.account()?.id;
        let mut c = self.db.read().await?;
        let mut rows = journey::of_coach(&mut c, me).await?;
        rows.extend(journey::of_professional(&mut c, me).await?);
        let mut waiting = Vec::new();
        for row in rows.iter().filter(|row| row.closed_at.is_none()) {
            let me = side(row, caller)?;
            if stage(row)?.proposed_by().is_some_and(|by| by != me) {
                waiting.push((ids::journey(&row.id)?, me));
            }
        }
        Ok(waiting)
    }
}
