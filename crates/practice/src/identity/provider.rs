//! Coming in through the organisation's own provider of sign-ins: whom it vouches for, which roles it gives, and the
//! sessions that end there.
//!
//! Somebody is known by the provider's own id for them. The first time they are found by a link of an invitation that
//! they came with, or by an address that the provider says is certain; see decision 19.

use method::Refusal;
use method::ids::{MemberId, OrganisationId};
use method::roles::Role;
use method::time::Stamp;
use records::Conn;
use records::identity::letters::LetterKind;
use records::identity::{invitations, provider};

use super::invitations::make_account;
use super::{member_in, passwords, tidy_email, tidy_name};
use crate::house::ids;
use crate::{Caller, Error, House, Member, Result, audit, secrets};

/// What an organisation wants of its provider.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Whether everyone of the organisation comes in through it, and passwords open nothing.
    pub required: bool,
    /// The domains of mail addresses that are its own: an account that is there already is linked by such an address.
    pub domains: Vec<String>,
    /// Whether it must say that somebody took a second step there, so that none is asked here.
    pub strong: bool,
}

/// Somebody whom the provider vouches for.
#[derive(Clone, Debug)]
pub struct Person {
    /// The provider.
    pub issuer: String,
    /// Its id for them.
    pub subject: String,
    /// Their address, where the provider is certain that it is theirs.
    pub email: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// The roles it gives them; nothing when it gives none to anybody.
    pub roles: Option<Vec<Role>>,
}

/// A provider's word that sessions ended there.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// Whose sessions.
    pub subject: Option<&'a str>,
    /// Which session there, by its fingerprint.
    pub session: Option<&'a str>,
    /// What tells this word from every other.
    pub once: &'a str,
    /// Until when it could be said again.
    pub until: Stamp,
}

/// The roles somebody has after the provider spoke: what it gave before goes, what it gives now comes, and what an
/// administrator gave stays.
fn refreshed(now: &[Role], given_before: &[Role], given: &[Role]) -> Vec<Role> {
    let keeps = |role: &Role| (now.contains(role) && !given_before.contains(role)) || given.contains(role);
    Role::ALL.iter().copied().filter(keeps).collect()
}

/// A name for somebody who brought none that can be used: what stands before the @.
fn name_of(person: &Person, email: &str) -> String {
    let given = person.name.as_deref().and_then(|name| tidy_name(name).ok());
    given.unwrap_or_else(|| email.split('@').next().unwrap_or(email).chars().take(100).collect())
}

/// The organisation whose provider it is: the first of the installation.
async fn organisation(c: &mut Conn) -> Result<OrganisationId> {
    let first = records::organisation::all(c).await?.into_iter().next().ok_or(Refusal::Unknown)?;
    ids::organisation(&first.id)
}

impl Rules {
    /// Whether an address is in a domain of the organisation's own.
    fn own(&self, email: &str) -> bool {
        let domain = email.rsplit_once('@').map(|(_, domain)| domain);
        domain.is_some_and(|domain| self.domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
    }
}

impl House {
    fn rules(&self) -> Rules {
        self.settings.provider.clone().unwrap_or_default()
    }

    /// Whether a password may open anything for a member: always, unless their organisation wants its provider to be
    /// used and nobody let this one in by hand.
    pub(crate) async fn passwords_allowed(&self, c: &mut Conn, id: MemberId, now: Stamp) -> Result<bool> {
        let Some(row) = records::identity::by_id(c, id).await? else { return Ok(true) };
        if !self.rules().required || row.organisation != organisation(c).await?.to_string() {
            return Ok(true);
        }
        Ok(provider::password_until(c, id).await?.is_some_and(|until| until > now))
    }

    /// Whether a newcomer may choose a password.
    pub(crate) async fn passwords_for(&self, c: &mut Conn, id: OrganisationId) -> Result<bool> {
        Ok(!self.rules().required || organisation(c).await? != id)
    }

    /// Whether whoever comes in through the provider took a second step there, so that none is asked here.
    #[must_use]
    pub fn provider_is_strong(&self) -> bool {
        self.rules().strong
    }

    /// The member whom the provider knows by this id, if any.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn provider_knows(&self, person: &Person) -> Result<Option<MemberId>> {
        let mut c = self.db.read().await?;
        let known = provider::member(&mut c, &person.issuer, &person.subject).await?;
        known.map(|id| ids::member(&id)).transpose()
    }

    /// Whether the organisation wants everyone to come in through its provider.
    #[must_use]
    pub fn provider_required(&self) -> bool {
        self.rules().required
    }

    /// The member whom the provider vouches for, linked if this is their first time, with the roles it gives them now.
    ///
    /// # Errors
    /// `Unknown` when there is no account for them and no invitation.
    #[crate::boxed]
    pub async fn provider_member(
        &self,
        person: &Person,
        invitation: Option<&str>,
        now: Stamp,
    ) -> Result<Member> {
        let mut c = self.db.write().await?;
        let known = provider::member(&mut c, &person.issuer, &person.subject).await?;
        let id = match known {
            Some(member) => ids::member(&member)?,
            None => self.first_time(&mut c, person, invitation, now).await?,
        };
        if let Some(given) = &person.roles {
            refresh_roles(&mut c, id, given, now).await?;
        }
        let member = member_in(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        c.commit().await?;
        Ok(member)
    }

    async fn first_time(
        &self,
        c: &mut Conn,
        person: &Person,
        invitation: Option<&str>,
        now: Stamp,
    ) -> Result<MemberId> {
        let house = organisation(c).await?;
        let ours = |row: &invitations::Invitation| row.organisation == house.to_string() && row.is_open(now);
        let email = person.email.as_deref().and_then(|email| tidy_email(email).ok());
        let brought = match invitation {
            Some(hash) => invitations::by_token(c, hash).await?.filter(ours),
            None => None,
        };
        let invited = match (brought, &email) {
            (Some(row), _) => Some(row),
            (None, Some(email)) => invitations::open_for(c, email, now).await?.into_iter().find(ours),
            (None, None) => None,
        };
        let id = if let Some(row) = invited {
            let name = name_of(person, &row.email);
            make_account(c, row, name, None, now).await?
        } else {
            // An account that is there already is somebody's. Only an address that is the organisation's own to give
            // says whose, and only once.
            let email = email.filter(|email| self.rules().own(email)).ok_or(Refusal::Unknown)?;
            let row = records::identity::by_email(c, &email).await?.ok_or(Refusal::Unknown)?;
            let id = ids::member(&row.id)?;
            let free = row.organisation == house.to_string() && row.ended_at.is_none();
            if !free || provider::is_linked(c, &person.issuer, id).await? {
                return Err(Refusal::Unknown.into());
            }
            id
        };
        provider::link(c, &person.issuer, &person.subject, id, now).await?;
        note(c, house, audit::Deed::Linked, id, now).await?;
        Ok(id)
    }

    /// The provider said that sessions ended there; ours end at once. False for a word that was heard before.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn provider_ended(&self, ending: &Ending<'_>, now: Stamp) -> Result<bool> {
        let mut c = self.db.write().await?;
        let once = secrets::fingerprint(&format!("{} {}", ending.issuer, ending.once));
        if ending.until <= now || !provider::is_new(&mut c, &once, ending.until).await? {
            return Ok(false);
        }
        let member = match ending.subject {
            None => None,
            Some(subject) => match provider::member(&mut c, ending.issuer, subject).await? {
                Some(id) => Some(ids::member(&id)?),
                // Nobody of ours: nothing ends, and that is well.
                None => {
                    c.commit().await?;
                    return Ok(true);
                }
            },
        };
        let ended = provider::end_sessions(&mut c, member, ending.session).await?;
        c.commit().await?;
        tracing::info!(ended, "sessions ended at the provider");
        self.bells.look_again();
        Ok(true)
    }

    /// Forgets what a provider said, once it could not be said again.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_provider_endings(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        provider::forget(&mut c, now).await?;
        Ok(c.commit().await?)
    }

    /// Lets a member in with a new password for some hours, whatever the organisation wants; done from the command line
    /// only, when its provider lets nobody in.
    ///
    /// # Errors
    /// `Invalid` for an address without an account, or a password that cannot be used.
    #[crate::boxed]
    pub async fn break_glass(&self, email: &str, password: String, hours: i64, now: Stamp) -> Result<()> {
        let email = tidy_email(email)?;
        let row = records::identity::by_email(&mut self.db.read().await?, &email).await?;
        let row =
            row.filter(|row| row.ended_at.is_none()).ok_or(Error::invalid("email", "invalid-sign-in"))?;
        passwords::check(&password, &[&row.name, &email])?;
        let hash = secrets::hash(password).await?;
        let mut c = self.db.write().await?;
        let id = ids::member(&row.id)?;
        records::identity::set_password(&mut c, id, &hash, now).await?;
        provider::set_password_until(&mut c, id, now.plus_minutes(hours.clamp(1, 24) * 60)).await?;
        self.order_word(&mut c, id, LetterKind::Password, now).await?;
        note(&mut c, ids::organisation(&row.organisation)?, audit::Deed::BrokeGlass, id, now).await?;
        self.commit_telling(c).await
    }
}

/// Gives a member the roles that the provider gives now. The last administrator stays one: whoever looks after the
/// provider cannot lock everyone out of looking after this.
async fn refresh_roles(c: &mut Conn, id: MemberId, given: &[Role], now: Stamp) -> Result<()> {
    let before = records::identity::roles(c, id).await?;
    let given_before = provider::roles(c, id).await?;
    let mut after = refreshed(&before, &given_before, given);
    let row = records::identity::by_id(c, id).await?.ok_or(Refusal::Unknown)?;
    let house = ids::organisation(&row.organisation)?;
    provider::set_roles(c, id, given).await?;
    records::identity::set_roles(c, id, &after).await?;
    let left = records::identity::with_role(c, house, Role::Administrator).await?;
    if left.is_empty() && before.contains(&Role::Administrator) {
        after.push(Role::Administrator);
        records::identity::set_roles(c, id, &after).await?;
        provider::set_roles(c, id, &[given, &[Role::Administrator]].concat()).await?;
        tracing::warn!(member = %id, "the provider takes the last administrator away; they stay one");
    }
    let changed = before.len() != after.len() || before.iter().any(|role| !after.contains(role));
    if changed {
        note(c, house, audit::Deed::ChangedRoles, id, now).await?;
    }
    Ok(())
}

/// Writes down what no member did by hand: the provider, or an operator on the machine itself.
async fn note(
    c: &mut Conn,
    house: OrganisationId,
    deed: audit::Deed,
    id: MemberId,
    now: Stamp,
) -> Result<()> {
    let subject = id.to_string();
    let caller = Caller { reader: method::permit::Reader::Worker, member: None, now };
    audit::write(c, house, &caller, audit::Line { deed, scope: None, subject: Some(&subject) }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Administrator, Coach, Manager, Professional};

    #[test]
    fn what_the_provider_gave_goes_when_it_gives_it_no_more_and_what_was_given_by_hand_stays() {
        assert_eq!(refreshed(&[Coach], &[], &[Professional]), [Professional, Coach]);
        assert_eq!(refreshed(&[Professional, Coach], &[Professional], &[]), [Coach]);
        assert_eq!(refreshed(&[Manager, Administrator], &[Manager, Administrator], &[Coach]), [Coach]);
        assert_eq!(refreshed(&[], &[Coach], &[]), []);
    }

    #[test]
    fn only_an_address_of_the_organisations_own_tells_whose_account_it_is() {
        let rules = Rules { domains: vec!["Waterland.example".into()], ..Rules::default() };
        assert!(rules.own("sanne@waterland.example"));
        for other in [
            "sanne@evil.example",
            "sanne@x.waterland.example",
            "waterland.example",
            "a@waterland.example@evil.example",
        ] {
            assert!(!rules.own(other), "{other}");
        }
        assert!(!Rules::default().own("sanne@waterland.example"));
    }
}
