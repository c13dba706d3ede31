//! What went in comes out, whole and in part, however it was cut.

use super::*;
use crate::appending::MEMORY;
use crate::segment;
use crate::{Error, Opened};
use proptest::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_went_in_comes_out(len in 0_usize..400_000, piece in 1_usize..200_000, appends in 1_usize..5) {
        run(async {
            let b = bench().await;
            let (object, plain) = (ObjectId::new(), plain(len));
            let mut at = 0;
            for part in plain.chunks(len.div_ceil(appends).max(1)) {
                let done = b.vault.append(&b.permit, object, at, pieces(part, piece)).await.unwrap();
                at += part.len() as u64;
                assert_eq!(done.durable, at);
            }
            if len > 0 {
                assert_eq!(b.vault.stat(&b.permit, object).await.unwrap(), Opened { len: len as u64, finished: false });
                assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain);
            }
            assert_eq!(b.vault.finish(&b.permit, object).await.unwrap(), len as u64);
            assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain);
            assert_eq!(b.vault.check(&b.permit, object).await.unwrap(), len as u64);
        });
    }

    #[test]
    fn any_range_is_that_part(len in 1_usize..400_000, a in 0.0..=1.0, z in 0.0..=1.0, finished: bool) {
        run(async {
            let b = bench().await;
            let (object, plain) = (ObjectId::new(), plain(len));
            b.vault.append(&b.permit, object, 0, pieces(&plain, 70_000)).await.unwrap();
            if finished {
                b.vault.finish(&b.permit, object).await.unwrap();
            }
            let place = |f: f64| ((len as f64) * f) as usize;
            let (from, to) = (place(f64::min(a, z)), place(f64::max(a, z)));
            let got = read(&b.vault, &b.permit, object, from as u64..to as u64).await.unwrap();
            assert_eq!(got, plain[from..to]);
        });
    }

    #[test]
    fn lengths_are_told_by_sizes(plain in 1_u64..1 << 40) {
        assert_eq!(segment::plain_len(segment::stored_len(plain)), Some(plain));
    }
}

#[test]
fn impossible_sizes_have_no_length() {
    for size in (0..=segment::HEADER + 16).chain([segment::HEADER + 65552 + 1, segment::HEADER + 65552 + 16])
    {
        assert_eq!(segment::plain_len(size), None, "{size}");
    }
}

#[tokio::test]
async fn a_range_outside_is_refused_with_the_length() {
    let b = bench().await;
    let object = ObjectId::new();
    b.vault.write(&b.permit, object, pieces(&plain(1000), 100)).await.unwrap();
    for range in [0..1001, 1001..1002] {
        let refused = read(&b.vault, &b.permit, object, range).await;
        assert!(matches!(refused, Err(Error::OutOfRange { len: 1000 })));
    }
    assert!(read(&b.vault, &b.permit, object, 1000..1000).await.unwrap().is_empty());
    assert!(matches!(read(&b.vault, &b.permit, ObjectId::new(), 0..0).await, Err(Error::NoObject)));
    assert_eq!(b.vault.len(&b.permit, ObjectId::new()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_range_fetches_only_its_chunks() {
    let b = bench().await;
    let (object, plain) = (ObjectId::new(), plain(CUT as usize * 40));
    b.vault.write(&b.permit, object, pieces(&plain, 1 << 20)).await.unwrap();
    // Everything but the segment that holds the range is taken away: what remains is enough.
    let at = CUT * 17;
    for path in paths(&*b.objects).await {
        let name = path.filename().unwrap().to_owned();
        if name != "whole" && name != format!("{at:012x}") {
            object_store::ObjectStoreExt::delete(&*b.objects, &path).await.unwrap();
        }
    }
    let got = read(&b.vault, &b.permit, object, at + 5..at + CUT).await.unwrap();
    assert_eq!(got, plain[at as usize + 5..(at + CUT) as usize]);
}

#[tokio::test]
async fn on_a_real_disk_with_real_segments() {
    let folder = tempfile::tempdir().unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    let permit = permit(&conversation());
    vault.create_key(&permit).await.unwrap();
    let (object, plain) = (ObjectId::new(), plain(9 * 1024 * 1024 + 17));
    vault.write(&permit, object, pieces(&plain, 100_000)).await.unwrap();
    let again = on_disk(folder.path()).await.unwrap();
    assert_eq!(read_all(&again, &permit, object).await.unwrap(), plain);
    assert_eq!(
        files(&folder.path().join("vault")).len(),
        4,
        "three segments and a manifest, nothing left over"
    );
    assert_eq!(again.check(&permit, object).await.unwrap(), plain.len() as u64);
}

#[tokio::test]
async fn nothing_readable_lies_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let vault = on_disk(folder.path()).await.unwrap();
    let permit = permit(&conversation());
    vault.create_key(&permit).await.unwrap();
    let sentence = b"Ik durfde het niet te zeggen.";
    let plain = sentence.repeat(100_000);
    let object = ObjectId::new();
    vault.append(&permit, object, 0, pieces(&plain, 65_000)).await.unwrap();
    vault.write(&permit, ObjectId::new(), pieces(&plain, 65_000)).await.unwrap();
    for file in files(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        // A part of the sentence at any alignment would do to give it away.
        assert!(!bytes.windows(10).any(|w| w == &sentence[..10]), "{}", file.display());
    }
}

#[tokio::test]
async fn many_uploads_share_the_memory() {
    let (objects, keys) = (Arc::new(InMemory::new()), Arc::new(InMemory::new()));
    let ring = Keyring::in_store(keys, organisation_key()).await.unwrap();
    let vault = Vault::in_store(objects.clone(), ring).await.unwrap();
    let permit = permit(&conversation());
    vault.create_key(&permit).await.unwrap();
    let plain = plain(6 * 1024 * 1024);
    let ids: Vec<_> = (0..16).map(|_| ObjectId::new()).collect();
    let peak = AtomicU64::new(0);
    let watched = || {
        pieces(&plain, 1 << 18).inspect_ok(|_| {
            peak.fetch_max(vault.inner.in_memory.load(Ordering::Relaxed), Ordering::Relaxed);
        })
    };
    let uploads = ids.iter().map(|id| vault.write(&permit, *id, watched()));
    for written in futures::future::join_all(uploads).await {
        assert_eq!(written.unwrap(), plain.len() as u64);
    }
    let peak = peak.load(Ordering::Relaxed);
    let aim = MEMORY / 2..MEMORY + 8 * 1024 * 1024;
    assert!(aim.contains(&peak), "at most {peak} bytes at once");
    assert_eq!(vault.inner.in_memory.load(Ordering::Relaxed), 0, "all of it was given back");
    for id in ids {
        assert_eq!(read_all(&vault, &permit, id).await.unwrap(), plain);
    }
}
