//! Coming in: one step or two, waits that never fall on somebody else, and what one proves oneself with.

use method::roles::Role;
use method::time::Stamp;
use practice::identity::factors::{Proven, Typed};
use practice::identity::{Entry, NewMember, Whence};
use practice::sessions::Session;
use practice::{Caller, House};
use totp_rs::{Builder, Secret};

use crate::setting::{NOW, Setting, both, wrong_field};

const PASSWORD: &str = "vier losse woorden hier";
const HERE: Whence<'_> = Whence { network: "here", device: None };
const ELSEWHERE: Whence<'_> = Whence { network: "elsewhere", device: None };

async fn someone(s: &Setting, name: &str, role: Role) -> Caller {
    let organisation = s.professional.member.as_ref().unwrap().organisation;
    let (email, roles) = (format!("{name}@gemeente.example"), [role]);
    let password = Some(PASSWORD.to_owned());
    let new = NewMember { organisation, name, email: &email, password, roles: &roles, demo: false };
    let id = s.house.add_member(new, NOW).await.unwrap();
    Caller::member(s.house.member(id).await.unwrap().unwrap(), NOW)
}

async fn enter(house: &House, email: &str, password: &str, whence: &Whence<'_>, now: Stamp) -> Entry {
    house.sign_in(email, password.to_owned(), whence, now).await.unwrap()
}

fn at(caller: &Caller, now: Stamp) -> Caller {
    Caller { now, ..caller.clone() }
}

/// What an app shows for a secret.
fn shows(secret: &str, now: Stamp) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let totp = Builder::new().with_secret(secret).with_account_name("x").build().unwrap();
    totp.generate(u64::try_from(now.0 / 1000).unwrap()).to_string()
}

/// Gives somebody an app; its secret and the codes on paper.
async fn app(house: &House, caller: &Caller) -> (String, Vec<String>) {
    let secret = house.await_app(caller).await.unwrap().secret;
    let codes = house.take_app(caller, &shows(&secret, caller.now)).await.unwrap().unwrap();
    (secret, codes)
}

async fn prove(house: &House, caller: &Caller, code: &str) -> Proven {
    house.prove(caller, Typed::Code(code.to_owned()), &HERE).await.unwrap()
}

#[tokio::test]
async fn others_wrong_tries_never_make_a_known_browser_or_another_network_wait() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Professional).await;
        let token = s.house.came_in(wim.account().unwrap(), &HERE, NOW).await.unwrap();
        for _ in 0..5 {
            let wrong = enter(&s.house, "wim@gemeente.example", "mis", &HERE, NOW).await;
            assert!(matches!(wrong, Entry::Wrong), "{wrong:?}");
        }
        let waits = enter(&s.house, "WIM@gemeente.example ", PASSWORD, &HERE, NOW).await;
        assert!(matches!(waits, Entry::Wait(5_000)), "not even the right one is looked at: {waits:?}");
        let known = Whence { device: Some(&token), ..HERE };
        let own = enter(&s.house, "wim@gemeente.example", PASSWORD, &known, NOW).await;
        assert!(matches!(own, Entry::In(_)), "their own browser: {own:?}");
        let away = enter(&s.house, "wim@gemeente.example", PASSWORD, &ELSEWHERE, NOW).await;
        assert!(matches!(away, Entry::In(_)), "another network: {away:?}");
        someone(&s, "els", Role::Professional).await;
        let other = enter(&s.house, "els@gemeente.example", PASSWORD, &HERE, NOW).await;
        assert!(matches!(other, Entry::In(_)), "someone else on the same network: {other:?}");
        let other = enter(&s.house, "els@gemeente.example", "mis", &known, NOW).await;
        assert!(matches!(other, Entry::Wrong), "a browser is known for one account only");
        let later = Stamp(NOW.0 + 5_000);
        let own = enter(&s.house, "wim@gemeente.example", PASSWORD, &HERE, later).await;
        assert!(matches!(own, Entry::In(_)), "after the wait it is looked at: {own:?}");
    })
    .await;
}

#[tokio::test]
async fn an_address_without_an_account_waits_as_one_with_an_account_does() {
    both(async |s| {
        someone(&s, "wim", Role::Professional).await;
        let mut said = Vec::new();
        for email in ["wim@gemeente.example", "niemand@gemeente.example"] {
            let mut one = Vec::new();
            for n in 0..8 {
                one.push(format!(
                    "{:?}",
                    enter(&s.house, email, "mis", &HERE, Stamp(NOW.0 + n * 1_000)).await
                ));
            }
            said.push(one);
        }
        assert_eq!(said[0], said[1]);
        assert!(said[0].iter().any(|one| one.starts_with("Wait")), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_taken_once_and_within_one_step() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Professional).await;
        let member = wim.account().unwrap().clone();
        assert!(!s.house.asks_second(&member).await.unwrap());
        let awaited = s.house.await_app(&wim).await.unwrap();
        assert!(awaited.address.starts_with("otpauth://totp/") && awaited.address.contains("Meerzien"));
        assert!(
            !s.house.asks_second(&member).await.unwrap(),
            "a secret without a first code is worth nothing"
        );
        assert_eq!(wrong_field(s.house.take_app(&wim, "000000").await), "code");
        let (secret, codes) = app(&s.house, &wim).await;
        assert_eq!(codes.len(), 10);
        assert!(s.house.asks_second(&member).await.unwrap());
        assert_eq!(prove(&s.house, &wim, &shows(&secret, NOW)).await, Proven::Wrong, "the first was used");
        let next = Stamp(NOW.0 + 30_000);
        let code = shows(&secret, next);
        assert_eq!(prove(&s.house, &wim, &code).await, Proven::Yes, "a phone that is half a minute ahead");
        assert_eq!(prove(&s.house, &at(&wim, next), &code).await, Proven::Wrong, "each is taken once");
        let later = Stamp(NOW.0 + 10 * 60_000);
        let old = shows(&secret, Stamp(later.0 - 60_000));
        assert_eq!(prove(&s.house, &at(&wim, later), &old).await, Proven::Wrong, "two steps ago");
        let fits = shows(&secret, later);
        let spaced = format!("{} {}", &fits[..3], &fits[3..]);
        assert_eq!(prove(&s.house, &at(&wim, later), &spaced).await, Proven::Yes);
        let password = Typed::Password(PASSWORD.to_owned());
        let by_password = s.house.prove(&at(&wim, later.plus_days(3)), password, &HERE).await.unwrap();
        assert_eq!(by_password, Proven::Wrong, "whoever has a second step proves with it");
    })
    .await;
}

#[tokio::test]
async fn a_code_on_paper_works_once_and_new_ones_end_the_old() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Administrator).await;
        let els = someone(&s, "els", Role::Professional).await;
        let (_, codes) = app(&s.house, &wim).await;
        let (_, of_els) = app(&s.house, &els).await;
        let typed = codes[0].to_lowercase().replace('-', " ");
        assert_eq!(prove(&s.house, &wim, &typed).await, Proven::ByPaper(9));
        assert_eq!(prove(&s.house, &wim, &typed).await, Proven::Wrong);
        assert_eq!(prove(&s.house, &wim, &of_els[0]).await, Proven::Wrong, "another's code");
        let new = s.house.new_codes(&wim).await.unwrap();
        assert_eq!(prove(&s.house, &wim, &codes[1]).await, Proven::Wrong);
        assert_eq!(prove(&s.house, &wim, &new[0]).await, Proven::ByPaper(9));
        assert_eq!(wrong_field(s.house.remove_app(&wim).await), "factor", "an administrator keeps one");
        s.house.remove_app(&els).await.unwrap();
        let left = s.house.factors(&els).await.unwrap();
        assert_eq!(
            (left.second(), left.codes_left),
            (false, 0),
            "codes on paper go with the last second step"
        );
        assert_eq!(wrong_field(s.house.new_codes(&els).await), "codes");
    })
    .await;
}

#[tokio::test]
async fn guessing_codes_waits_and_does_not_make_the_own_browser_wait() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Professional).await;
        let (secret, _) = app(&s.house, &wim).await;
        let token = s.house.came_in(wim.account().unwrap(), &HERE, NOW).await.unwrap();
        for _ in 0..5 {
            assert_eq!(prove(&s.house, &wim, "000000").await, Proven::Wrong);
        }
        let code = shows(&secret, Stamp(NOW.0 + 30_000));
        assert!(matches!(prove(&s.house, &wim, &code).await, Proven::Wait(_)));
        let known = Whence { device: Some(&token), ..HERE };
        let own = s.house.prove(&wim, Typed::Code(code), &known).await.unwrap();
        assert_eq!(own, Proven::Yes);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_is_long_and_hard_and_the_old_one_is_asked() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Professional).await;
        let change = async |old: &str, new: &str| {
            s.house.change_password(&wim, old.to_owned(), new.to_owned(), "this").await
        };
        assert_eq!(wrong_field(change("mis", "heel iets anders nu").await), "old");
        assert_eq!(wrong_field(change(PASSWORD, "te kort").await), "password");
        assert_eq!(wrong_field(change(PASSWORD, "wachtwoord123456").await), "password");
        change(PASSWORD, "heel iets anders nu").await.unwrap();
        let old = enter(&s.house, "wim@gemeente.example", PASSWORD, &HERE, NOW).await;
        assert!(matches!(old, Entry::Wrong));
        let new = enter(&s.house, "wim@gemeente.example", "heel iets anders nu", &HERE, NOW).await;
        assert!(matches!(new, Entry::In(_)));
    })
    .await;
}

#[tokio::test]
async fn an_account_that_begins_anew_has_nothing_left_of_before() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Administrator).await;
        let member = wim.account().unwrap().clone();
        let (secret, codes) = app(&s.house, &wim).await;
        let token = s.house.came_in(&member, &HERE, NOW).await.unwrap();
        let anew = "heel iets anders nu".to_owned();
        assert_eq!(
            wrong_field(s.house.reset_account("wim@gemeente.example", "kort".into(), NOW).await),
            "password"
        );
        s.house.reset_account("WIM@gemeente.example", anew.clone(), NOW).await.unwrap();
        assert!(s.house.reset_account("niemand@gemeente.example", anew, NOW).await.is_err());
        let old = enter(&s.house, "wim@gemeente.example", PASSWORD, &HERE, NOW).await;
        assert!(matches!(old, Entry::Wrong), "{old:?}");
        let left = s.house.factors(&wim).await.unwrap();
        assert_eq!((left.second(), left.codes_left, left.must), (false, 0, true));
        let later = Stamp(NOW.0 + 60_000);
        assert_eq!(prove(&s.house, &at(&wim, later), &shows(&secret, later)).await, Proven::Wrong);
        assert_eq!(prove(&s.house, &wim, &codes[0]).await, Proven::Wrong);
        let known = Whence { device: Some(&token), ..HERE };
        for _ in 0..5 {
            enter(&s.house, "wim@gemeente.example", "mis", &known, later).await;
        }
        let waits = enter(&s.house, "wim@gemeente.example", "mis", &known, later).await;
        assert!(matches!(waits, Entry::Wait(_)), "the browser is not known any more: {waits:?}");
        assert!(s.house.verify_audit(member.organisation).await.unwrap().holds());
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_of_it_is_sealed_or_hashed() {
    both(async |s| {
        let wim = someone(&s, "wim", Role::Professional).await;
        let (secret, codes) = app(&s.house, &wim).await;
        let mut c = s.records().await.read().await.unwrap();
        let id = wim.account().unwrap().id;
        let kept = records::identity::factors::app(&mut c, id).await.unwrap().unwrap().secret_sealed.unwrap();
        let plain = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
        assert!(!kept.windows(20).any(|part| part == plain.as_bytes()));
        let code = practice::secrets::plain_code(&codes[0]);
        for hash in [code.clone(), practice::secrets::fingerprint(&code)] {
            let used = records::identity::factors::use_code(&mut c, id, &hash, NOW).await.unwrap();
            assert!(!used, "neither the code itself nor a quick hash of it");
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_a_day_however_much_it_is_used() {
    both(async |s| {
        let day = 24 * 3_600_000;
        let session = Session {
            id: practice::secrets::fingerprint("a cookie"),
            member: None,
            provider_session: None,
            participant: None,
            device: None,
            data: "{}".to_owned(),
            agent: String::new(),
            created_at: NOW.0,
            seen_at: NOW.0 + day - 1,
            expires_at: NOW.0 + 2 * day,
        };
        s.house.create_session(&session).await.unwrap();
        let there = async |at| s.house.load_session("a cookie", Stamp(NOW.0 + at)).await.unwrap().is_some();
        assert!(there(day - 1).await);
        assert!(!there(day).await);
    })
    .await;
}
