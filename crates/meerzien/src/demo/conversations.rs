//! The conversations of the demo up to their recording: set up, yes said, recorded, yes said again.

use std::time::Duration;

use bytes::Bytes;
use futures::stream;
use method::consent::{Means, Purpose};
use method::ids::{ConversationId, ParticipantId};
use method::recording::RecordingState;
use method::roles::Perspective;
use method::time::Stamp;
use practice::client::NewLink;
use practice::consent::Answers;
use practice::conversation::Plan;
use practice::organisation::Terms;
use practice::recording::{Incoming, Maker, Took};
use practice::{Caller, Error, House, Result};
use web::texts::{Hand, Text};
use web::words::{Lang, Words};

use super::people::People;

/// A conversation of the demo, with who sits where.
#[derive(Debug)]
pub struct Held {
    pub id: ConversationId,
    pub professional: &'static str,
    pub coach: &'static str,
    pub client: ParticipantId,
}

/// How a conversation is set up and what is said yes to.
#[derive(Debug)]
pub struct Setting<'a> {
    pub professional: &'static str,
    pub coach: &'static str,
    /// The name that the client chooses.
    pub client: &'a str,
    pub held_on: Stamp,
    /// What all in the picture say yes to.
    pub yes: &'a [Purpose],
    /// How the client says it.
    pub means: Means,
}

impl Held {
    /// Someone with a chair, who asks.
    pub fn caller(&self, people: &People, chair: Perspective, now: Stamp) -> Result<Caller> {
        match chair {
            Perspective::Professional => people.caller(self.professional, now),
            Perspective::Coach => people.caller(self.coach, now),
            Perspective::Client => Ok(Caller::participant(self.client, now)),
        }
    }
}

/// Sets a conversation up, with the first yes of everybody in the picture.
pub async fn set_up(house: &House, people: &People, setting: &Setting<'_>, now: Stamp) -> Result<Held> {
    let professional = people.caller(setting.professional, now)?;
    let plan = Plan { held_on: setting.held_on, coach: Some(people.member(setting.coach)?.id) };
    let id = house.set_up_conversation(&professional, plan).await?;
    let overview = house.conversation(&professional, id).await?;
    let client = overview.people.iter().find(|person| person.perspective == Perspective::Client);
    let client = client.ok_or_else(|| Error::Inner("no chair for the client".to_owned()))?.id;
    let held = Held { id, professional: setting.professional, coach: setting.coach, client };
    let asked = Caller::participant(client, now);
    house.choose_code_name(&asked, id, setting.client).await?;
    say(house, &asked, id, setting.yes, setting.means).await?;
    say(house, &professional, id, setting.yes, Means::Account).await?;
    Ok(held)
}

async fn say(
    house: &House,
    caller: &Caller,
    id: ConversationId,
    yes: &[Purpose],
    means: Means,
) -> Result<()> {
    let hand = if caller.member.is_some() { Hand::Professional } else { Hand::Client };
    let text_version = kept(house, caller, |words, terms| Text::first(words, terms, hand)).await?;
    house.say_yes(caller, id, &Answers { yes, means, text_version: &text_version }).await
}

/// Keeps the text that someone in the demo had before them, and gives its version.
async fn kept(house: &House, caller: &Caller, text: impl Fn(Words, &Terms) -> Text) -> Result<String> {
    let (_, terms) =
        house.first_organisation().await?.ok_or_else(|| Error::Inner("no organisation".to_owned()))?;
    house.keep_text(caller, &text(Words::from(Lang::Nl), &terms).written()?).await
}

/// The second yes of both in the picture.
pub async fn say_again(
    house: &House,
    people: &People,
    held: &Held,
    yes: &[Purpose],
    means: Means,
    now: Stamp,
) -> Result<()> {
    for (chair, means) in [(Perspective::Professional, Means::Account), (Perspective::Client, means)] {
        let caller = held.caller(people, chair, now)?;
        let facts = house.conversation(&caller, held.id).await?.facts;
        let hand = if caller.member.is_some() { Hand::Professional } else { Hand::Client };
        let until = facts.second_yes_until;
        let text_version = kept(house, &caller, |words, _| Text::second(words, hand, until)).await?;
        house.say_yes_again(&caller, held.id, &Answers { yes, means, text_version: &text_version }).await?;
    }
    Ok(())
}

/// Brings a recording in, as a file of the professional.
pub async fn record(house: &House, people: &People, held: &Held, name: &str, now: Stamp) -> Result<()> {
    let bytes = super::cases::media(name).map_err(|fault| Error::Inner(fault.to_string()))?;
    let caller = held.caller(people, Perspective::Professional, now)?;
    let file_name = name.rsplit('/').next();
    let length = Some(bytes.len() as u64);
    let incoming = Incoming { maker: Maker::File, length, file_name, content_type: None };
    let id = house.begin_recording(&caller, held.id, &incoming).await?;
    let pieces = Bytes::from(bytes.into_owned());
    let body = stream::iter([Ok::<_, std::io::Error>(pieces)]);
    match house.receive(&caller, held.id, id, 0, body).await? {
        // Asking for it sees that the last byte is in, and makes it whole.
        Took::All { .. } => house.upload(&caller, held.id, id).await.map(|_| ()),
        other => Err(Error::Inner(format!("a recording of the demo was not taken: {other:?}"))),
    }
}

/// Waits until a recording can be watched and its timeline is drawn. False when that does not work out here.
pub async fn watchable(house: &House, people: &People, held: &Held, now: Stamp) -> Result<bool> {
    let caller = held.caller(people, Perspective::Professional, now)?;
    let wait = async {
        loop {
            match house.recording(&caller, held.id).await? {
                Some(upload) if upload.state == RecordingState::Ready => break,
                Some(upload) if upload.failed || upload.state == RecordingState::Refused => return Ok(false),
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
        while house.film(&caller, held.id).await?.stills_every_ms.is_none() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(true)
    };
    // On a machine without a working sandbox it never comes; the demo starts all the same.
    tokio::time::timeout(Duration::from_secs(60), wait).await.unwrap_or(Ok(false))
}

/// A link and a code for the client, made by the professional.
pub async fn link(house: &House, people: &People, held: &Held, now: Stamp) -> Result<NewLink> {
    let caller = held.caller(people, Perspective::Professional, now)?;
    house.renew_client_link(&caller, held.id).await
}
