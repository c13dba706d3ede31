//! The client's voice on the table: what they told the coach and said yes to, each at its place in the recording.

use method::ids::ConversationId;
use method::roles::Perspective;
use practice::conversation::Overview;

use crate::app::App;
use crate::conversation::steps;
use crate::dialogue::view::Clip;
use crate::fault::Fault;
use crate::visit::Anyone;
use crate::words::position;

/// One thing the client said.
pub(crate) struct Quote {
    pub(crate) topic: String,
    pub(crate) time: Option<String>,
    pub(crate) spoken: String,
    pub(crate) clip: Option<Clip>,
    pub(crate) text: String,
    /// What the client put in its place or beside it.
    pub(crate) own: Option<String>,
}

/// Everything of it, with whose it is; nothing when there is none.
pub(crate) struct ClientVoice {
    pub(crate) name: String,
    pub(crate) quotes: Vec<Quote>,
}

/// Reads it for whoever may see the looks side by side.
pub(crate) async fn client_voice(
    app: &App,
    anyone: &Anyone,
    overview: &Overview,
    id: ConversationId,
) -> Result<Option<ClientVoice>, Fault> {
    let words = anyone.visit.words;
    let notes = app.house.client_voice(&anyone.caller, id).await?;
    let quotes = notes.into_iter().map(|note| Quote {
        topic: words.t(&format!("notes-topic-{}", note.topic)),
        time: note.at.map(position),
        spoken: note.at.map_or_else(String::new, |at| words.spoken(&at)),
        clip: note.at.map(|at| Clip::around(at, at)),
        text: note.text,
        own: note.own,
    });
    let quotes: Vec<Quote> = quotes.collect();
    let name = steps::person(words, overview, Perspective::Client);
    Ok((!quotes.is_empty()).then_some(ClientVoice { name, quotes }))
}
