//! Both engines for a test: SQLite always, PostgreSQL when `MEERZIEN_TEST_POSTGRES_URL` names a server.

use method::ids::{ConversationId, JourneyId, MemberId, OrganisationId, ParticipantId};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use records::organisation::Organisation;
use records::{Conn, Db};
use sqlx::Connection;

/// When every test happens.
pub const NOW: Stamp = Stamp(1_800_000_000_000);

/// A database of the test's own, with the folder that keeps it while the test runs.
pub struct Engine {
    pub db: Db,
    _folder: tempfile::TempDir,
}

/// A fresh database on each engine.
pub async fn engines() -> Vec<Engine> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("records.db").display())).await.unwrap();
    let mut engines = vec![Engine { db, _folder: folder }];
    if let Ok(server) = std::env::var("MEERZIEN_TEST_POSTGRES_URL") {
        let name = format!("t{}", MemberId::new().0.simple());
        let mut admin = sqlx::PgConnection::connect(&server).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}")))
            .execute(&mut admin)
            .await
            .unwrap();
        let address = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        let db = Db::open(&address).await.unwrap();
        engines.push(Engine { db, _folder: tempfile::tempdir().unwrap() });
    }
    engines
}

/// An organisation with nobody in it.
pub async fn organisation(c: &mut Conn) -> OrganisationId {
    let id = OrganisationId::new();
    let row = Organisation {
        id: id.to_string(),
        name: "Gemeente".into(),
        phone: "010".into(),
        privacy_officer: "fg".into(),
        retention_months: 6,
        second_yes_days: 14,
    };
    records::organisation::insert(c, id, &row, NOW).await.unwrap();
    id
}

/// A member of an organisation, without roles.
pub async fn member(c: &mut Conn, organisation: OrganisationId, email: &str) -> MemberId {
    let id = MemberId::new();
    let row = records::identity::Member {
        id: id.to_string(),
        organisation: organisation.to_string(),
        name: "Sanne".into(),
        email: email.into(),
        password_hash: None,
        demo: false,
        ended_at: None,
    };
    records::identity::insert(c, &row, NOW).await.unwrap();
    id
}

/// A conversation of a professional and a client, on a journey of its own.
pub struct Table {
    pub organisation: OrganisationId,
    pub journey: JourneyId,
    pub conversation: ConversationId,
    pub member: MemberId,
    pub professional: ParticipantId,
    pub client: ParticipantId,
}

/// Sets a table: everything a record of a conversation hangs on.
pub async fn table(c: &mut Conn) -> Table {
    let organisation = organisation(c).await;
    let member = member(c, organisation, &format!("{}@x.example", MemberId::new())).await;
    let (journey, conversation) = (JourneyId::new(), ConversationId::new());
    records::journey::insert(c, journey, organisation, member, NOW).await.unwrap();
    let kind = ConversationKind::ClientProfessional;
    let new = records::conversation::New { organisation, journey, kind, held_on: NOW };
    records::conversation::insert(c, conversation, &new, NOW).await.unwrap();
    let professional = sit(c, conversation, Perspective::Professional, Some(member)).await;
    let client = sit(c, conversation, Perspective::Client, None).await;
    Table { organisation, journey, conversation, member, professional, client }
}

/// Gives someone a chair.
pub async fn sit(
    c: &mut Conn,
    at: ConversationId,
    as_: Perspective,
    member: Option<MemberId>,
) -> ParticipantId {
    let id = ParticipantId::new();
    let row = records::conversation::Participant {
        id: id.to_string(),
        conversation: at.to_string(),
        perspective: as_.key().into(),
        member: member.map(|member| member.to_string()),
        code_name_sealed: None,
    };
    records::conversation::insert_participant(c, &row, NOW).await.unwrap();
    id
}
