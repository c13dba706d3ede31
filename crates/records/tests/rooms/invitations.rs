//! Invitations: accepted once, taken back, and the letter that was ordered last is the one that goes.

use method::ids::{InvitationId, OrganisationId};
use method::roles::Role;
use records::Conn;
use records::identity::invitations::{self, MailState, NewInvitation, Outcome};

use crate::engines::{NOW, engines, member, organisation as new_organisation};

async fn invited(c: &mut Conn, hash: &str, by_mail: bool) -> (OrganisationId, InvitationId) {
    let organisation = new_organisation(c).await;
    let by = member(c, organisation, "wim@x.example").await;
    let new = NewInvitation {
        organisation,
        token_hash: hash,
        email: "nieuw@x.example",
        roles: &[Role::Coach, Role::Researcher],
        team: None,
        by,
        expires_at: NOW.plus_days(14),
        by_mail,
    };
    let id = InvitationId::new();
    invitations::insert(c, id, &new, NOW).await.unwrap();
    (organisation, id)
}

const SENT: Outcome<'_> = Outcome { state: MailState::Sent, reason: None, tries: 0, next_at: None };

#[tokio::test]
async fn an_invitation_is_accepted_once_and_one_that_was_taken_back_never() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (organisation, id) = invited(&mut c, "hash", false).await;
        let found = invitations::by_token(&mut c, "hash").await.unwrap().unwrap();
        assert_eq!(found.roles, "coach researcher");
        assert!(found.is_open(NOW) && !found.is_open(NOW.plus_days(14)));
        assert_eq!(invitations::open_for(&mut c, "nieuw@x.example", NOW).await.unwrap().len(), 1);
        assert!(invitations::accept(&mut c, &found.id, NOW).await.unwrap());
        assert!(!invitations::accept(&mut c, &found.id, NOW).await.unwrap());
        assert!(!invitations::end(&mut c, organisation, id, NOW).await.unwrap());
        assert!(invitations::open_for(&mut c, "nieuw@x.example", NOW).await.unwrap().is_empty());
        invitations::forget(&mut c, NOW.plus_days(100)).await.unwrap();
        assert!(invitations::by_id(&mut c, id).await.unwrap().is_some(), "a used one stays on record");
    }
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (organisation, id) = invited(&mut c, "hash", false).await;
        assert!(!invitations::end(&mut c, OrganisationId::new(), id, NOW).await.unwrap());
        assert!(invitations::end(&mut c, organisation, id, NOW).await.unwrap());
        assert!(!invitations::accept(&mut c, &id.to_string(), NOW).await.unwrap());
        assert_eq!(invitations::since(&mut c, organisation, NOW.plus_days(-1)).await.unwrap().len(), 1);
        invitations::forget(&mut c, NOW.plus_days(-1)).await.unwrap();
        assert!(invitations::by_id(&mut c, id).await.unwrap().is_some());
        invitations::forget(&mut c, NOW).await.unwrap();
        assert!(invitations::by_id(&mut c, id).await.unwrap().is_none(), "and its address is forgotten");
    }
}

#[tokio::test]
async fn one_program_sends_a_letter_and_the_order_that_came_last_is_not_lost() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (_, id) = invited(&mut c, "hash", true).await;
        let text = id.to_string();
        let soon = NOW.plus_minutes(2);
        assert_eq!(invitations::to_mail(&mut c, NOW).await.unwrap(), std::slice::from_ref(&text));
        assert!(invitations::take(&mut c, &text, "first", NOW, soon).await.unwrap());
        assert!(!invitations::take(&mut c, &text, "twice", NOW, soon).await.unwrap(), "someone else has it");
        assert!(invitations::to_mail(&mut c, NOW).await.unwrap().is_empty());
        // While that letter is on its way another is ordered.
        invitations::renew(&mut c, id, "ordered", true, NOW.plus_days(14)).await.unwrap();
        assert!(!invitations::settle(&mut c, &text, "first", &SENT, NOW).await.unwrap());
        assert_eq!(invitations::to_mail(&mut c, NOW).await.unwrap(), std::slice::from_ref(&text));
        assert!(invitations::by_token(&mut c, "first").await.unwrap().is_none(), "the first link is shut");
        assert!(invitations::take(&mut c, &text, "second", NOW, soon).await.unwrap());
        assert!(invitations::settle(&mut c, &text, "second", &SENT, NOW).await.unwrap());
        assert!(invitations::to_mail(&mut c, NOW.plus_days(1)).await.unwrap().is_empty());
        assert!(invitations::by_token(&mut c, "second").await.unwrap().is_some());
        // Whoever came in, or is no longer asked, gets no letter.
        invitations::renew(&mut c, id, "third", true, NOW.plus_days(14)).await.unwrap();
        assert!(invitations::to_mail(&mut c, NOW.plus_days(14)).await.unwrap().is_empty());
        assert!(invitations::accept(&mut c, &text, NOW).await.unwrap());
        assert!(invitations::to_mail(&mut c, NOW).await.unwrap().is_empty());
        assert!(!invitations::take(&mut c, &text, "fourth", NOW, soon).await.unwrap());
    }
}
