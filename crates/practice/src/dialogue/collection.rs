//! Collections of other ways to act: a professional's own, sealed under their journey's key, and the one shared in the
//! organisation, which holds nothing of a conversation and is sealed under the organisation's own key.
//!
//! Nothing is indexed on disk: what someone looks for is looked for in memory, after opening.

use std::collections::HashMap;

use method::Refusal;
use method::consent::beyond;
use method::dialogue::Subject;
use method::dialogue::alternative::Wanted;
use method::ids::{AlternativeId, ConversationId, KeptId, MemberId, OrganisationId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use method::names::Found;
use method::permit::{Deed, Permit};
use method::time::Stamp;
use records::Conn;
use records::dialogue::collection as rows;

use super::{Sentence, facts, subject};
use crate::house::ids;
use crate::names::Names;
use crate::{Caller, House, Member, Result};

/// For which kind of moment and which lead question a sentence is, each if there is one.
pub type Fits = (Option<MomentKind>, Option<LeadQuestion>);

/// One of a professional's own collection.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: KeptId,
    /// For what it is.
    pub fits: Fits,
    /// Its words.
    pub sentence: Sentence,
    /// When it was kept.
    pub at: Stamp,
}

/// One that was shared in the organisation.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Which.
    pub id: SharedId,
    /// For what it is.
    pub fits: Fits,
    /// Its words.
    pub sentence: Sentence,
    /// Who shared it, if they chose to say so.
    pub by: Option<String>,
    /// Whether the reader shared it.
    pub own: bool,
    /// When.
    pub at: Stamp,
}

/// What someone finds.
#[derive(Debug, Default)]
pub struct Collection {
    /// Of their own.
    pub kept: Vec<Kept>,
    /// Shared in the organisation.
    pub shared: Vec<Shared>,
}

/// Where a sentence comes from, when it is kept or shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// Written on its own.
    Nowhere,
    /// An alternative at a table.
    Table(ConversationId, AlternativeId),
    /// One's own collection.
    Kept(KeptId),
}

/// What became of keeping a sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept.
    Kept(KeptId),
    /// The client's name stands in it; nothing was kept.
    Found(Vec<Found>),
}

/// What became of sharing a sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Sharing {
    /// It is shared.
    Shared(SharedId),
    /// There may be names in it; nothing was shared.
    Found(Vec<Found>),
}

fn kept_place(id: &str) -> String {
    format!("kept_alternatives.text/{id}")
}

fn shared_place(id: &str) -> String {
    format!("shared_alternatives.text/{id}")
}

fn fits(kind: Option<&String>, question: Option<&String>) -> Fits {
    (kind.and_then(|word| MomentKind::parse(word)), question.and_then(|word| LeadQuestion::parse(word)))
}

/// The conversations from which something was made, each with what in it.
type Roots = Vec<(ConversationId, Subject)>;

impl House {
    /// What a professional kept and what the organisation shares, as far as it is looked for.
    ///
    /// # Errors
    /// `Unknown` for whoever neither leads nor accompanies conversations.
    #[crate::boxed]
    pub async fn collection(&self, caller: &Caller, wanted: &Wanted) -> Result<Collection> {
        let me = caller.account()?;
        let permit = self.share_permit(caller).await?;
        let mut c = self.db.read().await?;
        let mut found = Collection::default();
        if caller.leading().is_ok() {
            let mut keys = HashMap::new();
            for row in rows::kept_by(&mut c, me.id).await? {
                let journey = ids::journey(&row.journey)?;
                if let std::collections::hash_map::Entry::Vacant(free) = keys.entry(journey) {
                    let permit = Self::journey_permit(&mut c, caller, journey).await?;
                    free.insert(self.vault.text_key(&permit).await?);
                }
                let Some(key) = keys.get(&journey) else { continue };
                let one = Kept {
                    id: KeptId::parse(&row.id).ok_or(Refusal::Unknown)?,
                    fits: fits(row.kind.as_ref(), row.question.as_ref()),
                    sentence: Sentence::opened(key, &kept_place(&row.id), &row.text_sealed)?,
                    at: Stamp(row.created_at),
                };
                if wanted.finds(one.fits.0, one.fits.1, &one.sentence.texts()) {
                    found.kept.push(one);
                }
            }
        }
        let key = self.vault.text_key(&permit).await?;
        let names: HashMap<String, String> = records::identity::of_organisation(&mut c, me.organisation)
            .await?
            .into_iter()
            .map(|member| (member.id, member.name))
            .collect();
        for row in rows::shared_in(&mut c, me.organisation).await? {
            let one = Shared {
                id: SharedId::parse(&row.id).ok_or(Refusal::Unknown)?,
                fits: fits(row.kind.as_ref(), row.question.as_ref()),
                sentence: Sentence::opened(&key, &shared_place(&row.id), &row.text_sealed)?,
                by: row.named.then(|| names.get(&row.author).cloned()).flatten(),
                own: MemberId::parse(&row.author) == Some(me.id),
                at: Stamp(row.created_at),
            };
            if wanted.finds(one.fits.0, one.fits.1, &one.sentence.texts()) {
                found.shared.push(one);
            }
        }
        Ok(found)
    }

    /// One of one's own collection.
    ///
    /// # Errors
    /// `Unknown` when it is not one's own.
    #[crate::boxed]
    pub async fn kept(&self, caller: &Caller, id: KeptId) -> Result<Kept> {
        let mine = self.collection(caller, &Wanted::default()).await?;
        Ok(mine.kept.into_iter().find(|one| one.id == id).ok_or(Refusal::Unknown)?)
    }

    /// One that was shared in one's organisation.
    ///
    /// # Errors
    /// `Unknown` when there is none here.
    #[crate::boxed]
    pub async fn shared(&self, caller: &Caller, id: SharedId) -> Result<Shared> {
        let all = self.collection(caller, &Wanted::default()).await?;
        Ok(all.shared.into_iter().find(|one| one.id == id).ok_or(Refusal::Unknown)?)
    }

    /// Keeps a sentence in one's own collection, or changes one there. What comes from a conversation is kept without
    /// the client's name.
    ///
    /// # Errors
    /// `Unknown` for whoever leads no conversations, and for what is not theirs; `Invalid` as for an alternative.
    #[crate::boxed]
    pub async fn keep_sentence(
        &self,
        caller: &Caller,
        from: From,
        sentence: &Sentence,
        fits: Fits,
    ) -> Result<Keeping> {
        let me = caller.leading()?;
        let sentence = sentence.tidy()?;
        let (id, journey) = match from {
            From::Kept(id) => {
                let row = rows::kept(&mut self.db.read().await?, me.id, id).await?.ok_or(Refusal::Unknown)?;
                (id, ids::journey(&row.journey)?)
            }
            _ => (KeptId::new(), self.own_journey(caller).await?),
        };
        let mut c = self.db.write().await?;
        let roots = roots(&mut c, caller, from).await?;
        let mut names = Names::default();
        for (conversation, _) in &roots {
            let facts = facts(&mut c, *conversation).await?;
            self.add_client(&mut c, caller, &facts, &mut names).await?;
        }
        let found = names.of_people(&sentence.texts());
        if !found.is_empty() {
            return Ok(Keeping::Found(found));
        }
        let permit = Self::journey_permit(&mut c, caller, journey).await?;
        let key = self.vault.text_key(&permit).await?;
        let sealed = sentence.sealed(&key, &kept_place(&id.to_string()))?;
        rows::put_kept(&mut c, id, journey, fits, &sealed, caller.now).await?;
        for (conversation, about) in roots {
            rows::derive(&mut c, &id.to_string(), conversation, about).await?;
        }
        c.commit().await?;
        Ok(Keeping::Kept(id))
    }

    /// Takes a sentence out of one's own collection.
    ///
    /// # Errors
    /// `Unknown` when it is not one's own.
    #[crate::boxed]
    pub async fn remove_kept(&self, caller: &Caller, id: KeptId) -> Result<()> {
        let me = caller.leading()?;
        let mut c = self.db.write().await?;
        rows::kept(&mut c, me.id, id).await?.ok_or(Refusal::Unknown)?;
        rows::delete_kept(&mut c, id).await?;
        Ok(c.commit().await?)
    }

    /// Shares a sentence in the organisation, once no name stands in it. `no_names` are words of which the writer says
    /// that they are none; names of the conversation's own people never pass.
    ///
    /// # Errors
    /// `Unknown` for whoever neither leads nor accompanies conversations, and for what is not theirs; `Invalid` as for an
    /// alternative.
    #[crate::boxed]
    pub async fn share_sentence(
        &self,
        caller: &Caller,
        from: From,
        sentence: &Sentence,
        fits: Fits,
        (named, no_names): (bool, &[String]),
    ) -> Result<Sharing> {
        let me = caller.account()?;
        let permit = self.share_permit(caller).await?;
        // What it asks of this professional is about them, and is not shared.
        let sentence = Sentence { asks: String::new(), ..sentence.tidy()? };
        let mut c = self.db.write().await?;
        let roots = roots(&mut c, caller, from).await?;
        let mut names = self.names_in(&mut c, me.organisation).await?;
        for (conversation, _) in &roots {
            self.add_people(&mut c, caller, *conversation, &mut names).await?;
        }
        let found = names.in_the_way(&sentence.texts(), no_names);
        if !found.is_empty() {
            return Ok(Sharing::Found(found));
        }
        let id = SharedId::new();
        let key = self.vault.text_key(&permit).await?;
        let sealed = sentence.sealed(&key, &shared_place(&id.to_string()))?;
        let by = rows::By { organisation: me.organisation, author: me.id, named };
        rows::insert_shared(&mut c, id, by, fits, &sealed, caller.now).await?;
        for (conversation, about) in roots {
            rows::derive(&mut c, &id.to_string(), conversation, about).await?;
        }
        c.commit().await?;
        Ok(Sharing::Shared(id))
    }

    /// Takes back what one shared.
    ///
    /// # Errors
    /// `Unknown` when someone else shared it, or nobody did.
    #[crate::boxed]
    pub async fn remove_shared(&self, caller: &Caller, id: SharedId) -> Result<()> {
        let me = caller.account()?;
        let mut c = self.db.write().await?;
        if !rows::delete_shared(&mut c, id, me.id).await? {
            return Err(Refusal::Unknown.into());
        }
        Ok(c.commit().await?)
    }

    /// The permit for what one's organisation shares, whose key is made the first time.
    async fn share_permit(&self, caller: &Caller) -> Result<Permit> {
        let Member { organisation, roles, .. } = caller.account()?;
        let organisation: OrganisationId = *organisation;
        let permit = beyond::share(organisation, organisation, roles, &caller.reader)?;
        self.vault.create_key(&permit).await?;
        Ok(permit)
    }
}

/// From which conversations a sentence comes, as far as the reader may still see them.
async fn roots(c: &mut Conn, caller: &Caller, from: From) -> Result<Roots> {
    match from {
        From::Nowhere => Ok(Vec::new()),
        From::Table(conversation, alternative) => {
            House::permit_in(c, caller, conversation, Deed::Compare).await?;
            let row = records::dialogue::alternative(c, alternative).await?;
            let row =
                row.filter(|row| row.conversation == conversation.to_string()).ok_or(Refusal::Unknown)?;
            Ok(vec![(conversation, subject(&row.subject)?)])
        }
        From::Kept(id) => {
            let me = caller.account()?.id;
            rows::kept(c, me, id).await?.ok_or(Refusal::Unknown)?;
            let derived = rows::derived_from(c, &id.to_string()).await?;
            derived
                .iter()
                .map(|row| Ok((ids::conversation(&row.conversation)?, subject(&row.subject)?)))
                .collect()
        }
    }
}
