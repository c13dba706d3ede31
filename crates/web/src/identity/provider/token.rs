//! Tokens of the provider: whether it made them, for us, now, and for what.

use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use method::roles::Role;
use serde_json::{Map, Value};

use super::{Strong, Trouble};

/// How a provider may sign. Nothing that we could have signed ourselves, and nothing unsigned.
const SIGNED_WITH: &[Algorithm] = &[
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];
/// How far clocks may be apart, in seconds.
const CLOCKS: i64 = 60;
/// How old a token may be when it comes, in seconds.
const FRESH: i64 = 600;
/// What a token that ends sessions is about.
const LOGOUT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// The longest id that is taken.
const LONGEST: usize = 255;

/// What a token says.
pub(super) type Claims = Map<String, Value>;

/// The claim with this name, when it is a text.
pub(super) fn text<'a>(claims: &'a Claims, name: &str) -> Option<&'a str> {
    claims.get(name).and_then(Value::as_str)
}

/// For whom a token must be, and from whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Between<'a> {
    pub(super) issuer: &'a str,
    pub(super) client: &'a str,
    /// Now, in seconds.
    pub(super) now: i64,
}

/// By which key a token says it was signed.
pub(super) fn key_id(token: &str) -> Option<String> {
    decode_header(token).ok()?.kid
}

/// Whether this is the key, as far as its name goes.
pub(super) fn knows(keys: &JwkSet, kid: Option<&str>) -> bool {
    kid.is_none_or(|kid| keys.find(kid).is_some())
}

fn key<'a>(keys: &'a JwkSet, kid: Option<&str>) -> Option<&'a Jwk> {
    let signs = |key: &&Jwk| key.common.public_key_use != Some(PublicKeyUse::Encryption);
    match kid {
        Some(kid) => keys.find(kid).filter(signs),
        // Without a name only when there is no choice.
        None => {
            let mut signing = keys.keys.iter().filter(signs);
            signing.next().filter(|_| signing.next().is_none())
        }
    }
}

/// What a token says, once it is certain that the provider said it, to us, lately.
pub(super) fn checked(token: &str, keys: &JwkSet, between: Between<'_>) -> Result<Claims, Trouble> {
    const ODD: Trouble = Trouble::Odd("a token that is not from it, or not for us");
    let header = decode_header(token).map_err(|_| ODD)?;
    if !SIGNED_WITH.contains(&header.alg) || header.crit.is_some() {
        return Err(Trouble::Odd("a token signed in a way that is not taken"));
    }
    let key = key(keys, header.kid.as_deref()).ok_or(Trouble::Odd("a token signed by an unknown key"))?;
    let said = key.common.key_algorithm.map(|alg| alg.to_string());
    if said.is_some_and(|said| said != format!("{:?}", header.alg)) {
        return Err(Trouble::Odd("a token signed with a key that is for something else"));
    }
    let mut wanted = Validation::new(header.alg);
    wanted.set_issuer(&[between.issuer]);
    wanted.set_audience(&[between.client]);
    wanted.set_required_spec_claims(&["exp", "iss", "aud"]);
    wanted.validate_nbf = true;
    let key = DecodingKey::from_jwk(key).map_err(|_| ODD)?;
    let claims = decode::<Claims>(token, &key, &wanted).map_err(|_| ODD)?.claims;
    let at = claims.get("iat").and_then(Value::as_i64).unwrap_or(0);
    if !(-CLOCKS..=FRESH + CLOCKS).contains(&(between.now - at)) {
        return Err(Trouble::Odd("a token from another time"));
    }
    let many = claims.get("aud").and_then(Value::as_array).is_some_and(|all| all.len() > 1);
    let party = text(&claims, "azp");
    if party.is_some_and(|party| party != between.client) || (many && party.is_none()) {
        return Err(Trouble::Odd("a token that was given to someone else"));
    }
    Ok(claims)
}

/// Whether a checked token answers this sign-in, and how long ago they proved themselves when that was asked.
pub(super) fn answers(claims: &Claims, nonce: &str, anew_since: Option<i64>) -> Result<(), Trouble> {
    let known = text(claims, "sub").is_some_and(|sub| !sub.is_empty() && sub.len() <= LONGEST);
    if !known || text(claims, "nonce") != Some(nonce) {
        return Err(Trouble::Odd("a token that answers another sign-in"));
    }
    let auth_time = claims.get("auth_time").and_then(Value::as_i64);
    match anew_since {
        Some(since) if auth_time.is_none_or(|at| at < since - CLOCKS) => {
            Err(Trouble::Odd("it did not ask them anew"))
        }
        _ => Ok(()),
    }
}

/// Whether a checked token says that somebody took a second step.
pub(super) fn is_strong(claims: &Claims, strong: &Strong) -> bool {
    let level = text(claims, "acr").is_some_and(|level| strong.acr.iter().any(|known| known == level));
    let mut means =
        claims.get("amr").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    level || means.any(|means| strong.amr.iter().any(|known| known == means))
}

/// Whose sessions a token ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ending {
    pub(super) subject: Option<String>,
    pub(super) session: Option<String>,
    pub(super) once: String,
    /// Until when it could come again, in seconds.
    pub(super) until: i64,
}

/// What a checked token ends; nothing that is meant for signing in.
pub(super) fn ending(claims: &Claims) -> Option<Ending> {
    let about = claims.get("events")?.as_object()?.get(LOGOUT)?;
    let word = |name| text(claims, name).filter(|word| !word.is_empty() && word.len() <= LONGEST);
    let (subject, session) = (word("sub").map(str::to_owned), word("sid").map(str::to_owned));
    let meant =
        about.is_object() && !claims.contains_key("nonce") && (subject.is_some() || session.is_some());
    let until = claims.get("exp").and_then(Value::as_i64)? + CLOCKS;
    word("jti").filter(|_| meant).map(|once| Ending { subject, session, once: once.to_owned(), until })
}

/// The roles that claims give: what stands at `path` (steps parted by a dot), a text or a list of texts.
pub(super) fn roles(claims: &Claims, path: &str, known: &[(String, Role)]) -> Vec<Role> {
    // A provider may well call a claim by an address with dots in it.
    let whole = claims.get(path);
    let mut steps = path.split('.');
    let found = whole.or_else(|| {
        let first = steps.next().and_then(|step| claims.get(step));
        steps.fold(first, |value, step| value.and_then(|value| value.get(step)))
    });
    let words: Vec<&str> = match found {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let gives =
        |role: &Role| known.iter().any(|(word, given)| given == role && words.contains(&word.as_str()));
    Role::ALL.iter().copied().filter(gives).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn claims(value: Value) -> Claims {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn roles_follow_what_stands_in_the_claims_and_nothing_else() {
        let known = [
            ("mz-coach".to_owned(), Role::Coach),
            ("mz-lead".to_owned(), Role::Professional),
            ("mz-lead".to_owned(), Role::Manager),
        ];
        let given = |value, path| roles(&claims(value), path, &known);
        assert_eq!(given(json!({"roles": ["mz-coach", "other"]}), "roles"), [Role::Coach]);
        assert_eq!(given(json!({"roles": "mz-coach"}), "roles"), [Role::Coach]);
        assert_eq!(given(json!({"roles": ["mz-lead"]}), "roles"), [Role::Professional, Role::Manager]);
        assert_eq!(given(json!({"realm": {"roles": ["mz-coach"]}}), "realm.roles"), [Role::Coach]);
        assert_eq!(given(json!({"https://x.example/r": ["mz-coach"]}), "https://x.example/r"), [Role::Coach]);
        for odd in
            [json!({}), json!({"roles": 3}), json!({"roles": ["coach", "administrator", "MZ-COACH", 1]})]
        {
            assert_eq!(given(odd, "roles"), []);
        }
    }

    #[test]
    fn only_a_token_made_for_it_ends_sessions() {
        let whole = json!({"events": {LOGOUT: {}}, "sub": "a", "sid": "s", "jti": "1", "exp": 100});
        let end = ending(&claims(whole.clone())).unwrap();
        assert_eq!((end.subject.as_deref(), end.session.as_deref(), end.until), (Some("a"), Some("s"), 160));
        let without = |name: &str| {
            let mut less = claims(whole.clone());
            less.remove(name);
            ending(&less)
        };
        assert!(without("sub").is_some() && without("sid").is_some());
        for needed in ["events", "jti", "exp"] {
            assert!(without(needed).is_none(), "{needed}");
        }
        for (name, value) in [("nonce", json!("n")), ("events", json!({})), ("events", json!({LOGOUT: 1}))] {
            let mut odd = claims(whole.clone());
            odd.insert(name.to_owned(), value);
            assert!(ending(&odd).is_none(), "{name}");
        }
        assert!(ending(&claims(json!({"events": {LOGOUT: {}}, "jti": "1", "exp": 1}))).is_none());
    }

    #[test]
    fn a_second_step_counts_when_it_is_said_in_so_many_words() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        let strong = Strong { acr: words(&["two", "three"]), amr: words(&["mfa"]) };
        let said = |value| is_strong(&claims(value), &strong);
        for yes in
            [json!({"acr": "two"}), json!({"amr": ["pwd", "mfa"]}), json!({"acr": "one", "amr": ["mfa"]})]
        {
            assert!(said(yes.clone()), "{yes}");
        }
        for no in [
            json!({}),
            json!({"acr": "one", "amr": ["pwd", "otp"]}),
            json!({"acr": ["two"], "amr": "mfa"}),
            json!({"acr": "two three"}),
            json!({"amr": [["mfa"], 1]}),
            json!({"acr": "mfa", "amr": ["two"]}),
        ] {
            assert!(!said(no.clone()), "{no}");
        }
        assert!(!is_strong(&claims(json!({"acr": "", "amr": [""]})), &Strong::default()));
    }

    #[test]
    fn a_token_answers_one_sign_in() {
        let token = claims(json!({"sub": "a", "nonce": "n", "auth_time": 1_000}));
        assert!(answers(&token, "n", None).is_ok() && answers(&token, "n", Some(1_030)).is_ok());
        assert!(answers(&token, "m", None).is_err() && answers(&token, "n", Some(2_000)).is_err());
        assert!(answers(&claims(json!({"sub": "", "nonce": "n"})), "n", None).is_err());
        assert!(
            answers(&claims(json!({"sub": "a", "nonce": "n"})), "n", Some(1)).is_err(),
            "it says no time"
        );
    }
}
