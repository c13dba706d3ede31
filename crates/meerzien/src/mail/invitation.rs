//! The letter of an invitation: who invites, a link that works once, and until when. Nothing about what anybody does here.

use lettre::message::Message;
use practice::House;
use practice::identity::invitations::{Letter, MailTrouble};
use web::words::{Lang, Words};

use super::{Post, Refused, now};

/// Sends the invitations that are to go.
pub(super) async fn round(house: &House, post: &Post) -> practice::Result<()> {
    while let Some(letter) = house.letter_due(now()).await? {
        let refused = post.send(written(post, &letter)).await.err();
        let trouble = refused.as_ref().map(Refused::told);
        if let Some((_, kind)) = trouble {
            tracing::warn!(invitation = letter.id(), kind, "the mail of an invitation did not go");
        }
        let trouble = trouble.map(|(trouble, _)| trouble);
        house.letter_went(&letter, trouble, now()).await?;
        if trouble == Some(MailTrouble::Server) {
            // The others would only wait for the same server.
            break;
        }
    }
    Ok(())
}

fn written(post: &Post, letter: &Letter) -> Result<Message, &'static str> {
    let link = format!("{}{}", post.address, letter.path());
    let subject = Words::from(Lang::Nl).with("invited-subject").s("organisation", &letter.organisation);
    post.message(&letter.email, subject.to_string(), |words| {
        let text = words.with("invited-text").s("organisation", &letter.organisation);
        let until = words.with("invited-until").s("date", words.date(&letter.until));
        format!("{text}\r\n\r\n{link}\r\n\r\n{until}\r\n\r\n{}", words.t("invited-unasked"))
    })
}
