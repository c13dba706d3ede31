//! Uploads that break, collide, and go on.

use super::*;
use crate::Error;
use futures::StreamExt;
use std::time::Duration;

#[tokio::test]
async fn what_was_received_before_the_line_broke_is_kept() {
    let b = bench().await;
    let (object, plain) = (ObjectId::new(), plain(250_000));
    let broken = pieces(&plain[..100_001], 7_000)
        .chain(futures::stream::once(async { Err(BoxError::from("connection reset")) }));
    let done = b.vault.append(&b.permit, object, 0, broken).await.unwrap();
    assert_eq!(done.durable, 100_001);
    assert_eq!(done.broken.unwrap().to_string(), "connection reset");
    b.vault.append(&b.permit, object, 100_001, pieces(&plain[100_001..], 7_000)).await.unwrap();
    assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain);
}

#[tokio::test]
async fn a_write_that_breaks_leaves_nothing() {
    let b = bench().await;
    let object = ObjectId::new();
    let broken =
        pieces(&plain(100_001), 7_000).chain(futures::stream::once(async { Err(BoxError::from("gone")) }));
    assert!(matches!(b.vault.write(&b.permit, object, broken).await, Err(Error::Source(_))));
    assert!(paths(&*b.objects).await.is_empty());
}

#[tokio::test]
async fn writing_goes_on_only_where_it_ended() {
    let b = bench().await;
    let (object, plain) = (ObjectId::new(), plain(1000));
    b.vault.append(&b.permit, object, 0, pieces(&plain[..600], 100)).await.unwrap();
    for at in [0, 599, 601] {
        let refused = b.vault.append(&b.permit, object, at, pieces(&plain[600..], 100)).await;
        assert!(matches!(refused, Err(Error::OffsetMismatch { durable: 600 })));
    }
    b.vault.append(&b.permit, object, 600, pieces(&plain[600..], 100)).await.unwrap();
    assert_eq!(b.vault.finish(&b.permit, object).await.unwrap(), 1000);
    assert_eq!(b.vault.finish(&b.permit, object).await.unwrap(), 1000, "finishing twice is finishing");
    let refused = b.vault.append(&b.permit, object, 1000, pieces(b"more", 100)).await;
    assert!(matches!(refused, Err(Error::Finished { len: 1000 })));
}

#[tokio::test]
async fn of_two_who_append_at_once_one_is_told() {
    let b = bench().await;
    let (object, ours, theirs) = (ObjectId::new(), plain(300_000), vec![7; 300_000]);
    // Both have looked at the length before either writes: the first piece waits for both.
    let both = Arc::new(tokio::sync::Barrier::new(2));
    let upload = |bytes: &[u8]| {
        let both = both.clone();
        let wait = futures::stream::once(async move {
            both.wait().await;
            Ok(Bytes::new())
        });
        wait.chain(pieces(bytes, 50_000)).boxed()
    };
    let (one, two) = tokio::join!(
        b.vault.append(&b.permit, object, 0, upload(&ours)),
        b.vault.append(&b.permit, object, 0, upload(&theirs)),
    );
    let lost = [&one, &two].iter().filter(|r| matches!(r, Err(Error::Conflict))).count();
    assert!(lost == 1 && (one.is_ok() || two.is_ok()), "{one:?} {two:?}");
    let kept = if one.is_ok() { ours } else { theirs };
    assert_eq!(
        read_all(&b.vault, &b.permit, object).await.unwrap(),
        kept,
        "nothing of the other is mixed in"
    );
}

/// Uploads from where the vault says it is until all is there, as a tus client does.
async fn go_on(vault: &Vault, permit: &Permit, object: ObjectId, plain: &[u8]) {
    for _ in 0..200 {
        let durable = vault.len(permit, object).await.unwrap();
        let rest = pieces(&plain[durable as usize..], 30_000);
        match vault.append(permit, object, durable, rest).await {
            Ok(_) => return,
            // A segment that was on its way when the machine "died" arrived after all.
            Err(Error::Conflict | Error::OffsetMismatch { .. }) => {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            Err(error) => panic!("{error:?}"),
        }
    }
    panic!("never got on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_anywhere_it_goes_on_from_what_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let facts = conversation();
    let permit = permit(&facts);
    let plain = plain(3_000_000);
    for killed_after in (0..20).map(|round| 1 + round * 149_993) {
        let key_file = folder.path().join("organisation.key");
        let open = || async {
            let key = OrganisationKey::from_file_or_new(&key_file, &folder.path().join("keyring")).unwrap();
            let ring = Keyring::on_disk(&folder.path().join("keyring"), key).await.unwrap();
            let place = Place::on_disk(&folder.path().join("vault")).unwrap();
            Vault::open(place, ring, 200_000).await.unwrap()
        };
        let object = ObjectId::new();
        let vault = open().await;
        vault.create_key(&permit).await.unwrap();
        // The source hangs at some byte; the append is dropped there, with whatever it had not yet put.
        let hanging = pieces(&plain[..killed_after], 30_000).chain(futures::stream::pending());
        let append = vault.append(&permit, object, 0, hanging);
        assert!(tokio::time::timeout(Duration::from_millis(30), append).await.is_err());
        drop(vault);
        let vault = open().await;
        let durable = vault.len(&permit, object).await.unwrap();
        assert!(durable <= killed_after as u64);
        assert_eq!(
            read(&vault, &permit, object, 0..durable).await.unwrap_or_default(),
            plain[..durable as usize]
        );
        go_on(&vault, &permit, object, &plain).await;
        vault.finish(&permit, object).await.unwrap();
        assert_eq!(read_all(&vault, &permit, object).await.unwrap(), plain, "killed after {killed_after}");
    }
}

#[tokio::test]
async fn leftovers_of_a_killed_process_are_swept() {
    let folder = tempfile::tempdir().unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    let permit = permit(&conversation());
    vault.create_key(&permit).await.unwrap();
    let object = ObjectId::new();
    vault.append(&permit, object, 0, pieces(b"kept", 4)).await.unwrap();
    let dir = folder.path().join(format!("vault/{}/{object}", permit.scope()));
    std::fs::write(dir.join("000000000004#1"), b"half a segment").unwrap();
    vault.append(&permit, object, 4, pieces(b" whole", 4)).await.unwrap();
    vault.finish(&permit, object).await.unwrap();
    assert_eq!(files(&dir).len(), 3);
    assert_eq!(read_all(&vault, &permit, object).await.unwrap(), b"kept whole");
}
