//! Destroying a key destroys all it locked, at once and for good.

use super::*;
use crate::{Error, OrganisationKeyError};
use futures::StreamExt;
use object_store::ObjectStoreExt;
use object_store::path::Path;
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn nothing_of_it_can_be_read_and_nothing_of_it_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    let (facts, other) = (conversation(), permit(&conversation()));
    let permit = permit(&facts);
    let (whole, half, kept) = (ObjectId::new(), ObjectId::new(), ObjectId::new());
    for permit in [&permit, &other] {
        vault.create_key(permit).await.unwrap();
    }
    vault.write(&permit, whole, pieces(&plain(100_000), 9_000)).await.unwrap();
    vault.append(&permit, half, 0, pieces(&plain(100_000), 9_000)).await.unwrap();
    vault.write(&other, kept, pieces(&plain(100_000), 9_000)).await.unwrap();
    let note = vault.seal_text(&permit, "moments.note/1", "Ik schrok.").await.unwrap();
    let texts = vault.text_key(&other).await.unwrap();
    let wrapped = folder.path().join(format!("keyring/keys/{}", permit.scope()));
    assert!(wrapped.exists());

    assert_eq!(vault.destroy(&destruction(&facts)).await.unwrap().objects, 2);

    assert!(!wrapped.exists());
    assert!(!folder.path().join(format!("vault/{}", permit.scope())).exists());
    let answers = [
        vault.stat(&permit, whole).await.err(),
        vault.read(&permit, whole, 0..1).await.err(),
        vault.append(&permit, half, 100_000, pieces(b"x", 1)).await.err(),
        vault.append(&permit, ObjectId::new(), 0, pieces(b"x", 1)).await.err(),
        vault.finish(&permit, half).await.err(),
        vault.check(&permit, whole).await.err(),
        vault.text_key(&permit).await.err(),
        vault.open_text(&permit, "moments.note/1", &note).await.err(),
        vault.seal_text(&permit, "moments.note/2", "Nog iets.").await.err(),
        vault.create_key(&permit).await.err(),
    ];
    for answer in answers {
        assert!(matches!(answer, Some(Error::NoKey)), "{answer:?}");
    }
    // Another conversation notices nothing; doing it again is harmless.
    assert_eq!(read_all(&vault, &other, kept).await.unwrap(), plain(100_000));
    assert!(texts.open("p", &texts.seal("p", "blijft").unwrap()).is_ok());
    assert_eq!(vault.destroy(&destruction(&facts)).await.unwrap().objects, 0);
}

#[tokio::test]
async fn a_key_that_comes_back_with_a_backup_is_destroyed_again() {
    let b = bench().await;
    b.vault.write(&b.permit, ObjectId::new(), pieces(b"gezegd", 2)).await.unwrap();
    let path = Path::from(format!("keys/{}", b.permit.scope()));
    let backup = b.keys.get(&path).await.unwrap().bytes().await.unwrap();
    b.vault.destroy(&destruction(&b.facts)).await.unwrap();
    b.keys.put(&path, backup.into()).await.unwrap();
    // It opens nothing, even before anyone restarts …
    assert!(matches!(b.vault.text_key(&b.permit).await, Err(Error::NoKey)));
    // … and at the next start it is gone.
    let again = reopen(&b.objects, &b.keys).await.unwrap();
    assert!(matches!(again.text_key(&b.permit).await, Err(Error::NoKey)));
    assert!(matches!(b.keys.head(&path).await, Err(object_store::Error::NotFound { .. })));
}

#[tokio::test]
async fn a_destruction_that_stopped_halfway_is_finished_at_the_next_start() {
    let b = bench().await;
    b.vault.write(&b.permit, ObjectId::new(), pieces(&plain(300_000), 9_000)).await.unwrap();
    b.vault.inner.keyring.destroy(b.permit.scope()).await.unwrap();
    assert!(!paths(&*b.objects).await.is_empty(), "the machine stopped before the objects went");
    reopen(&b.objects, &b.keys).await.unwrap();
    assert!(paths(&*b.objects).await.is_empty());
    let left = paths(&*b.keys).await;
    assert_eq!(left, [Path::from(format!("destroyed/{}", b.permit.scope())), Path::from("organisation")]);
}

#[tokio::test]
async fn a_running_upload_and_a_running_reader_end_when_the_key_goes() {
    let b = bench().await;
    let (object, arriving) = (ObjectId::new(), ObjectId::new());
    let plain = plain(CUT as usize * 8);
    b.vault.write(&b.permit, object, pieces(&plain, 50_000)).await.unwrap();
    let mut reader = Box::pin(b.vault.read(&b.permit, object, 0..plain.len() as u64).await.unwrap());
    assert!(reader.next().await.unwrap().is_ok());
    let withdraws = futures::stream::once(async {
        b.vault.destroy(&destruction(&b.facts)).await.unwrap();
        Ok(Bytes::new())
    });
    let upload = pieces(&plain[..300_000], 50_000).chain(withdraws).chain(pieces(&plain[300_000..], 50_000));
    let ended = b.vault.append(&b.permit, arriving, 0, upload.boxed()).await;
    assert!(matches!(ended, Err(Error::NoKey)), "{ended:?}");
    let rest: Vec<_> = reader.collect().await;
    assert!(matches!(rest.last(), Some(Err(Error::NoKey))));
    // What was fetched before may still come, of one segment at most.
    assert!(rest.len() <= 3);
    assert!(paths(&*b.objects).await.is_empty(), "nothing was written after the destruction");
}

#[tokio::test]
async fn the_organisation_key_is_made_once_and_guarded() {
    let folder = tempfile::tempdir().unwrap();
    drop(on_disk(folder.path()).await.unwrap());
    let file = folder.path().join("secret/organisation.key");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::metadata(folder.path().join("keyring")).unwrap().permissions().mode() & 0o777, 0o700);
    let first = std::fs::read_to_string(&file).unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), first);
    vault.create_key(&permit(&conversation())).await.unwrap();

    // Another key is noticed at the start; a lost one is never replaced by a new one.
    std::fs::write(&file, "ab".repeat(32)).unwrap();
    let refused = on_disk(folder.path()).await.map(|_| ()).unwrap_err();
    assert!(matches!(refused, Error::OrganisationKey(OrganisationKeyError::Other)));
    std::fs::write(&file, "not a key").unwrap();
    let refused = on_disk(folder.path()).await.map(|_| ()).unwrap_err();
    assert!(matches!(refused, Error::OrganisationKey(OrganisationKeyError::Malformed)));
    std::fs::remove_file(&file).unwrap();
    let refused = on_disk(folder.path()).await.map(|_| ()).unwrap_err();
    assert!(matches!(refused, Error::OrganisationKey(OrganisationKeyError::Lost(_))));
    std::fs::write(&file, first).unwrap();
    on_disk(folder.path()).await.unwrap();
}

#[tokio::test]
async fn every_byte_of_a_wrapped_key_counts() {
    let b = bench().await;
    let path = Path::from(format!("keys/{}", b.permit.scope()));
    let original = b.keys.get(&path).await.unwrap().bytes().await.unwrap().to_vec();
    for at in 0..original.len() {
        let mut changed = original.clone();
        changed[at] ^= 1;
        b.keys.put(&path, changed.into()).await.unwrap();
        let refused = b.vault.text_key(&b.permit).await;
        assert!(matches!(refused, Err(Error::Damaged(crate::Damage::WrappedKey))), "byte {at}");
    }
    b.keys.put(&path, original[..original.len() - 1].to_vec().into()).await.unwrap();
    assert!(b.vault.text_key(&b.permit).await.is_err());
}

#[tokio::test]
async fn one_object_is_destroyed_for_good_and_its_neighbours_notice_nothing() {
    let b = bench().await;
    let (gone, kept) = (ObjectId::new(), ObjectId::new());
    for object in [gone, kept] {
        b.vault.write(&b.permit, object, pieces(&plain(300_000), 9_000)).await.unwrap();
    }
    // Somebody keeps everything that lies in the vault, as a backup does.
    let mut backup = Vec::new();
    for path in paths(&*b.objects).await {
        backup.push((path.clone(), b.objects.get(&path).await.unwrap().bytes().await.unwrap()));
    }
    let mut reader = Box::pin(b.vault.read(&b.permit, gone, 0..300_000).await.unwrap());
    assert!(reader.next().await.unwrap().is_ok());

    b.vault.remove(b.permit.scope(), gone).await.unwrap();

    let rest: Vec<_> = reader.collect().await;
    assert!(matches!(rest.last(), Some(Err(Error::NoObject))), "{:?}", rest.last());
    assert_eq!(read_all(&b.vault, &b.permit, kept).await.unwrap(), plain(300_000));
    assert!(paths(&*b.objects).await.iter().all(|path| !path.as_ref().contains(&gone.to_string())));
    // The bytes come back beside the key of the conversation, which is still there: they open nothing.
    for (path, bytes) in backup {
        b.objects.put(&path, bytes.into()).await.unwrap();
    }
    for vault in [b.vault.clone(), reopen(&b.objects, &b.keys).await.unwrap()] {
        let answers = [
            vault.stat(&b.permit, gone).await.err(),
            vault.read(&b.permit, gone, 0..1).await.err(),
            vault.append(&b.permit, gone, 0, pieces(b"x", 1)).await.err(),
            vault.finish(&b.permit, gone).await.err(),
            vault.check(&b.permit, gone).await.err(),
        ];
        for answer in answers {
            assert!(matches!(answer, Some(Error::NoObject)), "{answer:?}");
        }
        assert_eq!(read_all(&vault, &b.permit, kept).await.unwrap(), plain(300_000));
        assert!(vault.text_key(&b.permit).await.is_ok());
    }
    b.vault.remove(b.permit.scope(), gone).await.unwrap();
    // With the conversation everything goes that the keyring knew of its objects.
    b.vault.destroy(&destruction(&b.facts)).await.unwrap();
    let left = paths(&*b.keys).await;
    assert_eq!(left, [Path::from(format!("destroyed/{}", b.permit.scope())), Path::from("organisation")]);
}

#[tokio::test]
async fn the_key_of_an_object_that_comes_back_with_a_backup_is_destroyed_again() {
    let b = bench().await;
    let object = ObjectId::new();
    b.vault.write(&b.permit, object, pieces(b"gezegd", 2)).await.unwrap();
    let path = Path::from(format!("objects/{}/{object}", b.permit.scope()));
    let key = b.keys.get(&path).await.unwrap().bytes().await.unwrap();
    b.vault.remove(b.permit.scope(), object).await.unwrap();
    b.keys.put(&path, key.into()).await.unwrap();
    assert!(matches!(b.vault.stat(&b.permit, object).await, Err(Error::NoObject)));
    reopen(&b.objects, &b.keys).await.unwrap();
    assert!(matches!(b.keys.head(&path).await, Err(object_store::Error::NotFound { .. })));
}

#[tokio::test]
async fn a_removal_that_stopped_halfway_is_finished_at_the_next_start() {
    let b = bench().await;
    let object = ObjectId::new();
    b.vault.write(&b.permit, object, pieces(&plain(300_000), 9_000)).await.unwrap();
    b.vault.inner.keyring.destroy_object(b.permit.scope(), object).await.unwrap();
    assert!(!paths(&*b.objects).await.is_empty(), "the machine stopped before the bytes went");
    let again = reopen(&b.objects, &b.keys).await.unwrap();
    assert!(paths(&*b.objects).await.is_empty());
    assert!(again.text_key(&b.permit).await.is_ok(), "the conversation is still there");
}

#[tokio::test]
async fn an_upload_ends_when_its_object_is_removed_and_every_byte_of_its_key_counts() {
    let b = bench().await;
    let object = ObjectId::new();
    let plain = plain(CUT as usize * 8);
    let removes = futures::stream::once(async {
        b.vault.remove(b.permit.scope(), object).await.unwrap();
        Ok(Bytes::new())
    });
    let upload = pieces(&plain[..300_000], 50_000).chain(removes).chain(pieces(&plain[300_000..], 50_000));
    let ended = b.vault.append(&b.permit, object, 0, upload.boxed()).await;
    assert!(matches!(ended, Err(Error::NoObject)), "{ended:?}");
    assert!(paths(&*b.objects).await.is_empty(), "nothing of it was written afterwards");

    let object = ObjectId::new();
    b.vault.write(&b.permit, object, pieces(b"gezegd", 2)).await.unwrap();
    let path = Path::from(format!("objects/{}/{object}", b.permit.scope()));
    let original = b.keys.get(&path).await.unwrap().bytes().await.unwrap().to_vec();
    for at in 0..original.len() {
        let mut changed = original.clone();
        changed[at] ^= 1;
        b.keys.put(&path, changed.into()).await.unwrap();
        let refused = b.vault.stat(&b.permit, object).await;
        assert!(matches!(refused, Err(Error::Damaged(crate::Damage::WrappedKey))), "byte {at}");
    }
}

#[tokio::test]
async fn of_many_who_remove_one_object_at_once_each_finds_it_gone() {
    let folder = tempfile::tempdir().unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    let permit = permit(&conversation());
    vault.create_key(&permit).await.unwrap();
    for _ in 0..20 {
        let object = ObjectId::new();
        vault.write(&permit, object, pieces(b"gezegd", 2)).await.unwrap();
        let all = (0..6).map(|_| {
            let (vault, scope) = (vault.clone(), permit.scope());
            tokio::spawn(async move { vault.remove(scope, object).await })
        });
        for removed in futures::future::join_all(all).await {
            removed.unwrap().unwrap();
        }
        assert!(matches!(vault.stat(&permit, object).await, Err(Error::NoObject)));
    }
}
