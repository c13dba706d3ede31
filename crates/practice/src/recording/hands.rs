//! The jobs of this room, handed to whoever has the decoder.

use std::sync::Arc;

use method::ids::{ConversationId, RecordingId};
use method::recording::RecordingState;
use records::jobs::{self, Job};
use records::recording::steps;

use crate::{Caller, House, Result};

pub use records::jobs::NotDone;

/// Something for a worker to do.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Which recording to make watchable.
    pub recording: RecordingId,
    /// Whether there will be no other try.
    pub last: bool,
}

impl House {
    /// Works until dropped, with one job at a time. `name` must be another one for every worker that runs.
    #[crate::boxed]
    pub async fn work<F>(
        self: Arc<Self>,
        name: &str,
        hands: impl Fn(Arc<Self>, Work) -> F + Send + Sync + 'static,
    ) where
        F: Future<Output = std::result::Result<(), NotDone>> + Send + 'static,
    {
        let house = Arc::clone(&self);
        let hands = Arc::new(hands);
        let each = jobs::Hands::new(move |one: jobs::Try| {
            let (house, hands) = (Arc::clone(&house), Arc::clone(&hands));
            async move {
                let Job::MakeWatchable { recording } = one.job;
                match RecordingId::parse(&recording) {
                    Some(recording) => hands(house, Work { recording, last: one.last }).await,
                    None => Ok(()),
                }
            }
        });
        jobs::work(&self.db, name, Arc::clone(&self.bell), each).await;
    }

    /// Asks for another try of making a recording watchable, for the one who records.
    ///
    /// # Errors
    /// The rule's refusal; `Unknown` when there is no such recording.
    #[crate::boxed]
    pub async fn try_recording_again(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
    ) -> Result<()> {
        let (_, row) = self.own_recording(caller, conversation, id).await?;
        if row.state == RecordingState::Whole && row.failed.is_some() {
            let mut c = self.db.write().await?;
            steps::set_failed(&mut c, id, None).await?;
            jobs::ask(&mut c, &Job::MakeWatchable { recording: id.to_string() }).await?;
            c.commit().await?;
            self.bell.notify_one();
        }
        Ok(())
    }
}
