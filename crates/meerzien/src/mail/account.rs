//! Letters about somebody's own account: the link to a new password that they asked for, and word of what was changed.

use lettre::message::Message;
use practice::House;
use practice::identity::invitations::MailTrouble;
use practice::identity::letters::{AccountLetter, Says};
use web::words::{Lang, Words};

use super::{Post, Refused, now};

/// Sends the letters that are to go.
pub(super) async fn round(house: &House, post: &Post) -> practice::Result<()> {
    while let Some(letter) = house.account_letter_due(now()).await? {
        let refused = post.send(written(post, &letter)).await.err();
        let trouble = refused.as_ref().map(Refused::told);
        if let Some((_, kind)) = trouble {
            tracing::warn!(letter = letter.id(), kind, "a letter about an account did not go");
        }
        let trouble = trouble.map(|(trouble, _)| trouble);
        house.account_letter_went(&letter, trouble, now()).await?;
        if trouble == Some(MailTrouble::Server) {
            // The others would only wait for the same server.
            break;
        }
    }
    Ok(())
}

/// The letter in both languages. Its link is the address in the settings, whatever anybody called us.
fn written(post: &Post, letter: &AccountLetter) -> Result<Message, &'static str> {
    let dutch = Words::from(Lang::Nl);
    let subject = match letter.says {
        Says::Link | Says::NoPassword => dutch.t("letter-link-subject"),
        Says::Password | Says::Added | Says::Removed | Says::Anew => dutch.t("letter-changed-subject"),
    };
    post.message(&letter.email, subject, |words| part(post, letter, words))
}

fn part(post: &Post, letter: &AccountLetter, words: Words) -> String {
    let said = |key: &str| words.with(key).s("organisation", &letter.organisation);
    let changed = |key: &str| {
        let text = said(key).s("when", words.date_time(&letter.at));
        let unknown = words.t("letter-changed-unknown");
        format!("{text}\r\n\r\n{unknown}\r\n\r\n{}/sign-in/forgotten", post.address)
    };
    match letter.says {
        Says::Link => {
            let link = format!("{}{}", post.address, letter.path());
            let (until, unasked) = (words.t("letter-link-until"), words.t("letter-link-unasked"));
            let text = said("letter-link-text");
            format!("{text}\r\n\r\n{link}\r\n\r\n{until}\r\n\r\n{unasked}")
        }
        Says::NoPassword => format!("{}\r\n\r\n{}/sign-in", said("letter-none-text"), post.address),
        Says::Password => changed("letter-password-text"),
        Says::Added => changed("letter-added-text"),
        Says::Removed => changed("letter-removed-text"),
        Says::Anew => changed("letter-anew-text"),
    }
}
