//! What the vault promises, tried from outside: only permits, a store, and what lies in it.

mod destroying;
mod heads;
mod resuming;
mod round_trips;
mod tampering;
mod texts;

use crate::keyring::Keyring;
use crate::place::Place;
use crate::{BoxError, OrganisationKey, Result, Vault};
use bytes::Bytes;
use futures::{Stream, TryStreamExt};
use method::Permit;
use method::consent::{self, Facts, Party, Purpose, Yes};
use method::ids::{ConversationId, MemberId, ObjectId, ParticipantId};
use method::permit::{Deed, Destruction, Reader};
use method::roles::Perspective;
use method::time::Stamp;
use object_store::ObjectStore;
use object_store::memory::InMemory;
use secrecy::SecretString;
use std::ops::Range;
use std::sync::Arc;

const NOW: Stamp = Stamp(1_000_000_000_000);

/// A conversation to which both in the picture said yes.
fn conversation() -> Facts {
    let party = |perspective, member| Party {
        id: ParticipantId::new(),
        perspective,
        member,
        manages: false,
        yeses: vec![(Purpose::Look, Yes::Given(NOW))],
        look: None,
    };
    Facts {
        conversation: ConversationId::new(),
        kind: method::roles::ConversationKind::ClientProfessional,
        parties: vec![
            party(Perspective::Professional, Some(MemberId::new())),
            party(Perspective::Client, None),
        ],
        companions: Vec::new(),
        colleagues: Vec::new(),
        destroyed: None,
        second_yes_until: None,
        retention_until: None,
    }
}

fn permit(facts: &Facts) -> Permit {
    let professional = Reader::Member(facts.parties[0].member.unwrap());
    consent::decide(facts, &professional, Deed::Record, NOW).unwrap()
}

fn destruction(facts: &Facts) -> Destruction {
    consent::withdraw(facts, &Reader::Participant(facts.parties[1].id), &[]).unwrap()
}

fn organisation_key() -> OrganisationKey {
    OrganisationKey::from_hex(&SecretString::from("07".repeat(32))).unwrap()
}

/// A vault in memory, with its two stores laid open, cutting small segments.
struct Bench {
    vault: Vault,
    objects: Arc<InMemory>,
    keys: Arc<InMemory>,
    permit: Permit,
    facts: Facts,
}

/// One and a half chunk: small enough to have many segments, large enough to have two chunks in each.
const CUT: u64 = 96 * 1024;

async fn bench() -> Bench {
    let (objects, keys) = (Arc::new(InMemory::new()), Arc::new(InMemory::new()));
    let vault = reopen(&objects, &keys).await.unwrap();
    let facts = conversation();
    let permit = permit(&facts);
    vault.create_key(&permit).await.unwrap();
    Bench { vault, objects, keys, permit, facts }
}

async fn reopen(objects: &Arc<InMemory>, keys: &Arc<InMemory>) -> Result<Vault> {
    let ring = Keyring::in_store(keys.clone(), organisation_key()).await?;
    Vault::open(Place::in_store(objects.clone()), ring, CUT).await
}

/// A vault as on a real machine, in a folder, with its key file elsewhere.
async fn on_disk(folder: &std::path::Path) -> Result<Vault> {
    Vault::open_local_with_key(folder, &folder.join("secret/organisation.key")).await
}

/// Bytes that differ everywhere, so that anything misplaced shows.
fn plain(len: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let words = std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    });
    words.take(len.div_ceil(8)).flat_map(u64::to_le_bytes).take(len).collect()
}

/// Bytes as they come in from a network: in pieces.
fn pieces(bytes: &[u8], piece: usize) -> impl Stream<Item = Result<Bytes, BoxError>> + Send + use<> {
    let cut: Vec<_> = bytes.chunks(piece.max(1)).map(|p| Ok(Bytes::copy_from_slice(p))).collect();
    futures::stream::iter(cut)
}

async fn read(vault: &Vault, permit: &Permit, object: ObjectId, range: Range<u64>) -> Result<Vec<u8>> {
    let stream = vault.read(permit, object, range).await?;
    stream
        .try_fold(Vec::new(), |mut all, piece| async move {
            all.extend_from_slice(&piece);
            Ok(all)
        })
        .await
}

async fn read_all(vault: &Vault, permit: &Permit, object: ObjectId) -> Result<Vec<u8>> {
    let len = vault.stat(permit, object).await?.len;
    read(vault, permit, object, 0..len).await
}

/// Every path in a store.
async fn paths(store: &dyn ObjectStore) -> Vec<object_store::path::Path> {
    let mut paths: Vec<_> = store.list(None).map_ok(|meta| meta.location).try_collect().await.unwrap();
    paths.sort();
    paths
}

/// Every file under a folder, whatever its name.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
