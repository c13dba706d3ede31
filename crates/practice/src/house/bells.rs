//! Bells: that something of a conversation changed, told to whoever has it before them now.
//!
//! A bell says which conversation and what kind of thing, never what was written. Whoever hears it looks again, with
//! a permit of their own. On PostgreSQL the other programs of the house hear it too.

use std::sync::Arc;
use std::time::Duration;

use method::ids::ConversationId;
use method::words;
use records::db::bells::{self as line, Listener};
use records::{Conn, Db};
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::{House, Result};

/// How many bells may wait for a slow listener; one who missed some looks at everything again.
const WAITING: usize = 1024;

/// How long to wait before listening is tried again.
const AGAIN: Duration = Duration::from_secs(1);

words! {
    /// What kind of thing changed.
    Change {
        /// Who may see what: a yes was taken back, a term ended, someone left the conversation.
        Rights = "rights",
        /// A look was sealed or added to.
        Looks = "looks",
        /// A shared reading was written.
        Readings = "readings",
        /// Something else to say or do was written down.
        Alternatives = "alternatives",
        /// Someone wrote what they take along.
        Takeaways = "takeaways",
        /// A session of looking together: who leads, who is there, the agenda, the playhead, its end.
        Session = "session",
    }
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ring {
    /// Something of this conversation changed.
    Changed(ConversationId, Change),
    /// Someone points, in another program of the house; sealed with the conversation's key.
    Pointed(ConversationId, Arc<[u8]>),
    /// Bells may have been missed: look at everything again.
    Everything,
}

/// The bells of one program.
#[derive(Debug)]
pub struct Bells {
    /// Which program this is, so that it does not hear itself twice.
    node: Uuid,
    here: broadcast::Sender<Ring>,
    listening: Option<JoinHandle<()>>,
}

impl Drop for Bells {
    fn drop(&mut self) {
        if let Some(task) = &self.listening {
            task.abort();
        }
    }
}

impl Bells {
    /// Hangs the bells, and listens to the other programs where there can be any.
    pub(crate) async fn hang(db: &Db) -> Result<Self> {
        let node = Uuid::new_v4();
        let (here, _) = broadcast::channel(WAITING);
        let listener = Listener::begin(db).await?;
        let listening = listener.map(|first| tokio::spawn(listen(db.clone(), first, node, here.clone())));
        Ok(Self { node, here, listening })
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Ring> {
        self.here.subscribe()
    }

    /// Lets everyone who listens here look at everything again: who may still see it changed.
    pub(crate) fn look_again(&self) {
        self.ring_here(Ring::Everything);
    }

    fn ring_here(&self, ring: Ring) {
        // Nobody may be listening.
        let _ = self.here.send(ring);
    }
}

async fn listen(db: Db, first: Listener, node: Uuid, here: broadcast::Sender<Ring>) {
    let mut listener = Some(first);
    loop {
        let heard = match &mut listener {
            Some(listener) => listener.hear().await,
            None => match Listener::begin(&db).await {
                Ok(again) => {
                    listener = again;
                    Ok(None)
                }
                Err(error) => Err(error),
            },
        };
        match heard {
            Ok(Some(words)) => {
                if let Some(ring) = read(&words, node) {
                    let _ = here.send(ring);
                }
            }
            Ok(None) => {
                let _ = here.send(Ring::Everything);
            }
            Err(_) => {
                listener = None;
                tokio::time::sleep(AGAIN).await;
            }
        }
    }
}

/// What another program rang; nothing for one's own bell, and for what this version does not know.
fn read(words: &str, own: Uuid) -> Option<Ring> {
    let mut parts = words.split(' ');
    let node = Uuid::try_parse(parts.next()?).ok().filter(|node| *node != own)?;
    let _ = node;
    let conversation = ConversationId::parse(parts.next()?)?;
    match (parts.next()?, parts.next()) {
        ("point", Some(sealed)) => Some(Ring::Pointed(conversation, hex::decode(sealed).ok()?.into())),
        (what, None) => Some(Ring::Changed(conversation, Change::parse(what)?)),
        _ => None,
    }
}

impl House {
    /// Keeps what was written and rings: in this program at once, in others by the database.
    pub(crate) async fn commit_ringing(&self, mut c: Conn, id: ConversationId, what: Change) -> Result<()> {
        line::ring(&mut c, &format!("{} {id} {what}", self.bells.node)).await?;
        c.commit().await?;
        self.bells.ring_here(Ring::Changed(id, what));
        Ok(())
    }

    /// Rings in the other programs for something that is nowhere kept; what is sealed travels sealed.
    pub(crate) async fn ring_elsewhere(&self, id: ConversationId, sealed: &[u8]) -> Result<()> {
        let words = format!("{} {id} point {}", self.bells.node, hex::encode(sealed));
        Ok(line::ring_now(&self.db, &words).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bell_is_heard_by_others_and_not_by_oneself() {
        let (one, two, id) = (Uuid::new_v4(), Uuid::new_v4(), ConversationId::new());
        let words = format!("{one} {id} readings");
        assert_eq!(read(&words, two), Some(Ring::Changed(id, Change::Readings)));
        assert_eq!(read(&words, one), None);
        let point = read(&format!("{one} {id} point 0aff"), two);
        assert_eq!(point, Some(Ring::Pointed(id, Arc::from([10, 255]))));
        for odd in [
            "",
            "x y z",
            &format!("{one} {id} later"),
            &format!("{one} {id} point zz"),
            &format!("{one} {id}"),
        ] {
            assert_eq!(read(odd, two), None, "{odd}");
        }
    }
}
