//! The demo: an organisation that does not exist, filled through the same deeds as people use.

mod people;

use std::path::Path;
use std::sync::Arc;

use method::time::Stamp;
use practice::House;

use crate::{Done, Door, serve};

/// Fills an empty folder with the demo and answers on the web; a folder that is already the demo is just opened.
///
/// # Errors
/// When the folder holds something else than the demo, or the installation cannot be opened.
pub async fn demo(door: &Door) -> Done {
    let fresh = is_empty(&door.place.data)?;
    let house = Arc::new(House::open(door.place.settings()).await?);
    if !fresh {
        if house.demo_members().await?.is_empty() {
            return Err("this folder holds an installation that is not the demo; choose an empty one".into());
        }
        return serve::answer(house, door).await;
    }
    let now = Stamp::from(jiff::Timestamp::now());
    people::fill(&house, now.plus_days(-40)).await?;
    serve::answer(house, door).await
}

fn is_empty(folder: &Path) -> std::io::Result<bool> {
    if !folder.exists() {
        return Ok(true);
    }
    Ok(std::fs::read_dir(folder)?.next().is_none())
}
