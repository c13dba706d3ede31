//! Coming in through the organisation's own provider: who is found, which roles come and go, and what ends.

use method::Refusal;
use method::roles::Role;
use practice::identity::NewMember;
use practice::identity::invitations::{Made, Road};
use practice::identity::provider::{Ending, Person};
use practice::sessions::Session;
use practice::{Caller, Error, secrets};

use crate::setting::{NOW, Setting, both};

const ISSUER: &str = "https://login.example";

fn person(subject: &str, email: Option<&str>, roles: Option<&[Role]>) -> Person {
    Person {
        issuer: ISSUER.into(),
        subject: subject.into(),
        email: email.map(str::to_owned),
        name: Some("Wie dan ook".into()),
        roles: roles.map(<[Role]>::to_vec),
    }
}

async fn administrator(s: &Setting) -> Caller {
    let organisation = s.professional.member.as_ref().unwrap().organisation;
    let (email, roles) = ("wim@gemeente.example", &[Role::Administrator][..]);
    let new = NewMember { organisation, name: "Wim", email, password: None, roles, demo: false };
    let id = s.house.add_member(new, NOW).await.unwrap();
    Caller::member(s.house.member(id).await.unwrap().unwrap(), NOW)
}

fn is_unknown<T>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Refused(Refusal::Unknown)))
}

#[tokio::test]
async fn the_provider_cannot_take_the_last_administrator_away() {
    both(async |s| {
        let wim = administrator(&s).await;
        let id = wim.member.as_ref().unwrap().id;
        let address = Some("wim@gemeente.example");
        let come = async |roles: &[Role]| {
            s.house.provider_member(&person("w", address, Some(roles)), None, NOW).await.unwrap().roles
        };
        // It gives the role itself, and so may take it away, but not from the last.
        s.house.change_roles(&wim, id, &[Role::Administrator, Role::Coach]).await.unwrap();
        assert_eq!(come(&[Role::Administrator]).await.len(), 2);
        assert!(come(&[]).await.contains(&Role::Administrator));
        let other = s.coach.member.as_ref().unwrap().id;
        s.house.change_roles(&wim, other, &[Role::Coach, Role::Administrator]).await.unwrap();
        assert_eq!(come(&[]).await, [Role::Coach], "there is another now; what was given by hand stays");
    })
    .await;
}

#[tokio::test]
async fn an_account_is_found_by_its_own_address_once_and_by_an_invitation_for_it() {
    both(async |s| {
        let wim = administrator(&s).await;
        let come = async |who: &Person, link: Option<&str>| s.house.provider_member(who, link, NOW).await;
        // Nobody, an address that is not certain, one of elsewhere.
        for email in [None, Some("nobody@gemeente.example"), Some("joris@elsewhere.example")] {
            assert!(is_unknown(come(&person("x", email, None), None).await), "{email:?}");
        }
        let joris = come(&person("j", Some("Joris@gemeente.example"), None), None).await.unwrap();
        assert_eq!(joris.id, s.colleague.member.as_ref().unwrap().id);
        let again = come(&person("j", Some("renamed@gemeente.example"), None), None).await.unwrap();
        assert_eq!(again.id, joris.id, "known by the provider's own id from then on");
        assert!(is_unknown(come(&person("k", Some("joris@gemeente.example"), None), None).await));

        let made = s.house.invite(&wim, "new@gemeente.example", &[Role::Coach], None, Road::Hand).await;
        let Ok(Made::Token(token)) = made else { unreachable!("a link to hand over") };
        let link = secrets::fingerprint(&token);
        let new = come(&person("n", Some("other@home.example"), None), Some(&link)).await.unwrap();
        assert_eq!((new.name.as_str(), &new.roles[..]), ("Wie dan ook", &[Role::Coach][..]));
        assert!(is_unknown(come(&person("m", None, None), Some(&link)).await), "a link is worth one account");

        s.house.set_member_ended(&wim, new.id, true).await.unwrap();
        assert!(is_unknown(come(&person("n", None, None), None).await), "an account that ended is none");
    })
    .await;
}

#[tokio::test]
async fn a_word_to_end_sessions_ends_those_and_is_heard_once() {
    both(async |s| {
        let joris = person("j", Some("joris@gemeente.example"), None);
        let id = s.house.provider_member(&joris, None, NOW).await.unwrap().id;
        let open = async |cookie: &str, there: Option<&str>| {
            let session = Session {
                id: secrets::fingerprint(cookie),
                member: Some(id.to_string()),
                participant: None,
                provider_session: there.map(str::to_owned),
                device: None,
                data: "{}".into(),
                agent: String::new(),
                created_at: NOW.0,
                seen_at: NOW.0,
                expires_at: NOW.plus_days(1).0,
            };
            s.house.create_session(&session).await.unwrap();
        };
        let stands = async |cookie| s.house.load_session(cookie, NOW).await.unwrap().is_some();
        for (cookie, there) in [("one", Some("a")), ("two", Some("b")), ("silent", Some("")), ("own", None)] {
            open(cookie, there).await;
        }
        let word = Ending {
            issuer: ISSUER,
            subject: Some("j"),
            session: Some("a"),
            once: "1",
            until: NOW.plus_minutes(5),
        };
        assert!(
            s.house.provider_ended(&Ending { subject: Some("k"), once: "0", ..word }, NOW).await.unwrap()
        );
        assert!(stands("one").await, "of somebody who is nobody here");
        assert!(s.house.provider_ended(&word, NOW).await.unwrap());
        assert!(!stands("one").await && stands("two").await);
        open("one", Some("a")).await;
        assert!(!s.house.provider_ended(&word, NOW).await.unwrap(), "the same word again");
        assert!(stands("one").await);
        let late = Ending { once: "2", until: NOW, ..word };
        assert!(!s.house.provider_ended(&late, NOW).await.unwrap(), "a word that is over");
        let all = Ending { session: None, once: "3", ..word };
        assert!(s.house.provider_ended(&all, NOW).await.unwrap());
        for (cookie, left) in [("one", false), ("two", false), ("silent", false), ("own", true)] {
            assert_eq!(stands(cookie).await, left, "{cookie}");
        }
    })
    .await;
}
