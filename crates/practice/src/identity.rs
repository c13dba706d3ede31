//! Members: roles and teams. Invitations, coming in, and what one proves oneself with, stand below.

mod entering;
pub mod factors;
pub mod forgotten;
pub mod invitations;
pub mod letters;
pub mod passkeys;
mod passwords;
pub mod provider;
mod resetting;
pub(crate) mod tries;

use method::Refusal;
use method::ids::{MemberId, OrganisationId};
use method::roles::{self, ConversationKind, Role};
use method::time::Stamp;
use records::Conn;

use crate::house::ids;
use crate::{Caller, Error, House, Member, Result, audit, secrets};

pub use entering::{Entry, Whence};

/// A member as the administration lists them.
#[derive(Debug)]
pub struct Listed {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Whether their account was ended.
    pub ended: bool,
}

/// One of the demo's sign-ins.
#[derive(Debug)]
pub struct DemoMember {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
}

/// What a newcomer fills in.
#[derive(Debug)]
pub struct Newcomer {
    /// The name they choose.
    pub name: String,
    /// The password they choose.
    pub password: String,
}

/// An address as it is kept: trimmed, in lower case.
fn tidy_email(email: &str) -> Result<String> {
    let email = email.trim().to_lowercase();
    let well_formed = email.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
    });
    if well_formed && email.len() <= 254 && !email.contains(char::is_whitespace) {
        Ok(email)
    } else {
        Err(Error::invalid("email", "invalid-email"))
    }
}

/// A name as it is kept.
fn tidy_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Error::invalid("name", "invalid-name"));
    }
    Ok(name.to_owned())
}

async fn member_in(c: &mut Conn, id: MemberId) -> Result<Option<Member>> {
    let Some(row) = records::identity::by_id(c, id).await?.filter(|row| row.ended_at.is_none()) else {
        return Ok(None);
    };
    let roles = records::identity::roles(c, id).await?;
    let organisation = ids::organisation(&row.organisation)?;
    Ok(Some(Member { id, organisation, name: row.name, roles, demo: row.demo }))
}

impl House {
    /// The member behind a session, unless their account was ended.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn member(&self, id: MemberId) -> Result<Option<Member>> {
        member_in(&mut self.db.read().await?, id).await
    }

    /// Whether this is the password of the member who asks; unlocks a tablet that was handed over.
    ///
    /// # Errors
    /// `Invalid` when it is not.
    #[crate::boxed]
    pub async fn check_own_password(&self, member: MemberId, password: String) -> Result<()> {
        let row = records::identity::by_id(&mut self.db.read().await?, member).await?;
        if secrets::fits(password, row.and_then(|row| row.password_hash)).await? {
            Ok(())
        } else {
            Err(Error::invalid("password", "invalid-password-wrong"))
        }
    }

    /// The demo's sign-ins; empty on a real installation.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn demo_members(&self) -> Result<Vec<DemoMember>> {
        let mut c = self.db.read().await?;
        let mut members = Vec::new();
        for row in records::identity::demo_members(&mut c).await? {
            let id = ids::member(&row.id)?;
            members.push(DemoMember {
                id,
                name: row.name,
                roles: records::identity::roles(&mut c, id).await?,
            });
        }
        Ok(members)
    }

    /// Adds a member straight away: the first administrator, and the demo's people.
    ///
    /// # Errors
    /// `Invalid` when the address is taken or malformed.
    pub async fn add_member(&self, new: NewMember<'_>, now: Stamp) -> Result<MemberId> {
        let hash = match new.password.clone() {
            Some(password) => {
                passwords::check(&password, &[new.name, new.email])?;
                Some(secrets::hash(password).await?)
            }
            None => None,
        };
        let mut c = self.db.write().await?;
        let id = insert_member(&mut c, &new.row(hash)?, new.roles, now).await?;
        c.commit().await?;
        Ok(id)
    }

    /// The members of the administrator's organisation.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator.
    #[crate::boxed]
    pub async fn members(&self, caller: &Caller) -> Result<Vec<Listed>> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let mut c = self.db.read().await?;
        let roles = records::identity::roles_of_all(&mut c, organisation).await?;
        let rows = records::identity::of_organisation(&mut c, organisation).await?;
        let listed = rows.into_iter().map(|row| {
            let own = roles.iter().filter(|(id, _)| *id == row.id).map(|(_, role)| *role).collect();
            Ok(Listed {
                id: ids::member(&row.id)?,
                name: row.name,
                email: row.email,
                roles: own,
                ended: row.ended_at.is_some(),
            })
        });
        listed.collect()
    }

    /// Coaches of the member's own organisation, to choose one from; never the member themself.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn coaches(&self, caller: &Caller, kind: ConversationKind) -> Result<Vec<(MemberId, String)>> {
        let me = caller.account()?;
        let mut c = self.db.read().await?;
        let mut coaches = named(records::identity::with_role(&mut c, me.organisation, Role::Coach).await?)?;
        let managers = named(records::identity::with_role(&mut c, me.organisation, Role::Manager).await?)?;
        coaches.retain(|coach| {
            let manages = managers.iter().any(|(id, _)| *id == coach.0);
            let roles = if manages { &[Role::Coach, Role::Manager][..] } else { &[Role::Coach] };
            coach.0 != me.id && kind.coached_by(roles)
        });
        Ok(coaches)
    }

    /// Replaces someone's roles. The last administrator stays one. Whoever gets a role that reaches far signs in anew,
    /// with a second step.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator of the same organisation; `Invalid` for the last administrator.
    #[crate::boxed]
    pub async fn change_roles(&self, caller: &Caller, id: MemberId, roles: &[Role]) -> Result<()> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let mut c = self.db.write().await?;
        let row = own_member(&mut c, organisation, id).await?;
        let before = records::identity::roles(&mut c, id).await?;
        records::identity::set_roles(&mut c, id, roles).await?;
        if !row.demo && roles::must_prove_twice(roles) && !roles::must_prove_twice(&before) {
            records::sessions::delete_of_member(&mut c, id).await?;
        }
        if records::identity::with_role(&mut c, organisation, Role::Administrator).await?.is_empty() {
            return Err(Error::invalid("roles", "invalid-last-administrator"));
        }
        let subject = id.to_string();
        let line = audit::Line { deed: audit::Deed::ChangedRoles, scope: None, subject: Some(&subject) };
        audit::write(&mut c, organisation, caller, line).await?;
        Ok(c.commit().await?)
    }

    /// Ends someone's account and all their sessions, or opens it again.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator of the same organisation; `Invalid` for the last administrator.
    #[crate::boxed]
    pub async fn set_member_ended(&self, caller: &Caller, id: MemberId, ended: bool) -> Result<()> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let mut c = self.db.write().await?;
        own_member(&mut c, organisation, id).await?;
        records::identity::set_ended(&mut c, id, ended.then_some(caller.now)).await?;
        if records::identity::with_role(&mut c, organisation, Role::Administrator).await?.is_empty() {
            return Err(Error::invalid("roles", "invalid-last-administrator"));
        }
        if ended {
            records::sessions::delete_of_member(&mut c, id).await?;
        }
        let subject = id.to_string();
        let deed = if ended { audit::Deed::EndedAccount } else { audit::Deed::ReopenedAccount };
        let line = audit::Line { deed, scope: None, subject: Some(&subject) };
        audit::write(&mut c, organisation, caller, line).await?;
        Ok(c.commit().await?)
    }
}

/// A member to add straight away.
#[derive(Debug)]
pub struct NewMember<'a> {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// Their name.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// Their password; without one they cannot sign in with a password.
    pub password: Option<String>,
    /// Their roles.
    pub roles: &'a [Role],
    /// Whether this is a demo sign-in.
    pub demo: bool,
}

impl NewMember<'_> {
    fn row(&self, hash: Option<String>) -> Result<records::identity::Member> {
        Ok(member_row(self.organisation, tidy_name(self.name)?, tidy_email(self.email)?, hash, self.demo))
    }
}

fn member_row(
    organisation: OrganisationId,
    name: String,
    email: String,
    password_hash: Option<String>,
    demo: bool,
) -> records::identity::Member {
    let id = MemberId::new().to_string();
    let organisation = organisation.to_string();
    records::identity::Member { id, organisation, name, email, password_hash, demo, ended_at: None }
}

async fn insert_member(
    c: &mut Conn,
    row: &records::identity::Member,
    roles: &[Role],
    now: Stamp,
) -> Result<MemberId> {
    match records::identity::insert(c, row, now).await {
        Err(error) if error.is_duplicate() => return Err(Error::invalid("email", "invalid-email-taken")),
        other => other?,
    }
    let id = ids::member(&row.id)?;
    records::identity::set_roles(c, id, roles).await?;
    Ok(id)
}

async fn own_member(
    c: &mut Conn,
    organisation: OrganisationId,
    id: MemberId,
) -> Result<records::identity::Member> {
    let row = records::identity::by_id(c, id).await?;
    Ok(row.filter(|row| row.organisation == organisation.to_string()).ok_or(Refusal::Unknown)?)
}

/// Members as they are chosen from: by id, shown by name.
pub(crate) fn named(rows: Vec<records::identity::Member>) -> Result<Vec<(MemberId, String)>> {
    rows.into_iter().map(|row| Ok((ids::member(&row.id)?, row.name))).collect()
}
