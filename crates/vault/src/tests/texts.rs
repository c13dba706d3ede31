//! Small texts: each opens where it was sealed and nowhere else.

use super::*;
use crate::{Damage, Error};
use proptest::prelude::*;

#[tokio::test]
async fn a_text_opens_only_in_its_place() {
    let b = bench().await;
    let sealed = b.vault.seal_text(&b.permit, "moments.note/1", "Zij keek weg.").await.unwrap();
    assert_eq!(*b.vault.open_text(&b.permit, "moments.note/1", &sealed).await.unwrap(), "Zij keek weg.");
    let stranger = permit(&conversation());
    b.vault.create_key(&stranger).await.unwrap();
    for refused in [
        b.vault.open_text(&b.permit, "moments.note/2", &sealed).await,
        b.vault.open_text(&b.permit, "moments.note/", &sealed).await,
        b.vault.open_text(&stranger, "moments.note/1", &sealed).await,
    ] {
        assert!(matches!(refused, Err(Error::Damaged(Damage::Text))));
    }
    let again = b.vault.seal_text(&b.permit, "moments.note/1", "Zij keek weg.").await.unwrap();
    assert_ne!(sealed, again, "the same words never look the same");
}

#[tokio::test]
async fn every_changed_or_missing_byte_is_noticed() {
    let b = bench().await;
    let texts = b.vault.text_key(&b.permit).await.unwrap();
    let sealed = texts.seal("p", "Toen werd het stil.").unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 0x20;
        assert!(texts.open("p", &changed).is_err(), "byte {at}");
        assert!(texts.open("p", &sealed[..at]).is_err(), "cut at {at}");
    }
    assert!(texts.open("p", &[&sealed[..], &[0]].concat()).is_err());
    assert!(matches!(texts.open("p", &texts.seal_bytes("p", &[0xff]).unwrap()), Err(Error::Damaged(_))));
}

#[tokio::test]
async fn a_tally_is_the_same_each_time_and_another_for_each_place_and_scope() {
    let b = bench().await;
    let stranger = permit(&conversation());
    b.vault.create_key(&stranger).await.unwrap();
    let own = b.vault.text_key(&b.permit).await.unwrap();
    let tally = own.tally("board/1").unwrap();
    assert_eq!(b.vault.text_key(&b.permit).await.unwrap().tally("board/1").unwrap(), tally);
    assert_ne!(own.tally("board/2").unwrap(), tally);
    assert_ne!(b.vault.text_key(&stranger).await.unwrap().tally("board/1").unwrap(), tally);
}

proptest! {
    #[test]
    fn what_was_said_is_what_is_read(text in ".{0,300}", place in "[a-z.]{1,20}/[0-9a-f]{1,8}") {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let b = bench().await;
            let texts = b.vault.text_key(&b.permit).await.unwrap();
            let sealed = texts.seal(&place, &text).unwrap();
            assert_eq!(sealed.len(), 1 + 12 + text.len() + 16);
            assert_eq!(*texts.open(&place, &sealed).unwrap(), text);
        });
    }
}
