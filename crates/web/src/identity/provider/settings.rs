//! The organisation's provider, as it was set up.

use std::fmt;

use method::roles::Role;
use url::{Host, Url};

/// How the provider was set up.
#[derive(Clone)]
pub struct Settings {
    /// Who vouches for people, as it calls itself.
    pub issuer: String,
    /// By which name it knows us.
    pub client: String,
    /// What we prove ourselves to it with.
    pub secret: String,
    /// What people call it.
    pub name: String,
    /// Where people find this installation, without a slash at the end.
    pub address: String,
    /// What we ask it for.
    pub scopes: Vec<String>,
    /// Where in its claims people's roles stand, steps parted by a dot.
    pub roles_claim: String,
    /// What stands there, and which role that gives. Nothing leaves roles to the administrator.
    pub roles: Vec<(String, Role)>,
    /// By what it says that somebody took a second step there, when it must say so.
    pub strong: Option<Strong>,
}

/// By what a provider says that somebody took a second step there: one word of either is enough.
#[derive(Clone, Debug, Default)]
pub struct Strong {
    /// How it names a sign-in that is strong enough (`acr`). It is asked for these.
    pub acr: Vec<String>,
    /// By what means somebody signed in (`amr`).
    pub amr: Vec<String>,
}

impl fmt::Debug for Settings {
    // It knows a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Settings(provider {})", self.issuer)
    }
}

/// What is wrong with how a provider is set up.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The issuer is no address that can be trusted.
    #[error("provider: issuer must be an https address, without a query")]
    Issuer,
    /// Where people find this installation is not known, or not safe to come back to.
    #[error("provider: address must be set, and be https, for people to come back to from it")]
    Address,
    /// There is nothing to speak TLS with.
    #[error("provider: TLS cannot be set up")]
    Tls,
}

/// An address that can be trusted with a secret: https, or a server on this machine itself.
pub(super) fn safe(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let here = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(four) => four.is_loopback(),
        Host::Ipv6(six) => six.is_loopback(),
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let sealed = url.scheme() == "https" || (url.scheme() == "http" && here);
    (sealed && plain).then_some(url)
}

impl Settings {
    /// Whether it can be used at all.
    pub(super) fn check(&self) -> Result<(), Unusable> {
        safe(&self.issuer).filter(|url| url.query().is_none()).ok_or(Unusable::Issuer)?;
        safe(&self.address).ok_or(Unusable::Address)?;
        Ok(())
    }

    /// Where people come back to.
    pub(super) fn back(&self) -> String {
        format!("{}/sign-in/provider/back", self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_over_tls_or_stay_on_this_machine() {
        for good in [
            "https://login.gemeente.example/x",
            "http://127.0.0.1:9",
            "http://localhost:9/a",
            "http://[::1]:9",
        ] {
            assert!(safe(good).is_some(), "{good}");
        }
        for bad in [
            "http://login.gemeente.example",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example",
            "https://a:b@login.example",
            "https://login.example/#x",
            "ftp://127.0.0.1",
            "login.example",
            "",
        ] {
            assert!(safe(bad).is_none(), "{bad}");
        }
    }
}
