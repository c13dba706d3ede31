//! The demo: an organisation that does not exist, filled through the same deeds as people use.

mod board;
mod cases;
mod conversations;
mod looks;
mod people;
mod story;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use method::time::Stamp;
use practice::House;
use web::App;

use self::story::Told;
use crate::config::Door;
use crate::{Done, serve};

/// Fills an empty folder with the demo and answers on the web; a folder that is already the demo is just opened.
///
/// # Errors
/// When the folder holds something else than the demo, or the installation cannot be opened.
pub async fn demo(door: &Door) -> Done {
    door.offer_languages();
    let (settings, answering, post) = (door.place.settings()?, door.answering()?, door.place.post()?);
    let provider = door.place.provider()?;
    let fresh = is_empty(&settings.data)?;
    let house = Arc::new(House::open(settings).await?);
    if !fresh {
        if house.demo_members().await?.is_empty() {
            return Err("this folder holds an installation that is not the demo; choose an empty one".into());
        }
        let working = serve::labour(&house, post);
        let app = App::new(house, answering.https).with_provider(provider);
        return serve::answer(app, answering, door.limits(answering)?, working, |address| {
            print(address, None)
        })
        .await;
    }
    let now = Stamp::from(jiff::Timestamp::now());
    eprintln!("Filling the demo; its recordings are made watchable meanwhile");
    let people = people::fill(&house, now.plus_days(-40)).await?;
    let begun = story::begin(&house, &people, now).await?;
    let working = serve::labour(&house, post);
    let told = story::go_on(&house, &people, &begun, now).await?;
    board::fill(&house, &people, now).await?;
    if !told.watchable {
        eprintln!("Recordings cannot be made watchable here; `meerzien doctor` says what to mend");
    }
    let app = App::new(house, answering.https).with_provider(provider);
    serve::answer(app, answering, door.limits(answering)?, working, |address| print(address, Some(&told)))
        .await
}

/// Says who can come in, and how.
fn print(address: SocketAddr, told: Option<&Told>) {
    println!("Sign in at http://{address}/sign-in with a button, or as {} with", people::email("sanne"));
    println!("the password \"{}\"; everyone in the demo has that one.", people::PASSWORD);
    let Some(told) = told else {
        println!(
            "A client's link and code are shown once, when they are made; a professional can make new ones."
        );
        return;
    };
    for one in &told.invitations {
        println!(
            "Client {} {}: http://{address}/c/{} with code {}",
            one.client, one.what, one.token, one.code
        );
    }
}

fn is_empty(folder: &Path) -> std::io::Result<bool> {
    if !folder.exists() {
        return Ok(true);
    }
    Ok(std::fs::read_dir(folder)?.next().is_none())
}
