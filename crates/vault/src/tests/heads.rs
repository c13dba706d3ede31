//! A kept head says how far a log went, to whoever holds the organisation's key and to nobody else.

use super::*;
use crate::{Error, Head};
use method::ids::OrganisationId;
use object_store::ObjectStoreExt;
use object_store::path::Path;

fn head(seq: i64) -> Head {
    Head { seq, hash: format!("{seq:064x}") }
}

#[tokio::test]
async fn the_last_head_is_kept_and_another_cannot_be_put_in_its_place() {
    let bench = bench().await;
    let (one, other) = (OrganisationId::new(), OrganisationId::new());
    assert_eq!(bench.vault.kept_head(one).await.unwrap(), None);
    for seq in [3, 41] {
        bench.vault.keep_head(one, &head(seq)).await.unwrap();
        assert_eq!(bench.vault.kept_head(one).await.unwrap(), Some(head(seq)));
    }
    bench.vault.keep_head(other, &head(2)).await.unwrap();
    let at = |id| Path::from(format!("heads/{id}"));
    // It survives a restart, and says nothing in plain.
    let again = reopen(&bench.objects, &bench.keys).await.unwrap();
    assert_eq!(again.kept_head(one).await.unwrap(), Some(head(41)));
    let lies = bench.keys.get(&at(one)).await.unwrap().bytes().await.unwrap();
    assert!(!lies.windows(8).any(|piece| piece == b"00000029"));

    let elsewhere = bench.keys.get(&at(other)).await.unwrap().bytes().await.unwrap();
    for forged in [elsewhere.to_vec(), b"3 abc".to_vec(), lies[..20].to_vec(), Vec::new()] {
        bench.keys.put(&at(one), forged.into()).await.unwrap();
        let answer = bench.vault.kept_head(one).await;
        assert!(matches!(answer, Err(Error::Damaged(_))), "{answer:?}");
    }
}
