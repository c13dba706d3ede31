//! The letter that a month of the learning board is there to read: which month and where, and nothing of what is in it.

use lettre::message::Message;
use practice::House;
use practice::board::DigestLetter;
use web::words::{Lang, Words};

use super::{Post, Refused, now};

/// Sends the letters that are to go.
pub(super) async fn round(house: &House, post: &Post) -> practice::Result<()> {
    for letter in house.digests_due(now()).await? {
        let sent = post.send(written(post, &letter)).await;
        house.digest_went(&letter, sent.is_ok(), now()).await?;
        match sent {
            Ok(()) => {}
            Err(Refused::Mail(kind) | Refused::Address(kind)) => {
                tracing::warn!(member = %letter.member, kind, "the mail of a month was refused; it is tried again later");
            }
            Err(Refused::Server(kind)) => {
                tracing::warn!(kind, "the mail server; the mail of a month waits");
                // The others would only wait for the same server.
                break;
            }
        }
    }
    Ok(())
}

fn written(post: &Post, letter: &DigestLetter) -> Result<Message, &'static str> {
    let link = format!("{}/board/months/{}", post.address, letter.month);
    let name =
        |words: Words| format!("{} {}", words.t(&format!("month-{}", letter.month.month)), letter.month.year);
    let dutch = Words::from(Lang::Nl);
    let subject = dutch.with("board-letter-subject").s("month", name(dutch)).to_string();
    post.message(&letter.email, subject, |words| {
        let text = words.with("board-letter-text").s("month", name(words));
        format!("{text}\r\n\r\n{link}\r\n\r\n{}", words.t("board-letter-why"))
    })
}
