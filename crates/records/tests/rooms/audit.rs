//! The audit chain: one head per organisation, one line after another.

use records::audit::{self, Entry};

use crate::engines::{NOW, engines, table};

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
        let chain = audit::chain(&mut c, t.organisation).await.unwrap();
        assert_eq!(chain.iter().map(|line| line.seq).collect::<Vec<_>>(), [1, 2, 3]);
        let newest_first = audit::of_scope(&mut c, t.conversation.into()).await.unwrap();
        assert_eq!(newest_first.iter().map(|line| line.seq).collect::<Vec<_>>(), [3, 2, 1]);
    }
}
