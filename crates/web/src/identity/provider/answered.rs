//! What came back from the provider, read into somebody whom the house can know.

use practice::identity::provider::Person;

use super::token::{self, Claims, text};
use super::{Answered, Flow, Provider, Trouble};

/// Somebody whom the provider vouches for, and its name for the session there.
pub(super) struct Vouched {
    pub(super) person: Person,
    pub(super) session: Option<String>,
}

impl Provider {
    /// Hands the code in and reads who it is.
    pub(super) async fn vouched(
        &self,
        answered: &Answered,
        flow: &Flow,
        now: i64,
    ) -> Result<Vouched, Trouble> {
        let document = self.document().await?;
        // An answer in the name of another provider is thrown away before anything is handed in.
        let named = answered.iss.as_deref();
        let silent = named.is_none() && document.authorization_response_iss_parameter_supported;
        if silent || named.is_some_and(|named| named != self.issuer()) {
            return Err(Trouble::Odd("an answer that is not its own"));
        }
        if answered.error.is_some() {
            return Err(Trouble::Denied);
        }
        let code = answered.code.as_deref().filter(|code| !code.is_empty()).ok_or(Trouble::Stale)?;
        let tokens = self.hand_in(code, flow).await?;
        let seconds = now / 1_000;
        let mut claims = self.checked(&tokens.id_token, seconds).await?;
        token::answers(&claims, &flow.nonce, flow.anew.as_ref().map(|_| flow.at / 1_000))?;
        // Only what it signed counts for this, and nothing that comes after.
        if self.settings.strong.as_ref().is_some_and(|strong| !token::is_strong(&claims, strong)) {
            return Err(Trouble::Weak);
        }
        if let (Some(address), Some(access)) = (&document.userinfo_endpoint, &tokens.access_token)
            && self.wants_more(&claims)
        {
            let more: Claims = self.http.get(address, Some(access)).await?;
            // Whatever it says must be about the same person, and what was signed goes before it.
            if text(&more, "sub") != text(&claims, "sub") {
                return Err(Trouble::Odd("it tells about somebody else"));
            }
            more.into_iter().for_each(|(name, value)| {
                claims.entry(name).or_insert(value);
            });
        }
        Ok(Vouched { session: text(&claims, "sid").map(str::to_owned), person: self.person(&claims) })
    }

    fn wants_more(&self, claims: &Claims) -> bool {
        let first = self.settings.roles_claim.split('.').next().unwrap_or_default();
        let roles = claims.contains_key(&self.settings.roles_claim) || claims.contains_key(first);
        text(claims, "email").is_none() || (!self.settings.roles.is_empty() && !roles)
    }

    fn person(&self, claims: &Claims) -> Person {
        let own = |name| text(claims, name).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        // Only a plain yes is a yes.
        let certain = claims.get("email_verified") == Some(&serde_json::Value::Bool(true));
        let known = &self.settings.roles;
        Person {
            issuer: self.issuer().to_owned(),
            subject: own("sub").unwrap_or_default(),
            email: own("email").filter(|_| certain),
            name: own("name").or_else(|| own("preferred_username")),
            roles: (!known.is_empty()).then(|| token::roles(claims, &self.settings.roles_claim, known)),
        }
    }
}
