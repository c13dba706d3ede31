//! Runs a story on SQLite, and on PostgreSQL too when `MEERZIEN_TEST_POSTGRES_URL` names a server (`make test` does).

use method::ids::{AlternativeId, ConversationId, JourneyId, MemberId, OrganisationId, ParticipantId};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use records::{Conn, Db, run};
use sqlx::{Connection, Executor, PgConnection};

/// Tells `story` on every engine there is, each in a database of its own.
pub async fn both(story: impl AsyncFn(Db)) {
    let folder = tempfile::tempdir().unwrap();
    story(Db::open(&format!("sqlite:{}", folder.path().join("records.db").display())).await.unwrap()).await;
    let Ok(server) = std::env::var("MEERZIEN_TEST_POSTGRES_URL") else { return };
    let name = format!("t{}", ConversationId::new().0.simple());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    admin.execute(sqlx::AssertSqlSafe(format!("create database {name}"))).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    story(Db::open(&format!("{base}/{name}")).await.unwrap()).await;
    admin.execute(sqlx::AssertSqlSafe(format!("drop database {name} with (force)"))).await.unwrap();
}

/// An organisation with one professional, one journey and one conversation of three people.
pub struct Table {
    pub journey: JourneyId,
    pub conversation: ConversationId,
    pub organisation: OrganisationId,
    pub participants: Vec<(Perspective, ParticipantId)>,
}

pub const NOW: Stamp = Stamp(1_800_000_000_000);

impl Table {
    pub async fn lay(c: &mut Conn) -> Self {
        let (organisation, member, journey) = (OrganisationId::new(), MemberId::new(), JourneyId::new());
        let sql = "insert into organisations (id, name, phone, privacy_officer, retention_months, second_yes_days, created_at)
            values ($1, 'Gemeente', '0', '0', 6, 14, 1)";
        insert(c, sql, &[&organisation.to_string()]).await;
        let sql = "insert into members (id, organisation, name, email, demo, created_at) values ($1, $2, 'Sanne', $1, false, 1)";
        insert(c, sql, &[&member.to_string(), &organisation.to_string()]).await;
        records::journey::insert(c, journey, organisation, member, NOW).await.unwrap();
        let mut table =
            Self { journey, conversation: ConversationId::new(), organisation, participants: Vec::new() };
        table.conversation = table.conversation(c, NOW).await;
        for perspective in Perspective::ALL {
            let id = ParticipantId::new();
            let row = records::conversation::Participant {
                id: id.to_string(),
                conversation: table.conversation.to_string(),
                perspective: perspective.key().to_owned(),
                member: None,
                code_name_sealed: None,
            };
            records::conversation::insert_participant(c, &row, NOW).await.unwrap();
            table.participants.push((*perspective, id));
        }
        table
    }

    /// Another conversation on the same journey.
    pub async fn conversation(&self, c: &mut Conn, held_on: Stamp) -> ConversationId {
        let id = ConversationId::new();
        let new = records::conversation::New {
            organisation: self.organisation,
            journey: self.journey,
            kind: ConversationKind::ClientProfessional,
            held_on,
        };
        records::conversation::insert(c, id, &new, NOW).await.unwrap();
        id
    }

    pub fn seat(&self, perspective: Perspective) -> ParticipantId {
        self.participants.iter().find(|(p, _)| *p == perspective).unwrap().1
    }

    /// An alternative on a question.
    pub async fn alternative(&self, c: &mut Conn) -> AlternativeId {
        let new = records::dialogue::NewAlternative {
            id: AlternativeId::new(),
            conversation: self.conversation,
            subject: method::dialogue::Subject::Question(method::looking::LeadQuestion::Authenticity),
            author: self.seat(Perspective::Coach),
            idea_of: Perspective::Client,
            intention_sealed: b"intention",
            words_sealed: b"words",
            asks_sealed: None,
        };
        records::dialogue::insert_alternative(c, &new, NOW).await.unwrap();
        new.id
    }
}

async fn insert(c: &mut Conn, sql: &'static str, values: &[&str]) {
    let done: records::Result<u64> = async {
        Ok(match values {
            [a] => run!(c, sqlx::query(sql).bind(*a)),
            [a, b] => run!(c, sqlx::query(sql).bind(*a).bind(*b)),
            _ => 0,
        })
    }
    .await;
    assert_eq!(done.unwrap(), 1);
}
