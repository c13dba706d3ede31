//! The house: records, vault and terms together, and who is asking.

pub mod bells;

use std::collections::HashMap;
use std::fs::DirBuilder;
use std::net::IpAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use method::ids::{ConversationId, MemberId, OrganisationId};
use method::permit::{Deed, Permit, Reader};
use method::roles::{ConversationKind, Role};
use method::time::Stamp;
use method::{Refusal, consent};
use records::{Conn, Db};
use tokio::sync::Notify;
use vault::Vault;

use crate::identity::tries::Tries;
use crate::{Error, Result, audit};

/// Where everything lies.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder for everything that is kept on this machine.
    pub data: PathBuf,
    /// The database's address; SQLite in the data folder when left out.
    pub database: Option<String>,
    /// The largest recording that is taken, in bytes.
    pub upload_max: u64,
    /// Where people find this installation (`https://…`, without a slash at the end), for links outside its pages.
    pub address: Option<String>,
    /// Whether mail can be sent from here; who sends it knows how.
    pub mail: bool,
    /// The name of the server that mail goes to, for the register of processing.
    pub mail_server: Option<String>,
    /// What the organisation wants of its own provider of sign-ins, if it has one.
    pub provider: Option<crate::identity::provider::Rules>,
    /// After how many seconds of rest a client has to type their code again.
    pub client_rest: i64,
    /// How long it stays certain that it is them, in minutes, before something that reaches far asks again.
    pub fresh_minutes: i64,
    /// How long a turn of the board is, in seconds: at its end what waits without a name comes out of the drawer.
    pub board_turn: i64,
    /// Proxies besides those on this machine whose word is taken for where somebody comes from.
    pub proxies: Vec<IpAddr>,
    /// How papers look, besides the organisation's name.
    pub papers: crate::papers::Look,
}

/// How long it stays certain that it is them, in minutes, when nobody says otherwise.
const FRESH_MINUTES: i64 = 10;

impl Settings {
    /// The settings of an installation that needs nothing but a folder.
    #[must_use]
    pub fn in_folder(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            database: None,
            upload_max: 16 << 30,
            address: None,
            mail: false,
            mail_server: None,
            provider: None,
            client_rest: CLIENT_REST,
            fresh_minutes: FRESH_MINUTES,
            board_turn: method::board::TURN,
            proxies: Vec::new(),
            papers: crate::papers::Look::default(),
        }
    }

    fn database(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("records.db").display()))
    }
}

/// Someone with an account, as far as deeds need to know.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// In which organisation.
    pub organisation: OrganisationId,
    /// The name they chose.
    pub name: String,
    /// What they may do in the organisation.
    pub roles: Vec<Role>,
    /// Whether this is one of the demo's people.
    pub demo: bool,
}

/// Who asks, and when. The first argument of every deed.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who.
    pub reader: Reader,
    /// Their account, if they have one.
    pub member: Option<Member>,
    /// Now.
    pub now: Stamp,
}

impl Caller {
    /// A member who asks.
    #[must_use]
    pub const fn member(member: Member, now: Stamp) -> Self {
        Self { reader: Reader::Member(member.id), member: Some(member), now }
    }

    /// A participant without an account who asks.
    #[must_use]
    pub const fn participant(id: method::ids::ParticipantId, now: Stamp) -> Self {
        Self { reader: Reader::Participant(id), member: None, now }
    }

    /// The worker, which shows nothing to anyone.
    #[must_use]
    pub const fn worker(now: Stamp) -> Self {
        Self { reader: Reader::Worker, member: None, now }
    }

    /// The member who asks.
    ///
    /// # Errors
    /// `Unknown` when it is not a member.
    pub fn account(&self) -> Result<&Member> {
        self.member.as_ref().ok_or(Error::Refused(Refusal::Unknown))
    }

    /// The member who asks, if they hold this role.
    ///
    /// # Errors
    /// `Unknown` when they do not.
    pub fn with_role(&self, role: Role) -> Result<&Member> {
        self.account()
            .ok()
            .filter(|member| member.roles.contains(&role))
            .ok_or(Error::Refused(Refusal::Unknown))
    }

    /// The member, if they lead conversations of any kind.
    ///
    /// # Errors
    /// `Unknown` when they do not.
    pub fn leading(&self) -> Result<&Member> {
        let leads = ConversationKind::led_by(self.roles()).next().is_some();
        self.account().ok().filter(|_| leads).ok_or(Error::Refused(Refusal::Unknown))
    }

    /// Their roles; none for whoever has no account.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        self.member.as_ref().map_or(&[], |member| &member.roles)
    }
}

/// After how many seconds of rest a client has to type their code again, when nobody says otherwise.
pub const CLIENT_REST: i64 = 30 * 60;

/// How long one audit line covers repeated openings of the same thing by the same reader.
const ONE_OPENING: i64 = 15 * 60_000;

/// Records, vault and terms together.
#[derive(Debug)]
pub struct House {
    pub(crate) db: Db,
    pub(crate) vault: Vault,
    /// Where everything lies.
    pub settings: Settings,
    openings: Mutex<HashMap<String, Stamp>>,
    /// Wrong codes at links that are not there.
    pub(crate) strangers: Mutex<crate::client::Strangers>,
    /// What is served of recordings now, by who watches which.
    pub(crate) sittings: crate::recording::Sittings,
    /// Between whom conversations are, by who asked for which.
    pub(crate) kinds: Mutex<HashMap<String, ConversationKind>>,
    /// Wrong tries at coming in.
    pub(crate) tries: Tries,
    /// How often who wrote on the board today.
    pub(crate) writing: crate::board::Flood,
    /// Rung when there is a job to do.
    pub(crate) bell: Arc<Notify>,
    /// Rung when a letter is to be sent.
    pub(crate) letters: Notify,
    /// Rung when something changed that someone may have before them now.
    pub bells: bells::Bells,
}

impl House {
    /// Opens an installation, making what is missing: folders, keys, schema.
    ///
    /// # Errors
    /// When a folder, the database or the vault cannot be opened.
    #[crate::boxed]
    pub async fn open(settings: Settings) -> Result<Self> {
        // Nobody else on the machine has any business in it.
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&settings.data);
        made.map_err(|e| Error::Inner(format!("data folder: {e}")))?;
        let db = Db::open(&settings.database()).await?;
        let vault = Vault::open_local(&settings.data).await?;
        let bells = bells::Bells::hang(&db).await?;
        Ok(Self {
            db,
            vault,
            settings,
            openings: Mutex::new(HashMap::new()),
            strangers: Mutex::default(),
            sittings: crate::recording::Sittings::default(),
            kinds: Mutex::default(),
            tries: Tries::default(),
            writing: crate::board::Flood::default(),
            bell: Arc::default(),
            letters: Notify::new(),
            bells,
        })
    }

    /// Asks the rules within a transaction that is already open; writes no audit line.
    ///
    /// # Errors
    /// The rule's refusal, or `Unknown` when there is no such conversation.
    pub(crate) async fn permit_in(
        c: &mut Conn,
        caller: &Caller,
        id: ConversationId,
        deed: Deed,
    ) -> Result<Permit> {
        let facts = records::conversation::facts(c, id).await?.ok_or(Refusal::Unknown)?;
        Ok(consent::decide(&facts, &caller.reader, deed, caller.now)?)
    }

    /// Asks the rules afresh. Each opening leaves one audit line; repeats within a quarter of an hour share it.
    ///
    /// # Errors
    /// The rule's refusal, or `Unknown` when there is no such conversation.
    #[crate::boxed]
    pub async fn permit(&self, caller: &Caller, id: ConversationId, deed: Deed) -> Result<Permit> {
        let mut c = self.db.read().await?;
        let permit = Self::permit_in(&mut c, caller, id, deed).await?;
        drop(c);
        self.note_opening(caller, id, deed).await?;
        Ok(permit)
    }

    pub(crate) async fn note_opening(&self, caller: &Caller, id: ConversationId, deed: Deed) -> Result<()> {
        let key = format!("{:?} {id} {deed}", caller.reader);
        if !self.is_new_opening(key, caller.now) {
            return Ok(());
        }
        let mut c = self.db.write().await?;
        if let Some(conversation) = records::conversation::by_id(&mut c, id).await? {
            let organisation = ids::organisation(&conversation.organisation)?;
            let line =
                audit::Line { deed: audit::Deed::Opened, scope: Some(id.into()), subject: Some(deed.key()) };
            audit::write(&mut c, organisation, caller, line).await?;
            c.commit().await?;
        }
        Ok(())
    }

    fn is_new_opening(&self, key: String, now: Stamp) -> bool {
        let Ok(mut openings) = self.openings.lock() else { return true };
        if openings.len() > 10_000 {
            openings.retain(|_, at| now.0 - at.0 < ONE_OPENING);
        }
        match openings.get(&key) {
            Some(at) if now.0 - at.0 < ONE_OPENING => false,
            _ => {
                openings.insert(key, now);
                true
            }
        }
    }
}

/// Ids as they come back from records; anything else is damage, not a person's mistake.
pub(crate) mod ids {
    use method::ids::{ConversationId, JourneyId, MemberId, OrganisationId, ParticipantId};

    use crate::{Error, Result};

    fn read<T>(id: Option<T>, what: &str) -> Result<T> {
        id.ok_or_else(|| Error::Inner(format!("unreadable id of {what}")))
    }

    pub(crate) fn organisation(text: &str) -> Result<OrganisationId> {
        read(OrganisationId::parse(text), "organisation")
    }

    pub(crate) fn member(text: &str) -> Result<MemberId> {
        read(MemberId::parse(text), "member")
    }

    pub(crate) fn conversation(text: &str) -> Result<ConversationId> {
        read(ConversationId::parse(text), "conversation")
    }

    pub(crate) fn participant(text: &str) -> Result<ParticipantId> {
        read(ParticipantId::parse(text), "participant")
    }

    pub(crate) fn journey(text: &str) -> Result<JourneyId> {
        read(JourneyId::parse(text), "journey")
    }
}
