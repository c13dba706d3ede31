//! The demo: an organisation that does not exist, filled through the same deeds as people use.

mod cases;
mod conversations;
mod crowd;
mod looks;
mod people;
mod story;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use clap::Args;
use method::time::Stamp;
use practice::House;
use web::App;

use self::story::Told;
use crate::config::Door;
use crate::{Done, serve};

/// How large a demo is.
#[derive(Args, Clone, Copy, Debug)]
pub struct Many {
    /// Invents an organisation of so many people with two years of conversations, without recordings.
    #[arg(long, env = "MEERZIEN_DEMO_PEOPLE", value_name = "NUMBER")]
    people: Option<usize>,
    /// From which seed it is invented: the same seed gives the same people and figures.
    #[arg(long, env = "MEERZIEN_DEMO_SEED", value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
}

impl Many {
    fn crowd(self) -> Option<crowd::Crowd> {
        self.people.map(|people| crowd::Crowd { people, seed: self.seed })
    }
}

/// Fills an empty folder with the demo and answers on the web; a folder that is already the demo is just opened.
///
/// # Errors
/// When the folder holds something else than the demo, or the installation cannot be opened.
pub async fn demo(door: &Door, many: Many) -> Done {
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
    let crowd = many.crowd();
    let people = people::fill(&house, crowd.is_some(), now.plus_days(-40)).await?;
    if let Some(crowd) = crowd {
        eprintln!(
            "Inventing {} people and two years of conversations; this takes a minute or two",
            crowd.people
        );
        crowd::fill(&house, &people, crowd, now).await?;
    }
    let begun = story::begin(&house, &people, now).await?;
    let working = serve::labour(&house, post);
    let told = story::go_on(&house, &people, &begun, now).await?;
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
