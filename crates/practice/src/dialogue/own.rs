//! What someone took part in at the table, for themselves: what was read together, and what they take along.

use method::dialogue::alternative::IdeaOf;
use method::ids::ConversationId;
use method::permit::Deed;
use method::roles::Perspective;

use super::{Alternative, Reading, alternative, facts, open_if, reading, takeaway_place};
use crate::{Caller, House, Result};

/// What someone took part in. Of the looks of others there is nothing here.
#[derive(Clone, Debug)]
pub struct Together {
    /// What was read together.
    pub readings: Vec<Reading>,
    /// What stood there before it was changed, oldest first.
    pub earlier: Vec<Reading>,
    /// What they take along.
    pub takeaway: Option<String>,
    /// What else could have been said or done: what they wrote down, or what was their idea.
    pub ideas: Vec<Alternative>,
}

impl House {
    /// What the reader took part in, once it lies open to them. Leaves no line in the log: whoever fetches it does.
    ///
    /// # Errors
    /// `LookBlind` before one's own seal, `DialogueEarly` before anyone else's, or another rule's refusal.
    pub(crate) async fn read_together(&self, caller: &Caller, id: ConversationId) -> Result<Together> {
        let mut c = self.db.read().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        let key = self.vault.text_key(&permit).await?;
        let facts = facts(&mut c, id).await?;
        let me = facts.party(&caller.reader).ok_or(method::Refusal::Unknown)?;
        let own = match me.perspective {
            Perspective::Client => IdeaOf::Client,
            Perspective::Professional => IdeaOf::Professional,
            Perspective::Coach => IdeaOf::Coach,
        };
        let open = |rows: Vec<records::dialogue::Reading>| {
            rows.into_iter().map(|row| reading(&facts, &key, row)).collect::<Result<Vec<_>>>()
        };
        let readings = open(records::dialogue::readings(&mut c, id).await?)?;
        let earlier = open(records::dialogue::earlier_readings(&mut c, id).await?)?;
        let taken = records::dialogue::session::takeaways(&mut c, id).await?;
        let taken = taken.into_iter().find(|(who, ..)| *who == me.id).map(|(_, sealed, _)| sealed);
        let takeaway = open_if(&key, &takeaway_place(me.id), taken.as_ref())?;
        let rows = records::dialogue::alternatives(&mut c, id).await?;
        let ideas = rows.iter().map(|row| alternative(&key, row)).collect::<Result<Vec<_>>>()?;
        let ideas = ideas.into_iter().filter(|idea| idea.author == Some(me.id) || idea.idea_of == own);
        Ok(Together { readings, earlier, takeaway, ideas: ideas.collect() })
    }
}
