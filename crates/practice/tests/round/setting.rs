//! Three people, one conversation that can be watched, and looks to seal.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use futures::stream;
use method::consent::{Means, Purpose};
use method::ids::{ConversationId, MemberId, MomentId, OrganisationId};
use method::looking::{LeadQuestion, MomentKind, Step, Strength, Whose};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use practice::consent::Answers;
use practice::conversation::Plan;
use practice::identity::NewMember;
use practice::looking::writing::{Answered, Base, Marked};
use practice::organisation::Terms;
use practice::recording::{Incoming, Made, Maker, Playing};
use practice::{Caller, Error, House, Settings};
use sqlx::Connection;

pub const NOW: Stamp = Stamp(1_800_000_000_000);

/// An installation with the people of a round in it.
pub struct Setting {
    pub house: Arc<House>,
    pub professional: Caller,
    pub coach: Caller,
    /// Another professional of the same organisation.
    pub colleague: Caller,
    /// Everything that is kept lies here.
    pub folder: tempfile::TempDir,
}

/// Tells `story` on SQLite, and on PostgreSQL when `MEERZIEN_TEST_POSTGRES_URL` names a server.
pub async fn both(story: impl AsyncFn(Setting)) {
    story(Setting::open(None).await).await;
    let Ok(server) = std::env::var("MEERZIEN_TEST_POSTGRES_URL") else { return };
    let name = format!("t{}", MemberId::new().0.simple());
    let mut admin = sqlx::PgConnection::connect(&server).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}"))).execute(&mut admin).await.unwrap();
    let address = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
    story(Setting::open(Some(address)).await).await;
}

impl Setting {
    async fn open(database: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { database, ..Settings::in_folder(folder.path()) };
        let house = Arc::new(House::open(settings).await.unwrap());
        let terms = Terms::of("Gemeente", "010", "fg@gemeente.example");
        let organisation = house.add_organisation(&terms, NOW).await.unwrap();
        let mut people = Vec::new();
        for (name, role) in
            [("Sanne", Role::Professional), ("Ruud", Role::Coach), ("Joris", Role::Professional)]
        {
            let email = format!("{name}@gemeente.example");
            let roles = [role];
            let new =
                NewMember { organisation, name, email: &email, password: None, roles: &roles, demo: false };
            let id = house.add_member(new, NOW).await.unwrap();
            people.push(Caller::member(house.member(id).await.unwrap().unwrap(), NOW));
        }
        let [professional, coach, colleague] = people.try_into().unwrap_or_else(|_| unreachable!());
        Self { house, professional, coach, colleague, folder }
    }

    /// The records themselves, beside the house: to see what is left in them.
    pub async fn records(&self) -> records::Db {
        let address = self.house.settings.database.clone();
        let file = self.folder.path().join("records.db");
        let address = address.unwrap_or_else(|| format!("sqlite:{}", file.display()));
        records::Db::open(&address).await.unwrap()
    }

    /// Someone else of the same organisation, with one role.
    pub async fn with_role(&self, name: &str, role: Role) -> Caller {
        let organisation = self.professional.member.as_ref().unwrap().organisation;
        self.in_organisation(organisation, name, role).await
    }

    /// Someone of another organisation, with one role.
    pub async fn elsewhere(&self, name: &str, role: Role) -> Caller {
        let terms = Terms::of("Elders", "020", "fg@elders.example");
        let organisation = self.house.add_organisation(&terms, NOW).await.unwrap();
        self.in_organisation(organisation, name, role).await
    }

    async fn in_organisation(&self, organisation: OrganisationId, name: &str, role: Role) -> Caller {
        let email = format!("{}@nog.example", name.to_lowercase());
        let roles = [role];
        let new = NewMember { organisation, name, email: &email, password: None, roles: &roles, demo: false };
        let id = self.house.add_member(new, NOW).await.unwrap();
        Caller::member(self.house.member(id).await.unwrap().unwrap(), NOW)
    }

    /// A conversation to which nobody said anything yet.
    pub async fn plain(&self, by: &Caller, held_on: Stamp) -> ConversationId {
        let coach = self.coach.member.as_ref().map(|member| member.id);
        self.house.set_up_conversation(by, Plan { held_on, coach }).await.unwrap()
    }

    /// The client of a conversation, as a caller.
    pub async fn client(&self, by: &Caller, id: ConversationId) -> Caller {
        let overview = self.house.conversation(by, id).await.unwrap();
        let client = overview.people.iter().find(|person| person.perspective == Perspective::Client).unwrap();
        Caller::participant(client.id, NOW)
    }

    /// A conversation that was recorded, twice agreed to and made watchable.
    pub async fn watchable(&self, by: &Caller) -> ConversationId {
        let id = self.recorded(by).await;
        let answers = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        for caller in [by, &self.client(by, id).await] {
            self.house.say_yes_again(caller, id, &answers).await.unwrap();
        }
        id
    }

    /// A conversation that was agreed to, recorded and made watchable; the second yes is still awaited.
    pub async fn recorded(&self, by: &Caller) -> ConversationId {
        let id = self.plain(by, NOW).await;
        self.record(by, id).await;
        id
    }

    /// A conversation without a coach that was recorded, twice agreed to and made watchable.
    pub async fn watchable_alone(&self, by: &Caller) -> ConversationId {
        let plan = Plan { held_on: NOW, coach: None };
        let id = self.house.set_up_conversation(by, plan).await.unwrap();
        self.record(by, id).await;
        let answers = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        for caller in [by, &self.client(by, id).await] {
            self.house.say_yes_again(caller, id, &answers).await.unwrap();
        }
        id
    }

    pub async fn record(&self, by: &Caller, id: ConversationId) {
        let house = &self.house;
        let client = self.client(by, id).await;
        let answers = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        for caller in [by, &client] {
            house.say_yes(caller, id, &answers).await.unwrap();
        }
        let incoming = Incoming { maker: Maker::File, length: Some(9), file_name: None, content_type: None };
        let recording = house.begin_recording(by, id, &incoming).await.unwrap();
        let body = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"recording"))]);
        house.receive(by, id, recording, 0, body).await.unwrap();
        house.upload(by, id, recording).await.unwrap();
        let making = house.making(recording, NOW).await.unwrap().unwrap();
        let made = Made {
            duration_ms: 180_000,
            picture: None,
            cut_short: false,
            content_type: "audio/ogg".into(),
            playing: Playing::Itself,
            peaks: vec![1; 1_800],
            stills: Vec::new(),
        };
        making.made(made).await.unwrap();
    }

    /// Someone's look with one moment, not sealed.
    pub async fn look(&self, by: &Caller, id: ConversationId, kind: MomentKind, at: i64) -> MomentId {
        let look = self.house.begin_look(by, id).await.unwrap();
        let moment = MomentId::new();
        let marked = Marked {
            timeline: 0,
            kind,
            whose: Whose::Other,
            strength: Strength::Clear,
            start: at,
            end: at,
            note: format!("{kind} op {at}"),
            word: String::new(),
        };
        self.house.put_moment(by, look, moment, marked, Base::Version(None)).await.unwrap();
        for question in LeadQuestion::ALL {
            let answered =
                Answered { step: Some(Step::Four), text: format!("over {question}"), moments: vec![moment] };
            self.house.put_answer(by, look, *question, answered, Base::Version(None)).await.unwrap();
        }
        moment
    }

    /// Someone's look with one moment, sealed.
    pub async fn sealed(&self, by: &Caller, id: ConversationId, kind: MomentKind, at: i64) -> MomentId {
        let moment = self.look(by, id, kind, at).await;
        let look = self.house.own_look(by, id).await.unwrap().unwrap();
        self.house.seal_look(by, look).await.unwrap();
        moment
    }

    /// A conversation with the looks of professional and coach sealed.
    pub async fn two_sealed(&self) -> ConversationId {
        let id = self.watchable(&self.professional).await;
        self.sealed(&self.professional, id, MomentKind::Flow, 60_000).await;
        self.sealed(&self.coach, id, MomentKind::Disengaging, 61_000).await;
        id
    }
}

/// The rule that refused.
pub fn refusal<T: std::fmt::Debug>(result: practice::Result<T>) -> method::Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => unreachable!("not refused: {other:?}"),
    }
}

/// The field that could not be used.
pub fn wrong_field<T: std::fmt::Debug>(result: practice::Result<T>) -> &'static str {
    match result {
        Err(Error::Invalid { field, .. }) => field,
        other => unreachable!("not invalid: {other:?}"),
    }
}
