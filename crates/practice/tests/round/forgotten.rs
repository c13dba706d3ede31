//! A forgotten password: a link by mail that works once and for an hour, letters that are bounded, word of what was
//! changed; and the doors that somebody came in by, which are shut with their session.

use std::sync::Arc;

use method::Refusal;
use method::ids::MemberId;
use method::roles::Role;
use method::time::Stamp;
use practice::identity::forgotten::Asked;
use practice::identity::invitations::MailTrouble;
use practice::identity::letters::{AccountLetter, Says};
use practice::identity::{Entry, NewMember, Whence};
use practice::sessions::{Door, Session};
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

const OLD: &str = "vier losse woorden hier";
const NEW: &str = "vijf andere woorden daar";
const EMAIL: &str = "wim@gemeente.example";
const HERE: Whence<'_> = Whence { network: "here", device: None };

/// An installation with mail, and somebody in it.
async fn mailing(s: &mut Setting, password: Option<&str>) -> Caller {
    Arc::get_mut(&mut s.house).unwrap().settings.mail = true;
    let organisation = s.professional.member.as_ref().unwrap().organisation;
    let password = password.map(str::to_owned);
    let new =
        NewMember { organisation, name: "Wim", email: EMAIL, password, roles: &[Role::Coach], demo: false };
    let id: MemberId = s.house.add_member(new, NOW).await.unwrap();
    Caller::member(s.house.member(id).await.unwrap().unwrap(), NOW)
}

async fn ask(house: &House, email: &str, whence: &Whence<'_>, now: Stamp) -> Asked {
    house.ask_password_link(email, whence, now).await.unwrap()
}

/// The letters that are to go now, each sent.
async fn sent(house: &House, now: Stamp) -> Vec<AccountLetter> {
    let mut all = Vec::new();
    while let Some(letter) = house.account_letter_due(now).await.unwrap() {
        house.account_letter_went(&letter, None, now).await.unwrap();
        all.push(letter);
    }
    all
}

fn token(letter: &AccountLetter) -> String {
    assert_eq!(letter.says, Says::Link);
    letter.path().rsplit('/').next().unwrap().to_owned()
}

async fn choose(house: &House, token: &str, password: &str, now: Stamp) -> practice::Result<()> {
    house.choose_password_by_link(token, password.to_owned(), &HERE, now).await
}

async fn opens(house: &House, password: &str, now: Stamp) -> bool {
    let away = Whence { network: "away", device: None };
    matches!(house.sign_in(EMAIL, password.to_owned(), &away, now).await.unwrap(), Entry::In(_))
}

fn session(id: &str, caller: &Caller) -> Session {
    Session {
        id: practice::secrets::fingerprint(id),
        member: caller.member.as_ref().map(|member| member.id.to_string()),
        participant: None,
        provider_session: None,
        device: None,
        data: "{}".into(),
        agent: "Firefox, Linux".into(),
        created_at: NOW.0,
        seen_at: NOW.0,
        expires_at: NOW.plus_days(1).0,
    }
}

#[tokio::test]
async fn a_link_works_once_and_for_an_hour_and_ends_every_session() {
    both(async |mut s| {
        let wim = mailing(&mut s, Some(OLD)).await;
        s.house.create_session(&session("a", &wim)).await.unwrap();
        assert_eq!(ask(&s.house, " WIM@gemeente.example", &HERE, NOW).await, Asked::Heard);
        let letters = sent(&s.house, NOW).await;
        let [letter] = letters.as_slice() else { unreachable!("{letters:?}") };
        assert_eq!((letter.email.as_str(), letter.organisation.as_str()), (EMAIL, "Gemeente"));
        let link = token(letter);
        let late = NOW.plus_minutes(60);
        assert_eq!(refusal(s.house.password_link(&link, late).await), Refusal::Unknown);
        assert_eq!(refusal(choose(&s.house, &link, NEW, late).await), Refusal::Unknown);
        let soon = NOW.plus_minutes(59);
        s.house.password_link(&link, soon).await.unwrap();
        assert_eq!(wrong_field(choose(&s.house, &link, "kort", soon).await), "password");
        choose(&s.house, &link, NEW, soon).await.unwrap();
        assert_eq!(refusal(choose(&s.house, &link, OLD, soon).await), Refusal::Unknown, "once");
        assert!(opens(&s.house, NEW, soon).await && !opens(&s.house, OLD, soon).await);
        assert!(s.house.load_session("a", soon).await.unwrap().is_none());
        let id = wim.account().unwrap().id;
        assert!(s.house.halfway(id, NOW).await.unwrap().is_none(), "a first step with the old one");
        assert!(s.house.halfway(id, NOW.plus_minutes(60)).await.unwrap().is_some());
        let word = sent(&s.house, soon).await;
        assert_eq!(word.iter().map(|letter| letter.says).collect::<Vec<_>>(), [Says::Password]);
        assert!(sent(&s.house, soon.plus_days(1)).await.is_empty(), "word goes once");
    })
    .await;
}

#[tokio::test]
async fn letters_are_bounded_and_a_browser_of_ones_own_is_never_shut_out() {
    both(async |mut s| {
        let wim = mailing(&mut s, Some(OLD)).await;
        let device = s.house.came_in(wim.account().unwrap(), &HERE, NOW).await.unwrap();
        let elsewhere = |n: i64| format!("network {n}");
        for n in 0..20 {
            let network = elsewhere(n);
            let from = Whence { network: &network, device: None };
            assert_eq!(ask(&s.house, EMAIL, &from, NOW).await, Asked::Heard);
        }
        let links: Vec<_> = sent(&s.house, NOW).await.iter().map(token).collect();
        assert_eq!(links.len(), 3);
        let own = Whence { network: "here", device: Some(&device) };
        ask(&s.house, EMAIL, &own, NOW).await;
        let mine = sent(&s.house, NOW).await;
        assert_eq!(mine.len(), 1, "strangers use up nothing of a browser that is known");
        ask(&s.house, EMAIL, &HERE, NOW.plus_minutes(15)).await;
        assert_eq!(sent(&s.house, NOW.plus_minutes(15)).await.len(), 1, "after a wait there is another");
        // All of them work, and the first that is used shuts the others.
        for link in &links {
            s.house.password_link(link, NOW).await.unwrap();
        }
        choose(&s.house, &links[0], NEW, NOW).await.unwrap();
        assert_eq!(refusal(s.house.password_link(&token(&mine[0]), NOW).await), Refusal::Unknown);
        // A day of asking without end brings few letters.
        let mut letters = 0;
        for time in 0..24 * 12 {
            let now = NOW.plus_days(3).plus_minutes(time * 5);
            ask(&s.house, EMAIL, &Whence { network: &elsewhere(time), device: None }, now).await;
            letters += sent(&s.house, now).await.len();
        }
        assert!((3..=12).contains(&letters), "{letters} letters in a day");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_and_an_ended_account_get_no_letter_and_leave_no_address() {
    both(async |mut s| {
        let wim = mailing(&mut s, Some(OLD)).await;
        ask(&s.house, "niemand@gemeente.example", &HERE, NOW).await;
        assert!(sent(&s.house, NOW).await.is_empty());
        ask(&s.house, EMAIL, &HERE, NOW).await;
        let id = wim.account().unwrap().id;
        let organisation = wim.account().unwrap().organisation;
        let new = NewMember {
            organisation,
            name: "Ada",
            email: "ada@gemeente.example",
            password: None,
            roles: &[Role::Administrator],
            demo: false,
        };
        let ada = s.house.add_member(new, NOW).await.unwrap();
        let ada = Caller::member(s.house.member(ada).await.unwrap().unwrap(), NOW);
        s.house.set_member_ended(&ada, id, true).await.unwrap();
        assert!(sent(&s.house, NOW).await.is_empty());
        s.house.forget_old_letters(NOW.plus_minutes(60)).await.unwrap();
        s.house.set_member_ended(&ada, id, false).await.unwrap();
        assert!(sent(&s.house, NOW.plus_minutes(30)).await.is_empty(), "nothing waits for later");
        let no = s.house.ask_password_link("geen adres", &HERE, NOW).await;
        assert_eq!(wrong_field(no), "email");
        // Whoever has no password is told so, and gets no link to one.
        ask(&s.house, "ada@gemeente.example", &HERE, NOW).await;
        let says: Vec<_> = sent(&s.house, NOW).await.iter().map(|letter| letter.says).collect();
        assert_eq!(says, [Says::NoPassword]);
    })
    .await;
}

#[tokio::test]
async fn one_program_sends_a_letter_and_one_that_failed_goes_again_with_another_link() {
    both(async |mut s| {
        mailing(&mut s, Some(OLD)).await;
        ask(&s.house, EMAIL, &HERE, NOW).await;
        let first = s.house.account_letter_due(NOW).await.unwrap().unwrap();
        assert!(s.house.account_letter_due(NOW).await.unwrap().is_none(), "somebody sends it already");
        s.house.account_letter_went(&first, Some(MailTrouble::Server), NOW).await.unwrap();
        assert!(s.house.account_letter_due(NOW).await.unwrap().is_none(), "not at once");
        let later = NOW.plus_minutes(1);
        let second = s.house.account_letter_due(later).await.unwrap().unwrap();
        assert_eq!(refusal(s.house.password_link(&token(&first), later).await), Refusal::Unknown);
        // The first program comes back late: it settles nothing of what the second one took over.
        s.house.account_letter_went(&first, Some(MailTrouble::Address), later).await.unwrap();
        s.house.account_letter_went(&second, None, later).await.unwrap();
        choose(&s.house, &token(&second), NEW, later.plus_minutes(59)).await.unwrap();
        ask(&s.house, EMAIL, &HERE, NOW.plus_days(2)).await;
        let refused = s.house.account_letter_due(NOW.plus_days(2)).await.unwrap();
        let refused = match refused {
            Some(word) if word.says == Says::Password => {
                s.house.account_letter_went(&word, None, NOW.plus_days(2)).await.unwrap();
                s.house.account_letter_due(NOW.plus_days(2)).await.unwrap()
            }
            other => other,
        }
        .unwrap();
        s.house.account_letter_went(&refused, Some(MailTrouble::Address), NOW.plus_days(2)).await.unwrap();
        assert!(
            sent(&s.house, NOW.plus_days(2).plus_minutes(50)).await.is_empty(),
            "an address without mail"
        );
    })
    .await;
}

#[tokio::test]
async fn a_door_is_shut_with_its_session_and_with_its_account() {
    both(async |s| {
        let (me, now) = (&s.colleague, NOW.plus_minutes(1));
        s.house.create_session(&session("a", me)).await.unwrap();
        let door = |cookie: Option<&str>| Door { caller: me.clone(), cookie: cookie.map(str::to_owned) };
        let inside = s.house.still_in(&door(Some("a")), now).await.unwrap().unwrap();
        assert_eq!((&inside.reader, inside.now), (&me.reader, now), "as they are now");
        assert!(s.house.still_in(&door(Some("b")), now).await.unwrap().is_none());
        s.house.keep_session_awake("a", NOW.plus_days(1)).await.unwrap();
        assert!(
            s.house.still_in(&door(Some("a")), NOW.plus_days(1)).await.unwrap().is_none(),
            "a member's rests"
        );
        s.house.delete_session("a").await.unwrap();
        assert!(s.house.still_in(&door(Some("a")), now).await.unwrap().is_none());
        assert!(
            s.house.still_in(&door(None), now).await.unwrap().is_some(),
            "a program that brings no cookie"
        );
        let client = Caller::participant(method::ids::ParticipantId::new(), NOW);
        let row = Session {
            member: None,
            participant: None,
            expires_at: NOW.plus_minutes(30).0,
            ..session("c", me)
        };
        s.house.create_session(&row).await.unwrap();
        let theirs = Door { caller: client, cookie: Some("c".to_owned()) };
        s.house.keep_session_awake("c", NOW.plus_minutes(20)).await.unwrap();
        assert!(
            s.house.still_in(&theirs, NOW.plus_minutes(40)).await.unwrap().is_none(),
            "nobody's rests too"
        );
    })
    .await;
}
