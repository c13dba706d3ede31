//! Whoever can write in the store can break an object, never change what it says.
//!
//! The cases follow the stream vectors of age's test kit: flipped, dropped, swapped, repeated, cut, two last ones.

use super::*;
use crate::segment::{self, HEADER};
use crate::{Damage, Error};
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutPayload};

const SEALED: usize = 65552;

/// A finished (or not) object of three segments of two chunks each, and where its files lie.
async fn three(finished: bool) -> (Bench, ObjectId, Vec<u8>, Vec<Path>) {
    let b = bench().await;
    let (object, plain) = (ObjectId::new(), plain(CUT as usize * 3));
    b.vault.append(&b.permit, object, 0, pieces(&plain, 50_000)).await.unwrap();
    if finished {
        b.vault.finish(&b.permit, object).await.unwrap();
    }
    let paths = paths(&*b.objects).await;
    assert_eq!(paths.len(), if finished { 4 } else { 3 });
    (b, object, plain, paths)
}

async fn get(b: &Bench, path: &Path) -> Vec<u8> {
    b.objects.get(path).await.unwrap().bytes().await.unwrap().to_vec()
}

async fn put(b: &Bench, path: &Path, bytes: Vec<u8>) {
    b.objects.put(path, PutPayload::from(bytes)).await.unwrap();
}

/// Reading must fail as damage, and nothing wrong may come out before it does.
async fn must_be_damage(b: &Bench, object: ObjectId, plain: &[u8], what: &str) {
    let len = match b.vault.stat(&b.permit, object).await {
        Ok(opened) => opened.len,
        Err(Error::Damaged(_)) => return,
        Err(other) => panic!("{what}: {other:?}"),
    };
    let stream = b.vault.read(&b.permit, object, 0..len).await;
    let mut got = Vec::new();
    let end = match stream {
        Err(error) => Err(error),
        Ok(stream) => {
            stream
                .try_for_each(|piece| {
                    got.extend_from_slice(&piece);
                    futures::future::ok(())
                })
                .await
        }
    };
    assert!(plain.starts_with(&got), "{what}: wrong bytes came out");
    assert!(matches!(end, Err(Error::Damaged(_))), "{what}: {end:?}");
}

#[tokio::test]
async fn every_flipped_bit_is_noticed() {
    for finished in [false, true] {
        let (b, object, plain, paths) = three(finished).await;
        for path in &paths {
            let original = get(&b, path).await;
            // Every byte of header, tags and manifest; a sample of the rest.
            let edges = [HEADER as usize, HEADER as usize + SEALED - 16, original.len() - 16];
            let close = |at: &usize| {
                *at < HEADER as usize
                    || edges.iter().any(|edge| (*edge..edge + 16).contains(at))
                    || at.is_multiple_of(7919)
            };
            for at in (0..original.len()).filter(close) {
                let mut changed = original.clone();
                changed[at] ^= 1 << (at % 8);
                put(&b, path, changed).await;
                must_be_damage(&b, object, &plain, &format!("{path} byte {at}")).await;
            }
            put(&b, path, original).await;
        }
        assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain);
    }
}

#[tokio::test]
async fn chunks_cannot_be_dropped_swapped_repeated_or_cut() {
    for finished in [false, true] {
        let (b, object, plain, paths) = three(finished).await;
        for path in &paths[..3] {
            let original = get(&b, path).await;
            let (head, body) = original.split_at(HEADER as usize);
            let (first, last) = body.split_at(SEALED);
            let cases = [
                ("first chunk dropped", [head, last].concat()),
                ("last chunk dropped", [head, first].concat()),
                ("chunks swapped", [head, last, first].concat()),
                ("first chunk repeated", [head, first, first, last].concat()),
                ("two last chunks", [head, first, last, last].concat()),
                ("first chunk in place of the last", [head, first, &first[..last.len()]].concat()),
                ("cut inside a tag", original[..original.len() - 1].to_vec()),
                ("cut inside a chunk", original[..original.len() - 1000].to_vec()),
                ("only a header", head.to_vec()),
                ("empty", Vec::new()),
                ("longer by a byte", [&original[..], &[0]].concat()),
                ("longer by an empty chunk", [&original[..], &[0; 16]].concat()),
                ("longer by a chunk", [&original[..], &[0; SEALED]].concat()),
            ];
            for (what, bytes) in cases {
                put(&b, path, bytes).await;
                must_be_damage(&b, object, &plain, &format!("{path} {what}, finished {finished}")).await;
            }
            put(&b, path, original).await;
        }
    }
}

#[tokio::test]
async fn segments_cannot_be_swapped_dropped_or_taken_from_elsewhere() {
    let (b, object, plain, paths) = three(true).await;
    let segments = [get(&b, &paths[0]).await, get(&b, &paths[1]).await, get(&b, &paths[2]).await];
    put(&b, &paths[0], segments[1].clone()).await;
    put(&b, &paths[1], segments[0].clone()).await;
    must_be_damage(&b, object, &plain, "swapped").await;
    put(&b, &paths[0], segments[0].clone()).await;
    put(&b, &paths[1], segments[1].clone()).await;
    for path in &paths[..3] {
        let original = get(&b, path).await;
        b.objects.delete(path).await.unwrap();
        must_be_damage(&b, object, &plain, &format!("{path} dropped")).await;
        assert!(matches!(b.vault.check(&b.permit, object).await, Err(Error::Damaged(_))));
        put(&b, path, original).await;
    }
    // The same bytes of the same conversation under another object's id do not open.
    let other = ObjectId::new();
    b.vault.write(&b.permit, other, pieces(&plain, 50_000)).await.unwrap();
    for path in &paths {
        let theirs = Path::from(path.as_ref().replace(&object.to_string(), &other.to_string()));
        let original = get(&b, path).await;
        put(&b, path, get(&b, &theirs).await).await;
        must_be_damage(&b, object, &plain, &format!("{path} from another object")).await;
        put(&b, path, original).await;
    }
}

#[tokio::test]
async fn a_stranger_among_the_segments_is_noticed() {
    let (b, object, plain, paths) = three(true).await;
    let folder = paths[0].as_ref().rsplit_once('/').unwrap().0.to_owned();
    let beyond = Path::from(format!("{folder}/{:012x}", CUT * 3));
    put(&b, &beyond, get(&b, &paths[2]).await).await;
    assert_eq!(b.vault.check(&b.permit, object).await.unwrap_err().to_string(), "damaged: a foreign file");
    assert_eq!(
        read_all(&b.vault, &b.permit, object).await.unwrap(),
        plain,
        "it is no part of a finished object"
    );
    b.objects.delete(&beyond).await.unwrap();
    for name in ["000000000001", "zzz", "0000000000000"] {
        let stranger = Path::from(format!("{folder}/{name}"));
        put(&b, &stranger, get(&b, &paths[2]).await).await;
        assert!(matches!(b.vault.check(&b.permit, object).await, Err(Error::Damaged(Damage::Foreign))));
        b.objects.delete(&stranger).await.unwrap();
    }
}

#[tokio::test]
async fn an_unfinished_object_with_a_hole_takes_nothing_more() {
    let (b, object, _, paths) = three(false).await;
    b.objects.delete(&paths[1]).await.unwrap();
    let refused = b.vault.append(&b.permit, object, CUT, pieces(b"x", 1)).await;
    assert!(matches!(refused, Err(Error::Damaged(Damage::Missing { start })) if start == CUT));
    // Without its last segment it is simply shorter: that cannot be told from a machine that died earlier.
    let (b, object, plain, paths) = three(false).await;
    b.objects.delete(&paths[2]).await.unwrap();
    assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain[..CUT as usize * 2]);
}

#[tokio::test]
async fn another_conversation_opens_nothing() {
    let (b, object, plain, paths) = three(true).await;
    let facts = conversation();
    let stranger = permit(&facts);
    b.vault.create_key(&stranger).await.unwrap();
    assert!(matches!(b.vault.stat(&stranger, object).await, Err(Error::NoObject)));
    for path in &paths {
        let moved = path.as_ref().replace(&b.permit.scope().to_string(), &stranger.scope().to_string());
        put(&b, &Path::from(moved), get(&b, path).await).await;
    }
    assert!(matches!(b.vault.stat(&stranger, object).await, Err(Error::NoObject)), "its key is elsewhere");
    // Nor does the object's own key under the other scope's name …
    let of = |scope: method::ids::ScopeId| Path::from(format!("objects/{scope}/{object}"));
    let key = b.keys.get(&of(b.permit.scope())).await.unwrap().bytes().await.unwrap();
    b.keys.put(&of(stranger.scope()), key.into()).await.unwrap();
    assert!(matches!(b.vault.stat(&stranger, object).await, Err(Error::Damaged(Damage::WrappedKey))));
    // … nor does a wrapped key that was moved to another scope's name.
    let wrapped = |scope: method::ids::ScopeId| Path::from(format!("keys/{scope}"));
    let theirs = b.keys.get(&wrapped(b.permit.scope())).await.unwrap().bytes().await.unwrap();
    b.keys.put(&wrapped(stranger.scope()), theirs.into()).await.unwrap();
    let refused = b.vault.stat(&stranger, object).await;
    assert!(matches!(refused, Err(Error::Damaged(Damage::WrappedKey))));
    assert_eq!(read_all(&b.vault, &b.permit, object).await.unwrap(), plain);
    assert_eq!(segment::HEADER, 40, "the format as docs/vault-format.md has it");
}
