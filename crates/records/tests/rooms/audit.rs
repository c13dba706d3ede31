//! The audit chain: one head per organisation, one line after another.

use records::audit::{self, Entry};

use crate::engines::{NOW, engines, table};
use records::{Conn, Db, on};

fn entry(seq: i64, scope: &str, previous: String) -> Entry {
    Entry {
        seq,
        at: NOW.0 + seq,
        actor_kind: "member".into(),
        actor: "someone".into(),
        deed: "opened".into(),
        scope: Some(scope.into()),
        subject: None,
        previous,
        hash: format!("hash {seq}"),
    }
}

#[tokio::test]
async fn the_head_moves_with_each_line() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        let scope = t.conversation.to_string();
        for expected in 0..3 {
            let (seq, previous) = audit::take_head(&mut c, t.organisation).await.unwrap();
            assert_eq!(seq, expected);
            assert_eq!(previous, if expected == 0 { String::new() } else { format!("hash {expected}") });
            audit::append(&mut c, t.organisation, &entry(seq + 1, &scope, previous)).await.unwrap();
        }
        c.commit().await.unwrap();
        let mut c = engine.db.read().await.unwrap();
        let chain = audit::chain(&mut c, t.organisation, 0, 10).await.unwrap();
        assert_eq!(chain.iter().map(|line| line.seq).collect::<Vec<_>>(), [1, 2, 3]);
        let newest_first = audit::of_scope(&mut c, t.conversation.into()).await.unwrap();
        assert_eq!(newest_first.iter().map(|line| line.seq).collect::<Vec<_>>(), [3, 2, 1]);
    }
}

async fn tries(db: &Db, sql: &str) -> Result<u64, records::Error> {
    let mut c: Conn = db.write().await.unwrap();
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    let touched = on!(&mut c, db => sqlx::query(sql).execute(db).await?.rows_affected());
    c.commit().await?;
    Ok(touched)
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_or_forget_a_line() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        let scope = t.conversation.to_string();
        for _ in 0..2 {
            let (seq, previous) = audit::take_head(&mut c, t.organisation).await.unwrap();
            audit::append(&mut c, t.organisation, &entry(seq + 1, &scope, previous)).await.unwrap();
        }
        c.commit().await.unwrap();
        let mut attacks = vec![
            "update audit set actor = 'nobody'",
            "update audit set seq = seq + 10 where seq = 2",
            "delete from audit where seq = 2",
            "delete from audit_heads",
            "update audit_heads set seq = 1",
            "insert into audit select organisation, 9, at, actor_kind, actor, deed, scope, subject, previous, hash
             from audit where seq = 2",
        ];
        if matches!(engine.db, Db::Sqlite(_)) {
            attacks.extend([
                "insert or replace into audit select organisation, seq, at, actor_kind, 'nobody', deed, scope, subject,
                 previous, hash from audit",
                "insert or replace into audit_heads select organisation, 1, hash from audit_heads",
            ]);
        }
        if matches!(engine.db, Db::Postgres(_)) {
            attacks.extend(["truncate audit", "truncate audit_heads"]);
        }
        for sql in attacks {
            let told = tries(&engine.db, sql).await.unwrap_err().to_string();
            assert!(told.contains("append-only") || told.contains("only goes on"), "{sql}: {told}");
        }
        let mut c = engine.db.read().await.unwrap();
        assert_eq!(audit::chain(&mut c, t.organisation, 0, 10).await.unwrap().len(), 2);
        assert_eq!(audit::head(&mut c, t.organisation).await.unwrap().unwrap().0, 2);
        assert!(audit::lock::missing(&mut c).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_lock_that_was_taken_away_is_missed_and_can_be_put_back() {
    for engine in engines().await {
        let drop = match engine.db {
            Db::Sqlite(_) => ["drop trigger audit_no_update", "drop trigger audit_heads_no_return"],
            Db::Postgres(_) => [
                "alter table audit disable trigger audit_no_update",
                "drop trigger audit_heads_no_return on audit_heads",
            ],
        };
        for sql in drop {
            tries(&engine.db, sql).await.unwrap();
        }
        let mut c = engine.db.write().await.unwrap();
        let missing = audit::lock::missing(&mut c).await.unwrap();
        assert_eq!(missing, ["audit_no_update", "audit_heads_no_return"]);
        audit::lock::put_back(&mut c).await.unwrap();
        assert!(audit::lock::missing(&mut c).await.unwrap().is_empty());
    }
}
