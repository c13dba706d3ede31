//! Inviting people: a link by mail or from hand to hand, taken back, sent again, accepted.
//!
//! A link's token lies nowhere. By hand it is shown once; by mail it is made at the moment the letter goes, and only its
//! fingerprint is kept. So a link that was lost is not looked up but made anew, which shuts the one before.

use std::fmt;

use method::Refusal;
use method::ids::{InvitationId, OrganisationId, TeamId};
use method::roles::Role;
use method::time::Stamp;
use method::words;
use records::Conn;
use records::identity::invitations::{self, Invitation, MailState, NewInvitation, Outcome};

use super::{Newcomer, insert_member, member_in, member_row, passwords, tidy_email, tidy_name};
use crate::house::ids;
use crate::{Caller, Error, House, Member, Result, audit, notices, secrets};

/// How long an invitation's link works, in days.
const INVITATION_DAYS: i64 = 14;
/// How long the administration sees what became of an invitation; then an address that led nowhere is forgotten.
const SHOWN_DAYS: i64 = 30;
/// How long a program that sends a letter has for it before another may try, in minutes.
const SENDING_MINUTES: i64 = 2;

words! {
    /// How the invitation comes to whom it is for.
    Road {
        /// By mail.
        Mail = "mail",
        /// From hand to hand: the link is shown once.
        Hand = "hand",
    }
}

words! {
    /// How an invitation stands.
    Standing {
        /// Its mail is to go.
        Waiting = "waiting",
        /// Its mail cannot go now, and is tried again.
        Delayed = "delayed",
        /// The mail server took its mail.
        Sent = "sent",
        /// The mail server refused its mail.
        Refused = "refused",
        /// Its link was shown, to hand over.
        Handed = "handed",
        /// Whom it was for has come in.
        Accepted = "accepted",
        /// It was taken back.
        Ended = "ended",
        /// Its link ran out.
        Expired = "expired",
    }
}

words! {
    /// Why a letter did not go, in as far as a mail server tells.
    MailTrouble {
        /// The server takes no mail for this address.
        Address = "address",
        /// The server refuses the letter itself.
        Letter = "letter",
        /// The server cannot be reached, or takes nothing from us now.
        Server = "server",
    }
}

/// An invitation as the administration sees it.
#[derive(Debug)]
pub struct Invited {
    /// Its id.
    pub id: InvitationId,
    /// For whom.
    pub email: String,
    /// How it stands.
    pub standing: Standing,
    /// Why its mail did not go.
    pub trouble: Option<MailTrouble>,
    /// The moment that belongs to how it stands: when its mail went, somebody came in, or it ended.
    pub at: Stamp,
    /// Until when its link works.
    pub until: Stamp,
    /// Whether it can still be sent again or taken back.
    pub open: bool,
}

/// What making an invitation gives.
#[derive(Debug, PartialEq, Eq)]
pub enum Made {
    /// Its letter goes by itself.
    Mailed,
    /// Its link's token, to be shown once.
    Token(String),
}

/// A letter to send. Holds the only copy of its link's token.
pub struct Letter {
    id: String,
    token: String,
    tries: i64,
    /// To whom.
    pub email: String,
    /// Who invites.
    pub organisation: String,
    /// Until when the link works.
    pub until: Stamp,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Letter {
    /// The path that the letter leads to.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/invitation/{}", self.token)
    }

    /// Which invitation it is of, for the log.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

fn listed(row: Invitation, now: Stamp) -> Result<Invited> {
    let open = row.is_open(now);
    let state = row.mail_state.as_deref().and_then(MailState::parse);
    let (standing, at) = match (row.accepted_at, row.ended_at) {
        (Some(at), _) => (Standing::Accepted, at),
        (None, Some(at)) => (Standing::Ended, at),
        (None, None) if !open => (Standing::Expired, row.expires_at),
        (None, None) => match state {
            None => (Standing::Handed, row.created_at),
            Some(MailState::Waiting) if row.mail_tries > 0 => (Standing::Delayed, row.created_at),
            Some(MailState::Waiting) => (Standing::Waiting, row.created_at),
            Some(MailState::Sent) => (Standing::Sent, row.mail_at.unwrap_or(row.created_at)),
            Some(MailState::Refused) => (Standing::Refused, row.mail_at.unwrap_or(row.created_at)),
        },
    };
    let trouble = row.mail_reason.as_deref().and_then(MailTrouble::parse);
    let id =
        InvitationId::parse(&row.id).ok_or_else(|| Error::Inner("unreadable id of invitation".into()))?;
    let (at, until) = (Stamp(at), Stamp(row.expires_at));
    Ok(Invited { id, email: row.email, standing, trouble, at, until, open })
}

pub(super) async fn open_invitation(c: &mut Conn, token: &str, now: Stamp) -> Result<Invitation> {
    let row = invitations::by_token(c, &secrets::fingerprint(token)).await?;
    row.filter(|row| row.is_open(now)).ok_or(Error::Refused(Refusal::Unknown))
}

/// Makes the account that an invitation is for, and marks it as used.
pub(super) async fn make_account(
    c: &mut Conn,
    invitation: Invitation,
    name: String,
    password_hash: Option<String>,
    now: Stamp,
) -> Result<method::ids::MemberId> {
    if !invitations::accept(c, &invitation.id, now).await? {
        return Err(Refusal::Unknown.into());
    }
    let roles: Vec<Role> = invitation.roles.split(' ').filter_map(Role::parse).collect();
    let organisation = ids::organisation(&invitation.organisation)?;
    let row = member_row(organisation, name, invitation.email, password_hash, false);
    let id = insert_member(c, &row, &roles, now).await?;
    if let Some(team) = invitation.team.as_deref().and_then(TeamId::parse) {
        records::organisation::join_team(c, team, id).await?;
    }
    Ok(id)
}

/// One open invitation of an organisation.
async fn own(c: &mut Conn, organisation: OrganisationId, id: InvitationId, now: Stamp) -> Result<Invitation> {
    let row = invitations::by_id(c, id).await?;
    let own = row.filter(|row| row.organisation == organisation.to_string() && row.is_open(now));
    own.ok_or(Error::Refused(Refusal::Unknown))
}

impl House {
    /// Invites someone, by mail or by a link that is shown once.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator; `Invalid` for a wrong, taken or invited address, or no role.
    #[crate::boxed]
    pub async fn invite(
        &self,
        caller: &Caller,
        email: &str,
        roles: &[Role],
        team: Option<TeamId>,
        road: Road,
    ) -> Result<Made> {
        let me = caller.with_role(Role::Administrator)?;
        let email = tidy_email(email)?;
        if roles.is_empty() {
            return Err(Error::invalid("roles", "invalid-roles"));
        }
        let mut c = self.db.write().await?;
        if records::identity::by_email(&mut c, &email).await?.is_some() {
            return Err(Error::invalid("email", "invalid-email-taken"));
        }
        let open = invitations::open_for(&mut c, &email, caller.now).await?;
        if open.iter().any(|row| row.organisation == me.organisation.to_string()) {
            return Err(Error::invalid("email", "invalid-email-invited"));
        }
        let teams = records::organisation::teams(&mut c, me.organisation).await?;
        let team = team.filter(|team| teams.iter().any(|row| row.id == team.to_string()));
        let token = secrets::token()?;
        let new = NewInvitation {
            organisation: me.organisation,
            token_hash: &secrets::fingerprint(&token),
            email: &email,
            roles,
            team,
            by: me.id,
            expires_at: caller.now.plus_days(INVITATION_DAYS),
            by_mail: self.goes_by_mail(road),
        };
        let id = InvitationId::new();
        invitations::insert(&mut c, id, &new, caller.now).await?;
        note(&mut c, caller, me.organisation, audit::Deed::Invited, id).await?;
        c.commit().await?;
        Ok(self.made(road, token))
    }

    /// Sends an open invitation again, or shows its link again: with a new link, which shuts the one before.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator, and when there is no such open invitation.
    #[crate::boxed]
    pub async fn invite_again(&self, caller: &Caller, id: InvitationId, road: Road) -> Result<Made> {
        let me = caller.with_role(Role::Administrator)?;
        let mut c = self.db.write().await?;
        own(&mut c, me.organisation, id, caller.now).await?;
        let token = secrets::token()?;
        let until = caller.now.plus_days(INVITATION_DAYS);
        let by_mail = self.goes_by_mail(road);
        invitations::renew(&mut c, id, &secrets::fingerprint(&token), by_mail, until).await?;
        note(&mut c, caller, me.organisation, audit::Deed::Invited, id).await?;
        c.commit().await?;
        Ok(self.made(road, token))
    }

    const fn goes_by_mail(&self, road: Road) -> bool {
        matches!(road, Road::Mail) && self.settings.mail
    }

    fn made(&self, road: Road, token: String) -> Made {
        if self.goes_by_mail(road) {
            self.letters.notify_one();
            Made::Mailed
        } else {
            Made::Token(token)
        }
    }

    /// The invitations of the administrator's organisation: the open ones, and what became of the others lately.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator.
    #[crate::boxed]
    pub async fn invitations(&self, caller: &Caller) -> Result<Vec<Invited>> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let since = caller.now.plus_days(-SHOWN_DAYS);
        let rows = invitations::since(&mut self.db.read().await?, organisation, since).await?;
        rows.into_iter().map(|row| listed(row, caller.now)).collect()
    }

    /// Takes an open invitation back.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator.
    #[crate::boxed]
    pub async fn end_invitation(&self, caller: &Caller, id: InvitationId) -> Result<()> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let mut c = self.db.write().await?;
        if invitations::end(&mut c, organisation, id, caller.now).await? {
            note(&mut c, caller, organisation, audit::Deed::Uninvited, id).await?;
        }
        Ok(c.commit().await?)
    }

    /// Forgets the addresses of invitations that came to nothing.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_old_invitations(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        invitations::forget(&mut c, now.plus_days(-SHOWN_DAYS)).await?;
        Ok(c.commit().await?)
    }

    /// For whom an invitation's link is, if it still works.
    ///
    /// # Errors
    /// `Unknown` when it does not.
    #[crate::boxed]
    pub async fn invitation(&self, token: &str, now: Stamp) -> Result<String> {
        Ok(open_invitation(&mut self.db.read().await?, token, now).await?.email)
    }

    /// Accepts an invitation: makes the account. Nobody is in yet.
    ///
    /// # Errors
    /// `Unknown` when the link no longer works; `Invalid` for a name or password that cannot be used.
    #[crate::boxed]
    pub async fn accept_invitation(&self, token: &str, newcomer: Newcomer, now: Stamp) -> Result<Member> {
        let name = tidy_name(&newcomer.name)?;
        let open = open_invitation(&mut self.db.read().await?, token, now).await?;
        passwords::check(&newcomer.password, &[&name, &open.email])?;
        let hash = secrets::hash(newcomer.password).await?;
        let mut c = self.db.write().await?;
        let invitation = open_invitation(&mut c, token, now).await?;
        if !self.passwords_for(&mut c, ids::organisation(&invitation.organisation)?).await? {
            return Err(Error::invalid("password", "invalid-sign-in-provider"));
        }
        let id = make_account(&mut c, invitation, name, Some(hash), now).await?;
        let member = member_in(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        c.commit().await?;
        Ok(member)
    }

    /// The next letter that is to go now, with a fresh link; nobody else sends it meanwhile. Only for the worker.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn letter_due(&self, now: Stamp) -> Result<Option<Letter>> {
        let due = invitations::to_mail(&mut self.db.read().await?, now).await?;
        for id in due {
            let token = secrets::token()?;
            let until = now.plus_minutes(SENDING_MINUTES);
            let mut c = self.db.write().await?;
            if !invitations::take(&mut c, &id, &secrets::fingerprint(&token), now, until).await? {
                continue;
            }
            let known = InvitationId::parse(&id);
            let row = match known {
                Some(known) => invitations::by_id(&mut c, known).await?,
                None => None,
            };
            let Some(row) = row else { continue };
            let organisation = ids::organisation(&row.organisation)?;
            let terms = records::organisation::by_id(&mut c, organisation).await?;
            c.commit().await?;
            let organisation = terms.map(|terms| terms.name).unwrap_or_default();
            let (tries, until) = (row.mail_tries, Stamp(row.expires_at));
            return Ok(Some(Letter { id, token, tries, email: row.email, organisation, until }));
        }
        Ok(None)
    }

    /// Writes down how a letter went. When another was ordered meanwhile, that one still goes.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn letter_went(&self, letter: &Letter, trouble: Option<MailTrouble>, now: Stamp) -> Result<()> {
        let (state, tries, next_at) = match trouble {
            None => (MailState::Sent, 0, None),
            Some(MailTrouble::Address | MailTrouble::Letter) => (MailState::Refused, 0, None),
            Some(MailTrouble::Server) => {
                (MailState::Waiting, letter.tries + 1, Some(notices::again(letter.tries, now)))
            }
        };
        let outcome = Outcome { state, reason: trouble.map(MailTrouble::key), tries, next_at };
        let hash = secrets::fingerprint(&letter.token);
        let mut c = self.db.write().await?;
        invitations::settle(&mut c, &letter.id, &hash, &outcome, now).await?;
        Ok(c.commit().await?)
    }

    /// Waits until a letter is ordered in this program.
    #[crate::boxed]
    pub async fn letter_ordered(&self) {
        self.letters.notified().await;
    }
}

async fn note(
    c: &mut Conn,
    caller: &Caller,
    organisation: OrganisationId,
    deed: audit::Deed,
    id: InvitationId,
) -> Result<()> {
    let subject = id.to_string();
    let line = audit::Line { deed, scope: None, subject: Some(&subject) };
    audit::write(c, organisation, caller, line).await
}
