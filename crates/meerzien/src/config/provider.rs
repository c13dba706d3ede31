//! The part of the file with settings that is about the organisation's own provider of sign-ins.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use method::roles::Role;
use practice::identity::provider::Rules;
use serde::Deserialize;
use web::provider::{Provider, Settings, Strong, Unusable};

/// `[provider]`, as it stands in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct File {
    issuer: String,
    client: String,
    /// The file that holds our secret.
    pub(super) secret_file: Option<PathBuf>,
    name: Option<String>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    strong: bool,
    #[serde(default)]
    strong_acr: Vec<String>,
    #[serde(default = "strong_amr")]
    strong_amr: Vec<String>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default = "scopes")]
    scopes: Vec<String>,
    #[serde(default = "roles_claim")]
    roles_claim: String,
    /// By role, what of the provider gives it.
    #[serde(default)]
    roles: BTreeMap<String, Vec<String>>,
}

fn scopes() -> Vec<String> {
    ["openid", "profile", "email"].map(str::to_owned).to_vec()
}

/// The word for it of RFC 8176.
fn strong_amr() -> Vec<String> {
    vec!["mfa".to_owned()]
}

fn roles_claim() -> String {
    "roles".to_owned()
}

/// Why the provider cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no secret.
    #[error("provider: set secret-file, or MEERZIEN_PROVIDER_SECRET")]
    Secret,
    /// The file with the secret cannot be read.
    #[error("provider: {0}: {1}")]
    SecretFile(PathBuf, std::io::Error),
    /// A role that does not exist.
    #[error("provider: there is no role {0}")]
    Role(String),
    /// A second step is demanded of it, and nothing by which it could say so.
    #[error("provider: strong needs strong-acr or strong-amr")]
    Strong,
    /// It cannot be used as it is.
    #[error(transparent)]
    Unusable(#[from] Unusable),
}

impl File {
    /// What the organisation wants of it.
    pub(super) fn rules(&self) -> Rules {
        Rules { required: self.required, domains: self.domains.clone(), strong: self.strong }
    }

    /// The provider, with its secret.
    pub(super) fn open(self, secret: Option<String>, address: &str) -> Result<Arc<Provider>, Fault> {
        let secret = match (secret, self.secret_file) {
            (Some(secret), _) => secret,
            (None, Some(path)) => {
                std::fs::read_to_string(&path).map_err(|error| Fault::SecretFile(path, error))?
            }
            (None, None) => return Err(Fault::Secret),
        };
        let secret = secret.trim().to_owned();
        if secret.is_empty() {
            return Err(Fault::Secret);
        }
        let mut roles = Vec::new();
        for (word, values) in self.roles {
            let role = Role::parse(&word).ok_or(Fault::Role(word))?;
            roles.extend(values.into_iter().map(|value| (value, role)));
        }
        let name = self.name.unwrap_or_else(|| {
            let host = self.issuer.split("://").last().unwrap_or_default();
            host.split('/').next().unwrap_or_default().to_owned()
        });
        let address = address.trim_end_matches('/').to_owned();
        let (issuer, client, scopes, roles_claim) = (self.issuer, self.client, self.scopes, self.roles_claim);
        let strong = self.strong.then_some(Strong { acr: self.strong_acr, amr: self.strong_amr });
        if strong.as_ref().is_some_and(|strong| strong.acr.is_empty() && strong.amr.is_empty()) {
            return Err(Fault::Strong);
        }
        let settings = Settings { issuer, client, secret, name, address, scopes, roles_claim, roles, strong };
        Ok(Provider::new(settings)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str, address: &str) -> Result<Arc<Provider>, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        file.open(Some("s3cret".into()), address).map_err(|error| error.to_string())
    }

    #[test]
    fn a_provider_is_used_only_when_it_is_set_up_safely() {
        const GOOD: &str = "issuer = \"https://login.example\"\nclient = \"meerzien\"\n";
        let address = "https://meerzien.example/";
        let provider = opened(GOOD, address).unwrap();
        assert!(!format!("{provider:?}").contains("s3cret"));
        assert!(opened(&format!("{GOOD}[roles]\ncoach = [\"a\", \"b\"]\n"), address).is_ok());
        let refused = |text: &str, address: &str| opened(text, address).unwrap_err();
        assert!(refused(GOOD, "").contains("address"));
        assert!(refused(GOOD, "http://meerzien.example").contains("address"));
        assert!(refused(&GOOD.replace("https:", "http:"), address).contains("issuer"));
        assert!(refused(&format!("{GOOD}[roles]\nboss = [\"a\"]\n"), address).contains("boss"));
        assert!(opened(&format!("{GOOD}strong = true\n"), address).is_ok());
        assert!(refused(&format!("{GOOD}strong = true\nstrong-amr = []\n"), address).contains("strong-acr"));
        assert!(refused(&format!("{GOOD}requierd = true\n"), address).contains("requierd"));
        let none: File = toml::from_str(GOOD).unwrap();
        assert!(matches!(none.clone().open(None, address), Err(Fault::Secret)));
        assert!(matches!(none.open(Some(" \n".into()), address), Err(Fault::Secret)));
    }
}
