//! Members, roles and sessions.

use method::ids::{MemberId, TeamId};
use method::roles::Role;
use records::sessions::Session;
use records::{identity, organisation, sessions};

use crate::engines::{NOW, engines, member, organisation as new_organisation};

#[tokio::test]
async fn an_address_is_used_once_and_roles_are_replaced_whole() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let org = new_organisation(&mut c).await;
        let id = member(&mut c, org, "sanne@x.example").await;
        identity::set_roles(&mut c, id, &[Role::Coach, Role::Professional]).await.unwrap();
        identity::set_roles(&mut c, id, &[Role::Coach]).await.unwrap();
        assert_eq!(identity::roles(&mut c, id).await.unwrap(), [Role::Coach]);
        assert_eq!(identity::with_role(&mut c, org, Role::Coach).await.unwrap().len(), 1);
        identity::set_ended(&mut c, id, Some(NOW)).await.unwrap();
        assert!(identity::with_role(&mut c, org, Role::Coach).await.unwrap().is_empty());
        let team = TeamId::new();
        organisation::insert_team(&mut c, team, org, "Werk").await.unwrap();
        organisation::join_team(&mut c, team, id).await.unwrap();
        organisation::join_team(&mut c, team, id).await.unwrap();
        organisation::leave_teams(&mut c, id).await.unwrap();
        let mut row = identity::by_email(&mut c, "sanne@x.example").await.unwrap().unwrap();
        row.id = MemberId::new().to_string();
        let again = identity::insert(&mut c, &row, NOW).await;
        assert!(again.unwrap_err().is_duplicate());
    }
}

#[tokio::test]
async fn sessions_end_by_hand_and_by_themselves() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let organisation = new_organisation(&mut c).await;
        let id = member(&mut c, organisation, "sanne@x.example").await;
        let mut session = Session {
            id: "a".into(),
            member: Some(id.to_string()),
            participant: None,
            device: None,
            data: "{}".into(),
            agent: "Firefox, Linux".into(),
            created_at: NOW.0,
            seen_at: NOW.0,
            expires_at: NOW.plus_days(1).0,
        };
        sessions::create(&mut c, &session).await.unwrap();
        session.data = "{\"x\":1}".into();
        sessions::change(&mut c, &session).await.unwrap();
        assert_eq!(sessions::by_id(&mut c, "a", NOW).await.unwrap().unwrap().data, "{\"x\":1}");
        assert!(sessions::by_id(&mut c, "a", NOW.plus_days(1)).await.unwrap().is_none());
        assert_eq!(sessions::of_member(&mut c, id, NOW).await.unwrap().len(), 1);
        sessions::delete_expired(&mut c, NOW.plus_days(1)).await.unwrap();
        assert!(sessions::of_member(&mut c, id, NOW).await.unwrap().is_empty());
        sessions::create(&mut c, &session).await.unwrap();
        sessions::delete_of_member(&mut c, id).await.unwrap();
        sessions::change(&mut c, &session).await.unwrap();
        assert!(sessions::by_id(&mut c, "a", NOW).await.unwrap().is_none());
    }
}
